"""The sentences of a report with their amounts, each with the one before it: what is said over a full stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from donghyang.check.figures.operands import is_conversion, is_cut
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_STOP = lazily(r"(?<=[가-힣)）”’%])[.;] ")
_PAST = lazily(r"년 ?전")
TOPIC = lazily(r"(?<![가-힣])[가-힣]{2,}(?:은|는|이|가) ")
"""What a clause is about: 비용은, 수출이."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one line; offsets count characters of the sheet's text."""

    start: int
    end: int
    text: str
    figures: tuple[Quantity, ...]
    """Its amounts in order: single values, conversions in brackets and times past (3년 전) left out."""
    before: tuple[Quantity, ...]
    """The amounts of the sentence before, on the line or on the one above in the article; () where there is none."""
    text_before: str
    """The words of that sentence, "" where there is none."""
    start_before: int
    opens: bool
    """Whether it is the first of its line."""

    def between(self, a: Quantity, b: Quantity) -> str:
        """The words between two of its figures, or of the sentence before."""
        text, start = self._around(a)
        return text[a.end - start : b.start - start]

    def behind(self, figure: Quantity, most: int = 16) -> str:
        """The first characters behind one of its figures, or of the sentence before."""
        text, start = self._around(figure)
        return text[figure.end - start : figure.end - start + most]

    def ahead(self, figure: Quantity, most: int = 24) -> str:
        """The last characters before one of its figures, or of the sentence before."""
        text, start = self._around(figure)
        return text[max(0, figure.start - start - most) : figure.start - start]

    def _around(self, figure: Quantity) -> tuple[str, int]:
        return (self.text, self.start) if figure.start >= self.start else (self.text_before, self.start_before)


@once_a_sheet
def sentences(sheet: Sheet) -> list[Sentence]:
    """The sentences of prose that hold a figure, in order."""
    found: list[Sentence] = []
    last: tuple[tuple[Quantity, ...], str, int] = ((), "", 0)
    article: int | None = None
    for passage in sheet.of(PROSE):
        if passage.article != article or passage.part in ("headline", "summary"):
            last, article = ((), "", 0), passage.article
        opens = True
        for start, end in _spans(passage.text):
            first, text = passage.start + start, passage.text[start:end]
            figures = _amounts(sheet, first, passage.start + end)
            if figures:
                found.append(Sentence(first, passage.start + end, text, figures, *last, opens))
            last, opens = (figures, text, first), False
    return found


def is_amount(figure: Quantity) -> bool:
    """Is it so much of a thing, no share, multiple, rank or bare number?"""
    return figure.unit not in ("%", "%p", None) and figure.kind not in ("multiple", "rank") and bool(figure.value)


def multiples(sheet: Sheet) -> Iterator[tuple[Sentence, int, Quantity]]:
    """Every multiple above one, exact or 약, with its sentence and its place among the figures there."""
    for sentence in sentences(sheet):
        for at, times in enumerate(sentence.figures):
            if times.kind == "multiple" and times.bound in (None, "approx") and (times.value or 0) > 1:
                yield sentence, at, times


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        yield start, stop.start() + 1
        start = stop.end()
    yield start, len(text)


def _amounts(sheet: Sheet, start: int, end: int) -> tuple[Quantity, ...]:
    kept: list[Quantity] = []
    last: Quantity | None = None
    for figure in sheet.quantities_in(start, end):
        converted = last is not None and is_conversion(sheet, last, figure)
        last = figure
        past = figure.unit == "년" and _PAST.match(sheet.text, figure.end - 1) is not None
        if figure.value and figure.high is None and not (converted or past or is_cut(sheet, figure)):
            kept.append(figure)
    return tuple(one for one, other in zip_longest(kept, kept[1:]) if not _is_of_whom(sheet, one, other))


def _is_of_whom(sheet: Sheet, figure: Quantity, other: Quantity | None) -> bool:
    """Does it say of how many kinds the next one is: 신규 3개 업종 1,320개?"""
    return (
        other is not None
        and other.unit == figure.unit
        and _KINDS.fullmatch(sheet.text[figure.end : other.start]) is not None
        and _CERTAIN_ONES.search(sheet.text, max(0, figure.start - _LONGEST), figure.start) is not None
    )


_KINDS = lazily(r" [가-힣]{1,8} ")
_CERTAIN_ONES = lazily(rf"(?<![가-힣])(?:{tables.either(__package__, 'certain_ones')}) $")
_LONGEST = 8
