"""The two voices of a weekly: notes that end in a noun (발표), and the sentences of the summary (발표하였다).

A stem is a sentence without its ending; all stems end in 하 or 되, so that one rule conjugates them. Which ending
stands behind it is the mood's (`data/moods.tsv`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from donghyang.language import tables
from donghyang.language.hangul import is_syllable, split, with_particle

if TYPE_CHECKING:
    from donghyang.draft.moods import Mood

# Deeds that are named by what is held, kept or reached rather than done.
_REACHED = frozenset({"성공", "진입", "재진입", "도달"})
WHOLE = frozenset(tables.words(__package__, "whole"))
_ARRIVED = frozenset(tables.words(__package__, "arrived"))
_APPROVED = "승인"
_BEGUN = frozenset({"착수"})
"""What is begun is a deed: 기지 구축에 착수하."""
_EVER = frozenset(tables.words(__package__, "ever"))
"""How something is done, and no thing that it is done to (지속 가속화)."""
_KEPT = frozenset(tables.words(__package__, "kept"))
_HOW = frozenset({"공식", "전면", "정식"})
"""How something happens, which is not what it is done to (공식 개시)."""
_TAKEN = re.compile(r"(?:1위|선두권)$")
_HELD = re.compile(r"(?:현판식|발표회|기자회견)$")
_YIELDED = re.compile(r"(?:성과|진전|수준|증가세 전환)$")
_CAME_TO = re.compile(r"(?:빠른|두 자릿수) (?:증가|성장)$")
_BECAME = frozenset(tables.words(__package__, "became"))


class _Ending(NamedTuple):
    note: str
    last: str
    linking: str


@cache
def _endings() -> dict[Mood, _Ending]:
    rows = (row for row in tables.read(__package__, "moods.tsv") if row[0] == "ending")
    return {cast("Mood", mood): _Ending(note.strip("-"), last, linking) for _, mood, note, last, linking in rows}


def deed(thing: str, verb: str) -> str:
    """[thing] [verb] as a stem: 계획, 발표 -> 계획을 발표하."""
    head, _, last = verb.rpartition(" ")
    if head and last == "성공":
        return f"{thing} {head}에 {last}하"
    if head and last in WHOLE and head not in _EVER:
        return f"{thing} {with_particle(head, '을')} {last}하"
    if head and last in _BEGUN:
        return f"{thing} {head}에 {last}하"
    if head.endswith(_APPROVED):
        return f"{thing} {with_particle(head, '을')} {last}하"
    if last in _ARRIVED or verb in _ARRIVED:
        return f"{thing}에 {verb}하"
    return f"{with_particle(thing, '을')} {verb}하"


def moved(told: str) -> str:
    """A figure that moved as a stem: 12% 증가 -> 12% 증가하, 5만㎡로 확대 -> 5만㎡로 확대되."""
    return told + ("되" if told.rpartition(" ")[2] in _BECAME else "하")


def happening(verb: str) -> str:
    """What happened, as a stem: 발사 성공 -> 발사에 성공하, 개통 -> 개통되, 현판식 -> 현판식을 개최하."""
    head, _, last = verb.rpartition(" ")
    if head and last in _REACHED:
        return f"{head}에 {last}하"
    if head and last in _BEGUN and head not in _HOW:
        return f"{with_particle(head, '이')} 시작되"
    if head and last in _KEPT and head not in _HOW:
        return f"{with_particle(head, '을')} {last}하"
    if _TAKEN.search(verb):
        return f"{with_particle(verb, '을')} 차지하"
    if _HELD.search(verb):
        return f"{with_particle(verb, '을')} 개최하"
    if _CAME_TO.search(verb):
        return f"{with_particle(verb, '을')} 기록하"
    if _YIELDED.search(verb):
        return f"{with_particle(verb, '을')} 달성하"
    return verb + ("되" if last.rpartition("·")[2] in _BECAME else "하")


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
    if subject.endswith(("에", "에서")):
        return f"{subject} {_MADE_THERE.sub(_CAME_ABOUT, stem)}"
    return f"{with_particle(subject, '은')} {stem}"


_CAME_ABOUT = r"\g<what>가 \g<made>되"
_MADE_THERE = re.compile(r"(?P<what>성과|돌파구)를 (?P<made>창출|마련)하$")
"""建设成果丰硕: 건설에서 성과가 창출되, for nobody is named who made it."""


_VAGUE = re.compile("|".join(pattern for pattern, *_ in tables.read(__package__, "vague.tsv")))


def says_something(korean: str) -> bool:
    """Does a note name what was published: no 8개 부처 발표, no 관련 통지 발표?"""
    return not _VAGUE.search(korean)


_DONE_TO_DEEDS = frozenset({*WHOLE, "추진", "촉진"})
_OF_ANYTHING = frozenset(tables.words(__package__, "of_anything"))


def names_its_thing(korean: str, manners: frozenset[str]) -> bool:
    """Does a note say of what it tells: no 자원 총괄, 제도 취약점 보완? `manners`: words that say only how."""
    words = re.split(r"[ ·,]+", korean)
    # 체제 개선 가속화: a deed that is done to another says no more.
    things = words[:-2] if words[-1] in _DONE_TO_DEEDS else words[:-1]
    return any(word not in _OF_ANYTHING and word not in manners for word in things)


_TWICE = re.compile(r"(\((?P<short>[A-Z]{2,6})\))(?:\([A-Z]{2,6}\)| (?P=short)(?![A-Za-z]))")


_FIRST_OF_YEAR = re.compile(r"^(20\d\d년 [가-힣]+) 최초 (?=\S)")
"""今年我国首条特高压工程: the first one of that year."""


def once(korean: str) -> str:
    """One blank between words, a short name once (국내총생산(GDP)(GDP), 톈옌(FAST) FAST), the first of a year as 첫."""
    korean = _FIRST_OF_YEAR.sub(r"\1 첫 ", korean)
    return _TWICE.sub(r"\1", re.sub(" +", " ", korean))


def planned_run(prose: str) -> str:
    """Several deeds to come as one note: 갑을 가속화하고 을을 지원할 예정이다. -> 갑을 가속화하고 을을 지원할 예정."""
    return prose.removesuffix("이다.")


def suffix(mood: Mood) -> str:
    """What a mood writes behind a note (목표, 가능); "" where it writes nothing or ends the note as a verb."""
    ending = _endings().get(mood)
    return "" if ending is None or "{" in ending.note else ending.note


def noted(korean: str, stem: str, mood: Mood) -> str:
    """A note in its mood: 3% 상승, possible -> 3% 상승 가능; 투자를 확대하, demanded -> 투자를 확대해야 함."""
    ending = _endings().get(mood)
    if ending is None or not ending.note or stem.endswith(_IS):
        return korean
    if "{" in ending.note:
        return _conjugated(stem, ending.note)
    return korean if korean.endswith(ending.note) else f"{korean} {ending.note}"


def attributive(thing: str, verb: str, *, made: bool) -> str:
    """A deed in front of a noun: 위성, 발사 -> 위성을 발사한; what was not made but goes on: "", 주도 -> 주도하는."""
    head, _, last = verb.rpartition(" ")
    bare = f"{head}에 {last}하" if head and last in _REACHED else f"{verb}하"
    stem = deed(thing, verb) if thing else bare
    return _conjugated(stem, "{한}") if made else f"{stem}는"


_IS = "이"
"""The end of a stem that says what something is; all others end in 하 or 되."""


def finish(stem: str, mood: Mood) -> str:
    """The last sentence ending: 하 -> 하였다., in the mood's own form."""
    if stem.endswith(_IS):
        return f"{stem}다."
    return f"{_conjugated(stem, _endings()[mood].last)}."


def link(stem: str, mood: Mood, *, shared: bool = False) -> str:
    """The ending before another clause: 하 -> 하였으며; `shared`: the next one is of the same mood and says it."""
    if stem.endswith(_IS):
        return f"{stem}고" if shared else f"{stem}며"
    if shared:
        return _conjugated(stem, "{하}고")
    return _conjugated(stem, _endings()[mood].linking)


def in_sequence(stem: str) -> str:
    """The ending before what came of it: 지급하 -> 지급해."""
    return _conjugated(stem, "{해}")


_SHORTEST = 3


def quoted(sentence: str) -> str:
    """A sentence as somebody says it: 예정이다. -> 예정이라고, 하였다. -> 하였다고."""
    plain = sentence.removesuffix(".")
    if plain.endswith("이다"):
        open_ = len(plain) > _SHORTEST and is_syllable(plain[-3]) and not split(plain[-3])[2]
        # 조치라고, 방향이라고
        return f"{plain[:-2]}라고" if open_ else f"{plain[:-1]}라고"
    return f"{plain}고"


_FORMS = {"하": {"할": "할", "해": "해", "한": "한"}, "되": {"할": "될", "해": "되어", "한": "된"}}


_SO = re.compile(r"(?<=[가-힣])(?<![누실업목면추흔])적 (?=\S+$)")
"""안정적 회복 as a note, 안정적으로 회복하 as a sentence."""
_IN_QUALITY = re.compile(r"(?<=고품질) (?=\S+$)")
"""고품질 구축 as a note, 고품질로 구축하 as a sentence."""


def _conjugated(stem: str, ending: str) -> str:
    """Stem and ending; words that an ending puts in front stand before the last word of the stem."""
    stem = _IN_QUALITY.sub("로 ", _SO.sub("적으로 ", stem))
    before, brace, rest = ending.partition("{")
    form, _, behind = (brace + rest).removeprefix("{").partition("}")
    head, blank, last = stem.rpartition(" ")
    syllable = last[-1:]
    written = last if form == "하" else last[:-1] + _FORMS[syllable][form]
    past = behind.replace("였", "었", 1) if syllable == "되" and behind.startswith("였") else behind
    return f"{head}{blank}{before}{written}{past}"
