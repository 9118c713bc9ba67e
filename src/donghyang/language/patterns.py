"""Regular expressions compiled when they are first asked: a command pays only for those that its text comes to."""

from __future__ import annotations

import re
from typing import Any, cast

from donghyang.language.charsets import compiled


class Waiting:
    """A pattern that compiles itself at the first use of any of its methods, and is as fast as a compiled one after."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = compiled(self.pattern, self._flags)
        vars(self).update((method, getattr(pattern, method)) for method in _ASKED)
        return getattr(pattern, name)


_ASKED = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "flags",
    "groups",
    "groupindex",
)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, done at the first use; a fault of the pattern shows there.

    What comes back is used by its methods only: `re` itself does not take it.
    """
    return cast("re.Pattern[str]", Waiting(pattern, flags))
