"""수와 단위의 띄어쓰기가 섞였습니다. | Some numbers have a space before their unit, some have none.

왜: 5%와 5 %, 30km와 30 km, 6억 위안과 6억위안은 한 보고서에서 한 가지로 띄운다.
Why: 5% and 5 %, 30km and 30 km, 6억 위안 and 6억위안: one report spaces each of them in one way.
Bad: 비중은 30%에서 45%로, 점유율은 20 %로 상승
Good: 비중은 30%에서 45%로, 점유율은 20%로 상승하고 5 km 구간에 3억 위안을 투입
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "unit-space"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_SPACE = r"(?P<space>[ ]?)"
_LATIN = (
    r"(?:[kcmnμ]?m|[kmμ]?g|[kMGT]?Wh?|[KMGT]B|[kMGT]?Hz|[kmM]?V|[cmk]?L|ha|t|㎞|㎡|㎢|㎝|㎜|㎏|㎿|㎾)"
    r"(?![A-Za-z0-9²³])"
)
_MONEY = r"(?:위안|원|달러|유로|엔)(?![가-힣]?화|자|칙|격|리|천|료|전|산)"
_KINDS = {
    "5{}%": lazily(rf"(?<=[0-9]){_SPACE}%"),
    "5{}km": lazily(rf"(?<=[0-9]){_SPACE}{_LATIN}"),
    "5{}위안": lazily(rf"(?<=[0-9]){_SPACE}{_MONEY}"),
    "5억{}위안": lazily(rf"(?<=[조억만천]){_SPACE}{_MONEY}"),
    "5{}개": lazily(rf"(?<=[0-9]){_SPACE}(?:개|명|건|곳|대|편|종|회|배)(?=[\s,.)·~이가은는을를에와과로만도]|$)"),
}
"""What is spaced alike, by an example: 6억 위안 may go with 300위안."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Percents, Latin units, money and counters, each kind on its own."""
    for like, shape in _KINDS.items():
        for use, example in departures(_uses(sheet, like, shape)):
            digit, unit = sheet.text[use.start], sheet.text[use.start + 1 : use.end]
            yield departure(use, example, digit + (unit.lstrip() if unit[0] == " " else f" {unit}"))


def _uses(sheet: Sheet, like: str, shape: re.Pattern[str]) -> Iterator[Use]:
    """The last sign of each number with its unit."""
    for passage in sheet.of(KOREAN):
        for found in shape.finditer(passage.text):
            yield Use(like.format(found["space"]), passage.start + found.start() - 1, passage.start + found.end())
