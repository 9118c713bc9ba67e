"""What a database refuses, in one line with what to do next."""

from __future__ import annotations

import re

from donghyang.records import CannotProceed, Message

_FULL = re.compile(r"disk is full|disk full|No space left|could not extend file", re.IGNORECASE)
_BROKEN = re.compile(
    r"not a database|malformed|corrupt|no such (?:table|column)|invalid page|relation .* does not exist"
    r"|column .* does not exist|has no column",
    re.IGNORECASE,
)
_BUSY = re.compile(r"database is locked|lock timeout|deadlock", re.IGNORECASE)
_AWAY = re.compile(r"connection|could not translate host|server closed|password|authentication", re.IGNORECASE)
_SEALED = re.compile(r"readonly|read-only|unable to open|permission denied", re.IGNORECASE)


def told(problem: Exception, place: str) -> CannotProceed:
    """The error for what the database said about the archive at `place`."""
    said = " ".join(str(problem).split())
    if _FULL.search(said):
        return CannotProceed(
            Message(
                f"{place}: 디스크가 가득 찼습니다. 자리를 비운 뒤 다시 실행하면 이어서 합니다.",
                f"{place}: the disk is full. Free space and run again; it goes on.",
            ),
            "disk-full",
        )
    if _BROKEN.search(said):
        return CannotProceed(
            Message(f"{place}: 아카이브가 손상되었습니다({said}).", f"{place}: the archive is damaged ({said})."),
            "archive-damaged",
        )
    if _BUSY.search(said):
        return CannotProceed(
            Message(
                f"{place}: 다른 프로그램이 쓰고 있습니다. 끝난 뒤 다시 실행하십시오.",
                f"{place}: another program is writing. Run again when it has ended.",
            )
        )
    if _SEALED.search(said):
        return CannotProceed(
            Message(
                f"{place}: 열거나 쓸 수 없습니다({said}). 권한과 디스크를 확인하십시오.",
                f"{place}: cannot be opened or written ({said}). Check permissions and disk.",
            )
        )
    if _AWAY.search(said):
        return CannotProceed(
            Message(
                f"{place}: 데이터베이스 서버에 닿지 않습니다({said}). 주소와 암호를 확인하십시오.",
                f"{place}: the database server cannot be reached ({said}). Check address and password.",
            )
        )
    return CannotProceed(
        Message(
            f"{place}: 데이터베이스가 거절했습니다({said}).",
            f"{place}: refused by the database ({said}).",
        ),
        "archive-damaged",
    )
