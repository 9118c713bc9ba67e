"""Learns the weights of the ranking from graded weeks, near the guesses in the table, and shows how they do elsewhere.

usage: python -m tools.learn_weights [--write] WEEK...
Each WEEK is a folder of pages with a file `grades.tsv`: page's file name, tab, 0 to 3; 2 and 3 belong in the report.
First each week is ranked with weights learned on the others alone, and the average precision of its pages is printed;
weeks that share a page never teach each other. --write then learns on all of them and writes the table anew.

Logistic regression with a ridge around the guesses, by Adam; a signal that the weeks hardly show keeps its guess.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from donghyang import collect
from donghyang.stories.ranking import grown
from donghyang.stories.signals import signals
from donghyang.stories.wording import body, normal

RIDGE = 12.0
STEPS = 500
RATE = 0.05
# A page that an editor might have taken says less about the weights.
MARGINAL = 0.8
STEP = 0.05

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Graded:
    """One page of a graded week."""

    name: str
    values: Mapping[str, float]
    grade: int


def graded(week: Path) -> list[Graded]:
    """The pages of a week that its `grades.tsv` names."""
    rows = (line.split("\t") for line in (week / "grades.tsv").read_text("utf-8").splitlines() if line)
    grades = {name: int(grade) for name, grade in rows}
    found = collect.read_pages({name: week / name for name in grades}, {})
    pages = [reading.page for reading in found if reading.page]
    return [
        Graded(page.name, grown(signals(normal(page.title or ""), body(page.text))), grades[page.name])
        for page in pages
    ]


def score(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Log odds that the page is taken."""
    return weights["start"] + sum(weights[name] * value for name, value in values.items())


def learn(pages: Sequence[Graded], guesses: Mapping[str, float]) -> Weights:
    """Weights that fit the grades, drawn towards the guesses."""
    weights = dict(guesses)
    mean, square = dict.fromkeys(weights, 0.0), dict.fromkeys(weights, 0.0)
    for step in range(1, STEPS + 1):
        slope = {name: RIDGE * (weight - guesses[name]) for name, weight in weights.items()}
        slope["start"] /= 10
        for page in pages:
            odds = max(-30.0, min(30.0, score(weights, page.values)))
            error = 1 / (1 + math.exp(-odds)) - (page.grade >= 2)
            error *= MARGINAL if page.grade == 1 else 1.0
            slope["start"] += error
            for name, value in page.values.items():
                slope[name] += error * value
        for name, value in slope.items():
            mean[name] = 0.9 * mean[name] + 0.1 * value
            square[name] = 0.99 * square[name] + 0.01 * value * value
            size = math.sqrt(square[name] / (1 - 0.99**step)) + 1e-8
            weights[name] -= RATE * mean[name] / (1 - 0.9**step) / size
    return weights


def average_precision(weights: Mapping[str, float], pages: Iterable[Graded]) -> float:
    """Of the pages in the order of their scores, single pages, not stories; 0 when no page is wanted."""
    hits, total = 0, 0.0
    for rank, page in enumerate(sorted(pages, key=lambda page: -score(weights, page.values)), 1):
        if page.grade >= 2:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def table(text: str, weights: Mapping[str, float]) -> str:
    """The table with new weights, its comments and guesses as they were."""
    lines = []
    for line in text.splitlines():
        name, *cells = line.split("\t")
        if line.startswith("#") or name.startswith("story "):
            lines.append(line)
        else:
            lines.append(f"{name}\t{round(weights[name] / STEP) * STEP:.2f}\t{cells[1]}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print each week's average precision with weights learned elsewhere; write the table when asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("weeks", nargs="+", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    path = Path(str(files("donghyang.stories") / "data" / "weights.tsv"))
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    guesses = {name: float(guess) for name, _, guess in rows}
    weeks = {week: graded(week) for week in given.weeks}
    for week, pages in weeks.items():
        mine = {page.name for page in pages}
        others = [
            p for w, theirs in weeks.items() if w != week and mine.isdisjoint(q.name for q in theirs) for p in theirs
        ]
        print(f"{week.name}: {average_precision(learn(others, guesses), pages):.4f}")
    if given.write:
        everything = [page for pages in weeks.values() for page in pages]
        path.write_text(table(path.read_text("utf-8"), learn(everything, guesses)), "utf-8")


if __name__ == "__main__":
    main()
