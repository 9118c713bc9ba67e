"""What a sentence says beside its figures and names: does any source speak of it at all?

Words alone cannot tell whether a statement is true; they tell whether a source speaks of the thing. A clause whose
words no source has is unsupported; where a model for entailment is at hand, it is asked about the doubtful ones.
"""

from __future__ import annotations

from typing import Protocol

from donghyang.records import Span
from donghyang.verify.alignment import Word, inflected, tells
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_persons import person_of
from donghyang.verify.reasons import NOT_SAID

_SILENT = 0.26
"""A clause of which less than this share of the words stands near is not spoken of."""
_WHOLLY = 0.15
"""The same in a sentence of which a source has a figure or a date: it speaks of the thing, in what words ever."""
_SPOKEN = 0.3
"""The share of its words that must stand near a sentence of which nothing can be checked."""
_HALF = 0.5
"""The part of a word that stands there."""
_CHANCE = 1.2
"""Words, or parts of words, that stand near any sentence."""
_FEW = 2
_SURE_NO, _SURE_YES = 0.2, 0.8


class Entailment(Protocol):
    """An optional model that says how likely a source entails a claim, 0 to 1.

    It is asked only about what rules cannot judge: never about a figure, a date or a name."""

    def __call__(self, source: str, claim: str) -> float:
        """How likely `source` entails `claim`."""
        ...


def judge_statements(case: Case, model: Entailment | None = None) -> None:
    """Judge the clauses that nothing else was found in, and a sentence without any checkable claim as a whole."""
    sentence = case.sentence
    anchored = [
        one.span[0] for one in case.judged if one.status == "supported" and one.kind in ("quantity", "rank", "date")
    ]
    listed = {sentence.segment_at(word.start) for word in sentence.words if person_of(case, word) is not None}
    for span in _joined(case):
        if any(span[0] <= at < span[1] for at in anchored):
            continue
        words = [word for word in sentence.words_in(span) if tells(word)]
        if span in listed and len(words) <= _FEW + 1:
            continue
        if len(words) < _FEW or span == (sentence.start, sentence.end):
            continue
        share = _share(words, case.near_for(span))
        if share < (_SILENT if not anchored else _WHOLLY) and (len(words) > _FEW or not anchored):
            _doubtful(case, span, share, model)
    if all(one.kind in ("statement", "name") and one.status == "supported" for one in case.judged):
        whole = (sentence.start, sentence.end)
        words = [word for word in sentence.words if tells(word)]
        share = _share(words, case.near)
        by_chance = len(words) > _FEW and _stand(words, case.near) < _CHANCE
        if words and share >= _SPOKEN and not by_chance and not _refused(case, whole, model):
            case.hold(Judged("statement", whole, "supported", case.corpus.place_of(case.aligned[0])))
        else:
            _doubtful(case, whole, share, model)


def _joined(case: Case) -> list[Span]:
    """The segments of the sentence, the short members of an enumeration together with what follows them."""
    text, joined, start = case.sentence.text, [], None
    for first, end in case.sentence.segments:
        start = first if start is None else start
        words = case.sentence.words_in((first, end))
        noun = bool(words) and words[-1].text == words[-1].stem and text[words[-1].end : end].strip() == ","
        if noun and len(words) <= _FEW + 1 and end < case.sentence.end and not inflected(words[-1]):
            continue
        joined.append((start, end))
        start = None
    return joined if start is None else [*joined, (start, case.sentence.end)]


def _share(words: list[Word], near: list[int]) -> float:
    """The share of words that the sentences near by have."""
    if not words:
        return 0.0
    return sum(max((word.in_sentence(at) for at in near), default=0.0) >= _HALF for word in words) / len(words)


def _stand(words: list[Word], near: list[int]) -> float:
    """How many words, and parts of them, the sentences near by have."""
    return sum(max((word.in_sentence(at) for at in near), default=0.0) for word in words)


def _refused(case: Case, span: Span, model: Entailment | None) -> bool:
    """Whether a model is sure that the nearest sentences do not say what their words have in common with the claim."""
    return model is not None and model(case.text_of(case.near), case.sentence.text[slice(*span)].strip()) <= _SURE_NO


def _doubtful(case: Case, span: Span, share: float, model: Entailment | None) -> None:
    """Unsupported, unless a model is sure that the nearest sentences say it."""
    if model is not None and case.near and share > 0:
        score = model(case.text_of(case.near), case.sentence.text[slice(*span)].strip())
        if score >= _SURE_YES:
            case.hold(Judged("statement", span, "supported", case.corpus.place_of(case.near[0])))
            return
    case.hold(Judged("statement", span, "unsupported", None, NOT_SAID))
