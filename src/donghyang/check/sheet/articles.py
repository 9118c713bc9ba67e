"""An article as the rules see it: its lines, each with its part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field

from donghyang.check.sheet.passages import Part, Passage
from donghyang.records import SectionKind


@dataclass(slots=True)
class ArticleLines:
    """One article: its lines by part, in order."""

    index: int
    kind: SectionKind
    section: int
    number: int | None
    date: dt.date | None
    passages: list[Passage] = field(default_factory=list)

    def of(self, *parts: Part) -> list[Passage]:
        """The lines of these parts."""
        return [passage for passage in self.passages if passage.part in parts]

    def first(self, part: Part) -> Passage | None:
        """The first line of a part, None when there is none."""
        return next((passage for passage in self.passages if passage.part == part), None)

    def text(self, parts: Collection[Part]) -> str:
        """The lines of these parts, one below the other."""
        return "\n".join(passage.text for passage in self.passages if passage.part in parts)
