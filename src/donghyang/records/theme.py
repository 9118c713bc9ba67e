"""What a newsroom's prints look like: one theme for every format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of the print, each `#rrggbb`."""

    main: str = "#17375e"
    """Covers, openers, headlines, table heads; white letters stand on it."""
    accent: str = "#b04a1f"
    """Markers, rules, the contents' title."""
    warm: str = "#e9b48f"
    """Letters on `main` that stand out: the date, a section's numeral."""
    tint: str = "#edf2f8"
    """The ground of leads and table heads."""
    box: str = "#fbf8f5"
    """The ground of note boxes."""
    ink: str = "#1b212a"
    """The text."""
    soft: str = "#55606d"
    """What is said aside: remarks on words, sources, page numbers."""
    link: str = "#1f4e8c"
    hair: str = "#c5cfdb"
    """Thin lines; no letters."""
    alarm: str = "#a11d1d"
    """The mark of a draft, and what is still to be written."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Families of typefaces, as the machine calls them; "" leaves the choice to the program."""

    korean: str = ""
    serif: str = ""
    """Of titles."""
    chinese: str = ""
    folder: str = ""
    """Where further typefaces lie (.ttf, .otf, .ttc), in the newsroom's folder; the PDF alone takes them."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One issue whose number is known; those after it are counted from it."""

    date: dt.date
    number: int


@dataclass(frozen=True, slots=True)
class ImprintRow:
    """A line of the imprint beyond those of the publisher."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What `[theme]` or theme.toml says; where it says nothing, the house's own look holds."""

    colours: Colours = field(default_factory=Colours)
    typefaces: Typefaces = field(default_factory=Typefaces)
    logo: str = ""
    """The picture on the cover (PNG or JPEG), a file of the newsroom's folder; "" for none."""
    emblem: str = ""
    """The picture beside the imprint; likewise."""
    numbered: tuple[Numbered, ...] = ()
    """Issues whose numbers are known; without one no issue is numbered."""
    every: int = 1
    """Weeks from one issue to the next; 0: only the issues of `numbered` have a number."""
    imprint: tuple[ImprintRow, ...] = ()

    def number_of(self, date: dt.date | None) -> int | None:
        """The number of the issue of a day, counted in weeks from the last known one; None where none is known.

        Also None for an issue of a week in which none was due, and for a week that holds a known one of another day.
        """
        known = max((one for one in self.numbered if date and one.date <= date), key=lambda one: one.date, default=None)
        if known is None or date is None or known.date == date:
            return known.number if known else None
        weeks = (_monday(date) - _monday(known.date)).days // 7
        return known.number + weeks // self.every if self.every and weeks and weeks % self.every == 0 else None


def _monday(date: dt.date) -> dt.date:
    return date - dt.timedelta(days=date.weekday())
