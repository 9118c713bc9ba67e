"""Work that rules share: done once a sheet, and kept as long as the sheet is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from donghyang.check.sheet.sheet import Sheet

_Found = TypeVar("_Found")


def once_a_sheet(work: Callable[[Sheet], _Found]) -> Callable[[Sheet], _Found]:
    """A function of a sheet that works at its first call for each sheet; all who ask get the same result."""
    kept: WeakKeyDictionary[Sheet, _Found] = WeakKeyDictionary()

    @wraps(work)
    def found(sheet: Sheet) -> _Found:
        if sheet not in kept:
            kept[sheet] = work(sheet)
        return kept[sheet]

    return found
