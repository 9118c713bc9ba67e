"""What a fetched page is beside the one that was kept: new, unchanged, changed, or no page at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from donghyang.collect.evidence.rows import Row
from donghyang.collect.naming import file_name
from donghyang.collect.troubles import reason_of
from donghyang.guard import Guard, ReaderFault
from donghyang.records import Capture, CaptureState, PageText, Trouble, Unreadable

Payload = Callable[[Row], bytes]
"""Gives the bytes of a row whose record holds them."""


def settled(row: Row, before: Row | None, payload: Payload, guard: Guard) -> Row:
    """The row with the state of its capture, beside the last good row of the page.

    An article is changed when its words are; a counter beside it, or an address of an advertisement, changes bytes
    and no page. A page that shows no article (a captcha, an error with status 200) has failed, and changes nothing.
    """
    capture = row.capture
    if capture.state == "failed":
        return row
    if before is not None and capture.digest == before.capture.digest:
        media = capture.media_type or before.capture.media_type
        kept = replace(capture, state="unchanged", media_type=media)
        return replace(
            row, capture=kept, etag=row.etag or before.etag, modified=row.modified or before.modified, said=before.said
        )
    if capture.kind != "page":
        return replace(row, capture=replace(capture, state="new" if before is None else "changed"))
    said = _said(capture, payload(row), guard)
    if isinstance(said, Capture):
        return replace(row, capture=said)
    state: CaptureState = "new" if before is None else "unchanged" if said == before.said else "changed"
    return replace(row, capture=replace(capture, state=state), said=said)


def _said(capture: Capture, data: bytes, guard: Guard) -> str | Capture:
    """A digest of the words of the article in `data`; the failed capture where it holds none."""
    try:
        page = guard.page(data, file_name(capture))
    except Unreadable as problem:
        return replace(capture, state="failed", trouble=_trouble(data), reason=problem.why)
    except ReaderFault as problem:
        return _fault(capture, problem.kind)
    except Exception as problem:  # a page is hostile input: one that breaks a reader must not stop the run
        return _fault(capture, type(problem).__name__)
    return hashlib.sha256("\0".join(_words(page)).encode("utf-8", "surrogatepass")).hexdigest()


def _words(page: PageText) -> tuple[str, ...]:
    """What the article says, its day aside: some sites print the day of today."""
    cells = (cell for table in page.tables for line in table for cell in line)
    return (page.title or "", page.text, *cells)


def _trouble(data: bytes) -> Trouble:
    return "empty" if not data.strip(b"\0 \t\r\n") else "no article"


def _fault(capture: Capture, kind: str) -> Capture:
    return replace(capture, state="failed", trouble="other", reason=reason_of("other", kind))
