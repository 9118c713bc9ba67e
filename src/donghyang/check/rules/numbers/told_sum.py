"""더한 수가 문장에 적힌 부분들의 합이 아닙니다. | A total is not the sum of the parts its sentence tells.

왜: '6억에 9억을 더해 모두 15억'처럼 부분과 합이 적혀 있으면, 어떤 말로 이었든 더해 볼 수 있다.
Why: However parts and their total are joined by words, they can be added up.
Bad: 중앙에서 7억 위안, 지방에서 8억 위안에 기업이 12억 위안을 더해 총사업비가 25억 위안에 이름
Good: 중앙에서 7억 위안, 지방에서 8억 위안에 기업이 12억 위안을 더해 총사업비가 27억 위안에 이름
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, rounding, significant, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-sum"
CLASS = "sum"
SEVERITY = "warning"

_ADDED = lazily(
    r"(?:[을를] )?(?:더해|더하면|더한|합하면|합해|합한|합쳐|합치면|합산하면|보태|보태면|얹어|아울러|"
    r"아우르는|아우른|모아)(?:서|"
    r",)? ?(?:[^0-9.;]{0,16})$"
)
_IN_ALL = lazily(
    rf"(?:{tables.either('donghyang.check', 'in_all')}|합이|통틀어|전체|누적|연간|한 해|총[가-힣]{{1,4}}[은는이가]|"
    r"합계[는은가]?) ?(?:[가-힣]{1,6}[은는이가] )?(?:약 )?$"
)
_ASKED = lazily(r"\s?(?:에게|[을를] 대상으로)[^0-9.;]{0,20}(?:물|조사|설문)")
_NOT_A_PART = lazily(
    r"(?:대비|보다|에서|가운데|중|당|마다|씩|이상|이하|까지|증가|감소|늘|줄|늘어|지난해|작년|전년|포함|제외|각각|매년|연평균|남|목표)"
)
_OPEN = lazily(r"등(?![가-힣])")
_CLOSES = lazily(r" 등 (?:상위 |주요 |이들 )?$")
"""Before the number of what was listed: A 13개, B 11개 등 2개 시가."""
_NEAR = (Decimal("0.6"), Decimal("1.67"))
"""How near to the total the parts must come before they are taken for all of it."""
_LEAST, _MOST = 2, 12
_ALL = 3
"""So many parts before 등 may be all of them."""
_TELLING = 1
"""A total of more digits than this is a slip where one digit parts it from the sum."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Totals by their words, with all other figures of their unit in the sentence; shares in a list and theirs."""
    for sentence in sentences(sheet):
        yield from _shares(sentence)
        for total in sentence.figures:
            if total.unit in (None, "%", "%p", "년", "월", "일") or total.kind in ("rank", "multiple"):
                continue
            if total.bound not in (None, "approx") or not total.value:
                continue
            yield from _held(sentence, total)
        yield from _told_last(sentence)
        yield from _told_first(sentence)


def _held(sentence: Sentence, total: Quantity) -> Iterator[Hit]:
    others = [one for one in sentence.figures if one is not total and _is_like(one, total)]
    closed = [one for one in others if _CLOSES.search(sentence.ahead(one)) and one.end < total.start]
    others = [one for one in others if one not in closed]
    added = _ADDED.search(sentence.ahead(total, 40)) is not None
    asked = _ASKED.match(sentence.behind(total, 40)) is not None
    parts = [one for one in others if (one.start > total.start) == asked]
    nearest = [one for one in others if closed and closed[0].end < one.start < total.start]
    all_told = len(closed) == 1 and not nearest and closed[0].value == sum(one.end < closed[0].start for one in others)
    if not (added or asked or all_told or _IN_ALL.search(sentence.ahead(total))) or not _LEAST <= len(parts) <= _MOST:
        return
    if asked and len(parts) <= _LEAST:
        return
    runs = (
        [parts[at:] for at in range(len(parts) - 1)] if not asked else [parts[:end] for end in range(len(parts), 1, -1)]
    )
    if _is_sum(runs[0], total, rounding(runs[0])) or any(_is_sum(run, total, Decimal(0)) for run in runs):
        return
    run = next((run for run in runs if not _is_broken(sentence, run, total, asked=asked)), None)
    if run is None:
        return
    worth = sum((one.value or Decimal(0) for one in run), Decimal(0))
    near = _NEAR[0] <= worth / (total.value or 1) <= _NEAR[1]
    opened = run[-1].end < total.start and _OPEN.search(sentence.between(run[-1], total)) and not all_told
    if opened and (len(run) < _ALL or worth < (total.value or 0)):
        return  # 'A 3개, B 4개 등 총 12개': some are not named
    sure = (added or asked) and not _OPEN.search(sentence.text)
    if near and (sure or _is_slip(run, total, worth)):
        message = Message(
            f"더하면 {shown_like(worth, total)}입니다.", f"the parts add up to {shown_like(worth, total)}."
        )
        yield Hit(total.start, total.end, message, ((run[0].start, run[-1].end),))


def _is_like(one: Quantity, total: Quantity) -> bool:
    """Of one unit, or a bare 12억 that shares the unit printed behind the list: 12억, 8억, 5억 위안."""
    if one.unit == total.unit:
        return bool(same_unit(one, total))
    return total.kind == "money" and one.unit is None and one.kind == "number" and one.text[-1:] in ("만", "억", "조")


def _told_last(sentence: Sentence) -> Iterator[Hit]:
    """'오전에 18명, 오후에 26명이 다녀가 하루 방문객이 44명이었다': parts, and last what they make."""
    total = sentence.figures[-1]
    parts = [one for one in sentence.figures[:-1] if one.unit == total.unit]
    if len(parts) < _LEAST or len(parts) < len(sentence.figures) - 1 or not _is_plain((*parts, total)):
        return
    words = sentence.text[parts[0].end - sentence.start : total.start - sentence.start]
    worth = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    said = _MAKES.search(sentence.ahead(total)) and _ENDS.match(sentence.behind(total, 40))
    if not said or _NOT_A_PART.search(words) or _OPEN.search(words) or _ELSEWHERE.search(sentence.text):
        return
    if (
        (total.value or 0) > max(one.value or 0 for one in parts)
        and total.value != worth
        and _is_slip(parts, total, worth)
    ):
        yield _hit(parts, total, worth)


def _told_first(sentence: Sentence) -> Iterator[Hit]:
    """'125개 기업이 참가했다. 국내 기업이 92개, 외국 기업이 43개였다', '500대 … 60대, 450대'."""
    first = sentence.figures[0]
    here = [one for one in sentence.figures if one.unit == first.unit]
    if len(here) != len(sentence.figures):
        return
    above = [one for one in sentence.before if one.unit == first.unit]
    if len(above) == 1 and len(sentence.before) == 1:
        whole, parts = above[0], here
    elif not above:
        whole, parts = first, here[1:]
    else:
        return
    if len(parts) < _LEAST or not _is_plain((whole, *parts)) or _ELSEWHERE.search(sentence.text):
        return
    if whole is first and _LISTED_ON.fullmatch(sentence.between(whole, parts[0])):
        return  # '신약 17건, 의료기기 11건': the first of a list is no sum of the others
    worth = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    words = sentence.text[min(one.start for one in parts) - sentence.start :]
    over = worth > (whole.value or 0) > max(one.value or 0 for one in parts)
    if over and not _OF_SOME.search(words) and _is_slip(parts, whole, worth):
        yield _hit(parts, whole, worth)


_LISTED_ON = lazily(r",? ?(?:와 |과 |및 )?[^0-9.;()은는이가]{1,16} ?")
_MAKES = lazily(r"[가-힣](?:은|는|이|가) (?:약 |모두 |총 )?$")
_ENDS = lazily(r"(?:이다|이었|였|임|에 (?:이르|이른|달)|[을를] 기록|[이가] (?:되|된|됐)|으로 (?:집계|늘)|로 (?:집계))")
_ELSEWHERE = lazily(
    r"지난해|작년|전년|올해|이듬해|[0-9]년|대비|보다|에서 [0-9]|늘|줄|증가|감소|각각|최대|최고|마다|당 |"
    r"가격|순위|평균|시속"
)
_OF_SOME = lazily(r"등(?![가-힣])|가운데|중 |중에|포함|이상|이하|각|또는|이나 |복수|중복|씩|추가|더 ")


def _is_plain(figures: tuple[Quantity, ...]) -> bool:
    kinds = {one.kind for one in figures}
    return kinds <= {"count"} and all(
        one.bound is None and one.unit not in ("년", "월", "일", "회", "번", "차") for one in figures
    )


def _hit(parts: list[Quantity], total: Quantity, worth: Decimal) -> Hit:
    message = Message(f"더하면 {shown_like(worth, total)}입니다.", f"the parts add up to {shown_like(worth, total)}.")
    return Hit(total.start, total.end, message, ((parts[0].start, parts[-1].end),))


def _shares(sentence: Sentence) -> Iterator[Hit]:
    """'A(38%), B(17%), C(11%)가 시장의 66%를 점유': shares listed, and that of all of them."""
    run: list[Quantity] = []
    for share in (one for one in sentence.figures if one.unit == "%"):
        if run and _JOINED.fullmatch(sentence.between(run[-1], share)):
            run.append(share)
            continue
        if len(run) >= _LEAST and _TOGETHER.fullmatch(sentence.between(run[-1], share)) and not share.bound:
            worth = sum((one.value or Decimal(0) for one in run), Decimal(0))
            takes = _TAKES.match(sentence.behind(share)) is not None and worth <= _WHOLE
            if (
                takes
                and not _is_sum(run, share, rounding(run) + step(share) / 2)
                and _NEAR[0] <= worth / (share.value or 1) <= _NEAR[1]
            ):
                message = Message(f"더하면 {worth}%입니다.", f"the parts add up to {worth} %.")
                yield Hit(share.start, share.end, message, ((run[0].start, run[-1].end),))
        run = [share]


_WHOLE = 100
_JOINED = lazily(r"[)）]?(?:,|와|과|·|, ?그리고| 및) ?[가-힣A-Za-z0-9·&\- ]{1,16}?(?:이|가|은|는)? ?[(（]?(?:약 )?")
_TOGETHER = lazily(
    r"[)）]?(?:이|가|은|는|의|로|으로)?,? (?:[0-9]개 ?[가-힣]{1,4}[이가은는] )?[^0-9.;()%]{0,24}(?:의|에서|"
    rf"{tables.either('donghyang.check', 'in_all')}|합쳐|전체의) (?:약 )?"
)
_TAKES = lazily(rf"[을를] ?(?:{tables.either(__package__, 'takes_share')}|공급|생산|장악)")


def _is_sum(run: list[Quantity], total: Quantity, room: Decimal) -> bool:
    worth = sum((one.value or Decimal(0) for one in run), Decimal(0))
    exact = all(step(one) == 1 for one in (*run, total))
    return fits(total, worth - room, worth + room) if room and not exact else total.value == worth


def _is_broken(sentence: Sentence, run: list[Quantity], total: Quantity, *, asked: bool) -> bool:
    """Do the words say something of a part, or between the parts, that keeps them from being added up?"""
    if any(one.bound not in (None, "approx") for one in run):
        return True
    first, last = (total, run[-1]) if asked else (run[0], total)
    words = sentence.text[first.end - sentence.start : last.start - sentence.start]
    if asked:
        words = sentence.text[run[0].end - sentence.start : run[-1].start - sentence.start]
    return _NOT_A_PART.search(words) is not None


def _is_slip(run: list[Quantity], total: Quantity, worth: Decimal) -> bool:
    """Is one digit of the total, or of one part, all that is off?"""
    if significant(total.text) > _TELLING and one_slip_apart(total, replace(total, value=worth)):
        return True
    for part in run:
        needed = (total.value or Decimal(0)) - worth + (part.value or Decimal(0))
        if needed > 0 and significant(part.text) > _TELLING and one_slip_apart(part, replace(part, value=needed)):
            return True
    return False
