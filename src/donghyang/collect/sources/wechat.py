"""Saved posts of WeChat's public accounts (mp.weixin.qq.com): what they are, or what became of them."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from donghyang.collect.sources.opened import opened, plain, whole
from donghyang.language import tables
from donghyang.read import published
from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.collect.sources.opened import Opened

HOST = "mp.weixin.qq.com"
PostState = Literal["post", "deleted", "banned", "closed", "check", "expired", "none"]
"""A post; deleted by its author; taken down; its account is gone or has moved; a check stands before it; its address
holds no longer; no page of WeChat."""

REASONS: dict[PostState, Message] = {
    "deleted": Message(
        "게시자가 지운 글입니다. 앞서 저장한 판을 쓰십시오.", "deleted by its author; use an earlier copy."
    ),
    "banned": Message(
        "위챗이 내린 글입니다. 앞서 저장한 판이나 다른 매체를 찾으십시오.",
        "taken down by WeChat; look for an earlier copy or another outlet.",
    ),
    "closed": Message(
        "계정이 없어졌거나 옮겨 갔습니다. 새 계정을 찾으십시오.", "its account is gone or has moved; find the new one."
    ),
    "check": Message(
        "확인 화면입니다. 브라우저에서 통과한 뒤 다시 저장하십시오.", "a check; pass it in a browser and save again."
    ),
    "expired": Message(
        "주소의 기한이 지났습니다. 글에서 '링크 복사'로 얻은 주소를 쓰십시오.",
        "its address has expired; use the one that WeChat copies from the post.",
    ),
    "none": Message("위챗 글이 아닙니다. 글을 연 채로 저장하십시오.", "no post of WeChat; save the opened post."),
}
"""Why there is no post, by its state, with what to do next."""

_BODY = ("js_content", "js_article", "js_share_content", "img-content")
_LEAST = 10
"""Letters of a post's body; one of pictures alone has fewer, but names them."""
_NOTICE = 600
"""Letters of a page that shows a notice in place of a post."""


@dataclass(frozen=True, slots=True)
class Post:
    """A saved post, or what stands in its place."""

    state: PostState
    title: str = ""
    account: str = ""
    """The public account that published it; "" where the page does not say."""
    date: dt.date | None = None
    """The day of publication, in China."""
    url: str | None = None
    """Its lasting address, None where the page does not say."""


def post(body: bytes, url: str = "") -> Post:
    """The post that the bytes of a saved page hold. Raises Unreadable for what is above the limits of reading."""
    page = opened(body, url)
    if page is None:
        return Post("none")
    text = page.text
    if not _is_wechat(text, url):
        return Post("none")
    if not _has_body(page):
        shown = plain(" ".join(part for part in page.root.itertext() if isinstance(part, str)))
        if len(shown) <= _NOTICE or "weui-msg" in text or "js_content" not in text:
            return Post(_state(_shown(page)))
    return Post("post", _title(page), _account(page), _day(text), _address(page, url))


def _is_wechat(text: str, url: str) -> bool:
    return HOST in url or any(sign in text for sign in (HOST, "mmbiz.qpic.cn", "res.wx.qq.com"))


def _has_body(page: Opened) -> bool:
    for element in page.root.iter("div", "section"):
        if element.get("id") in _BODY:
            return len(plain("".join(element.itertext()))) >= _LEAST or next(element.iter("img"), None) is not None
    return False


def _shown(page: Opened) -> str:
    """The words of a page without its scripts and styles."""
    parts = (
        (element.text or "") + " " if element.tag not in ("script", "style") else "" for element in page.root.iter()
    )
    tails = (element.tail or "" for element in page.root.iter())
    return plain("".join(first + second for first, second in zip(parts, tails, strict=True)))


def _state(shown: str) -> PostState:
    for name, form in _forms():
        if form.search(shown):
            return name
    return "none"


@cache
def _forms() -> tuple[tuple[PostState, re.Pattern[str]], ...]:
    known = {name: name for name in get_args(PostState)}
    return tuple((known[name], re.compile(form)) for name, form in tables.read(__package__, "wechat.tsv"))


def _title(page: Opened) -> str:
    shown = next((heading for heading in page.root.iter("h1", "h2") if heading.get("id") == "activity-name"), None)
    said = plain("".join(shown.itertext())) if shown is not None else ""
    return said or _meta(page, "og:title") or _script(page.text, "msg_title")


def _account(page: Opened) -> str:
    shown = next((link for link in page.root.iter("a", "strong", "span") if link.get("id") == "js_name"), None)
    said = plain("".join(shown.itertext())) if shown is not None else ""
    return said or _script(page.text, "nickname") or _meta(page, "og:article:author")


def _day(text: str) -> dt.date | None:
    said = (_script(text, name) for name in ("ct", "createTime", "publish_time", "oriCreateTime"))
    return next((day for value in said if value and (day := published.moment(value))), None)


def _address(page: Opened, url: str) -> str | None:
    told = (_meta(page, "og:url"), _script(page.text, "msg_link"), url if HOST in url else "")
    return next((found for said in told if HOST in said and (found := whole("", html.unescape(said)))), None)


def _meta(page: Opened, name: str) -> str:
    found = (meta.get("content") or "" for meta in page.root.iter("meta") if meta.get("property") == name)
    return plain(html.unescape(next(found, "")))


def _script(text: str, name: str) -> str:
    """What a variable of the page's script is set to (`var ct = "1681…"`, `htmlDecode("…")`), "" for none."""
    found = re.search(rf"\bvar\s+{name}\s*=\s*(?:htmlDecode\()?[\"']([^\"'\n]{{1,500}})[\"']", text)
    return plain(html.unescape(found[1])) if found else ""
