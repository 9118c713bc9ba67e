"""Digits chained by marks that part no thousands: read whole where one reading is possible, else reported unread.

12,34억, 1,2345명, 1.000.000, 1.234,50, 2 500万, 1。5亿, 1O0억, 3´450万, 2½亿: the last group alone would be a wrong
number, and so would the first.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.language.numeral import DIGITS, LARGE, LETTERS, MOST_DIGITS, TOO_LONG, Figure, figure_of
from donghyang.language.numeral_signs import take_currency
from donghyang.language.patterns import lazily
from donghyang.language.printed import COMMAS
from donghyang.language.units import unit_at
from donghyang.records import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.language.units import Unit

UNCLEAR = Message("수를 나누는 표시가 분명하지 않음", "it is not clear what the marks between the digits part")
PLACE = Message("마지막 숫자의 자리가 분명하지 않음", "it is not clear in which place the last digit stands")
MISTYPED = Message("숫자 사이에 글자가 섞임", "letters stand among the digits")

_N = "0-9０-９"
_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_MARKS = frozenset(COMMAS)
_GROUP = rf"[{_N}]{{1,40}}+(?>(?:[.．][{_N}]{{1,40}}+){{0,8}})"
_COMMAS = lazily(rf"{_GROUP}(?>(?:[{COMMAS}]{_GROUP}){{1,8}})(?![{COMMAS}]?[{_N}])")
"""A chain of more groups is a list."""
_DOUBLED = lazily(rf"{_GROUP}(?>(?:[{COMMAS}]{{1,2}}{_GROUP}){{1,8}})(?![{COMMAS}]?[{_N}])")
"""1,,234元: a slip in a number, or an empty cell between two."""
_MORE_POINTS = lazily(rf"(?>(?:[.．][{_N}]{{1,3}}(?![{_N}])){{1,8}})")
"""1,234.56.78亿: the second point may part another number."""
_MARK = lazily(f"[{COMMAS}]")
_LOOKALIKES = "OoОоΟοlI〇"
_LETTERS = lazily(
    rf"[{_N}]{{1,40}}+[{_LOOKALIKES}](?:[{_N}][{_N}{_LOOKALIKES}.,]{{0,40}}|(?=[万亿萬億만억조千천百백%％]))"
)
"""Latin, Cyrillic and Greek letters that look like 0 and 1, and the zero of Chinese numerals."""
_SPACED = lazily(r"[1-9][0-9]{0,2}(?>(?: [0-9]{3})+)(?![0-9]| [0-9])(?>(?:[.,][0-9]+)?)")
"""2 500: thousands, or two cells of a table."""
_ENUMERATED = lazily(r"[1-9][0-9]{0,2}(?>(?:、[0-9]{3})+)(?![0-9]|、[0-9])")
_ODD_POINTS = "。∙﹒٫"
_ODD_POINT = lazily(rf"[{_N}]{{1,4}}[{_ODD_POINTS}][{_N}]{{1,3}}(?= ?[百千万亿萬億兆백천만억조%％])")
"""1。5亿: a decimal point, or the end of a sentence."""
_DOTTED = lazily(rf"(?<!·)[{_N}]{{1,4}}·[{_N}]{{1,3}}(?=[万亿萬億억%％])")
"""2·6亿, 2·6%: a decimal point of old print, or two figures."""
_NOUGHTS = lazily(r"000(?![0-9.])|00(?=[万亿萬億만억원元명])")
"""The last group of a number whose first ones are lost; 00명 says no number."""
_POINTLESS = lazily(rf"[{_N}]{{1,40}}+(?:\.{{2,3}}|…|\*\*)[{_N}]{{1,40}}+(?![.…*])")
"""3..5, 10**9: a range, a power, or a slip."""
_STRAY = lazily(rf"[{_N}]{{1,40}}+(?:[.．][,，]|[,，][.．])[{_N}]{{1,40}}+")
"""1.,5%: one mark too many."""
_LETTER_SPACED = lazily(r"[0-9](?: [0-9]){2,20}(?= ?[百千万亿萬億兆백천만억조])")
_TWO = lazily(r"[1-9][0-9]{0,2}[ \r\n][0-9]{1,3}(?![0-9])(?>(?:\.[0-9]{1,4})?)(?= ?[百千万亿萬億兆백천만억조])")
"""投入1 5亿: a figure that broke in two, or two of which the first has no unit."""
_TWO_OF_SHARE = lazily(r"[1-9][0-9]?[ \r\n][0-9](?![0-9])(?>(?:\.[0-9]{1,4})?)(?= ?[%％])")
"""增长1 2%: the same of a share, which few figures have behind a hundred; with two digits it is a cell."""
_MIXED = lazily(r"[0-9]{1,3} [0-9]{1,2}[/／][0-9]{1,2}(?= ?[百千万亿萬億兆백천만억조])")
"""1 1/2억: a number and a part of it, or two figures."""
_AND_NEXT = lazily(r"([1-8])、([2-9])(?=[百千万亿萬億])")
_ENDLESS = lazily(rf"[{_N}]{{1,12}}+(?>(?:[/／:：;+*=~∼-] ?[{_N}]{{1,12}}+){{24,}}) ?[/／:：;+*=~∼-]?")
"""1/1/1/…: so many figures in one chain are a drawing, a code or an attack."""
_CHAINED = frozenset("/／:：;+*=~∼-")
_PARTS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒")
_HALVED = lazily(rf"[{_N}]{{1,40}}+[{''.join(sorted(_PARTS))}]")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_NOTED = lazily(
    rf"[{_N}]{{1,40}}+(?>(?:[.．][{_N}]{{1,40}}+)?)[{_RAISED}]{{1,3}}(?:[{_N}]{{1,40}}+|(?=[百千万亿萬億兆만억조]))"
)
"""320¹亿元, 1¹5亿: the mark of a note, or a power."""
_TAGGED = lazily(
    rf"[{_N}]{{1,40}}+(?:<su[bp]>[^<>\n]{{1,8}}</su[bp]>(?:[{_N}]{{1,40}}+|(?= ?[百千万亿萬億兆만억조]))"
    rf"|(?>(?:</?[A-Za-z][^<>\n]{{0,80}}>){{1,6}})[{_N}]{{1,40}}+(?:</su[bp]>)?)"
)
"""1<b>5</b>亿, 1<br>5亿, 320<sup>1</sup>亿: what a converter left may part them or not."""
_LOST = "\ufffc\ufffd"
"""Unicode's signs for what is no text, and for a character that is lost."""
_KNOWN_MARKS = frozenset("!\"#%&'*,./:;?@\\·…‰‱·、。！％＆＇＊，．／：；？＠＼†‡§※〃")
_ODD_AS_WELL = frozenset("±∓‚‛❜●\ufffc\ufffd")
_ODD = frozenset(("Po", "Pc", "Lm", "Sk", "Mn", "Me", "Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs"))
"""Categories (Unicode) of marks, accents, controls and what has no meaning; between two digits they part or join them,
and nobody can say which."""
_MAGNITUDES = lazily(r" ?[百千万亿萬億兆백천만억조경]+")
_DIGITS = lazily(rf"[{_N}]{{1,40}}+(?>(?:[.．][{_N}]{{1,40}}+)?)")
_SPOKEN = lazily(rf"[{_N}]{{1,4}}[点點점][{_N}]{{1,4}}(?= ?[百千万亿萬億兆백천만억조%％倍배])")
"""1点5亿: a decimal point as it is spoken, or a time and a figure."""
_POINTS = lazily(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")


def unclear(text: str, start: int, end: int) -> Figure | None:
    """The figure without value that the chain from `start` makes, whose first group ends at `end`; None for digits
    that end there, for a list (2,3월, 3.5,4.2%) and for years (2023,2024년)."""
    if text[start] == "0" and (noughts := _NOUGHTS.match(text, start)):
        return unread(text, start, noughts.end(), UNCLEAR)
    if start and text[start - 1] in _LOST:
        return unread(text, start, end, UNCLEAR)
    after = text[end : end + 1]
    if not after:
        return None
    if after in _CHAINED and (endless := _ENDLESS.match(text, start)):
        return Figure(start, endless.end(), (start, endless.end()), None, problem=TOO_LONG)
    if (whole := _by_odd_marks(text, start, end, after)) is not None:
        return unread(text, start, whole, UNCLEAR)
    if after in ".．" and text[end - 1] in DIGITS and (more := _MORE_POINTS.match(text, end)):
        return unread(text, start, more.end(), UNCLEAR)
    if after in ".．,，" and text[end + 1 : end + 2] in ".．,，" and (stray := _STRAY.match(text, start)):
        return unread(text, start, stray.end(), UNCLEAR) if is_counted(text, stray.end()) else None
    if after in _MARKS and text[end + 1 : end + 2] in _MARKS and (twice := _DOUBLED.match(text, start)):
        return unread(text, start, twice.end(), UNCLEAR) if is_counted(text, twice.end()) else None
    if after in _MARKS and text[end + 1 : end + 2].isdecimal():
        chain = _COMMAS.match(text, start)
        if chain is None or chain.end() <= end:
            return None
        large = is_counted(text, chain.end()) or _currency(text, start) is not None
        groups = _MARK.split(chain[0].translate(_WIDTH))
        return unread(text, start, chain.end(), UNCLEAR) if _is_unclear(groups, large) else None
    if after in _ODD_POINTS and (odd := _ODD_POINT.match(text, start)):
        return unread(text, start, odd.end(), UNCLEAR)
    if after in (" ", "、", "\n", "\r") and text[end + 1 : end + 2].isdecimal():
        return _spaced(text, start, after)
    if after in _LOOKALIKES and (mistyped := _LETTERS.match(text, start)):
        is_name = text[mistyped.end() : mistyped.end() + 1] in LETTERS
        return None if is_name else unread(text, start, mistyped.end(), MISTYPED)
    return None


def _by_odd_marks(text: str, start: int, end: int, after: str) -> int | None:
    """Where the digits from `start` end that go on behind a mark which is none of numbers and lists (3´450万, 2½亿,
    10**9); None where they end at `end`."""
    if after in _PARTS:
        found = _HALVED.match(text, start)
    elif after in _RAISED:
        found = _NOTED.match(text, start)
    elif after == "·":
        found = _DOTTED.match(text, start)
    elif after in ".…*":
        found = _POINTLESS.match(text, start)
    elif after in "点點점":
        found = _SPOKEN.match(text, start)
    elif after == "<":
        found = _TAGGED.match(text, start)
    elif after in _LOST and text[end + 1 : end + 2] in LARGE:
        return end + 1
    elif not is_odd(after) or not text[end + 1 : end + 2].isdecimal():
        return None
    else:
        while is_odd(text[end : end + 1]) and text[end + 1 : end + 2].isdecimal() and end - start < MOST_DIGITS:
            end = _DIGITS.match(text, end + 1).end()  # type: ignore[union-attr]  # a digit stands there
        return end
    return found.end() if found else None


@cache
def is_odd(mark: str) -> bool:
    """Whether a character between two digits neither joins nor parts them as numbers are written; "" does not."""
    if mark == "" or mark in _KNOWN_MARKS or mark in "\t\n\r_":
        return False
    return mark in _ODD_AS_WELL or unicodedata.category(mark) in _ODD


def _spaced(text: str, start: int, mark: str) -> Figure | None:
    """The figure without value of 2 500万吨 and 1、000、000元; None for the cells of a table and for a list."""
    if mark == " " and (spread := _LETTER_SPACED.match(text, start)) and text[start - 2 : start - 1] not in DIGITS:
        return unread(text, start, spread.end(), UNCLEAR)
    if mark == " " and (mixed := _MIXED.match(text, start)):
        return unread(text, start, mixed.end(), UNCLEAR)
    two = _TWO.match(text, start) or _TWO_OF_SHARE.match(text, start) if mark != "、" else None
    if two and _goes_on(text, start, mark):
        return unread(text, start, two.end(), UNCLEAR)
    if mark in "\r\n":
        return None
    if mark == "、" and (two := _AND_NEXT.match(text, start)) and int(two[2]) == int(two[1]) + 1:
        opens = not text[max(0, start - 1) : start].strip()
        return None if opens else unread(text, start, two.end(), UNCLEAR)
    if text[start - 1 : start] in (".", ",") or text[max(0, start - 2) : start - 1].isdecimal():
        return None  # asked first: a chain is followed from its head alone, not from each of its groups
    chain = (_SPACED if mark == " " else _ENUMERATED).match(text, start)
    if chain is None:
        return None
    if mark == "、":
        return unread(text, start, chain.end(), UNCLEAR) if "、0" in chain[0] else None
    unit = _unit_behind(text, chain.end())
    counted = _MAGNITUDES.match(text, chain.end()) or (unit is not None and unit.kind != "none")
    return unread(text, start, chain.end(), UNCLEAR) if counted or _currency(text, start) else None


def _goes_on(text: str, start: int, mark: str) -> bool:
    """Whether digits stand behind a word of a sentence, so that they are no cell and no item; a word that is numbered
    (표 1, 项目2) has them for itself. At the end of a line they are its last word."""
    ahead = text[max(0, start - 8) : start]
    if mark == " ":
        ahead = ahead.removesuffix(" ")
    return ahead[-1:].isalpha() and not ahead[-1:].isascii() and not ahead.endswith(_numbered())


@cache
def _numbered() -> tuple[str, ...]:
    return tables.words(__package__, "numbered")


def _is_unclear(groups: Sequence[str], large: bool) -> bool:
    """Whether groups of digits between commas may be one number as well as a list; `large`: a magnitude, money, a share
    or a measure stands behind the last."""
    first, *others = groups
    if any("." in group for group in groups[:-1]):
        if "." not in first and len(others[0].partition(".")[0]) == 3:
            return True  # 1,234.567,8: a comma that parts thousands, and one that cannot
        return first.count(".") > 0 and all(len(part) == 3 for part in first.split(".")[1:]) and len(others) == 1
    if any(len(group) > 1 and group[0] == "0" and group[1] != "." for group in others):
        return True
    whole = [group.partition(".")[0] for group in groups]
    if all(len(group) == 4 and group[:2] in ("19", "20") for group in whole):
        return False
    if len(groups) > 2:
        return any(len(group) > 2 for group in whole[1:])
    return len(whole[1]) > 2 or large


def _behind(text: str, end: int) -> int:
    found = _MAGNITUDES.match(text, end)
    return found.end() if found else end


def is_counted(text: str, end: int) -> bool:
    """Whether a magnitude, money, a share or a measure stands behind digits that end at `end`."""
    unit = unit_at(text, end)
    return has_magnitude(text, end) or (unit is not None and unit.kind in ("money", "percent", "measure"))


def has_magnitude(text: str, end: int) -> bool:
    """Whether a magnitude (万, 억) stands behind digits that end at `end`."""
    return _behind(text, end) > end


def _unit_behind(text: str, end: int) -> Unit | None:
    """The unit at `end`, or money behind a space there; None where a word may begin with it (1 234 원칙)."""
    unit = unit_at(text, end)
    if unit is None and text[end : end + 1] == " ":
        unit = unit_at(text, end + 1)
        if unit is not None and (unit.kind != "money" or (len(unit.form) == 1 and is_syllable(unit.form))):
            return None
    return unit


def _currency(text: str, start: int) -> Figure | None:
    """The figure at `start` with the mark of money before it; None where there is none."""
    figure = figure_of(start, start, None)
    take_currency(text, figure)
    return figure if figure.unit is not None else None


def unread(text: str, start: int, end: int, problem: Message) -> Figure:
    """The figure without value of what stands from `start` to `end`, with the magnitude and the unit behind it, or the
    mark of money before it."""
    numeral = (start, end)
    end = _behind(text, end)
    unit = _unit_behind(text, end)
    if unit is not None and unit.kind == "none":
        unit = None
    if unit is not None:
        end = text.index(unit.form, end) + len(unit.form)
    elif (money := _currency(text, start)) is not None:
        start, unit = money.start, money.unit
    return Figure(start, end, numeral, None, unit, problem=problem)


def by_points(text: str, start: int, end: int) -> Decimal | Message | None:
    """The value of 1.000.000, which parts its thousands by points; UNCLEAR where that is not sure (1.234.567); None for
    chains of another shape and for addresses (192.168.100.200)."""
    printed = text[start:end].translate(_WIDTH)
    if len(printed) > MOST_DIGITS or not _POINTS.fullmatch(printed):
        return None
    groups = printed.split(".")
    if any(group[0] == "0" for group in groups[1:]) and groups[0] != "0":
        return Decimal("".join(groups))
    return None if len(groups) == 4 and all(int(group) < 256 for group in groups) else UNCLEAR
