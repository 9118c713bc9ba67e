"""Who wrote a page and who published it: the labelled names near its title, in its text, in its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.hanja import families
from donghyang.read import days
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
_LABEL = (
    r"摄影|图片|来源|來源|编辑|責編|责编|阅读|浏览|点击|分享|字号|字体|发布|审核|审校|校对|美编|封面|配图|排版|监制|出品"
    r"|供图|打印|评论|时间|日期|关注"
)
_OUTLET = re.compile(
    r"(?:文章|信息|稿件|内容|新闻|本文)?(?:来源|來源|稿源|转自|出处|出處)于?\s*[：:]\s*([^\s|｜，,；;）)】]{1,30}?)"
    + _NEXT
)
_INFO = re.compile(
    rf".{{0,30}}{days.NUMERIC}"
    r"|.{0,40}(?:来源|來源|稿源|作者|浏览|浏览次数|阅读|点击|字号|字体|发布时间|索引号|文号)\s*[：:]"
    r"|[\d\s:：/.年月日-]+$"
    r"|(?:.{0,80}[\s|｜])?(?:Source|Author|Editor|Updated|Published|Posted)\s*:(?!.*\.$)"
    rf"|.{{0,20}}{days.ENGLISH}(?!.*\.$)"
    r"|《[^《》]{1,10}报》\s*[（(]\s*\d{4}"
)
_BYLINE = re.compile(
    r"(?:作者|撰稿人?|撰文|记者|記者|采写|通讯员|文(?=[/丨|｜：:]))\s*[：:/|丨｜]\s*"
    r"((?!来源|來源|[【\[（(]|\S{0,4}(?:编辑|編輯|责编|責編|审核|校对|发布|时间|日期|点击|浏览|阅读))"
    r"[^\s：:|｜，,）)】]{2,20}?"
    rf"(?:[ \u3000、，](?!{_LABEL})[一-鿿]{{2,4}}(?=[\s、，]|$))*)" + _NEXT
)
_REPORTER = re.compile(
    r"[（(](?:[^（）()]{0,12}?)?(?:本报|本网|新华社|特约|见习|科技日报)?(?:首席)?记者\s*[：:]?\s*([^（）()]{2,24})[）)]"
)
_DAY = rf"{days.NUMERIC}日?"
_MAN = r"[一-鿿](?:[ \u3000][一-鿿](?![一-鿿])|[一-鿿·]{1,7})"
_MEN = rf"{_MAN}(?:[ \u3000、，]+(?!{_LABEL}){_MAN})*"
_WOMAN = r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){1,2}"
_UNLABELLED = (
    # 本报记者 李闻 王 宁　通讯员 赵蕾
    re.compile(
        r"(?:^|[\s|｜·■◎●▲】\]）)])(?:[一-鿿]{0,6}[报网社刊台])?(?:首席|特约|见习|实习|全媒体)*(?:记者|記者|通讯员)"
        rf"[ \u3000]+({_MEN})(?=\s|[|｜]|$)"
    ),
    # 李闻·2026年3月7日
    re.compile(rf"^(?:原创\s*)?({_MAN})\s*[·|｜•]\s*{_DAY}"),
    # 2026-03-07 李闻 观潮札记, the line of a WeChat post
    re.compile(rf"^(?:原创)?\s*{_DAY}\s+([一-鿿]{{2,3}})\s+[一-鿿A-Za-z0-9]{{3,16}}$"),
    # 2026年3月7日 由 李闻
    re.compile(r"(?:^|[\s\d日])由[ \u3000]+([一-鿿·A-Za-z]{2,12})(?=\s|$)"),
)
"""Forms without a label and a colon; what they name must bear a family name."""
_ENGLISH = re.compile(
    rf"(?:^|[\s|｜])(?:[Bb][Yy]|(?:Author|Reporter|Writer|Written [Bb]y)s?\s*:|Edited and written by)\s*:?\s+"
    rf"({_WOMAN}?(?: in [A-Z][a-z]+)?(?:(?:, | and |; ){_WOMAN}?(?: in [A-Z][a-z]+)?)*)"
    rf"(?=\s*(?:[|｜(]|\d|,|Text|Share|Updated|Published|Posted|Source|Date|Font|Size|(?:{days.MONTHS})\b|$))"
)
_PARTS = "处部局司厅科办网报社台室院会所组"
"""Signs that end the name of an office rather than a person's."""
_ROLES = re.compile(r"(?:[一-鿿]{0,6}[报网社刊台])?(?:首席|特约|见习|实习|全媒体)*(?:记者|記者|通讯员|通訊員)")
_ROLE = re.compile(rf"^(?:{_ROLES.pattern}|作者|文)[\s：:/]*")
_SIGNED = re.compile(r"[（(【\[]?\s*(?:本文)?(?:作者|撰文|撰稿人?|采写|图文|文图|文、图|文/图|文字?)\s*[：:/|丨｜]\s*")
"""How a line of the article itself begins that signs it."""
_PERSON = re.compile(r"[一-鿿·]{2,12}|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){1,3}")
_BESIDE = re.compile(
    rf"{_DAY}\s+(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s*"
    r"([一-鿿]{2,14}(?:报|网|社|日报|时报|新闻|电视台))(?=\s|$)"
)
_SOURCE = re.compile(r"\bSource\s*:\s*([A-Z][\w.&' -]{1,30}?)(?=\s*(?:[|｜,(]|\d|$|Author|Editor|Updated|Date|Time))")
_BEFORE = re.compile(rf"^([一-鿿《》·-]{{2,16}}(?:报|网|社|电视台|新闻|客户端))[\s\u3000]+{_DAY}")
_PAPER = re.compile(rf"《([^《》]{{1,10}}报)》\s*[（(]?\s*{_DAY}")
_NO_OUTLET = re.compile(r"(?:https?:|www\.)|(?:本网站?|本站(?:原创)?|原创|转载|网络|互联网|未知|无)$")
_AUTHOR_NAMES = ("author", "article:author", "dc.creator")
_OUTLET_NAMES = ("contentsource", "source", "og:site_name", "article:publisher", "sitename", "dc.publisher")
_NOBODY = re.compile(rf"(?:{tables.either(__package__, 'nobody')})\d*", re.IGNORECASE)
"""What programs and sites write where they know no author."""


def is_nobody(name: str) -> bool:
    """Whether an author's name is a placeholder of a program or a site."""
    return bool(_NOBODY.fullmatch(name.strip()))


def is_info(text: str) -> bool:
    """Whether a line tells date, source or readers of an article rather than being part of it."""
    return (
        len(text) < 90
        and "。" not in text
        and (bool(_INFO.match(text) or _UNLABELLED[0].fullmatch(text)) or is_about(text))
    )


def byline(head: Head, around: Sequence[str], article: Sequence[str], below: Sequence[str] = ()) -> str | None:
    """Who wrote the article: a labelled name near the title, a name beside the day, the reporter named in the article
    or under it, or the head's author. Names only, without their offices."""
    for line in around:
        found = _BYLINE.search(line)
        if found and not is_nobody(found[1]):
            return _ROLE.sub("", found[1].strip())
    for line in around:
        name = _unlabelled(line)
        if name:
            return name
    for line in (*article[:2], *article[-2:]):
        reporter = _REPORTER.search(line)
        if reporter:
            return reporter[1].strip()
    for line in (*article[:3], *article[-3:], *below[:6]):
        name = _signed(line)
        if name:
            return name
    told = _ROLE.sub("", head.say(*_AUTHOR_NAMES) or "")
    outlets = [head.say(name) for name in _OUTLET_NAMES]
    return told if _PERSON.fullmatch(told) and not is_nobody(told) and told not in outlets else None


def _unlabelled(line: str) -> str | None:
    """The names in a line near the title that no label and colon mark; None where it has none."""
    for form in _UNLABELLED:
        found = form.search(line)
        names = _persons(found[1], sure="本" in found[0]) if found else None
        if names:
            return names
    english = _ENGLISH.search(line)
    return re.sub(r" in [A-Z][a-z]+", "", english[1]) if english and not is_nobody(english[1]) else None


def _signed(line: str) -> str | None:
    """The names in a line of the article, or under it, that does nothing but sign it; None in others."""
    label = _SIGNED.match(line)
    if label:
        names = re.match(rf"(?:{_ROLES.pattern}[ \u3000]*)?({_MEN})(?=\s|[|｜/）)】\]]|$)", line[label.end() :])
        return _persons(names[1]) if names else None
    found = _UNLABELLED[0].fullmatch(line)
    return _persons(found[1]) if found else None


def _persons(names: str, *, sure: bool = False) -> str | None:
    """Names as they are written, roles between them left out; None where one of them is no person's name. Behind
    本报记者 the names are `sure`, and may be rare."""
    bare = re.sub(r"(?<![一-鿿])([一-鿿])[ \u3000]([一-鿿])(?![一-鿿])", r"\1\2", _ROLES.sub(" ", names)).strip()
    whole = [name for name in re.split(r"[\s、，]+", bare) if name]
    return " ".join(whole) if whole and all(_is_person(name) or (sure and len(name) <= 3) for name in whole) else None


def _is_person(name: str) -> bool:
    return (
        2 <= len(name) <= 12
        and not name.startswith(("星期", "礼拜"))
        and (("·" in name) or (len(name) <= 4 and name[0] in families() and not (len(name) > 2 and name[-1] in _PARTS)))
    )


def outlet(head: Head, root: _Element, around: Sequence[str]) -> str | None:
    """Who published the page: a labelled source near the title, the account of a post, what stands beside the date,
    or what the head says."""
    labelled = (found[1] for line in around for found in _OUTLET.finditer(line))
    account = next((node for node in root.iter() if node.get("id") == "js_name"), None)
    name = tidy("".join(account.itertext())) if account is not None else ""
    beside = (found[1] for line in around if (found := _BESIDE.search(line)))
    before = (found[1] for line in around for form in (_BEFORE, _PAPER, _SOURCE) if (found := form.search(line)))
    candidates = (*labelled, name, *beside, *before, head.say(*_OUTLET_NAMES) or "")
    return next((outlet for outlet in candidates if outlet and not _NO_OUTLET.match(outlet)), None)
