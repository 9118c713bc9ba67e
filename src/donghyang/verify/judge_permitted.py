"""What may and may not be done (줄 수 없다, 可以授予): the clause of the source that has the thing decides."""

from __future__ import annotations

import re

from donghyang.records import Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import says

_MAY = re.compile("[가-힣] 수 (?P<no>는 없|도 없|없|있(?=다|음|으[며나]|고|도록|게|지만|는데|[.,]))")
_ALLOWED = re.compile("可以(?!看|说|预见)|(?<![不许认宁尽])可(?=[授给予申享参按由在向将自])|允许|有权|能够")
_BARRED = re.compile("不得|不能|不可以|不准|不允许|禁止|严禁|无权")
_DENIED = re.compile("[不未无非禁]|没有|严控|除外")
_WHOLE = 0.8
"""Share of a word that a clause must have to speak of it."""


def judge_permitted(case: Case) -> None:
    """Contradict what a segment lets be done that its clause forbids, and the other way round."""
    text = case.sentence.text
    for segment in case.sentence.segments:
        told = _MAY.search(text, *segment)
        clause = _clause(case, (segment[0], told.start())) if told else None
        if told is None or clause is None:
            continue
        start, end = case.span_of(clause)
        said = case.corpus.key.plain[start:end]
        sentence = case.corpus.plain_of(case.corpus.clauses[clause].sentence)
        may = told["no"] == "있"
        found = (_BARRED if may else _ALLOWED).search(said)
        answered = _ALLOWED.search(sentence) if may else _DENIED.search(sentence)
        if found and not answered:
            place = (start + found.start(), start + found.end())
            case.hold(Judged("negation", told.span("no"), "contradicted", place, says(found[0]), clause))


def _clause(case: Case, span: Span) -> int | None:
    """The clause of the best sentence which has the last word of a stretch whole, or its heaviest."""
    words = [word for word in case.sentence.words_in(span) if word.weight]
    if not words:
        return None
    for telling in (words[-1], max(words, key=lambda word: word.weight)):
        clause = case.clause_for([telling], case.aligned[:1])
        if clause is not None and telling.in_clause(clause) >= _WHOLE:
            return clause
    return None
