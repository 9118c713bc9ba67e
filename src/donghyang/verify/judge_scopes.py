"""Of what a thing holds: the world, a land, an industry, where the source has it of a part of that, or says it of none.

A word for a whole must be said near by. The whole that stands before a figure or a rank must be said by its sentence,
or by those that set its frame; where a narrower one stands there in its place, nothing is known of the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.gazetteer import places
from donghyang.records import Message, Quantity, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.key import korean_forms
from donghyang.verify.reasons import says_only

_WORLD = re.compile(
    "(?<![가-힣])(?:(?:전 ?)?세계|글로벌)(?:의|적인|은|는|에서는?)? (?!최|첫|1위|유일|[0-9약])(?=[가-힣])"
)
_LAND = re.compile("(?<![가-힣])전국(?:의|에서|적으로|을 통틀어|에)? (?!최|첫|1위|유일|[0-9약]+[%위])(?=[가-힣0-9'‘’])")
_ALL = re.compile("(?<![가-힣])전체 (?P<noun>[가-힣]{2,})")
_PART = re.compile(f"{tables.either(__package__, 'of_parts')}|중 |대비 |[0-9] ?위(?![가-힣])")
_OWN = tables.either(__package__, "own_land")
_RANKED = f"(?!{tables.either(__package__, 'ranked')}|前[0-9一二三四五六七八九十])"
_OF_WORLD = re.compile(f"(?<![占居位排列达])(?:{tables.either(__package__, 'worlds')}){_RANKED}")
_OF_LAND = re.compile(
    f"(?<![占居位排列达])全国(?!重点|人大|人民|政协){_RANKED}|国家(?!级|重点|高新|战略|新一代)"
    f"|{_OWN}|{tables.either(__package__, 'of_land')}"
)
"""Words for a whole that only ranks or measures a part of it left out (占全国, 居世界首位)."""
_OWN_LAND = re.compile(f"{_OWN}|全国")
_SHARE_OF = re.compile("占(?:到|了|据)?(?:全国|全球|世界)")
_WHOLE = re.compile(tables.either(__package__, "wholes"))
_FRAME = 3
"""Sentences before one that set of what land it speaks."""
_FIELD = re.compile(
    f"(?:{_OWN}|全国|全球|世界|亚洲)(?P<limit>[一-龥]{{2,8}}?)(?:之?中|里|内)的?(?:首[个家座批条台]|唯一|第一|最)"
)
_ONE = re.compile(
    f"(?:在|是|由)?(?:{tables.either(__package__, 'the_one')})[一-龥]{{0,10}}?(?:{tables.either(__package__, 'works')})"
)
_MANY = re.compile(
    f"{tables.either(__package__, 'many_firms')}"
    "|(?:중국|국내)(?:의)? [가-힣]{1,8}(?:기업|업체|공장|산업)(?:은|는|의|이|가)"
)
_SINGLE = re.compile(f"{tables.either(__package__, 'one_firm')}|한 |이 (?:기업|회사|공장)")
_REASON = Message("원문에서는 그 일부의 값입니다.", "in the source this is of a part of it.")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A figure or rank of the claim, and where the source has it."""

    start: int
    place: Span
    clause: int


def judge_scopes(case: Case, support: dict[int, Found]) -> None:
    """Hold what is told of more than the source says."""
    _judge_unsaid(case)
    _judge_wholes(case, support)
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is not None:
            _judge_one(case, figure, found)
    _judge_field(case)


def _judge_unsaid(case: Case) -> None:
    """Words that say that a thing holds of a whole: the source must say so near by."""
    near = case.text_of(case.near)
    for search, chinese in _words() if near else ():
        if not any(word in near for word in chinese):
            for found in search.finditer(case.sentence.text, case.sentence.start, case.sentence.end):
                reason = Message("원문이 말하지 않는 범위입니다.", "no source says that it holds of so much")
                case.hold(Judged("scope", found.span(), "unsupported", None, reason))


@cache
def _words() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Korean words for a whole, and the Chinese words of which one must stand near."""
    return tuple(
        (re.compile("|".join(rf"(?<![가-힣]){word}" for word in korean.split())), tuple(chinese.split()))
        for korean, chinese in tables.read(__package__, "scopes.tsv")
    )


def _judge_wholes(case: Case, support: dict[int, Found]) -> None:
    """A whole before the first figure or rank of a segment, which the source gives of a part of it."""
    anchors = _anchors(case, support)
    for segment in case.sentence.segments:
        anchor = next((one for one in anchors if segment[0] <= one.start < segment[1]), None)
        if anchor is None:
            continue
        ahead = (segment[0], anchor.start + 1)
        if not _PART.search(case.sentence.text, *ahead):
            _judge_world(case, ahead, anchor)
            _judge_land(case, ahead, anchor)
        _judge_all(case, ahead, anchor)


def _anchors(case: Case, support: dict[int, Found]) -> list[_Anchor]:
    found = [_Anchor(start, (one.quantity.start, one.quantity.end), one.clause) for start, one in support.items()]
    ranks = [one for one in case.judged if one.kind == "rank" and one.status == "supported"]
    for one in ranks:
        if one.evidence is not None and one.clause is not None:
            found.append(_Anchor(one.span[0], one.evidence, one.clause))
    return sorted(found, key=lambda one: one.start)


def _judge_world(case: Case, ahead: Span, anchor: _Anchor) -> None:
    whole = _WORLD.search(case.sentence.text, *ahead)
    if whole is None:
        return
    sentence = case.corpus.clauses[anchor.clause].sentence
    start, _ = case.corpus.place_of(sentence)
    plain = case.corpus.key.plain
    if _OF_WORLD.search(plain, start, anchor.place[0]):
        return
    share = _SHARE_OF.search(plain, anchor.place[1], case.span_of(anchor.clause)[1])
    if share or _OWN_LAND.search(plain, start, anchor.place[0]):
        _hold(case, whole.span(), anchor)


def _judge_land(case: Case, ahead: Span, anchor: _Anchor) -> None:
    whole = _LAND.search(case.sentence.text, *ahead)
    if whole is None:
        return
    sentence = case.corpus.clauses[anchor.clause].sentence
    plain = case.corpus.key.plain
    share = _SHARE_OF.search(plain, anchor.place[1], case.corpus.place_of(sentence)[1])
    frame = case.text_of([*case.corpus.titles, sentence, *case.corpus.before(sentence, _FRAME)])
    if share is not None or (not _OF_LAND.search(frame) and _province().search(frame)):
        _hold(case, whole.span(), anchor)


@cache
def _province() -> re.Pattern[str]:
    """A province of the source, or a word for one."""
    names = sorted({place.hanzi for place in places() if place.level == "province"}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) + "|全省|全市|全区")


def _judge_all(case: Case, ahead: Span, anchor: _Anchor) -> None:
    """전체 자동차, of which the sentence of the figure says nothing that means all of them."""
    whole = _ALL.search(case.sentence.text, *ahead)
    noun = next((word for word in case.sentence.words if whole and word.start == whole.start("noun")), None)
    sentence = case.corpus.clauses[anchor.clause].sentence
    if whole is None or noun is None or _WHOLE.search(case.corpus.plain_of(sentence)):
        return
    if any(case.corpus.sentence_at(start) == sentence for start, _ in noun.places):
        _hold(case, whole.span(), anchor)


def _hold(case: Case, whole: Span, anchor: _Anchor) -> None:
    case.hold(Judged("scope", whole, "unsupported", anchor.place, _REASON, anchor.clause))


def _accounted(case: Case, limit: Span) -> bool:
    """Whether a word of the text stands in a stretch of the source, in part at least."""
    if any(start < limit[1] and limit[0] < end for word in case.sentence.words for match in word.matches
           for start, end in match.places):  # fmt: skip
        return True
    said = case.corpus.key.plain[slice(*limit)]
    bare = re.sub("[^가-힣A-Za-z0-9]", "", case.sentence.printed).lower()
    return any(form in bare for form in korean_forms().get(said, ()))


def _judge_one(case: Case, figure: Quantity, found: Found) -> None:
    """A figure of one firm (在这家企业) told of a trade or a land."""
    segment = case.sentence.segment_at(figure.start)
    many = _MANY.search(case.sentence.text, segment[0], figure.start)
    number = case.corpus.clauses[found.clause].sentence
    start = case.corpus.place_of(number)[0]
    for before in case.corpus.before(number, 1):
        if case.corpus.words_of(before).endswith(("；", ";")):
            start = case.corpus.place_of(before)[0]
    one = _ONE.search(case.corpus.key.plain, start, found.quantity.start)
    if many and one and not _SINGLE.search(case.sentence.printed):
        case.hold(Judged("scope", many.span(), "unsupported", one.span(), says_only(one[0]), found.clause))


def _judge_field(case: Case) -> None:
    """A rank in a land (전국 최초) that the source gives among a kind of its parts (全国县域中首个)."""
    for rank in [one for one in case.judged if one.kind == "rank" and one.status == "supported" and one.evidence]:
        assert rank.evidence is not None
        start = case.span_of(case.corpus.clause_at(rank.evidence[0]))[0]
        field = _FIELD.search(case.corpus.key.plain, start, rank.evidence[1] + 1)
        if field and field.end() >= rank.evidence[0] and not _accounted(case, field.span("limit")):
            case.hold(Judged("scope", rank.span, "unsupported", field.span(), says_only(field[0])))
