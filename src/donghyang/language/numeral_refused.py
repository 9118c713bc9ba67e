"""Digits that are no figure: names (GB18030, 노트4), clock times, ratios, numbers of lines and of documents."""

from __future__ import annotations

from decimal import Decimal

from donghyang.language.hangul import is_syllable
from donghyang.language.numeral import LETTERS, Figure, figure_of, nothing
from donghyang.language.numeral_labels import telephone
from donghyang.language.numeral_signs import currency_code
from donghyang.language.patterns import lazily
from donghyang.language.unit_senses import is_age_band
from donghyang.language.units import unit_at

_DASHES = frozenset("-‐–")
_COLONS = frozenset(":：")
_BOUND_WORDS = frozenset("약총각만근단첫")
_CLOCK_OR_RATIO = lazily(r"[0-9０-９]++(?:\.[0-9]++)?(?:[:：][0-9０-９]++(?:\.[0-9]++)?){1,8}")
_DOTTED = lazily(r"[0-9]{1,3}(?>(?:·[0-9]{1,3}){1,20})(?![0-9.,])")
"""7·7·7 전략, 3·1절: a name, unless a unit counts each of them (3·5·7%)."""
_NAMES = lazily(r"[0-9]{1,3} ?[~∼-] ?[0-9]{1,3}(?![0-9.,])")
"""4~6학년, 1-2차 연도: what each of them names, both name."""
_FRACTION = lazily(r"[0-9]{1,4} ?⁄ ?[0-9]{1,4}")
"""33 ⁄3: what is left of a fraction in raised and lowered figures."""
_TO_ONE = lazily(r"([0-9]++(?:\.[0-9]++)?)[:：]1(?![0-9.])")
_RATIO_WORDS = lazily(r"(?:경쟁률|비율|배율|비|比|比例|比率)[은는이가을를为]?\s?$")
_VERSUS = lazily(
    r"([0-9]++(?:\.[0-9]++)?) ?대 ?([0-9]++(?:\.[0-9]++)?)(?=[의로을,.)]|이[다며었 ]|정도|$|\s(?![0-9]))(?!\.[0-9])"
)
_LIST_MARK = lazily(r"[0-9]{1,2}(?: ?\.{1,2}(?![0-9.])|\)(?![0-9])|[.-][0-9]{1,2}(?:\.|(?= )))(?=[ 가-힣一-龥])")
_LINE_HEAD = frozenset(" \t(（□○●■▪·-*#　")
_DOCUMENT = lazily(r"[12][0-9]{3}(?:[〕\]］]|[)）][一-龥]{1,12}?第?[0-9]+号)")
_DOCUMENT_OPENS = frozenset("〔[［(（")
_GROUPS = frozenset(("팀", "단", "실"))
_RANGE_AHEAD = lazily(r" ?[~∼～] ?[0-9][0-9,.]{0,12} ?")
_STREET = lazily(r"로 $")


def is_name(text: str, start: int, before: str) -> bool:
    """Digits behind letters are part of a name: GB18030, Top10, IMT-2030, 北溪-2, ChatGPT- 3.5, BQ.1, #6."""
    if before == "#" or "Ѐ" <= before <= "ԯ":
        return True  # Cyrillic letters: З4 is no 34
    if before in LETTERS:
        return currency_code(text, start) is None
    ahead = text[start - 2 : start - 1] if start > 1 else ""
    if before in _DASHES:
        return ahead.isalpha()
    if before == ".":
        return ahead in LETTERS
    return before == " " and ahead == "-" and text[start - 3 : start - 2] in LETTERS


def refused_digits(text: str, start: int, end: int, before: str) -> Figure | None:
    """What the digits from `start` to `end` are instead of a figure; None when they may be one.

    A ratio to one (4.7:1) is a multiple; any other ratio and a clock time are passed over.
    """
    after = text[end : end + 1]
    if after == "·" and (dotted := _DOTTED.match(text, start)):
        unit = unit_at(text, dotted.end())
        return nothing(start, dotted.end()) if unit is None or unit.kind == "none" else None
    if (phone := telephone(text, start)) is not None:
        return nothing(start, phone)
    if after in "~∼- " and after and (names := _NAMES.match(text, start)):
        unit = unit_at(text, names.end())
        if unit is not None and (unit.kind == "none" or is_age_band(text, names.end() - 2, names.end())):
            return nothing(start, names.end() + len(unit.form))
    if after in ("⁄", " ") and (parted := _FRACTION.match(text, start)):
        return nothing(start, parted.end())
    if after in _COLONS and text[end + 1 : end + 2].isdigit():
        return _clock_or_ratio(text, start)
    if after in ("대", " ") and (versus := _VERSUS.match(text, start)):
        return _ratio(text, start, versus.end(), versus[1]) if versus[2] == "1" else nothing(start, versus.end())
    if after in (".", ")", "-", " "):
        mark = _LIST_MARK.match(text, start)
        if mark and _opens_line(text, start):
            return nothing(start, mark.end())
    if before in _DOCUMENT_OPENS and before:
        document = _DOCUMENT.match(text, start)
        if document and not (before in "(（" and document[0][-1] != "号"):
            return nothing(start, document.end())
    return None


def _clock_or_ratio(text: str, start: int) -> Figure | None:
    found = _CLOCK_OR_RATIO.match(text, start)
    if found is None:
        return None
    ratio = _TO_ONE.match(text, start)
    return _ratio(text, start, ratio.end(), ratio[1]) if ratio else nothing(start, found.end())


def _ratio(text: str, start: int, end: int, first: str) -> Figure:
    """N to one: a multiple with decimals or behind a word for a ratio, else a score or an idiom."""
    if "." in first or _RATIO_WORDS.search(text[max(0, start - 8) : start]):
        return figure_of(start, end, Decimal(first), share=True)
    return nothing(start, end)


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing but bullets and brackets stands before in the line."""
    at = start - 1
    while at >= 0 and start - at < 12 and text[at] in _LINE_HEAD:
        at -= 1
    return at < 0 or text[at] == "\n"


def ends_name(text: str, figure: Figure) -> bool:
    """Few plain digits without a unit that stand close behind a Hangul word belong to it: 노트4, 통신3사, 종로3가."""
    start, end = figure.numeral
    numeral = text[start:end]
    if figure.unit is not None and figure.unit.form in _GROUPS and is_syllable(text[start - 1 : start]):
        return text[start - 1] not in _BOUND_WORDS  # 연구2팀
    if figure.unit is not None or not numeral.isdigit() or len(numeral) > 3 or figure.end != end:
        return False
    if (upper := _RANGE_AHEAD.match(text, end)) and unit_at(text, upper.end()) is not None:
        return False  # 경상권30~80㎜
    before = text[start - 1 : start]
    if is_syllable(before):
        return before not in _BOUND_WORDS
    return text.startswith("가", end) and before == " " and _STREET.search(text[start - 2 : start]) is not None
