"""Clauses whose order is not [who] [does] [what]: what something is, and objects that stand in front of their deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.deeds import INNER, predicate
from donghyang.draft.doing import is_deed
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.placing import AT, circumstanced
from donghyang.draft.prose import attributive
from donghyang.draft.shapes import Core
from donghyang.language import tables
from donghyang.language.hangul import with_particle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_THIS = "이"
_PAIR = 2
_LAUNCHED = ("发射", "成功发射")


def identity(page: Reader, words: Sequence[Token]) -> Core | None:
    """[what] 是 [what]: what something is."""
    at = next((at for at, word in enumerate(words) if word.zh == "是" and at), None)
    if at is None or at + 1 == len(words) or any(word.has("quantity") for word in words[-1:]):
        return None
    behind = list(words[at + 1 :])
    if behind[0].has("quantity") and behind[0].zh.startswith("一"):
        # 是一个长期任务: nothing is counted.
        behind = behind[1:]
    one_of = len(behind) > 2 and behind[-1].zh == "一" and behind[-2].zh == "之"
    doing = _doing(page, words[:at])
    what, thing = (
        noun_phrase(page, words[:at]) if doing is None else doing,
        _thing(page, behind[:-2] if one_of else behind) if behind else None,
    )
    shown = what == _THIS and (behind[-1].kind == "metric" or any(word.has("quantity") for word in behind))
    if not what or not thing or shown or behind[-1].has("date"):
        # 这是去年的总额，…: a figure that another sentence shows.
        return None
    thing = f"{thing} 중 하나" if one_of else thing
    joint = f"{with_particle(what, '은')[len(what) :]} "
    return Core(f"{thing}임", f"{thing}이", "act", what, joint)


_OF_DOING = tuple(tables.words(__package__, "of_doing"))
"""What doing something has: 发展甲的关键 is the key to it, and no deed done to a key."""


def _doing(page: Reader, words: Sequence[Token]) -> str | None:
    """发展产业, 发展产业的关键 in front of 是; None where no deed stands there, "" where it may be read in two ways."""
    if not words[0].has(*INNER) or len(words) < _PAIR:
        return None
    of = next((at for at in reversed(range(len(words))) if words[at].has("de")), 0)
    if not of:
        return predicate(page, words)
    deed, head = predicate(page, words[:of]), noun_phrase(page, words[of + 1 :])
    return f"{deed}의 {head}" if deed and head and words[-1].zh.endswith(_OF_DOING) else ""


def _thing(page: Reader, words: Sequence[Token]) -> str | None:
    """保障粮食安全的产业: what something is, also by what it does."""
    of = next((at for at in reversed(range(len(words))) if words[at].has("de")), 0)
    if of < _PAIR or not words[0].has(*INNER) or is_deed(words[0]):
        return noun_phrase(page, words)
    done_to, head = noun_phrase(page, words[1:of]), noun_phrase(page, words[of + 1 :])
    verb = words[0].ko("act") or words[0].ko("cause")
    return f"{attributive(done_to, verb, made=False)} {head}" if done_to and head else None


def fronting(words: Sequence[Token]) -> int | None:
    """Where 将 or 把 puts the object in front of a deed (将火箭发射升空); None where 将 speaks of what is to come."""
    for at, word in enumerate(words[:-2]):
        if (
            word.zh in ("将", "把")
            and words[at + 1].has("noun", "quantity")
            and not words[at + 1].has("adv", "modal", "date")
        ):
            behind = words[at + 2 :]
            if any(one.has("put") for one in behind[:-1]) or behind[-1].zh.startswith(_LAUNCHED):
                return at
    return None


def fronted(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 在 [where] 使用 [what] 将 [thing] [送入] [place], or 将 [thing] [发射升空]."""
    at = fronting(words)
    if at is None:
        return None
    put = next((at for at, word in enumerate(words) if word.has("put")), len(words) - 1)
    front = circumstanced(page, [word for word in words[:at] if not word.has("adv") or word.zh in AT])
    if front is None or not at + 1 < put:
        return None
    who, how = front
    thing = noun_phrase(page, words[at + 1 : put])
    told = _put(page, words[put:], well=any(word.zh == _WELL for word in words[:at])) if thing else None
    if not told:
        return None
    noted = with_particle(thing or "", "을") if len(words) > put + 1 else thing
    return Core(f"{how}{noted} {told[0]}", f"{how}{with_particle(thing or '', '을')} {told[1]}하", "act", who, ", ")


_WELL = "成功"


def _put(page: Reader, words: Sequence[Token], *, well: bool) -> tuple[str, str] | None:
    """The deed behind its object, as a note and as a stem without 하; None where it is none. `well`: it succeeded."""
    if len(words) == 1:
        verb = words[0].ko("event") if words[0].has("event") and words[0].zh.startswith(_LAUNCHED) else ""
        verb = f"{verb} 성공" if well and verb and not verb.endswith("성공") else verb
        head, _, last = verb.rpartition(" ")
        return (verb, f"{head}하는 데 {last}" if head and last == "성공" else verb) if verb else None
    place = noun_phrase(page, words[1:])
    particle, _, verb = words[0].ko("put").partition(" ")
    if not place or not verb:
        return None
    where = place + particle if particle == "에" else with_particle(place, particle)
    return f"{where} {verb}", f"{where} {verb}"
