"""Sets of characters such as [가-힣] worked out once, not for every place of every pattern in which they stand.

CPython (to 3.13 at least) walks all 11,172 syllables of [가-힣] one by one wherever the set stands, a millisecond each
time, and lays out a map of 65,536 places for a set as small as [은는]. The patterns of `check` hold more than a
thousand sets: a quarter of the time that a report takes. A set of few signs and stretches is quickest as it stands.
"""

from __future__ import annotations

import importlib
import re
from typing import Any

_NAME = "_optimize_charset"
_FEW = 8
"""Signs and stretches of a set, at the most, that are tried one by one as fast as they are looked up in a map."""


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, the same pattern sooner; where `re` is built otherwise, it is simply called."""
    if _COMPILER is None or _WORKED_OUT is None:
        return re.compile(pattern, flags)
    setattr(_COMPILER, _NAME, _remembered)
    try:
        return re.compile(pattern, flags)
    finally:
        setattr(_COMPILER, _NAME, _WORKED_OUT)


def _remembered(charset: list[tuple[Any, Any]], *case: Any) -> Any:
    if any(case):
        return _WORKED_OUT(charset, *case)
    if len(charset) <= _FEW:
        return charset, False
    key = tuple(charset)
    if key not in _KNOWN:
        _KNOWN[key] = _WORKED_OUT(charset, *case)
    return _KNOWN[key]


def _compiler() -> Any:
    try:
        return importlib.import_module("re._compiler")
    except ImportError:
        return None


_COMPILER = _compiler()
_WORKED_OUT: Any = getattr(_COMPILER, _NAME, None)
_KNOWN: dict[tuple[tuple[Any, Any], ...], Any] = {}
