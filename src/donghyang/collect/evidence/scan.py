"""WARC files read back: every whole record in order, whatever is cut or damaged between them."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, cast

from donghyang.collect.evidence.rows import Row
from donghyang.collect.troubles import reason_of
from donghyang.records import CannotProceed, Capture, CaptureKind, Message, Place, Trouble

_MAGIC = b"\x1f\x8b\x08"
"""How a member of gzip begins (RFC 1952, 2.3.1)."""
_CHUNK = 1 << 16
_MOST = 1 << 28
"""Bytes that one record unpacks to at the most; ours are bounded by what is fetched."""


def members(path: Path, start: int = 0) -> Iterator[tuple[int, int, bytes]]:
    """(offset, offset behind it, unpacked bytes) of each whole record from `start` on; none where there is no file."""
    if not path.is_file():
        return
    with path.open("rb") as file:
        at: int | None = start
        while at is not None:
            found = _member(file, at)
            if found is not None:
                yield at, *found
                at = found[0]
            else:
                at = _next(file, at + 1)


def end_of(path: Path) -> int:
    """Where the last whole record of a file ends; 0 where there is none.

    Raises CannotProceed for a file that is none of ours.
    """
    end = 0
    for _, end, _ in members(path):  # noqa: B007 - the last one counts
        pass
    if end == 0 and path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
        if not _MAGIC.startswith(start) and start.strip(b"\0"):
            raise CannotProceed(
                Message(
                    f"{path}: 증거 파일(WARC)이 아닙니다. 다른 곳으로 옮기십시오.",
                    f"{path}: no file of evidence (WARC). Move it elsewhere.",
                )
            )
    return end


def rows(path: Path, start: int = 0) -> Iterator[tuple[Row, int]]:
    """Each capture that the records of a file tell, and where what was written of it ends."""
    seen: dict[str, tuple[Any, Place]] = {}
    for begun, end, data in members(path, start):
        record, place = _parsed(data), Place(path.name, begun, end - begun)
        if record is None:
            continue
        if record.rec_type == "metadata":
            final, where = seen.get(record.rec_headers.get_header("WARC-Refers-To", ""), (None, None))
            row = _row_or_none(record, final, place, where)
            if row is not None:
                yield row, end
            seen.clear()
        elif record.rec_type in ("response", "revisit"):
            seen[record.rec_headers.get_header("WARC-Record-ID", "")] = record, place


def payload(path: Path, place: Place) -> bytes:
    """The payload of one record. Raises OSError or ValueError where it is not there any more."""
    with path.open("rb") as file:
        found = _member(file, place.offset)
    record = _parsed(found[1]) if found else None
    if record is None:
        raise ValueError(f"no record at {place.offset} of {path}")
    return cast(bytes, record.raw_stream.read())


def row_of(told: Any, final: Any, at: Place, place: Place | None) -> Row:
    """The capture that a record `metadata` tells, with the response that it refers to."""
    said = dict(line.split(": ", 1) for line in told.raw_stream.read().decode().split("\r\n") if ": " in line)
    headers, http = told.rec_headers, final.http_headers if final is not None else None
    status = int(http.get_statuscode()) if http is not None else None
    media = (http.get_header("Content-Type") or "").partition(";")[0].strip().lower() if http is not None else ""
    digest = final.rec_headers.get_header("WARC-Payload-Digest") if final is not None else None
    trouble = cast(Trouble, said["trouble"]) if "trouble" in said else None
    capture = Capture(
        url=said["asked"],
        final_url=headers.get_header("WARC-Target-URI"),
        fetched=dt.datetime.fromisoformat(headers.get_header("WARC-Date")),
        status=status,
        media_type=media or None,
        digest=digest.removeprefix("sha256:") if digest else None,
        size=int(said.get("size", "0")),
        state="new" if trouble is None else "failed",
        trouble=trouble,
        reason=reason_of(trouble, said.get("detail", "")) if trouble is not None else None,
        place=place,
        kind=cast(CaptureKind, said.get("kind", "page")),
        source=said.get("source", ""),
    )
    whole = final is not None and final.rec_type == "response"
    etag = (http.get_header("ETag") or "") if http is not None else ""
    modified = (http.get_header("Last-Modified") or "") if http is not None else ""
    return Row(capture, at, whole, etag, modified, title=said.get("title", ""))


def _row_or_none(told: Any, final: Any, at: Place, place: Place | None) -> Row | None:
    """The same; None for a record that another program wrote."""
    try:
        return row_of(told, final, at, place)
    except (KeyError, TypeError, ValueError):
        return None


def _parsed(data: bytes) -> Any:
    """The record in its bytes, None where they hold none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(BytesIO(data)):
            body = BytesIO(record.raw_stream.read())  # the iterator takes its stream away
            record.raw_stream = body
            return record
    except (ArchiveLoadFailed, EOFError, ValueError):
        pass
    return None


def _member(file: IO[bytes], at: int) -> tuple[int, bytes] | None:
    """(offset behind it, unpacked bytes) of the member of gzip at `at`; None where no whole one stands there."""
    file.seek(at)
    reader, out, read = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), at
    while not reader.eof:
        piece = file.read(_CHUNK)
        if not piece:
            return None
        read += len(piece)
        try:
            while piece and not reader.eof:
                out += reader.decompress(piece, _CHUNK)
                piece = reader.unconsumed_tail
        except zlib.error:
            return None
        if len(out) > _MOST:
            return None
    return read - len(reader.unused_data), bytes(out)


def _next(file: IO[bytes], at: int) -> int | None:
    """Where the next member of gzip may begin; None where none does."""
    file.seek(at)
    kept = b""
    while piece := file.read(_CHUNK):
        found = (kept + piece).find(_MAGIC)
        if found >= 0:
            return at - len(kept) + found
        at += len(piece)
        kept = (kept + piece)[-len(_MAGIC) + 1 :]
    return None
