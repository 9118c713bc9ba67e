"""What a stretch of the text names, and every place where a source names it whole: words, and names of letters and
digits (311P, AG600), which are no words."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from donghyang.records import Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case
from donghyang.verify.names import Named

_CODE = re.compile("[0-9]*[A-Za-z][A-Za-z-]*[0-9][A-Za-z0-9-]*|[0-9]{2,}[A-Za-z]+(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or a code of the text that a source has."""

    name: str
    weight: float
    places: tuple[Span, ...]
    word: Word | None = None


def mentions(case: Case, span: Span) -> list[Mention]:
    """The names, words and codes of a stretch that a source has whole: names first, then words, then codes."""
    named = [one for one in case.named if span[0] <= one.start < span[1]]
    found = [_mention(case, case.sentence.text[one.start : one.end], sorted(one.hanzi)) for one in named]
    everywhere = (0, len(case.corpus.text))
    for word in case.sentence.words_in(span):
        if word.covered >= 1 and word.weight and len(word.stem) > 1 and not _inside(word.start, named):
            places = tuple(dict.fromkeys(word.stretches(0, len(word.stem), everywhere)))
            found.append(Mention(word.stem, word.weight, places, word))
    figures = [(one.start, one.end) for one in case.sentence.quantities]
    for code in _CODE.finditer(case.sentence.text, *span):
        if not any(start < code.end() and code.start() < end for start, end in figures):  # 100kW
            found.append(_mention(case, code[0], [code[0].lower()]))
    return [one for one in found if one.places]


def _inside(place: int, named: list[Named]) -> bool:
    return any(one.start <= place < one.end for one in named)


def _mention(case: Case, name: str, forms: list[str]) -> Mention:
    """A name with every place where the source has one of its forms; it weighs as a word of as few sentences does."""
    search = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    places = tuple(found.span() for found in search.finditer(case.corpus.key.plain)) if forms else ()
    seats = len({case.corpus.sentence_at(start) for start, _ in places})
    return Mention(name, math.log(1 + len(case.corpus.sentences) / max(seats, 1)), places)
