"""`python -m donghyang` is the command line."""

from donghyang.terminal.commands import main

if __name__ == "__main__":
    main()
