"""The table of cases, bin by bin; the page of documentation is made from the same table (tools/facts_page.py)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from donghyang.facts import find_facts
from donghyang.records import Fact, Period, Quantity

DAY = dt.date(2023, 2, 17)
"""The day the cases speak from, a Friday."""
TABLE = Path(__file__).with_name("cases.tsv")


@dataclass(frozen=True)
class Case:
    bin: str
    group: str
    text: str
    facts: str
    remark: str


def cases() -> list[Case]:
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    return [Case(*[*row.split("\t"), ""][:5]) for row in rows if row and not row.startswith("#")]


def shown(fact: Fact) -> str | None:
    if isinstance(fact, Quantity):
        value = "-" if fact.value is None else f"{fact.value:f}"
        value += "" if fact.high is None else f"..{fact.high:f}"
        return " ".join(part for part in (fact.kind, value, fact.unit, fact.bound) if part)
    if isinstance(fact, Period):
        high = "" if fact.high is None else ".." if fact.high == ".." else f"..{fact.high}"
        return f"date {fact.value or '-'}{high}"
    return None


def found(case: Case) -> list[str]:
    """What is read; dates count only where the case names some."""
    lines = [line for fact in find_facts(case.text, date=DAY) if (line := shown(fact))]
    return sorted(line for line in lines if line.split()[0] != "date" or "date" in case.facts)


def wanted(case: Case) -> list[str]:
    return [] if case.facts == "nothing" else sorted(case.facts.split(" ; "))


@pytest.mark.parametrize("case", [c for c in cases() if c.bin != "known failures"], ids=lambda c: c.text)
def test_case_is_read(case: Case) -> None:
    assert found(case) == wanted(case), case.remark


@pytest.mark.parametrize("case", [c for c in cases() if c.bin == "known failures"], ids=lambda c: c.text)
def test_known_failure_still_fails(case: Case) -> None:
    assert found(case) != wanted(case), "now it passes: move the row to another bin"


def test_every_bin_is_known() -> None:
    assert {case.bin for case in cases()} == {"built on", "judged on", "bugs caught", "known failures"}


def test_every_span_slices_to_its_text() -> None:
    for case in cases():
        for fact in find_facts(case.text, date=DAY):
            assert case.text[fact.start : fact.end] == fact.text


def test_without_a_day_what_hangs_on_it_has_no_value_and_a_reason() -> None:
    (period,) = (fact for fact in find_facts("작년 말 기준") if isinstance(fact, Period))
    assert period.value is None
    assert period.problem is not None


@pytest.mark.parametrize(
    "mark", ["\0", "\x1b", "\x7f", "\x85", "\x0c", "\u2028", "\u2029", "\ufffc", "\ufffd", "\ue000"]
)
def test_what_no_table_can_hold_between_digits_leaves_the_number_unread(mark: str) -> None:
    """Controls, line ends of other programs, lost and private characters: the tail alone would be another number."""
    text = f"设备采购8{mark}250万元"
    (fact,) = (fact for fact in find_facts(text) if isinstance(fact, Quantity))
    assert (fact.value, fact.unit, fact.text) == (None, "CNY", text[4:])
    assert fact.problem is not None


def test_a_chain_of_many_figures_is_one_that_is_not_read() -> None:
    """Two million characters of it took a minute and a half, figure by figure."""
    (fact,) = find_facts("1/" * 400)
    assert isinstance(fact, Quantity)
    assert (fact.value, fact.start, fact.end) == (None, 0, 800)
    assert len(find_facts("1/2/3")) == 3
