"""시간에 따라 쌓이는 수가 적힌 빠르기와 기간에서 나오지 않습니다. | An amount does not fit rate and time.

왜: '하루 10만 톤씩 330일'이면 3,300만 톤이고, 100MW로 네 시간 내보내면 400MWh이다.
Why: 100,000 tons a day for 330 days are 33 million tons, and 100 MW over four hours are 400 MWh.
Bad: 하루 20만 톤을 처리해 연 300일 가동하면 처리량은 600만 톤에 이를 전망
Good: 하루 20만 톤을 처리해 연 300일 가동하면 처리량은 6,000만 톤에 이를 전망
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "over-time"
CLASS = "magnitude"
SEVERITY = "warning"

_RATE = lazily(
    r"(?:(?P<일>하루|일일|매일|날마다|일평균)|(?P<시간>시간당|한 시간에|매시간|시속)|(?P<분>분당|분속)|"
    r"(?P<초>초당|매초|초속)|"
    r"(?P<년>매년|해마다|연간|연평균|한 해)|(?P<개월>매월|매달|월평균|다달이)|(?P<주>매주|주당))(?:에|"
    r" 평균| 최대)? ?(?:약 )?(?:[가-힣]{1,6} )?$"
)
_LASTS = lazily(
    r"(?:간|동안|씩|에 걸쳐|에 (?:주파|달리|달려|완주|이동|끝)|[)）]? ?(?:동안)|\s?(?:연속|동안|내내|운전|"
    r"가동|방전|운행|비행|작동|발전|이면|이상|만에))|(?:을|"
    r"를)? ?(?:달리|날|돌|운전|가동|방전|걸)"
)
_STORED = lazily(r"방전|운전|가동|연속|발전|출력을? 내|지속|내보")
_ASIDE = lazily(r"포함|추가로|지난해|전년|작년|이상|이하|누적|최고 속도|이 ?(?:중|가운데)")
_FAR = Decimal(12)
_SLIPS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))
_ROOM = Decimal("0.03")
"""As a share: years of 365 and 366 days, and losses that a round figure leaves out."""
_SECONDS, _WATTS, _JOULES = "s", "W", "J"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates over time, and power over time, with the one stretch of time and the one amount of their sentence."""
    for sentence in sentences(sheet):
        times = [one for one in sentence.figures if _seconds(one) and one.bound in (None, "approx")]
        if not times or _ASIDE.search(sentence.text):
            continue
        for rate in sentence.figures:
            yield from _of_rate(sentence, rate, times)
        if len(times) == 1 and times[0].si:
            yield from _of_power(sentence, times[0])


_DAY = Decimal(86400)
_YEAR = _DAY * 365
_PERIODS = {
    "초": Decimal(1),
    "분": Decimal(60),
    "시간": Decimal(3600),
    "일": _DAY,
    "주": _DAY * 7,
    "개월": _YEAR / 12,
    "년": _YEAR,
}


def _seconds(figure: Quantity) -> Decimal:
    """How long a stretch of time is; 0 for what is none."""
    if figure.si_unit == _SECONDS and figure.si:
        return figure.si
    return (figure.value or Decimal(0)) * _PERIODS.get((figure.unit or "").replace("개년", "년"), Decimal(0))


def _of_rate(sentence: Sentence, rate: Quantity, times: list[Quantity]) -> Iterator[Hit]:
    said = _RATE.search(sentence.ahead(rate))
    if said is None or rate.si_unit == _SECONDS or rate.unit in (None, "%", "%p") or rate.kind in ("rank", "multiple"):
        return
    lasting = [one for one in times if _LASTS.match(sentence.behind(one))]
    totals = [one for one in sentence.figures if one is not rate and one.unit == rate.unit and same_unit(one, rate)]
    if (
        len(lasting) != 1
        or len(totals) != 1
        or rate.bound not in (None, "approx")
        or _RATE.search(sentence.ahead(totals[0]))
    ):
        return
    period, time = _PERIODS[str(said.lastgroup)], lasting[0]
    if not rate.value:
        return
    number = _seconds(time) / period
    yield from _held(rate, time, totals[0], number * rate.value, number)


def _of_power(sentence: Sentence, time: Quantity) -> Iterator[Hit]:
    """'100MW/400MWh 규모로 4시간 연속 방전', '30J을 30펨토초에 내보내 1PW'."""
    powers = [one for one in sentence.figures if one.si_unit == _WATTS and one.si]
    amounts = [one for one in sentence.figures if one.si_unit == _JOULES and one.si]
    if len(powers) != 1 or len(amounts) != 1 or powers[0].bound or amounts[0].bound:
        return
    power, amount = powers[0], amounts[0]
    assert power.si is not None
    assert amount.si is not None
    assert time.si is not None
    off = power.si * time.si / amount.si
    room = _room(power) + _room(time) + _room(amount) + _ROOM
    if abs(off - 1) <= room or not (
        _STORED.search(sentence.text) or any(abs(off / slip - 1) <= _ROOM for slip in _SLIPS)
    ):
        return
    if not 1 / _FAR <= off <= _FAR and not any(abs(off / slip - 1) <= _ROOM for slip in _SLIPS):
        return
    last = max((power, amount, time), key=lambda one: one.start)
    right = (last.value or Decimal(0)) * (off if last is amount else 1 / off)
    message = Message(
        f"출력과 시간으로 셈하면 {shown_like(right, last)}{last.unit}입니다.",
        f"it is {shown_like(right, last)} {last.unit}.",
    )
    related = tuple((one.start, one.end) for one in (power, amount, time) if one is not last)
    yield Hit(last.start, last.end, message, related)


def _room(figure: Quantity) -> Decimal:
    assert figure.value is not None
    about = Decimal("0.05") if figure.bound == "approx" else Decimal(0)
    return step(figure) / 2 / figure.value + about if step(figure) < 1 else about


def _held(rate: Quantity, time: Quantity, total: Quantity, worth: Decimal, number: Decimal) -> Iterator[Hit]:
    about = step(rate) / 2 * number if rate.bound else Decimal(0)
    room = about + worth * _ROOM + step(total) / 2 * (step(total) < worth * _ROOM)
    assert total.value is not None
    if fits(total, worth - room, worth + room):
        return
    off = total.value / worth
    if 1 / _FAR <= off <= _FAR or any(abs(off / slip - 1) <= _ROOM for slip in _SLIPS):
        message = Message(f"셈하면 {shown_like(worth, total)}입니다.", f"the figures give {shown_like(worth, total)}.")
        yield Hit(total.start, total.end, message, ((rate.start, rate.end), (time.start, time.end)))
