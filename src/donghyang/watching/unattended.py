"""What runs the program unattended: lines for cron, units of systemd, a file of the Task Scheduler; and its notice."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Literal, get_args

from donghyang.files import write
from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    from donghyang.collect.health import Standing

NOTICE = "notice.txt"
"""In the workspace's folder while there is something to look after, gone when there is not."""
System = Literal["cron", "systemd", "windows"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WORKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_TAIL = 20
"""Last lines that a failed run has said which its notice keeps."""
_LONGEST = dt.timedelta(hours=6)
"""After which a run is taken for dead."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When what is run, where."""

    folder: Path
    """The workspace's, whole."""
    hour: int
    minute: int
    days: tuple[Weekday, ...] = WORKDAYS
    program: tuple[str, ...] = (sys.executable, "-m", "donghyang")

    @property
    def command(self) -> tuple[str, ...]:
        """What is run."""
        return (*self.program, "schedule", "--run", "--workspace", str(self.folder))


def at(text: str) -> tuple[int, int]:
    """Hour and minute of "06:30". Raises CannotProceed for what is no time of the day."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise CannotProceed(
            Message(
                f"{text}: 시각이 아닙니다. 06:30처럼 적으십시오.", f"{text} is no time of the day. Write it like 06:30."
            )
        )
    return int(found[1]), int(found[2])


def weekdays(words: Sequence[str]) -> tuple[Weekday, ...]:
    """The days of the week in their order. Raises CannotProceed for a word that is none, and for none at all."""
    known: tuple[Weekday, ...] = get_args(Weekday)
    if not words or any(word not in known for word in words):
        names = ",".join(known)
        raise CannotProceed(
            Message(
                f"{','.join(words)}: 요일이 아닙니다. 다음 가운데에서 고르십시오: {names}",
                f"{','.join(words)}: no days of the week. Choose among {names}",
            )
        )
    return tuple(day for day in known if day in words)


def written(schedule: Schedule) -> dict[System, str]:
    """How each system is told of a schedule."""
    return {"cron": _cron(schedule), "systemd": _systemd(schedule), "windows": _task(schedule)}


def _cron(schedule: Schedule) -> str:
    """A line of crontab(5); there `%` is the end of a line, and Sunday is 0."""
    days: tuple[Weekday, ...] = get_args(Weekday)
    numbers = sorted((days.index(day) + 1) % len(days) for day in schedule.days)
    command = shlex.join(schedule.command).replace("%", r"\%")
    return f"{schedule.minute} {schedule.hour} * * {','.join(map(str, numbers))} {command}\n"


def _systemd(schedule: Schedule) -> str:
    """Two units of systemd, one after another (systemd.service(5), systemd.timer(5), systemd.time(7))."""
    days = ",".join(day.capitalize() for day in schedule.days)
    command = " ".join(_unit_word(word) for word in schedule.command)
    return f"""\
# ~/.config/systemd/user/donghyang.service
[Unit]
Description=donghyang: collect and look after the sources

[Service]
Type=oneshot
ExecStart={command}

# ~/.config/systemd/user/donghyang.timer
# systemctl --user enable --now donghyang.timer
[Unit]
Description=donghyang, on its days

[Timer]
OnCalendar={days} {schedule.hour:02}:{schedule.minute:02}
Persistent=true

[Install]
WantedBy=timers.target
"""


def _unit_word(word: str) -> str:
    """A word of ExecStart: quoted, and what systemd would put something else for doubled."""
    said = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{said}"' if re.search(r"[\s\"'\\;]", word) else said


def _task(schedule: Schedule) -> str:
    """A task of Windows' Task Scheduler, for `schtasks /create /xml FILE /tn donghyang` (Task Scheduler Schema 1.2)."""
    days = "".join(f"<{_DAYS[day]} />" for day in schedule.days)
    program, *arguments = schedule.command
    return f"""\
<?xml version="1.0" encoding="UTF-16"?>
<!-- schtasks /create /tn donghyang /xml donghyang.xml -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{schedule.hour:02}:{schedule.minute:02}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByWeek><WeeksInterval>1</WeeksInterval><DaysOfWeek>{days}</DaysOfWeek></ScheduleByWeek>
    </CalendarTrigger>
  </Triggers>
  <Settings>
    <StartWhenAvailable>true</StartWhenAvailable>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <ExecutionTimeLimit>PT{_LONGEST.seconds // 3600}H</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>{escape(program)}</Command>
      <Arguments>{escape(list2cmdline(arguments))}</Arguments>
      <WorkingDirectory>{escape(str(schedule.folder))}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""


_DAYS: dict[Weekday, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def run_and_tell(folder: Path, command: Sequence[str], now: dt.datetime) -> Message | None:
    """Run a command that works in a workspace; why it failed, None where it did not.

    Its exit codes 0 and 1 say that it is done. A run that takes too long is ended.
    """
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=_LONGEST.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return Message(
            f"{now:%Y-%m-%d %H:%M} 실행이 끝나지 않아 멈추었습니다.",
            f"{now:%Y-%m-%d %H:%M} the run did not end and was stopped.",
        )
    except OSError as problem:
        return Message(
            f"{now:%Y-%m-%d %H:%M} 실행하지 못했습니다({problem.strerror}).",
            f"{now:%Y-%m-%d %H:%M} could not be run ({problem.strerror}).",
        )
    if done.returncode in (0, 1):
        return None
    said = "\n".join(done.stderr.decode("utf-8", "replace").strip().splitlines()[-_TAIL:])
    head = f"{now:%Y-%m-%d %H:%M} {shlex.join(command)}"
    return Message(f"{head}\n실패했습니다({done.returncode}).\n{said}", f"{head}\nfailed ({done.returncode}).\n{said}")


def leave_notice(folder: Path, failure: Message | None, standings: Sequence[Standing]) -> Path | None:
    """Write what a person has to look after into the notice of the workspace; where there is nothing, take it away.

    Answers the file, None without one. Raises CannotProceed when it cannot be written.
    """
    lines = [failure] if failure is not None else []
    lines += [
        Message(f"{one.source}: {one.state}. {one.message.ko}", f"{one.source}: {one.state}. {one.message.en}")
        for one in standings
        if one.is_notice
    ]
    path = folder / NOTICE
    if not lines:
        path.unlink(missing_ok=True)
        return None
    return write(path, "".join(f"{line.ko}\n{line.en}\n\n" for line in lines).encode())
