"""Records in tables that hold a new thing against an old one, and those that a sentence tells beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.facts.issues import issue

from donghyang.facts import ledger_of
from donghyang.records import Ledger

HELD = "- 칭다오대 연구팀은 배수 펌프를 개발\n\n"


def technology(table: str, *bullets: str, headline: str = "칭다오대, 배수 펌프 개발") -> Ledger:
    lines = "".join(f"- {bullet}\n" for bullet in bullets)
    return ledger_of(issue("technology", headline, "펌프 개요", f"{HELD}{lines}\n{table}"))


def told(table: str, *bullets: str, headline: str = "칭다오대, 배수 펌프 개발") -> list[tuple[object, ...]]:
    ledger = technology(table, *bullets, headline=headline)
    return [(r.metric, r.value, r.unit, r.before) for r in ledger.records]


PUMPS = [
    ("누수율", Decimal("3.4"), "%", Decimal("5.1")),
    ("무게", Decimal(61), "kg", Decimal(84)),
]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "〈펌프의 비교〉\n\n항목\t기존 펌프\t시제품\n누수율(%)\t5.1\t3.4\n무게(kg)\t84\t61\n",
            id="the old one is named",
        ),
        pytest.param(
            "〈펌프의 비교〉\n\n항목\t가형\t나형\t변화\n누수율(%)\t5.1\t3.4\t1.7%p 감소\n"
            "무게(kg)\t84\t61\t27.4% 감소\n",
            id="changes fit one way only",
        ),
        pytest.param(
            "〈펌프의 비교〉\n\n항목\t나형\t가형\t차이\n누수율(%)\t3.4\t5.1\t-1.7%p\n무게(kg)\t61\t84\t-27.4%\n",
            id="signs",
        ),
    ],
)
def test_the_new_thing_has_the_record(table: str) -> None:
    assert told(table) == PUMPS


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("〈펌프의 비교〉\n\n항목\t가형\t나형\n누수율(%)\t5.1\t3.4\n무게(kg)\t84\t61\n", id="nothing says"),
        pytest.param(
            "〈펌프의 비교〉\n\n항목\t가형\t나형\t변화\n누수율(%)\t5.1\t3.4\t1.2%p 감소\n무게(kg)\t84\t61\t9% 감소\n",
            id="changes fit no way",
        ),
        pytest.param("〈펌프 수〉\n\n항목\t2022년\t2023년\n누수율(%)\t5.1\t3.4\n무게(kg)\t84\t61\n", id="years"),
    ],
)
def test_a_table_that_names_no_new_thing_tells_no_record(table: str) -> None:
    assert told(table) == []


def test_what_a_sentence_tells_is_told_once() -> None:
    table = "〈펌프의 비교〉\n\n항목\t기존 펌프\t시제품\n누수율(%)\t5.1\t3.4\n무게(kg)\t84\t61\n"
    assert told(table, "누수율은 3.4%로 상용 펌프(5.1%)보다 낮음") == PUMPS


@pytest.mark.parametrize(
    ("bullet", "wanted"),
    [
        ("시제품은 640시간 연속 운전을 마침", [("연속 운전", Decimal(640), "시간", None)]),
        ("500회 접은 뒤 강도 92%를 유지", [("강도 유지율", Decimal(92), "%", None)]),
        ("밀봉재의 두께비는 8.5에서 6.2로 낮아짐", [("두께비", Decimal("6.2"), None, Decimal("8.5"))]),
        ("1회 배출량을 25kg에서 40kg으로 늘림", [("1회 배출량", Decimal(40), "kg", Decimal(25))]),
        ("펌프는 72시간 전시된 뒤 회수됨", []),
        ("누수율이 평균 6.0% 줄었음", []),
        ("2025년에 하루 처리량을 4,800kg으로 늘린 2단계 설비를 착공", []),
        (
            "수명은 36개월로 기존 12개월의 3배에 이름",
            [("수명", Decimal(36), "개월", Decimal(12)), ("수명", None, None, None)],
        ),
        ("무게를 기존 90kg의 1/5로 줄임", [("무게", None, None, None)]),
        ("〔성능〕 누수율은 3.4%를 기록 [3]", [("누수율", Decimal("3.4"), "%", None)]),
    ],
)
def test_records_of_sentences(bullet: str, wanted: list[tuple[object, ...]]) -> None:
    assert told("", bullet) == wanted


def test_a_trial_is_an_achievement_once_it_is_finished() -> None:
    ledger = technology("", "칭다오대 연구팀은 펌프의 얕은 바다 시험을 마쳤다고 발표", "펌프의 바다 시험을 검토")
    assert [(a.form, a.what) for a in ledger.achievements] == [
        ("result", "배수 펌프 개발"),
        ("result", "펌프의 얕은 바다 시험 완료"),
    ]
