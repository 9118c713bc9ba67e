"""The places that are watched, and what runs unattended: `sources`, `schedule`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, cast, get_args

import typer

from donghyang.records import CannotProceed, Message, Source, did_you_mean
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Where, one_of, words, workspace_or_none
from donghyang.terminal.console import language, progress, put, put_json, say
from donghyang.terminal.mistakes import CANNOT

if TYPE_CHECKING:
    from donghyang.records import SourceKind
    from donghyang.workspace import Workspace

Action = Literal["add", "check"]

What = Annotated[
    str | None,
    typer.Argument(
        metavar="[add|check]",
        help=say(
            "add 주소나 카탈로그의 이름을 더함, check 하나하나 살펴봄; 없으면 목록과 상태",
            "add takes in an address or a name of the catalogue, check tries them; without, the list and their health",
        ),
        show_default=False,
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[URL|NAME]...",
        help=say(
            "add의 주소나 이름; check의 이름(없으면 모두)", "the address or name of add; the names of check (all)"
        ),
        show_default=False,
    ),
]


def sources(
    action: What = None,
    names: Names = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=say("add: 종류(feed, list, sitemap, page); 받지 않고 더함", "add: its kind; it is then not fetched"),
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=say("add: 이름", "add: its name"))] = None,
    catalogue: Annotated[
        bool,
        typer.Option("--catalogue", help=say("함께 오는 출처의 목록을 보임", "show the sources that come with it")),
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    if catalogue:
        _catalogue(json=json)
        return
    deed, home = _deed(action), _home(workspace)
    if deed == "add":
        _add(home, names or [], kind, name, json=json)
    elif deed == "check":
        _check(home, names or [], json=json)
    else:
        _list(home, json=json)


def _deed(action: str | None) -> Action | None:
    if action is None:
        return None
    if action not in get_args(Action):
        known, guess = ", ".join(get_args(Action)), did_you_mean(action, get_args(Action))
        raise CannotProceed(
            Message(
                f"sources {action}: 다음 중 하나를 적으십시오: {known}.{guess.ko}",
                f"sources {action}: give one of: {known}.{guess.en}",
            )
        )
    return cast("Action", action)


def _home(folder: Path | None) -> Workspace:
    home = workspace_or_none(folder)
    if home is None:
        raise CannotProceed(
            Message(
                "출처는 작업 폴더에 있습니다. 작업 폴더 안이 아닙니다.", "sources stand in a workspace; this is none."
            ),
            "no-workspace",
        )
    return home


def _catalogue(*, json: bool) -> None:
    from donghyang.collect.sources.catalogue import catalogue
    from donghyang.terminal.sources_text import catalogue_as_text

    put_json(catalogue()) if json else put(catalogue_as_text(catalogue(), language()))


def _list(home: Workspace, *, json: bool) -> None:
    from donghyang.terminal.sources_text import sources_as_json, sources_as_text
    from donghyang.watching import looks_of, standings
    from donghyang.workspace import sources_of

    known = sources_of(home)
    found = standings(known, looks_of(home))
    put_json(sources_as_json(known, found)) if json else put(sources_as_text(known, found, language()))


def _add(home: Workspace, names: Sequence[str], kind: str | None, name: str | None, *, json: bool) -> None:
    from donghyang.terminal.sources_text import added_as_json, added_as_text
    from donghyang.watching import Wanted, add_source, fetcher_of, keep_looks
    from donghyang.watching.adding import kinds

    if len(names) != 1:
        raise CannotProceed(
            Message("sources add: 주소나 이름을 하나 적으십시오.", "sources add: give one address or name.")
        )
    said = one_of("--kind", kind, kinds()) if kind is not None else None
    wanted = Wanted(names[0], dt.date.today(), cast("SourceKind | None", said), name)
    with fetcher_of(home, needed=wanted.is_fetched) as ask:
        made = add_source(home, wanted, ask)
    if made.look is not None:
        keep_looks(home, [made.look])
    put_json(added_as_json(made)) if json else put(added_as_text(made, language()))


def _check(home: Workspace, names: Sequence[str], *, json: bool) -> NoReturn:
    from donghyang.collect.health import standing
    from donghyang.terminal.sources_text import tried_as_json, tried_as_text
    from donghyang.watching import fetcher_of, keep_looks, looks_of, try_source, unpack

    chosen, before, day = _chosen(home, names), looks_of(home), dt.date.today()
    rows = []
    with progress() as show, fetcher_of(home, needed=any(not source.is_local for source in chosen)) as ask:
        for number, source in enumerate(chosen, 1):
            tried = try_source(source, home.root, ask, day, before)
            keep_looks(home, [tried.look])
            rows.append((source, tried, standing(source, [*before, tried.look])))
            show(Message("살펴보기", "try"), number, len(chosen))
    unpack(home)
    put_json([tried_as_json(*row) for row in rows]) if json else put(tried_as_text(rows, language()))
    raise typer.Exit(DIFFERS if any(one.weight is not None for _, _, one in rows) else DONE)


def _chosen(home: Workspace, names: Sequence[str]) -> tuple[Source, ...]:
    """The sources of those names, all without one. Raises CannotProceed for a name that no source has."""
    from donghyang.workspace import sources_of

    known = {source.name: source for source in sources_of(home)}
    for name in names:
        if name not in known:
            guess = did_you_mean(name, known)
            raise CannotProceed(
                Message(
                    f"{name}: 그런 출처가 없습니다.{guess.ko} 목록: donghyang sources",
                    f"{name}: no such source.{guess.en} For the list: donghyang sources",
                )
            )
    if not known:
        raise CannotProceed(
            Message(
                "출처가 없습니다. `donghyang sources add 주소`로 더하십시오.",
                "there are no sources. Add one with `donghyang sources add URL`.",
            )
        )
    return tuple(known[name] for name in names) or tuple(known.values())


_SYSTEMS = ("cron", "systemd", "windows")


def schedule(
    at: Annotated[str, typer.Option("--at", metavar="HH:MM", help=say("시각", "the time of day"))] = "06:30",
    days: Annotated[
        str, typer.Option("--days", metavar="DAYS", help=say("요일", "days of the week"))
    ] = "mon,tue,wed,thu,fri",
    to: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="SYSTEM",
            help=say("cron, systemd, windows 가운데 하나; 없으면 모두", "one of cron, systemd, windows; else all"),
        ),
    ] = None,
    run: Annotated[
        bool,
        typer.Option(
            "--run",
            help=say(
                "지금 수집하고, 볼 것이 있으면 notice.txt를 남김",
                "collect now, and leave notice.txt where something is to be seen to",
            ),
        ),
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.terminal.sources_text import schedule_as_text
    from donghyang.watching import Schedule, written
    from donghyang.watching.unattended import at as time_of
    from donghyang.watching.unattended import weekdays

    home = _home(workspace)
    if run:
        _run(home, json=json)
    hour, minute = time_of(at)
    made = written(Schedule(home.root.absolute(), hour, minute, weekdays(words(days))))
    chosen = {name: text for name, text in made.items() if to is None or name == one_of("--for", to, _SYSTEMS)}
    put_json(chosen) if json else put(schedule_as_text(chosen, language()))


def _run(home: Workspace, *, json: bool) -> NoReturn:
    """Collect in a process of its own; a run that fails, and sources that are not well, leave a notice."""
    from donghyang.watching import looks_of, run_and_tell, standings
    from donghyang.watching.unattended import leave_notice
    from donghyang.workspace import sources_of

    command = (sys.executable, "-m", "donghyang", "collect", "--workspace", str(home.root.absolute()))
    failure = run_and_tell(home.root, command, dt.datetime.now())
    notice = leave_notice(home.root, failure, standings(sources_of(home), looks_of(home)))
    if json:
        put_json({"failed": failure, "notice": str(notice) if notice is not None else None})
    elif notice is not None:
        put(str(notice))
    raise typer.Exit(CANNOT if failure is not None else DONE)
