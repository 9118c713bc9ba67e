"""Thirty sources that fail, each named as a person would name it, and those that are well left alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import get_args

import pytest

from donghyang.collect.health import Look, Standing, looked, standing
from donghyang.collect.health.looks import named
from donghyang.records import Entry, Message, Source, SourceKind, Trouble

START = dt.date(2026, 3, 2)
WHY = Message("사유", "reason")


def look(number: int, trouble: Trouble | None = None, found: int = 10, fresh: int = 1) -> Look:
    day = START + dt.timedelta(days=number)
    if trouble is not None:
        return Look("과기", day, trouble=trouble, reason=WHY)
    return Look("과기", day, found, fresh if found else 0, day if found and fresh else None)


def after(*looks: Look, cadence: int | None = 1, kind: SourceKind = "list") -> Standing:
    source = Source("과기", "https://a.example.cn/", kind, cadence=None if cadence is None else Decimal(cadence))
    return standing(source, looks)


WELL = [look(number) for number in range(5)]

PLANTED: list[tuple[str, list[Look], str, str | None, bool]] = [
    # what happened, the looks after five good ones, state, weight, whether a person is told
    ("the page is gone", [look(5, "gone")], "broken", "hard", True),
    ("the host has no address once", [look(5, "name")], "broken", "soft", False),
    ("the host has no address twice", [look(5, "name"), look(6, "name")], "broken", "soft", True),
    ("the domain was given up", [look(number, "name") for number in (5, 6, 7)], "broken", "hard", True),
    ("the server refuses once", [look(5, "refused")], "broken", "temporary", False),
    ("the server refuses for a week", [look(number, "refused") for number in range(5, 10)], "broken", "hard", True),
    ("the certificate ran out", [look(5, "certificate"), look(6, "certificate")], "broken", "soft", True),
    ("the connection broke off", [look(5, "broken")], "broken", "temporary", False),
    ("too slow once", [look(5, "slow")], "broken", "temporary", False),
    ("too slow for ever", [look(number, "slow") for number in range(5, 11)], "broken", "hard", True),
    ("too large", [look(5, "large")], "broken", "hard", True),
    ("redirects lead round", [look(number, "redirects") for number in (5, 6, 7)], "broken", "hard", True),
    ("the server is down tonight", [look(5, "server")], "broken", "temporary", False),
    ("the server is down this week", [look(number, "server") for number in range(5, 10)], "broken", "hard", True),
    ("an odd status", [look(5, "status"), look(6, "status")], "broken", "soft", True),
    ("an empty body", [look(5, "empty")], "empty", "soft", False),
    ("empty bodies", [look(number, "empty") for number in (5, 6, 7)], "empty", "hard", True),
    ("the address is none", [look(5, "address")], "broken", "hard", True),
    ("it leads inside", [look(5, "private")], "blocked", "hard", True),
    ("robots.txt forbids it", [look(5, "robots")], "blocked", "hard", True),
    ("refused once", [look(5, "blocked")], "blocked", "soft", False),
    ("refused since we came too often", [look(number, "blocked") for number in (5, 6, 7)], "blocked", "hard", True),
    ("too many requests", [look(5, "busy")], "blocked", "temporary", False),
    ("a captcha", [look(5, "no article"), look(6, "no article")], "blocked", "soft", True),
    ("captchas for good", [look(number, "no article") for number in (5, 6, 7)], "blocked", "hard", True),
    ("a new design once", [look(5, found=0)], "empty", "soft", False),
    ("a new design", [look(5, found=0), look(6, found=0)], "empty", "soft", True),
    ("a new design for good", [look(number, found=0) for number in (5, 6, 7)], "empty", "hard", True),
    ("it moved without a word", [look(number, fresh=0) for number in range(5, 12)], "silent", "soft", True),
    (
        "silent behind a fault that passed",
        [look(5, "server"), *[look(n, fresh=0) for n in range(6, 13)]],
        "silent",
        "soft",
        True,
    ),
]


def test_thirty_failures_are_planted() -> None:
    assert len(PLANTED) == 30


@pytest.mark.parametrize(
    ("looks", "state", "weight", "told"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED]
)
def test_a_failure_is_named(looks: list[Look], state: str, weight: str | None, told: bool) -> None:
    found = after(*WELL, *looks)
    assert (found.state, found.weight, found.is_notice) == (state, weight, told)
    assert found.message.ko
    assert found.since is not None


@pytest.mark.parametrize(
    ("looks", "state"),
    [
        ([], "unknown"),
        (WELL, "fine"),
        ([*WELL, look(5, fresh=0)], "unchanged"),
        ([*WELL, look(5, "gone"), look(6)], "fine"),
        ([*WELL, look(5, "server"), look(6, fresh=0)], "unchanged"),
        ([look(0, found=0), look(1)], "fine"),
    ],
)
def test_a_source_that_is_well_is_no_matter(looks: list[Look], state: str) -> None:
    found = after(*looks)
    assert found.state == state
    assert found.weight is None
    assert not found.is_notice


def test_what_never_listed_anything_does_not_grow_heavier() -> None:
    assert after(*(look(number, found=0) for number in range(9))).weight == "soft"


def test_a_row_of_failures_has_its_first_day() -> None:
    found = after(*WELL, look(5, "gone"), look(6), look(7, "server"), look(8, "slow"))
    assert found.since == START + dt.timedelta(days=7)
    assert found.looks == 2


def test_one_watched_page_may_stay_as_it_is() -> None:
    assert after(look(0), *(look(number, fresh=0) for number in range(1, 300, 7)), kind="page").state == "unchanged"


def test_looks_at_other_sources_do_not_count() -> None:
    other = Look("다른", START, trouble="gone", reason=WHY)
    assert after(*WELL, other).state == "fine"


def test_no_silence_while_nobody_looked() -> None:
    assert after(*WELL, look(200)).state == "fine"


def test_every_trouble_has_a_name_and_a_weight() -> None:
    for trouble in get_args(Trouble):
        state, weight, hard = named(trouble)
        assert state in ("broken", "blocked", "empty")
        assert (hard == 1) == (weight == "hard")


def entries(*days: str) -> list[Entry]:
    return [Entry(f"https://a.example.cn/{day}", "제목", dt.date.fromisoformat(day)) for day in days]


def test_one_look_at_a_dated_list_shows_its_pace() -> None:
    source = Source("과기", "https://a.example.cn/", "list")
    weekly = [(START - dt.timedelta(days=7 * number)).isoformat() for number in range(15)]
    first = looked(source, entries(*weekly), START)
    assert len(first.days) == 15
    later = [first]
    for number in range(1, 30):
        later.append(looked(source, entries(*weekly), START + dt.timedelta(days=number), later))
    states = [standing(source, later[: number + 1]).state for number in range(30)]
    assert states[:11] == ["fine", *["unchanged"] * 9, "silent"]  # eight working days of a weekly source
    assert states[-1] == "silent"
    assert later[-1].days == ()


def test_a_look_tells_only_what_was_not_told() -> None:
    source = Source("과기", "https://a.example.cn/", "list")
    first = looked(source, entries("2026-02-27", "2026-03-01", "2099-01-01"), START)
    assert first.days == (dt.date(2026, 2, 27), dt.date(2026, 3, 1))
    second = looked(source, entries("2026-03-01", "2026-03-03"), START + dt.timedelta(days=1), [first])
    assert second.days == (dt.date(2026, 3, 3),)
    assert second.fresh == 1
