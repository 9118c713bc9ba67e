"""How Korean verbs begin: a stem with the forms in which its last syllable is written before endings.

Word lists mark a stem as dictionaries do, with a dash (낮추-), so that no form of it is forgotten: 낮춘, 낮출, 낮춤,
낮춰, 낮췄. Regular verbs, those in 하다, 르 and ㄹ are formed; what else changes is listed in its forms.
"""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.hangul import join, split

_ENDINGS = ("", "ㄴ", "ㄹ", "ㅁ", "ㅂ")
"""What closes an open last syllable: 낮추고, 낮춘, 낮출, 낮춤, 낮춥니다."""
_JOINED = dict(zip("ㅏㅓㅐㅔㅗㅜㅣㅚㅡㅕ", "ㅏㅓㅐㅔㅘㅝㅕㅙㅓㅕ", strict=True))
"""The vowel that an open syllable has before 어 and 었: 낮춰, 올려, 커."""
_BRIGHT = frozenset("ㅏㅗ")
"""After these 르 becomes 라, after others 러: 올라, 불러."""


def beginnings(stem: str) -> tuple[str, ...]:
    """The stem with all shapes of its last syllable, "낮추" giving 낮추, 낮춘, 낮출, 낮춤, 낮춥, 낮춰, 낮췄."""
    head, last = stem[:-1], stem[-1]
    initial, vowel, final = split(last)
    if final == "ㄹ":
        open_forms = (head + join(initial, vowel, ending) for ending in ("ㄴ", "ㅂ", "ㄻ"))
        return stem, *open_forms, head + join(initial, vowel) + "는"
    if final:
        return (stem,)
    plain = [head + join(initial, vowel, ending) for ending in _ENDINGS]
    if last == "하":
        return (*plain, f"{head}해", f"{head}했")
    if last == "르" and head:
        before = split(head[-1])
        past = "ㅏ" if before[1] in _BRIGHT else "ㅓ"
        doubled = head[:-1] + join(before[0], before[1], "ㄹ")
        return (*plain, doubled + join("ㄹ", past), doubled + join("ㄹ", past, "ㅆ"))
    joined = _JOINED.get(vowel)
    return (*plain, head + join(initial, joined), head + join(initial, joined, "ㅆ")) if joined else tuple(plain)


def either(package: str, *names: str) -> str:
    """The words of lists as alternatives of a regular expression, stems (낮추-) in all their beginnings."""
    words = [word for name in names for word in tables.words(package, name)]
    forms = [form for word in words for form in (beginnings(word[:-1]) if word.endswith("-") else (word,))]
    return "|".join(map(re.escape, dict.fromkeys(forms)))
