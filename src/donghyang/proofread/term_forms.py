"""How a Korean form of a Chinese word is judged: by the names that the program knows, and by the national rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from donghyang.check.names.alignment import align
from donghyang.check.names.pairs import Pair, Step
from donghyang.check.names.spelling import SOUNDS_WRONG
from donghyang.check.names.verdicts import Verdict, by_rules, judge
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.gazetteer import counties, written
from donghyang.language.hangul import is_syllable
from donghyang.language.misheard import wrong_forms
from donghyang.language.nearness import letters
from donghyang.language.terms import Kind
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.language.words import Part, of_part, without_gloss

if TYPE_CHECKING:
    from donghyang.language.terms import Termbase

Way = Literal["fits", "off", "unfit", "free"]
"""fits: every character stands for its sound, its Korean reading or a known word; off: meant so, and not by the rules;
unfit: a character has no counterpart that it may be read as; free: a translation, which no rule can tell."""

Where = Literal["termbase", "names", "gazetteer"]

LONGEST = 40
"""Characters of a name that is laid beside its Hangul: the time grows with their square, and no name is longer."""
_SETTLED: tuple[Part, ...] = ("usage", "land")
"""What words with a form of their own do in names: 泰国 is 태국 there as everywhere."""
_UNFIT: frozenset[Verdict] = frozenset({"reading", "missing", "level"})
_LEVELS = "省市区县"
_LEVELS_KO = "성시구현"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of a form."""

    way: Way
    right: str | None = None
    """The form by the rules, of one that is off."""
    sure: bool = False
    """Whether an off form is nothing but a misheard syllable, a misnamed place, or a mixture of both readings."""


@lru_cache(maxsize=8192)
def judged(chinese: str, korean: str) -> Judged:
    """What the rules say of the Korean form of a simplified Chinese word."""
    if len(chinese) > LONGEST or len(korean) > 2 * LONGEST or not any(map(is_syllable, korean)):
        return Judged("free")
    pair = Pair(korean, chinese, 0, len(korean), (0, 0))
    align(pair)
    verdict = judge(pair)
    if letters(pair.hangul) != letters(korean):
        return Judged("free")
    if verdict in SOUNDS_WRONG:
        right = by_rules(pair)
        if letters(right) != letters(korean):
            return Judged("off", right, _is_sure(pair, verdict))
    if verdict in _UNFIT:
        return Judged("unfit")
    return Judged("free" if verdict == "translation" or pair.has_more else "fits")


_SOUNDED = 2
"""Fewer syllables by sound may be Korean ones by chance, as 자 for 家 in 과학자."""


def _is_sure(pair: Pair, verdict: Verdict) -> bool:
    near = [step for step in pair.steps if step.way == "near"]
    if pair.count("wrong", "missing") or pair.has_more:
        return False
    spoken = pair.count("sound", "both", "read", "near")
    # 수질 of 水 is a word, and 파킨슨 of 帕金森 the sound of another language.
    off = len({step.hanja for step in near})
    if not all(_is_misheard(pair, step) for step in near) or 1 < off >= spoken / 2:
        return False
    return verdict != "mixed" or pair.count("sound") >= _SOUNDED or looks_like_person(pair.plain)


def _is_misheard(pair: Pair, step: Step) -> bool:
    printed = pair.printed(step)
    return len(printed) == len(step.right) or printed in wrong_forms().get(step.right, ())


@dataclass(frozen=True, slots=True)
class Standing:
    """A form that a table of the program, or the newsroom's own, holds to be right."""

    korean: str
    """Without the gloss that closes it."""
    where: Where
    kind: Kind | None = None
    """Of a term of the termbase."""

    def says(self, korean: str) -> bool:
        """Is this the form, its spaces and marks aside? A place may be printed with its level: 선전시 for 深圳."""
        said, own = letters(without_gloss(korean)), letters(self.korean)
        is_place = self.where == "gazetteer" or self.kind == "place"
        return said == own or (is_place and said[:-1] == own and said[-1:] in _LEVELS_KO)


def standing(chinese: str, base: Termbase) -> tuple[Standing, ...]:
    """The forms in which a simplified Chinese word is right, the termbase's first; () for a word that no table has."""
    terms = (base.get(chinese, kind) for kind in get_args(Kind))
    found = [Standing(without_gloss(term.korean), "termbase", term.kind) for term in terms if term]
    if first := base.get(chinese):
        found.sort(key=lambda one: one.kind != first.kind)
    return (*found, *named(chinese), *placed(chinese))


def named(chinese: str) -> tuple[Standing, ...]:
    """The forms of a well-known name, by sound too unless its bearer comes from abroad; () for any other word."""
    settled = [form for part in _SETTLED if (form := of_part(part).get(chinese))]
    name = firms_abroad().get(chinese) or established_names().get(chinese)
    if name:
        settled += name.forms if name.abroad else (*name.forms, transliterate(chinese).hangul)
    return tuple(Standing(form, "names") for form in dict.fromkeys(settled))


def placed(chinese: str) -> tuple[Standing, ...]:
    """The forms of a place of the gazetteer, with its level (蜀山区 수산구) or without; () for any other word."""
    places = written(chinese)
    tail = ""
    if not places and chinese[-1:] in _LEVELS:
        places, tail = written(chinese[:-1]), of_part("suffix")[chinese[-1:]]
    forms = dict.fromkeys(form + tail for place in places for form in (place.hangul, place.accepted) if form)
    return tuple(Standing(form, "gazetteer") for form in forms)


_SHORT_PLACE = 3
"""Characters of a city, county or district: a name of two and its level."""


def is_unknown_place(chinese: str) -> bool:
    """Is this in its shape a city, county or district, though the official table, which is whole, has none of that
    name (浦东区 for 浦东新区)?"""
    if len(chinese) != _SHORT_PLACE or chinese[-1] not in _LEVELS:
        return False
    rural = (place.hanzi for group in counties().values() for place in group)
    return not written(chinese) and not written(chinese[:-1]) and chinese[:-1] not in rural
