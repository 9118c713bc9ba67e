"""What stands in the heads of tables: their Korean, what their columns hold, and how cells are set."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.language.gazetteer import by_hanzi
from donghyang.language.numerals_zh import read_zh
from donghyang.language.script import fold, has_han

UNIT = re.compile(r"^(?P<base>.+?)\s*[（(](?P<unit>[^（）()]{1,12})[）)]$")
"""投资额（亿元）: what is measured, and its unit."""
_SPACED = re.compile(r"^\S(?:[ \u3000]+\S)+$")
"""地　区: two characters set wide."""
_NUMBER = re.compile(
    r"^(?:(?P<plain>\d{1,2})[.．、](?!\d)|[（(](?P<inner>\d{1,2}|[一二三四五六七八九十]{1,3})[）)]"
    r"|(?P<zh>[一二三四五六七八九十]{1,3})、)\s*"
)
_GENERIC = re.compile("[各有本该设区直县市省国级三二一民内外全相]")
"""What begins so describes bodies (各区政府, 设区市, 三级医院) as often as it names one."""
_ENDS = "|".join(row[1] for row in tables.read(__package__, "shapes.tsv") if row[0] == "organisation")
_BODY = re.compile(rf"[\u4e00-\u9fff()]{{2,20}}(?:{_ENDS})")
_FIELDS = ("研究院", "研究所", "实验室")
"""Such bodies are called by their field, which is put into Korean and not read out."""


@cache
def heads() -> dict[str, tuple[str, str]]:
    """Korean and what stands below, by the words of a head."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in tables.read(__package__, "heads.tsv")}


@cache
def longest_head() -> int:
    """How many characters the longest of them has."""
    return max(map(len, heads()))


def kind_of(head: str) -> str:
    """What the column below a head holds; "" where its head does not say."""
    plain = fold(narrowed(head).replace("\n", ""))
    unit = UNIT.match(plain)
    return heads().get(unit["base"] if unit else plain, ("", ""))[1]


def narrowed(text: str) -> str:
    """The words without the room that sets two or three characters wide."""
    return "\n".join(
        re.sub(r"\s+", "", line) if _SPACED.match(line.strip()) and has_han(line) else line.strip()
        for line in text.split("\n")
    ).strip()


def numbered(text: str) -> tuple[str, str]:
    """The number in front of an item as Korean prints it, "" for none, and the rest."""
    found = _NUMBER.match(text)
    if found is None or found.end() == len(text):
        return "", text
    value = found["plain"] or found["inner"] or found["zh"]
    number = value if value.isdigit() else str(int(read_zh(value) or 0))
    return f"({number}) " if found["inner"] else f"{number}. ", text[found.end() :]


def is_body(text: str) -> bool:
    """Has the whole of it the shape of a body's name, and no word in front that only describes bodies?"""
    return bool(_BODY.fullmatch(fold(text))) and not _GENERIC.match(fold(text))


def is_read_out(text: str) -> bool:
    """Is it a body's name that Korean reads out: a firm's, a school's, no institute's?"""
    return is_body(text) and not text.endswith(_FIELDS)


def is_place(text: str) -> bool:
    """Is it a place of the gazetteer, with or without its level (舟山, 舟山市)?"""
    return any(name in by_hanzi() for name in (fold(text), fold(text)[:-1]) if len(name) > 1)
