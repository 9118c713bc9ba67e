"""Hangul beside Chinese characters: which syllables stand for which character, and by which way of reading.

A pair is laid side by side at the least cost: a character may be read in Korean (北 북) or by its Chinese sound
(北 베이), be put into a Korean word together with its neighbours (有限公司 유한회사), or have no counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from donghyang.check.data import read_table
from donghyang.language.hangul import is_syllable, split
from donghyang.language.hanja import hangul_readings, initial_form
from donghyang.language.script import is_han, simplify

if TYPE_CHECKING:
    from donghyang.check.sheet import Sheet

Way = Literal["both", "sound", "read", "word", "same", "near", "wrong", "missing", "extra"]

GOOD: frozenset[Way] = frozenset({"both", "sound", "read", "word", "same"})


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the Hanja and what stands for it."""

    way: Way
    hanja: str
    start: int
    """Place of the Hangul in the sheet's text."""
    end: int
    right: str = ""
    """The Hangul that the national table gives, for a character."""


@dataclass(slots=True)
class Pair:
    """A Korean name and the Chinese one behind it in brackets."""

    hangul: str
    hanja: str
    """As printed."""
    start: int
    """Where the Hangul begins in the sheet's text; it ends at `end`."""
    end: int
    hanja_at: tuple[int, int]
    steps: list[Step] = field(default_factory=list)
    closed: bool = True
    """Whether the bracket closes right behind the Hanja."""
    cost: float = 1.0
    """0 for a perfect fit, towards 1 for two names that have nothing to do with each other."""

    @property
    def plain(self) -> str:
        """The Chinese name in simplified characters."""
        return simplify(self.hanja)

    def count(self, *ways: Way) -> int:
        """How many characters stand in one of these ways."""
        return sum(len(step.hanja) for step in self.steps if step.way in ways)

    @property
    def whole(self) -> tuple[int, int]:
        """From the Hangul to the closing bracket, or to the Hanja's end where more is said behind it."""
        return self.start, self.hanja_at[1] + self.closed


_OPEN = re.compile(r"[ ]?[(（](?=[A-Za-z]{0,6}[㐀-鿿豈-﫿])")
_STOP = frozenset(",;:：·，、'\"‘’“”「」『』〈〉《》<>△•*\n\t|")
_WINDOW = 48


def find_pairs(sheet: Sheet) -> Iterator[Pair]:
    """Every pair of Hangul and bracketed Chinese characters, in order; references and sources are Chinese titles."""
    for passage in sheet.passages:
        if passage.part in ("reference", "source", "imprint") or not ("(" in passage.text or "（" in passage.text):
            continue
        for found in _OPEN.finditer(passage.text):
            pair = _pair(passage.text, found.start(), found.end(), passage.start)
            if pair is not None:
                yield pair


def _pair(text: str, before: int, inside: int, base: int) -> Pair | None:
    hanja = _content(text, inside)
    if not hanja or not before or (is_han(text[before - 1]) and not text.startswith(hanja, before - len(hanja))):
        return None
    window = _window(text, before, nested="(" in hanja)
    hanja_at = (base + inside, base + inside + len(hanja))
    closed = text[inside + len(hanja) : inside + len(hanja) + 1] in (")", "）")
    pair = Pair(text[window:before], hanja, base + window, base + before, hanja_at, closed=closed)
    if any(is_syllable(char) for char in pair.hangul):
        _align(pair)
    return pair


def _content(text: str, start: int) -> str:
    """The Chinese name that opens a bracket: up to its end or to what is said besides; "" when Korean is mixed in."""
    depth, end = 0, start
    while end < len(text) and end - start < 60:
        char = text[end]
        if char in "(（":
            depth += 1
        elif char in ")）":
            if not depth:
                break
            depth -= 1
        elif char in ",，、;/|:" or (char in "·・" and not is_han(text[end + 1 : end + 2] or " ")):
            break
        elif is_syllable(char):
            return ""
        end += 1
    return text[start:end].strip()


def _window(text: str, end: int, *, nested: bool) -> int:
    """Where the stretch before a bracket begins in which its Korean name must stand."""
    start = end
    while start > 0 and end - start < _WINDOW:
        char = text[start - 1]
        if char in _STOP or (char in "()（）" and not nested):
            break
        start -= 1
    return start


# ---------------------------------------------------------------- laying side by side


_INF = 1e9
_EXTRA, _MISSING = 1.0, 0.9
_TAIL = 0.3
"""What a syllable costs that follows the name and has no counterpart (그룹, 파크)."""
_LEVEL = 0.25
"""What 시, 성 or 구 costs where the Chinese name goes without it."""
_INSIDE = 0.3
"""What it costs to begin inside a word (중국신커 for 信科)."""


def _align(pair: Pair) -> None:
    """Find the words before the bracket that fit the Chinese name best, and say what stands for what."""
    hanja, hangul = pair.plain, pair.hangul
    sounds = _sounds(hanja)
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
            for cost, i2, j2, way, right in _moves((hanja, sounds), (hangul, least), i, j):
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


_Move = tuple[float, int, int, Way, str]


def _moves(name: tuple[str, tuple[str, ...]], line: tuple[str, int], i: int, j: int) -> Iterator[_Move]:
    """The ways to go one step back from (i, j): (cost, i, j, way, right form).

    `name` is the Hanja with the sound of each, `line` the Hangul with the place before which nothing is looked at.
    """
    hanja, sounds = name
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
    for length in range(1, min(6, i) + 1):
        for form in _words().get(hanja[i - length : i], ()):
            start = _before(hangul, least, j, form)
            if start is not None:
                yield 0.0, i - length, start, "word", ""
    for length in (1, 2, 3):
        piece = hangul[max(least, j - length) : j]
        if len(piece) < length or not all(map(is_syllable, piece)):
            break
        way, cost = _fit(char, sounds[i - 1], piece)
        yield cost, i - 1, j - length, way, sounds[i - 1]


@lru_cache(maxsize=4096)
def _fit(char: str, sound: str, piece: str) -> tuple[Way, float]:
    """How well a piece of Hangul stands for a character."""
    reads = len(piece) == 1 and any(
        piece in (reading, initial_form(reading), _AFTER_VOWEL.get(reading)) for reading in hangul_readings(char)
    )
    if piece == sound:
        return ("both" if reads else "sound"), 0.0
    if reads:
        return "read", 0.05
    far = distance(piece, sound)
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
_AFTER_VOWEL = {"렬": "열", "률": "율"}


@lru_cache(maxsize=8192)
def distance(a: str, b: str) -> float:
    """How far two stretches of Hangul are apart, letter by letter: 0 for the same, 1 for nothing in common."""
    one, two = _jamo(a), _jamo(b)
    row = [float(at) for at in range(len(two) + 1)]
    for i, x in enumerate(one, 1):
        before, row[0] = row[0], float(i)
        for j, y in enumerate(two, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + _apart(x, y))
    return row[-1] / max(len(one), len(two), 1)


_KIN = ("ㅔㅖㅐ", "ㅓㅕㅡ", "ㅏㅑ", "ㅗㅛ", "ㅜㅠ", "ㅟㅝㅞ", "ㅈㅉㅊ", "ㅅㅆ", "ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅗㅜ")
"""Letters that are taken for one another."""


@cache
def _apart(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return 0.5 if any(a in kin and b in kin for kin in _KIN) else 1.0


def _jamo(text: str) -> list[str]:
    return [letter for char in text for letter in (split(char) if is_syllable(char) else (char,)) if letter]


@lru_cache(maxsize=1024)
def _sounds(hanja: str) -> tuple[str, ...]:
    """The Hangul of each character by its reading in this name."""
    from donghyang.language.transliterate import syllable, transliterate

    found = transliterate(hanja).pinyin
    if len(found) != len(hanja):
        from donghyang.language.pinyin import pinyin_of

        found = pinyin_of(hanja)
    return tuple(syllable(sound) or sound for sound in found)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Korean forms of the words and settled names inside Chinese names."""
    from donghyang.check.places import places
    from donghyang.language.tables import read_table as read_language_table

    forms: dict[str, tuple[str, ...]] = {}
    for kind, hanzi, hangul, *_ in read_language_table("hangul_names.tsv"):
        if kind in ("usage", "suffix", "tail", "land", "city") and hangul != "-":
            forms[hanzi] = (*forms.get(hanzi, ()), hangul, hangul.replace(" ", ""))
    for hanzi, korean in read_table("name_words.tsv"):
        forms[hanzi] = (*forms.get(hanzi, ()), *korean.split("|"))
    for place in places():
        if len(place.hanzi) > 1:
            forms[place.hanzi] = (*forms.get(place.hanzi, ()), place.hangul)
    return {hanzi: tuple(dict.fromkeys(found)) for hanzi, found in forms.items()}


# ---------------------------------------------------------------- judging


Verdict = Literal["fine", "sound", "mixed", "place", "level", "reading", "missing", "translation"]
"""sound: meant by its Chinese sound, and off; mixed: half by sound, half in Korean; place: a place in it is misnamed;
level: a 시 or 구 that the Chinese name does not have; reading: meant in Korean, and one character does not read so;
missing: a word has no counterpart."""

_ORGANISATION = re.compile(r"(?:公司|集团|银行|研究院|研究所|大学|学院|中心|实验室|企业|委员会|协会)")


def judge(pair: Pair) -> Verdict:
    """What is the matter with a pair; "translation" for names that have no sounds in common."""
    sound, read = pair.count("sound"), pair.count("read")
    near, wrong, missing = pair.count("near"), pair.count("wrong"), pair.count("missing")
    known = sound + read + pair.count("both") + near
    total = known + wrong + missing
    if not pair.steps or len(pair.hanja) < 2:
        return "translation"
    if misplaced(pair):
        return "place"
    if not near + wrong + missing:
        if _ORGANISATION.search(pair.plain) and any(step.way == "extra" for step in pair.steps[:-1]):
            return "level"
        return "mixed" if sound and read else "fine"
    words = pair.count("word")
    if _ORGANISATION.search(pair.plain) and not sound:
        if near + wrong == 1 and not missing and known + words >= 4:
            return "reading"
        if missing and not near + wrong and (known + words) >= 0.7 * len(pair.hanja):
            return "missing"
    named = _names_one(pair.plain)
    if (
        (sound or named or near * 2 >= known > 0)
        and known / total >= (0.5 if named else 0.6)
        and (wrong + missing <= total // 3 or named)
    ):
        return "sound"
    cut_off = read + pair.count("both") >= 3 and missing == 1 and not wrong and pair.steps[-1].way == "extra"
    return "reading" if cut_off else "translation"


def _names_one(plain: str) -> bool:
    """Is this the name of a person or a place in the gazetteer?"""
    from donghyang.check.places import by_hanzi
    from donghyang.language.transliterate import looks_like_person

    return plain in by_hanzi() or looks_like_person(plain)


def misplaced(pair: Pair) -> tuple[int, int, str] | None:
    """Where a place inside the name is not written as the gazetteer has it: (start, end, right form); else None."""
    from donghyang.check.places import by_hanzi

    spans: list[tuple[int, int, Step]] = []
    at = 0
    for step in pair.steps:
        spans.append((at, at + len(step.hanja), step))
        at += len(step.hanja)
    table = by_hanzi()
    bare = "".join(step.hanja for step in pair.steps)
    for start in range(len(bare) - 1):
        for length in (4, 3, 2):
            place = next(
                (p for p in table.get(bare[start : start + length], ()) if start == 0 or p.level != "district"), None
            )
            steps = [step for a, b, step in spans if a >= start and b <= start + length and step.hanja]
            if place is None or sum(len(step.hanja) for step in steps) != length:
                continue
            hangul = pair.hangul[steps[0].start - pair.start : steps[-1].end - pair.start]
            read = all(step.way in ("read", "both") for step in steps)
            if (
                hangul in (place.hangul, place.accepted)
                or (read and place.reading != hangul)
                or any(step.way not in GOOD for step in steps)
            ):
                break
            return steps[0].start, steps[-1].end, place.hangul
    return None


def corrected(pair: Pair) -> str | None:
    """The Hangul with every syllable that is off put right; None where a word of it has no counterpart."""
    if pair.count("missing") or any(step.way == "extra" for step in pair.steps):
        return None
    parts: list[str] = []
    at = pair.start
    for step in pair.steps:
        parts.append(pair.hangul[at - pair.start : step.start - pair.start])
        printed = pair.hangul[step.start - pair.start : step.end - pair.start]
        parts.append(step.right if step.way in ("near", "wrong", "read") and step.right else printed)
        at = step.end
    return "".join(parts) + pair.hangul[at - pair.start :]
