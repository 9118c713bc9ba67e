"""Whether the nouns before a figure stand in the sentence of the figure."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.verify import Source, verify
from donghyang.verify.accounts import is_listed, parts_of

PAGE = Source(
    "page",
    "去年全省粮食产量达到420万吨，增长3.1%。全省水果产量36万吨，出口额为18亿元。物流总额为96亿元，物流总费用14亿元。",
    dt.date(2034, 3, 1),
)
# written for the rule (2026-11): noun that is of another figure, or None
BUILT_ON = (
    (None, "식량 생산량은 420만 톤으로 3.1% 증가"),
    (None, "과일 수출액은 18억 위안"),
    (None, "과일 수출액은 총 18억 위안"),
    (None, "식량·과일 등 2개 품목"),
    ("과일", "과일 생산량은 420만 톤"),
    ("물류총비용은", "물류총비용은 96억 위안"),
)


@pytest.mark.parametrize(("noun", "claim"), BUILT_ON)
def test_a_noun_before_a_figure_stands_in_its_sentence(noun: str | None, claim: str) -> None:
    wrong = [one.text for found in verify(claim, [PAGE]) for one in found.claims if one.status == "contradicted"]
    assert (noun in wrong) if noun else not wrong


def test_a_noun_is_listed_with_its_suffix_or_by_its_parts() -> None:
    assert is_listed("수출액")
    assert not is_listed("수출해")
    assert parts_of("물류총비용") == ("물류", "비용")
    assert parts_of("가나다라") == ()
