"""`python -m donghyang` and `donghyang` are the command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

_COLLECT_AFTER = (100_000, 50, 50)
"""New objects before Python looks for circles among them: what a command makes in its first second stays in use, and
looking at each 700 of them took a twenty-fifth of that second."""


def main() -> NoReturn:
    """Run the command line; what stops it while it still starts is told as it is later."""
    gc.set_threshold(*_COLLECT_AFTER)
    _in_utf8()
    try:
        from donghyang.terminal.commands import main as run
    except (Exception, KeyboardInterrupt) as stopped:
        from donghyang.terminal.console import ready
        from donghyang.terminal.mistakes import told

        ready()

        sys.exit(told(stopped))
    run()


def _in_utf8() -> None:
    """Begin again in UTF-8 where Python was told to take nothing but ASCII (C locale, PYTHONUTF8=0): the words of a
    search would be no words, and nothing would be found without a word of why."""
    if os.name != "posix" or sys.getfilesystemencoding() != "ascii" or not sys.executable:
        return
    if os.environ.get("PYTHONUTF8") == "1":  # begun again already, and an option of Python says otherwise
        return
    try:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, "PYTHONUTF8": "1"})
    except OSError:
        return  # names of files can be read all the same


if __name__ == "__main__":
    main()
