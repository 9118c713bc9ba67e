"""The week: `stories`, `weekly`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from donghyang import wire
from donghyang.records import Message
from donghyang.terminal.commands.options import (
    DIFFERS,
    DONE,
    Day,
    From,
    Json,
    Strict,
    Where,
    the_day,
    workspace_files,
    workspace_or_none,
)
from donghyang.terminal.console import language, progress, put, tell

if TYPE_CHECKING:
    from donghyang.weekly import Summary


def stories(from_: From = None, date: Day = None, workspace: Where = None, json: Json = False) -> None:
    from donghyang import collect
    from donghyang.stories import stories as tell_stories
    from donghyang.terminal.show import stories_as_text

    files = collect.page_files(from_) if from_ else workspace_files(workspace_or_none(workspace))
    with progress() as show:
        label, read_so_far = Message("읽기", "read"), iter(range(1, len(files) + 1))
        readings = collect.read_pages(files, {}, lambda reading: show(label, next(read_so_far), len(files)))
    for reading in readings:
        if reading.reason:
            tell(reading.reason)
    found = tell_stories([reading.page for reading in readings if reading.page], date=the_day(date))
    put(wire.dumps(found) if json else stories_as_text(found))


def weekly(
    from_: From = None, date: Day = None, workspace: Where = None, json: Json = False, strict: Strict = False
) -> None:
    from donghyang import collect
    from donghyang import weekly as week
    from donghyang.terminal.printing import summary_as_json
    from donghyang.terminal.show import summary_as_text

    home = workspace_or_none(workspace)
    day = the_day(date) or dt.date.today()
    with progress() as show:
        summary: Summary = week.weekly(
            week.Week(
                date=day,
                files=collect.page_files(from_) if from_ else workspace_files(home),
                folder=home.issue(day) if home else Path("issues") / day.isoformat(),
                home=home,
                everything=from_ is not None,
                progress=show,
            )
        )
    put(wire.dumps(summary_as_json(summary), language=language()) if json else summary_as_text(summary, language()))
    doubtful = summary.doubts or summary.left_out or any(summary.findings.values())
    raise typer.Exit(DIFFERS if strict and doubtful else DONE)
