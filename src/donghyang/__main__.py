"""`python -m donghyang` and `donghyang` are the command line."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; stopped by a person while it still starts, it says so as it does later."""
    try:
        from donghyang.terminal.commands import main as run
    except KeyboardInterrupt as stopped:
        from donghyang.terminal.mistakes import told

        sys.exit(told(stopped))
    run()


if __name__ == "__main__":
    main()
