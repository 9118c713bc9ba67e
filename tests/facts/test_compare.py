"""May two facts be compared, and do they agree?"""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.facts import find_facts
from donghyang.facts.compare import Setting, agrees, comparable
from donghyang.records import Fact, Name, Target

DAY = dt.date(2023, 2, 17)

AGREE = [
    ("1조 2,000억 위안을 넘어", "12326.8亿元", "bound"),
    ("21.28억 위안", "2128000000元", "equal"),
    ("2,000개", "2000家", "equal"),
    ("30%", "3/10", "equal"),
    ("절반", "50%", "equal"),
    ("1조 1,990억 위안", "1.2万亿元", "rounded"),
    ("146.2 무", "146.2亩", "equal"),
    ("150여개", "150家以上", "bound"),
    ("2~5년", "3年", "range"),
    ("268 엑시바이트", "268EB", "equal"),
    ("약 38조 원", "37조 7,420억 원", "rounded"),
    ("2억 400만 톤", "2.04亿吨", "equal"),
    ("2023년 2월", "2023年2月6日", "contained"),
    ("'14차 5개년 계획' 기간", "2021—2025年", "equal"),
]
DIFFER = [
    ("20개사", "120家", "different"),
    ("5개", "6개", "different"),
    ("100개 이상", "500个", "different"),
    ("3%", "3个百分点", "unlike"),
    ("5천 달러", "5000元", "unlike"),
    ("1조 2천만 억 위안", "1.2万亿元", "unread"),
    ("50% 이상", "50% 미만", "different"),
    ("4만 명", "4만 3천 명", "different"),
    ("2023년 2월", "2023年3月", "different"),
    ("2위", "3위", "different"),
    ("5km", "5톤", "unlike"),
    ("30%", "2023년", "unlike"),
]


def first(text: str) -> Fact:
    return next(fact for fact in find_facts(text, date=DAY) if not isinstance(fact, Target))


@pytest.mark.parametrize(("one", "other", "how"), AGREE)
def test_the_same_statement_agrees_across_languages(one: str, other: str, how: str) -> None:
    verdict = agrees(first(one), first(other))
    assert (verdict.holds, verdict.how) == (True, how), verdict.reason.en


@pytest.mark.parametrize(("one", "other", "how"), DIFFER)
def test_another_statement_does_not_agree(one: str, other: str, how: str) -> None:
    verdict = agrees(first(one), first(other))
    assert (verdict.holds, verdict.how) == (False, how), verdict.reason.en


def test_settings_keep_figures_of_different_things_apart() -> None:
    a, b = first("30개"), first("30个")
    assert comparable(a, b)
    assert not comparable(a, b, Setting(metric="중견기업 수"), Setting(metric="논문 발표 건수"))
    assert comparable(a, b, Setting(metric="중견기업 수"), Setting(metric="육성할 중견기업 수"))


def test_targets_agree_in_value_and_deadline() -> None:
    def target(text: str) -> Target:
        return next(fact for fact in find_facts(text, date=DAY) if isinstance(fact, Target))

    a = target("2027년까지 매출 5,000억 위안 달성")
    assert agrees(a, target("到2027年，매출 5000亿元。"))
    assert not agrees(a, target("2030년까지 매출 5,000억 위안 달성"))


def test_names_agree_when_both_forms_do() -> None:
    a = Name("선전(深圳)", 0, 6, "선전", "深圳", "place")
    b = Name("심천(深圳)", 0, 6, "심천", "深圳", "place")
    assert comparable(a, b)
    assert not agrees(a, b)
    assert agrees(a, a)


def test_every_verdict_gives_its_reason_in_both_languages() -> None:
    for one, other, _ in AGREE + DIFFER:
        reason = agrees(first(one), first(other)).reason
        assert reason.ko
        assert reason.en
