"""The properties that a page makes for itself and asks for elsewhere (`--x`, `var(--x)`; CSS Custom Properties 1)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from donghyang.read.css import UNKNOWN, Told

_MOST_STEPS = 6
"""Properties that stand for one another; one that stands for itself stands for nothing."""
_LONGEST = 400
"""Letters of a value that is put together."""


def followed(style: Told, above: Mapping[str, str], asked: Collection[str]) -> tuple[Mapping[str, str], Told]:
    """The page's own properties as an element has them, and its style with what they stand for.

    Where one asks for what is not there, or for too much, nothing is known: a script may set it.
    """
    own = {name: value for name, value in style.items() if name in asked}
    named = {**above, **own} if own else above
    if not any("var(" in value for value in style.values()):
        return named, style
    told: Told = {}
    for name, value in style.items():
        if name in asked or "var(" not in value:
            told[name] = value
        else:
            told[name] = _value(value, named)
    return named, told


def _value(value: str, named: Mapping[str, str]) -> str:
    """A value with what its properties stand for."""
    for _ in range(_MOST_STEPS):
        at = value.find("var(")
        if at < 0:
            return " ".join(value.split())
        close = _close(value, at + 3)
        if close is None:
            return UNKNOWN
        name, comma, otherwise = value[at + 4 : close].partition(",")
        given = named.get(name.strip())
        if given is None or given == "initial":
            given = otherwise.strip() if comma else UNKNOWN
        if given == UNKNOWN:
            return UNKNOWN
        value = value[:at] + given + value[close + 1 :]
        if len(value) > _LONGEST:
            return UNKNOWN
    return UNKNOWN


def _close(value: str, opens: int) -> int | None:
    """Where the bracket that opens there closes, None where it never does."""
    depth = 0
    for at in range(opens, len(value)):
        depth += {"(": 1, ")": -1}.get(value[at], 0)
        if depth == 0:
            return at
    return None
