"""What came of one run over the sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from donghyang.records import Capture, CaptureState, Entry, Message, Source


@dataclass(frozen=True, slots=True)
class Watched:
    """What came of one source."""

    source: str
    named: int
    """Entries that it names."""
    new: int
    unchanged: int
    changed: int
    old: int
    """Entries that were never had and are not asked for: they are older than the settings reach."""
    failed: int
    """Its lists and pages that could not be had."""
    left: int
    """Pages that were not asked for: the run was at its limits, or broke off."""
    reason: Message | None
    """Why its list failed, else what most of its pages failed from, with what to do next; None when none did."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of a run."""

    sources: tuple[Watched, ...]
    lists: int
    """Lists that were asked for."""
    pages: int
    """Pages that were asked for."""
    changed: tuple[Capture, ...]
    """Pages that say something else than before."""
    failures: tuple[Capture, ...]
    """Lists and pages that could not be had."""
    old: int
    """Entries of all sources that are older than the settings reach."""
    left: int
    """Pages that were not asked for: the run was at its limits, or broke off."""
    broken: Message | None
    """Why the run broke off; None when it came to its end."""


@dataclass
class Tally:
    """What is known of a source while the run goes on."""

    source: Source
    entries: dict[str, Entry] = field(default_factory=dict)
    failures: dict[Capture, None] = field(default_factory=dict)
    """Its lists and pages that could not be had, in order."""
    states: Counter[CaptureState] = field(default_factory=Counter)
    """Of its pages."""
    old: int = 0
    left: int = 0
    answered: bool = False
    """Whether a list of its could be read."""
    reason: Message | None = None
    """Why none could."""

    def lost(self, reason: Message | None) -> None:
        """A list of the source cannot be had; where the first could, that is no trouble of the source."""
        if not self.answered:
            self.reason = self.reason or reason

    def watched(self) -> Watched:
        """What the run says of it."""
        often = Counter(one.reason for one in self.failures).most_common(1)
        return Watched(
            source=self.source.name,
            named=len(self.entries),
            new=self.states["new"],
            unchanged=self.states["unchanged"],
            changed=self.states["changed"],
            old=self.old,
            failed=len(self.failures) or int(self.reason is not None),
            left=self.left,
            reason=self.reason or (often[0][0] if often else None),
        )
