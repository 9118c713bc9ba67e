"""A folder of saved pages -> their articles, each file read once and the unreadable ones kept with their reason."""

from __future__ import annotations

import hashlib
import os
import signal
import stat
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from donghyang import read
from donghyang.collect.cores import workers
from donghyang.language.visible import name_of
from donghyang.records import CannotProceed, Message, PageText, Unreadable

_MANY = 200
"""So many files are worth the start of a process for each core."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """What came of one file."""

    name: str
    """The file's path below its folder, with slashes, as `visible.name_of` writes it."""
    digest: str
    """Of the file's bytes; "" when they could not be read."""
    page: PageText | None
    reason: Message | None = None
    """Why there is no page, without the file's name."""


def page_files(folder: Path, own: Path | None = None) -> dict[str, Path]:
    """The files below `folder` that may hold pages, by name, in order; hidden files are none of ours.

    Nor is what lies in `own`, the folder of the program's issues. A folder inside that cannot be listed is among
    them, so that its reading says why it is left out. Raises CannotProceed when there is no such folder, when it
    cannot be listed itself, or is an issue's.
    """
    if not folder.is_dir():
        raise CannotProceed(
            Message(
                f"{folder}: 그런 폴더가 없습니다. 저장한 페이지가 있는 폴더를 지정하십시오.",
                f"{folder}: no such folder. Name a folder of saved pages.",
            )
        )
    if _is_issue(folder):
        raise CannotProceed(
            Message(
                f"{folder}: 발간호의 폴더입니다. 저장한 페이지가 있는 폴더를 지정하십시오.",
                f"{folder}: the folder of an issue. Name a folder of saved pages.",
            )
        )
    unlisted: dict[str, Path] = {}
    found = {name: path for name, path, trouble in _walk(folder, own, unlisted) if trouble is None}
    return dict(sorted((found | unlisted).items()))


def other_files(folder: Path, own: Path | None = None) -> dict[str, Message]:
    """What lies below `folder` and is not read, by name, in order, each with the reason.

    That are files of other kinds (.png, .zip), pipes and devices, links that lead out of the folder, and other
    issues' folders. Hidden files, and those in `own`, are none of ours.
    """
    return dict(sorted((name, trouble) for name, _, trouble in _walk(folder, own, {}) if trouble is not None))


def _walk(folder: Path, own: Path | None, unlisted: dict[str, Path]) -> Iterator[tuple[str, Path, Message | None]]:
    """Every file and what else is found: its name, where it is, and why it is not read."""
    home = folder.resolve()
    for place, folders, names in os.walk(folder, onerror=_unlisted(folder, unlisted)):
        inside = [Path(place) / name for name in sorted(folders) if not name.startswith(".")]
        inside = [path for path in inside if own is None or not (own.is_dir() and path.samefile(own))]
        links = [path for path in inside if path.is_symlink()]
        issues = [path for path in inside if path not in links and _is_issue(path)]
        folders[:] = [path.name for path in inside if path not in links and path not in issues]
        yield from ((_name(folder, path) + "/", path, _ISSUE) for path in issues)
        yield from ((_name(folder, path) + "/", path, _OUTSIDE) for path in links if not _leads_into(path, home))
        for name in names:
            if not name.startswith("."):
                path = Path(place) / name
                yield _name(folder, path), path, _trouble(path, home)


def _trouble(path: Path, home: Path) -> Message | None:
    """Why the file is not read, None where it may hold a page; what cannot be looked at says so when it is read."""
    if path.is_symlink() and not _leads_into(path, home):
        return _OUTSIDE
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _NO_FILE
    except OSError:
        pass
    if path.suffix.lower() not in read.SUFFIXES:
        return _OTHER_KIND
    return _MARKED if path.stem.lower().endswith(".marked") else None


def _leads_into(link: Path, home: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):  # it leads nowhere, or round
        return False


def _is_issue(folder: Path) -> bool:
    """Whether a week's run left its draft and evidence here."""
    try:
        return (folder / "draft.txt").is_file() and (folder / "evidence.json").is_file()
    except OSError:  # it may not be looked into, as its reading will say
        return False


_KINDS = " ".join(read.SUFFIXES)
_OTHER_KIND = Message(
    f"페이지로 읽지 않는 종류의 파일입니다. 읽는 것: {_KINDS}", f"no kind of page that is read: {_KINDS}"
)
_OUTSIDE = Message(
    "폴더 밖을 가리키거나 끊어진 링크입니다. 파일을 폴더 안에 복사하십시오.",
    "a link that leads out of the folder or nowhere. Copy the file into it.",
)
_NO_FILE = Message("파일이 아니라 파이프나 장치입니다.", "no file but a pipe or a device.")
_ISSUE = Message("발간호의 폴더입니다.", "the folder of an issue.")
_MARKED = Message("교정 표시를 한 사본입니다.", "a marked copy.")


def _unlisted(folder: Path, found: dict[str, Path]) -> Callable[[OSError], None]:
    def keep(problem: OSError) -> None:
        path = Path(problem.filename)
        if path == folder:
            raise CannotProceed(
                Message(
                    f"{folder}: 폴더를 읽을 수 없습니다({problem.strerror}). 권한을 확인하십시오.",
                    f"{folder}: the folder cannot be read ({problem.strerror}). Check its permissions.",
                )
            ) from problem
        found[_name(folder, path) + "/"] = path

    return keep


def _name(folder: Path, path: Path) -> str:
    return name_of(path.relative_to(folder).as_posix())


def read_pages(
    files: Mapping[str, Path],
    known: Mapping[str, PageRead],
    on_read: Callable[[PageRead], None] = lambda reading: None,
) -> list[PageRead]:
    """What comes of each file, in the order of `files`; many files are read on all cores.

    A file whose bytes are as they were in `known` is not read again; `on_read` is told of each of the others, one by
    one, as it is read.
    """
    kept = {name: _unchanged(path, known.get(name)) for name, path in files.items()}
    fresh = {name: files[name] for name, reading in kept.items() if reading is None}
    for reading in _readings(fresh):
        on_read(reading)
        kept[reading.name] = reading
    return [reading for reading in kept.values() if reading is not None]


def _unchanged(path: Path, old: PageRead | None) -> PageRead | None:
    return old if old is not None and old.digest and old.digest == _file_digest(path) else None


def _readings(files: Mapping[str, Path]) -> Iterator[PageRead]:
    if len(files) < _MANY:
        yield from map(_read, files, files.values())
        return
    # Ctrl-C reaches every process of a terminal; the one in front alone answers it.
    deaf = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(workers(), get_context("spawn"), initializer=signal.signal, initargs=deaf) as pool:
        try:
            yield from pool.map(_read, files, files.values(), chunksize=8)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _read(name: str, path: Path) -> PageRead:
    digest = ""
    try:
        # Stamped and read from the same bytes: the file may be another before either is done.
        data = read.bytes_of(path)
        digest = _digest(data)
        return PageRead(name, digest, replace(read.page_of(data, name), name=name))
    except Unreadable as problem:
        return PageRead(name, digest, None, problem.why)
    except Exception as problem:  # a page is hostile input: one that breaks a reader must not stop the week
        why = type(problem).__name__
        return PageRead(
            name,
            digest,
            None,
            Message(
                f"읽다가 오류가 났습니다({why}). 파일을 빼고 알려 주십시오.",
                f"broke the reader ({why}). Leave it out and report it.",
            ),
        )


def _file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes; "" when they cannot be read, or are more than will be read at all."""
    try:
        return _digest(read.bytes_of(path))
    except Unreadable:
        return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
