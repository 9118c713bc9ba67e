"""What a figure counts: the noun behind it in the source (5架直升机), the one beside it in the text (수송기 5대)."""

from __future__ import annotations

import re

from donghyang.records import Quantity
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.key import bare, korean_forms, korean_words
from donghyang.verify.reasons import says

_LONGEST, _SHORTEST = 8, 2
_BESIDE = 2
_LEAST = 0.5
_FILLERS = re.compile("[的多余]*")


def judge_counted(case: Case, support: dict[int, Found]) -> None:
    """Contradict a noun that no sentence near by has, where the noun that the source counts is another, known one."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        word = _counted(case, figure) if found else None
        if found is None or word is None or word.stem not in korean_words():
            continue
        if any(name.start <= word.start < name.end for name in case.named):
            continue
        if any(word.in_sentence(at) >= _LEAST for at in case.near):
            continue
        noun = _noun(case, found.quantity)
        if noun is None or any(form in bare(case.sentence.printed) for form in korean_forms()[noun]):
            continue
        start = case.corpus.key.plain.index(noun, found.quantity.end)
        case.hold(Judged("statement", (word.start, word.end), "contradicted", (start, start + len(noun)), says(noun)))


def _counted(case: Case, figure: Quantity) -> Word | None:
    """The word right before a figure that counts (헬기 5대), None for any other figure."""
    if figure.kind != "count":
        return None
    return next((w for w in case.sentence.words if 0 <= figure.start - w.end <= _BESIDE and w.text == w.stem), None)


def _noun(case: Case, quantity: Quantity) -> str | None:
    """The known noun right behind a figure of the source, the longest; None where the tables know none."""
    plain = case.corpus.key.plain
    start = _FILLERS.match(plain, quantity.end).end()  # type: ignore[union-attr]
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        if plain[start : start + size] in korean_forms():
            return plain[start : start + size]
    return None
