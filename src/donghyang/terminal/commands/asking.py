"""Questions put to the archive: `ask`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donghyang import wire
from donghyang.records import Message
from donghyang.terminal.commands.options import Json, Where, inputs, needed_workspace, with_model
from donghyang.terminal.console import language, put, say, tell

if TYPE_CHECKING:
    from donghyang.records import Answer
    from donghyang.workspace import Workspace

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
    model: Annotated[
        bool,
        typer.Option(
            "--model",
            help=say(
                "줄만으로 답이 없을 때 [model]에게도 물음; 줄이 말하는 답만 남김",
                "ask the model of the settings where no line answers; what the lines do not say is left out",
            ),
        ),
    ] = False,
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.terminal.answer_text import answers_as_text

    home = needed_workspace(workspace)
    asked = inputs(question, lines, _NOTHING)
    found = _answers(home, asked, model=model)
    if json:
        put(wire.dumps(found if lines else found[0], language=language()))
    else:
        put(answers_as_text(asked, found, language()))


def _answers(home: Workspace, asked: list[str], *, model: bool) -> list[Answer]:
    """The answers; with the model of the settings those that it gives too, and once why it gave none."""
    from donghyang.archive.asking import answers

    if not model:
        return answers(home, asked)
    from donghyang.model import Client
    from donghyang.weekly.writing import REPLIES
    from donghyang.workspace import ISSUES

    home = with_model(home)
    failures: dict[Message, None] = {}
    with Client(home.settings.model, home.root / ISSUES / "work" / REPLIES) as client:
        found = answers(home, asked, client, lambda message: failures.update({message: None}))
    for failure in failures:
        tell(failure)
    return found
