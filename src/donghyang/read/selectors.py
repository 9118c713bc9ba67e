"""Selectors of style sheets: which elements of a page they speak of (Selectors Level 4).

cssselect2 takes a selector apart; whether it fits is asked here, because its own matcher writes strangers' words into
a program that it runs, and looks at all brothers of every element. Here each question is asked of each element once,
and `Looks` counts them: who has asked too many gets "maybe" for an answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.answers import MAYBE, NO, YES, Answer
from donghyang.read.places import Places

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LOOKS = 3_000_000
"""Elements that are looked at for a page; pages take 170,000. Answers that are kept are fewer."""
_MOST_KEPT = 100_000
_LONGEST = 1_000
"""Letters of a class attribute that are looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a selector asks of one element."""

    tag: str
    """Empty for any."""
    parts: frozenset[str]
    """Its classes and name, as `.x` and `#x`."""
    tests: tuple[Test, ...]
    then: str
    """How the element of the step after it stands to it: " " within, ">" a child, "+" next, "~" behind; "" for none."""

    def fits(self, element: _Element, looks: Looks) -> Answer:
        """Whether an element is such a one."""
        if looks.left <= 0:
            return MAYBE
        looks.left -= 1
        if (self.tag and element.tag != self.tag) or not (self.parts <= looks.parts(element)):
            return NO
        answer = YES
        for test in self.tests:
            answer = min(answer, test(element, looks))
            if answer is NO:
                break
        return answer


class Looks:
    """The questions asked of one page, and the answers to those that will be asked again."""

    def __init__(self, *, folds: bool) -> None:
        self.left = _MOST_LOOKS
        self.places = Places()
        self._folds = folds
        """Whether capitals do not count in classes and names, as in pages without a document type."""
        self._parts: dict[tuple[str | None, str | None], frozenset[str]] = {}
        self._above: dict[tuple[int, int, _Element], Answer] = {}
        self._before: dict[tuple[int, int, _Element], tuple[_Element, Answer]] = {}

    def folded(self, name: str) -> str:
        """A class or name as it is compared."""
        return name.lower() if self._folds else name

    def parts(self, element: _Element) -> frozenset[str]:
        """Classes and name of an element."""
        key = element.get("class"), element.get("id")
        found = self._parts.get(key)
        if found is None:
            classes, name = key
            told = {f".{one}" for one in self.folded(classes[:_LONGEST]).split()} if classes else set()
            if name:
                told.add(f"#{self.folded(name[:_LONGEST])}")
            if len(self._parts) > _MOST_KEPT:
                self._parts.clear()
            found = self._parts[key] = frozenset(told)
        return found

    def match(self, steps: Selector, element: _Element, at: int | None = None) -> Answer:
        """Whether the selector speaks of the element; `at`: whether its steps up to that one do."""
        at = len(steps) - 1 if at is None else at
        answer = steps[at].fits(element, self)
        return answer if answer is NO or at == 0 else min(answer, self.stands(steps, element, at - 1))

    def stands(self, steps: Selector, element: _Element, at: int) -> Answer:
        """Whether an element stands as the selector asks to such a one as its steps up to `at` speak of."""
        how = steps[at].then
        if how == " ":
            return self._within(steps, element, at)
        if how == "~":
            return self._behind(steps, element, at)
        other = element.getparent() if how == ">" else element.getprevious()
        return NO if other is None else self.match(steps, other, at)

    def _within(self, steps: Selector, element: _Element, at: int) -> Answer:
        above: list[_Element] = []
        known, one = NO, element.getparent()
        while one is not None:
            if (kept := self._above.get((id(steps), at, one))) is not None:
                known = kept
                break
            above.append(one)
            one = one.getparent()
        if len(self._above) > _MOST_KEPT:
            self._above.clear()
        for one in reversed(above):
            known = known if known is YES else max(known, self.match(steps, one, at))
            self._above[id(steps), at, one] = known
        return known

    def _behind(self, steps: Selector, element: _Element, at: int) -> Answer:
        """Asked of brothers one after the other, it looks at each of them once."""
        around, one = element.getparent(), element.getprevious()
        if around is None or one is None:
            return NO
        key, last, answer = (id(steps), at, around), one, NO
        seen, known = self._before.get(key, (None, NO))
        while one is not None:
            if one is seen:
                answer = max(answer, known)
                break
            answer = max(answer, self.match(steps, one, at))
            if answer is YES:
                break
            one = one.getprevious()
        if len(self._before) > _MOST_KEPT:
            self._before.clear()
        self._before[key] = last, answer
        return answer


Test = Callable[["_Element", Looks], Answer]
Selector = tuple[Step, ...]
