"""Open lines of the editor's report that the new draft says: closed where they still stand as the program left them."""

from __future__ import annotations

from pathlib import Path

from donghyang.draft import closed
from donghyang.files import write
from donghyang.read import MAX_BYTES
from donghyang.stages import digest

_UTF8 = "utf-8"


def own_text(path: Path, recorded: str | None) -> str:
    """The program's draft as it stands; "" where there is none, or where somebody changed it."""
    data = _bytes(path)
    return data.decode(_UTF8, "replace") if data and digest(data) == recorded else ""


def close_lines(path: Path, before: str, after: str) -> None:
    """Close the lines of the report at `path` that `before` left open and `after` says; all others stay as they are.

    A report that is saved while this is done, or is in another encoding than the draft, is left alone.
    """
    data = _bytes(path)
    if not data or not before or before == after:
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
