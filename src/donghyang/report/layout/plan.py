"""A report in a layout of its own -> the lines, openings and outer parts that the house's interpreter works on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from donghyang.records import ContentsEntry, Publisher
from donghyang.report.grammar import section_kind
from donghyang.report.layout.articles import Piece, Reader
from donghyang.report.layout.cards import unboxed, uncarded
from donghyang.report.layout.citations import headline_with_outlet
from donghyang.report.layout.colophon import Colophon, read_cover, read_imprint
from donghyang.report.layout.contents import behind_label, read_contents
from donghyang.report.layout.ladder import Head, heads, ladder
from donghyang.report.layout.marks import annotated, rounded
from donghyang.report.layout.pages import Item, items
from donghyang.report.layout.repeats import unfolded
from donghyang.report.layout.zones import Zones, zones
from donghyang.report.openings import Opening
from donghyang.report.parts import Part
from donghyang.report.stream import Line

_LEAST_LABELLED = 3
"""Headlines that all open with a category in brackets."""


@dataclass
class Plan:
    """What a layout holds."""

    series: str | None
    date: dt.date | None
    publisher: Publisher
    contents: tuple[ContentsEntry, ...]
    summary: tuple[str, ...]
    front: tuple[str, ...]
    back: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)
    """The body, each line told what it is."""
    openings: dict[int, Opening] = field(default_factory=dict)
    origins: list[tuple[int, ...]] = field(default_factory=list)
    """For each line of the body the places of the stream's lines that it was made of."""
    outside: dict[int, Part] = field(default_factory=dict)
    """What the lines outside the body are, by their place in the stream; what is missing is page furniture."""

    def add(self, told: Piece) -> None:
        """Put one line behind the body."""
        self.lines.append(told.line)
        self.origins.append(told.at)


def plan(lines: list[Line], text: str) -> Plan | None:
    """The plan of a stream of `text`; None where no sections with articles are found."""
    read, titled = uncarded(unboxed(annotated(rounded(items(lines, text)))))
    found = zones(unfolded(read))
    if found is None:
        return None
    parts = heads([(_brief(title), below) for _, title, below in found.sections], found.heads | titled)
    if not any(parts):
        return None
    colophon = Colophon()
    back = read_imprint([item.line.raw for item in found.imprint], colophon)
    enclosed = [row for item in found.appendix for row in item.line.rows]
    cover = Colophon()
    series, front = read_cover([row for item in found.cover for row in item.line.rows], cover)
    fields = cover.fields | colophon.fields
    said = [[_headline(below, head) for head in hs] for (_, _, below), hs in zip(found.sections, parts, strict=True)]
    if found.contents:
        said = _without_labels(said)
    headlines = {
        headline: section_kind(title)
        for (_, title, _), spoken in zip(found.sections, said, strict=True)
        for headline in spoken
    }
    entries, behind = read_contents(found.contents, headlines, [title for _, title, _ in found.sections])
    out = Plan(
        series=series,
        date=colophon.date or cover.date,
        publisher=Colophon(None, fields).publisher(),
        contents=tuple(entry for _, entry in entries),
        summary=tuple(row for item in found.summary for row in _rows(item)),
        front=tuple(
            line
            for line in (*front, *(row for item in behind for row in item.line.rows))
            if line not in fields.values()
        ),
        back=tuple(line for line in (*enclosed, *back) if line != series),
        outside=_outside(found, {item.at for item, _ in entries}),
    )
    _body(found, parts, said, out)
    return out


def _brief(title: str) -> bool:
    return section_kind(title) == "brief"


def _rows(item: Item) -> tuple[str, ...]:
    return item.line.rows if item.line.grid else (item.words or item.line.raw,)


def _headline(below: tuple[Item, ...], head: Head) -> str:
    return below[head.at + head.size - 1].words


def _without_labels(said: list[list[str]]) -> list[list[str]]:
    """The headlines of each section without the category in brackets, where all of a report's open with one."""
    bare = [[behind_label(headline) for headline in part] for part in said]
    labelled = sum(len(part) for part in said) >= _LEAST_LABELLED and all(all(part) for part in bare)
    return [[headline or "" for headline in part] for part in bare] if labelled else said


def _outside(found: Zones, entries: set[tuple[int, ...]]) -> dict[int, Part]:
    told: dict[int, Part] = {}
    zones_: tuple[tuple[tuple[Item, ...], Part], ...] = (
        (found.cover, "cover"),
        (found.contents, "cover"),
        (found.summary, "summary"),
        (found.titles, "cover"),
        (found.appendix, "imprint"),
        (found.imprint, "imprint"),
    )
    for zone, part in zones_:
        told |= {at: part for item in zone for at in item.at}
    return told | {at: "contents" for places in entries for at in places}


# ---------------------------------------------------------------- body


def _body(found: Zones, parts: list[list[Head]], said: list[list[str]], out: Plan) -> None:
    stretches = [list(_articles(below, hs)) for (_, _, below), hs in zip(found.sections, parts, strict=True)]
    briefs = [_brief(title) for _, title, _ in found.sections]
    steps = ladder(
        [inner for brief, part in zip(briefs, stretches, strict=True) if not brief for _, inner in part],
        [inner for brief, part in zip(briefs, stretches, strict=True) if brief for _, inner in part],
    )
    for (title_item, title, below), brief, part, hs, words in zip(
        found.sections, briefs, stretches, parts, said, strict=True
    ):
        if title_item is not None:
            out.openings[len(out.lines)] = Opening(1, section=title)
            out.add(Piece(title_item.line, title_item.at))
        first = hs[0].at if hs else len(below)
        for item in below[:first]:
            out.add(Piece(item.line, item.at))
        for place, ((head, inner), headline) in enumerate(zip(part, words, strict=True), 1):
            reader = Reader(steps, out.date, brief)
            source = _open(out, below[head.at : head.at + head.size], (head.number or place, headline), reader)
            if source and inner and inner[0].url:
                reader.tell_source((inner[0].url, None), inner.pop(0))
            for told in reader.read(inner):
                out.add(told)


def _articles(below: tuple[Item, ...], hs: list[Head]) -> list[tuple[Head, list[Item]]]:
    ends = [*(head.at for head in hs[1:]), len(below)]
    return [(head, list(below[head.at + head.size : end])) for head, end in zip(hs, ends, strict=False)]


def _open(out: Plan, top: tuple[Item, ...], said: tuple[int, str], reader: Reader) -> bool:
    """Open an article by its number and headline; whether its source stands in the headline, without address."""
    item, (number, headline) = top[-1], said
    brief = headline_with_outlet(headline, reader.near) if reader.brief else None
    out.openings[len(out.lines)] = Opening(1, number=number, headline=brief[0] if brief else headline)
    out.add(Piece(item.line, tuple(at for part in top for at in part.at)))
    if brief is None:
        return False
    reader.tell_source(brief[1], item)
    if brief[2]:
        reader.tell_source((brief[2], None), item)
    return brief[2] is None
