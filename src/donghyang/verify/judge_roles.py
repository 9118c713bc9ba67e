"""Who does it to whom: a giver and a receiver that have changed places (向中国科学院移交)."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import ClaimStatus, Message, Span
from donghyang.verify.case import Case, Judged

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
    names = [one for one in case.judged if one.kind == "name" and one.status == "supported" and one.evidence]
    givers = [one for one in names if _SUBJECT.match(text, one.span[1])]
    receivers = [one for one in names if _RECEIVER.match(text, one.span[1])]
    for giver in givers[:1]:
        _judge_from(case, giver, names)
        for receiver in receivers:
            assert giver.evidence is not None
            assert receiver.evidence is not None
            if (
                _toward(case, giver.evidence)
                and not _toward(case, receiver.evidence)
                and _together(case, giver, receiver)
            ):
                case.hold(Judged("name", giver.span, "contradicted", giver.evidence, _TURNED))


def _judge_from(case: Case, taker: Judged, names: list[Judged]) -> None:
    """갑은 을로부터 산다, where the source has 甲向乙出口."""
    for other in names:
        if not _FROM.match(case.sentence.text, other.span[1]) or other.evidence is None or taker.evidence is None:
            continue
        to = _toward_at(case, other.evidence) and not _toward_at(case, taker.evidence)
        from_ = _after(case, taker.evidence, _OUT_OF) and not _after(case, other.evidence, _OUT_OF)
        if (to or from_) and _together(case, taker, other):
            case.hold(Judged("name", other.span, "contradicted", other.evidence, _TURNED))


def _toward_at(case: Case, place: Span) -> bool:
    """Whether the sentence of a name has it behind a word of giving to."""
    return _after(case, place, _TO)


def _after(case: Case, place: Span, words: tuple[str, ...]) -> bool:
    """Whether the sentence of a name has it right behind one of some words of one character."""
    text, held = case.corpus.text, case.corpus.place_of(case.corpus.sentence_at(place[0]))
    return re.compile(f"[{''.join(words)}]{re.escape(text[slice(*place)])}").search(text, *held) is not None


def judge_actors(case: Case) -> None:
    """A kind of actor (증권사, 대학) as the subject of a sentence whose source knows none of that kind near by."""
    sentence = case.sentence
    near = case.text_of(case.near)
    if not near:
        return
    for word in sentence.words:
        kind = _kinds().get(word.stem.removesuffix("들"))
        particle = word.particle
        if kind is None or particle not in ("은", "는", "이", "가") or word.covered >= 1:
            continue
        if not any(chinese in near for chinese in kind):
            others = [one for one in _kinds().values() if any(len(w) > 1 and w in near for w in one)]
            reason = Message("원문에 없는 주체입니다.", "no source speaks of such an actor")
            status: ClaimStatus = "contradicted" if others else "unsupported"
            case.hold(Judged("name", (word.start, word.end), status, None, reason))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    rows = tables.read(__package__, "actors.tsv")
    return {word: tuple(chinese.split()) for korean, chinese in rows for word in korean.split()}


def _toward(case: Case, place: Span) -> bool:
    text, held = case.corpus.text, case.corpus.place_of(case.corpus.sentence_at(place[0]))
    written = re.compile(f"[{''.join(_TOWARD)}]{re.escape(text[slice(*place)])}")
    return written.search(text, *held) is not None


def _together(case: Case, one: Judged, other: Judged) -> bool:
    assert one.evidence is not None
    assert other.evidence is not None
    return case.corpus.sentence_at(one.evidence[0]) == case.corpus.sentence_at(other.evidence[0])
