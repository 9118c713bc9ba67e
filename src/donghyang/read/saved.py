"""Pages that a browser saved with all their parts in one file: MHTML (RFC 2557) and the WebArchive of Safari."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from donghyang.read.encoding import decode, label_of
from donghyang.read.files import damaged

if TYPE_CHECKING:
    from email.message import Message

_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+\r?\n")
_RELATED = re.compile(rb"^content-type:\s*multipart/(?:related|alternative|mixed)\b", re.IGNORECASE | re.MULTILINE)
_HEAD = 16_384
"""Bytes in which the headers of a saved page end."""
_BASE64 = re.compile(r"([A-Za-z0-9+/]*)={0,3}")
_LINK = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z]{1,10})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_MARKUP = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Saved:
    """The page among the parts of a file."""

    text: str
    url: str | None
    """Where it was saved from, None where the file does not say."""


def saved(data: bytes, name: str) -> Saved | None:
    """The page in an MHTML or WebArchive file, None where `data` is neither.

    Raises Unreadable when it is one and holds no page, or is cut short.
    """
    if data.startswith(b"bplist00") or (data[:200].lstrip().startswith(b"<?xml") and b"<plist" in data[:400]):
        return _web_archive(data, name)
    head = _HEADERS.match(data[:_HEAD].lstrip())
    if head is not None and _RELATED.search(head[0]):
        return _mhtml(data.lstrip(), name)
    if name.lower().endswith((".mht", ".mhtml")) and b"MIME-Version:" in data[:_HEAD]:
        raise damaged(name, "MHTML")
    return None


def _mhtml(data: bytes, name: str) -> Saved:
    from email.errors import MessageError
    from email.parser import BytesParser

    try:
        message = BytesParser().parsebytes(data)
        parts = [part for part in message.walk() if part.get_content_type() in _MARKUP]
        if not parts:
            raise damaged(name, "MHTML")
        page = _first(parts)
        content = page.get_payload(decode=True)
        if _is_broken(page) or (_is_open(message, page) and b"</html" not in _tail(content)):
            raise damaged(name, "MHTML")
        label, url = page.get_content_charset(), page.get("Content-Location")
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError):
        # what the parser of the standard library raises on headers that are none
        raise damaged(name, "MHTML") from None
    if not isinstance(content, bytes) or not content.strip():
        raise damaged(name, "MHTML")
    text = decode(content, label or label_of(content))
    return Saved(_with_styles(text, _styles(message)) if "<link" in text.lower() else text, _address(url))


def _styles(message: Message) -> dict[str, str]:
    """The style sheets among the parts of a file, by the names that links have for them."""
    found: dict[str, str] = {}
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/css" else None
        if not isinstance(content, bytes):
            continue
        text = decode(content, part.get_content_charset() or "utf-8").replace("</", "<\\/")
        for key in ("Content-Location", "Content-ID"):
            if name := str(part.get(key) or "").strip():
                found[f"cid:{name.strip('<>')}" if key == "Content-ID" else name] = text
    return found


def _with_styles(text: str, styles: dict[str, str]) -> str:
    """The page with its style sheets written into it, each where it is linked; those that are no part are left."""

    def written(link: re.Match[str]) -> str:
        told = {name.lower(): (one or other or bare) for name, one, other, bare in _ATTRIBUTE.findall(link[0])}
        name, kind = unescape(told.get("href", "")).strip(), told.get("rel", "").lower()
        if name not in styles or "stylesheet" not in kind or "alternate" in kind:
            return link[0]
        once, styles[name] = styles[name], ""  # a thousand links to one sheet say no more than one
        return f'<style media="{escape(told.get("media", "all"))}">{once}</style>'

    return _LINK.sub(written, text) if styles else text


def _is_broken(page: Message) -> bool:
    """Whether what should be base64 is none (RFC 2045, 6.8): other signs in it, or one letter too many."""
    coding = str(page.get("Content-Transfer-Encoding") or "").strip().lower()
    coded = page.get_payload() if coding == "base64" else ""
    found = _BASE64.fullmatch("".join(coded.split())) if isinstance(coded, str) else None
    return found is None or len(found[1]) % 4 == 1


def _is_open(message: Message, page: Message) -> bool:
    """Whether the file ends within the page, without the line that closes the last part."""
    from email.errors import CloseBoundaryNotFoundDefect

    cut = any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects)
    return cut and list(message.walk())[-1] is page


def _tail(content: object) -> bytes:
    return content[-2_000:].lower() if isinstance(content, bytes) else b""


def _first(parts: list[Message]) -> Message:
    """The part that was opened: the first one that has an address of its own; frames and drafts stand behind it."""
    return next((part for part in parts if _address(part.get("Content-Location"))), parts[0])


def _web_archive(data: bytes, name: str) -> Saved | None:
    import plistlib

    try:
        told = plistlib.loads(data)
    except Exception:
        # the reader of the standard library raises nearly everything there is on a damaged file
        if name.lower().endswith(".webarchive") or b"WebMainResource" in data:
            raise damaged(name, "WebArchive") from None
        return None
    main = told.get("WebMainResource") if isinstance(told, dict) else None
    if main is None:
        return None
    content = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(content, bytes) or not content.strip():
        raise damaged(name, "WebArchive")
    label, url = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    return Saved(decode(content, label if isinstance(label, str) else label_of(content)), _address(url))


def _address(url: object) -> str | None:
    text = str(url or "").strip()
    return text if re.match(r"https?://[^\s<>\"]+\Z", text) else None
