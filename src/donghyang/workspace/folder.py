"""The newsroom's folder: where it is, and what lies in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from donghyang.records import CannotProceed, Message
from donghyang.workspace.reading import MOST_BYTES, bad, read_settings
from donghyang.workspace.settings import Settings

SETTINGS = "donghyang.toml"
ISSUES = "issues"
"""The folder of the issues, each in a folder called by its date."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A newsroom's folder."""

    root: Path
    settings: Settings

    @property
    def termbase(self) -> Path | None:
        """The newsroom's own termbase, None while it has none."""
        path = self.root / "terms.csv"
        return path if path.is_file() else None

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
        if _is_workspace(folder):
            return open_workspace(folder)
    return None


def _is_workspace(folder: Path) -> bool:
    """Whether settings lie there; a folder that may not be looked into is none of ours."""
    try:
        return (folder / SETTINGS).is_file()
    except OSError:
        return False


def open_workspace(root: Path) -> Workspace:
    """The workspace in `root`. Raises CannotProceed, naming file, key and what was expected, when it is none."""
    path = root / SETTINGS
    try:
        if path.stat().st_size > MOST_BYTES:
            raise bad(path, "", Message(f"{MOST_BYTES // 1024}KB까지", f"at most {MOST_BYTES // 1024} KB"))
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise CannotProceed(
            Message(
                f"{root}: 작업 폴더가 아닙니다({SETTINGS} 없음).",
                f"{root} is no workspace (no {SETTINGS}).",
            ),
            "no-workspace",
        ) from None
    except UnicodeDecodeError as problem:
        raise bad(path, "", Message("UTF-8 텍스트", "UTF-8 text")) from problem
    except OSError as problem:
        raise CannotProceed(
            Message(
                f"{path}: 읽을 수 없습니다({problem.strerror}). 파일의 권한을 확인하십시오.",
                f"{path}: cannot be read ({problem.strerror}). Check its permissions.",
            )
        ) from problem
    return Workspace(root, read_settings(path, text))
