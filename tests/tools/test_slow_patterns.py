"""Patterns that once took the square of a stretch's length, on what they nearly match.

Each took seconds for a stretch that takes a thousandth now, so that a busy machine decides nothing.
"""

from __future__ import annotations

import time
from importlib import import_module

import pytest

from donghyang.check.sheet import lone
from donghyang.report.stream import Line

_LENGTH = 20_000
_MOST = 0.5
"""Seconds of processor time."""


@pytest.mark.parametrize(
    ("module", "name", "unit"),
    [
        ("check.rules.agreement.contents", "_COUNTER", " "),
        ("check.rules.agreement.contents", "_DAY", " "),
        ("check.rules.agreement.contents", "_GATHERED", " "),
        ("check.rules.agreement.contents", "_LABEL", " "),
        ("check.rules.numbers.products", "_SUBJECT", "가"),
        ("check.rules.numbers.row_order", "_IN_ORDER", "나무, 66, 66"),
        ("check.rules.numbers.told_change", "_TOPIC", "가"),
        ("check.rules.numbers.unit_of_energy", "_TURNED", "8"),
        ("report.grammar", "_DAY_AT_END", " "),
        ("report.induction.cites", "_SLASHED", " "),
        ("report.induction.cover", "_BARRED", " "),
        ("report.induction.cover", "_ISSUE", "165"),
        ("report.layout.colophon", "_ISSUE_NUMBER", "165"),
        ("report.layout.citations", "_NEXT", " "),
        ("report.induction.joins", "_LED", "·"),
        ("report.layout.contents", "_BARS", " "),
        ("report.layout.contents", "_PAGE_BEHIND", " "),
        ("stories.classify", "_FIGURE", "7"),
        ("stories.documents", "_TOLD", "“가"),
        ("stories.wording", "_TITLE_TAIL", "-"),
        ("verify.figures", "_IN_A_ROW", "三"),
        ("verify.figures", "_POINTS", "七"),
        ("verify.figures", "_QUAKE", "6"),
        ("verify.ordinals", "_FIND", "7"),
    ],
)
def test_a_search_takes_what_its_length_asks_for(module: str, name: str, unit: str) -> None:
    pattern = getattr(import_module(f"donghyang.{module}"), name)
    text = unit * (_LENGTH // len(unit))
    begun = time.process_time()
    assert list(pattern.finditer(text)) == []
    assert time.process_time() - begun < _MOST


def test_a_word_for_a_display_is_told_at_once() -> None:
    pattern = import_module("donghyang.read.css")._DISPLAYS
    begun = time.process_time()
    assert not pattern.fullmatch("box" * _LENGTH + "!")
    assert pattern.fullmatch("-webkit-inline-box".removeprefix("-webkit-"))
    assert time.process_time() - begun < _MOST


def test_signs_at_the_ends_of_a_line_are_taken_off_whatever_stands_inside() -> None:
    line = Line(f"1. ╋╋ 가{chr(0x254B) * 10 * _LENGTH}나 -- ", "", None, 0, (0, 0))
    begun = time.process_time()
    assert lone._words(line) == f"╋╋ 가{chr(0x254B) * 10 * _LENGTH}나"
    assert time.process_time() - begun < _MOST
