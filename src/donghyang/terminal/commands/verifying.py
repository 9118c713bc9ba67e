"""Holding a text against its sources: `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang import wire
from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import (
    DIFFERS,
    DONE,
    Day,
    Json,
    Where,
    gathered,
    limits_for,
    one_of,
    the_day,
    workspace_or_none,
)
from donghyang.terminal.console import language, put, say

if TYPE_CHECKING:
    from donghyang.verify import Source


def verify(
    claims: Annotated[
        Path, typer.Argument(metavar="CLAIMS", help=say("대조할 한국어 글", "the Korean text"), show_default=False)
    ],
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SOURCE...]",
            help=say(
                "원문; 작업 폴더 안에서는 생략하면 그 페이지", "its sources; in a workspace its pages if left out"
            ),
            show_default=False,
        ),
    ] = None,
    date: Day = None,
    to: Annotated[
        str, typer.Option("--to", metavar="html", help=say("나란히 보는 사본", "text and sources side by side"))
    ] = "",
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang import guard
    from donghyang import verify as room
    from donghyang.report.unwritten import blanked
    from donghyang.terminal.show import paths_as_text, verified_as_text

    if to:
        one_of("--to", to, ("html",))
    text = guard.document(claims, limits_for(claims)).text
    held = [_source(path) for path in sources or _own_pages(workspace)]
    found = room.verify(blanked(text), held, date=the_day(date))
    if json:
        put(wire.dumps({"sentences": found}, language=language()))
    else:
        put(verified_as_text(found, language()))
    if to:
        from donghyang.files import write
        from donghyang.verify.page import side_by_side

        made = write(
            claims.with_name(f"{claims.stem}.verified.html"),
            side_by_side(claims.name, text, held, found, language()).encode(),
        )
        if not json:
            put(paths_as_text([made]))
    raise typer.Exit(DONE if all(sentence.status == "supported" for sentence in found) else DIFFERS)


def _source(path: Path) -> Source:
    """A source as it is held against: of a web page its article, of any other file its text."""
    from donghyang import guard
    from donghyang.verify import Source

    limits = limits_for(path)
    document = guard.document(path, limits)
    if document.media != "html":
        return Source(path.name, document.text)
    page = guard.page(path, limits)
    return Source(path.name, page.text, page.date)


def _own_pages(folder: Path | None) -> list[Path]:
    home = workspace_or_none(folder)
    if home is None:
        raise CannotProceed(
            Message(
                "대조할 원문을 적으십시오. 작업 폴더 안에서는 그 페이지와 대조합니다.",
                "name the sources. Inside a workspace its own pages are taken.",
            )
        )
    return list(gathered(None, home)[0].values())
