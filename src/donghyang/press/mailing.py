"""A published issue, mailed to its readers: one message each, at a rate, gone on with where it was broken off."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from donghyang import read, report
from donghyang.press.journal import JOURNAL, Journal, State, opened, states
from donghyang.press.post import Post
from donghyang.press.publications import Published, kept_print, kept_source, place_of
from donghyang.press.readers import Reader, key_of, reader_of, readers
from donghyang.publish import find_images
from donghyang.publish.edition import numbered
from donghyang.publish.epub import identifier
from donghyang.publish.mail import Envelope, addressed, letter
from donghyang.publish.view import view
from donghyang.records import CannotProceed, Message, Progress
from donghyang.workspace import Mail, Workspace, look_of

CLIPPED = 102_000
"""Bytes of HTML behind which Gmail cuts a mail off."""
_TRIES = 2
"""How often a message is sent anew on a way that broke before it had left."""
_LABEL = Message("보냄", "sent")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sending of an issue by mail would do."""

    issue: str
    sending: int
    subject: str
    readers: int
    sent: int
    """Readers who have it."""
    refused: tuple[str, ...]
    """Readers whose server will not have it."""
    unsure: tuple[str, ...]
    """Readers of whom it is not known whether they have it: the program was stopped while the server was answering."""
    left: int
    """Readers it would go to now."""
    html: int
    """Bytes of its HTML."""
    problems: tuple[Message, ...] = ()


@dataclass
class Mailed:
    """What became of the readers in one run."""

    sent: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """With what their server said."""
    later: list[tuple[str, str]] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)


class Mailing:
    """One published issue and those it goes to."""

    def __init__(self, home: Workspace, found: Published, attach: Sequence[str] = ()) -> None:
        """Raises CannotProceed for readers or a report that cannot be read, and an attachment that was not printed."""
        self.mail = _usable(home.settings.mail)
        self.found = found
        self.readers = readers(home.root / self.mail.readers)
        self.journal = place_of(found.folder, found.last.sending) / JOURNAL
        source = kept_source(found)
        issue = report.parse(read.document(found.report))
        printed = view(numbered(issue, found.edition), None, find_images(issue, source), look_of(home))
        files = {f"{found.folder.name}.{form}": _attached(found, form) for form in attach}
        self.letter = letter(printed, found.edition, files)
        self.sender = Address(home.settings.publisher.name or home.settings.series, addr_spec=self.mail.sender)
        self.id = f"{identifier(printed)}/{found.last.sending}"

    def plan(self) -> Plan:
        """What a run would do now. Raises CannotProceed for a journal that cannot be read."""
        known = states(self.journal)
        told = {one.key: known.get(one.key) for one in self.readers}
        page = self.letter.get_body(("html",))
        size = len(page.get_content().encode()) if page is not None else 0
        return Plan(
            issue=self.found.folder.name,
            sending=self.found.last.sending,
            subject=str(self.letter["Subject"]),
            readers=len(self.readers),
            sent=sum(state == "sent" for state in told.values()),
            refused=tuple(key for key, state in told.items() if state == "refused"),
            unsure=tuple(key for key, state in told.items() if state == "begun"),
            left=sum(state in _OPEN for state in told.values()),
            html=size,
            problems=(_clipped(size),) if size > CLIPPED else (),
        )

    def settle(self, state: State, by: str, only: Sequence[str] = ()) -> tuple[str, ...]:
        """Say of those of whom nothing is known that they have it ("sent"), or are sent it once more ("again").

        `only`: the addresses of those who are meant, () for all; two kills can leave one who has it and one who has
        not. Raises CannotProceed for an address of which it is known, or that is no reader's.
        """
        with opened(self.journal) as journal:
            unsure = self.plan().unsure
            if only:
                asked = dict.fromkeys(map(key_of, only))
                known = set(unsure)
                if strange := next((key for key in asked if key not in known), None):
                    raise _not_unsure(strange)
                unsure = tuple(asked)
            for key in unsure:
                journal.note(key, state, by=by)
        return unsure

    def run(self, progress: Progress, pause: Callable[[float], None] = time.sleep) -> Mailed:
        """Send it to all who have it not yet; those of whom nothing is known are left out and named.

        Raises CannotProceed where the server lets nobody in; what was sent until then is written down.
        """
        made, post = Mailed(), Post(self.mail)
        with opened(self.journal) as journal:
            known = states(self.journal)
            made.unsure = [one.key for one in self.readers if known.get(one.key) == "begun"]
            left = [one for one in self.readers if known.get(one.key) in _OPEN]
            try:
                for number, reader in enumerate(left):
                    if number:
                        pause(60 / self.mail.per_minute)
                    self._send(post, journal, reader, made)
                    progress(_LABEL, number + 1, len(left))
            finally:
                post.close()
        return made

    def try_out(self, told: str) -> None:
        """Send one mail to an address that need not be a reader's; nothing is written down."""
        reader = reader_of(told)
        if reader is None:
            raise CannotProceed(Message(f"{told}: 메일 주소가 아닙니다.", f"{told}: no mail address."))
        post = Post(self.mail)
        try:
            answer = post.send(self.mail.sender, reader.address, self._to(reader).as_bytes(), lambda: None)
        finally:
            post.close()
        if answer.outcome != "sent":
            raise CannotProceed(
                Message(
                    f"{reader.address}: 보내지 못했습니다({answer.said}).",
                    f"{reader.address}: not sent ({answer.said}).",
                )
            )

    def _send(self, post: Post, journal: Journal, reader: Reader, made: Mailed) -> None:
        data = self._to(reader).as_bytes()
        for attempt in range(_TRIES + 1):
            answer = post.send(self.mail.sender, reader.address, data, lambda: journal.note(reader.key, "begun"))
            if answer.outcome != "lost" or attempt == _TRIES:
                break
        if answer.outcome == "sent":
            journal.note(reader.key, "sent", answer.said)
            made.sent.append(reader.key)
        elif answer.outcome == "refused":
            journal.note(reader.key, "refused", answer.said)
            made.refused.append((reader.key, answer.said))
        elif answer.outcome == "unsure":
            made.unsure.append(reader.key)
        else:
            journal.note(reader.key, "later", answer.said)
            made.later.append((reader.key, answer.said))

    def _to(self, reader: Reader) -> EmailMessage:
        name = uuid5(NAMESPACE_URL, f"{self.id}/{reader.key}")
        envelope = Envelope(
            self.sender,
            reader.mailbox,
            Address(addr_spec=self.mail.reply_to) if self.mail.reply_to else None,
            _ways_out(self.mail, reader),
            f"{name}@{self.mail.sender.rpartition('@')[2]}",
            dt.datetime.now(dt.UTC),
        )
        return addressed(self.letter, envelope)


_OPEN = (None, "later", "again")
"""States in which a reader is sent the mail."""


def _ways_out(mail: Mail, reader: Reader) -> tuple[str, ...]:
    """Where a reader leaves: the web address of the settings, with the reader's own in it, and a mail."""
    from urllib.parse import quote

    subject = quote("수신 거부")
    if mail.unsubscribe.startswith("https://"):
        web = mail.unsubscribe.replace("{address}", quote(reader.address, safe="@"))
        return (web, f"mailto:{mail.sender}?subject={subject}")
    return (f"mailto:{mail.unsubscribe or mail.sender}?subject={subject}",)


def _usable(mail: Mail) -> Mail:
    if mail.host and mail.sender:
        return mail
    raise CannotProceed(
        Message(
            "메일 서버가 정해지지 않았습니다. donghyang.toml의 [mail]에 host와 sender를 적으십시오.",
            "no mail server is set. Give host and sender under [mail] in donghyang.toml.",
        )
    )


def _not_unsure(address: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{address}: 받았는지 모르는 이의 주소가 아닙니다.",
            f"{address}: no address of one of whom nothing is known.",
        ),
        "not-unsure",
    )


def _attached(found: Published, form: str) -> bytes:
    data = kept_print(found.folder, found.last, f"report.{form}")
    if data is not None:
        return data
    raise CannotProceed(
        Message(
            f"{found.folder.name}: {form}로 발간하지 않아 붙일 수 없습니다. 먼저 그 형식으로 내십시오.",
            f"{found.folder.name}: was not published as {form}, so it cannot be attached. Publish it so first.",
        )
    )


def _clipped(size: int) -> Message:
    kib = size // 1024
    return Message(
        f"본문이 {kib}KB입니다. Gmail은 102KB 뒤를 접어 보이니 PDF를 붙이거나 사이트의 주소를 알리십시오.",
        f"its page has {kib} KB. Gmail folds what is behind 102 KB: attach the PDF, or tell where the site is.",
    )


def published_of(home: Workspace, file: Path | None) -> Published:
    """The published issue of a report; without one the newest of the workspace. Raises CannotProceed for none."""
    from donghyang.press.publications import all_published, published

    if file is None:
        found = list(all_published(home))
        if found:
            return found[-1]
    elif (one := published(file.absolute().parent)) is not None:
        return one
    where = file or home.root
    raise CannotProceed(Message(f"{where}: 발간한 호가 없습니다.", f"{where}: nothing is published."), "unpublished")
