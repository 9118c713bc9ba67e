"""What a line of a page is worth to its article: sentences, cells and entries of a list for it, links and the site's
own words against it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read import days
from donghyang.read.lines import HEADINGS

if TYPE_CHECKING:
    from donghyang.read.lines import Line

_PUNCTUATION = re.compile(r"[，。！？；：、,.!?;]")
_CLOSED = re.compile(r"[。！？；]$")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|hwpx?|csv|txt)(?:[?#]|\s*$)", re.I)
_ATTACHED = re.compile(r"附件|附表|附录")
_COUNT = r"[\d一二三四五六七八九十]{1,3}"
_YEAR = "[一二][〇零○一二三四五六七八九]{3}"
_DAY = re.compile(rf"[（(]?\s*(?:\d{{4}}|{_YEAR})\s*[-/.年]\s*{_COUNT}\s*[-/.月]\s*{_COUNT}\s*日?\s*[)）]?")
"""The day that stands alone below the name of an office."""
_ABOUT = re.compile(
    r"(?:19|20)\d{6}(?!\d)|(?<!\d)\d{2}-\d{2}-\d{2}(?!\d)"
    rf"|{_YEAR}年{_COUNT}月{_COUNT}日"
    rf"|{days.NUMERIC}\s*日?|\d{{1,2}}:\d{{2}}(?::\d{{2}})?|(?:星期|周)[一二三四五六日天]"
    r"|(?:发布|發布|发表|公布|公开|更新|成文|发文|刊发|上传|编辑)?(?:时间|日期|時間|时间于)\s*[：:]?"
    r"|(?:文章|信息|稿件|新闻|内容)?(?:来源|來源|稿源|作者|编辑|责任编辑|责编|发布机构|发布者|供稿|审核|校对)\s*[：:]\s*[^\s：:]{0,20}"
    r"|(?:浏览|阅读|点击|访问|人气)(?:次数|量|数)?\s*[：:]?\s*\d*次?|(?:字号|字体)\s*[：:]?|分享(?:到|至)?|打印|[大中小](?![一-鿿])"
    r"|(?:Published|Posted|Updated|Released?|Date|Time)(?: date| time| on| at)?\s*:?"
    r"|(?:Source|Author|By)\s*:\s*[A-Za-z .'-]{0,40}"
    rf"|{days.ENGLISH}"
    r"|发布|[\s|｜：:\[\]【】()（）\-_/]"
)
_TOLD = re.compile(r"[\d：:]|[一二][〇零○][一-鿿]{2}年")
_LONG = 30
"""A line of so many characters is a sentence even where it has no punctuation."""
_FILED = 6.0
"""What a file is worth to the article that names it, however short its name."""
_LABEL = 3
"""A link with so many words of its own before it may stand in an article (政策原文：《…》)."""
_SHORT = 8
"""A line of fewer characters is a sentence only where a full stop closes it."""


def is_furniture(text: str) -> bool:
    """Whether a line is something that pages print around every article."""
    return bool(patterns()["line"].match(text))


def is_site(text: str) -> bool:
    """Whether a line speaks of the site itself (who runs it, its licence, its rights, the browser it wants)."""
    return is_weak(text) or is_owner(text)


def is_owner(text: str) -> bool:
    """Whether a line says whose site it is: nothing of an article stands behind it."""
    return bool(patterns()["owner"].search(text)) and is_furniture(text)


def is_weak(text: str) -> bool:
    """Whether a line belongs to an article only where other lines of the article stand around it."""
    return bool(patterns()["site"].match(text))


def is_end(text: str) -> bool:
    """Whether a line heads other articles, comments or offers."""
    return bool(patterns()["end"].match(text))


def is_about(text: str) -> bool:
    """Whether a line is labels about an article (day, source, readers) and nothing else."""
    if not 6 <= len(text) < 120 or not _TOLD.search(text):
        return False
    return len(_ABOUT.sub("", text)) <= 4


def is_attachment(line: Line) -> bool:
    """Whether a line leads to a file that belongs to the article."""
    return bool(line.links) and (
        bool(_ATTACHED.match(line.text)) or any(is_file(line.text[start:end], url) for start, end, url in line.links)
    )


def is_file_head(text: str) -> bool:
    """Whether a line only heads the list of an article's files."""
    return text.strip("：:【】[] ") in tables.words(__package__, "file_heads")


def is_file(name: str, url: str) -> bool:
    """Whether a link leads to a document rather than to a page."""
    return bool(_FILE.search(name) or _FILE.search(url))


def is_sentence(line: Line) -> bool:
    """Whether a line is running text rather than a label, a link or a cell."""
    return prose(line) > 0


def prose(line: Line) -> int:
    """Characters of a line that are sentences of its own."""
    if line.rows is not None or line.is_link or is_about(line.text):
        return 0
    if len(line.text) < _SHORT:
        return len(line.text) if _CLOSED.search(line.text) else 0
    if not (_PUNCTUATION.search(line.text) or len(line.text) > _LONG):
        return 0
    return len(line.text) - line.linked


def worth(line: Line, *, aside: bool) -> float:
    """How much a line speaks for the element it stands in; `aside` where that is a side matter of the page."""
    length = len(line.text)
    if aside:
        return -0.2 * length
    if is_attachment(line):
        return _FILED
    if line.is_link and length - line.linked >= _LABEL:
        return -0.3 * length
    if line.is_link or is_furniture(line.text) or is_weak(line.text) or is_end(line.text):
        return -float(length)
    if line.element.tag in HEADINGS or (is_about(line.text) and not _DAY.fullmatch(line.text)):
        return 0.0
    if line.rows is not None:
        return 0.5 * (length - line.linked)
    return float(prose(line)) or 0.1 * (length - line.linked)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The lists of data/boilerplate.toml, each as one pattern."""
    table = tomllib.loads(files(__package__).joinpath("data/boilerplate.toml").read_text("utf-8"))
    return {part: re.compile("|".join(f"(?:{entry})" for entry in entries)) for part, entries in table.items()}
