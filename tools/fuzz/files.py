"""Feed mutated files of every format to the readers: no crash, no hang, but an answer or one clear line.

The files are the sample week's pages and the sample's prints. Zipped formats are also mutated inside their members.
An input that breaks a reader is kept in build/fuzz/.
"""

from __future__ import annotations

import io
import itertools
import random
import re
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from tools.fuzz import ROOT
from tools.fuzz.watched import Watched

KEPT = ROOT / "build" / "fuzz"
PATIENCE = 30.0
"""Seconds that one file may take; more is a hang."""
_FINE = ("read", "refused")


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


def outcome(name: str) -> str:
    """read or refused."""
    from donghyang import read, report
    from donghyang.records import Unreadable

    path = Path(name)
    try:
        report.parse(read.document(path))
        read.page(path)
    except Unreadable:
        return "refused"
    return "read"


def sources(home: Path) -> list[Path]:
    """The files to mutate: the sample week's pages and prints of the sample report made in `home`."""
    sample = ROOT / "src" / "donghyang" / "sample"
    return sorted([path for path in (sample / "pages").iterdir() if path.stat().st_size]) + prints(sample, home)


def prints(sample: Path, home: Path) -> list[Path]:
    """The sample report in every format that it can be printed to here, and as text."""
    from donghyang import publish, read, report
    from donghyang.records import CannotProceed

    issue, made = report.parse(read.document(sample / "report.txt")), [sample / "report.txt"]
    for to in ("html", "docx", "hwpx", "pdf", "epub", "md", "json", "eml"):
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


def fuzz(limit: float, seed: int) -> int:
    """Mutate and read for so many seconds; how many files broke a reader."""
    reader, tally = Watched(outcome, PATIENCE), Counter[str]()
    with tempfile.TemporaryDirectory() as home:
        files = sources(Path(home))
        until = time.monotonic() + limit
        while time.monotonic() < until:
            rng = random.Random(seed)
            source = rng.choice(files)
            path = Path(home) / f"mutated{source.suffix}"
            path.write_bytes(changed(source, rng))
            came = str(reader.ask(str(path)))
            tally[came.split("\n")[0]] += 1
            if came not in _FINE:
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{seed}-{source.name}").write_bytes(path.read_bytes())
                print(f"seed {seed}, {source.name}: {came}")
            seed += 1
    reader.stop()
    print("files: " + ", ".join(f"{count} {name}" for name, count in sorted(tally.items())))
    return sum(count for name, count in tally.items() if name not in _FINE)
