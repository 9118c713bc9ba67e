"""Words that say which of two ways a thing went: 증가 and 감소, 성공 and 실패. Knowledge stands in `data/poles.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.language import tables

Language = Literal["ko", "zh"]
_TURNED = ("不", "未")
"""Before a word that is no sign of its way any more (不低于)."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One such word at its place."""

    pair: str
    pole: str
    start: int
    end: int


@cache
def _poles(language: Language) -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, str], ...]]]:
    known: dict[str, list[tuple[str, str]]] = {}
    for pair, pole, spoken, cell in tables.read(__package__, "poles.tsv"):
        if spoken == language:
            for word in words(cell):
                known.setdefault(word, []).append((pair, pole))
    return re.compile(_either(known)), {word: tuple(found) for word, found in known.items()}


def words(cell: str) -> list[str]:
    """The words of a cell of such a table; _ stands for a space."""
    return [word.replace("_", " ") for word in cell.split()]


def _either(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def poles(text: str, language: Language, start: int = 0, end: int | None = None) -> list[Sign]:
    """The words of a stretch that say one of two ways, in order."""
    search, known = _poles(language)
    found = search.finditer(text, start, len(text) if end is None else end)
    said = (match for match in found if text[match.start() - 1 : match.start()] not in _TURNED)
    return [Sign(pair, pole, *match.span()) for match in said for pair, pole in known[match[0]]]
