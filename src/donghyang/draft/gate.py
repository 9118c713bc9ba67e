"""The last look at what is to be said: a line that its own source contradicts is not said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.sentences import Unsaid
from donghyang.verify import Source, verify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from donghyang.draft.selection import Said
    from donghyang.draft.sentences import Phrase
    from donghyang.records import PageText

_HELD = 32
"""The weightiest statements that are held against their sources; an article shows fewer."""
_BEFORE = 400
"""Characters of the paragraph in front of a sentence that may govern it."""


def uncontradicted(said: Sequence[Said], pages: Mapping[str, PageText], date: dt.date) -> list[Said]:
    """The sentences in their order, what their own paragraph of the page contradicts taken back: it is not said.

    Of many statements the weightiest are held against their sources; the others are not said either.
    """
    weighty = sorted((one for one in said if one.korean), key=lambda one: -one.weight)[:_HELD]
    return [taken_back(one) if one.korean and not _holds(one, weighty, pages, date) else one for one in said]


def _holds(one: Said, weighty: Sequence[Said], pages: Mapping[str, PageText], date: dt.date) -> bool:
    phrase = one.phrase
    if one.heads:
        # Each of a report's goals was held against its own clause.
        return True
    return one in weighty and not isinstance(phrase, Unsaid) and not _contradicted(phrase, one.page, pages, date)


def taken_back(one: Said) -> Said:
    """The sentence as one that has no Korean."""
    phrase = one.phrase
    return replace(one, phrase=Unsaid(phrase.span, phrase.quote, phrase.paragraph))


def _contradicted(phrase: Phrase, name: str, pages: Mapping[str, PageText], date: dt.date) -> bool:
    page = pages[name]
    start, end = phrase.span
    paragraph = page.text[max(page.text.rfind("\n", 0, start) + 1, start - _BEFORE) : end]
    # That something is aimed at may follow from a heading or a plan's title, which stand elsewhere.
    day = dt.date(phrase.year, 12, 31) if phrase.year else page.date or date
    return is_contradicted(phrase.prose, Source(name, paragraph, day), in_any_mood=phrase.goal)


def is_contradicted(korean: str, source: Source, *, in_any_mood: bool) -> bool:
    """Does a source say otherwise? `in_any_mood`: whether it says that it is done, aimed at or possible counts not."""
    claims = (claim for one in verify(korean, [source], date=source.date) for claim in one.claims)
    return any(claim.status == "contradicted" and not (claim.kind == "modality" and in_any_mood) for claim in claims)
