"""The PDF against PDF/UA-1 by another program, and on a machine that has no typefaces but the extra's."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from tests.publish.test_images import png
from tests.publish.test_readback import sample, without_structure
from tests.publish.test_theme import LOOK

from donghyang import publish, read, report
from donghyang.publish import DraftView, Look, fonts
from donghyang.records import CannotProceed, Figure, Issue, Theme, Typefaces


@pytest.fixture
def only_the_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on Windows and macOS after `pip install donghyang[fonts]`: what the system has is not looked at."""
    import typst

    wheel = fonts.wheel_folder()
    if wheel is None:
        pytest.skip("the extra `fonts` is not installed")
    real = typst.Fonts
    bare = lambda **given: real(**(given | {"include_system_fonts": False}))  # noqa: E731
    monkeypatch.setattr(typst, "Fonts", bare)
    fonts.installed.cache_clear()
    yield
    fonts.installed.cache_clear()


@pytest.mark.usefixtures("only_the_extra")
def test_without_the_system_s_typefaces_the_print_reads_back_equal(tmp_path: Path) -> None:
    made = publish.render(sample(), "pdf")
    (tmp_path / "printed.pdf").write_bytes(without_structure(made))
    assert report.parse(read.document(tmp_path / "printed.pdf")) == sample()


@pytest.mark.usefixtures("only_the_extra")
def test_the_extra_has_a_real_bold(week: Issue) -> None:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(publish.render(week, "pdf"))
    letters = (item.raw for page in document for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]))
    assert len({pdfium.FPDFFont_GetWeight(pdfium.FPDFTextObj_GetFont(item)) for item in letters}) > 1


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("name", ["week", "ugly", "empty", "sample", "draft", "themed"])
def test_another_program_finds_nothing_against_pdf_ua(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    pdfua = pytest.importorskip("pdfua")
    issue: Issue = sample() if name == "sample" else request.getfixturevalue("week" if name in _OF_WEEK else name)
    draft: DraftView | None = request.getfixturevalue("draft") if name == "draft" else None
    path = tmp_path / "printed.pdf"
    path.write_bytes(publish.render(issue, "pdf", draft=draft, look=LOOK if name == "themed" else Look()))
    found = pdfua.validate(str(path)).findings
    # A rule that cannot judge says so, with the severity below all others.
    assert [one.message for one in found if one.severity > min(pdfua.Severity)] == []


_OF_WEEK = ("week", "draft", "themed")


@pytest.mark.usefixtures("typefaces")
def test_a_picture_without_a_caption_is_told_all_the_same(week: Issue, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(40, 20))
    section = week.sections[0]
    article = replace(section.articles[0], blocks=(Figure(None, "a.png"),))
    issue = replace(week, sections=(replace(section, articles=(article,)),))
    made = publish.render(issue, "pdf", images=publish.find_images(issue, tmp_path))
    assert b"/Alt" in made


@pytest.mark.usefixtures("typefaces")
def test_a_typeface_of_the_theme_that_is_not_there_is_named(week: Issue) -> None:
    look = Look(Theme(typefaces=Typefaces(serif="없는 글꼴체")))
    with pytest.raises(CannotProceed, match="없는 글꼴체"):
        publish.render(week, "pdf", look=look)
