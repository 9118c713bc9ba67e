"""The next page of a list."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.collect.sources.opened import plain, said
from donghyang.language import tables

if TYPE_CHECKING:
    from donghyang.collect.sources.opened import Opened

_MADE = re.compile(
    r"""createPageHTML\w*\(\s*(?:['"]\w+['"]\s*,\s*)?(?P<count>\w+)\s*,\s*(?P<at>\w+)\s*,
    \s*['"](?P<name>[\w-]+)['"]\s*,\s*['"]\.?(?P<end>\w+)['"]""",
    re.VERBOSE,
)
"""How sites made with TRS WCM write their pages: createPageHTML(25, 0, "index", "htm") makes index_1.htm … of it."""
_WORD = 40
"""Characters of a link that leads to another page of the list, at most."""
_MOST = 10_000
"""Pages of a list."""


def next_page(page: Opened) -> str | None:
    """The address of the page on which a list goes on, None on its last page and where it has one only."""
    for element in page.root.iter("a"):
        word = said(element, _WORD) or plain(element.get("title") or "")
        if _next().fullmatch(word) or (element.get("rel") or "").lower() == "next":
            target = page.target(element.get("href"))
            if target is not None and target != page.base:
                return target
    for link in page.root.iter("link"):
        if (link.get("rel") or "").lower() == "next" and (target := page.target(link.get("href"))):
            return target
    return _made(page) or _numbered(page)


def _made(page: Opened) -> str | None:
    """What the page's own script makes of the number of pages."""
    found = _MADE.search(page.text)
    if found is None:
        return None
    count, at = _number(page.text, found["count"]), _number(page.text, found["at"])
    if count is None or at is None or not 0 <= at < min(count, _MOST) - 1:
        return None
    return page.target(f"{found['name']}_{at + 1}.{found['end']}")


def _number(text: str, word: str) -> int | None:
    """A number, or what a variable of the page is set to."""
    if not word.isdecimal():
        found = re.search(rf"\bvar\s+{re.escape(word)}\s*=\s*['\"]?(\d{{1,6}})", text)
        if found is None:
            return None
        word = found[1]
    return int(word) if len(word) < len(str(_MOST)) + 2 else None


def _numbered(page: Opened) -> str | None:
    """Where numbers of pages stand without a word for the next one: the number behind the one that is no link."""
    for element in page.root.iter("a"):
        number = said(element, _WORD)
        if not number.isdecimal() or len(number) > len(str(_MOST)) or int(number) < 2:
            continue
        before = element.getprevious()
        if before is None and (around := element.getparent()) is not None and around.tag == "li":
            before = around.getprevious()
        if before is None or said(before, _WORD) != str(int(number) - 1):
            continue
        link = before if before.tag == "a" else next(before.iter("a"), None)
        here = page.target(link.get("href")) if link is not None else None
        target = page.target(element.get("href"))
        if target is not None and target != page.base and here in (None, page.base):
            return target
    return None


@cache
def _next() -> re.Pattern[str]:
    forms = (re.escape(word.replace("_", " ")) for word in tables.words("donghyang.collect.sources", "next"))
    return re.compile(rf"[\s\[【<]*(?:{'|'.join(forms)})[\s\]】>»›→⇒➔➜▶►▸]*", re.IGNORECASE)
