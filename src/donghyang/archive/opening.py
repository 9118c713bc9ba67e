"""An archive opened: where it is, whether it can be read, its tables brought to the form of this program."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from donghyang.archive import setup
from donghyang.archive.troubles import told
from donghyang.locking import Lock
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
    file: Path | None
    """The file of SQLite; None on PostgreSQL."""
    schema: str
    """What its tables lie in on PostgreSQL."""

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """Django's connection of this thread; `connection.cursor()` speaks SQL."""
        from django.db import connections

        return connections[self.alias]

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite; else it is PostgreSQL."""
        return self.file is not None

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
            if (error := told(problem, self.place)) is None:
                raise
            raise error from problem

    def close(self) -> None:
        """Let go of this thread's connection."""
        self.connection.close()


@contextmanager
def opened(home: Workspace, *, create: bool = False) -> Iterator[Archive]:
    """The archive of a workspace; with `create` it is made where there is none, and its tables are brought up to date.

    Raises CannotProceed where there is none or nothing in it, where it cannot be read, and where a newer program has
    made it.
    """
    archive = archive_of(home)
    try:
        with archive.answering():
            if not create and not _is_there(archive):
                raise CannotProceed(
                    Message(f"{archive.place}: 아카이브가 없습니다.", f"{archive.place}: no archive yet."), "no-archive"
                )
            no_others(archive)
            if not create and archive.file is not None and not archive.file.stat().st_size:
                raise _empty(archive)
            if _is_older(archive):
                with locked(home):
                    settle(archive)
            if not create and not _holds_anything(archive):
                with suppress(OSError), locked(home, patience=0):  # raises where an import is at work
                    pass
                raise _empty(archive)
            yield archive
    finally:
        archive.close()


def archive_of(home: Workspace) -> Archive:
    """The archive that the settings name, whether it is there or not. Raises CannotProceed for what is no address."""
    wanted = home.settings.archive
    if not wanted.url:
        path = home.root / FILE
        return Archive(home, setup.sqlite(path), str(path), path, "")
    try:
        alias = setup.postgresql(wanted.url, os.environ.get(wanted.key), wanted.schema)
    except ValueError as problem:
        raise CannotProceed(
            Message(
                f"[archive] url: 데이터베이스의 주소가 아닙니다({problem}).",
                f"[archive] url: no address of a database ({problem}).",
            )
        ) from problem
    return Archive(home, alias, f"{wanted.url} ({wanted.schema})", None, wanted.schema)


def beside(archive: Archive) -> Archive:
    """The archive that is made anew beside this one, to take its place; what a killed run left of it is taken away."""
    if archive.file is not None:
        path = archive.file.with_name(f"{archive.file.name}.new")
        _remove(path)
        return replace(archive, alias=setup.sqlite(path), file=path)
    wanted, schema = archive.home.settings.archive, f"{archive.schema}_new"
    made = replace(archive, alias=setup.postgresql(wanted.url, os.environ.get(wanted.key), schema), schema=schema)
    with made.answering(), made.connection.cursor() as cursor:
        cursor.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
    return made


def forget(new: Archive) -> None:
    """Take away an archive that was not made to its end."""
    new.close()
    if new.file is not None:
        _remove(new.file)
        return
    from django.db import Error

    with suppress(Error), new.connection.cursor() as cursor:  # where the server is away the next rebuild does it
        cursor.execute(f'DROP SCHEMA IF EXISTS "{new.schema}" CASCADE')
    new.close()


def take_place(new: Archive, old: Archive) -> None:
    """Put the archive that was made beside another one in its place. Raises CannotProceed where that is refused."""
    new.close()
    old.close()
    if new.file is not None and old.file is not None:
        try:
            _remove_logs(old.file)  # what is in them must not be played into the new file
            new.file.replace(old.file)
        except OSError as problem:
            raise CannotProceed(
                Message(
                    f"{old.place}: 바꿀 수 없습니다({problem.strerror}). 다른 프로그램에서 닫고 다시 실행하십시오.",
                    f"{old.place}: cannot be replaced ({problem.strerror}). Close it elsewhere and run again.",
                )
            ) from problem
        return
    with old.writing(), old.connection.cursor() as cursor:
        cursor.execute(f'DROP SCHEMA IF EXISTS "{old.schema}" CASCADE')
        cursor.execute(f'ALTER SCHEMA "{new.schema}" RENAME TO "{old.schema}"')
    old.close()


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _remove_logs(path)


def _remove_logs(path: Path) -> None:
    """Take away what SQLite keeps beside a file; without it the file is as it was when it was last closed."""
    for end in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _is_there(archive: Archive) -> bool:
    """Whether the archive was ever made."""
    if archive.file is not None:
        return archive.file.is_file()
    with archive.connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{archive.schema}.archive_issue"])
        return bool(cursor.fetchone()[0])


def _holds_anything(archive: Archive) -> bool:
    """Whether an issue or a page is in it: one that was never filled would answer every question with nothing."""
    from donghyang.archive import models

    return any(model.objects.using(archive.alias).exists() for model in (models.Issue, models.Page))


def _empty(archive: Archive) -> CannotProceed:
    told = Message(f"{archive.place}: 아카이브가 비어 있습니다.", f"{archive.place}: the archive is empty.")
    return CannotProceed(told, "no-archive")


def no_others(archive: Archive, *, damaged_too: bool = False) -> None:
    """Raises CannotProceed where another program's database bears the name of the archive's file, and where what bears
    it is damaged, unless that is taken too.

    Django lets go of no connection that fails while it is made: a server would run out of files by its questions.
    """
    if archive.file is None or not archive.file.is_file():
        return
    try:
        tables = _tables(archive.file)
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        error = told(problem, archive.place)
        if error is None or error.code != "archive-damaged" or damaged_too:
            return
        raise error from None
    if tables and not tables & {"archive_issue", "django_migrations"}:
        raise CannotProceed(
            Message(
                f"{archive.place}: 다른 프로그램의 데이터베이스입니다. 다른 곳으로 옮기십시오.",
                f"{archive.place}: the database of another program. Move it elsewhere.",
            )
        )


def _tables(file: Path) -> set[str]:
    """What tables a file of SQLite has, without a change to it. Raises sqlite3.Error or UnicodeDecodeError.

    Django's connection would write into it how its journal is kept.
    """
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


@contextmanager
def locked(home: Workspace, patience: float = setup.PATIENCE) -> Iterator[None]:
    """One import, or one change of the tables, at a time.

    Raises CannotProceed when another one does not end within `patience`, in seconds.
    """
    lock = Lock(home.root, patience, _LOCK, _WRITING)
    try:
        yield
    finally:
        lock.release()


_LOCK = ".archive.lock"
_WRITING = Message(
    "다른 가져오기가 아카이브에 쓰고 있습니다. 끝난 뒤 다시 실행하십시오.",
    "another import is writing into the archive. Run again when it has ended.",
)


def settle(archive: Archive) -> None:
    """Bring the tables to the form of this program; made where there are none."""
    if not archive.is_sqlite:
        with archive.connection.cursor() as cursor:
            cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{archive.schema}"')
    from django.core.management import call_command

    call_command("migrate", setup.APP, database=archive.alias, verbosity=0, interactive=False)


def _is_older(archive: Archive) -> bool:
    """Whether its tables are to be brought up to date. Raises CannotProceed where a newer program made them."""
    applied, known = _applied(archive.connection), _known()
    if newer := sorted(applied - known):
        raise CannotProceed(
            Message(
                f"{archive.place}: 더 새로운 donghyang이 만든 아카이브입니다({newer[-1]}). 프로그램을 올리십시오.",
                f"{archive.place}: made by a newer donghyang ({newer[-1]}). Upgrade the program.",
            )
        )
    return bool(known - applied)


def _applied(connection: Any) -> set[str]:
    """The migrations that its tables have gone through; none where it has no tables."""
    from django.db.migrations.recorder import MigrationRecorder

    return {name for app, name in MigrationRecorder(connection).applied_migrations() if app == setup.APP}


def _known() -> set[str]:
    folder = Path(__file__).with_name("migrations")
    return {path.stem for path in folder.glob("[0-9]*.py")}
