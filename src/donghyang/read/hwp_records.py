"""The streams of an HWP 5 file as trees of records (한글 문서 파일 형식 5.0, revision 1.3, published by Hancom)."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from donghyang.read.files import binary, damaged, locked, other_kind, restricted
from donghyang.read.limits import MIB, allowed, spend
from donghyang.records import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olefile import OleFileIO  # type: ignore[import-untyped]

BEGIN = 0x10
CHAR_SHAPE, NUMBERING, BULLET, PARA_SHAPE, STYLE = (BEGIN + at for at in (5, 7, 8, 9, 10))
PARA_HEADER, PARA_TEXT, PARA_CHAR_SHAPE = BEGIN + 50, BEGIN + 51, BEGIN + 52
CTRL_HEADER, LIST_HEADER, SHAPE, TABLE = BEGIN + 55, BEGIN + 56, BEGIN + 60, BEGIN + 61
PICTURE, EQUATION = BEGIN + 69, BEGIN + 72

_SIGNATURE = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTED, _RIGHTS = 1, 2, 4, 16
_MAX_SECTIONS = 1000


@dataclass(slots=True)
class Record:
    """One record and those below it."""

    tag: int
    level: int
    data: bytes
    below: list[Record] = field(default_factory=list)

    def all_below(self) -> Iterator[Record]:
        """Every record below this one, in the order of the file."""
        stack = list(reversed(self.below))
        while stack:
            record = stack.pop()
            yield record
            stack += reversed(record.below)

    def number(self, at: int, form: str = "<H") -> int:
        """A number at offset `at` of the record, 0 where the record is shorter."""
        size = struct.calcsize(form)
        return int(struct.unpack_from(form, self.data, at)[0]) if at + size <= len(self.data) else 0

    def text(self, at: int) -> tuple[str, int]:
        """A string with its length before it, and the offset behind it."""
        end = at + 2 + 2 * self.number(at)
        return self.data[at + 2 : end].decode("utf-16-le", "replace"), end


@dataclass(frozen=True, slots=True)
class Streams:
    """What an HWP file holds for a reader of its text."""

    styles: Record
    sections: tuple[Record, ...]


def read(data: bytes, name: str) -> Streams:
    """The record trees of a file's styles and sections.

    Raises Unreadable when the file is damaged, locked, made for distribution, or another kind of OLE file.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("FileHeader"):
                raise _foreign(ole, name)
            header = _stream(ole, "FileHeader", len(data), name)
            flags = _flags(header, name)
            packed = bool(flags & _COMPRESSED)
            styles = _tree(_unpacked(_stream(ole, "DocInfo", len(data), name), packed, name), name)
            sections = [f"BodyText/Section{at}" for at in range(_MAX_SECTIONS)]
            there = [section for section in sections if ole.exists(section)]
            trees = [_tree(_unpacked(_stream(ole, section, len(data), name), packed, name), name) for section in there]
    except Unreadable:
        raise
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, struct.error, RecursionError):
        # olefile raises all of these on directories and sector chains that run in circles or nowhere.
        raise damaged(name, "HWP") from None
    if not trees:
        raise damaged(name, "HWP")
    return Streams(styles, tuple(trees))


def _foreign(ole: OleFileIO, name: str) -> Unreadable:
    """The refusal of a compound file that another program made."""
    if ole.exists("EncryptedPackage"):
        return locked(name, "DOCX")
    kinds = (("WordDocument", "DOC"), ("Workbook", "XLS"), ("Book", "XLS"), ("PowerPoint Document", "PPT"))
    kind = next((kind for stream, kind in kinds if ole.exists(stream)), None)
    return other_kind(name, kind) if kind else binary(name)


def _stream(ole: OleFileIO, path: str, size: int, name: str) -> bytes:
    """The bytes of a stream; one larger than its file of `size` bytes runs in circles and is damaged."""
    if ole.get_size(path) > size:
        raise damaged(name, "HWP")
    return bytes(ole.openstream(path).read())


def _flags(header: bytes, name: str) -> int:
    if not header.startswith(_SIGNATURE) or len(header) < 40:
        raise damaged(name, "HWP")
    flags = int(struct.unpack_from("<I", header, 36)[0])
    if flags & _PASSWORD:
        raise locked(name, "HWP")
    if flags & (_DISTRIBUTED | _RIGHTS):
        raise restricted(name)
    return flags


def _unpacked(data: bytes, packed: bool, name: str) -> bytes:
    if packed:
        try:
            data = zlib.decompressobj(-15).decompress(data, allowed("unpacked") * MIB + 1)
        except zlib.error:
            raise damaged(name, "HWP") from None
    spend("unpacked", len(data))
    return data


def _tree(data: bytes, name: str) -> Record:
    """The records of a stream below one root. A stream that ends inside a record is damaged."""
    root = Record(0, -1, b"")
    path, at = [root], 0
    padding = len(data.rstrip(b"\0"))
    while at + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, at)
        tag, level, size = head & 0x3FF, head >> 10 & 0x3FF, head >> 20
        at += 4
        if size == 0xFFF and at + 4 <= len(data):
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        if head == 0 and at >= padding:
            break
        spend("records")
        if at + size > len(data):
            raise damaged(name, "HWP")
        while path[-1].level >= level:
            path.pop()
        record = Record(tag, level, data[at : at + size])
        path[-1].below.append(record)
        path.append(record)
        at += size
    return root
