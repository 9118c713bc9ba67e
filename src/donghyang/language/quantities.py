"""Figures in running text: one pass over the characters finds every numeral, in digits or words, with its unit.

The pass is one regular expression anchored on the characters a numeral may begin with; what it catches is read by the
grammar of its language. Addresses, identifiers (GB18030, 5G), ordinals (제20차) and dates are passed over.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from donghyang.language.dates import DATE_SHAPE
from donghyang.language.dates_refuted import is_figure, year_before_figure
from donghyang.language.hangul import is_syllable
from donghyang.language.long_years import doubt_years
from donghyang.language.numeral import (
    IMPOSSIBLE,
    LARGE_ZH,
    LETTERS,
    MOST_DIGITS,
    TOO_LONG,
    Figure,
    figure_of,
    is_han,
    is_year,
    nothing,
    shares_magnitude,
)
from donghyang.language.numeral_chains import PLACE, UNCLEAR, by_points, has_magnitude, is_counted, unclear, unread
from donghyang.language.numeral_labels import is_label
from donghyang.language.numeral_minus import after_word, take_minus
from donghyang.language.numeral_refused import ends_name, is_name, refused_digits
from donghyang.language.numeral_signs import take_currency, take_fall, take_sign
from donghyang.language.numeral_units import attach_unit
from donghyang.language.numerals_ko import read_ko
from donghyang.language.numerals_zh import ABOUT, read_zh
from donghyang.language.patterns import lazily
from donghyang.language.printed import plain
from donghyang.language.spelled_ko import FRACTION, fraction, korean
from donghyang.language.spelled_zh import chinese, doubled, ordinal
from donghyang.language.units import unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = "0-9０-９"
_ZH = "〇零○一二三四五六七八九十廿卅卌百千万亿壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟萬億"
_ZH_PLAIN = _ZH.replace("千", "")
_ZH_DIGIT = "〇零○一二三四五六七八九壹贰貳叁叄參肆伍陆陸柒捌玖0-9０-９"
_KO = "일이삼사오육륙칠팔구십백천만영"
_KO_NATIVE = "한하두둘세셋석네넷넉다여일아열스서마쉰예절반"
_LIANG = "[两兩俩倆](?=[百千万亿佰仟萬億])"
_KILO_WORD = "千(?![克瓦卡赫伏帕焦比字])"
_KILO = "千(?![米克瓦卡伏安帕赫焦牛字比])"
_MEGA = "兆(?![瓦赫帕比伏欧焦字位])"

_JOINT = rf"(?<=[年月天日周时時分])[零〇○](?=[{_N}两兩{_ZH}])"
"""The 零 of 两年零三个月 joins a length to its smaller part and is no digit of it."""

_PARTS = rf"\ {{0,2}}分\ {{0,2}}之\ {{0,2}}[负負]?(?=[{_ZH}{_N}])"

_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = rf"[⁻⁺]?[{_HIGH}]{{1,2}}(?![{_HIGH}])"
"""An exponent in raised figures; behind a bare 10 a single ¹ is the mark of a note."""
_TIMES_TEN = r"\ ?[×✕xX*＊]\ ?10"

_SCAN = lazily(
    rf"""
    (?!{_JOINT})[{_N}{_ZH}两兩俩倆半对對翻负負{_KO}{_KO_NATIVE}](?:
      # digits, with separators and decimals; a chain of points (2023.2.6, 192.168.1.2) is taken whole
      (?<=[{_N}])(?:
          (?P<chain>[{_N}]*+(?>(?:[.．][{_N}]++){{2,}}))
        | (?P<digits>
            (?:[{_N}]{{0,2}}(?>(?:,[0-9]{{3}}|，[０-９]{{3}})+)(?![{_N}])|[{_N}]*+)
            (?>(?:[.．][{_N}]++)?)
            (?:
              # Chinese magnitudes: 1亿2000万, 25万6千, 3又一千分之23
              (?P<zh>(?:\ ?[余餘多几幾]?\ ?[万萬亿億]
                |(?<=[1-9])(?<![{_N}.．,][1-9])[十拾](?=\ ?[万萬亿億元])
                |{_KILO}|[百佰仟]|{_MEGA}|\ ?又(?=[{_ZH}{_N}]+\ ?分)|{_PARTS})
                (?:[百万亿萬億佰仟十拾廿卅卌{_ZH_DIGIT}]|\ ?{_KILO}|\ 百|{_MEGA}|{_LIANG}|,[0-9]{{3}}(?![0-9])
                  |[.．](?=[{_N}])|\ (?=[{_N}.,]+\ ?[万萬亿億千])
                  |(?<=[万萬亿億])\ (?=[{_N}]{{1,8}}+\ ?[元人])|\ [万萬亿億]|\ ?[余餘多几幾]\ ?(?=[万萬亿億])
                  |{_PARTS})*)
              # Korean magnitudes: 3조 5천억, 2만 1,000, 3만 4천 500
            | (?P<ko>(?:여\ ?(?=[만억조]))?\ ?[십백천만억조경](?:\ ?[십백천만억조경]|여\ ?(?=[만억조])
                  |\ ?[{_N}]++(?>(?:,[{_N}]{{3}})*)(?>(?:[.][{_N}]++)?)(?=\ ?[십백천만억조])
                  |\ [0-9]{{1,3}}(?>(?:,[0-9]{{3}})+)|\ [0-9]{{3,4}}(?![{_N}])
                  |(?<=만)\ [0-9]{{1,2}}(?=[명개건대곳톤원편종]|가구|마리)|(?<=[억조])\ [0-9]{{1,2}}(?=\ ?[명원])
                  |[{_N}]++(?>(?:,[{_N}]{{3}})*))*)
            | (?P<power>[eE][+－-]?[{_N}]{{1,2}}(?![{_N}A-Za-z])|\^-?[{_N}]{{1,2}}(?![{_N}])
                |{_TIMES_TEN}(?:{_RAISED}|\^[+-]?[0-9]{{1,2}}(?![{_N}.]))|(?<=10)(?<![{_N}.,A-Za-z]10)(?!¹(?![{_HIGH}])){_RAISED})
            )?))
      # Chinese characters: 二十万亿, 三分之一, 一百四十四点五
    | (?<=[{_ZH}两兩俩倆半负負])(?<![统唯同单專专逐之]一)(?P<words>
        (?:\ {{0,2}}(?:[{_ZH_PLAIN}]|{_KILO_WORD}|{_LIANG})|[{_N}]++|,[0-9]{{3}}(?![0-9])|[.．](?=[{_N}])|{_MEGA}
          |\ ?[点點]\ ?(?=[{_ZH_DIGIT}])|\ ?[余餘多几幾]\ ?(?=[万萬亿億])
          |{_PARTS}|\ ?又\ ?(?=[{_ZH}{_N}\ ]+分))*)
      | (?<=[对對])(?=折)(?P<half>)
      # 翻番, 翻了两番
    | (?<=翻)(?P<doubled>了?[一两三四1-4]?番)
      # Korean words stand at the beginning of a word: 두 가지, 일백억, 삼분의 이
    | (?<=[{_KO}{_KO_NATIVE}])(?<![가-힣{_N}].)(?P<hangul>)
    )""",
    re.VERBOSE,
)


_ADDRESS = lazily(
    r"(?:https?://|www\.)[^\s<>「」『』（）《》，。、；]+|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
)
_LOWERED = lazily(r"<su[bp]>[^<]{0,8}</su[bp]>")
_SHORTHAND = lazily(rf"[百千万萬亿億兆]\ ?[{_N}]\Z")
"""12亿3元: with a unit behind it the last digit may count units, or the next lower place as it is spoken (12.3亿)."""
_SENTENCE_ENDS = frozenset("다요죠까음함임됨듬")
_LARGE_MARKS = frozenset("百千万亿萬億兆만억조")
_UNIT_MARKS = ("<sup>2</sup>", "<sup>3</sup>")
_DATE_MARKS = frozenset("年년月월일日号號-–—~～∼至到./ 시时時点點")
_APOSTROPHES = frozenset("'’‘＇")
_WIDTH = str.maketrans("０１２３４５６７８９．，－⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789.,-0123456789-+")
_POWER_OF_TEN = lazily(rf"(?:{_TIMES_TEN}|\A10)(?:\^([+-]?[0-9]{{1,2}})|({_RAISED}))\Z")
_NEXT_WORD = {
    "조": "사치항직례합건정선명약금류세", "경": "기우제쟁로험영계", "천": "연문막체", "백": "신서화업금색지",
    "만": "들족약화료기찬성일", "억": "제류울압", "십": "",
}  # fmt: skip
"""Syllables that make a word with a magnitude, not a number: 3조사, 5경기, 19 백신."""
_TEAM = lazily("[인명] ?1조$")
"""2인 1조: a team of two."""
_ORDINAL = lazily("(?<![가-힣])제 ?$|[법령칙례약]제$")
_LARGE_BEHIND = lazily(r"[万亿萬億만억조]| [万亿萬億억조](?=[ 원元달위])")
_SLASH = lazily(rf"([{_N}]++(?>(?: [{_N}]++)?))\ ?[/／]\ ?([{_N}]++)(?![{_N}]|\ ?[/／.．])")
_ABOUT = frozenset(ABOUT)


def blank_addresses(text: str) -> str:
    """The text with addresses of pages and mail and with lowered marks blanked to spaces of equal length.

    Spaces, digits of other scripts and marks between thousands are made plain (`printed.plain`).
    """
    text = plain(text)
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    if "<su" in text:
        text = _LOWERED.sub(lambda found: found[0] if _is_of_figure(found) else " " * len(found[0]), text)
    return text


def _is_of_figure(mark: re.Match[str]) -> bool:
    """Whether a mark above or below the line belongs to a unit (m<sup>2</sup>) or parts a figure (1<sup>1</sup>亿)."""
    text, (start, end) = mark.string, mark.span()
    goes_on = text[end : end + 2].removeprefix(" ")[:1] in _LARGE_MARKS or text[end : end + 1].isdecimal()
    return mark[0] in _UNIT_MARKS or (text[max(0, start - 1) : start].isdecimal() and goes_on)


def figures(text: str) -> Iterator[Figure]:
    """Every figure of the text in order, with or without a unit; nothing where there is none.

    Spans count characters of `text`. What is written as a numeral and cannot exist comes with `problem` and no value.
    """
    blank = blank_addresses(text)
    done = 0
    for found in _SCAN.finditer(blank):
        start = found.start()
        if start < done:
            continue
        group = found.lastgroup
        if group == "chain":
            done = found.end()
            for part in _chain(blank, start, done):
                done = max(done, part.end)
                yield part
            continue
        if group == "hangul":
            figure = korean(blank, start)
        elif group in ("words", "half"):
            figure = chinese(blank, start, found.end())
        elif group == "doubled":
            figure = doubled(blank, start, found.end())
        else:
            figure = _digits(blank, found)
        if figure is not None:
            done = figure.end
            if figure.numeral[1] > figure.numeral[0]:
                yield figure


def _chain(text: str, start: int, end: int) -> Iterator[Figure]:
    """192.168.1.2 is four numbers; 2023.2.6 is a date, and a version behind a letter is a name."""
    if DATE_SHAPE.match(text, start) or text[start - 1 : start] in LETTERS:
        return
    value = by_points(text, start, end)
    if value is not None and not has_magnitude(text, end):
        figure = figure_of(start, end, value if isinstance(value, Decimal) else None)
        figure.problem = UNCLEAR if figure.value is None else None
        if attach_unit(text, figure, spelled=False):
            if figure.unit is None:
                take_currency(text, figure)
            yield figure
        return
    if is_counted(text, end):
        yield unread(text, start, end, UNCLEAR)  # 1.2.3亿, 7.000.000万元
        return
    at = start
    for part in re.split(r"[.．]", text[start:end]):
        if part and len(part) < MOST_DIGITS:
            yield figure_of(at, at + len(part), _number(part))
        at += len(part) + 1


def _digits(text: str, found: re.Match[str]) -> Figure | None:
    """The figure that begins with digits, or what its digits are instead."""
    start, end = found.span()
    before = text[start - 1] if start else ""
    if is_name(text, start, before):
        return _below_zero(text, found) or nothing(start, end)
    if before == "第" or (before in ("제", " ") and _ORDINAL.search(text[max(0, start - 3) : start])):
        return ordinal(text, start, end)
    zh, ko = found["zh"], found["ko"]
    if (chain := unclear(text, start, end)) is not None:
        return chain
    if not zh and not ko:
        other = refused_digits(text, start, end, before) or _date_or_share(text, start, end, before)
        if other is not None:
            return other
    if ko and _TEAM.search(text[max(0, start - 2) : end]):
        return nothing(start, end)
    if ko:
        end = _without_next_word(text, end)
    if not zh and text.startswith("분의", end):
        share = FRACTION.match(text, start)
        if share and share["above"] and share.end("below") == end:
            return fraction(share)
    figure = _read(text, start, end, zh, ko)
    if before in (".", "．"):
        _take_point(text, figure)
    take_sign(text, figure)
    if not attach_unit(text, figure, spelled=bool(ko or zh)):
        return nothing(start, figure.end)
    if figure.unit is None:
        take_currency(text, figure)
    elif zh and _SHORTHAND.search(text, start, figure.numeral[1]):
        figure.doubt(PLACE)
    if figure.unit is None and text[figure.end : figure.end + 1] in LARGE_ZH:
        figure.doubt(UNCLEAR)  # 10²亿元
    doubt_years(text, figure)
    if (zh or ko) and is_year(text, figure):
        return nothing(start, figure.end)
    if ends_name(text, figure) or is_label(text, figure):
        return nothing(start, figure.end)
    take_fall(text, figure)
    take_minus(text, figure)
    return figure


def _take_point(text: str, figure: Figure) -> None:
    """Take the point of .5 and .5억 into the figure, which has no value where the point may end a sentence."""
    start, end = figure.numeral
    ahead = text[start - 2 : start - 1]
    if figure.value is None or ahead in LETTERS or ahead.isdigit() or ahead in _SENTENCE_ENDS or "," in text[start:end]:
        return
    figure.start, figure.numeral = start - 1, (start - 1, end)
    if ahead == "." or ahead.isalnum():
        figure.doubt(UNCLEAR)
        return
    numeral = f"0.{text[start:end]}".translate(_WIDTH)
    figure.value = _number(numeral) if numeral[2:].isdigit() else (read_zh(numeral) or read_ko(numeral))
    figure.problem = UNCLEAR if figure.value is None else None


def _below_zero(text: str, found: re.Match[str]) -> Figure | None:
    """The figure of 同比-3.2%, where the dash of a name (北溪-2) is a minus; None for a name."""
    start, end = found.span()
    if not is_han(text[start - 2 : start - 1]) or not after_word(text, start) or unclear(text, start, end) is not None:
        return None
    figure = _read(text, start, end, found["zh"], found["ko"])
    attached = attach_unit(text, figure, spelled=bool(found["zh"] or found["ko"]))
    return figure if attached and take_minus(text, figure) else None


def _date_or_share(text: str, start: int, end: int, before: str) -> Figure | None:
    """Plain digits that open a date or a share like 1/10; None when they open neither."""
    after = text[end : end + 1]
    if after in _DATE_MARKS or before in _APOSTROPHES:
        date = DATE_SHAPE.match(text, start - 1) if before in _APOSTROPHES else None
        if before in _APOSTROPHES and before and year_before_figure(text, start - 1):
            return nothing(start, end)
        date = date or DATE_SHAPE.match(text, start)
        if date and not is_figure(text, start, date.end()):
            return nothing(start, date.end())
    if after not in ("/", "／"):
        return None
    share = _slash(text, start, end)
    if share.unit is None and share.numeral[1] == end:
        take_currency(text, share)  # $22/kg
    return share


def _read(text: str, start: int, end: int, zh: str | None, ko: str | None) -> Figure:
    numeral = text[start:end]
    if zh:
        value = read_zh(numeral)
        if value is None and numeral[-1] in "千兆百两":
            end -= 1
            value = read_zh(text[start:end])
    else:
        value = read_ko(numeral) if ko else _number(numeral)
    figure = figure_of(start, end, value, share=bool(zh) and "分" in numeral)
    figure.open = (bool(zh) and not _ABOUT.isdisjoint(numeral)) or "여" in numeral
    if value is None:
        figure.problem = IMPOSSIBLE if zh or ko else TOO_LONG
    elif zh and shares_magnitude(numeral):
        figure.doubt(UNCLEAR)
    return figure


def _number(numeral: str) -> Decimal | None:
    """Digits with separators, decimals and a power; None when they are too many."""
    power = _POWER_OF_TEN.search(numeral)
    plain = numeral[: power.start() if power else None].translate(_WIDTH).replace(",", "")
    if len(plain) > MOST_DIGITS:
        return None
    if power:
        return Decimal(plain or 1).scaleb(int((power[1] or power[2]).translate(_WIDTH)))
    base, sign, exponent = plain.partition("^")
    if not sign:
        return Decimal(plain)
    return Decimal(base) ** int(exponent) if Decimal(base) else None


def _without_next_word(text: str, end: int) -> int:
    """Where a Korean numeral ends, once a syllable that begins the next word is given back (3조사, 19 백신)."""
    last, after = text[end - 1], text[end : end + 1]
    spaced = text[end - 2] == " "
    if last not in _NEXT_WORD or not is_syllable(after):
        return end
    if after in _NEXT_WORD[last] or (spaced and unit_at(text, end) is None):
        return end - (2 if spaced else 1)
    return end


def _slash(text: str, start: int, end: int) -> Figure:
    """1/10 is a share; 5/17/2018, 7876/7886 and 5/6G are not."""
    plain = figure_of(start, end, _number(text[start:end]))
    before, ahead = text[start - 1 : start], text[start - 2 : start - 1]
    share = _SLASH.match(text, start)
    if share is None or before == "/" or (before == "-" and ahead.strip()):
        return plain
    whole, _, above = share[1].rpartition(" ")
    below = _number(share[2])
    if text[share.end() : share.end() + 1] in LETTERS:
        return nothing(start, share.end())  # 2/3G
    unit = unit_at(text, share.end())
    if unit is not None and unit.kind == "none":
        return nothing(start, share.end())  # 2/3차년도
    if not below or max(len(above), len(whole), len(share[2])) > 4 or unit is not None:
        return plain
    if _LARGE_BEHIND.match(text, share.end()):
        return unread(text, start, share.end(), UNCLEAR)  # 3/4亿元: a part of it, or two figures
    value = (_number(above) or Decimal(0)) / below + ((_number(whole) or 0) if whole else 0)
    figure = figure_of(start, share.end(), value, share=True)
    take_sign(text, figure)
    return figure
