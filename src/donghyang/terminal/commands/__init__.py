"""The commands: twins of the functions, without logic of their own. Each imports the rooms it needs when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

from donghyang.records import CannotProceed, Message
from donghyang.terminal.commands import (
    archiving,
    asking,
    collecting,
    ledger,
    modelling,
    proofreading,
    publications,
    publishing,
    reading,
    searching,
    sending,
    serving,
    sources,
    terms,
    verifying,
    week,
    workspace,
)
from donghyang.terminal.commands.app import Command, app
from donghyang.terminal.commands.options import DONE
from donghyang.terminal.console import finish, give_up, ready
from donghyang.terminal.helptext import help_of
from donghyang.terminal.mistakes import UNREAD, told

__all__ = ["COMMANDS", "app", "main"]

COMMANDS = (
    reading.read,
    reading.facts,
    reading.name,
    proofreading.check,
    proofreading.diff,
    verifying.verify,
    collecting.collect,
    collecting.pages,
    week.stories,
    sources.sources,
    sources.schedule,
    week.weekly,
    terms.terms,
    archiving.import_,
    archiving.export,
    searching.search,
    asking.ask,
    ledger.targets,
    ledger.benefits,
    ledger.rankings,
    ledger.records,
    ledger.needs,
    ledger.entity,
    serving.serve,
    serving.mcp,
    publishing.publish,
    publications.publications,
    sending.site,
    sending.mail,
    modelling.draft,
    modelling.model,
    workspace.new,
)
"""Every command, in the order of the help; each is called as its function is."""

for _command in COMMANDS:
    _name = _command.__name__.rstrip("_")  # `import` is a word of the language
    app.command(_name, cls=Command, help=help_of(_name))(_command)


_INTERRUPTED = 130
"""What Typer answers when a person has stopped the program."""


def main() -> NoReturn:
    """Run the command line: whatever happens ends in an answer or one line, and an exit code that says which."""
    ready()
    try:
        _stand()
        _filled(sys.argv[1:])
        code = app(prog_name="donghyang", standalone_mode=False)
        finish()
    except SystemExit:  # Typer's, when nobody reads the answer any more
        code = UNREAD
        give_up()
    except (Exception, KeyboardInterrupt) as problem:
        code = told(problem)
        if isinstance(problem, OSError):
            give_up()
    if code == _INTERRUPTED:
        code = told(KeyboardInterrupt())
    sys.exit(code if isinstance(code, int) else DONE)


def _stand() -> None:
    """Raises CannotProceed when the current folder has been taken away: no relative path means anything there."""
    try:
        Path.cwd()
    except OSError:
        raise CannotProceed(
            Message(
                "지금 폴더가 없어졌습니다. 있는 폴더로 옮긴 뒤 다시 실행하십시오.",
                "the current folder is gone. Change to one that is there, and run again.",
            )
        ) from None


def _filled(arguments: list[str]) -> None:
    """Raises CannotProceed on an argument without a sign: a shell variable that was not set would be the folder `.`."""
    if "" in arguments:
        before = arguments[: arguments.index("")]
        place = Message(f"{before[-1]} 뒤의 ", f" after {before[-1]}") if before else Message("", "")
        raise CannotProceed(
            Message(
                f"{place.ko}인자가 비었습니다. 셸 변수에 값이 있는지 확인하십시오.",
                f"an argument{place.en} is empty. Check that the shell variable is set.",
            )
        )
