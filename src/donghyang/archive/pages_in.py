"""The workspace's pages into the archive: those collected and those saved, each as it was last had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import __version__, collecting
from donghyang.archive import models, rows
from donghyang.archive.engines import engine_of
from donghyang.archive.reading import LeftOut, digest_of
from donghyang.collect import PageRead, look_through, read_one
from donghyang.records import CannotProceed, Message, Progress, Unreadable
from donghyang.workspace import ISSUES, page_folders

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive
    from donghyang.collect.evidence import Stored
    from donghyang.read.limits import Limits
    from donghyang.workspace import Workspace

_AT_ONCE = 200
"""Pages of one transaction."""


@dataclass(frozen=True, slots=True)
class PagesIn:
    """What became of the pages."""

    total: int
    """In the archive now."""
    read: int
    """Of them read in this run; the others are as they were."""
    without: int
    """Of all, those without an article; their rows say why."""


def put_pages(archive: Archive, progress: Progress) -> tuple[PagesIn, list[LeftOut]]:
    """Put in the pages that are new or changed, take out those that are gone; folders that cannot be listed stay.

    Raises CannotProceed where the archive cannot be written.
    """
    pages, left = _pages(archive.home)
    table = models.Page.objects.using(archive.alias)
    known = dict(table.filter(reader=__version__).values_list("name", "digest"))
    new = [(name, place) for name, place in pages.items() if not _is_known(place, known.get(rows.key_of(name)))]
    work = partial(read_place, limits=archive.home.settings.limits)
    found = engine_of(archive.home.settings.archive).map(work, new)
    done = 0
    while batch := list(islice(found, _AT_ONCE)):
        _put(archive, batch)
        done += len(batch)
        progress(_LABEL, done, len(new))
    if not left:
        gone = set(table.values_list("name", flat=True)) - {rows.key_of(name) for name in pages}
        with archive.writing():
            for some in _batches(sorted(gone)):
                table.filter(name__in=some).delete()
    return PagesIn(table.count(), len(new), table.exclude(reason="").count()), left


_LABEL = Message("페이지 읽기", "pages")


def _pages(home: Workspace) -> tuple[Mapping[str, Path | Stored], list[LeftOut]]:
    """The pages by name, and the folders that cannot be listed."""
    names, left = page_folders(home), []
    pages: dict[str, Path | Stored] = {**collecting.pages(home)}
    for name in names:
        try:
            found, _ = look_through(home.root / name, home.root / ISSUES)
        except CannotProceed as problem:
            left.append(LeftOut(name, problem.message))
            continue
        before = f"{name}/" if len(names) > 1 else ""
        pages |= {f"{before}{file}": path for file, path in found.items()}
    return pages, left


def _is_known(place: Path | Stored, digest: str | None) -> bool:
    if not digest:
        return False
    try:
        return digest == (digest_of(place) if isinstance(place, Path) else place.digest)
    except Unreadable:
        return False


def read_place(page: tuple[str, Path | Stored], limits: Limits) -> PageRead:
    """The work of an engine on one page."""
    name, place = page
    return read_one(name, place, limits)


def _put(archive: Archive, read: list[PageRead]) -> None:
    table = models.Page.objects.using(archive.alias)
    put = [rows.page_row(one) for one in read]
    with archive.writing():
        table.filter(name__in=[row.name for row in put]).delete()
        table.bulk_create(put)


def _batches(names: list[str]) -> Iterator[list[str]]:
    yield from (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
