"""The program before any command is named: its help and its version."""

from __future__ import annotations

from typing import Annotated

import typer

from donghyang import __version__
from donghyang.terminal.console import put, say

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "동향: 중국 과학기술 정책 주간동향 편집국",
        "donghyang: a newsroom for science-and-technology policy intelligence",
    ),
)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help=say("판 번호", "print the version"))] = False,
) -> None:
    if version:
        put(__version__)
        raise typer.Exit
