"""What runs unattended, in the words of each system; and the notice of a run that failed."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from pathlib import Path

import pytest
from lxml import etree

from donghyang.collect.health import Standing
from donghyang.records import CannotProceed, Message
from donghyang.watching import Schedule, run_and_tell, written
from donghyang.watching.unattended import at, leave_notice, weekdays

ODD = Path('/home/kim/동향 100% "주간" $x')
NOW = dt.datetime(2026, 11, 29, 6, 30)


def schedule(folder: Path = Path("/srv/dh")) -> Schedule:
    return Schedule(folder, 6, 5, ("mon", "fri", "sun"), ("/opt/dh/bin/python", "-m", "donghyang"))


def test_a_line_of_cron() -> None:
    line = written(schedule())["cron"]
    assert line == "5 6 * * 0,1,5 /opt/dh/bin/python -m donghyang schedule --run --workspace /srv/dh\n"


def test_cron_reads_odd_folders_as_they_are() -> None:
    line = written(schedule(ODD))["cron"]
    assert "%" not in line.replace(r"\%", "")
    command = line.split(" ", 5)[5].replace(r"\%", "%")
    assert shlex.split(command)[-1] == str(ODD)


def test_units_of_systemd() -> None:
    units = written(schedule())["systemd"]
    assert "OnCalendar=Mon,Fri,Sun 06:05" in units
    assert "ExecStart=/opt/dh/bin/python -m donghyang schedule --run --workspace /srv/dh" in units
    assert "Persistent=true" in units
    assert '"/home/kim/동향 100%% \\"주간\\" $$x"' in written(schedule(ODD))["systemd"]


def test_a_task_of_windows_is_whole_xml() -> None:
    for folder in (Path("/srv/dh"), ODD):
        text = written(schedule(folder))["windows"]
        root = etree.fromstring(text.encode("utf-16"))
        assert str(root.tag).endswith("Task")
        spaces = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
        assert root.findtext(".//t:Command", namespaces=spaces) == "/opt/dh/bin/python"
        assert (root.findtext(".//t:Arguments", namespaces=spaces) or "").startswith("-m donghyang schedule --run")
        assert root.find(".//t:Sunday", namespaces=spaces) is not None
        assert root.find(".//t:Tuesday", namespaces=spaces) is None


@pytest.mark.parametrize("text", ["", "25:00", "6", "06:60", "aa:bb", "6:5"])
def test_no_time_of_the_day(text: str) -> None:
    with pytest.raises(CannotProceed, match="06:30"):
        at(text)


@pytest.mark.parametrize("words", [[], ["mon", "foo"], ["월"]])
def test_no_days_of_the_week(words: list[str]) -> None:
    with pytest.raises(CannotProceed, match="mon,tue"):
        weekdays(words)


def test_times_and_days() -> None:
    assert at("6:30") == (6, 30)
    assert weekdays(["sun", "mon"]) == ("mon", "sun")


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_run_that_ends_well_says_nothing(tmp_path: Path) -> None:
    assert run_and_tell(tmp_path, python("raise SystemExit(0)"), NOW) is None
    assert run_and_tell(tmp_path, python("raise SystemExit(1)"), NOW) is None


def test_a_run_that_fails_says_what_it_said(tmp_path: Path) -> None:
    failure = run_and_tell(tmp_path, python("import sys; print('끊김', file=sys.stderr); sys.exit(2)"), NOW)
    assert failure is not None
    assert "끊김" in failure.ko
    assert "2026-11-29 06:30" in failure.ko
    assert run_and_tell(tmp_path, [str(tmp_path / "none")], NOW) is not None


def test_a_notice_stays_while_there_is_something(tmp_path: Path) -> None:
    well = Standing("가", "fine", None, None, 1, Message("", ""))
    gone = Standing("나", "broken", "hard", NOW.date(), 1, Message("없는 페이지입니다.", "no such page."))
    assert leave_notice(tmp_path, None, [well]) is None
    path = leave_notice(tmp_path, Message("실패", "failed"), [well, gone])
    assert path is not None
    text = path.read_text("utf-8")
    assert "실패" in text
    assert "나: broken. 없는 페이지입니다." in text
    assert "가" not in text
    assert leave_notice(tmp_path, None, [well]) is None
    assert not path.exists()
