"""Clauses of a figure that moved from one amount to another: 2020년 5%에서 2024년 8%로 상승."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.figures import quantity_ko
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.shapes import Core
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader, Token

LINKS: tuple[Role, ...] = ("level", "sum", "move", "moveto", "compare", "adv", "modal")
"""What may stand between what is measured and its figure."""
_MOVED_TO = 4
"""Words of what a figure moved to, with its date: 下降到, 2024年, 的, 8."""


def dated_end(words: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """由2020年的5下降到2024年的8: the words without the second date, and that date in Korean; "" where it has none."""
    end = [at for at, word in enumerate(words) if not word.has("drop")][-_MOVED_TO:]
    if len(end) < _MOVED_TO or not words[end[3]].has("quantity") or not words[end[2]].has("de"):
        return words, ""
    date = words[end[1]].ko("date") if words[end[0]].has("moveto") else ""
    return ([*words[: end[1]], words[end[3]]], date) if date else (words, "")


def between_dates(page: Reader, words: Sequence[Token], until: str) -> Core | None:
    """[what] 由 [date] 的 [figure] [moved to] [date] 的 [figure]: 2020년 5%에서 2024년 8%로 상승."""
    start = len(words) - 1
    while start and words[start - 1].has(*LINKS):
        start -= 1
    core = from_to(page, words[:start], words[start:-1], words[-1:])
    if core is None or "에서 " not in core.korean:
        return None
    return replace(
        core,
        korean=core.korean.replace("에서 ", f"에서 {until} ", 1),
        stem=core.stem.replace("에서 ", f"에서 {until} ", 1),
    )


def from_to(page: Reader, what: Sequence[Token], link: Sequence[Token], values: Sequence[Token]) -> Core | None:
    """甲由2022年的5提高到8: 갑 2022년 5에서 8로 상승."""
    at = next((at for at, word in enumerate(what) if word.zh in ("由", "从") and at), None)
    moved = [word for word in link if word.has("moveto")]
    if at is None or not moved or len(values) != 1:
        return None
    old = [word for word in what[at + 1 :] if not word.has("de")]
    dated = old[0].ko("date") if old and old[0].has("date") else ""
    old = old[1:] if dated else old
    subject = noun_phrase(page, what[:at])
    first = old[0].fact if len(old) == 1 else None
    last = values[0].fact
    if not subject or not isinstance(first, Quantity) or not isinstance(last, Quantity):
        return None
    noun = page.text[what[0].start : what[at].start]
    start, stop = quantity_ko(first, page.terms, noun=noun), quantity_ko(last, page.terms, noun=noun)
    if start is None or stop is None:
        return None
    told = f"{dated} {start}에서 {with_particle(stop, '으로')} {moved[-1].ko('moveto')}".strip()
    return Core(told, f"{told}하", "figure", subject)
