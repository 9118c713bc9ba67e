"""Who takes which part in a deed, as each language says it: a Korean noun by its particle, a Chinese one by the word of
place or doing before it, or by which side of the verb it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.accounts import places_of
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case
from donghyang.verify.names import Named

Part = Literal["doer", "object", "to", "from", "by"]
"""doer: the subject; to: where a thing goes, who gets it; from: where it comes from, who gives it; by: who does what is
told of another."""

_PARTICLES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("from", re.compile("(?:으?로부터|에게서|한테서|에서)(?:는|도)?")),
    ("by", re.compile("에 의(?:해|하여)")),
    ("to", re.compile("(?:에게|한테|측에|으로|로|에|까지)(?:는|도)?")),
    ("doer", re.compile("[은는이가]|께서(?:는)?")),
    ("object", re.compile("[을를]")),
)
_AT = re.compile("(?P<at>에서|에)(?:는|도)?$")
"""Particles that may only tell a place; 에 does not so behind a body or firm."""
_PASSIVE = re.compile("[되된될됐됨]")
_BEFORE = re.compile(
    "(?P<from>来自|源自|从(?![事而业前严来])|(?<![来源])自(?![主动由然身治己律研觉愿信]))"
    "|(?P<to>(?<![面方走导定取意倾])向(?!好|上|下)|给(?!予)|[送运前发驶飞调输开]往|(?<![直甚至])至(?![今少于关])|赴|到(?![底位期达访])|抵达|交付)"
    "|(?P<by>(?<![自理缘])由(?![于此来衷])|被(?![动称誉]))"
    "|(?P<at>(?<!存)在|(?<![针面相])对(?![外内象])|为(?![了止主]))"
)
_REACH = 8
"""Characters before a noun in which the word stands that tells its part."""
_FEW, _MOST = 2, 3
"""Syllables of a word that names a thing; words of a noun phrase."""


@dataclass(frozen=True, slots=True)
class Party:
    """A word of a segment, the part that the text gives it, and the parts that a sentence of the source does."""

    word: Word
    named: bool
    """Whether it is of a name that the tables know."""
    bears: bool
    """Whether the particle is its own, and not that of a noun behind it."""
    part: Part
    may_be_at: bool
    """Whether the particle may only tell where something is (상하이에 있는, 상하이에서 열린)."""
    told: frozenset[str]
    """By the words before each of its places; "" for none."""
    places: tuple[Span, ...]


def parties(case: Case, segment: Span, sentence: int) -> list[Party]:
    """The nouns of a segment of the text that a sentence of the source has, with their parts; [] for none."""
    taken = takes(case.sentence.text, segment)
    within = case.corpus.place_of(sentence)
    found = []
    for group, part in _groups(case, segment):
        if taken and part in ("doer", "from"):
            part = "to" if part == "doer" else "doer"
        for word in group:
            places = tuple(places_of(case, word, within)) if len(word.stem) >= _FEW else ()
            if places:
                told = frozenset(_part_before(case, place) for place in places)
                name = next((one for one in case.named if one.start <= word.start < one.end), None)
                at = _may_be_at(group[-1], name)
                found.append(Party(word, name is not None, word is group[-1], part, at, told, places))
    return found


def takes(text: str, span: Span) -> bool:
    """Whether a stretch of the claim tells of who gets, not of who gives."""
    return _takes().search(text, *span) is not None


@cache
def _takes() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])당[하했한할]|(?<![뒷밑떠])받|{tables.either(__package__, 'takes')}")


def _may_be_at(word: Word, name: Named | None) -> bool:
    found = _AT.search(word.text)
    return found is not None and (found["at"] == "에서" or name is None or name.kind == "place")


def is_passive(case: Case, segment: Span) -> bool:
    """Whether a segment ends in a verb that tells what is done to its subject."""
    words = case.sentence.words_in(segment)
    return bool(words) and _PASSIVE.search(case.sentence.text, words[-1].start, segment[1]) is not None


def _groups(case: Case, segment: Span) -> list[tuple[list[Word], Part]]:
    """Noun phrases, each of the words up to one with a particle that tells a part, or to that of their amount (물
    8억㎥를)."""
    text, groups = case.sentence.text, []
    amounts = {one.end for one in case.sentence.quantities}
    row: list[Word] = []
    for word in case.sentence.words_in(segment):
        if row and text[row[-1].end : word.start] != " " and word.start not in amounts:
            row = []
        measured = word.start in amounts
        part = _part_at(text, word.start, word.end) if measured else _part_of(text, word)
        if not measured:
            row.append(word)
        if part is not None:
            groups.append((row[-_MOST:], part))
        if part is not None or word.text != word.stem:
            row = []
    return groups


def _part_of(text: str, word: Word) -> Part | None:
    """The part that the particle of a word gives it; also of a noun of one syllable (물을)."""
    at = word.start + 1 if word.text == word.stem and len(word.text) == _FEW else word.stem_end
    return _part_at(text, at, word.end)


def _part_at(text: str, at: int, end: int) -> Part | None:
    """The part that a particle at a place gives, where it is all that stands up to an end, or goes on behind it."""
    for part, particle in _PARTICLES:
        found = particle.match(text, at)
        if found is not None and found.end() >= end:
            return part
    return None


def _part_before(case: Case, place: Span) -> str:
    """The part that the last word of place or doing before a place gives it; "" where none stands near."""
    clause = case.corpus.clauses[case.corpus.clause_at(place[0])]
    start = max(clause.start, place[0] - _REACH)
    last = None
    for found in _BEFORE.finditer(case.corpus.key.plain, start, place[0]):
        last = found
    return last.lastgroup or "" if last is not None else ""
