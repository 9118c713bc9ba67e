"""Hours of the text (오후 2시경): does the source tell another one of the thing?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from donghyang.language.numerals_zh import read_zh
from donghyang.records import Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import says

_KOREAN = re.compile(
    "(?P<half>오전|오후|새벽|아침|저녁|밤|낮)? ?(?<![0-9.,])(?P<hour>[0-9]{1,2})시(?=[ 경쯤에부까이,.]|$|[0-9])"
    "(?: ?(?P<minute>[0-9]{1,2})분| ?(?P<thirty>반))?"
)
_CHINESE = re.compile(
    "(?P<half>上午|下午|凌晨|早上|早|晚上|晚|傍晚|中午)?(?<![0-9.])(?P<hour>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
    "(?:(?P<exact>时)(?![代间期候])|点(?=[整半许左钟，。、在至]|[0-9]{1,2}分|[一二三四五六七八九十]{1,3}分))"
    "(?:(?P<minute>[0-9]{1,2})分|(?P<thirty>半))?"
)
_LATER = ("오후", "저녁", "밤", "下午", "晚上", "晚", "傍晚")
_NOON = 12
_TELLING, _LITTLE = 1.2, 0.3
"""Weight of the words that only the sentence of another hour has, and the part of it that only this one may have."""
_ZONE = re.compile("(?P<local>현지 ?시[간각])|(?:베이징|북경|중국) ?시[간각]")
_ZONE_ZH = re.compile("(?P<local>当地时间)|北京时间")


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day at its place; `minute` is None where none is told."""

    hours: frozenset[int]
    """The hours of 24 that it can be."""
    minute: int | None
    span: Span

    def same(self, other: Hour) -> bool:
        """Whether both can be one time, where one may leave out the minutes."""
        return not self.hours.isdisjoint(other.hours) and (
            None in (self.minute, other.minute) or self.minute == other.minute
        )


def judge_hours(case: Case) -> None:
    """Contradict an hour that no sentence near by tells, where the best of them tell others; hold it as supported
    where one tells it."""
    told = [
        (at, hour) for at in case.near for hour in _hours(_CHINESE, case.corpus.key.plain, case.corpus.place_of(at))
    ]
    for hour in _hours(_KOREAN, case.sentence.text, (case.sentence.start, case.sentence.end)):
        if any(one.span[0] <= hour.span[0] < one.span[1] for one in case.judged):
            continue
        same = next((one for _, one in told if hour.same(one)), None) or _elsewhere(case, hour)
        rival = next((one for at, one in told if at in case.aligned), None)
        if same is not None:
            rival = _of_another(case, hour, same, told) or _in_another_zone(case, hour, same)
            if rival is None:
                case.hold(Judged("date", hour.span, "supported", same.span))
        if rival is not None:
            said = case.corpus.text[slice(*rival.span)]
            case.hold(Judged("date", hour.span, "contradicted", rival.span, says(said)))


def _of_another(case: Case, hour: Hour, same: Hour, told: list[tuple[int, Hour]]) -> Hour | None:
    """Another hour, of a sentence that has every word which that of this hour has, and more (14时25分出征,
    17时17分发射); None where there is none."""
    own = [word for word in case.sentence.words_in(_zone_of(case, hour)) if word.weight]
    here = case.corpus.sentence_at(same.span[0])
    for there, rival in told[:1]:
        if there == here or there not in case.aligned or hour.same(rival):
            continue
        if any(one.same(hour) for at, one in told if at == there):
            continue
        gained = sum(word.weight for word in own if word.in_sentence(there) > word.in_sentence(here))
        lost = sum(word.weight for word in own if word.in_sentence(there) < word.in_sentence(here))
        if gained >= _TELLING and lost < _LITTLE * gained:
            return rival
    return None


def _zone_of(case: Case, hour: Hour) -> Span:
    """The stretch of the segment between the hours beside one."""
    start, end = case.sentence.segment_at(hour.span[0])
    others = [one.span for one in _hours(_KOREAN, case.sentence.text, (start, end)) if one.span != hour.span]
    start = max([start, *(last for _, last in others if last <= hour.span[0])])
    return start, min([end, *(first for first, _ in others if first >= hour.span[1])])


def _in_another_zone(case: Case, hour: Hour, same: Hour) -> Hour | None:
    """The hour itself, where the source counts it in another zone than the text (当地时间13时, 베이징시간 13시)."""
    zone = _ZONE.search(case.sentence.text, case.sentence.start, hour.span[0])
    start, _ = case.corpus.place_of(case.corpus.sentence_at(same.span[0]))
    zones = list(_ZONE_ZH.finditer(case.corpus.key.plain, start, same.span[0]))
    if zone is None or not zones or (zone["local"] is None) == (zones[-1]["local"] is None):
        return None
    return Hour(same.hours, same.minute, (zones[-1].start(), same.span[1]))


def _elsewhere(case: Case, hour: Hour) -> Hour | None:
    """The same hour, with its minute or without as it is told, in another sentence that has a word of its segment."""
    words = [word for word in case.sentence.words_in(case.sentence.segment_at(hour.span[0])) if word.weight]
    for one in _all_hours(case.corpus.key.plain):
        if one.minute == hour.minute and hour.same(one):
            sentence = case.corpus.sentence_at(one.span[0])
            if any(word.in_sentence(sentence) for word in words):
                return one
    return None


@lru_cache(maxsize=4)
def _all_hours(plain: str) -> tuple[Hour, ...]:
    """Every hour of the sources, found once."""
    return tuple(_hours(_CHINESE, plain, (0, len(plain))))


def _hours(search: re.Pattern[str], text: str, within: Span) -> list[Hour]:
    found = []
    for one in search.finditer(text, *within):
        value = int(one["hour"]) if one["hour"].isascii() else int(read_zh(one["hour"]) or 0)
        if value > 24:
            continue
        minute = int(one["minute"]) if one["minute"] else 30 if one["thirty"] else None
        found.append(Hour(_of_day(value, one["half"] or one.groupdict().get("exact")), minute, one.span()))
    return found


def _of_day(hour: int, half: str | None) -> frozenset[int]:
    """The hours of 24 that an hour with its half of the day can be; without one, that before and after noon (时 counts
    to 24)."""
    if half in _LATER and hour < _NOON:
        return frozenset({hour + _NOON})
    return frozenset({hour}) if half or hour > _NOON else frozenset({hour, hour + _NOON})
