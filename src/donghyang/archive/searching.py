"""A workspace's archive searched: it is opened once, for one search or many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.archive import giving, models, rows, search
from donghyang.archive.opening import Archive, opened
from donghyang.archive.search.facets import body_of, region_of
from donghyang.archive.search.meaning import Meanings, encoder, is_for, learn
from donghyang.archive.search.names import Names, of_newsroom, packaged
from donghyang.archive.search.query import read_query
from donghyang.records import CannotProceed, FacetName, Filters, Found, Message, Progress, did_you_mean

if TYPE_CHECKING:
    from donghyang.workspace import Workspace

LEARNT_AT_ONCE = 200
"""So many articles are made ready for likeness of meaning without being asked."""
_BATCH = 20
_LABEL = Message("뜻 익히기", "learning meanings")


def found(home: Workspace, texts: Sequence[str], asked: search.Asked, show: Progress) -> Iterator[Found]:
    """The answer to each typed search, in order.

    Where the extra for likeness of meaning is installed and every article is ready for it, it takes part in searches
    that words may not reach. Raises CannotProceed where no archive is, or it cannot be read.
    """
    with opened(home) as archive:
        ready(archive)
        index, names = search.index_of(archive.connection), names_of(home)
        asked = replace(asked, filters=_known(index, asked.filters))
        if any(is_for(read_query(text)) for text in texts) and _is_learnt(archive, show):
            asked = replace(asked, meaning=Meanings(index, asked.filters).like)
        for text in texts:
            yield search.search(index, text, asked, names)


def _known(index: search.Index, filters: Filters) -> Filters:
    """The filters with the names that the index has for their values. Raises CannotProceed for a value of none."""
    regions, bodies = tuple(map(region_of, filters.regions)), tuple(map(body_of, filters.organisations))
    named: tuple[tuple[FacetName, tuple[str, ...]], ...] = (
        ("category", filters.categories), ("region", regions), ("organisation", bodies),
    )  # fmt: skip
    for name, values in named:
        for value in values:
            if not index.has_value(name, value):
                guess = did_you_mean(value, index.values(name), most=3)
                raise CannotProceed(
                    Message(
                        f"{value}: 아카이브에 없는 값입니다.{guess.ko}", f"{value}: nothing in the archive.{guess.en}"
                    )
                )
    return replace(filters, regions=regions, organisations=bodies)


def ready(archive: Archive) -> None:
    """Make the index of an archive that has none, or one of another version, from its articles."""
    if search.is_ready(archive.connection):
        return
    with archive.writing():
        search.prepare(archive.connection)
        for issue in models.Issue.objects.using(archive.alias).order_by("pk"):
            ids = (
                models.Article.objects.using(archive.alias)
                .filter(issue=issue)
                .order_by("pk")
                .values_list("pk", flat=True)
            )
            search.put(archive.connection, list(giving.articles(archive, list(ids))), rows.issue_of(issue).summary)


def _is_learnt(archive: Archive, show: Progress) -> bool:
    """Whether likeness of meaning can take part; an archive that cannot be written to is searched by words."""
    try:
        return learnt(archive, show, LEARNT_AT_ONCE)
    except CannotProceed:
        return False


def learnt(archive: Archive, show: Progress, most: int | None = None) -> bool:
    """Make the articles ready for likeness of meaning, `most` at the most; whether all of them are.

    None are where the extra is not installed, and where there are more to make ready than `most`.
    """
    index = search.index_of(archive.connection)
    missing = index.without_vectors()
    if encoder() is None or (most is not None and len(missing) > most):
        return False
    for start in range(0, len(missing), _BATCH):
        show(_LABEL, start, len(missing))
        with archive.writing():
            learn(index, missing[start : start + _BATCH])
    if missing:
        show(_LABEL, len(missing), len(missing))
    return True


def learn_all(home: Workspace, show: Progress) -> bool:
    """Make every article ready for likeness of meaning; False where the extra is not installed."""
    with opened(home) as archive:
        ready(archive)
        return learnt(archive, show)


def names_of(home: Workspace) -> Names:
    """Forms of one thing, the newsroom's own termbase among them."""
    path = home.termbase
    if path is None:
        return packaged()
    state = path.stat()
    return of_newsroom(path, (state.st_mtime_ns, state.st_size))
