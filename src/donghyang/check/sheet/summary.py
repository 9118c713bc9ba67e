"""Which article a paragraph of the summary abridges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import Part, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily

_WORD = lazily(r"[가-힣A-Za-z0-9]{2,}")
_OUTDONE = 0.85
"""What a paragraph shares with an article, in that of another one, when the article is the other's."""
_LEAST = 4
"""Words that paragraph and article must share before one is taken for the other's summary."""
_MOST_LINES = 12
"""So many lines in front at the most tell one article."""
_COMMON = 60
"""A word that so many articles have tells none of them."""
_MOSTLY = 0.5
"""What a line in front must have in common with an article to tell it."""


@once_a_sheet
def summarised(sheet: Sheet) -> list[tuple[Passage, ArticleLines]]:
    """Each paragraph of the summary with its article; paragraphs that match none, or another's, are left out."""
    return list(_pairs(sheet))


def retellings(sheet: Sheet, *above: Part) -> list[tuple[Passage, ArticleLines]]:
    """The lines that retell an article, with it: those of its parts `above`, then the paragraphs of the summary and
    the lines in front that tell it in their own words."""
    told = [(line, article) for article in sheet.articles for line in article.of(*above)]
    return told + summarised(sheet) + fronted(sheet)


@once_a_sheet
def fronted(sheet: Sheet) -> list[tuple[Passage, ArticleLines]]:
    """Each line of cover and contents page with the article that it tells in other words than the headline does."""
    found = []
    told: Counter[int] = Counter()
    for part in ("cover", "contents") if not sheet.is_lone else ():
        for one in _nearest(list(sheet.of({part})), sheet.articles):
            if one.article is None or one.shared < max(_LEAST, _MOSTLY * one.words):
                continue
            if told[one.article.index] < _MOST_LINES:
                told[one.article.index] += 1
                head = one.article.first("headline")
                if head is None or letters(head.text) not in letters(one.line.text):
                    found.append((one.line, one.article))
    return found


@dataclass(frozen=True, slots=True)
class Abridged:
    """A paragraph of the summary beside the article that it shares most words with."""

    line: Passage
    article: ArticleLines | None
    """None where it shares none with any."""
    words: int
    """Words of the paragraph."""
    shared: int
    """How many of them the article has too."""
    outdone: bool = False
    """Whether another paragraph is much nearer to that article: its own was taken out, or is told elsewhere."""


@once_a_sheet
def abridged(sheet: Sheet) -> list[Abridged]:
    """Each paragraph of the summary with the article, of whatever kind, that is nearest to it."""
    return list(_nearest(list(sheet.of({"summary"})), sheet.articles))


def _pairs(sheet: Sheet) -> Iterator[tuple[Passage, ArticleLines]]:
    articles = [article for article in sheet.articles if article.kind != "brief"]
    if sheet.is_lone:
        return ((line, articles[0]) for line in sheet.of({"summary"}))
    found = _nearest(list(sheet.of({"summary"})), articles)
    return ((one.line, one.article) for one in found if one.article and one.shared >= _LEAST and not one.outdone)


def _nearest(lines: Sequence[Passage], articles: Sequence[ArticleLines]) -> Iterator[Abridged]:
    holding: dict[str, list[int]] = {}
    for at, article in enumerate(articles if lines else ()):
        for word in _words(" ".join(passage.text for passage in article.passages)):
            holding.setdefault(word, []).append(at)
    found: list[Abridged] = []
    for line in lines:
        words = _words(line.text)
        shared = Counter(at for word in words if len(holding.get(word, ())) < _COMMON for at in holding.get(word, ()))
        best = max(shared, key=lambda at: (shared[at], -at), default=None)
        found.append(Abridged(line, None if best is None else articles[best], len(words), shared[best or 0]))
    nearest: dict[int, float] = {}
    for one in found:
        if one.article:
            nearest[one.article.index] = max(nearest.get(one.article.index, 0.0), one.shared / one.words)
    for one in found:
        far = one.article is not None and one.shared / one.words < _OUTDONE * nearest[one.article.index]
        yield replace(one, outdone=far)


def _words(text: str) -> set[str]:
    """The beginnings of the words: particles make no difference."""
    return {word[:3] for word in _WORD.findall(text)}
