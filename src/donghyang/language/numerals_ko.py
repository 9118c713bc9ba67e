"""Korean numerals: digits with 만, 억, 조, 경, Sino-Korean words, native words and their mixed forms.

Groups must come down in size (1조 6,500억, 3만 4천 500); a group that does not makes the numeral impossible
(1조 2천만 억).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from donghyang.language.numerals_zh import LONGEST, whole_if_even
from donghyang.language.patterns import lazily

DIGITS = "영일이삼사오육칠팔구"
SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
NATIVE = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60,
    "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
"""Native numerals, as they count and as they stand before a noun (표준어 규정 제17항: 세, 석, 서 …)."""

_TENS = "열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
_ONES = "하나|한|둘|두|셋|세|석|넷|네|넉|다섯|여섯|일곱|여덟|아홉"
NATIVE_PATTERN = f"(?:(?:{_TENS})(?:{_ONES})?|{_ONES})"
_DIGIT = "[일이삼사오육륙칠팔구]"
_SECTION = f"(?:{_DIGIT}?천)? {{0,2}}(?:{_DIGIT}?백)? ?(?:{_DIGIT}?십)?{_DIGIT}?"
SINO_PATTERN = f"(?:(?:{_SECTION}조) {{0,2}})?(?:(?:{_SECTION}억) {{0,2}})?(?:(?:{_SECTION}만) {{0,2}})?{_SECTION}"
"""Words only; may match nothing, and its readers ask for a length."""

_WIDTH = str.maketrans("０１２３４５６７８９．，륙공", "0123456789.,육영")
_TOKEN = lazily(r"[0-9]+(?:\.[0-9]+)?|.")
_NATIVE = lazily(f"({_TENS})?({_ONES})?")
_LONGEST = 64


@lru_cache(maxsize=8192)
def read_ko(numeral: str) -> Decimal | None:
    """The value of a Korean numeral, None when it cannot exist or is no numeral at all.

    Width, spaces and separators make no difference, and 여 inside is passed over (20여 만). 천 or 백 without a digit
    before it counts once (29만 천 890).
    """
    if len(numeral) > LONGEST:
        return None
    plain = "".join(numeral.translate(_WIDTH).replace(",", "").replace("여", "").split())
    if not plain or len(plain) > _LONGEST:
        return None
    total = section = Decimal(0)
    digit: Decimal | None = None
    small, big = 10**4, 10**20
    for token in _TOKEN.findall(plain):
        if token in SMALL:
            if SMALL[token] >= small:
                return None
            small = SMALL[token]
            section += (Decimal(1) if digit is None else digit) * small
            digit = None
        elif token in BIG:
            if BIG[token] >= big or (digit is None and not section):
                return None
            group = (section + (digit or 0)) * BIG[token]
            if group >= big:
                return None
            big = BIG[token]
            total += group
            section, digit, small = Decimal(0), None, 10**4
        else:
            if digit is not None or not (token in DIGITS or token[0].isdigit()):
                return None
            digit = Decimal(DIGITS.index(token)) if token in DIGITS else Decimal(token)
            if (digit >= small and section) or digit >= big:
                return None
    return whole_if_even(total + section + (digit or 0))


@lru_cache(maxsize=1024)
def read_native(numeral: str) -> Decimal | None:
    """The value of a native numeral (두, 스물다섯, 쉰두), None when it is none."""
    found = _NATIVE.fullmatch(numeral)
    if not found or not numeral:
        return None
    return Decimal(sum(NATIVE[part] for part in found.groups() if part))
