"""The language model: `model`, `draft`."""

from __future__ import annotations

from typing import Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import (
    DIFFERS,
    DONE,
    File,
    From,
    Json,
    Where,
    gathered,
    one_of,
    with_model,
    workspace_or_none,
)
from donghyang.terminal.console import language, progress, put, put_json, say

_ACTIONS = ("check",)


def model(
    action: Annotated[
        str, typer.Argument(metavar="check", help=say("check 엔드포인트를 시험", "check tries the endpoint"))
    ] = "check",
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.model import tried
    from donghyang.terminal.model_text import tried_as_text

    one_of("model", action, _ACTIONS)
    home = with_model(workspace_or_none(workspace))
    found = tried(home.settings.model)
    put_json(found) if json else put(tried_as_text(found, language()))
    raise typer.Exit(DONE if found.answers else DIFFERS)


def draft(
    file: File,
    article: Annotated[
        int | None,
        typer.Option(
            "--article",
            metavar="N",
            min=1,
            help=say("이 번호의 기사에서 쓸 줄만", "the open lines of the article of this number"),
            show_default=False,
        ),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help=say("아직 쓸 줄(??)을 모두", "every line that is still to be written (??)"))
    ] = False,
    from_: From = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang import collect
    from donghyang.terminal.model_text import filled_as_text
    from donghyang.weekly.filling import fill
    from donghyang.workspace import find

    if article is None and not open_:
        raise CannotProceed(
            Message(
                "무엇을 쓸지 정하십시오: --article N이나 --open",
                "say what is to be written: --article N or --open",
            )
        )
    home = with_model(workspace_or_none(workspace) if workspace else find(file.absolute().parent))
    files, _ = gathered(from_, home)
    with progress() as show:
        readings = collect.whole(collect.read_pages(files, {}, lambda reading: None, home.settings.limits))
        pages = {reading.name: reading.page for reading in readings if reading.page}
        label = Message("쓰기", "write")
        told = fill(file, home, pages, article=article, progress=lambda done, total: show(label, done, total))
    put_json(told) if json else put(filled_as_text(told, language()))
    raise typer.Exit(DIFFERS if any(one.after is None for one in told) else DONE)
