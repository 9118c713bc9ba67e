"""Words of the room's lists as parts of regular expressions, and small steps that its readers of statements share."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.facts.clauses import clauses
from donghyang.language import gazetteer, tables
from donghyang.language.patterns import lazily
from donghyang.language.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.records import Article, Span

_TOPIC = lazily(r"(?<=[가-힣)A-Za-z0-9’'」])(?<![하되있없받맺갖치르지다쓰드])(?:은|는|이|가)\s")


@cache
def either(*names: str) -> str:
    """The words of lists as alternatives, the longest first; `_` stands for a blank that may be left out."""
    words = sorted((word for name in names for word in tables.words(__package__, name)), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", r"\s?") for word in words)


_ENDS_SO = lazily(rf"(?:{either('not_subjects')})$")
"""Nouns that end as a subject does: 국가, 차이."""


def topics(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The particles of topics and subjects in a part of a text, none that closes a verb (하는) or a name (상하이)."""
    until = len(text) if end is None else end
    for found in _TOPIC.finditer(text, start, until):
        if not is_noun(text[max(0, found.start() - _LONGEST) : found.end()].split()[-1]):
            yield found


def is_noun(word: str) -> bool:
    """Whether a word that ends as a subject does is a noun or a name as it stands: 국가, 상하이."""
    return word[-1:] in ("이", "가") and (_ENDS_SO.search(word) is not None or bool(gazetteer.called(word)))


_LONGEST = 12


def last(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The last place where a pattern stands in a part of a text; None for none."""
    found: re.Match[str] | None = None
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        found = match
    return found


@remembered
def cuts(text: str) -> tuple[Span, ...]:
    """The clauses of a statement; every reader of a report asks for them, and for each of its figures."""
    return tuple(clauses(text, 0, len(text)))


def clause_at(text: str, at: int) -> Span:
    """The clause around a place; the whole text where none is."""
    return next((cut for cut in cuts(text) if cut[0] <= at < cut[1]), (0, len(text)))


_STOPS_ZH = "，,。；;"


def begin_zh(text: str, at: int, *, colons: bool = False) -> int:
    """Where the Chinese clause around a place begins: behind the last comma or stop, with `colons` behind those too."""
    return max(text.rfind(mark, 0, at) for mark in (f"{_STOPS_ZH}：:" if colons else _STOPS_ZH)) + 1


def words_of(article: Article) -> tuple[str, ...]:
    """The headline, the lead ("" for none) and the bullets of an article, in order."""
    return article.headline, article.lead or "", *(getattr(block, "text", "") for block in article.blocks)
