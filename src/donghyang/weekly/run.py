"""The run itself: the pages read, each once, and the stages in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from donghyang import __version__, collect, planning, wire
from donghyang.collect import PageRead, Window, newest
from donghyang.files import alone, make_folder
from donghyang.records import CannotProceed, Message
from donghyang.stages import Done, Lines, Made, Stage, digest, run
from donghyang.weekly.job import Job, Week
from donghyang.weekly.summary import Summary, summary
from donghyang.weekly.work import COMPOSE, STAGES, articles, edited

COLLECTING = Message("수집", "collect")
READING = Message("읽기", "read")
_GONE = Message(
    "실행하는 동안 작업 폴더가 없어지거나 바뀌었습니다. 폴더를 되돌린 뒤 다시 실행하십시오.",
    "the working folder was removed or replaced during the run; put it back and run again",
)


def weekly(week: Week) -> Summary:
    """Make the week's issue. Killed at any point it goes on when run again; run twice it changes nothing.

    Where there is nothing to print the summary says so, and no file of the issue is touched. Raises CannotProceed
    when a file cannot be written, or while another run goes on over the same issues.
    """
    if not week.files:
        return _made(week)
    work = week.issues / "work"
    make_folder(work)
    with alone(work):
        return _made(week, _keeper(work))


def _keeper(folder: Path) -> Callable[[], None]:
    """What raises CannotProceed where the folder is gone, or another of its name."""
    begun = _identity(folder)

    def stays() -> None:
        if _identity(folder) != begun:
            raise CannotProceed(_GONE)

    return stays


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells one folder from another of its name; None where it is gone."""
    try:
        told = folder.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def _made(week: Week, stays: Callable[[], None] = lambda: None) -> Summary:
    """The run; `stays` raises where the folder that it works in is not there any more."""
    week.progress(READING, 0, len(STAGES) + 1)
    readings, fresh = _read(week)
    readings = tuple(collect.whole(readings))
    job = Job(week, readings, _window(week, readings))
    sources = (f"{reading.name}\0{reading.digest}" for reading in readings)
    settings = (job.date.isoformat(), wire.dumps(week.settings), str(job.window.days), str(week.asks_model))
    brought = (digest(data) for data in planning.sources(week.home, job.date))
    begun = iter(range(1, len(STAGES) + 1))

    def go_on(stage: Stage[Job], made: Made) -> bool:
        stays()
        week.progress(stage.label, next(begun), len(STAGES) + 1)
        return edited(job) or bool(job.pages and (stage.name != COMPOSE.name or articles(made)))

    made, done = run(STAGES, job, job.folder / "work", digest(__version__, *settings, *brought, *sources), go_on)
    stays()
    came = week.collected
    collected = [Done("collect", COLLECTING, came.pages, bool(came.pages))] if came is not None else []
    return summary(job, made, [*collected, Done("read", READING, len(readings), fresh), *done])


def _read(week: Week) -> tuple[tuple[PageRead, ...], bool]:
    """What came of each file, and whether it was not known before: a page once read is not read again."""
    store = Lines(week.issues / "work" / "read.jsonl", PageRead)
    known, count = store.load(), 0

    def keep(reading: PageRead) -> None:
        nonlocal count
        count += 1
        store.add(_key(reading), reading)
        week.progress(READING, count, len(week.files))

    by_name = {reading.name: reading for reading in known.values()}
    readings = collect.read_pages(week.files, by_name, keep, week.settings.limits)
    kept = {_key(reading): reading for reading in readings}
    if kept:
        store.keep(kept)
    return tuple(readings), kept != known


def _key(reading: PageRead) -> str:
    return digest(reading.name, reading.digest)


def _window(week: Week, readings: Sequence[PageRead]) -> Window:
    dates = (reading.page.date for reading in readings if reading.page)
    day = week.date or newest(dates, week.today) or week.today
    days = week.settings.days if week.days is None else week.days
    return Window(day, None if days == "all" else days)
