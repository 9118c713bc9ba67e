"""Questions put to the archive: `ask`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang import wire
from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import Json, Where, workspace_or_none
from donghyang.terminal.console import language, put, say

Question = Annotated[
    list[str] | None, typer.Argument(metavar="QUESTION...", help=say("질문", "the question"), show_default=False)
]


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

    home = workspace_or_none(workspace)
    if home is None:
        raise CannotProceed(Message("작업 폴더 안이 아닙니다.", "not inside a workspace."), "no-workspace")
    found = answers(home, _questions(question, lines))
    if json:
        put(wire.dumps(found if lines else found[0], language=language()))
    else:
        put(answers_as_text(found, language()))


def _questions(question: list[str] | None, lines: Path | None) -> list[str]:
    """What is asked. Raises CannotProceed for nothing, and for a question beside a file of them."""
    if bool(question) == (lines is not None):
        raise CannotProceed(Message("질문을 적거나 --lines FILE을 주십시오.", "give a question, or --lines FILE."))
    if lines is None:
        return [" ".join(question or [])]
    from donghyang.workspace.reading import text_of

    return [line.rstrip("\r") for line in text_of(lines).removesuffix("\n").split("\n")]
