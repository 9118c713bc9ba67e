"""What was published: every sending of an issue as it was sent, kept beside its report under `publications/`.

publications/1/source/report.txt     the report, and the pictures its figures name, byte for byte
publications/1/report.pdf …          the prints
publications/1/publication.json      number, day, who decided it, what it puts right; written last: what has none
                                     was broken off, and is no publication
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from donghyang import wire
from donghyang.files import write
from donghyang.records import Allowed, CannotProceed, Corrected, Correction, Edition, Message
from donghyang.workspace import ISSUES, Workspace
from donghyang.workspace.reading import is_there, text_of

PUBLICATIONS = "publications"
RECORD = "publication.json"
SOURCE = "source"
REPORT = "report.txt"
_MOST_BYTES = 16 << 20
"""Of a record; a correction of a whole issue is a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One sending of an issue."""

    number: int | None
    """제N호; None where the newsroom does not count its issues."""
    sending: int
    """From 1; a later one corrects those before."""
    date: dt.date
    by: str | None
    """Who decided it, by name; None where nobody was named."""
    account: str | None
    """Under which account of the machine."""
    source: dict[str, str]
    """The report and its pictures, by name, each with the digest of its bytes (SHA-256)."""
    prints: dict[str, str]
    """Likewise the prints."""
    notice: str | None = None
    """What a later sending says was wrong; None for the first."""
    changes: tuple[Corrected, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    """Lines that were held back and let pass, with who let them."""


@dataclass(frozen=True, slots=True)
class Published:
    """An issue's last sending, with all before it."""

    folder: Path
    """Of the issue."""
    sendings: tuple[Publication, ...]
    """In order; at least one."""

    @property
    def last(self) -> Publication:
        """The sending that stands."""
        return self.sendings[-1]

    @property
    def report(self) -> Path:
        """The report as it was sent last."""
        return kept_source(self) / REPORT

    @property
    def edition(self) -> Edition:
        """What its prints say of it."""
        return edition_of(self.sendings)


def place_of(folder: Path, sending: int) -> Path:
    """Where a sending of the issue in `folder` is kept."""
    return folder / PUBLICATIONS / str(sending)


def kept_source(found: Published) -> Path:
    """Where the report and the pictures of the last sending lie."""
    return place_of(found.folder, found.last.sending) / SOURCE


def published(folder: Path) -> Published | None:
    """What was published of the issue in `folder`; None for nothing.

    Raises CannotProceed for a record that cannot be read.
    """
    found = tuple(_sendings(folder))
    return Published(folder, found) if found else None


def all_published(home: Workspace) -> Iterator[Published]:
    """What was published of every issue of the workspace, the oldest issue first. Raises as `published` does."""
    for folder in sorted((home.root / ISSUES).glob("????-??-??")):
        if (found := published(folder)) is not None:
            yield found


def edition_of(sendings: tuple[Publication, ...]) -> Edition:
    """What the prints of the last of these sendings say of it."""
    last = sendings[-1]
    corrections = tuple(Correction(one.date, one.notice, one.changes) for one in reversed(sendings) if one.notice)
    return Edition(last.number, last.sending, last.date, corrections)


def keep(folder: Path, made: Publication, source: Mapping[str, bytes], prints: Mapping[str, bytes]) -> Publication:
    """Keep a sending with its files; the record as it stands then, with the prints that were kept before.

    What was kept is not written again: it stands as it was sent. Raises CannotProceed as `files.write` does, and for a
    new sending that somebody else has made since it was decided on.
    """
    place = place_of(folder, made.sending)
    old = next((one for one in _sendings(folder) if one.sending == made.sending), None)
    if old is not None and not made.source:
        raise _published_meanwhile(place)
    known = old.prints if old is not None else {}
    new = {name: data for name, data in prints.items() if name not in known}
    record = made if old is None else old
    for name, data in source.items() if old is None else ():
        write(place / SOURCE / name, data)
    for name, data in new.items():
        write(place / name, data)
    record = Publication(
        record.number,
        record.sending,
        record.date,
        record.by,
        record.account,
        {name: digest(data) for name, data in source.items()} if old is None else old.source,
        known | {name: digest(data) for name, data in new.items()},
        record.notice,
        record.changes,
        record.allowed,
    )
    if record != old:
        write(place / RECORD, (wire.dumps(record, indent=1, language=None) + "\n").encode())
    return record


def kept_print(folder: Path, sending: Publication, name: str) -> bytes | None:
    """A print as it was sent; None where there is none, or other bytes stand in its place."""
    try:
        data = (place_of(folder, sending.sending) / name).read_bytes()
    except OSError:
        return None
    return data if sending.prints.get(name) == digest(data) else None


def digest(data: bytes) -> str:
    """By what bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def _published_meanwhile(place: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{place}: 그사이 다른 사람이 이 호를 발간했습니다. 다시 실행하여 무엇이 다른지 보십시오.",
            f"{place}: somebody else has published this issue meanwhile. Run again, and see what differs.",
        )
    )


def _sendings(folder: Path) -> Iterator[Publication]:
    sending = 1
    while is_there(path := place_of(folder, sending) / RECORD, _MOST_BYTES):
        yield wire.from_json(Publication, text_of(path, _MOST_BYTES), where=str(path))
        sending += 1
