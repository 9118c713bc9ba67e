"""Runs the rules over a document and puts their findings in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from donghyang.check.resources import Resources
from donghyang.check.rule import Hit, Rule, read_card
from donghyang.check.rules import FAMILIES, SPLIT, today
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.composed import Composed
from donghyang.records import CannotProceed, Finding, Message, Related, did_you_mean

if TYPE_CHECKING:
    from donghyang.records import Document


DEFAULT, STYLE = "default", "style"
"""Names for all rules that are on by default, and for those of house style, which are off."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, family by family, each in the order of its own list."""
    families = (import_module(f"donghyang.check.rules.{family}") for family in FAMILIES)
    return tuple(read_card(import_module(f"{family.__name__}.{name}")) for family in families for name in family.NAMES)


def check(
    document: Document,
    *,
    date: dt.date | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    resources: Resources | None = None,
) -> list[Finding]:
    """The findings of a document in order of their place; [] when there are none. Spans lie in `document.text`.

    `date` is the day of publication where the document does not say it. `select` and `ignore` name rules
    (see `chosen`). A rule whose needs are not in `resources` is passed over (see `skipped`). Raises CannotProceed for
    a name that no rule and no class has.
    """
    return examine(document, date=date, select=select, ignore=ignore, resources=resources).findings


def examine(
    document: Document,
    *,
    date: dt.date | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    resources: Resources | None = None,
) -> Examined:
    """The findings as `check` gives them, and why rules were left out of a layout that was not understood."""
    whole = Composed(document.text)
    if whole.is_other:
        there = examine(whole.document(document), date=date, select=select, ignore=ignore, resources=resources)
        return Examined([whole.finding(finding) for finding in there.findings], there.doubt)
    at_hand = resources or Resources()
    sheet = Sheet(document, date, at_hand)
    doubt = sheet.issue.doubt
    found: set[Finding] = set()
    for rule in chosen(select, ignore):
        if not at_hand.missing(rule.needs) and not (doubt and _stands_on_layout(rule)):
            seen = sheet.unglossed if rule.family == "numbers" else sheet
            found.update(_finding(seen, rule, hit) for hit in rule.run(seen) if _speaks(seen, rule, hit))
    findings = sorted(_once(found), key=lambda finding: (finding.start, finding.end, finding.rule, finding.message.ko))
    return Examined(findings, _left_out(doubt) if doubt else None)


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a document."""

    findings: list[Finding]
    doubt: Message | None
    """Why the layout counts as not understood, and which classes of rules were left out; None where it was."""


_ON_LAYOUT = ("headline-body", "summary-body", "contents-body", "table-text", "numbering", "reference", "form")
"""The classes whose rules hold one part of a report against another; on a layout that was not understood they guess."""


def _stands_on_layout(rule: Rule) -> bool:
    return rule.class_ in _ON_LAYOUT and rule.id != OPEN_LINE


def _left_out(doubt: Message) -> Message:
    classes = ", ".join(_ON_LAYOUT)
    return Message(
        f"{doubt.ko} 짜임새에 기대는 규칙은 빼고 보았습니다: {classes}",
        f"{doubt.en} Rules that stand on it were left out: {classes}",
    )


def _once(found: Iterable[Finding]) -> list[Finding]:
    """Of findings that say one thing of one place the gravest, the earlier rule's where they weigh alike."""
    order = {rule.id: at for at, rule in enumerate(all_rules())}
    kept: dict[tuple[int, int, str], Finding] = {}
    for finding in sorted(found, key=lambda one: (_WEIGHT[one.severity], order[one.rule], one.message.ko)):
        kept.setdefault((finding.start, finding.end, _MATTER.get(finding.class_, finding.class_)), finding)
    return list(kept.values())


_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_FIGURES = (
    *("sum", "share", "ratio", "growth", "conversion", "magnitude", "unit", "order"),
    *("headline-body", "summary-body", "contents-body", "table-text", "count-list"),
)
_MATTER = dict.fromkeys(_FIGURES, "figure")
"""Classes that say of a place one thing: that its figure does not agree with another."""


def skipped(
    resources: Resources | None = None, *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> list[tuple[Rule, tuple[str, ...]]]:
    """The chosen rules that cannot run, each with what it lacks."""
    at_hand = resources or Resources()
    return [(rule, missing) for rule in chosen(select, ignore) if (missing := at_hand.missing(rule.needs))]


def chosen(select: Collection[str], ignore: Collection[str]) -> tuple[Rule, ...]:
    """The rules that `select` and `ignore` leave. Raises CannotProceed for an unknown name.

    A name is that of a rule, of a class, meaning those of its rules that are on by default, or one of two groups:
    "default", what nothing selected means, and "style". The name of a rule that was split means what it was split
    into; that of a rule which is no more chooses nothing. A name that is both a rule's, of today or of old, and a
    class's means the rule.
    """
    rules = all_rules()
    ids = {rule.id for rule in rules} | SPLIT.keys()
    known = ids | {rule.class_ for rule in rules} | {DEFAULT, STYLE} | retired()
    for name in (*select, *ignore):
        if name not in known:
            guess = did_you_mean(name, sorted(known))
            raise CannotProceed(
                Message(
                    f"'{name}'(이)라는 규칙이 없습니다.{guess.ko} 규칙 목록에서 이름을 확인하십시오.",
                    f"no rule or class is called '{name}'.{guess.en} Look it up in the list of rules.",
                )
            )

    def named(rule: Rule, names: Collection[str]) -> bool:
        groups = {DEFAULT, rule.class_} - ids if rule.default else {STYLE}
        return any(rule.id in today(name) for name in names) or not groups.isdisjoint(names)

    return tuple(rule for rule in rules if named(rule, select or (DEFAULT,)) and not named(rule, ignore))


@cache
def retired() -> frozenset[str]:
    """The names of rules that are no more."""
    return frozenset(row[0] for row in tables.read(__package__, "retired.tsv"))


OPEN_LINE = "open-line"
"""The rule that speaks of what is still to be written; no other one does."""


def _speaks(sheet: Sheet, rule: Rule, hit: Hit) -> bool:
    """Whether a rule may say what it found: nothing is said of a line that is still to be written but that it is."""
    if rule.id == OPEN_LINE or not sheet.open:
        return True
    spans = ((hit.start, hit.end), *hit.related)
    return not any(start < line.end and line.start < max(end, start + 1) for start, end in spans for line in sheet.open)


def _finding(sheet: Sheet, rule: Rule, hit: Hit) -> Finding:
    start, end = sheet.place(hit.start, hit.end)
    source = sheet.document.text
    related = (sheet.place(*span) for span in hit.related)
    return Finding(
        rule=rule.id,
        class_=rule.class_,
        severity=hit.severity or rule.severity,
        message=hit.message,
        start=start,
        end=end,
        text=source[start:end],
        related=tuple(Related(a, b, source[a:b]) for a, b in related),
        fix=hit.fix,
    )
