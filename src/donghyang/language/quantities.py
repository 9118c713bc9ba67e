"""Figures in running text: one pass over the characters finds every numeral, in digits or words, with its unit.

The pass is one regular expression anchored on the characters a numeral may begin with; what it catches is read by the
grammar of its language. Addresses, identifiers (GB18030, 5G), ordinals (제20차) and dates are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language.dates import DATE_SHAPE
from donghyang.language.numerals_ko import NATIVE_PATTERN, SINO_PATTERN, read_ko, read_native
from donghyang.language.numerals_zh import read_zh
from donghyang.language.tables import read_table
from donghyang.language.units import Unit, unit_at
from donghyang.records import Message

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Figure:
    """A numeral and the unit behind it."""

    start: int
    end: int
    """After the unit, or after the numeral where there is no unit."""
    numeral: tuple[int, int]
    """Where the numeral alone stands, sign included."""
    value: Decimal | None
    unit: Unit | None
    open: bool = False
    """Left open upwards by 余, 多 or 여: 720余家, 1천여 건."""
    problem: Message | None = None
    share: bool = False
    """A share written out: 百分之五 (percent), 三分之一 and 3분의 1 (multiple)."""


_N = "0-9０-９"
_ZH = "〇零○一二三四五六七八九十百千万亿壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟萬億"
_ZH_PLAIN = _ZH.replace("千", "")
_ZH_DIGIT = "〇零○一二三四五六七八九壹贰貳叁叄參肆伍陆陸柒捌玖0-9０-９"
_KO = "일이삼사오육륙칠팔구십백천만영"
_KO_NATIVE = "한하두둘세셋석네넷넉다여일아열스서마쉰예절반"
_LIANG = "[两兩俩倆](?=[百千万亿佰仟萬億])"
_KILO_WORD = "千(?![克瓦卡赫伏帕焦比字])"
_KILO = "千(?![米克瓦卡伏安帕赫焦牛字比])"
_MEGA = "兆(?![瓦赫帕比伏欧焦字位])"

_PARTS = rf"\ {{0,2}}分\ {{0,2}}之\ {{0,2}}[负負]?(?=[{_ZH}{_N}])"

_SCAN = re.compile(
    rf"""
    [{_N}{_ZH}两兩俩倆半对對负負{_KO}{_KO_NATIVE}](?:
      # digits, with separators and decimals; a chain of points (2023.2.6, 192.168.1.2) is taken whole
      (?<=[{_N}])(?:
          (?P<chain>[{_N}]*+(?:[.．][{_N}]++){{2,}}+)
        | (?P<digits>
            (?:[{_N}]{{0,2}}(?:,[0-9]{{3}}|，[０-９]{{3}})++(?![{_N}])|[{_N}]*+)
            (?:[.．][{_N}]++)?+
            (?:
              # Chinese magnitudes: 1亿2000万, 25万6千, 3又一千分之23
              (?P<zh>(?:\ ?[余餘多几幾]?\ ?[万萬亿億]|{_KILO}|[百佰仟]|{_MEGA}|\ ?又(?=[{_ZH}{_N}]+\ ?分)|{_PARTS})
                (?:[百万亿萬億佰仟十拾{_ZH_DIGIT}]|\ ?{_KILO}|\ 百|{_MEGA}|{_LIANG}|,[0-9]{{3}}(?![0-9])|[.．](?=[{_N}])
                  |\ (?=[{_N}.,]+\ ?[万萬亿億千])|\ [万萬亿億]|\ ?[余餘多几幾]\ ?(?=[万萬亿億])
                  |{_PARTS})*+)
              # Korean magnitudes: 3조 5천억, 2만 1,000, 3만 4천 500
            | (?P<ko>\ ?[십백천만억조경](?:\ ?[십백천만억조경]|\ ?[{_N}]++(?:[,.][{_N}]++)?+(?=\ ?[십백천만억조])
                  |\ [0-9]{{1,3}}(?:,[0-9]{{3}})++|\ [0-9]{{3,4}}(?![{_N}])|[{_N}]++(?:,[{_N}]{{3}})*+)*+)
            | (?P<power>[eE][+－-]?[{_N}]{{1,2}}+(?![{_N}A-Za-z])|\^-?[{_N}]{{1,2}}+)
            )?+))
      # Chinese characters: 二十万亿, 三分之一, 一百四十四点五
    | (?<=[{_ZH}两兩俩倆半负負])(?P<words>
        (?:\ {{0,2}}(?:[{_ZH_PLAIN}]|{_KILO_WORD}|{_LIANG})|[{_N}]++|,[0-9]{{3}}(?![0-9])|[.．](?=[{_N}])|{_MEGA}
          |\ ?[点點]\ ?(?=[{_ZH_DIGIT}])|\ ?[余餘多几幾]\ ?(?=[万萬亿億])
          |{_PARTS}|\ ?又\ ?(?=[{_ZH}{_N}\ ]+分))*+)
      | (?<=[对對])(?=折)(?P<half>)
      # Korean words stand at the beginning of a word: 두 가지, 일백억, 삼분의 이
    | (?<=[{_KO}{_KO_NATIVE}])(?<![가-힣{_N}].)(?P<hangul>)
    )""",
    re.VERBOSE,
)

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>「」『』（）《》，。、；]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
)
_HIDDEN = re.compile(r"<su[bp]>[^<]{0,8}</su[bp]>(?<!<sup>2</sup>)(?<!<sup>3</sup>)")
_LETTERS = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
)
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_DATE_MARKS = frozenset("年년月월일日号號-./ 시时時点點")
_DASHES = frozenset("-‐–")
_APOSTROPHES = frozenset("'’‘＇")
_QUOTES = frozenset("“”‘’\"'")
_BRACKETS = frozenset("（(")
_NOT_BEFORE = frozenset("第之统唯同专单逐不进周期初万其数數几幾星老")
_BEFORE, _AFTER = frozenset("是为前达共"), frozenset("那这的和与不")
_OPEN = frozenset("余餘多几幾来來여")
_MANY = frozenset("数數几幾上近百千数수몇")
_MAGNITUDES = frozenset("万萬亿億兆百千만억조경천백십")
_PARTICLES = frozenset("이가은는을를과와의에도로으만까씩당여짜간쯤내입였")
_FULL = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")
_MINUS = ("-", "−", "－", "–")
_BELOW = ("영하", "영하 ", "零下", "마이너스", "마이너스 ", "섭씨 영하 ")
_CURRENCY = {"$": "美元", "＄": "美元", "￥": "元", "¥": "元", "€": "欧元", "£": "英镑", "₩": "원"}
_KO_TAIL = {
    "조": "사치항직례합건정선명약금류", "경": "기우제쟁로험영계", "천": "연문막체", "백": "신서화업금색지",
    "만": "들족약화료기찬성일", "억": "제류울압", "십": "",
}  # fmt: skip
"""Syllables that make a word with a magnitude, not a number: 3조사, 5경기, 19 백신."""
_SPACED_WORDS = ("회의", "회로", "개인", "건의", "대로", "종이", "개도", "개의", "건이", "위에", "일로", "점의")
_SLASH = re.compile(rf"([{_N}]+(?: [{_N}]+)?)\ ?[/／]\ ?([{_N}]+)(?![{_N}]|\ ?[/／.．])")
_KO_FRACTION = re.compile(
    rf"(?:(?P<whole>{SINO_PATTERN})[과와] )?(?P<below>[0-9]+|{SINO_PATTERN})분의 ?(?P<minus>마이너스 )?(?P<above>[0-9]+|{SINO_PATTERN})"
)
_SINO = re.compile(SINO_PATTERN)
_NATIVE = re.compile(NATIVE_PATTERN)
_SUBUNIT = re.compile(rf"\ ?([{_N}]+|[{_ZH_DIGIT}])\ ?(角|毛|센트)(?:([{_N}]|[{_ZH_DIGIT}])分)?")
_HAN_DIGITS = frozenset("一二三四五六七八九")
_PER = re.compile(r"[百千万佰仟萬 ]+")
_FAR_SPACE = re.compile(r"[ \u00a0]{1,6}")

IMPOSSIBLE = Message(
    "있을 수 없는 수: 자릿수가 차례로 내려가지 않음",
    "a numeral that cannot exist: its groups do not come down in size",
)
TOO_LONG = Message("수로 읽기에는 너무 긴 숫자열", "too many digits for a figure")


@cache
def _refused() -> frozenset[str]:
    """Words that begin with a numeral and are none: 一些, 十分, 百度, 두산 (data/words_not_numbers.tsv)."""
    return frozenset(row[0] for row in read_table("words_not_numbers.tsv"))


def blank_addresses(text: str) -> str:
    """The text with addresses of pages and mail, and small raised or lowered marks, blanked to spaces of equal length."""
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    if "<su" in text:
        text = _HIDDEN.sub(
            lambda found: found[0] if found[0] in ("<sup>2</sup>", "<sup>3</sup>") else " " * len(found[0]), text
        )
    return text


def figures(text: str) -> Iterator[Figure]:
    """Every figure of the text in order, with or without a unit; nothing where there is none.

    Spans count characters of `text`. What is written as a numeral and cannot exist comes with `problem` and no value.
    """
    blank = blank_addresses(text)
    done = 0
    for found in _SCAN.finditer(blank):
        if found.start() < done:
            continue
        group = found.lastgroup
        if group == "hangul":
            figure = _hangul(blank, found.start())
        elif group == "words" or group == "half":
            figure = _words(blank, found.start(), found.end())
        elif group == "chain":
            done = found.end()
            yield from _chain(blank, found.start(), found.end())
            continue
        else:
            figure = _digits(blank, found)
        if figure is not None:
            done = figure.end
            if figure.numeral[1] > figure.numeral[0]:
                yield figure


def _skip(start: int, end: int) -> Figure:
    """Nothing to report up to `end`."""
    return Figure(start, end, (start, start), None, None)


def _chain(text: str, start: int, end: int) -> Iterator[Figure]:
    """192.168.1.2 is four numbers; 2023.2.6 is a date, and a version behind a letter is a name."""
    if DATE_SHAPE.match(text, start) or (start and text[start - 1] in _LETTERS):
        return
    at = start
    for part in re.split(r"[.．]", text[start:end]):
        if part and len(part) < 40:
            yield Figure(at, at + len(part), (at, at + len(part)), Decimal(part.translate(_FULL)), None)
        at += len(part) + 1


def _digits(text: str, found: re.Match[str]) -> Figure | None:
    start, end = found.span()
    before = text[start - 1] if start else ""
    if before in _LETTERS or (before in _DASHES and text[start - 2 : start - 1].isalpha()):
        return _skip(start, end)  # GB18030, Top10, IMT-2030
    if before == "." and text[start - 2 : start - 1] in _LETTERS:
        return _skip(start, end)  # BQ.1, No.5
    if before == " " and start > 2 and text[start - 2] == "-" and text[start - 3] in _LETTERS:
        return _skip(start, end)
    if (before == "제" and not "가" <= text[start - 2 : start - 1] <= "힣") or before == "第":
        return _ordinal(text, start, end)
    after = text[end] if end < len(text) else ""
    zh, ko = found["zh"], found["ko"]
    if not zh and not ko and (after in "年년月월日일号號-./ 년" or before in _APOSTROPHES):
        date = DATE_SHAPE.match(text, start - 1) if before in _APOSTROPHES else None
        date = date or DATE_SHAPE.match(text, start)
        if date:
            return _skip(start, date.end())
    if after in ("/", "／") and not zh and not ko:
        return _slash(text, start, end)
    if ko:
        end = _trim(text, end)
        ko = text[found.start("ko") : end]
    if text.startswith("분의", end) and not zh:
        fraction = _KO_FRACTION.match(text, start)
        if fraction and fraction["above"]:
            return _fraction(fraction)
    numeral = text[start:end]
    if zh:
        value = read_zh(numeral)
        if value is None and numeral[-1] in "千兆百两":
            end -= 1
            value = read_zh(text[start:end])
    elif ko:
        value = read_ko(numeral)
    else:
        value = _number(numeral)
    figure = Figure(start, end, (start, end), value, None, share=bool(zh) and "分" in numeral)
    if before == "." and not text[start - 2 : start - 1].isalnum() and value is not None and numeral.isdigit():
        figure.value, figure.start = Decimal(f"0.{numeral}"), start - 1  # .5
    if value is None:
        figure.problem = IMPOSSIBLE if zh or ko else TOO_LONG
    _sign(text, figure)
    if not _unit(text, figure, spelled=bool(ko or zh)):
        return _skip(start, figure.end)
    if figure.unit is None and before in _CURRENCY:
        figure.unit = unit_at(_CURRENCY[before], 0)
        figure.start -= 1
    return figure


def _number(numeral: str) -> Decimal | None:
    """Digits with separators, decimals and a power."""
    plain = numeral.translate(_FULL).replace(",", "")
    if len(plain) > 40:
        return None
    base, power, exponent = plain.partition("^")
    if power:
        if Decimal(base) == 0:
            return None
        return Decimal(base) ** int(exponent)
    return Decimal(plain)


def _trim(text: str, end: int) -> int:
    """Where a Korean numeral ends, once a syllable that begins the next word is given back (3조사, 19 백신)."""
    last = text[end - 1]
    after = text[end : end + 1]
    if last in _KO_TAIL and after and after in _KO_TAIL[last]:
        return end - (2 if text[end - 2] == " " else 1)
    if last in _KO_TAIL and text[end - 2] == " " and "가" <= after <= "힣" and unit_at(text, end) is None:
        return end - 2
    return end


def _slash(text: str, start: int, end: int) -> Figure:
    """1/10 is a share; 5/17/2018, 5G/6G and 7876/7886 are not."""
    fraction = _SLASH.match(text, start)
    if (
        not fraction
        or text[start - 1 : start] == "/"
        or (text[start - 1 : start] == "-" and text[start - 2 : start - 1].strip())
    ):
        return _plain(text, start, end)
    below = _number(fraction[2])
    whole, _, above = fraction[1].rpartition(" ")
    if not below or len(fraction[1]) > 4 or len(fraction[2]) > 4 or unit_at(text, fraction.end()) is not None:
        return _plain(text, start, end)
    value = (_number(above) or Decimal(0)) / below + (_number(whole) or 0 if whole else 0)
    figure = Figure(start, fraction.end(), (start, fraction.end()), value, None, share=True)
    _sign(text, figure)
    return figure


def _plain(text: str, start: int, end: int) -> Figure:
    return Figure(start, end, (start, end), _number(text[start:end]), None)


def _sign(text: str, figure: Figure) -> None:
    """Take a minus into the figure: -5%, 负0.2, 영하 5도; a dash between two words or numbers is none."""
    start = figure.start
    before = text[start - 1 : start]
    if before in _MINUS and before:
        ahead = text[start - 2 : start - 1]
        if ahead.isalnum() or ahead in _MINUS or ahead in (")", "）", "%", "％"):
            if ahead:
                return
        figure.start = start - 1
    elif text[max(0, start - 5) : start].endswith(_BELOW):
        figure.start = next(start - len(word) for word in _BELOW if text.startswith(word, start - len(word)))
    elif before in ("负", "負"):
        figure.start = start - 1
    if figure.start < start:
        figure.numeral = (figure.start, figure.numeral[1])
        figure.value = -figure.value if figure.value is not None else None


def _ordinal(text: str, start: int, end: int) -> Figure:
    """第13个 and 제13번째 name a place in a series: a number without unit. 제20차, 第四届 are names and nothing."""
    unit = unit_at(text, end)
    value = (
        _number(text[start:end])
        if text[start:end].translate(_FULL).replace(",", "").isdigit()
        else read_zh(text[start:end])
    )
    if value is None or unit is None or unit.form not in ("个", "個", "家", "项", "座", "번째"):
        return _skip(start, end + (len(unit.form) if unit else 0))
    return Figure(start - 1, end + len(unit.form), (start, end), value, None)


def _words(text: str, start: int, end: int) -> Figure | None:
    """A numeral that begins with a Chinese character."""
    first = text[start]
    before = text[start - 1] if start else ""
    if first in "负負" and end - start == 1:
        return None
    if end - start == 1:
        return _single(text, start, before)
    if before == "第":
        return _ordinal(text, start, end)
    if before in _MANY:
        return _skip(start, end)
    date = DATE_SHAPE.match(text, start)
    if date:
        return _skip(start, max(date.end(), end))
    if first == "十" and text.startswith("十分", start) and "分之" not in text[start : end + 2]:
        return _skip(start, end)
    numeral = text[start:end]
    value = read_zh(numeral)
    while value is None and end - start > 2 and numeral[-1] in "千兆百两分之又":
        end -= 1
        numeral = text[start:end]
        value = read_zh(numeral)
    if numeral.startswith(("半百",)):
        value = Decimal(50)
    discount = text[end : end + 1 + (text[end : end + 1] == " ")].endswith("折")
    if value is None and discount and len(numeral.replace(" ", "")) == 2:
        value = _pair(numeral.replace(" ", ""))
    if value is None:
        return _refuse(text, start, end)
    if numeral in _refused() or text[start : end + 1] in _refused():
        return _skip(start, end)
    figure = Figure(start, end, (start, end), value, None, share="分" in numeral)
    if figure.share:
        _percent(text, figure)
    if not _unit(text, figure, spelled=True):
        return _skip(start, figure.end)
    if (
        figure.unit is None
        and not figure.share
        and before in _QUOTES
        and text[end : end + 1] in _QUOTES
        and end - start > 1
    ):
        return _skip(start, end)
    return figure


def _percent(text: str, figure: Figure) -> None:
    """百分之五, 千分之二点四 and 千万分之六 are per cent; 三分之一 and 一百分之二 stay shares of one."""
    below = text[slice(*figure.numeral)].partition("分")[0]
    if figure.value is not None and _PER.fullmatch(below):
        figure.value, figure.unit, figure.share = figure.value * 100, unit_at("%", 0), False
        if text[figure.end : figure.end + 1] in ("k", "K") or text[figure.end : figure.end + 2] in (" k", " K"):
            figure.value *= 1000


def _pair(numeral: str) -> Decimal | None:
    """三八折, 九九折: two digits of a discount."""
    places = [read_zh(digit) for digit in numeral]
    return None if None in places else Decimal("".join(str(place) for place in places))


def _refuse(text: str, start: int, end: int) -> Figure:
    """What cannot be read: a numeral with several magnitudes is reported, 十四五 and 三四百 are words."""
    numeral = text[start:end]
    if (
        len(numeral) < 40
        and sum(c in "万萬亿億兆" for c in numeral) > 1
        and any(c in _HAN_DIGITS or c in _DIGITS for c in numeral)
    ):
        return Figure(start, end, (start, end), None, unit_at(text, end), problem=IMPOSSIBLE)
    return _skip(start, end)


_STANDS_ALONE = frozenset('，。；：、！？,.;:!? \n\t"“”‘’（）()《》')


def _single(text: str, start: int, before: str) -> Figure | None:
    """One character alone is a numeral before a unit, and without a unit only where it can be nothing else."""
    first, after = text[start], text[start + 1 : start + 2]
    if first in "百千万亿佰仟萬億零〇○负負壹贰貳叁叄參肆伍陆陸柒捌玖拾" or before in _NOT_BEFORE:
        return None
    if (
        text[start : start + 2] in _refused()
        or text[start : start + 3] in _refused()
        or text[start : start + 4] in _refused()
    ):
        return None
    if first in "半对對":
        return Figure(start, start + 2, (start, start + 1), Decimal(50), unit_at("%", 0)) if after == "折" else None
    date = DATE_SHAPE.match(text, start)
    if date:
        return _skip(start, date.end())
    value = read_zh(first)
    figure = Figure(start, start + 1, (start, start + 1), value, None)
    if after == "对" and first == "一":
        return figure
    if not _unit(text, figure, spelled=True):
        return _skip(start, figure.end)
    if figure.unit is not None:
        return figure
    if (not before or before in _STANDS_ALONE or before in _BEFORE) and (
        not after or after in _STANDS_ALONE or after in _AFTER
    ):
        if (after == "、" and (not before or before in _STANDS_ALONE)) or before in _BRACKETS:
            return None  # 一、总体要求; （一）
        return figure
    return None


def _fraction(found: re.Match[str]) -> Figure:
    """3분의 1, 이십과 오분의 삼."""
    printed = found["above"].rstrip()
    kept = printed[:-1] if len(printed) > 1 and printed[-1] in "만조" else printed  # 일만 줘: 만 is a particle
    below, above = read_ko(found["below"]), read_ko(kept)
    whole = read_ko(found["whole"]) if found["whole"] else Decimal(0)
    start, end = found.start(), found.start("above") + len(kept)
    if not below or above is None or whole is None:
        return _skip(start, end)
    value = whole + above / below * (-1 if found["minus"] else 1)
    return Figure(start, end, (start, end), value, None, share=True)


def _hangul(text: str, start: int) -> Figure | None:
    """A numeral in Korean words at the beginning of a word."""
    fraction = _KO_FRACTION.match(text, start)
    if fraction and fraction["below"] and fraction["above"] and not fraction["below"].isdigit():
        return _fraction(fraction)
    if text.startswith("절반", start):
        return Figure(start, start + 2, (start, start + 2), Decimal("0.5"), None, share=True)
    native = _NATIVE.match(text, start)
    if native:
        return _native(text, start, native.end())
    sino = _SINO.match(text, start)
    return _sino(text, start, sino) if sino else None


def _native(text: str, start: int, end: int) -> Figure | None:
    value = read_native(text[start:end])
    if value is None:
        return None
    spaced = text[end : end + 1] == " "
    if text.startswith("번째", end + spaced):
        return Figure(start, end + spaced + 2, (start, end), value, None)
    unit = unit_at(text, end + spaced)
    if unit is None or unit.kind == "none":
        if text[start:end] in ("하나", "둘", "셋", "넷") and not "가" <= text[end : end + 1] <= "힣":
            return Figure(start, end, (start, end), value, None)
        alone = text[start:end] in ("하나",) and text[end : end + 1] in ("만", "를", "의", "로")
        return Figure(start, end, (start, end), value, None) if alone else None
    if len(unit.form) == 1 and not spaced and unit.form not in "개명건배살달" and end - start == 1:
        return None  # 세대, 세종, 한편, 두산, 네팀
    if text[start] == "한" and unit.form not in ("명", "개", "건", "곳", "배", "시간", "달"):
        return None  # 한 번, 한 편, 한 층 are idioms more often than counts
    figure = Figure(start, end, (start, end), value, None)
    return figure if _unit(text, figure, spelled=False) and figure.unit else None


def _sino(text: str, start: int, found: re.Match[str]) -> Figure | None:
    numeral = found[0].rstrip()
    end = start + len(numeral)
    value = read_ko(numeral) if numeral else None
    if value is None:
        return None
    compact = numeral.replace(" ", "")
    if text.startswith(("번째", " 번째"), end) and len(compact) > 1:
        return Figure(start, end, (start, end), value, None)
    if any(len(word) > len(numeral) and text.startswith(word, start) for word in _refused_hangul(text[start])):
        return None
    figure = Figure(start, end, (start, end), value, None)
    if not _unit(text, figure, spelled=True):
        return None
    if figure.unit is not None:
        unit = figure.unit
        attached = not text[end : end + 1] == " "
        if len(compact) == 1 and (
            (compact in "이일사오구영공조" and unit.form not in ("년", "개월", "주", "시간", "퍼센트")) or attached
        ):
            return None
        return figure
    if numeral in _refused() or (len(compact) < 2 and not _alone(text, start, end)):
        return None
    tail = re.compile("(?:입니다|이다|보다|[은는이가을를과와의만로도])?").match(text, end)
    after = text[tail.end() : tail.end() + 1] if tail else ""
    return None if "가" <= after <= "힣" else figure


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line or cell."""
    return text[max(0, start - 2) : start].strip(" ") in ("", "\n", "\t") and text[end : end + 2].strip(" ") in (
        "",
        "\n",
        "\t",
    )


@cache
def _refused_hangul(first: str) -> tuple[str, ...]:
    return tuple(word for word in _refused() if word[0] == first)


def _unit(text: str, figure: Figure, *, spelled: bool) -> bool:
    """Look for the unit behind a numeral; False when what stands there makes the digits no figure (14차, 5G)."""
    at = figure.end
    after = text[at : at + 1]
    if figure.unit is not None:
        return True
    if not after or after in "，。、,.)(\n\t" or (figure.share and after != " "):
        return True
    if after in _OPEN:
        if unit_at(text, at + 1) or text[at + 1 : at + 2] in (" ", "") or after not in "여几幾来來":
            figure.open = True
            at += 1
    elif after in _LETTERS or after in _DIGITS:
        if after in "kK" and text[at + 1 : at + 2] in "个個 " and figure.value is not None:
            figure.value *= 1000
            figure.end = at = at + 1
    gap = _FAR_SPACE.match(text, at)
    spaced = gap.end() - at if gap else 0
    if text[at + spaced : at + spaced + 1] == "大" and text[at + spaced - 1] != "最":
        return _great(text, figure, at + spaced)
    unit = unit_at(text, at + spaced)
    if text[at + spaced : at + spaced + 1] == "折" and spaced < 2 and figure.value is not None:
        figure.value *= 10 if figure.value < 10 else 1
        figure.unit, figure.end = unit_at("%", 0), at + spaced + 1
        return True
    if gap and text[at + spaced : at + spaced + 1] in ("个", "個", "百") and (unit is None or unit.kind == "count"):
        wide, width = _spread(text, at + spaced)
        if wide and wide.kind == "percent":
            figure.unit, figure.end = wide, at + spaced + width
            return True
    if unit is None:
        return after not in _LETTERS or after in "kK"
    end = at + spaced + len(unit.form)
    if spaced and (
        (spaced > 1 and unit.form[0].isascii()) or not _fits(text, unit, at + spaced, end, spelled or figure.open)
    ):
        return True
    if (
        not spaced
        and unit.form in ("원", "엔")
        and "가" <= text[end : end + 1] <= "힣"
        and text[end] not in "이가은는을를과와의에도로으규상대급씩어짜넘보까수"
    ):
        return True
    if unit.form == "方" and not _MAGNITUDES.intersection(text[slice(*figure.numeral)]):
        return True  # 三方 are parties; 千亿方 are cubic metres
    if unit.kind == "none":
        figure.end = end
        return spaced > 0 and unit.form != "번째"
    figure.unit, figure.end = unit, end
    _combine(text, figure)
    return True


def _fits(text: str, unit: Unit, start: int, end: int, spelled: bool) -> bool:
    """Whether what stands behind a space is the unit and not the beginning of a word (2022 개최, 3 건설)."""
    after = text[end : end + 1]
    if not "가" <= unit.form[-1] <= "힣" or not "가" <= after <= "힣":
        return unit.kind != "count" or not "一" <= unit.form[0] <= "龥" or spelled or text[start - 1] != " "
    if (unit.kind == "money" and len(unit.form) > 1) or len(unit.form) > 2:
        return True
    return after in _PARTICLES and (spelled or not text.startswith(_SPACED_WORDS, start))


def _great(text: str, figure: Figure, at: int) -> bool:
    """六大板块, 5大方面: 大 counts what comes after it."""
    after = text[at + 1 : at + 2]
    if not "一" <= after <= "龥" or figure.open:
        return True
    if text[figure.numeral[0]] in "十二" and figure.numeral[1] - figure.numeral[0] > 1:
        return False  # 十九大 is a congress
    figure.unit, figure.end = Unit("大", "count", "大", None, None), at + 1
    return True


def _spread(text: str, at: int) -> tuple[Unit | None, int]:
    """A unit with spaces between its characters: 六 個 百 分點."""
    window = text[at : at + 10]
    kept = [(i, c) for i, c in enumerate(window) if c != " "]
    unit = unit_at("".join(c for _, c in kept), 0)
    return unit, kept[len(unit.form) - 1][0] + 1 if unit else 0


def _combine(text: str, figure: Figure) -> None:
    """两米半, 三成半; 50元6角三分, 64달러 45센트."""
    unit = figure.unit
    if unit is None or figure.value is None:
        return
    if unit.form == "파운드" and set(text[slice(*figure.numeral)]) & {"만", "억", "조"}:
        figure.unit = unit_at("영국 파운드", 0)  # a weight is not counted in tens of thousands of pounds
    elif text[figure.end : figure.end + 1] == "半" and unit.kind in ("measure", "percent", "money"):
        figure.value += Decimal("0.5")
        figure.end += 1
    elif unit.kind == "money" and unit.form in ("元", "块", "달러"):
        small = _SUBUNIT.match(text, figure.end)
        if small:
            part = (read_zh(small[1]) or Decimal(0)) * (Decimal("0.01") if small[2] == "센트" else Decimal("0.1"))
            part += (read_zh(small[3]) or Decimal(0)) * Decimal("0.01") if small[3] else 0
            figure.value += part
            figure.end = small.end()
