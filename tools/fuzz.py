"""Feed mutated files of every format to the readers: no crash, no hang, but an answer or one clear line.

usage: fuzz.py [--seconds 60] [--seed N] [FILE...]     (without files: the sample week's pages and its prints)
An input that breaks a reader is kept in build/fuzz/ under its seed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import time
import traceback
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "fuzz"
PATIENCE = 30.0
"""Seconds that one file may take; more is a hang."""


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The bytes with a few faults: flipped, cut, doubled, moved, or strange ones put in."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        if not out:
            break
        at, size = rng.randrange(len(out)), rng.choice((1, 2, 8, 64, 1024))
        kind = rng.randrange(6)
        if kind == 0:
            out[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del out[at : at + size]
        elif kind == 2:
            out[at:at] = out[at : at + size] * rng.choice((1, 2, 50))
        elif kind == 3:
            out[at : at + size] = rng.randbytes(size)
        elif kind == 4:
            out[at:at] = rng.choice(
                (b"\0", b"\xff\xfe", b"<!--", b"<table>" * 99, b"\xef\xbb\xbf", b"&#x110000;", b"]]>")
            )
        else:
            del out[at:]
    return bytes(out)


def worker(pipe: Connection) -> None:
    """Read the files named on the pipe and say what came of each."""
    from donghyang import read, report
    from donghyang.records import Unreadable

    while name := pipe.recv():
        path, outcome = Path(name), "read"
        try:
            report.parse(read.document(path))
            read.page(path)
        except Unreadable:
            outcome = "refused"
        except BaseException:
            outcome = "crash\n" + traceback.format_exc()
        pipe.send(outcome)


class Reader:
    """A process that reads, replaced when it hangs or dies."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=worker, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def outcome(self, path: Path) -> str:
        """read, refused, hang, died, or crash with its traceback."""
        self._pipe.send(str(path))
        try:
            if self._pipe.poll(PATIENCE):
                return str(self._pipe.recv())
            found = "hang"
        except EOFError:
            found = "died"
        self._process.kill()
        self._start()
        return found


def sources(named: list[Path]) -> list[Path]:
    """The files to mutate."""
    if named:
        return named
    pages = [path for path in (ROOT / "src" / "donghyang" / "sample" / "pages").iterdir() if path.stat().st_size]
    prints = [*(ROOT / "build" / "sample" / "issues").glob("*/report.*")]
    return sorted([*pages, *prints])


def main() -> None:
    """Mutate and read until the time is up; exits with 1 when anything broke."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=int(time.time()))
    given = options.parse_args()
    files, reader, tally, seed = sources(given.files), Reader(), Counter[str](), given.seed
    until = time.monotonic() + given.seconds
    with tempfile.TemporaryDirectory() as home:
        while time.monotonic() < until:
            rng = random.Random(seed)
            source = rng.choice(files)
            path = Path(home) / source.name
            path.write_bytes(mutated(source.read_bytes(), rng))
            outcome = reader.outcome(path)
            tally[outcome.split("\n")[0]] += 1
            if outcome not in ("read", "refused"):
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{seed}-{source.name}").write_bytes(path.read_bytes())
                print(f"seed {seed}, {source.name}: {outcome}")
            seed += 1
    print(", ".join(f"{count} {name}" for name, count in sorted(tally.items())))
    if set(tally) - {"read", "refused"}:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
