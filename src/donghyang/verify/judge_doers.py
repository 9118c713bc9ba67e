"""Who did it: 갑이 주재했다, where the source has another person right before the deed (乙主持会议)."""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_persons import person_of
from donghyang.verify.names import sounds_chinese
from donghyang.verify.reasons import says

_SUBJECT = ("은", "는", "이", "가")
_DEEDS = 3
"""Words behind a subject among which its deed is looked for."""
_BEGUN = re.compile(
    "(?:^|[，,。；;、：:”\\s])"
    "(?:[一-龥]{0,14}?(?:主席|总理|总书记|主任|书记|部长|院士|航天员|指令长|代表))?(?P<name>[一-龥]{2,3})$"
)
"""A person at the beginning of a clause, with what he is, right before a deed."""
_NO_NAMES = re.compile("[将已在正要可能与和的了不对向从为于以并各年月日共还又也均都其该此这那]")
_REACH = 24
_SAID = frozenset({"term", "reading", "sense"})


def judge_doers(case: Case) -> None:
    """Contradict the subject of a deed that the aligned sentences give to another person alone."""
    words = case.sentence.words
    for at, word in enumerate(words):
        if word.particle in _SUBJECT and _is_person(case, word):
            for deed in words[at + 1 : at + 1 + _DEEDS]:
                if deed.covered >= 1 and len(deed.stem) > 1 and _judge(case, word, deed):
                    break


def _is_person(case: Case, word: Word) -> bool:
    return person_of(case, word) is not None or (sounds_chinese(word.stem) and len(word.stem) in (2, 3))


def _judge(case: Case, subject: Word, deed: Word) -> bool:
    """Hold that another one did it; False where the source says it of the subject, or of nobody by name."""
    rivals: list[Span] = []
    plain, surnames = case.corpus.key.plain, frozenset(tables.words(__package__, "surnames"))
    for sentence in case.aligned[:2]:
        start, end = case.corpus.place_of(sentence)
        mine = [place for place, _ in subject.places if start <= place < end and subject.covered >= 1]
        for place, _ in deed.stretches(0, len(deed.stem), (start, end), _SAID):
            if any(at < place for at in mine):
                return False
            begun = _BEGUN.search(plain, max(start - 1, place - _REACH, 0), place)
            if begun and begun["name"][0] in surnames and not _NO_NAMES.search(begun["name"]):
                rivals.append(begun.span("name"))
    if not rivals:
        return False
    said = case.corpus.text[slice(*rivals[0])]
    case.hold(Judged("name", (subject.start, subject.end), "contradicted", rivals[0], says(said), None, sure=True))
    return True
