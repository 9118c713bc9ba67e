"""A person as the subject of what the source tells of another one, and an envoy of one land sent to another."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Message, Span
from donghyang.verify.alignment import Word, ranked, spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_persons import person_of
from donghyang.verify.reasons import says

_SUBJECT = ("은", "는", "이", "가")
_BACK = 3
"""Sentences before one that may name whom it speaks of."""
_PERSON, _BODY = (2, 0.4), (3, 0.6)
"""Words, and the share of them, that a sentence must have to speak of the rest: of a person, of a body."""
_BODIES = "社台报网部委局署厅司院会"
_SAID_BODY = re.compile("该[机公部委局社院]|[该其][一-龥]?方|双方|各方")
"""A body that is only pointed at."""
_NAMED = 3
"""Characters of the shortest name of a body: 会议 is none."""
_TELLING = 4
"""Last characters of a name by which a text calls it again."""
_NO_PERSON = "省市县区州镇乡村部局委院校司湖山河江港"
"""Last characters of names that are of no person."""
_OTHER = Message("원문은 다른 사람의 일로 말합니다.", "the source tells it of another person.")
_SENT = re.compile("(?:^|(?<=[ ,]))주(?P<land>[가-힣]{1,6}?) ?(?P<post>대사|총영사|대표|특사)(?![가-힣]{2})")
_ENVOY = re.compile("[驻赴](?P<land>[一-龥]{1,6}?)(?:[特全]\\S{0,4})?(?P<post>大使|总领|代表|特使)")


def judge_topics(case: Case) -> None:
    """Contradict a person whom the sentences that speak of the rest do not name, and envoys to another land."""
    for word in case.sentence.words:
        particle = word.particle
        if particle not in _SUBJECT:
            continue
        person = person_of(case, word)
        if person is not None:
            _judge_subject(case, word, person)
        elif (body := word.whole((0, len(case.corpus.text)))) is not None and case.corpus.text[body[1] - 1] in _BODIES:
            _judge_subject(case, word, body, _BODY)
    for sent in _SENT.finditer(case.sentence.text, case.sentence.start, case.sentence.end):
        _judge_envoy(case, sent)


def _judge_subject(case: Case, subject: Word, person: Span, need: tuple[int, float] = _PERSON) -> None:
    few, spoken_ = need
    corpus = case.corpus
    end = _next_topic(case, subject)
    rest = [word for word in case.sentence.words if subject.end < word.start < end and word.weight]
    rest = [*_attributes(case, subject), *rest] if need == _PERSON else rest
    best = ranked(rest, case.seats, corpus.titles, 1) if len(rest) >= few else []
    if not best or spoken(rest, [best[0][0]]) < spoken_:
        return
    seat = best[0][0]
    name = corpus.text[slice(*person)]
    if name[-1] in _NO_PERSON or (name[-1] in _BODIES and len(name) < _NAMED):
        return
    around = [seat, *corpus.before(seat, _BACK)]
    if name[-1] in _BODIES and any(_SAID_BODY.search(corpus.words_of(at)) for at in around):
        return
    if any(name[-_TELLING:] in corpus.words_of(at) for at in around):
        return
    case.hold(Judged("name", (subject.start, subject.end), "contradicted", corpus.place_of(seat), _OTHER, weak=True))


def _attributes(case: Case, subject: Word) -> list[Word]:
    """The words without a particle right before a person, which say who he is (헤이룽장 출신 …는)."""
    found: list[Word] = []
    for word in reversed([word for word in case.sentence.words if word.end < subject.start]):
        if word.particle or case.sentence.text[word.end : word.end + 1] != " ":
            break
        found.insert(0, word)
    return [word for word in found if word.weight]


def _next_topic(case: Case, subject: Word) -> int:
    """Where a later segment begins with a topic of its own (로이터는 …, AFP는 …); the end of the sentence where none
    does."""
    for start, end in case.sentence.segments:
        first = next(iter(case.sentence.words_in((start, end))), None)
        if start > subject.end and first is not None and first.text.endswith(("은", "는")):
            return start
    return case.sentence.end


def _judge_envoy(case: Case, sent: re.Match[str]) -> None:
    claimed = _lands().get(sent["land"], frozenset())
    told = list(_ENVOY.finditer(case.corpus.key.plain))
    if not claimed or not told or any(found["land"] in claimed for found in told):
        return
    at = case.near
    near = next((found for found in told if case.corpus.sentence_at(found.start()) in at), None)
    if near is not None:
        case.hold(Judged("name", sent.span(), "contradicted", near.span(), says(near[0])))


@cache
def _lands() -> dict[str, frozenset[str]]:
    """Korean name of a land -> its Chinese names, long and short."""
    shorts = {row[0]: row[1] for row in tables.read(__package__, "short_countries.tsv")}
    found = {"중국": frozenset({"华", "中国"})}
    for chinese, korean in tables.read(__package__, "countries.tsv"):
        for form in korean.split():
            found[form] = frozenset({chinese, shorts.get(chinese, chinese)})
    return found
