"""Faulty files for the readers, and shapes of text for every command: no crash, no hang, no more than linear growth.

usage: python -m tools.fuzz [--minutes 2] [--seed N] [--log FILE] [--only files|shapes] [--path read ...]
A quarter of the time goes to the files, the rest to the shapes. What was tried stands in the log, a line each, and is
not tried again while the log is there; what broke is said and makes the exit code 1. An input that breaks a reader is
kept in build/fuzz/.
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
    seconds = given.minutes * 60
    on_files = seconds if given.only else seconds / 4
    broken = 0
    if given.only != "shapes":
        broken += files.fuzz(on_files, given.seed)
    if given.only != "files":
        left = seconds if given.only else seconds - on_files
        broken += search.fuzz(left, given.seed, given.log, given.path or list(search.PATHS))
    if broken:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
