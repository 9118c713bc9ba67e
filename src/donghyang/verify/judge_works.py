"""Works of the text told as achieved, ended or built, which a source only plans or still carries on."""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.corpus import Clause
from donghyang.verify.reasons import PLANNED
from donghyang.verify.signs import PREDICATE, TAIL, marked, placed

_EVEN = re.compile("까지 ?(?:모두|전부|다) ")
"""까지 that says how much is done, not until when."""
_ENDED_KO = re.compile("끝[남났냈냄]|(?:완공|준공|완료|마무리|개통)(?:됐|됨|했|함)")
_WILL_END = re.compile(
    "(?:将|预计|计划|有望|力争|拟|年底前|月底前)[^，,。；;已]{0,12}"
    "(?:完工|建成|竣工|完成|投产|通车|投用|贯通|开通|收官)"
)
_HAS_ENDED = re.compile(
    "(?:已经?|顺利|全部|正式|圆满|成功)[^，,。；;将]{0,8}"
    "(?:完工|建成|竣工|完成|投产|通车|投用|贯通|开通|结束)|完成了|结束了"
)
_BUILT = re.compile(
    "(?P<thing>[가-힣]{2,})[을를이가] (?:[가-힣]{2,4} )?(?P<deed>완공|준공|다 지[었은]|건설을 마)"
    "(?!하기|할|될|되면|하면|을)"
)
_BUILDING = re.compile("(?:正在|加紧|加快|抓紧|着手)[^，,。；;]{0,4}(?:建设|修建|施工|兴建|建造)[^，,。；;]{0,10}$")
_SPOKEN = 0.5
"""Share of a segment's words that a sentence has that speaks of its work."""
_ENDED_FIRST = re.compile(
    "(?:끝나|끝내|마쳐|마치)(?:고|며)?(?= )|(?:완료|완공|완성|마무리|준공)(?:[해돼]|하[여고며]|되[어고며])(?= )"
)
_URGED = re.compile("推[进动]|加[快紧]|要(?![求点素])|应当?(?![用对急])|必?须|支持|鼓励|促进|深化|完善|探索|着力|继续")
_GOING = 6
"""Characters around a deed that tell that it goes on."""


def judge_works(case: Case) -> None:
    """Contradict works told as done in each segment of the sentence."""
    for segment in case.sentence.segments:
        for piece in _pieces(case.sentence.text, segment):
            _judge_achieved(case, piece)
        _judge_ended(case, segment)
        _judge_built(case, segment)


def _pieces(text: str, segment: Span) -> list[Span]:
    """A segment, parted behind a deed that is ended before the rest (시공이 끝나 물을 공급하고)."""
    cuts = [segment[0], *(found.end() for found in _ENDED_FIRST.finditer(text, *segment)), segment[1]]
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def _judge_achieved(case: Case, segment: Span) -> None:
    """발사에 성공, of a deed that the source speaks of near by, each time as planned and never as done."""
    text = case.sentence.text
    at = max(segment[0], segment[1] - TAIL)
    achieved = marked(text[at : segment[1]], "achieved", "ko")
    told = achieved or marked(text[at : segment[1]], "done", "ko")
    if told is None or marked(_EVEN.sub(" ", text[slice(*segment)]), "planned", "ko"):
        return
    words = case.sentence.words_in((segment[0], at + told.end()))
    words = [word for word in words if word.text not in _list("wholly")][-PREDICATE:]
    deed_before = told[0] not in _list("done_deeds") if achieved else told[0] in _list("did")
    mark = at + told.start()
    deeds = [word for word in words if word.weight and (word.start < mark if deed_before else word.end >= mark)][-1:]
    if any(word.text.startswith(_list("says")) for word in words[-1:]):
        return
    planned: Span | None = None
    near = frozenset(case.near_for(segment))
    for place in [place for word in deeds for place in word.places if case.corpus.sentence_at(place[0]) in near]:
        if case.corpus.text.startswith(_list("named_by_deeds"), place[1]):
            continue
        held = case.corpus.clauses[case.corpus.clause_at(place[0])]
        if not (_is_to_come(case, place, held) or (achieved and _is_urged(case, held))):
            return
        planned = planned or (held.start, held.end)
    if planned is not None:
        case.hold(Judged("modality", placed(at, told), "contradicted", planned, PLANNED))


def _is_to_come(case: Case, place: Span, clause: Clause) -> bool:
    """Whether a deed of the source is planned, or goes on yet (主体施工进度已超60%)."""
    plain = case.corpus.key.plain
    ahead = plain[max(clause.start, place[0] - _GOING) : place[0]]
    behind = plain[place[0] : min(clause.end, place[1] + _GOING)]
    going = marked(ahead, "going-before", "zh") or marked(behind, "going-behind", "zh")
    if going and not marked(ahead + behind, "ended", "zh"):
        return True
    before = plain[case.corpus.sentences[clause.sentence].start : clause.end]
    said = plain[clause.start : clause.end]
    return not marked(said, "achieved", "zh") and marked(before, "strictly-planned", "zh") is not None


def _is_urged(case: Case, clause: Clause) -> bool:
    """Whether a clause only says that a deed is to be pushed on (加快推进改革), with no word of a thing done."""
    said = case.corpus.key.plain[clause.start : clause.end]
    urged = _URGED.search(said) is not None
    return urged and not marked(said, "achieved", "zh") and not marked(said, "done", "zh")


def _judge_ended(case: Case, segment: Span) -> None:
    """A work told as ended by a sentence that speaks of it, of which the source only says when it will be
    (工程将在4月陆续完工)."""
    at = max(segment[0], segment[1] - TAIL)
    told = _ENDED_KO.search(case.sentence.text, at, segment[1])
    if told is None or not case.aligned or marked(case.sentence.text[slice(*segment)], "planned", "ko"):
        return
    words = [word for word in case.sentence.words_in((segment[0], told.start())) if word.weight]
    seat = case.near_for(segment)[0]
    if len(words) < PREDICATE + 1 or spoken(words, [seat]) < _SPOKEN:
        return
    place = case.corpus.place_of(seat)
    found = _WILL_END.search(case.corpus.key.plain, *place)
    if found and not _HAS_ENDED.search(case.corpus.key.plain, *place):
        case.hold(Judged("modality", told.span(), "contradicted", found.span(), PLANNED))


def _judge_built(case: Case, segment: Span) -> None:
    """공장을 완공, of what the source says everywhere near by that it is being built (正在加紧建设全新的工厂)."""
    told = _BUILT.search(case.sentence.text, *segment)
    thing = next((word for word in case.sentence.words if told and word.start == told.start("thing")), None)
    if told is None or thing is None or thing.covered < 1 or marked(told[0], "planned", "ko"):
        return
    near = frozenset(case.near_for(segment))
    places = [one for one in thing.stretches(0, len(thing.stem), (0, len(case.corpus.text)))
              if case.corpus.sentence_at(one[0]) in near]  # fmt: skip
    plain = case.corpus.key.plain
    built = [
        _BUILDING.search(plain, case.corpus.clauses[case.corpus.clause_at(one[0])].start, one[0]) for one in places
    ]
    if built and all(built) and built[0] is not None:
        case.hold(Judged("modality", told.span("deed"), "contradicted", built[0].span(), PLANNED))


def _list(name: str) -> tuple[str, ...]:
    return tables.words(__package__, name)
