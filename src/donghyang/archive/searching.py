"""A workspace's archive searched: it is opened once, for one search or many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.archive import giving, search
from donghyang.archive.opening import Archive, opened
from donghyang.archive.search.names import Names, of_newsroom, packaged
from donghyang.records.search import Found

if TYPE_CHECKING:
    from donghyang.workspace import Workspace


def found(home: Workspace, texts: Sequence[str], asked: search.Asked) -> Iterator[Found]:
    """The answer to each typed search, in order. Raises CannotProceed where no archive is, or it cannot be read."""
    with opened(home) as archive:
        ready(archive)
        index, names = search.index_of(archive.connection), _names(home)
        for text in texts:
            yield search.search(index, text, asked, names)


def ready(archive: Archive) -> None:
    """Make the index of an archive that has none, or one of another version, from its articles."""
    with archive.writing():
        if search.prepare(archive.connection):
            for _, issue in groupby(giving.articles(archive), key=lambda one: (one.issue, one.series)):
                search.put(archive.connection, list(issue))


def _names(home: Workspace) -> Names:
    """Forms of one thing, the newsroom's own termbase among them."""
    path = home.termbase
    if path is None:
        return packaged()
    state = path.stat()
    return of_newsroom(path, (state.st_mtime_ns, state.st_size))
