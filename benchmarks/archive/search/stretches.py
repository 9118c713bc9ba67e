"""Whether the index finds what a scan finds: python -m benchmarks.archive.search.stretches [--count 10000] REPORT...

Stretches of 1 to 40 characters are drawn from the texts of the reports' articles, a third each beginning in Hangul, in
Hanzi, in Latin letters or digits, and searched. Without reports, 500 made articles are taken. Prints those not found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.archive.search.made import articles

from donghyang import read, report
from donghyang.archive.search import Asked, articles_of, index_of, prepare, search
from donghyang.archive.search.entries import prepared
from donghyang.archive.search.letters import cut, shown, squeezed
from donghyang.language.script import script_of
from donghyang.records import IndexedArticle

_SCRIPTS = (("hangul",), ("han",), ("latin", "digit"))
_LONGEST = 40


def main() -> None:
    """Index, draw, search, count."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("reports", type=Path, nargs="*")
    given = options.parse_args()
    kept = _of(given.reports) if given.reports else list(articles(500))
    connection = sqlite3.connect(":memory:")
    prepare(connection)
    index = index_of(connection)
    index.put([prepared(article) for article in kept])
    missed = 0
    for id_, stretch in _drawn(kept, given.count):
        hits = search(index, stretch, Asked(limit=len(kept))).hits
        if id_ not in {hit.id for hit in hits}:
            missed += 1
            print(f"not found in {id_}: {stretch!r}")
    print(f"{given.count - missed} of {given.count} found, in {len(kept)} articles")


def _of(files: Sequence[Path]) -> list[IndexedArticle]:
    found: list[IndexedArticle] = []
    for file in files:
        issue = report.parse(read.document(file))
        count = sum(len(section.articles) for section in issue.sections)
        ids = range(len(found) + 1, len(found) + 1 + count)
        found += articles_of(issue, issue.date or dt.date(2000, 1, 1), list(ids))
    return found


def _drawn(kept: Sequence[IndexedArticle], count: int) -> Iterator[tuple[int, str]]:
    chance = random.Random(18)
    done = 0
    while done < count:
        article = chance.choice(kept)
        text = shown(chance.choice([article.headline, *(text for _, text in article.texts)]))
        starts = [at for at, char in enumerate(text) if script_of(char) in _SCRIPTS[done % 3]]
        if not starts:
            continue
        start = chance.choice(starts)
        stretch = text[start : start + chance.randrange(1, _LONGEST)]
        if squeezed(cut(stretch)) and '"' not in stretch:
            done += 1
            yield article.id, stretch


if __name__ == "__main__":
    main()
