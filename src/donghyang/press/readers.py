"""Those who get the mail: a file of the workspace, an address a line, before it a name if there is one.

# 과학기술정책과
hong@example.kr
김하늘 <kim@example.kr>
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path

from donghyang.records import CannotProceed, Message
from donghyang.workspace.reading import text_of

_MOST_BYTES = 16 << 20
_LINE = re.compile(r"(?:(?P<name>[^<>@\x00-\x1f]*?)\s*<(?P<in>[^<>\s]+)>|(?P<bare>[^<>\s]+))")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")
_LONGEST_LINE = 1000
"""Of the list, a name and an address in it."""
_LONGEST = 254
"""Of an address (RFC 5321, 4.5.3.1)."""
_LONGEST_LOCAL = 64


def key_of(address: str) -> str:
    """By what the reader of an address is known again: letters large or small are one to every mail server in use."""
    return address.lower()


@dataclass(frozen=True, slots=True)
class Reader:
    """One who gets the mail."""

    name: str
    address: str
    """As SMTP takes it: ASCII."""

    @property
    def key(self) -> str:
        """By what a reader is known again."""
        return key_of(self.address)

    @property
    def mailbox(self) -> Address:
        """As the head of a mail has it."""
        return Address(self.name, addr_spec=self.address)


def readers(path: Path) -> tuple[Reader, ...]:
    """The readers of a file, in order, each once. Raises CannotProceed, naming the line, for what is no address."""
    try:
        text = text_of(path, _MOST_BYTES)
    except FileNotFoundError:
        raise CannotProceed(
            Message(
                f"{path}: 받는 이의 목록이 없습니다. 한 줄에 주소 하나씩 적으십시오.",
                f"{path}: there is no list of readers. Write an address a line.",
            )
        ) from None
    found: dict[str, Reader] = {}
    for number, line in enumerate(text.splitlines(), 1):
        told = line.strip()
        if told and not told.startswith("#"):
            reader = reader_of(told)
            if reader is None:
                raise _no_address(path, number, told)
            found.setdefault(reader.key, reader)
    return tuple(found.values())


def reader_of(told: str) -> Reader | None:
    """The reader that a line names; None where it is no address, or one that SMTP without extensions cannot take."""
    match = _LINE.fullmatch(told) if len(told) <= _LONGEST_LINE else None
    if match is None:
        return None
    local, at, domain = (match["in"] or match["bare"]).rpartition("@")
    try:
        domain = domain.encode("idna").decode() if not domain.isascii() else domain
    except UnicodeError:
        return None
    address = f"{local}@{domain}"
    sound = at and len(address) <= _LONGEST and len(local) <= _LONGEST_LOCAL
    if not sound or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        return None
    return Reader(" ".join((match["name"] or "").strip('" ').split()), address)


def _no_address(path: Path, number: int, told: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}:{number}: 메일 주소가 아닙니다: {told[:60]}. '이름 <주소>'나 주소만 적으십시오.",
            f"{path}:{number}: no mail address: {told[:60]}. Write 'Name <address>', or the address alone.",
        )
    )
