"""`python -m donghyang` and `donghyang` are the command line."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

_COLLECT_AFTER = (100_000, 50, 50)
"""New objects before Python looks for circles among them: what a command makes in its first second stays in use, and
looking at each 700 of them took a twenty-fifth of that second."""


def main() -> NoReturn:
    """Run the command line; what stops it while it still starts is told as it is later."""
    gc.set_threshold(*_COLLECT_AFTER)
    try:
        from donghyang.terminal.commands import main as run
    except (Exception, KeyboardInterrupt) as stopped:
        from donghyang.terminal.console import ready
        from donghyang.terminal.mistakes import told

        ready()

        sys.exit(told(stopped))
    run()


if __name__ == "__main__":
    main()
