"""The language model: `model`, `draft`."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from donghyang.records import CannotProceed, Message, SectionKind
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
_SECTIONS: tuple[SectionKind, ...] = get_args(SectionKind)


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
            help=say("이 번호의 기사를 새로", "the article of this number, anew"),
            show_default=False,
        ),
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help=say("아직 쓸 줄(??)만", "only lines that are still to be written (??)"))
    ] = False,
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            metavar="|".join(_SECTIONS),
            help=say("기사가 있는 부", "the section of the article"),
            show_default=False,
        ),
    ] = None,
    from_: From = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang import collect
    from donghyang.terminal.model_text import filled_as_text
    from donghyang.weekly.filling import fill, rewrite
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
        if article is None or open_:
            told = fill(file, home, pages, article=article, progress=lambda done, total: show(label, done, total))
        else:
            told = rewrite(file, home, pages, article, _section(section))
    put_json(told) if json else put(filled_as_text(told, language()))
    raise typer.Exit(DIFFERS if any(one.after is None for one in told) else DONE)


def _section(word: str | None) -> SectionKind | None:
    if word is not None:
        one_of("--section", word, _SECTIONS)
    return next((kind for kind in _SECTIONS if kind == word), None)
