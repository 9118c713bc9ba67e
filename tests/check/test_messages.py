"""What the proofreader says: no message, fix or related place with a hole in it, over all cases of all rules."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from tests.check.test_rules import pages_of

from donghyang import check, report
from donghyang.language.terms import Termbase
from donghyang.records import Finding

HERE = Path(__file__).parent
HOLES = (
    (r"\\[0-9g]|\{\w*\}|%[sd]|\bNone\b|<[a-z]\w*>", "a template that was not filled"),
    (r"(?<![ 은는])(?:''|‘’|“”)(?! 꼴)", "nothing between marks"),
    (r"(?<![0-9.])0\.0+(?![0-9])", "a figure that rounds to nothing"),
    (r"[0-9]{9,}|[0-9]{1,3}(?:,[0-9]{3}){3,}", "a figure of many digits where 조 and 억 are printed"),
    (r"[0-9]E\+?[0-9]|\bnan\b|\binf\b", "a figure that is none"),
    (r"'(?P<one>[^']+)'(?:이|가|인데|과\(와\)|과|와)[^']*'(?P=one)'", "the same thing against itself"),
)
RATES = {"CNY": Decimal("185"), "USD": Decimal("1300")}


def texts() -> Iterator[str]:
    for path in sorted((HERE / "cases").glob("*/*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from (case["text"] for case in cases["fires"])
        yield from (case if isinstance(case, str) else case["text"] for case in cases["silent"])
    for rule in check.RULES:
        yield from (rule.bad, rule.good)
    yield "시장은 2024년 약 15조원(108억달러)에서 2031년 약 80조원(310억달러)으로 커짐"
    yield "투자는 3조 2,000억 원에서 5조 원으로 90% 증가"
    yield "구분\t금액(조 원)\n가\t3.2\n나\t4.1\n합계\t9.9\n"


@cache
def found() -> tuple[Finding, ...]:
    everything = [rule.id for rule in check.RULES]
    resources = check.Resources(termbase=Termbase.load(), rates=lambda currency, _: RATES.get(currency), pages=pages_of)
    day = dt.date(2023, 3, 10)
    return tuple(
        finding
        for text in texts()
        for finding in check.check(report.document(text), date=day, select=everything, resources=resources)
    )


def test_every_rule_is_heard() -> None:
    assert {finding.rule for finding in found()} == {rule.id for rule in check.RULES}


@pytest.mark.parametrize(("hole", "what"), HOLES, ids=[what for _, what in HOLES])
def test_no_message_has_a_hole(hole: str, what: str) -> None:
    told = {(finding.rule, finding.message.ko, finding.message.en) for finding in found()}
    assert [(rule, ko) for rule, ko, en in told if re.search(hole, ko) or re.search(hole, en)] == []


def test_every_fix_changes_its_text() -> None:
    same = [(finding.rule, finding.text) for finding in found() if finding.fix and finding.fix.text == finding.text]
    assert same == []
