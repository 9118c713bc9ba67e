"""What strangers wrote does not steer the terminal it is shown on."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.language.visible import name_of, on_one_line, visible

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("제목 \x1b[2J", "제목 \\u001b[2J"),
        ("종\x07소리", "종\\u0007소리"),
        ("줄\r덮기", "줄\\u000d덮기"),
        ("\x9b31m붉게", "\\u009b31m붉게"),
        ("보고\u202etxt.exe", "보고\\u202etxt.exe"),
        ("가\tb\n다", "가\tb\n다"),
        ("기업 1,200개사·𠮷野", "기업 1,200개사·𠮷野"),
    ],
)
def test_orders_to_the_terminal_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_steers_and_json_keeps_its_meaning(text: str) -> None:
    assert not STEERING.search(visible(text))
    assert json.loads(visible(json.dumps(text, ensure_ascii=False))) == text
    assert "\n" not in on_one_line(text)


@given(st.lists(st.binary(min_size=1, max_size=6), unique=True, min_size=2, max_size=5))
def test_names_stay_apart_whatever_their_bytes(names: list[bytes]) -> None:
    said = [name_of(name.decode("utf-8", "surrogateescape")) for name in names]
    assert len(set(said)) == len(names)
    assert all(name.encode() and not STEERING.search(name) and "\n" not in name for name in said)
