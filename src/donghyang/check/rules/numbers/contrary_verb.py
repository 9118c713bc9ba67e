"""말이 가리키는 쪽과 두 수의 크기가 반대입니다. | The verb says the opposite of the two figures.

왜: '48곳에서 61곳으로 줄었다', '92억이 78억을 밑돌았다'는 두 수만 보아도 틀린 말이다.
Why: 'fell from 48 to 61' and '9.2 billion lay below 7.8' are wrong by the two figures alone.
Bad: 취급 창구는 지난봄 48곳에서 올가을 61곳으로 줄었다.
Good: 취급 창구는 지난봄 48곳에서 올가을 61곳으로 늘었다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "contrary-verb"
CLASS = "order"
SEVERITY = "warning"

_BY_HOW_MUCH = rf"(?:(?:{tables.either(__package__, 'by_how_much')}) )?"


def _either(up: str, down: str) -> str:
    """Verbs of two lists, in a group for each way."""
    return rf"(?:(?P<up>{tables.either(__package__, up)})|(?P<down>{tables.either(__package__, down)}))"


_FROM = lazily(r"[)）]?(?:에서|이던|였던|이었던)[^0-9.;]{0,20}(?:['‘’]?[0-9]{2,4}년[^0-9.;]{0,12})?")
_TO = lazily(rf"[)）]?(?:으로|로|까지),? {_BY_HOW_MUCH}{_either('grew', 'shrank')}")
_OVER = lazily(rf"[)）]?(?:을|를|에(?:는|도)?) ?{_BY_HOW_MUCH}{_either('is_above', 'is_below')}")
_THAN = lazily(rf"[)）]?(?:보다|에 ?비해)(?:는|도)? ?{_BY_HOW_MUCH}{_either('is_more', 'is_less')}")
_IS = lazily(r"[)）]?(?:[이가은는]|으로|로|을 기록해|를 기록해),? [^0-9.;]{0,16}")
"""Between a figure and the one against which it is held: 92억 달러가 수입 78억 달러."""
_AHEAD_OF = lazily(r"[가-힣]{0,4}[은는던인] (?:[^0-9.,;]{0,10} )?")
"""Between what is said of a figure and the one of which it is said: 310억 원보다 많은 340억 원."""
_ASIDE = lazily(r"[(（][^()（）]*[^()（）약 ][^()（）]*$")
"""A figure in brackets with words of its own: 4.0%(전월 대비 0.4%)."""
_NEGATIVE = lazily(tables.either(__package__, "negative"))


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A에서 B로 늘었다', 'A가 B를 넘어섰다', 'A는 B보다 많다' and 'B보다 많은 A'."""
    for sentence in sentences(sheet):
        if len(sentence.figures) < 2 or _NEGATIVE.search(sentence.text):
            continue
        for at, figure in enumerate(sentence.figures):
            yield from _held(sentence, at, figure)


def _held(sentence: Sentence, at: int, last: Quantity) -> Iterator[Hit]:
    before = sentence.figures[at - 1] if at else None
    behind = sentence.figures[at + 1] if at + 1 < len(sentence.figures) else None
    changed = _TO.match(sentence.behind(last))
    if changed:
        told = before is not None and _FROM.fullmatch(sentence.between(before, last)) is not None
        if before and told and _is_contrary(before, last, changed["up"]):
            yield _hit(last, changed.end(), before)
        return
    said = _OVER.match(sentence.behind(last)) or _THAN.match(sentence.behind(last))
    if said is None:
        return
    words = sentence.text[last.end - sentence.start + said.end() : behind.start - sentence.start] if behind else ""
    if behind and _AHEAD_OF.fullmatch(words):
        other = behind
    elif before and _IS.fullmatch(sentence.between(before, last)) and not _ASIDE.search(sentence.ahead(before)):
        other = before
    else:
        return
    if _is_contrary(last, other, said["up"]):
        yield _hit(last, said.end(), other)


def _is_contrary(base: Quantity, figure: Quantity, up: str | None) -> bool:
    """Does a figure lie below the one that the verb sets it above, or above it without `up`?"""
    if base.kind in ("rank", "number", "multiple") or base.unit != figure.unit or not comparable(base, figure):
        return False
    gap = (figure.value or 0) - (base.value or 0)
    return gap < 0 if up else gap > 0


def _hit(figure: Quantity, said: int, other: Quantity) -> Hit:
    message = Message("두 수의 크기와 반대되는 말입니다.", "the two figures say the opposite.")
    related = ((other.start, other.end), (figure.start, figure.end))
    return Hit(figure.end, figure.end + said, message, related)
