"""Dates and periods of the text: does the source say them of the same thing?"""

from __future__ import annotations

import re

from donghyang.facts.compare import agrees
from donghyang.records import Message, Period, Span
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.corpus import Clause
from donghyang.verify.reasons import says

_CITED = re.compile(r"[.]?\)[ ※*]*(?:$|\n)")
"""The day in brackets at the end of a line is that of the report's source, not of the event."""
_HOUR = re.compile("([0-9]{1,2}) ?(?:时|点|시)(?: ?([0-9]{1,2}) ?(?:分|분))?")
_YEAR, _MONTH = "2030", len("2030-01")
_UNTIL, _SINCE = ("까지", "이전", "전까지"), ("부터", "이후", "이래")
_LOOKED = 8
_SOME = 0.15
_TELLING = 1.2
"""Weight of the words that only the clause of another date has."""
_CLEAR, _LITTLE = 0.6, 0.35
"""Share of the words that a sentence has that surely speaks of the claim; and what part of it is too little."""
_COMPARED = re.compile(" ?(?:과|와|에|보다|대비|년?에) ?(?:비교|비해|견|대비)?")
"""Behind a period that the claim compares with."""
_BACK = 3
"""Sentences before the one in question whose date may govern it."""
_LENGTH = ("최근", "지난", "과거", "향후", "앞으로", "近", "未来", "过去", "今后", "最近")


def judge_periods(case: Case) -> None:
    """Judge every date of the sentence."""
    for period in case.sentence.periods:
        behind = case.sentence.text[period.end : period.end + 3]
        compared = "동기" in period.text or behind.strip().startswith(("동기", "동월", "동일"))
        cited = _CITED.match(case.sentence.text, period.end) and case.sentence.text[period.start - 1] == "("
        if period.value is not None and not compared and not cited and not period.text.startswith(_LENGTH):
            case.hold(_judge(case, period))


def _governing(case: Case, period: Period) -> Judged | None:
    """Another month or span of months right before the figure that the text gives to this one (4월 수출 138만 대,
    1至4月份…出口138.4万辆); None where the sentence of the figure has none, or this one too."""
    start, end = case.sentence.segment_at(period.start)
    held_ = next((one for one in case.judged if one.kind == "quantity" and one.status == "supported" and one.evidence
                  and one.clause is not None and start <= one.span[0] < end), None)  # fmt: skip
    if held_ is None or len(period.value or "") != _MONTH or period.text.endswith(_UNTIL):
        return None
    assert held_.clause is not None
    assert held_.evidence is not None
    clauses = case.corpus.clauses_of(case.corpus.clauses[held_.clause].sentence)
    told = [
        one
        for clause in clauses
        for one in _stated(clause)
        if len(one.value or "") == _MONTH and not _is_base(case, one)
    ]
    before = [one for one in told if one.end <= held_.evidence[0]]
    if not before or any((one.value, one.high) == (period.value, period.high) for one in told):
        return None
    if period.high is not None and _same(period, before[-1]):
        return None
    other = before[-1]
    if period.high is None and other.high is None:
        return None  # a month that another sentence may set: left to the dates near by
    return Judged("date", (period.start, period.end), "contradicted", (other.start, other.end), says(other.text))


def _judge(case: Case, period: Period) -> Judged:
    span = (period.start, period.end)
    governing = _governing(case, period)
    if governing is not None:
        return governing
    rivals: list[tuple[int, Period]] = []
    wider: tuple[int, Period] | None = None
    segment = case.sentence.segment_at(period.start)
    for sentence in case.near_for(segment)[:_LOOKED]:
        for number, clause in case.corpus.numbered(sentence):
            for other in _stated(clause):
                if _is_base(case, other) and not _COMPARED.match(case.sentence.text, period.end):
                    continue
                if _same(period, other):
                    if rivals and _far(case, period, sentence):
                        continue
                    if not _finer(period, other):
                        return (
                            _other_edge(case, period, other, number)
                            or _of_another(case, period, number)
                            or Judged("date", span, "supported", (other.start, other.end), None, number)
                        )
                    wider = wider or (number, other)
                elif any(_same(one, other) for one in case.sentence.periods):
                    continue
                elif sentence in case.aligned and _alike(period, other) and not _part_of(period, other):
                    rivals.append((number, other))
    if wider is not None and (told := _other_hour(case, period, wider[0])) is not None:
        return told
    elsewhere = _spoken_elsewhere(case, period)
    if elsewhere is not None:
        return elsewhere
    if rivals:
        number, other = rivals[0]
        return Judged("date", span, "contradicted", (other.start, other.end), says(other.text), number)
    if wider is not None:
        return Judged("date", span, "supported", (wider[1].start, wider[1].end), None, wider[0])
    return _governed(case, period)


def _other_edge(case: Case, period: Period, other: Period, clause: int) -> Judged | None:
    """까지 of what the source lets begin (自8月1日起), 부터 of what it lets end (8月1日前)."""
    text = case.corpus.text
    behind = case.sentence.text[period.end : period.end + 3].strip()
    until, since = period.text.endswith(_UNTIL) or behind.startswith(_UNTIL), behind.startswith(_SINCE)
    around = text[max(0, other.start - 1) : other.end + 1]
    begins = around.endswith("起") or around.startswith(("自", "从")) or other.text.startswith(("自", "从"))
    ends = text[other.end : other.end + 2].startswith(("前", "为止", "之前"))
    if (until and begins) or (since and ends):
        span, place = (period.start, period.end), (other.start, other.end + (not begins))
        return Judged("date", span, "contradicted", place, says(text[slice(*place)]), clause)
    return None


def _of_another(case: Case, period: Period, found: int) -> Judged | None:
    """Another clause of the sentence speaks of the claim, under another date (中央…2023年底前，地方…2024年底前)."""
    start, end = case.sentence.segment_at(period.start)
    if any(start <= one.start < end for one in case.sentence.quantities):
        return None
    words = case.sentence.words_in((start, end))
    for number, clause in case.corpus.numbered(case.corpus.clauses[found].sentence):
        told = [one for one in _stated(clause) if one.text[:1].isdigit()]
        rival = next((one for one in told if _alike(period, one) and not _same(period, one)), None)
        if rival is None or number == found or any(_same(period, one) for one in _stated(clause)):
            continue
        mine = sum(word.weight for word in words if word.in_clause(found) > word.in_clause(number))
        theirs = sum(word.weight for word in words if word.in_clause(number) > word.in_clause(found))
        if not mine and theirs >= _TELLING:
            span = (period.start, period.end)
            return Judged("date", span, "contradicted", (rival.start, rival.end), says(rival.text), number)
    return None


def _part_of(one: Period, other: Period) -> bool:
    """Whether a span lies within another one ('14.5' 첫 3년, 十四五)."""
    if None in (one.value, one.high, other.value, other.high) or ".." in (one.high, other.high):
        return False
    return (other.value or "") <= (one.value or "") and (one.high or "") <= (other.high or "")


def _is_base(case: Case, period: Period) -> bool:
    """Whether a period of the source is what its figure is compared with (与2024年同期相比)."""
    text = case.corpus.text
    behind = text[period.end : period.end + 4]
    compared = (
        text[max(0, period.start - 1) : period.start] in ("与", "较", "比")
        and "相比" in text[period.end : period.end + 8]
    )
    return behind.startswith(("同期", "同月", "相比")) or compared


def _far(case: Case, period: Period, sentence: int) -> bool:
    """Whether a sentence shares so much less with the claim than the best one that its date is of something else."""
    segment = case.sentence.words_in(case.sentence.segment_at(period.start))
    best = spoken(segment, case.aligned[:1])
    return sentence not in case.aligned and best >= _CLEAR and spoken(segment, [sentence]) < _LITTLE * best


def _other_hour(case: Case, period: Period, clause: int) -> Judged | None:
    """The day is right, the hour is not: the source's sentence tells another one; None where it tells none."""
    claimed = _HOUR.search(period.text)
    if claimed is None:
        return None
    place = case.corpus.place_of(case.corpus.clauses[clause].sentence)
    told = list(_HOUR.finditer(case.corpus.text, *place))
    wanted = int(claimed[1]) % 12, int(claimed[2] or 0)
    if not told or any((int(one[1]) % 12, int(one[2] or 0)) == wanted for one in told):
        return None
    return Judged("date", (period.start, period.end), "contradicted", told[0].span(), says(told[0][0]), clause)


def _same_hour(case: Case, period: Period) -> Span | None:
    """Where a sentence near by tells the hour of a date, None where none does or the date has no hour."""
    claimed = _HOUR.search(period.text)
    for sentence in case.near if claimed else ():
        for told in _HOUR.finditer(case.corpus.text, *case.corpus.place_of(sentence)):
            if claimed and (told[1], int(told[2] or 0)) == (claimed[1], int(claimed[2] or 0)):
                return told.span()
    return None


def _spoken_elsewhere(case: Case, period: Period) -> Judged | None:
    """The date in another sentence that has some of the claim's words: one claim may stand on several sentences."""
    for number, clause in enumerate(case.corpus.clauses):
        for other in _stated(clause):
            same = (
                _same(period, other)
                and (_COMPARED.match(case.sentence.text, period.end) or not _is_base(case, other))
                and not _finer(period, other)
                and not _far(case, period, clause.sentence)
            )
            if same and spoken(case.sentence.words, [clause.sentence]) >= _SOME:
                return Judged("date", (period.start, period.end), "supported", (other.start, other.end), None, number)
    return None


def _finer(one: Period, other: Period) -> bool:
    """Whether the claim is more precise than the source's date, which then proves only the greater part of it."""
    ended = one.high not in (None, "..") and other.high is None and len(one.value or "") == len(other.value or "") == 10
    return ended or len(one.value or "") > len(other.value or "")


def _governed(case: Case, period: Period) -> Judged:
    """A date that the aligned sentence leaves open: one shortly before it, or the day of the page itself."""
    span = (period.start, period.end)
    main = case.aligned[:1]
    for sentence in [at for number in main for at in case.corpus.before(number, _BACK)]:
        for clause in case.corpus.clauses_of(sentence):
            for other in _stated(clause):
                if _same(period, other):
                    return Judged("date", span, "supported", (other.start, other.end))
    day = case.corpus.day_of(main[0]) if main else None
    if day is not None and (period.value or "")[:10] == day.isoformat() and (hour := _same_hour(case, period)):
        return Judged("date", span, "supported", hour)
    if day is not None and (day.isoformat().startswith(period.value or "?") or _within_year(period, day.isoformat())):
        return Judged("date", span, "supported", case.span_of(case.corpus.sentences[main[0]].first))
    elsewhere = next(
        (other for clause in case.corpus.clauses for other in _stated(clause) if _same(period, other)), None
    )
    if elsewhere is not None and not main:
        return Judged("date", span, "supported", (elsewhere.start, elsewhere.end))
    figures = any(one.kind == "quantity" and one.status == "supported" for one in case.judged)
    if day is not None and figures and (period.value or "")[:4] != str(day.year):
        reason = Message(f"원문은 {day.year}년의 글입니다.", f"the source speaks from {day.year}.")
        return Judged("date", span, "contradicted", None, reason)
    span_ = _span_of_figure(case, period)
    if span_ is not None:
        return Judged("date", span, "contradicted", (span_.start, span_.end), says(span_.text))
    return Judged("date", span, "unsupported", None, Message("원문에 없는 날짜입니다.", "no source has this date"))


def _span_of_figure(case: Case, period: Period) -> Period | None:
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
            spans = [one for held in case.corpus.clauses_of(at) for one in _stated(held)]
            told = next((one for one in spans if one.high not in (None, "..") and len(one.value or "") == _MONTH), None)
            if told is not None:
                return told
    return None


def _stated(clause: Clause) -> list[Period]:
    return [period for period in clause.periods if period.value is not None]


def _same(one: Period, other: Period) -> bool:
    """The same time, whether one is stated more closely or by its end ('22년 1~10월, 前10个月); a year is not that of
    the end of a five-year plan."""
    if "五" in other.text and other.high is not None and one.high is None and len(one.value or "") == len(_YEAR):
        return False
    if agrees(one, other):
        return True
    first, second = one.value or "", other.value or ""
    if one.high in (None, "..") or other.high in (None, ".."):
        ends = {
            (one.high if one.high != ".." else None) or first,
            (other.high if other.high != ".." else None) or second,
        }
        return first == second or len(ends) == 1 or first.startswith(second) or second.startswith(first)
    return False


def _alike(one: Period, other: Period) -> bool:
    """Whether two dates are of one kind, so that one stands in the other's place: both years, months, days or spans."""
    a, b = len((one.value or "")[:10]), len((other.value or "")[:10])
    if (one.high == "..") != (other.high == ".."):
        return False
    return (one.high in (None, "..")) == (other.high in (None, "..")) and (a == b or {a, b} == {4, 7})


def _within_year(period: Period, day: str) -> bool:
    """A span of months of the page's own year that lies before its day, where the source names none."""
    return (period.value or "")[:4] == day[:4] and len(period.value or "") == 4
