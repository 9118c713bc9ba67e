"""Which words of a Korean question are verbs: what they tell, a report tells in other words."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from donghyang.language import tables
from donghyang.language.hangul import is_syllable, join, split
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily

_BOUND = lazily("(?:는|던|고|며|면|게|기|네|나|니|자|다|지|도록|려|거|겠|느|습|으|군|구)")
"""How a verb goes on right behind its stem."""
_BEHIND_BOUND = lazily(
    "(?:|요|지.{0,2}|가요?|데.?|서.?|도|로|에|까.?|다.{0,2}|나요?|냐|고.?|는.{0,2}|면.?|라.?|만|니[다까]|습니[다까]|며|은.?|을.?|자.?)"
)
"""How it ends from there: 하[는]데, 있[습]니까; 하니웰 is no 하니."""
_LONE = lazily("(?:는|던|겠|려|느|도록)")
"""How one of a single open syllable does that is no noun: 쓰는, not 주기, 보고."""
_CLOSED = lazily("(?:는|던|겠|습|도록|[고으])")
"""How one of a single closed syllable does: 얻고, not 입자."""
_BEHIND_NOUN_FORM = lazily("(?:|다.*|가요?|지.*|까.*|데.*|수록|걸.*|니까?.*|라.*|래.*|려.*|면.*|터.*|만.*)")
"""Behind a stem with ㄴ or ㄹ: 만든다, 만들지, 될까."""
_BEHIND_JOINED = lazily(
    "(?:서.*|야.*|도.*|라.*|요|졌.*|준.*|주.+|줬.*|둔.*|온.*|간.*|낸.*|내.+|가.+|있.*|본.*|놓.*|버.*|나.+)"
)
"""Behind a stem with 아 or 어: 세워서, 높여야, 풀어낸."""
_ENDING = lazily(
    "[가-힣]+(?:면서|으면|려고|려는|려면|도록|느라|기로|기에|하지|하고|다는|다고|는데|[어아여해되]야|새로운|같은|[어아여해]서)"
)
"""How a verb ends whatever its stem: 굴리면서, 뽑히면."""
_LEAST = 2
_SS = "ㅆ"
"""The final that only verbs have: 불어났어, 있는, 하겠다."""
_BRIGHT = "ㅏㅗ"
_JOINED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}
_AS_THEY_ARE = "ㅏㅓㅐㅔㅕ"
_CHANGED = {"d": "ㄹ", "s": ""}
_LEADS_ON = lazily("(?:[가-힣][고게지]|려고?|[가-힣]기로|[가-힣]도록)$")
"""How a verb ends before one that only helps it: 다니게 하나, 쓰지 않고, 두기로 한."""
_OPEN_JOINED = {(vowel, "") for vowel in "ㅏㅓㅕㅐㅔㅘㅝㅙ"}
"""Vowel and final of the last syllable of a verb with 아 or 어."""
_Forms: TypeAlias = tuple[dict[str, re.Pattern[str]], frozenset[str], frozenset[str]]
"""Stems before a consonant, each with what may follow there; stems with ㄴ or ㄹ; with 아 or 어."""


def is_verb(token: str) -> bool:
    """Whether a word of a question has the form of a verb or an adverb."""
    if not all(map(is_syllable, token)):
        return False
    if len(token) < _LEAST:
        return token in _of_one_syllable()
    if any(split(char)[2] == _SS for char in token):
        return True
    return _is_conjugated(token) or _ENDING.fullmatch(token) is not None


def has_double_coda(syllable: str) -> bool:
    """Whether a syllable ends in ㅆ, as verbs in the past do."""
    return split(syllable)[2] == _SS


def _is_conjugated(token: str) -> bool:
    if token in tables.words(__package__, "no_verbs"):
        return False
    bound, told, joined = _forms()
    for end in range(1, len(token) + 1):
        head, rest = token[:end], token[end:]
        if head in bound and bound[head].match(rest):
            return True
        if head in told and (_BEHIND_NOUN_FORM.fullmatch(rest) if end > 1 else rest.startswith("다")):
            return True
        if head in joined and ((end > 1 and not rest and head not in bound) or _BEHIND_JOINED.fullmatch(rest)):
            return True
    return False


@cache
def _of_one_syllable() -> frozenset[str]:
    """Verbs before a noun that are one syllable and no noun: 푼, 쏠."""
    return frozenset(form for form in _forms()[1] if len(form) == 1) - frozenset(tables.words(__package__, "syllables"))


@cache
def _forms() -> _Forms:
    rows = tables.read(__package__, "verbs.tsv")
    return _forms_of(tuple((stem, kind) for kind, stems in rows for stem in stems.split()))


@cache
def _forms_of(verbs: tuple[tuple[str, str], ...]) -> _Forms:
    bound: dict[str, re.Pattern[str]] = {}
    told: set[str] = set()
    joined: set[str] = set()
    for stem, kind in verbs:
        last = split(stem[-1])
        bound[stem] = _BOUND if len(stem) > 1 else _CLOSED if last[2] else _LONE
        if last[2] == "ㄹ":
            bound[stem[:-1] + join(*last[:2])] = _BOUND if len(stem) > 1 else _LONE
        told.update(_before_noun(stem, kind))
        joined.add(_joined(stem, kind))
    return bound, frozenset(told), frozenset(joined)


def is_short_verb(token: str) -> bool:
    """Whether a word may be a verb whose stem has one syllable, as which it is read behind its object: 날개를 펴면."""
    if len(token) < _LEAST or not all(map(is_syllable, token)):
        return False
    bound, told, joined = _forms()
    rest = token[1:]
    return bool(
        (token[0] in bound and _BOUND.fullmatch(rest))
        or (token[0] in told and _BEHIND_NOUN_FORM.fullmatch(rest))
        or (token[0] in joined and _BEHIND_JOINED.fullmatch(rest))
    )


def is_auxiliary(token: str, before: str) -> bool:
    """Whether a word only helps the verb right before it: 들어야 [하나], 두기로 [한], 펴 [보면], 받을 수 [있어]."""
    if not before or not all(map(is_syllable, before)):
        return False
    if without_particle(before) in tables.words(__package__, "bound_nouns") or _LEADS_ON.search(before):
        return _is_form_of(token, "auxiliaries")
    if before[-1] in "야도":
        return _is_joined(before[:-1]) and _is_form_of(token, "auxiliaries")
    return _is_joined(before) and _is_form_of(token, "joined_auxiliaries")


def _is_joined(token: str) -> bool:
    """Whether a word is a verb that ends with 아 or 어: 나눠 쓰게, 펴 보면, 보장해 주기로."""
    if not token or split(token[-1])[1:] not in _OPEN_JOINED:
        return False
    return token[-1] in "해돼" or token in _forms()[2] or is_verb(token)


def _is_form_of(token: str, name: str) -> bool:
    """Whether a word is a form of a verb of a list."""
    bound, told, joined = _forms_of(tuple((stem, "plain") for stem in tables.words(__package__, name)))
    for end in range(1, len(token) + 1):
        head, rest = token[:end], token[end:]
        if not is_syllable(head[-1]):
            return False
        goes_on = _BOUND.match(rest) if head in bound else None
        if goes_on is not None and _BEHIND_BOUND.fullmatch(rest, goes_on.end()):
            return True
        if head in told and _BEHIND_NOUN_FORM.fullmatch(rest):
            return True
        past = split(head[-1])[2] == _SS
        stem = head[:-1] + join(*split(head[-1])[:2]) if past else head
        if stem in joined and (past or not rest or _BEHIND_JOINED.fullmatch(rest)):
            return True
    return False


def _before_noun(stem: str, kind: str) -> tuple[str, ...]:
    """With ㄴ and ㄹ: 만든, 만들; 받은, 받을; 도운, 도울."""
    head, (initial, vowel, final) = stem[:-1], split(stem[-1])
    if kind == "b":
        return f"{head}{join(initial, vowel)}운", f"{head}{join(initial, vowel)}울"
    if kind in _CHANGED:
        bare = head + join(initial, vowel, _CHANGED[kind])
        return f"{bare}은", f"{bare}을"
    if final in ("", "ㄹ"):
        return head + join(initial, vowel, "ㄴ"), head + join(initial, vowel, "ㄹ")
    return f"{stem}은", f"{stem}을"


def _joined(stem: str, kind: str) -> str:
    """With 아 or 어: 세워, 높여, 받아, 골라, 도와."""
    head, (initial, vowel, final) = stem[:-1], split(stem[-1])
    if kind == "b":
        return head + join(initial, vowel) + ("와" if vowel == "ㅗ" and not head else "워")
    if kind in _CHANGED:
        final = _CHANGED[kind]
        return head + join(initial, vowel, final) + ("아" if vowel in _BRIGHT else "어")
    if final:
        return stem + ("아" if vowel in _BRIGHT else "어")
    if stem[-1] == "하":
        return f"{head}해"
    if vowel == "ㅡ" and head:
        before = split(head[-1])
        end = "ㅏ" if before[1] in _BRIGHT else "ㅓ"
        if initial == "ㄹ" and not before[2]:
            return head[:-1] + join(before[0], before[1], "ㄹ") + join("ㄹ", end)
        return head + join(initial, end)
    if vowel == "ㅡ":
        return join(initial, "ㅓ")
    if vowel in _AS_THEY_ARE:
        return stem
    return head + join(initial, _JOINED[vowel]) if vowel in _JOINED else f"{stem}어"
