"""배수가 앞 문장의 수와 맞지 않습니다. | A multiple does not fit the figure of the sentence before.

왜: '9.6초를 기록. 종전 기록 3.2초의 2배'의 새 값은 앞 문장에 있다.
Why: In '9.6 seconds. Twice the old record of 3.2 seconds' the new figure stands in the sentence before.
Bad:
  01
  저장 시간 기록
  ■ 연구팀은 광신호를 저장하는 데 성공함(3.2)
  - 상온에서 광신호를 9.6초 동안 저장
  - 종전 기록인 3.2초의 2.5배이며 오차는 작음
Good:
  01
  저장 시간 기록
  ■ 연구팀은 광신호를 저장하는 데 성공함(3.2)
  - 상온에서 광신호를 9.6초 동안 저장
  - 종전 기록인 3.2초의 3배이며 오차는 작음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import follows, middle, quotient, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "multiple-before"
CLASS = "ratio"
SEVERITY = "warning"

_OLD = lazily(r"종전|기존|이전|지난해|작년|당시|지금까지")
"""What the sentence says that the figure was before, or is elsewhere."""
_ANOTHER = lazily(r"[가-힣](?:은|는) |중 |가운데|반면|한편|목표|평균")
"""Words that give the sentence a subject of its own."""
_OF = lazily(r"의 (?:약 )?")
_IS = lazily(r"[로으]?(?:이다|이며|임|에 ?(?:이르|이른|달|해당)|였|이었|로,? )")
_NEAR = (Decimal("0.5"), Decimal(2))
"""How far what the figures give may lie from the multiple, for both to be said of one thing."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A sentence that opens with 'n times the old A', against the one figure of that kind in the sentence before."""
    for sentence in sentences(sheet):
        if len(sentence.figures) > 1 and sentence.figures[1].kind == "multiple":
            yield from _held(sentence, *sentence.figures[:2])


def _held(sentence: Sentence, old: Quantity, times: Quantity) -> Iterator[Hit]:
    ahead = sentence.text[: old.start - sentence.start].removeprefix("이는 ")
    opens = _OLD.search(ahead) is not None and _ANOTHER.search(ahead) is None
    if not opens or not _OF.fullmatch(sentence.between(old, times)) or not _IS.match(sentence.behind(times)):
        return
    new = [one for one in sentence.before if same_unit(one, old)]
    if len(new) != 1 or times.bound not in (None, "approx") or old.unit in ("%", "%p") or not times.value:
        return
    worth = quotient(new[0], old)
    if not follows(times, worth) and _NEAR[0] <= middle(worth) / times.value <= _NEAR[1]:
        figure = f"{middle(worth):.2f}".rstrip("0").rstrip(".") if middle(worth) < _SMALL else shown(middle(worth))
        message = Message(f"'{new[0].text}'은(는) {figure}배입니다.", f"'{new[0].text}' is {figure} times.")
        yield Hit(times.start, times.end, message, ((new[0].start, new[0].end), (old.start, old.end)))


_SMALL = 10
"""Smaller multiples are shown to the hundredth."""
