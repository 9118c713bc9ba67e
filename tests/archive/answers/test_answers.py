"""Questions with what must be answered to them, over made issues; six kinds of them have no answer there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from donghyang.archive.answers import MOST_LETTERS, Holdings, answer
from donghyang.archive.answers.asking import read

HERE = Path(__file__).parent
KNOWN_FAILURES = {
    "西安交通大学研发的海水淡化膜的除盐率是多少？": "除盐率 is 염분 제거율 in the report; no table says so",
}


class Row(NamedTuple):
    """What must come of one question."""

    status: str
    kind: str
    question: str
    value: str = ""
    unit: str = ""
    said: str = ""
    issue: str = ""
    section: str = ""
    number: str = ""


def rows(name: str) -> list[Row]:
    lines = HERE.joinpath(name).read_text("utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if not line.startswith("#")]


def cases(name: str) -> list[object]:
    return [
        pytest.param(
            row,
            id=row.question,
            marks=[pytest.mark.xfail(reason=KNOWN_FAILURES[row.question], strict=True)]
            if row.question in KNOWN_FAILURES
            else [],
        )
        for row in rows(name)
    ]


BUILT_ON, JUDGED_ON = "questions.tsv", "judged.tsv"


@pytest.mark.parametrize("row", [*cases(BUILT_ON), *cases(JUDGED_ON)])
def test_says_what_the_issues_say_or_nothing(row: Row, holdings: Holdings) -> None:
    found = answer(row.question, holdings)
    assert found.status == row.status, found
    if row.status == "not_found":
        assert (found.answer, found.value, found.unit) == (None, None, None)
        return
    assert all(word in (found.answer or "") for word in row.said.split(", "))
    if row.value:
        assert (found.value, found.unit or "") == (Decimal(row.value), row.unit)
    if row.issue != "*":
        assert (row.issue, row.section, row.number) in [
            (str(cited.issue), cited.section, str(cited.number)) for cited in found.sources[:3]
        ]


def test_six_kinds_of_questions_have_no_answer() -> None:
    kinds = {row.kind for row in rows(BUILT_ON) if row.status == "not_found"}
    assert kinds == {"other-year", "other-place", "other-actor", "never-said", "wrong-premise", "future"}


def test_a_contradiction_quotes_both_issues(holdings: Holdings) -> None:
    found = answer("윈링 녹색연산단지에 설치한 표준 랙은 몇 개인가?", holdings)
    assert found.answer == "2024-03-08: 18만 개 / 2024-03-15: 21만 개"
    assert [str(cited.issue) for cited in found.sources] == ["2024-03-08", "2024-03-15"]
    assert ["18만 개" in found.sources[0].quote, "21만 개" in found.sources[1].quote] == [True, True]


def test_an_unanswered_question_shows_the_articles_that_lie_near(holdings: Holdings) -> None:
    found = answer("하이난 상업우주발사장의 면적은 얼마인가?", holdings)
    assert found.sources[0].headline == "하이난 상업우주발사장, 6월 첫 발사 예정"
    assert len(found.sources) <= 3


def test_a_reader_of_english_gets_a_name_in_pinyin_too(holdings: Holdings) -> None:
    found = answer("Who is the professor of Zhejiang University behind the sodium-ion battery?", holdings)
    assert found.answer in (None, "Chen Yuping (천위핑, 陳玉萍)")


@pytest.mark.parametrize(
    "question",
    [
        "",
        " ",
        "?",
        "몇",
        "몇?",
        "얼마",
        "(",
        "언제 언제 언제",
        "0" * 400,
        "가" * 4000,
        "\x00\x1b[31m",
        "多少",
        "what",
        "※ ■ ●",
    ],
)
def test_what_is_no_question_is_not_answered(question: str, holdings: Holdings) -> None:
    assert answer(question, holdings).status == "not_found"


def test_an_empty_archive_answers_nothing() -> None:
    found = answer("상하이는 몇 위인가?", Holdings([]))
    assert (found.status, found.sources) == ("not_found", ())


OTHER_WORD, YEARS_BACK = "민들레", 3
_YEAR = re.compile("(?<![0-9])20[0-9]{2}(?![0-9])")


def others(question: str) -> Iterator[str]:
    """The question with another word for one of its nouns, another number for one of its figures, another year."""
    said = read(question)
    for need in said.needs:
        start, end = need.span
        if need.kind == "word":
            yield question[:start] + need.text.replace(need.forms[0], OTHER_WORD) + question[end:]
        elif need.kind == "figure":
            yield question[:start] + re.sub("[0-9]+", lambda found: str(int(found[0]) + 7), need.text) + question[end:]
    for found in _YEAR.finditer(question):
        yield question[: found.start()] + str(int(found[0]) - YEARS_BACK) + question[found.end() :]


ANSWERED = [row.question for name in (BUILT_ON, JUDGED_ON) for row in rows(name) if row.status == "answered"]


@pytest.mark.parametrize("question", [question for question in ANSWERED if "가" <= question[0] <= "힣"])
def test_another_thing_number_or_year_is_not_answered(question: str, holdings: Holdings) -> None:
    answered = {other: found.answer for other in others(question) if (found := answer(other, holdings)).answer}
    assert answered == {}


@pytest.mark.parametrize("letters", ["9", "년", "심천 ", "(a+)+$"])
def test_a_question_without_end_is_not_answered(holdings: Holdings, letters: str) -> None:
    found = answer(letters * 400_000, holdings)
    assert (found.status, found.sources) == ("not_found", ())
    assert answer((letters * MOST_LETTERS)[:MOST_LETTERS], holdings).status == "not_found"
