"""Who wrote a page and who published it: the labelled names near its title, in its text, in its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.head import tidy
from donghyang.read.worth import is_about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from donghyang.read.head import Head

_NEXT = (
    r"(?=\s|来源|來源|稿源|作者|编辑|編輯|责任|责编|发布|发表|时间|日期|浏览|点击|阅读|字号|字体"
    r"|分享|举报|关注|评论|[|｜【\[]|$)"
)
"""What ends a name that stands behind a label."""
_OUTLET = re.compile(
    r"(?:文章|信息|稿件|内容|新闻|本文)?(?:来源|來源|稿源|转自|出处|出處)于?\s*[：:]\s*([^\s|｜，,；;）)】]{1,30}?)"
    + _NEXT
)
_INFO = re.compile(
    r".{0,30}\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}"
    r"|.{0,40}(?:来源|來源|稿源|作者|浏览|浏览次数|阅读|点击|字号|字体|发布时间|索引号|文号)\s*[：:]"
    r"|[\d\s:：/.年月日-]+$"
)
_BYLINE = re.compile(
    r"(?:作者|撰稿人?|撰文|记者|記者|采写|通讯员|文(?=[/丨|：:]))\s*[：:/|丨]\s*"
    r"((?!来源|來源|[【\[（(]|\S{0,4}(?:编辑|編輯|责编|責編|审核|校对|发布|时间|日期|点击|浏览|阅读))"
    r"[^\s：:|｜，,）)】]{2,20}?(?:[ 、，][一-鿿]{2,4}(?=[ 、，]|$))*)" + _NEXT
)
_REPORTER = re.compile(
    r"[（(](?:[^（）()]{0,12}?)?(?:本报|本网|新华社|特约|见习|科技日报)?(?:首席)?记者\s*[：:]?\s*([^（）()]{2,24})[）)]"
)
_PERSON = re.compile(r"[一-鿿·]{2,12}|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){1,3}")
_ROLE = re.compile(r"^(?:本报|本網|本网)?(?:记者|記者|作者|文)[\s：:/]*")
_BESIDE = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?\s+(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*([一-鿿]{2,14}(?:报|网|社|日报|时报|新闻|电视台))(?=\s|$)"
)
_NO_OUTLET = re.compile(r"(?:https?:|www\.)|(?:本网站?|本站(?:原创)?|原创|转载|网络|互联网|未知|无)$")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator")
_OUTLET_NAMES = ("contentsource", "source", "og:site_name", "article:publisher", "sitename", "dc.publisher")


_NOBODY = re.compile(
    r"(?:admin(?:istrator)?|user|anonymous|unknown|author|owner|guest|root|test|微软(?:用户|中国)|匿名|佚名|未知|无|管理员|系统管理员|网站管理员|本站|原创|转载|小编|编辑)\d*",
    re.I,
)
"""What programs and sites write where they know no author."""


def is_nobody(name: str) -> bool:
    """Whether an author's name is a placeholder of a program or a site."""
    return bool(_NOBODY.fullmatch(name.strip()))


def is_info(text: str) -> bool:
    """Whether a line tells date, source or readers of an article rather than being part of it."""
    return len(text) < 90 and "。" not in text and (bool(_INFO.match(text)) or is_about(text))


def byline(head: Head, around: Sequence[str], article: Sequence[str]) -> str | None:
    """Who wrote the article: a labelled name near the title, the reporter named in it, or the head's author."""
    for line in around:
        found = _BYLINE.search(line)
        if found and not is_nobody(found[1]):
            return _ROLE.sub("", found[1].strip())
    for line in (*article[:2], *article[-2:]):
        reporter = _REPORTER.search(line)
        if reporter:
            return reporter[1].strip()
    told = _ROLE.sub("", head.say(*_AUTHOR_NAMES) or "")
    outlets = [head.say(name) for name in _OUTLET_NAMES]
    return told if _PERSON.fullmatch(told) and not is_nobody(told) and told not in outlets else None


def outlet(head: Head, root: _Element, around: Sequence[str]) -> str | None:
    """Who published the page: a labelled source near the title, the account of a post, what stands beside the date,
    or what the head says."""
    labelled = (found[1] for line in around for found in _OUTLET.finditer(line))
    account = next((node for node in root.iter() if node.get("id") == "js_name"), None)
    name = tidy("".join(account.itertext())) if account is not None else ""
    beside = (found[1] for line in around if (found := _BESIDE.search(line)))
    candidates = (*labelled, name, *beside, head.say(*_OUTLET_NAMES) or "")
    return next((outlet for outlet in candidates if outlet and not _NO_OUTLET.match(outlet)), None)
