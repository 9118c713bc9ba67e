"""옮긴 증감량이 본문의 앞뒤 두 수와 맞지 않습니다. | A change is retold as what it led to.

왜: 본문의 '9시간에서 6시간으로'를 제목에서 '6시간 단축'이라 옮기면 줄어든 뒤의 값을 줄어든 폭으로 적은 것이다.
Why: 'From 9 hours to 6' is a cut of 3 hours; told as 'cut by 6 hours', the end was taken for the change.
Bad:
  01
  신선 화물 통관 시간을 6시간 단축
  ■ 통관 제도를 고침(3.2)
  - 신선 화물의 통관 시간은 9시간에서 6시간으로 짧아짐
Good:
  01
  신선 화물 통관 시간을 3시간 단축
  ■ 통관 제도를 고침(3.2)
  - 신선 화물의 통관 시간은 9시간에서 6시간으로 짧아짐
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import shown_like
from donghyang.check.figures.told import Told, of_article, of_line
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "retold-change"
CLASS = "headline-body"
SEVERITY = "warning"

_CHANGED = lazily(r"(?:[을를이가]|만큼|가량)? ?(?:단축|절감|감소|축소|감축|줄|증가|늘|추가|증설|향상|상승|하락)")
"""Right behind a figure that is itself a change: not 4기 체제로 확대."""
_SAME = 2
"""Words that two measures share, to be the same."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Changes of headline, lead and summary that are the start or the end of the article's change of that measure."""
    for line, article in retellings(sheet, "headline", "lead"):
        changes = [one for one in of_line(sheet, line) if _CHANGED.match(sheet.text, one.binding.figure.end)]
        theirs = [one for one in of_article(sheet, article) if one.where is not line] if changes else []
        for mine in changes:
            yield from _held(mine, theirs)


def _held(mine: Told, theirs: list[Told]) -> Iterator[Hit]:
    figure = mine.binding.figure
    if figure.unit in ("%", "%p", None) or figure.value is None or figure.high is not None:
        return
    if any(one.binding.part == "change" and one.binding.figure.value == figure.value for one in theirs):
        return
    for a, b in pairwise(theirs):
        old, new = a.binding.figure, b.binding.figure
        if (a.binding.part, b.binding.part) != ("start", "end") or a.where is not b.where:
            continue
        if {old.unit, new.unit} != {figure.unit} or old.value is None or new.value is None:
            continue
        worth = abs(new.value - old.value)
        if worth != figure.value and figure.value in (old.value, new.value) and _alike(mine, a):
            text = shown_like(worth, figure)
            message = Message(f"본문의 두 수로 셈하면 {text}입니다.", f"the figures of the article give {text}.")
            yield Hit(figure.start, figure.end, message, ((old.start, new.end),))
            return


def _alike(mine: Told, other: Told) -> bool:
    return len(set(mine.binding.nouns) & set(other.binding.nouns)) >= _SAME
