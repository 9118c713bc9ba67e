"""Zipped documents (DOCX, HWPX), opened only after their table of contents has been looked at."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from donghyang.read.files import damaged, locked, too_large

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes that all members may have together once unpacked; a report with photographs has a tenth of it."""
_MAX_PART = 64 * 1024 * 1024
"""Bytes of one XML part."""
_MAX_RATIO = 200
"""How far a large member may be packed; XML of real documents packs 10 to 60 times."""
_MAX_MEMBERS = 20_000


class Archive:
    """The members of a zipped document.

    Raises Unreadable when the archive is cut short, encrypted, or would unpack to too much.
    """

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self.name, self.kind = name, kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise damaged(name, kind) from None
        members = self._zip.infolist()
        if any(member.flag_bits & 1 for member in members):
            raise locked(name, kind)
        size = sum(member.file_size for member in members)
        packed_hard = any(
            member.file_size > 2**20 and member.file_size > _MAX_RATIO * max(1, member.compress_size)
            for member in members
        )
        if size > MAX_UNPACKED or packed_hard or len(members) > _MAX_MEMBERS:
            raise too_large(name, size, MAX_UNPACKED)
        self.names = frozenset(member.filename for member in members)

    def read(self, member: str) -> bytes | None:
        """The bytes of one member, None where there is no such member."""
        if member not in self.names:
            return None
        try:
            with self._zip.open(member) as stream:
                data = stream.read(_MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise damaged(self.name, self.kind) from None
        if len(data) > _MAX_PART:
            raise too_large(self.name, len(data), _MAX_PART)
        return data

    def xml(self, member: str) -> _Element | None:
        """The root of one XML member, None where there is no such member; entities are not expanded."""
        data = self.read(member)
        if data is None:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise damaged(self.name, self.kind) from None
