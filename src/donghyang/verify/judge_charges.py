"""Which body does it: 생태환경 부문이 주관한다, where the source has 发展改革部门主管 right before the deed."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.alignment import Word, spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.reasons import says

_SUBJECT = ("은", "는", "이", "가")
_DEEDS = 6
"""Words behind a subject among which its deed is looked for."""
_REACH = 40
_SPOKEN = 0.4
"""Share of the rest of a claim that the sentence of the deed must have."""


def judge_charges(case: Case) -> None:
    """Contradict a body as the subject of a deed that the sentence which speaks of it gives to another body alone."""
    words = case.sentence.words
    for at, word in enumerate(words):
        if word.particle in _SUBJECT and _body().fullmatch(word.stem):
            named = [word]
            if word.stem in tables.words(__package__, "body_kinds"):
                named = [one for one in words[max(0, at - 1) : at + 1] if one is word or one.text == one.stem]
                if named == [word]:
                    continue
            for deed in words[at + 1 : at + 1 + _DEEDS]:
                if deed.covered >= 1 and len(deed.stem) > 1 and _judge(case, named, deed):
                    return


@cache
def _body() -> re.Pattern[str]:
    """A body in Korean: what it is, which is known by the word before it (생태환경 부문), or a name that ends in it."""
    kinds, ends = (tables.either(__package__, name) for name in ("body_kinds", "body_tails"))
    return re.compile(rf"{kinds}|[가-힣]{{2,}}(?:{ends})")


@cache
def _doer() -> re.Pattern[str]:
    """A body right before its deed in Chinese, without the place or level that it is of."""
    return re.compile(
        r"(?:^|[，,。；;：:、\s由])(?:[^，,。；;：:、\s]{0,16}?(?:市|省|县|区|级|人民政府|国务院))?"
        rf"(?P<name>[一-龥]{{2,10}}?(?:{tables.either(__package__, 'doers')}))"
        r"(?:应当|可以|负责|具体负责|统一|依法|会同[^，,。；;]{1,14})?$"
    )


def _judge(case: Case, named: list[Word], deed: Word) -> bool:
    """Hold that another body does it; False where the source says it of this one, or of none right before the deed."""
    if not case.aligned:
        return False
    start, end = case.corpus.place_of(case.aligned[0])
    rest = [word for word in case.sentence.words if word not in named]
    if spoken(rest, case.aligned[:1]) < _SPOKEN:
        return False
    doers = [_doer().search(case.corpus.key.plain, max(start, place - _REACH), place)
             for place, _ in deed.stretches(0, len(deed.stem), (start, end))]  # fmt: skip
    told = [found for found in doers if found is not None]
    if not told or len(told) < len(doers) or any(_names(named, found.span("name")) for found in told):
        return False
    if any(_stands(word, (start, end)) for word in named[:-1]):
        return False
    place = told[0].span("name")
    span: Span = (named[0].start, named[-1].stem_end)
    case.hold(Judged("name", span, "contradicted", place, says(case.corpus.text[slice(*place)])))
    return True


def _names(named: list[Word], place: Span) -> bool:
    """Whether what a body is called by, without what it is, stands in a name of the source."""
    telling = named[:-1] or named
    return any(_stands(word, place) for word in telling)


def _stands(word: Word, place: Span) -> bool:
    return any(place[0] <= start < place[1] for match in word.matches for start, _ in match.places)
