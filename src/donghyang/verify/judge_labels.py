"""What a figure is said to be of: the nouns right before it, of which its sentence must say each up to its clause.

A right figure supports nothing beside it: 지출 15.9% is wrong where the source has 收入增长15.9%, whatever else it says
of 지출. Of words that no table has the Chinese for nobody can say that a sentence lacks them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from donghyang.language.hangul import final_of
from donghyang.language.hanja import read_as
from donghyang.records import Message, Quantity, Span
from donghyang.verify.accounts import framing, is_listed, parts_of, said_in
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.claims import ClaimSentence
from donghyang.verify.figures import held
from donghyang.verify.judge_figures import Found
from donghyang.verify.key import common_nouns, korean_words

_GAP = re.compile("[ \"'‘’“”「」·(]*(?:(?:각각|약|총|누적|모두) )?")
"""What may stand between a figure and the nouns that it is of."""
_LISTED = (" 등 ", " 등 총 ", " 등의 ")
"""Before the count of what stands before it."""
_NOUN, _HEAD = ("", "의"), ("", "은", "는", "이", "가", "도")
"""Particles inside such a phrase, and at its end."""
_WORDS = 3
"""Nouns before a figure that are asked for: of 509 in 357 true claims 4 stand elsewhere alone, of 28 fourth ones 4."""
_WHOLE = 0.75
"""The part of a word that a clause must have to say it."""
_FEW = 2
_ADNOMINAL = ("ㄴ", "ㄹ")
_OF_ANOTHER = Message("원문에서 이 수는 다른 것의 값입니다.", "in the source this figure is of something else.")


@dataclass(frozen=True, slots=True)
class Part:
    """A noun, or a part of one, that a source may say."""

    stem: str
    word: Word
    whole: bool


def judge_labels(case: Case, support: dict[int, Found]) -> None:
    """Contradict a noun that the source has, and not in the sentence of the figure behind it."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is None or case.corpus.clauses[found.clause].sentence in case.corpus.titles:
            continue
        if case.sentence.text.endswith(_LISTED, 0, figure.start):
            continue
        for word in _phrase(case.sentence, figure)[:_WORDS]:
            parts = _parts(word) if _is_plain_noun(case, word) else []
            untold = [part for part in parts if not _is_told(case, part, figure, found)]
            alone = len(untold) == 1 or (untold and word.covered >= 1)
            if alone and all(_is_elsewhere(case, part, figure) for part in untold):
                span, place = (word.start, word.end), case.span_of(found.clause)
                case.hold(Judged("statement", span, "contradicted", place, _OF_ANOTHER, found.clause))


def _phrase(sentence: ClaimSentence, figure: Quantity) -> list[Word]:
    """The nouns that stand before a figure without a particle between them, the nearest first."""
    words: list[Word] = []
    end = figure.start
    for word in reversed([word for word in sentence.words if word.end <= figure.start]):
        if not _GAP.fullmatch(sentence.text, word.end, end) or word.particle not in (_NOUN if words else _HEAD):
            break
        words.append(word)
        end = word.start
    return words


def _is_plain_noun(case: Case, word: Word) -> bool:
    """Whether a word is a noun whose Chinese is known, no name, no time and no verb before its noun (거둔)."""
    taken = [*((one.start, one.end) for one in case.named), *((one.start, one.end) for one in case.sentence.periods)]
    if len(word.stem) < _FEW or word.stem in framing() or any(start <= word.start < end for start, end in taken):
        return False
    native = len(word.stem) == _FEW and not all(map(read_as, word.stem))
    noun = word.stem in common_nouns() or word.stem in korean_words()
    if not word.particle and (native or (not noun and final_of(word.stem) in _ADNOMINAL)):
        return False
    return bool(_parts(word))


def _parts(word: Word) -> list[Part]:
    """A noun whose Chinese the tables have, or the parts of one of which they have all (신규주문지수)."""
    if is_listed(word.stem):
        return [Part(word.stem, word, whole=True)]
    return [Part(stem, word, whole=False) for stem in parts_of(word.stem)]


def _is_told(case: Case, part: Part, figure: Quantity, found: Found) -> bool:
    """Whether the sentence of a figure has a noun up to the end of the figure's clause, or the one before it has, by
    no figure of its own that could stand in the place of this one."""
    corpus = case.corpus
    sentence = corpus.clauses[found.clause].sentence
    if _says(case, part, (corpus.place_of(sentence)[0], case.span_of(found.clause)[1])):
        return True
    return any(
        _says(case, part, corpus.place_of(at))
        and not any(held(figure, one) == "other" for clause in corpus.clauses_of(at) for one in clause.quantities)
        for at in corpus.before(sentence, 1)
    )


def _says(case: Case, part: Part, within: Span) -> bool:
    if said_in(part.stem, case.corpus.key.plain[slice(*within)]):
        return True
    clauses = range(case.corpus.clause_at(within[0]), case.corpus.clause_at(within[1] - 1) + 1)
    if part.whole:
        least = 1 if part.word.covered >= 1 else _WHOLE  # 비제조업 is no 制造业 where the source has 非制造业
        return any(part.word.in_clause(at) >= least for at in clauses)
    first = part.word.stem.index(part.stem)
    return next(part.word.stretches(first, first + len(part.stem), within), None) is not None


def _is_elsewhere(case: Case, part: Part, figure: Quantity) -> bool:
    """Whether a sentence of the source has a noun by a figure that could stand in the place of this one."""
    return any(
        _says(case, part, (sentence.start, sentence.end))
        and any(
            held(figure, one) == "other"
            for clause in case.corpus.clauses[sentence.first : sentence.last]
            for one in clause.quantities
        )
        for sentence in case.corpus.sentences
    )
