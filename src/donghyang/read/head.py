"""What a page says of itself: title, address, byline, outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.bounds import LONGEST_TITLE
from donghyang.read.tree import scripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from donghyang.read.lines import Line

_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SITE = re.compile(r"^(.{6,}?)\s*(?:[_|｜]|\s[-–—@]\s|--+|::|[-–—](?=[^-–—_|]{2,20}$))\s*(.{2,40})$")
_SITE_WORD = re.compile(
    r"(?:网|網|新闻|新聞|日报|晚报|报|频道|门户|在线|中心|集团|公司|大学|学院|研究院|研究所|政府|部|局|委员会|科学院"
    r"|杂志|资讯|公众号|号|栏目|[A-Za-z. ]+)$"
)
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
_TELLING = 14
"""Characters from which on a <title> is an article's; the names of sites are shorter."""
_BADGE = 4
"""Characters that a mark beside a title may have (原创, 独家)."""
_NEAR = 8
"""How many lines from the article's first its title and date may stand."""
_BYLINE = re.compile(
    r"(?:作者|撰稿人?|撰文|记者|記者|采写|通讯员|文(?=[/丨|：:]))\s*[：:/|丨]\s*"
    r"((?!来源|來源)[^\s：:|｜，,）)】]{2,20}?(?:[ 、，][一-鿿]{2,4}(?=[ 、，]|$))*)" + _NEXT
)
_REPORTER = re.compile(
    r"[（(](?:[^（）()]{0,12}?)?(?:本报|本网|新华社|特约|见习|科技日报)?(?:首席)?记者\s*[：:]?\s*([^（）()]{2,24})[）)]"
)
_PERSON = re.compile(r"[一-鿿·]{2,12}|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){1,3}")
_ROLE = re.compile(r"^(?:本报|本網|本网)?(?:记者|記者|作者|文)[\s：:/]*")
_BESIDE = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?\s+(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*([一-鿿]{2,14}(?:报|网|社|日报|时报|新闻|电视台))(?=\s|$)"
)
_AUTHOR_NAMES = ("author", "article:author", "dc.creator")
_OUTLET_NAMES = ("contentsource", "source", "og:site_name", "article:publisher", "sitename", "dc.publisher")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page before and beside what it shows."""

    title: str
    """The <title>, "" where there is none."""
    told: tuple[tuple[str, str], ...]
    """Name (lower case) and content of each meta element."""
    scripts: tuple[str, ...]
    url: str | None
    """The page's own address."""

    def say(self, *names: str) -> str | None:
        """The first content under one of `names`, in the order of the names; None where the page has none of them."""
        said = dict(reversed(self.told))
        return next((said[name] for name in names if name in said), None)


def read(root: _Element, text: str) -> Head:
    """The head of a page, from its tree and its text."""
    element = next(root.iter("title"), None)
    told = tuple(
        (name.replace(" ", "").lower(), content.strip())
        for meta in root.iter("meta")
        if (name := meta.get("property") or meta.get("name") or meta.get("itemprop"))
        and (content := meta.get("content"))
        and content.strip()
    )
    whole = _tidy("".join(element.itertext())) if element is not None else ""
    return Head(whole, told, scripts(root), _address(root, told, text))


def _address(root: _Element, told: Sequence[tuple[str, str]], text: str) -> str | None:
    """Canonical link, og:url, or the address that a browser wrote into the page when it saved it."""
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    named = [content for name, content in told if name in ("og:url", "url", "twitter:url")]
    saved = _SAVED.search(text[:4096])
    found = (*links, *named, saved[1] if saved else "")
    return next((url for url in found if re.match(r"https?://[^/\s]+/\S", url)), None)


def title(head: Head, shown: Sequence[Line], start: int) -> tuple[str | None, int]:
    """The title, and the index of the line that shows it (-1 where no line does).

    The visible line that agrees with the <title> element is the title: it carries no name of the site. Where none
    agrees, a long <title> is believed without the site's name; a short one is the site's own, and the line above
    date and source is the title. The article begins at line `start`.
    """
    told = [content for name, content in head.told if name in ("articletitle", "og:title", "twitter:title", "title")]
    claims = [_without_site(_tidy(claim)) for claim in (head.title, *told)]
    for claim in claims:
        line = _shown(claim, shown, start)
        if line is not None:
            return line
    believed = next((claim for claim in (*claims[1:], claims[0]) if len(claim) >= _TELLING), None)
    if believed:
        return believed, -1
    above = _above_info(shown, start)
    if above is not None:
        return shown[above].text, above
    return next((claim for claim in claims if claim), None), -1


def _above_info(shown: Sequence[Line], start: int) -> int | None:
    """The heading, or the line above the line with date and source, near the line where the article starts."""
    window = range(max(0, start - _NEAR), min(len(shown), start + _NEAR))
    for tag in ("h1", "h2"):
        headings = [at for at in window if shown[at].element.tag == tag and _may_be_title(shown[at])]
        if headings:
            return headings[0]
    for at in window:
        if shown[at].text.endswith("。"):
            break
        if is_info(shown[at].text):
            above = range(at - 1, max(-1, at - 4), -1)
            return next((before for before in above if _may_be_title(shown[before])), None)
    return start if _may_be_title(shown[start]) else None


def _may_be_title(line: Line) -> bool:
    return (
        6 <= len(line.text) <= 90
        and not line.is_link
        and not line.text.endswith(("。", "：", ":"))
        and not is_info(line.text)
    )


def is_info(text: str) -> bool:
    """Whether a line tells date, source or readers of an article rather than being part of it."""
    return len(text) < 90 and "。" not in text and bool(_INFO.match(text))


def byline(head: Head, around: Sequence[str], article: Sequence[str]) -> str | None:
    """Who wrote the article: a labelled name near the title, the reporter named in it, or the head's author."""
    for line in around:
        found = _BYLINE.search(line)
        if found:
            return _ROLE.sub("", found[1].strip())
    for line in (*article[:2], *article[-2:]):
        reporter = _REPORTER.search(line)
        if reporter:
            return reporter[1].strip()
    told = _ROLE.sub("", head.say(*_AUTHOR_NAMES) or "")
    return told if _PERSON.fullmatch(told) else None


def outlet(head: Head, root: _Element, around: Sequence[str]) -> str | None:
    """Who published the page: a labelled source near the title, the account of a post, what stands beside the date,
    or what the head says."""
    labelled = next((found[1] for line in around if (found := _OUTLET.search(line))), None)
    if labelled:
        return labelled
    account = next((node for node in root.iter() if node.get("id") == "js_name"), None)
    name = _tidy("".join(account.itertext())) if account is not None else ""
    beside = next((found[1] for line in around if (found := _BESIDE.search(line))), None)
    return name or beside or head.say(*_OUTLET_NAMES)


def _shown(title: str, shown: Sequence[Line], start: int) -> tuple[str, int] | None:
    """The line, or two or three lines in a row, that says most of what the head calls the title."""
    claim = _key(title)
    best: tuple[float, str, int] | None = None
    for at, line in enumerate(shown[: start + _NEAR] if claim else ()):
        if line.is_link and line.element.tag not in ("h1", "h2"):
            continue
        text, key = line.text, _key(line.text)
        heading = line.element.tag in ("h1", "h2") and at <= start + 3
        for more in (1, 2, 3):
            agreed = _agreed(key, claim, least=0.2 if heading else 0.4, alone=more == 1)
            if agreed and (best is None or agreed > best[0]):
                best = agreed, title if 0 < len(key) - len(claim) <= _BADGE else text, at + more - 1
            if at + more >= len(shown) or len(key) >= len(claim):
                break
            text, key = f"{text} {shown[at + more].text}", key + _key(shown[at + more].text)
    return (best[1], best[2]) if best else None


def _agreed(key: str, claim: str, least: float, alone: bool) -> float:
    """How many characters of the claimed title a line says: 0 unless it is at least that share of it.

    A line `alone` may also say more than a claim that was cut short, or that names only the document it publishes;
    that counts less than a line that says nothing else.
    """
    cut = claim.rstrip(".…")
    if len(key) >= 5 and key in claim and len(key) >= least * len(claim):
        return len(key)
    if alone and len(cut) >= 8 and len(key) < 3 * len(cut) and (cut in key if cut == claim else key.startswith(cut)):
        return len(cut) / 2
    return 0.0


def _without_site(text: str) -> str:
    while True:
        found = _SITE.match(text)
        if not found or not _SITE_WORD.search(found[2]):
            return text
        text = found[1]


def _tidy(text: str) -> str:
    return " ".join(text.split())[:LONGEST_TITLE]


def _key(text: str) -> str:
    return re.sub(r"[\s\u3000\u200b]+", "", text).translate(_QUOTES)


_QUOTES = str.maketrans("‘’“”＂＇", "''\"\"\"'")
