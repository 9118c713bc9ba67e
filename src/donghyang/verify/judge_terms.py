"""Technical terms of the text that no source has: another thing has taken the place of the one that is spoken of.

A common noun may be put into Korean in many ways; a technical term (승용차, 철강) has few, and the tables have them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from donghyang.language import tables
from donghyang.language.words import words
from donghyang.records import Message
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.key import bare

_TECHNICAL = frozenset({"technology"})
_REST = 0.5
"""Share of the rest that a sentence must have before it can lack the term."""
_REASON = Message("원문에 없는 말입니다.", "no source has this term")


def judge_terms(case: Case) -> None:
    """Hold as unsupported the technical terms of which no source has a word, nor the sentences near by a character."""
    near = set(case.text_of(case.near))
    for word in case.sentence.words:
        chinese = _terms().get(word.stem) if not word.covered else None
        rest = [one for one in case.sentence.words if one.start != word.start]
        if chinese and spoken(rest, case.aligned[:1]) < _REST:
            continue
        if chinese and near and near.isdisjoint("".join(chinese)):
            case.hold(Judged("statement", (word.start, word.stem_end), "unsupported", None, _REASON))


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    """Korean technical terms, those of one kind alone, with every Chinese word that is said so."""
    kinds: dict[str, set[str]] = defaultdict(set)
    chinese: dict[str, list[str]] = defaultdict(list)
    for word in words():
        for form in {word.named, *word.others}:
            kinds[bare(form)].add(word.kind)
            chinese[bare(form)].append(word.chinese)
    for korean, said in tables.read(__package__, "bridges.tsv"):
        for form in korean.split():
            chinese[form] += said.split()
    return {form: tuple(chinese[form]) for form, found in kinds.items() if found <= _TECHNICAL and len(form) > 1}
