"""Ranks, ordinals and superlatives of the text: does the source set the same thing in the same place?"""

from __future__ import annotations

import re

from donghyang.records import Message, Span
from donghyang.verify.accounts import places_of
from donghyang.verify.alignment import Word, spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.ordinals import Ordinal, tells
from donghyang.verify.reasons import NO_NUMBER, says

_SPOKEN = 0.3
"""Share of the words beside a superlative that its sentence of the source must have: 最 stands everywhere."""
_FAR_MORE, _MORE = 2, 1.3
_BEARS = 4
"""Characters between a numbered name and what is of it."""
_LISTED = 2
_NOUNS, _NOUNS_TOLD, _NOUN_REACH = 3, 2, 12
"""Words behind a number that tell what it is of, how many of them must stand behind another one, and how near."""
_EVER = ("사상 ", "역대 ")
"""Before a superlative of all times."""
_DIGITS = "〇一二三四五六七八九"
_AMONG = re.compile("(?:居|位|列|排|全球|世界|全国|国内|亚洲)$")
_NONE = Message("원문에 없는 순위나 최상급입니다.", "no source has this rank or superlative")


def judge_ordinals(case: Case) -> None:
    """Judge every ordinal of the sentence."""
    for ordinal in case.sentence.ordinals:
        judged = _named(case, ordinal) if ordinal.kind == "name" else _placed(case, ordinal)
        if judged is not None:
            case.hold(judged)


def _placed(case: Case, ordinal: Ordinal) -> Judged | None:
    span = (ordinal.start, ordinal.end)
    if (numbered := _before_noun(case, ordinal)) is not None:
        return numbered
    loose: tuple[float, Judged] | None = None
    rivals: list[tuple[float, int, Ordinal]] = []
    own = case.sentence.words_in(case.sentence.segment_at(ordinal.start))
    for sentence in case.near_for(case.sentence.segment_at(ordinal.start)):
        for number, clause in case.corpus.numbered(sentence):
            for other in clause.ordinals:
                elsewhere = sentence not in case.aligned and spoken(own, [sentence]) < _SPOKEN
                if tells(other, ordinal) and ordinal.kind == "most" and elsewhere:
                    continue
                if tells(other, ordinal) or _numbered(case, ordinal, other):
                    wrong = _other_field(case, ordinal, other, number)
                    if wrong is not None:
                        return wrong
                    told = Judged("rank", span, "supported", (other.start, other.end), None, number)
                    if (ordinal.kind, other.kind) != ("rank", "most") and _second(case, ordinal) is None:
                        return told
                    near = sum(w.weight * w.in_clause(number) for w in own)
                    loose = max(loose or (near, told), (near, told), key=lambda one: one[0])
                elif other.kind != "name":
                    near = sum(w.weight * w.in_clause(number) for w in own)
                    rivals.append((near + 0.1 * (sentence in case.aligned), number, other))
    behind = _second(case, ordinal)
    if behind is not None:
        return _against(case, span, *behind)
    if loose is not None and not any(one[0] > loose[0] and _ranks(case, one[2]) for one in rivals):
        return loose[1]
    figure = _counted(case, ordinal) or _in_a_name(case, ordinal)
    if figure:
        return Judged("rank", span, "supported", figure)
    rival = max(rivals, key=lambda one: one[0], default=None)
    ever = case.sentence.text.endswith(_EVER, case.sentence.start, ordinal.start)
    if ordinal.kind == "most" and len(case.sentence.quantities) > _LISTED and not ever:
        return None  # the text compares what it has just listed
    if rival is None or not rival[0] or (ordinal.kind in ("first", "most") and rival[2].kind == "series"):
        return Judged("rank", span, "unsupported", None, _NONE)
    return _against(case, span, rival[2], rival[1])


def _before_noun(case: Case, ordinal: Ordinal) -> Judged | None:
    """첫 번째 대형 크루즈선, where the sentences near by have those nouns behind another number alone (第二艘…邮轮);
    its own number may stand before one of them (首届大会)."""
    if ordinal.kind not in ("series", "first"):
        return None
    nouns = [word for word in _noun_behind(case, ordinal) if len(word.stem) > 1]
    if len(nouns) < _NOUNS_TOLD:
        return None
    beside: dict[int, Ordinal] = {}
    for number in case.near:
        within = case.corpus.place_of(number)
        seats = [{start for start, _ in places_of(case, word, within)} for word in nouns]
        for clause in case.corpus.clauses_of(number):
            for one in clause.ordinals:
                told = sum(any(0 <= at - one.end <= _NOUN_REACH for at in seat) for seat in seats)
                if one.kind not in ("series", "rank", "first") or not told:
                    continue
                if one.value == ordinal.value:
                    return None
                if told >= _NOUNS_TOLD:
                    beside[one.value] = one
    if not beside:
        return None
    rival = next(iter(beside.values()))
    return _against(case, (ordinal.start, ordinal.end), rival, case.corpus.clause_at(rival.start))


def _noun_behind(case: Case, ordinal: Ordinal) -> list[Word]:
    """The words of the noun right behind an ordinal, up to its particle."""
    words = case.sentence.words_in((ordinal.end, case.sentence.end))[:_NOUNS]
    last = next((at for at, word in enumerate(words, 1) if word.text != word.stem), len(words))
    return [word for word in words[:last] if "," not in case.sentence.text[ordinal.end : word.start]]


_FIELDS = (
    (re.compile("(?:세계|글로벌|인류)(?:에서|적으로)? ?$"), re.compile("世界|全球|国际|人类|全世界"), "세계"),
    (re.compile("(?:중국|국내|전국|자국)(?:에서|의)? ?$"), re.compile("我国|中国|国内|全国|本土|国产"), "중국"),
    (re.compile("아시아(?:에서|의)? ?$"), re.compile("亚洲"), "아시아"),
)
"""Of what field a rank is: the Korean words right before it, and the Chinese ones of the clause."""


def _numbered(case: Case, ordinal: Ordinal, other: Ordinal) -> bool:
    """제2 발사대, 二号工位."""
    named = case.sentence.text.startswith("제", ordinal.start)
    return named and (ordinal.kind, other.kind, other.value) == ("series", "name", ordinal.value)


def _second(case: Case, ordinal: Ordinal) -> tuple[Ordinal, int] | None:
    """A lower place that the sentence of the sentence's own figure gives (1600万千瓦，位居世界第二), of what the text
    calls the greatest; None where it gives the first one too."""
    if ordinal.kind != "most":
        return None
    figures = [one for one in case.judged if one.kind == "quantity" and one.status == "supported"]
    for one in figures[:1]:
        if one.clause is None:
            return None
        told = [(other, number) for number, clause in case.corpus.numbered(case.corpus.clauses[one.clause].sentence)
                for other in clause.ordinals]  # fmt: skip
        lower = [(other, number) for other, number in told if other.value > 1 and _ranks(case, other)]
        if lower and not any(other.kind in ("most", "first") or other.value == 1 for other, _ in told):
            return lower[0]
    return None


def _ranks(case: Case, ordinal: Ordinal) -> bool:
    """Whether an ordinal of the source is a place among others (位居全球第二), no how-manyth."""
    before = case.corpus.text[max(0, ordinal.start - 3) : ordinal.start]
    return ordinal.kind == "rank" or (ordinal.kind == "series" and _AMONG.search(before) is not None)


def _other_field(case: Case, ordinal: Ordinal, other: Ordinal, clause: int) -> Judged | None:
    """A rank that the source gives within another field (我国首个, 세계 최초); None where nothing speaks against it."""
    before = case.sentence.text[max(case.sentence.start, ordinal.start - 8) : ordinal.start]
    claimed = next((field for field in _FIELDS if field[0].search(before)), None)
    if claimed is None:
        return None
    start, _ = case.span_of(clause)
    said = case.corpus.text[max(start, other.start - 12) : other.end + 12]
    if claimed[1].search(said) or not any(field[1].search(said) for field in _FIELDS if field is not claimed):
        return None
    reason = Message(
        f"원문은 {claimed[2]}에서의 순위라고 하지 않습니다.", "the source gives this rank within another field."
    )
    return Judged("rank", (ordinal.start, ordinal.end), "contradicted", (other.start, other.end), reason, clause)


def _counted(case: Case, ordinal: Ordinal) -> Span | None:
    """A plain figure of the source that counts what the claim calls the how-manyth (前10, 10강)."""
    if ordinal.kind not in ("series", "rank"):
        return None
    for clause in case.clauses_of(case.aligned):
        for quantity in clause.quantities:
            if quantity.kind in ("number", "rank") and quantity.value == ordinal.value:
                return quantity.start, quantity.end
    return None


def _in_a_name(case: Case, ordinal: Ordinal) -> Span | None:
    """제4정수장 of 四水厂: the number alone before what bears it."""
    if (
        ordinal.kind != "series"
        or not case.sentence.text.startswith("제", ordinal.start)
        or ordinal.value >= len(_DIGITS)
    ):
        return None
    said = re.compile(f"(?<![一二三四五六七八九十百]){_DIGITS[ordinal.value]}(?=[一-龥]{{2}})")
    return case.first_of(said, case.aligned)


def _named(case: Case, ordinal: Ordinal) -> Judged:
    """창어 6호: the source has the name with this number."""
    bearer = _of_another(case, ordinal)
    if bearer is not None:
        return bearer
    span = (ordinal.start, ordinal.end)
    before = [word for word in case.sentence.words if 0 <= ordinal.start - word.end <= 1]
    ends = {place[1] for word in before for place in word.places}
    near = frozenset(case.near)
    rival: tuple[int, Ordinal] | None = None
    named: tuple[int, Ordinal] | None = None
    loose: tuple[int, Ordinal] | None = None
    for number, clause in enumerate(case.corpus.clauses):
        for other in clause.ordinals:
            if other.kind not in ("name", "series"):
                continue
            beside = bool(ends & {other.start, other.start - 1})
            here = clause.sentence in near
            if other.value == ordinal.value and (beside or not ends):
                if here and clause.sentence in case.aligned[:1]:
                    return Judged("rank", span, "supported", (other.start, other.end), None, number)
                named = (
                    named if named and (case.corpus.clauses[named[0]].sentence in near or not here) else (number, other)
                )
            elif other.value == ordinal.value:
                loose = loose or (number, other)
            elif beside and (rival is None or here > (case.corpus.clauses[rival[0]].sentence in near)):
                rival = number, other
    own = case.sentence.words_in(case.sentence.segment_at(ordinal.start))
    if named is not None and (rival is None or not _nearer(case, own, rival[0], named[0])):
        return Judged("rank", span, "supported", (named[1].start, named[1].end), None, named[0])
    if rival is not None:
        return _against(case, span, rival[1], rival[0])
    if loose is not None:
        return Judged("rank", span, "supported", (loose[1].start, loose[1].end), None, loose[0])
    bare = re.compile(rf"{ordinal.value}(?![0-9年月日时分岁%％万亿.])")
    glued = next((found for end in sorted(ends) if (found := bare.match(case.corpus.text, end))), None)
    if glued is not None:  # 绥粳18, where Korean says 18호
        return Judged("rank", span, "supported", glued.span(), None, case.corpus.clause_at(glued.start()))
    return Judged("rank", span, "unsupported", None, NO_NUMBER)


def _of_another(case: Case, ordinal: Ordinal) -> Judged | None:
    """24호 승무원, where the sentences near by have that word right behind another number alone (二十三号…乘组)."""
    word = next((one for one in case.sentence.words if one.start == ordinal.end + 1), None)
    if word is None or word.covered < 1 or case.sentence.text[ordinal.end] != " ":
        return None
    beside: dict[int, Ordinal] = {}
    for number in case.near:
        numbers = [one for clause in case.corpus.clauses_of(number) for one in clause.ordinals if one.kind == "name"]
        for place in word.stretches(0, len(word.stem), case.corpus.place_of(number)):
            behind = [one for one in numbers if 0 <= place[0] - one.end <= _BEARS]
            if behind:
                beside[behind[-1].value] = behind[-1]
    if not beside or ordinal.value in beside or _bears(case, ordinal, word):
        return None
    told = next(iter(beside.values()))
    return _against(case, (ordinal.start, ordinal.end), told, case.corpus.clause_at(told.start))


def _bears(case: Case, ordinal: Ordinal, word: Word) -> bool:
    """Whether the source has the word right behind this number in any sentence."""
    ends = [one.end for clause in case.corpus.clauses for one in clause.ordinals
            if one.kind == "name" and one.value == ordinal.value]  # fmt: skip
    starts = [start for start, _ in word.stretches(0, len(word.stem), (0, len(case.corpus.text)))]
    return any(0 <= start - end <= _BEARS for start in starts for end in ends)


def _nearer(case: Case, own: list[Word], clause: int, than: int) -> bool:
    """Whether the sentence of one clause speaks of some words near by, and more so than that of another clause; far
    more, where that one is near by too."""
    one, other = case.corpus.clauses[clause].sentence, case.corpus.clauses[than].sentence
    if other in case.near:
        return one in case.aligned[:1] and spoken(own, [one]) > _FAR_MORE * spoken(own, [other])
    return one in case.near and spoken(own, [one]) > _MORE * spoken(own, [other])


def _against(case: Case, span: Span, other: Ordinal, clause: int) -> Judged:
    held = case.corpus.text[max(other.start - 6, 0) : other.end + 4].replace("\n", " ")
    return Judged("rank", span, "contradicted", (other.start, other.end), says(held), clause)
