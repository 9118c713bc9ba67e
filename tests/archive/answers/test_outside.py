"""Questions that others wrote over nine reports: how many are answered rightly, wrongly, and refused, bin by bin."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from donghyang import read
from donghyang.archive.answers import Holdings, answer
from donghyang.records import Answer, Article, Issue
from donghyang.report import parse

HERE = Path(__file__).parent / "outside"
REPORTS = Path(__file__).parents[2] / "check" / "reports"
LONGEST = 60
"""Letters of an answer in words; a longer one that merely holds the words is none."""


class Row(NamedTuple):
    """A question with what answers it."""

    bin: str
    kind: str
    question: str
    answer: str
    value: str
    unit: str
    report: str
    section: str
    number: str


ROWS = [
    Row(*line.split("\t"))
    for line in HERE.joinpath("questions.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LATER = [json.loads(line) for line in HERE.joinpath("contradictions.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def issues() -> dict[str, Issue]:
    """The nine reports, by their folder."""
    folders = sorted({row.report for row in ROWS if row.report})
    return {folder: parse(read.document(REPORTS / folder / "clean.txt")) for folder in folders}


def plain(text: str | None) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]", "", text or "").lower()


def is_right(row: Row, found: Answer, issues: dict[str, Issue]) -> bool:
    """A figure: its value and unit. Words: a short answer that holds them. Both from the right article."""
    if row.report:
        wanted = (str(issues[row.report].date), row.section, row.number)
        if wanted not in [(str(cited.issue), cited.section, str(cited.number)) for cited in found.sources[:3]]:
            return False
    if row.value:
        unit = not row.unit or plain(found.unit) == plain(row.unit) or found.unit == row.unit
        return found.value is not None and unit and abs(float(found.value) - float(row.value)) < 1e-6 * float(row.value)
    said = plain(found.answer)
    words = [plain(word) for word in re.split(r"[,·、;/]", row.answer) if plain(word)]
    return bool(words) and len(said) <= max(LONGEST, 4 * len(row.answer)) and all(word in said for word in words)


@pytest.fixture(scope="module")
def counted(issues: dict[str, Issue]) -> dict[str, Counter[str]]:
    """What came of the questions of each bin."""
    holdings = Holdings.of(issues.values())
    found: dict[str, Counter[str]] = {}
    for row in ROWS:
        said = answer(row.question, holdings)
        answerable = bool(row.answer or row.value)
        good = answerable and said.status == "answered" and is_right(row, said, issues)
        what = "right" if good else "wrong" if said.status == "answered" else "unsaid" if answerable else "refused"
        found.setdefault(row.bin, Counter())[what] += 1
    return found


# the least that is right, the most that is wrong, the least of the unanswerable that is refused
FLOORS = {"odd": (30, 0, 30), "even": (10, 0, 30), "own": (55, 2, 16)}


@pytest.mark.parametrize("of", FLOORS)
def test_answers_what_others_ask(of: str, counted: dict[str, Counter[str]]) -> None:
    right, wrong, refused = FLOORS[of]
    said = counted[of]
    assert (said["right"] >= right, said["wrong"] <= wrong, said["refused"] >= refused) == (True, True, True), said


def articles(text: str) -> list[Article]:
    """The articles of one piece of news, laid out as a section of a report."""
    headline, _, rest = text.strip().partition("\n")
    issue = parse(read.document_of(f"정책동향\n\n01 {headline}\n{rest}\n".encode(), "later.txt"))
    return [article for section in issue.sections for article in section.articles]


TOLD = {"odd": 10, "even": 8}


@pytest.mark.parametrize("of", TOLD)
def test_tells_what_a_later_issue_contradicts(of: str, issues: dict[str, Issue]) -> None:
    told = 0
    for case in LATER:
        if case["bin"] != of:
            continue
        issue = issues[case["report"]]
        every = [(one, issue.date, section.kind) for section in issue.sections for one in section.articles]
        every += [(one, dt.date.fromisoformat(case["date"]), "policy") for one in articles(case["later"])]
        said = answer(case["question"], Holdings.of_articles(every))
        told += said.status == "contradiction" and all(plain(value) in plain(said.answer) for value in case["values"])
    assert told >= TOLD[of]
