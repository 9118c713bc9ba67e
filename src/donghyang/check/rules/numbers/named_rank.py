"""순위나 '가장 많다'는 말이 함께 적은 값과 맞지 않습니다. | A rank, or 'the most', does not fit the values listed.

왜: '가 81만, 나 73만, 다 58만 순'이면 나는 2위이고, 나란히 적은 셋 가운데 가장 많은 것은 값을 보면 안다.
Why: In 'A 810,000, B 730,000, C 580,000' B is second, and which of them is the greatest can be seen.
Bad: 특허 출원은 가온 7만 건, 나루 5만 건, 다솜 4만 건, 마루 2만 건 순으로 마루가 3위를 지킴
Good: 특허 출원은 가온 7만 건, 나루 5만 건, 다솜 4만 건, 마루 2만 건 순으로 마루가 4위를 지킴
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._breakdowns import Breakdown, breakdowns
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "named-rank"
CLASS = "order"
SEVERITY = "warning"

_LEAST_ITEMS = 3
"""Of two the second is plain, and seldom told."""
_OTHER_TIME = lazily(r"지난해|전년|작년|이전|당시|[0-9]{4}년|증가율|증가폭|증가 폭|비중|기준|상승|[1-9]위에서")
"""What ranks by something else than the values of the list."""
_MOST, _FEWEST = r"가장 (?:많|높|크|큰|컸|길|넓|무거|비싸|빠르)", r"가장 (?:적|낮|작|짧|좁|가벼|느리)"
_SAID = (
    r"(?<![가-힣A-Za-z]){name}[가-힣]{{0,2}}?[이가은는] (?P<between>[^.;0-9]{{0,24}}?)"
    r"(?:(?P<rank>[1-9][0-9]?)위(?!에서)|(?P<most>{most})|(?P<fewest>{fewest}))"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lists of three and more named values with what their line says behind them of one of the names."""
    for list_, _ in breakdowns(sheet):
        if len(list_.names) >= _LEAST_ITEMS and not list_.by_time:
            behind = list_.line.text[list_.span[1] - list_.line.start :]
            if "위" in behind or "가장 " in behind:
                yield from _said(list_, behind)


def _said(list_: Breakdown, behind: str) -> Iterator[Hit]:
    values = [figure.value or 0 for figure in list_.figures]
    ordered = values == sorted(values, reverse=True)
    for name, figure in zip(list_.names, list_.figures, strict=True):
        pattern = _SAID.format(name=re.escape(name), most=_MOST, fewest=_FEWEST)
        for found in re.finditer(pattern, behind):
            if _OTHER_TIME.search(found["between"]) or any(
                other in found["between"] for other in list_.names if other != name and "이어" not in found["between"]
            ):
                continue
            place = 1 + sum(value > (figure.value or 0) for value in values)
            start = list_.span[1] + found.start()
            whole = (start, list_.span[1] + found.end())
            if found["rank"]:
                stated = int(found["rank"])
                follows_all = "이어" in found["between"] and ordered
                if stated < place or (
                    stated > place and follows_all and place > 1 and list_.names[place - 2] in found["between"]
                ):
                    message = Message(f"적힌 값으로는 {place}위입니다.", f"by the values listed it is number {place}.")
                    yield Hit(*whole, message, ((figure.start, figure.end),))
            elif (found["most"] and place > 1) or (found["fewest"] and figure.value != min(values)):
                best = list_.figures[values.index(max(values) if found["most"] else min(values))]
                message = Message(f"'{best.text}'이(가) 더 앞섭니다.", f"'{best.text}' comes before it.")
                yield Hit(*whole, message, ((best.start, best.end),))
