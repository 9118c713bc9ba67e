"""The newsroom's folder: where it is, and what lies in it."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from donghyang.records import CannotProceed, Message
from donghyang.workspace.reading import is_there, read_settings, text_of
from donghyang.workspace.settings import Settings

SETTINGS = "donghyang.toml"
ISSUES = "issues"
"""The folder of the issues, each in a folder called by its date."""
PAGES = "pages"
"""The folder of the evidence: the pages that were collected."""
DECISIONS = "decisions.json"
"""What editors let pass in the reports of a folder, beside them."""
TERMS = "terms.csv"
"""The newsroom's own termbase."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A newsroom's folder."""

    root: Path
    settings: Settings

    @property
    def pages(self) -> Path:
        """Where the evidence lies."""
        return self.root / PAGES

    @property
    def termbase(self) -> Path | None:
        """The newsroom's own termbase, None while it has none. Raises CannotProceed where its name is no file's."""
        path = self.root / TERMS
        return path if is_there(path) else None

    def rate(self, currency: str, day: dt.date) -> Decimal | None:
        """Won for one unit of `currency`: the last rate of the month up to `day`, None where the settings have none."""
        known = [
            rate
            for rate in self.settings.rates
            if rate.currency == currency and dt.timedelta(0) <= day - rate.date <= dt.timedelta(days=31)
        ]
        return max(known, key=lambda rate: rate.date).won if known else None


def issue_date(file: Path) -> dt.date | None:
    """The day of the issue in whose folder (issues/2023-02-17/) a file lies, None elsewhere."""
    folder = file.absolute().parent
    try:
        return dt.date.fromisoformat(folder.name) if folder.parent.name == ISSUES else None
    except ValueError:
        return None


def find(start: Path) -> Workspace | None:
    """The workspace that `start` lies in, looking upwards as git does; None outside of any.

    Raises CannotProceed when its settings cannot be read.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        if os.path.lexists(folder / SETTINGS):  # a broken link too: without it its rules and terms would not hold
            return open_workspace(folder)
    return None


def open_workspace(root: Path) -> Workspace:
    """The workspace in `root`. Raises CannotProceed, naming file, key and what was expected, when it is none."""
    path = root / SETTINGS
    try:
        text = text_of(path)
    except FileNotFoundError:
        raise CannotProceed(
            Message(
                f"{root}: 작업 폴더가 아닙니다({SETTINGS} 없음).",
                f"{root} is no workspace (no {SETTINGS}).",
            ),
            "no-workspace",
        ) from None
    return Workspace(root, read_settings(path, text))
