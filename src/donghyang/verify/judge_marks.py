"""Whether the text tells as done what is planned, denies what is said, or adds causes and scopes."""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.language import tables
from donghyang.records import Message, Span
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.corpus import Clause
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import PLANNED
from donghyang.verify.signs import marked, scopes

_PREDICATE = 2
"""Words at the end of a segment that tell what is done."""
_TAIL = 14
"""Characters at the end of a segment that hold its predicate, or before a word of cause what it names."""
_NOT = re.compile(
    "(?:尚未|并未|从未|未能|没有|无法|不会|不再|不得|没|未(?!来))[一-龥]?$|(?<![一-龥])不$|(?<=[将仍也均都])不$"
    "|不(?:受|予|纳入|适用)[一-龥]{0,4}$"
)
"""A denial right before what it denies."""
_FORESEEN, _SURELY = re.compile("预计|拟|将于|计划于|有望|力争"), re.compile("已|了|曾|刚刚")
"""A forecast in a clause, and what yet makes a thing of it done."""
_REACH = 7
_EVEN = re.compile("까지 ?(?:모두|전부|다) ")
"""까지 that says how much is done, not until when."""
_DENIED_DEED = re.compile(
    "지 (?:못(?:함|했다|했음|한다|하고 있다|하고 있음|하는 상태)|않(?:음|는다|았다|았음|고 있다|고 있음))$"
)
_HAS_DONE = re.compile("已(?:经)?(?:全面|成功|正式|基本|初步|顺利|开始|实现|进入|完成|建成|形成)|仍(?:然)?由")
_NO_DEED_DONE = re.compile("[未没不尚难拒免禁]|停止|取消|终止|废|退出|失败|除")
_ENDED_KO = re.compile(
    "(?:끝남|끝났|끝냈|끝냄|완공됐|완공됨|완공했|준공됐|준공됨|완료됐|완료됨|완료했|완료함|마무리됐|마무리됨|개통됐|개통됨|개통했)"
)
_WILL_END = re.compile(
    "(?:将|预计|计划|有望|力争|拟|年底前|月底前)[^，。；已]{0,12}(?:完工|建成|竣工|完成|投产|通车|投用|贯通|开通|收官)"
)
_HAS_ENDED = re.compile(
    "(?:已经?|顺利|全部|正式|圆满|成功)[^，。；将]{0,8}(?:完工|建成|竣工|完成|投产|通车|投用|贯通|开通|结束)|完成了|结束了"
)
_BUILT = re.compile(
    "(?P<thing>[가-힣]{2,})[을를이가] (?:[가-힣]{2,4} )?(?P<deed>완공|준공|다 지[었은]|건설을 마)(?!하기|할|될|되면|하면|을)"
)
_BUILDING = re.compile("(?:正在|加紧|加快|抓紧|着手)[^，。；]{0,4}(?:建设|修建|施工|兴建|建造)[^，。；]{0,10}$")
_SPOKEN = 0.5
"""Share of a segment's words that a sentence has that speaks of its work."""
_ENDED_FIRST = re.compile("(?:끝나|마쳐|끝내|완료[해돼]|완공[해돼]|완성[해돼])(?= )")
_GOING = 6
"""Characters around a deed that tell that it goes on."""
_ENDED = re.compile("完成|结束|完毕|竣工|完工|100[%％]")
_SAYS = re.compile("말|밝|전[했하]|설명|강조|발표|보도|언급|소개|주장|지적|평가|판단|답|덧붙")
"""Verbs of saying: what they report stands before them."""
_NO_DEED = re.compile("[场区站台架]|中心|任务|窗口|团队|基地|系统|方案|计划|期间|前|日")
"""Behind a deed that is only part of a name, or not told (发射场)."""


def judge_marks(case: Case, support: dict[int, Found]) -> None:
    """What is told as done though it is planned, as planned though it is done; denials and causes."""
    for segment in case.sentence.segments:
        for piece in _pieces(case.sentence.text, segment):
            _judge_achieved(case, piece)
        _judge_ended(case, segment)
        _judge_built(case, segment)
        words = [word for word in case.sentence.words_in(segment) if word.clauses]
        clause = next((support[f.start].clause for f in reversed(case.sentence.quantities)
                       if segment[0] <= f.start < segment[1] and f.start in support), None)  # fmt: skip
        if clause is None:
            clause = case.clause_for(words[-_PREDICATE:], _seats(case))
            if clause is None or sum(word.in_clause(clause) > 0 for word in words) < _PREDICATE:
                continue
        _judge_done(case, segment, clause)
        _judge_denied(case, segment, clause)
        _judge_affirmed(case, segment, clause)
        _judge_already(case, segment, clause)
    _judge_cause(case)


def _pieces(text: str, segment: Span) -> list[Span]:
    """A segment, parted behind a deed that is ended before the rest (시공이 끝나 물을 공급하고)."""
    cuts = [segment[0], *(found.end() for found in _ENDED_FIRST.finditer(text, *segment)), segment[1]]
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def _seats(case: Case) -> list[int]:
    """The aligned sentences, those with a figure or date of the claim where there are such."""
    held = {case.corpus.clauses[one.clause].sentence for one in case.judged
            if one.clause is not None and one.kind in ("quantity", "date")}  # fmt: skip
    return [at for at in case.aligned if at in held] or case.aligned[:2]


def _judge_done(case: Case, segment: Span, clause: int) -> None:
    """A predicate stands at the end of its segment; what the source plans stands before it in its sentence."""
    text = case.sentence.text
    tail = max(segment[0], segment[1] - _TAIL)
    printed = text[tail : segment[1]]
    start, end = case.span_of(clause)
    held = case.corpus.sentences[case.corpus.clauses[clause].sentence]
    before = case.corpus.key.plain[held.start : end]
    whole = case.corpus.plain_of(case.corpus.clauses[clause].sentence)
    planned, done = marked(printed, "strictly-planned", "ko"), marked(printed, "done", "ko")
    if done and not marked(case.sentence.printed, "planned", "ko"):
        own = marked(case.corpus.key.plain[start:end], "strictly-planned", "zh")
        parted = own is None and marked(case.corpus.key.plain[start:end], "built", "zh") is not None
        if (
            not parted
            and marked(before, "strictly-planned", "zh")
            and not marked(case.corpus.key.plain[start:end], "strictly-done", "zh")
        ):
            case.hold(Judged("modality", _span(tail, done), "contradicted", case.span_of(clause), PLANNED, clause))
    elif planned and not done:
        source = case.text_of([case.corpus.clauses[clause].sentence, *case.aligned[:2]])
        titled = case.corpus.clauses[clause].sentence in case.corpus.titles
        surely = (
            not titled
            and marked(case.corpus.key.plain[start:end], "surely-done", "zh")
            and not marked(whole, "strictly-planned", "zh")
        )
        if marked(printed, "aimed", "ko") and marked(_before(case, clause), "aimed", "zh"):
            return
        if surely or (not marked(source, "planned", "zh") and marked(case.corpus.key.plain[start:end], "done", "zh")):
            reason = Message("원문은 이미 이루어진 일로 말합니다.", "the source tells it as done.")
            case.hold(Judged("modality", _span(tail, planned), "contradicted", case.span_of(clause), reason, clause))


def _before(case: Case, clause: int) -> str:
    """The sentence before that of a clause, with its own."""
    sentence = case.corpus.clauses[clause].sentence
    return case.text_of([*case.corpus.before(sentence, 1), sentence])


def _judge_denied(case: Case, segment: Span, clause: int) -> None:
    denied = marked(case.sentence.text[slice(*segment)], "denied", "ko")
    at = case.corpus.clauses[clause].sentence
    source = case.text_of([at, *case.aligned[:2], *case.corpus.behind(at)])
    if denied and not marked(source, "denied", "zh"):
        reason = Message("원문은 부정하지 않습니다.", "the source denies nothing.")
        case.hold(Judged("negation", _span(segment[0], denied), "contradicted", case.span_of(clause), reason, clause))
    else:
        _judge_denied_deed(case, segment, clause)


def _judge_denied_deed(case: Case, segment: Span, clause: int) -> None:
    """The predicate of a segment denied (들어서지 못함), where its clause tells it as done or going on, and denies no
    deed: what a noun is without (无补贴) is no denial of it."""
    text = case.sentence.text[slice(*segment)].rstrip(" .,")
    said = case.corpus.key.plain[slice(*case.span_of(clause))]
    denied = _DENIED_DEED.search(text)
    if denied and _HAS_DONE.search(said) and not _NO_DEED_DONE.search(said):
        reason = Message("원문은 이루어진 일로 말합니다.", "the source tells it as done.")
        span = _span(segment[0], denied)
        case.hold(Judged("negation", span, "contradicted", case.span_of(clause), reason, clause))


def _judge_affirmed(case: Case, segment: Span, clause: int) -> None:
    """A segment without any denial whose predicate the source denies (尚未开通)."""
    if marked(case.sentence.text[slice(*segment)], "denied", "ko"):
        return
    start, end = case.span_of(clause)
    for word in [word for word in case.sentence.words_in(segment) if word.in_clause(clause)][-_PREDICATE:]:
        places = [place for place, _ in word.places if start <= place < end]
        denials = [_NOT.search(case.corpus.key.plain, max(start, place - _REACH), place) for place in places]
        if places and all(denials):
            found = denials[0]
            assert found is not None
            reason = Message("원문은 부정합니다.", "the source denies it.")
            span = (word.start, word.end)
            case.hold(Judged("negation", span, "contradicted", (found.start(), end), reason, clause))


def _judge_achieved(case: Case, segment: Span) -> None:
    """발사에 성공, of a deed that the source speaks of near by, each time as planned and never as done."""
    text = case.sentence.text
    at = max(segment[0], segment[1] - _TAIL)
    achieved = marked(text[at : segment[1]], "achieved", "ko")
    told = achieved or marked(text[at : segment[1]], "done", "ko")
    if told is None or marked(_EVEN.sub(" ", text[slice(*segment)]), "planned", "ko"):
        return
    words = case.sentence.words_in((segment[0], at + told.end()))
    words = [word for word in words if word.text not in _list("wholly")][-_PREDICATE:]
    deed_before = told[0] not in _list("done_deeds") if achieved else told[0] in _list("did")
    mark = at + told.start()
    deeds = [word for word in words if word.weight and (word.start < mark if deed_before else word.end >= mark)][-1:]
    if any(_SAYS.match(word.text) for word in words[-1:]):
        return
    planned: Span | None = None
    near = frozenset(case.near_for(segment))
    for place in [place for word in deeds for place in word.places if case.corpus.sentence_at(place[0]) in near]:
        if _NO_DEED.match(case.corpus.text, place[1]):
            continue
        held = case.corpus.clauses[case.corpus.clause_at(place[0])]
        if not _is_to_come(case, place, held):
            return
        planned = planned or (held.start, held.end)
    if planned is not None:
        case.hold(Judged("modality", _span(at, told), "contradicted", planned, PLANNED))


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


def _judge_ended(case: Case, segment: Span) -> None:
    """A work told as ended by a sentence that speaks of it, of which the source only says when it will be
    (工程将在4月陆续完工)."""
    at = max(segment[0], segment[1] - _TAIL)
    told = _ENDED_KO.search(case.sentence.text, at, segment[1])
    if told is None or not case.aligned or marked(case.sentence.text[slice(*segment)], "planned", "ko"):
        return
    words = [word for word in case.sentence.words_in((segment[0], told.start())) if word.weight]
    seat = case.near_for(segment)[0]
    if len(words) < _PREDICATE + 1 or spoken(words, [seat]) < _SPOKEN:
        return
    place = case.corpus.place_of(seat)
    found = _WILL_END.search(case.corpus.key.plain, *place)
    if found and not _HAS_ENDED.search(case.corpus.key.plain, *place):
        case.hold(Judged("modality", told.span(), "contradicted", found.span(), PLANNED))


def _is_to_come(case: Case, place: Span, clause: Clause) -> bool:
    """Whether a deed of the source is planned, or goes on yet (主体施工进度已超60%)."""
    plain = case.corpus.key.plain
    ahead = plain[max(clause.start, place[0] - _GOING) : place[0]]
    behind = plain[place[0] : min(clause.end, place[1] + _GOING)]
    going = marked(ahead, "going-before", "zh") or marked(behind, "going-behind", "zh")
    if going and not _ENDED.search(ahead + behind):
        return True
    before = plain[case.corpus.sentences[clause.sentence].start : clause.end]
    said = plain[clause.start : clause.end]
    return not marked(said, "achieved", "zh") and marked(before, "strictly-planned", "zh") is not None


def _list(name: str) -> tuple[str, ...]:
    return tables.words(__package__, name)


def _judge_already(case: Case, segment: Span, clause: int) -> None:
    """이미 of what the source only plans: no word of a thing done in its clause, and one of a plan in its sentence."""
    told = marked(case.sentence.text[slice(*segment)], "already", "ko")
    if told is None:
        return
    words = [word for word in case.sentence.words_in(segment) if word.clauses]
    predicate = case.clause_for(words[-_PREDICATE:], [case.corpus.clauses[clause].sentence])
    clause = clause if predicate is None else predicate
    held = case.corpus.sentences[case.corpus.clauses[clause].sentence]
    start, end = case.span_of(clause)
    said = case.corpus.key.plain[start:end]
    if marked(said, "already", "zh") and not (_FORESEEN.search(said) and not _SURELY.search(said)):
        return
    if marked(case.corpus.key.plain[held.start : end], "planned", "zh"):
        case.hold(Judged("modality", _span(segment[0], told), "contradicted", (start, end), PLANNED, clause))


def _judge_cause(case: Case) -> None:
    """A cause that the source does not give: no word of cause near by, or none of the words that name it."""
    sentence = case.sentence
    cause = marked(sentence.printed, "cause", "ko")
    if cause is None:
        return
    place = sentence.start + cause.start()
    if sentence.text[place - 1 : place] in ("이", "그"):  # 이로 인해: what it names stands before
        return
    named = [word for word in sentence.words_in((sentence.start, place)) if word.end > place - _TAIL][-3:]
    said = any(word.in_sentence(at) for word in named for at in case.near)
    if not marked(case.text_of(case.near), "cause", "zh") or (named and not said):
        reason = Message("원문에 없는 인과입니다.", "no source states this cause")
        case.hold(Judged("cause", _span(sentence.start, cause), "unsupported", None, reason))


def judge_scopes(case: Case) -> None:
    """Words that say that a thing holds of a whole: the source must say so near by."""
    sentence = case.sentence
    near = case.text_of(case.near)
    for start, end, chinese in scopes(sentence.printed):
        span: Span = (sentence.start + start, sentence.start + end)
        if near and not any(word in near for word in chinese):
            reason = Message("원문이 말하지 않는 범위입니다.", "no source says that it holds of so much")
            case.hold(Judged("scope", span, "unsupported", None, reason))


def _span(at: int, found: re.Match[str]) -> Span:
    return at + found.start(), at + found.end()
