"""Open lines of the editor's report that the new draft says: closed where they still stand as the program left them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from donghyang.files import write
from donghyang.read import MAX_BYTES
from donghyang.stages import Made, digest
from donghyang.weekly.job import Job

_UTF8 = "utf-8"
_DRAFT, _REPORT = "draft.txt", "report.txt"

CHANGED = "draft.changed.txt"
"""A copy of a draft that somebody changed."""

Compose = Callable[[Job, Made], dict[str, str]]
"""Writes the draft and answers the digests of the files it made."""


def closing(compose: Compose) -> Compose:
    """The work of composing, which in an editor's report also closes the lines that the draft left open before and says
    now; no other line is touched."""

    def run(job: Job, made: Made) -> dict[str, str]:
        before = _bytes(job.folder / _DRAFT)
        files = compose(job, made)
        after = _bytes(job.folder / _DRAFT)
        if before and after and before != after and not _set_aside(job, before):
            close_lines(job.folder / _REPORT, before.decode(_UTF8, "replace"), after.decode(_UTF8))
        return files

    return run


def _set_aside(job: Job, data: bytes) -> bool:
    """Was the earlier draft somebody's own, kept as a copy when it was written anew? Its lines are a person's."""
    return any(digest(_bytes(path) or b"") == digest(data) for path in job.folder.glob(f"*{CHANGED}"))


def close_lines(path: Path, before: str, after: str) -> None:
    """Close the lines of the report at `path` that `before` left open and `after` says; all others stay as they are.

    A report that is saved while this is done, or is in another encoding than the draft, is left alone.
    """
    from donghyang.draft import closed

    data = _bytes(path)
    if not data:
        return
    try:
        text = data.decode(_UTF8)
    except UnicodeDecodeError:
        return
    made = closed(text, before, after)
    if made != text and _bytes(path) == data:
        write(path, made.encode(_UTF8))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError:
        return None
