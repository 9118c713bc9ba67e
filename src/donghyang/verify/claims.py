"""What a Korean text claims: its sentences, and in each the figures, dates and ordinals with the words they stand by."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from donghyang.language.dates import plan_years
from donghyang.records import Period, Quantity, Span
from donghyang.verify.alignment import Word, words_of
from donghyang.verify.corpus import Corpus, figures_of
from donghyang.verify.ordinals import Ordinal, find_ordinals

_SENTENCE = re.compile(r"(?:[^\n.!?。]|[.](?=\S)|(?<=[0-9]{2})[.](?= ?[0-9]))+[.!?。]*[”’」』)]*")
_SEGMENT_END = re.compile(
    r",(?![0-9]{3})|(?<=[가-힣]{2}[고며])(?= )|(?<=[가-힣]지만)(?= )|(?<=면서)(?= )|(?<=[0-9가-힣][와과])(?= )|(?<=그중)(?= )|[;:]"
)
_MARKER = re.compile(r"[\s■●□○◦◆▶\-–*※·•]+")
_PLAN = re.compile(r"['‘’](1[0-9])\.5['’](?: ?(?:계획|규획|기간))?(?: ?(말|초))?")


Placed = TypeVar("Placed", Quantity, Period, Ordinal)


@dataclass(slots=True)
class ClaimSentence:
    """One sentence of the Korean text."""

    text: str
    """The whole text; spans count its characters."""
    start: int
    end: int
    quantities: list[Quantity]
    periods: list[Period]
    ordinals: list[Ordinal]
    segments: list[Span]
    words: list[Word] = field(default_factory=list)

    @property
    def printed(self) -> str:
        """The sentence as it stands in the text."""
        return self.text[self.start : self.end]

    def segment_at(self, place: int) -> Span:
        """The segment that holds a place."""
        return next((span for span in self.segments if span[0] <= place < span[1]), (self.start, self.end))

    def words_in(self, span: Span) -> list[Word]:
        """The words of a stretch, in order."""
        return [word for word in self.words if span[0] <= word.start < span[1]]

    def own_words(self, fact: Quantity | Period | Ordinal) -> list[Word]:
        """The words by which a figure stands in its segment: from the figure before it to the one behind it."""
        start, end = self.segment_at(fact.start)
        marks = sorted({(one.start, one.end) for one in (*self.quantities, *self.ordinals)})
        start = max([start, *(mark[1] for mark in marks if mark[1] <= fact.start)])
        before = self.words_in((start, fact.start))
        behind = min([end, *(mark[0] for mark in marks if mark[0] >= fact.end)])
        return before + self.words_in((fact.end, behind))


def sentences_of(text: str, corpus: Corpus, date: dt.date | None) -> list[ClaimSentence]:
    """The sentences of a Korean text in order, with what each states; [] for a text without words."""
    quantities, periods = figures_of(text, date)
    plans = [found.span() for found in _PLAN.finditer(text)]
    periods = _with_plans(text, periods)
    figures = _InOrder([one for one in quantities if one.kind != "rank" and not _inside(one.start, plans)])
    dates, ordinals = _InOrder(periods), _InOrder(find_ordinals(text))
    found = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        marker = _MARKER.match(text, start, end)
        start = marker.end() if marker else start
        if not re.search(r"\w", text[start:end]):
            continue
        sentence = ClaimSentence(text, start, end, figures.within(start, end), dates.within(start, end),
                                 ordinals.within(start, end), _segments(text, start, end))  # fmt: skip
        _part(sentence)
        taken = [(one.start, one.end) for one in (*sentence.quantities, *sentence.periods, *sentence.ordinals)]
        sentence.words = words_of(text, (start, end), taken, corpus)
        found.append(sentence)
    return found


def _with_plans(text: str, periods: list[Period]) -> list[Period]:
    """The periods with the five-year plans that are named by their number alone ('13.5' 말)."""
    plans = []
    for found in _PLAN.finditer(text):
        first, last = plan_years(int(found[1]))
        only = {"말": last, "초": first}.get(found[2] or "")
        value, high = (str(only), None) if only else (str(first), str(last))
        plans.append(Period(found[0], *found.span(), value if first else None, high))
    spans = [(plan.start, plan.end) for plan in plans]
    kept = [one for one in periods if not any(start < one.end and one.start < end for start, end in spans)]
    return sorted([*kept, *plans], key=lambda one: one.start)


def _part(sentence: ClaimSentence) -> None:
    """Leave each figure to one reading: a month is no ordinal, and the 2 of 세계 2위 no number."""
    dated = [(one.start, one.end) for one in sentence.periods]
    sentence.ordinals = [one for one in sentence.ordinals if not _inside(one.start, dated)]
    ranks = [(one.start, one.end) for one in sentence.ordinals if one.kind not in ("first", "most")]
    sentence.quantities = [one for one in sentence.quantities if not _inside(one.end - 1, ranks)
                           and not any(one.start <= start < one.end for start, _ in ranks)]  # fmt: skip


class _InOrder(Generic[Placed]):
    """Hands out the facts of one sentence after the other, in one pass."""

    def __init__(self, facts: list[Placed]) -> None:
        self._facts = facts
        self._at = 0

    def within(self, start: int, end: int) -> list[Placed]:
        while self._at < len(self._facts) and self._facts[self._at].start < start:
            self._at += 1
        first = self._at
        while self._at < len(self._facts) and self._facts[self._at].start < end:
            self._at += 1
        return self._facts[first : self._at]


def _inside(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _segments(text: str, start: int, end: int) -> list[Span]:
    """The stretches of a sentence between commas and connecting endings."""
    spans: list[Span] = []
    at = start
    for mark in _SEGMENT_END.finditer(text, start, end):
        spans.append((at, mark.end()))
        at = mark.end()
    return [*spans, (at, end)]
