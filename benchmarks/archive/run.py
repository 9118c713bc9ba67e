"""How fast reports go into the archive, how large it grows, and how long the ledger takes to answer, as it grows.

usage: python -m benchmarks.archive.run [--sizes 1000,10000] [--url postgresql://user@/name?host=DIR] [--engine daft]
       … --stored

Each size is a new archive. `rate` counts articles a second of this machine, `processor` the seconds of one core for a
thousand articles; both speak of the machine, their growth from size to size of the program.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.archive.issues import ARTICLES, FIRST, lay

from donghyang import newsroom
from donghyang.archive import giving
from donghyang.archive.engines.processes import Processes
from donghyang.archive.importing import imported
from donghyang.archive.opening import Archive, opened
from donghyang.archive.reading import ReadIssue, read_issue
from donghyang.archive.searching import ready
from donghyang.workspace import Workspace, open_workspace

SIZES = (300, 1200)
MOST_GROWTH = 1.5
"""What a thousand articles of the largest archive may cost, in a thousand of the smallest."""
MOST_BYTES_GROWTH = 1.3
LEDGER_ROWS = 100
DISTINCT = 1005
"""Articles that are read where putting in is measured alone."""


def measured(size: int, settings: str, *, stored: bool) -> dict[str, Any]:
    """What an archive of so many articles comes to."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom.create(Path(folder) / "newsroom")
        with (Path(folder) / "newsroom/donghyang.toml").open("a", encoding="utf-8") as out:
            out.write(settings)
        home = open_workspace(Path(folder) / "newsroom")
        put = _put if stored else _imported
        told = put(home, lay(Path(folder) / "back", min(size, DISTINCT) if stored else size), size)
        with opened(home) as archive:
            told |= {"bytes": round(_bytes(archive) / size), "ledger ms": round(1000 * _ledger(archive), 1)}
            if not archive.is_sqlite:
                with archive.connection.cursor() as cursor:
                    cursor.execute(f'DROP SCHEMA "{archive.schema}" CASCADE')
        return told


def _imported(home: Workspace, files: list[Path], size: int) -> dict[str, Any]:
    """Read and put in, twice."""
    before, start = _processor(), time.perf_counter()
    imported(home, files, lambda label, done, total: None)
    seconds, processor = time.perf_counter() - start, _processor() - before
    start = time.perf_counter()
    imported(home, files, lambda label, done, total: None)
    return _rates(size, seconds, processor) | {"again": round((time.perf_counter() - start) / seconds, 3)}


def _put(home: Workspace, files: list[Path], size: int) -> dict[str, Any]:
    """Put in alone: what was read of some issues, on one day after another."""
    from donghyang.archive.storing import put_issue

    read = [one for one in Processes().map(read_issue, files) if isinstance(one, ReadIssue)]
    with opened(home, create=True) as archive:
        ready(archive)
        before, start = _processor(), time.perf_counter()
        for number in range(size // ARTICLES):
            put_issue(archive, read[number % len(read)], FIRST + dt.timedelta(number), "report.txt")
        return _rates(size, time.perf_counter() - start, _processor() - before)


def _rates(size: int, seconds: float, processor: float) -> dict[str, Any]:
    return {"articles": size, "rate": round(size / seconds), "processor": round(1000 * processor / size, 2)}


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _bytes(archive: Archive) -> int:
    if archive.file is not None:
        return sum(path.stat().st_size for path in archive.file.parent.glob(f"{archive.file.name}*"))
    with archive.connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = %s AND c.relkind = 'r'",
            [archive.schema],
        )
        return int(cursor.fetchone()[0])


def _ledger(archive: Archive) -> float:
    """The slowest of the first rows of each kind of the ledger, in seconds; the best of three."""
    return max(min(_asked(archive, kind) for _ in range(3)) for kind in ("target", "benefit", "ranking", "record"))


def _asked(archive: Archive, kind: str) -> float:
    start = time.perf_counter()
    list(giving.ledger(archive, giving.Wanted(kind, limit=LEDGER_ROWS)))
    return time.perf_counter() - start


def main() -> None:
    """Print the figures; stop with an error when an article costs more the more there are."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default=",".join(map(str, SIZES)))
    options.add_argument("--url", default="")
    options.add_argument("--engine", default="processes")
    options.add_argument("--stored", action="store_true", help="measure putting in alone, without reading")
    given = options.parse_args()
    settings = f'\n[archive]\nurl = "{given.url}"\nschema = "benchmark"\nengine = "{given.engine}"\n'
    found = []
    for size in map(int, given.sizes.split(",")):
        found.append(measured(size, settings, stored=given.stored))
        print(json.dumps(found[-1]), flush=True)
    first, last = found[0], found[-1]
    if last["processor"] > MOST_GROWTH * first["processor"] or last["bytes"] > MOST_BYTES_GROWTH * first["bytes"]:
        raise SystemExit("an article costs more the more there are")


if __name__ == "__main__":
    main()
