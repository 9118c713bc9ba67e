"""Dates and periods of the text: does the source say them of the same thing?"""

from __future__ import annotations

import re
from bisect import bisect_left

from donghyang.records import Message, Period, Span
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.period_of_figure import governing, span_of_figure
from donghyang.verify.periods import (
    alike,
    finer,
    is_base,
    is_whole,
    part_of,
    same_time,
    stated,
    tells,
    up_to,
    within_year,
)
from donghyang.verify.reasons import says

_CITED = re.compile(r"[.]?\)[ ※*]*(?:$|\n)")
"""The day in brackets at the end of a line is that of the report's source, not of the event."""
_HOUR = re.compile("([0-9]{1,2}) ?(?:时|点|시)(?: ?([0-9]{1,2}) ?(?:分|분))?")
_UNTIL, _SINCE = ("까지", "이전", "전까지"), ("부터", "이후", "이래")
_LOOKED = 8
_SOME = 0.15
_TELLING = 1.2
"""Weight of the words that only the clause of another date has."""
_CLEAR, _LITTLE = 0.6, 0.35
"""Share of the words that a sentence has that surely speaks of the claim; and what part of it is too little."""
_COMPARED = re.compile(" ?(?:과|와|에|보다|대비|년?에) ?(?:비교|비해|견|대비)?")
"""Behind a period that the claim compares with."""
_LAST_YEAR, _AGAINST = ("전년", "지난해", "작년"), ("대비", "보다", "에 비")
_YEAR = 4
"""Characters of a year."""
_PART_OF_IT = re.compile("[0-9월년] ?말|초|순")
"""A year's end and a third of a month are told by months that no source prints."""
_BEHIND = 3
"""Characters behind a period that hold such a word."""
_MONTH = 7
"""Characters of a month."""
_DAY = 10
"""Characters of a day in ISO 8601."""
_FRAME = 8
"""Clauses with a date before a sentence among which the last whole year is looked for."""
_BACK = 3
"""Sentences before the one in question whose date may govern it."""
_DAYS = re.compile("([0-9]{1,2})일")
_NUMBERS = re.compile("[0-9]+")
_NOW, _BY_NOW = re.compile(" ?(?:현재|기준)"), re.compile("目前|截至(?:目前|今天|今日|现在)|迄今|至今|当前|如今|现有")
_THAN = re.compile("보다| ?대비|에 비해| ?[과와] 비교")
_STEPS = (
    ("month", re.compile("上个?月(?![底末])|环比")),
    ("year", re.compile("同比|[去上]年同[期月]|[较比][去上]年(?![底末])")),
)
"""How a source names the time that another one is compared with: one month or one year before it."""
_LENGTH = ("최근", "지난", "과거", "향후", "앞으로", "近", "未来", "过去", "今后", "最近")


def judge_periods(case: Case) -> None:
    """Judge every date of the sentence."""
    for period in case.sentence.periods:
        behind = case.sentence.text[period.end : period.end + 3]
        compared = period.text.endswith(("동기", "같은 기간", "전월", "전달")) or behind.strip().startswith(
            ("동기", "동월", "동일", "같은")
        )
        compared = compared or (period.text in _LAST_YEAR and behind.strip().startswith(_AGAINST))
        cited = _CITED.match(case.sentence.text, period.end) and case.sentence.text[period.start - 1] == "("
        if period.value is not None and not compared and not cited and not period.text.startswith(_LENGTH):
            case.hold(_judge(case, period))


def _judge(case: Case, period: Period) -> Judged:
    span = (period.start, period.end)
    if _is_the_one_before(case, period):
        return Judged("date", span, "supported", None)
    told = governing(case, period) or _length(case, period)
    if told is not None:
        return told
    if _is_now(case, period):
        return Judged("date", span, "supported", None)
    rivals: list[tuple[int, Period]] = []
    wider: tuple[int, Period] | None = None
    whole: tuple[int, Period] | None = None
    segment = case.sentence.segment_at(period.start)
    for sentence in case.near_for(segment)[:_LOOKED]:
        for number, clause in case.corpus.numbered(sentence):
            for other in stated(clause):
                told_base = period.text in _LAST_YEAR or _COMPARED.match(case.sentence.text, period.end)
                if is_base(case, other) and not told_base:
                    continue
                if same_time(period, other) or up_to(period, other):
                    if rivals and _far(case, period, sentence):
                        continue
                    if is_whole(other) and period.high not in (None, ".."):
                        whole = whole or (number, other)
                        continue
                    if not finer(period, other):
                        return (
                            _other_edge(case, period, other, number)
                            or _of_another(case, period, number)
                            or Judged("date", span, "supported", (other.start, other.end), None, number)
                        )
                    wider = wider or (number, other)
                elif tells(case, other):
                    continue
                elif sentence in case.aligned and alike(period, other) and not part_of(period, other):
                    rivals.append((number, other))
    if wider is not None and (told := _other_hour(case, period, wider[0])) is not None:
        return told
    elsewhere = _spoken_elsewhere(case, period)
    if elsewhere is not None:
        return elsewhere
    if whole is not None and wider is None:
        number, other = whole
        return Judged("date", span, "contradicted", (other.start, other.end), says(other.text), number)
    numbers = None if _HOUR.search(period.text) else _NUMBERS.findall(period.text)
    printed = next((one for one in rivals if _NUMBERS.findall(one[1].text) == numbers), None)
    if printed is not None:
        return Judged("date", span, "supported", (printed[1].start, printed[1].end), None, printed[0])
    if rivals:
        number, other = rivals[0]
        return Judged("date", span, "contradicted", (other.start, other.end), says(other.text), number)
    if wider is not None and not _is_closer(case, period, wider[1]):
        return Judged("date", span, "supported", (wider[1].start, wider[1].end), None, wider[0])
    return _governed(case, period)


def _is_now(case: Case, period: Period) -> bool:
    """Whether the text tells what stands on the day of the page ('26.4월 현재), and the source that it stands by now
    (截至目前)."""
    seat = case.aligned[0] if case.aligned else None
    day = case.corpus.day_of(seat) if seat is not None else None
    if seat is None or day is None or period.high is not None or not day.isoformat().startswith(period.value or "-"):
        return False
    said, now = case.text_of([seat]), _NOW.match(case.sentence.text, period.end)
    return now is not None and _BY_NOW.search(said) is not None


def _is_the_one_before(case: Case, period: Period) -> bool:
    """Whether a time is the month, or the time of the year, before another one of the sentence, and the source compares
    with it so (8월보다 of 9月…较上月)."""
    if not _THAN.match(case.sentence.text, period.end):
        return False
    text = case.text_of(case.aligned[:1])
    for other in case.sentence.periods:
        for back, said in _STEPS:
            if _moved(other.value, back) == period.value and _moved(other.high, back) == period.high:
                return period.value is not None and said.search(text) is not None
    return False


def _moved(value: str | None, back: str) -> str | None:
    """An ISO year or month one month or year earlier; None for another time, or none."""
    year, _, month = (value or "").partition("-")
    if not year.isdigit() or (month and not month.isdigit()):
        return None
    if back == "year":
        return f"{int(year) - 1}{'-' if month else ''}{month}"
    if not month:
        return None
    return f"{int(year) - 1}-12" if month == "01" else f"{year}-{int(month) - 1:02}"


def _length(case: Case, period: Period) -> Judged | None:
    """A number of days without a month that a sentence near by gives as a length (회기는 7일, 会期7天)."""
    days = _DAYS.fullmatch(period.text)
    if days is None:
        return None
    length = re.compile(rf"(?<![0-9]){int(days[1])}(?:天|个工作日)")
    place = case.first_of(length, case.near)
    return Judged("date", (period.start, period.end), "supported", place) if place else None


def _is_closer(case: Case, period: Period, other: Period) -> bool:
    """Whether the claim names a month of the year that the source names, and not the month that its page is of."""
    day = case.corpus.day_of(case.corpus.sentence_at(other.start))
    month, year = period.value or "", other.value or ""
    own = day is not None and day.isoformat().startswith(month)
    if own or _PART_OF_IT.search(case.sentence.text, period.start, period.end + _BEHIND):
        return False
    return len(month) == _MONTH and len(year) == _YEAR and period.high is None and other.high is None


def _other_edge(case: Case, period: Period, other: Period, clause: int) -> Judged | None:
    """까지 of what the source lets begin (自8月1日起), 부터 of what it lets end (8月1日前)."""
    if other.high not in (None, ".."):
        return None
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
        told = [one for one in stated(clause) if one.text[:1].isdigit()]
        rival = next((one for one in told if alike(period, one) and not same_time(period, one)), None)
        if rival is None or number == found or any(same_time(period, one) for one in stated(clause)):
            continue
        mine = sum(word.weight for word in words if word.in_clause(found) > word.in_clause(number))
        theirs = sum(word.weight for word in words if word.in_clause(number) > word.in_clause(found))
        if not mine and theirs >= _TELLING:
            span = (period.start, period.end)
            return Judged("date", span, "contradicted", (rival.start, rival.end), says(rival.text), number)
    return None


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
    for number, clause in case.corpus.dated:
        for other in stated(clause):
            same = (
                same_time(period, other)
                and (_COMPARED.match(case.sentence.text, period.end) or not is_base(case, other))
                and not finer(period, other)
                and not _far(case, period, clause.sentence)
            )
            if same and spoken(case.sentence.words, [clause.sentence]) >= _SOME:
                return Judged("date", (period.start, period.end), "supported", (other.start, other.end), None, number)
    return None


def _headed(case: Case, period: Period, sentence: int) -> Span | None:
    """Where the heading of the part that a sentence stands in gives the year (一、2031年工作回顾); None without."""
    heading = case.corpus.heading_of(sentence)
    for clause in [] if heading is None else case.corpus.clauses_of(heading):
        for other in stated(clause):
            if len(period.value or "") == _YEAR and other.high is None and other.value == period.value:
                return other.start, other.end
    return None


def _year_of_frame(case: Case, period: Period, sentence: int) -> Span | None:
    """Where the last whole year stands that a source names before a sentence, if it is that of the claim; else None."""
    at = bisect_left(case.corpus.dated, case.corpus.sentences[sentence].first, key=lambda one: one[0])
    for _, clause in reversed(case.corpus.dated[max(0, at - _FRAME) : at]):
        if case.corpus.sentences[clause.sentence].source != case.corpus.sentences[sentence].source:
            return None
        for other in stated(clause):
            if len(other.value or "") == _YEAR and other.high is None and other.text[:1].isdigit():
                told = period.high is None and other.value == period.value
                return (other.start, other.end) if told else None
    return None


def _day_alone(case: Case, period: Period) -> Span | None:
    """Where a sentence near by has the day without its month (夜间到23日, 23日起); None where none has."""
    if len(period.value or "") < _DAY:
        return None
    alone = re.compile(rf"(?<![0-9月]){int((period.value or '')[8:_DAY])}[日号]")
    return case.first_of(alone, case.near)


def _governed(case: Case, period: Period) -> Judged:
    """A date that the aligned sentence leaves open: one shortly before it, or the day of the page itself."""
    span = (period.start, period.end)
    main = case.aligned[:1]
    for sentence in [at for number in main for at in case.corpus.before(number, _BACK)]:
        for clause in case.corpus.clauses_of(sentence):
            for other in stated(clause):
                if same_time(period, other):
                    return Judged("date", span, "supported", (other.start, other.end))
    headed = _headed(case, period, main[0]) if main else None
    if headed is not None:
        return Judged("date", span, "supported", headed)
    framed = _year_of_frame(case, period, main[0]) if main else None
    if framed is not None:
        return Judged("date", span, "supported", framed)
    day = case.corpus.day_of(main[0]) if main else None
    if day is not None and (period.value or "")[:10] == day.isoformat() and (hour := _same_hour(case, period)):
        return Judged("date", span, "supported", hour)
    if day is not None and (day.isoformat().startswith(period.value or "?") or within_year(period, day.isoformat())):
        return Judged("date", span, "supported", case.span_of(case.corpus.sentences[main[0]].first))
    elsewhere = next(
        (other for _, clause in case.corpus.dated for other in stated(clause) if same_time(period, other)), None
    )
    untold = len(period.value or "") >= _MONTH and not any(stated(one) for one in case.clauses_of(case.near))
    if elsewhere is not None and (untold or not main):
        return Judged("date", span, "supported", (elsewhere.start, elsewhere.end))
    figures = any(one.kind == "quantity" and one.status == "supported" for one in case.judged)
    if day is not None and figures and (period.value or "")[:4] != str(day.year):
        reason = Message(f"원문은 {day.year}년의 글입니다.", f"the source speaks from {day.year}.")
        return Judged("date", span, "contradicted", None, reason)
    day_ = _day_alone(case, period)
    if day_ is not None:
        return Judged("date", span, "supported", day_)
    span_ = span_of_figure(case, period)
    if span_ is not None:
        return Judged("date", span, "contradicted", (span_.start, span_.end), says(span_.text))
    return Judged("date", span, "unsupported", None, Message("원문에 없는 날짜입니다.", "no source has this date"))
