"""Benefits, rankings, records of performance and achievements: the table of cases, and reports with look-alikes."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang import wire
from donghyang.facts import achievements_of, benefits_of, ledger_of, rankings_of, records_of
from donghyang.records import Achievement, Benefit, Ledger, LedgerFact, PerformanceRecord, Ranking
from donghyang.report import document, parse

DAY = dt.date(2024, 4, 5)
TABLE = Path(__file__).with_name("ledger.tsv")
REPORTS = Path(__file__).with_name("reports")
DOORS = {"benefit": benefits_of, "ranking": rankings_of, "record": records_of, "achievement": achievements_of}


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
        return _joined(_record(fact), holder=fact.holder, than=fact.compared, was=fact.before and f"{fact.before:f}")
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
    return ", ".join(part for part in (first, *(f"{name.rstrip('_')} {said}" for name, said in parts.items() if said)) if part)


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
