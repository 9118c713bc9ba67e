"""What a Korean text claims: its sentences, and in each the figures, dates and ordinals with their words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

from donghyang.facts.exchange import HOME, is_beside
from donghyang.language.dates import plan_years
from donghyang.records import Period, Quantity, Span
from donghyang.verify.alignment import Word, words_of
from donghyang.verify.bounds import bounded_behind
from donghyang.verify.corpus import Corpus, figures_of, short_spans
from donghyang.verify.ordinals import Ordinal, find_ordinals

_SENTENCE = re.compile(r"(?:[^\n.!?。]|[.](?=\S)|(?<=[0-9]{2})[.](?= ?[0-9]))+[.!?。]*[”’」』)]*")
_SEGMENT_END = re.compile(
    r",(?![0-9]{3})|(?<=[가-힣]{2}[고며])(?= (?!있|싶))|(?<=[늘줄높낮크많적열넘]고)(?= )"
    r"|(?<=[0-9%)]이[며고])(?= )|(?<=[가-힣] 하[고며])(?= )|(?<=[가-힣]{2}으나)(?= )|(?<=[가-힣]지만)(?= )"
    r"|(?<=면서)(?= )|(?<=[했였렸]다가)(?= )|(?<=그중)(?= )|[;:]"
)
_AND = re.compile("(?:이|가|을|를)?[와과] ")
_APART = re.compile(" ?(?:[더가]? ?)?(?:높은|낮은|많은|적은|웃도는|밑도는) (?=[0-9])")
_ORDINAL_BEFORE = re.compile("제 ?[0-9]{1,2}[·,]$")
_QUOTED = re.compile("[가-힣]{1,3}['’”\"」]")
_CODED = re.compile(r"(?<=[가-힣A-Za-z)])-$")
"""Between a name and its number (윈유(運油)-20)."""
_GENITIVE = re.compile(" ?의 ")
_EACH = re.compile(
    "(?:각각|각기) ?(?:(?:전년|전월|전기|지난해|작년) ?(?:동기|동월|같은 기간|같은 달)? ?(?:대비|보다) ?)?$"
)
_EACH_REACH = 20
"""Characters before a figure in which such a word stands, with what the figure is compared with."""
_ITEMS = re.compile("(?:,(?![0-9]{3})|·(?![0-9])|、) ?|(?<=[가-힣])[와과] | 및 ")
_PHRASE_END = re.compile("(?<=[가-힣0-9%)])(?:으?로|보다|[와과은는이가을를]|에서|[여아어해며고]) |[,·、;] ?")
_HANGUL = re.compile("[가-힣]")
_MARKER = re.compile(r"[\s■●□○◦◆▶\-–*※·•]+")
_PLAN = re.compile(r"['‘’「](1[0-9])[.·ㆍ・]5['’」](?: ?(?:계획|규획|기간))?(?: ?(말|초))?")


Fact = Quantity | Period | Ordinal
Placed = TypeVar("Placed", bound=Fact)


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
    codes: list[Quantity] = field(default_factory=list)
    """Bare numbers that are part of a name."""
    converted: list[tuple[Quantity, Quantity]] = field(default_factory=list)
    """Sums and what they are in won, in brackets behind them: the sources say the first alone."""
    _own: dict[Span, list[Word]] = field(default_factory=dict)

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

    def own_words(self, fact: Fact) -> list[Word]:
        """The words by which a figure stands (`_own_words`), found once."""
        at = fact.start, fact.end
        if at not in self._own:
            self._own[at] = self._own_words(fact)
        return self._own[at]

    def _own_words(self, fact: Fact) -> list[Word]:
        """The words by which a figure stands in its segment: from the figure before it to the one behind it; in a row
        of figures behind 각각 the words of the member that it belongs to."""
        if isinstance(fact, Quantity) and (member := self._member(fact)):
            return self.words_in(member)
        start, end = self.segment_at(fact.start)
        figures = [one for one in self.quantities if not self._is_gap(one)]
        placed: list[Fact] = [*figures, *self.ordinals]
        marks = sorted({(one.start, one.end) for one in placed})
        start = max([start, *(mark[1] for mark in marks if mark[1] <= fact.start)])
        if _GENITIVE.match(self.text, start):
            start = max([start, *(found.end() for found in _ITEMS.finditer(self.text, start, fact.start))])
        if self.text[fact.start - 1 : fact.start] == "(":
            return self.words_in((self._bracketed_from(start, fact.start - 1), fact.start))
        before = self.words_in((start, fact.start))
        behind = min([end, *(mark[0] for mark in marks if mark[0] >= fact.end)])
        if self.text[behind - 1 : behind] == "(":
            behind = self._bracketed_from(fact.end, behind - 1)
        return before + self.words_in((fact.end, behind))

    def _is_gap(self, figure: Quantity) -> bool:
        """Whether a figure only tells by how much another one, right behind it, is above or below (20%p 높은 75%)."""
        return _APART.match(self.text, figure.end) is not None

    def _bracketed_from(self, start: int, bracket: int) -> int:
        """Where the noun begins that a figure in brackets is of (로봇(21.7%)과 집적회로(17%)를 앞질렀다)."""
        return max((found.end() for found in _PHRASE_END.finditer(self.text, start, bracket)), default=start)

    def _member(self, fact: Quantity) -> Span | None:
        """The member of an enumeration that a figure behind 각각 belongs to; None where there is no such row."""
        row = self._row(fact)
        if row is None:
            return None
        head = self.text[self.start : row[0].start]
        head = head[: _EACH.search(head).start()]  # type: ignore[union-attr]
        cuts = [0, *(found.end() for found in _ITEMS.finditer(head)), len(head)]
        if len(cuts) - 1 < len(row):
            return None
        at = len(cuts) - 1 - len(row) + row.index(fact)
        return self.start + cuts[at], self.start + cuts[at + 1]

    def rows(self) -> list[list[Quantity]]:
        """The rows of figures behind 각각, in order."""
        found: list[list[Quantity]] = []
        for one in self.quantities:
            row = self._row(one)
            if row is not None and row not in found:
                found.append(row)
        return found

    def _row(self, fact: Quantity) -> list[Quantity] | None:
        """The figures that follow 각각, parted by commas alone, where `fact` is one of them."""
        row: list[Quantity] = []
        for one in self.quantities:
            if row and re.fullmatch(r"[ ,·、와과및]{1,4}", self.text[row[-1].end : one.start]):
                row.append(one)
            elif _EACH.search(self.text[max(self.start, one.start - _EACH_REACH) : one.start]):
                row = [one]
            elif fact in row:
                break
            else:
                row = []
        return row if len(row) > 1 and fact in row else None


def sentences_of(text: str, corpus: Corpus, date: dt.date | None) -> list[ClaimSentence]:
    """The sentences of a Korean text in order, with what each states; [] for a text without Hangul."""
    quantities, periods = figures_of(text, date)
    plans = {at for found in _PLAN.finditer(text) for at in range(*found.span())}
    periods = _with_plans(text, periods)
    figures = _InOrder[Quantity]([one for one in quantities if one.kind != "rank" and one.start not in plans])
    dates, ordinals = _InOrder[Period](periods), _InOrder[Ordinal](find_ordinals(text))
    found = []
    looked_up: dict[str, Word] = {}
    for start, end in (span for match in _SENTENCE.finditer(text) for span in short_spans(text, *match.span())):
        marker = _MARKER.match(text, start, end)
        start = marker.end() if marker else start
        if not _HANGUL.search(text, start, end):
            continue
        sentence = ClaimSentence(text, start, end, figures.within(start, end), dates.within(start, end),
                                 ordinals.within(start, end), [])  # fmt: skip
        _part(sentence)
        sentence.quantities = [bounded_behind(text, one) for one in sentence.quantities]
        sentence.segments = _segments(text, start, end, {one.end for one in sentence.quantities})
        placed: list[Fact] = [*sentence.quantities, *sentence.periods, *sentence.ordinals]
        taken = [(one.start, one.end) for one in placed]
        _take_converted(sentence)
        sentence.words = words_of(text, (start, end), taken, corpus, looked_up)
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
    taken = {at for plan in plans for at in range(plan.start, plan.end)}
    kept = [one for one in periods if taken.isdisjoint(range(one.start, one.end))]
    return sorted([*kept, *plans], key=lambda one: one.start)


def _part(sentence: ClaimSentence) -> None:
    """Leave each figure to one reading: a month is no ordinal, and the 2 of 세계 2위 no number."""
    dated = [(one.start, one.end) for one in sentence.periods]
    sentence.ordinals = [one for one in sentence.ordinals if not _inside(one.start, dated)]
    ranks = [(one.start, one.end) for one in sentence.ordinals if one.kind not in ("first", "most")]
    sentence.codes = [one for one in sentence.quantities if _in_name(sentence.text, one)]
    sentence.quantities = [
        one for one in sentence.quantities if one not in sentence.codes and not _counted_on(sentence.text, one)
    ]
    sentence.quantities = [one for one in sentence.quantities if not _inside(one.end - 1, ranks)
                           and not any(one.start <= start < one.end for start, _ in ranks)]  # fmt: skip


def _take_converted(sentence: ClaimSentence) -> None:
    """Take out the figures that only say another one in won: 3,000억 위안(약 57조 원)."""
    kept: list[Quantity] = []
    for one in sentence.quantities:
        if one.unit == HOME and kept and is_beside(sentence.text, kept[-1], one):
            sentence.converted.append((kept[-1], one))
        else:
            kept.append(one)
    sentence.quantities = kept


def _in_name(text: str, figure: Quantity) -> bool:
    """Whether a bare number is the end of a name (야오7, 야오(遙)7, 젠-20), the beginning of one in quotes ('3신') or
    counts parts of a land (둥베이 3성)."""
    before = text[figure.start - 1 : figure.start]
    if before and before in "'‘“\"「" and _QUOTED.match(text, figure.end):
        return figure.kind in ("number", "count")
    glued = bool(before) and (before == ")" or "가" <= before <= "힣" or (before.isascii() and before.isalpha()))
    coded = _CODED.search(text, max(0, figure.start - 2), figure.start) is not None
    return figure.kind == "number" and (glued or coded or text[figure.end : figure.end + 1] == "성")


def _counted_on(text: str, figure: Quantity) -> bool:
    """Whether a bare number goes on from an ordinal (제3·4 발사대)."""
    return figure.kind == "number" and _ORDINAL_BEFORE.search(text, max(0, figure.start - 4), figure.start) is not None


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


def _segments(text: str, start: int, end: int, figures: set[int]) -> list[Span]:
    """The stretches of a sentence between commas, connecting endings, and 와 and 과 right behind a figure."""
    joints = [found.end() for at in figures if (found := _AND.match(text, at))]
    ends = sorted({*joints, *(mark.end() for mark in _SEGMENT_END.finditer(text, start, end))})
    return [(a, b) for a, b in pairwise([start, *ends, end]) if a < b]
