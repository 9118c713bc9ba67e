"""Proofreading: `check`, `diff`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands.options import (
    DIFFERS,
    DONE,
    Day,
    Json,
    Where,
    one_of,
    read_report,
    the_day,
    words,
    workspace_or_none,
)
from donghyang.terminal.console import language, piecewise, put, put_json, say, tell_rows, whole
from donghyang.terminal.mistakes import CANNOT


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", readable=False, help=say("교정할 파일", "the files"))
    ] = None,
    date: Day = None,
    select: Annotated[
        str,
        typer.Option(
            "--select",
            metavar="RULE,…",
            help=say("이것만: 규칙, 부류, default, style", "only these: rules, classes, default, style"),
        ),
    ] = "",
    ignore: Annotated[
        str, typer.Option("--ignore", metavar="RULE,…", help=say("이 규칙은 빼고", "all but these"))
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif", help=say("출력 형식", "what to print"))
    ] = "text",
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT,…", help=say("표시한 사본: html, docx", "marked copies: html, docx"))
    ] = "",
    fix: Annotated[
        bool, typer.Option("--fix", help=say("안전한 것을 파일에서 고침", "mend what is safe to mend"))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=say("고칠 곳을 보이기만 함", "show what --fix would change"))
    ] = False,
    accept: Annotated[
        str, typer.Option("--accept", metavar="RULE=TEXT", help=say("받아들일 지적", "a finding to accept"))
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help=say("받아들이는 까닭", "why it is accepted"))] = "",
    explain: Annotated[str, typer.Option("--explain", metavar="RULE", help=say("규칙 설명", "explain a rule"))] = "",
    workspace: Where = None,
    json: Json = False,
) -> None:
    from donghyang.check.engine import chosen
    from donghyang.proofread import COPIES, Asked, term_problems
    from donghyang.proofread import rules as rules_of
    from donghyang.terminal.printing import Order, print_findings
    from donghyang.terminal.show import paths_as_text, rule_as_text
    from donghyang.workspace import find

    if explain:
        put("\n\n".join(rule_as_text(rule, language()) for rule in rules_of(explain)))
        return
    if not files:
        raise CannotProceed(Message("교정할 파일을 적으십시오.", "name the files to proofread."))
    home = workspace_or_none(workspace)
    if accept:
        made = _accept(files, accept, reason)
        put_json({"accepted": [str(path) for path in made]}) if json else put(paths_as_text(made))
        return
    chosen(words(select), words(ignore))  # a slip in a name is told once, not for every file
    for place in dict.fromkeys([home] if home else (find(file.absolute().parent) for file in files)):
        tell_rows(term_problems(place))
    asked = Asked(the_day(date), tuple(words(select)), tuple(words(ignore)), home)
    shown = "json" if json else one_of("--format", form, ("text", "json", "sarif"))
    copies = tuple(one_of("--to", copy, COPIES) for copy in words(to))  # before any file is mended
    order = Order(shown, language(), copies, "keep" if fix else "show" if diff else "leave")
    with whole() if shown in ("json", "sarif") else piecewise() as write:
        told = print_findings(files, asked, order, write)
    raise typer.Exit(CANNOT if told.lost else DIFFERS if told.found else DONE)


def _accept(files: list[Path], what: str, reason: str) -> list[Path]:
    """Put the finding beside every one of the files; the paths written, each once."""
    from donghyang.proofread import accept

    rule, _, text = what.partition("=")
    if not (rule and text and reason):
        raise CannotProceed(
            Message(
                "--accept RULE=TEXT와 --reason을 함께 적으십시오.", "give --accept RULE=TEXT together with --reason."
            )
        )
    if missing := next((file for file in files if not file.is_file()), None):
        raise CannotProceed(Message(f"{missing}: 그런 파일이 없습니다.", f"{missing}: no such file."))
    return list(dict.fromkeys(accept(file, rule, text, reason) for file in files))


def diff(
    before: Annotated[
        Path, typer.Argument(metavar="A", readable=False, help=say("앞선 판", "the older version"), show_default=False)
    ],
    after: Annotated[
        Path, typer.Argument(metavar="B", readable=False, help=say("나중 판", "the newer version"), show_default=False)
    ],
    json: Json = False,
) -> None:
    from donghyang.report import diff as compare
    from donghyang.terminal.show import changes_as_text

    changes = compare(read_report(before)[1], read_report(after)[1])
    put_json(changes) if json else put(changes_as_text(changes, language()))
    raise typer.Exit(DIFFERS if changes else DONE)
