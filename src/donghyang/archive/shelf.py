"""Where the issues of the archive lie: each in the folder of its day, and written down there.

`issues/2015-03-06/archived.json` names the file of each issue of that day. A file from elsewhere is copied into
`issues/2015-03-06/imported/` first. So the archive can be made again from `issues/` alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import wire
from donghyang.files import write
from donghyang.records import Message, Unreadable
from donghyang.workspace import ISSUES
from donghyang.workspace.printed import finals
from donghyang.workspace.reading import text_of

if TYPE_CHECKING:
    from donghyang.archive.reading import ReadIssue
    from donghyang.workspace import Workspace

LEDGER = "archived.json"
IMPORTED = "imported"
"""The folder of files that came from elsewhere, in that of their issue."""
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Shelved:
    """An issue that belongs into the archive."""

    series: str | None
    file: str
    """Below the folder of its day, with slashes."""
    digest: str
    """SHA-256 of the file when it was put in, in hexadecimal."""


def folder_of(home: Workspace, date: dt.date) -> Path:
    """Where the files of an issue lie."""
    return home.root / ISSUES / date.isoformat()


def shelve(home: Workspace, read: ReadIssue, date: dt.date) -> str:
    """Put the file of an issue in its place and write it down; its path below the workspace, with slashes.

    Raises Unreadable for a file that was changed after it was read, CannotProceed where it cannot be written.
    """
    folder = folder_of(home, date)
    name = _within(folder, read.file) or _copied(folder / IMPORTED, read)
    one = Shelved(read.issue.series, name, read.digest)
    old = shelved(folder)
    others = (other for other in old if other.series != one.series and other.file != name)
    new = tuple(sorted((*others, one), key=lambda one: one.series or ""))
    if new != old:
        write(folder / LEDGER, (wire.dumps(new, indent=1) + "\n").encode())
    return f"{ISSUES}/{folder.name}/{name}"


def shelved(folder: Path) -> tuple[Shelved, ...]:
    """The issues of a day's folder; () where none was put into the archive. Raises CannotProceed for a broken list."""
    path = folder / LEDGER
    try:
        return wire.from_json(tuple[Shelved, ...], text_of(path, _MOST_BYTES), where=str(path))
    except FileNotFoundError:
        return ()


def all_shelved(home: Workspace) -> Iterator[tuple[dt.date, Shelved]]:
    """Every issue that belongs into the archive, by day and series. Raises CannotProceed for a broken list."""
    for folder in days(home):
        yield from ((dt.date.fromisoformat(folder.name), one) for one in shelved(folder))


def place_of(path: Path) -> Path:
    """Where a path leads, links followed; one that leads round stays a path, and its reading will say so."""
    return Path(os.path.realpath(path))


def _within(folder: Path, file: Path) -> str | None:
    """What a file is called below a folder; None where it lies elsewhere. Raises Unreadable for no name of letters."""
    place, root = place_of(file), place_of(folder)
    name = place.relative_to(root).as_posix() if place.is_relative_to(root) else None
    if name is not None and _plain(name) != name:
        raise Unreadable(str(file), _NO_NAME)
    return name


def _copied(folder: Path, read: ReadIssue) -> str:
    """The name of the file's copy below the folder of its day: its own, with a number where another one bears it."""
    data = read.file.read_bytes()
    if hashlib.sha256(data).hexdigest() != read.digest:
        raise Unreadable(str(read.file), _CHANGED)
    name = first = _plain(read.file.name)
    number = 1
    while (place := folder / name).exists() and place.read_bytes() != data:
        number += 1
        name = f"{Path(first).stem}-{number}{Path(first).suffix}"
    if not place.exists():
        write(place, data)
    return f"{IMPORTED}/{name}"


def _plain(name: str) -> str:
    """A name that can be written down: what is no UTF-8 in it, and steers a terminal, becomes an underscore."""
    return "".join("_" if "\ud800" <= char <= "\udfff" or not char.isprintable() else char for char in name)


_NO_NAME = Message("이름에 글자가 아닌 것이 있습니다. 이름을 바꾸십시오.", "its name is not of letters; rename it.")
_CHANGED = Message(
    "읽는 동안 바뀌었습니다. 다시 실행하십시오.",
    "was changed while it was read. Run again.",
)


def published(home: Workspace) -> Iterator[tuple[dt.date, Path]]:
    """The reports of the workspace that were printed as finished and are not written down yet, by day."""
    for folder in days(home):
        known = {one.file for one in shelved(folder)}
        for name in dict.fromkeys(f"{Path(name).stem}.txt" for name in finals(folder)):
            if name not in known and (folder / name).is_file():
                yield dt.date.fromisoformat(folder.name), folder / name


def days(home: Workspace) -> list[Path]:
    """The folders of issues, by day."""
    return [folder for folder in sorted((home.root / ISSUES).glob("????-??-??")) if _is_day(folder.name)]


def _is_day(name: str) -> bool:
    try:
        dt.date.fromisoformat(name)
    except ValueError:
        return False
    return True


def day_of(home: Workspace, file: Path) -> dt.date | None:
    """The day of the folder that a file of the workspace's issues lies in; None elsewhere."""
    root, place = place_of(home.root / ISSUES), place_of(file)
    name = place.relative_to(root).parts[0] if place.is_relative_to(root) else ""
    return dt.date.fromisoformat(name) if _is_day(name) else None
