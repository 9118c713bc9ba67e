"""제목이나 요약의 기간이 본문과 다릅니다. | A length of time is retold otherwise than the article has it.

왜: 요지의 '20일 연속 운전'이 본문에서는 '30일간 연속으로 운전'이면 한쪽이 틀렸다.
Why: Where the lead has '20 days in a row' and the article, of the same thing, 30, one of the two is wrong.
Bad:
  01
  새 소재 개발
  ■ 40시간 연속 운전에서 성능 유지(3.2)
  - 시제품을 60시간 동안 연속으로 운전해도 성능이 떨어지지 않음
Good:
  01
  새 소재 개발
  ■ 60시간 연속 운전에서 성능 유지(3.2)
  - 시제품을 60시간 동안 연속으로 운전해도 성능이 떨어지지 않음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.compare import agrees
from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "retold-length"
CLASS = "headline-body"
SEVERITY = "warning"

_LENGTHS = frozenset(("분", "시간", "일", "주", "개월"))
_BEHIND = lazily(r"(?P<span>간| ?동안)?,? (?:총 |모두 )?(?P<first>[가-힣]{2,8})(?: (?P<second>[가-힣]{2,8}))?")
_HELD = tables.words(__package__, "held")
_ALIKE = 4
"""Letters of the two words behind a length that say what lasted so long; of a verb behind 동안 two."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lengths of headline, lead and summary that the article has nowhere, and otherwise before the same words."""
    for line, article in retellings(sheet, "headline", "lead"):
        mine = [one for one in sheet.quantities_in(*line.span) if one.unit in _LENGTHS and one.value]
        if not mine:
            continue
        body = [one for one in sheet.figures_of(article.of(*BODY)) if one.unit in _LENGTHS and one.value]
        for figure in mine:
            yield from _held(sheet, figure, body)


def _held(sheet: Sheet, figure: Quantity, body: list[Quantity]) -> Iterator[Hit]:
    said = _lasting(sheet, figure)
    if not said or figure.bound not in (None, "approx") or any(agrees(one, figure) for one in body):
        return
    same = [one for one in body if one.unit == figure.unit and one.high is None and _lasting(sheet, one) & said]
    if len({one.value for one in same}) == 1:
        other = same[0]
        message = Message(f"본문에는 '{other.text}'입니다.", f"the article has '{other.text}'.")
        yield Hit(figure.start, figure.end, message, ((other.start, other.end),))


def _lasting(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    """What lasts so long, by the words behind: the first letters of two words, of a verb behind 동안, "held" of
    an event. Empty where they say too little."""
    line = sheet.at(figure.start)
    found = _BEHIND.match(sheet.text, figure.end, line.end) if line else None
    if found is None:
        return frozenset()
    first = without_particle(found["first"])
    if found["span"] and first.startswith(_HELD):
        return frozenset({"held"})
    both = letters(first + (found["second"] or ""))
    said = {both[:_ALIKE]} if len(both) >= _ALIKE else set()
    if (found["span"] or "").endswith("동안") and not found["first"].endswith(_ADVERBIAL):
        said.add(f"동안 {first[: _ALIKE // 2]}")
    return frozenset(said)


_ADVERBIAL = ("으로", "로", "히", "게", "적")
"""How words end that say how it lasted, not what."""
