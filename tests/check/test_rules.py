"""Every rule: a whole card, an example that fires and one that does not, and cases of both kinds."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from donghyang import check, report
from donghyang.check.engine import retired
from donghyang.check.rule import CLASSES, Rule
from donghyang.check.rules import FAMILIES
from donghyang.language.terms import Termbase
from donghyang.records import CannotProceed, Document, Finding

CASES = Path(__file__).parent / "cases"
FOLDER = Path(check.__file__).parent / "rules"
RULES = {rule.id: rule for rule in check.RULES}


def names_of(family: str) -> tuple[str, ...]:
    names: tuple[str, ...] = import_module(f"donghyang.check.rules.{family}").NAMES
    return names


def findings(text: str, rule: str) -> list[Finding]:
    resources = check.Resources(termbase=Termbase.load(), rates=lambda currency, _: _RATES.get(currency))
    return check.check(report.document(text), date=dt.date(2023, 3, 10), select=[rule], resources=resources)


_RATES = {"CNY": Decimal("185"), "USD": Decimal("1300")}


def cases(kind: str) -> list[ParameterSet]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{number}")
        for path in sorted(CASES.glob("*/*.toml"))
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get(kind, []))
    ]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_rule_a_file(family: str) -> None:
    """Files that begin with an underscore help the rules of their family."""
    files = {path.stem for path in (FOLDER / family).glob("*.py") if not path.stem.startswith("_")}
    assert files == set(names_of(family))


def test_ids_are_unique_and_follow_the_file() -> None:
    assert [rule.id for rule in check.RULES] == [
        name.replace("_", "-") for family in FAMILIES for name in names_of(family)
    ]
    assert len(RULES) == len(check.RULES)


@pytest.mark.parametrize("family", FAMILIES)
def test_cases_stand_under_their_family(family: str) -> None:
    assert {path.stem.replace("-", "_") for path in (CASES / family).glob("*.toml")} == set(names_of(family))


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.id)
def test_card(rule: Rule) -> None:
    texts = (rule.summary.ko, rule.summary.en, rule.why.ko, rule.why.en, rule.bad, rule.good, rule.options)
    assert all(texts)
    assert rule.class_ in CLASSES
    assert findings(rule.bad, rule.id), "the bad example stays silent"
    assert not findings(rule.good, rule.id), "the good example fires"


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.id)
def test_cases_of_both_kinds(rule: Rule) -> None:
    given = tomllib.loads(next(CASES.glob(f"*/{rule.id}.toml")).read_text(encoding="utf-8"))
    assert len(given["silent"]) > len(given["fires"]) > 0


@pytest.mark.parametrize(("rule", "case"), cases("fires"))
def test_fires(rule: str, case: dict[str, str]) -> None:
    found = findings(case["text"], rule)
    assert [finding.text for finding in found][: len(case["finds"])] == list(case["finds"])


@pytest.mark.parametrize(("rule", "case"), cases("silent"))
def test_stays_silent(rule: str, case: str) -> None:
    assert findings(case, rule) == []


@pytest.mark.parametrize(("rule", "case"), cases("fires"))
def test_a_fix_leaves_nothing_to_fix(rule: str, case: dict[str, str]) -> None:
    text = case["text"]
    fixed = text
    for finding in reversed(findings(text, rule)):
        if finding.fix:
            fixed = fixed[: finding.start] + finding.fix.text + fixed[finding.end :]
    if fixed != text:
        assert not [finding for finding in findings(fixed, rule) if finding.fix]


def test_unknown_names_are_refused() -> None:
    with pytest.raises(CannotProceed):
        check.check(Document("가"), select=["no-such-rule"])


def test_names_of_rules_that_are_no_more_choose_nothing() -> None:
    assert retired()
    assert retired().isdisjoint(RULES)
    for name in retired():
        assert check.check(Document("가가 나나 나나"), select=[name]) == []
        assert check.check(report.document("자료를 자료를 봄"), ignore=[name])


def test_nothing_is_found_in_nothing() -> None:
    assert check.check(Document("")) == []


def test_spans_slice_to_their_text() -> None:
    text = "■ 이 연구소는 **이 사업 사업을** <b>추진 추진</b>하고 자료를 자료를 모은다(3.2)\n"
    found = check.check(report.document(text))
    assert found
    assert all(text[finding.start : finding.end] == finding.text for finding in found)


def test_a_rule_without_its_needs_is_named() -> None:
    assert {rule.id for rule, _ in check.skipped()} == {"termbase", "dated-rate"}
    assert check.skipped(check.Resources(termbase=Termbase.load(), rates=lambda *_: None)) == []
