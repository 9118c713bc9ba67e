"""The workspace: `new`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from donghyang.terminal.commands.options import Json
from donghyang.terminal.console import put, put_json, say


def new(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", readable=False, help=say("만들 폴더", "the folder to make"), show_default=False),
    ],
    sample: Annotated[bool, typer.Option("--sample", help=say("견본 한 주를 담음", "with the sample week"))] = False,
    json: Json = False,
) -> None:
    from donghyang.newsroom import create
    from donghyang.terminal.show import paths_as_text

    made = create(folder, sample=sample)
    put_json([str(path) for path in made]) if json else put(f"{paths_as_text(made)}\n{_next_step(folder, sample)}")


def _next_step(folder: Path, sample: bool) -> str:
    from donghyang.newsroom import INBOX, SAMPLE_DATE

    call = f"donghyang weekly -w {_quoted(folder)}"
    if sample:
        return say(f"다음: {call} --date {SAMPLE_DATE}", f"next: {call} --date {SAMPLE_DATE}")
    inbox = folder / INBOX
    return say(f"다음: {inbox}에 저장한 페이지를 넣고 {call}", f"next: put saved pages into {inbox}, then {call}")


def _quoted(path: Path) -> str:
    """The path as a shell takes it for one word."""
    if os.name != "nt":
        return shlex.quote(str(path))
    return f'"{path}"' if " " in str(path) else str(path)
