"""What words beside a figure announce of it: a gap, a rest, a part, so much more or less.

The words fix what is reckoned; the operands are told by their units and by being the only ones, not by what stands
between, so that a statement is read in whatever words and order it is put.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import Range, difference, quotient, same_unit
from donghyang.check.figures.wording import DOWN, FROM, TO, UP
from donghyang.check.rules.numbers._sentences import TOPIC, Sentence, is_amount
from donghyang.check.rules.numbers._ways import DOWNWARD, UPWARD
from donghyang.facts.slips import step
from donghyang.language import tables, verbs
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

Announced = tuple[Range, tuple[Quantity, ...]]
"""What the words say that a figure is, and of which figures."""

_REACH = 40
"""So far before a figure stand the words that announce it."""


def announced(sentence: Sentence, figure: Quantity) -> Iterator[Announced]:
    """What the figure must be by the words beside it; nothing where they leave a choice of operands."""
    before = [one for one in sentence.figures if one.end <= figure.start and one.value]
    if figure.unit in ("%", "%p"):
        yield from _points(sentence, figure, before)
        yield from _rest(sentence, figure, before)
        yield from _part_of_a_list(sentence, figure, before)
        yield from _by_change(sentence, figure, before)
    elif figure.kind == "multiple":
        yield from _multiple(sentence, figure, before)
    else:
        yield from _gap(sentence, figure, before)
        yield from _by_link(sentence, figure, before)
        yield from _by_change(sentence, figure, before)
        yield from _by_what_was_added(sentence, figure, before)


# ---------------------------------------------------------------- gaps and rests

_GAP_AHEAD = lazily(rf"(?:{tables.either(__package__, 'gap_ahead')})[^0-9.,;]{{0,14}}$")
_GAP_BEHIND = lazily(rf"\s?(?:이|가|의|을|를)? ?(?:{tables.either(__package__, 'gap_behind')})")
_REST = lazily(r"나머지[^.;%]{0,14}$")
_OF_REST = lazily(r"\s?의|[^.;]{0,20}(?:중|가운데)")
_SIGN = lazily(r"[-−–△▲▽▼]\s?$|영하 $")
_LISTED = lazily(r"(?:, |·)[가-힣]")
"""Behind the first of several: 나머지를 어저우 120㎢, 황스 72㎢."""


def _is_signed(sentence: Sentence, figure: Quantity) -> bool:
    return (figure.value or 0) < 0 or not figure.text[0].isalnum() or _SIGN.search(sentence.ahead(figure)) is not None


def _alike(figures: list[Quantity], like: Quantity) -> list[Quantity]:
    return [one for one in figures if one.unit == like.unit and same_unit(one, like)]


def _gap(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'수출 85억 달러, 수입 62억 달러로 무역수지는 23억 달러 흑자': of the only two of its unit before it."""
    alike = _alike(before, figure)
    said = (
        _GAP_AHEAD.search(sentence.ahead(figure))
        or _GAP_BEHIND.match(sentence.behind(figure))
        or _are_both_told(sentence, figure, alike)
    )
    if (
        said
        and len(alike) == 2
        and not _LISTED.match(sentence.behind(figure))
        and not any(_is_signed(sentence, one) for one in (*alike, figure))
    ):
        low, high = sorted(abs(one) for one in difference(*alike))
        yield (low, high), tuple(alike)


def _are_both_told(sentence: Sentence, figure: Quantity, values: list[Quantity]) -> bool:
    """Is it by how much the second of two values, right before it, lies above or below the first?"""
    if len(values) != 2 or not (UPWARD.match(sentence.behind(figure)) or DOWNWARD.match(sentence.behind(figure))):
        return False
    old, new = values
    if _OTHER_BASE.search(sentence.between(new, figure)):
        return False
    if FROM.fullmatch(sentence.between(old, new)) and TO.fullmatch(sentence.between(new, figure)):
        return True
    return _DATED.search(sentence.ahead(old)) is not None and _DATED.search(sentence.ahead(new)) is not None


_DATED = lazily(r"(?:[0-9]{1,2}월|[1-4]분기|[0-9]{2}년)(?: ?말)?(?:에는?|의)? (?:약 )?$")


def _rest(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'60%를 상반기에, 나머지 40%를': what the shares before it leave of a hundred."""
    shares = [one for one in before if one.unit == "%"]
    if not shares or figure.unit != "%" or not _REST.search(sentence.ahead(figure)):
        return
    if _OF_REST.match(sentence.behind(figure, _REACH)) or not all(same_unit(one, figure) for one in shares):
        return
    rest = 100 - sum((one.value or Decimal(0) for one in shares), Decimal(0))
    room = sum((step(one) for one in shares), Decimal(0)) / 2 if any(step(one) < 1 for one in shares) else Decimal(0)
    if rest > 0:
        yield (rest - room, rest + room), tuple(shares)


def _points(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'가동률 78%는 전월 85%에 견주어 7%p 하락': of the only two shares before it."""
    shares = [one for one in before if one.unit == "%"]
    if figure.unit != "%p" or len(shares) != 2 or not same_unit(*shares) or shares[-1] is not before[-1]:
        return
    if any(one.unit == "%p" for one in before):
        return
    own = _OTHER_BASE.search(sentence.between(shares[-1], figure)) or TOPIC.search(sentence.between(*shares))
    if not own and not any(_is_signed(sentence, one) for one in (*shares, figure)):
        low, high = sorted(abs(one) for one in difference(*shares))
        yield (low, high), tuple(shares)


_OTHER_BASE = lazily(r"[가-힣] ?(?:대비|보다|에 ?비해|에 ?견[주줘])")
"""Between the later of two shares and a difference: another one against which it is held."""

# ---------------------------------------------------------------- links

_LINKED = lazily(
    r"\s?(?:인|에 (?:해당|달|이르)하?[는던]|(?:이|가)? ?되는|(?:에|로)? ?해당하는) (?:[가-힣]{1,6} ){0,2}?(?:약 |총 )?"
)
_OF = lazily(r"[)）]?의 (?:약 |거의 |무려 |꼭 )?|[^0-9.,;]{0,16}의 ?(?:약 )?|[^0-9.;]{0,16}그 (?:약 )?")
_CHANGED_BY = lazily(
    rf"(?:[을를이가만큼]{{1,2}})?(?:(?:{UP}|{DOWN})|\s?(?:{tables.either(__package__, 'adds')}|"
    rf"{tables.either(__package__, 'takes_away')}))[가-힣]{{0,4}} (?:[가-힣]{{1,6}} ){{0,1}}(?:약 |총 |모두 )?"
)
_FEWER = lazily(rf"(?:[을를이가만큼]{{1,2}})?(?:{DOWN}|\s?(?:{tables.either(__package__, 'takes_away')}))")
_FROM_IT = lazily(r"[)）]?(?:[^0-9.,;]{0,14})(?:에서|보다|에)(?: [가-힣]{1,6})? ?(?:약 |총 )?")


def _by_change(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'412개에서 38개를 삭제해 374개', '50%에서 20%p 높은 70%'."""
    if len(before) < 2:
        return
    one, by = before[-2:]
    points = figure.unit == "%" == one.unit and by.unit == "%p"
    if not (points or len(_alike([one, by], figure)) == 2) or by.bound or one.bound:
        return
    words = sentence.between(by, figure)
    if not _CHANGED_BY.fullmatch(words) or not _FROM_IT.fullmatch(sentence.between(one, by)):
        return
    sign = -1 if _FEWER.match(words) else 1
    worth, room = (one.value or Decimal(0)) + sign * (by.value or Decimal(0)), Decimal(0)
    if not step(one) == step(by) == 1 or figure.kind != "count":
        room = (step(one) + step(by)) / 2
    if worth > 0:
        yield (worth - room, worth + room), (one, by)


def _by_what_was_added(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'24종을 추가하여 792종에서 816종으로': what was added or taken away, then the value before and the one after."""
    alike = _alike(before, figure)
    if len(alike) != 2 or alike[-1] is not before[-1] or not FROM.fullmatch(sentence.between(alike[1], figure)):
        return
    by, old = alike
    said = _ADDED.search(sentence.between(by, old))
    if said is None or not TO.match(sentence.behind(figure)):
        return
    sign = -1 if said["less"] else 1
    if (sign > 0) == ((figure.value or 0) > (old.value or 0)):
        worth = (old.value or Decimal(0)) + sign * (by.value or Decimal(0))
        room = Decimal(0) if figure.kind == "count" else (step(by) + step(old)) / 2
        yield (worth - room, worth + room), (by, old)


_ADDED = lazily(
    rf"^[을를이가] [^0-9.;]{{0,14}}(?:{tables.either(__package__, 'adds')}|"
    rf"(?P<less>{tables.either(__package__, 'takes_away')}))"
)


def _by_link(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'80만 건의 2.5배인 연 200만 건', '800억 원의 40%인 320억 원'."""
    if len(before) < 2:
        return
    one, by = before[-2:]
    if (by.kind != "multiple" and by.unit != "%") or by.bound not in (None, "approx") or not _alike([one], figure):
        return
    if not _LINKED.fullmatch(sentence.between(by, figure)) or not _OF.fullmatch(sentence.between(one, by)):
        return
    hundred = 100 if by.unit == "%" else 1
    times, room = (by.value or Decimal(0)) / hundred, step(by) / 2 / hundred
    value, half = one.value or Decimal(0), step(one) / 2 if step(one) > 1 else Decimal(0)
    yield ((value - half) * (times - room), (value + half) * (times + room)), (one, by)


_HELD_AGAINST = lazily(r"[)）]?(?:의|보다|\s?대비|에 ?비[해하]|에 견[주줘]|[와과] ?(?:비교|견[주줘]))")
_GREW_BY = lazily(r"\s?(?:나 |가 |이 |만큼 )?(?:더|늘|증가|커|뛰|성장)")


def _multiple(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'900건으로, 10년 전 150건과 비교하면 6배': of the only two values, one of which the words hold it against."""
    values = [one for one in before if one.unit not in ("%", "%p") and one.kind not in ("multiple", "rank")]
    if len(values) != 2 or not _alike(values[:1], values[1]) or (figure.value or 0) <= 1:
        return
    if not _HELD_AGAINST.match(sentence.behind(values[1])) or _GREW_BY.match(sentence.behind(figure)):
        return
    large, small = sorted(values, key=lambda one: -(one.value or 0))
    yield quotient(large, small), (large, small)


_WHOSE = lazily(r"(?:^|[ ,(])(?P<name>[가-힣A-Za-z·]{2,14}?)(?:이|가|은|는|의 비중[은이]) (?:전체의 |약 )*$")
_TAKES = lazily(
    rf"\s?(?:[을를] ?(?:{tables.either(__package__, 'takes_share')})|에 (?:{verbs.either(__package__, 'comes_to')}))"
)


def _part_of_a_list(sentence: Sentence, figure: Quantity, before: list[Quantity]) -> Iterator[Announced]:
    """'자동차 1,100대, 전자 520대, 물류 380대이며 자동차가 55%를 차지': one of a list by all of it."""
    said = _WHOSE.search(sentence.ahead(figure, _REACH)) if figure.unit == "%" else None
    parts = [one for one in before if is_amount(one)]
    if said is None or not _TAKES.match(sentence.behind(figure)) or len(parts) < 2:
        return
    own = [one for one in parts if sentence.ahead(one).rstrip().endswith(said["name"])]
    alike = all(one.unit == parts[0].unit and one.bound is None for one in parts)
    if len(own) == 1 and alike and all(_NEXT_PART.fullmatch(sentence.between(*two)) for two in pairwise(parts)):
        total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
        low, high = quotient(own[0], replace(own[0], value=total), 100)
        yield (low, high), tuple(parts)


_NEXT_PART = lazily(r"(?:, ?| 및 |와 |과 |·)(?:[가-힣A-Za-z·]{1,12} ?){1,3}")
