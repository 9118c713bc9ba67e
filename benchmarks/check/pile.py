"""Hundreds of reports on all cores: whether memory stays flat, and how many times as fast one process is beaten.

usage: python -m benchmarks.check.pile [--files 50,200,500]

The files are the sample report with other figures and names in each. Every measurement runs in a process of its own:
seconds, processor seconds of all processes, and the greatest memory of the parent and of a worker. A machine that has
other work gives the ratio of processor seconds: 1.0 means that parallel work costs nothing more. Needs POSIX.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.check.texts import folder

from donghyang.proofread import Asked
from donghyang.terminal.printing import Order, print_findings

FEW = 5
"""So few files at a time are proofread in one process."""


def one_run(home: Path, count: int, *, alone: bool) -> dict[str, float]:
    """Proofread `count` files of a folder here and now; what it took."""
    files = sorted(home.glob("*.txt"))[:count]
    piles = [files[at : at + FEW] for at in range(0, count, FEW)] if alone else [files]
    start = time.perf_counter()
    for pile in piles:
        print_findings(pile, Asked(), Order("json"), lambda said: None)
    seconds = time.perf_counter() - start
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = sum(used.ru_utime + used.ru_stime for used in (own, workers))
    return {"seconds": seconds, "processor": processor, "parent": own.ru_maxrss, "worker": workers.ru_maxrss}


def apart(home: Path, count: int, *, alone: bool) -> dict[str, float]:
    """`one_run` in a process of its own."""
    wanted = [sys.executable, "-m", "benchmarks.check.pile", "--run", str(home), "--files", str(count)]
    done = subprocess.run([*wanted, "--alone"] if alone else wanted, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print one line a size, and the ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", default="50,200,500")
    options.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    counts = [int(count) for count in given.files.split(",")]
    if given.run:
        print(json.dumps(one_run(given.run, counts[0], alone=given.alone)))
        return
    with tempfile.TemporaryDirectory() as home:
        for number, text in enumerate(folder(max(counts))):
            Path(home, f"{number:04}.txt").write_text(text, encoding="utf-8")
        single = apart(Path(home), counts[0], alone=True)
        print(f"{counts[0]} files, one process: {counts[0] / single['seconds']:.1f} a second, {_mb(single['parent'])}")
        for count in counts:
            many = apart(Path(home), count, alone=False)
            ratio = (count / many["seconds"]) / (counts[0] / single["seconds"])
            work = (many["processor"] / count) / (single["processor"] / counts[0])
            print(
                f"{count} files, {os.cpu_count()} cores: {ratio:.2f} times as fast, {work:.2f} times the processor "
                f"seconds a file; parent {_mb(many['parent'])}, worker {_mb(many['worker'])}"
            )


def _mb(kilobytes: float) -> str:
    return f"{kilobytes / 1024:.0f} MB"


if __name__ == "__main__":
    main()
