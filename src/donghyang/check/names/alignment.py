"""Lays Hangul beside Chinese characters at the least cost.

A character may be read in Korean (北 북) or by its Chinese sound (北 베이), be put into a Korean word together with its
neighbours (有限公司 유한회사), or have no counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from donghyang.check.names.pairs import Pair, Step, Way
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.hangul import is_syllable
from donghyang.language.hanja import written_readings
from donghyang.language.misheard import wrong_forms
from donghyang.language.nearness import distance
from donghyang.language.script import is_han

_INF = 1e9
_EXTRA, _MISSING = 1.0, 0.9
_TAIL = 0.3
"""What a syllable costs that follows the name and has no counterpart (그룹, 파크)."""
_LEVEL = 0.25
"""What 시, 성 or 구 costs where the Chinese name goes without it."""
_INSIDE = 0.3
"""What it costs to begin inside a word (중국신커 for 信科)."""


def align(pair: Pair) -> None:
    """Find the words before the bracket that fit the Chinese name best, and say what stands for what."""
    hanja, hangul = pair.plain, pair.hangul
    name = _Name(hanja, sounds_of(hanja), further_sounds(hanja))
    best: dict[tuple[int, int], tuple[float, tuple[int, int, Way, str]]] = {}
    end = len(hangul)
    while end > 0 and hangul[end - 1] in " *":
        end -= 1
    costs = [[_INF] * (end + 1) for _ in range(len(hanja) + 1)]
    costs[len(hanja)][end] = 0.0
    least = max(0, end - int(len(hanja) * 2.6) - 8)
    for i in range(len(hanja), -1, -1):
        for j in range(end, least - 1, -1):
            if costs[i][j] >= _INF:
                continue
            for cost, i2, j2, way, right in _moves(name, (hangul, least), i, j):
                total = costs[i][j] + cost
                if total < costs[i2][j2]:
                    costs[i2][j2] = total
                    best[i2, j2] = (total, (i, j, way, right))
    starts = {j: costs[0][j] + _opening(hangul, j) for j in range(least, end) if costs[0][j] < _INF}
    if not starts:
        return
    j = min(starts, key=lambda at: (round(starts[at], 3), -at))
    pair.cost = costs[0][j] / len(hanja)
    base = pair.start
    i, at = 0, j
    while (i, at) in best and (i < len(hanja) or at < end):
        _, (i2, j2, way, right) = best[i, at]
        if way != "same" or hanja[i:i2].strip():
            pair.steps.append(Step(way, hanja[i:i2], base + at, base + j2, right))
        i, at = i2, j2
    pair.start, pair.end, pair.hangul = base + j, base + end, hangul[j:end]


def _opening(hangul: str, at: int) -> float:
    """What it costs a name to begin here: nothing at a word's first letter."""
    if hangul[at].isspace():
        return _INF
    return _INSIDE if at and hangul[at - 1].isalnum() else 0.0


_OTHER_SOUND: tuple[Way, float] = ("sound", 0.02)

_LONGEST = len("中国科学技术大学")
"""So long a word with a Korean form of its own is looked up in one piece; what is longer goes by its parts."""
_UNIVERSITY = "大学"
"""A word of its own: 师大学 is not 师大 with 学 behind it."""

_Move = tuple[float, int, int, Way, str]


@dataclass(frozen=True, slots=True)
class _Name:
    """A Chinese name with the sound of each character, and the sounds that it may have besides."""

    hanja: str
    sounds: tuple[str, ...]
    further: tuple[tuple[str, ...], ...]


def _moves(name: _Name, line: tuple[str, int], i: int, j: int) -> Iterator[_Move]:
    """The ways to go one step back from (i, j): (cost, i, j, way, right form).

    `line` is the Hangul with the place before which nothing is looked at.
    """
    hanja, sounds = name.hanja, name.sounds
    hangul, least = line
    if j > least and hangul[j - 1].isspace():
        yield 0.0, i, j - 1, "same", ""
    if i == 0:
        return
    char = hanja[i - 1]
    if not is_han(char):
        if j > least and hangul[j - 1].lower() == char.lower():
            yield 0.0, i - 1, j - 1, "same", ""
        yield 0.3, i - 1, j, "same", ""
        return
    yield _MISSING, i - 1, j, "missing", sounds[i - 1]
    if j > least and is_syllable(hangul[j - 1]):
        level = hangul[j - 1] in "시성구현" and i > 1
        yield _LEVEL if level else _TAIL if i == len(hanja) else _EXTRA, i, j - 1, "extra", ""
    in_university = hanja[i - 1 : i + 1] == _UNIVERSITY
    for length in range(1, 1 if in_university else min(_LONGEST, i) + 1):
        for form in korean_words().get(hanja[i - length : i], ()):
            start = _before(hangul, least, j, form)
            if start is not None:
                yield 0.0, i - length, start, "word", ""
    for length in (1, 2, 3):
        piece = hangul[max(least, j - length) : j]
        if len(piece) < length or not all(map(is_syllable, piece)):
            break
        way, cost = _OTHER_SOUND if piece in name.further[i - 1] else _fit(char, sounds[i - 1], piece)
        yield cost, i - 1, j - length, way, sounds[i - 1]


@lru_cache(maxsize=4096)
def _fit(char: str, sound: str, piece: str) -> tuple[Way, float]:
    """How well a piece of Hangul stands for a character."""
    reads = piece in written_readings(char)
    if piece == sound:
        return ("both" if reads else "sound"), 0.0
    if reads:
        return "read", 0.05
    far = distance(piece, sound)
    if piece in wrong_forms().get(sound, ()):
        return "near", min(far, _NEAR)
    return ("near", far) if far <= _NEAR else ("wrong", min(1.6, 0.6 + far))


def _before(hangul: str, least: int, end: int, form: str) -> int | None:
    """Where `form`, its spaces left out or put in, begins when it ends at `end`; None when it does not stand there."""
    at = end
    for char in reversed(form):
        while char != " " and at > least and hangul[at - 1] == " " and at < end:
            at -= 1
        if at <= least or hangul[at - 1] != char:
            return None
        at -= 1
    return at


_NEAR = 0.45


@lru_cache(maxsize=1024)
def sounds_of(hanja: str) -> tuple[str, ...]:
    """The Hangul of each character by its reading in this name."""
    from donghyang.language.transliterate import syllable, transliterate

    found = transliterate(hanja).pinyin
    if len(found) != len(hanja):
        from donghyang.language.pinyin import pinyin_of

        found = pinyin_of(hanja)
    return tuple(syllable(sound) or sound for sound in found)


@lru_cache(maxsize=1024)
def further_sounds(hanja: str) -> tuple[tuple[str, ...], ...]:
    """What else each character may sound like: only in a given name, whose reading its bearer chooses."""
    from donghyang.language.pinyin import further_readings, surname, word_at
    from donghyang.language.transliterate import looks_like_person, syllable

    if not looks_like_person(hanja) or word_at(hanja, 1):
        family = tuple(filter(None, map(syllable, surname(hanja) or ())))
        return ((family[:1],) + ((),) * (len(hanja) - 1)) if hanja else ()
    given = hanja[len(hanja) - min(2, len(hanja) - 1) :]
    also = tuple(tuple(filter(None, map(syllable, further_readings(char)))) for char in given)
    return ((),) * (len(hanja) - len(given)) + also


@cache
def korean_words() -> dict[str, tuple[str, ...]]:
    """Korean forms of the words and settled names inside Chinese names."""
    from donghyang.language.gazetteer import places
    from donghyang.language.words import forms_in_names

    forms = dict(forms_in_names())
    for known in (*firms_abroad().values(), *established_names().values()):
        forms[known.hanzi] = tuple(dict.fromkeys((*forms.get(known.hanzi, ()), *known.forms)))
    for place in places():
        if len(place.hanzi) > 1:
            forms[place.hanzi] = tuple(dict.fromkeys((*forms.get(place.hanzi, ()), place.hangul)))
    return forms
