"""Make docs/facts.md, the page of what is read as a fact, from the tables of cases that the tests stand on."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "facts" / "cases.tsv"
LEDGER = ROOT / "tests" / "facts" / "ledger.tsv"
PAGE = ROOT / "docs" / "facts.md"
HEAD = """# What is read as a fact

<!-- made from tests/facts/cases.tsv and tests/facts/ledger.tsv by tools/facts_page.py -->

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
    "bare numbers": "Numbers without a unit",
    "lent units": "Units that several figures share",
    "numbers": "Slips of the past",
}
LEDGER_HEAD = """
# What the archive keeps of an article

Beside the facts above, an article is read for benefits, rankings, records of technical performance and achievements
(`donghyang.facts.ledger_of`). Each keeps the words it rests on and their place; what is not said is left out, and never
guessed. The rows are read on Friday, 5 April 2024. In a report the bullets above, the headline and the row of a table
say what a line leaves out.

- A benefit is printed as its sum, unit and bound, then `to` whom, `for` what, `if`, `per`, `by` whom, `from`, `until`.
- A ranking is printed as its places (`<=30`: among the first thirty; in brackets the place before), each with its name
  and figure, then `of` what, `among` whom, `by` whom.
- A record is printed as its figure and measure, `x2.5` for times, `-35 %` for a change, or the claim to be first; then
  its `holder`, what it is better `than`, and what it `was`.
- An achievement is printed as its form and what was reached, then `by` whom.
"""
LEDGER_TITLES = {
    "benefit": "Benefits",
    "ranking": "Rankings",
    "record": "Records of technical performance",
    "achievement": "Achievements",
}


def page() -> str:
    """The page's text."""
    rows = _rows(TABLE)
    known = [row for row in rows if row[0] == "known failures"]
    read = [row for row in rows if row[0] != "known failures"]
    parts = [HEAD]
    for group, members in groupby(sorted(read, key=lambda row: list(TITLES).index(row[1])), key=lambda row: row[1]):
        parts.append(f"\n## {TITLES[group]}\n\n{_table(members)}")
    parts.append(f"\n## What is still read wrongly\n\nThe second column is what it should be.\n\n{_table(known)}")
    return "".join([*parts, *_ledger()])


def _ledger() -> list[str]:
    """The part of the page on what the archive keeps."""
    rows = _rows(LEDGER)
    parts = [LEDGER_HEAD]
    for kind, title in LEDGER_TITLES.items():
        members = [row for row in rows if row[1] == kind and row[0] != "known failures"]
        parts.append(f"\n## {title}\n\n{_table(members)}")
    known = [row for row in rows if row[0] == "known failures"]
    parts.append(f"\n## What is not kept yet\n\nThe second column is what it should be.\n\n{_table(known)}")
    return parts


def _rows(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def _table(rows: Iterable[list[str]]) -> str:
    lines = ["| text | read as | remark |\n|---|---|---|\n"]
    for _, _, text, facts, *remark in rows:
        said = "<br>".join(f"`{fact}`" for fact in facts.split(" ; ")) if facts != "nothing" else "nothing"
        lines.append(f"| {_safe(text)} | {said} | {_safe(remark[0]) if remark else ''} |\n")
    return "".join(lines)


def _safe(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("~", "\\~")
