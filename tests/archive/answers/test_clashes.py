"""Two issues held against each other: what they say differently of one thing is told, and nothing else; all made up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from donghyang import read
from donghyang.archive.answers.clashes import clashes
from donghyang.archive.answers.passages import Held, held
from donghyang.report import parse

FIRST, LATER = dt.date(2025, 3, 14), dt.date(2025, 10, 17)


class Case(NamedTuple):
    """What two issues say: a headline and a line, or a table's rows behind its caption, each."""

    name: str
    earlier: tuple[str, str]
    later: tuple[str, str]
    told: tuple[str, ...] = ()


def _text(headline: str, body: str) -> str:
    if "\t" in body:
        caption, *rows = body.split("\n")
        return f"정책동향\n\n01 {headline}\n\n■ 주요 통계 공개\n\n〈{caption}〉\n\n" + "\n".join(rows) + "\n"
    return f"정책동향\n\n01 {headline}\n\n■ 주요 통계 공개\n\n- {body}\n"


def _article(words: tuple[str, str], issue: dt.date) -> Held:
    read_one = parse(read.document_of(_text(*words).encode(), "made.txt"))
    (article,) = (article for section in read_one.sections for article in section.articles)
    return held(article, issue, "policy", 0)


def _cases(of: str) -> list[Case]:
    rows = Path(__file__).with_name("clashes.tsv").read_text("utf-8").splitlines()
    cells = [row.replace("\\n", "\n").split("\t") for row in rows if row.startswith(f"{of}\t")]
    return [
        Case(name, (one, first.replace("\\t", "\t")), (other, second.replace("\\t", "\t")), tuple(told))
        for _, name, one, first, other, second, *told in cells
    ]


TOLD, SILENT = _cases("told"), _cases("silent")


def _found(case: Case) -> list[tuple[str, ...]]:
    told = clashes([_article(case.earlier, FIRST), _article(case.later, LATER)])
    return [(one.first.figure.text, one.second.figure.text) for one in told]


@pytest.mark.parametrize("case", TOLD, ids=[case.name for case in TOLD])
def test_what_two_issues_say_differently_is_told(case: Case) -> None:
    assert _found(case) == [case.told]


@pytest.mark.parametrize("case", SILENT, ids=[case.name for case in SILENT])
def test_what_is_of_something_else_is_not(case: Case) -> None:
    assert _found(case) == []


def test_one_issue_does_not_contradict_itself_here() -> None:
    case = TOLD[0]
    assert clashes([_article(case.earlier, FIRST), _article(case.later, FIRST)]) == []
