"""What belongs to which name: a thing that is another one's, a deed that its other party does.

Every word of such a claim stands in the source; only where it stands tells that the claim is wrong.
"""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.language import tables
from donghyang.records import Message, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import DONE_TO

_NEXT = 2
"""Characters between a name of the source and the thing that is its own (意大利激光反射器)."""
_OWNED = re.compile("의 ")
_PHRASE = 12
"""Characters behind a name that hold what it is of, and its particle."""
_DOER = re.compile("[가-힣 ]{0,8}[이가](?![가-힣])")
_DONE_TO = re.compile("[가-힣 ]{0,8}[을를](?![가-힣])")
_OTHER_VOICE = re.compile("[被由受遭获]")


def judge_pairs(case: Case) -> None:
    """Contradict what the source says of another name, and what one numbered thing does to another."""
    _judge_owned(case)
    _judge_numbered(case)


def _judge_owned(case: Case) -> None:
    """A thing right behind its name (이탈리아의 탐지기) that in the source stands right behind another one."""
    text = case.sentence.text
    names = [one for one in case.judged if one.kind == "name" and one.status == "supported" and one.evidence]
    for one in names:
        if len(names) < 2 or not _OWNED.match(text, one.span[1]):
            continue
        word = next((word for word in case.sentence.words if word.start >= one.span[1] + 2), None)
        if word is None or not word.weight:
            continue
        rival = next((other for other in names if other is not one and _right_behind(case, other, word)), None)
        if rival is not None and not _right_behind(case, one, word) and not _in_clause_alone(case, one, rival, word):
            said = case.corpus.text[slice(*rival.evidence)]  # type: ignore[misc]
            reason = Message(f"원문에서는 '{said}'의 것입니다.", f"in the source this is of '{said}'")
            case.hold(Judged("name", one.span, "contradicted", rival.evidence, reason))


def _right_behind(case: Case, name: Judged, word: Word) -> bool:
    """Whether the source has the word right behind the name, at any place of it near by."""
    return any(0 <= start - end <= _NEXT for _, end in _places(case, name) for start, _ in word.places)


def _in_clause_alone(case: Case, name: Judged, rival: Judged, word: Word) -> bool:
    """Whether a clause that has a name, and not its rival, has the word too."""
    theirs, mine = ({case.corpus.clause_at(start) for start, _ in _places(case, one)} for one in (rival, name))
    return any(word.in_clause(at) for at in mine - theirs)


def _places(case: Case, name: Judged) -> list[Span]:
    """Where the sentences near by have the name as the source writes it."""
    assert name.evidence is not None
    written = re.compile(re.escape(case.corpus.text[slice(*name.evidence)]))
    near = map(case.corpus.place_of, case.near)
    return [found.span() for place in near for found in written.finditer(case.corpus.text, *place)]


def _judge_numbered(case: Case) -> None:
    """갑 2호 승무원이 갑 1호 승무원을 맞았다, where the source has 一号…欢迎二号…: the first one does it."""
    text = case.sentence.text
    names, deeds = [one for one in case.sentence.ordinals if one.kind == "name"], tables.words(__package__, "done_to")
    for one, other in pairwise(names):
        subject, object_ = text[one.end : other.start], text[other.end : other.end + _PHRASE]
        if one.value == other.value or not _DOER.match(subject) or not _DONE_TO.match(object_):
            continue
        for number in case.aligned[:1]:
            told = [found for clause in case.corpus.clauses_of(number) for found in clause.ordinals]
            first = [found for found in told if found.value == other.value and found.kind == "name"]
            second = [found for found in told if found.value == one.value and found.kind == "name"]
            if len(first) == len(second) == 1 and first[0].end < second[0].start:
                between = case.corpus.key.plain[first[0].end : second[0].start]
                if any(deed in between for deed in deeds) and not _OTHER_VOICE.search(between):
                    span, place = (one.start, other.end), (first[0].start, second[0].end)
                    case.hold(Judged("name", span, "contradicted", place, DONE_TO, None, sure=True))
