"""Numbers in the print: what a line may not break (57조 원), and which columns of a table are numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import Literal

from donghyang.language.quantities import figures
from donghyang.publish.text import width
from donghyang.records import Span

HELD_SPACE = "\u00a0"
_AHEAD = re.compile(r"(?:(?<![가-힣])약|[≥≤≈＜＞<>±~∼～△▲▽▼+]) $")
"""What leans on the number behind it: 약 57조 원, ≥ 70%."""
_UNKNOWN_UNIT = re.compile(r"(?<=[만억조]) [가-힣]{1,4}(?![가-힣])")
"""Behind a magnitude even a word that no table knows is the unit: 3억 페소."""
_BESIDE = re.compile(r"약|이상|이하|초과|미만|내외|안팎|[\s()（）±~∼～–—/:+△▲▽▼≥≤＜＞<>≈-]")
"""What may stand beside the numbers of a cell that is nothing but numbers."""
_NOTHING = frozenset(("", "-", "–", "—", "―", "…", "·", "N/A", "n/a"))
"""What a cell says that has no number to give."""
_LONGEST_UNIT = 4
"""Characters of a unit that no table knows, where all cells of a column share it (12꾸러미, 7꾸러미)."""
_WORD = re.compile(r"\n|[^\s\n]*[^\S\n]+|\S+")


def held(text: str) -> list[Span]:
    """The stretches of `text` inside which no line may break: numbers in digits with spaces in them, with unit and 약.

    Each holds a space, none touches another; empty where there are none.
    """
    found: list[Span] = []
    for figure in figures(text):
        start, end = figure.start, figure.end
        if not any(map(str.isdigit, text[start:end])):
            continue
        if ahead := _AHEAD.search(text, max(0, start - 2), start):
            start = ahead.start()
        if figure.unit is None and (unit := _UNKNOWN_UNIT.match(text, end)):
            end = unit.end()
        if len(text[start:end].split()) < 2 or "\n" in text[start:end]:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


_LEANING = re.compile(
    r"""
      \S (?: [)\]」』〉》】’”%*℃㎡]+ [가-힣]    # a bracket, star or unit, and the particle behind: 원)을, 4%이
          | [)\]」』〉》】’”*]{2,}              # two that close together: 辦法)」
          | · )
    | [(「『〈《【‘“] [가-힣\u3400-\u9fff0-9]   # an opening bracket and the letter behind it
    """,
    re.VERBOSE,
)
"""Signs and the letters that no line may part them from, where only a browser or a reader of books breaks the lines."""


def unbroken(text: str) -> list[Span]:
    """What is held in `text`, and signs with the letters that they lean on; none overlaps another."""
    found: list[Span] = []
    for start, end in sorted([*held(text), *(match.span() for match in _LEANING.finditer(text))]):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def with_held_spaces(text: str) -> str:
    """`text` with no-break spaces inside what is held, for formats that know no other way to keep a line whole."""
    found, at = [], 0
    for start, end in held(text):
        found += [text[at:start], text[start:end].replace(" ", HELD_SPACE)]
        at = end
    return "".join([*found, text[at:]])


def words(text: str, limit: float = inf) -> list[str]:
    """`text` cut where a line may break, each word with the spaces behind it; "\\n" is a word. Joined they are `text`.

    A number with its unit is one word up to `limit` em; a longer one would not fit on a line.
    """
    inside = {at for start, end in held(text) for at in range(start + 1, end)}
    found: list[str] = []
    for match in _WORD.finditer(text):
        if match.start() in inside and width(found[-1] + match.group()) <= limit:
            found[-1] += match.group()
        else:
            found.append(match.group())
    return found


def share_of_numbers(cells: Sequence[str]) -> Literal["all", "some", "none"]:
    """How many of the cells are numbers, with units or not. Empty cells and dashes do not count.

    Dates, ordinals and names with digits in them (2025년, 제3차, 5G) are no numbers.
    """
    rests = [_rest(cell) for cell in cells if cell.strip() not in _NOTHING]
    if not rests:
        return "none"
    first = rests[0]
    if first is not None and len(first) <= _LONGEST_UNIT and all(rest == first for rest in rests):
        return "all"
    return "some" if "" in rests else "none"


def _rest(cell: str) -> str | None:
    """What a cell says beside its numbers, "" for nothing; None for a cell of words."""
    found = list(figures(cell))
    if not found or "\n" in cell:
        return None
    rest, at = [], 0
    for figure in found:
        rest.append(cell[at : figure.start])
        at = figure.end
    words = _BESIDE.sub("", "".join([*rest, cell[at:]]))
    return words if all(map(str.isalpha, words)) else None
