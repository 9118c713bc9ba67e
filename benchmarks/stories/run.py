"""How long many pages take to be grouped and ranked, how much memory, and the exponent of growth (1 is linear).

usage: python -m benchmarks.stories.run [--pages 10000,20000,40000] [--peer]

Each size runs in a process of its own. --peer also sketches the texts of the smallest size with datasketch beside
rensa (`pip install -r benchmarks/stories/peers.txt`): seconds of each, and how far each errs, from the same shingles.
Needs POSIX.

Up to some 40,000 pages the exponent lies above 1 (1.1 between 10,000 and 20,000): each word of these pages fills its
list of the last ones that hold it (`SEARCH_PAGES` in grouping.py), so that a page is compared with ever more others;
SEARCH_WORDS * SEARCH_PAGES is the most. All else grows as the pages do.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from benchmarks.stories.pages import DAY, pages


def one_run(count: int) -> dict[str, float]:
    """Group and rank `count` pages here and now: wall and processor seconds, megabytes at the most, stories."""
    from donghyang.stories import stories

    made = pages(count)
    before, start = time.process_time(), time.perf_counter()
    told = stories(made, date=DAY)
    seconds, processor = time.perf_counter() - start, time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "processor": processor, "megabytes": memory, "stories": len(told)}


def apart(count: int) -> dict[str, float]:
    """`one_run` in a process of its own."""
    wanted = [sys.executable, "-m", "benchmarks.stories.run", "--run", str(count)]
    found: dict[str, float] = json.loads(subprocess.run(wanted, capture_output=True, text=True, check=True).stdout)
    return found


def peer(count: int) -> dict[str, tuple[float, float]]:
    """Seconds that rensa and datasketch take to sketch the same shingles of `count` pages, and how far they err.

    The error is the mean distance of the estimated likeness from the true one, over neighbouring pages that share text.
    """
    import datasketch  # type: ignore[import-not-found]
    import rensa  # type: ignore[import-untyped]

    from donghyang.stories.duplicates import PERMUTATIONS, SHINGLE

    cut = [[page.text[at : at + SHINGLE] for at in range(len(page.text) - SHINGLE + 1)] for page in pages(count)]
    told: dict[str, tuple[float, float]] = {}
    ours, theirs = [], []
    start = time.perf_counter()
    for shingles in cut:
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=7)
        sketch.update(shingles)
        ours.append(sketch)
    middle = time.perf_counter()
    for shingles in cut:
        other = datasketch.MinHash(num_perm=PERMUTATIONS)
        other.update_batch([shingle.encode() for shingle in shingles])
        theirs.append(other)
    end = time.perf_counter()
    for name, took, sketches in (("rensa", middle - start, ours), ("datasketch", end - middle, theirs)):
        told[name] = took, _error(cut, sketches)
    return told


def _error(cut: Sequence[Sequence[str]], sketches: Sequence[Any]) -> float:
    errors = []
    for at in range(len(cut) - 1):
        one, other = set(cut[at]), set(cut[at + 1])
        true = len(one & other) / max(1, len(one | other))
        if true > 0.1:
            errors.append(abs(sketches[at].jaccard(sketches[at + 1]) - true))
    return float(sum(errors) / max(1, len(errors)))


def main() -> None:
    """Print one line a size with the exponent since the size before."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", default="10000,20000,40000")
    options.add_argument("--peer", action="store_true")
    options.add_argument("--run", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.run:
        print(json.dumps(one_run(given.run)))
        return
    counts = [int(count) for count in given.pages.split(",")]
    last: tuple[int, float] | None = None
    for count in counts:
        took = apart(count)
        growth = math.log(took["processor"] / last[1]) / math.log(count / last[0]) if last else float("nan")
        print(
            f"{count:>7} pages  {took['seconds']:6.1f} s  {took['processor']:6.1f} s of processor  "
            f"{took['megabytes']:6.0f} MB  {took['stories']:.0f} stories  exponent {growth:.2f}",
            flush=True,
        )
        last = count, took["processor"]
    if given.peer:
        for name, (seconds, error) in peer(counts[0]).items():
            print(f"sketches of {counts[0]} pages: {name:<10} {seconds:6.1f} s  off by {error:.3f} on the whole")


if __name__ == "__main__":
    main()
