"""WARC files (ISO 28500:2017, WARC 1.1), one a day, written so that a killed run leaves them whole.

What came of asking for one page is written at once: each response, as a record `response`, or `revisit` where the
same bytes were kept before, and a record `metadata` that says what was asked for and why it failed. A payload is
written as it reads once unpacked; the headers that told how it was packed are called X-Archive-Orig-….
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterable
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from donghyang import __version__
from donghyang.collect.evidence.rows import Asked, Came, Hop, Row
from donghyang.collect.evidence.scan import end_of, row_of
from donghyang.locking import Lock
from donghyang.records import CannotProceed, Message, Place

SUFFIX = ".warc.gz"
_PATIENCE = 10.0
"""Seconds in which the process of a killed run is gone."""
_NOT_MODIFIED = 304
_PACKED = ("content-encoding", "transfer-encoding", "content-length")
"""Headers that speak of the payload as it was sent."""
_UNMODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class Archive:
    """The files of a folder, open for writing; no other process writes there meanwhile. Use it in a `with`."""

    def __init__(self, folder: Path) -> None:
        """Raises CannotProceed when another run writes there, or the folder cannot be written."""
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = Lock(folder, _PATIENCE)
        except OSError as problem:
            raise _unwritable(folder, problem) from problem
        self._file: IO[bytes] | None = None
        self._name = ""

    def keep(self, came: Came) -> Row:
        """Write what came of asking; all of it, or nothing. Raises CannotProceed when there is no room for it."""
        from warcio.warcwriter import WARCWriter

        name = f"{came.when:%Y-%m-%d}{SUFFIX}"
        start = self._open(name)
        data = BytesIO()
        writer = WARCWriter(data, gzip=True, warc_version="1.1")
        if start == 0:
            writer.write_record(writer.create_warcinfo_record(name, {"software": f"donghyang/{__version__}"}))
        final, place = None, None
        for hop in came.hops:
            begun = data.tell()
            final = _record(writer, came.asked, hop)
            writer.write_record(final)
            place = Place(name, start + begun, data.tell() - begun)
        begun = data.tell()
        told = _told(writer, came, final)
        writer.write_record(told)
        at = Place(name, start + begun, data.tell() - begun)
        self._put(data.getvalue(), start)
        told.raw_stream.seek(0)
        return row_of(told, final, at, place)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *what: object) -> None:
        if self._file is not None:
            self._file.close()
        self._lock.release()

    def _open(self, name: str) -> int:
        """Make `name` the file that is written; where its last whole record ends."""
        if self._file is None or name != self._name:
            if self._file is not None:
                self._file.close()
            path = self._folder / name
            try:
                end = end_of(path)
                self._file, self._name = path.open("ab"), name
                self._file.truncate(end)
            except OSError as problem:
                raise _unwritable(path, problem) from problem
        return self._file.tell()

    def _put(self, data: bytes, start: int) -> None:
        assert self._file is not None
        try:
            self._file.write(data)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as problem:
            self._file.truncate(start)
            raise _unwritable(self._folder / self._name, problem) from problem


def _record(writer: Any, asked: Asked, hop: Hop) -> Any:
    """The record of one response."""
    known, digest = asked.known, hashlib.sha256(hop.body).hexdigest()
    told = {"WARC-Date": moment(hop.fetched)} | ({"WARC-IP-Address": hop.address} if hop.address else {})
    same = known is not None and known.final_url == hop.url and (digest == known.digest or _is_unmodified(hop))
    if not same:
        told["WARC-Payload-Digest"] = f"sha256:{digest}"
        body = BytesIO(hop.body)
        headers = _http(hop)
        return writer.create_warc_record(
            hop.url, "response", payload=body, length=len(hop.body), http_headers=headers, warc_headers_dict=told
        )
    assert known is not None
    record = writer.create_revisit_record(
        hop.url, f"sha256:{known.digest}", known.final_url, moment(known.fetched), _http(hop), told
    )
    if _is_unmodified(hop):
        record.rec_headers.replace_header("WARC-Profile", _UNMODIFIED)
    return record


def _is_unmodified(hop: Hop) -> bool:
    return hop.status == _NOT_MODIFIED


def _http(hop: Hop) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    phrase = HTTPStatus(hop.status).phrase if hop.status in set(HTTPStatus) else ""
    return StatusAndHeaders(f"{hop.status} {phrase}".rstrip(), list(_renamed(hop.headers)), protocol="HTTP/1.1")


def _renamed(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for name, value in headers:
        yield f"X-Archive-Orig-{name}" if name.lower() in _PACKED else name, value


def _told(writer: Any, came: Came, final: Any) -> Any:
    """The record of what was asked for, and what became of it."""
    asked, hop, failed = came.asked, came.final, came.failed
    said = {"asked": asked.url, "kind": asked.kind, "source": asked.source, "size": str(_size(came))}
    if asked.title:
        said |= {"title": asked.title}
    if failed is not None:
        said |= {"trouble": failed.trouble, "detail": failed.detail}
    text = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in said.items()).encode()
    told = {"WARC-Date": moment(came.when)}
    if final is not None:
        told["WARC-Refers-To"] = final.rec_headers.get_header("WARC-Record-ID")
    return writer.create_warc_record(
        hop.url if hop else asked.url,
        "metadata",
        payload=BytesIO(text),
        length=len(text),
        warc_content_type="application/warc-fields",
        warc_headers_dict=told,
    )


def _size(came: Came) -> int:
    if came.final is None:
        return 0
    known = came.asked.known
    return known.size if known is not None and _is_unmodified(came.final) else len(came.final.body)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def moment(when: dt.datetime) -> str:
    """A time of UTC as WARC 1.1 writes it, with its microseconds."""
    return f"{when.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def _unwritable(path: Path, problem: OSError) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}: 증거를 쓸 수 없습니다({problem.strerror}). 권한과 디스크를 확인하십시오.",
            f"{path}: the evidence cannot be written ({problem.strerror}). Check permissions and disk.",
        )
    )
