"""How near two spellings or two texts are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.language.nearness import letters, one_open, one_out, pair_ratio, pairs, ratio, threes, threes_ratio

# one, other, at least alike, at most alike
RATIOS = [
    ("‘제15차 5개년 규획’ 발표", "제15차 5개년 규획 발표", 1.0, 1.0),
    ("위성 인터넷 시험망 개통", "위성인터넷 시험망, 개통", 1.0, 1.0),
    ("저장성, 수소 버스 200대 운행", "저장성, 수소버스 200대 시범 운행", 0.8, 0.99),
    ("AI 반도체", "ai 반도체", 1.0, 1.0),
    ("심해 탐사선 취항", "신소재 단지 착공", 0.0, 0.3),
    ("", "", 1.0, 1.0),
    ("·", "가", 0.0, 0.0),
]


@pytest.mark.parametrize(("one", "other", "least", "most"), RATIOS)
def test_titles_share_their_letters(one: str, other: str, least: float, most: float) -> None:
    assert least <= ratio(one, other) <= most
    assert ratio(one, other, 0.6) in (0.0, ratio(one, other))


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("산시성 정부가 발표했다.", "발표했다, 산시성 정부가", 0.7, 0.99),
        ("가", "가", 1.0, 1.0),
        ("가", "나", 0.0, 0.0),
        ("", "가나", 0.0, 0.0),
        ("!", "?", 1.0, 1.0),
    ],
)
def test_texts_share_their_pairs_wherever_they_stand(one: str, other: str, least: float, most: float) -> None:
    assert least <= pair_ratio(one, other) <= most
    assert pair_ratio(one, other) == pair_ratio(other, one)


def test_pairs() -> None:
    assert pairs("수소 버스") == {"수소", "소버", "버스"}
    assert pairs("수") == frozenset()


def test_threes() -> None:
    assert threes("AI芯片 2nm") == {("ai", "芯", "片"), ("芯", "片", "2nm")}
    assert threes("芯片") == set()
    assert threes_ratio("天工机器人发布", "天工机器人量产") == 0.6
    assert threes_ratio("", "芯片") == 0.0


def test_forms_with_one_syllable_open_or_out() -> None:
    assert list(one_open("닝보시")) == ["_보시", "닝_시", "닝보_"]
    assert list(one_out("닝보시")) == ["보시", "닝시", "닝보"]
    assert list(one_open("")) == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_share_is_a_share(one: str, other: str) -> None:
    assert 0 <= ratio(one, other) <= 1
    assert 0 <= pair_ratio(one, other) <= 1
    assert ratio(one, one) == pair_ratio(one, one) == 1


@given(st.text("가나다라", min_size=1, max_size=8), st.text("가나다라", min_size=1, max_size=8))
def test_words_one_syllable_apart_share_an_open_form(one: str, other: str) -> None:
    apart = len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    assert (one != other and bool(set(one_open(one)) & set(one_open(other)))) == apart


def test_letters() -> None:
    assert letters("5G-A ‘기지국’_수") == "5ga기지국수"
