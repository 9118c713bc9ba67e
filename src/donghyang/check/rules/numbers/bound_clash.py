"""한도를 나타내는 두 말이 서로 어긋납니다. | Two words that set a limit contradict one another.

왜: '최소 100명'이면 100명 이상이고, 상한이 1.2이면 1.2 이하만 든다.
Why: 'At least 100' is 100 or more, and an upper limit of 1.2 admits what is no more than 1.2.
Bad: 해마다 최소 100명 이하를 채용하기로 하였다.
Good: 해마다 최소 100명 이상을 채용하기로 하였다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "bound-clash"
CLASS = "order"
SEVERITY = "warning"

_LEAST = lazily(r"(?:최소(?:한)?|적어도|못해도) (?:약 )?$")
_MOST = lazily(r"(?:최대(?:한)?|많아야|기껏해야) (?:약 )?$")
_BELOW, _ABOVE = lazily(r"\s?(?:이하|미만|이내)(?!의 벌금)"), lazily(r"\s?(?:이상|초과)")
_UPPER = lazily(r"(?:상한|한도|최대치|허용치|기준치)(?:선|값)?[을를은는이가]? [^;]{0,40}$")
_LOWER = lazily(r"(?:하한|최저치|최소치)(?:선|값)?[을를은는이가]? [^;]{0,40}$")
_ADMITS = lazily(
    r"(?:인 [가-힣 ]{1,8})?만 ?(?:[가-힣]{0,4}[을를] )?(?:허가|허용|승인|인정|통과|받|가동|판매|설치|등록)"
)
_BEFORE = 48


def find(sheet: Sheet) -> Iterator[Hit]:
    """'최소 … 이하', '최대 … 이상', and a limit with what it admits on the other side."""
    for passage in sheet.of(PROSE):
        for figure in sheet.quantities_in(*passage.span):
            bare = figure.end - len(figure.text) + len(figure.text.rstrip("이상하미만초과내 "))
            before = sheet.text[max(passage.start, figure.start - _BEFORE) : figure.start]
            if _clashes(before, sheet.text[bare : passage.end][:24], figure):
                message = Message("위아래가 어긋납니다.", "the two limits contradict one another.")
                yield Hit(figure.start, max(figure.end, bare + 3), message)


def _clashes(before: str, behind: str, figure: Quantity) -> bool:
    below, above = _BELOW.match(behind), _ABOVE.match(behind)
    lead = figure.text if figure.text.startswith(("최소", "최대", "적어도", "많아야")) else ""
    least = _LEAST.search(before) or lead.startswith(("최소", "적어도"))
    most = _MOST.search(before) or lead.startswith(("최대", "많아야"))
    if (least and below) or (most and above):
        return True
    said = below or above
    if said is None or not _ADMITS.match(behind, said.end()):
        return False
    return bool((above and _UPPER.search(before)) or (below and _LOWER.search(before)))
