"""Nouns of the text that no source says by any word: another thing has taken the place of the one spoken of.

A figure that is right supports nothing beside it. What a noun may be called in Chinese stands in `data/senses.tsv`; a
noun that stands nowhere there tells nothing, nor one that a faithful text may add (관련, 분야).
"""

from __future__ import annotations

import re

from donghyang.records import Message, Span
from donghyang.verify.alignment import Word, spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.kin import has_kin, kin_in
from donghyang.verify.reasons import says
from donghyang.verify.senses import absent_parts, says_any, shares_character

_DEED = re.compile("하|한|할|함|해|했|되|된|될|됨|돼|됐|시키|시켜|시킨")
"""Behind a noun that is said as a verb: verbs are put into other words far more freely."""
_HANGUL = re.compile("[가-힣]{2,}")
_REST = 0.6
"""Share of the rest of the claim that the sentences near by have: who puts all in other words may leave out a noun."""
_REASON = Message("원문에 없는 말입니다.", "no source has this word")


def judge_absent(case: Case) -> None:
    """Contradict nouns by another one of their kind that the nearest sentence names in their place; hold those that
    no source says as unsupported."""
    for word in case.sentence.words:
        parts = _absent(case, word)
        kin = () if parts or not has_kin(word.stem) else ((0, len(word.stem)),)
        if not (parts or kin) or _DEED.match(word.text, len(word.stem)) or _is_named(case, word):
            continue
        rest = [one for one in case.sentence.words if one.start != word.start]
        if spoken(rest, case.near) < _REST:
            continue
        told = _told(case, word, parts)
        for start, end in told or parts or kin:
            span = (word.start + start, word.start + end)
            if not _judge_kin(case, span, word.stem[start:end]) and told:
                case.hold(Judged("statement", span, "unsupported", None, _REASON))


def _is_named(case: Case, word: Word) -> bool:
    """Whether a word is of a name, which other judges hold."""
    names = [(name.start, name.end) for name in case.named]
    names += [one.span for one in case.judged if one.kind == "name"]
    return any(start < word.end and word.start < end for start, end in names)


def _judge_kin(case: Case, span: Span, noun: str) -> bool:
    """Contradict a noun that the sentences near by do not say by another of its kind; False where there is none."""
    if not has_kin(noun) or not case.aligned or says_any(noun, map(case.corpus.plain_of, _around(case))):
        return False
    nearest = case.aligned[0]
    found = kin_in(noun, case.corpus.plain_of(nearest), case.sentence.printed)
    if found is None:
        return False
    place = case.corpus.place_of(nearest)[0]
    said = (place + found[1][0], place + found[1][1])
    case.hold(Judged("statement", span, "contradicted", said, says(case.corpus.text[slice(*said)])))
    return True


def _around(case: Case) -> list[int]:
    """The sentences near by, and those behind the aligned ones."""
    return [*case.near, *(at for number in case.aligned for at in case.corpus.behind(number))]


def _told(case: Case, word: Word, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The absent parts of a word of which the nearest sentence has not even a character that may say them."""
    nearest = "".join(case.corpus.plain_of(number) for number in case.aligned[:1])
    return tuple(part for part in parts if not shares_character(word.stem[slice(*part)], nearest))


def _absent(case: Case, word: Word) -> tuple[Span, ...]:
    """The parts of a word that no source says, found once for each word of the text."""
    known = case.corpus.absent.get(word.text)
    if known is None:
        size, known = len(word.stem), ()
        if word.covered < 1 and _HANGUL.fullmatch(word.stem):
            covered = frozenset(at for match in word.matches for at in range(match.start, min(match.end, size)))
            known = absent_parts(word.stem, covered, case.corpus.key.plain)
        case.corpus.absent[word.text] = known
    return known
