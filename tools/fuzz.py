"""Feed mutated files of every format to the readers: no crash, no hang, but an answer or one clear line.

usage: fuzz.py [--seconds 60] [--seed N] [FILE...]     (without files: the sample week's pages and the sample's prints)
Zipped formats are also mutated inside their members. An input that breaks a reader is kept in build/fuzz/.
"""

from __future__ import annotations

import argparse
import io
import itertools
import multiprocessing
import random
import re
import tempfile
import time
import traceback
import zipfile
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


def mutated_inside(data: bytes, rng: random.Random) -> bytes:
    """The archive with faults in one or two of its members, rightly packed again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        members = source.infolist()
        chosen = {rng.choice(members).filename for _ in range(rng.choice((1, 1, 2)))}
        for member in members:
            content = source.read(member)
            if member.filename in chosen:
                content = (mutated_markup if b"<" in content[:64] and rng.random() < 0.6 else mutated)(content, rng)
            target.writestr(member.filename, content)
    return stream.getvalue()


def mutated_markup(data: bytes, rng: random.Random) -> bytes:
    """Markup that stays well formed more often: figures, attributes and names exchanged, elements doubled or lost."""
    for _ in range(rng.choice((1, 2, 8))):
        kind = rng.randrange(4)
        pattern = (rb'"[^"<]*"', rb"\d+", rb"<[\w:]+", rb"<([\w:]+)[^<>]*>[^<>]*</\1>")[kind]
        found = list(itertools.islice(re.finditer(pattern, data), 20_000))
        if not found:
            continue
        at = rng.choice(found)
        new = (
            b'"%s"' % rng.choice((b"", b"-1", b"99999999999", b"1e308", b"x" * 5000, b"\xea\xb0\x80")),
            rng.choice((b"0", b"-1", b"4294967296", b"1" * 400)),
            rng.choice(found).group(),
            at.group() * rng.choice((0, 2, 200)),
        )[kind]
        data = data[: at.start()] + new + data[at.end() :]
    return data


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


def sources(named: list[Path], home: Path) -> list[Path]:
    """The files to mutate; without names the sample week's pages and prints of the sample report made in `home`."""
    if named:
        return named
    sample = ROOT / "src" / "donghyang" / "sample"
    return sorted([path for path in (sample / "pages").iterdir() if path.stat().st_size]) + prints(sample, home)


def prints(sample: Path, home: Path) -> list[Path]:
    """The sample report in every format that it can be printed to here, and as text."""
    from donghyang import publish, read, report
    from donghyang.records import CannotProceed

    issue, made = report.parse(read.document(sample / "report.txt")), [sample / "report.txt"]
    for to in ("html", "docx", "hwpx", "pdf"):
        path = home / f"print.{to}"
        try:
            path.write_bytes(publish.render(issue, to))
        except CannotProceed as trouble:
            print(f"no {to}: {trouble}")
        else:
            made.append(path)
    return made


def changed(path: Path, rng: random.Random) -> bytes:
    """The file's bytes with faults, in half of the zipped ones inside."""
    data = path.read_bytes()
    is_inside = zipfile.is_zipfile(path) and rng.random() < 0.5
    return (mutated_inside if is_inside else mutated)(data, rng)


def main() -> None:
    """Mutate and read until the time is up; exits with 1 when anything broke."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=int(time.time()))
    given = options.parse_args()
    reader, tally, seed = Reader(), Counter[str](), given.seed
    with tempfile.TemporaryDirectory() as home:
        files = sources(given.files, Path(home))
        until = time.monotonic() + given.seconds
        while time.monotonic() < until:
            rng = random.Random(seed)
            source = rng.choice(files)
            path = Path(home) / f"mutated{source.suffix}"
            path.write_bytes(changed(source, rng))
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
