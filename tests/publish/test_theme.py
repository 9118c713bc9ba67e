"""One theme for every format: colours, typefaces, pictures, the issue's number, lines of the imprint."""

import datetime as dt
import email.policy
import io
import re
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

import docx
import pytest
from tests.publish.test_images import JPEG, png

from donghyang import publish, read, report
from donghyang.publish import HOUSE, DraftView, Image, Look
from donghyang.publish.theme import PAIRS, faint
from donghyang.records import Colours, ImprintRow, Issue, Numbered, Theme, Typefaces

FORMATS = ("html", "docx", "hwpx", "pdf", "epub", "md", "eml")
GREEN = replace(Colours(), main="#0b4f3c", accent="#8a3a12", warm="#ffd9a0")
THEME = Theme(
    colours=GREEN,
    numbered=(Numbered(dt.date(2024, 1, 5), 101),),
    imprint=(ImprintRow("I S S N", "1234-5678"),),
)
LOOK = Look(THEME, Image("로고.png", png(300, 80), "png", 225, 60), Image("표장.jpg", JPEG, "jpeg", 40, 40))


@pytest.fixture(params=FORMATS)
def to(request: pytest.FixtureRequest) -> str:
    if request.param == "pdf":
        request.getfixturevalue("typefaces")
    return str(request.param)


def text_of(made: bytes, to: str, folder: Path) -> str:
    path = folder / f"printed.{to}"
    path.write_bytes(made)
    return read.document(path).text


NUMBERS = {
    # the day of a known issue, and of those after it
    dt.date(2024, 1, 5): 101,
    dt.date(2024, 1, 12): 102,
    dt.date(2024, 1, 11): 102,  # a day early, in its week
    dt.date(2024, 3, 15): 111,
    dt.date(2024, 12, 27): 152,
    # before the first, and in the week of a known one on another day
    dt.date(2023, 12, 29): None,
    dt.date(2024, 1, 6): None,
}


@pytest.mark.parametrize(("day", "number"), NUMBERS.items())
def test_issues_are_counted_from_a_known_one(day: dt.date, number: int | None) -> None:
    assert THEME.number_of(day) == number


def test_a_count_begins_anew_at_each_known_issue_and_keeps_its_pace() -> None:
    known = (Numbered(dt.date(2024, 1, 5), 1), Numbered(dt.date(2024, 2, 2), 4))  # one week without an issue
    weekly = Theme(numbered=known)
    assert [weekly.number_of(dt.date(2024, 1, 19)), weekly.number_of(dt.date(2024, 2, 9))] == [3, 5]
    second_week = Theme(numbered=known, every=2)
    assert [second_week.number_of(dt.date(2024, 2, day)) for day in (9, 16)] == [None, 5]
    assert Theme(numbered=known, every=0).number_of(dt.date(2024, 2, 9)) is None
    assert Theme().number_of(dt.date(2024, 2, 9)) is None
    assert weekly.number_of(None) is None


def test_every_format_shows_the_number_and_the_rows_of_the_imprint(to: str, week: Issue, tmp_path: Path) -> None:
    text = text_of(publish.render(week, to, look=LOOK), to, tmp_path)
    assert "제111호" in text
    assert re.search(r"I S S N.*1234-5678", text)


def test_a_number_that_the_report_tells_stands_before_the_count(to: str, week: Issue, tmp_path: Path) -> None:
    told = replace(week, front=("제7호(2차 발행, 2024. 3. 20)", *week.front))
    text = text_of(publish.render(told, to, look=LOOK), to, tmp_path)
    assert text.count("제7호(2차 발행, 2024. 3. 20)") >= 1
    assert "제111호" not in text


def test_a_numbered_print_reads_back_with_its_number_among_the_first_lines(
    to: str, week: Issue, tmp_path: Path
) -> None:
    look = Look(replace(THEME, imprint=()))
    path = tmp_path / f"printed.{to}"
    path.write_bytes(publish.render(week, to, look=look))
    found = report.parse(read.document(path))
    assert found == replace(week, front=("제111호", *week.front))


def source_of(made: bytes, to: str) -> str:
    """What a format says of its look."""
    if to == "eml":
        body = email.message_from_bytes(made, policy=email.policy.default).get_body(("html",))
        assert body is not None
        return str(body.get_content())
    if to == "html":
        return made.decode()
    archive = zipfile.ZipFile(io.BytesIO(made))
    names = [name for name in archive.namelist() if name.endswith((".xml", ".xhtml", ".css"))]
    return "\n".join(archive.read(name).decode() for name in names)


LEFT = {"epub": {"warm", "box"}}
"""What a format has no place for: in a book no letters stand on the main colour, and boxes have no ground."""


@pytest.mark.parametrize("kind", ["html", "docx", "hwpx", "epub", "eml"])
def test_every_format_wears_the_whole_theme(week: Issue, kind: str) -> None:
    own = {name: f"#{at:02x}{colour[3:]}" for at, (name, colour) in enumerate(asdict(GREEN).items(), 17)}
    faces = Typefaces("Faceko", "Facetitle", "Facezh")
    look = replace(LOOK, theme=replace(THEME, colours=Colours(**own), typefaces=faces))
    made = source_of(publish.render(week, kind, look=look, draft=DraftView()), kind).lower()
    assert {name for name, colour in own.items() if colour[1:] not in made} == LEFT.get(kind, set())
    assert [face for face in ("faceko", "facetitle", "facezh") if face not in made] == []
    left = {"tint"} if kind == "docx" else set()  # a table style of Word's own has the house's tint
    assert {name for name, colour in asdict(Colours()).items() if colour[1:] in made} == left


@pytest.mark.usefixtures("typefaces")
def test_the_pdf_wears_the_colours_and_shows_the_pictures(week: Issue) -> None:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(publish.render(week, "pdf", look=LOOK))
    pixel = document[0].render().to_pil().convert("RGB").getpixel((5, 5))
    assert "#{:02x}{:02x}{:02x}".format(*pixel) == GREEN.main
    kinds = [item.type for page in (document[0], document[len(document) - 1]) for item in page.get_objects()]
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 2


def test_pictures_stand_in_the_other_formats(week: Issue) -> None:
    html = publish.render(week, "html", look=LOOK).decode()
    assert re.findall(r'<img src="data:image/(\w+);[^"]*" alt="([^"]+)" class="(\w+)"', html) == [
        ("png", "과학협력연구소", "logo"),
        ("jpeg", "과학협력연구소", "emblem"),
    ]
    assert len(docx.Document(io.BytesIO(publish.render(week, "docx", look=LOOK))).inline_shapes) == 2
    names = zipfile.ZipFile(io.BytesIO(publish.render(week, "hwpx", look=LOOK))).namelist()
    assert len([name for name in names if name.startswith("BinData/")]) == 2


def test_a_family_of_the_theme_comes_first(week: Issue) -> None:
    look = Look(Theme(typefaces=Typefaces(korean='나눔"고딕};', chinese="Kai")))
    html = publish.render(week, "html", look=look).decode()
    assert '--korean: "나눔고딕", "Noto Sans KR"' in html
    assert '--chinese: "Kai", "Noto Sans SC"' in html
    word = zipfile.ZipFile(io.BytesIO(publish.render(week, "docx", look=look))).read("word/styles.xml").decode()
    assert 'w:eastAsia="Kai"' in word


def test_the_house_s_own_colours_can_be_read() -> None:
    assert not list(faint(Colours()))
    assert HOUSE.theme == Theme()


@pytest.mark.parametrize("front", sorted({front for front, _ in PAIRS}))
def test_letters_too_faint_are_told(front: str) -> None:
    assert front in [key for key, _ in faint(replace(Colours(), **{front: "#7f8fa0"}))]


def test_a_number_below_other_lines_stays_where_it_stands(to: str, week: Issue, tmp_path: Path) -> None:
    told = replace(week, front=(*week.front, "제7호"))
    path = tmp_path / f"printed.{to}"
    path.write_bytes(publish.render(told, to))
    assert report.parse(read.document(path)) == told
