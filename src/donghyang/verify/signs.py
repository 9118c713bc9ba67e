"""Words that say which way a thing went, whether it is done, denied or caused, and of what whole it holds.

Knowledge stands in `data/`; here it is made into one search for each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.language import tables
from donghyang.records import Span

Language = Literal["ko", "zh"]
PREDICATE = 2
"""Words at the end of a segment of the claim that tell what is done."""
TAIL = 14
"""Characters at the end of a segment of the claim that hold its predicate."""
_TURNED = ("不", "未")
"""Before a word that is no sign of its way any more (不低于)."""
_OF_YEARS = re.compile("(?:개년|[0-9]['’]?) ?$")
"""Before a plan that is only a name of its years (14차 5개년 계획)."""
_BEFORE_YAO = frozenset("需重主必摘纪首概")
"""Characters with which 要 makes a noun or a want, no plan."""


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
    for pair, pole, spoken, words in tables.read(__package__, "poles.tsv"):
        if spoken == language:
            for word in _words(words):
                known.setdefault(word, []).append((pair, pole))
    return re.compile(_either(known)), {word: tuple(found) for word, found in known.items()}


def _words(cell: str) -> list[str]:
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


@cache
def _marks(mark: str, language: Language) -> re.Pattern[str]:
    rows = tables.read(__package__, "marks.tsv")
    words = [word for name, spoken, cell in rows if (name, spoken) == (mark, language) for word in _words(cell)]
    return re.compile("|".join(_barred(word) for word in sorted(words, key=len, reverse=True)))


def _barred(word: str) -> str:
    """A word as it is searched for: `$` is the end, `(?!…)` behind it what may not follow (추진(?!제))."""
    plain, barred, behind = word.partition("(?!")
    return re.escape(plain).replace(r"\$", "$") + barred + behind


def marked(text: str, mark: str, language: Language) -> re.Match[str] | None:
    """The first word of `mark` (planned, done, already, denied, cause) in a text, None when there is none; 예정대로
    plans nothing."""
    return next((found for found in _marks(mark, language).finditer(text) if not _other_word(text, found)), None)


def placed(at: int, found: re.Match[str]) -> Span:
    """Where a word stands in the whole text that was found in the stretch which begins at `at`."""
    return at + found.start(), at + found.end()


def _other_word(text: str, found: re.Match[str]) -> bool:
    """Whether a sign is part of a word that says nothing of the kind (예정대로, 重要)."""
    if found[0] == "계획" and _OF_YEARS.search(text, 0, found.start()):
        return True
    return text[found.end() : found.end() + 2] == "대로" or (
        found[0] == "要" and text[max(0, found.start() - 1) : found.start()] in _BEFORE_YAO
    )


@cache
def _scopes() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile("|".join(rf"(?<![가-힣]){word}" for word in korean.split())), tuple(chinese.split()))
        for korean, chinese in tables.read(__package__, "scopes.tsv")
    )


def scopes(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """(start, end, Chinese words of which one must stand near) of every word of scope in a Korean text."""
    return [(*found.span(), chinese) for search, chinese in _scopes() for found in search.finditer(text)]
