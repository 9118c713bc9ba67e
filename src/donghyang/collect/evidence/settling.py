"""What a fetched page is beside the one that was kept: new, unchanged, changed, or no page at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from donghyang.collect.addresses import is_home
from donghyang.collect.evidence.replaced import UNCALLED, Seen, is_called, replaced
from donghyang.collect.evidence.rows import Row
from donghyang.collect.naming import file_name
from donghyang.collect.troubles import reason_of
from donghyang.guard import Guard, ReaderFault
from donghyang.records import Capture, CaptureState, Message, PageText, Trouble, Unreadable

Payload = Callable[[Row], bytes]
"""Gives the bytes that a row had, wherever they are kept. Raises OSError or ValueError where they are not any more."""


def settled(row: Row, before: Row | None, payload: Payload, guard: Guard) -> Row:
    """The row with the state of its capture, beside the last good row of the page.

    An article is changed when its words are; a counter beside it, or an address of an advertisement, changes bytes
    and no page. A page that shows no article (a captcha, an error with status 200), or something else in its place, has
    failed, and changes nothing.
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
    if capture.kind != "robots" and _leads_home(capture):
        return replace(row, capture=_failed(capture, "redirects", _HOME))
    if capture.kind != "page":
        return replace(row, capture=replace(capture, state="new" if before is None else "changed"))
    seen = _seen(capture, payload(row), guard)
    if isinstance(seen, Capture):
        return replace(row, capture=seen)
    if before is None and not is_called(seen.page, row.title):
        return replace(row, capture=_failed(capture, "no article", UNCALLED))
    said = hashlib.sha256("\0".join(_words(seen.page)).encode("utf-8", "surrogatepass")).hexdigest()
    state: CaptureState = "new" if before is None else "unchanged" if said == before.said else "changed"
    if before is not None and state == "changed":
        old = _before(before, payload, guard)
        judged = replaced(old, seen) if old is not None else None
        if judged is not None:
            return replace(row, capture=_failed(capture, *judged))
    return replace(row, capture=replace(capture, state=state), said=said)


def _seen(capture: Capture, data: bytes, guard: Guard) -> Seen | Capture:
    """The article in `data`; the failed capture where it holds none."""
    try:
        page = guard.page(data, file_name(capture))
    except Unreadable as problem:
        return _failed(capture, _trouble(data), problem.why)
    except ReaderFault as problem:
        return _failed(capture, "other", reason_of("other", problem.kind))
    except Exception as problem:  # a page is hostile input: one that breaks a reader must not stop the run
        return _failed(capture, "other", reason_of("other", type(problem).__name__))
    return Seen(page, data, capture.final_url)


def _before(before: Row, payload: Payload, guard: Guard) -> Seen | None:
    """The page as it was; None where it cannot be had any more."""
    try:
        seen = _seen(before.capture, payload(before), guard)
    except (OSError, ValueError):
        return None
    return seen if isinstance(seen, Seen) else None


def _leads_home(capture: Capture) -> bool:
    """Whether a redirect led from a page or a list to the first page of a site."""
    return is_home(capture.final_url) and not is_home(capture.url.partition("?")[0])


_HOME = Message(
    "기사나 목록 대신 사이트의 첫 화면으로 이어집니다. 옮겨 간 주소를 찾으십시오.",
    "leads to the first page of its site in place of an article or a list; look for where it has moved.",
)


def _failed(capture: Capture, trouble: Trouble, reason: Message) -> Capture:
    return replace(capture, state="failed", trouble=trouble, reason=reason)


def _words(page: PageText) -> tuple[str, ...]:
    """What the article says, its day aside: some sites print the day of today."""
    cells = (cell for table in page.tables for line in table for cell in line)
    return (page.title or "", page.text, *cells)


def _trouble(data: bytes) -> Trouble:
    return "empty" if not data.strip(b"\0 \t\r\n") else "no article"
