"""How long a crawl of many pages takes, and how much memory both its processes hold on the way.

usage: python -m benchmarks.collecting.run [--pages 2000]

The pages come from a server on loopback, a hundred on each list, without a delay between them; a second run asks for
all of them again. Memory is read where the system tells it (Linux).
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from tests.collect.zoo import HOST, Answer, listing, page, zoo

from donghyang.collect.evidence import Evidence
from donghyang.collect.gathering import gather
from donghyang.records import Collecting, Message, Source

LISTED = 100
"""Pages of one list."""


def routes(count: int) -> dict[str, Answer]:
    """A server's pages and its lists."""
    lists = {f"/list/{at}": _list(at) for at in range(0, count, LISTED)}
    return lists | {f"/page/{number}": page(number) for number in range(count)}


def _list(at: int) -> Answer:
    return lambda visit: visit.send(listing(range(at, at + LISTED)))


def held() -> dict[str, int]:
    """Megabytes of this process and of those it started; nothing where the system does not say."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":", 1) for line in path.read_text("utf-8").splitlines() if ":" in line)
        except OSError:
            continue
        own, above = int(told["Pid"]), int(told["PPid"])
        if os.getpid() in (own, above):
            found["asks" if own == os.getpid() else "fetches"] = int(told.get("VmRSS", "0 kB").split()[0]) // 1024
    return found


def main() -> None:
    """Crawl twice and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    count: int = parser.parse_args().pages
    with zoo(routes(count)) as web, tempfile.TemporaryDirectory() as folder, Evidence(Path(folder)) as evidence:
        sources = [Source(path, web.url(path), "list") for path in web.routes if path.startswith("/list/")]
        manners = Collecting(delay=Decimal(0), allow=(HOST,), pages=count, again=0)

        def show(label: Message, done: int, total: int) -> None:
            if total > len(sources) and done % max(1, total // 4) == 0:
                print(f"  {done:>6} pages  MB {held()}")

        for name in ("first", "again"):
            start = time.perf_counter()
            found = gather(sources, Path(folder), evidence, manners, show)
            seconds = time.perf_counter() - start
            told = f"{found.pages} pages, {len(found.failures)} failed, {len(found.changed)} changed"
            print(f"{name}: {told}, {seconds:.1f} s, {found.pages / seconds:.0f} pages/s")


if __name__ == "__main__":
    main()
