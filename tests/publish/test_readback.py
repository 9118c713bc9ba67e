"""What we print is what we read: an issue from text, printed, and read back from the letters on the page alone.

Nothing but visible text may carry the issue: before a file is read, everything else that it says is taken out of it.
What a format cannot hold: a table of one single cell is a frame around text in all of them; a line that stands in
no place (`unplaced`, ¶ in report.txt) is printed without its mark, and read by what it looks like.
"""

import datetime as dt
import email.message
import email.policy
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from donghyang import publish, read, report
from donghyang.records import (
    Annotation,
    Article,
    Block,
    Bullet,
    Corrected,
    Correction,
    Edition,
    Issue,
    Note,
    Table,
    Unreadable,
)

WEB = """\
해외 혁신 브리프

2025. 9. 5.

中 하이안성, ‘푸른 물결 연산망’ 구축 방안 발표… 도시 19곳 연결

□ 하이안성 정부, 2027년까지 해안 도시의 계산 자원을 하나로 묶는 방안을 발표(25.09.01)
* 성 과학기술청과 통신관리국이 함께 마련

 ○ (발표 배경) 데이터센터* 41곳의 이용률이 평균 37%**에 그쳐 내륙과의 연결이 필요
** 2024년 말 기준이며, 시험 가동 중인 시설은 제외
* 서버 3,000대 이상을 갖춘 시설
  - 도시마다 따로 지은 시설이 서로 연결되지 않아 중복 투자가 발생

〈연산망의 단계별 목표〉
단계	도시	이용률
1단계	6곳	55%
2단계	• 해안 13곳 • 내륙 2곳	70%
	협력 도시 4곳	60%
* 출처: 하이안성 통신관리국

 ○ (과제) 전력이 남는 내륙의 변전소를 늘리고 시설의 냉각 방식을 바꿈

〈※ 참고: 연산권(算力券)이란〉
▶ 기업이 빌려 쓸 수 있는 계산 시간을 나누어 주는 증서
▶ 1장에 24만 원 상당

<참고자료>
(25.09.02, 海岸日报) 十九城共建蓝波算力网 https://example.cn/2025/09/02/a.html
(25.08.30, 海安省人民政府) 关于印发《蓝波算力网建设方案》的通知 https://example.cn/2025/08/30/b.html

작성자: 김하늘 연구원
2025. 9. 4.
"""


def sample() -> Issue:
    text = resources.files("donghyang").joinpath("sample", "report.txt").read_text(encoding="utf-8")
    return report.parse(report.document(text))


def web() -> Issue:
    return report.parse(report.document(WEB))


# ---------------------------------------------------------------------------------------------- only what is visible


def bare_html(made: bytes) -> bytes:
    """The page without style sheet, metadata, classes, ids, roles and languages."""
    text = re.sub(r"(?s)<style>.*?</style>|<meta[^>]*>|<title>.*?</title>", "", made.decode("utf-8"))
    text = re.sub(r' (?:class|id|role|lang|style|datetime|scope|tabindex|aria-[a-z]+)="[^"]*"', "", text)
    return text.encode("utf-8")


def without_properties(made: bytes) -> bytes:
    """The archive without what the file says of itself."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(stream, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename.startswith("docProps/"):
                continue
            if member.filename.endswith(".hpf"):
                content = re.sub(rb"(?s)<opf:metadata>.*?</opf:metadata>", b"<opf:metadata/>", content)
            target.writestr(member, content)
    return stream.getvalue()


def without_structure(made: bytes) -> bytes:
    """The pages alone: without tags, bookmarks, metadata and attachments."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument.new() as pages:
        pages.import_pages(pypdfium2.PdfDocument(made))
        stream = io.BytesIO()
        pages.save(stream)
    return stream.getvalue()


def bare_book(made: bytes) -> bytes:
    """The book without what its package says of itself, and without style sheet, classes and ids."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(stream, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename.endswith(".opf"):
                content = re.sub(rb"(?s)<metadata.*?</metadata>", b"<metadata/>", content)
            if member.filename.endswith((".css", ".xhtml")):
                content = b"" if member.filename.endswith(".css") else bare_html(content)
            target.writestr(member, content)
    return stream.getvalue()


def only_html(made: bytes) -> bytes:
    """The mail's page alone, without styles and what clients are told of its tables."""
    message = email.message_from_bytes(made, policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    page = message.get_body(("html",))
    assert page is not None
    return bare_html(re.sub(r' data-[a-z]+="[^"]*"', "", page.get_content()).encode())


STRIPPED: dict[str, Callable[[bytes], bytes]] = {
    "html": bare_html,
    "docx": without_properties,
    "hwpx": without_properties,
    "pdf": without_structure,
    "epub": bare_book,
    "md": bytes,
    "json": bytes,
    "eml": only_html,
}


def read_back(issue: Issue, to: str, folder: Path) -> Issue:
    path = folder / ("printed.html" if to == "eml" else f"printed.{to}")
    path.write_bytes(STRIPPED[to](publish.render(issue, to)))
    return report.parse(read.document(path))


@pytest.fixture(params=STRIPPED)
def to(request: pytest.FixtureRequest) -> str:
    if request.param == "pdf":
        request.getfixturevalue("typefaces")
    return str(request.param)


# ---------------------------------------------------------------------------------------------- whole issues


def test_the_sample_report_reads_back_equal(to: str, tmp_path: Path) -> None:
    assert read_back(sample(), to, tmp_path) == sample()


def test_a_web_issue_reads_back_equal(to: str, tmp_path: Path) -> None:
    issue = web()
    assert [part.type for part in issue.sections[0].articles[0].blocks][:4] == [
        "annotation",
        "bullet",
        "annotation",
        "annotation",
    ]
    assert read_back(issue, to, tmp_path) == issue


def test_the_week_reads_back_equal(to: str, week: Issue, tmp_path: Path) -> None:
    issue = report.parse(report.document(report.write(week)))
    assert issue == week
    assert read_back(week, to, tmp_path) == week


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (libreoffice-writer) is not installed")
@pytest.mark.parametrize("make", [web, sample])
def test_the_pdf_that_libreoffice_makes_of_the_word_file_reads_back_equal(
    make: Callable[[], Issue], tmp_path: Path
) -> None:
    """Without annotations: their footnotes stand at the ends of pages there, under marks that each page counts."""
    issue = unannotated(make())
    (tmp_path / "printed.docx").write_bytes(publish.render(issue, "docx"))
    assert report.parse(read.document(by_libreoffice(tmp_path / "printed.docx"))) == issue


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (libreoffice-writer) is not installed")
def test_libreoffice_puts_footnotes_at_the_ends_of_pages(tmp_path: Path) -> None:
    import pypdfium2

    issue = sample()
    (tmp_path / "printed.docx").write_bytes(publish.render(issue, "docx"))
    pages = pypdfium2.PdfDocument(by_libreoffice(tmp_path / "printed.docx"))
    text = "".join(re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in pages)
    remarks = [block.text for block in blocks_of(issue) if isinstance(block, Annotation)]
    assert len(remarks) > 5
    assert [one for one in remarks if not re.search(r"[*†‡§]" + re.escape(re.sub(r"\s+", "", one)), text)] == []


def unannotated(issue: Issue) -> Issue:
    """The issue without annotations and the stars that they answer."""
    return replace(
        issue,
        sections=tuple(
            replace(
                section,
                articles=tuple(
                    replace(
                        article,
                        blocks=tuple(
                            replace(block, text=block.text.replace("*", "")) if isinstance(block, Bullet) else block
                            for block in article.blocks
                            if not isinstance(block, Annotation)
                        ),
                    )
                    for article in section.articles
                ),
            )
            for section in issue.sections
        ),
    )


def blocks_of(issue: Issue) -> Iterator[Block]:
    return (block for section in issue.sections for article in section.articles for block in article.blocks)


def by_libreoffice(path: Path) -> Path:
    """The PDF that LibreOffice makes of a file."""
    home = f"-env:UserInstallation={(path.parent / 'home').as_uri()}"
    order = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent)]
    subprocess.run([*order, str(path)], check=True, capture_output=True, timeout=120)
    return path.with_suffix(".pdf")


@pytest.mark.parametrize("to", ["epub", "md", "json", "eml"])
def test_the_file_as_it_is_reads_back_equal(to: str, tmp_path: Path) -> None:
    path = tmp_path / f"printed.{to}"
    path.write_bytes(publish.render(sample(), to))
    assert report.parse(read.document(path)) == sample()


@pytest.mark.parametrize("to", ["html", "docx", "hwpx", "epub", "md", "eml"])
def test_of_an_edition_the_cover_says_number_and_corrections(to: str, tmp_path: Path) -> None:
    day = dt.date(2023, 4, 28)
    changes = (Corrected("정책동향 01 제목", "리드", "500대", "450대"), Corrected("", "요약", None, "새 줄"))
    edition = Edition(7, 2, day, (Correction(day, "로봇 밀도를 바로잡습니다.", changes),))
    path = tmp_path / f"printed.{to}"
    path.write_bytes(publish.render_sending(sample(), to, edition))
    told = (
        "제7호(2차 발행, 2023. 4. 28)",
        "정정(2023. 4. 28): 로봇 밀도를 바로잡습니다.",
        "· 정책동향 01 제목 리드: “500대” → “450대”",
        "· 요약: “새 줄” 추가",
    )
    assert report.parse(read.document(path)) == replace(sample(), front=(*told, *sample().front))


# ---------------------------------------------------------------------------------------------- single things


def with_blocks(issue: Issue, *blocks: Bullet | Annotation | Table | Note) -> Issue:
    """The sample with one article's body exchanged."""
    first, *others = issue.sections
    article: Article = replace(first.articles[0], blocks=blocks)
    return replace(issue, sections=(replace(first, articles=(article, *first.articles[1:])), *others))


def test_remarks_find_their_word_again_by_the_number_of_stars(to: str, tmp_path: Path) -> None:
    issue = with_blocks(
        sample(),
        Bullet(1, "감속기*와 서보모터**, 제어기***의 국산화를 추진"),
        Annotation("회전 속도를 줄여 힘을 키우는 부품", "감속기"),
        Annotation("제어기의 명령대로 도는 전동기", "서보모터"),
        Annotation("움직임을 계산하여 명령하는 부품", "제어기"),
    )
    if to == "md":  # two stars at two words are emphasis to every reader of Markdown's text
        assert "서보모터\\*\\*" in publish.render(issue, to).decode()
        return
    if to == "json":  # and so to report.txt, by which JSON is read: it says so
        with pytest.raises(Unreadable):
            read_back(issue, to, tmp_path)
        return
    assert read_back(issue, to, tmp_path) == issue


def test_remarks_without_a_mark_stay_where_they_stand(to: str, tmp_path: Path) -> None:
    issue = with_blocks(
        sample(),
        Bullet(1, "감속기*와 제어기의 국산화를 추진"),
        Annotation("회전 속도를 줄여 힘을 키우는 부품", "감속기"),
        Annotation("2024년 말 기준"),
        Bullet(1, "서보모터를 시험"),
        Annotation("시험 가동 중인 시설은 제외"),
    )
    assert read_back(issue, to, tmp_path) == issue


def test_a_table_keeps_its_empty_cells_and_lists(to: str, tmp_path: Path) -> None:
    table = Table(
        "단계별 목표",
        ("단계", "도시", "이용률(%)"),
        (("1단계", "해안 13곳\n내륙 2곳", "55"), ("", "협력 도시 4곳", ""), ("합계", "", "60")),
        "통신관리국",
    )
    issue = with_blocks(sample(), Bullet(1, "두 단계로 나누어 추진"), table)
    assert read_back(issue, to, tmp_path) == issue


def test_a_table_over_two_pages_is_one_table(to: str, tmp_path: Path) -> None:
    rows = tuple(
        (str(at), f"도시 {at}", f"해안에서 {at}번째로 가까운 도시이며 시설은 {at % 7 + 1}곳") for at in range(1, 71)
    )
    issue = with_blocks(
        sample(), Bullet(1, "도시의 목록"), Table("연결되는 도시", ("번호", "이름", "설명"), rows, "통신관리국")
    )
    assert read_back(issue, to, tmp_path) == issue


def test_a_long_bullet_keeps_every_space(to: str, tmp_path: Path) -> None:
    text = " ".join(
        f"({at}단계) 연산망을 {at}개 도시로 넓히고 이용률 {at * 3}%를 위해 「제{at}차 계획(第{at}次計劃)」을 시행,"
        for at in range(1, 14)
    )
    issue = with_blocks(sample(), Bullet(1, text + " 결과를 공개"))
    assert read_back(issue, to, tmp_path) == issue


def test_the_publisher_on_the_cover_is_held_once(to: str, tmp_path: Path) -> None:
    issue = sample()
    assert issue.publisher.name not in issue.front
    assert read_back(issue, to, tmp_path).front == issue.front
