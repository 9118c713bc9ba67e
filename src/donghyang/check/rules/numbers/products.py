"""하나에 얼마라는 수와 개수, 전체가 서로 맞지 않습니다. | A figure for each, the number and the whole do not fit.

왜: '매년 3,000명씩 4년 동안 1만 2,000명', '12곳에 36억 위안, 한 곳당 3억 위안'은 곱하거나 나눠 보면 안다.
Why: '3,000 a year for four years, 12,000 in all' and '3.6 bn for 12, 0.3 bn each' can be worked out.
Bad: 매년 2,500명씩 4년 동안 1만 5,000명을 양성할 방침임
Good: 매년 2,500명씩 4년 동안 1만 명을 양성할 방침임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import follows, per_unit, rounded, shown, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.rules.numbers._shared import IN_A_YEAR, Shared, shared
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "products"
CLASS = "ratio"
SEVERITY = "error"

_NOT_WHOLE = lazily(
    r"\s?(?:[으]?로|까지|수준으로|규모로)? ?(?:늘|확대|증가|높|끌어|불어|키우|줄|감소|축소)|\s?(?:보다|대비|"
    r"에서 |에 ?비해|씩|당 |가운데|중 )"
)
_ASIDE = lazily(
    r"(?:이|그) ?(?:중|가운데)|포함|추가|지난해|작년|전년|증가|감소|첫해|초과|이상|이하|미만|평가|최소|별도|"
    r"나머지|이 밖|그 밖|제외|시간당|분당|초당|우선|먼저|1차(?:로|분)"
)
_SUBJECT = lazily(r"(?<![가-힣])[가-힣]{2,}(?:은|는) ")
_OF_WHOLE = lazily(r"총|합|액|규모|전체|대상|모두|수는|비는")
_CLAUSE, _MARKED = lazily(r"[며고],? "), lazily(r"총|모두|합계|전체")
_FAR = Decimal(30)
"""A whole so many times off is one of something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sentences with one figure for each, one number of them, and one whole."""
    for sentence in sentences(sheet):
        if "환산" in sentence.text:
            for at in range(1, len(sentence.figures)):
                yield from _over_a_year(sentence, at)
        elif (len(sentence.figures) > 1 or sentence.before) and not _ASIDE.search(sentence.text):
            for one in shared(sentence):
                yield from _held(sentence, one)
            for at in range(len(sentence.figures) - 1):
                yield from _graded(sentence, at)


def _held(sentence: Sentence, told: Shared) -> Iterator[Hit]:
    each, whole = told.each, told.whole
    if whole.start < sentence.start and _ASIDE.search(sentence.text_before):
        return
    if _NOT_WHOLE.match(sentence.behind(whole).lstrip(")）")) or _goes_on(sentence, told):
        return
    unit = per_unit(each) / per_unit(whole) if each.unit != whole.unit else Decimal(1)
    fewest, most = (one / told.times * unit for one in _values(told.number))
    further = [
        one.value
        for one in sentence.figures
        if (one.kind == "count" or one.si_unit == "s") and one.value and one not in (each, whole, told.number)
    ]
    if any(_fits(each, fewest * more, most * more, whole) for more in (Decimal(1), *further)):
        return
    counted = [one.value * unit for one in sentence.before if one.kind == "count" and one.value]
    if any(_fits(each, number, number, whole) for number in counted):
        return  # the sentence before says how many there are
    assert whole.value is not None
    worth = (each.value or Decimal(0)) * (fewest + most) / 2
    if not worth / _FAR <= whole.value <= worth * _FAR or (each.bound == "<=" and whole.value <= worth):
        return
    by = worth / (each.value or 1)
    yield _hit(told, {each: whole.value / by, whole: worth})


def _hit(told: Shared, worths: dict[Quantity, Decimal]) -> Hit:
    """On the later of each and whole, as that is what was worked out, unless the earlier alone is a slip away."""
    first, last = sorted(worths, key=lambda one: one.start)
    wrong = first if _is_slip(first, worths[first]) and not _is_slip(last, worths[last]) else last
    other = last if wrong is first else first
    figure = shown_like(worths[wrong], wrong)
    message = Message(f"'{other.text}'(으)로 셈하면 {figure}입니다.", f"with '{other.text}' it is {figure}.")
    return Hit(wrong.start, wrong.end, message, ((other.start, other.end), (told.number.start, told.number.end)))


def _is_slip(figure: Quantity, worth: Decimal) -> bool:
    return one_slip_apart(figure, replace(figure, value=rounded(worth, figure)))


_GRADE = lazily(r"급(?:의|인)? (?:[가-힣]{1,8} ){0,2}[가-힣]{1,8}(?: 등)? ?$")
_IN_ALL = lazily(r"(?:총|모두|전체|합계|합쳐)(?: [가-힣]{1,6}){0,2}(?:은|는|이|가|을|를)? ?(?:약 )?$")


def _graded(sentence: Sentence, at: int) -> Iterator[Hit]:
    """'8MW급 터빈 50기로 모두 400MW': what one yields, how many there are, and what all yield."""
    rate, number = sentence.figures[at : at + 2]
    if rate.si is None or rate.bound or number.kind != "count" or number.bound or not number.value:
        return
    if not _GRADE.fullmatch(sentence.between(rate, number)):
        return
    alike = [one for one in sentence.figures if one is not rate and one.si_unit == rate.si_unit and one.si]
    if len(alike) != 1 or not _IN_ALL.search(sentence.ahead(alike[0])) or alike[0].bound not in (None, "approx"):
        return
    whole = alike[0]
    assert whole.si is not None
    each = whole.si / number.value * (rate.value or 1) / rate.si
    room = step(whole) / 2 * (each / (whole.value or 1))
    if not follows(rate, (each - room, each + room)):
        worth = f"{shown(each)}{rate.unit}"
        message = Message(f"'{number.text}'(으)로 나누면 {worth}입니다.", f"over {number.text} it is {worth} each.")
        yield Hit(whole.start, whole.end, message, ((rate.start, rate.end), (number.start, number.end)))


_YEARLY = lazily(r"연(?:간(?:으로)?)? ?(?:으로 )?환산(?:하면| 시|할 경우| 기준)?,? ?(?:약 )?$")
_DAILY = lazily("하루|일일|매일|일평균")


def _over_a_year(sentence: Sentence, at: int) -> Iterator[Hit]:
    """'하루 72만 톤, 연간 환산 시 약 2.63억 톤': the figure of a day or a month before it, times those of a year."""
    whole, daily = sentence.figures[at], [one for one in sentence.figures[:at] if one.unit == sentence.figures[at].unit]
    if not daily or not _YEARLY.search(sentence.ahead(whole)) or whole.bound not in (None, "approx") or daily[-1].bound:
        return
    lead = sentence.text[: daily[-1].start - sentence.start]
    numbers = IN_A_YEAR["일"] if _DAILY.search(lead) else IN_A_YEAR["개월"] if "월" in lead else ()
    if numbers and not _fits(daily[-1], min(numbers), max(numbers), whole):
        worth = shown_like((daily[-1].value or Decimal(0)) * numbers[0], whole)
        message = Message(f"'{daily[-1].text}'(으)로 셈하면 {worth}입니다.", f"with '{daily[-1].text}' it is {worth}.")
        yield Hit(whole.start, whole.end, message, ((daily[-1].start, daily[-1].end),))


def _goes_on(sentence: Sentence, told: Shared) -> bool:
    """Does the line turn to something else between a figure for each and the whole behind it?"""
    if not sentence.start <= told.each.end <= told.whole.start:
        return False
    between = sentence.between(told.each, told.whole)
    topic = [one for one in _SUBJECT.finditer(between) if not _OF_WHOLE.search(one[0]) and told.name not in one[0]]
    worked_out = between.endswith("하면 ") and "," in between
    return bool(topic) or (_CLAUSE.search(between) is not None and not _MARKED.search(between) and not worked_out)


def _values(number: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that the printed digits allow; whole ones are exact."""
    value, room = number.value or Decimal(0), step(number) / 2 if step(number) > 1 else Decimal(0)
    return value - room, value + room


def _fits(rate: Quantity, fewest: Decimal, most: Decimal, whole: Quantity) -> bool:
    """Does the whole, as it is printed, follow from the two, or the figure for each from the whole?"""
    assert rate.value is not None
    assert whole.value is not None
    room, rest = step(rate) / 2, step(whole) / 2
    if (rate.value - room) * fewest - rest <= whole.value <= (rate.value + room) * most + rest:
        return True
    return follows(rate, ((whole.value - rest) / most, (whole.value + rest) / fewest))
