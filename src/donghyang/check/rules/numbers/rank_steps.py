"""순위가 오르내린 계단 수나 차례가 맞지 않습니다. | The steps between two ranks, or a row of ranks, do not fit.

왜: 8위에서 5위로 오르면 세 계단이고, 1위와 2위 다음은 3위이다.
Why: From the eighth to the fifth place are three steps, and after the first two comes the third.
Bad: 지난해 9위에서 올해 4위로 네 계단 올랐다.
Good: 지난해 9위에서 올해 5위로 네 계단 올랐다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.native import number_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "rank-steps"
CLASS = "order"
SEVERITY = "warning"

_RANK = lazily(r"(?<![0-9.~∼-])(?P<rank>[1-9][0-9]?)위(?!안|원|권|험|성|치|기)")
_STEPS = lazily(
    r"(?:(?P<word>한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)|(?P<digits>[0-9]{1,2})) ?계단(?: ?(?P<way>[가-힣]{1,3}))?"
)
_UP, _DOWN = ("오", "올", "뛰", "상", "끌"), ("내", "떨", "하", "밀", "추")
_WAS = lazily(
    r"\s?(?:에서|(?:이|였|이었)던|(?:였|이었)(?:으나|는데|지만)|에 (?:머물|그쳤|있)던|→|에 (?:머물렀|"
    r"그쳤)(?:으나|지만))"
)
"""Behind the rank from which the steps are counted."""
_TO = lazily(r"(?:로|까지) ")
_STOP = lazily(r"(?<=[가-힣])[.;] ")
_LEAST = 3


def find(sheet: Sheet) -> Iterator[Hit]:
    """'8위에서 5위로 두 계단', and '1위 A, 2위 B, 4위 C' in one sentence."""
    for passage in sheet.of(PROSE):
        if "위" not in passage.text:
            continue
        cuts = [0, *(stop.end() for stop in _STOP.finditer(passage.text)), len(passage.text)]
        for start, end in pairwise(cuts):
            ranks = list(_RANK.finditer(passage.text, start, end))
            if len(ranks) > 1:
                yield from _steps(passage, ranks, start, end)
                yield from _row(passage, ranks)


def _steps(passage: Passage, ranks: list[re.Match[str]], start: int, end: int) -> Iterator[Hit]:
    for said in _STEPS.finditer(passage.text, start, end):
        before = [one for one in ranks if one.end() <= said.start()]
        behind = [one for one in ranks if one.start() >= said.end()]
        led = before and _TO.fullmatch(passage.text, before[-1].end(), said.start())
        pair = before[-2:] if len(before) > 1 and (led or not behind) else [*before[-1:], *behind[:1]]
        if len(pair) != 2 or not _WAS.match(passage.text, pair[0].end()):
            continue
        old, new = int(pair[0]["rank"]), int(pair[1]["rank"])
        number = 1 if said["word"] == "한" else number_of(said["word"], said["digits"])
        way = (said["way"] or " ")[0]
        turned = (way in _UP and new > old) or (way in _DOWN and new < old)
        if abs(old - new) != number or turned:
            text = f"{abs(old - new)}계단 {'내려감' if new > old else '올라감'}"
            message = Message(f"두 순위로 셈하면 {text}입니다.", f"the two ranks lie {abs(old - new)} apart.")
            yield Hit(passage.start + pair[0].start(), passage.start + max(said.end(), pair[1].end()), message)


def _row(passage: Passage, ranks: list[re.Match[str]]) -> Iterator[Hit]:
    """A row of three ranks and more that leaves one out or has one twice."""
    run = [ranks[0]]
    for one in [*ranks[1:], None]:
        gap = passage.text[run[-1].end() : one.start()] if one is not None else ""
        if one is not None and "위" not in gap and len(gap) <= _FAR and not _OTHER.search(gap):
            run.append(one)
            continue
        numbers = [int(rank["rank"]) for rank in run]
        if len(run) >= _LEAST and "공동" not in passage.text and numbers == sorted(numbers):
            off = next((at for at in range(1, len(run)) if numbers[at] != numbers[at - 1] + 1), None)
            near = off is not None and numbers[off] in (numbers[off - 1], numbers[off - 1] + 2)
            if near and off is not None and sum(b != a + 1 for a, b in pairwise(numbers)) == 1:
                message = Message(
                    f"차례로는 {numbers[off - 1] + 1}위입니다.", f"in a row it is {numbers[off - 1] + 1}."
                )
                yield Hit(passage.start + run[off].start(), passage.start + run[off].end(), message)
        run = [one] if one is not None else []


_FAR = 34
"""So much between two ranks of a row."""
_OTHER = lazily(r"지난해|전년|작년|에서|분야|부문|상승|하락|각각|보다|대비")
