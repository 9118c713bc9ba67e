"""Units of two senses: points or pieces (점), yuan or pieces (块), number or houses (호), count or ordinal (단계)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.numeral import DIGITS, is_han
from donghyang.language.patterns import lazily
from donghyang.language.units import Unit

if TYPE_CHECKING:
    from donghyang.language.numeral import Figure

_MAGNITUDES = frozenset("万萬亿億兆百千만억조경천백십")
_YUAN_FOR = frozenset("花卖買买价付收赚费票薪补給给")
_NOT_A_NOUN = frozenset("钱多左以一每/的了，。")
_DIGITS_ZH = frozenset("一二三四五六七八九")
_AROUND = 28
"""How many characters before a figure may say what it counts."""
_CLOSE = 12
"""How many before a figure may speak of dwellings, and how many behind it of what is collected."""
_SPENDING = 10
"""Characters before 块 in which money may be spoken of."""
_SCORE = 4
"""Characters behind 점 in which what is told in points may begin."""
_LEAST_HOUSEHOLDS = 50
"""Generations of people and of machines are fewer."""
_LEAST_PIECES = 1000
"""Scores of exams and reviews stay below it."""
_CLAUSE = lazily("[，,。；;、]")
_DWELLINGS = lazily(rf"(?:{tables.either(__package__, 'dwellings')})(?!망)")
_NUMBERED = lazily(r"(?:제|통권|고시|공고|훈령|예규|번호|공보|관보|No\.)\s?$")
"""Right before the number of a notice or an issue."""
_COLLECTED = lazily(tables.either(__package__, "collected"))
_SCORED = lazily(tables.either(__package__, "scored"))
_STAGES = lazily(rf"(?:로|으로|를|을|에|의)? ?(?:{tables.either(__package__, 'counted_in_stages')})")
"""What stands behind 3단계 where three stages are counted and not the third one named."""
_PHASES = lazily(rf" (?:{tables.either(__package__, 'built_in_phases')})")
_FUNDS = lazily(r" [가-힣]{2,6} (?:투자)?(?:펀드|기금|정부|행정부|내각|위원회)")
_OLD = lazily(r" ?(?:이상|이하|미만|초과|이전|이후|까지|부터|때|나이|생일|아[이동들]|어린이|여아|남아|딸|소[년녀])")
"""Behind an age: 5세 이상."""
_TENS = lazily("[1-9]0")
_TWO_DECADES = lazily("([1-8])0([2-9])0")
_OF_AN_AGE = tables.either(__package__, "of_an_age")
_BOUND_OF_AGES = r"(?: ?(?:이[상하]|미만|초과))?"
_AGES_BEHIND = lazily(
    rf"{_BOUND_OF_AGES}(?:[가는은의이]|에서|에게|인)? ?(?:{_OF_AN_AGE})|(?:부터|에서|[와과,·~∼])? ?[2-9]0대"
    r"| ?(?:이하|미만)[^\n.0-9]{0,12}[2-9]0대 ?이상"
)
_AGES_BEFORE = lazily(
    r"(?:[1-9]0대(?:부터|에서|[와과,·~∼및 ])? ?|[1-8]0대 ?(?:이하|미만)[^\n.0-9]{0,12}"
    r"|연령[대층별]?(?:[은는이가]|별?로는?)? ?|나이[는가]? ?)(?:주로 )?$"
)
_AGES_REACH = 20
"""Characters before an age in which the one stands that it is told beside: 50대 이하는 줄고 60대 이상이 늘었다."""
_TERMS_OF_OFFICE = lazily(rf" ?(?:{tables.either(__package__, 'terms_of_office')})(?![가-힣]{{3}})")
"""Behind 21대, what is counted by terms of office: the twenty-first, not twenty-one of them."""


def in_thousands(text: str, figure: Figure) -> bool:
    """Whether the numeral is written with a magnitude (3만, 千亿)."""
    return not _MAGNITUDES.isdisjoint(text[slice(*figure.numeral)])


def is_ordinal(text: str, unit: Unit, figure: Figure, end: int) -> bool:
    """Whether the figure names one of a series: 21대 국회, 2단계 사업, 2기 공사. `end` is where the unit ends."""
    if unit.form == "대":
        return _TERMS_OF_OFFICE.match(text, end) is not None or is_age_band(text, figure.numeral[0], end - 1)
    if unit.form == "기":
        return (_PHASES.match(text, end) or _FUNDS.match(text, end)) is not None or _is_phase(text, figure, end)
    if unit.form == "세":
        before = text[max(0, figure.start - _CLOSE) : figure.start]
        return before.endswith(" ") and before.rstrip().endswith(_rulers()) and _OLD.match(text, end) is None
    if unit.form != "단계" or not text[figure.numeral[0] : figure.numeral[1]].isdigit():
        return False
    return figure.value == 1 or _STAGES.match(text, end) is None


def _is_phase(text: str, figure: Figure, end: int) -> bool:
    """Is it a phase of what is built in several: 컴퓨팅센터 2기, 1기 투자액, 1기 2,000P에 2기 3,200P?"""
    if _FEW.fullmatch(text, *figure.numeral) is None or text[figure.numeral[1] : end] != "기":
        return False
    before = text[max(0, figure.start - _CLOSE) : figure.start]
    named = _IN_PHASES.search(before) is not None
    return named or (_OF_PHASE.match(text, end) is not None and _NO_THING.search(before) is not None)


_FEW = lazily("[1-5]")
"""Nothing is built in more phases than these."""
_IN_PHASES = lazily(rf"(?:{tables.either(__package__, 'has_phases')}) ?$")
_NO_THING = lazily(r"(?:^|[의은는이가을를로에,.(\n●■□○-]|말|초) ?$")
"""Before a number that counts no thing named before it, as 터빈 3기 24MW does."""
_OF_PHASE = lazily(r" (?:총?투자|설비|부지|용량|준공|완공|착공|예산)| (?:약 )?[0-9]")


@cache
def _rulers() -> tuple[str, ...]:
    return tables.words(__package__, "rulers")


def is_age_band(text: str, start: int, end: int) -> bool:
    """Whether the digits from `start` to `end`, with 대 behind them, are an age in tens: 30대 직장인, 20대~40대."""
    if _TENS.fullmatch(text, start, end) is None or not text.startswith("대", end):
        return False
    behind = _AGES_BEHIND.match(text, end + 1) is not None
    return behind or _AGES_BEFORE.search(_line_before(text, start)[-_AGES_REACH:]) is not None


def is_two_decades(numeral: str) -> bool:
    """Whether four digits are two ages in tens, one behind the other: 3040 세대."""
    decades = _TWO_DECADES.fullmatch(numeral)
    return decades is not None and int(decades[2]) == int(decades[1]) + 1


def counted(text: str, unit: Unit, figure: Figure, at: int, end: int) -> Unit:
    """The sense of a unit that stands from `at` to `end`: itself, or what it counts here.

    In tens of thousands or of dwellings 호 are houses (3만 호), where 3호 is the third. 块 is yuan where money is
    spoken of (花了三块, 十二块五), and counts pieces of what else is named (三块电池).
    점 are pieces of what is collected.
    """
    if unit.form in OF_TWO_KINDS:
        return Unit(unit.form, "count", unit.form, None, None)
    if unit.form == "점":
        return _pieces(text, unit, figure, end)
    if unit.form != "块":
        return unit
    after = text[end : end + 1]
    spent = not _YUAN_FOR.isdisjoint(_CLAUSE.split(text[max(0, at - _SPENDING) : at])[-1])
    if spent or after in _NOT_A_NOUN | DIGITS | _DIGITS_ZH or not is_han(after):
        return unit
    return Unit("块", "count", "块", None, None)


_PARTED = lazily(rf" ?부로 ?(?:{tables.either(__package__, 'parted')})")
"""Behind a figure, what a book or a meeting has so many parts of: 총 3부로 구성."""
_LARGE_ONLY = tables.words(__package__, "counts_when_large")
OF_TWO_KINDS = ("호", "세대", "부", *_LARGE_ONLY)
"""Units that number one of a series as often as they count."""


def counts_here(text: str, unit: Unit, figure: Figure) -> bool:
    """Whether one of those units counts: 3만 호, 임대주택 600호, 동구 4,500호, 250여 세대, 책 3천 부; 제1,234호 is a
    number, 4세대 one of a line, and 1부 a part of what 2부로 구성 says."""
    if unit.form in _LARGE_ONLY:
        return in_thousands(text, figure)
    if unit.form == "부":
        large = in_thousands(text, figure) or "," in text[slice(*figure.numeral)]
        return large or _PARTED.match(text, figure.numeral[1]) is not None
    if unit.form == "세대":
        large = figure.value is not None and figure.value >= _LEAST_HOUSEHOLDS
        return large and not is_two_decades(text[slice(*figure.numeral)])
    before = _line_before(text, figure.start)[-_CLOSE:]
    thousands = "," in text[slice(*figure.numeral)] and _NUMBERED.search(before) is None
    return in_thousands(text, figure) or thousands or _DWELLINGS.search(before) is not None


def _pieces(text: str, unit: Unit, figure: Figure, end: int) -> Unit:
    """점 as pieces of what is collected (표본 1,200점), or points as they are (평균 86점, 벤치마크 12만 점)."""
    value = figure.value
    if value is None or value != int(value):
        return unit
    before = _line_before(text, figure.start)
    scored = _SCORED.search(before) or _SCORED.match(text[end : end + _SCORE].strip())
    pieces = value >= _LEAST_PIECES or is_collected(before + text[end : end + _CLOSE].partition("\n")[0])
    return Unit(unit.form, "count", unit.unit, None, None) if pieces and not scored else unit


def is_collected(words: str) -> bool:
    """Whether the words speak of what is counted in 점: works, specimens, finds."""
    return _COLLECTED.search(words) is not None


def _line_before(text: str, at: int) -> str:
    return text[max(0, at - _AROUND) : at].rpartition("\n")[2]
