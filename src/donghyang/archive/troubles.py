"""What a database refuses, in one line with what to do next."""

from __future__ import annotations

import re

from donghyang.records import CannotProceed, Message

_FULL = re.compile(r"disk is full|disk full|No space left|could not extend file", re.IGNORECASE)
_BROKEN = re.compile(
    r"not a database|malformed|corrupt|no such (?:table|column)|invalid page|relation .* does not exist"
    r"|column .* does not exist|has no column|could not decode to UTF-8|codec can't decode",
    re.IGNORECASE,
)
_BUSY = re.compile(r"database is locked|lock timeout|deadlock", re.IGNORECASE)
_AWAY = re.compile(r"connection|could not translate host|server closed|password|authentication", re.IGNORECASE)
_FAILING = re.compile(r"disk I/O error", re.IGNORECASE)
"""What SQLite says of a full disk, too, where the file beside the archive by which readers find each other has no room
(SQLITE_IOERR_SHMSIZE)."""
_SEALED = re.compile(r"readonly|read-only|unable to open|permission denied", re.IGNORECASE)


_MOST = 120
"""Letters of what the database says that are told; of a row that it cannot read it says the whole text."""


def told(problem: Exception, place: str) -> CannotProceed | None:
    """The error for what the database said about the archive at `place`; None for what is a fault of the program."""
    said = " ".join(str(problem).split())
    said = said if len(said) <= _MOST else f"{said[:_MOST]}…"
    for pattern, message, code in TOLD:
        if pattern.search(said):
            text = [part.format(said=said) for part in (message.ko, message.en)]
            return CannotProceed(Message(f"{place}: {text[0]}", f"{place}: {text[1]}"), code)
    return None


TOLD = (
    (
        _FULL,
        Message(
            "디스크가 가득 찼습니다. 자리를 비운 뒤 다시 실행하면 이어서 합니다.",
            "the disk is full. Free space and run again; it goes on.",
        ),
        "disk-full",
    ),
    (_BROKEN, Message("아카이브가 손상되었습니다({said}).", "the archive is damaged ({said})."), "archive-damaged"),
    (
        _BUSY,
        Message(
            "다른 프로그램이 쓰고 있습니다. 끝난 뒤 다시 실행하십시오.",
            "another program is writing. Run again when it has ended.",
        ),
        "",
    ),
    (
        _FAILING,
        Message(
            "읽거나 쓰지 못했습니다({said}). 디스크가 가득 찼거나 고장 났는지 확인하십시오.",
            "cannot be read or written ({said}). See whether the disk is full, or damaged.",
        ),
        "",
    ),
    (
        _SEALED,
        Message(
            "열거나 쓸 수 없습니다({said}). 권한과 디스크를 확인하십시오.",
            "cannot be opened or written ({said}). Check permissions and disk.",
        ),
        "",
    ),
    (
        _AWAY,
        Message(
            "데이터베이스 서버에 닿지 않습니다({said}). 주소와 암호를 확인하십시오.",
            "the database server cannot be reached ({said}). Check address and password.",
        ),
        "",
    ),
)
"""What a database says, what a person is told of it, and the code of the next step."""
