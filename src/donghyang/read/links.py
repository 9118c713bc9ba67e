"""Where the links of a page lead: files that belong to its article, and the other pages of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.worth import is_file
from donghyang.records import Attachment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.read.lines import Line

_PAGES = re.compile(r"\d{1,3}|第?\s*\d{1,3}\s*页|下一?页|上一?页|尾页|末页|余下全文|下页>*|>|>>|Next", re.I)
_NAME = re.compile(r"[^:]+\.[A-Za-z]{3,5}")
_HOST = re.compile(r"(https?:)//[^/?#]+", re.IGNORECASE)


def attachments(article: Sequence[Line], url: str | None) -> tuple[Attachment, ...]:
    """The files that the lines of an article lead to, each address once; `url` is the page's own address."""
    found: dict[str, str] = {}
    for line in article:
        if line.rows is not None:
            links = [("".join(link.itertext()).strip(), link.get("href") or "") for link in line.element.iter("a")]
        else:
            links = [(line.text[start:end], target) for start, end, target in line.links]
        for name, target in links:
            if name and target and is_file(name, target):
                found.setdefault(joined(url, target.strip()), name)
    return tuple(Attachment(name, target) for target, name in found.items())


def page_links(shown: Sequence[Line]) -> tuple[str, ...]:
    """The file names that page links (1 2 3 下一页) lead to, each once, in order."""
    found: dict[str, None] = {}
    for line in shown:
        for start, end, target in line.links:
            name = re.split(r"[?#]", target, maxsplit=1)[0].rpartition("/")[2]
            if _NAME.fullmatch(name) and _PAGES.fullmatch(line.text[start:end].strip()):
                found.setdefault(name)
    return tuple(found)


def joined(base: str | None, target: str) -> str:
    """The address that a link means on the page at `base` (RFC 3986, 5.2); the link itself where `base` is None."""
    host = _HOST.match(base or "")
    if base is None or host is None or re.match(r"[a-z][a-z0-9+.-]*:", target, re.IGNORECASE):
        return target
    if target.startswith("//"):
        return host[1] + target
    if target.startswith("/"):
        return host[0] + target
    steps = re.split(r"[?#]", base[host.end() :], maxsplit=1)[0].split("/")[1:-1]
    for step in (parts := target.split("/"))[:-1]:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join((host[0], *steps, parts[-1]))
