"""Who does it to whom: a giver and a receiver that have changed places (向中国科学院移交)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_names import said_of
from donghyang.verify.names import Named

_SUBJECT = re.compile("(?: (?:대통령|총리|주석|정부|외교부|장관))?(?:은|는|이|가|께서)(?![가-힣])")
_RECEIVER = re.compile("(?: (?:대통령|총리|주석|정부|외교부|장관))?(?:에|에게|측에)(?![가-힣])")
_FROM = re.compile("(?:으?로부터|에게서|에서)(?![가-힣])")
_TO = ("向", "给", "对")
_OUT_OF = ("从", "由", "自")
_TOWARD = ("向", "给", "对", "由", "被", "从", "为", "在")
_TURNED = Message(
    "원문에서는 주는 쪽과 받는 쪽이 반대입니다.", "in the source giver and receiver are the other way round."
)


def judge_roles(case: Case) -> None:
    """Contradict a subject that the source names as the receiver of the one whom the claim names as receiver."""
    text = case.sentence.text
    givers = [one for one in case.named if _SUBJECT.match(text, one.end)]
    for giver in givers[:1]:
        for other in case.named:
            if other is giver:
                continue
            takes, gives = _RECEIVER.match(text, other.end), _FROM.match(text, other.end)
            for own, their in _together(case, giver, other) if takes or gives else ():
                if takes and _is_behind(case, own, _TOWARD) and not _is_behind(case, their, _TOWARD):
                    case.hold(Judged("name", (giver.start, giver.end), "contradicted", own, _TURNED))
                    break
                to = _is_behind(case, their, _TO) and not _is_behind(case, own, _TO)
                from_ = _is_behind(case, own, _OUT_OF) and not _is_behind(case, their, _OUT_OF)
                if gives and (to or from_):
                    case.hold(Judged("name", (other.start, other.end), "contradicted", their, _TURNED))
                    break


def _together(case: Case, one: Named, other: Named) -> Iterator[tuple[Span, Span]]:
    """Where the sentences near by have both names."""
    for number in case.near:
        own, their = said_of(case, one, [number]), said_of(case, other, [number])
        if own is not None and their is not None:
            yield own, their


def _is_behind(case: Case, place: Span, words: tuple[str, ...]) -> bool:
    """Whether the sentence of a name has it right behind one of some words of one character."""
    text, held = case.corpus.text, case.corpus.place_of(case.corpus.sentence_at(place[0]))
    return any(text.find(word + text[slice(*place)], *held) >= 0 for word in words)
