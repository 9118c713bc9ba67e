"""한자 한 글자를 고치면 한글과 맞는 낱말이 됩니다. | Characters that make no word are one away from the word in Hangul.

왜: 소리나 모양이 비슷한 글자를 고르거나 한 글자를 빠뜨리거나 거듭 적으면 없는 말이 된다. 한글이 맞는 글자를 알려 준다.
Why: A wrong pick among homophones or lookalikes, one lost or doubled makes no word; the Hangul has the right one.
Bad: 저공경제(底空經濟)와 희토(稀士), 내권식(內卷卷式) 경쟁
Good: 저공경제(低空經濟)와 희토(稀土), 내권식(內卷式) 경쟁
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.names.alignment import sounds_of
from donghyang.check.names.known import known_names
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.established import established, established_names
from donghyang.language.gazetteer import written
from donghyang.language.hangul import is_syllable
from donghyang.language.hanja import read_as, written_readings
from donghyang.language.hanzi_words import LONGEST, common_words, covered
from donghyang.language.lookalikes import sound_alike
from donghyang.language.patterns import lazily
from donghyang.language.script import is_standard, simplify
from donghyang.language.terms import Termbase
from donghyang.records import Message

ID = "hanja-word"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_BRACKETED = lazily(r"\s?[(（](?P<han>[㐀-鿿]{2,12})(?=[)）,，、+])")
_WINDOW = 24
_AFFIXES = frozenset(tables.words(__package__, "affixes"))
"""Characters that stand before or behind words as if they were one: 新, 第, 式, 性."""
_LEAST = 3
"""Characters of a known name that others share by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bracketed Hanja that are no words, and are what the Hangul before them reads but for one character."""
    for passage in sheet.of(KOREAN):
        for found in _BRACKETED.finditer(passage.text):
            before = _syllables(passage.text, found.start(), len(found["han"]) + 1)
            right = _meant(before, simplify(found["han"]))
            if right:
                yield Hit(
                    passage.start + found.start("han"),
                    passage.start + found.end("han"),
                    Message(f"'{found['han']}': '{right}'일 수 있습니다.", f"'{found['han']}' may be '{right}'."),
                )


def _syllables(text: str, end: int, most: int) -> str:
    """The last syllables before `end`, at most so many, up to a figure or Latin letter; marks and spaces left out."""
    kept = ""
    for at in range(end - 1, max(-1, end - _WINDOW), -1):
        if len(kept) == most or (text[at].isalnum() and not is_syllable(text[at])):
            break
        if is_syllable(text[at]):
            kept = text[at] + kept
    return kept


def _meant(hangul: str, plain: str) -> str | None:
    """The characters that the Hangul reads, one away from the printed ones (simplified); None where these may be
    right."""
    if _is_known(plain):
        return None
    return _doubled(hangul, plain) or _lost(hangul, plain) or _exchanged(hangul[-len(plain) :], plain)


def _is_known(plain: str) -> bool:
    return plain in _names() or established(plain) is not None or bool(written(plain)) or plain in known_names()


@cache
def _names() -> frozenset[str]:
    """Names and terms of three characters and more that are known as a whole."""
    terms = (term.chinese for term in Termbase.load().terms())
    return frozenset(name for name in (*terms, *established_names(), *known_names()) if len(name) >= _LEAST)


def _reads(hangul: str, hanzi: str) -> bool:
    return len(hangul) == len(hanzi) and all(
        syllable in written_readings(char) for syllable, char in zip(hangul, hanzi, strict=True)
    )


def _exchanged(hangul: str, plain: str) -> str | None:
    """The known name, or else the words, with another character that the Hangul reads in the place of one."""
    if len(hangul) != len(plain):
        return None
    off = [at for at, char in enumerate(plain) if hangul[at] not in written_readings(char)]
    if len(off) > 1 or any(hangul[at] == sounds_of(plain)[at] for at in off):
        return None
    holds = covered(plain)
    words: list[str] = []
    for at in off or range(len(plain)):
        for char in dict.fromkeys(simplify(read_as(hangul[at]))) if is_standard(plain[at]) else ():
            changed = plain[:at] + char + plain[at + 1 :]
            if char == plain[at]:
                continue
            if changed in _names():
                is_told = known_names().get(changed, "term") != "term" and sound_alike(char, plain[at])
                return None if is_told else changed  # hanja-homophone tells of names
            surely = bool(off) or (len(plain) > 2 and plain[at] not in _AFFIXES)
            if surely and not holds[at] and _is_in_common(changed, at) and _is_made_of_words(changed):
                words.append(changed)
    return words[0] if words else None


def _is_in_common(hanzi: str, at: int) -> bool:
    """Does the character at `at` stand in a common word?"""
    return any(
        hanzi[start:end] in common_words()
        for start in range(max(0, at - LONGEST + 1), at + 1)
        for end in range(max(at + 1, start + 2), min(len(hanzi), start + LONGEST) + 1)
    )


def _is_made_of_words(hanzi: str) -> bool:
    return all(held or char in _AFFIXES for held, char in zip(covered(hanzi), hanzi, strict=True))


def _doubled(hangul: str, plain: str) -> str | None:
    """The characters without one that stands twice, where the Hangul reads it once."""
    once = [plain[:at] + plain[at + 1 :] for at in range(1, len(plain)) if plain[at] == plain[at - 1]]
    return next((form for form in once if len(form) >= 2 and _reads(hangul[-len(form) :], form)), None)


def _lost(hangul: str, plain: str) -> str | None:
    """The known name, or else the words, with one character more, which the Hangul has."""
    if len(hangul) != len(plain) + 1 or len(plain) < 2:
        return None
    for at in range(len(hangul)):
        if not _reads(hangul[:at] + hangul[at + 1 :], plain):
            continue
        for char in dict.fromkeys(simplify(read_as(hangul[at]))):
            longer = plain[:at] + char + plain[at:]
            whole = not _is_made_of_words(plain) and _is_in_common(longer, at) and _is_made_of_words(longer)
            if longer in _names() or (len(plain) >= _LEAST and whole):
                return longer
    return None
