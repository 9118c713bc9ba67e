"""The two office formats: what an editor finds in Word and Hangul, read with the libraries of the formats."""

import datetime as dt
import io
import itertools
import re
import zipfile
from itertools import pairwise
from typing import Any
from uuid import UUID

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hwpx import HwpxDocument

from donghyang import publish, report
from donghyang.publish import DraftView
from donghyang.publish.edition import numbered
from donghyang.publish.office import Line, Rows, items
from donghyang.publish.stylesheet import style_sheet
from donghyang.publish.view import view
from donghyang.records import (
    Article,
    BriefSource,
    Bullet,
    Corrected,
    Correction,
    Edition,
    Issue,
    Publisher,
    Reference,
    Section,
    Table,
)

OFFICE = ("docx", "hwpx")


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def word(week: Issue) -> Document:
    return docx.Document(io.BytesIO(publish.render(week, "docx")))


@pytest.fixture(scope="module")
def hangul(week: Issue) -> HwpxDocument:
    return HwpxDocument.open(publish.render(week, "hwpx"))


def styles_of(word: Document) -> dict[str, list[str]]:
    """The texts of each style, in order."""
    found: dict[str, list[str]] = {}
    for paragraph in word.paragraphs:
        assert paragraph.style
        found.setdefault(paragraph.style.name or "", []).append(paragraph.text)
    return found


def test_every_line_of_the_house_format_stands_in_the_word_file(week: Issue, word: Document) -> None:
    parts = ("".join(node.text or "" for node in block.iter(qn("w:t"))) for block in word.element.body)
    text, at = squash("".join(parts)), 0
    written = (
        report.write(week).replace("센터*", "센터").replace(f"* {NOTE}", "")
    )  # a footnote, with a mark that is drawn
    for line in re.split(r"\n|\t| • ", written):
        at = text.index(squash(line), at) + len(squash(line))


NOTE = "서버 3,000대 이상을 갖춘 시설을 말하며, 통신사의 교환국은 포함하지 않음"


def words(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def test_an_annotation_of_a_marked_word_is_a_footnote_in_word(word: Document) -> None:
    (mark,) = word.element.body.iter(qn("w:footnoteReference"))
    run = mark.getparent()
    before, behind = run.getprevious(), run.getnext()
    assert before is not None
    assert behind is not None
    assert words(before).endswith("기존 데이터센터")
    assert words(behind).startswith(" 41곳의")
    notes = parse_xml(next(part.blob for part in word.part.package.parts if part.partname == "/word/footnotes.xml"))
    told = {note.get(qn("w:id")): squash(words(note)) for note in notes}
    assert told == {"-1": "", "0": "", mark.get(qn("w:id")): squash(NOTE)}
    for form in (word.sections[0]._sectPr, word.settings.element):
        (drawn,) = form.iter(qn("w:numFmt"))
        assert drawn.get(qn("w:val")) == "chicago"


def test_a_word_file_without_annotations_has_no_notes(empty: Issue) -> None:
    with zipfile.ZipFile(io.BytesIO(publish.render(empty, "docx"))) as archive:
        assert "word/footnotes.xml" not in archive.namelist()
        assert b"footnotePr" not in archive.read("word/settings.xml")


def test_every_line_of_the_house_format_stands_in_the_hangul_file(week: Issue, hangul: HwpxDocument) -> None:
    section = hangul.sections[0].element
    parts = ("".join(node.itertext()) for node in section.iter("{*}t") if not is_of_note(node))
    text, at = squash("".join(parts)), 0
    for line in lines_of(week):
        at = text.index(squash(line), at) + len(squash(line))
    assert [squash("".join(note.itertext())) for note in section.iter("{*}footNote")] == [squash(NOTE)]


def lines_of(week: Issue) -> list[str]:
    """Every line without the one annotation: it is a footnote, whose mark is drawn."""
    return re.split(r"\n|\t| • ", report.write(week).replace("센터*", "센터").replace(f"* {NOTE}", ""))


def is_of_note(element: Any) -> bool:
    return next(element.iterancestors("{*}footNote"), None) is not None


def test_word_knows_headings_captions_and_our_own_styles(word: Document) -> None:
    found = styles_of(word)
    assert found["Heading 1"] == ["I 정책동향", "II 기술동향", "III 단신동향"]
    assert found["Heading 2"][0] == "01 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표"
    assert found["Heading 3"] == ["1) 추진 과제"]
    assert found["Caption"] == ["〈네 갈래 과제와 기한〉"]
    assert found["빈 그림"] == ["〈연산망의 세 층 구조〉"]
    assert found["리드"][0].startswith("■ 2027년까지")
    assert [len(found[f"글머리 {level}"]) for level in (1, 2, 3)] == [11, 2, 1]
    assert "주석" not in found  # it is a footnote
    assert found["참고 상자 제목"] == ["〈※ 참고: 연산권이란〉"]
    assert {"참고자료 제목", "참고자료", "주소", "출처", "참고 상자", "판권", "차례 제목"} <= set(found)


def test_hangul_knows_the_same_styles_and_numbers_no_heading(week: Issue, hangul: HwpxDocument) -> None:
    names = {key: style.name for key, style in hangul.styles.items()}
    used = [names[str(paragraph.style_id_ref)] for paragraph in hangul.paragraphs if not paragraph.tables]
    wanted = [item.style for item in items(view(week), footnotes=True) if isinstance(item, Line)]
    assert [name for name in used if name != "사이"] == wanted
    apart = [after for name, after in pairwise(used) if name == "사이"]
    # Their grounds and lines would reach up to the line above.
    assert set(apart) == {"표제", "절 제목", "참고 상자 제목", "판권 제목"}
    header = hangul.parts.headers[0].element
    assert not [head.text for head in header.iter("{*}paraHead") if head.text]
    outlines = [node.get("level") for node in header.iter("{*}heading") if node.get("type") == "OUTLINE"]
    assert {"0", "1", "2"} <= set(outlines)


def test_word_tables_repeat_their_header_and_fill_the_given_columns(word: Document) -> None:
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["갈래", "과제", "맡은 기관", "기한"]
    repeated = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True, False, False, False, False]
    assert table.rows[1].cells[1].text == "• 도시 사이 전용망 2,400km 구축\n• 지연 시간을 5밀리초 아래로 낮춤"
    before = table._tbl.getprevious()
    assert before is not None
    assert "".join(node.text or "" for node in before.iter(qn("w:t"))) == "〈네 갈래 과제와 기한〉"


def test_word_tables_are_measured_by_the_column_they_stand_in(word: Document) -> None:
    widths = [width for table in word.tables for width in table._tbl.tblPr.iter(qn("w:tblW"))]
    assert [width.get(qn("w:type")) for width in widths] == ["pct"] * len(word.tables)
    assert all(0 < int(width.get(qn("w:w"), "0")) <= 5000 for width in widths)


def test_hangul_tables_flow_with_a_repeated_header_and_their_heights(hangul: HwpxDocument) -> None:
    (table,) = hangul.tables.all
    assert not table.treat_as_char
    assert table.element.get("repeatHeader") == "1"
    assert [cell.text for cell in table.rows[0].cells] == ["갈래", "과제", "맡은 기관", "기한"]
    assert all(cell.element.get("header") == "1" for cell in table.rows[0].cells)
    heights = [row.cells[0].height for row in table.rows]
    assert min(heights) > 0
    assert table.height == sum(heights)


def test_links_lead_to_the_web_and_to_the_articles(word: Document) -> None:
    body = word.element.body
    links = list(body.iter(qn("w:hyperlink")))
    targets = [word.part.rels[key].target_ref for link in links if (key := link.get(qn("r:id")))]
    assert "https://example.cn/2024/03/12/t1.html" in targets
    anchors = [name for link in links if (name := link.get(qn("w:anchor")))]
    assert anchors == ["s1-1", "s2-1"]
    assert set(anchors) <= {node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))}


@pytest.mark.parametrize("to", OFFICE)
def test_pages_are_numbered_and_the_cover_is_not(to: str, word: Document, hangul: HwpxDocument) -> None:
    if to == "docx":
        section = word.sections[0]
        assert section.different_first_page_header_footer
        assert section.header.paragraphs[0].text == "해외 과학기술 주간동향 · 2024. 3. 15"
        assert section.footer._element.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")).strip() == "PAGE"
    else:
        shown = hangul.page.visibility()
        assert (shown.hide_first_header, shown.hide_first_page_num) == (True, True)
        (number,) = hangul.sections[0].element.iter("{*}pageNum")
        assert (number.get("pos"), number.get("sideChar")) == ("BOTTOM_CENTER", "-")
        assert {one.get("numType") for one in hangul.sections[0].element.iter("{*}autoNum")} == {"FOOTNOTE"}


@pytest.mark.parametrize("to", OFFICE)
def test_the_same_issue_gives_the_same_bytes_dated_as_the_issue(to: str, week: Issue) -> None:
    made = publish.render(week, to)
    assert publish.render(week, to) == made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        text = b"".join(archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".hpf")))
    assert b"2024-03-15T00:00:00Z" in text
    assert not re.findall(rb"20(?:1\d|2[5-9])-\d\d-\d\dT", text)


@pytest.mark.parametrize("pool", [1, 2, 5, 999])
def test_numbers_that_hangul_documents_draw_twice_change_nothing(
    pool: int, week: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = publish.render(week, "hwpx")
    drawn = itertools.count()
    monkeypatch.setattr("hwpx.oxml._document_primitives.uuid4", lambda: UUID(int=next(drawn) % pool + 1))
    assert publish.render(week, "hwpx") == made
    assert next(drawn)


def test_word_colours_are_digits(week: Issue) -> None:
    """Word refuses a file whose colours are none (ECMA-376, 17.18.38: auto or RRGGBB)."""
    with zipfile.ZipFile(io.BytesIO(publish.render(week, "docx"))) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml")).decode()
    told = re.findall(r'<w:color [^>]*w:val="([^"]*)"', parts) + re.findall(r' w:(?:fill|color)="([^"]*)"', parts)
    assert told
    assert [one for one in told if not re.fullmatch(r"auto|[0-9A-Fa-f]{6}", one)] == []


def test_word_says_what_it_is(word: Document) -> None:
    told = word.core_properties
    assert (told.title, told.author) == ("해외 과학기술 주간동향 2024. 3. 15", "과학협력연구소")
    assert told.created
    assert told.created.date() == dt.date(2024, 3, 15)


@pytest.mark.parametrize("to", OFFICE)
def test_ugly_content_is_text(to: str, ugly: Issue) -> None:
    made = publish.render(ugly, to)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))).decode()
    assert "&lt;script&gt;" in text
    assert "javascript:" not in re.sub(r">[^<]*<", "><", text)
    assert not re.search(r"[\x00-\x08\x0e-\x1f\u202e\ufffe]", text)


@pytest.mark.parametrize("to", OFFICE)
def test_an_empty_issue_can_be_opened(to: str, empty: Issue) -> None:
    made = publish.render(empty, to)
    opened = docx.Document(io.BytesIO(made)).paragraphs if to == "docx" else HwpxDocument.open(made).paragraphs
    assert not [paragraph for paragraph in opened if paragraph.text]


def test_a_draft_in_word_is_marked_on_every_page(week: Issue, draft: DraftView) -> None:
    made = docx.Document(io.BytesIO(publish.render(week, "docx", draft=draft)))
    assert made.paragraphs[0].text == "초안"
    assert made.sections[0].header.paragraphs[0].text.endswith("초안")
    assert "notice.html" not in "".join(paragraph.text for paragraph in made.paragraphs)


def test_a_draft_in_hangul_is_marked_on_every_page(week: Issue, draft: DraftView) -> None:
    text = zipfile.ZipFile(io.BytesIO(publish.render(week, "hwpx", draft=draft))).read("Contents/section0.xml").decode()
    assert text.count(">초안<") == 1  # on the cover
    assert re.search(r"<hp:header\b.*· 초안<.*</hp:header>", text, re.DOTALL)


@pytest.mark.parametrize(
    ("count", "kept"),
    [(1, [True, False]), (3, [True] * 5 + [False]), (7, [True, True, *[True, False] * 4, True, True, True, False])],
)
def test_references_stay_with_their_article(count: int, kept: list[bool]) -> None:
    sources = tuple(Reference(f"第{at}号通知", f"https://example.cn/{at}") for at in range(count))
    article = Article(1, None, "제목", "리드", None, (Bullet(1, "글"), Bullet(1, "끝 글")), sources)
    printed = view(Issue(None, None, Publisher(), (), (), (Section("policy", "정책동향", (article,)),)))
    lines = [item for item in items(printed) if isinstance(item, Line)]
    at = next(at for at, line in enumerate(lines) if line.style == "참고자료 제목")
    assert [line.keep for line in lines[at - 2 : at]] == [False, True]
    assert [line.keep for line in lines[at + 1 :]] == kept


def test_the_style_sheet_has_the_styles_that_are_used_and_no_other(week: Issue, ugly: Issue) -> None:
    used = {item.style for issue in (week, ugly) for item in items(view(issue)) if isinstance(item, Line)}
    assert set(style_sheet().styles) == used | {
        "표",
        "표 머리",
        "표 합계",
        "정정",
        "작성자",
        "그림",
        "초안",
        "쪽 머리",
        "쪽 번호",
        "로고",
        "사이",
        "각주 글",
    }


def test_what_was_put_right_is_seen_before_all_other_lines_of_the_cover(week: Issue) -> None:
    day = dt.date(2024, 3, 20)
    edition = Edition(7, 2, day, (Correction(day, "값을 바로잡습니다.", (Corrected("요약", "1줄", "37%", "73%"),)),))
    told = {item.text: item.style for item in items(view(numbered(week, edition))) if isinstance(item, Line)}
    assert told["정정(2024. 3. 20): 값을 바로잡습니다."] == "정정"
    assert told["· 요약 1줄: “37%” → “73%”"] == told[week.front[0]] == "일러두기"
    page = publish.render_sending(week, "html", edition).decode()
    assert page.count('class="front notice"') == 1


def test_word_has_a_table_of_contents_of_its_own(word: Document) -> None:
    lines = [one for one in word.paragraphs if one.style and (one.style.name or "").startswith("toc ")]
    orders = [(node.text or "").strip() for line in lines for node in line._p.iter(qn("w:instrText"))]
    assert orders == ['TOC \\f C \\l "1-3" \\n "1-2" \\h \\z', "PAGEREF s1-1 \\h", "PAGEREF s2-1 \\h"]
    kinds = [node.get(qn("w:fldCharType")) for line in lines for node in line._p.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]
    # What the field last came to is the contents of the report, without a page that nobody has counted.
    told = [line.text.rstrip("\t") for line in lines]
    assert told[:3] == ["1. 정책동향", "지역", "- 하이안성, 도시 19곳을 잇는 연산망 구축 방안 발표"]
    assert word.settings.element.find(qn("w:updateFields")) is not None  # Word counts when it opens the file
    # Made anew of its marks it says the same.
    marks = [(node.text or "").strip() for node in word.element.body.iter(qn("w:instrText"))]
    found = [match for order in marks if (match := re.fullmatch(r'TC "(.*)" \\f C \\l ([123])', order))]
    linked = [text for text in told if text in {match[1] for match in found}]
    assert [match[1] for match in found] == linked
    assert [match[2] for match in found][:3] == ["1", "2", "3"]


def table_of(rows: int) -> Table:
    return Table("도시별 처리량", ("번호", "값"), tuple((str(at), "1,200") for at in range(rows)), "통계청")


@pytest.mark.parametrize(
    ("rows", "held"),
    [
        (2, "11"),
        (10, "1" * 10),  # a list of ten is not parted
        (30, "1" + "0" * 27 + "11"),  # two rows below the header, two above the source
    ],
)
def test_rows_of_tables_stay_together(rows: int, held: str) -> None:
    article = Article(1, None, "제목", "리드", None, (Bullet(1, "글"), table_of(rows)))
    printed = view(Issue(None, None, Publisher(), (), (), (Section("policy", "정책동향", (article,)),)))
    (table,) = (item for item in items(printed) if isinstance(item, Rows))
    assert "".join(str(int(table.holds(at))) for at in range(rows)) == held


def test_the_end_of_an_article_and_the_imprint_stay_together() -> None:
    brief = Article(
        1, None, "제목", "리드", None, (Bullet(1, "글"), Bullet(1, "끝 글")), (), BriefSource("통신", None, None)
    )
    signed = Article(1, None, "제목", "리드", None, (Bullet(1, "글"),), (Reference("通知", None),), author="김하늘")
    sections = (Section("policy", "정책동향", (signed,)), Section("brief", "단신동향", (brief,)))
    issue = Issue("주간동향", None, Publisher("기관", "발행인"), (), (), sections, back=("덧붙인 줄",))
    lines = [item for item in items(view(issue)) if isinstance(item, Line)]
    kept = {line.style: line.keep or style_sheet().styles[line.style].keep for line in lines}
    assert kept["참고자료"]  # the author is not left alone
    assert all(line.keep for line in lines if line.style == "글머리 1")
    assert all(kept[name] for name in ("판권 제목", "판권", "덧붙임"))
