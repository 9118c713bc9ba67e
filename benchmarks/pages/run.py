"""How much of a page's text, title and day is read, and how fast, beside trafilatura and GNE on the same pages.

usage: python -m benchmarks.pages.run [--peers PYTHON] [--folder FOLDER]

FOLDER holds expected.json, a list of {file, text, title, date} with paths below it; without one our own layouts of
tests/read/layouts are read. PYTHON is the interpreter of the peers' own environment (see peers.txt). Text is compared
as the F1 of its character trigrams, spaces left out; title and day are right or wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from donghyang import read
from donghyang.records import Unreadable

OWN = Path(__file__).parents[2] / "tests" / "read" / "layouts"
PEER = Path(__file__).with_name("peer.py")
Answer = tuple[str, str, str]


@dataclass(frozen=True)
class Page:
    """A file and what must be read from it, None where that is not known."""

    path: Path
    text: str | None
    title: str | None
    day: str | None


def pages(folder: Path) -> list[Page]:
    """The pages of a folder with their answers."""
    table = folder / "expected.toml"
    if table.exists():
        own = tomllib.loads(table.read_text("utf-8"))
        return [
            Page(folder / f"{name}.html", "\n".join(row["article"]), row["title"], row.get("day"))
            for name, row in own.items()
        ]
    rows = json.loads((folder / "expected.json").read_text("utf-8"))
    return [Page(folder / row["file"], row.get("text"), row.get("title"), row.get("date")) for row in rows]


def ours(wanted: list[Page]) -> tuple[list[Answer], float]:
    """What we make of each page, and the seconds of them all, the best of three."""
    data, best, answers = [page.path.read_bytes() for page in wanted], float("inf"), []
    for _ in range(3):
        start = time.perf_counter()
        answers = [_read(page.path.name, bytes_) for page, bytes_ in zip(wanted, data, strict=True)]
        best = min(best, time.perf_counter() - start)
    return answers, best


def _read(name: str, data: bytes) -> Answer:
    try:
        page = read.page_of(data, name)
    except Unreadable:
        return "", "", ""
    return page.text, page.title or "", str(page.date or "")


def likeness(found: str, wanted: str) -> float:
    """F1 of the character trigrams of two texts."""
    mine, theirs = _trigrams(found), _trigrams(wanted)
    common = sum((mine & theirs).values())
    return 2 * common / (sum(mine.values()) + sum(theirs.values())) if common else 0.0


def _same(found: str, wanted: str) -> bool:
    return "".join(found.split()) == "".join(wanted.split())


def _trigrams(text: str) -> Counter[str]:
    text = "".join(text.split())
    return Counter(text[at : at + 3] for at in range(len(text) - 2))


def line(name: str, wanted: list[Page], answers: list[Answer], seconds: float) -> str:
    """One row of the comparison."""
    texts = [likeness(text, page.text) for page, (text, _, _) in zip(wanted, answers, strict=True) if page.text]
    titles = [_same(t, p.title) for p, (_, t, _) in zip(wanted, answers, strict=True) if p.title]
    days = [day == page.day for page, (_, _, day) in zip(wanted, answers, strict=True) if page.day]
    mean = sum(texts) / max(1, len(texts))
    pace = 1000 * seconds / max(1, len(wanted))
    told = f"{sum(titles)}/{len(titles)} titles  {sum(days)}/{len(days)} days"
    return f"{name:<12} text {mean:.3f}  {told}  {pace:.1f} ms a page"


def main() -> None:
    """Read, compare, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--peers", type=Path)
    options.add_argument("--folder", type=Path, default=OWN)
    given = options.parse_args()
    wanted = pages(given.folder)
    print(line("donghyang", wanted, *ours(wanted)))
    if given.peers:
        command = [str(given.peers), str(PEER), *(str(page.path) for page in wanted)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        for name, result in json.loads(done.stdout).items():
            print(line(name, wanted, [tuple(answer) for answer in result["answers"]], result["seconds"]))


if __name__ == "__main__":
    main()
