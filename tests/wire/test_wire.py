"""Records to JSON and back, every digit kept."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang import wire
from donghyang.records import CannotProceed, Message


@dataclass(frozen=True)
class Kept:
    """A record with everything that crosses the wire."""

    value: Decimal | None
    note: str = ""
    day: dt.date | None = None
    share: float = 0.0
    parts: tuple[Decimal, ...] = ()


WRITTEN = [
    ("12345678901234567.89", "12345678901234567.89"),
    ("-0.1234567890123456789", "-0.1234567890123456789"),
    ("0.1", "0.1"),
    ("2.50", "2.50"),
    ("30.0", "30.0"),
    ("0.00", "0.00"),
    ("-0.00001", "-0.00001"),
    ("2.50E-7", "2.50E-7"),
    ("30", "30"),
    ("3E+4", "30000"),
    ("98765432109876543210987654321", "98765432109876543210987654321"),
    ("1E+5000", "1E+5000"),
    ("1.5E-400", "1.5E-400"),
    ("0E-10", "0"),
]


@pytest.mark.parametrize(("value", "written"), WRITTEN)
def test_digits_are_written_as_they_are(value: str, written: str) -> None:
    assert wire.dumps(Decimal(value)) == written
    read = wire.from_json(Decimal, written, where="-")
    assert read == Decimal(value)
    assert str(read) == written


_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
_MARKED = st.text(st.sampled_from(["\ue000", '"', "5", ".", "\\", "가"]), max_size=8)


def pointed(numbers: tuple[Decimal, ...]) -> list[str]:
    """The numbers that are written with a point and no exponent, to the last zero."""
    return [digits for digits in map(str, numbers) if "." in digits and "E" not in digits]


@settings(deadline=None)  # the first example builds the reader of the record
@given(_DECIMALS, _MARKED, st.lists(_DECIMALS, max_size=4).map(tuple), st.sampled_from([None, 1]))
def test_what_was_written_is_read(value: Decimal, note: str, parts: tuple[Decimal, ...], indent: int | None) -> None:
    kept = Kept(value, note, dt.date(2025, 3, 1), 0.7, parts)
    text = wire.dumps(kept, language=None, indent=indent)
    read = wire.from_json(Kept, text, where="-")
    assert read == kept
    assert pointed(read.parts) == pointed(parts)
    assert json.loads(text)["note"] == note


def test_a_long_row_of_our_own_mark_is_written_in_the_time_of_its_length() -> None:
    value = {"note": "\ue000" * 1_000_001, "number": Decimal("2.50")}  # a longer mark each time would take days
    assert json.loads(wire.dumps(value), parse_float=str) == {"note": value["note"], "number": "2.50"}


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_number_is_not_written(value: str) -> None:
    with pytest.raises(TypeError):
        wire.dumps(Decimal(value))


@pytest.mark.parametrize("value", [object(), b"1", {"a": object()}])
def test_what_has_no_json_form_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        wire.dumps(value)


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"value": "많음"}', '{"note": "값 없음"}', "[" * 100_000, '{"value": 1e99999999999999999999}', "[1]"],
)
def test_what_holds_no_such_record_is_named_with_its_file(text: str) -> None:
    with pytest.raises(CannotProceed) as caught:
        wire.from_json(Kept, text, where="facts.json")
    assert caught.value.message.ko.startswith("facts.json: ")


def test_a_message_is_one_sentence_or_both() -> None:
    said = Message("쪽이 없습니다.", "no page.")
    assert wire.dumps(said) == '"쪽이 없습니다."'
    assert wire.from_json(Message, wire.dumps(said, language=None), where="-") == said
