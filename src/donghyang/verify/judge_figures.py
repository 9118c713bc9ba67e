"""Figures of the text: does a source say them, of the same thing?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from donghyang.records import Message, Period, Quantity, Span
from donghyang.verify.accounts import account_in
from donghyang.verify.alignment import Word, fit, load, nearness
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import Held, held, is_time, same_digits, slipped
from donghyang.verify.reasons import NO_FIGURE, says
from donghyang.verify.shelf import Shelf
from donghyang.verify.unprinted import (
    coded_in,
    counts_own_list,
    great_of,
    is_in_quotes,
    listed_in,
    part_of_ten,
    phase_of,
)

_OWN = 0.45
"""Share of a figure's own words that a clause must have before its figure contradicts the claim's."""
_FAR = 0.3
"""A sentence that shares less than this part of what the best one shares speaks of something else."""
_FEW = 2
_UNSAID = 0.2
"""What a sentence may leave unsaid of a segment that it is held to say but for its figure."""
_SILENT = re.compile("급(?![가-힣])| ?전(?:보다|에|과|의|까지[만도]|부터| 대비|,)")
"""Behind a figure that only names a class (1만m급) or counts back to a time (2년 전보다), if no source has it."""
_ONE_LONG = {"년": ("一年",), "개월": ("一个月",), "달": ("一个月", "当月"), "일": ("一天",), "주": ("一周",)}
"""Lengths of one, that no reader of figures takes for one."""
_LASTS = re.compile("간(?![가-힣])|으로[ ,.]|이[며고다]|임(?![가-힣])")
"""Behind a length of time that is told for itself."""
_MONTH_AND_DAY = re.compile("(1?[0-9])[.]([1-3]?[0-9])")
_UNREAD = Message("읽을 수 없는 수입니다.", "a figure that cannot be read")


@dataclass(slots=True)
class Found:
    """A figure of the source beside one of the claim."""

    quantity: Quantity
    clause: int
    score: float


@dataclass(slots=True)
class Known:
    """What is known of the figures of a sentence before each is judged."""

    crowded: set[int]
    """The sentences of the source that have two of them or more: they speak of it, whatever their words."""
    used: set[int]
    """Places of the source's figures that support another one already."""
    silent: bool
    """Whether the source has none of several: it speaks of something else, and nothing stands in their place."""


def judge_figures(case: Case, shelf: Shelf) -> dict[int, Found]:
    """Judge every figure of the sentence; what supports each, by the place of the claim's figure."""
    support: dict[int, Found] = {}
    used: set[int] = set()
    met = [_met(figure, shelf) for figure in case.sentence.quantities]
    known = Known(_crowded(case, met), used, silent=len(met) > 1 and not any(met))
    for figure, meetings in zip(case.sentence.quantities, met, strict=True):
        found = _judge(case, figure, meetings, known)
        if found is not None:
            support[figure.start] = found
            used.add(found.quantity.start)
    return support


Meeting = tuple[str, int, Quantity]
"""How a figure of the source is held against one of the claim (same, bound), its clause, and the figure."""


def _met(figure: Quantity, shelf: Shelf) -> list[Meeting]:
    if figure.value is None:
        return []
    said: dict[tuple[object, ...], Held] = {}
    met: list[Meeting] = []
    for clause, other in shelf.near(figure):
        # A source may print one figure thousands of times.
        printed = (other.kind, other.text, other.value, other.high, other.unit, other.bound, other.si_unit)
        how = said.get(printed) or said.setdefault(printed, held(figure, other))
        if how in ("same", "bound"):
            met.append((how, clause, other))
    return met


def _crowded(case: Case, met: list[list[Meeting]]) -> set[int]:
    """The sentences that have two figures of the claim or more: they speak of it, whatever their words."""
    counts: Counter[int] = Counter()
    for meetings in met:
        counts.update({case.corpus.clauses[clause].sentence for how, clause, _ in meetings if how == "same"})
    return {sentence for sentence, count in counts.items() if count > 1}


def _judge(case: Case, figure: Quantity, met: list[Meeting], known: Known) -> Found | None:
    span = (figure.start, figure.end)
    if figure.value is None:
        case.hold(Judged("quantity", span, "unsupported", None, _UNREAD))
        return None
    own = case.sentence.own_words(figure)
    shared = case.shared_words(own)
    found: dict[str, list[Found]] = {"same": [], "bound": []}
    for how, clause, other in met:
        one = Found(other, clause, fit(own, shared, clause, case.corpus))
        if case.corpus.clauses[clause].sentence in known.crowded or _speaks_of_it(case, one, own):
            found[how].append(one)
    same = _best([one for one in found["same"] if one.quantity.start not in known.used] or found["same"])
    turned = _best(found["bound"])
    if same and (turned is None or turned.score <= same.score):
        case.hold(Judged("quantity", span, "supported", _span(same), None, same.clause))
        return same
    if turned:
        reason = says(turned.quantity.text)
        case.hold(Judged("quantity", span, "contradicted", _span(turned), reason, turned.clause, sure=True))
        return None
    dated = _day_of_month(case, figure) or _month_and_day(case, figure)
    if dated is not None:
        case.hold(dated)
        return None
    _judge_other(case, figure, own, known)
    return None


def _speaks_of_it(case: Case, found: Found, own: list[Word]) -> bool:
    """Whether the sentence of a figure, with its neighbours, shares enough with the claim or the figure's own words."""
    best = case.by_words[0][1] if case.by_words else 0.0
    sentence = case.corpus.clauses[found.clause].sentence
    places = [sentence, *case.corpus.before(sentence, 1), min(sentence + 1, len(case.corpus.sentences) - 1)]
    score = sum(word.weight * max(word.in_sentence(at) for at in places) for word in case.sentence.words)
    if score >= _FAR * best:
        return True
    return any(word.in_sentence(sentence) >= 1 for word in own)


def _best(found: list[Found]) -> Found | None:
    return max(found, key=lambda one: one.score, default=None)


def _span(found: Found) -> Span:
    return found.quantity.start, found.quantity.end


def _judge_other(case: Case, figure: Quantity, own: list[Word], known: Known) -> None:
    """No source says the figure: contradicted by one that stands in its place, else unsupported."""
    span = (figure.start, figure.end)
    named = great_of(case, figure) or coded_in(case, figure)
    if named is not None:
        case.hold(Judged("count", span, "supported", named))
        return
    bare = _bare(case, figure)
    if bare is not None:
        case.hold(Judged("quantity", span, "supported", bare))
        return
    rival = _rival(case, figure, own)
    if rival is not None and known.silent and not slipped(figure, rival.quantity):
        rival = None
    part = part_of_ten(case, figure)
    if part is not None:
        case.hold(Judged("quantity", span, "supported", part))
        return
    phase = phase_of(case, figure)
    if phase is not None:
        case.hold(Judged("rank", span, "supported", phase))
        return
    listed = listed_in(case, figure) if rival is None else None
    if listed:
        case.hold(Judged("count", span, "supported", listed))
        return
    if rival is None and (_is_one(case, figure) or _SILENT.match(case.sentence.text, figure.end)):
        return  # 1회, 1인당: Chinese says 每次, 人均
    if is_in_quotes(case, figure) or (rival is None and counts_own_list(case, figure)):
        return
    rival = rival or _in_its_place(case, figure, known)
    if rival is None:
        case.hold(Judged("quantity", span, "unsupported", None, NO_FIGURE))
        return
    said = rival.quantity.text
    sure = same_digits(figure, rival.quantity)
    case.hold(Judged("quantity", span, "contradicted", _span(rival), says(said), rival.clause, sure=sure))


def _is_one(case: Case, figure: Quantity) -> bool:
    """Whether a figure only says one of a thing (1회, 1인당), and no length of time that something takes, but for one
    that a source near by names without a figure (过去一年)."""
    if figure.value != 1 or figure.kind != "measure" or not _LASTS.match(case.sentence.text, figure.end):
        return figure.value == 1
    return any(word in case.text_of(case.near) for word in _ONE_LONG.get(figure.unit or "", ()))


def _rival(case: Case, figure: Quantity, own: list[Word]) -> Found | None:
    """The figure of the source in whose place the claim's stands: one slip away, or of the same words and unit."""
    corpus = case.corpus
    best: Found | None = None
    total = sum(map(load, own)) or 1.0
    for sentence, _ in case.by_words[:3]:
        for number, clause in corpus.numbered(sentence):
            near = nearness(own, number, corpus)
            for other in clause.quantities:
                slip = slipped(figure, other)
                if not slip and figure.kind == "multiple" != other.kind and figure.unit is not None:
                    continue
                if not slip and (figure.kind == "number" or near < _OWN * total):
                    continue
                how = held(figure, other)
                if how == "same" or not (slip or how in ("other", "bound")):
                    continue
                score = near / total + (1.5 if slip else 0.0)
                if best is None or score > best.score:
                    best = Found(other, number, score)
    return best


def _bare(case: Case, figure: Quantity) -> Span | None:
    """Where a sentence near by has a share as a bare number, as tables do under a head that says %; None without."""
    near = [at for sentence, _ in case.by_words[:3] for at in case.corpus.clauses_of(sentence)]
    told = (one for clause in near for one in clause.quantities if one.kind == "number" and one.unit is None)
    same = (one for one in told if figure.kind == "percent" and one.value == figure.value)
    return next(((one.start, one.end) for one in same), None)


def _in_its_place(case: Case, figure: Quantity, known: Known) -> Found | None:
    """The one figure of its dimension, that no other one of the claim stands on, of the sentence that says all else of
    the segment; None where it says not all, or has more."""
    segment = case.sentence.segment_at(figure.start)
    words = [word for word in case.sentence.words_in(segment) if len(word.stem) >= _FEW]
    for sentence, _ in case.by_words[:1]:
        account = account_in(case, words, [sentence])
        if figure.kind == "number" or known.silent or account.held < _FEW or account.share > _UNSAID:
            return None
        told = [
            Found(one, number, 0.0)
            for number, clause in case.corpus.numbered(sentence)
            for one in clause.quantities
            if one.start not in known.used
            and (held(figure, one) in ("other", "bound") or (is_time(figure) and is_time(one)))
        ]
        return told[0] if len(told) == 1 else None
    return None


def _day_of_month(case: Case, figure: Quantity) -> Judged | None:
    """29일 that is no length of time but a day, which the source dates; None for a length of time."""
    if figure.unit != "일" or figure.bound or case.sentence.text[figure.end : figure.end + 1] in ("간", "동"):
        return None
    span = (figure.start, figure.end)
    alone = re.compile(rf"(?<![0-9]){int(figure.value or 0)}[日号](?![0-9])")
    for sentence, _ in case.by_words[:3] if figure.high is None else ():
        told = alone.search(case.corpus.key.plain, *case.corpus.place_of(sentence))
        if told is not None:
            return Judged("date", span, "supported", told.span())
    rival: Span | None = None
    for sentence, _ in case.by_words[:3]:
        for clause in case.corpus.clauses_of(sentence):
            for period in clause.periods:
                if len(period.value or "") != 10:
                    continue
                if _days(period) == (figure.value, figure.high):
                    return Judged("date", span, "supported", (period.start, period.end))
                rival = rival or (period.start, period.end)
    for clause in case.corpus.clauses if rival is None else ():
        for period in clause.periods:
            if len(period.value or "") == 10 and _days(period) == (figure.value, figure.high):
                return Judged("date", span, "supported", (period.start, period.end))
    if rival is None:
        return None
    said = case.corpus.text[slice(*rival)]
    return Judged("date", span, "contradicted", rival, says(said))


def _month_and_day(case: Case, figure: Quantity) -> Judged | None:
    """7.20, a day as reports write it, which the source dates; None for a number that is none of its days."""
    day = _MONTH_AND_DAY.fullmatch(figure.text)
    if figure.kind != "number" or day is None:
        return None
    told, segment = f"-{int(day[1]):02}-{int(day[2]):02}", case.sentence.segment_at(figure.start)
    periods = (one for clause in case.clauses_of(case.near_for(segment)) for one in clause.periods)
    same = next((one for one in periods if (one.value or "").endswith(told)), None)
    return Judged("date", (figure.start, figure.end), "supported", (same.start, same.end)) if same else None


def _days(period: Period) -> tuple[Decimal | None, Decimal | None]:
    """The day of the month that a period begins on, and the one it ends on where it is a span."""
    last = period.high if period.high not in (None, "..") and len(period.high or "") == 10 else None
    return Decimal((period.value or "")[8:10]), Decimal(last[8:]) if last else None
