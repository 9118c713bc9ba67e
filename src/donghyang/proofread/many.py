"""Many files proofread, on all cores where there are many; no text is kept longer than it is worked on."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from donghyang.proofread.desk import Asked, Checked, proofread, resources_of
from donghyang.records import CannotProceed, Unreadable

if TYPE_CHECKING:
    from donghyang.check import Resources
    from donghyang.workspace import Workspace

_MANY = 8
"""Fewer files are proofread before other processes have started."""

_UNMENDED = ("not-text", "protected")
"""Codes of what keeps one file from being mended, and no other."""

Kept = TypeVar("Kept")


def each(
    files: Sequence[Path],
    asked: Asked,
    keep: Callable[[Checked], Kept],
    lose: Callable[[Path, CannotProceed], Kept] | None = None,
) -> Iterator[Kept]:
    """What `keep` makes of each file's findings, in the order of `files`; it must be picklable, as its answers.

    Of a file that cannot be read, or not be mended, it is what `lose` makes of it and the reason. Raises what
    `proofread` and `keep` raise otherwise, for the first file that makes them.
    """
    if (cores := _cores(len(files))) < 2:
        fetch = cache(resources_of)
        for file in files:
            yield _of(file, asked, fetch, keep, lose)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    # Ctrl-C reaches every process of a terminal; the one in front alone answers it.
    deaf = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(cores, get_context("spawn"), initializer=signal.signal, initargs=deaf) as pool:
        try:
            yield from pool.map(partial(_work, asked, keep, lose), files)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _cores(files: int) -> int:
    """How many processes share so many files."""
    if files < _MANY:
        return 1
    from donghyang.collect import workers

    return min(workers(), files)


def _of(
    file: Path,
    asked: Asked,
    fetch: Callable[[Workspace | None], Resources],
    keep: Callable[[Checked], Kept],
    lose: Callable[[Path, CannotProceed], Kept] | None,
) -> Kept:
    try:
        return keep(proofread(file, asked, fetch))
    except CannotProceed as problem:
        if lose is None or not (isinstance(problem, Unreadable) or problem.code in _UNMENDED):
            raise
        return lose(file, problem)


def _work(
    asked: Asked,
    keep: Callable[[Checked], Kept],
    lose: Callable[[Path, CannotProceed], Kept] | None,
    file: Path,
) -> Kept:
    """The work of one process on one file."""
    return _of(file, asked, _at_hand, keep, lose)


@cache
def _at_hand(workspace: Workspace | None) -> Resources:
    """The resources of a workspace, read once in the life of a process that has one pile to work on."""
    return resources_of(workspace)
