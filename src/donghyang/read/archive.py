"""Zipped documents (DOCX, HWPX): what is read of them is counted, part after part, before a tree is built of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from donghyang.read.files import damaged, locked, too_deep
from donghyang.read.limits import MIB, allowed, exceeded, spend

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.records import Unreadable

_DEEPEST = 256
"""Layers of elements that libxml2 follows in XML; a document a person made has forty."""


class Archive:
    """The members of a zipped document.

    Raises Unreadable when the archive is cut short or encrypted.
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
        self.names = frozenset(member.filename for member in members)

    def read(self, member: str) -> bytes | None:
        """The bytes of one member, None where there is no such member.

        Raises Unreadable when it is damaged, or unpacks to more than the file may: what its table of contents says of
        its size is not believed.
        """
        if member not in self.names:
            return None
        most = allowed("unpacked") * MIB
        try:
            with self._zip.open(member) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise damaged(self.name, self.kind) from None
        spend("unpacked", len(data))
        return data

    def xml(self, member: str) -> _Element | None:
        """The root of one XML member, None where there is no such member; entities are not expanded.

        Raises Unreadable as `read` does, and where the parts together have more tags than a file may.
        """
        data = self.read(member)
        if data is None:
            return None
        spend("tags", data.count(b"<"))
        spend("attributes", data.count(b"="))
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as trouble:
            raise self._refusal(str(trouble)) from None

    def _refusal(self, trouble: str) -> Unreadable:
        """Why libxml2 does not read a part: too deep, one text in it of 10 MB (parserInternals.h), or broken."""
        if "xcessive depth" in trouble:
            return too_deep(self.name, _DEEPEST)
        if trouble.startswith("Resource limit exceeded"):
            return exceeded(self.name, "unpacked", allowed("unpacked"))
        return damaged(self.name, self.kind)
