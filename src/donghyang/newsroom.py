"""Lays out a new workspace: settings, termbase, folder for pages, and the sample week on request."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from importlib.resources import as_file, files
from pathlib import Path

from donghyang.files import make_folder, write
from donghyang.language.terms import empty_file
from donghyang.records import CannotProceed, Message, Publisher
from donghyang.workspace import ISSUES, SETTINGS, TERMS, Settings

SAMPLE_DATE = dt.date(2023, 4, 21)
"""The day of the sample week's report."""
INBOX = "pages/inbox"
"""Where saved pages are put, below the workspace."""
_TEMPLATE = """\
# donghyang: the settings of this newsroom
version = {usual.version}
series = "{series}"
dialect = "{usual.dialect}"                      # A: printed issue, B: web issue
days = {usual.days}                          # pages older than this before the report are left out

[publisher]
{publisher}

[[sources]]
name = "saved pages"
kind = "folder"
folder = "{inbox}"
# More, each in a file of its own: donghyang sources add https://… (or a name of donghyang sources --catalogue)

[size]
policy = {usual.size.policy}
technology = {usual.size.technology}
brief = {usual.size.brief}

# How sources of the web are asked, which stand each in a file of sources/:
# [collect]
# delay = {usual.collect.delay}                          # seconds between two requests to one host
# agent = ""                         # how we call ourselves; a contact in it is polite

# The archive lies in archive.db, or in PostgreSQL; its password stands in the variable {usual.archive.key}:
# [archive]
# url = "postgresql://editor@db.example.org/news"

# The style of the house (endings, quotation marks, dates, spaces before units), off until a newsroom turns it on:
# [check]
# also = ["style"]
# ignore = ["thousands"]           # single rules of it

# What the prints look like (colours, typefaces, logo, number of the issue), here or in theme.toml: docs/templates.md
# [theme]
# numbered = [{{date = 2023-01-06, number = 1}}]

# How published issues are mailed, and where their site will be found: docs/publishing.md
# [mail]
# host = "smtp.example.kr"
# user = "news"                    # the password: the variable {usual.mail.key} of the environment
# sender = "news@example.kr"
# [site]
# url = "https://example.kr/weekly/"
# watch = true                     # pages and feeds for the watch lists: readers see their names

# Dated rates: the draft converts foreign sums by them, and the proofreader holds conversions against them:
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
    made = _lay(root / TERMS, empty_file().encode())
    if sample:
        made += _lay_sample(root)
    else:
        make_folder(root / INBOX)
        made.append(root / INBOX)
    # Last, for it makes the folder a workspace: until then the same command can be run again.
    return [write(root / SETTINGS, _template(sample).encode()), *made]


def _lay_sample(root: Path) -> list[Path]:
    with as_file(files("donghyang") / "sample") as material:
        made: list[Path] = []
        for page in sorted((material / "pages").iterdir()):
            made += _lay(root / INBOX / page.name, page.read_bytes())
        report = (material / "report.txt").read_bytes()
        return made + _lay(root / ISSUES / SAMPLE_DATE.isoformat() / "report.txt", report)


def _lay(path: Path, data: bytes) -> list[Path]:
    """Put a file where none is; what a newsroom already has stays."""
    return [] if path.exists() else [write(path, data)]


def _template(sample: bool) -> str:
    usual = Settings()
    series, publisher = usual.series, usual.publisher
    if sample:
        from donghyang import report

        issue = report.parse(report.document((files("donghyang") / "sample" / "report.txt").read_text("utf-8")))
        series, publisher = issue.series or series, issue.publisher
    imprint = "\n".join(_imprint_line(part.name, getattr(publisher, part.name)) for part in fields(Publisher))
    return _TEMPLATE.format(usual=usual, series=series, publisher=imprint, inbox=INBOX)


def _imprint_line(key: str, value: str | None) -> str:
    return f'{key} = "{value}"' if value else f'# {key} = ""'
