"""What a page says in words that can be compared: normal form, title without its frame, words, names, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from donghyang.records import PageText
from donghyang.stories.tables import places

# Identity stands at the head of a news text; what follows is background that many stories share.
HEAD = 700

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"

_COLUMN = re.compile(r"【[^】]{0,30}】|〖[^〗]{0,30}〗|^[^:《]{0,4}快评:")
_TITLE_TAIL = re.compile(r"\s*[-_|—]+\s*[^-_|—\s]{2,12}(?:网|社|报|频道|客户端|新闻|政府)$")
_DATELINE = re.compile(
    r"""^(?:
        [^(,。]{0,12}(?:消息|电|讯|报道)?\([^()]{1,20}\)[:\s]*   # agency or programme in brackets, then a colon
      | [^,。]{0,16}\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)(?:\([^()]{0,24}\))?[:\s]*   # place, day, 电 (reporter)
    )""",
    re.VERBOSE,
)
_MISSION = re.compile(rf"([\u4e00-\u9fff]{{2}})(?:[Ff]?)({_COUNT})号")
_SHORT_CREW = re.compile(r"神([一二三四五六七八九十]{1,3})(?!号|[一-龥]?届)")
_BOOK = re.compile(r"《([^《》]{2,60})》")
_QUOTED = re.compile(r"“([^“”]{3,24})”")
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:-?\d+[A-Za-z0-9]*)?(?![A-Za-z0-9])")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?:万亿|亿|万|千|%|)[\u4e00-\u9fff]?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[\u4e00-\u9fff“《\s])")
_PERIOD = re.compile(
    rf"""(?P<quarter>[一二三四1-4])季度
      | (?P<half>[上下])半年
      | 前(?P<firstq>[二两三23])季度|前(?P<firstq2>[二两三23])个季度
      | 前(?P<first>{_COUNT}|两)个?月
      | (?P<from>\d{{1,2}})(?:月份?)?[至到—–~-]+(?P<to>\d{{1,2}})月(?!\d{{1,2}}日)
      | (?P<month>\d{{1,2}})月(?:份|(?!\d{{1,2}}日|底|末|初))""",
    re.VERBOSE,
)
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9.+-]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """One page as grouping sees it."""

    title: str
    """Normal form, without column heads and site names."""
    text: str
    """Normal form of the body, without its dateline."""
    terms: dict[str, float] = field(repr=False)
    """Words, names and figures with their weight on this page; rarity is not yet counted in."""
    names: frozenset[str]
    """Names of the title that can carry a story through weeks: missions, documents, product codes."""
    serials: dict[str, frozenset[str]]
    """Series named at the head with their numbers: {"神舟": {"15"}}."""
    years: frozenset[str]
    periods: frozenset[tuple[int, int]]
    """Months that the title's figures cover, first and last."""
    provinces: frozenset[str]


@cache
def _simplifier() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


@cache
def _cutter() -> Any:
    import rjieba

    return rjieba


def normal(text: str) -> str:
    """`text` in simplified characters and plain widths, runs of white space made one space, lines kept."""
    if not text:
        return ""
    plain = unicodedata.normalize("NFKC", text)
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return str(_simplifier().convert("\n".join(line for line in lines if line)))


def number(text: str) -> int:
    """The value of digits or a Chinese numeral below 1000 ("15", "十五", "二十", "一百零一"); 0 for none."""
    if text.isdigit():
        return int(text)
    total, last = 0, 0
    for char in text:
        if char in "十百":
            total += (last or 1) * (10 if char == "十" else 100)
            last = 0
        else:
            last = _DIGITS.get(char, 0)
    return total + last


def bare_title(title: str) -> str:
    """`title` (in normal form) without the column it ran in and the site's name behind a bar."""
    bare = _TITLE_TAIL.sub("", _COLUMN.sub("", title)).strip()
    return bare or title


def body(text: str) -> str:
    """A page's text in normal form without the dateline that it opens with."""
    return _DATELINE.sub("", normal(text))


def read(page: PageText) -> Wording:
    """Everything that grouping compares, read from one page once; empty sets and no terms for an empty page."""
    title = bare_title(normal(page.title or ""))
    text = body(page.text)
    head = text[:HEAD]
    lead = head.split("\n", 1)[0][:120]
    serials = _serials(title) or _serials(lead)
    names = _names(title)
    terms: defaultdict[str, float] = defaultdict(float)
    for word, count in Counter(_words(head)).items():
        terms[word] += 1 + 0.5 * min(count - 1, 4)
    for word in _words(lead):
        terms[word] += 0.5
    for word in set(_words(title)):
        terms[word] += 3.0
    for name in _names(head) | {f"{stem}{n}号" for stem, found in _serials(head).items() for n in found}:
        terms[name] += 2.0
    for name in names | {f"{stem}{n}号" for stem, found in serials.items() for n in found}:
        terms[name] += 4.0
    for figure in set(_FIGURE.findall(head)):
        if len(figure) >= 4:
            terms[figure] += 1.0
    return Wording(
        title=title,
        text=text,
        terms=dict(terms),
        names=names | frozenset(f"{stem}{n}号" for stem, found in _serials(title).items() for n in found),
        serials=serials,
        years=frozenset(_YEAR.findall(title)),
        periods=frozenset(_periods(title)),
        provinces=frozenset(places().values(title)),
    )


def _words(text: str) -> list[str]:
    return [word for word in _cutter().cut(text) if _WORD.fullmatch(word)]


def _names(text: str) -> frozenset[str]:
    books = {f"《{name}》" for name in _BOOK.findall(text) if len(name) >= 5}
    quoted = {f"“{name}”" for name in _QUOTED.findall(text)}
    codes = {code.upper() for code in _CODE.findall(text) if any(c.isdigit() for c in code) and len(code) >= 3}
    return frozenset(books | quoted | codes)


def _serials(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for stem, count in _MISSION.findall(text):
        found.setdefault(stem, set()).add(str(number(count)))
    for count in _SHORT_CREW.findall(text):
        found.setdefault("神舟", set()).add(str(number(count)))
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def _periods(text: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for match in _PERIOD.finditer(text):
        part = {key: value for key, value in match.groupdict().items() if value}
        if "quarter" in part:
            quarter = number(part["quarter"])
            found.add((3 * quarter - 2, 3 * quarter))
        elif "half" in part:
            found.add((1, 6) if part["half"] == "上" else (7, 12))
        elif "firstq" in part or "firstq2" in part:
            found.add((1, 3 * number(part.get("firstq") or part["firstq2"])))
        elif "first" in part:
            found.add((1, number(part["first"])))
        elif "from" in part:
            found.add((int(part["from"]), int(part["to"])))
        else:
            found.add((int(part["month"]), int(part["month"])))
    return found
