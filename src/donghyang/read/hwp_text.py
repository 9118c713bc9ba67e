"""The words of a paragraph of an HWP 5 file, with what is drawn among them: overlapped letters, ruby, formulas, numbers
(한글 문서 파일 형식 5.0, revision 1.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from donghyang.read.compose import Words
from donghyang.read.hwp_records import CTRL_HEADER, EQUATION, PARA_CHAR_SHAPE, PARA_TEXT, Record
from donghyang.read.hwp_styles import FORMS, Styles
from donghyang.read.numerals import numeral

_SIGNS = {9: "\t", 10: "\n", 24: "-", 30: " ", 31: " "}
"""Control characters that stand for a printed one."""
_SHORT = frozenset((0, 10, 13, *range(24, 32)))
"""Control characters of one code unit; every other below 32 is followed by seven more units that are not text."""
_CALLS = frozenset((1, 2, 3, 11, 12, *range(14, 19), 21, 22, 23))
"""Control characters that stand where the control of a record is drawn."""
DRAWN = frozenset((b"atno", b"tcps", b"tdut", b"eqed"))
"""Controls that are words of the paragraph they stand in."""
_COUNTED = range(3, 6)
"""Kinds of automatic numbers that captions have: pictures, tables, formulas. Pages and notes are numbered elsewhere."""


class Text:
    """Reads paragraphs in their order; automatic numbers count as they are drawn."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: Counter[int] = Counter()

    def words(self, paragraph: Record) -> Words:
        """The characters of a paragraph, line breaks as newlines."""
        words, units = Words(), _units(paragraph)
        called = [record for record in paragraph.below if record.tag == CTRL_HEADER]
        for start, end, shape in _stretches(paragraph, len(units)):
            height = self._styles.height(shape)
            kept = bytearray()
            at = start
            while at < end:
                unit = units[at]
                if unit >= 32:
                    kept += unit.to_bytes(2, "little")
                    at += 1
                    continue
                words.add(kept.decode("utf-16-le", "replace"), height=height)
                kept.clear()
                words.add(_SIGNS.get(unit, ""))
                if unit in _CALLS:
                    words.add(self._called(bytes(units[at + 1 : at + 3]), called))
                at += 1 if unit in _SHORT else 8
            words.add(kept.decode("utf-16-le", "replace"), height=height)
        return words

    def _called(self, kind: bytes, called: list[Record]) -> str:
        """What the next control of that kind draws among the words, "" for a table or another thing of its own."""
        control = next((record for record in called if record.data[:4] == kind), None)
        if control is None:
            return ""
        called.remove(control)
        name = kind[::-1]
        if name == b"atno":
            return self._number(control)
        if name == b"tcps":
            return control.text(4)[0]
        if name == b"tdut":
            main, end = control.text(4)
            above = control.text(end)[0]
            return f"{main}({above})" if above.strip() else main
        if name == b"eqed":
            scripts = (record.text(4)[0].strip() for record in control.below if record.tag == EQUATION)
            return "".join(f" {script} " for script in scripts if script)
        return ""

    def _number(self, control: Record) -> str:
        properties, told = control.number(4, "<I"), control.number(8)
        kind, code = properties & 15, properties >> 4 & 255
        if kind not in _COUNTED:
            return ""
        self._counts[kind] = told or self._counts[kind] + 1
        signs = [chr(control.number(at)) for at in (12, 14)]
        before, after = (sign if sign >= " " else "" for sign in signs)
        return before + numeral(FORMS[code] if code < len(FORMS) else "DIGIT", self._counts[kind]) + after


def _units(paragraph: Record) -> memoryview:
    record = next((one for one in paragraph.below if one.tag == PARA_TEXT), None)
    return memoryview(record.data[: len(record.data) // 2 * 2]).cast("H") if record else memoryview(b"").cast("H")


def _stretches(paragraph: Record, length: int) -> Iterator[tuple[int, int, int]]:
    """Where letters of one shape begin and end, and the number of that shape, -1 where none is told."""
    record = next((one for one in paragraph.below if one.tag == PARA_CHAR_SHAPE), None)
    count = len(record.data) // 8 if record else 0
    told = [(record.number(8 * at, "<I"), record.number(8 * at + 4, "<I")) for at in range(count)] if record else []
    start, shape = 0, -1
    for place, following in told:
        if start < place < length:
            yield start, place, shape
            start = place
        shape = following
    yield start, length, shape
