"""Benefits, rankings, records of performance and achievements: the table of cases, and reports with look-alikes."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.issues import issue

from donghyang import wire
from donghyang.facts import achievements_of, benefits_of, ledger_of, rankings_of, records_of
from donghyang.records import Achievement, Benefit, Ledger, LedgerFact, PerformanceRecord, Ranking
from donghyang.report import document, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DAY = dt.date(2024, 4, 5)
TABLE = Path(__file__).with_name("ledger.tsv")
REPORTS = Path(__file__).with_name("reports")
DOORS: dict[str, Callable[..., Sequence[LedgerFact]]] = {
    "benefit": benefits_of,
    "ranking": rankings_of,
    "record": records_of,
    "achievement": achievements_of,
}


@dataclass(frozen=True)
class Case:
    bin: str
    kind: str
    text: str
    wanted: str
    remark: str = ""


def cases() -> list[Case]:
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    return [Case(*row.split("\t")) for row in rows if row and not row.startswith("#")]


def shown(fact: LedgerFact) -> str:
    if isinstance(fact, Benefit):
        return _joined(
            _figure(fact.amount, fact.unit, fact.bound), to=fact.receiver, for_=fact.purpose, if_=fact.condition,
            per=fact.per, by=fact.giver, from_=fact.since, until=fact.until,
        )  # fmt: skip
    if isinstance(fact, Ranking):
        rows = " ; ".join(
            f"{'<=' if row.within else ''}{row.rank} {row.entity or '-'} {_figure(row.value, row.unit)}".strip()
            + (f" ({row.before})" if row.before else "")
            for row in fact.rows
        )
        return _joined(rows, of=fact.subject, among=fact.scope, by=fact.by)
    if isinstance(fact, PerformanceRecord):
        return _joined(
            _record(fact),
            holder=fact.holder,
            than=fact.compared,
            was=None if fact.before is None else f"{fact.before:f}",
        )
    assert isinstance(fact, Achievement)
    return _joined(f"{fact.form}: {fact.what}", by=fact.actor)


def _record(fact: PerformanceRecord) -> str:
    if fact.distinction:
        return f"{fact.distinction} in {fact.scope}"
    if fact.factor is not None:
        return f"x{fact.factor:f} of {fact.metric}"
    if fact.change is not None:
        return f"{fact.change:f} % of {fact.metric}"
    return f"{_figure(fact.value, fact.unit)} of {fact.metric}"


def _figure(value: object, unit: str | None, bound: str | None = None) -> str:
    return " ".join(part for part in (f"{value:f}" if value is not None else None, unit, bound) if part)


def _joined(first: str, **parts: str | None) -> str:
    return ", ".join(
        part for part in (first, *(f"{name.rstrip('_')} {said}" for name, said in parts.items() if said)) if part
    )


def found(case: Case) -> str:
    return " ; ".join(shown(fact) for fact in DOORS[case.kind](case.text, date=DAY)) or "nothing"


@pytest.mark.parametrize("case", [c for c in cases() if c.bin != "known failures"], ids=lambda c: c.text)
def test_case_is_read(case: Case) -> None:
    assert found(case) == case.wanted, case.remark


@pytest.mark.parametrize("case", [c for c in cases() if c.bin == "known failures"], ids=lambda c: c.text)
def test_known_failure_still_fails(case: Case) -> None:
    assert found(case) != case.wanted, "now it passes: move the row to another bin"


def read(name: str) -> tuple[str, Ledger]:
    text = (REPORTS / name).read_text(encoding="utf-8")
    return text, ledger_of(text)


def test_benefits_of_a_report_in_ladder_form() -> None:
    _, ledger = read("ladder.txt")
    assert [(b.amount, b.receiver, b.purpose, b.condition) for b in ledger.benefits] == [
        (Decimal(8000000), "해양바이오 분야 기업과 연구팀", None, None),
        (Decimal(3000000), "해양바이오 창업팀", "연구 경비", None),
        (Decimal(8000000), "국가급 연구팀", "연구 경비", None),
        (None, "양식 신품종을 처음 등록한 기업", "임대료 감면 혜택", None),
        (Decimal(1200000), "중소 양식기업", None, "스마트 설비 도입"),
        (Decimal(4500000), "해양 소재 연구소", None, "국가 과제 수행"),
    ]
    assert {benefit.giver for benefit in ledger.benefits} == {"쑤저우", "쑤저우시 과기국"}


def test_rankings_of_a_report_in_ladder_form() -> None:
    _, ledger = read("ladder.txt")
    table = next(ranking for ranking in ledger.rankings if ranking.table)
    assert (table.subject, table.by, table.when) == ("해양도시 혁신지수 순위", "2024 해양도시 혁신지수", "2024")
    assert (table.rows[0].rank, table.rows[0].entity, table.rows[0].also) == (1, "오슬로", (("국가", "노르웨이"),))
    assert [[(row.rank, row.entity) for row in ranking.rows] for ranking in ledger.rankings if not ranking.table] == [
        [(6, "칭다오")],
        [(6, "칭다오")],
        [(6, "칭다오")],
        [(30, "다롄"), (30, "닝보")],
        [(1, "칭다오"), (2, "샤먼"), (3, "다롄")],
    ]


def test_records_and_achievements_of_a_report_in_ladder_form() -> None:
    _, ledger = read("ladder.txt")
    assert [(r.metric, r.value, r.factor, r.change, r.before) for r in ledger.records] == [
        (None, None, Decimal(6), None, None),
        ("리튬 회수율", Decimal("94.6"), None, None, None),
        ("처리 시간", Decimal(9), None, None, Decimal(40)),
        ("사용 수명", Decimal(1200), None, None, None),
        ("에너지 소비", None, None, Decimal(-35), None),
    ]
    assert [(a.form, a.what) for a in ledger.achievements] == [
        ("result", "리튬을 골라내는 나노 분리막 개발"),
        ("result", "통로를 막는 현상 규명"),
        ("launch", "심해 시료 분석센터 설립"),
        ("contract", "기업 8개사와 업무협약 체결"),
    ]


def test_a_report_in_square_form() -> None:
    _, ledger = read("squares.txt")
    assert [(b.giver, b.receiver, b.amount, b.until) for b in ledger.benefits] == [
        ("간쑤성 과기청", "설비 국산화율 80%를 넘는 기업", Decimal(6000000), None),
        ("간쑤성 과기청", "박사 연구자", Decimal(300000), None),
        ("간쑤성 과기청", "신청한 중소기업", Decimal(10), "2026-12"),
    ]
    assert [[(row.rank, row.entity, row.before) for row in ranking.rows] for ranking in ledger.rankings] == [
        [(21, "간쑤", None)],
        [(1, "광둥", None)],
        [(1, "광둥", None), (2, "베이징", None), (3, "장쑤", None)],
        [(21, "간쑤", 24)],
    ]
    assert [(r.metric, r.value, r.unit, r.factor, r.distinction) for r in ledger.records] == [
        ("동작", Decimal(720), "℃", None, None),
        ("에너지 밀도", None, None, Decimal("1.8"), None),
        ("전송 속도", Decimal(40), "Gbps", None, None),
        (None, None, None, None, "first"),
    ]
    assert [(a.form, a.actor, a.what) for a in ledger.achievements] == [
        ("result", "란저우대 진하오(金浩) 교수 연구팀", "용융염 열저장 소재 개발")
    ]


def technology(lead: str, *bullets: str) -> Ledger:
    return ledger_of(issue("technology", "칭다오대, 칩 연구", lead, "\n".join(f"- {bullet}" for bullet in bullets)))


def test_figures_in_brackets_are_of_the_measure_before_them() -> None:
    ledger = technology(
        "칩 개요",
        "새 칩은 이전 칩 대비 보정률(99.2%), 결맞음 시간(61μs) 등 성능이 향상됨",
        "과제 수(12개)와 예산(3억 위안)",
    )
    assert [(r.metric, r.value, r.unit) for r in ledger.records[:2]] == [
        ("보정률", Decimal("99.2"), "%"),
        ("결맞음 시간", Decimal(61), "μs"),
    ]


def test_a_lead_tells_what_the_bullets_do_not_tell_again() -> None:
    ledger = technology(
        "칭다오대 연구팀은 96큐비트 칩 ‘하이란’을 공개",
        "연구팀은 배선 잡음의 원인을 규명",
        "연구팀은 칩의 오류 문제를 해결",
    )
    assert [one.what for one in ledger.achievements] == [
        "96큐비트 칩 ‘하이란’ 공개",
        "배선 잡음의 원인 규명",
        "칩의 오류 문제 해결",
    ]


def test_what_only_a_plan_or_an_aim_says_is_no_record() -> None:
    ledger = technology("칩 개요", "(연구 목표) 오차율을 1% 미만으로 측정", "향후 전송 속도를 80Gbps로 높일 계획")
    assert (ledger.records, ledger.achievements) == ((), ())


def facts_of(ledger: Ledger) -> list[LedgerFact]:
    return [*ledger.benefits, *ledger.rankings, *ledger.records, *ledger.achievements]


@pytest.mark.parametrize("name", ["ladder.txt", "squares.txt"])
def test_every_span_slices_to_its_text_whatever_way_the_syllables_are_written(name: str) -> None:
    text, ledger = read(name)
    apart = unicodedata.normalize("NFD", text)
    other = ledger_of(apart)
    assert [fact.kind for fact in facts_of(other)] == [fact.kind for fact in facts_of(ledger)]
    for source, facts in ((text, facts_of(ledger)), (apart, facts_of(other))):
        assert all(source[fact.start : fact.end] == fact.text for fact in facts)
        rows = [row for fact in facts if isinstance(fact, Ranking) for row in fact.rows]
        assert all(source[row.start : row.end] == row.text for row in rows)


def test_the_ledger_of_an_article_is_what_stands_in_it() -> None:
    text, ledger = read("ladder.txt")
    articles = [article for section in parse(document(text)).sections for article in section.articles]
    parts = [ledger.within(article.span) for article in articles if article.span]
    assert [len(part.benefits) for part in parts] == [6, 0, 0, 0]
    assert sum(len(facts_of(part)) for part in parts) == len(facts_of(ledger))


@pytest.mark.parametrize("name", ["ladder.txt", "squares.txt"])
def test_a_ledger_comes_back_from_its_json(name: str) -> None:
    _, ledger = read(name)
    assert wire.from_json(Ledger, wire.dumps(ledger, language=None), where="ledger.json") == ledger


def test_marks_of_a_converter_part_nothing() -> None:
    (benefit,) = benefits_of("중소기업을 대상으로 최대 <b>200만 위안</b>을 장려")
    assert (benefit.amount, benefit.text) == (Decimal(2000000), "중소기업을 대상으로 최대 200만 위안을 장려")


def test_a_sum_that_cannot_be_read_has_none_and_a_reason() -> None:
    (benefit,) = benefits_of("중소기업을 대상으로 최대 1조 2천만 억 위안을 지원")
    assert benefit.amount is None
    assert benefit.problem is not None


FRAGMENTS = (
    "최대 500만 위안", "을 지원", "기업을 대상으로 ", "세계 1위", "3위에서 ", "를 차지", "베이징은 ", "효율은 92.1%",
    "기존 대비 ", "2배", "를 개발", "협약을 체결", ", ", "(", ")", "하고 ", "\n", "- ", "세계 최초로 ", "위 ",
    "것을 입증", "순임", "A(3개), B(2개) ", "2027년까지 ", "이는 ", "<b>", "对企业给予最高30万元奖励", "1위 ",
)  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_any_text_is_read_and_its_facts_stand_in_it(text: str) -> None:
    for fact in facts_of(ledger_of(text, date=DAY)):
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.text


def test_the_kinds_of_the_command_stay_as_they_are() -> None:
    from donghyang.facts import find_facts

    text = "쑤저우시는 기업에 최대 300만 위안을 지원하며 세계 1위를 차지"
    kinds = {fact.kind for fact in find_facts(text, date=DAY)}
    assert kinds <= {"money", "percent", "count", "measure", "rank", "multiple", "number", "date", "name", "target"}


def test_the_doors_give_one_kind_each() -> None:
    text, ledger = read("squares.txt")
    assert benefits_of(text) == ledger.benefits
    assert rankings_of(text) == ledger.rankings
    assert records_of(text) == ledger.records
    assert achievements_of(text) == ledger.achievements
    assert all(isinstance(fact, Achievement) for fact in ledger.achievements)
