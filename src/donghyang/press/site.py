"""The site of all published issues and of the back issues in the archive: from what was kept of them, on all cores."""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from donghyang import guard, report, wire
from donghyang.archive.shelf import IMPORTED, days, shelved
from donghyang.files import alone, make_folder, write
from donghyang.press.publications import kept_source, published
from donghyang.press.watched import asks_for
from donghyang.publish import DraftView, find_images
from donghyang.publish.site import Frame, Ordered, SiteIssue, Watch, issue_pages, whole
from donghyang.records import CannotProceed, Edition, Message, Progress
from donghyang.workspace import Workspace, look_of
from donghyang.workspace.reading import text_of
from donghyang.workspace.watch import watch_lists

SITE = "site"
MARK = ".donghyang-site.json"
"""Stands in a folder that this program fills: its files by digest."""
_FEW = 8
"""So many issues are made before other processes have started."""
_RECENT = 20
_MOST_BYTES = 50 << 20
_LABEL = Message("호", "issues")


@dataclass(frozen=True, slots=True)
class Built:
    """What became of the site."""

    folder: str
    issues: int
    articles: int
    files: int
    written: int
    """Files that are new or changed."""
    removed: int
    left_out: tuple[str, ...]
    """Issues that nobody has published, by day."""
    watches: tuple[str, ...]
    """Watch lists that have a page and a feed."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One issue to be made."""

    report: Path
    pictures: Path
    order: Ordered
    home: Workspace
    out: Path
    draft: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """An issue whose pages are written."""

    issue: SiteIssue
    """Without its pages."""
    digests: dict[str, str]
    written: int


def build(home: Workspace, out: Path, progress: Progress, *, drafts: bool = False) -> Built:
    """Build the site in `out`; with `drafts` issues that nobody has published stand in it, too, marked as drafts.

    Run again it writes what has changed, and takes away what is no longer made. Raises CannotProceed where nothing is
    published, for a folder that holds other files, and where an issue cannot be read.
    """
    jobs, left = _jobs(home, out, drafts=drafts)
    if not jobs:
        raise _nothing(home)
    if not out.exists():
        make_folder(out)
    with alone(out):
        return _built(home, out, jobs, left, progress)


def _built(home: Workspace, out: Path, jobs: list[_Job], left: list[str], progress: Progress) -> Built:
    old = _own(out)
    made = []
    for one in _each(jobs):
        made.append(one)
        progress(_LABEL, len(made), len(jobs))
    issues = [one.issue for one in made]
    watches = _watches(home, issues) if home.settings.site.watch else []
    digests = {path: digest for one in made for path, digest in one.digests.items()}
    written = sum(one.written for one in made)
    for path, data in whole(_frame(home), issues, watches):
        digests[path] = _digest(data)
        written += _put(out / path, data)
    removed = _remove(out, old, digests)
    write(out / MARK, (wire.dumps(dict(sorted(digests.items())), indent=0) + "\n").encode())
    articles = sum(len(one.items) for one in issues)
    names = tuple(one.name for one in watches)
    return Built(str(out), len(issues), articles, len(digests), written, removed, tuple(left), names)


def _jobs(home: Workspace, out: Path, *, drafts: bool) -> tuple[list[_Job], list[str]]:
    """The issues to be made, the oldest first, and the days of those left out."""
    chosen: list[_Chosen] = []
    left = []
    for folder in days(home):
        found, own = published(folder), folder / "report.txt"
        if found is not None:
            chosen.append(_Chosen(folder.name, found.report, kept_source(found), found.edition))
        elif drafts and own.is_file():
            chosen.append(_Chosen(folder.name, own, folder, None, draft=True))
        elif (back := _back_issue(folder, home.settings.series)) is not None:
            chosen.append(_Chosen(folder.name, back, folder, None))
        elif own.is_file():
            left.append(folder.name)
    jobs = []
    for at, one in enumerate(chosen):
        order = Ordered(
            day=one.day,
            edition=one.edition,
            before=chosen[at - 1].day if at else None,
            behind=chosen[at + 1].day if at + 1 < len(chosen) else None,
            with_content=at >= len(chosen) - _RECENT,
        )
        jobs.append(_Job(one.report, one.pictures, order, home, out, one.draft))
    return jobs, left


@dataclass(frozen=True, slots=True)
class _Chosen:
    """An issue that will stand in the site."""

    day: str
    report: Path
    pictures: Path
    edition: Edition | None
    draft: bool = False


def _back_issue(folder: Path, series: str | None) -> Path | None:
    """The file of an issue that was published elsewhere and put into the archive; the workspace's own series first."""
    found = [one for one in shelved(folder) if one.file.startswith(f"{IMPORTED}/") and (folder / one.file).is_file()]
    found.sort(key=lambda one: one.series != series)
    return folder / found[0].file if found else None


def _each(jobs: list[_Job]) -> Iterator[_Made]:
    """Every issue made, in order, by as many processes as there are cores."""
    from donghyang.collect import workers

    cores = min(workers(), len(jobs))
    if cores < 2 or len(jobs) < _FEW:
        yield from map(_make, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    deaf = (signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the one in front answers
    with ProcessPoolExecutor(cores, get_context("spawn"), initializer=signal.signal, initargs=deaf) as pool:
        try:
            yield from pool.map(_make, jobs, chunksize=max(1, min(8, len(jobs) // (4 * cores))))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _make(job: _Job) -> _Made:
    """The work of one process on one issue."""
    issue = report.parse(guard.document(job.report, job.home.settings.limits))
    images = find_images(issue, job.pictures)
    made = issue_pages(issue, job.order, _frame(job.home), images, DraftView() if job.draft else None)
    written = sum(_put(job.out / path, data) for path, data in made.pages.items())
    digests = {path: _digest(data) for path, data in made.pages.items()}
    return _Made(replace(made, pages={}), digests, written)


@cache
def _frame(home: Workspace) -> Frame:
    """What all pages share, read once in the life of a process."""
    settings = home.settings
    return Frame(settings.series, settings.publisher.name, settings.site.url, look_of(home))


def _watches(home: Workspace, issues: Iterable[SiteIssue]) -> list[Watch]:
    items = [item for issue in issues for item in issue.items]
    return [
        Watch(one.name, frozenset(item.path for item in items if asks_for(one, item))) for one in watch_lists(home.root)
    ]


# ---------------------------------------------------------------------------------------------- the folder


def _own(out: Path) -> dict[str, str]:
    """What this program put into the folder; it is marked as filled by it before anything is written.

    Raises CannotProceed for a folder that holds other files.
    """
    mark = out / MARK
    if mark.is_file():
        try:
            return wire.from_json(dict[str, str], text_of(mark, _MOST_BYTES), where=str(mark))
        except CannotProceed:
            return {}
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CannotProceed(
            Message(
                f"{out}: 이 프로그램이 만들지 않은 파일이 있는 폴더입니다.",
                f"{out}: holds files that this program did not make.",
            ),
            "folder-of-others",
        )
    write(mark, b"{}\n")
    return {}


def _put(path: Path, data: bytes) -> int:
    """1 where the file was not as it is now, else 0."""
    try:
        if path.read_bytes() == data:
            return 0
    except OSError:
        pass
    write(path, data, lasting=False)
    return 1


def _remove(out: Path, old: dict[str, str], new: dict[str, str]) -> int:
    """Take away what was made before and is not now, where nobody has changed it."""
    count = 0
    for name, digest in old.items():
        path = out / name
        if name in new or ".." in Path(name).parts or Path(name).is_absolute():
            continue
        try:
            if _digest(path.read_bytes()) == digest:
                path.unlink()
                count += 1
        except OSError:
            continue
    return count


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _nothing(home: Workspace) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{home.root}: 발간한 호도 지난 호도 없습니다.",
            f"{home.root}: no issue has been published, and no back issue put into the archive.",
        ),
        "nothing-published",
    )
