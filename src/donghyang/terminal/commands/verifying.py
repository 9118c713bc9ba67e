"""Holding a text against its sources: `verify`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
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
    with_model,
    workspace_or_none,
)
from donghyang.terminal.console import language, put, say, tell

if TYPE_CHECKING:
    from donghyang.model import SecondReader
    from donghyang.records import VerifiedSentence
    from donghyang.verify import Source
    from donghyang.workspace import Workspace


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
    model: Annotated[
        bool,
        typer.Option(
            "--model",
            help=say(
                "규칙이 판단하지 못하는 것을 [model]에게도 물음",
                "ask the model of the settings what rules cannot judge",
            ),
        ),
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.terminal.show import paths_as_text, verified_as_text

    if to:
        one_of("--to", to, ("html",))
    with _reader(workspace, claims) if model else nullcontext() as reader:
        against = _against(claims, sources, the_day(date), reader) if sources else None
        text, held, found = against or _own(claims, workspace, the_day(date), reader)
    if json:
        put(wire.dumps({"sentences": found}, language=language()))
    else:
        put(verified_as_text(found, language()))
    if to:
        from donghyang.files import write
        from donghyang.read.files import called
        from donghyang.verify.page import side_by_side

        made = write(
            claims.with_name(f"{claims.stem}.verified.html"),
            side_by_side(called(claims), text, held, found, language()).encode(),
        )
        if not json:
            put(paths_as_text([made]))
    raise typer.Exit(DONE if all(sentence.status == "supported" for sentence in found) else DIFFERS)


_Answer = tuple[str, Sequence["Source"], Sequence["VerifiedSentence"]]
"""The text, what it was held against, and what came of it."""


@contextmanager
def _reader(workspace: Path | None, claims: Path) -> Iterator[SecondReader]:
    """The model of the workspace as a second reader; why it did not answer is told at the end."""
    from donghyang.model import Client, SecondReader
    from donghyang.weekly.writing import REPLIES
    from donghyang.workspace import ISSUES

    home = with_model(_home(workspace, claims))
    with Client(home.settings.model, home.root / ISSUES / "work" / REPLIES) as client:
        reader = SecondReader(client)
        yield reader
    for failure in dict.fromkeys(reader.failures):
        tell(failure)


def _home(workspace: Path | None, claims: Path) -> Workspace | None:
    from donghyang.workspace import find

    return workspace_or_none(workspace) or find(claims.absolute().parent)


def _against(claims: Path, sources: Sequence[Path], day: dt.date | None, reader: SecondReader | None) -> _Answer:
    """Any text against the sources that were named."""
    from donghyang import guard
    from donghyang import verify as room
    from donghyang.report.unwritten import blanked

    text = guard.document(claims, limits_for(claims)).text
    held = [_source(path) for path in sources]
    return text, held, room.verify(blanked(text), held, date=day, model=reader)


def _own(claims: Path, workspace: Path | None, day: dt.date | None, reader: SecondReader | None) -> _Answer:
    """A report of a workspace against its own pages; a page that cannot be read is told and passed over."""
    from donghyang.proofread.own_pages import hold_up
    from donghyang.terminal.mistakes import message_of

    home = _home(workspace, claims)
    if home is None:
        raise CannotProceed(
            Message(
                "대조할 원문을 적으십시오. 작업 폴더 안에서는 그 페이지와 대조합니다.",
                "name the sources. Inside a workspace its own pages are taken.",
            )
        )
    files = gathered(None, home)[0]
    made = hold_up(claims, home, files, day, lambda _, problem: tell(message_of(problem) or problem.message), reader)
    return made.text, made.sources, made.sentences


def _source(path: Path) -> Source:
    """A source as it is held against: of a web page its article, of any other file its text."""
    from donghyang import guard
    from donghyang.read.files import called
    from donghyang.verify import Source

    limits = limits_for(path)
    document = guard.document(path, limits)
    if document.media != "html":
        return Source(called(path), document.text)
    page = guard.page(path, limits)
    return Source(called(path), page.text, page.date)
