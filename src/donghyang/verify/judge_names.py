"""Names of the text: places, bodies and firms that the tables know, and words that sound like a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from donghyang.language import tables
from donghyang.language.gazetteer import called, written
from donghyang.records import Message, Span
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import is_time
from donghyang.verify.names import Named, bodies_of, holders_of, places_of
from donghyang.verify.reasons import NO_NAME, says, says_only
from donghyang.verify.short_names import short_name
from donghyang.verify.sounds import by_sound

_HOME = frozenset({"中国", "我国", "人民币"})
_BACK, _FAR_BACK = 4, 8
_RANKS, _RANKED = ("성", "시", "현", "구", "향", "진", "주"), 2
"""What a place is, behind its name of two syllables or more, which a text may add."""
_BY_PLACE = re.compile("[省市区县](?:人民)?政府工作报告|统计公报")
_HEAD, _FOOT = 2, 3
"""Sentences at the beginning and the end of a source that name who speaks."""
_FEW, _REST = 2, 0.6
"""Words and share of them that a sentence has that says the rest of a claim."""
_TOPIC = re.compile("(?: 등| [가-힣]{2,6})?(?:은|는|이|가|의|에서는?|에는)(?![가-힣])")
_ACTOR = re.compile("[一-龥]{2,8}(?:部|委|局|署|厅|院|社|公司|集团|大学|政府|组织|机构|协会)(?![一-龥]{0,12}》)")
_OF_ANOTHER = Message("원문은 다른 주체의 일로 말합니다.", "the source tells it of another.")
_OF = re.compile("(?:은|의|이|에서|에서는|에는)(?![가-힣])")
_ANY_LAND = re.compile("我国|全国|中国|国内|各地")
_ONE_LAND = re.compile("全省|全市|全区|全县|我省|我市|全自治区")
_BODY = re.compile("[一-龥]{0,6}(?:大学|公司|研究|机场|集团|医院|学院|航天|发射|卫星|实验室)")
_NAMED_AFTER = re.compile("[一-龥]{0,3}(?:大学|奥会|奥运|亚运|机场|公司|集团|医院|学院|研究院|时间)")
"""Behind a place that only names something else (北京冬奥会)."""
_BEHIND = re.compile("(?:시|성|의)? ?([가-힣]{2,})")
_WHOLE_LAND = Message("원문은 전국을 말합니다.", "the source speaks of the whole country.")
_LAND = re.compile("我国|(?<!占)(?<!占到)全国(?!重点|前列|第|首|人大|政协)|各地")


def judge_names(case: Case) -> None:
    """Judge every name of the sentence."""
    sentence = case.sentence
    named = case.named
    for name in named:
        if not name.hanzi & _HOME:
            case.hold(_judge(case, name, named))
        elif (judged := _whole_land(case, name, named)) is not None:
            case.hold(judged)
    closed = [(name.start, name.end) for name in named]
    for word in sentence.words:
        if not any(start < word.end and word.start < end for start, end in closed):
            judged = by_sound(case, word)
            if judged is not None:
                case.hold(judged)


def _judge(case: Case, name: Named, all_: list[Named]) -> Judged:
    span = (name.start, name.end)
    near = case.near
    seat = _figure_seat(case, name)
    if seat is not None and said_of(case, name, [seat]) is None and not _holds_another(case, name, all_):
        others = _others(case, name, [seat])
        own = name.kind == "place" and (_holds_next(case, name, [seat]) or _of_the_page(case, name))
        if name.kind == "place" and others and not own:
            return _against(name, others)
        wide = None if said_of(case, name, case.corpus.before(seat, 1)) else _of_the_land(case, name)
        if wide is not None:
            return Judged("scope", span, "unsupported", wide, _WHOLE_LAND)
    told = _topic_of_another(case, name, seat) or _of_the_last_named(case, name, seat, all_)
    if told is not None:
        return told
    here = said_of(case, name, case.aligned) or _whole(case, name, case.aligned)
    if here is None:
        here = said_of(case, name, near) or _whole(case, name, near)
        if here is not None and _seat_of_another(case, name) and not _holds_another(case, name, all_):
            return _against(name, _others(case, name, case.aligned))
    if here is not None:
        return Judged("name", span, "supported", here)
    if name.kind == "place" and (_holds_another(case, name, all_) or _holds_next(case, name, near)):
        return Judged("name", span, "supported", None)
    wide = _of_the_land(case, name)
    if wide is not None:
        return Judged("scope", span, "unsupported", wide, _WHOLE_LAND)
    if not _others(case, name, case.aligned):
        governing = [at for number in case.aligned[:1] for at in case.corpus.before(number, _BACK)]
        back = said_of(case, name, governing) or said_of(case, name, list(range(len(case.corpus.sentences))))
        if back is not None:
            return Judged("name", span, "supported", back)
    if name.kind == "body" and _speaks(case, name):
        return Judged("name", span, "supported", None)
    if name.kind == "place" and _of_the_page(case, name):
        return Judged("name", span, "supported", None)
    others = _others(case, name, near)
    return _told_of_another(case, name) or _against(name, others) if not others else _against(name, others)


def _of_the_page(case: Case, name: Named) -> bool:
    """Whether the page is by the place itself (云岭省政府工作报告), and the figure's clause names no other."""
    for one in case.judged:
        if one.kind == "quantity" and one.status == "supported" and one.clause is not None:
            sentence = case.corpus.clauses[one.clause].sentence
            source = case.corpus.sentences[sentence].source
            title = case.corpus.plain_of(case.corpus.sentence_at(case.corpus.starts[source]))
            said = case.corpus.key.plain[slice(*case.span_of(one.clause))]
            by = _BY_PLACE.search(title) is not None and any(hanzi in title for hanzi in name.hanzi)
            return by and next(places_of(said), None) is None
    return False


def _speaks(case: Case, name: Named) -> bool:
    """Whether a body stands in the head or the signature of the source that speaks of the claim."""
    for number in case.aligned[:1]:
        source = case.corpus.sentences[number].source
        own = [at for at, one in enumerate(case.corpus.sentences) if one.source == source]
        return said_of(case, name, [*own[:_HEAD], *own[-_FOOT:]]) is not None
    return False


def _told_of_another(case: Case, name: Named) -> Judged | None:
    """A name that no source has, where one sentence says nearly all the rest and names another of its kind."""
    if name.kind == "firm" or not case.aligned or not _TOPIC.match(case.sentence.text, name.end):
        return None
    rest = [word for word in case.sentence.words if not name.start <= word.start < name.end]
    said = case.corpus.plain_of(case.aligned[0])
    actor = _ACTOR.search(said) if name.kind == "body" else _ANY_LAND.search(said) or next(places_of(said), None)
    if actor is None or sum(word.weight > 0 for word in rest) < _FEW or spoken(rest, case.aligned[:1]) < _REST:
        return None
    place = case.corpus.place_of(case.aligned[0])
    return Judged("name", (name.start, name.end), "contradicted", place, _OF_ANOTHER)


def _topic_of_another(case: Case, name: Named, seat: int | None) -> Judged | None:
    """A body as the topic of a figure's segment that the sentence of the figure begins with another actor of, while
    neither it nor those before it name the claim's."""
    if name.kind != "body" or seat is None or not _TOPIC.match(case.sentence.text, name.end):
        return None
    first = case.corpus.clauses_of(seat)[0]
    speaker = _speaker().match(case.corpus.key.plain, first.start, first.end)
    before = [] if speaker else [*case.corpus.before(seat, _BACK), *case.corpus.titles]
    if said_of(case, name, [seat, *before]) is not None:
        return None
    actor = speaker or _ACTOR.search(case.corpus.key.plain, first.start, first.end)
    if actor is None:
        return None
    return Judged("name", (name.start, name.end), "contradicted", actor.span(), _OF_ANOTHER)


def _of_the_last_named(case: Case, name: Named, seat: int | None, all_: list[Named]) -> Judged | None:
    """A place as the topic of a figure whose sentence names none: it is of the place named last before; None where
    that is no one place, or the claim names another beside."""
    alone = name.kind == "place" and len([one for one in all_ if one.kind == "place"]) == 1
    if not alone or seat is None or not _TOPIC.match(case.sentence.text, name.end):
        return None
    for number in [seat, *case.corpus.before(seat, _FAR_BACK)]:
        said, others = said_of(case, name, [number]), _others(case, name, [number])
        if said is not None:
            return Judged("name", (name.start, name.end), "supported", said)
        if others:
            one = len({other[2] for other in others}) == 1 and not _one_in_the_other(name, others[0][2])
            return _against(name, others) if one and number != seat else None
    return None


@cache
def _speaker() -> re.Pattern[str]:
    """Who a sentence begins with, as saying what it says (工业和信息化部今天宣布)."""
    body = f"[一-龥]{{2,14}}(?:{tables.either(__package__, 'speakers')})"
    when = "(?:[今昨]天)?(?:[(（][^()（）]{1,8}[)）])?(?:[0-9]{1,2}日)?"
    return re.compile(f"据?{body}{when}(?:{tables.either(__package__, 'speaks')})")


def _figure_seat(case: Case, name: Named) -> int | None:
    """The sentence of the source that has the figure of the name's own segment, if possible one that is no length of
    time; where a comma only parts the name from what is told of it (갑시, 6,600편 통과), that of the next segment.
    None where it has none."""
    segment = case.sentence.segment_at(name.start)
    seat = _seat_in(case, segment)
    topic = seat is None and case.sentence.text[segment[1] - 1] == ","
    return _seat_in(case, case.sentence.segment_at(segment[1])) if topic else seat


def _seat_in(case: Case, segment: Span) -> int | None:
    """The sentence of the source that has the figure of a segment; None where it has none."""
    start, end = segment
    lengths = {one.start for one in case.sentence.quantities if is_time(one)}
    held = [
        one
        for one in case.judged
        if one.kind == "quantity"
        and one.status == "supported"
        and one.clause is not None
        and start <= one.span[0] < end
    ]
    chosen = next((one for one in held if one.span[0] not in lengths), held[0] if held else None)
    return case.corpus.clauses[chosen.clause].sentence if chosen and chosen.clause is not None else None


def _holds_next(case: Case, name: Named, sentences: list[int]) -> bool:
    """상하이 푸둥국제공항: the word behind the place begins with a place of it that the source names."""
    behind = _BEHIND.match(case.sentence.text, name.end)
    if behind is None:
        return False
    text = "\n".join(case.corpus.plain_of(number) for number in sentences)
    inner = (place.hanzi for size in (4, 3, 2) for place in called(behind[1][:size]))
    return any(hanzi.removesuffix("新区") in text and name.hanzi & holders_of(hanzi) for hanzi in inner)


def _seat_of_another(case: Case, name: Named) -> bool:
    """Whether the sentence that speaks of the name's own segment names another of its kind, and not this one."""
    segment = case.sentence.segment_at(name.start)
    words = [word for word in case.sentence.words_in(segment) if not name.start <= word.start < name.end]
    clause = case.clause_for(words, case.aligned)
    if clause is None or sum(word.in_clause(clause) > 0 for word in words) < 2:
        return False
    seat = [case.corpus.clauses[clause].sentence]
    return bool(_others(case, name, seat)) and said_of(case, name, seat) is None


def _whole_land(case: Case, name: Named, all_: list[Named]) -> Judged | None:
    """중국은 as the subject of a figure that the source gives of one province or city: too wide."""
    if len([one for one in all_ if one.kind == "place"]) > 1 or not _OF.match(case.sentence.text, name.end):
        return None
    seat = _figure_seat(case, name)
    if seat is None:
        return None
    reason = Message("원문은 한 지역만 말합니다.", "the source speaks of one region only.")
    for clause in case.corpus.clauses_of(seat):
        local = _ONE_LAND.search(case.corpus.text, clause.start, clause.end)
        held = any(one.clause is not None and case.corpus.clauses[one.clause] is clause for one in case.judged)
        if local and held and not _ANY_LAND.search(case.corpus.text, clause.start, clause.end):
            return Judged("scope", (name.start, name.end), "unsupported", local.span(), reason)
    if _ANY_LAND.search(case.corpus.words_of(seat)):
        return None
    found = next((one for one in _others(case, name, [seat]) if not _BODY.match(case.corpus.text, one[1])), None)
    if found is None:
        return None
    return Judged("scope", (name.start, name.end), "unsupported", (found[0], found[1]), says_only(found[2]))


def _against(name: Named, others: list[tuple[int, int, str]]) -> Judged:
    """A name that the source does not say of this: against another one of its kind, or against nothing."""
    span = (name.start, name.end)
    if not others:
        return Judged("name", span, "unsupported", None, NO_NAME)
    start, end, said = others[0]
    kin = [one for one in others if name.kind == "place" and _one_in_the_other(name, one[2])]
    if kin:
        start, end, said = kin[0]
        return Judged("scope", span, "unsupported", (start, end), says_only(said))
    return Judged("name", span, "contradicted", (start, end), says(said))


def _whole(case: Case, name: Named, sentences: list[int]) -> Span | None:
    """Where one of the sentences says the word in one piece, by reading and sound."""
    word = next((w for w in case.sentence.words if w.start == name.start and w.end >= name.end), None)
    if word is None:
        return None
    hows = frozenset({"sound"}) if name.kind == "place" else frozenset({"term", "reading", "sound", "same"})
    ranked = name.kind == "place" and word.stem.endswith(_RANKS) and len(word.stem) > _RANKED
    for number in sentences:
        within = case.corpus.place_of(number)
        found = word.whole(within, hows) or (
            next(word.stretches(0, len(word.stem) - 1, within, hows), None) if ranked else None
        )
        if found is not None:
            return found
    return None


def _of_the_land(case: Case, name: Named) -> Span | None:
    """Where the clause that has the claim's figure says that it holds of the whole country, of which a place is only
    a part; None for what is no place of China."""
    if name.kind != "place" or not any(written(hanzi) for hanzi in name.hanzi):
        return None
    for one in case.judged:
        if one.kind == "quantity" and one.status == "supported" and one.clause is not None:
            start, end = case.span_of(one.clause)
            found = _LAND.search(case.corpus.text, start, end)
            if found is not None:
                return found.span()
    return None


def _one_in_the_other(name: Named, said: str) -> bool:
    return any(hanzi in holders_of(said) or said in holders_of(hanzi) for hanzi in name.hanzi)


def _with_short(forms: Iterable[str]) -> set[str]:
    """Forms of a name, and of a new area also without what it is (雄安新区, 雄安)."""
    return {short for form in forms for short in (form, form.removesuffix("新区")) if len(short) > 1}


def said_of(case: Case, name: Named, sentences: Iterable[int]) -> Span | None:
    """Where one of the sentences has a Chinese form of the name; a body also by its short form (科技部, 科学技术部)."""
    for number in sentences:
        begun, words = case.corpus.sentences[number].start, case.corpus.plain_of(number)
        for hanzi in sorted(_with_short(name.hanzi), key=lambda form: (-len(form), form)):
            at = words.find(hanzi.lower())
            if at >= 0:
                return begun + at, begun + at + len(hanzi)
        short = short_name(name, words)
        if short is not None:
            return begun + short[0], begun + short[1]
    return None


def _holds_another(case: Case, name: Named, all_: list[Named]) -> bool:
    """랴오닝성 선양: the province is added to a place of it in its segment that the source names."""
    start, end = case.sentence.segment_at(name.start)
    beside = [one for one in all_ if one.kind == "place" and one is not name and start <= one.start < end]
    inner = [hanzi for other in beside for hanzi in other.hanzi]
    return any(name.hanzi & holders_of(hanzi) and hanzi in case.corpus.key.plain for hanzi in inner)


def _others(case: Case, name: Named, sentences: list[int]) -> list[tuple[int, int, str]]:
    """Other names of the same kind in the sentences, nearest first."""
    if name.kind == "settled":
        return []
    search = places_of if name.kind == "place" else bodies_of
    claimed = {hanzi for one in case.named for hanzi in _with_short(one.hanzi)}
    found = []
    for number in sentences:
        begun = case.corpus.sentences[number].start
        for match in search(case.corpus.plain_of(number)):
            part = name.kind == "place" and _NAMED_AFTER.match(case.corpus.key.plain, begun + match.end())
            if match[0] not in claimed and match[0] not in _HOME and not part:
                found.append((begun + match.start(), begun + match.end(), match[0]))
    return found
