"""What the DocInfo stream of an HWP 5 file says of a paragraph: style, size, indent, numbering."""

from __future__ import annotations

import re

from donghyang.read.compose import Height, Look
from donghyang.read.hwp_records import BULLET, CHAR_SHAPE, NUMBERING, PARA_SHAPE, STYLE, Record
from donghyang.read.numerals import numeral, symbols

_UNITS_A_COLUMN = 1000
"""Half the width of a 10 point letter; the format counts paragraph margins in two hundredths of a point."""
_LEVELS = 7
_RAISED, _LOWERED = 1 << 15, 1 << 16
FORMS = (
    "DIGIT",
    "CIRCLED_DIGIT",
    "ROMAN_CAPITAL",
    "ROMAN_SMALL",
    "LATIN_CAPITAL",
    "LATIN_SMALL",
    "CIRCLED_LATIN_CAPITAL",
    "CIRCLED_LATIN_SMALL",
    "HANGUL_SYLLABLE",
    "CIRCLED_HANGUL_SYLLABLE",
    "HANGUL_JAMO",
    "CIRCLED_HANGUL_JAMO",
    "HANGUL_PHONETIC",
    "IDEOGRAPH",
)
"""Number formats by their code."""


class Styles:
    """Styles and lists of a file; lists count as they are drawn."""

    def __init__(self, root: Record) -> None:
        self.outline = 0
        """Which numbering the outline of the section uses; 0 for none."""
        kinds: dict[int, list[Record]] = {}
        for record in root.all_below():
            kinds.setdefault(record.tag, []).append(record)
        self._shapes = kinds.get(PARA_SHAPE, [])
        self._names = [record.text(0)[0] for record in kinds.get(STYLE, [])]
        self._sizes = [record.number(42, "<i") / 100 for record in kinds.get(CHAR_SHAPE, [])]
        self._properties = [record.number(46, "<I") for record in kinds.get(CHAR_SHAPE, [])]
        self._bullets = [chr(record.number(12)) for record in kinds.get(BULLET, [])]
        self._numberings = [_levels(record) for record in kinds.get(NUMBERING, [])]
        self._counts: dict[int, dict[int, int]] = {}

    def height(self, letters: int) -> Height:
        """Where letters of that shape stand on their line."""
        told = self._properties[letters] if 0 <= letters < len(self._properties) else 0
        return "raised" if told & _RAISED else "lowered" if told & _LOWERED else "level"

    def look(self, shape: int, style: int, letters: int) -> Look:
        """How a paragraph looks, by the numbers of its shape, its style and its first letters; its list goes on."""
        form = self._shapes[shape] if shape < len(self._shapes) else Record(PARA_SHAPE, 0, b"")
        left = form.number(4, "<i") + min(0, form.number(12, "<i"))
        return Look(
            max(0, left // _UNITS_A_COLUMN),
            self._marker(form),
            self._names[style] if style < len(self._names) else None,
            (self._sizes[letters] or None) if 0 <= letters < len(self._sizes) else None,
        )

    def _marker(self, form: Record) -> str:
        properties = form.number(0, "<I")
        kind, depth, key = properties >> 23 & 3, properties >> 25 & 7, form.number(30)
        if kind == 3:
            sign = self._bullets[key - 1] if 0 < key <= len(self._bullets) else ""
            return symbols(sign) if sign not in ("", "\0", "\uffff") else ""
        if kind == 1:
            key = self.outline
        if kind == 0 or not 0 < key <= len(self._numberings):
            return ""
        levels = self._numberings[key - 1]
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, 0) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

        def drawn(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return numeral(levels[at][0] if at < len(levels) else "DIGIT", counts.get(at, 1))

        return re.sub(r"\^(\d)", drawn, levels[depth][1] if depth < len(levels) else "").strip()


def _levels(record: Record) -> list[tuple[str, str]]:
    """Number format and text ("^1.") of each level of a numbering."""
    levels, at = [], 0
    for _ in range(_LEVELS):
        if at + 14 > len(record.data):
            break
        code = record.number(at, "<I") >> 5 & 15
        text, at = record.text(at + 12)
        levels.append((FORMS[code] if code < len(FORMS) else "DIGIT", text))
    return levels
