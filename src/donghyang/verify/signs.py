"""Words that say whether a thing is done, denied or caused, and of what whole it holds.

Knowledge stands in `data/`; here it is made into one search for each language.
"""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.language.poles import Language, words
from donghyang.records import Span

PREDICATE = 2
"""Words at the end of a segment of the claim that tell what is done."""
TAIL = 14
"""Characters at the end of a segment of the claim that hold its predicate."""
_OF_YEARS = re.compile("(?:개년|[0-9]['’]?) ?$")
"""Before a plan that is only a name of its years (14차 5개년 계획)."""
_BEFORE_YAO = frozenset("需重主必摘纪首概")
"""Characters with which 要 makes a noun or a want, no plan."""


@cache
def _marks(mark: str, language: Language) -> re.Pattern[str]:
    rows = tables.read(__package__, "marks.tsv")
    known = [word for name, spoken, cell in rows if (name, spoken) == (mark, language) for word in words(cell)]
    return re.compile("|".join(_barred(word) for word in sorted(known, key=len, reverse=True)))


def _barred(word: str) -> str:
    """A word as it is searched for: `$` is the end, `(?<![…])` before it and `(?!…)` behind it what may not stand there
    (추진(?!제))."""
    before, closed, word = word.rpartition("])") if word.startswith("(?<!") else ("", "", word)
    plain, barred, behind = word.partition("(?!")
    return before + closed + re.escape(plain).replace(r"\$", "$") + barred + behind


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
