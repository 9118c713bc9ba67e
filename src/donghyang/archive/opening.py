"""An archive opened: where it is, whether it can be read, its tables brought to the form of this program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from donghyang.archive import setup
from donghyang.archive.troubles import told
from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    from donghyang.workspace import Workspace

FILE = "archive.db"
"""The archive's name in the workspace, where no other database is set."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that is open: rows are asked for with `Model.objects.using(archive.alias)`."""

    home: Workspace
    alias: str
    """What Django calls its database."""
    place: str
    """Where it is, for a person."""

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """Django's connection of this thread; `connection.cursor()` speaks SQL."""
        from django.db import connections

        return connections[self.alias]

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite; else it is PostgreSQL."""
        return bool(self.connection.vendor == "sqlite")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all of it or nothing. Raises CannotProceed as `answering` does."""
        from django.db import transaction

        with self.answering(), transaction.atomic(using=self.alias):
            yield

    @contextmanager
    def answering(self) -> Iterator[None]:
        """What the database refuses becomes CannotProceed: a full disk, a damaged file, a server that is away."""
        from django.db import Error

        try:
            yield
        except Error as problem:
            raise told(problem, self.place) from problem

    def close(self) -> None:
        """Let go of this thread's connection."""
        self.connection.close()


@contextmanager
def opened(home: Workspace, *, create: bool = False) -> Iterator[Archive]:
    """The archive of a workspace; with `create` it is made where there is none, and its tables are brought up to date.

    Raises CannotProceed where there is none, where it cannot be read, and where a newer program has made it.
    """
    archive = _at(home)
    if not create and not exists(home):
        raise CannotProceed(
            Message(f"{archive.place}: 아카이브가 없습니다.", f"{archive.place}: no archive yet."), "no-archive"
        )
    try:
        with archive.answering():
            _settle(archive)
            yield archive
    finally:
        archive.close()


def exists(home: Workspace) -> bool:
    """Whether the archive was ever made."""
    return (home.root / FILE).is_file()


def _at(home: Workspace) -> Archive:
    path = home.root / FILE
    return Archive(home, setup.sqlite(path), str(path))


def _settle(archive: Archive) -> None:
    """Bring the tables to the form of this program, where they are older. Raises CannotProceed where they are newer."""
    applied, known = _applied(archive.connection), _known()
    if newer := sorted(applied - known):
        raise CannotProceed(
            Message(
                f"{archive.place}: 더 새로운 donghyang이 만든 아카이브입니다({newer[-1]}). 프로그램을 올리십시오.",
                f"{archive.place}: made by a newer donghyang ({newer[-1]}). Upgrade the program.",
            )
        )
    if known - applied:
        from django.core.management import call_command

        call_command("migrate", setup.APP, database=archive.alias, verbosity=0, interactive=False)


def _applied(connection: Any) -> set[str]:
    """The migrations that its tables have gone through; none where it has no tables."""
    from django.db.migrations.recorder import MigrationRecorder

    return {name for app, name in MigrationRecorder(connection).applied_migrations() if app == setup.APP}


def _known() -> set[str]:
    folder = Path(__file__).with_name("migrations")
    return {path.stem for path in folder.glob("[0-9]*.py")}
