"""Issues into the archive: read side by side, put in one by one; what is in already is left as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from donghyang import __version__
from donghyang.archive import models, rows, shelf
from donghyang.archive.engines import engine_of
from donghyang.archive.reading import LeftOut, ReadIssue, digest_of, read_issue
from donghyang.archive.storing import drop_issue, put_issue
from donghyang.records import Message, Progress, Unreadable
from donghyang.workspace import ISSUES

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive

State = Literal["new", "same", "replaced", "passed over"]
"""It was not in; it was, from the same bytes; it takes the place of another reading of its issue; a later one of the
files that were given with it does."""


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


@dataclass(slots=True)
class IssuesIn:
    """One run over the issues."""

    archive: Archive
    progress: Progress
    files: list[ImportedFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    _last: dict[tuple[str, dt.date], int] = field(default_factory=dict)
    """The place among the files given of the one that an issue is from already."""

    def work(self, given: Sequence[Path]) -> None:
        """Put in what stands in the files, then what the workspace has and the archive has not."""
        each = list({shelf.place_of(file): file for file in given}.values())
        new = [(file, place) for place, file in enumerate(each) if not self._is_in(file, place)]
        self._read([(file, shelf.day_of(self.archive.home, file), place) for file, place in new])
        seen = {shelf.place_of(file) for file in each}
        self._read([(file, day, len(each)) for file, day in self._missing() if shelf.place_of(file) not in seen])
        self._remove()

    def _read(self, files: Sequence[tuple[Path, dt.date | None, int]]) -> None:
        home = self.archive.home
        work = partial(read_issue, limits=home.settings.limits)
        found = engine_of(home.settings.archive).map(work, [file for file, _, _ in files])
        for done, ((_, day, place), one) in enumerate(zip(files, found, strict=True)):
            self.progress(_LABEL, done, len(files))
            if isinstance(one, LeftOut):
                self.left_out.append(one)
            elif (date := day or one.issue.date) is None:
                self.left_out.append(LeftOut(str(one.file), _NO_DAY))
            elif place < self._last.get((rows.key_of(one.issue.series), date), -1):
                self._count(one, date, "passed over")
            else:
                self._take(one, date)
        if files:
            self.progress(_LABEL, len(files), len(files))

    def _is_in(self, file: Path, place: int) -> bool:
        """Whether the archive has what stands in a file, as this program reads it; it is counted if so."""
        try:
            found = models.Issue.objects.using(self.archive.alias).filter(digest=digest_of(file), reader=__version__)
        except Unreadable:
            return False  # its reading will say why
        day = shelf.day_of(self.archive.home, file)
        row = next((row for row in found if day in (None, row.date)), None)
        if row is not None:
            self._last[row.series, row.date] = place
            articles = models.Article.objects.using(self.archive.alias).filter(issue=row)
            facts = models.Fact.objects.using(self.archive.alias).filter(article__in=articles).count()
            self.files.append(ImportedFile(str(file), "same", row.date, row.series or None, articles.count(), facts))
        return row is not None

    def _take(self, found: ReadIssue, day: dt.date) -> None:
        try:
            place = shelf.shelve(self.archive.home, found, day)  # first: what is in the archive is always on the shelf
        except Unreadable as problem:
            self.left_out.append(LeftOut(str(found.file), problem.why))
            return
        former = put_issue(self.archive, found, day, place)
        self._count(found, day, "replaced" if former else "new", former)

    def _count(self, found: ReadIssue, day: dt.date, state: State, former: str | None = None) -> None:
        made = ImportedFile(
            str(found.file),
            state,
            day,
            found.issue.series,
            len(found.articles),
            sum(len(article.facts) for article in found.articles),
            former,
            (*found.doubts, *_doubts(found, day)),
        )
        self.files.append(made)

    def _missing(self) -> Iterator[tuple[Path, dt.date]]:
        """The files of the workspace that belong into the archive and are not in it as they stand, each with its day.

        A copy that an import made is not looked into again; a report that an editor may still change is.
        """
        home = self.archive.home
        found = models.Issue.objects.using(self.archive.alias).filter(reader=__version__)
        known = {(row.date, row.file): row.digest for row in found.only("date", "file", "digest")}
        for day, one in shelf.all_shelved(home):
            path = shelf.folder_of(home, day) / one.file
            digest = known.get((day, f"{ISSUES}/{day}/{one.file}"))
            if not path.is_file():
                self.left_out.append(LeftOut(str(path), _GONE))
            elif digest is None or (not one.file.startswith(f"{shelf.IMPORTED}/") and digest != digest_of(path)):
                yield path, day
        yield from ((path, day) for day, path in shelf.published(home))

    def _remove(self) -> None:
        """Take out what the workspace has no more."""
        home = self.archive.home
        if not (home.root / ISSUES).is_dir():
            return
        kept = {(day, rows.key_of(one.series)) for day, one in shelf.all_shelved(home)}
        for row in models.Issue.objects.using(self.archive.alias).order_by("date", "series"):
            if (row.date, row.series) not in kept:
                drop_issue(self.archive, row)
                self.removed.append(row.file)


_LABEL = Message("가져오기", "import")
_GONE = Message("파일이 없어졌습니다. 되돌려 놓으십시오.", "is not there any more; put it back.")
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
