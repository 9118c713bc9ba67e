"""What the archive is filled from: files given, and what the workspace's folders say; what is in stays as it is.

After every import the archive is what a rebuild would make of the folders.
"""

from __future__ import annotations

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
from donghyang.archive.searching import ready
from donghyang.records import CannotProceed, Progress

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

    Raises CannotProceed as `imported` does.
    """
    with opening.locked(home):
        old = opening.archive_of(home)
        before = _contents(home)
        new = opening.beside(old)
        try:
            with new.answering():
                opening.settle(new)
                made = _filled(new, (), progress)
                after = digest_of_contents(new)
        except BaseException:
            opening.forget(new)
            raise
        opening.take_place(new, old)
    same = None if before is None else before == after
    return Imported(made.files, made.left_out, made.removed, made.pages, made.issues, made.articles, old.place, same)


def _contents(home: Workspace) -> str | None:
    """A digest of what is in the archive now; None where there is none, or it cannot be read."""
    try:
        with opening.opened(home) as archive:
            return digest_of_contents(archive)
    except CannotProceed:
        return None


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
