"""Selectors with ancestors and attributes: which elements they speak of (Selectors Level 4, the part without states).

A selector is followed from its last element up through the ancestors once, so the work is its length times the depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMPOUND = re.compile(
    r"(?P<tag>\*|[a-z][a-z0-9]{0,20})?(?P<parts>(?:[.#][\w-]{1,80}){0,4})"
    r"(?P<tests>(?:\[[^\[\]]{1,100}\]){0,3})(?P<then>\s*>\s*|\s+|$)",
    re.IGNORECASE,
)
PART = re.compile(r"[.#][\w-]+")
"""A class or a name in a selector."""
_TEST = re.compile(r"\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(\"[^\"\\]*\"|'[^'\\]*'|[\w-]+)\s*)?\]")
_MOST_STEPS = 8
"""Elements that a selector names one inside the other; people write three."""
_UNDONE = "cloak"
"""How the attributes of libraries end that hide a page until their script runs."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a selector asks of one element."""

    tag: str
    """Empty for any."""
    parts: tuple[str, ...]
    """Its classes and name, as `.x` and `#x`."""
    tests: tuple[tuple[str, str, str], ...]
    """Attribute, comparison and value; a comparison of nothing asks that the attribute is there."""
    near: bool
    """Whether the step before it must be its parent."""

    def fits(self, element: _Element) -> bool:
        """Whether the element is such a one."""
        if self.tag and element.tag != self.tag:
            return False
        if self.parts:
            classes = (element.get("class") or "")[:1_000].split()
            for part in self.parts:
                if not (part[1:] in classes if part[0] == "." else part[1:] == element.get("id")):
                    return False
        return all(_has(element.get(name), how, value) for name, how, value in self.tests)


Selector = tuple[Step, ...]


def selector(text: str) -> Selector | None:
    """The steps from the outermost element to the one spoken of; None for a selector that is not followed."""
    steps: list[Step] = []
    at, near = 0, False
    while at < len(text):
        found = _COMPOUND.match(text, at)
        if found is None or found.end() == at or len(steps) == _MOST_STEPS:
            return None
        tests = _tests(found["tests"])
        bare = found["tag"] is None and not found["parts"] and not found["tests"]
        if bare or tests is None:
            return None
        tag = (found["tag"] or "").lower().replace("*", "")
        steps.append(Step(tag, tuple(PART.findall(found["parts"])), tests, near))
        near, at = ">" in found["then"], found.end()
    return None if near or not steps else tuple(steps)


def _tests(text: str) -> tuple[tuple[str, str, str], ...] | None:
    """What stands in brackets, None where one of them is not followed."""
    found = [(test[1].lower(), test[2] or "", (test[3] or "").strip("\"'")) for test in _TEST.finditer(text)]
    if len(found) != text.count("[") or any(name.endswith(_UNDONE) for name, _, _ in found):
        return None
    return tuple(found)


def within(element: _Element, steps: Selector) -> tuple[bool, int]:
    """Whether the element stands within such others as the steps before the last ask, itself not looked at; and how
    many comparisons that took."""
    if len(steps) == 1:
        return True, 0
    waiting = {len(steps) - 1: steps[-1].near}
    count = 0
    for above in element.iterancestors():
        after: dict[int, bool] = {}
        for at, near in waiting.items():
            count += 1
            if steps[at - 1].fits(above):
                if at == 1:
                    return True, count
                after[at - 1] = after.get(at - 1, True) and steps[at - 1].near
            if not near:
                after[at] = False
        if not after:
            break
        waiting = after
    return False, count


def _has(given: str | None, how: str, value: str) -> bool:
    if given is None or not how:
        return given is not None
    if how == "=":
        return given == value
    if how == "|=":
        return given == value or given.startswith(f"{value}-")
    if not value:
        return False
    if how == "~=":
        return value in given.split()
    return {"^=": given.startswith, "$=": given.endswith, "*=": given.__contains__}[how](value)
