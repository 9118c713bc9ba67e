"""What a source of the workspace may say of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from donghyang.read.bounds import LONGEST_URL
from donghyang.records import Message, Source, SourceVersion
from donghyang.workspace.settings import MOST

LETTERS = 300
"""Of a title, a name, a path."""
LINE = Message(f"{LETTERS}자까지 한 줄의 글", f"one line of up to {LETTERS} characters")
_ADDRESS = Message(
    "http://나 https://로 시작하고 암호가 없는 주소",
    "an address that begins with http:// or https://, without password",
)
_PATH = Message("작업 폴더 안의 상대 경로", "a path inside the workspace")
_LANGUAGE = re.compile(r"[a-z]{2}")


def odd_source(source: Source) -> Iterator[tuple[str, Message]]:
    """What no newsroom means by a source: the key, and what was expected."""
    if not source.name.strip() or not is_line(source.name):
        yield "name", LINE
    if (expected := _address(source.address, local=source.is_local)) is not None:
        yield "address", expected
    if not _LANGUAGE.fullmatch(source.language):
        yield "language", Message("zh, ko처럼 두 글자의 언어", "a language of two letters, like zh")
    if not is_line(source.region):
        yield "region", LINE
    if source.cadence is not None and not 0 < source.cadence <= MOST:
        yield "cadence", Message(f"0보다 크고 {MOST}까지인 날 수", f"a number of days above 0, up to {MOST}")
    for key in ("include", "exclude"):
        for number, word in enumerate(getattr(source, key), 1):
            if not word.strip() or not is_line(word):
                yield f"{key}.{number}", LINE
    yield from _selectors(source)
    for number, version in enumerate(source.versions, 1):
        yield from ((f"versions.{number}.{key}", expected) for key, expected in _version(source, version))


def _version(source: Source, version: SourceVersion) -> Iterator[tuple[str, Message]]:
    then = source.on(version.until)
    if (expected := _address(then.address, local=then.is_local)) is not None:
        yield "address", expected
    if version.selectors is not None:
        yield from _selectors(then)


def _selectors(source: Source) -> Iterator[tuple[str, Message]]:
    """The selectors that are none."""
    told = source.selectors
    named = {"entry": told.entry, "title": told.title, "date": told.date}
    for name, text in named.items():
        if text:
            from donghyang.collect.sources.selected import is_selector

            if not is_line(text) or not is_selector(text):
                yield f"selectors.{name}", Message("CSS 선택자(ul.news li처럼)", "a CSS selector, like ul.news li")
    if not told.entry and (told.title or told.date):
        yield "selectors.entry", Message("항목의 CSS 선택자", "the CSS selector of an entry")


def _address(address: str, *, local: bool) -> Message | None:
    """What was expected of an address; None where nothing is wrong with it."""
    if not address.strip() or not address.isprintable() or len(address) > LONGEST_URL:
        return LINE
    if local:
        outside = address.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", address) or re.match(r"\w+:", address)
        return _PATH if outside or not is_line(address) else None
    try:
        parts = urlsplit(address)
        wrong = parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password
    except ValueError:
        wrong = True
    return _ADDRESS if wrong or re.search(r"\s", address) else None


def is_line(text: str) -> bool:
    """Whether a text stands on one line, and is no longer than one."""
    return len(text) <= LETTERS and (text == "" or text.isprintable())
