"""What the ledger answers from three made issues, and what it does not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from donghyang.archive.ledger import Asking, Chosen, Due, benefits, booked, card, commitments, due_of, needs, standings
from donghyang.archive.opening import Archive
from donghyang.records import Benefit, CannotProceed
from donghyang.workspace import Workspace
from donghyang.workspace.watch import watch_lists

TODAY = dt.date(2026, 4, 1)


def test_a_target_is_tied_through_its_issues(ledger_archive: Archive) -> None:
    found = commitments(ledger_archive, Chosen(region="쑤저우"), today=TODAY)
    one = next(one for one in found.targets if one.metric and "산업 규모" in one.metric)
    assert [step.tie for step in one.steps] == ["first", "raised", "met"]
    assert one.last.target.value == Decimal(62_000_000_000)
    met = one.steps[-1].reported
    assert met is not None
    assert (met.reached.figure.value, met.spot.issue) == (Decimal(65_500_000_000), dt.date(2026, 3, 6))


def test_a_region_without_targets_has_none(ledger_archive: Archive) -> None:
    assert commitments(ledger_archive, Chosen(region="선전"), today=TODAY).targets == ()


@pytest.mark.parametrize(
    ("word", "due"),
    [
        ("2025", Due("2025-01-01", "2025-12-31")),
        ("2025-02", Due("2025-02-01", "2025-02-28", to_the_month=True)),
        ("2025-06-30", Due("2025-06-30", "2025-06-30")),
        ("2025Q4", Due("2025-10-01", "2025-12-31")),
        ("2025-q1", Due("2025-01-01", "2025-03-31")),
        ("quarter", Due("2026-04-01", "2026-06-30")),
        ("overdue", Due(None, "2026-03-31")),
    ],
)
def test_stretches_of_deadlines(word: str, due: Due) -> None:
    assert due_of(word, TODAY) == due


@pytest.mark.parametrize("word", ["", "내년", "20255", "2025Q5", "2025-13", "2025-1"])
def test_a_stretch_that_is_none_is_refused(word: str) -> None:
    with pytest.raises(CannotProceed):
        due_of(word, TODAY)


@pytest.mark.parametrize(
    ("deadline", "held"),
    [("2025", True), ("2025-12", True), ("2025-11-30", False), ("2026", False), ("2024", False), (None, False)],
)
def test_a_deadline_ends_where_its_precision_ends(deadline: str | None, *, held: bool) -> None:
    assert Due("2025-12-01", "2025-12-31").holds(deadline) is held


def test_support_of_the_region_and_of_the_country(ledger_archive: Archive) -> None:
    rows = benefits(ledger_archive, Chosen(), Asking.of("반도체 중소기업, 쑤저우"))
    said = [(row.article.article.headline[:3], row.score) for row in rows]
    assert said == [("공업정", 1.0), ("쑤저우", 0.5)]
    assert [row.fact.amount for row in rows if isinstance(row.fact, Benefit)] == [
        Decimal(5_000_000),
        Decimal(3_000_000),
    ]


def test_support_of_another_region_is_not_shown(ledger_archive: Archive) -> None:
    rows = benefits(ledger_archive, Chosen(), Asking.of("해양바이오 중소기업 상하이"))
    assert [row.article.article.headline[:3] for row in rows] == ["공업정"]


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("반도체 중소기업, 상하이", Asking("상하이", ("반도체", "중소기업"))),
        ("상하이시", Asking("상하이", ())),
        ("로봇", Asking(None, ("로봇",))),
        (" , ", Asking(None, ())),
    ],
)
def test_what_somebody_says_of_himself(text: str, asking: Asking) -> None:
    assert Asking.of(text) == asking


def test_places_of_one_city(ledger_archive: Archive) -> None:
    (one,) = standings(ledger_archive, Chosen(), "쑤저우")
    assert [(row.rank, row.entity) for row in one.rows] == [(2, "쑤저우")]
    assert standings(ledger_archive, Chosen(), "라싸") == []


def test_records_by_words(ledger_archive: Archive) -> None:
    (one,) = booked(ledger_archive, "record", Chosen(words=("효소", "분해 속도")))
    assert (one.spot.section, one.spot.number) == ("technology", 1)
    assert list(booked(ledger_archive, "record", Chosen(words=("태양전지",)))) == []
    assert list(booked(ledger_archive, "record", Chosen(until=dt.date(2025, 1, 1)))) == []


def test_needs_are_served_with_reasons(ledger_archive: Archive, ledger_home: Workspace) -> None:
    found = needs(ledger_archive, Chosen(), watch_lists(ledger_home.root))
    assert {one.served.need for one in found} == {"플라스틱"}
    assert all(one.served.reasons for one in found)


@pytest.mark.parametrize("name", ["쑤저우", "苏州"])
def test_one_card(ledger_archive: Archive, name: str) -> None:
    found = card(ledger_archive, name)
    assert {hit.issue for hit in found.mentions} >= {dt.date(2024, 3, 8), dt.date(2024, 9, 6), dt.date(2026, 3, 6)}


def test_a_card_of_nobody(ledger_archive: Archive) -> None:
    found = card(ledger_archive, "카슈가르")
    assert (found.mentions, found.said, found.names) == ((), (), ())


def test_a_month_takes_only_deadlines_told_with_theirs() -> None:
    due = due_of("2025-12", dt.date(2025, 1, 1))
    assert due.holds("2025-12")
    assert due.holds("2025-12-31")
    assert not due.holds("2025")
    assert not due.holds("2025-06")
