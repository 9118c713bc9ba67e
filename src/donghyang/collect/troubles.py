"""What kept a page from us, in a sentence with what to do next."""

from __future__ import annotations

from donghyang.records import Message, Trouble

_GONE, _BLOCKED, _BUSY, _SERVER = (404, 410), (401, 403, 451), (429,), range(500, 600)
"""Statuses by what follows from them (RFC 9110, 15; RFC 6585, 4; RFC 7725, 3)."""
LASTING: frozenset[Trouble] = frozenset(("address", "private", "robots", "gone", "large"))
"""What asking again soon will not mend."""

_SAID: dict[Trouble, tuple[str, str]] = {
    "address": (
        "웹 주소(http, https)가 아니거나 이름과 비밀번호가 든 주소입니다. 주소를 고치십시오.",
        "no address of the web (http, https), or one with a name and password in it; correct it.",
    ),
    "private": (
        "내부망의 주소로 이어져 묻지 않았습니다({}). 믿는 곳이면 [collect]의 allow에 호스트를 적으십시오.",
        "not asked: it leads into a private network ({}). If you trust it, name the host under [collect], allow.",
    ),
    "robots": (
        "사이트의 robots.txt가 받기를 금합니다. 브라우저로 저장하거나 다른 출처를 찾으십시오.",
        "the site's robots.txt forbids it; save the page from a browser, or look for another source.",
    ),
    "name": (
        "호스트의 주소를 찾지 못했습니다({}). 연결과 주소를 확인하십시오.",
        "the host has no address ({}); check the connection and the spelling.",
    ),
    "refused": (
        "서버가 연결을 받지 않습니다({}). 연결과 주소를 확인하고 나중에 다시 실행하십시오.",
        "the server takes no connection ({}); check the connection and the address, and run again later.",
    ),
    "certificate": (
        "서버의 인증서를 믿을 수 없습니다({}). 브라우저에서 확인하고 주소를 고치십시오.",
        "the server's certificate cannot be trusted ({}); look at it in a browser and correct the address.",
    ),
    "broken": (
        "연결이 도중에 끊겼거나 응답이 HTTP가 아닙니다({}). 나중에 다시 실행하십시오.",
        "the connection broke off, or the answer is no HTTP ({}); run again later.",
    ),
    "slow": (
        "{}초 안에 다 오지 않았습니다. 나중에 다시 실행하거나 [collect]의 seconds를 늘리십시오.",
        "did not arrive within {} seconds; run again later, or raise seconds under [collect].",
    ),
    "large": (
        "압축을 풀어 {}바이트를 넘습니다. [collect]의 bytes를 늘리거나 빼십시오.",
        "is larger than {} bytes once unpacked; raise bytes under [collect], or leave it out.",
    ),
    "redirects": (
        "다른 주소로 돌리기를 되풀이하거나 갈 곳이 없습니다({}). 주소를 고치십시오.",
        "redirects lead round or nowhere ({}); correct the address.",
    ),
    "gone": ("없는 페이지입니다(HTTP {}). 주소를 고치십시오.", "no such page (HTTP {}); correct the address."),
    "blocked": (
        "서버가 거절했습니다(HTTP {}). 브라우저로 저장하거나 agent에 연락처를 적어 보십시오.",
        "the server refuses us (HTTP {}); save the page from a browser, or name a contact in agent.",
    ),
    "busy": (
        "서버가 더 천천히 물으라고 합니다({}). [collect]의 delay를 늘리고 나중에 다시 실행하십시오.",
        "the server wants fewer requests ({}); raise delay under [collect] and run again later.",
    ),
    "server": (
        "서버의 오류입니다(HTTP {}). 나중에 다시 실행하십시오.",
        "an error of the server (HTTP {}); run again later.",
    ),
    "status": (
        "뜻밖의 응답입니다(HTTP {}). 브라우저에서 주소를 확인하십시오.",
        "an unexpected answer (HTTP {}); look at the address in a browser.",
    ),
    "empty": (
        "빈 응답입니다. 나중에 다시 실행하고, 되풀이되면 브라우저에서 확인하십시오.",
        "an empty answer; run again later, and if it stays so look at it in a browser.",
    ),
    "no article": (
        "기사가 없는 페이지입니다. 브라우저에서 확인하십시오.",
        "shows no article; look at it in a browser.",
    ),
    "other": ("프로그램의 오류입니다({}). 알려 주십시오.", "a fault of the program ({}); report it."),
}


def reason_of(trouble: Trouble, detail: str = "") -> Message:
    """The sentence for a trouble; `detail` is a status, a limit, a host."""
    ko, en = _SAID[trouble]
    return Message(ko.replace("{}", detail), en.replace("{}", detail))


def of_status(status: int) -> Trouble | None:
    """What a status of HTTP means for the page; None where it came."""
    if status == _OK:
        return None
    for trouble, statuses in _BY_STATUS:
        if status in statuses:
            return trouble
    return "status"


_OK = 200
_BY_STATUS: tuple[tuple[Trouble, tuple[int, ...] | range], ...] = (
    ("gone", _GONE),
    ("blocked", _BLOCKED),
    ("busy", _BUSY),
    ("server", _SERVER),
)
