"""What marks around letters of a PDF say of them: that other words are meant, that they belong to a layer.

A page prints 320 and may tell a program 999 (ActualText, ISO 32000-1, 14.9.4); layers are switched on and off (8.11).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

from donghyang.read.pdf_objects import DEPTH, objects

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage  # type: ignore[import-untyped]

_SHORT = 2
"""Characters of what may stand for a hyphen, a space or a ligature: what programs write so of themselves."""
_MOST_MARKS = 40
"""Marks of one piece of text that are looked at."""


def told_otherwise(page: PdfPage) -> None:
    """Take from the letters of a page what its marks say they mean, so that they are read as they are drawn.

    What is said for one or two characters, none of them a figure, stays.
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    for thing in objects(page, pdfium.FPDF_PAGEOBJ_TEXT, DEPTH):
        for mark in list(_marks(thing)):
            said = _said(mark, b"ActualText")
            if said is not None and (len(said) > _SHORT or any(sign.isdecimal() for sign in said)):
                pdfium.FPDFPageObj_RemoveMark(thing.raw, mark)


def is_layered(thing: PdfObject) -> bool:
    """Whether something drawn belongs to a layer that may be switched off."""
    import pypdfium2.raw as pdfium

    name, length = ctypes.create_string_buffer(16), ctypes.c_ulong()
    for mark in _marks(thing):
        found = pdfium.FPDFPageObjMark_GetName(mark, ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)), 16, length)
        if found and name.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0") == "OC":
            return True
    return False


def _marks(thing: PdfObject) -> Iterator[object]:
    import pypdfium2.raw as pdfium

    for at in range(min(_MOST_MARKS, max(0, pdfium.FPDFPageObj_CountMarks(thing.raw)))):
        yield pdfium.FPDFPageObj_GetMark(thing.raw, at)


def _said(mark: object, key: bytes) -> str | None:
    """The text a mark gives under a key; None where it gives none."""
    import pypdfium2.raw as pdfium

    size = ctypes.c_ulong()
    if not pdfium.FPDFPageObjMark_GetParamStringValue(mark, key, None, 0, size) or not size.value:
        return None
    words = ctypes.create_string_buffer(size.value)
    room = ctypes.cast(words, ctypes.POINTER(ctypes.c_ushort))
    if not pdfium.FPDFPageObjMark_GetParamStringValue(mark, key, room, size.value, size):
        return None
    return words.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
