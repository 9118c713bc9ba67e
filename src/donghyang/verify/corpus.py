"""The sources as one text: sentences and clauses with their figures, periods and ordinals.

A place counts characters of the joined text; `quote` says where it stands in the source it came from.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from donghyang.facts.periods import find_periods
from donghyang.facts.quantities import find_quantities
from donghyang.language.moods import Mood
from donghyang.records import Period, Quantity, Quote, Span
from donghyang.verify.bounds import bounded_before
from donghyang.verify.days import further_periods
from donghyang.verify.figures import further_figures
from donghyang.verify.key import Key
from donghyang.verify.ordinals import Ordinal, find_ordinals

_SENTENCE = re.compile(r"(?:[^。！？!?；;\n.]|\.(?!\s))+[。！？!?；;.]*[”’」』）)]*")
_CLAUSE = re.compile(
    r"(?:[^，,：:、]|(?<=[0-9]),(?=[0-9]{3})|(?<![0-9%家个万亿元名台辆项件吨])、)+(?:[，,：:]|(?<=[0-9%家个万亿元名台辆项件吨])、)*"
)
"""A comma ends a clause, and so does 、 behind a figure."""
_HEADER = re.compile(r"(?:[A-Z][A-Za-z-]*: ?[^\n]*\n)+")
_SILENT_HEADER = re.compile(r"(?m)^(?!TITLE:)[A-Z][A-Za-z-]*: ?[^\n]*$|^TITLE:")
_DAYS = ("工作日", "自然日")
"""What is counted as a length of time."""
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、")
_HEADING = 40
"""Characters of the longest heading."""
_LONGEST = 800
"""Characters of the longest sentence that is judged in one piece."""
_TITLE = "TITLE:"
_DAY = re.compile(r"(?m)^DATE: ?([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Source:
    """A text that claims are held against."""

    name: str
    text: str
    date: dt.date | None = None
    """The day it speaks from; None: that of its `DATE:` line, else none."""


@dataclass(slots=True)
class Clause:
    """A stretch of a source between two commas, and what it states."""

    start: int
    end: int
    sentence: int
    quantities: list[Quantity]
    periods: list[Period]
    ordinals: list[Ordinal]


@dataclass(slots=True)
class Sentence:
    """A sentence of a source: its place and the numbers of its first clause and of the one behind its last."""

    start: int
    end: int
    first: int
    last: int
    source: int


class Corpus:
    """All sources of one run; built once, in time linear in their length."""

    rate: Callable[[str], Decimal | None] = staticmethod(lambda currency: None)
    """Won for one unit of a currency on the day of the text, None where no newsroom says so."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = tuple(sources)
        self.starts: list[int] = []
        self.dates: list[dt.date | None] = []
        self.sentences: list[Sentence] = []
        self.clauses: list[Clause] = []
        quantities: list[Quantity] = []
        periods: list[Period] = []
        texts: list[str] = []
        at = 0
        for number, source in enumerate(self.sources):
            text, date = _body(source)
            self.starts.append(at)
            self.dates.append(date)
            texts.append(text)
            self._cut(text, at, number)
            found, stated = figures_of(text, date)
            quantities += (replace(one, start=one.start + at, end=one.end + at) for one in found)
            periods += (replace(one, start=one.start + at, end=one.end + at) for one in stated)
            at += len(text) + 1
        self.text = "\n".join(texts)
        self.clause_starts = [clause.start for clause in self.clauses]
        self._lay_out(quantities, periods)
        self.dated = [(number, clause) for number, clause in enumerate(self.clauses) if clause.periods]
        """The clauses that state a period, with their numbers."""
        self.headings = [number for number, one in enumerate(self.sentences) if self._is_heading(one)]
        self.key = Key(self.text)
        self.moods: dict[int, Mood] = {}
        """What clauses say of their deeds, by number; `moods.own_mood` keeps it."""
        self.titles = {number for number, one in enumerate(self.sentences) if self._is_title(one)}

    def _cut(self, text: str, offset: int, source: int) -> None:
        spans = (span for found in _SENTENCE.finditer(text) for span in short_spans(text, *found.span()))
        for span in spans:
            if not text[slice(*span)].strip():
                continue
            first = len(self.clauses)
            for clause in _CLAUSE.finditer(text, *span):
                start, end = clause.start() + offset, clause.end() + offset
                self.clauses.append(Clause(start, end, len(self.sentences), [], [], []))
            self.sentences.append(Sentence(span[0] + offset, span[1] + offset, first, len(self.clauses), source))

    def _lay_out(self, quantities: list[Quantity], periods: list[Period]) -> None:
        if not self.clauses:
            return
        for quantity in quantities:
            self.clauses[self.clause_at(quantity.start)].quantities.append(quantity)
        for period in periods:
            self.clauses[self.clause_at(period.start)].periods.append(period)
        dated = {at for period in periods for at in range(period.start, period.end)}
        for ordinal in find_ordinals(self.text):
            if ordinal.start not in dated:
                self.clauses[self.clause_at(ordinal.start)].ordinals.append(ordinal)

    def _is_title(self, sentence: Sentence) -> bool:
        """Whether a sentence begins the title line of its source, which only sums up what the text says."""
        return self.sources[sentence.source].text.startswith(_TITLE, sentence.start - self.starts[sentence.source])

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence is a numbered heading on a line of its own (一、2031年工作回顾)."""
        line = self.text[sentence.start : sentence.end].strip()
        return len(line) <= _HEADING and _NUMBERED.match(line) is not None and line[-1] not in "。；;：:"

    def heading_of(self, sentence: int) -> int | None:
        """The heading of the part of its source that a sentence stands in; None where it has none."""
        at = bisect_right(self.headings, sentence) - 1
        if at < 0 or self.sentences[self.headings[at]].source != self.sentences[sentence].source:
            return None
        return self.headings[at]

    def clause_at(self, place: int) -> int:
        """The number of the clause that holds a place, or of the last one before it."""
        return max(0, bisect_right(self.clause_starts, place) - 1)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return self.clauses[self.clause_at(place)].sentence

    def clauses_of(self, sentence: int) -> list[Clause]:
        """The clauses of a sentence, in order."""
        held = self.sentences[sentence]
        return self.clauses[held.first : held.last]

    def numbered(self, sentence: int) -> list[tuple[int, Clause]]:
        """The clauses of a sentence with their numbers."""
        first = self.sentences[sentence].first
        return list(enumerate(self.clauses_of(sentence), first))

    def place_of(self, sentence: int) -> Span:
        """Where a sentence stands."""
        held = self.sentences[sentence]
        return held.start, held.end

    def words_of(self, sentence: int) -> str:
        """The text of a sentence."""
        return self.text[slice(*self.place_of(sentence))]

    def plain_of(self, sentence: int) -> str:
        """The text of a sentence as names are looked up in it: simplified, in lower case."""
        return self.key.plain[slice(*self.place_of(sentence))]

    def day_of(self, sentence: int) -> dt.date | None:
        """The day of the source that a sentence stands in, None when it has none."""
        return self.dates[self.sentences[sentence].source]

    def before(self, sentence: int, count: int) -> Iterator[int]:
        """Up to `count` sentences before one, the nearest first, of the same source."""
        source = self.sentences[sentence].source
        for at in range(sentence - 1, max(-1, sentence - 1 - count), -1):
            if self.sentences[at].source != source:
                return
            yield at

    def around(self, sentences: Iterable[int], far: int) -> list[int]:
        """Sentences with those up to `far` before and behind them and the first of their source, in order."""
        held: set[int] = set()
        for sentence in sentences:
            source = self.sentences[sentence].source
            near = range(max(0, sentence - far), min(len(self.sentences), sentence + far + 1))
            first = bisect_left(self.sentences, source, key=lambda one: one.source)
            held |= {first} | {at for at in near if self.sentences[at].source == source}
        return sorted(held)

    def behind(self, sentence: int) -> list[int]:
        """The sentence behind one, of the same source; [] behind the last."""
        at = sentence + 1
        return [at] if at < len(self.sentences) and self.sentences[at].source == self.sentences[sentence].source else []

    def quote(self, span: Span) -> Quote:
        """A stretch of the joined text, as it stands in its source; without white space at its edges."""
        number = bisect_right(self.starts, span[0]) - 1
        source, offset = self.sources[number], self.starts[number]
        raw = source.text[span[0] - offset : span[1] - offset]
        start = span[0] - offset + len(raw) - len(raw.lstrip())
        text = raw.strip()
        return Quote(source.name, start, start + len(text), text)


def short_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, in pieces where it is longer than any that a person writes: time grows with the text alone."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in (" ", "，", ","))
        cut = cut + 1 if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def figures_of(text: str, date: dt.date | None) -> tuple[list[Quantity], list[Period]]:
    """Quantities and periods of a text in order, without the numbers that are parts of a date."""
    periods = find_periods(text, date=date)
    dated = {at for period in periods for at in range(period.start, period.end)}
    periods = [*periods, *(one for one in further_periods(text, date) if one.start not in dated)]
    dated.update(at for period in periods for at in range(period.start, period.end))
    found = [*find_quantities(text), *further_figures(text)]
    found = [bounded_before(text, one) for one in found if one.unit != "个" or not text.startswith(_DAYS, one.end)]
    chips = [one for one in found if one.kind == "money" and one.text.endswith("块")]
    found += [replace(one, kind="count", unit="个") for one in chips]  # 2685亿块: money, or what it counts
    kept = [one for one in found if one.kind in ("measure", "money") or one.start not in dated]
    kept = list({(one.start, one.value, one.unit, one.kind): one for one in reversed(kept)}.values())
    return sorted(kept, key=lambda one: one.start), sorted(periods, key=lambda one: one.start)


def _body(source: Source) -> tuple[str, dt.date | None]:
    """The text of a source with its header lines blanked but for the title, and the day it speaks from."""
    header = _HEADER.match(source.text)
    if header is None:
        return source.text, source.date
    stated = _DAY.search(header[0])
    head = _SILENT_HEADER.sub(lambda found: " " * len(found[0]), header[0])
    return head + source.text[header.end() :], source.date or (_iso(stated[1]) if stated else None)


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
