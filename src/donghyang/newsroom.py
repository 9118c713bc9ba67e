"""Lays out a new workspace: settings, termbase, folder for pages, and the sample week on request."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from importlib.resources import as_file, files
from pathlib import Path

from donghyang.files import make_folder, write
from donghyang.language.terms import empty_file
from donghyang.records import CannotProceed, Message, Publisher
from donghyang.workspace import SETTINGS, VERSION, Settings

_SAMPLE_DATE = dt.date(2023, 4, 21)
_TEMPLATE = """\
# donghyang: the settings of this newsroom
version = {version}
series = "{series}"
dialect = "A"                      # A: printed issue, B: web issue
days = 14                          # pages older than this before the report are left out

[publisher]
{publisher}

[[sources]]
name = "saved pages"
kind = "folder"
folder = "pages/inbox"

[size]
policy = 6
technology = 3
brief = 8

# The style of the house (endings, quotation marks, dates, spaces before units), off until a newsroom turns it on:
# [check]
# also = ["style"]
# ignore = ["thousands"]           # single rules of it

# Dated rates, so that the proofreader can hold conversions against them:
# [[rates]]
# currency = "CNY"
# date = 2023-04-14
# won = 190.0
"""


def create(root: Path, *, sample: bool = False) -> list[Path]:
    """A new workspace in `root`; with `sample` it holds the sample week. Answers the paths made.

    Raises CannotProceed when `root` already is a workspace or cannot be written.
    """
    if (root / SETTINGS).exists():
        raise CannotProceed(
            Message(
                f"{root}: 이미 작업 폴더입니다.",
                f"{root} already is a workspace.",
            ),
            "workspace-exists",
        )
    made = [
        write(root / SETTINGS, _template(sample).encode()),
        *_lay(root / "terms.csv", empty_file().encode()),
    ]
    if not sample:
        make_folder(root / "pages" / "inbox")
        return [*made, root / "pages" / "inbox"]
    with as_file(files("donghyang") / "sample") as material:
        pages = sorted((material / "pages").iterdir())
        for page in pages:
            made += _lay(root / "pages" / "inbox" / page.name, page.read_bytes())
        made += _lay(root / "issues" / _SAMPLE_DATE.isoformat() / "report.txt", (material / "report.txt").read_bytes())
    return made


def _lay(path: Path, data: bytes) -> list[Path]:
    """Put a file where none is; what a newsroom already has stays."""
    return [] if path.exists() else [write(path, data)]


def _template(sample: bool) -> str:
    series, publisher = Settings().series, Publisher()
    if sample:
        from donghyang import report

        issue = report.parse(report.document((files("donghyang") / "sample" / "report.txt").read_text("utf-8")))
        series, publisher = issue.series or series, issue.publisher
    imprint = "\n".join(_imprint_line(part.name, getattr(publisher, part.name)) for part in fields(Publisher))
    return _TEMPLATE.format(version=VERSION, series=series, publisher=imprint)


def _imprint_line(key: str, value: str | None) -> str:
    return f'{key} = "{value}"' if value else f'# {key} = ""'
