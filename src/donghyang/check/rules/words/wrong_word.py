"""이웃한 말과 맞지 않는 낱말입니다. | A word that makes no sense beside its neighbour.

왜: 소리나 글자가 비슷한 다른 낱말을 치면 사전에는 있는 말이라 눈에 띄지 않지만, 함께 쓰는 말과 맞지 않는다.
Why: A similar word typed for another one is in every dictionary; only the words that go with it tell the slip.
Bad: 시 정부가 5억 위안을 출현하고, 대금은 위챗으로 결재함
Good: 시 정부가 5억 위안을 출연하고, 대금은 위챗으로 결제함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "wrong-word"
CLASS = "typo"
SEVERITY = "warning"

_NONE = "-"
_OFTEN = 3
"""A word that stands so often beside such a neighbour is meant."""


@dataclass(frozen=True, slots=True)
class _Twin:
    """A word, the one that is meant, and the neighbours beside which it is."""

    wrong: str
    right: str
    before: tuple[str, ...]
    touching: tuple[str, ...]
    """What stands before of one syllable, without a blank between."""
    behind: tuple[str, ...]


@cache
def _twins() -> tuple[_Twin, ...]:
    found: list[_Twin] = []
    for wrong, right, before, behind in tables.read(__package__, "twins.tsv"):
        words = _words(before)
        near = tuple(word for word in words if len(word) > 1 or not is_syllable(word))
        found.append(_Twin(wrong, right, near, tuple(word for word in words if word not in near), _words(behind)))
    return tuple(found)


def _words(cell: str) -> tuple[str, ...]:
    """The words of a cell, each [..] put as every syllable in it; () for none."""
    if cell == _NONE:
        return ()
    found: list[str] = []
    for word in cell.split():
        head, _, rest = word.replace("_", " ").partition("[")
        inside, _, tail = rest.partition("]")
        found.extend(head + char + tail for char in inside or [""])
    return tuple(found)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Every word of `twins.tsv` beside a neighbour that goes with its twin."""
    for twin in _twins():
        spans = [span for span in _spans(sheet.text, twin.wrong) if _stands_wrong(sheet, twin, span)]
        for span in spans if len(spans) < _OFTEN else ():
            message = Message(
                f"'{twin.wrong}'은(는) '{twin.right}'을(를) 잘못 적은 것으로 보입니다.",
                f"'{twin.wrong}' seems to be meant for '{twin.right}'.",
            )
            yield Hit(*span, message)


def _spans(text: str, word: str) -> Iterator[Span]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def _stands_wrong(sheet: Sheet, twin: _Twin, span: Span) -> bool:
    passage = sheet.at(span[0])
    if passage is None or passage.part not in KOREAN or span[1] > passage.end:
        return False
    line, start, end = passage.text, span[0] - passage.start, span[1] - passage.start
    if not (twin.before or twin.touching or twin.behind):
        return True
    heads = start == 0 or not is_syllable(line[start - 1])
    if heads and twin.behind and any(line.startswith(twin.behind, at) for at in _behind(line, end)):
        return True
    if not _ENDS.match(line, end):
        return False
    near = line[max(0, start - _WINDOW) : start]
    touches = near.endswith(twin.touching) and (len(near) == 1 or not is_syllable(near[-2]))
    return bool(twin.touching and touches) or (bool(twin.before) and near.rstrip(" ").endswith(_with_particles(twin)))


_WINDOW = 24
_CLOSE = ("", "을", "를", "의", "에", "에서", "에서의", "로", "으로", "도", "와", "과", "이", "가", "은", "는")
"""Particles between two neighbours, those of a doer last."""
_DOERS = -4
_ENDS = lazily(rf"(?:{JOSA})?(?![가-힣])|[하한할함해했되된될됨돼됐]")
"""Behind the wrong word: its end, or the ending of a verb made of it."""


def _behind(line: str, end: int) -> Iterator[int]:
    """Where the neighbour behind a word may begin, with or without a particle and a blank; a doer is no neighbour."""
    for particle in _CLOSE[:_DOERS]:
        if line.startswith(particle, end):
            at = end + len(particle)
            yield at
            if line.startswith(" ", at):
                yield at + 1


@cache
def _with_particles(twin: _Twin) -> tuple[str, ...]:
    return tuple(word + particle for word in twin.before for particle in _CLOSE)
