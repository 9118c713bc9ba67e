"""Which goal is in force where an article is read from above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.facts.deadlines import Deadline
    from donghyang.records import Bullet

LABEL = lazily(r"^\W*\(([^()]{1,20})\)")


@dataclass(slots=True)
class Reign:
    """A goal that may govern what stands below it."""

    deadline: Deadline | None = None
    level: int = 0
    whole: bool = False
    """A goal by name: every clause under it is one. Otherwise figures only."""
    titled: bool = False
    """A title of goals that names no year: it has that of the goal read last below it."""
    left: bool = False
    """A goal with its own year stands below it: what follows that one is less surely of this."""


@dataclass(slots=True)
class Reigns:
    """The goals that stand above where an article is read, the outermost first."""

    stack: list[Reign] = field(default_factory=list)

    def begin(self, reign: Reign) -> None:
        """Put a goal in force; the title of goals that it stands under has its deadline for those that name none."""
        while self.stack and self.stack[-1].level >= reign.level > 0:
            self.stack.pop()
        if self.stack and _is_part(reign, self.stack[-1]):
            self.stack[-1].left = True
            return
        for above in self.stack:
            above.left = True
            if above.titled:
                above.deadline, reign.whole = reign.deadline, True
        self.stack.append(reign)

    def of(self, block: Bullet, *, topics: bool = False) -> Reign:
        """The goal that a bullet stands under, an empty one without any; `topics` ends those it leaves behind."""
        while topics and self.stack and _leaves(block, self.stack[-1]):
            self.stack.pop()
        return self.stack[-1] if self.stack else Reign()


def _is_part(reign: Reign, above: Reign) -> bool:
    """Whether a bullet with its year only details a goal by name above it, of the same year: the list goes on."""
    if reign.whole or reign.titled or not above.whole or reign.deadline is None or above.deadline is None:
        return False
    return above.level < reign.level and above.deadline.year == reign.deadline.year


def _leaves(block: Bullet, reign: Reign) -> bool:
    """Whether a bullet stands higher than a goal, or beside it and is about something else: it has a label, or the
    goal stands at the top or is one by name.
    """
    other = reign.whole or block.level < 2 or LABEL.match(block.text) is not None
    return block.level < reign.level or (block.level == reign.level and other)
