"""The unit behind a numeral, and what makes digits no figure at all (14차, 5G)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.language.numeral import LETTERS, Figure, is_han
from donghyang.language.numerals_zh import read_zh, whole_if_even
from donghyang.language.patterns import lazily
from donghyang.language.unit_senses import OF_TWO_KINDS, counted, counts_here, in_thousands, is_ordinal
from donghyang.language.units import Unit, lone_unit, unit_at

_OPEN = frozenset("余餘多几幾来來여")
_LARGE_KO = frozenset("만억조")
_ENDS = frozenset("，。、,.)(\n\t")
_PARTICLES = frozenset("이가은는을를과와의에도로으만까씩당여짜간쯤내입였")
_ENDING = lazily("(?:임|인|뿐)(?![가-힣])|부터|보다|마다|처럼|밖에|들[이을의은]|이?나 ")
_LANES = lazily("왕복|편도|도로|노선|구간|간선")
_AFTER_WON = frozenset("이가은는을를과와의에도로으규상대급씩어짜넘보까수당임입중인남만")
_SPACE = lazily(" {1,6}")
_TENTH_OF_A_TENTH = lazily("[一二三四五六七八九1-9](?=$|[，。；、：,;:）)\\s]|以上|以下|左右|以内|的)")
"""九成二: 92 %; 九成二手车 are nine in ten of the second-hand cars."""
_AND_A_HALF = lazily(r" ?반(?=만에|[만간이의에을 ,.)]|$|\n| ?동안|정도)")
_HALVED = frozenset(("년", "개월", "달", "시간", "배", "주", "분", "일"))
"""Units behind which 반 is half of one: 2년 반."""
_HALF = lazily("半(月|小时|小時|百分点)")
_HUNDRED_MILLIONS = lazily(
    "(?:万?亿|億)(?=(?:(?:元|美元|人民币|欧元|日元)(?![级項项产规以])|[左以]|资金|投资|$|[，。、；,.;)）的\\s]))(?!以?[级万])"
)
"""3个亿: spoken for 3亿; 3个亿元级项目 are three of them."""
_TENTHS = lazily(r"([0-9一二三四五六七八九])(?![0-9一二三四五六七八九十百千万角毛块斤个只本条公米件套台份人次])")
_SUBUNIT = lazily(r" ?([0-9０-９]+|[一二三四五六七八九]) ?(角|毛|센트)(?:([0-9０-９]|[一二三四五六七八九])分)?")
_PER_UNIT = lazily(
    r"(?:/(?:[A-Za-zμ]{1,5}(?:[²³23]|<sup>[23]</sup>)?(?![A-Za-z0-9])|㎡|㎥|㎠|㎟|㎞|㎏|小时|小時|分钟|分|时|秒|年|天|日|人|公里|吨|亩|公顷|度"
    r"|(?:시간|초|분|년|일|월|톤|리터|미터|킬로미터|인|명|회)(?![가-힣]))){1,3}"
)
"""What a measure is told for: km/h, 公里/小时, 톤/년."""
_TIME_OF_RATE = lazily(r"/(?:[시초분년일월年天日月秒分时]|小[时時]|h\b|s\b|yr|day)")
_CLASS = lazily(r"급(?:의|인|으로)?(?![가-힣])")
"""Behind a measure, what is of its size: 1만 톤급 선박."""
_CAPITALS = frozenset("LAKNP")
"""Units of one letter that are told in large figures; other letters close names even there."""
_WHOLE = frozenset(("인", "단", "p", *"석좌발승패골실면병잔끼벌통팩교체포심화강상고"))
"""Units that are a word's beginning more often: 2인자, 5단지."""


def attach_unit(text: str, figure: Figure, *, spelled: bool) -> bool:
    """Take the unit behind a numeral into the figure; False when what stands there makes the digits no figure.

    `spelled` says that the numeral has words or magnitudes in it: then a unit after a space is no chance.
    """
    at = figure.end
    after = text[at : at + 1]
    if figure.unit is not None or not after or after in _ENDS or (figure.share and after != " "):
        return True
    at = _open(text, figure, at, after)
    gap = _SPACE.match(text, at)
    at = gap.end() if gap else at
    spaced = at - figure.end - figure.open
    first = text[at : at + 1]
    if first == "大":
        return _great(text, figure, at)
    if first == "折" and spaced < 2 and figure.value is not None:
        figure.value *= 10 if figure.value < 10 else 1
        figure.unit, figure.end = unit_at("%", 0), at + 1
        return True
    if _is_other_word(text, at, spaced):
        return True
    unit = unit_at(text, at) or _single_letter(text, figure, at, spelled)
    if spaced and first in ("个", "個", "百") and (unit is None or unit.kind == "count") and _spread(text, figure, at):
        return True
    if unit is None:
        return spelled or after not in LETTERS or after in ("k", "K")
    end = at + len(unit.form)
    if spaced and not (_fits(text, unit, at, end, spelled or figure.open) or _is_spaced_out(text, unit, figure, at)):
        return True
    if unit.form in _WHOLE and is_syllable(text[end : end + 1]) and not _ends(text, end):
        return unit.form == "p"
    counts = unit.kind == "count" or unit.form == "세"
    if counts and (text.startswith("째", end) or is_ordinal(text, unit, figure, end)):
        figure.end = end
        return False
    if unit.form == "차로" and not _LANES.search(text[max(0, figure.start - 8) : figure.start]):
        figure.end = at + 1
        return False  # 1차로 선발
    if _is_word(text, unit, end, spaced, figure):
        return True
    if unit.kind == "none" and not (unit.form in OF_TWO_KINDS and counts_here(text, unit, figure)):
        if spaced and unit.form != "번째":
            return True
        figure.end = end
        return False
    figure.unit, figure.end = counted(text, unit, figure, at, end), end
    _combine(text, figure)
    return True


def _single_letter(text: str, figure: Figure, at: int, spelled: bool) -> Unit | None:
    """A unit of one capital behind a numeral that no model's name has (380만 L, 2,000L); None behind plain digits."""
    letter, after = text[at : at + 1], text[at + 1 : at + 2]
    if letter not in _CAPITALS or (after.isascii() and after.isalnum()):
        return None
    if not spelled and "," not in text[slice(*figure.numeral)]:
        near = text[max(0, figure.start - _SUBJECT_NEAR) : figure.start]
        if letter != "P" or not _COMPUTING.search(near):
            return None
    return lone_unit(letter)


_SUBJECT_NEAR = 24
_COMPUTING = lazily(r"컴퓨팅|연산|산력|算力|智算|超算|计算")
"""Near before plain digits, what makes P petaflops: 컴퓨팅 규모 300P. 1080P is a picture."""


def _open(text: str, figure: Figure, at: int, after: str) -> int:
    """Pass over 余, 多, 여 between numeral and unit, and over a k for thousand."""
    if after == " " and (apart := _open_apart(text, at)):
        figure.open = True
        return apart
    if after in _OPEN and (unit_at(text, at + 1) or text[at + 1 : at + 2] in (" ", "") or after in "余餘多"):
        figure.open = True
        return at + 1
    if after in ("k", "K") and text[at + 1 : at + 2] in ("个", "個") and figure.value is not None:
        figure.value *= 1000
        figure.end = at + 1
        return at + 1
    return at


def _is_spaced_out(text: str, unit: Unit, figure: Figure, at: int) -> bool:
    """Whether blanks part a figure from the Chinese on both of its sides: 被疏散到 24 座避难中心, but not 第 34 次."""
    before = text[max(0, figure.start - 2) : figure.start]
    apart = at == figure.end + 1 and before[-1:] == " " and before[:1] != "第" and is_han(before[:1])
    return apart and unit.kind == "count" and is_han(unit.form[0])


def _open_apart(text: str, at: int) -> int:
    """Behind the 여 of 3만 여 명 and 34,000 여명의, which a blank parts from its numeral; 0 where none stands there."""
    unit = unit_at(text, at + 2 + text.startswith(" ", at + 2)) if text.startswith("여", at + 1) else None
    if unit is None or unit.kind not in ("count", "measure", "money") or not is_syllable(unit.form[0]):
        return 0
    end = at + 2 + text.startswith(" ", at + 2) + len(unit.form)
    return at + 2 if not is_syllable(text[end : end + 1]) or _ends(text, end) else 0


def _fits(text: str, unit: Unit, start: int, end: int, spelled: bool) -> bool:
    """Whether what stands behind a space is the unit and not the beginning of a word (2022 개최, 3 건설)."""
    after = text[end : end + 1]
    if text[start - 2 : start] == "  " and unit.form[0].isascii():
        return False
    if not is_syllable(unit.form[-1]) or not is_syllable(after):
        return unit.kind != "count" or not is_han(unit.form[0]) or spelled
    if (unit.kind == "money" and len(unit.form) > 1) or len(unit.form) > 2:
        return True
    if unit.kind == "measure" and _CLASS.match(text, end):
        return True
    if spelled and unit.form == "원" and after in _AFTER_WON:
        return True  # 10.6조 원중
    return _ends(text, end) and (spelled or not text.startswith(_words("spaced"), start))


def _ends(text: str, end: int) -> bool:
    """Whether the Hangul behind a unit is a particle or the copula."""
    return text[end : end + 1] in _PARTICLES or _ENDING.match(text, end) is not None


@cache
def _words(*where: str) -> tuple[str, ...]:
    return tuple(word for place, word in tables.read(__package__, "words_not_units.tsv") if place in where)


@cache
def _first_syllables() -> frozenset[str]:
    return frozenset(word[0] for word in _words("any", "close", "touching"))


def _is_other_word(text: str, at: int, spaced: int) -> bool:
    """Whether the unit's letters open another word: 100 초과, 3 개최; close behind the digits few words do (1주택)."""
    if text[at : at + 1] not in _first_syllables():
        return False
    return text.startswith(_words("close", "any" if spaced else "touching"), at)


def _is_word(text: str, unit: Unit, end: int, spaced: int, figure: Figure) -> bool:
    """Whether the unit is only the beginning of a word (5원칙).

    三方 are parties and 千亿方 cubic metres, 3불 are negations and 10억불 dollars.
    """
    after = text[end : end + 1]
    if not spaced and unit.form in ("원", "엔") and is_syllable(after) and after not in _AFTER_WON:
        return True
    return unit.form in ("方", "불") and not in_thousands(text, figure)


def _great(text: str, figure: Figure, at: int) -> bool:
    """六大板块, 5大方面: 大 counts what comes after it. 十九大 is a congress."""
    if not is_han(text[at + 1 : at + 2]) or figure.open:
        return True
    if text[figure.numeral[0]] in "十二" and figure.numeral[1] - figure.numeral[0] > 1:
        return False
    figure.unit, figure.end = Unit("大", "count", "大", None, None), at + 1
    return True


def _spread(text: str, figure: Figure, at: int) -> bool:
    """A share with spaces between its characters: 六 個 百 分點."""
    kept = [(i, c) for i, c in enumerate(text[at : at + 10]) if c != " "]
    unit = unit_at("".join(c for _, c in kept), 0)
    if unit is None or unit.kind != "percent":
        return False
    figure.unit, figure.end = unit, at + kept[len(unit.form) - 1][0] + 1
    return True


def _combine(text: str, figure: Figure) -> None:
    """两米半, 三成半, 九成二, 两倍半, 三个半月; 50元6角三分, 64달러 45센트; mg/L."""
    unit = figure.unit
    if unit is None or figure.value is None:
        return
    if unit.form == "파운드" and _LARGE_KO.intersection(text[slice(*figure.numeral)]):
        figure.unit = unit_at("영국 파운드", 0)  # a weight is not counted in tens of thousands of pounds
    elif text[figure.end : figure.end + 1] == "半" and unit.kind in ("measure", "percent", "money", "multiple"):
        figure.value += Decimal("0.5")
        figure.end += 1
    elif unit.form == "成" and (tenth := _TENTH_OF_A_TENTH.match(text, figure.end)):
        figure.value += (read_zh(tenth[0]) or 0) * Decimal("0.1")
        figure.end = tenth.end()
    elif unit.form in _HALVED and (half := _AND_A_HALF.match(text, figure.end)):
        figure.value += Decimal("0.5")
        figure.end = half.end()
    elif unit.form in ("个", "個") and (hundred := _HUNDRED_MILLIONS.match(text, figure.end)):
        figure.value = whole_if_even(figure.value * (10**12 if "万" in hundred[0] else 10**8))
        figure.end = hundred.end()
        figure.unit = unit_at(text, figure.end)
        figure.end += len(figure.unit.form) if figure.unit else 0
    elif unit.form in ("个", "個") and (half := _HALF.match(text, figure.end)):
        figure.value += Decimal("0.5")
        figure.unit, figure.end = unit_at("个月" if half[1] == "月" else half[1], 0), half.end()
    elif unit.form == "元" and (other := unit_at(text, figure.end)) is not None and other.kind == "money":
        figure.unit, figure.end = other, figure.end + len(other.form)  # 3万元欧元
    elif unit.form == "块" and unit.kind == "money" and (tenths := _TENTHS.match(text, figure.end)):
        figure.value += (read_zh(tenths[1]) or 0) * Decimal("0.1")
        figure.end = tenths.end()
    elif unit.form in ("元", "块", "달러"):
        small = _SUBUNIT.match(text, figure.end)
        if small:
            figure.value += (read_zh(small[1]) or 0) * (Decimal("0.01") if small[2] == "센트" else Decimal("0.1"))
            figure.value += (read_zh(small[3]) or 0) * Decimal("0.01") if small[3] else 0
            figure.end = small.end()
    elif unit.kind in ("measure", "count") and text[figure.end : figure.end + 1] == "/":
        rate = _PER_UNIT.match(text, figure.end)
        if rate and (unit.kind == "measure" or _TIME_OF_RATE.match(rate[0])):
            figure.unit = Unit(unit.form, unit.kind, f"{unit.unit}{rate[0]}", None, None)
            figure.end = rate.end()
