"""Why a page holds no article: a notice of the site in its place, or an article that is no text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read.files import no_text
from donghyang.read.worth import is_about
from donghyang.records import Message, Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from donghyang.read.lines import Line

_NOTICE = 220
"""Characters that a notice in place of an article says at most."""
_HEAD = 6
"""So many first lines may be the notice of a page of few words."""
_OPENING = 5
"""So many of the first lines say that an article is not there, whatever stands below them."""
_TWICE = 2
"""In so many different ones of them it is said: one alone may be news of a site that is down."""
_STAMP = 5
"""A line of more characters with a year and nothing but labels is the day and source of an article."""
_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』")
"""What others are said to say: news of notices repeats them so."""
_TO_READER = re.compile(r"您|你|抱歉|请(?:稍|耐心)|sorry|\byou", re.I)
_FRAMES = ("iframe", "embed", "object", "frame")
_PDF = re.compile(r"\.pdf\b|pdfjs|viewer\.html\?file=|application/pdf", re.I)


def notice(name: str, title: str, shown: Sequence[Line]) -> Unreadable | None:
    """The refusal of a page that says only why it shows no article (a check, a login, an error); None for others.

    Such a page is short, has no day and no source, and says it in its title or in a line of its own.
    """
    words = [line for line in shown if not line.is_link]
    if sum(len(line.text) for line in words) > _NOTICE or any(line.rows for line in words):
        return None
    if any(len(line.text) > _STAMP and re.search(r"\d{4}", line.text) and is_about(line.text) for line in words):
        return None
    for kind, form in _forms():
        if form.search(title) or any(form.search(line.text) for line in words[:_HEAD]):
            return _refusal(name, *_NOTICES[kind])
    return None


def replaced(name: str, shown: Sequence[Line]) -> Unreadable | None:
    """The refusal of a page that tells its reader in two of its first lines that the article is not there, whatever
    stands below them: a list of other articles, the number of the incident. None for others."""
    words = [_QUOTED.sub("", line.text) for line in shown if not line.is_link][:_OPENING]
    told = [(kind, text) for text in words if len(text) <= _NOTICE for kind, form in _forms() if form.search(text)]
    if len({text for _, text in told}) < _TWICE or not any(_TO_READER.search(text) for _, text in told):
        return None
    return _refusal(name, *_NOTICES[told[0][0]])


def nothing(name: str, frames: Sequence[str], pictures: int, files: Sequence[str], scripts: bool) -> Unreadable:
    """The refusal of a page without an article in words, by what stands in its place."""
    if any(_PDF.search(frame) for frame in frames):
        return _refusal(name, "본문이 PDF로 끼워져 있습니다. 그 PDF를 내려받아 읽으십시오.",
                        "shows its article as a PDF in a frame; download that PDF and read it.")  # fmt: skip
    if files:
        named = ", ".join(files[:3])
        return _refusal(name, f"본문이 첨부파일에만 있습니다({named}). 그 파일을 내려받아 읽으십시오.",
                        f"has its article only in a file ({named}); download that file and read it.")  # fmt: skip
    if pictures:
        return _refusal(name, f"본문이 그림뿐입니다(그림 {pictures}개). 글로 된 판을 찾으십시오.",
                        f"has its article only as pictures ({pictures}); look for a version in words.")  # fmt: skip
    if scripts:
        return _refusal(name, *_NOTICES["drawn"])
    return no_text(name)


def frames(root: _Element) -> tuple[str, ...]:
    """What the page frames, as addresses and kinds, before its unseen parts are taken out."""
    framing = [element for tag in _FRAMES for element in root.iter(tag)]
    return tuple(value for element in framing for name in ("src", "data", "type") if (value := element.get(name)))


_NOTICES = {
    "check": ("사람인지 묻는 확인 화면입니다. 브라우저에서 통과한 뒤 다시 저장하십시오.",
              "is a check for robots, not the page; pass it in a browser and save again."),
    "gone": ("지워졌거나 없는 페이지라는 안내입니다. 주소를 확인하십시오.",
             "says that the page is deleted or missing; check its address."),
    "fault": ("서버 오류나 점검 안내입니다. 나중에 다시 받으십시오.",
              "is a server's error or maintenance notice; fetch it again later."),
    "login": ("로그인 화면입니다. 로그인한 뒤 다시 저장하십시오.", "is a login page; log in and save it again."),
    "browser": ("브라우저를 바꾸라는 안내입니다. 다른 브라우저에서 다시 저장하십시오.",
                "asks for another browser; save it from another one."),
    "drawn": ("본문을 스크립트가 그립니다. 브라우저에서 다 보인 뒤 다시 저장하십시오.",
              "has its article drawn by a script; save it again from a browser."),
    "empty": ("찾은 것이 없다는 안내입니다. 주소를 확인하십시오.", "says that nothing was found; check its address."),
}  # fmt: skip


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(form, re.I)) for kind, form in tables.read(__package__, "notices.tsv"))


def _refusal(name: str, ko: str, en: str) -> Unreadable:
    return Unreadable(name, Message(ko, en))
