"""The newsroom's termbase: `terms`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, cast, get_args

import typer

from donghyang.records import CannotProceed, Message, did_you_mean
from donghyang.terminal.commands.options import DIFFERS, DONE, Json, Where, workspace_or_none
from donghyang.terminal.console import language, put, put_json, say, tell
from donghyang.terminal.mistakes import CANNOT

if TYPE_CHECKING:
    from donghyang.workspace import Workspace

Action = Literal["mine", "check", "add"]

What = Annotated[
    str | None,
    typer.Argument(
        metavar="mine|check|add",
        help=say(
            "mine 보고서에서 용어 캐기, check 용어집 살피기, add 한 줄 더하기",
            "mine takes terms out of reports, check looks through the termbase, add puts in a row",
        ),
        show_default=False,
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE...|HANZI KOREAN]",
        help=say("mine의 파일; add의 중국어와 한국어", "the files of mine; the Chinese and the Korean of add"),
        show_default=False,
    ),
]


def terms(
    action: What = None,
    words: Words = None,
    add: Annotated[
        bool,
        typer.Option("--add", help=say("mine: 다툼 없는 새 용어를 용어집에 더함", "mine: add what nobody disputes")),
    ] = False,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help=say("add: 종류; 없으면 짐작", "add: its kind; guessed without")),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=say("add: 비고", "add: a note"))] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="TEXT", help=say("add: 출처", "add: where it comes from"))
    ] = None,
    workspace: Where = None,
    json: Json = False,
) -> None:
    deed, given = _deed(action), words or []
    _only("mine", deed, {"--add": add})
    _only("add", deed, {"--kind": kind, "--note": note, "--source": source})
    home = workspace_or_none(workspace)
    if deed == "mine":
        _mine(given, home, add=add, json=json)
    if home is None:
        from donghyang.proofread.own_terms import no_workspace

        raise no_workspace()
    if deed == "check":
        _check(given, home, json=json)
    _add(given, home, (kind, note, source), json=json)


def _deed(action: str | None) -> Action:
    """What is to be done. Raises CannotProceed for a word that says nothing of it."""
    if action not in get_args(Action):
        names, guess = ", ".join(get_args(Action)), did_you_mean(action or "", get_args(Action))
        said = f"terms {action}" if action else "terms"
        raise CannotProceed(
            Message(
                f"{said}: 다음 중 하나를 적으십시오: {names}.{guess.ko}",
                f"{said}: give one of: {names}.{guess.en}",
            )
        )
    return cast("Action", action)


def _only(action: Action, deed: Action, options: dict[str, object]) -> None:
    """Raises CannotProceed for an option of another action: what it asks for would not be done."""
    stray = next((option for option, value in options.items() if value), None)
    if stray and deed != action:
        raise CannotProceed(
            Message(
                f"terms {deed}: {stray}은(는) {action}의 선택지입니다.", f"terms {deed}: {stray} belongs to {action}."
            )
        )


def _mine(files: Sequence[str], home: Workspace | None, *, add: bool, json: bool) -> NoReturn:
    from donghyang.proofread.own_terms import mine
    from donghyang.terminal.terms_text import mined_as_json, mined_as_text

    if not files:
        raise CannotProceed(Message("terms mine: 보고서 파일을 적으십시오.", "terms mine: name the reports."))
    found = mine([Path(file) for file in files], home, add=add)
    for name, reason in found.left_out:
        tell(Message(f"{name}: {reason.ko}", f"{name}: {reason.en}"))
    put_json(mined_as_json(found)) if json else put(mined_as_text(found, language()))
    raise typer.Exit(CANNOT if found.left_out else DONE)


def _check(given: Sequence[str], home: Workspace, *, json: bool) -> NoReturn:
    from donghyang.proofread.doubtful_terms import doubtful_rows
    from donghyang.terminal.terms_text import doubts_as_text

    if given:
        raise CannotProceed(
            Message(
                "terms check: 작업 폴더의 terms.csv를 살핍니다. 다른 작업 폴더는 --workspace DIR로 정하십시오.",
                "terms check looks through the workspace's terms.csv. Name another workspace with --workspace DIR.",
            )
        )
    found = doubtful_rows(home)
    put_json({"doubts": found}) if json else put(doubts_as_text(found, language()))
    raise typer.Exit(DIFFERS if found else DONE)


def _add(given: Sequence[str], home: Workspace, told: tuple[str | None, str | None, str | None], *, json: bool) -> None:
    from donghyang.proofread.own_terms import NewTerm, add_term
    from donghyang.terminal.terms_text import added_as_text

    if len(given) != 2:
        raise CannotProceed(
            Message(
                "terms add: 중국어와 한국어를 하나씩 적으십시오. 빈칸이 든 말은 따옴표로 묶으십시오.",
                "terms add: give one Chinese and one Korean word; put quotes around one with a blank.",
            )
        )
    made = add_term(home, NewTerm(given[0], given[1], *told))
    put_json(made) if json else put(added_as_text(made, language()))
