"""Files into the archive: read side by side, put in one by one; what is in already is left as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from donghyang import __version__
from donghyang.archive import models, shelf
from donghyang.archive.opening import Archive, opened
from donghyang.archive.reading import LeftOut, ReadIssue, digest_of, read_issue
from donghyang.archive.storing import put_issue
from donghyang.records import Message, Progress, Unreadable
from donghyang.workspace import ISSUES, issue_date

if TYPE_CHECKING:
    from donghyang.workspace import Workspace

State = Literal["new", "same", "replaced"]
"""It was not in; it was, from the same bytes; it takes the place of another reading of its issue."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file."""

    file: str
    state: State
    issue: dt.date
    """The day of its issue."""
    series: str | None
    articles: int
    facts: int
    former: str | None = None
    """The file whose reading it takes the place of, below the workspace; None where there was none."""
    doubts: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to."""

    files: tuple[ImportedFile, ...]
    left_out: tuple[LeftOut, ...]
    issues: int
    """In the archive now."""
    articles: int
    """In the archive now."""


def imported(home: Workspace, files: Sequence[Path], progress: Progress) -> Imported:
    """Put every issue that stands in `files` into the archive of the workspace, and what was left by a killed run.

    Raises CannotProceed where the archive cannot be opened or written; what is in by then stays.
    """
    with opened(home, create=True) as archive:
        run = _Run(archive, progress)
        run.work(files)
        return Imported(
            tuple(run.files),
            tuple(run.left_out),
            models.Issue.objects.using(archive.alias).count(),
            models.Article.objects.using(archive.alias).count(),
        )


@dataclass(slots=True)
class _Run:
    """One import."""

    archive: Archive
    progress: Progress
    files: list[ImportedFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def home(self) -> Workspace:
        return self.archive.home

    def work(self, files: Sequence[Path]) -> None:
        each = list({file.absolute(): file for file in files}.values())
        new = [file for file in each if not self._is_in(file)]
        read = partial(read_issue, limits=self.home.settings.limits)
        for done, found in enumerate(map(read, new)):
            self.progress(_LABEL, done, len(new))
            self._take(found)
        self.progress(_LABEL, len(new), len(new))

    def _is_in(self, file: Path) -> bool:
        """Whether the archive has what stands in a file, as this program reads it; it is counted if so."""
        try:
            found = models.Issue.objects.using(self.archive.alias).filter(digest=digest_of(file), reader=__version__)
        except OSError:
            return False  # its reading will say why
        day = issue_date(file) if self._is_own(file) else None
        row = next((row for row in found if day in (None, row.date)), None)
        if row is not None:
            articles = models.Article.objects.using(self.archive.alias).filter(issue=row)
            facts = models.Fact.objects.using(self.archive.alias).filter(article__in=articles).count()
            self.files.append(ImportedFile(str(file), "same", row.date, row.series or None, articles.count(), facts))
        return row is not None

    def _is_own(self, file: Path) -> bool:
        return file.resolve().is_relative_to((self.home.root / ISSUES).resolve())

    def _take(self, found: ReadIssue | LeftOut) -> None:
        if isinstance(found, LeftOut):
            self.left_out.append(found)
            return
        day = (issue_date(found.file) if self._is_own(found.file) else None) or found.issue.date
        if day is None:
            self.left_out.append(LeftOut(found.file, _NO_DAY))
            return
        try:
            place = shelf.shelve(self.home, found, day)
        except Unreadable as problem:
            self.left_out.append(LeftOut(found.file, problem.why))
            return
        former = put_issue(self.archive, found, day, place)
        facts = sum(len(article.facts) for article in found.articles)
        self.files.append(
            ImportedFile(
                str(found.file),
                "replaced" if former else "new",
                day,
                found.issue.series,
                len(found.articles),
                facts,
                former.file if former else None,
                (*found.doubts, *_doubts(found, day)),
            )
        )


_LABEL = Message("가져오기", "import")
_NO_DAY = Message(
    "발행일을 찾지 못했습니다. `issues/YYYY-MM-DD/` 폴더에 두고 다시 실행하십시오.",
    "says no date of publication. Put it into a folder `issues/YYYY-MM-DD/` and run again.",
)


def _doubts(read: ReadIssue, day: dt.date) -> Iterator[Message]:
    printed = read.issue.date
    if printed is None:
        yield Message("발행일이 없어 폴더의 날짜로 둡니다.", "prints no date; that of its folder is taken.")
    elif printed != day:
        yield Message(
            f"적힌 발행일({printed})이 폴더의 날짜와 다릅니다.", f"prints another date ({printed}) than its folder's."
        )
    if read.issue.series is None:
        yield Message("제호를 찾지 못했습니다.", "no name of a series was found.")
