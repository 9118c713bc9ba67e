"""A sentence while it is heard: where it stands, what has been said of it, and what governs what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from donghyang.draft.shapes import Clause

if TYPE_CHECKING:
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader
    from donghyang.draft.speech import Speech

AIMED = re.compile("이상|이하|약 [\\d.]+")
"""The bounds of a Korean figure: what has come about has seldom one, an aim has."""
GOES_ON = frozenset("，,：:")
"""Behind these stands what somebody says: 严格信息安全要求。 says nothing of anybody."""
Place = Literal["news", "section", "plan"]
"""Where a sentence stands: in a report, in a plan's numbered sections, on a page that is the plan by its title."""


class Heard:
    """What is known of a sentence up to the clause that is heard."""

    def __init__(self, page: Reader, place: Place, aim: Mood = "", *, spoken: bool = False) -> None:
        """`aim`: what the sentence in front of a semicolon promises or demands, which holds for this one too.

        `spoken`: somebody speaks in front of it in its paragraph.
        """
        self.page = page
        self.place = place
        self.aim: Mood = aim
        self.handed: Mood = aim
        self.spoken = spoken
        self.puts_forward = False
        """Is what it says put forward by a plan (提出，到2027年，…)?"""
        self.narrows = False
        """Does the sentence speak of a part of what another has told (其中)?"""
        self.said: list[Clause] = []
        self.speech: Speech | None = None
        self.topic = ""
        """Who or what the sentence speaks of, where a comma parts it from what he does."""
        self.context = Clause("", "", "setting")
        """The date and the circumstance in front of what is told."""
        self.year: int | None = None
        """The year of what is said, where another sentence has named it."""
