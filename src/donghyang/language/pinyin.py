"""How Hanzi are read in Mandarin: character by character, by word for polyphones, as family names.

Tables, longest word first: `pinyin_names.tsv` (our own: names and places), `pinyin_phrases.tsv` (words),
`pinyin.tsv` (characters, Unihan kMandarin). What else a character may be read: `pinyin_several.tsv`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from donghyang.language import tables
from donghyang.language.script import simplify


def toneless(reading: str) -> str:
    """The reading without tone marks; ü stays: lǜ -> lü."""
    kept = [c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c) or c == "\u0308"]
    return unicodedata.normalize("NFC", "".join(kept)).lower()


@cache
def _characters() -> dict[str, str]:
    usual = {char: row[0] for row in tables.read(__package__, "pinyin.tsv") for char in row[1]}
    return usual | {row[1]: row[2] for row in tables.read(__package__, "pinyin_names.tsv") if row[0] == "char"}


@cache
def syllables() -> frozenset[str]:
    """Every syllable of Mandarin that a character is usually read as, without tones; ü stays."""
    return frozenset(toneless(row[0]) for row in tables.read(__package__, "pinyin.tsv"))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    words = {row[0]: tuple(row[1].split()) for row in tables.read(__package__, "pinyin_phrases.tsv")}
    return words | {
        row[1]: tuple(row[2].split())
        for row in tables.read(__package__, "pinyin_names.tsv")
        if row[0] in ("word", "firm")
    }


@cache
def _firms() -> frozenset[str]:
    """Short names of firms, which no given name is (何建行)."""
    return frozenset(row[1] for row in tables.read(__package__, "pinyin_names.tsv") if row[0] == "firm")


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    return {
        row[1]: tuple(row[2].split()) for row in tables.read(__package__, "pinyin_names.tsv") if row[0] == "surname"
    }


@cache
def _longest_word() -> int:
    return max(map(len, _words()))


def reading_of(char: str) -> str | None:
    """The reading of one character in names, with its tone mark; None for what is no Hanzi or has no reading."""
    table = _characters()
    return table.get(char) or table.get(simplify(char))


@cache
def _several() -> dict[str, tuple[str, ...]]:
    return {char: tuple(row[0].split()) for row in tables.read(__package__, "pinyin_several.tsv") for char in row[1]}


def further_readings(char: str) -> tuple[str, ...]:
    """The readings of one character beside its usual one, without tones (栅: shan beside zha); () when it has none."""
    usual = toneless(reading_of(char) or "")
    every = _several().get(char) or _several().get(simplify(char), ())
    return tuple(reading for reading in every if reading != usual)


def word_at(text: str, start: int) -> tuple[str, ...] | None:
    """The reading of the longest listed word that begins at `start` of simplified `text`, or None."""
    words = _words()
    for length in range(min(_longest_word(), len(text) - start), 1, -1):
        found = words.get(text[start : start + length])
        if found:
            return found
    return None


def surname(name: str) -> tuple[str, ...] | None:
    """The reading of the family name that begins simplified `name`, where it has one of its own; else None."""
    table = _surnames()
    return next((table[name[:n]] for n in (4, 2, 1) if len(name) > n and name[:n] in table), None)


def pinyin_of_given(name: str) -> tuple[str, ...]:
    """The reading of a given name: as that of any text, but for what is short for a firm."""
    if simplify(name) in _firms():
        return tuple(reading_of(char) or char for char in name)
    return pinyin_of(name)


def pinyin_of(text: str) -> tuple[str, ...]:
    """The reading of every character of `text` by word; a character without reading stands for itself."""
    plain = simplify(text)
    spoken: list[str] = []
    while len(spoken) < len(plain):
        at = len(spoken)
        spoken.extend(word_at(plain, at) or (reading_of(plain[at]) or text[at],))
    return tuple(spoken)
