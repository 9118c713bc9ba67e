"""'가나다순', '많은 순'이라고 한 목록의 한 줄이 차례에 어긋납니다. | One line breaks the order that its heading states.

왜: '승객이 많은 순'이라 하면 값이 차례로 내려간다. 한 줄만 어긋나면 그 값이나 자리가 틀린 것이다.
Why: Under 'by number of passengers' the figures come down; the one line that does not has a wrong figure or place.
Bad:
  노선별 승객(많은 순)
  1) 동부선 2,140명
  2) 서부선 860명
  3) 남부선 410명
  4) 북부선 530명
  5) 시내선 300명
Good:
  노선별 승객(많은 순)
  1) 동부선 2,140명
  2) 서부선 860명
  3) 북부선 530명
  4) 남부선 410명
  5) 시내선 300명
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._rankings import odd_one
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "list-order"
CLASS = "order"
SEVERITY = "warning"

_BY_LETTER = lazily(r"(?:가나다|ㄱㄴㄷ|자모|이름) ?(?:순|차례)")
_BY_SIZE = lazily(r"(?:많은|높은|큰|긴|적은|낮은|작은|짧은) ?(?:순|차례)")
_SENTENCE = lazily(r"[다음함됨임]\.?$")
_NAME = lazily(r"^(?:[(（]?[0-9]{1,2}[.)）]|[①-⑳]|[가-하][.)])?\s*(?P<name>[가-힣]{2,})")
_LONGEST = 60
"""Letters of an item; a longer line is no item of a list."""
_LEAST = 4


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lists right below a line that says by what they go, and rows of a table with such a caption."""
    lines = [line for line in sheet.passages if line.part != "cell"]
    for at, line in enumerate(lines):
        if "순" in line.text or "차례" in line.text:
            by_letter, by_size = _BY_LETTER.search(line.text), _BY_SIZE.search(line.text)
            if by_letter or by_size:
                items = _items(lines[at + 1 :])
                yield from _by_letter(items) if by_letter else _by_size(sheet, items)


def _items(below: list[Passage]) -> list[Passage]:
    """The lines of one make right below: short, no sentences, with the same marker and indent."""
    found: list[Passage] = []
    for line in below:
        other = found and (line.marker, line.indent, line.part) != (found[0].marker, found[0].indent, found[0].part)
        if other or len(line.text) > _LONGEST or _SENTENCE.search(line.text):
            break
        found.append(line)
    return found


def _by_letter(items: list[Passage]) -> Iterator[Hit]:
    named = [found for line in items if (found := _NAME.match(line.text))]
    if len(named) != len(items) or len(items) < _LEAST:
        return
    names = [found["name"] for found in named]
    breaks = [at for at, (one, other) in enumerate(pairwise(names), 1) if other < one]
    if len(breaks) == 1:
        at = breaks[0]
        message = Message("가나다순이 아닙니다.", "this is not in alphabetical order.")
        yield Hit(*items[at].span, message, related=(items[at - 1].span,))


def _by_size(sheet: Sheet, items: list[Passage]) -> Iterator[Hit]:
    figures = [found[-1] for line in items if (found := sheet.quantities_in(*line.span))]
    values = [figure.value for figure in figures if figure.value is not None]
    if len(values) == len(items) and len({figure.unit for figure in figures}) == 1:
        yield from odd_one(items, [Decimal(value) for value in values])
