"""The HWPX by the validators of its library, and by two readers that have nothing to do with it."""

import ctypes.util
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.publish.test_readback import blocks_of, sample, unannotated
from tests.publish.test_theme import LOOK

from donghyang import publish, read, report
from donghyang.publish import Look
from donghyang.records import Annotation, Issue

RHWP = """
import json, sys
try:
    import rhwp
except ImportError as problem:
    sys.exit(f"cannot be imported: {problem}")
def said(blocks):
    for block in blocks:
        if hasattr(block, "cells"):
            for cell in block.cells:
                yield from said(cell.blocks)
        elif getattr(block, "text", None):
            yield block.text
document = rhwp.parse(sys.argv[1])
pages = [len(document.render_png(at)) for at in range(min(2, document.page_count))]
made = document.to_ir()
notes = ["".join(said(note.blocks)) for note in made.furniture.footnotes]
print(json.dumps({"text": list(said(made.body)), "notes": notes, "pages": pages}))
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hangul") / "printed.hwpx"
    path.write_bytes(publish.render(sample(), "hwpx"))
    return path


def in_order(lines: list[str], text: str) -> list[str]:
    """The lines that do not stand in the text in their order."""
    text, at, missed = squash(text), 0, []
    for line in map(squash, lines):
        found = text.find(line, at)
        missed += [line] if found < 0 else []
        at = max(at, found + len(line)) if found >= 0 else at
    return missed


def squash(text: str) -> str:
    """Without white space and the marks that a reader draws around cells."""
    return re.sub(r"[\s|]+", "", text)


def lines_of(issue: Issue) -> list[str]:
    return re.split(r"\n|\t| • ", report.write(issue))


def remarks() -> list[str]:
    """The annotations, which are footnotes."""
    return [squash(block.text) for block in blocks_of(sample()) if isinstance(block, Annotation)]


@pytest.mark.parametrize("name", ["week", "ugly", "empty", "themed"])
def test_the_library_s_validators_find_nothing(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    import hwpx

    issue = request.getfixturevalue("week" if name == "themed" else name)
    path = tmp_path / "printed.hwpx"
    path.write_bytes(publish.render(issue, "hwpx", look=LOOK if name == "themed" else Look()))
    assert [one.message for one in hwpx.validate_package(path).issues if one.level != "warning"] == []
    safety = hwpx.validate_editor_open_safety(path)
    assert (safety.blocking_package_errors, safety.reopen_ok, safety.document_validation_error) == ((), True, None)
    assert hwpx.inspect_reference_consistency(path)["violations"] == []
    assert hwpx.HwpxDocument.open(path).validate().issues == ()


def test_a_second_reader_reads_every_line_in_order(printed: Path) -> None:
    parser = pytest.importorskip("hwp_hwpx_parser")
    with parser.Reader(str(printed)) as reader:
        told = reader.extract_text_with_notes()
    assert in_order(lines_of(unannotated(sample())), re.sub(r"\[\^\d+\]", "", told.text)) == []
    assert [squash(note.text) for note in told.footnotes] == remarks()
    # The calls stand where the marks do.
    assert "부처[^1]는" in told.text


def test_a_third_reader_reads_every_line_in_order_and_draws_the_pages(printed: Path) -> None:
    # Its Linux wheel brings a FreeType that lacks what it calls: the system's is put before it.
    own = ctypes.util.find_library("freetype") if sys.platform == "linux" else None
    done = subprocess.run(
        [sys.executable, "-c", RHWP, str(printed)],
        env=os.environ | ({"LD_PRELOAD": own} if own else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if "cannot be imported" in done.stderr:
        pytest.skip(done.stderr.strip())
    told = json.loads(done.stdout)
    assert in_order(lines_of(unannotated(sample())), "\n".join(told["text"])) == []
    assert list(map(squash, told["notes"])) == remarks()
    assert min(told["pages"]) > 10_000


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (libreoffice-writer) is not installed")
def test_libreoffice_opens_it_and_reads_every_line_in_order(tmp_path: Path) -> None:
    """With H2Orestart (libreoffice-h2orestart of Debian 13), which passes over the words of footnotes (0.7)."""
    printed, issue = tmp_path / "printed.hwpx", unannotated(sample())
    printed.write_bytes(publish.render(issue, "hwpx"))
    order = ["soffice", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless"]
    order += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(printed)]
    done = subprocess.run(order, capture_output=True, text=True, timeout=120, check=False)
    made = tmp_path / "printed.txt"
    if not made.exists() and "could not be loaded" in done.stderr:
        pytest.skip("LibreOffice does not know HWPX: H2Orestart is not installed")
    assert in_order(lines_of(issue), made.read_text("utf-8")) == []


def test_hangul_s_own_signs_stand_for_themselves(printed: Path) -> None:
    section = zipfile.ZipFile(printed).read("Contents/section0.xml").decode()
    count = sum(1 + len(part.articles) for part in sample().sections)
    assert section.count('<hp:t><hp:titleMark ignore="1"/></hp:t>') == count
    assert section.count("<hp:nbSpace/>") == section.count("<hp:t><hp:nbSpace/></hp:t>") > 0
    assert section.count("<hp:lineBreak/>") == section.count("<hp:t><hp:lineBreak/></hp:t>")
    assert 'hideFirstHeader="1"' in section
    assert 'hideFirstPageNum="1"' in section
    tables = re.findall(r"<hp:tbl .*?</hp:tbl>", section, re.DOTALL)
    assert all('horzAlign="CENTER"' in table for table in tables)
    assert 'pageBreak="NONE"' in tables[0]  # a short one is on one page


def test_notes_have_stars_that_begin_anew_on_each_page(printed: Path) -> None:
    section = zipfile.ZipFile(printed).read("Contents/section0.xml").decode()
    form = re.search(r"<hp:footNotePr>.*?</hp:footNotePr>", section)
    assert form
    assert '<hp:autoNumFormat type="USER_CHAR" userChar="*" prefixChar="" suffixChar=""' in form[0]
    assert '<hp:numbering type="ON_PAGE"' in form[0]
    assert section.count("<hp:footNote ") == section.count('numType="FOOTNOTE"') == len(remarks())


def test_pictures_are_told_to_those_who_cannot_see_them(week: Issue) -> None:
    import io

    made = zipfile.ZipFile(io.BytesIO(publish.render(week, "hwpx", look=LOOK)))
    section = made.read("Contents/section0.xml").decode()
    assert re.findall(r"<hp:shapeComment>([^<]*)<", section) == ["과학협력연구소"] * 2


def test_grounds_are_drawn(printed: Path) -> None:
    from lxml import etree

    made = zipfile.ZipFile(printed)
    header, section = (etree.fromstring(made.read(f"Contents/{name}.xml")) for name in ("header", "section0"))
    faces = {
        fill.get("id"): [one.get("faceColor") for one in fill.iter("{*}winBrush")]
        for fill in header.iter("{*}borderFill")
    }
    grounds = {
        form.get("id"): [one.get("borderFillIDRef") for one in form.iter("{*}border")]
        for form in header.iter("{*}paraPr")
    }
    (lead,) = (style.get("id") for style in header.iter("{*}style") if style.get("name") == "리드")
    shapes = {line.get("paraPrIDRef") for line in section.iter("{*}p") if line.get("styleIDRef") == lead}
    assert {face for shape in shapes for ground in grounds[shape] for face in faces[ground]} == {"#EDF2F8"}


def test_the_contents_lead_to_the_pages_of_their_articles(printed: Path) -> None:
    section = zipfile.ZipFile(printed).read("Contents/section0.xml").decode()
    led = re.findall(r'"RefPath">\?#(\d+);<', section)
    places = re.findall(r'<hp:p id="(\d+)"(?:(?!<hp:p ).)*?<hp:bookmark name="s\d-\d+"', section)
    assert len(led) == sum(len(part.articles) for part in sample().sections if part.kind != "brief") + 1
    assert led == places[: len(led)]
    # What Hangul has counted is no part of a headline.
    counted = section.replace("<hp:t/><hp:ctrl><hp:fieldEnd", "<hp:t>12</hp:t><hp:ctrl><hp:fieldEnd")
    assert counted != section
    path = printed.with_name("counted.hwpx")
    with zipfile.ZipFile(printed) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            target.writestr(member, counted if member.filename == "Contents/section0.xml" else data)
    assert report.parse(read.document(path)).contents == sample().contents
