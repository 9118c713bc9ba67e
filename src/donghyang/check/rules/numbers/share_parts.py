"""괄호 안의 비중이 나란히 적힌 것과 맞지 않습니다. | A share in brackets does not fit those beside it.

왜: '기업 240억(60%), 대학 120억(30%)'처럼 적으면 모두 같은 전체를 가리킨다. 하나만 다른 전체를 가리키면 그것이 틀렸다.
Why: Amounts with their shares in brackets all imply one whole; the one that implies another is wrong.
Bad: 투자는 기업 240억 위안(60.0%), 대학 120억 위안(35.0%), 연구소 40억 위안(10.0%)
Good: 투자는 기업 240억 위안(60.0%), 대학 120억 위안(30.0%), 연구소 40억 위안(10.0%)
Options: 없음 (none)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import Range, is_closed, quotient, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, rounding
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "share-parts"
CLASS = "share"
SEVERITY = "error"

_BRACKET = lazily(r"\s?[(（](?:약 |전체의 )?")
_OTHERS = lazily(r"(?:기타|나머지)[^,.;]{0,12}$")
_LIST_GAP = lazily(r",? ?(?:및 )?[^0-9.,;:()]{1,20}")
_AGREEING = 2
"""One part alone implies no whole: another, or a sum named there, must bear it out."""
_ODD = Decimal("0.5")
"""Where more parts than these are odd, nobody knows which are right."""
_LEAST = 3
"""Shares of a list that ends with the others."""
_EACH = lazily(r"각각[^,.;]{0,12}$")
_FAR = 60
"""So much between two parts at the most, or the next is one of another whole."""
_NEW_WHOLE = lazily(
    r"이었|였[다고으]|[했됐었][다고으]|제공|[0-9]{2}년|올해|지난해|전년|가운데|중[ ,]|그중|반면|"
    r"[가-힣]별(?:로|로는|은|는)? |[가-힣]\. |\n"
)
_CHANGE = lazily(r"\s?(?:하락|상승|증가|감소|오[른르]|올[라랐]|내[린렸]|늘|줄|떨어|급[등락증감])")
"""Behind an amount and a rate in brackets that tell a change, not a share."""
_WHOLE = (Decimal(85), Decimal(115))
"""What shares of one whole may add up to by a slip; answers of which several may be given add up to anything."""
_NARROW = Decimal("0.1")
"""How wide the whole that amounts imply may be, as a share of it, before meeting there is mere chance."""


@dataclass(frozen=True, slots=True)
class _Part:
    amount: Quantity
    share: Quantity
    whole: Range


def find(sheet: Sheet) -> Iterator[Hit]:
    """Amounts with shares of different wholes, and lists of shares that end with 기타 and are no 100 %."""
    above: Passage | None = None
    for passage in sheet.of(PROSE):
        if "%" in passage.text:
            same = above if above is not None and above.article == passage.article else None
            yield from _odd(sheet, passage, same)
            yield from _rest(sheet, passage)
            yield from _all_told(sheet, passage)
        above = passage


def _odd(sheet: Sheet, passage: Passage, above: Passage | None) -> Iterator[Hit]:
    figures = sheet.quantities_in(*passage.span)
    for found in _lists(sheet, figures):
        unit, taken = found[0].amount.unit, {part.amount.start for part in found}
        named = [figure for figure in figures if figure.unit == unit and figure.start not in taken]
        if _EACH.search(sheet.text[passage.start : found[0].amount.start]) and not _are_all(found, named):
            continue  # each has a whole of its own: 각각 7명(87.5%)과 10명(83.3%)
        if above is not None:
            named += [figure for figure in sheet.quantities_in(*above.span) if figure.unit == unit]
        yield from _judge(found, [figure.value for figure in named if figure.value])


def _are_all(found: list[_Part], named: list[Quantity]) -> bool:
    """Do the parts add up to the one figure that the line names besides?"""
    return len(named) == 1 and sum(part.amount.value or 0 for part in found) == named[0].value


def _lists(sheet: Sheet, figures: list[Quantity]) -> Iterator[list[_Part]]:
    """Amounts of one unit with their shares, each run of them that one enumeration lists."""
    run: list[_Part] = []
    for one, other in pairwise(figures):
        part = _part(sheet, one, other)
        if part is None:
            continue
        gap = sheet.text[max(run[-1].amount.end, run[-1].share.end) : one.start] if run else ""
        if run and not (part.amount.unit == run[-1].amount.unit and _goes_on(gap)):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _goes_on(gap: str) -> bool:
    """Is the next part one of the same whole? Another year, another base or a new clause begins another."""
    return len(gap) <= _FAR and _NEW_WHOLE.search(gap) is None


def _part(sheet: Sheet, one: Quantity, other: Quantity) -> _Part | None:
    """An amount with its share beside it: 240억 위안(60%), 40%인 540명, 540명으로 40%; None for other figures."""
    between = sheet.text[one.end : other.start]
    if other.unit != "%":
        led = (
            one.unit == "%" and _BEING.fullmatch(between) and not _RATE_AHEAD.search(sheet.text[: one.start][-_AHEAD:])
        )
        amount, share = other, one
    else:
        amount, share = one, other
        bracket = _BRACKET.fullmatch(between) and is_closed(sheet, share)
        changed = _CHANGE.match(sheet.text, share.end + bool(bracket))
        told = _MAKING.fullmatch(between) and _MADE.match(sheet.text, share.end)
        led = (bracket or told) and not changed
    if not led or amount.unit == "%" or not amount.value or not share.value or share.bound:
        return None
    return _Part(amount, share, quotient(amount, share, 100))


_BEING = lazily(r"인 (?:약 )?")
_RATE_AHEAD = lazily(r"[율률](?:이|은|는|가)? (?:약 )?$")
"""Before a rate, which is no share of what follows: 수율이 92%인 4만 장."""
_AHEAD = 12
_MAKING = lazily(r"으?로 (?:전체의 )?(?:약 )?")
_MADE = lazily(r"(?:[을를] ?(?:차지|점유)|에 (?:해당|달)|, )")
"""Around a share that is told of the amount before it: 540명으로 40%, …; 1,260명으로 70%를 차지."""


def _judge(parts: list[_Part], named: list[Decimal]) -> Iterator[Hit]:
    """The parts that do not meet the whole which the others, or the others and a sum named there, imply."""
    if len(parts) < 2:
        return
    added = sum((part.amount.value or Decimal(0) for part in parts), Decimal(0))
    whole, agreeing = (added, len(parts)) if added in named else _meeting(parts, named)
    odd = [part for part in parts if not part.whole[0] <= whole <= part.whole[1]]
    if agreeing < _AGREEING:
        yield from _scaled(parts)
    if agreeing < _AGREEING or not odd or len(odd) > _ODD * len(parts):
        return
    fitting = next(part for part in parts if part.whole[0] <= whole <= part.whole[1])
    for part in odd:
        assert part.amount.value is not None
        right = shown(part.amount.value / whole * 100)
        message = Message(f"다른 것과 견주면 '{right}%'입니다.", f"by the others it is '{right} %'.")
        yield Hit(*_span(part), message, (_span(fitting),))


def _scaled(parts: list[_Part]) -> Iterator[Hit]:
    """'12만 위안(60%), 8억 위안(40%)': shares that are all of a whole, amounts that are so but for a power of ten."""
    shares = [part.share for part in parts]
    total = sum((share.value or Decimal(0) for share in shares), Decimal(0))
    low, high = sorted(parts, key=lambda part: part.whole[1])[:: len(parts) - 1]
    if abs(total - 100) > rounding(shares) or not low.whole[0]:
        return
    power = (high.whole[1] / low.whole[1]).log10().to_integral_value()
    if (
        power >= 1
        and all(part.whole[1] >= high.whole[0] for part in parts if part is not low)
        and (low.whole[0].scaleb(int(power)) <= high.whole[1] and high.whole[0] <= low.whole[1].scaleb(int(power)))
    ):
        message = Message(
            f"비중으로 보면 '{high.amount.text}'과(와) 자릿수가 다릅니다.",
            f"by the shares its magnitude is not that of '{high.amount.text}'.",
        )
        yield Hit(*_span(low), message, (_span(high),))


def _span(part: _Part) -> tuple[int, int]:
    return min(part.amount.start, part.share.start), max(part.amount.end, part.share.end)


def _meeting(parts: list[_Part], named: list[Decimal]) -> tuple[Decimal, int]:
    """The whole that most parts allow, and how many do; a sum named in the text counts as one of them."""
    narrow = [part.whole for part in parts if part.whole[1] - part.whole[0] <= _NARROW * part.whole[1]]
    lows, highs = sorted(low for low, _ in narrow), sorted(high for _, high in narrow)
    sums, best = frozenset(named), (Decimal(0), 0)
    for at in {*lows, *highs, *sums}:
        count = bisect_right(lows, at) - bisect_left(highs, at) + (at in sums)
        best = max(best, (at, count), key=lambda found: found[1])
    return best


def _rest(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    """'기업 77.6%, 대학 12.4%, 기타 7.2%': with the others named, the shares are 100 %."""
    run: list[Quantity] = []
    for figure in sheet.quantities_in(*passage.span):
        gap = sheet.text[run[-1].end : figure.start] if run else ""
        if figure.unit != "%" or figure.value is None or figure.bound:
            run = []
            continue
        if not (run and _LIST_GAP.fullmatch(gap)):
            run = []
        run.append(figure)
        if len(run) >= _LEAST and _OTHERS.search(gap):
            total = sum((share.value or Decimal(0) for share in run), Decimal(0))
            if _WHOLE[0] <= total <= _WHOLE[1] and abs(total - 100) > rounding(run):
                message = Message(f"더하면 {total}%입니다.", f"these shares add up to {total} %.")
                yield Hit(run[0].start, run[-1].end, message)


def _all_told(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    """'1·2·3차 산업의 비중은 각각 6.8%, 36.5%, 58.7%': shares led in as those of a whole, one slip away from 100 %."""
    figures = sheet.quantities_in(*passage.span)
    run: list[Quantity] = []
    for figure in [*figures, None]:
        gap = sheet.text[run[-1].end : figure.start] if run and figure else ""
        is_share = figure is not None and figure.unit == "%" and figure.value is not None and not figure.bound
        if figure is not None and is_share and (not run or _NEXT_SHARE.fullmatch(gap)):
            run.append(figure)
            continue
        if len(run) >= _LEAST and (_LED_IN.search(sheet.text[passage.start : run[0].start]) or _is_all(passage, run)):
            behind = sheet.text[run[-1].end : run[-1].end + _FAR].split("\n")[0]
            if _is_over(run) or not (_MORE.search(behind) or _FIRST_FEW.search(passage.text)):
                yield from _no_whole(run)
        run = [figure] if figure is not None and is_share else []


_NEXT_SHARE = lazily(r"[)）]?,? ?(?:및 |와 |과 )?[^0-9.,;:%]{0,16}?[(（]?")
_LED_IN = lazily(r"(?:비중|구성비|구성 ?비율|점유율|구성)(?:은|는|이|을|를)?[, ][^.;0-9%]{0,24}$|비중은[^.;%]{0,16}$")
_FIRST_FEW = lazily(r"뒤를 이|뒤이|순으로|가장 [많높큰]|1위")
"""A line that tells the largest shares tells not all of them."""
_MORE = lazily(r"^[^.;]{0,12}(?:등|순|증가|감소|상승|하락|포인트|높|낮)")


def _is_all(passage: Passage, run: list[Quantity]) -> bool:
    """Are these all the shares of a line that says nothing of rates and changes?"""
    return passage.text.count("%") == len(run) and _RATES.search(passage.text) is None


_RATES = lazily(r"[율률폭]|증가|감소|상승|하락|성장|늘|줄|오[르른]|내[리린]|복수|중복|%p|포인트|각각|대비|이상|기여")


def _is_over(run: list[Quantity]) -> bool:
    """Are they more than 100 %, so that it does not matter whether all are told?"""
    return sum((share.value or Decimal(0) for share in run), Decimal(0)) - rounding(run) > 100


def _no_whole(run: list[Quantity]) -> Iterator[Hit]:
    total = sum((share.value or Decimal(0) for share in run), Decimal(0))
    if not (_WHOLE[0] <= total <= _WHOLE[1]) or abs(total - 100) <= rounding(run):
        return
    for share in run:
        needed = 100 - total + (share.value or Decimal(0))
        if needed > 0 and one_slip_apart(share, replace(share, value=needed)):
            message = Message(f"더하면 {total}%입니다.", f"these shares add up to {total} %.")
            yield Hit(run[0].start, run[-1].end, message, severity="warning")
            return
