"""What one week's run is asked to do, and what it has to work on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from donghyang.collect import PageRead, Window
from donghyang.collect.evidence import Stored
from donghyang.collect.gathered import Gathered
from donghyang.records import Message, PageText, Progress
from donghyang.workspace import Settings, Workspace


@dataclass(frozen=True, slots=True)
class Week:
    """What one week's run is asked to do."""

    files: Mapping[str, Path | Stored]
    """The pages by name: saved, or collected."""
    issues: Path
    """Where the folders of the issues lie, each called by its date."""
    date: dt.date | None = None
    """The day of publication; None: that of the newest page."""
    home: Workspace | None = None
    """The workspace with its settings and its termbase; None outside of any."""
    days: int | Literal["all"] | None = None
    """How many days back from its date the week takes pages; None: as many as the settings say."""
    others: Mapping[str, Message] = field(default_factory=dict)
    """Files that lie among the pages and are none, by name, with the reason."""
    today: dt.date = field(default_factory=dt.date.today)
    """Pages of days to come do not date an issue; it is of today where no page says a day."""
    collected: Gathered | None = None
    """What collecting before it came to; None where there was nothing to collect."""
    model: bool = True
    """Whether the model of the settings may be asked, where there is one."""
    progress: Progress = field(default=lambda label, done, total: None, compare=False)

    @property
    def settings(self) -> Settings:
        """Those of the workspace, else what holds where nobody says otherwise."""
        return self.home.settings if self.home else Settings()

    @property
    def asks_model(self) -> bool:
        """Whether a model writes."""
        return self.model and bool(self.settings.model.url)

    @property
    def termbase(self) -> Path | None:
        """The newsroom's own termbase, None where it has none."""
        return self.home.termbase if self.home else None


@dataclass(frozen=True, slots=True)
class Job:
    """A week whose pages are read and whose day is known."""

    week: Week
    readings: tuple[PageRead, ...]
    window: Window

    @property
    def date(self) -> dt.date:
        """The day of publication."""
        return self.window.day

    @property
    def folder(self) -> Path:
        """Where the issue's files go."""
        return self.week.issues / self.date.isoformat()

    @property
    def pages(self) -> list[PageText]:
        """The pages of the week."""
        return [r.page for r in self.readings if r.page and self.window.problem(r.page.date) is None]

    @property
    def dates(self) -> list[dt.date]:
        """The dates of all pages that were read, in order."""
        return sorted(r.page.date for r in self.readings if r.page and r.page.date)
