"""Small files of every format, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Zipped = Callable[[dict[str, str | bytes]], bytes]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def zipped() -> Zipped:
    """Makes an archive of the given members."""

    def write(parts: dict[str, str | bytes]) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return stream.getvalue()

    return write


@pytest.fixture
def docx(zipped: Zipped) -> Callable[..., bytes]:
    """Makes a DOCX file around a body; further arguments are members of word/ by their stem."""

    def write(body: str, **parts: str) -> bytes:
        document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        members: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
        return zipped(members | {f"word/{stem}.xml": text for stem, text in parts.items()})

    return write


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Writes a file into a temporary folder."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
