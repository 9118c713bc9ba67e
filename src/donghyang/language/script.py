"""What a character is, and the one spelling under which texts are held against each other.

All foldings here keep the length of the text, so that offsets into the folded text are offsets into the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from donghyang.language import tables
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

Script = Literal["hangul", "han", "latin", "digit", "kana", "space", "other"]

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x1100, 0x11FF, "hangul"),
    (0x3130, 0x318F, "hangul"),
    (0xA960, 0xA97F, "hangul"),
    (0xAC00, 0xD7FF, "hangul"),
    (0x3005, 0x3007, "han"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xF900, 0xFAFF, "han"),
    (0x20000, 0x323AF, "han"),
    (0x3040, 0x30FF, "kana"),
)


@lru_cache(maxsize=20_000)
def script_of(char: str) -> Script:
    """The script of one character; punctuation and signs are "other"."""
    code = ord(char)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    if char.isdigit():
        return "digit"
    if char.isspace():
        return "space"
    return "latin" if char.isalpha() and unicodedata.name(char, "").find("LATIN") >= 0 else "other"


def is_han(char: str) -> bool:
    """Is this a Chinese character (〇 and 々 included)?"""
    return script_of(char) == "han"


def _any_of(script: Script) -> re.Pattern[str]:
    return lazily("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, of in _RANGES if of == script) + "]")


_ANY_HAN, _ANY_HANGUL = _any_of("han"), _any_of("hangul")


def has_han(text: str) -> bool:
    """Does a Chinese character stand anywhere in `text`?"""
    return _ANY_HAN.search(text) is not None


def has_hangul(text: str) -> bool:
    """Does a Hangul syllable or letter stand anywhere in `text`?"""
    return _ANY_HANGUL.search(text) is not None


def runs(text: str) -> Iterator[tuple[Script, int, int]]:
    """(script, start, end) of each longest stretch of one script, in order; nothing for the empty text."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or script_of(text[end]) != script_of(text[start]):
            yield script_of(text[start]), start, end
            start = end


@cache
def _simplified_table() -> dict[int, str]:
    return {ord(form): row[0] for row in tables.read(__package__, "simplified.tsv") for form in row[1]}


@cache
def _traditional_table() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.read(__package__, "simplified.tsv")}


@cache
def _japanese() -> frozenset[str]:
    return frozenset(tables.words(__package__, "japanese"))


def is_japanese(char: str) -> bool:
    """Is this a form that only Japanese print has (単, 総), which no Chinese name is written with?"""
    return char in _japanese()


def simplify(text: str) -> str:
    """`text` with every traditional, Korean or Japanese form of a character put into the standard simplified one."""
    return text.translate(_simplified_table())


def traditional_forms(char: str) -> str:
    """The forms outside the simplified standard that are written for `char`; "" when there is none."""
    return _traditional_table().get(char, "")


def is_shortened(char: str) -> bool:
    """Is this a form that Chinese in traditional characters does not use, though Korean or Japanese may (国, 学)?"""
    return bool(traditional_forms(char)) and not _in_big5(char)


def _in_big5(char: str) -> bool:
    """Whether Taiwan's character set has it: 研 is written so in traditional text too, whatever variants there are."""
    try:
        return bool(char.encode("big5"))
    except UnicodeEncodeError:
        return False


def is_standard(char: str) -> bool:
    """Is this a character of the simplified standard (GB 2312), not one that only Korean or Japanese print has (託)?"""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def is_traditional_only(char: str) -> bool:
    """Is this a form that simplified text does not use (國, 業)?"""
    return ord(char) in _simplified_table()


@cache
def _width_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return table | _SPACES | {0xFFE5: "¥", 0xFFE6: "₩", 0xFFE0: "¢", 0xFFE1: "£"}


_SPACES = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")


OTHER_SPACES = "".join(map(chr, _SPACES))
"""Spaces of another width or without a break."""
_OTHER_SPACE = lazily(f"[{OTHER_SPACES}]")


def fold_spaces(text: str) -> str:
    """Every space of another width or without a break (U+00A0, U+2009, U+202F, U+3000) as a plain one; same length."""
    return _OTHER_SPACE.sub(" ", text)


def fold_width(text: str) -> str:
    """Full-width ASCII and spaces as half-width ones; same length."""
    return text.translate(_width_table())


def fold(text: str) -> str:
    """The form in which words are looked up: simplified, letters and marks of plain width; same length."""
    return simplify(fold_width(text))


def in_folded(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern for folded text: each of its wide marks stands for the narrow one that folding makes of it."""
    made, inside, at = "", False, 0
    while at < len(pattern):
        step = 2 if pattern[at] == "\\" else 1
        char = pattern[at : at + step]
        inside = char == "[" or (inside and char != "]")
        narrow = fold(char)
        made += char if narrow == char else narrow if inside else re.escape(narrow)
        at += step
    return re.compile(made, flags)
