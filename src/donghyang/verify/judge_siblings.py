"""Names of one kind beside each other (问天实验舱, 梦天实验舱): is it this one that the source says the rest of?"""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import says

_FEW = 2
_MORE, _MARGIN = 1.5, 1.0
"""How much more of the rest a clause with the other name must have: as a share, and in weight."""
_BEHIND = 4
"""Characters behind a name that may hold the word for what it is."""


def judge_siblings(case: Case) -> None:
    """Contradict a name whose clauses have little of the rest, where a clause with a name of its kind has it."""
    for word in case.sentence.words:
        place = word.whole((0, len(case.corpus.text))) if word.covered >= 1 else None
        if place is None or place[1] - place[0] < _FEW:
            continue
        tail = _tail(case, place)
        if tail is None:
            continue
        name = case.corpus.text[place[0] : tail[0]]
        segment = case.sentence.segment_at(word.start)
        rest = [one for one in case.sentence.words_in(segment) if one.start != word.start and one.weight]
        if len(name) >= _FEW and len(rest) >= _FEW:
            _contest(case, word, name, (case.corpus.text[slice(*tail)], rest))


def _tail(case: Case, place: Span) -> Span | None:
    """Where the word stands that says what the name is of: at its end or right behind it; None where there is none."""
    text = case.corpus.text
    at_end = _tails().search(text, place[0] + _FEW, place[1])
    if at_end is not None and at_end.end() == place[1]:
        return at_end.span()
    behind = _tails().match(text, place[1], place[1] + _BEHIND)
    return behind.span() if behind is not None else None


def _contest(case: Case, word: Word, name: str, known: tuple[str, list[Word]]) -> None:
    tail, rest = known
    corpus = case.corpus
    mine, theirs = 0.0, 0.0
    rival: Span | None = None
    sibling = re.compile(f"[一-龥]{{2}}(?={tail[-1]}|{tail})")
    for sentence in range(len(corpus.sentences)) if len(corpus.sentences) < _MANY else case.near:
        if sentence in corpus.titles:
            continue
        for number, clause in corpus.numbered(sentence):
            score = sum(one.weight * one.in_clause(number) for one in rest)
            if name in corpus.text[clause.start : clause.end]:
                mine = max(mine, score)
                continue
            other = sibling.search(corpus.text, clause.start, clause.end)
            if other is not None and score > theirs and not _claimed(case, other.span(), word):
                theirs, rival = score, other.span()
    if rival is not None and mine and theirs >= _MORE * mine + _MARGIN:
        case.hold(Judged("name", (word.start, word.end), "contradicted", rival, says(corpus.text[slice(*rival)])))


_MANY = 60
"""Sentences of a source up to which all are asked."""


def _claimed(case: Case, place: Span, word: Word) -> bool:
    """Whether another word of the claim is that name."""
    return any(one.start != word.start and place in one.places for one in case.sentence.words)


@cache
def _tails() -> re.Pattern[str]:
    return re.compile("|".join(sorted(tables.words(__package__, "tails"), key=len, reverse=True)))
