"""Open lines that a model fills: only what their own sentence proves, and nothing else of the report changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from donghyang.draft.asking import Line, NoReply
from donghyang.draft.filling import filled
from donghyang.language.terms import Termbase
from donghyang.records import Message, PageText

DAY = dt.date(2024, 6, 14)
PAGE = PageText(
    "seabed.html", "浙江省发布深海装备计划", dt.date(2024, 6, 12), None, None,
    "浙江省发布深海装备产业发展行动计划。\n建设深海试验场3个。\n组建创新联合体5家，培养工程师2000名。",
)  # fmt: skip
REPORT = """중국 과학기술 정책 주간동향

1. 정책동향

지역

- 저장성, 심해장비 계획 발표

I

정책동향

01
지역

저장성, 심해장비 계획 발표

// seabed.html: 浙江省发布深海装备计划

■ ?? 浙江省发布深海装备 산업 发展行动计划
// seabed.html: 浙江省发布深海装备产业发展行动计划。

○ 편집자가 손으로 쓴 줄
○ ?? 建设深海试验场 3개
// seabed.html: 建设深海试验场3个。
○ ?? 组建创新联合体 5개사, 培养工程师 2,000명
// seabed.html: 组建创新联合体5家，培养工程师2000名。
○ ?? 어디에도 없는 줄 未知
// lost.html: 未知。
"""
SITES = Line("심해시험장 3개 건설", ["s2"])


def by_id(replies: dict[str, Line]) -> Any:
    class Model:
        def ask(self, instructions: str, turns: Sequence[str], shape: type[Any]) -> Any:
            wanted = turns[0].rpartition('"wanted": "')[2].split('"')[0]
            if wanted not in replies:
                raise NoReply(Message("답이 없습니다.", "no reply."))
            return replies[wanted]

    return Model()


def fill(replies: dict[str, Line], **more: Any) -> tuple[str, list[str | None]]:
    text, told = filled(REPORT, {PAGE.name: PAGE}, by_id(replies), Termbase.load(), DAY, **more)
    return text, [one.after for one in told]


def test_a_proven_line_takes_the_place_of_the_open_one() -> None:
    text, told = fill({"s2": SITES})
    assert text == REPORT.replace("?? 建设深海试验场 3개", SITES.text)
    assert told == [None, SITES.text, None, None]


@pytest.mark.parametrize(
    "said",
    [
        Line("심해시험장 8개 건설", ["s2"]),
        Line("심해시험장 3개 건설\n- 덧붙인 줄", ["s2"]),
        Line("?? 심해시험장 3개 건설", ["s2"]),
        Line("심해시험장 3개 건설", []),
        Line("", ["s2"]),
    ],
)
def test_what_is_not_proven_stays_open(said: Line) -> None:
    assert fill({"s2": said}) == (REPORT, [None] * 4)


def test_only_the_article_asked_for() -> None:
    assert fill({"s2": SITES}, article=2) == (REPORT, [])
    assert fill({"s2": SITES}, article=1)[1][1] == SITES.text


def test_a_line_whose_source_is_gone_is_told() -> None:
    _, told = filled(REPORT, {}, by_id({}), Termbase.load(), DAY)
    assert [one.reason.en for one in told if one.reason] == ["the source named below the line is not there."] * 4


def test_progress_counts_the_lines() -> None:
    seen: list[tuple[int, int]] = []
    show: Callable[[int, int], None] = lambda done, total: seen.append((done, total))  # noqa: E731
    filled(REPORT, {PAGE.name: PAGE}, by_id({}), Termbase.load(), DAY, progress=show)
    assert seen == [(number, 4) for number in range(1, 5)]
