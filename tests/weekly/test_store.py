"""What a run keeps of its pages: one JSON a line, none inside another, and no page read twice whoever was killed."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from donghyang import collect, weekly
from donghyang.guard import Guard
from donghyang.records import PageText
from donghyang.stages import Lines


@dataclass(frozen=True)
class Row:
    name: str
    size: int


def test_lines_come_back_under_their_keys(tmp_path: Path) -> None:
    store = Lines(tmp_path / "store.jsonl", Row)
    assert store.load() == {}
    store.add("k1", Row("하나", 1))
    store.add("k2", Row("둘", 2))
    store.add("k1", Row("하나", 11))
    assert store.load() == {"k1": Row("하나", 11), "k2": Row("둘", 2)}


@pytest.mark.parametrize(
    "line",
    ['{"version": "0.0.0", "stamp": "k", "made": {"name": "x", "size": 1}}', '{"version": "0.1', "[]", '{"made": 3}'],
)
def test_a_line_of_another_version_or_cut_short_counts_for_nothing(tmp_path: Path, line: str) -> None:
    (tmp_path / "store.jsonl").write_text(line, "utf-8")
    store = Lines(tmp_path / "store.jsonl", Row)
    assert store.load() == {}
    store.add("k", Row("y", 2))
    assert store.load() == {"k": Row("y", 2)}


def test_keeping_what_is_there_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.jsonl"
    store = Lines(path, Row)
    store.keep({"b": Row("둘", 2), "a": Row("하나", 1)})
    before = path.stat().st_mtime_ns
    store.keep({"b": Row("둘", 2), "a": Row("하나", 1)})
    assert path.stat().st_mtime_ns == before
    store.keep({"a": Row("하나", 1)})
    assert store.load() == {"a": Row("하나", 1)}


@pytest.fixture
def job(tmp_path: Path) -> weekly.Week:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(6):
        text = (
            f"DATE: 2024-03-1{number}\nTITLE: 某省启动{number}号项目\n\n科技部启动{number}号机器人专项，投入3.5亿元。\n"
        )
        (inbox / f"{number}.txt").write_text(text, "utf-8")
    (inbox / "empty.txt").write_bytes(b"")
    return weekly.Week(collect.page_files(inbox), tmp_path / "issues", date=dt.date(2024, 3, 15))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def test_every_line_is_a_page_and_no_state_hides_json_in_a_string(job: weekly.Week) -> None:
    weekly.weekly(job)
    lines = (job.issues / "work" / "read.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["made"]["name"] for line in lines] == list(job.files)
    for path in (job.issues / "2024-03-15" / "work").iterdir():
        assert not [text for text in strings(json.loads(path.read_text("utf-8"))) if text.startswith(('{"', "[{"))]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []
    real = Guard.page

    def noted(guard: Guard, data: bytes, name: str) -> PageText:
        names.append(name)
        return real(guard, data, name)

    monkeypatch.setattr(Guard, "page", noted)
    return names


def test_a_changed_page_alone_is_read_again(job: weekly.Week, seen: list[str]) -> None:
    weekly.weekly(job)
    changed = job.files["3.txt"]
    assert isinstance(changed, Path)
    changed.write_text(changed.read_text("utf-8").replace("3.5亿", "4.5亿"), "utf-8")
    seen.clear()
    summary = weekly.weekly(job)
    assert seen == ["3.txt"]
    assert [stage.fresh for stage in summary.stages][:2] == [True, True]
    assert not any(stage.fresh for stage in weekly.weekly(job).stages)


def test_the_pages_serve_the_issue_of_another_day_too(job: weekly.Week, seen: list[str]) -> None:
    weekly.weekly(job)
    seen.clear()
    other = weekly.Week(job.files, job.issues, date=dt.date(2024, 3, 22))
    weekly.weekly(other)
    assert seen == []
