"""Zipped office documents with one fixed time for all their members: neither the clock nor its faults get in.

ZIP knows no day before 1980 and none after 2107 (APPNOTE 4.4.6): with the clock beyond, a member of today cannot be
written at all.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_TIME = (1980, 1, 1, 0, 0, 0)


def saved(document: Document) -> bytes:
    """A Word document as the bytes of its file; the same document gives the same bytes at any time."""
    from docx.opc.pkgwriter import PackageWriter

    package, stream = document.part.package, io.BytesIO()
    assert package is not None
    parts = list(package.iter_parts())
    for part in parts:
        part.before_marshal()
    with zipfile.ZipFile(stream, "w") as target:
        # What PackageWriter.write does, but for the writer: its own asks the clock.
        steps: Any = PackageWriter
        steps._write_content_types_stream(writer := _Undated(target), parts)
        steps._write_pkg_rels(writer, package.rels)
        steps._write_parts(writer, parts)
    return stream.getvalue()


class _Undated:
    """Takes the parts of a package into an archive."""

    def __init__(self, target: zipfile.ZipFile) -> None:
        self._target = target

    def write(self, uri: Any, blob: bytes) -> None:
        """Put in one part."""
        self._target.writestr(_member(uri.membername, zipfile.ZIP_DEFLATED), blob)


def repacked(data: bytes) -> bytes:
    """A zipped document with the same members in the same order, all of them of the fixed time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for member in source.infolist():
            target.writestr(_member(member.filename, member.compress_type), source.read(member))
    return stream.getvalue()


def _member(name: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = compression
    info.create_system = 0
    return info
