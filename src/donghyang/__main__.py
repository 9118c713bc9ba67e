"""`python -m donghyang` and `donghyang` are the command line."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; what stops it while it still starts is told as it is later."""
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
