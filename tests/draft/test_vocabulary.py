"""Ordinary words of Korean in their forms, and what may be a name."""

from __future__ import annotations

import pytest

from donghyang.draft.vocabulary import is_ordinary, may_name


@pytest.mark.parametrize(
    "word",
    [
        "경제", "경제를", "경제에서는", "시작하였으며", "시작됨", "시작돼", "추진해", "강화하고", "발표했다고",
        "앞당길", "넘어섬", "마쳐", "머묾", "늘어남", "늘렸으며", "서둘러", "어려워", "웃돌지만", "줄어듦",
        "꾸준히", "정기적으로", "신형", "고도화를", "재활용률은", "회의장에서의",
    ],
)  # fmt: skip
def test_a_form_of_an_ordinary_word(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize(
    "word",
    ["왕샤오후이", "류커신은", "쩡판즈가", "마이크로소프트", "텐센트의", "룽촨", "퉁촨시에서", "시놉시스", "예젠핑이"],
)
def test_a_name_is_none(word: str) -> None:
    assert not is_ordinary(word)
    assert may_name(word)


@pytest.mark.parametrize("word", ["징병", "편명은", "내빈"])
def test_a_word_that_sounds_like_no_name(word: str) -> None:
    assert not may_name(word)


def test_letters_that_the_source_has_need_no_word() -> None:
    assert not is_ordinary("룽촨지구")
    assert is_ordinary("룽촨지구", frozenset((0, 1)))


def test_behind_a_figure_stands_what_is_counted() -> None:
    assert is_ordinary("개사에", counted=True)
