"""The ledger's commands as at a shell: JSON that holds its places, and mistakes told in a line."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.archive.ledger.conftest import in_newsroom, ledger_home
from tests.terminal.conftest import Shell

from donghyang.terminal import ledger_text

__all__ = ["in_newsroom", "ledger_home"]  # fixtures
PLACE = {"issue", "section", "number", "headline", "score", "snippet"}


def rows(shell: Shell, home: Path, *arguments: str) -> Any:
    ran = shell(*arguments, "--json", "-w", home)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("benefits", "--for", "반도체 중소기업, 쑤저우"), ("rankings",), ("records",), ("needs",),
    ],
    ids=lambda one: one[0],
)  # fmt: skip
def test_rows_carry_their_place(shell: Shell, in_newsroom: Path, arguments: tuple[str, ...]) -> None:
    found = rows(shell, in_newsroom, *arguments)
    assert found
    assert all(set(row) >= PLACE for row in found)


def test_targets_carry_their_steps(shell: Shell, in_newsroom: Path) -> None:
    found = rows(shell, in_newsroom, "targets", "--region", "쑤저우", "--due", "2025", "--date", "2026-04-01")
    (one,) = [row for row in found["targets"] if row["metric"] and "산업 규모" in row["metric"]]
    assert set(one) >= PLACE
    assert (one["value"], one["deadline"], one["state"]) == (62_000_000_000, "2025", "met")
    assert [step["tie"] for step in one["steps"]] == ["first", "raised", "met"]


def test_a_card_has_names_mentions_and_what_is_said(shell: Shell, in_newsroom: Path) -> None:
    found = rows(shell, in_newsroom, "entity", "쑤저우")
    assert set(found) == {"name", "names", "mentions", "said"}
    assert all(set(row) >= PLACE for row in found["mentions"])


@pytest.mark.parametrize(
    "command",
    [("targets",), ("benefits",), ("rankings", "--of", "쑤저우"), ("records",), ("needs",), ("entity", "쑤저우")],
    ids=lambda one: one[0],
)
def test_a_person_reads_places_and_words(shell: Shell, in_newsroom: Path, command: tuple[str, ...]) -> None:
    ran = shell(*command, "-w", in_newsroom)
    assert (ran.code, ran.err) == (0, "")
    assert "2024-" in ran.out or "2026-" in ran.out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("targets", "--due", "내년"), "내년: "),
        (("targets", "--region", "없는곳"), "--region 없는곳"),
        (("targets", "--from", "2024"), "--from 2024"),
        (("benefits", "--for", " "), "--for"),
        (("benefits", "--for", "로봇", "--profile", "x"), "--profile"),
        (("benefits", "--profile", "no-such-file"), "no-such-file"),
    ],
)
def test_a_mistake_is_one_line(shell: Shell, in_newsroom: Path, command: tuple[str, ...], said: str) -> None:
    ran = shell(*command, "-w", in_newsroom)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_without_an_archive_the_next_step_is_told(shell: Shell, tmp_path: Path) -> None:
    home = tmp_path / "newsroom"
    assert shell("new", home).code == 0
    ran = shell("targets", "-w", home)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "import" in ran.err


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("4500000000", "CNY", "45억 위안"),
        ("480260000000", "CNY", "4,802억 6,000만 위안"),
        ("1200000000000", "KRW", "1조 2,000억 원"),
        ("180000", "톤", "18만 톤"),
        ("22950", "㎞", "2만 2,950㎞"),
        ("90.4", None, "90.4"),
        ("60", "기", "60기"),
        ("0", "%", "0%"),
    ],
)
def test_a_figure_is_told_as_offices_write_it(value: str, unit: str | None, said: str) -> None:
    assert ledger_text._amount(Decimal(value), unit) == said
