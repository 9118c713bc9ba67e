"""Which articles can hold what a person asks the ledger for, told by the search index before any row is read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from donghyang.archive import search
from donghyang.archive.search.grams import Needed, needed
from donghyang.archive.search.letters import cut, squeezed
from donghyang.facts.places import holders
from donghyang.language import gazetteer
from donghyang.records import Filters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from donghyang.archive.opening import Archive

MOST = 5_000
"""Articles that are worth naming one by one."""


def articles_with(archive: Archive, words: Iterable[str], region: str | None, most: int = MOST) -> list[int] | None:
    """The articles that may hold all of these words and name the region; None where the index does not narrow them to
    fewer than `most`.

    Whatever holds a word is among them, and others may be.
    """
    groups = [[needed(plain)] for word in words if (plain := _indexed(word)) is not None]
    if region is not None and (forms := _forms(region)):
        groups.append(list(forms))
    if not groups or not search.is_ready(archive.connection):
        return None
    found = search.index_of(archive.connection).matching(groups, Filters(), most)
    return found if len(found) < most else None


def _indexed(word: str) -> str | None:
    """A word as the index holds it wherever an article prints it; None for one that is cut there in another way."""
    plain = squeezed(cut(word))
    return plain if len(plain) > 1 and plain.isalpha() else None


@cache
def _forms(region: str) -> tuple[Needed, ...]:
    """What an article has that names a region or a place in it; () for a region that is none."""
    forms = {squeezed(cut(form)) for holder in holders(region) for form in gazetteer.forms_within(holder)}
    return tuple(needed(form) for form in sorted(forms) if len(form) > 1)
