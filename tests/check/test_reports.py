"""Reports made with their slips by writers who had seen neither rules nor code: what is found in them, and what is said
of them before the slips went in.

`index.json` says which were read by those who wrote rules afterwards (built) and which only their totals (judged).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from donghyang import check, report
from donghyang.records import Finding

FOLDER = Path(__file__).parent / "reports"
FAMILIES = {
    "names": {"name-variant", "transliteration", "hanja-mismatch", "place-fact"},
    "words": {"doubled-word", "typo", "term"},
    "numbers": {"sum", "share", "ratio", "growth", "conversion", "magnitude", "unit", "order"},
    "agreement": {"headline-body", "summary-body", "contents-body", "table-text", "count-list"},
    "form": {"date", "numbering", "reference", "form"},
}
AKIN = {frozenset(("numbers", "agreement")), frozenset(("agreement", "form"))}


@dataclass(frozen=True)
class Case:
    """A report: how many of its slips are found, and what is said of its clean text (none of it right)."""

    name: str
    bin: str
    origin: str
    found: int
    of: int
    alarms: list[str]


CASES = [Case(**row) for row in json.loads((FOLDER / "index.json").read_text("utf-8"))]


def _family(kind: str) -> str:
    return next((name for name, kinds in FAMILIES.items() if kind in kinds), kind)


def _akin(one: str, other: str) -> bool:
    return _family(one) == _family(other) or frozenset((_family(one), _family(other))) in AKIN


def _tells(finding: Finding, text: str, slip: dict[str, str]) -> bool:
    """Does the finding, on a place of the slip and hardly longer than it, tell a fault of its family?"""
    places = [
        place.span()
        for quote in (slip["quote"], slip["other"])
        if quote
        for place in re.finditer(re.escape(quote), text)
    ]
    length = finding.end - finding.start
    return _akin(finding.class_, slip["class"]) and any(
        finding.start < end and start < finding.end and length <= 2 * (end - start) + 20 for start, end in places
    )


def _findings(path: Path) -> tuple[str, list[Finding]]:
    document = report.document(path.read_text("utf-8"))
    return document.text, check.check(document)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_as_many_slips_are_found(case: Case) -> None:
    text, findings = _findings(FOLDER / case.name / "report.txt")
    slips = [json.loads(line) for line in (FOLDER / case.name / "slips.jsonl").read_text("utf-8").splitlines()]
    found = sum(any(_tells(finding, text, slip) for finding in findings) for slip in slips)
    assert (found, len(slips)) == (case.found, case.of)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_clean_text_draws_no_other_alarms(case: Case) -> None:
    assert [finding.rule for finding in _findings(FOLDER / case.name / "clean.txt")[1]] == case.alarms
