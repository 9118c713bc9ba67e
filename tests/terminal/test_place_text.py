"""Sections as people call them."""

import datetime as dt

import pytest

from donghyang.records import Spot
from donghyang.terminal.place_text import place, section_kind


def test_a_place_is_told_in_both_languages() -> None:
    told = place(Spot(dt.date(2024, 4, 5), "technology", 3, "란저우, 새 합금 개발"))
    assert told.ko == "2024-04-05 기술동향 3  란저우, 새 합금 개발"
    assert told.en == "2024-04-05 technology 3  란저우, 새 합금 개발"
    assert place(Spot(dt.date(2024, 4, 5), "brief", None, "단신 하나")).ko == "2024-04-05 단신동향 -  단신 하나"


@pytest.mark.parametrize(
    ("word", "kind"),
    [("정책", "policy"), ("정책동향", "policy"), ("단신", "brief"), ("feature", "feature"), ("예산", "예산")],
)
def test_a_section_is_asked_for_in_either_language(word: str, kind: str) -> None:
    assert section_kind(word) == kind
