"""One work on many inputs: the same results in the same order, whoever does it."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from tests.archive.reports import lay

from donghyang.archive.engines import engine_of
from donghyang.archive.engines.processes import Processes
from donghyang.archive.reading import LeftOut, ReadIssue, read_issue
from donghyang.records import CannotProceed
from donghyang.workspace import Archiving

_BY_DAFT = """
import sys
from pathlib import Path
from donghyang.archive.engines.daft import Daft
from donghyang.archive.reading import read_issue

files = [Path(file) for file in sys.argv[1:]]
for one in Daft(2).map(read_issue, files):
    print(type(one).__name__, one.file, getattr(one, "digest", ""), hash(str(one)) and len(str(one)), flush=True)
try:
    list(Daft(1).map(len, [(1,), 2]))
except TypeError:
    print("TypeError", flush=True)
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """More than are read in this process, one of them unreadable."""
    made = lay(tmp_path / "back", 9)
    made[4].write_bytes(b"\x00\x01\x02")
    return made


def test_processes_answer_in_order_as_one_alone_does(files: list[Path]) -> None:
    alone = list(Processes(1).map(read_issue, files))
    assert [type(one) for one in alone] == [*[ReadIssue] * 4, LeftOut, *[ReadIssue] * 4]
    assert list(Processes(2).map(read_issue, files)) == alone


def test_daft_answers_as_processes_do(files: list[Path]) -> None:
    pytest.importorskip("daft", reason="the extra daft is not installed")
    # In a process of its own: daft 0.7 now and then crashes the program that used it when it ends.
    told = [sys.executable, "-c", _BY_DAFT, *map(str, files)]
    said = subprocess.run(told, capture_output=True, encoding="utf-8", check=False).stdout.splitlines()
    alone = list(Processes(1).map(read_issue, files))
    lines = [f"{type(one).__name__} {one.file} {getattr(one, 'digest', '')} {len(str(one))}" for one in alone]
    assert said == [*lines, "TypeError"]


def _fail(number: int, at: int) -> int:
    if number == at:
        raise ValueError(number)
    return number


def _die(number: int) -> int:
    if number == 5:
        os._exit(9)
    return number


def test_an_error_of_the_work_is_raised_in_its_turn() -> None:
    found = Processes(2).map(partial(_fail, at=11), list(range(20)))
    assert [next(found) for _ in range(11)] == list(range(11))
    with pytest.raises(ValueError, match="11"):
        next(found)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(CannotProceed):
        list(Processes(2).map(_die, list(range(20))))


def test_nothing_to_do_starts_nothing() -> None:
    assert list(Processes(2).map(_die, [])) == []


@pytest.mark.parametrize(("name", "kind"), [("processes", "Processes"), ("daft", "Daft")])
def test_the_settings_name_the_engine(name: str, kind: str) -> None:
    assert type(engine_of(Archiving(engine=name))).__name__ == kind  # type: ignore[arg-type]
