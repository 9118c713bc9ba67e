"""How likely a printed figure is a slip of another one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.check.figures.likeness import is_likely, is_slip_of, likeness
from donghyang.facts.quantities import find_quantities
from donghyang.records import Quantity


def _figure(printed: str) -> Quantity:
    (figure,) = find_quantities(printed)
    return figure


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("221km", "201"),  # a digit
        ("450건", "540"),  # two exchanged
        ("207.3억 위안", "20370000000"),
        ("1,200건", "12000"),  # the magnitude
        ("3만 6,500명", "3650"),
        ("1,240건", "12340"),  # a digit lost
        ("85%", "90"),  # near
        ("5개", "6"),
    ],
)
def test_slips(printed: str, meant: str) -> None:
    assert is_likely(_figure(printed), Decimal(meant))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("14위", "50"), ("160EFLOPS", "57"), ("46초", "1066"), ("6억 3,000만 톤", "189000000"), ("10%", "5.2")],
)
def test_other_figures(printed: str, meant: str) -> None:
    assert not is_likely(_figure(printed), Decimal(meant))


def test_the_more_digits_agree_the_likelier_it_is() -> None:
    one, two, three = (
        likeness(_figure(printed), Decimal(meant))
        for printed, meant in (("5개", "6"), ("53개", "63"), ("534개", "634"))
    )
    assert one < two < three


@pytest.mark.parametrize(("printed", "other"), [("2GW", "2,100MW"), ("1.5km", "150m")])
def test_in_whatever_unit(printed: str, other: str) -> None:
    assert is_slip_of(_figure(printed), _figure(other))


def test_nothing_is_a_slip_of_nothing() -> None:
    assert not is_likely(_figure("5개"), None)


@given(st.integers(100, 99_999), st.data())
def test_any_one_digit_changed_is_a_slip(value: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(str(value)) - 1))
    digit = data.draw(st.sampled_from([one for one in "123456789" if one != str(value)[at]]))
    changed = str(value)[:at] + digit + str(value)[at + 1 :]
    assert is_likely(_figure(f"{int(changed):,}개"), Decimal(value))
