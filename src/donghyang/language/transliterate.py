"""Chinese names in Hangul by the national rules, every step shown.

Rules: 외래어 표기법 (문화체육관광부 고시 제2017-14호): 제2장 표 5 중국어의 발음 부호와 한글 대조표,
제3장 제7절 중국어의 표기, 제4장 인명·지명 표기의 원칙. Syllables (`pinyin_hangul.tsv`), settled forms and the words
inside names (`words`) are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.language import tables
from donghyang.language.hangul import join, split
from donghyang.language.hanja import frequent_families
from donghyang.language.pinyin import pinyin_of, pinyin_of_given, surname, toneless, word_at
from donghyang.language.script import fold_width, has_han, is_han, simplify
from donghyang.language.words import Part, of_part

_TRANSLATED = "뜻옮김"
_SETTLED: tuple[Part, ...] = ("usage", "land")
_ENDS_OF_OFFICES = frozenset(tables.words(__package__, "office_ends"))
_BEHIND_A_LAND = frozenset(tables.words(__package__, "behind_a_land"))


@dataclass(frozen=True, slots=True)
class Transliteration:
    """A Chinese name, how it is read, and how it is written in Hangul."""

    hanzi: str
    """The name as it was given."""
    pinyin: tuple[str, ...]
    """One reading a Hanzi, with its tone mark; other characters stand as they are, one by one."""
    hangul: str
    """The name in Hangul; what is no Hanzi, and a Hanzi that the rules do not write (嗯), stays. "" for no name."""
    steps: tuple[str, ...]
    """What was done, in order, in Korean."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the name that is put into Hangul at once."""

    hanzi: str
    pinyin: tuple[str, ...]
    hangul: str
    step: str


# ---------------------------------------------------------------------------------------------- one syllable


@cache
def _table(part: Literal["initial", "alone", "behind"]) -> dict[str, str]:
    return {row[1]: row[2] for row in tables.read(__package__, "pinyin_hangul.tsv") if row[0] == part}


_WHISTLED = frozenset({"zh", "ch", "sh", "r", "z", "c", "s"})
# 제3장 제7절 제2항: ㅑ, ㅖ, ㅛ, ㅠ behind ㅈ, ㅉ, ㅊ are written ㅏ, ㅔ, ㅗ, ㅜ.
_HARDENED = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}


@cache
def syllable(reading: str) -> str | None:
    """One Mandarin syllable in Hangul (xiōng -> 슝); None when it is not one of the table."""
    plain = toneless(reading).replace("v", "ü")
    if plain in _table("alone"):
        return _table("alone")[plain]
    initial = next((head for head in _table("initial") if plain.startswith(head)), None)
    if initial is None:
        return None
    final = plain[len(initial) :]
    if initial in _WHISTLED and final == "i":
        return join(_table("initial")[initial], "ㅡ")
    if initial in "jqx" and final.startswith("u"):
        final = "ü" + final[1:]
    if final == "ue":
        final = "üe"
    if final not in _table("behind"):
        return None
    first, rest = _table("behind")[final][0], _table("behind")[final][1:]
    _, vowel, coda = split(first)
    consonant = _table("initial")[initial]
    if consonant in "ㅈㅉㅊ":
        vowel = _HARDENED.get(vowel, vowel)
    return join(consonant, vowel, coda) + rest


# ---------------------------------------------------------------------------------------------- tables of names


@cache
def _longest(part: Part) -> int:
    return max(map(len, of_part(part)))


def _listed(part: Part, text: str, start: int) -> str | None:
    """The longest name of `part` that begins at `start`."""
    names = of_part(part)
    lengths = range(min(_longest(part), len(text) - start), 0, -1)
    return next((text[start : start + n] for n in lengths if text[start : start + n] in names), None)


# ---------------------------------------------------------------------------------------------- the whole name


def transliterate(hanzi: str) -> Transliteration:
    """`hanzi` in Hangul by the national rules; traditional characters too. No Hanzi: the text itself, no steps."""
    plain = simplify(fold_width(hanzi)).strip()
    steps: list[str] = []
    if plain != hanzi.strip():
        steps.append(f"간체로: {hanzi.strip()} → {plain}")
    parts = _person(plain) or _parts(plain)
    steps.extend(part.step for part in parts if part.step)
    hangul = "".join(part.hangul for part in parts)
    if len(parts) > 1 and has_han(plain):
        steps.append(f"이어 쓰기: {hangul}")
    return Transliteration(hanzi, tuple(sound for part in parts for sound in part.pinyin), hangul, tuple(steps))


def _parts(name: str) -> list[_Part]:
    parts: list[_Part] = []
    at = 0
    while at < len(name):
        part = _part(name, at, parts)
        parts.append(part)
        at += len(part.hanzi)
    return parts


def looks_like_person(name: str) -> bool:
    """Could simplified `name` be a person's whole name: a family name and one or two characters, no place or office?"""
    if not 2 <= len(name) <= 4 or not all(map(is_han, name)):
        return False
    family = surname(name)
    length = len(family) if family else 1
    # Only the frequent ones: what begins with another is taken for a mountain rather than for a person.
    if not family and name[0] not in frequent_families():
        return False
    if not 1 <= len(name) - length <= 2:
        return False
    if name[length:] in of_part("suffix"):  # 王海洋, 陈科学: a word with a meaning, and a given name behind a surname
        return _may_be_given(name[length:]) and name not in of_part("usage")
    listed = [found for part in (*_SETTLED, "city") if (found := _listed(part, name, 0))]
    if any(not _opens_by_chance(found, name) for found in listed) or (length == 1 and word_at(name, 0)):
        return False
    return not any(name.endswith(end) for end in of_part("suffix"))


def _may_be_given(word: str) -> bool:
    """Whether a word of two characters can be a given name: one for an office, a place or a firm is none."""
    ends = of_part("tail").keys() | of_part("feature").keys() | _ENDS_OF_OFFICES
    return len(word) == 2 and word[-1] not in ends and word not in ("大学", "中学", "小学")


def _opens_by_chance(listed: str, name: str) -> bool:
    """韩国庆: the land that opens the name is none, where what is left can only end a given name."""
    return len(listed) == 2 and len(name) == 3 and name[2] not in _BEHIND_A_LAND


def _person(name: str) -> list[_Part]:
    """Family name and given name, read apart; [] when this is not a person's name."""
    if not looks_like_person(name):
        return []
    family = surname(name) or pinyin_of(name[0])
    given = name[len(family) :]
    return [_read(name[: len(family)], family, "성"), _read(given, pinyin_of_given(given), "이름")]


def _part(name: str, at: int, before: list[_Part]) -> _Part:
    """The next stretch of `name` at `at`."""
    if not is_han(name[at]):
        return _Part(name[at], (name[at],), name[at], "")
    for part in _SETTLED:
        listed = _listed(part, name, at)
        if listed and not (part == "land" and at + len(listed) < len(name)):
            return _settled(listed, of_part(part)[listed], "용례")
    if at > 0 or _listed("suffix", name, 0) == name:
        word = _suffix(name, at, before)
        if word:
            return word
    end = _proper_end(name, at)
    stretch = name[at:end]
    # The reading of the whole name, so that 蔚 is read as in 蔚县 although 县 is put into Korean.
    spoken = pinyin_of(name)[at:end]
    return _landform(stretch, spoken, end == len(name) and at == 0) or _read(stretch, spoken, "표기법")


def _suffix(name: str, at: int, before: list[_Part]) -> _Part | None:
    """A word at `at` that is put into Korean, behind the name it belongs to."""
    if before and before[-1].step.startswith(_TRANSLATED):
        tail = _listed("tail", name, at)
        if tail and _closes(name, at):
            return _settled(tail, of_part("tail")[tail], _TRANSLATED)
    listed = _listed("suffix", name, at)
    if not listed or (len(listed) == 1 and not _closes(name, at)):
        return None
    return _settled(listed, of_part("suffix")[listed], _TRANSLATED)


def _closes(name: str, at: int) -> bool:
    """Does the one-character suffix at `at` end the name, or stand before another whole part of it?"""
    if at < 2 and name[at] != "县":
        return False
    rest = name[at + 1 :]
    if not rest or not is_han(rest[0]):
        return True
    return name[at] in "省市区县"


def _proper_end(name: str, at: int) -> int:
    """Where the stretch that is read out ends: before a suffix, a settled name or what is no Hanzi."""
    city = _listed("city", name, at)
    end = at + max(1, len(city or ""), len(word_at(name, at) or ()))
    if not city and end - at == 2 and name[at + 1] == "县":
        return at + 1
    while end < len(name) and is_han(name[end]):
        if _suffix(name, end, []) or len(_listed("usage", name, end) or "") > 1:
            break
        end += len(word_at(name, end) or (1,))
    return end


def _landform(stretch: str, spoken: tuple[str, ...], whole: bool) -> _Part | None:
    """제4장 제3절: 강, 산, 호, 섬 are put into Korean; two characters (南山, 平湖) are districts unless listed."""
    if not whole or len(stretch) < 3 or stretch in of_part("city") or stretch[-1] not in of_part("feature"):
        return None
    hangul = _written(stretch[:-1], spoken[:-1]) + of_part("feature")[stretch[-1]]
    return _Part(stretch, spoken, hangul, f"지형 이름: {stretch} [{' '.join(spoken)}] → {hangul}")


def _settled(hanzi: str, hangul: str, why: str) -> _Part:
    return _Part(hanzi, pinyin_of(hanzi), hangul, f"{why}: {hanzi} → {hangul}")


def _written(hanzi: str, spoken: tuple[str, ...]) -> str:
    """Each character in Hangul; as it is where it has no reading, or one that the rules do not write (嗯 ńg, 呣 ḿ)."""
    return "".join(syllable(sound) or char for char, sound in zip(hanzi, spoken, strict=True))


def _read(hanzi: str, spoken: tuple[str, ...], why: str) -> _Part:
    hangul = _written(hanzi, spoken)
    return _Part(hanzi, spoken, hangul, f"{why}: {hanzi} [{' '.join(spoken)}] → {hangul}")
