"""Whether the text tells as done what is planned, denies what is said, or adds causes and scopes."""

from __future__ import annotations

import re

from donghyang.records import Message, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.periods import end_of, stated
from donghyang.verify.reasons import PLANNED
from donghyang.verify.signs import PREDICATE, TAIL, marked, placed, scopes

_NOT = re.compile(
    "(?:尚未|并未|从未|未能|没有|无法|不会|不再|不得|没|未(?!来))[一-龥]?$|(?<![一-龥])不$|(?<=[将仍也均都])不$"
    "|不(?:受|予|纳入|适用)[一-龥]{0,4}$"
)
"""A denial right before what it denies."""
_STANCE = re.compile("支持|同意|接受|承认|赞成|参加|参与|允许|认可|采纳|追求")
_NO_STANCE = re.compile("(?<![得无])不$")
"""Right before what somebody thinks of a thing, behind his name too (匈牙利不支持)."""
_FORESEEN, _SURELY = re.compile("预计|拟|将于|计划于|有望|力争"), re.compile("已|了|曾|刚刚")
"""A forecast in a clause, and what yet makes a thing of it done."""
_REACH = 7
_NAMED = 14
"""Characters before a word of cause that hold what it names."""
_DENIED_DEED = re.compile(
    "지 (?:못(?:함|했다|했음|한다|하고 있다|하고 있음|하는 상태)|않(?:음|는다|았다|았음|고 있다|고 있음))$"
)
_ANNOUNCED = re.compile("(?:선포|선언|예고|약속|합의|결정)(?:했|하였|됐|되었)(?:다|음)[.]?$")
_ANNOUNCES = re.compile("宣布|宣告|决定|承诺|预告|同意|达成")
"""What has been said or settled, of what is to come."""
_SETTLED = re.compile("기로|겠")
_FORETOLD = re.compile("(?:할|될|를|을|릴|질|설|날|올|갈|이를) ?(?:전망|예정|계획|방침)(?:이다|임|됨|된다)?[ .]*$")
_TO_COME = re.compile(
    "[将拟]|计划|力争|预[计期测估]|有望|争取|打算|即将|目标|[到至]20[0-9]{2}|未来|明年|今后|下一步|可能|展望|规划|确保|"
    "努力|年底|月底|安排|部署|希望|(?<![期等接招对])待(?!遇)|(?<![重需主必摘纪首])要(?![求点素])|"
    "(?<![供响适效反相对感])应(?![用对急])|必?须|旨在|致力|瞄准|冲刺|年内"
)
_URGING = re.compile("推[动进]|加快|准备|着力|开展|方案|意见|行动|建议|任务")
"""Words that tell of a plan only in the clause of a deed and the one before it."""
_TO_BE = re.compile("(?:완료|마무리|성공|성사|확보|달성|기록|집계)(?=할|될|하기|되기|하려|하도록|되도록)")
"""A deed that is still to be done, though its noun says achievement (완료할 계획)."""
_PARAGRAPH = 400
"""Characters before a sentence in which its frame is looked for."""
_HAS_DONE = re.compile("已(?:经)?(?:全面|成功|正式|基本|初步|顺利|开始|实现|进入|完成|建成|形成)|仍(?:然)?由")
_NO_DEED_DONE = re.compile("[未没不尚难拒免禁]|停止|取消|终止|废|退出|失败|除")


def judge_marks(case: Case, support: dict[int, Found]) -> None:
    """What is told as done though it is planned, as planned though it is done; denials and causes."""
    for segment in case.sentence.segments:
        words = [word for word in case.sentence.words_in(segment) if word.clauses]
        clause = next((support[f.start].clause for f in reversed(case.sentence.quantities)
                       if segment[0] <= f.start < segment[1] and f.start in support), None)  # fmt: skip
        if clause is None:
            told = (case.clause_for(words[-PREDICATE:], _seats(case)), _of_rank(case, segment))
            clause = next((at for at in told if at is not None and _has(words, at)), None)
            if clause is None:
                continue
        _judge_done(case, segment, clause)
        _judge_denied(case, segment, clause)
        _judge_affirmed(case, segment, clause)
        _judge_already(case, segment, clause)
    _judge_cause(case)


def _has(words: list[Word], clause: int) -> bool:
    """Whether a clause has enough of some words to tell what they tell."""
    return sum(word.in_clause(clause) > 0 for word in words) >= PREDICATE


def _ranks(case: Case) -> list[Judged]:
    """The orders and ranks of the claim that a source has (첫 번째 우주유영), without the numbers of names."""
    counted = {one.start for one in case.sentence.ordinals if one.kind != "name"}
    return [one for one in case.judged if one.kind == "rank" and one.status == "supported" and one.span[0] in counted]


def _of_rank(case: Case, segment: Span) -> int | None:
    """The clause of the last order or rank of a segment; None where it has none."""
    return next((one.clause for one in reversed(_ranks(case)) if segment[0] <= one.span[0] < segment[1]), None)


def _seats(case: Case) -> list[int]:
    """The aligned sentences, those with a figure, rank or date of the claim where there are such."""
    found = [one for one in case.judged if one.kind in ("quantity", "date")] + _ranks(case)
    held = {case.corpus.clauses[one.clause].sentence for one in found if one.clause is not None}
    return [at for at in case.aligned if at in held] or case.aligned[:2]


def _judge_done(case: Case, segment: Span, clause: int) -> None:
    """A predicate stands at the end of its segment; what the source plans stands before it in its sentence."""
    text = case.sentence.text
    tail = max(segment[0], segment[1] - TAIL)
    printed = text[tail : segment[1]]
    start, end = case.span_of(clause)
    held = case.corpus.sentences[case.corpus.clauses[clause].sentence]
    before = case.corpus.key.plain[held.start : end]
    whole = case.corpus.plain_of(case.corpus.clauses[clause].sentence)
    planned, done = marked(printed, "strictly-planned", "ko"), marked(_TO_BE.sub(" ", printed), "done", "ko")
    if done and _ANNOUNCED.search(printed) and _ANNOUNCES.search(whole):
        return  # 비상사태를 선포했다: that it is to come has been said
    own_segment = case.sentence.text[slice(*segment)]
    if done and not marked(_without_until(own_segment, done[0]), "planned", "ko"):
        own = marked(case.corpus.key.plain[start:end], "strictly-planned", "zh")
        parted = own is None and marked(case.corpus.key.plain[start:end], "built", "zh") is not None
        if (
            not parted
            and marked(before, "strictly-planned", "zh")
            and not marked(case.corpus.key.plain[start:end], "strictly-done", "zh")
        ):
            case.hold(Judged("modality", placed(tail, done), "contradicted", case.span_of(clause), PLANNED, clause))
    elif planned and not done:
        if _judge_foretold(case, printed, tail, clause):
            return
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
            case.hold(Judged("modality", placed(tail, planned), "contradicted", case.span_of(clause), reason, clause))


def _without_until(text: str, done: str) -> str:
    """A sentence without 까지 where a verb in the past ends it: 2035년까지 …했다 plans nothing."""
    return text.replace("까지", " ") if done.endswith("다") and not _SETTLED.search(text) else text


def _judge_foretold(case: Case, printed: str, tail: int, clause: int) -> bool:
    """Contradict 할 전망 and 할 예정 of what the paragraph of the source tells without a word of a plan or forecast up
    to there, nor behind it in its sentence."""
    told = _FORETOLD.search(printed)
    corpus = case.corpus
    if told is None or corpus.clauses[clause].sentence in corpus.titles:
        return False
    sentence = corpus.place_of(corpus.clauses[clause].sentence)
    start = max(corpus.text.rfind("\n", 0, sentence[0]), sentence[0] - _PARAGRAPH)
    if _TO_COME.search(corpus.key.plain, *(sentence if _is_over(case) else (max(0, start), sentence[1]))):
        return False
    beside = (
        corpus.clauses[clause - 1].start if case.same_sentence(clause - 1, clause) else corpus.clauses[clause].start
    )
    if _URGING.search(corpus.key.plain, beside, corpus.clauses[clause].end):
        return False
    number = corpus.clauses[clause].sentence
    day = corpus.day_of(number)
    times = [one for held in corpus.clauses_of(number) for one in stated(held)]
    if any(day is None or (one.high or one.value or "") >= day.isoformat()[: len(one.value or "")] for one in times):
        return False
    heading = corpus.heading_of(number)
    if heading is not None and _TO_COME.search(corpus.plain_of(heading)):
        return False
    reason = Message("원문은 계획이나 전망으로 말하지 않습니다.", "the source speaks of no plan or forecast.")
    span = placed(tail, told)
    case.hold(Judged("modality", span, "contradicted", case.span_of(clause), reason, clause))
    return True


def _is_over(case: Case) -> bool:
    """Whether all times of the claim have passed on the day of the source that speaks of it."""
    day = case.corpus.day_of(case.aligned[0]) if case.aligned else None
    ends = [end_of(one) for one in case.sentence.periods]
    return day is not None and bool(ends) and all("" < end < day.isoformat()[: len(end)] for end in ends)


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
        case.hold(Judged("negation", placed(segment[0], denied), "contradicted", case.span_of(clause), reason, clause))
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
        span = placed(segment[0], denied)
        case.hold(Judged("negation", span, "contradicted", case.span_of(clause), reason, clause))


def _judge_affirmed(case: Case, segment: Span, clause: int) -> None:
    """A segment without any denial whose predicate the source denies (尚未开通)."""
    if marked(case.sentence.text[slice(*segment)], "denied", "ko"):
        return
    start, end = case.span_of(clause)
    for word in [word for word in case.sentence.words_in(segment) if word.in_clause(clause)][-PREDICATE:]:
        places = [place for place, _ in word.places if start <= place < end]
        if places and _STANCE.match(case.corpus.key.plain, places[0]):  # of two, one may be for it
            whole = case.corpus.place_of(case.corpus.clauses[clause].sentence)
            places = [place for place, _ in word.places if whole[0] <= place < whole[1]]
        denials = [_denial(case.corpus.key.plain, start, place) for place in places]
        if places and all(denials):
            found = denials[0]
            assert found is not None
            reason = Message("원문은 부정합니다.", "the source denies it.")
            span = (word.start, word.end)
            case.hold(Judged("negation", span, "contradicted", (found.start(), end), reason, clause))


def _denial(plain: str, start: int, place: int) -> re.Match[str] | None:
    """What denies a deed of the source right before it: 尚未开通, 不支持; None where nothing does."""
    found = _NOT.search(plain, max(start, place - _REACH), place)
    return found or (_NO_STANCE.search(plain, max(start, place - 2), place) if _STANCE.match(plain, place) else None)


def _judge_already(case: Case, segment: Span, clause: int) -> None:
    """이미 of what the source only plans: no word of a thing done in its clause, and one of a plan in its sentence."""
    told = marked(case.sentence.text[slice(*segment)], "already", "ko")
    if told is None:
        return
    words = [word for word in case.sentence.words_in(segment) if word.clauses]
    predicate = case.clause_for(words[-PREDICATE:], [case.corpus.clauses[clause].sentence])
    clause = clause if predicate is None else predicate
    held = case.corpus.sentences[case.corpus.clauses[clause].sentence]
    start, end = case.span_of(clause)
    said = case.corpus.key.plain[start:end]
    if marked(said, "already", "zh") and not (_FORESEEN.search(said) and not _SURELY.search(said)):
        return
    whole = case.corpus.key.plain[held.start : held.end]
    urged = not marked(whole, "already", "zh") and marked(whole, "planned", "zh")
    if urged or marked(case.corpus.key.plain[held.start : end], "planned", "zh"):
        case.hold(Judged("modality", placed(segment[0], told), "contradicted", (start, end), PLANNED, clause))


def _judge_cause(case: Case) -> None:
    """A cause that the source does not give: no word of cause near by, or none of the words that name it."""
    sentence = case.sentence
    cause = marked(sentence.printed, "cause", "ko")
    if cause is None:
        return
    place = sentence.start + cause.start()
    if sentence.text[place - 1 : place] in ("이", "그"):  # 이로 인해: what it names stands before
        return
    named = [word for word in sentence.words_in((sentence.start, place)) if word.end > place - _NAMED][-3:]
    said = any(word.in_sentence(at) for word in named for at in case.near)
    if not marked(case.text_of(case.near), "cause", "zh") or (named and not said):
        reason = Message("원문에 없는 인과입니다.", "no source states this cause")
        case.hold(Judged("cause", placed(sentence.start, cause), "unsupported", None, reason))


def judge_scopes(case: Case) -> None:
    """Words that say that a thing holds of a whole: the source must say so near by."""
    sentence = case.sentence
    near = case.text_of(case.near)
    for start, end, chinese in scopes(sentence.printed):
        span: Span = (sentence.start + start, sentence.start + end)
        if near and not any(word in near for word in chinese):
            reason = Message("원문이 말하지 않는 범위입니다.", "no source says that it holds of so much")
            case.hold(Judged("scope", span, "unsupported", None, reason))
