"""비중이 제목이나 리드의 전체와 맞지 않습니다. | A share does not go with the whole of headline and lead.

왜: '10.8억 위안으로 60%를 부담'의 전체는 대개 제목이나 리드가 말한 수이다. 한 글자를 고치면 맞는 비중은 오기이다.
Why: A part told with its share is mostly one of the whole that headline or lead tell; one digit parts a slip from it.
Bad:
  01
  식량 연구 거점 구축
  ■ 식량 연구 거점에 18억 위안을 투입(3.2)
  - 자치구 재정이 11.8억 위안으로 60%를 부담하고 나머지는 기업이 맡음
Good:
  01
  식량 연구 거점 구축
  ■ 식량 연구 거점에 18억 위안을 투입(3.2)
  - 자치구 재정이 10.8억 위안으로 60%를 부담하고 나머지는 기업이 맡음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import follows, middle, quotient, rounded, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.boards import total_row
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "lead-share"
CLASS = "share"
SEVERITY = "warning"

_AS = lazily(r"(?:으로|로|이며|이고)?,? ?[(（]?(?:전체의 |전체 [가-힣]{1,6}의 )?(?:약 )?")
_IS = lazily(r"(?:를|을)? ?(?:차지|대고|대며|대기로|부담|분담|충당|조달|담당|점유)|에 (?:달|이르|해당)|[)）]")
_OTHER = lazily(r"지난해|작년|전년|대비|보다|증가|감소|늘|줄|가운데 [0-9]|상위|합계|합쳐|합한|각각|당 ")
_TELLING = 2
_POINT = Decimal(1)
"""Points within which a share may have been rounded otherwise."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'N으로 P%를 차지' in the body where headline and lead have one whole of that unit, and a slip parts them."""
    for sentence in sentences(sheet):
        passage = sheet.at(sentence.start)
        if passage is None or passage.article is None or passage.part in ("headline", "lead"):
            continue
        for part, share in pairwise(sentence.figures):
            if share.unit == "%" and share.bound is None and part.kind in ("count", "money", "measure"):
                yield from _held(sheet, sentence, passage.article, part, share)


def _held(sheet: Sheet, sentence: Sentence, article: int, part: Quantity, share: Quantity) -> Iterator[Hit]:
    said = _AS.fullmatch(sentence.between(part, share)) and _IS.match(sentence.behind(share))
    own = [one for one in sentence.figures if one.start < part.start and one.unit == part.unit]
    if not said or own or part.bound or _OTHER.search(sentence.ahead(part, 40)) or not (part.value and share.value):
        return
    top = list(sheet.figures_of(sheet.articles[article].of("headline", "lead")))
    wholes = {one.value: one for one in top if _is_whole(one, part)}
    if len(wholes) != 1 or _fits_elsewhere(sheet, article, part, share):
        return
    (whole,) = wholes.values()
    worth = quotient(part, whole, 100)
    near = abs(middle(worth) - share.value) < _POINT
    if follows(share, worth) or near or significant(part.text) < _TELLING:
        return
    printed = rounded(middle(worth), share)
    right = (whole.value or Decimal(0)) * share.value / 100
    share_slipped = one_slip_apart(share, replace(share, value=printed, text=f"{printed}%"))
    part_slipped = one_slip_apart(part, replace(part, value=right))
    if share_slipped or part_slipped:
        place = share if share_slipped else part
        message = Message(
            f"'{whole.text}' 가운데 '{part.text}'은(는) {shown(middle(worth))}%입니다.",
            f"of '{whole.text}', '{part.text}' is {shown(middle(worth))} %.",
        )
        yield Hit(place.start, place.end, message, ((whole.start, whole.end),))


def _is_whole(one: Quantity, part: Quantity) -> bool:
    return (
        one.unit == part.unit
        and bool(same_unit(one, part))
        and one.high is None
        and (one.value or Decimal(0)) > (part.value or Decimal(0))
    )


def _fits_elsewhere(sheet: Sheet, article: int, part: Quantity, share: Quantity) -> bool:
    """Is the share one of another figure of the article, or of a table's total?"""
    lines = sheet.figures_of(sheet.articles[article].passages)
    totals = (
        figure
        for board in sheet.boards
        if board.article == article and (at := total_row(board)) is not None
        for cell in board.rows[at]
        if (figure := sheet.figure(cell)) is not None
    )
    return any(_is_whole(one, part) and follows(share, quotient(part, one, 100)) for one in (*lines, *totals))
