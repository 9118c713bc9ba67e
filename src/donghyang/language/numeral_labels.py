"""Bare digits that tell one thing from another and count nothing: 사례 2, (1), 061-390-1234, UFS 2.0, 6-3, <156>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.language.numeral import LETTERS, NO_WORD
from donghyang.language.patterns import lazily
from donghyang.language.unit_senses import is_two_decades
from donghyang.language.units import unit_at

if TYPE_CHECKING:
    from donghyang.language.numeral import Figure

_TELEPHONE = lazily(r"0[0-9]{1,2}[)）-] ?[0-9]{3,4} ?[-‐–] ?[0-9]{4}(?:(?: ?[~∼,] ?[0-9]{1,4}){1,3}(?![0-9년월일.]))?")
_JOINED = lazily(r"(?:[-‐–]| ?[xX×]) ?([0-9]++(?>(?:[.,][0-9]++)*))|\+")
_JOINS = lazily(r"[0-9](?:[-‐–+]| ?[xX×] ?)$")
_CODE = lazily(r"0[0-9]{2,}")
_MAGNITUDES = lazily(rf"[십백천만억조百千万亿萬億]| [천만억조万亿]{NO_WORD}")
_CLOSED_BY = {"<": ">", "〈": "〉", "《": "》", "[": "]"}
_LONGEST_LABEL = 3
"""Digits of a label; more of them in brackets are a figure or a code."""
_REACH = 40
"""Characters before 2) in which a bracket may have been opened, and before 3. in which the item 2. may stand."""
_NUMBERED = "|".join(word for word in tables.words(__package__, "numbered") if is_syllable(word[0]))
_NAMED = lazily(rf"(?<![가-힣])(?:{_NUMBERED}) ?$|번호 ?$|[§№] ?$|(?<![A-Za-z])(?:Vol|No|Ch|Fig|Sec)\. ?$")
_NAME_REACH = 8
_LATIN = lazily(r"([A-Za-z]{2,20})\.? [(（]?$")
_LATIN_REACH = 24
_VERSION = lazily(r"[1-9]\.[0-9]")
_ROUND_VERSION = lazily(r"[2-9]\.0")
_AFTER_PARTICLE = lazily(
    rf"(?:[은는이가을를로의에도만당과와씩째약]|{tables.either(__package__, 'told_in_decimals')}) ?$"
)


def telephone(text: str, start: int) -> int | None:
    """Where the number of a telephone that begins at `start` ends (061-390-1234); None when none does."""
    found = _TELEPHONE.match(text, start) if text[start] == "0" else None
    return found.end() if found else None


def is_label(text: str, figure: Figure) -> bool:
    """Whether a figure without a unit is part of a name, a list or a code."""
    start, end = figure.numeral
    if figure.unit is not None or figure.end != end or figure.value is None:
        return False
    numeral = text[start:end]
    if not numeral.isascii() or not numeral.replace(".", "", 1).isdigit():
        return False
    return (
        _CODE.fullmatch(numeral) is not None
        or is_two_decades(numeral)
        or _is_joined(text, start, end)
        or (numeral.isdigit() and (_is_closed(text, start, end) or _is_item(text, start, end)))
        or _NAMED.search(text[max(0, start - _NAME_REACH) : start]) is not None
        or _is_of_name(text, start, numeral)
    )


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a dash or a plus joins the digits to others (6-3, 2+2, 50+) and no unit behind makes a range of them."""
    if _JOINS.search(text[max(0, start - 4) : start]):
        return True
    joined = _JOINED.match(text, end)
    if joined is None:
        return False
    if joined[1] is None:
        return text[end + 1 : end + 2] not in ("%", "％")
    if _MAGNITUDES.match(text, joined.end()):
        return False
    unit = unit_at(text, joined.end()) or unit_at(text, joined.end() + text.startswith(" ", joined.end()))
    return unit is None or unit.kind == "none"


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether brackets of titles and notes close the digits in: <12>, [3]; (1) between spaces opens an item."""
    if end - start > _LONGEST_LABEL:
        return False
    opened, ahead = text[start - 1 : start], text[start - 2 : start - 1]
    if opened in _CLOSED_BY and opened:
        loose = opened != "[" or not ahead.strip() or ahead in ".。"
        return text.startswith(_CLOSED_BY[opened], end) and loose
    if opened != "(" or end - start == _LONGEST_LABEL or not text.startswith(") ", end):
        return False
    return (not ahead.strip() or ahead in "<〈,") and is_syllable(text[end + 2 : end + 3])


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether the digits open an item within a line: 2) 평가, or 3. 평가 behind an item 2."""
    mark = text[end : end + 1]
    if end - start >= _LONGEST_LABEL or mark not in (")", ".") or not is_syllable(text[end + 1 : end + 3].strip()[:1]):
        return False
    if text[start - 1 : start].strip(" \n\t,·") or text[end + 1 : end + 2].isdigit():
        return False
    ahead = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    if mark == ")":
        return ahead.rfind("(") <= ahead.rfind(")")
    number = int(text[start:end])
    return text[end + 1 : end + 2] == " " and (
        f"{number - 1}. " in ahead or (number == 1 and ", 2. " in text[end : end + _REACH])
    )


def _is_of_name(text: str, start: int, numeral: str) -> bool:
    """Whether the digits are the last part of a name in Latin letters (ISO 42001, UFS 2.0), or the version of a thing
    (정부 3.0); an index (BSI 95) and a measure of a point and a nought (규모 5.0) are told so."""
    ahead = text[max(0, start - _LATIN_REACH) : start]
    if ahead[-1:] in LETTERS or (ahead[-1:] in (" ", "(") and ahead[-2:-1].isascii()):
        latin = _LATIN.search(ahead)
        plain = numeral.isdigit() or _VERSION.fullmatch(numeral) is not None
        bracketed = ahead.endswith("(") and len(numeral) <= _LONGEST_LABEL
        return latin is not None and plain and not bracketed and latin[1] not in tables.words(__package__, "indices")
    if not _ROUND_VERSION.fullmatch(numeral) or not is_syllable(ahead.rstrip(" ")[-1:]):
        return False
    return _AFTER_PARTICLE.search(ahead) is None
