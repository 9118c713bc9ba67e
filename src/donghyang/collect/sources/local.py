"""Sources that lie in the workspace: the files of a folder, of a mailbox, of a list of addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang import read
from donghyang.collect.folder import look_through
from donghyang.language.visible import name_of
from donghyang.records import CannotProceed, Message, Unreadable

if TYPE_CHECKING:
    from donghyang.records import Source

_MAILS = (".eml", ".mbx", ".msg")
_MAILDIR = ("cur", "new")
"""Where a Maildir keeps its mails; what lies in `tmp` is not whole yet (cr.yp.to/proto/maildir.html)."""
_MOST = 20_000
"""Mails of one box."""


def files_of(source: Source, root: Path) -> Iterator[tuple[str, Path]]:
    """The files of a local source, by name below the workspace `root`, in order.

    Raises CannotProceed where there is no such folder or file, or it cannot be read.
    """
    place = root / source.address
    if source.kind == "urls":
        if not place.is_file():
            raise _missing(place)
        yield source.address, place
    elif source.kind == "maildir":
        yield from _mails(place, source.address)
    else:
        yield from ((f"{source.address}/{name}", path) for name, path in look_through(place)[0].items())


def bodies(source: Source, root: Path) -> Iterator[tuple[str, bytes | Unreadable]]:
    """What stands in each file of a local source, or why it cannot be read. Raises CannotProceed as `files_of` does."""
    for name, path in files_of(source, root):
        try:
            yield name, read.bytes_of(path)
        except Unreadable as problem:
            yield name, problem


def _mails(place: Path, address: str) -> Iterator[tuple[str, Path]]:
    if not place.is_dir():
        raise _missing(place)
    inside = [place / name for name in _MAILDIR if (place / name).is_dir()]
    try:
        for folder in inside or [place]:
            found = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
            mails = found if inside else [path for path in found if path.suffix.lower() in _MAILS]
            for path in mails[:_MOST]:
                yield name_of(f"{address}/{path.relative_to(place).as_posix()}"), path
    except OSError as problem:
        raise CannotProceed(
            Message(
                f"{place}: 폴더를 읽을 수 없습니다({problem.strerror}). 권한을 확인하십시오.",
                f"{place}: the folder cannot be read ({problem.strerror}). Check its permissions.",
            )
        ) from problem


def _missing(place: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{place}: 그런 폴더나 파일이 없습니다. 소스의 address를 고치거나 만드십시오.",
            f"{place}: no such folder or file. Mend the source's address, or make it.",
        )
    )
