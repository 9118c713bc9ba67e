"""The week: `stories`, `weekly`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast, get_args

import typer

from donghyang.records import CannotProceed, Decided, Message, Progress
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
    from donghyang.collect.gathered import Gathered
    from donghyang.records import Decision, PageText
    from donghyang.weekly import Summary
    from donghyang.workspace import Workspace

Days = Annotated[
    str | None,
    typer.Option(
        "--days",
        metavar="N|all",
        help=say("기준일에서 며칠 전의 페이지까지; all은 모두", "pages so many days back from the date; all lifts it"),
        show_default=False,
    ),
]

NoModel = Annotated[
    bool,
    typer.Option("--no-model", help=say("모델에 묻지 않고 규칙으로만 씀", "write by the rules alone, ask no model")),
]

Offline = Annotated[
    bool, typer.Option("--offline", help=say("받지 않고 있는 페이지로만 만듦", "collect nothing, take what is there"))
]

What = Annotated[
    str | None,
    typer.Argument(
        metavar="[pin|skip|merge|split]",
        help=say(
            "결정: pin 싣기, skip 빼기, merge 한 사건으로, split 나누기(ID 뒤의 페이지를, 없으면 모두)",
            "decide: pin takes in, skip leaves out, merge makes one, split parts (the pages behind the ID, else all)",
        ),
        show_default=False,
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID]...", help=say("사건의 ID", "ids of stories"), show_default=False),
]
Undo = Annotated[
    bool, typer.Option("--undo", help=say("이 ID에 대한 결정을 거둠", "take back what was decided on these ids"))
]


def stories(
    action: What = None,
    ids: Ids = None,
    from_: From = None,
    date: Day = None,
    days: Days = None,
    workspace: Where = None,
    undo: Undo = False,
    json: Json = False,
) -> None:
    from donghyang import planning
    from donghyang.stories import stories as tell_stories
    from donghyang.terminal.stories_text import stories_as_text

    home, day, deed = workspace_or_none(workspace), the_day(date), _deed(action, ids or [], undo=undo)
    if deed is not None and home is None:
        raise CannotProceed(
            Message(
                "결정은 작업 폴더에 적습니다. 작업 폴더 안이 아닙니다.",
                "decisions are kept in a workspace; this is none.",
            ),
            "no-workspace",
        )
    if undo and home is not None:
        _keep(planning.undone(home, ids or []), json=json)
        return
    wanted = planning.wanted(home, day)
    found = tell_stories(_pages(from_, home, day, _days(days)), wanted=wanted)
    if deed is not None and home is not None:
        _keep(planning.decided(home, deed, ids or [], found), json=json)
        return
    put_json(found) if json else put(stories_as_text(found, wanted.lists, language()))


def _keep(made: Sequence[Decision], *, json: bool) -> None:
    from donghyang.terminal.stories_text import decisions_as_text

    put_json(made) if json else put(decisions_as_text(made, language()))


def _deed(action: str | None, ids: Sequence[str], *, undo: bool) -> Decided | None:
    """The decision asked for, None where none is. Raises CannotProceed for a word that is none, or without ids."""
    if action is None and not undo:
        return None
    if action is None or action not in get_args(Decided):
        names = ", ".join(get_args(Decided))
        raise CannotProceed(
            Message(
                f"{action or '--undo'}: 다음 중 하나를 적으십시오: {names}",
                f"{action or '--undo'}: give one of: {names}",
            )
        )
    if not ids:
        raise CannotProceed(
            Message(
                f"{action}: 사건의 ID를 적으십시오. `donghyang stories`가 보입니다.",
                f"{action}: give the id of a story; `donghyang stories` shows them.",
            )
        )
    return cast("Decided", action)


def _pages(
    from_: Path | None, home: Workspace | None, day: dt.date | None, most: int | Literal["all"] | None
) -> list[PageText]:
    """The pages asked for; what is left out is told on standard error."""
    from donghyang import collect
    from donghyang.terminal.week_text import no_pages

    files, others = gathered(from_, home, day, most if isinstance(most, int) else None)
    if not files:
        raise CannotProceed(no_pages(len(others)))
    with progress() as show:
        label, read_so_far = Message("읽기", "read"), iter(range(1, len(files) + 1))
        readings = collect.read_pages(
            files,
            {},
            lambda reading: show(label, next(read_so_far), len(files)),
            home.settings.limits if home is not None else None,
        )
    readings = collect.whole(readings)
    reasons = {reading.name: reading.reason for reading in readings if reading.reason} | others
    if isinstance(most, int):
        reasons |= _outside(readings, day, most)
    for name, reason in reasons.items():
        tell(Message(f"{name}: {reason.ko}", f"{name}: {reason.en}"))
    return [reading.page for reading in readings if reading.page and reading.name not in reasons]


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
    no_model: NoModel = False,
    offline: Offline = False,
    json: Json = False,
    strict: Strict = False,
) -> None:
    from donghyang import weekly as week
    from donghyang.terminal.printing import summary_as_json
    from donghyang.terminal.week_text import nothing_to_print, summary_as_text

    day, most = the_day(date), _days(days)
    home = workspace_or_none(workspace)
    reach = home.settings.days if most is None and home is not None else most
    with progress() as show:
        came = _collected(home, show) if from_ is None and not offline else None
        files, others = gathered(from_, home, day, reach if isinstance(reach, int) else None)
        asked = week.Week(
            files,
            issues_of(home),
            date=day,
            home=home,
            days=most,
            others=others,
            model=not no_model,
            collected=came,
            progress=show,
        )
        summary = week.weekly(asked)
    tell_rows(summary.terms)
    if json:
        put_json(summary_as_json(summary))
    elif summary.nothing is None:
        put(summary_as_text(summary, language()))
    if summary.nothing is not None:
        tell(nothing_to_print(summary))
    raise typer.Exit(CANNOT if summary.nothing else DIFFERS if strict and _doubtful(summary) else DONE)


def _collected(home: Workspace | None, show: Progress) -> Gathered | None:
    """What collecting came to, None where there is nothing to fetch; whatever it fails from, the week goes on."""
    from donghyang.collecting import collected, fetched_sources
    from donghyang.terminal.mistakes import message_of

    if home is None or not fetched_sources(home):
        return None
    try:
        return collected(home, show)
    except (CannotProceed, ModuleNotFoundError) as problem:
        why = message_of(problem)
        if why is None:
            raise
        tell(Message(f"수집하지 못했습니다. {why.ko}", f"nothing was collected. {why.en}"))
        return None


def _doubtful(summary: Summary) -> bool:
    return bool(summary.doubts or summary.open or summary.left_out or summary.terms or any(summary.findings.values()))


def _days(text: str | None) -> int | Literal["all"] | None:
    """What --days says, None where it was not given. Raises CannotProceed for anything but a number or "all"."""
    from donghyang.workspace import MOST

    if text is None or text == "all":
        return "all" if text else None
    # By its length first: Python makes no number of thousands of digits.
    if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and int(text) <= MOST:
        return int(text)
    raise CannotProceed(
        Message(
            f"--days {text}: 0에서 {MOST}까지의 정수나 all을 적으십시오.",
            f"--days {text}: give a whole number from 0 to {MOST}, or all.",
        )
    )
