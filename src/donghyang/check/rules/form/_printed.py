"""A line as the file has it, with the stars that are taken off the sheet's text."""

from __future__ import annotations

from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet


def printed(sheet: Sheet, line: Passage) -> str:
    """The line up to its end: stars are taken off the sheet's text where they could be emphasis."""
    start, end = sheet.place(line.start, line.end)
    stop = sheet.document.text.find("\n", end)
    return sheet.document.text[start : stop if stop >= 0 else len(sheet.document.text)]


def whole_line(sheet: Sheet, line: Passage) -> str:
    """The line from its first sign on."""
    start, _ = sheet.place(line.start, line.end)
    return sheet.document.text[sheet.document.text.rfind("\n", 0, start) + 1 : start] + printed(sheet, line)
