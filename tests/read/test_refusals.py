"""What cannot be read is refused in one line in both languages, and nothing else is ever raised."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang import read
from donghyang.read import files, formats
from donghyang.records import Unreadable

Save = Callable[[str, bytes | str], Path]
Zipped = Callable[[dict[str, str | bytes]], bytes]
Docx = Callable[..., bytes]
SAMPLE = Path(__file__).resolve().parents[2] / "src" / "donghyang" / "sample" / "pages"


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read.document(path)
    with pytest.raises(Unreadable):
        read.page(path)
    message = caught.value.message
    assert "\n" not in message.ko + message.en
    assert re.search(r"[가-힣]", message.ko)
    assert path.name in message.ko
    assert path.name in message.en
    return message.en


def test_missing(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.html")


def test_folder(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)


@pytest.mark.parametrize("content", ["", " \r\n\t", "\0\0\0"])
def test_empty(save: Save, content: str) -> None:
    assert "is empty" in refusal(save("page.html", content))


def test_too_large(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save("page.html", "x" * 2000)
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    assert "too large" in refusal(path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(save: Save) -> None:
    path = save("page.html", "<p>본문</p>")
    path.chmod(0)
    assert "permissions" in refusal(path)


@pytest.mark.parametrize("name", ["photo.html", "photo.txt", "photo.jpg"])
def test_binary(save: Save, name: str) -> None:
    told = refusal(save(name, b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20))
    assert "is not text" in told
    assert all(suffix.removeprefix(".") in told for suffix in (".mhtml", ".webarchive", ".html", ".txt", ".hwp"))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.hwpx"])
def test_text_under_a_wrong_name(save: Save, name: str) -> None:
    assert "damaged" in refusal(save(name, "error 404"))


def test_truncated_docx(save: Save, docx: Docx) -> None:
    whole = docx("<w:p><w:r><w:t>본문</w:t></w:r></w:p>")
    for size in (30, len(whole) // 2, len(whole) - 5):
        assert "damaged" in refusal(save("a.docx", whole[:size]))


def test_broken_xml_in_docx(save: Save, zipped: Zipped) -> None:
    assert "damaged" in refusal(save("a.docx", zipped({"word/document.xml": "<w:document><w:body>"})))


def test_truncated_pdf(save: Save) -> None:
    whole = (SAMPLE / "bj_compute_plan_20230415.pdf").read_bytes()
    for size in (100, len(whole) // 2, len(whole) - 100):
        assert "damaged" in refusal(save("a.pdf", whole[:size]))


def test_scanned_pdf(tmp_path: Path) -> None:
    import pypdfium2  # type: ignore[import-untyped]

    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842)
    pdf.save(tmp_path / "scan.pdf")
    assert "scanned: needs OCR" in refusal(tmp_path / "scan.pdf")


def test_zip_bomb(save: Save, zipped: Zipped) -> None:
    assert "too large" in refusal(save("a.docx", zipped({"word/document.xml": b"0" * 70_000_000})))


def test_other_archives(save: Save, zipped: Zipped) -> None:
    assert "is not text" in refusal(save("a.zip", zipped({"readme.txt": "x"})))
    assert "XLSX file, which is not read" in refusal(
        save("a.xlsx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"}))
    )


def test_markup_without_words(save: Save, docx: Docx) -> None:
    assert "holds no text" in refusal(save("a.html", "<html><script>1</script></html>"))
    assert "holds no text" in refusal(save("a.docx", docx("<w:p/>")))


@settings(max_examples=settings().max_examples * 6 // 10)
@given(st.data())
def test_mutated_files_are_read_or_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["most_facility_measures.docx", "bj_compute_plan_20230415.pdf"]))
    content = bytearray((SAMPLE / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Unreadable):
        formats.document(bytes(content), name)


def test_importing_the_room_is_light() -> None:
    heavy = ("lxml", "pypdfium2", "pdfplumber", "docx", "trafilatura", "olefile")
    code = f"import sys, donghyang.read; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not os.access("/proc/kmsg", os.R_OK), reason="needs Linux, and an administrator")
def test_a_file_that_tells_more_when_there_is_more_is_not_waited_for() -> None:
    """By its mode it is a file, of no bytes; who reads it waits for the system's next message."""
    with pytest.raises(Unreadable, match="is a device"):
        read.bytes_of(Path("/proc/kmsg"))


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="needs pipes with names")
def test_a_pipe_is_read_to_its_end_and_once() -> None:
    """What a shell gives for `<(…)`: whoever writes into it may take a while, and its bytes come one time."""
    reading, writing = os.pipe()
    order = [sys.executable, "-m", "donghyang", "read", "--json", f"/dev/fd/{reading}"]
    with subprocess.Popen(order, stdout=subprocess.PIPE, pass_fds=[reading]) as program:
        os.close(reading)
        with os.fdopen(writing, "wb", buffering=0) as out:
            out.write("첫째 줄이 온다.\n".encode())
            out.write("둘째 줄이 온다.\n".encode())
        assert program.stdout is not None
        assert "둘째 줄이 온다." in json.loads(program.stdout.read())["text"]
