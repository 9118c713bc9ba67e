"""The workspace: `new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang import wire
from donghyang.terminal.commands.options import Json
from donghyang.terminal.console import put, say


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=say("만들 폴더", "the folder to make"), show_default=False)
    ],
    sample: Annotated[bool, typer.Option("--sample", help=say("견본 한 주를 담음", "with the sample week"))] = False,
    json: Json = False,
) -> None:
    from donghyang.newsroom import create
    from donghyang.terminal.show import paths_as_text

    made = create(folder, sample=sample)
    put(wire.dumps([str(path) for path in made]) if json else paths_as_text(made))
