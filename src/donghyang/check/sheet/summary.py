"""Which article a paragraph of the summary abridges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import Part, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

_WORD = lazily(r"[가-힣A-Za-z0-9]{2,}")
_LEAST = 4
"""Words that paragraph and article must share before one is taken for the other's summary."""


@once_a_sheet
def summarised(sheet: Sheet) -> list[tuple[Passage, ArticleLines]]:
    """Each paragraph of the summary with its article; paragraphs that match none are left out."""
    return list(_pairs(sheet))


def retellings(sheet: Sheet, *above: Part) -> list[tuple[Passage, ArticleLines]]:
    """The lines that retell an article, with it: those of its parts `above`, then the paragraphs of the summary."""
    told = [(line, article) for article in sheet.articles for line in article.of(*above)]
    return told + summarised(sheet)


def _pairs(sheet: Sheet) -> Iterator[tuple[Passage, ArticleLines]]:
    articles = [article for article in sheet.articles if article.kind != "brief"]
    holding: dict[str, list[int]] = {}
    for at, article in enumerate(articles):
        for word in _words(" ".join(passage.text for passage in article.passages)):
            holding.setdefault(word, []).append(at)
    for line in sheet.of({"summary"}):
        shared = Counter(at for word in _words(line.text) for at in holding.get(word, ()))
        best = max(shared, key=lambda at: (shared[at], -at), default=None)
        if best is not None and shared[best] >= _LEAST:
            yield line, articles[best]


def _words(text: str) -> set[str]:
    """The beginnings of the words: particles make no difference."""
    return {word[:3] for word in _WORD.findall(text)}
