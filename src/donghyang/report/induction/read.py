"""A stream of lines -> an issue and what each line was taken for, by the shapes of the lines alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from donghyang.language.patterns import lazily
from donghyang.records import Article, ContentsEntry, Issue, SectionKind
from donghyang.report.categories import with_categories
from donghyang.report.grammar import LADDER, role_of, section_kind, unremarked
from donghyang.report.induction.body import sections
from donghyang.report.induction.cost import cost
from donghyang.report.induction.cover import imprint_rows, read_top
from donghyang.report.induction.draft import Draft
from donghyang.report.induction.frame import cover_rows, frame
from donghyang.report.induction.gist import gist
from donghyang.report.induction.gist import told as told_gist
from donghyang.report.induction.heads import label_parts, tagged, with_labels
from donghyang.report.induction.leaf import Leaf, reworded
from donghyang.report.induction.leaves import leaves
from donghyang.report.induction.outline import outlines
from donghyang.report.induction.pool import pool
from donghyang.report.induction.roles import conflicts
from donghyang.report.induction.sections import Part, parted
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import opens_summary
from donghyang.report.layout.colophon import Colophon, day_in, read_imprint
from donghyang.report.parts import Interpretation, Reading
from donghyang.report.stream import Line

_ALIKE = 12
"""Letters at the beginning of a headline or lead by which it is found in its line."""
_BODY = lazily(r"^(?:작\s?성|발\s?간|편\s?집)(?:\s?[:：]\s*|\s+)|\s*[/|]\s*[가-힣]{2,4}\s?[:：].*$")
"""Labels around the name of a publisher."""
_FINIS = lazily(r"^(?P<words>.*\S)\s{1,4}(?P<end>끝\s?\.?)$")
"""A last line with the word that ends an official paper."""
_CLEAR, _CLEAR_SHARE = 0.5, 100
"""A reading that leaves no more open, or no more than one line in so many, needs no other beside it."""
_BETTER = 0.7
"""How much less another reading leaves open than a likelier one, at the least; for each title that it does not take for
one it has to be better by one line more."""
_OPENER = 5
"""So many characters at the most are printed before the words of a line: a number with its point, a sign."""


@dataclass(frozen=True)
class _Tried:
    """One reading of a report."""

    draft: Draft
    issue: Issue
    price: float
    """How many lines it leaves without a place that is theirs."""


def read(lines: list[Line], text: str) -> Interpretation | None:
    """The issue that the lines of `text` hold; None where no articles are found.

    Where the first reading leaves something open others of the same lines are tried: other titles and headlines, then
    one without its leads where the sign of bullets opens them. The one that leaves least open is taken.
    """
    found, around = frame(leaves(lines, text))
    behind = pool(found, around)
    finis = _without_end(found)
    clear = max(_CLEAR, len(lines) / _CLEAR_SHARE)
    best: _Tried | None = None
    outlined: list[Part] = []
    titles: int | None = None
    for parts in outlines(found, around, set(around.imprint) | behind.taken):
        other = _tried(Draft(found, around, parts, behind), finis, len(lines))
        titled = sum(part.title is not None for part in parts)
        titles = titled if titles is None else titles
        lost = max(0, titles - titled)
        if other is not None and (best is None or other.price + _BETTER + lost < best.price):
            best, outlined = other, parts
        if best is not None and best.price <= clear:
            break
    lead = best.draft.lead if best is not None else None
    if best is not None and best.price > clear and lead is not None and role_of(lead[0]) in LADDER:
        other = _tried(Draft(found, around, outlined, behind, frozenset((lead,))), finis, len(lines))
        best = other if other is not None and other.price + _BETTER < best.price else best
    if best is None:
        return None
    articles = [article for section in best.issue.sections for article in section.articles]
    told = best.draft.told
    readings = (_numbered(Reading(line, *told.get(at, ("cover", None))), articles) for at, line in enumerate(lines))
    return Interpretation(best.issue, tuple(readings))


def _tried(draft: Draft, finis: list[str], lines: int) -> _Tried | None:
    """The reading of a draft, which is told what its leaves are; None where it has no articles."""
    if not draft.parts:
        return None
    issue = _issue(draft, finis)
    return _Tried(draft, issue, cost(issue, lines) + conflicts(draft))


def _issue(draft: Draft, finis: list[str]) -> Issue:
    found, around = draft.leaves, draft.frame
    draft.parts = parted([replace(part, heads=[*part.heads]) for part in draft.parts], around)
    with_labels(found, draft.parts)
    draft.way = _way(draft)
    colophon = Colophon()
    imprint = [found[at] for at in around.imprint]
    back = read_imprint(imprint_rows(imprint), colophon)
    for leaf in imprint:
        draft.tell(leaf, "imprint")
    cover = Colophon()
    start = draft.parts[0].at[0] if draft.parts[0].at else draft.parts[0].heads[0].at
    title, stated = gist(found, around, start) if around.summary is None else (None, [])
    apart = {id(found[at]) for at in (title, *stated) if at is not None}
    top = [leaf for leaf in cover_rows(found, start, around) if id(leaf) not in apart]
    series, front = read_top(top, cover, colophon)
    printed = (day_in(leaf.text) for leaf in (*top, *imprint) if leaf.key != "table")
    draft.near = cover.date or colophon.date or next(filter(None, printed), None)
    fields = cover.fields | colophon.fields
    if name := fields.get("name"):
        fields["name"] = _BODY.sub("", name).strip() or name
    for leaf in top:
        draft.tell(leaf, "cover")
    summary = _summary(draft, start) or _stated(draft, title, stated)
    entries = _contents(draft)
    told = sections(draft)
    return Issue(
        series=series,
        date=draft.near,
        publisher=Colophon(None, fields).publisher(),
        contents=entries,
        summary=tuple(map(unremarked, summary)),
        sections=with_categories(told, entries) if any(entry.category for entry in entries) else told,
        front=tuple(unremarked(line) for line in front if line not in fields.values()),
        back=tuple(unremarked(line) for line in (*_rows(draft.behind), *back, *finis) if line != series),
    )


def _without_end(leaves: list[Leaf]) -> list[str]:
    """The word that ends an official paper behind its last words, taken off them."""
    found = _FINIS.match(leaves[-1].text) if leaves and leaves[-1].key != "table" else None
    if found:
        leaves[-1] = reworded(leaves[-1], found["words"])
    return [found["end"]] if found else []


def _rows(leaves: list[Leaf]) -> list[str]:
    """The printed lines of leaves, tables taken apart into their rows."""
    return [row.strip() for leaf in leaves for row in leaf.text.splitlines()]


def _numbered(reading: Reading, articles: list[Article]) -> Reading:
    """A headline or lead with what is printed before its words in the same line: '1. ', '◇ '."""
    if reading.part not in ("headline", "lead") or reading.article is None or reading.line.marker:
        return reading
    article, printed = articles[reading.article], reading.line.text
    words = article.headline if reading.part == "headline" else article.lead or ""
    at = printed.find(words[:_ALIKE]) if words else -1
    number = printed[:at].strip() if at > 0 else ""
    return replace(reading, number=number) if len(number) <= _OPENER else reading


# ---------------------------------------------------------------- around the articles


def _summary(draft: Draft, start: int) -> list[str]:
    at = draft.frame.summary
    if at is None:
        return []
    gone = set(draft.frame.imprint) | draft.frame.titles
    entered = {id(entry.leaf) for entry in draft.frame.contents}
    found = [
        leaf
        for place, leaf in enumerate(draft.leaves[at + 1 : start], at + 1)
        if place not in gone and id(leaf) not in entered and not opens_summary(leaf.text)
    ]
    draft.tell(draft.leaves[at], "cover")
    for leaf in found:
        draft.tell(leaf, "summary")
    return [leaf.words or leaf.text for leaf in found]


def _stated(draft: Draft, title: int | None, places: list[int]) -> list[str]:
    if title is not None:
        draft.tell(draft.leaves[title], "cover")
    for at in places:
        draft.tell(draft.leaves[at], "summary")
    return [told_gist(draft.leaves[at]) for at in places]


def _way(draft: Draft) -> re.Pattern[str] | None:
    """How the headlines of longer articles are printed with their category."""
    heads = [head for part in draft.parts if part.kind != "brief" for head in part.heads]
    return tagged([bare_of(draft.leaves[head.title].words) for head in heads])


def _contents(draft: Draft) -> tuple[ContentsEntry, ...]:
    homes = {head.title: (part, head) for part in draft.parts for head in part.heads}
    out: list[ContentsEntry] = []
    kind: SectionKind = "policy"
    for entry in draft.frame.contents:
        home, head = homes.get(entry.target, (None, None))
        if entry.label:
            kind = section_kind(entry.label, "policy")
        elif home is not None and home.title:
            kind = home.kind
        label = label_parts(head.label, None)[0] if head is not None else None
        category = entry.category or (label if label and label in entry.leaf.text else None)
        headline = bare_of(entry.headline)
        if draft.way and category is None and kind != "brief" and (found := draft.way.match(headline)):
            headline, category = found["headline"].strip(), found["category"].strip()
        out.append(ContentsEntry(kind, category, headline, span=entry.leaf.span))
        draft.tell(entry.leaf, "contents")
    return tuple(out)
