import datetime as dt
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from tests.publish.conftest import DATE

from donghyang import publish, read, report
from donghyang.publish import DraftView, fonts
from donghyang.publish.pdf import PdfOutput
from donghyang.publish.view import view
from donghyang.records import (
    Annotation,
    Article,
    Block,
    Bullet,
    CannotProceed,
    ContentsEntry,
    Figure,
    Issue,
    Note,
    Publisher,
    Reference,
    Section,
    Table,
)

pytestmark = pytest.mark.usefixtures("typefaces")


def pages(made: bytes) -> list[str]:
    """The text of each page without running head and page number."""
    found = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    inner = [re.sub(r"\r\n- \d+ -$", "", text).partition("\r\n")[2] for text in found[1:]]
    return [found[0], *inner]


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def printed(week: Issue) -> bytes:
    return publish.render(week, "pdf")


def test_every_line_of_the_house_format_stands_in_order(week: Issue, printed: bytes) -> None:
    text, at = squash("".join(pages(printed))), 0
    for line in re.split(r"\n|\t| • ", report.write(week)):
        at = text.index(squash(line), at) + len(squash(line))


def test_words_keep_their_spaces_and_stay_whole(printed: bytes) -> None:
    text = "\n".join(pages(printed)).replace("\r\n", "\n")
    assert "성 정부는 해안 지역의 계산 자원을 한데 묶는 「푸른 물결 연산망(藍波算力網) 구축 방안」을 공개" in text
    assert "황화물 박막(Li₆PS₅Cl)을 써서 0℃에서도" in text
    assert "☑ 关于印发《蓝波算力网建设方案》的通知" in text


def test_a_line_that_ends_within_a_sentence_keeps_its_space(week: Issue) -> None:
    long = replace(week, summary=("서로 다른 길이의 낱말이 이어지는 문장을 여러 줄에 걸쳐 적는다. " * 6,))
    text = pages(publish.render(long, "pdf"))[1]
    lines = text[: text.index("I 정책동향")].strip().split("\r\n")[1:]
    assert len(lines) > 3
    assert all(line.endswith(" ") for line in lines[:-1])


def test_bookmarks_metadata_and_standard(printed: bytes) -> None:
    document = pypdfium2.PdfDocument(printed)
    marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert marks[:3] == [(0, "요약"), (0, "I 정책동향"), (1, "01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표")]
    about = document.get_metadata_dict()
    assert (about["Title"], about["Author"]) == ("해외 과학기술 주간동향", "과학협력연구소")
    assert about["CreationDate"].startswith("D:20240315")
    for sign in (
        b"<pdfaid:part>2<",
        b"<pdfaid:conformance>A<",
        b"<pdfuaid:part>1<",
        b"/OutputIntents",
        b"/Lang(ko-KR)",
        b"/StructTreeRoot",
    ):
        assert sign in printed


def test_contents_and_sources_are_links(printed: bytes) -> None:
    raw = printed.decode("latin-1")
    assert raw.count("/URI(https://example.cn/robot/1)") == 1
    assert "javascript" not in raw


def test_the_same_issue_gives_the_same_bytes(week: Issue, printed: bytes) -> None:
    assert publish.render(week, "pdf") == printed


def test_the_draft_shows_evidence_and_the_finished_print_does_not(
    week: Issue, printed: bytes, draft: DraftView
) -> None:
    shown = publish.render(week, "pdf", draft=draft)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(shown))
    number = len(pypdfium2.PdfDocument(shown))
    assert text.count("초안") == number
    assert squash("现有数据中心平均利用率仅为37%。 05_notice.html") in squash(text)
    assert squash("확인 이용률의 기준 시점이 원문에 없음") in squash(text)
    finished = "".join(pages(printed))
    assert not any(word in finished for word in ("초안", "notice.html", "现有数据中心", "확인"))


def test_ugly_content_is_printed_as_it_is(ugly: Issue) -> None:
    text = squash("".join(pages(publish.render(ugly, "pdf"))))
    hostile = squash(
        "#set text(red) <script>alert('x')</script> $math$ *굵게* _기울임_ \\backslash `code` @label // 주석"
    )
    assert text.count(hostile) >= 4
    assert "〔U+1F600〕" in text
    assert squash("60번째 줄의 내용") in text
    assert "a1b2c3d4e5" * 18 in text
    assert "제어문자와방향바꿈,홀로선" in text


def test_a_long_table_says_on_every_page_what_it_is(tmp_path: Path) -> None:
    rows = tuple((str(at), f"{at}번째 시험장의 쓰임새") for at in range(1, 91))
    sum_up = ("합계", "90곳")
    blocks: tuple[Block, ...] = (Bullet(1, "글머리"), Table("시험장 목록", ("번호", "내용"), (*rows, sum_up), "기관"))
    short = Table("짧은 표", ("번호", "내용"), (("1", "가"), ("2", "나")), None)
    article = Article(1, None, "제목", "리드", None, (*blocks, Bullet(1, "글머리"), short))
    issue = Issue("주간동향", DATE, Publisher("기관"), (), (), (Section("policy", "정책동향", (article,)),))
    made = publish.render(issue, "pdf")
    shown = [page for page in pages(made) if "번째 시험장" in page]
    assert len(shown) > 2
    assert [page.count("〈시험장 목록 (계속)〉") for page in shown] == [0, *[1] * (len(shown) - 1)]
    assert all("번호 내용" in page for page in shown)
    assert "짧은 표 (계속)" not in "".join(shown)
    path = tmp_path / "printed.pdf"
    path.write_bytes(made)
    assert report.parse(read.document(path)) == issue


def test_an_empty_issue_is_an_empty_print(empty: Issue) -> None:
    assert len(pypdfium2.PdfDocument(publish.render(empty, "pdf"))) == 1


def test_typefaces_that_are_gone_stop_the_print(week: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    bare = typst.Fonts(include_system_fonts=False)
    output, printed = PdfOutput(), view(week)
    names = output.prepare(printed)
    monkeypatch.setattr(fonts, "installed", lambda *_, **__: bare)
    with pytest.raises(CannotProceed, match="fonts-noto-cjk"):
        output.write(output.template(), names, printed)


def test_an_unknown_format_is_refused(week: Issue) -> None:
    with pytest.raises(CannotProceed, match="pdf, html"):
        publish.render(week, "rtf")


@pytest.mark.parametrize("count", [1, 3, 9])
@pytest.mark.parametrize("last", ["bullet", "annotation", "table", "figure", "note"])
def test_references_never_stand_apart(count: int, last: str) -> None:
    """Behind articles of every length: the title of the list follows a line of its article and leads an entry."""
    issue = Issue("주간동향", dt.date(2024, 3, 15), Publisher("기관"), (), (), (referring(count, last),))
    for page in pages(publish.render(issue, "pdf"))[1:]:
        lines = page.split("\r\n")
        for at, line in enumerate(lines):
            if line == "참고자료":
                assert at > 0
                assert lines[at + 1].startswith("☑")
        # No last entry goes over alone.
        assert not (count > 1 and lines[0].startswith(f"☑ 第{count}"))


def referring(count: int, last: str) -> Section:
    ends: dict[str, tuple[Block, ...]] = {
        "bullet": (),
        "annotation": (Annotation("덧붙이는 말"),),
        "table": (Table("표의 이름", ("가", "나"), (("다", "라"), ("마", "바")), "기관"),),
        "figure": (Figure("그림의 이름", None, "기관"),),
        "note": (Note("※ 참고: 낱말 풀이", ("하나", "둘")),),
    }
    references = tuple(Reference(f"第{at}号通知", f"https://example.cn/{at}") for at in range(1, count + 1))
    articles = (
        Article(size, None, "제목", "리드", None, (*(Bullet(1, "글머리"),) * size, *ends[last]), references)
        for size in range(1, 36)
    )
    return Section("policy", "정책동향", tuple(articles))


def entries(number: int) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry("policy" if at < number // 2 else "brief", None, f"{at}번째 도시, 연산망 구축 방안 발표")
        for at in range(number)
    )


def test_a_headline_that_no_pdf_can_hold_is_told(week: Issue) -> None:
    (section, *_), words = week.sections, "풍력 단지 착공 " * 1_900
    article = replace(section.articles[0], headline=words.strip())
    long = replace(week, sections=(replace(section, articles=(article,)),))
    with pytest.raises(CannotProceed, match="Shorten it"):
        publish.render(long, "pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise there")
def test_contents_of_hundreds_of_lines_are_not_laid_out_at_every_size() -> None:
    """Each trial kept all of them in memory: five megabytes a line."""
    script = """
from pathlib import Path
from donghyang import publish, report
text = "주간동향\\n\\nCONTENTS\\n\\n1. 정책동향\\n\\n" + "".join(f"- 풍력 단지 착공 {at}\\n" for at in range(300))
text += "\\nI\\n\\n정책동향\\n\\n01\\n\\n풍력 단지 착공\\n\\n■ 착공함(4.2)\\n\\n| 발 행 일 | 2024. 4. 5\\n"
issue = report.parse(report.document(text))
assert len(issue.contents) == 300, issue
publish.render(issue, "pdf")
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 1 << 20, "KiB"


@pytest.mark.parametrize(("lines", "ends_on"), [(3, 0), (14, 0), (18, 0), (21, 0), (40, 1)])
def test_contents_stand_on_one_page_on_the_cover_where_they_nearly_fit(week: Issue, lines: int, ends_on: int) -> None:
    shown = pages(publish.render(replace(week, contents=entries(lines)), "pdf", draft=DraftView()))
    assert f"{lines - 1}번째 도시" in shown[ends_on]
    assert "0번째 도시" in shown[ends_on]


def grown(size: int) -> tuple[Section, ...]:
    """Two sections, the first of which has an article of so many bullets."""
    first = Article(1, None, "긴 기사의 제목", "긴 기사의 리드", None, (Bullet(1, "글머리"),) * size)
    second = Article(1, None, "짧은 기사의 제목", "짧은 기사의 리드", None, (Bullet(1, "첫 글머리"),) * 3)
    return Section("policy", "정책동향", (first,)), Section("technology", "기술동향", (second,))


@pytest.mark.parametrize("size", [1, 8, 16, 20, 24, 28, 32])
def test_sections_share_pages_but_none_begins_at_the_foot_of_one(size: int) -> None:
    issue = Issue("주간동향", dt.date(2024, 3, 15), Publisher("기관"), (), ("요약의 한 줄",), grown(size))
    shown = pages(publish.render(issue, "pdf"))
    assert "I 정책동향" in shown[1]  # below the summary
    (page,) = (page for page in shown if "II 기술동향" in page)
    assert "짧은 기사의 리드" in page
    assert page.count("첫 글머리") >= 1
    assert shown[-1].count("첫 글머리") > 1  # the imprint is not alone on its page
    assert ("I 정책동향\r\n" in page) == (size < 16)
