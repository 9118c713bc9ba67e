"""A noun with another syllable at its edge than the source has (양이온 of 负离子, 국가에너지부 of 国家能源局)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import says

_LEAST = 2
_BODY = 3
"""Syllables of the name of a body before the word for what it is."""


@dataclass(frozen=True, slots=True)
class _Affix:
    kind: str
    side: str
    korean: str
    own: tuple[str, ...]
    """Chinese forms."""
    others: tuple[str, ...]
    """Chinese forms of the others of its kind, without those that are its own too."""


def judge_affixes(case: Case) -> None:
    """Contradict a noun whose rest the source has everywhere with another of the syllables that could stand there."""
    for word in case.sentence.words:
        if len(word.stem) > _LEAST and word.covered < 1 and word.text.startswith(word.stem):
            for affix in _fitting(word.stem):
                if _judge(case, word, affix):
                    break


def _judge(case: Case, word: Word, affix: _Affix) -> bool:
    size, cut = len(word.stem), len(affix.korean)
    first, last = (cut, size) if affix.side == "before" else (0, size - cut)
    plain = case.corpus.key.plain
    rival: Span | None = None
    for start, end in word.stretches(first, last, (0, len(plain))):
        beside = _beside(plain, (start, end), affix.side, affix.own)
        if beside is not None:
            return False
        found = _beside(plain, (start, end), affix.side, affix.others)
        if found is not None and rival is None:
            rival = (min(start, found[0]), max(end, found[1]))
    if rival is None:
        return False
    said = case.corpus.text[slice(*rival)]
    case.hold(Judged("name", (word.start, word.stem_end), "contradicted", rival, says(said)))
    return True


def _beside(plain: str, place: Span, side: str, forms: tuple[str, ...]) -> Span | None:
    """Where one of some words stands right before or behind a place; None where none does."""
    for form in forms:
        if side == "before" and plain.endswith(form, 0, place[0]):
            return place[0] - len(form), place[0]
        if side == "behind" and plain.startswith(form, place[1]):
            return place[1], place[1] + len(form)
    return None


@lru_cache(maxsize=4096)
def _fitting(stem: str) -> tuple[_Affix, ...]:
    """The affixes that a noun begins or ends with, the longest first."""
    found = [*_affixes()["before", stem[0]], *_affixes()["behind", stem[-1]]]
    return tuple(affix for affix in sorted(found, key=lambda one: -len(one.korean)) if _fits(stem, affix))


def _fits(stem: str, affix: _Affix) -> bool:
    fits = stem.startswith(affix.korean) if affix.side == "before" else stem.endswith(affix.korean)
    return fits and len(stem) - len(affix.korean) >= (_BODY if affix.kind == "body" else _LEAST)


@cache
def _affixes() -> defaultdict[tuple[str, str], list[_Affix]]:
    """Side, and the syllable that stands at that edge of a noun -> the affixes."""
    rows = tables.read(__package__, "affixes.tsv")
    found: defaultdict[tuple[str, str], list[_Affix]] = defaultdict(list)
    for kind, side, korean, chinese in rows:
        own = tuple(chinese.split())
        others = (form for other, _, _, forms in rows if other == kind for form in forms.split())
        rivals = tuple(dict.fromkeys(form for form in others if form not in own))
        found[side, korean[0] if side == "before" else korean[-1]].append(_Affix(kind, side, korean, own, rivals))
    return found
