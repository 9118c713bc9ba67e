"""Every rule: a whole card, an example that fires and one that does not, and cases of both kinds."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from donghyang import check, report
from donghyang.check.copies.mending import mended
from donghyang.check.engine import retired
from donghyang.check.rule import CLASSES, Rule
from donghyang.check.rules import FAMILIES
from donghyang.language.terms import Termbase
from donghyang.records import CannotProceed, Document, Finding
from donghyang.verify import Source

CASES = Path(__file__).parent / "cases"
FOLDER = Path(check.__file__).parent / "rules"
RULES = {rule.id: rule for rule in check.RULES}


def names_of(family: str) -> tuple[str, ...]:
    names: tuple[str, ...] = import_module(f"donghyang.check.rules.{family}").NAMES
    return names


def findings(text: str, rule: str) -> list[Finding]:
    resources = check.Resources(
        termbase=Termbase.load(), rates=lambda currency, _: _RATES.get(currency), pages=pages_of
    )
    return check.check(report.document(text), date=dt.date(2023, 3, 10), select=[rule], resources=resources)


def pages_of(addresses: frozenset[str]) -> list[Source]:
    return [page for address, page in _PAGES.items() if address in addresses]


_PAGES = {
    "https://www.example.cn/pages/plant.html": Source(
        "plant.html",
        "3月2日，临海市海水淡化设施建成投产，每天可生产淡水3万吨，总投资12亿元，比上年增长8.5%。\n设施由临海市水务局建设，"
        "计划到2028年扩建二期工程。",
        dt.date(2023, 3, 2),
    )
}
_RATES = {"CNY": Decimal("185"), "USD": Decimal("1300")}


@dataclass(frozen=True)
class Case:
    """A text with what the rule finds in it: nothing where it must stay silent."""

    rule: str
    text: str
    finds: tuple[str, ...]
    fixed: str
    """The text with the safe fixes put in; the text itself where there is none."""
    origin: str | None
    bin: str | None


ORIGINS = frozenset(
    (
        "written for the rule",
        "seen in a published weekly, reworded",
        "written by a person who had not seen the rules",
    )
)
BINS = frozenset(("built", "judged"))
"""Cases that the rule was built on, and cases that it has only been judged by: when it is changed for one, that one
moves to the first bin."""


def cases_of(path: Path, kind: str) -> list[Case]:
    """The cases of a file; origin and bin stand at its head, and in a case that has others of its own."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [{"text": case} if isinstance(case, str) else case for case in given.get(kind, [])]
    head = {key: given.get(key) for key in ("origin", "bin")}
    return [_case(path.stem, {**head, "fixed": row["text"], "finds": [], **row}) for row in rows]


def _case(rule: str, row: Mapping[str, Any]) -> Case:
    return Case(rule, row["text"], tuple(row["finds"]), row["fixed"], row["origin"], row["bin"])


def cases(*kinds: str) -> list[ParameterSet]:
    return [
        pytest.param(case, id=f"{case.rule}-{number}")
        for path in sorted(CASES.glob("*/*.toml"))
        for kind in kinds
        for number, case in enumerate(cases_of(path, kind))
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


CLASSES_OF = {
    "numbers": {"sum", "share", "ratio", "growth", "conversion", "magnitude", "unit", "order"},
    "agreement": {"headline-body", "summary-body", "contents-body", "table-text", "count-list"},
    "names": {"name-variant", "transliteration", "hanja-mismatch", "place-fact"},
    "words": {"doubled-word", "typo", "term"},
    "form": {"date", "numbering", "reference", "form"},
    "style": {"form"},
}
ELSEWHERE = {"loanword": "transliteration", "source-differs": "reference"}
"""Rules of a class that is at home in another family: a loan word is a word, its slip one of transliteration."""


def test_the_class_of_a_rule_is_at_home_in_its_family() -> None:
    strays = {rule.id: rule.class_ for rule in check.RULES if rule.class_ not in CLASSES_OF[rule.family]}
    assert strays == ELSEWHERE
    assert set().union(*CLASSES_OF.values()) == CLASSES


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.id)
def test_card(rule: Rule) -> None:
    texts = (rule.summary.ko, rule.summary.en, rule.why.ko, rule.why.en, rule.bad, rule.good, rule.options)
    assert "" not in texts
    assert rule.class_ in CLASSES
    assert {finding.rule for finding in findings(rule.bad, rule.id)} == {rule.id}, "the bad example stays silent"
    assert findings(rule.good, rule.id) == [], "the good example fires"


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.id)
def test_cases_of_both_kinds(rule: Rule) -> None:
    path = next(CASES.glob(f"*/{rule.id}.toml"))
    assert len(cases_of(path, "silent")) > len(cases_of(path, "fires")) > 0


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.toml")), ids=lambda path: path.stem)
def test_a_case_says_where_it_comes_from(path: Path) -> None:
    given = [case for kind in ("fires", "silent") for case in cases_of(path, kind)]
    assert [case.text for case in given if case.origin not in ORIGINS or case.bin not in BINS] == []


@pytest.mark.parametrize("case", cases("fires", "silent"))
def test_finds_all_of_it_and_nothing_else(case: Case) -> None:
    found = findings(case.text, case.rule)
    assert tuple(finding.text for finding in found) == case.finds
    assert mended(case.text, found) == case.fixed


@pytest.mark.parametrize("case", cases("fires"))
def test_a_fix_leaves_nothing_to_fix(case: Case) -> None:
    if case.fixed != case.text:
        assert [finding.text for finding in findings(case.fixed, case.rule) if finding.fix] == []


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
    assert [text[finding.start : finding.end] for finding in found] == [finding.text for finding in found]
    assert [finding.text for finding in found] == ["사업 사업", "자료를 자료를"]


def test_a_rule_without_its_needs_is_named() -> None:
    assert {rule.id for rule, _ in check.skipped()} == {"termbase", "dated-rate", "source-differs"}
    assert check.skipped(check.Resources(termbase=Termbase.load(), rates=lambda *_: None, pages=lambda _: [])) == []
