"""Who will do it, as the words before a deadline say."""

from __future__ import annotations

import pytest

from donghyang.facts.actors import actor_of


@pytest.mark.parametrize(
    ("before", "actor"),
    [
        ("환경부는 ", "환경부"),
        ("- (주요목표) 상하이 시정부는 ", "상하이 시정부"),
        ("특히, 두 부처는 ", "두 부처"),
        ("농업부, 재정부는 ", "농업부, 재정부"),
        ("교육부는 지침을 정비하고, 각 대학은 ", "각 대학"),
        ("산업부는 규정을 고치고 절차가 빨라지며 ", "산업부"),
        ("난징시, ", "난징시"),
        ("자동차 등록 대수가 ", None),
        ("전지 회수율은 ", None),
        ("필수 의료에 2조 원 투자, ", None),
        ("특허를 얻고자 하는 ", None),
        ("<2026년 18%, ", None),
        ("", None),
    ],
)
def test_actor_is_a_body(before: str, actor: str | None) -> None:
    assert actor_of(before) == actor
