"""Lists of references that stand behind several articles, each part of them below a line that names its article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Section
from donghyang.report.induction import cites
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import opens_references
from donghyang.report.layout.titles import section_title

_NUMBERED = lazily(r"^(?P<title>[^\d\[\]]{2,24}?)\s?(?:제\s?)?(?P<number>\d{1,2})\s?[번호]?$")
_AHEAD = lazily(r"^[\[(【<〔][^\[\]()【】<>〔〕]{1,14}[\])】>〕]\s*|^[가-힣A-Za-z·& ]{1,12}\s[|│]\s")
_LEAST = 8
_ALIKE = 12
"""Letters at their beginning by which two headlines are compared."""


@dataclass
class PooledReferences:
    """The references of articles elsewhere."""

    taken: set[int] = field(default_factory=set)
    """The places of all its leaves."""
    lists: list[tuple[Leaf, list[Leaf]]] = field(default_factory=list)
    """The line that names an article, and its references."""


def pool(leaves: list[Leaf], start: int, gone: set[int]) -> PooledReferences:
    """The lists that stand below `start`, without what is `gone`; none where references stand in their articles."""
    out = PooledReferences()
    said: dict[str, int] = {}
    for at, leaf in enumerate(leaves[start:], start):
        if leaf.key != "table" and len(leaf.words) >= _LEAST:
            words = bare_of(leaf.words)
            for bare in (words, _AHEAD.sub("", words)):
                said.setdefault(letters(bare_of(bare))[:_ALIKE], at)
    at = start
    while at < len(leaves):
        below = leaves[at + 1] if at + 1 < len(leaves) else None
        if (
            below is not None
            and leaves[at].key != "table"
            and opens_references(leaves[at].text)
            and _names(below, at, said)
        ):
            at = _take(leaves, at, said, out, gone)
        else:
            at += 1
    return out


def _names(leaf: Leaf, at: int, said: dict[str, int]) -> bool:
    """Whether a line names an article above: by its section and number, or by its headline."""
    if leaf.key == "table" or leaf.url or len(leaf.words) < 2:
        return False
    words = bare_of(leaf.words)
    again = said.get(letters(words)[:_ALIKE], at) < at and len(letters(words)) >= _LEAST
    return again or (leaf.shape != "" and _NUMBERED.match(words) is not None)


def _parts(leaf: Leaf) -> bool:
    """Whether a line begins something else: much room stands above, or it is the title of a section."""
    return (leaf.gap > 1 and not leaf.paged) or leaf.opens_chapter or section_title(bare_of(leaf.words)) is not None


def _take(leaves: list[Leaf], head: int, said: dict[str, int], out: PooledReferences, gone: set[int]) -> int:
    out.taken.add(head)
    at = head + 1
    while at < len(leaves) and at not in gone:
        leaf = leaves[at]
        if at > head + 1 and _parts(leaf) and not _names(leaf, head, said):
            break
        if _names(leaf, head, said):
            out.lists.append((leaf, []))
        elif leaf.key != "table" and (
            leaf.url or any(other.url for other in leaves[at + 1 : at + 3] if not other.gap or other.gap < 2)
        ):
            out.lists[-1][1].append(leaf)
        else:
            break
        out.taken.add(at)
        at += 1
    return at


def with_references(sections: list[Section], pooled: PooledReferences, near: dt.date | None) -> tuple[Section, ...]:
    """The sections, each article with the references that stand elsewhere under its name."""
    named: dict[str, list[Leaf]] = {}
    counted: dict[tuple[str, int], list[Leaf]] = {}
    for label, rows in pooled.lists:
        if told := _numbered(label):
            counted[told] = rows
        named[letters(bare_of(label.words))[:_ALIKE]] = rows
    out = []
    for section in sections:
        articles = []
        for article in section.articles:
            rows = named.get(letters(article.headline)[:_ALIKE]) or counted.get(
                (letters(section.title), article.number or 0), []
            )
            more = tuple(cites.references(rows, near))
            articles.append(replace(article, references=article.references + more))
        out.append(replace(section, articles=tuple(articles)))
    return tuple(out)


def _numbered(leaf: Leaf) -> tuple[str, int] | None:
    """(letters of the section's title, number) that a line names."""
    found = _NUMBERED.match(bare_of(leaf.words))
    return (letters(found["title"]), int(found["number"])) if found else None
