"""천 단위 쉼표가 한 수에만 없습니다. | One figure lacks the thousands separator that all others have.

왜: 다른 수에는 다 있는 쉼표가 한 수에만 없으면 빠뜨린 것이거나 자릿수를 잘못 옮긴 것이다.
Why: Where every other figure groups its digits, the one that does not was mistyped, or has a digit too many.
Bad:
  - 가구는 1,204곳, 2,310곳, 1,875곳, 3,406곳, 2,218곳, 1,930곳
  - 상가는 4,152곳, 2,764곳, 3,081곳, 1,466곳, 5,290곳, 2,047곳, 1893곳
Good:
  - 가구는 1,204곳, 2,310곳, 1,875곳, 3,406곳, 2,218곳, 1,930곳
  - 상가는 4,152곳, 2,764곳, 3,081곳, 1,466곳, 5,290곳, 2,047곳, 1,893곳
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "lone-comma"
CLASS = "unit"
SEVERITY = "note"

_GROUPED = lazily(r"(?<![0-9,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_BARE = lazily(r"(?<![0-9,.A-Za-z'‘’])[1-9][0-9]{3,}(?:\.[0-9]+)?(?![0-9,])")
_LED = lazily(r"[A-Za-z0-9][-–]?$")
"""What stands right before the number of a type: CR400, A-1300."""
_MOST = 2
"""So many without it are slips; more are another way of writing."""
_TIMES = 10
"""So many with a separator stand against each one without, for it to be the odd one."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of four digits and more with a unit, in a text whose others all have their commas."""
    grouped = len(_GROUPED.findall(sheet.text))
    bare = list(_bare(sheet)) if grouped >= _TIMES else []
    if len(bare) > _MOST or grouped < _TIMES * len(bare):
        return
    for start, printed in bare:
        right = f"{Decimal(printed):,}"
        message = Message(f"다른 수처럼 쉼표를 넣으면 '{right}'입니다.", f"with a comma, as the others: '{right}'.")
        yield Hit(start, start + len(printed), message)


def _bare(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The digits without a comma of figures that have a unit, in a line or by the head of their column."""
    for passage in sheet.of(KOREAN):
        if not _BARE.search(passage.text):
            continue
        for figure in sheet.figures_of([passage]):
            found = _BARE.search(sheet.text, figure.start, figure.end)
            is_year = figure.unit == "년" or figure.kind not in ("count", "money", "measure")
            if found and not is_year and not _LED.search(sheet.text[max(0, figure.start - 2) : figure.start]):
                yield found.start(), found[0]
