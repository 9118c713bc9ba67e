"""견주는 두 단위에서 제곱이나 세제곱이 한쪽에만 있습니다. | Of two compared units one has lost its square or cube.

왜: '420m³에서 315m³로'의 한쪽이 'm'이면 지수를 빠뜨린 것이다. 길이와 부피는 견줄 수 없다.
Why: 'From 420 m³ to 315 m' has lost an exponent: a volume is not compared with a length.
Bad: 물 사용량을 420m³에서 315m로 줄이고, 이동도는 120cm/V·s로 종전 80cm²/V·s의 1.5배임
Good: 물 사용량을 420m³에서 315m³로 줄이고, 이동도는 120cm²/V·s로 종전 80cm²/V·s의 1.5배임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "lost-exponent"
CLASS = "unit"
SEVERITY = "warning"

_UNIT = r"[A-Za-zμ㎛㎝㎞/·²³]{1,10}"
_PAIR = lazily(
    rf"(?<![0-9,.A-Za-z-])(?P<first>[0-9][0-9,]*(?:\.[0-9]+)?(?:[만억] ?)?(?P<one>{_UNIT}))"
    r"(?:에서 (?:약 )?|보다 (?:약 )?|(?:으로|로|이며),? [^0-9.;()]{0,24}[(（]?)"
    rf"(?P<second>[0-9][0-9,]*(?:\.[0-9]+)?(?:[만억] ?)?(?P<other>{_UNIT}))(?=(?P<behind>[^A-Za-z²³]{{0,8}}))"
)
_COMPARED = lazily(r"[)）]?의 [0-9.]+ ?배|[)）]?보다|[)）]? 대비|으?로 ")
"""Behind the second figure: it is what the first is held against, or led to."""
_EXPONENT = str.maketrans("", "", "²³")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A에서 B로', 'A로 종전 B의 n배' whose units are one but for ² or ³."""
    for passage in sheet.of(PROSE):
        if "²" not in passage.text and "³" not in passage.text:
            continue
        for found in _PAIR.finditer(passage.text):
            one, other = found["one"], found["other"]
            if one == other or one.translate(_EXPONENT) != other.translate(_EXPONENT):
                continue
            if not _COMPARED.match(found["behind"]):
                continue
            lost, kept = ("first", other) if len(one) < len(other) else ("second", one)
            message = Message(f"견주는 수의 단위는 '{kept}'입니다.", f"the figure beside it is in '{kept}'.")
            span = (passage.start + found.start(lost), passage.start + found.end(lost))
            beside = "second" if lost == "first" else "first"
            yield Hit(*span, message, ((passage.start + found.start(beside), passage.start + found.end(beside)),))
