"""How search grows: articles put in a second, megabytes, and how long a search takes, by size and database.

usage: python -m benchmarks.archive.search.run [--sizes 1000,10000] [--postgres DSN] [--searches 300] [--keep DIR]

The searches are of ten kinds (`made.searches`), each asked once; the first ten warm up and are not counted. With --keep
the SQLite files stay and are used again. Times are those of one process, the
processor's without what a server works; the index commits every 500 articles.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.archive.search.made import articles, searches

from donghyang.archive.search import index_of, prepare, search
from donghyang.archive.search.entries import prepared
from donghyang.records import IndexedArticle

_KINDS = (
    "word", "two words", "four words", "Chinese", "Chinese run", "figure", "frequent", "misspelled", "one frequent",
    "question",
)  # fmt: skip
_AT_ONCE = 500


def one_run(connection: Any, count: int, asked: int) -> dict[str, Any]:
    """Fill an index and ask it."""
    started = time.perf_counter()
    if prepare(connection):
        index = index_of(connection)
        for some in _batches(articles(count)):
            index.put([prepared(article) for article in some])
            connection.commit()
    filled = time.perf_counter() - started
    index = index_of(connection)
    times: dict[str, list[float]] = {}
    processor: list[float] = []
    for at, text in enumerate(searches(asked + 10)):
        start, worked = time.perf_counter(), time.process_time()
        search(index, text)
        if at >= 10:
            times.setdefault(_KINDS[at % len(_KINDS)], []).append(1000 * (time.perf_counter() - start))
            processor.append(1000 * (time.process_time() - worked))
    every = sorted(one for some in times.values() for one in some)
    return {
        "articles": count,
        "a second": round(count / filled),
        "median ms": round(statistics.median(every), 1),
        "p95 ms": round(every[int(len(every) * 0.95)], 1),
        "processor p95 ms": round(sorted(processor)[int(len(processor) * 0.95)], 1),
        "median by kind": {kind: round(statistics.median(some), 1) for kind, some in times.items()},
        "worst by kind": {kind: round(max(some), 1) for kind, some in times.items()},
    }


def _batches(made: Iterator[IndexedArticle]) -> Iterator[Sequence[IndexedArticle]]:
    while some := list(islice(made, _AT_ONCE)):
        yield some


def main() -> None:
    """Run every size and print a line of JSON for each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument("--postgres", help="a connection string; tables of the index in it are made anew")
    options.add_argument("--searches", type=int, default=300)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for count in map(int, given.sizes.split(",")):
            place = folder / f"search{count}.db"
            connection = sqlite3.connect(place)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA cache_size=-65536")
            told = one_run(connection, count, given.searches)
            connection.close()
            print(json.dumps({"sqlite": told, "megabytes": round(place.stat().st_size / 1e6)}, ensure_ascii=False))
            if given.postgres:
                print(json.dumps({"postgresql": _postgres(given.postgres, count, given.searches)}, ensure_ascii=False))


def _postgres(dsn: str, count: int, asked: int) -> dict[str, Any]:
    import psycopg

    with psycopg.connect(dsn) as connection:
        connection.execute("DROP TABLE IF EXISTS search_meta")
        connection.commit()
        return one_run(connection, count, asked)


if __name__ == "__main__":
    main()
