"""What the archive is filled from: files given, and what the workspace's folders say; what is in stays as it is.

After every import the archive is what a rebuild would make of the folders.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang.archive import models, opening
from donghyang.archive.beside import put_side_files
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.issues_in import ImportedFile, IssuesIn
from donghyang.archive.pages_in import PagesIn, put_pages
from donghyang.archive.reading import LeftOut
from donghyang.archive.rows import key_of
from donghyang.archive.searching import ready
from donghyang.archive.shelf import all_shelved
from donghyang.records import CannotProceed, Message, Progress
from donghyang.workspace import ISSUES

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive
    from donghyang.workspace import Workspace

__all__ = ["Imported", "imported", "rebuilt"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to."""

    files: tuple[ImportedFile, ...]
    """Those given, and those of the workspace that were not in yet, or were changed."""
    left_out: tuple[LeftOut, ...]
    removed: tuple[str, ...]
    """Issues that were taken out, since the workspace has them no more: their files, below the workspace."""
    pages: PagesIn
    issues: int
    """In the archive now."""
    articles: int
    """In the archive now."""
    archive: str
    """Where it is."""
    same: bool | None = None
    """Of a rebuild: whether what is in the archive is what was in it; None where that could not be read."""


def imported(home: Workspace, files: Sequence[Path], progress: Progress) -> Imported:
    """Put every issue that stands in `files` into the archive, and what the workspace has and the archive has not.

    Killed, it goes on when it is run again. Raises CannotProceed where the archive cannot be opened or written; what
    is in by then stays.
    """
    with opening.opened(home, create=True) as archive, opening.locked(home):
        return _filled(archive, files, progress)


def rebuilt(home: Workspace, progress: Progress) -> Imported:
    """Make the archive anew from `pages/`, `issues/` and `terms.csv`; the old one stays until the new one is whole.

    Raises CannotProceed as `imported` does, and where the new one would lack an issue that the workspace names and the
    old one has; then the old one stays.
    """
    opening.no_others(opening.archive_of(home), damaged_too=True)
    before = _contents(home)
    with opening.locked(home):
        old = opening.archive_of(home)
        new = opening.beside(old)
        try:
            with new.answering():
                opening.settle(new)
                made = _filled(new, (), progress)
                after = _Contents(digest_of_contents(new), _issues(new))
            _lacks_nothing(made, before, after, home)
        except BaseException:
            opening.forget(new)
            raise
        opening.take_place(new, old)
    same = None if before is None else before.digest == after.digest
    return Imported(made.files, made.left_out, made.removed, made.pages, made.issues, made.articles, old.place, same)


@dataclass(frozen=True, slots=True)
class _Contents:
    """What is in an archive."""

    digest: str
    issues: frozenset[tuple[dt.date, str]]
    """Day and series of each."""


def _contents(home: Workspace) -> _Contents | None:
    """What is in the archive now; None where there is none, or it cannot be read."""
    try:
        with opening.opened(home) as archive:
            return _Contents(digest_of_contents(archive), _issues(archive))
    except CannotProceed:
        return None


def _issues(archive: Archive) -> frozenset[tuple[dt.date, str]]:
    return frozenset(models.Issue.objects.using(archive.alias).values_list("date", "series"))


def _lacks_nothing(made: Imported, before: _Contents | None, after: _Contents, home: Workspace) -> None:
    """Raises CannotProceed where an issue would be lost because its file cannot be read as it was before."""
    named = {(day, key_of(one.series)) for day, one in all_shelved(home)}
    lost = sorted((before.issues & named) - after.issues) if before else []
    if lost:
        first = made.left_out[0] if made.left_out else LeftOut(f"{ISSUES}/{lost[0][0]}", Message("", ""))
        raise CannotProceed(
            Message(
                f"호 {len(lost)}개({lost[0][0]} 등)를 다시 읽지 못해 아카이브를 그대로 둡니다. {first.file}: "
                f"{first.reason.ko}",
                f"{len(lost)} issues ({lost[0][0]} first) cannot be read again; the archive stays as it was. "
                f"{first.file}: {first.reason.en}",
            )
        )


def _filled(archive: Archive, files: Sequence[Path], progress: Progress) -> Imported:
    ready(archive)
    issues = IssuesIn(archive, progress)
    issues.work(files)
    pages, left = put_pages(archive, progress)
    beside = list(put_side_files(archive))
    return Imported(
        tuple(issues.files),
        (*issues.left_out, *left, *beside),
        tuple(issues.removed),
        pages,
        models.Issue.objects.using(archive.alias).count(),
        models.Article.objects.using(archive.alias).count(),
        archive.place,
    )
