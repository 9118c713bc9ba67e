"""Words that say that a thing is denied, and of what whole it holds.

Knowledge stands in `data/`; here it is made into one search for each language.
"""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.language.poles import Language, words
from donghyang.records import Span


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
    """The first word of `mark` (denied) in a text, None when there is none."""
    return _marks(mark, language).search(text)


def placed(at: int, found: re.Match[str]) -> Span:
    """Where a word stands in the whole text that was found in the stretch which begins at `at`."""
    return at + found.start(), at + found.end()


@cache
def _scopes() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile("|".join(rf"(?<![가-힣]){word}" for word in korean.split())), tuple(chinese.split()))
        for korean, chinese in tables.read(__package__, "scopes.tsv")
    )


def scopes(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """(start, end, Chinese words of which one must stand near) of every word of scope in a Korean text."""
    return [(*found.span(), chinese) for search, chinese in _scopes() for found in search.finditer(text)]
