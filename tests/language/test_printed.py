"""A text made plain: what nobody sees is taken out, thousands are parted by commas, every place is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.language.numeral_chains import by_points, unclear
from donghyang.language.printed import Seen, plain, shown, without_unseen

UNSEEN = "\u200b\u200c\u200d\u00ad\u2060\ufeff\u200e\u202a\u2066\ufe0f\u034f"
TEXT = st.text(alphabet=f"가中a1 ,.\n{UNSEEN}", max_size=40)


@given(TEXT)
def test_what_is_seen_stands_where_it_stood(text: str) -> None:
    seen = Seen(text)
    assert seen.text == without_unseen(text) == "".join(piece for piece, _ in shown(text, 0))
    for at, char in enumerate(seen.text):
        start, end = seen.place(at, at + 1)
        assert text[start:end] == char


@given(TEXT, st.data())
def test_a_stretch_keeps_what_it_showed(text: str, data: st.DataObject) -> None:
    seen = Seen(text)
    start = data.draw(st.integers(0, len(seen.text)))
    end = data.draw(st.integers(start, len(seen.text)))
    first, last = seen.place(start, end)
    assert without_unseen(text[first:last]) == seen.text[start:end]
    assert start == end or not set(text[first] + text[last - 1]) & set(UNSEEN)


@given(TEXT)
def test_every_piece_knows_its_place(text: str) -> None:
    for piece, at in shown(text, 5):
        assert text[at - 5 : at - 5 + len(piece)] == piece


@pytest.mark.parametrize(
    ("printed", "made"),
    [
        ("6\u202f150", "6,150"),
        ("6\u00a0150\u00a0275", "6,150,275"),
        ("6\u2009150.5", "6,150.5"),
        ("4，000", "4,000"),
        ("4，000，125", "4,000,125"),
        ("4'000", "4,000"),
        ("٣٤", "34"),
        ("𝟑𝟒", "34"),
        ("2031\u00a0150", "2031 150"),
        ("6\u00a01500", "6 1500"),
        ("6 150", "6 150"),
        ("4，125", "4，125"),
        ("4，000，12", "4，000，12"),
        ("0，000", "0，000"),
        ("'31", "'31"),
        ("갑，을", "갑，을"),
        ("３４", "３４"),
    ],
)
def test_thousands_are_parted_by_commas_where_nothing_else_is_meant(printed: str, made: str) -> None:
    assert plain(printed) == made
    assert len(plain(printed)) == len(printed)


@pytest.mark.parametrize(
    "chain", ["56,78억", "5,6780명", "5678,900원", "5,67,800원", "7.000,25元", "56，780亿", "6O0만", "2O백만"]
)
def test_a_chain_that_is_no_list_is_unread(chain: str) -> None:
    figure = unclear(chain, 0, next(at for at, char in enumerate(chain) if not char.isdigit() and char != "."))
    assert figure is not None
    assert figure.value is None
    assert figure.problem is not None
    assert figure.numeral[0] == 0


@pytest.mark.parametrize(
    "text", ["5,6위", "5,6,7차", "2031,2032년", "5l 용기", "5, 6", "5,", "5O", "5.5,6.5%", "1,2,3,4,5,6,7,8,9,10,11억"]
)
def test_a_list_is_left_alone(text: str) -> None:
    end = next((at for at, char in enumerate(text) if not char.isdigit() and char != "."), len(text))
    assert unclear(text, 0, end) is None


@pytest.mark.parametrize(("text", "value"), [("4.000.000", 4000000), ("12.050.300", 12050300)])
def test_points_part_thousands(text: str, value: int) -> None:
    assert by_points(text, 0, len(text)) == value


@pytest.mark.parametrize("text", ["10.20.30.40", "192.168.100.200", "2031.2.6", "1.2.3", "4.00.000"])
def test_points_of_addresses_dates_and_versions_part_nothing(text: str) -> None:
    assert by_points(text, 0, len(text)) is None
