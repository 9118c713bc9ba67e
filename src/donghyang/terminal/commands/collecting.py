"""Collecting: `collect`, `pages`."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Strict, Where, one_of, workspace_or_none
from donghyang.terminal.console import language, progress, put, put_json, resumable, say, tell
from donghyang.terminal.mistakes import CANNOT

if TYPE_CHECKING:
    from donghyang.collect.gathered import Gathered
    from donghyang.workspace import Workspace

_ACTIONS = ("diff", "check")


@resumable()
def collect(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help=say("출처의 이름; 없으면 모두", "names of sources; all of them without"),
            show_default=False,
        ),
    ] = None,
    workspace: Where = None,
    json: Json = False,
    strict: Strict = False,
) -> None:
    from donghyang.collecting import collected, fetched_sources
    from donghyang.terminal.collect_text import gathered_as_text

    home = _home(workspace_or_none(workspace))
    if not fetched_sources(home):
        raise CannotProceed(
            Message(
                f"{home.root}: 받을 출처가 없습니다.", f"{home.root}: there is no source of which anything is fetched."
            ),
            "no-fetched-source",
        )
    with progress() as show:
        found = collected(home, show, sources or ())
    put_json(_as_json(found)) if json else put(gathered_as_text(found, language()))
    if found.broken is not None:
        tell(found.broken)
    raise typer.Exit(CANNOT if found.broken else DIFFERS if strict and (found.failures or found.left) else DONE)


def _as_json(found: Gathered) -> dict[str, Any]:
    """What the run has done by stage, and what came of each source."""
    stages = [{"name": "lists", "count": found.lists}, {"name": "pages", "count": found.pages}]
    rest = {part.name: getattr(found, part.name) for part in fields(found) if part.name not in ("lists", "pages")}
    return {"stages": stages} | rest


def pages(
    action: Annotated[
        str,
        typer.Argument(
            metavar="diff|check",
            help=say(
                "diff 판마다 달라진 곳, check 보고서가 인용한 페이지를 다시 확인",
                "diff what each version says otherwise, check asks again for the pages that a report cites",
            ),
            show_default=False,
        ),
    ],
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL|FILE",
            help=say("diff는 페이지의 주소, check는 보고서", "the page's address of diff, the report of check"),
            show_default=False,
        ),
    ],
    workspace: Where = None,
    offline: Annotated[
        bool, typer.Option("--offline", help=say("받지 않고 있는 판으로만", "ask for nothing, take what is there"))
    ] = False,
    json: Json = False,
) -> None:
    from donghyang.collecting import versions
    from donghyang.terminal.collect_text import versions_as_text

    if one_of("pages", action, _ACTIONS) == "check":
        _check(Path(url), workspace, ask=not offline, json=json)
    told = versions(_home(workspace_or_none(workspace)), url)
    put_json(told) if json else put(versions_as_text(told, language()))


def _check(file: Path, workspace: Path | None, *, ask: bool, json: bool) -> NoReturn:
    from donghyang.collecting import rechecked
    from donghyang.terminal.collect_text import rechecked_as_text
    from donghyang.workspace import find

    home = _home(workspace_or_none(workspace) if workspace else find(file.absolute().parent))
    with progress() as show:
        found = rechecked(home, file, show, ask=ask)
    put_json(found) if json else put(rechecked_as_text(found, language()))
    raise typer.Exit(DIFFERS if any(one.changes for one in found) else DONE)


def _home(home: Workspace | None) -> Workspace:
    if home is None:
        raise CannotProceed(Message("작업 폴더 안이 아닙니다.", "not inside a workspace."), "no-workspace")
    return home
