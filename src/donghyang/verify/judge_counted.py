"""What a figure counts: the noun behind it in the source (5架直升机), the one beside it in the text (수송기 5대)."""

from __future__ import annotations

import re

from donghyang.records import Quantity
from donghyang.verify.alignment import Word, spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held
from donghyang.verify.judge_figures import Found
from donghyang.verify.key import bare, korean_forms, korean_words
from donghyang.verify.reasons import says

_LONGEST, _SHORTEST = 8, 2
_BESIDE = 2
_LEAST = 0.5
_WHOLE = 0.99
_FILLERS = re.compile("[的多余]*")
_SPOKEN = 0.35
"""Share of the other words that the sentence of another count must have."""
_SEATS = 2
"""Sentences that speak most of the claim, in which a count of the noun is that of the claim."""
_PEOPLE = ("사람", "나라", "곳")
"""Classifiers that are nouns: what they count is said by themselves (나머지 두 사람)."""
_ALL = re.compile("[이가은는을를]? (?:모두|전부|다) ")
_TOGETHER = re.compile("합쳐|합해|합하면|통틀어|모두 합")
_OF_WHICH = re.compile("中[，,]?(?:有|已有)?$")
_COUNTS = ("count", "number")


def judge_counted(case: Case, support: dict[int, Found]) -> None:
    """Contradict a noun that no sentence near by has, where the noun that the source counts is another, known one;
    and a count of a noun that the source counts otherwise."""
    for figure in case.sentence.quantities:
        word, found = _counted(case, figure), support.get(figure.start)
        if found is not None:
            _judge_all(case, figure, found)
            _judge_together(case, figure, found)
        if word is None:
            continue
        if found is not None:
            _judge_noun(case, word, found)
        _judge_count(case, figure, word, found)


def _judge_all(case: Case, figure: Quantity, found: Found) -> None:
    """77곳이 모두, of which the source says it of some alone (77个…中，34个)."""
    if not _ALL.match(case.sentence.text, figure.end):
        return
    sentence = case.corpus.place_of(case.corpus.clauses[found.clause].sentence)
    for clause in case.corpus.clauses_of(case.corpus.clauses[found.clause].sentence):
        for one in clause.quantities:
            between = case.corpus.key.plain[found.quantity.end : one.start]
            if one.start > found.quantity.end and one.kind == figure.kind and _OF_WHICH.search(between):
                if held(figure, one) == "other" and (one.value or 0) < (figure.value or 0):
                    span = (figure.start, figure.end)
                    case.hold(Judged("scope", span, "contradicted", (one.start, sentence[1]), says(one.text)))
                return


def _judge_together(case: Case, figure: Quantity, found: Found) -> None:
    """합쳐 15만 명 of what the source gives to each (两省各15万)."""
    start, _ = case.sentence.segment_at(figure.start)
    if not _TOGETHER.search(case.sentence.text, start, figure.start):
        return
    place = found.quantity.start
    if case.corpus.key.plain[max(0, place - 1) : place] == "各":
        span, said = (figure.start, figure.end), (place - 1, found.quantity.end)
        case.hold(Judged("scope", span, "contradicted", said, says(case.corpus.text[slice(*said)])))


def _judge_noun(case: Case, word: Word, found: Found) -> None:
    if word.stem not in korean_words() or any(name.start <= word.start < name.end for name in case.named):
        return
    if any(word.in_sentence(at) >= _LEAST for at in case.near):
        return
    noun = _noun(case, found.quantity)
    rest = [one for one in case.sentence.words if one.start != word.start]
    if spoken(rest, [case.corpus.clauses[found.clause].sentence]) < _SPOKEN:
        return
    if noun is None or any(form in bare(case.sentence.printed) for form in korean_forms()[noun]):
        return
    start = case.corpus.key.plain.index(noun, found.quantity.end)
    case.hold(Judged("statement", (word.start, word.end), "contradicted", (start, start + len(noun)), says(noun)))


def _judge_count(case: Case, figure: Quantity, word: Word, found: Found | None) -> None:
    """우주인 2명, where every figure before 航天员 near by is another (三名航天员)."""
    if figure.bound is not None or word.covered < _WHOLE:
        return
    counted = [one for at in case.near for one in _before(case, word, at)]
    others = [one for one in counted if held(figure, one) == "other"]
    if not others or len(others) < len(counted) or (found is not None and _touches(case, word, found.quantity)):
        return
    rival = others[0]
    rest = [one for one in case.sentence.words if one.start != word.start]
    if spoken(rest, [case.corpus.sentence_at(rival.start)]) < _SPOKEN:
        return
    seats = (
        case.aligned[:_SEATS] if found is None else [*case.aligned[:_SEATS], case.corpus.clauses[found.clause].sentence]
    )
    if case.corpus.sentence_at(rival.start) in seats:
        span = (rival.start, rival.end)
        case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, says(rival.text)))


def _before(case: Case, word: Word, sentence: int) -> list[Quantity]:
    """The figures of a sentence right before the noun, or with it (6个方面)."""
    starts = _starts(word)
    return [
        one
        for clause in case.corpus.clauses_of(sentence)
        for one in clause.quantities
        if one.kind in _COUNTS and not starts.isdisjoint(range(one.start + 1, _next(case, one) + 1))
    ]


def _starts(word: Word) -> set[int]:
    """Where the source has the whole word in one piece."""
    return {
        start for match in word.matches if match.start == 0 and match.end >= len(word.stem) for start, _ in match.places
    }


def _touches(case: Case, word: Word, quantity: Quantity) -> bool:
    return not _starts(word).isdisjoint(range(quantity.start + 1, _next(case, quantity) + 1))


def _next(case: Case, quantity: Quantity) -> int:
    """Where the noun behind a figure begins."""
    return _FILLERS.match(case.corpus.key.plain, quantity.end).end()  # type: ignore[union-attr]


def _counted(case: Case, figure: Quantity) -> Word | None:
    """The word right before a figure that counts (헬기 5대), or right behind it (5개 도시, 세 명의 우주인); None for
    any other figure."""
    if figure.kind != "count":
        return None
    words = case.sentence.words
    if figure.unit in _PEOPLE:
        return None
    ahead = next((w for w in words if 0 <= figure.start - w.end <= _BESIDE and w.text == w.stem), None)
    if ahead is not None:
        return ahead
    gap = case.sentence.text[figure.end : figure.end + _BESIDE]
    start = figure.end + (2 if gap == "의 " else 1)
    return next((w for w in words if w.start == start), None) if gap[:1] in (" ", "의") else None


def _noun(case: Case, quantity: Quantity) -> str | None:
    """The known noun right behind a figure of the source, the longest; None where the tables know none."""
    plain = case.corpus.key.plain
    start = _next(case, quantity)
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        if plain[start : start + size] in korean_forms():
            return plain[start : start + size]
    return None
