"""A folder of saved pages -> their articles, each file read once and the unreadable ones kept with their reason."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Container, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from donghyang import read
from donghyang.collect.cores import workers
from donghyang.guard import Guard, ReaderFault
from donghyang.language.visible import name_of
from donghyang.read.limits import Exceeded, Limits
from donghyang.records import CannotProceed, Message, PageText, Unreadable

if TYPE_CHECKING:
    from donghyang.collect.evidence import Stored

_PARTS_OF = ("_files", ".files")
"""How browsers end the name of the folder beside a saved page."""
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
    """The first half of what `look_through` finds."""
    return look_through(folder, own)[0]


def look_through(folder: Path, own: Path | None = None) -> tuple[dict[str, Path], dict[str, Message]]:
    """(the files below `folder` that may hold pages, what else lies there with the reason it is not read).

    Both by name, in order. Not read are files of other kinds (.png, .zip), pipes and devices, links that lead out of
    the folder, hidden files that end as pages do, hidden folders, and other issues' folders. Other hidden files are
    none of ours, nor is what lies in `own`, the folder of the program's issues. A folder inside that cannot be listed
    is among the pages, so that its reading says why it is left out. Raises CannotProceed when there is no such folder,
    when it cannot be listed itself, or is an issue's.
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
    pages: dict[str, Path] = {}
    others: dict[str, Message] = {}
    for name, path, trouble in _walk(folder, own, pages):
        if trouble is None:
            pages[name] = path
        else:
            others[name] = trouble
    return dict(sorted(pages.items())), dict(sorted(others.items()))


def _walk(folder: Path, own: Path | None, unlisted: dict[str, Path]) -> Iterator[tuple[str, Path, Message | None]]:
    """Every file and what else is found: its name, where it is, and why it is not read.

    Folders that cannot be listed are put into `unlisted`.
    """
    home = folder.resolve()
    for place, folders, names in os.walk(folder, onerror=_unlisted(folder, unlisted)):
        saved = {Path(name).stem for name in names if Path(name).suffix.lower() in read.WEB_SUFFIXES}
        inside = [Path(place) / name for name in sorted(folders)]
        inside = [path for path in inside if own is None or not (own.is_dir() and path.samefile(own))]
        folders.clear()
        for path in inside:
            if path.name.startswith("."):
                trouble: Message | None = _HIDDEN
            elif is_link(path):
                trouble = None if _leads_into(path, home) else _OUTSIDE
            elif _is_issue(path):
                trouble = _ISSUE
            elif _is_beside(path, saved):
                trouble = _BESIDE
            else:
                folders.append(path.name)
                continue
            if trouble is not None:
                yield _name(folder, path) + "/", path, trouble
        for name in names:
            path = Path(place) / name
            if not name.startswith("."):
                yield _name(folder, path), path, _trouble(path, home)
            elif path.suffix.lower() in read.SUFFIXES and not _is_shadow(name, names):
                yield _name(folder, path), path, _HIDDEN


def _is_shadow(name: str, names: Container[str]) -> bool:
    """Whether macOS put the file beside one of that name, on a disk that keeps no attributes of files: ._page.html."""
    return name.startswith("._") and name[2:] in names


def _trouble(path: Path, home: Path) -> Message | None:
    """Why the file is not read, None where it may hold a page; what cannot be looked at says so when it is read."""
    if path.is_symlink() and not _leads_into(path, home):
        return _OUTSIDE
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _NO_FILE
    except OSError:
        pass
    if not read.is_page(path):
        return _OTHER_KIND
    return _MARKED if path.stem.lower().endswith(".marked") else None


def is_link(path: Path) -> bool:
    """Whether a path is a link, or what Windows calls a junction, which it does not count among links."""
    try:
        return path.is_symlink() or getattr(path.lstat(), "st_reparse_tag", 0) == _JUNCTION
    except OSError:  # it may be gone, as its reading will say
        return False


_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT of Windows."""


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


def _is_beside(folder: Path, saved: Container[str]) -> bool:
    """Whether a browser put the folder beside one of the pages `saved` under these stems, for pictures and frames."""
    page = next((folder.name.removesuffix(end) for end in _PARTS_OF if folder.name.endswith(end)), None)
    return page is not None and page in saved


_KINDS = " ".join(read.SUFFIXES)
_OTHER_KIND = Message(
    f"페이지로 읽지 않는 종류의 파일입니다. 읽는 것: {_KINDS}", f"no kind of page that is read: {_KINDS}"
)
_OUTSIDE = Message(
    "폴더 밖을 가리키거나 끊어진 링크입니다. 파일을 폴더 안에 복사하십시오.",
    "a link that leads out of the folder or nowhere. Copy the file into it.",
)
_BESIDE = Message("저장한 페이지에 딸린 그림과 틀입니다.", "the pictures and frames of a saved page.")
_HIDDEN = Message(
    "숨긴 파일이나 폴더입니다. 읽으려면 이름 앞의 점을 떼십시오.",
    "a hidden file or folder. Take the dot off its name to have it read.",
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
    files: Mapping[str, Path | Stored],
    known: Mapping[str, PageRead],
    on_read: Callable[[PageRead], None] = lambda reading: None,
    limits: Limits | None = None,
) -> list[PageRead]:
    """What comes of each file, in the order of `files`, read within `limits`; many files are read on all cores.

    A page of the evidence is read as a file is. What has the bytes that it had in `known` is not read again; `on_read`
    is told of each of the others, one by one, as it is read.
    """
    kept = {name: _unchanged(path, known.get(name)) for name, path in files.items()}
    fresh = {name: files[name] for name, reading in kept.items() if reading is None}
    for reading in _readings(fresh, limits):
        on_read(reading)
        kept[reading.name] = reading
    return [reading for reading in kept.values() if reading is not None]


def _unchanged(page: Path | Stored, old: PageRead | None) -> PageRead | None:
    if old is None or not old.digest:
        return None
    digest = _file_digest(page) if isinstance(page, Path) else page.digest
    return old if old.digest == digest else None


def _readings(files: Mapping[str, Path | Stored], limits: Limits | None) -> Iterator[PageRead]:
    """What comes of each file, in order: one after another, or many side by side, each guard with its own process."""
    if len(files) < _MANY:
        with Guard(limits) as guard:
            for name, path in files.items():
                yield _read(guard, name, path)
        return
    count = workers()
    with ExitStack() as stack:
        idle: SimpleQueue[Guard] = SimpleQueue()
        for _ in range(count):
            idle.put(stack.enter_context(Guard(limits, always=True)))

        def read_one(name: str, path: Path | Stored) -> PageRead:
            guard = idle.get()
            try:
                return _read(guard, name, path)
            finally:
                idle.put(guard)

        pool = ThreadPoolExecutor(count)
        try:
            yield from pool.map(read_one, files, files.values())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # what is still being read ends with its guard


def _read(guard: Guard, name: str, path: Path | Stored) -> PageRead:
    digest = ""
    try:
        # Stamped and read from the same bytes: the file may be another before either is done.
        data = read.bytes_of(path) if isinstance(path, Path) else path.load()
        digest = _digest(data)
        return PageRead(name, digest, _article(guard, name, path, data))
    except Exceeded as problem:  # read again when asked again: the limit may be another, and the machine less busy
        return PageRead(name, "", None, problem.why)
    except Unreadable as problem:
        return PageRead(name, digest, None, problem.why)
    except Exception as problem:  # a page is hostile input: one that breaks a reader must not stop the week
        why = problem.kind if isinstance(problem, ReaderFault) else type(problem).__name__
        return PageRead(
            name,
            digest,
            None,
            Message(
                f"읽는 도중 오류가 났습니다({why}). 파일을 빼고 알려 주십시오.",
                f"broke the reader ({why}). Leave it out and report it.",
            ),
        )


def _article(guard: Guard, name: str, place: Path | Stored, data: bytes) -> PageText:
    """The article in the bytes of a page; one of the evidence has the address that it was fetched from."""
    if isinstance(place, Path):
        return replace(guard.page(data, name), name=name)
    found = guard.page(data, place.file)
    return replace(found, name=name, url=found.url or place.capture.final_url)


def read_page(name: str, place: Path | Stored, limits: Limits | None = None) -> PageText:
    """The article of one page, called `name`. Raises Unreadable as `read.page` does."""
    with Guard(limits) as guard:
        return _article(guard, name, place, read.load(place) if isinstance(place, Path) else place.load())


def read_one(name: str, place: Path | Stored, limits: Limits | None = None) -> PageRead:
    """What comes of one page, called `name`: its article, or why it has none."""
    with Guard(limits) as guard:
        return _read(guard, name, place)


def _file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes; "" when they cannot be read, or are more than will be read at all."""
    try:
        return _digest(read.bytes_of(path))
    except Unreadable:
        return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
