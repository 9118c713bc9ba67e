"""Lists of references that stand behind several articles, each part of them below a line that names its article."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field, replace
from itertools import pairwise

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Article, Reference, Section
from donghyang.report.induction import cites
from donghyang.report.induction.entries import Frame
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import opens_references
from donghyang.report.layout.titles import section_title

_NUMBERED = lazily(r"^(?P<title>[^\d\[\]]{2,24}?)\s?(?:제\s?)?(?P<number>\d{1,2})\s?[번호]?$")
_AHEAD = lazily(r"^[\[(【<〔][^\[\]()【】<>〔〕]{1,14}[\])】>〕]\s*|^[가-힣A-Za-z·& ]{1,12}\s[|│]\s")
_MARK = lazily(r"(?<=\S)\s?\[(\d{1,2})\]")
_COUNTS = ("[1]", "(1)", "1.", "1)", "①")
_FEWEST = 3
"""Articles at the least, to which numbers of a list are put."""
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
    marks: dict[int, list[int]] = field(default_factory=dict)
    """Where in the text the body bears the mark of each reference, [3]; none where not all are borne."""
    numbered: list[tuple[str, int, list[Leaf]]] = field(default_factory=list)
    """(letters of the section's title that stands above, "" for none; number; references) of each article."""


def pool(leaves: list[Leaf], frame: Frame) -> PooledReferences:
    """The lists that stand below the front; none where references stand in their articles."""
    out = PooledReferences()
    start, gone = frame.start, set(frame.imprint)
    said: dict[str, int] = {}
    for at, leaf in enumerate(leaves[start:], start):
        if leaf.key != "table" and len(leaf.words) >= _LEAST:
            words = bare_of(leaf.words)
            for bare in (words, _AHEAD.sub("", words)):
                said.setdefault(letters(bare_of(bare))[:_ALIKE], at)
    titles = [at for at in range(start, len(leaves) - 1) if _opens(leaves[at])]
    if len(titles) == 1 and _counted(leaves, titles[0], frame, out):
        return out
    at = start
    while at < len(leaves):
        below = leaves[at + 1] if at + 1 < len(leaves) else None
        if below is not None and _opens(leaves[at]) and _names(below, at, said):
            at = _take(leaves, at, said, out, gone)
        else:
            at += 1
    return out


def _opens(leaf: Leaf) -> bool:
    return leaf.key != "table" and opens_references(leaf.text)


def _counted(leaves: list[Leaf], head: int, frame: Frame, out: PooledReferences) -> bool:
    """Take the one list of a report, whose parts or references are numbered as its articles are; whether it is so."""
    section, found = "", list[tuple[str, int, list[Leaf]]]()
    last = head
    for at in range(head + 1, len(leaves)):
        leaf = leaves[at]
        if at in frame.imprint or leaf.key == "table":
            break
        if leaf.number is not None and (not leaf.words or leaf.key in _COUNTS):
            found.append((section, leaf.number, [leaf] if leaf.words else []))
        elif not leaf.url and (section_title(bare_of(leaf.text)) or letters(bare_of(leaf.text)) in frame.labels):
            section = letters(bare_of(leaf.text))
        elif found and not (leaf.gap and not leaf.paged and not leaf.url):
            found[-1][2].append(leaf)
        else:
            break
        last = at
    listed = [number for title, number, _ in found if not title]
    articles = len(frame.contents) or len(listed)
    marks: dict[int, list[int]] = {}
    for leaf, below in pairwise(leaves[frame.start : head + 1]):
        opens = leaf.gap and not below.gap  # a line of data above a headline, or that itself
        for mark in _MARK.findall(leaf.text):
            marks.setdefault(int(mark), []).append((below if opens else leaf).span[0])
    out.marks = marks if {*listed} <= {*marks} else {}
    few = len(listed) <= articles or bool(out.marks)
    told = len(listed) >= _FEWEST and listed == sorted(set(listed)) and few and listed[0] == 1
    if not told or not all(any(leaf.url for leaf in rows) for _, _, rows in found):
        return False
    out.numbered = found
    out.taken = set(range(head, last + 1))
    return True


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
    order = [(number, rows) for title, number, rows in pooled.numbered if not title]
    count = itertools.count(1)
    running = len({article.number for section in sections for article in section.articles[:1]}) > 1
    for title, number, rows in pooled.numbered:
        if title:
            counted[title, number] = rows
    out = []
    for section in sections:
        articles = []
        for article in section.articles:
            titled = letters(section.title)
            at = next(count)
            rows = named.get(letters(article.headline)[:_ALIKE]) or counted.get((titled, article.number or 0), [])
            if pooled.marks:
                start, end = article.span or (0, 0)
                borne = {number for number, places in pooled.marks.items() if any(start <= at < end for at in places)}
                rows = [leaf for number, cited in order if number in borne for leaf in cited]
            elif not rows and not any(title == titled for title, _ in counted):
                mine = article.number if running else at
                rows = next((rows for number, rows in order if number == mine), [])
            articles.append(_with(article, list(cites.references(rows, near))))
        out.append(replace(section, articles=tuple(articles)))
    return tuple(out)


def _with(article: Article, found: list[Reference]) -> Article:
    """The article with its references; the address of a brief's source is told there."""
    source = article.source
    if source is not None and source.url is None and found and found[0].title is None:
        return replace(article, source=replace(source, url=found[0].url))
    return replace(article, references=article.references + tuple(found))


def _numbered(leaf: Leaf) -> tuple[str, int] | None:
    """(letters of the section's title, number) that a line names."""
    found = _NUMBERED.match(bare_of(leaf.words))
    return (letters(found["title"]), int(found["number"])) if found else None
