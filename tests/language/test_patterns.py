"""Patterns that wait: they behave as compiled ones, and none of the house has a fault that shows only at its use."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import donghyang
from donghyang.language.patterns import Waiting, lazily

TEXT = "2025년 3월, 2026년 4월"


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("search", (TEXT,)),
        ("match", (TEXT, 10)),
        ("fullmatch", ("2025년",)),
        ("findall", (TEXT,)),
        ("split", (TEXT,)),
        ("sub", (r"[\1]", TEXT)),
        ("subn", ("", TEXT, 1)),
    ],
)
def test_a_pattern_answers_as_a_compiled_one(method: str, given: tuple[object, ...]) -> None:
    expression = r"(?P<year>\d{4})년"
    waiting, compiled = lazily(expression), re.compile(expression)
    right = _told(getattr(compiled, method)(*given))
    assert right
    assert [_told(getattr(waiting, method)(*given)) for _ in range(2)] == [right, right]


def _told(answer: object) -> object:
    return (answer.span(), answer.groupdict()) if isinstance(answer, re.Match) else answer


def test_flags_and_groups_are_told() -> None:
    waiting = lazily(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert (waiting.pattern, waiting.groups, dict(waiting.groupindex)) == (r"(?P<word>[a-z]+)", 1, {"word": 1})
    assert waiting.flags == re.compile(waiting.pattern, re.IGNORECASE).flags


def test_every_pattern_of_the_house_compiles() -> None:
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(donghyang.__path__, "donghyang.")]
    waiting = [value for module in modules for value in vars(module).values() if isinstance(value, Waiting)]
    assert len(waiting) > 500
    for pattern in waiting:
        assert pattern.groups >= 0
