"""Layouts of outsiders with those writers' own keys: how much of each is read, which may not become less.

The keys are kept as they were written: that of outsider2_01 takes addresses with the brackets around them, so that its
references count as unread.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from donghyang import report, wire

FOLDER = Path(__file__).parent / "layouts"
ROWS = [row for row in json.loads((FOLDER / "index.json").read_text("utf-8")) if "floor" in row]


def _plain(text: object) -> str:
    return "".join(str(text or "").split())


def _articles(issue: Any) -> Iterator[tuple[tuple[str, int], Any]]:
    for section in issue["sections"]:
        for article in section["articles"]:
            yield (section["kind"], article["number"]), article


def _fields(issue: Any) -> Iterator[tuple[object, ...]]:
    yield "date", issue.get("date")
    yield "series", _plain(issue.get("series"))
    yield from (("publisher", name, _plain(value)) for name, value in issue["publisher"].items() if value)
    yield from (("contents", _plain(entry["headline"]), entry.get("category")) for entry in issue["contents"])
    yield from (("summary", _plain(row)) for row in issue["summary"])
    for at, article in _articles(issue):
        for name in ("headline", "lead", "date", "category"):
            yield at, name, _plain(article.get(name))
        yield from ((at, name, _plain(value)) for name, value in (article.get("source") or {}).items() if value)


def _blocks(issue: Any) -> Iterator[tuple[object, ...]]:
    for at, article in _articles(issue):
        for block in article["blocks"]:
            words = next((block[name] for name in ("text", "caption", "title") if block.get(name)), "")
            yield at, block["type"], _plain(words)
            yield from ((at, "item", _plain(item)) for item in block.get("items", []))


def _cells(issue: Any) -> Iterator[tuple[object, ...]]:
    for at, article in _articles(issue):
        for block in article["blocks"]:
            if block["type"] == "table":
                grid = [block.get("header") or [], *block.get("rows", [])]
                caption = _plain(block.get("caption"))
                yield from (
                    (at, caption, r, c, _plain(cell)) for r, row in enumerate(grid) for c, cell in enumerate(row)
                )


def _references(issue: Any) -> Iterator[tuple[object, ...]]:
    for at, article in _articles(issue):
        yield from ((at, _plain(row.get("title")), row.get("url")) for row in article["references"])


def _levels(issue: Any) -> Iterator[tuple[object, ...]]:
    for at, article in _articles(issue):
        yield from ((at, _plain(row["text"]), row["level"]) for row in article["blocks"] if row["type"] == "bullet")


def _share(found: Counter[Any], wanted: Counter[Any]) -> float:
    """F1 of two multisets; 1.0 where both are empty."""
    every = found.total() + wanted.total()
    return 2 * (found & wanted).total() / every if every else 1.0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_no_less_of_an_outsiders_layout_is_read(row: Any) -> None:
    text, key = ((FOLDER / f"{row['name']}.{ending}").read_text("utf-8") for ending in ("txt", "json"))
    read, wanted = json.loads(wire.dumps(report.parse(report.document(text)))), json.loads(key)
    parts = (_fields, _blocks, _cells, _references, _levels)
    shares = [_share(Counter(part(read)), Counter(part(wanted))) for part in parts]
    assert round(sum(shares) / len(shares), 3) == row["floor"]
