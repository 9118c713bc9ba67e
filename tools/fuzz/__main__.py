"""Faulty files for the readers, and shapes of text for every command: no crash, no hang, no more than linear growth.

usage: python -m tools.fuzz [--minutes 2] [--seed N] [--log FILE] [--only files|shapes] [--path read ...]
Half of the time goes to each kind. What was tried stands in the log, a line each, and is not tried again while the
log is there; what broke is said and makes the exit code 1. An input that breaks a reader is kept in build/fuzz/.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tools.fuzz import ROOT, files, search


def main() -> None:
    """Fuzz until the time is up; exits with 1 when anything broke or grew."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=2)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--log", type=Path, default=ROOT / "build" / "fuzz" / "log.tsv")
    options.add_argument("--only", choices=("files", "shapes"))
    options.add_argument("--path", action="append", choices=tuple(search.PATHS))
    given = options.parse_args()
    seconds = given.minutes * 60 / (1 if given.only else 2)
    broken = 0
    if given.only != "shapes":
        broken += files.fuzz(seconds, given.seed)
    if given.only != "files":
        broken += search.fuzz(seconds, given.seed, given.log, given.path or list(search.PATHS))
    if broken:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
