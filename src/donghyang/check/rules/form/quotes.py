"""따옴표의 짝이 맞지 않습니다. | A quotation mark has no partner.

왜: 열고 닫지 않은 따옴표는 인용이나 이름이 어디에서 끝나는지 알 수 없게 한다.
Why: An unclosed quotation mark leaves the end of the quotation, or of the name, unknown.
Bad: 시 정부는 “버스를 20대까지 늘리겠다고 밝힘
Good: 시 정부는 “버스를 20대까지 늘리겠다”고 밝혔으며, ‘25년 예산은 '24년보다 많음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "quotes"
CLASS = "form"
SEVERITY = "note"

_PARTNER = {"“": "”", "‘": "’"}
_NO_QUOTE = lazily(
    r"[(（]\s?[\"'“”‘’](?: ?(?:또는|와|과|이나|,|/) ?[\"'“”‘’])*\s?[)）]|[’'](?=[0-9]{2}(?![0-9]))|"
    r"(?<=[A-Za-zÀ-ÿ])[’'](?=[A-Za-zÀ-ÿ])|(?<=s)[’'](?=\s)"
)
"""Marks that are talked about, apostrophes of years and of Latin words."""
_YEAR = lazily(r"‘[0-9]{2}(?![0-9])")
"""An apostrophe turned the wrong way, or the quotation mark of a name that begins with a number."""
_TWICE = lazily(r"(?<!')'(?!')[^'\n]{2,80}(?<=[가-힣.!?])(?P<mark>'')(?!')(?=[고라며이는를을은] ?|[ ,.]|$)")
"""A quotation in single marks that is closed by two."""
_INCH = lazily(r"[0-9]\s?[\"”]")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Curly marks that open or close alone, and an odd number of straight double ones; one line at a time."""
    before: Passage | None = None
    waiting: list[tuple[int, str]] = []
    for passage in sheet.of(KOREAN):
        lone = _lone(passage)
        carried = _goes_on(before, passage, waiting, lone)
        yield from (_hit(at) for at, _ in waiting if not carried)
        waiting = [(at, sign) for at, sign in lone if sign in _PARTNER]
        yield from (_hit(at) for at, sign in lone if sign not in _PARTNER and not carried)
        before = passage
    yield from (_hit(at) for at, _ in waiting)


def _lone(passage: Passage) -> list[tuple[int, str]]:
    """(place, mark) of every mark of a line that has no partner in it."""
    if not any(sign in passage.text for sign in ("“", "”", "‘", "’", '"', "''")):
        return []
    text = _NO_QUOTE.sub(lambda found: " " * len(found[0]), passage.text)
    open_: dict[str, list[int]] = {closing: [] for closing in _PARTNER.values()}
    years = 0
    lone: list[tuple[int, str]] = []
    for at, sign in enumerate(text):
        if sign == "‘" and _YEAR.match(text, at):
            years += 1
        elif sign in _PARTNER:
            open_[_PARTNER[sign]].append(at)
        elif open_.get(sign):
            open_[sign].pop()
        elif sign == "’" and years:
            years -= 1
        elif sign in open_ and not (sign == "”" and _INCH.match(text, at - 1)):
            lone.append((at, sign))
    lone += [(at, sign) for sign, closing in _PARTNER.items() for at in open_[closing]]
    twice = _TWICE.search(text)
    if twice is not None and text.count("''") == 1:
        lone.append((twice.start("mark"), "'"))
    straight = [at for at, sign in enumerate(text) if sign == '"']
    if len(straight) % 2 and not lone and not _INCH.search(text):
        lone.append((straight[-1], '"'))
    return [(passage.start + at, sign) for at, sign in sorted(lone)]


def _goes_on(
    before: Passage | None, passage: Passage, waiting: list[tuple[int, str]], lone: list[tuple[int, str]]
) -> bool:
    """Is the quotation that the line before left open closed first in this one?"""
    if before is None or before.article != passage.article or not waiting or not lone:
        return False
    return _PARTNER[waiting[-1][1]] == lone[0][1]


def _hit(at: int) -> Hit:
    return Hit(at, at + 1, Message("짝이 없는 따옴표입니다.", "this quotation mark has no partner."))
