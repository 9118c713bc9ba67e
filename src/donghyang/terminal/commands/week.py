"""The week: `stories`, `weekly`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import (
    DIFFERS,
    DONE,
    Day,
    From,
    Json,
    Strict,
    Where,
    gathered,
    issues_of,
    the_day,
    workspace_or_none,
)
from donghyang.terminal.console import language, progress, put, put_json, resumable, say, tell, tell_rows
from donghyang.terminal.mistakes import CANNOT

if TYPE_CHECKING:
    from donghyang.collect import PageRead
    from donghyang.weekly import Summary

Days = Annotated[
    str | None,
    typer.Option(
        "--days",
        metavar="N|all",
        help=say("기준일에서 며칠 전의 페이지까지; all은 모두", "pages so many days back from the date; all lifts it"),
        show_default=False,
    ),
]


def stories(
    from_: From = None, date: Day = None, days: Days = None, workspace: Where = None, json: Json = False
) -> None:
    from donghyang import collect
    from donghyang.stories import stories as tell_stories
    from donghyang.terminal.show import stories_as_text
    from donghyang.terminal.week_text import no_pages

    day, most = the_day(date), _days(days)
    files, others = gathered(from_, workspace_or_none(workspace))
    if not files:
        raise CannotProceed(no_pages(len(others)))
    with progress() as show:
        label, read_so_far = Message("읽기", "read"), iter(range(1, len(files) + 1))
        readings = collect.read_pages(files, {}, lambda reading: show(label, next(read_so_far), len(files)))
    reasons = {reading.name: reading.reason for reading in readings if reading.reason} | others
    if isinstance(most, int):
        reasons |= _outside(readings, day, most)
    for name, reason in reasons.items():
        tell(Message(f"{name}: {reason.ko}", f"{name}: {reason.en}"))
    pages = [reading.page for reading in readings if reading.page and reading.name not in reasons]
    found = tell_stories(pages, date=day)
    put_json(found) if json else put(stories_as_text(found))


def _outside(readings: Sequence[PageRead], day: dt.date | None, days: int) -> dict[str, Message]:
    """The pages outside of the days asked for, each with the reason; the days end with the newest page's by default."""
    from donghyang.collect import Window, newest

    dates = {reading.name: reading.page.date for reading in readings if reading.page}
    last = day or newest(dates.values(), dt.date.today())
    if last is None:
        return {}
    reasons = {name: Window(last, days).problem(date) for name, date in dates.items()}
    return {name: reason for name, reason in reasons.items() if reason}


@resumable()
def weekly(
    from_: From = None,
    date: Day = None,
    days: Days = None,
    workspace: Where = None,
    json: Json = False,
    strict: Strict = False,
) -> None:
    from donghyang import weekly as week
    from donghyang.terminal.printing import summary_as_json
    from donghyang.terminal.week_text import nothing_to_print, summary_as_text

    day, most = the_day(date), _days(days)
    home = workspace_or_none(workspace)
    files, others = gathered(from_, home)
    with progress() as show:
        summary = week.weekly(
            week.Week(files, issues_of(home), date=day, home=home, days=most, others=others, progress=show)
        )
    tell_rows(summary.terms)
    if json:
        put_json(summary_as_json(summary))
    elif summary.nothing is None:
        put(summary_as_text(summary, language()))
    if summary.nothing is not None:
        tell(nothing_to_print(summary))
    raise typer.Exit(CANNOT if summary.nothing else DIFFERS if strict and _doubtful(summary) else DONE)


def _doubtful(summary: Summary) -> bool:
    return bool(summary.doubts or summary.open or summary.left_out or summary.terms or any(summary.findings.values()))


def _days(text: str | None) -> int | Literal["all"] | None:
    """What --days says, None where it was not given. Raises CannotProceed for anything but a number or "all"."""
    from donghyang.workspace import MOST

    if text is None or text == "all":
        return "all" if text else None
    if text.isascii() and text.isdigit() and int(text) <= MOST:
        return int(text)
    raise CannotProceed(
        Message(
            f"--days {text}: 0에서 {MOST}까지의 정수나 all을 적으십시오.",
            f"--days {text}: give a whole number from 0 to {MOST}, or all.",
        )
    )
