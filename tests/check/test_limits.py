"""The page of what is not caught stays true: its examples are still silent, both languages say the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from donghyang import check, report
from donghyang.check.resources import Need
from donghyang.language.terms import Termbase

DOCS = Path(__file__).parents[2] / "docs"
ENGLISH = (DOCS / "limits.md").read_text(encoding="utf-8")
KOREAN = (DOCS / "limits.ko.md").read_text(encoding="utf-8")
_EXAMPLE = re.compile(r"(?m)^> (?P<text>.+?) \*")
EXAMPLES = [found["text"] for found in _EXAMPLE.finditer(ENGLISH)]


def issue(line: str) -> str:
    return f"I\n정책동향\n01\n수소 정책 발표\n■ 수소 정책을 발표하고 과제를 제시(3.2)\n- {line}\n참고자료\n☑ 氢能政策\nhttps://www.example.cn/a/1.html\n"


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_still_missed(example: str) -> None:
    """When this fails a rule has come to catch it: take the example, or the section, off both pages."""
    resources = check.Resources(termbase=Termbase.load())
    assert check.check(report.document(issue(example)), resources=resources) == []


def test_both_pages_say_the_same() -> None:
    assert len(EXAMPLES) >= 8
    assert [found["text"] for found in _EXAMPLE.finditer(KOREAN)] == EXAMPLES
    assert ENGLISH.count("\n## ") == KOREAN.count("\n## ")


def test_nothing_at_hand_but_terms_rates_and_pages() -> None:
    """When this fails, mend 'A sentence that says something else' or 'Earlier issues' on both pages."""
    assert (
        set(get_args(Need)) == {"termbase", "rates", "pages"} == {need for rule in check.RULES for need in rule.needs}
    )
