"""Make docs/facts.md, the page of what is read as a fact, from the table of cases that the tests stand on."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "facts" / "cases.tsv"
PAGE = ROOT / "docs" / "facts.md"
HEAD = """# What is read as a fact

<!-- made from tests/facts/cases.tsv by tools/facts_page.py -->

`donghyang facts FILE` finds quantities, dates, names and targets in Chinese and Korean text. This page shows what is
read, how it is normalised, and what is refused; its rows are the cases of the tests, read on Friday, 17 February 2023.

- A fact is printed below as kind, value, unit and bound. Money has its ISO 4217 code, shares `%` or `%p`; every other
  unit stands as printed, with its SI value beside it (`si`, `si_unit`) where it has one.
- A range has two values (`10..15`). A bound is `>=`, `>`, `<=`, `<` or `approx`.
- Dates are ISO 8601, as precise as the text; `2012..` is open at its end. What depends on the day of the text has no
  value when that day is not known.
- A numeral that cannot exist has no value (`-`) and says why. Nothing is guessed.
"""
TITLES = {
    "amounts": "Amounts of money",
    "shares": "Shares",
    "multiples": "Multiples",
    "counts": "Counts",
    "measures": "Measures",
    "powers": "Powers of ten",
    "signs": "Signs before figures",
    "ranks": "Ranks",
    "bounds": "Bounds",
    "impossible": "Numerals that cannot exist",
    "senses": "Units of two senses",
    "separators": "What parts the digits of a number",
    "refused": "What is not a figure",
    "dates": "Dates and periods",
    "numbers": "Slips of the past",
}


def page() -> str:
    """The page's text."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    known = [row for row in rows if row[0] == "known failures"]
    read = [row for row in rows if row[0] != "known failures"]
    parts = [HEAD]
    for group, members in groupby(sorted(read, key=lambda row: list(TITLES).index(row[1])), key=lambda row: row[1]):
        parts.append(f"\n## {TITLES[group]}\n\n{_table(members)}")
    parts.append(f"\n## What is still read wrongly\n\nThe second column is what it should be.\n\n{_table(known)}")
    return "".join(parts)


def _table(rows: Iterable[list[str]]) -> str:
    lines = ["| text | read as | remark |\n|---|---|---|\n"]
    for _, _, text, facts, *remark in rows:
        said = "<br>".join(f"`{fact}`" for fact in facts.split(" ; ")) if facts != "nothing" else "nothing"
        lines.append(f"| {_safe(text)} | {said} | {_safe(remark[0]) if remark else ''} |\n")
    return "".join(lines)


def _safe(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("~", "\\~")
