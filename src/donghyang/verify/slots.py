"""Sister words of one kind (앞면 and 뒷면, 출원 and 등록, 전년 동기 and 전년 말): which of them a text has.

Knowledge stands in `data/slots.tsv`; here it is made into one search for each kind and language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables


_ATTACHED = ("에", "만")
"""Beginnings of words that stand behind another one without a space (에 한해, 만을 대상으로)."""


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
    """The sister words of a stretch of Korean, in order."""
    search, known = _korean()
    return [Slot(*known[found.lastgroup or ""], *found.span()) for found in search.finditer(text, start, end)]


def said_of(kind: str, chinese: str) -> dict[str, tuple[int, int]]:
    """The members of a kind that a simplified Chinese text has, each with its first place; the longest word at a
    place is the one that is said there (不再保留 is no 保留)."""
    search, known = _chinese()[kind]
    found: dict[str, tuple[int, int]] = {}
    for match in search.finditer(chinese):
        for member in known[match.lastgroup or ""]:
            found.setdefault(member, match.span())
    return found


def nearest_of(kind: str, chinese: str) -> dict[str, tuple[int, int]]:
    """The members of a kind that the last such word of a text says, with its place; empty where it has none."""
    search, known = _chinese()[kind]
    last = None
    for last in search.finditer(chinese):
        pass
    return dict.fromkeys(known[last.lastgroup or ""], last.span()) if last else {}


@cache
def _korean() -> tuple[re.Pattern[str], dict[str, tuple[str, str, bool]]]:
    known: dict[str, tuple[str, str, bool]] = {}
    parts = []
    for kind, member, need, korean, _ in tables.read(__package__, "slots.tsv"):
        for word in korean.split():
            name = f"w{len(known)}"
            known[name] = kind, member, need == "must"
            before = "" if word.startswith(_ATTACHED) else "(?<![가-힣0-9])"
            parts.append((word, f"{before}(?P<{name}>{_pattern(word)})"))
    parts.sort(key=lambda part: -len(part[0]))
    return re.compile("|".join(pattern for _, pattern in parts)), known


def _pattern(word: str) -> str:
    return re.sub(r"\((?!\?)([^()]*)\)", r"\\(\1\\)", word).replace("_", " ")


@cache
def _chinese() -> dict[str, tuple[re.Pattern[str], dict[str, tuple[str, ...]]]]:
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, member, _, _, chinese in tables.read(__package__, "slots.tsv"):
        for word in chinese.split():
            said[kind][word].append(member)
    found = {}
    for kind, words in said.items():
        ordered = sorted(words, key=len, reverse=True)
        search = re.compile("|".join(f"(?P<w{at}>{word})" for at, word in enumerate(ordered)))
        found[kind] = search, {f"w{at}": tuple(words[word]) for at, word in enumerate(ordered)}
    return found
