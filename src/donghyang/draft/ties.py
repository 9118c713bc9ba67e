"""The lines of a report tied to the pages they rest on, by what they say: edited, moved and renumbered lines keep
their evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.holding import one_line
from donghyang.draft.worksheet import words_of
from donghyang.language.nearness import letters
from donghyang.records import Bullet, Evidence, Message, Open, Remark, Table
from donghyang.report.alignment import best_pairs
from donghyang.report.cites import cites, names_in
from donghyang.report.grammar import is_open
from donghyang.verify import Source, verify

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from donghyang.records import Article, Claim, Issue, PageText, SectionKind, Span

_ALIKE = 0.5
"""How alike an edited line must be to what it was; two lines of one page that say different things share less."""
_FIGURES = frozenset({"quantity", "rank", "date"})


@dataclass(frozen=True, slots=True)
class Line:
    """A lead, a bullet or a table of a report: what rests on a page."""

    section: SectionKind
    article: int
    """Its number; where it has none, its place in the section, from 1."""
    block: int | None
    """None for the lead."""
    text: str
    remarks: tuple[str, ...]
    """Those right below it."""
    source: Article


@dataclass(frozen=True, slots=True)
class Loose:
    """A line of a report that rests on no page at hand."""

    line: Line
    reason: Message


@dataclass(frozen=True, slots=True)
class Ties:
    """What the lines of a report rest on."""

    evidence: tuple[Evidence, ...]
    """In the order of the report, each at the place where its line stands now."""
    loose: tuple[Loose, ...]


def tied(issue: Issue, known: Iterable[Evidence], pages: Mapping[str, PageText], date: dt.date) -> Ties:
    """The evidence of a report's lines: of `known` what still fits a line, else what its remarks or its pages say.

    A line is known again by its words, by a remark below it, or by being like what it was. One that nobody knows is
    held against the pages its article names. Loose is a line with figures or dates of which no page speaks, and one
    whose page or sentence is gone.
    """
    lines = list(lines_of(issue))
    units = _units(known)
    told = {at: [_fresh(lines[at], row, pages) for row in unit] for at, unit in _matched(lines, units, pages).items()}
    unknown: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if at not in told and not is_open(line.text):
            unknown[id(line.source)].append(at)
    for places in unknown.values():
        told |= zip(places, _borne_out([lines[at] for at in places], pages, date), strict=True)
    evidence: list[Evidence] = []
    loose: list[Loose] = []
    for at, line in enumerate(lines):
        rows = told.get(at, [])
        evidence += [row for row, _ in rows if row is not None]
        loose += [Loose(line, why) for _, why in rows if why is not None][:1]
    return Ties(tuple(evidence), tuple(loose))


def lines_of(issue: Issue) -> Iterator[Line]:
    """The lines of an issue that rest on pages, in order."""
    for section in issue.sections:
        for place, article in enumerate(section.articles, 1):
            number = article.number if article.number is not None else place
            if article.lead:
                yield Line(section.kind, number, None, article.lead, _below(article, None), article)
            for at, block in enumerate(article.blocks):
                if isinstance(block, (Bullet, Open, Table)):
                    yield Line(section.kind, number, at, words_of(block), _below(article, at), article)


def _below(article: Article, at: int | None) -> tuple[str, ...]:
    """The remarks right below a block, or below the lead."""
    found: list[str] = []
    for block in article.blocks[0 if at is None else at + 1 :]:
        if not isinstance(block, Remark):
            break
        found.append(block.text)
    return tuple(found)


_Unit = list[Evidence]
"""What is known of one line."""


def _units(known: Iterable[Evidence]) -> list[_Unit]:
    by_line: dict[tuple[object, ...], _Unit] = {}
    for row in known:
        rows = by_line.setdefault((row.section, row.article, row.block, row.text), [])
        if row not in rows:
            rows.append(row)
    return list(by_line.values())


def _matched(lines: Sequence[Line], units: Sequence[_Unit], pages: Mapping[str, PageText]) -> dict[int, _Unit]:
    """What each line rests on, by its place among `lines`: by its words, by its remarks, by likeness."""
    found: dict[int, _Unit] = {}
    by_words: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        if unit[0].text:
            by_words[letters(unit[0].text)].append(at)
    used: set[int] = set()
    for at, line in enumerate(lines):
        same = [one for one in by_words.get(letters(line.text), ()) if one not in used]
        if same:
            # Of two lines with the same words the one of the same article, then the first.
            best = next((one for one in same if _is_at(units[one][0], line)), same[0])
            found[at] = units[best]
            used.add(best)
    used.update(at for line in found for at in by_words[letters(lines[line].text)])
    for at, line in enumerate(lines):
        if at not in found and (told := list(_remarked(line, pages))):
            found[at] = told
    left = [at for at in range(len(lines)) if at not in found]
    rest = [at for at in range(len(units)) if at not in used and units[at][0].text]
    for one, other in best_pairs([lines[at].text for at in left], [units[at][0].text for at in rest], _ALIKE):
        if _is_named(lines[left[one]], units[rest[other]], pages):
            found[left[one]] = units[rest[other]]
    return found


def _is_named(line: Line, unit: _Unit, pages: Mapping[str, PageText]) -> bool:
    """Whether the article names a page of the unit, or none at all: two provinces' plans are alike, and rest on two
    pages."""
    named = cites(line.source)
    mine = {name for name, page in pages.items() if named.is_of(page)}
    return not mine or any(row.page not in pages or row.page in mine for row in unit)


def _is_at(row: Evidence, line: Line) -> bool:
    return (row.section, row.article) == (line.section, line.article)


def _remarked(line: Line, pages: Mapping[str, PageText]) -> Iterator[Evidence]:
    """What the remarks below a line name: a page, and a sentence that stands on it."""
    for words in line.remarks:
        name = next((name for name in names_in(words) if name in pages), None)
        if name is not None and (span := _place(words.partition(": ")[2], pages[name].text)):
            yield _row(line, name, span, pages[name].text[slice(*span)])


def _row(line: Line, page: str, span: Span, quote: str) -> Evidence:
    whole = (0, len(line.text))
    return Evidence(line.section, line.article, line.block, whole, page, span, quote, line.text)


_Told = tuple[Evidence | None, Message | None]
"""A row and what is wrong with it; None for no row, and for nothing wrong."""


def _fresh(line: Line, row: Evidence, pages: Mapping[str, PageText]) -> _Told:
    """A known row at the line's place of today; the sentence found again where its page has moved it."""
    span = row.span if row.text == line.text else (0, len(line.text))
    here = replace(row, section=line.section, article=line.article, block=line.block, span=span, text=line.text)
    page = pages.get(row.page)
    if page is None:
        return here, Message(f"근거로 삼은 페이지가 없습니다: {row.page}", f"its page is not at hand: {row.page}")
    if page.text[slice(*row.page_span)] == row.quote:
        return here, None
    place = _place(one_line(row.quote), page.text)
    if place is None:
        ko, en = "근거로 삼은 문장이 페이지에 더는 없습니다", "its sentence stands no longer on the page"
        return here, Message(f"{ko}: {row.page}", f"{en}: {row.page}")
    return replace(here, page_span=place, quote=page.text[slice(*place)]), None


def _place(quote: str, text: str) -> Span | None:
    """Where a sentence stands in a page, white space aside; None where it does not, or nothing is asked for."""
    plain = [(at, char) for at, char in enumerate(text) if not char.isspace()]
    wanted = "".join(quote.split())
    at = "".join(char for _, char in plain).find(wanted) if wanted else -1
    return (plain[at][0], plain[at + len(wanted) - 1][0] + 1) if at >= 0 else None


def _borne_out(lines: Sequence[Line], pages: Mapping[str, PageText], date: dt.date) -> list[list[_Told]]:
    """What the pages of their article say of each of its lines that nobody knows; [] where it has nothing to hold."""
    named = cites(lines[0].source)
    sources = [Source(page.name, page.text, page.date) for page in pages.values() if named.is_of(page)]
    starts: list[int] = []
    text = ""
    for line in lines:
        starts.append(len(text))
        text += f"{line.text}\n"
    told: list[list[Claim]] = [[] for _ in lines]
    for sentence in verify(text, sources, date=date):
        told[bisect_right(starts, sentence.start) - 1] += sentence.claims
    return [_told_of(line, claims, start) for line, claims, start in zip(lines, told, starts, strict=True)]


def _told_of(line: Line, claims: Sequence[Claim], start: int) -> list[_Told]:
    rows: dict[tuple[str, Span], Evidence] = {}
    for claim in claims:
        quote = claim.evidence if claim.status == "supported" else None
        if quote is not None:
            place = (quote.start, quote.end)
            row = _row(line, quote.source, place, quote.text)
            rows.setdefault((quote.source, place), replace(row, span=(claim.start - start, claim.end - start)))
    if rows:
        return [(row, None) for row in rows.values()]
    # What a page says otherwise, the proofreader tells; here it is asked whether any page speaks of the line at all.
    nowhere = all(claim.status == "unsupported" for claim in claims)
    return [(None, _NOWHERE)] if nowhere and any(claim.kind in _FIGURES for claim in claims) else []


_NOWHERE = Message(
    "이 줄의 수와 날짜를 말하는 페이지를 찾지 못했습니다.", "no page was found that says the figures and dates of it."
)
