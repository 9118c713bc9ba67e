"""Where something goes: 톈허 모듈로 돌아왔다, where the source has 返回问天实验舱, one of its kind by another name."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.names import spelled_as_sound
from donghyang.verify.reasons import says

_NAMED = 2
"""Characters of the shortest name before what a thing is."""


def judge_homeward(case: Case) -> None:
    """Contradict the name of where something goes, where the sentence that speaks of it has another name there."""
    text = case.sentence.text
    for gone in _goes().finditer(text, case.sentence.start, case.sentence.end):
        head = next((word for word in case.sentence.words if word.start == gone.start("to")), None)
        name = next((word for word in case.sentence.words if head and word.end == head.start - 1), None)
        if head is None or name is None or name.text != name.stem or head.covered < 1:
            continue
        if name.covered < 1 and not spelled_as_sound(name.stem):
            continue
        ends = [end for at in case.near_for(case.sentence.segment_at(gone.start())) for end in _ends(case, at, head)]
        if not ends or any(name.begins_in(end) for end in ends):
            continue
        place = ends[0]
        said = case.corpus.text[slice(*place)]
        case.hold(Judged("name", (name.start, head.stem_end), "contradicted", place, says(said)))


@cache
def _goes() -> re.Pattern[str]:
    """Where something goes in Korean, with the adverb of a verb of going."""
    return re.compile(
        r"(?P<to>[가-힣]{2,})(?:으로|로|에) (?:[가-힣]{2,5}(?:게|히|로|이) )?"
        rf"(?:{tables.either(__package__, 'goes')})"
    )


@cache
def _went() -> re.Pattern[str]:
    """Where something goes in Chinese."""
    return re.compile(rf"(?:{tables.either(__package__, 'went')})了?+(?P<to>(?![前后时中])[一-龥]{{3,8}})")


def _ends(case: Case, sentence: int, head: Word) -> list[Span]:
    """Where a sentence has something go that is what `head` says, with the name before it."""
    found = []
    for went in _went().finditer(case.corpus.key.plain, *case.corpus.place_of(sentence)):
        start, end = went.span("to")
        last = next((last for _, last in head.places if start + _NAMED < last <= end), None)
        if last is not None:
            found.append((start, last))
    return found
