"""A stream of lines -> an issue and what each line was taken for, by the shapes of the lines alone."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from donghyang.language.patterns import lazily
from donghyang.records import Article, BriefSource, ContentsEntry, Issue, Section, SectionKind
from donghyang.report.categories import with_categories
from donghyang.report.grammar import ANY_DAY, DEFAULT_TITLE, day_alone, section_kind, unremarked
from donghyang.report.induction import cites
from donghyang.report.induction.article import Reader
from donghyang.report.induction.citation import cites as names_source
from donghyang.report.induction.cover import imprint_rows, read_top
from donghyang.report.induction.entries import Entry, Frame
from donghyang.report.induction.feet import with_feet
from donghyang.report.induction.frame import cover_rows, frame
from donghyang.report.induction.gist import gist
from donghyang.report.induction.gist import told as told_gist
from donghyang.report.induction.habits import habits
from donghyang.report.induction.heads import label_parts, tagged, told, with_labels
from donghyang.report.induction.leaf import Leaf, reworded
from donghyang.report.induction.leaves import leaves
from donghyang.report.induction.outline import outline
from donghyang.report.induction.pool import PooledReferences, pool, with_references
from donghyang.report.induction.sections import Head, Part, parted
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import opens_references, opens_summary
from donghyang.report.layout.colophon import Colophon, day_in, read_imprint
from donghyang.report.parts import Interpretation, Reading
from donghyang.report.parts import Part as Told
from donghyang.report.stream import Line

_ALIKE = 12
"""Letters at the beginning of a headline or lead by which it is found in its line."""
_BODY = lazily(r"^(?:작\s?성|발\s?간|편\s?집)\s?[:：]\s*|\s*[/|]\s*[가-힣]{2,4}\s?[:：].*$")
"""Labels around the name of a publisher."""
_FINIS = lazily(r"^(?P<words>.*\S)\s{1,4}(?P<end>끝\s?\.?)$")
"""A last line with the word that ends an official paper."""
_OPENER = 5
"""So many characters at the most are printed before the words of a line: a number with its point, a sign."""


@dataclass
class _Draft:
    """A report being read."""

    leaves: list[Leaf]
    frame: Frame
    parts: list[Part]
    pool: PooledReferences
    way: re.Pattern[str] | None = None
    """How the headlines of longer articles are printed with their category."""
    near: dt.date | None = None
    told: dict[int, tuple[Told, int | None]] = field(default_factory=dict)
    behind: list[Leaf] = field(default_factory=list)
    count: int = 0

    def between(self, start: int, end: int) -> list[Leaf]:
        """The leaves of a stretch that neither the imprint nor the pool of references takes."""
        return [self.leaves[at] for at in range(start, end) if at not in self._taken]

    @cached_property
    def _taken(self) -> set[int]:
        return set(self.frame.imprint) | self.pool.taken

    @cached_property
    def entries(self) -> dict[int, Entry]:
        """The first entry of the contents page for each headline, by the place of that."""
        return {entry.target: entry for entry in reversed(self.frame.contents)}

    def tell(self, leaf: Leaf, part: Told, article: int | None = None) -> None:
        """Say what a leaf is."""
        for at in leaf.at:
            self.told.setdefault(at, (part, article))


def read(lines: list[Line], text: str) -> Interpretation | None:
    """The issue that the lines of `text` hold; None where no articles are found."""
    found, around = frame(leaves(lines, text))
    behind = pool(found, around)
    draft = _Draft(found, around, outline(found, around, set(around.imprint) | behind.taken), behind)
    if not draft.parts:
        return None
    draft.parts = parted(draft.parts, around)
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
    finis = _without_end(found)
    printed = (day_in(leaf.text) for leaf in (*top, *imprint) if leaf.key != "table")
    draft.near = cover.date or colophon.date or next(filter(None, printed), None)
    fields = cover.fields | colophon.fields
    if (name := fields.get("name")) and day_alone(name.rstrip(". ")):
        del fields["name"]
    elif name:
        fields["name"] = _BODY.sub("", name).strip() or name
    for leaf in top:
        draft.tell(leaf, "cover")
    summary = _summary(draft, start) or _stated(draft, title, stated)
    entries = _contents(draft)
    sections = _sections(draft)
    issue = Issue(
        series=series,
        date=draft.near,
        publisher=Colophon(None, fields).publisher(),
        contents=entries,
        summary=tuple(map(unremarked, summary)),
        sections=with_categories(sections, entries) if any(entry.category for entry in entries) else sections,
        front=tuple(unremarked(line) for line in front if line not in fields.values()),
        back=tuple(unremarked(line) for line in (*_rows(draft.behind), *back, *finis) if line != series),
    )
    articles = [article for section in issue.sections for article in section.articles]
    readings = (
        _numbered(Reading(line, *draft.told.get(at, ("cover", None))), articles) for at, line in enumerate(lines)
    )
    return Interpretation(issue, tuple(readings))


def _without_end(leaves: list[Leaf]) -> list[str]:
    """The word that ends an official paper behind its last words, taken off them."""
    if (found := _FINIS.match(leaves[-1].text)) and leaves[-1].key != "table":
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


def _summary(draft: _Draft, start: int) -> list[str]:
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


def _stated(draft: _Draft, title: int | None, places: list[int]) -> list[str]:
    if title is not None:
        draft.tell(draft.leaves[title], "cover")
    for at in places:
        draft.tell(draft.leaves[at], "summary")
    return [told_gist(draft.leaves[at]) for at in places]


def _way(draft: _Draft) -> re.Pattern[str] | None:
    """How the headlines of longer articles are printed with their category."""
    heads = [head for part in draft.parts if part.kind != "brief" for head in part.heads]
    return tagged([bare_of(draft.leaves[head.title].words) for head in heads])


def _contents(draft: _Draft) -> tuple[ContentsEntry, ...]:
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


# ---------------------------------------------------------------- sections and articles


def _stretches(draft: _Draft, part: Part) -> list[tuple[Head, list[Leaf]]]:
    if not part.heads:
        return []
    ends = [*(head.at for head in part.heads[1:]), part.end]
    return [(head, draft.between(head.title + 1, end)) for head, end in zip(part.heads, ends, strict=True)]


def _sections(draft: _Draft) -> tuple[Section, ...]:
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
    ways = habits(longer or briefs)
    tails = [cites.in_headline(below[-1].words, draft.near) is not None for below in briefs if below]
    ways.sourced = any(tails) and sum(tails) >= len(tails) - 1
    every = [below for rows in stretches for _, below in rows]
    closed = len(every) > 1 and all(map(_closes, every[:-1]))
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
        for place, (head, below) in enumerate(rows, 1):
            last = part is draft.parts[-1] and place == len(rows)
            category = head.category or (category if any(h.category for h in part.heads) and place > 1 else None)
            reader = Reader(ways, draft.near, part.kind == "brief", last, closed and last)
            reader.category = category if part.kind != "brief" else None
            articles.append(_article(draft, head, below, reader, place))
        out.append(Section(part.kind, part.title or DEFAULT_TITLE[part.kind], tuple(articles)))
    for at in draft.pool.taken:
        draft.tell(draft.leaves[at], "reference")
    return with_references(out, draft.pool, draft.near)


def _closes(below: list[Leaf]) -> bool:
    """Whether the last line of an article is what it cites."""
    last = below[-1] if below else None
    if last is None or last.key == "table":
        return False
    return last.url is not None or names_source(last.text) or cites.in_headline(last.words, ANY_DAY) is not None


def _above_list(below: list[Leaf]) -> list[Leaf]:
    """The leaves of an article above its list of references."""
    end = next((at for at, leaf in enumerate(below) if opens_references(leaf.text) and leaf.key != "table"), len(below))
    return below[:end]


def _article(draft: _Draft, head: Head, below: list[Leaf], reader: Reader, place: int) -> Article:
    leaf = draft.leaves[head.title]
    entry, way = draft.entries.get(head.title), None if reader.brief else draft.way
    said = told(leaf.words, entry, draft.near, brief=reader.brief, way=way)
    category, day = label_parts(head.label, draft.near)
    words, reader.date = said.headline, said.day or day
    reader.category = said.category or category or reader.category
    if reader.brief and (cited := cites.in_headline(words, draft.near)):
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
