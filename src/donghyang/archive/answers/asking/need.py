"""What of a question a text has to say before it may answer: one word, with the forms that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from donghyang.archive.answers.folding import BROKEN, Folded
from donghyang.records import Span

NeedKind = Literal["word", "deed", "name", "figure", "turned", "relative"]
_HARD: frozenset[NeedKind] = frozenset({"name", "figure", "turned", "relative"})
_LEAST_OF_NAME = BROKEN
"""How much of a name a text has to say at least: all of its parts, though they stand apart."""
_ALIKE = 0.95
"""What a word counts that the text says with another."""


@dataclass(frozen=True, slots=True)
class Need:
    """One word of a question."""

    text: str
    forms: tuple[str, ...]
    """Folded; the first are the word itself, the rest say the same. A space parts a figure and its unit."""
    own: int
    """How many of the forms are the word itself."""
    kind: NeedKind
    """word: a noun; deed: what is done, for which texts have many words; name: a place, body, product; figure: a number
    with what it counts; turned: a word that turns a statement round (실패); relative: a time that hangs on the day."""
    span: Span
    """Where it stands in the question."""

    @property
    def is_common(self) -> bool:
        """Whether it is an everyday noun, for which a report may have another word."""
        from donghyang.archive.answers.asking.alike import common

        return self.kind == "word" and not common().isdisjoint((self.text, *self.forms[: self.own]))

    @property
    def is_hard(self) -> bool:
        """Whether no text may lack the word."""
        return self.kind in _HARD

    def said_in(self, text: Folded) -> float:
        """How much of the word a text says, 0 to 1."""
        if self.kind == "figure":
            return 1.0 if any(_figure(form, text) for form in self.forms) else 0.0
        best, least = 0.0, _LEAST_OF_NAME if self.kind == "name" else 0.0
        for place, form in enumerate(self.forms):
            whole = place < self.own or self.kind != "deed"
            held = text.holds(form) if whole else float(form in text.letters)
            held = held if held >= least else 0.0
            best = max(best, held if place < self.own else held * _ALIKE)
            if best == 1.0:
                break
        return best


def _figure(form: str, text: Folded) -> bool:
    """Whether a number stands in a text by itself, with its unit behind it."""
    figure, _, unit = form.partition(" ")
    at = text.plain.find(figure)
    while at >= 0:
        end = at + len(figure)
        before = text.plain[at - 1 : at]
        apart = not before.isdigit() and before not in (".", ",") and not text.plain[end : end + 1].isdigit()
        if apart and text.plain[end:].lstrip(" -").startswith(unit):
            return True
        at = text.plain.find(figure, end)
    return False
