"""Where prints may be put: a file that this program did not print is never written over.

What was printed into a folder stands in `.donghyang-prints.json` there, by name and digest. So a report printed
before, and not changed since, makes room for the new one; a file of the same name that somebody else made, or has
gone on working in, does not.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from donghyang import wire
from donghyang.files import alone, make_folder, write
from donghyang.language.visible import name_of
from donghyang.records import CannotProceed, Message
from donghyang.workspace.printed import FINAL, LEDGER, Ledger, ledger


def put(prints: Mapping[Path, Callable[[], bytes]], *, final: bool = False) -> list[Path]:
    """Print each of the files; the paths, in order. None is written where one may not be.

    `final`: what is printed is published, and no draft print of the week takes its place.
    Raises CannotProceed where a file stands that this program did not print, and as `files.write` does.
    """
    made = {path: make() for path, make in prints.items()}
    find_room(made)
    for folder in dict.fromkeys(path.parent for path in made):
        note(folder, {path.name: data for path, data in made.items() if path.parent == folder}, final=final)
    return [write(path, data) for path, data in made.items()]


def find_room(prints: Mapping[Path, bytes]) -> None:
    """Raises CannotProceed where a file stands that this program did not print."""
    for path, data in prints.items():
        if not _may_stand(path, data):
            raise _in_the_way(path)


def put_or_leave(path: Path, data: bytes) -> bool:
    """Print a draft; False, and nothing is written, where a file stands that this program did not print.

    Raises CannotProceed as `files.write` does.
    """
    if not _may_stand(path, data):
        return False
    note(path.parent, {path.name: data})
    write(path, data)
    return True


def is_final(path: Path) -> bool:
    """Whether the file that stands there is a finished print, as it was published."""
    standing = _digest_of(path)
    return standing is not None and standing in ledger(path.parent).get(FINAL + name_of(path.name), ())


def note(folder: Path, prints: Mapping[str, bytes], *, final: bool = False) -> None:
    """Keep what is about to be printed into a folder, by name; before it is, so that a kill leaves nothing unknown."""
    make_folder(folder)
    with alone(folder):
        _note(folder, prints, final=final)


def _note(folder: Path, prints: Mapping[str, bytes], *, final: bool) -> None:
    old = ledger(folder)
    new: Ledger = dict(old)
    for name, data in prints.items():
        standing = _digest_of(folder / name)
        new[name_of(name)] = tuple(dict.fromkeys(filter(None, (standing, _digest(data)))))
        if final:
            new[FINAL + name_of(name)] = (_digest(data),)
    if new != old:
        write(folder / LEDGER, (wire.dumps(dict(sorted(new.items())), indent=1) + "\n").encode())


def same_place(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, as the disk compares their names."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def _may_stand(path: Path, data: bytes) -> bool:
    """Whether the print may be put there: where nothing is, where it stands already, or where an older one does."""
    standing = _digest_of(path)
    if standing is None:
        return not path.exists() or path.is_dir()  # a folder in the way is told when it is written
    return standing == _digest(data) or standing in ledger(path.parent).get(name_of(path.name), ())


def _digest_of(path: Path) -> str | None:
    """The digest of a file, None where there is none to read."""
    try:
        return _digest(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _in_the_way(path: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}: 이 프로그램이 만들지 않았거나 만든 뒤 바뀐 파일이 있습니다. 다른 이름으로 옮기십시오.",
            f"{path}: a file stands there that was not printed, or was changed since. Move it to another name.",
        ),
        "print-in-the-way",
    )
