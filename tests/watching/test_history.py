"""The looks of a workspace: kept line by line, whatever cuts them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from donghyang import workspace
from donghyang.collect.health import Look
from donghyang.records import Message, Source
from donghyang.watching import history, keep_looks, looks_of, standings

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def home(tmp_path: Path) -> workspace.Workspace:
    (tmp_path / "donghyang.toml").touch()
    return workspace.open_workspace(tmp_path)


def look(name: str, number: int = 0, **told: object) -> Look:
    return Look(name, DAY + dt.timedelta(days=number), **told)  # type: ignore[arg-type]


def test_looks_are_kept_in_order(home: workspace.Workspace) -> None:
    first = look("가", found=3, fresh=1, newest=DAY, mark="ab")
    second = look("나", trouble="gone", reason=Message("없음", "gone"))
    keep_looks(home, [first])
    keep_looks(home, [second])
    assert looks_of(home) == [first, second]


def test_there_may_be_none(home: workspace.Workspace) -> None:
    assert looks_of(home) == []
    assert [one.state for one in standings([Source("가", "x")], [])] == ["unknown"]


def test_a_line_cut_short_counts_for_nothing(home: workspace.Workspace) -> None:
    keep_looks(home, [look("가"), look("나")])
    path = home.root / "pages" / history.LOOKS
    path.write_bytes(path.read_bytes()[:-15])
    keep_looks(home, [look("다")])
    assert [one.source for one in looks_of(home)] == ["가", "다"]


def test_a_long_history_is_cut(home: workspace.Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_FULL", 5_000)
    monkeypatch.setattr(history, "_KEPT", 3)
    keep_looks(home, [look("가", number) for number in range(60)])
    keep_looks(home, [look("나", 60)])
    assert [(one.source, one.day.day) for one in looks_of(home)[-4:]] == [("가", 28), ("가", 29), ("가", 30), ("나", 1)]


def test_what_a_person_has_to_mend_comes_first() -> None:
    sources = [Source(name, f"https://{name}.example.cn/", "list") for name in ("a", "b", "c")]
    looks = [look("a", found=1, fresh=1), look("b", trouble="server"), look("c", trouble="gone")]
    assert [one.source for one in standings(sources, looks)] == ["c", "b", "a"]
