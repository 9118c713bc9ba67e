"""The index of the evidence: by address, time and digest. Whatever stands in it can be made again from the WARC files.

It is a file of SQLite. One that is damaged, or of another version of the program, is thrown away and made anew. Only
what is still waited for stands nowhere else; the lists name it again.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from donghyang.collect.evidence.rows import Row
from donghyang.records import CannotProceed, Capture, CaptureKind, Entry, Message, Place

NAME = "index.sqlite"
_VERSION = 1
"""Of the tables and of what is said in them."""
_PATIENCE = 30.0
"""Seconds for another process that writes into it."""
_TABLES = """
    CREATE TABLE captures (
        id INTEGER PRIMARY KEY, url TEXT NOT NULL, final_url TEXT NOT NULL, fetched TEXT NOT NULL, status INTEGER,
        media_type TEXT, digest TEXT, size INTEGER NOT NULL, state TEXT NOT NULL, trouble TEXT, ko TEXT, en TEXT,
        kind TEXT NOT NULL, source TEXT NOT NULL, file TEXT NOT NULL, at INTEGER NOT NULL, at_length INTEGER NOT NULL,
        place INTEGER, length INTEGER, whole INTEGER NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
        said TEXT NOT NULL, UNIQUE (file, at)
    );
    CREATE INDEX by_url ON captures (url, id);
    CREATE INDEX by_time ON captures (fetched);
    CREATE INDEX by_digest ON captures (digest) WHERE whole;
    CREATE TABLE files (name TEXT PRIMARY KEY, end INTEGER NOT NULL);
    CREATE TABLE waiting (url TEXT PRIMARY KEY, source TEXT NOT NULL, title TEXT NOT NULL, date TEXT);
"""
_INSERT = f"INSERT OR IGNORE INTO captures VALUES (NULL{', ?' * 22})"
_GOOD = "state <> 'failed' AND digest IS NOT NULL"


class Index:
    """The index of a folder. Use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        """Raises CannotProceed when it cannot be written."""
        self._path = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._base = self._opened()
        except (OSError, sqlite3.OperationalError) as problem:
            raise CannotProceed(
                Message(
                    f"{self._path}: 증거의 색인을 열 수 없습니다({problem}). 권한과 디스크를 확인하십시오.",
                    f"{self._path}: the evidence's index cannot be opened ({problem}). Check permissions and disk.",
                )
            ) from problem

    def add(self, row: Row, end: int) -> None:
        """Put a row in, and say that its file is known up to `end`; one that is there already stays."""
        capture, at = row.capture, row.at
        reason, place = capture.reason, capture.place
        with self._base:
            self._base.execute(
                _INSERT,
                (
                    *(capture.url, capture.final_url, capture.fetched.isoformat(), capture.status),
                    *(capture.media_type, capture.digest, capture.size, capture.state, capture.trouble),
                    *((reason.ko, reason.en) if reason else (None, None)),
                    *(capture.kind, capture.source, at.file, at.offset, at.length),
                    *((place.offset, place.length) if place else (None, None)),
                    *(row.whole, row.etag, row.modified, row.said),
                ),
            )
            self._base.execute(
                "INSERT INTO files VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET end = max(end, excluded.end)",
                (at.file, end),
            )

    def end(self, name: str) -> int:
        """Up to where a file is known; 0 for one that is not."""
        found = self._base.execute("SELECT end FROM files WHERE name = ?", (name,)).fetchone()
        return int(found[0]) if found else 0

    def last(self, url: str) -> Row | None:
        """The last row of an address, whatever came; None where there is none."""
        return next(self._rows("url = ? ORDER BY id DESC LIMIT 1", url), None)

    def last_good(self, url: str, kind: CaptureKind) -> Row | None:
        """The last row that had the page, or the list, of an address; None where none has."""
        return next(self._rows(f"url = ? AND kind = ? AND {_GOOD} ORDER BY id DESC LIMIT 1", url, kind), None)

    def first(self, url: str) -> Row | None:
        """The first row that had a page; None where none has."""
        return next(self._rows(f"url = ? AND {_GOOD} ORDER BY id LIMIT 1", url), None)

    def history(self, url: str) -> list[Row]:
        """All rows of a page, in order."""
        return list(self._rows("url = ? ORDER BY id", url))

    def whole(self, digest: str) -> Row | None:
        """A row whose record holds the payload of that digest; None where none does."""
        return next(self._rows("digest = ? AND whole ORDER BY id LIMIT 1", digest), None)

    def pages(self, since: dt.datetime | None = None) -> Iterator[Row]:
        """The last good row of every page that was first had since then, in the order in which they were first had."""
        first = f"SELECT url, min(id) AS id, max(id) AS last FROM captures WHERE kind = 'page' AND {_GOOD} GROUP BY url"
        rows = self._base.execute(
            f"SELECT captures.* FROM ({first}) AS had JOIN captures AS begun ON begun.id = had.id "
            "JOIN captures ON captures.id = had.last WHERE begun.fetched >= ? ORDER BY had.id",
            (since.isoformat() if since else "",),
        )
        return map(_row, rows)

    def between(self, first: dt.datetime, last: dt.datetime) -> Iterator[Row]:
        """All rows of a span of time, in order."""
        return self._rows("fetched >= ? AND fetched < ? ORDER BY id", first.isoformat(), last.isoformat())

    def newest(self) -> dt.datetime | None:
        """When the last page was had; None before the first."""
        found = self._base.execute(f"SELECT max(fetched) FROM captures WHERE kind = 'page' AND {_GOOD}").fetchone()
        return dt.datetime.fromisoformat(found[0]) if found and found[0] else None

    def wait_for(self, source: str, entries: Iterable[Entry]) -> None:
        """Remember pages that a source names until they are had: a list may not name them next time."""
        rows = [(one.url, source, one.title, one.date.isoformat() if one.date else None) for one in entries]
        with self._base:
            self._base.executemany("INSERT OR IGNORE INTO waiting VALUES (?, ?, ?, ?)", rows)

    def waiting(self, source: str) -> list[Entry]:
        """The pages of a source that are waited for, in the order in which it named them."""
        rows = self._base.execute("SELECT * FROM waiting WHERE source = ? ORDER BY rowid", (source,))
        return [
            Entry(row["url"], row["title"], dt.date.fromisoformat(row["date"]) if row["date"] else None) for row in rows
        ]

    def had(self, url: str) -> None:
        """Wait for a page no longer."""
        with self._base:
            self._base.execute("DELETE FROM waiting WHERE url = ?", (url,))

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *what: object) -> None:
        self.close()

    def _rows(self, where: str, *values: object) -> Iterator[Row]:
        return map(_row, self._base.execute(f"SELECT * FROM captures WHERE {where}", values))

    def _opened(self) -> sqlite3.Connection:
        """The base with its tables."""
        for _ in range(2):
            base = sqlite3.connect(self._path, timeout=_PATIENCE)
            try:
                base.row_factory = sqlite3.Row
                # Faster, and whole after a fall of the machine: what is lost of the end stands in the WARC files.
                base.execute("PRAGMA journal_mode = WAL")
                base.execute("PRAGMA synchronous = NORMAL")
                version = base.execute("PRAGMA user_version").fetchone()[0]
                if version == 0:
                    _lay(base)
                    return base
                if version == _VERSION and base.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                    return base
            except sqlite3.OperationalError:
                base.close()
                raise
            except sqlite3.DatabaseError:
                pass
            base.close()
            self._discard()
        raise sqlite3.OperationalError("no base of SQLite")

    def _discard(self) -> None:
        for end in ("", "-wal", "-shm"):
            self._path.with_name(f"{NAME}{end}").unlink(missing_ok=True)


def _lay(base: sqlite3.Connection) -> None:
    """Make the tables, unless another process has done so meanwhile."""
    with base, closing(base.cursor()) as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        if cursor.execute("PRAGMA user_version").fetchone()[0] == 0:
            for table in filter(str.strip, _TABLES.split(";")):
                cursor.execute(table)
            cursor.execute(f"PRAGMA user_version = {_VERSION}")


def _row(found: Any) -> Row:
    place = Place(found["file"], found["place"], found["length"]) if found["place"] is not None else None
    capture = Capture(
        url=found["url"],
        final_url=found["final_url"],
        fetched=dt.datetime.fromisoformat(found["fetched"]),
        status=found["status"],
        media_type=found["media_type"],
        digest=found["digest"],
        size=found["size"],
        state=cast(Any, found["state"]),
        trouble=cast(Any, found["trouble"]),
        reason=Message(found["ko"], found["en"]) if found["ko"] is not None else None,
        place=place,
        kind=cast(Any, found["kind"]),
        source=found["source"],
    )
    at = Place(found["file"], found["at"], found["at_length"])
    return Row(capture, at, bool(found["whole"]), found["etag"], found["modified"], found["said"])
