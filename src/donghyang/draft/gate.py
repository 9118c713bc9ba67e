"""The last look at what is to be said: a line that its own source contradicts is not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.verify import Source, verify

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from donghyang.draft.selection import Said
    from donghyang.records import PageText

_HELD = 32
"""The weightiest statements that are held against their sources; an article shows fewer."""
_BEFORE = 400
"""Characters of the paragraph in front of a sentence that may govern it."""


def uncontradicted(said: Sequence[Said], pages: Mapping[str, PageText], date: dt.date) -> list[Said]:
    """The weightiest statements, in their order, without those that their own paragraph of the page contradicts."""
    weighty = sorted(said, key=lambda one: -one.weight)[:_HELD]
    return [one for one in said if one in weighty and not _contradicted(one, pages[one.page], date)]


def _contradicted(one: Said, page: PageText, date: dt.date) -> bool:
    start, end = one.phrase.span
    paragraph = page.text[max(page.text.rfind("\n", 0, start) + 1, start - _BEFORE) : end]
    source = Source(one.page, paragraph, page.date or date)
    claims = (claim for told in verify(one.phrase.prose, [source], date=page.date or date) for claim in told.claims)
    # That something is aimed at may follow from a heading or a plan's title, which stand elsewhere.
    return any(
        claim.status == "contradicted" and not (claim.kind == "modality" and one.phrase.goal) for claim in claims
    )
