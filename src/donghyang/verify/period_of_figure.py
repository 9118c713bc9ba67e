"""The months that a source gives to a figure of the text."""

from __future__ import annotations

import re

from donghyang.records import Period
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held
from donghyang.verify.periods import is_base, same_time, stated
from donghyang.verify.reasons import says

_YEAR, _MONTH = len("2030"), len("2030-01")
_UP_TO = re.compile(" ?(?:말|까지|현재|기준|이전|중순|초|상순|하순)")
_UP_TO_ZH = re.compile("截至|截止|[到至].{0,2}$|底|末|^.?[到至]")
"""Around a month that is only the end of a longer time."""
_BACK = 3
"""Sentences before that of a figure that may set its months."""


def governing(case: Case, period: Period) -> Judged | None:
    """Another month or span of months right before the figure that the text gives to this one (4월 수출 138만 대,
    1至4月份…出口138.4万辆); None where the sentence of the figure has none, or this one too."""
    start, end = case.sentence.segment_at(period.start)
    held_ = next((one for one in case.judged if one.kind == "quantity" and one.status == "supported" and one.evidence
                  and one.clause is not None and start <= one.span[0] < end), None)  # fmt: skip
    if held_ is not None and len(period.value or "") == _YEAR and period.high is None:
        return _year_of_another(case, period, held_)
    if held_ is None or len(period.value or "") != _MONTH or period.text.endswith(("까지", "이전")):
        return None
    assert held_.clause is not None
    assert held_.evidence is not None
    clauses = case.corpus.clauses_of(case.corpus.clauses[held_.clause].sentence)
    told = [
        one for clause in clauses for one in stated(clause) if len(one.value or "") == _MONTH and not is_base(case, one)
    ]
    spanned = _month_or_months(case, period, held_, told)
    if spanned is not None:
        return spanned
    if not told and period.high not in (None, ".."):
        here = case.corpus.clauses[held_.clause].sentence
        return _of_its_own(case, period, held_) if _set_otherwise(case, here) else None
    before = [one for one in told if one.end <= held_.evidence[0]]
    if not before or any((one.value, one.high) == (period.value, period.high) for one in told):
        return None
    other = before[-1]
    if period.high is not None and same_time(period, other):
        return _of_its_own(case, period, held_) if other.high is None else None
    if period.high is None and other.high is None:
        return None  # a month that another sentence may set: left to the dates near by
    return Judged("date", (period.start, period.end), "contradicted", (other.start, other.end), says(other.text))


def _month_or_months(case: Case, period: Period, figure: Judged, told: list[Period]) -> Judged | None:
    """One month of a figure that the source gives for all months up to it (7월, 1—7月份), or the other way round; None
    where neither is so."""
    assert figure.clause is not None
    assert figure.evidence is not None
    sentence = case.corpus.clauses[figure.clause].sentence
    before = [one for one in told if one.end <= figure.evidence[0]]
    if period.high is None and not told and not _UP_TO.match(case.sentence.text, period.end):
        before = _set_before(case, sentence)
    if not before or _UP_TO.match(case.sentence.text, period.end):
        return None
    other = before[-1]
    mine, theirs = (period.value, period.high or period.value), (other.value, other.high or other.value)
    single = [one for one in (period, other) if one.high is None]
    if len(single) != 1 or mine[1] != theirs[1] or ".." in (period.high, other.high):
        return None
    if any((one.value, one.high) == (period.value, period.high) for one in told):
        return None
    if other.high is None and _UP_TO_ZH.search(_around(case, other)):
        return None  # 截至10月: all that there is
    return Judged("date", (period.start, period.end), "contradicted", (other.start, other.end), says(other.text))


def _set_before(case: Case, sentence: int) -> list[Period]:
    """The months that the nearest sentence before one states, of those that have any."""
    for at in case.corpus.before(sentence, _BACK):
        stated_ = [one for clause in case.corpus.clauses_of(at) for one in stated(clause) if not is_base(case, one)]
        months = [one for one in stated_ if len(one.value or "") == _MONTH]
        if months:
            return months
    return []


def _around(case: Case, period: Period) -> str:
    return case.corpus.text[max(0, period.start - 2) : period.end + 2]


def _of_its_own(case: Case, period: Period, figure: Judged) -> Judged | None:
    """A span of months for which another sentence has another figure of the unit, of what the words by the text's name
    (新能源汽车出口43万辆。今年1至4月份，新能源汽车出口138.4万辆); None where none has."""
    claimed = next(one for one in case.sentence.quantities if (one.start, one.end) == figure.span)
    own = [word for word in case.sentence.own_words(claimed) if word.weight and word.start < claimed.start]
    here = case.corpus.clauses[figure.clause or 0].sentence
    for number, clause in case.corpus.dated:
        spans = [one for one in stated(clause) if (one.value, one.high) == (period.value, period.high)]
        if not spans or clause.sentence == here:
            continue
        for at in (number, number + 1):
            if at >= len(case.corpus.clauses) or case.corpus.clauses[at].sentence != clause.sentence:
                continue
            rival = next((one for one in case.corpus.clauses[at].quantities if held(claimed, one) == "other"), None)
            if rival is not None and own and all(word.in_sentence(clause.sentence) for word in own):
                span = (period.start, period.end)
                return Judged("date", span, "contradicted", (rival.start, rival.end), says(rival.text))
    return None


def _set_otherwise(case: Case, sentence: int) -> bool:
    """Whether the sentences before one, which has no months itself, set a single month for it."""
    months = _set_before(case, sentence)
    return bool(months) and months[-1].high is None


def _year_of_another(case: Case, period: Period, figure: Judged) -> Judged | None:
    """A year under which the sentence has another figure, while this one stands under another one (今年1000亿元，
    到“十四五”末5000亿元); None where its own clause says nothing."""
    assert figure.clause is not None
    assert figure.evidence is not None
    sentence = case.corpus.clauses[figure.clause].sentence
    own = case.corpus.clauses[figure.clause]
    ahead = case.corpus.clauses[figure.clause - 1]
    here = [one for one in stated(own) if one.end <= figure.evidence[0]]
    if not here and ahead.sentence == sentence and not ahead.quantities:
        here = stated(ahead)
    earlier = [one for one in case.corpus.clauses_of(sentence) if one.start < own.start and one.quantities]
    under = any(same_time(period, one) for clause in earlier for one in stated(clause))
    under = under or (bool(here) and _under_beside(case, period, figure, sentence))
    if not here or not under or any(same_time(period, one) or is_base(case, one) for one in here):
        return None
    told = here[-1]
    return Judged("date", (period.start, period.end), "contradicted", (told.start, told.end), says(told.text))


def _under_beside(case: Case, period: Period, figure: Judged, sentence: int) -> bool:
    """Whether the sentence before or behind has another figure of the unit under the year, of what the words by the
    text's figure name (2024年…占比达到18.9%。2025年，…占比达到20%)."""
    claimed = next(one for one in case.sentence.quantities if (one.start, one.end) == figure.span)
    own = [word for word in case.sentence.own_words(claimed) if word.weight and word.start < claimed.start]
    for at in (*case.corpus.before(sentence, 1), *case.corpus.behind(sentence)):
        told = [clause for clause in case.corpus.clauses_of(at) if clause.quantities or clause.periods]
        dated = any(same_time(period, one) and not is_base(case, one) for clause in told for one in stated(clause))
        numbered = [(number, clause) for number, clause in case.corpus.numbered(at) if clause.quantities]
        for number, clause in numbered if dated and own else ():
            if all(word.in_clause(number) for word in own) and any(
                held(claimed, one) == "other" for one in clause.quantities
            ):
                return True
    return False


def span_of_figure(case: Case, period: Period) -> Period | None:
    """The months that the source gives to the figure beside a span of months (상반기, 前三季度); None where there is no
    such figure or the source gives none."""
    if period.high in (None, "..") or len(period.value or "") != _MONTH:
        return None
    start, end = case.sentence.segment_at(period.start)
    held_ = [one.clause for one in case.judged if one.kind == "quantity" and one.status == "supported"
             and one.clause is not None and start <= one.span[0] < end]  # fmt: skip
    for clause in held_[:1]:
        seat = case.corpus.clauses[clause].sentence
        for at in (seat, *case.corpus.before(seat, _BACK)):
            spans = [one for held in case.corpus.clauses_of(at) for one in stated(held)]
            told = next((one for one in spans if one.high not in (None, "..") and len(one.value or "") == _MONTH), None)
            if told is not None:
                return told
    return None
