"""An earlier value and a later one, by the words on either side of them, and what a sentence says of the two.

Built on particles and words beside the figures, not on the words between, so that a statement is read in any order:
'A에서 B로 … x% 늘었다', 'B를 버텨, 종전의 A와 견주면 x배', '2022년 A, 2023년 B로 x 줄었다', 'B. 이는 A보다 x 많다'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from donghyang.check.figures.operands import same_unit
from donghyang.check.rules.numbers._sentences import Sentence
from donghyang.facts.roles import BRACKET
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_SIZE = rf"[)）]?{BRACKET}\s?(?:수준|규모|정도|가량|안팎)?"
_STARTS = lazily(
    rf"{_SIZE}(?:에서(?![는도의])|(?:이|였|이었)던|(?:이었|였)(?:으나|는데|지만)|\s?(?:→|->|⇒)|에 (?:그쳤|"
    rf"그치|머물렀|머물|불과했|불과하)(?:으나|던|지만|다가))"
)
"""Behind an earlier value."""
_BASE = lazily(
    rf"{_SIZE}(?:보다|\s?대비|에 ?비(?:해|하면|하여)|[와과] (?:견주|견줘|비교)|에 (?:견주|"
    rf"견줘))(?![가-힣]*(?:적은|많은) 수)"
)
"""Behind a value that another is held against."""
_OF_BASE = lazily(rf"{_SIZE}의\s(?:약\s|거의\s|무려\s)?(?=[0-9])")
"""Behind a value of which a multiple or a part is told."""
_ENDS = lazily(
    rf"{_SIZE}(?:으?로|까지|[이가] (?:되|돼|된)|에 (?:달|이르|이른)|[을를] (?:기록|넘|버|돌파|달성)|이다|"
    rf"임|였|이었|이며|이고|,|\.|$|\s?[)）])"
)
"""Behind a later value."""
_DATED = lazily(
    r"(?:(?:19|20)[0-9]{2}|['‘’][0-9]{2})년(?: ?[0-9]{1,2}월)?(?: ?말)?(?:\([가-힣]{2}\))?(?:에는?|엔)? ?(?:약 )?$"
)
_THIS = lazily(r"^(?:이는|이것은|그것은|이 수치는|이 값은) ")
_EARLIER = lazily(r"(?:기존|종전|이전|전년|지난해|작년|구형|재래식|당초)[^0-9.,;]{0,12}$")
_ACROSS = 90
"""So far from the two values stands what is said of them."""
_SUBJECT = lazily(r"(?<![가-힣])[가-힣]{2,}(?:은|는|이|가|도)(?= )")
_SELF = lazily(
    r"(?:규모|크기|수명|수치|수|양|값|폭|길이|무게|거리|속도|성능|기간|시간|비용)(?:은|는|이|가)$|(?:올해|이번|현재)에?는$"
)
"""A subject that only takes up what the two values measure."""
_CLAUSE = lazily(r"(?:[가-힣](?:고|며|면서|으나|지만|는데|반면)|반면),? ")


class Pair(NamedTuple):
    """Two values of one thing, the earlier first."""

    old: Quantity
    new: Quantity
    sure: bool
    """Whether nothing stands between them and what is said but words of them."""


def pair_of(sentence: Sentence, said: Quantity) -> Pair | None:
    """The two values that a figure of the sentence speaks of; None where the words name none or leave a choice."""
    here = [one for one in sentence.figures if one is not said and _is_value(one, said)]
    found = [pair for pair in _pairs(sentence, here, said) if _is_near(pair, said)]
    if not found:
        return None
    nearest = min(found, key=lambda pair: abs(said.start - max(pair[0].start, pair[1].start)))
    if _has_other_base(sentence, nearest, said):
        return None
    return Pair(*nearest, sure=_belongs(sentence, nearest, said))


def _has_other_base(sentence: Sentence, pair: tuple[Quantity, Quantity], said: Quantity) -> bool:
    """Is a year named before what is said, against which it is held, that is not the one of the earlier value?"""
    end = max((one.end for one in pair if one.end <= said.start), default=said.start)
    based = _AGAINST.search(sentence.text, end - sentence.start, said.start - sentence.start)
    if based is None:
        return False
    old, new = _year_of(sentence, pair[0]), _year_of(sentence, pair[1])
    if based["year"]:
        return _year(based["year"]) != old
    return bool(old and new) and int(new) - int(old) != 1


_AGAINST = lazily(
    r"(?:(?P<year>(?:(?:19|20)[0-9]{2}|['‘’][0-9]{2})년)(?: ?말)?|전년(?:도)?|지난해|"
    r"작년)[가-힣 ]{0,10}(?:대비|보다|에 ?비해|의(?= ))"
)


def pair_before(sentence: Sentence, said: Quantity) -> Pair | None:
    """The two values of the sentence before, where this one only says how far they lie apart; and those of two lines
    that each open with a year: '2023년 말: 1,200곳', '2024년 말: 1,800곳(전년 대비 50% 증가)'."""
    here = [one for one in sentence.figures if one is not said and _is_value(one, said) and one.unit != "년"]
    above = [one for one in sentence.before if _is_value(one, said) and one.unit != "년"]
    if not here and len(above) == 2 and same_unit(*above) and above[0].unit == above[1].unit:
        if not _SINCE.search(sentence.text[: said.start - sentence.start]):
            return None
        first, last = above
        dated = _year_of(sentence, first), _year_of(sentence, last)
        told = _STARTS.match(sentence.text_before, first.end - sentence.start_before)
        return Pair(first, last, sure=True) if told or "" < dated[0] < dated[1] else None
    if len(here) == len(above) == 1 and same_unit(here[0], above[0]) and here[0].unit == above[0].unit:
        opened = _ON_THE_YEAR.fullmatch(sentence.between(here[0], said)) if here[0].end <= said.start else None
        years = _LINE_YEAR.match(sentence.text_before), _LINE_YEAR.match(sentence.text)
        if opened and years[0] and years[1] and int(_year(years[1][0])) - int(_year(years[0][0])) == 1:
            return Pair(above[0], here[0], sure=True)
    return None


def _year_of(sentence: Sentence, figure: Quantity) -> str:
    found = _DATED.search(sentence.ahead(figure))
    return _year(found[0]) if found else ""


_SINCE = lazily(
    r"^(?:(?:불과 )?(?:[0-9]{1,2}|한|두|세|네|다섯) ?[년해] ?(?:사이에?|만에|새|동안)|이 기간|그 ?사이|"
    r"그동안|이로써|따라서|결과적으로|즉)"
    r"[^0-9.]{0,16}$"
)
"""What opens a sentence that only takes up the two values before it."""
_ON_THE_YEAR = lazily(r"\s?[(（,]? ?(?:전년|지난해|작년|전년도)(?: 대비|보다|에 비해) (?:약 )?")
_LINE_YEAR = lazily(r"['‘’]?(?:[0-9]{4}|[0-9]{2})년")


def _is_value(figure: Quantity, said: Quantity) -> bool:
    if figure.kind in ("rank", "multiple") or figure.bound not in (None, "approx") or not figure.value:
        return False
    return figure.unit is not None or said.kind != "count"


def _pairs(sentence: Sentence, figures: list[Quantity], said: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    for one, other in _of_one_unit(figures):
        if _STARTS.match(sentence.text, one.end - sentence.start) and _is_end(sentence, other, said):
            yield one, other
        elif _is_base(sentence, other, said) and _ENDS.match(sentence.text, one.end - sentence.start):
            yield other, one
        elif _is_base(sentence, one, said) and other.end < said.start and _IS_SAID.match(sentence.behind(other)):
            yield one, other
        elif _is_left(sentence, one, other, said):
            yield other, one
        elif _are_dated(sentence, one, other) and other.end < said.start and _is_end(sentence, other, said):
            yield one, other
    bases = [one for one in figures if _is_base(sentence, one, said)]
    above = [one for one in sentence.before if _is_value(one, said)]
    if len(bases) == 1 and len(figures) == 1 and _THIS.match(sentence.text):
        alike = [one for one in above if same_unit(one, bases[0]) and one.unit == bases[0].unit]
        if len(alike) == 1:
            yield bases[0], alike[0]


def _of_one_unit(figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Those figures that follow one another among those of their unit."""
    last: dict[str | None, Quantity] = {}
    for figure in figures:
        if figure.unit in last and same_unit(last[figure.unit], figure):
            yield last[figure.unit], figure
        last[figure.unit] = figure


def _is_base(sentence: Sentence, figure: Quantity, said: Quantity) -> bool:
    at = figure.end - sentence.start
    if said.kind == "multiple" and figure.end < said.start and _OF_BASE.match(sentence.text, at):
        return True
    return figure.end < said.start and _BASE.match(sentence.text, at) is not None


def _is_left(sentence: Sentence, new: Quantity, old: Quantity, said: Quantity) -> bool:
    """'42억 달러로, 한 해 전의 56억 달러에서 25% 줄었다'."""
    left = _STARTS.match(sentence.text, old.end - sentence.start)
    beside = 0 < said.start - old.end <= _BESIDE
    return bool(left and beside and _ENDS.match(sentence.text, new.end - sentence.start))


_BESIDE = len("에서 무려 ")
_IS_SAID = lazily(r"(?:은|는|이|가|으?로|[을를])[ ,]")
"""Behind a value that is told after the one it is held against."""


def _is_end(sentence: Sentence, figure: Quantity, said: Quantity) -> bool:
    return _ENDS.match(sentence.text, figure.end - sentence.start) is not None


def _are_dated(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Do both stand behind a year, the earlier one first: 2022년 29만 대, 2023년 27만 대?"""
    years = [_DATED.search(sentence.ahead(figure)) for figure in (one, other)]
    if None in years:
        return False
    first, last = (year[0] for year in years if year)
    return _year(first) < _year(last)


def _year(text: str) -> str:
    return text.partition("년")[0][-2:]


def _is_near(pair: tuple[Quantity, Quantity], said: Quantity) -> bool:
    first, last = sorted(one.start for one in pair)
    return -_ACROSS < first - said.start < 0 or first < said.start < last or 0 < said.start - last < _ACROSS


def _belongs(sentence: Sentence, pair: tuple[Quantity, Quantity], said: Quantity) -> bool:
    """Does the line not turn to something else between the two values and what is said?"""
    end = max((one.end for one in pair if one.end <= said.start), default=None)
    if end is None:
        return False
    words = sentence.text[max(end, sentence.start) - sentence.start : said.start - sentence.start]
    return not any(_SELF.search(one[0]) is None for one in _SUBJECT.finditer(words))
