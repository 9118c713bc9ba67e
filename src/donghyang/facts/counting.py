"""Which figures can be the value of a goal: no conversion, no series, no length of time but one that is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.deadlines import LEAD
from donghyang.facts.roles import BRACKET, FIRM
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.facts.deadlines import Deadline
    from donghyang.records import Quantity

_OPENS = frozenset('“‘"『「')
_SLOGAN = lazily(r"[^“”\n]{1,8}[”’\"』」]")
"""Behind the count of a slogan, its last words and the closing quote."""
_CONVERSION = lazily(r"[(（](?:약|约)?\s?$")
_OTHER_TIME = lazily("매년|해마다|향후 (?!.*년)|장기적으로|기존|현재(?!의)|종전|지난")
"""Words before a figure that take it out of the deadline's time."""
_LAST_FIGURE = lazily(r".*[0-9]")
"""What stands before the figure in front: in 매년 40명씩 총 120명 the year-by-year is the first one's."""
_THAN = lazily(rf"{BRACKET}\s?(?:보다|대비|에 비해)")
_FOLLOWED = lazily(rf"{BRACKET}\s[^,，\n]{{0,16}}에 이어\s")
"""Behind what came before: 올해 80개 단지에 이어."""
_OUT_OF = lazily(r"\s?중(?:에서?)?\s")
_COUNTS_GOALS = lazily(
    r"\s(?:(?:분야|부문|방면)(?:에서|에|의)?\s(?:[0-9]{1,3}개\s)?)?(?:지표|목표|과제|조치|임무)[를을]?\s(?:제시|설정|명시|발표|확정)"
)
_UNITS_OF_TIME = frozenset(("년", "개월", "일", "시간", "주", "분", "年", "个月", "天", "小时", "달", "초", "周"))
_LASTING = lazily(
    r"(?:[가-힣] ?(?:시간|기간|일수|주기|수명|연한|연령)|수명|주기)\*?(?:[을를은는이가도]|의 [가-힣]{2,4}[을를은는])?\s"
    r"(?:(?:현재|현행|평균|기존|종전|약|최대|최장|최소)\s|[^\s,]{1,12}(?:에서|까지)\s)*$"
)
"""What lasts, right before how long it is to last: 평균 대기시간은 , 기대수명을 현재 77세에서 ."""
_MOST_IN_SERIES = 100
_CUT = lazily(r"(?:\s?(?:이내|이하|미만|이상))?으?로\s(?:크게\s)?(?:줄[이일여]|단축|늘[리릴려]|연장|앞당[기길겨])")
"""Behind a span of time that is what is to be reached: 심사를 60일 이내로 줄이는."""
_THING = lazily(r"[가-힣](?<![에서로와과의을를은는])\s$")
_GROWN = lazily(r"로\s(?:확대|늘|증설|증차)")
"""Behind a number of 대 that machines grow to: 이를 90대로 확대."""
_PHASES = frozenset(("기", "차", "호", "단계"))
_MOST_PHASES = 10
_PHASE = lazily(r"(?:은|는|의)?\s(?:사업|공사|공장)?")
"""Behind the number of a phase: 2기는 2025년까지 증설."""
_OBJECT = lazily("(?:이상|이하|미만)?(?:[을를]|으?로|까지)(?=[\\s,])")
"""Around a number of 대 that counts machines, a noun and a particle: 굴착기 16대를, where 8대 과제 is a series."""


def counts(text: str, quantity: Quantity, deadline: Deadline) -> bool:
    """Whether a figure can be the value of a goal: no span of time unless it is one that is measured (대기시간을
    18시간으로 단축), no conversion in brackets, no N대.
    """
    if _is_in_slogan(text, quantity):
        return False
    bare = quantity.kind == "number" and quantity.bound not in FIRM
    if bare or quantity.value is None or _is_series(text, quantity):
        return False
    if quantity.unit in _UNITS_OF_TIME and not _is_measured(text, quantity):
        return False
    if quantity.start < deadline.end and quantity.end > deadline.start:
        return False
    before = text[max(0, quantity.start - LEAD) : quantity.start]
    if _CONVERSION.search(before[-4:]) or _OTHER_TIME.search(_LAST_FIGURE.sub("", before)):
        return False
    if quantity.unit == "개" and _COUNTS_GOALS.match(text, quantity.end):
        return False
    if quantity.high is not None and text.startswith("에서", quantity.end):
        return False  # 수심 200~600m에서
    if quantity.unit in _PHASES and quantity.value < _MOST_PHASES and _PHASE.match(text, quantity.end):
        return _THING.search(before) is not None  # 2기는, where 위성 2기는 counts
    if _FOLLOWED.match(text, quantity.end):
        return False
    return _OUT_OF.match(text, quantity.end) is None and _THAN.match(text, quantity.end) is None


def _is_in_slogan(text: str, quantity: Quantity) -> bool:
    """Whether a count in quotes is the name of a policy: “七个新”, “两个维护”."""
    opened = text[quantity.start - 1 : quantity.start] in _OPENS
    return quantity.unit == "个" and opened and _SLOGAN.match(text, quantity.end) is not None


def _is_series(text: str, quantity: Quantity) -> bool:
    """8대 과제 and 五大领域 number a series; 1만 대 counts machines, and so does 굴착기 16대를."""
    few = quantity.value is not None and quantity.value < _MOST_IN_SERIES
    named = _THING.search(text[max(0, quantity.start - LEAD) : quantity.start]) is not None
    machines = " " in quantity.text or (named and _OBJECT.match(text, quantity.end)) or _GROWN.match(text, quantity.end)
    return quantity.unit in ("大", "가지", "단계", "方面") or (quantity.unit == "대" and few and not machines)


def _is_measured(text: str, quantity: Quantity) -> bool:
    """Whether a length of time is itself what is to be reached: 대기시간은 18시간, 60일 이내로 단축."""
    before = text[max(0, quantity.start - 2 * LEAD) : quantity.start]
    return _LASTING.search(before) is not None or _CUT.match(text, quantity.end) is not None
