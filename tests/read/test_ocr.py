"""Scans: read where a program that knows their letters is installed, refused in one line where none is."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from donghyang import publish, read, report
from donghyang.read import ocr
from donghyang.read.pdf_lines import TextLine, drawn
from donghyang.records import Unreadable

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "donghyang" / "sample"
chinese = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr_onnxruntime") is None, reason="the ocr extra (rapidocr-onnxruntime) is missing"
)
korean = pytest.mark.skipif(shutil.which("tesseract") is None, reason="the program tesseract is missing")


def scan(data: bytes, pages: list[int]) -> bytes:
    """The same pages as pictures."""
    source, made = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    for number in pages:
        width, height = source[number].get_size()
        picture = pypdfium2.PdfImage.new(made)
        picture.set_bitmap(source[number].render(scale=2.5))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page = made.new_page(width, height)
        page.insert_obj(picture)
        page.gen_content()
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def share(wanted: str, found: str) -> float:
    """How many of the wanted words of three letters are found."""
    parts = [wanted[at : at + 3] for at in range(len(wanted) - 2)]
    return sum(part in found for part in parts) / len(parts)


@chinese
def test_a_chinese_scan(tmp_path: Path) -> None:
    whole = SAMPLE / "pages" / "bj_compute_plan_20230415.pdf"
    (tmp_path / "scan.pdf").write_bytes(scan(whole.read_bytes(), [0]))
    found = letters(read.document(tmp_path / "scan.pdf").text)
    wanted = "".join(line.text for line in _first_page(whole.read_bytes()))
    assert share(letters(wanted), found) > 0.9


@korean
def test_a_korean_scan(tmp_path: Path) -> None:
    if ocr._tesseract() is None:
        pytest.skip("tesseract has no Korean data (kor)")
    issue = report.parse(report.document((SAMPLE / "report.txt").read_text("utf-8")))
    (tmp_path / "scan.pdf").write_bytes(scan(publish.render(issue, "pdf"), [1]))
    found = letters(read.document(tmp_path / "scan.pdf").text)
    assert share(letters("".join(issue.summary)), found) > 0.7


def test_a_scan_that_nothing_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_rapid", lambda: None)
    monkeypatch.setattr(ocr, "_tesseract", lambda: None)
    whole = SAMPLE / "pages" / "bj_compute_plan_20230415.pdf"
    (tmp_path / "scan.pdf").write_bytes(scan(whole.read_bytes(), [0]))
    with pytest.raises(Unreadable) as refused:
        read.document(tmp_path / "scan.pdf")
    assert "donghyang[ocr]" in refused.value.message.en
    assert "tesseract" in refused.value.message.ko


def _first_page(data: bytes) -> list[TextLine]:
    return drawn(pypdfium2.PdfDocument(data)[0], 0).lines
