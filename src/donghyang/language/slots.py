"""Sister words of one kind (앞면 and 뒷면, 출원 and 등록, 전년 동기 and 전년 말): which of them a text has.

Knowledge stands in `data/slots.tsv`; here it is made into one search for each kind and language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.patterns import lazily

_BEGINNING = re.compile("(?<![가-힣0-9])[가-힣0-9]|(?<=[가-힣])(?:에(?= |만)|만(?=을? ))")
"""Where such a word can begin: a word, or a particle behind one (에 한해, 만을 대상으로)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A sister word of a Korean text."""

    kind: str
    member: str
    needed: bool
    """Whether a source that speaks of the thing does not keep silent of it."""
    start: int
    end: int


def slots_in(text: str, start: int, end: int) -> list[Slot]:
    """The sister words of a stretch of Korean, in order; at one place the longest."""
    found = []
    for begun in _BEGINNING.finditer(text, start, end):
        at = begun.start()
        for size in _sizes().get(text[at], ()):
            known = _korean().get(text[at : at + size])
            if known is not None and at + size <= end and not (known[3] and known[3].match(text, at + size)):
                found.append(Slot(*known[:3], at, at + size))
                break
    return found


def said_of(kind: str, chinese: str, *, plainly: bool = False) -> dict[str, tuple[int, int]]:
    """The members of a kind that a simplified Chinese text has, each with its first place; the longest word at a
    place is the one that is said there (不再保留 is no 保留). `plainly`: by words that mean nothing else alone."""
    search, known, common = _chinese()[kind]
    found: dict[str, tuple[int, int]] = {}
    for match in search.finditer(chinese):
        for member in known[match.lastgroup or ""] if not plainly or match.lastgroup not in common else ():
            found.setdefault(member, match.span())
    return found


def nearest_of(kind: str, chinese: str) -> dict[str, tuple[int, int]]:
    """The members of a kind that the last such word of a text says, with its place; empty where it has none."""
    search, known, _ = _chinese()[kind]
    last = next(reversed(list(search.finditer(chinese))), None)
    return dict.fromkeys(known[last.lastgroup or ""], last.span()) if last else {}


def sister_words() -> list[tuple[str, str]]:
    """Korean sister words and the Chinese that says each, both separated by spaces, without those of several words or
    with what may not stand beside them."""
    rows = tables.read(__package__, "slots.tsv")
    plain = ((_plain(korean), _plain(chinese.replace("~", ""))) for _, _, _, korean, chinese in rows)
    return [(korean, chinese) for korean, chinese in plain if korean and chinese]


def _plain(words: str) -> str:
    return " ".join(word for word in words.split() if word.isalpha())


@cache
def _korean() -> dict[str, tuple[str, str, bool, re.Pattern[str] | None]]:
    """Korean word -> kind, member, whether it is needed, and what may not follow it."""
    known: dict[str, tuple[str, str, bool, re.Pattern[str] | None]] = {}
    for kind, member, need, korean, _ in tables.read(__package__, "slots.tsv"):
        for word in (one.replace("_", " ") for one in korean.split()):
            plain, _, barred = word.partition("(?!")
            known[plain] = kind, member, need == "must", lazily(barred.rstrip(")")) if barred else None
    return known


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = defaultdict(set)
    for word in _korean():
        sizes[word[0]].add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in sizes.items()}


@cache
def _chinese() -> dict[str, tuple[re.Pattern[str], dict[str, tuple[str, ...]], frozenset[str]]]:
    """Kind -> a search with a group for each word, the members of each group, and the groups of too common words."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, member, _, _, chinese in tables.read(__package__, "slots.tsv"):
        for word in chinese.split():
            said[kind][word].append(member)
    found = {}
    for kind, words in said.items():
        ordered = sorted(words, key=lambda word: -len(word.lstrip("~")))
        search = re.compile("|".join(f"(?P<w{at}>{word.lstrip('~')})" for at, word in enumerate(ordered)))
        members = {f"w{at}": tuple(words[word]) for at, word in enumerate(ordered)}
        common = frozenset(f"w{at}" for at, word in enumerate(ordered) if word.startswith("~"))
        found[kind] = search, members, common
    return found
