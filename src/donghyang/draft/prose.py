"""The two voices of a weekly: notes that end in a noun (발표), and the sentences of the summary (발표하였다).

A stem is a sentence without its ending; all stems end in 하 or 되, so that one rule conjugates them.
"""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.hangul import with_particle

# Deeds that are named by what is held, kept or reached rather than done.
_REACHED = frozenset({"성공", "진입", "도달"})
_KEPT = frozenset(tables.words(__package__, "kept"))
_TAKEN = re.compile(r"(?:1위|선두권)$")
_HELD = re.compile(r"(?:현판식|발표회|기자회견)$")
_YIELDED = re.compile(r"(?:성과|진전|수준)$")
_BECAME = frozenset(tables.words(__package__, "became"))
_PLANS = ("예정", "전망", "계획")


def deed(thing: str, verb: str) -> str:
    """[thing] [verb] as a stem: 계획, 발표 -> 계획을 발표하."""
    head, _, last = verb.rpartition(" ")
    if head and last == "가속화":
        return f"{thing} {with_particle(head, '을')} {last}하"
    return f"{with_particle(thing, '을')} {verb}하"


def happening(verb: str) -> str:
    """What happened, as a stem: 발사 성공 -> 발사에 성공하, 개통 -> 개통되, 현판식 -> 현판식을 개최하."""
    head, _, last = verb.rpartition(" ")
    if head and last in _REACHED:
        return f"{head}에 {last}하"
    if head and last in _KEPT:
        return f"{with_particle(head, '을')} {last}하"
    if _TAKEN.search(verb):
        return f"{with_particle(verb, '을')} 차지하"
    if _HELD.search(verb):
        return f"{with_particle(verb, '을')} 개최하"
    if _YIELDED.search(verb):
        return f"{with_particle(verb, '을')} 달성하"
    return verb + ("되" if last in _BECAME else "하")


def reached(amount: str, verb: str) -> str:
    """A figure as a stem: 12억 위안 -> 12억 위안을 기록하, 5조 위안 돌파 -> 5조 위안을 돌파하."""
    for bound in ("초과", "돌파"):
        if not verb and amount.endswith(f" {bound}"):
            return f"{with_particle(amount.removesuffix(f' {bound}'), '을')} {bound}하"
    return deed(amount, verb or "기록")


def about(subject: str, stem: str) -> str:
    """A stem with what it speaks of: 정부, 계획을 발표하 -> 정부는 계획을 발표하."""
    if not subject:
        return stem
    return f"{subject} {stem}" if subject.endswith("에") else f"{with_particle(subject, '은')} {stem}"


def aimed(stem: str, word: str) -> str:
    """A stem turned to the future: 목표 -> …하는 것을 목표로 하, 예정 -> …할 예정."""
    if word == "목표":
        return f"{stem}는 것을 목표로 하"
    return f"{stem[:-1]}{'할' if stem.endswith('하') else '될'} {word}"


def finish(stem: str) -> str:
    """The last sentence ending: 하 -> 하였다., 예정 -> 예정이다."""
    if stem.endswith(_PLANS):
        return f"{stem}이다."
    if stem.endswith("목표로 하"):
        return f"{stem[:-1]}한다."
    return f"{stem}였다." if stem.endswith("하") else f"{stem}었다."


def link(stem: str, *, ahead: bool = False) -> str:
    """The ending before another clause: 하 -> 하였으며, or 하고 where all of it is still to come."""
    if ahead and stem.endswith(("하", "되")) and not stem.endswith("목표로 하"):
        return f"{stem}고"
    if stem.endswith(_PLANS):
        return f"{stem}이며"
    if stem.endswith("목표로 하"):
        return f"{stem}며"
    return f"{stem}였으며" if stem.endswith("하") else f"{stem}었으며"
