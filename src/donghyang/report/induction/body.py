"""The sections of a report being read, and their articles."""

from __future__ import annotations

from donghyang.records import Article, BriefSource, Section
from donghyang.report.grammar import ANY_DAY, DEFAULT_TITLE
from donghyang.report.induction import cites
from donghyang.report.induction.article import Reader
from donghyang.report.induction.citation import cites as names_source
from donghyang.report.induction.draft import Draft
from donghyang.report.induction.feet import with_feet
from donghyang.report.induction.habits import habits
from donghyang.report.induction.heads import label_parts, told
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.pool import with_references
from donghyang.report.induction.sections import Head, Part
from donghyang.report.induction.tail import without_tail
from donghyang.report.induction.words import opens_references


def _stretches(draft: Draft, part: Part) -> list[tuple[Head, list[Leaf]]]:
    if not part.heads:
        return []
    ends = [*(head.at for head in part.heads[1:]), part.end]
    return [(head, draft.between(head.title + 1, end)) for head, end in zip(part.heads, ends, strict=True)]


def sections(draft: Draft) -> tuple[Section, ...]:
    """The sections with their articles; the draft is told what each of their leaves is."""
    tail = without_tail(draft)
    found = [_stretches(draft, part) for part in draft.parts]
    whole = iter(with_feet([below for rows in found for _, below in rows]))
    stretches = [[(head, next(whole)) for head, _ in rows] for rows in found]
    longer = [
        _above_list(below)
        for part, rows in zip(draft.parts, stretches, strict=True)
        if part.kind != "brief"
        for _, below in rows
    ]
    briefs = [
        below for part, rows in zip(draft.parts, stretches, strict=True) if part.kind == "brief" for _, below in rows
    ]
    ways = habits(longer or briefs, draft.barred)
    draft.lead = ways.lead
    tails = [cites.in_headline(below[-1].words, draft.near) is not None for below in briefs if below]
    ways.sourced = any(tails) and sum(tails) >= len(tails) - 1
    every = [below for rows in stretches for _, below in rows]
    closes = [_closes(below) for below in every[:-1]]
    closed = bool(closes) and 4 * sum(closes) >= 3 * len(closes)
    out: list[Section] = []
    category = None
    for part, rows in zip(draft.parts, stretches, strict=True):
        for at in part.at:
            draft.tell(draft.leaves[at], "section")
        if not part.heads:  # a chapter that counts on between others, of nothing that is an article
            for left in draft.between(part.start, part.end):
                draft.tell(left, "text")
                draft.behind.append(left)
        articles: list[Article] = []
        in_categories = any(head.category for head in part.heads)
        for place, (head, below) in enumerate(rows, 1):
            last = part is draft.parts[-1] and place == len(rows)
            category = head.category or (category if in_categories and place > 1 else None)
            reader = Reader(ways, draft.near, part.kind == "brief", last, closed and last)
            reader.category = category if part.kind != "brief" else None
            articles.append(_article(draft, head, below, reader, place))
        out.append(Section(part.kind, part.title or DEFAULT_TITLE[part.kind], tuple(articles)))
    for left in tail:
        draft.tell(left, "text")
    draft.behind += tail
    for at in draft.pool.taken:
        draft.tell(draft.leaves[at], "reference")
    return with_references(out, draft.pool, draft.near)


def _closes(below: list[Leaf]) -> bool:
    """Whether the last line of an article is what it cites."""
    last = below[-1] if below else None
    if last is None or last.key == "table":
        return False
    if last.url is not None or names_source(last.text) or cites.in_headline(last.words, ANY_DAY) is not None:
        return True
    return cites.source(last, ANY_DAY, sure=False) is not None


def _above_list(below: list[Leaf]) -> list[Leaf]:
    """The leaves of an article above its list of references."""
    end = next((at for at, leaf in enumerate(below) if opens_references(leaf.text) and leaf.key != "table"), len(below))
    return below[:end]


def _article(draft: Draft, head: Head, below: list[Leaf], reader: Reader, place: int) -> Article:
    leaf = draft.leaves[head.title]
    entry, way = draft.entries.get(head.title), None if reader.brief else draft.way
    said = told(leaf.words, entry, draft.near, brief=reader.brief, way=way)
    category, day = label_parts(head.label, draft.near)
    words, reader.date = said.headline, said.day or day
    reader.category = said.category or category or reader.category
    if reader.brief and reader.date and (outlet := cites.outlet_behind(words)):
        words = outlet[0]
        reader.source, reader.date = BriefSource(outlet[1], reader.date, leaf.url, span=leaf.span), None
    elif reader.brief and (cited := cites.in_headline(words, draft.near)):
        words = cited[0]
        reader.source = BriefSource(cited[1], cited[2], leaf.url, span=leaf.span)
    for at in range(head.at, head.title):
        draft.tell(draft.leaves[at], "number", draft.count)
    draft.tell(leaf, "headline", draft.count)
    reader.read(below)
    for told_leaf, part in reader.parts:
        draft.tell(told_leaf, part, draft.count)
    for left in reader.behind:
        draft.tell(left, "text")
    draft.behind += reader.behind
    draft.count += 1
    span = (draft.leaves[head.at].span[0], (below[-1] if below else leaf).span[1])
    return reader.article(head.number or place, words, span)
