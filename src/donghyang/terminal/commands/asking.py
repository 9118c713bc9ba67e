"""Questions put to the archive: `ask`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang import wire
from donghyang.records import Message
from donghyang.terminal.commands.options import Json, Where, inputs, needed_workspace
from donghyang.terminal.console import language, put, say

Question = Annotated[
    list[str] | None, typer.Argument(metavar="QUESTION...", help=say("질문", "the question"), show_default=False)
]


_NOTHING = Message("질문을 적거나 --lines FILE을 주십시오.", "give a question, or --lines FILE.")


def ask(
    question: Question = None,
    lines: Annotated[
        Path | None,
        typer.Option(
            "--lines",
            metavar="FILE",
            readable=False,
            help=say("줄마다 질문 하나", "every line is a question of its own"),
            show_default=False,
        ),
    ] = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.archive.asking import answers
    from donghyang.terminal.answer_text import answers_as_text

    home = needed_workspace(workspace)
    asked = inputs(question, lines, _NOTHING)
    found = answers(home, asked)
    if json:
        put(wire.dumps(found if lines else found[0], language=language()))
    else:
        put(answers_as_text(asked, found, language()))
