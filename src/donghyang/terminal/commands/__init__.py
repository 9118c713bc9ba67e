"""The commands: twins of the functions, without logic of their own. Each imports the rooms it needs when it runs."""

from __future__ import annotations

import sys
from typing import NoReturn

from donghyang.terminal.commands import proofreading, publishing, reading, verifying, week, workspace
from donghyang.terminal.commands.app import Command, app
from donghyang.terminal.commands.options import DONE
from donghyang.terminal.console import use_utf8
from donghyang.terminal.helptext import help_of
from donghyang.terminal.mistakes import told

__all__ = ["COMMANDS", "app", "main"]

COMMANDS = (
    reading.read,
    reading.facts,
    reading.name,
    proofreading.check,
    proofreading.diff,
    verifying.verify,
    week.stories,
    week.weekly,
    publishing.publish,
    workspace.new,
)
"""Every command, in the order of the help; each is called as its function is."""

for _command in COMMANDS:
    app.command(cls=Command, help=help_of(_command.__name__))(_command)


_INTERRUPTED = 130
"""What Typer answers when a person has stopped the program."""


def main() -> NoReturn:
    """Run the command line; a user's mistake ends in one line and exit code 2, never in a traceback."""
    use_utf8()
    try:
        code = app(prog_name="donghyang", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as problem:
        code = told(problem)
        if code is None:
            raise
    if code == _INTERRUPTED:
        code = told(KeyboardInterrupt())
    sys.exit(code if isinstance(code, int) else DONE)
