"""차이가 적힌 두 수에서 나오지 않습니다. | A gap does not follow from the two figures given.

왜: '보급률 62%와 48%, 격차 14%p', '목표 150기에 22기 모자람', '수출 48억·수입 35억, 흑자 13억'은 빼 보면 안다.
Why: A gap, a shortfall or a trade surplus beside its two figures can be worked out.
Bad: 목표는 250기였으나 실제 설치는 218기에 그쳐 42기가 모자람
Good: 목표는 250기였으나 실제 설치는 218기에 그쳐 32기가 모자람
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.likeness import is_likely
from donghyang.check.figures.operands import difference, middle, rounded, same_unit, shown, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import POINTS
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "gap-told"
CLASS = "growth"
SEVERITY = "error"

_BEFORE = lazily(r"(?:격차|차이|(?<![가-힣])차|간극|흑자|적자)(?:는|가|은|이)? ?(?:약 )?$")
_BEHIND = lazily(
    r"\s?(?:이|가|만큼|을|를)? ?(?:모자라|모자란|모자람|부족|못 미치|못 미친|미달|덜|앞서|앞선|앞섬|웃도|웃돌|"
    r"웃돎|밑돎|밑도|밑돌|뒤지|뒤진|뒤처|(?:많|높)(?:은|다|음|고|았|게)|(?:적|낮)(?:은|다|음|고|았|었|게))|"
    r"\s?(?:의|규모의)? ?(?:격차|차이|차를|흑자|적자)"
)
_THAN = lazily(r"(?:보다|대비|에 ?비해|[)）])[, ]+(?:약 )?$")
"""Before a gap that the rule of growth works out."""
_BALANCE = lazily("[흑적]자(?:는|가|은|이)? ?(?:약 )?$")
_OTHER_BALANCE = lazily("서비스|경상|소득|여행|재정")
_MOVED = lazily(r"\s?(?:증가|감소|늘|줄|상승|하락|성장|확대|축소|오르|내리)")
"""Behind a figure that is itself a change."""
_ANOTHER_TIME = lazily(r"지난해|전년|작년|당시|년 전|[0-9]{4}년|이듬해|내년")
_SIGNED = lazily(r"[△▲▽▼−]\s?$")
_OTHER = lazily(r"(?:에서 |지난해|전년|작년|종전|줄|늘|확대|벌어|좁)")
"""A gap that has widened or narrowed is told with one of another time."""
_MOST = 2


def find(sheet: Sheet) -> Iterator[Hit]:
    """A gap with just two figures of its kind in its sentence."""
    for sentence in sentences(sheet):
        for gap in sentence.figures:
            if gap.kind not in ("rank", "multiple") and gap.bound in (None, "approx"):
                yield from _held(sentence, gap)


def _held(sentence: Sentence, gap: Quantity) -> Iterator[Hit]:
    behind = _BEHIND.match(sentence.behind(gap))
    if not (behind or _BEFORE.search(sentence.ahead(gap))) or _SIGNED.search(sentence.ahead(gap)):
        return
    of_trade = (behind is not None and behind[0].endswith("자")) or _BALANCE.search(sentence.ahead(gap)) is not None
    if of_trade and not (
        "수출" in sentence.text and "수입" in sentence.text and not _OTHER_BALANCE.search(sentence.text)
    ):
        return  # a surplus is the gap of what is told of exports and imports only
    if _THAN.search(sentence.ahead(gap)):
        return
    unit = "%" if gap.unit == "%p" else gap.unit
    others = [one for one in sentence.figures if one is not gap and one.unit == unit]
    if any(_MOVED.match(sentence.behind(one)) for one in others):
        return
    if gap.unit == "%":
        yield from _in_points(sentence, gap)
        return
    if len(others) != _MOST or not same_unit(*others) or _OTHER.search(sentence.behind(gap, 30)):
        return
    if gap.unit != "%p" and not same_unit(gap, others[0]):
        return
    last = max(one.end for one in others)
    if last < gap.start and _ANOTHER_TIME.search(sentence.text[last - sentence.start : gap.start - sentence.start]):
        return
    larger, less = sorted(others, key=lambda one: -(one.value or 0))
    worth = difference(larger, less)
    room = step(gap) / 2 if rounding(others) and gap.kind != "count" else 0
    assert gap.value is not None
    if gap.value >= (larger.value or 0) or fits(gap, worth[0] - room, worth[1] + room):
        return
    if not is_likely(gap, rounded(middle(worth), gap)):
        return
    figure = f"{shown(middle(worth))}%p" if gap.unit == "%p" else shown_like(middle(worth), gap)
    message = Message(f"두 수의 차는 {figure}입니다.", f"the two figures differ by {figure}.")
    yield Hit(gap.start, gap.end, message, tuple((one.start, one.end) for one in others))


def _in_points(sentence: Sentence, gap: Quantity) -> Iterator[Hit]:
    """'61.2%와 18.5%, 격차 42.7%': the difference of two shares is in points."""
    said = _BEFORE.search(sentence.ahead(gap))
    shares = [one for one in sentence.figures if one.unit == "%" and one is not gap and one.end < gap.start]
    if said is None or gap.bound is not None or len(shares) < _MOST:
        return
    one, other = shares[-2:]
    if fits(gap, *sorted(abs(value) for value in difference(one, other))) and "%" in gap.text:
        yield Hit(gap.start, gap.end, POINTS, ((one.start, one.end), (other.start, other.end)))
