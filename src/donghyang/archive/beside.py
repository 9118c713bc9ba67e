"""What lies beside pages and reports, into the archive: the termbase, decisions, finished prints, a week's stories."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import __version__, wire
from donghyang.archive import models, rows, shelf
from donghyang.archive.reading import LeftOut
from donghyang.language.terms import read_rows
from donghyang.planning import DECISIONS as ON_STORIES
from donghyang.records import CannotProceed, Decision, Decisions, Message, Story
from donghyang.workspace import DECISIONS, TERMS
from donghyang.workspace.printed import LEDGER, finals
from donghyang.workspace.reading import is_there

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive

STORIES = "work/stories.json"
"""What a week's run left of its stories, in the folder of its issue."""

Put = Callable[[str, Path, str], None]
"""Puts the rows of a file into the database called so, from its place and its text; () where it is gone."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a stage keeps; how it is stamped does not matter here."""

    made: tuple[Story, ...]


def put_side_files(archive: Archive) -> Iterator[LeftOut]:
    """Put in what the files say that are new or changed; those that cannot be read, whose rows stay as they are.

    Raises CannotProceed where the archive cannot be written.
    """
    table = models.SideFile.objects.using(archive.alias)
    known = {row.path: row for row in table.all()}
    for path, put in _files(archive):
        name = rows.key_of(path.relative_to(archive.home.root).as_posix())
        row = known.pop(name, None)
        try:
            data = path.read_bytes() if is_there(path) else None
            digest = hashlib.sha256(data).hexdigest() if data is not None else ""
            if (row is None and data is None) or (row and (row.digest, row.reader) == (digest, __version__)):
                continue
            with archive.writing():
                put(archive.alias, path, (data or b"").decode("utf-8-sig"))
                table.filter(path=name).delete()
                table.create(path=name, digest=digest, reader=__version__)
        except CannotProceed as problem:
            if problem.code in ("disk-full", "archive-damaged"):
                raise
            yield LeftOut(str(path), problem.message)
        except (OSError, UnicodeDecodeError) as problem:
            yield LeftOut(str(path), Message(f"읽을 수 없습니다({problem}).", f"cannot be read ({problem})."))


def _files(archive: Archive) -> Iterator[tuple[Path, Put]]:
    root = archive.home.root
    yield root / TERMS, _terms
    yield root / ON_STORIES, _on_stories
    for folder in shelf.days(archive.home):
        yield folder / DECISIONS, _allowed
        yield folder / LEDGER, _prints
        yield folder / STORIES, _stories


def _terms(alias: str, path: Path, text: str) -> None:
    terms = [term for _, term in read_rows(text, path.name)[0]] if text else []
    models.Term.objects.using(alias).all().delete()
    models.Term.objects.using(alias).bulk_create(rows.term_rows(terms))


def _on_stories(alias: str, path: Path, text: str) -> None:
    decided = wire.from_json(tuple[Decision, ...], text, where=str(path)) if text else ()
    models.Decision.objects.using(alias).filter(day=None).delete()
    models.Decision.objects.using(alias).bulk_create(rows.decision_rows(decided))


def _allowed(alias: str, path: Path, text: str) -> None:
    day = dt.date.fromisoformat(path.parent.name)
    decided = wire.from_json(Decisions, text, where=str(path)) if text else Decisions()
    models.Decision.objects.using(alias).filter(day=day).delete()
    models.Decision.objects.using(alias).bulk_create(rows.allowed_rows(day, decided))


def _prints(alias: str, path: Path, text: str) -> None:
    day = dt.date.fromisoformat(path.parent.name)
    models.Publication.objects.using(alias).filter(day=day).delete()
    models.Publication.objects.using(alias).bulk_create(rows.publication_rows(day, finals(path.parent)))


def _stories(alias: str, path: Path, text: str) -> None:
    day = dt.date.fromisoformat(path.parent.parent.name)
    told = wire.from_json(_Made, text, where=str(path)).made if text else ()
    models.StoryPage.objects.using(alias).filter(story__day=day).delete()
    models.Story.objects.using(alias).filter(day=day).delete()
    put = [rows.story_row(story, day, place) for place, story in enumerate(told)]
    models.Story.objects.using(alias).bulk_create(put)
    pages = [one for story, row in zip(told, put, strict=True) for one in rows.story_page_rows(story, row)]
    models.StoryPage.objects.using(alias).bulk_create(pages)
