"""How fast facts are read, beside jionlp and recognizers-text on the same Chinese text in one run.

usage: python -m benchmarks.facts.run [--peers PYTHON] [--text FILE]

PYTHON is the interpreter of the peers' own environment (see peers.txt). Peers are given a part of the text, a sentence
at a time, as they are meant to be used; what is compared is bytes of UTF-8 a second on one core, the best of three.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.facts.text import policy_text

from donghyang.facts import find_facts
from donghyang.facts.periods import find_periods
from donghyang.facts.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

OURS = 4_000_000
PEERS = 20_000
DAY = dt.date(2023, 3, 5)
PEER = Path(__file__).with_name("peer.py")


def speed(read: Callable[[str], object], text: str) -> float:
    """Bytes a second, the best of three runs after one on a small piece."""
    read(text[:2000])
    best = min(_seconds(read, text) for _ in range(3))
    return len(text.encode()) / best


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    read(text)
    return time.perf_counter() - start


def growth(read: Callable[[str], object], text: str) -> float:
    """How many times as long sixteen times the text takes."""
    read(text)
    return _seconds(read, text * 16) / _seconds(read, text)


def peers(python: Path, text: str) -> dict[str, float]:
    """What each reader of the peers' environment manages in bytes a second."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "text.txt"
        sheet.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [str(python), str(PEER), str(sheet)], capture_output=True, text=True, encoding="utf-8", check=True
        )
    return {name: float(value) for name, value in json.loads(done.stdout.strip().splitlines()[-1]).items()}


def main() -> None:
    """Print one line a reader, and the ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--peers", type=Path)
    options.add_argument("--text", type=Path)
    given = options.parse_args()
    text = given.text.read_text(encoding="utf-8") if given.text else policy_text(OURS)
    quantities, facts = speed(find_quantities, text), speed(lambda part: find_facts(part, date=DAY), text)
    print(f"quantities: {quantities / 1e6:.2f} MB/s   all facts: {facts / 1e6:.2f} MB/s")
    print(f"sixteen times the text takes {growth(find_quantities, text[:200_000]):.1f} times as long")
    if given.peers is None:
        print("no peers: give their interpreter with --peers (see peers.txt)")
        return
    piece = text[: PEERS // 3]
    ours = speed(lambda part: (find_quantities(part), find_periods(part, date=DAY)), piece)
    for name, rate in peers(given.peers, piece).items():
        print(f"{name}: {rate / 1e3:.1f} KB/s, ours {ours / 1e3:.0f} KB/s, {ours / rate:.0f} times")


if __name__ == "__main__":
    main()
