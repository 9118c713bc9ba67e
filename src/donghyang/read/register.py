"""The table in which a government document says what it is: index, issuer, number, days and title.

Ministries and provinces print it above the document, as a table, as a list or as lines; the labels are always the
same (data/register.tsv). It tells about the article and is none of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.read.lines import Line

_LONGEST = 300
"""Characters of an entry's line at most; a paragraph that begins with such a word is none."""
_EMPTY = frozenset(("无", "暂无", "/", "-", "--", "——", "null"))
_CERTAIN = frozenset(("index", "number", "issuer", "written"))
_NUMBER = re.compile(
    r"(?:(?:发文字号|公文文号|文\s*号|文件编号|字\s*号)\s*[：:]?\s*)?"
    r"([一-鿿]{1,12}[〔\[（(【﹝]\d{4}[〕\])）】﹞]\s*第?\s*\d{1,5}\s*号"
    r"|(?:[一-鿿]{2,24}(?:公告|令|通告)\s*)?\d{4}\s*年\s*第\s*\d{1,4}\s*号)"
)
"""Office, year and count as GB/T 9704-2012 (7.2.5) writes them, or year and count of an announcement."""
_LONG = 4
"""Characters of a label that is told from a sentence's first word."""
_BARE = 40
"""Characters of a line at most in which a value follows its label without a colon."""
_LEAST = 3
"""So many different entries make a table; two where one of them is the index."""


@dataclass(frozen=True, slots=True)
class Register:
    """What the table says; a field it does not have is missing, empty values are left out."""

    fields: dict[str, str] = field(default_factory=dict)
    """By title, number, issuer, written, published, index; the first entry of each."""
    places: frozenset[int] = frozenset()
    """The indexes of the lines it stands in."""

    def say(self, name: str) -> str | None:
        """What the table says under a field, None where it says nothing."""
        return self.fields.get(name)


def read(shown: Sequence[Line], end: int) -> Register:
    """The table among the first `end` lines of a page; an empty one where there is none."""
    entries = [(at, name, value) for at in range(min(end, len(shown))) for name, value in _entries(shown, at)]
    places: set[int] = set()
    fields: dict[str, str] = {}
    for group in _groups(entries):
        names = {name for _, name, _ in group}
        labels = len({(name, at) for at, name, _ in group})
        if not names & _CERTAIN or (labels < _LEAST and "index" not in names) or labels < 2:
            continue
        for at, name, value in group:
            places.add(at)
            if value is not None and name != "other" and value not in _EMPTY:
                fields.setdefault(name, value)
            if value is not None and shown[at].rows is None and shown[at].text.endswith(("：", ":")):
                places.add(at + 1)
    return Register(fields, frozenset(places))


def number(lines: Sequence[str]) -> str | None:
    """The number of a document that stands alone in a line (国发〔2019〕5号); None where no line is one."""
    found = (_NUMBER.fullmatch(line.strip(" \u3000（()）")) or _NUMBER.fullmatch(line.strip()) for line in lines)
    return next((number[1] for number in found if number), None)


def _groups(entries: Sequence[tuple[int, str, str | None]]) -> Iterator[list[tuple[int, str, str | None]]]:
    """Entries that stand together: no more than two lines between one and the next."""
    group: list[tuple[int, str, str | None]] = []
    for entry in entries:
        if group and entry[0] - group[-1][0] > 3:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _entries(shown: Sequence[Line], at: int) -> Iterator[tuple[str, str | None]]:
    """The entries of one line or table, each with its value, None where it is empty."""
    line = shown[at]
    if line.rows is not None:
        for row in line.rows:
            yield from _in_cells([slot.text for slot in row])
    elif len(line.text) <= _LONGEST:
        found = list(_in_line(line.text))
        if len(found) == 1 and found[0][1] is None and line.text.rstrip().endswith(("：", ":")):
            below = shown[at + 1] if at + 1 < len(shown) else None
            value = below.text if below is not None and below.rows is None and not list(_in_line(below.text)) else None
            found = [(found[0][0], value)]
        yield from found


def _in_cells(cells: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    for at, cell in enumerate(cells):
        name = _label(cell)
        if name is not None:
            value = cells[at + 1].strip() if at + 1 < len(cells) else ""
            yield name, value if value and _label(value) is None else None
        else:
            yield from _in_line(cell)


def _in_line(text: str) -> Iterator[tuple[str, str | None]]:
    """The entries written one behind the other in a line (索引号：… 发文机关：…); the first must open it."""
    found = list(_pattern().finditer(text))
    if not found and len(text) <= _BARE and (bare := _bare().fullmatch(text.strip())):
        yield _names()[_key(bare[1])], bare[2].strip()
    if not found or found[0].start() > 2:
        return
    for at, entry in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield _names()[_key(entry[1])], text[entry.end() : end].strip(" \u3000|｜；;") or None


def _label(cell: str) -> str | None:
    return _names().get(_key(cell.strip(" \u3000：:[]【】")))


def _key(text: str) -> str:
    r"""A label as the table has it: without spaces, the first of two names (发文字号\文号)."""
    return re.split(r"[\\/]", re.sub(r"[\s\u3000]+", "", text))[0]


@cache
def _names() -> dict[str, str]:
    return {word: name for name, words in tables.read(__package__, "register.tsv") for word in words.split()}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_names(), key=len, reverse=True)
    spaced = "|".join(r"[\s\u3000]*".join(map(re.escape, word)) for word in words)
    return re.compile(rf"(?<![一-鿿])[\[【]?\s*({spaced})(?:[\\/][一-鿿]{{1,8}})?\s*[\]】]?\s*[：:]\s*[\]】]?")


@cache
def _bare() -> re.Pattern[str]:
    """A long label and its value with nothing between them, as blocks of two spans come out (发布机构岚海省海洋局)."""
    words = sorted((word for word in _names() if len(word) >= _LONG), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))})\s*([^\s，。；：:][^，。；：:]*)")
