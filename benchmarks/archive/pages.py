"""Pages read by the archive's engines: whether both come to the same, how fast each is, how much memory each holds.

usage: python -m benchmarks.archive.pages [--pages 1000] [--engines processes,daft] [--keep DIR]

With --keep the pages stay in a folder and are used again. DAFT_RUNNER=ray lets daft work on Ray.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import tempfile
import time
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from benchmarks.archive.memory import Peak

from donghyang.archive.engines import Engine, engine_of
from donghyang.archive.pages_in import read_place
from donghyang.read.limits import Limits
from donghyang.workspace import Archiving

PAGES = 300
_IN_A_FOLDER = 1000


def lay(folder: Path, count: int) -> list[tuple[str, Path]]:
    """Write so many pages, each one of the sample's with a number of its own; their names and places."""
    samples = sorted(Path(str(files("donghyang") / "sample" / "pages")).glob("*.html"))
    made = []
    for number in range(count):
        path = folder / f"{number // _IN_A_FOLDER}" / f"page{number}.html"
        made.append((path.name, path))
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(samples[number % len(samples)].read_bytes() + f"<!-- {number} -->".encode())
    return made


def measured(engine: Engine, pages: list[tuple[str, Path]]) -> tuple[str, dict[str, Any]]:
    """A digest of what was read, and what it cost."""
    said, before, start = hashlib.sha256(), _processor(), time.perf_counter()
    with Peak() as peak:
        for one in engine.map(partial(read_place, limits=Limits()), pages):
            said.update(repr(one).encode())
    seconds = time.perf_counter() - start
    told = {"pages": len(pages), "seconds": round(seconds), "rate": round(len(pages) / seconds)}
    processor = round(1000 * (_processor() - before) / len(pages), 2)
    return said.hexdigest(), told | {"processor": processor, "megabytes": peak.megabytes}


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Print the figures; stop with an error when the engines differ."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=PAGES)
    options.add_argument("--engines", default="processes,daft")
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = lay(given.keep or Path(folder), given.pages)
        found = set()
        for name in given.engines.split(","):
            digest, told = measured(engine_of(Archiving(engine=name)), pages)
            found.add(digest)
            print(json.dumps({"engine": name, **told, "digest": digest[:16]}), flush=True)
    if len(found) > 1:
        raise SystemExit("the engines differ")


if __name__ == "__main__":
    main()
