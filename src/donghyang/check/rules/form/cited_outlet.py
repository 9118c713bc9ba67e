"""인용한 매체의 이름이 한 글자 틀렸습니다. | The name of a cited outlet is one character off.

왜: '人民日根'이라는 신문은 없다. 人民日报를 옮기다 한 글자를 잘못 적은 것이다.
Why: There is no paper called 人民日根: it is 人民日报, with one character mistaken.
Bad:
  참고자료
  (25.03.02, 人民日根) 氢能公交上线
Good:
  참고자료
  (25.03.02, 人民日报) 氢能公交上线
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.words import words
from donghyang.records import Message

ID = "cited-outlet"
CLASS = "reference"
SEVERITY = "warning"

_NAMED = lazily(
    r"(?:^\W{0,2}|(?<=[\]）)] )|(?<=, ))[(（《]?(?:[0-9.\s'‘’/-]{4,12}[,，]\s?)?"
    r"(?P<name>[㐀-鿿]{3,6})(?=[)）》,，:：]|$)"
)
_TAILS = tables.words(__package__, "outlet_tails")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names in the place of an outlet that end as no outlet does, one character from one that there is."""
    for passage in sheet.of({"reference", "source", "text"}):
        for found in _NAMED.finditer(passage.text):
            name = simplify(found["name"])
            if name in _known() or name.endswith(_TAILS):
                continue
            meant = [outlet for outlet in _outlets() if _is_meant(name, outlet)]
            if len(meant) == 1:
                message = Message(f"'{meant[0]}'을(를) 잘못 적은 듯합니다.", f"'{meant[0]}' may be meant.")
                yield Hit(passage.start + found.start("name"), passage.start + found.end("name"), message)


def _is_meant(name: str, outlet: str) -> bool:
    """Is the outlet's tail alone one character off: another head may be another paper?"""
    tail = next((tail for tail in _TAILS if outlet.endswith(tail)), "")
    at = len(outlet) - len(tail)
    if len(tail) < len("日报") or len(name) != len(outlet) or name[:at] != outlet[:at]:
        return False
    return sum(one != other for one, other in zip(name[at:], tail, strict=True)) == 1


@cache
def _known() -> frozenset[str]:
    """Outlets, and bodies that publish themselves (中国科学院 is no 中国科学报)."""
    return _outlets() | {word.chinese for word in words() if word.kind in ("agency", "institution", "company")}


@cache
def _outlets() -> frozenset[str]:
    return frozenset(word.chinese for word in words() if word.kind == "outlet")
