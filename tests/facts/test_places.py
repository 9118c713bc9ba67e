"""A place by any name that somebody may give it."""

from __future__ import annotations

import pytest

from donghyang.facts.places import holders, lies_in


@pytest.mark.parametrize("name", ["저장", "저장성", "浙江", "浙江省", "절강"])
def test_a_province_is_known_by_every_name(name: str) -> None:
    assert {place.hanzi for place in holders(name)} == {"浙江"}


def test_a_name_of_two_provinces_is_the_one_that_the_text_writes_in_hanja() -> None:
    assert {place.hanzi for place in holders("산시성")} == {"山西", "陕西"}
    assert lies_in("陝西", "산시성(陝西省) 정부")
    assert not lies_in("山西", "산시성(陝西省) 정부")
    assert not lies_in("山西", "산시성 정부", "산시성(陝西省), 계획 발표")


def test_a_word_that_names_no_place_holds_nothing() -> None:
    assert holders("반도체") == ()
