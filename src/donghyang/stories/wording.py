"""What a page says in words that can be compared: normal form, title without its frame, words, names, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from donghyang.language import tables
from donghyang.language.segments import cutter
from donghyang.records import PageText
from donghyang.stories.documents import identity
from donghyang.stories.tables import abroad, places

# Identity stands at the head of a news text; what follows is background that many stories share.
HEAD = 700
LEAD = 120
# A page without a title is called by so many characters of its text.
HEADING = 40

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"

_COLUMN = re.compile(r"【[^】]{0,30}】|〖[^〗]{0,30}〗|^[^:《]{0,4}快评:")
_TITLE_TAIL = re.compile(
    r"(?<=.{8})\s{0,3}(?<![-_|])[-_|]+\s{0,3}[\u4e00-\u9fff]{0,14}(?:"
    rf"{tables.either(__package__, 'title_tails')})$"
)
_DATELINE = re.compile(
    r"""^(?:
        [^(,。]{0,12}(?:消息|电|讯|报道)?\([^()]{1,20}\)[:\s]*   # agency or programme in brackets, then a colon
      | [^,。]{0,16}\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)(?:\([^()]{0,24}\))?[:\s]*   # place, day, 电 (reporter)
    )""",
    re.VERBOSE,
)
_MISSION = re.compile(rf"((?:(?![零一二三四五六七八九十百两第])[\u4e00-\u9fff]){{2}})第?({_COUNT})号")
_SESSION = re.compile(
    rf"第({_COUNT})届[^\s,。、《》“”]{{0,24}}?([\u4e00-\u9fff](?:大会|论坛|博览会|峰会|展览会|会|节|赛|(?<!发)展))"
)
_BATCH = re.compile(rf"(首|第{_COUNT})批")
_MEETING = re.compile(rf"({_COUNT})(次[\u4e00-\u9fff]{{0,4}}?(?:会议|集体学习|全会)|中全会)")
# News titles shorten 神舟十五号 to 神十五; 精神十二场 is not meant.
_SHORT_CREW = re.compile(r"(?<!精)神(十[一二三四五六七八九]|二十[一二三四五六七八九]?)")
_BOOK = re.compile(r"《([^《》]{2,60})》")
_QUOTED = re.compile(r"“([^“”]{3,24})”")
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:-?\d+[A-Za-z0-9]*)?(?![A-Za-z0-9])")
_FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:%|(?:万亿|亿|万|千)?[\u4e00-\u9fff]|)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# A year after 到, 至 or a dash is a goal or the end of a plan.
_YEAR = re.compile(r"(?<![\d到至—~-])(?:19|20)\d\d(?=年|[\u4e00-\u9fff“《\s])")
_PERIOD = re.compile(
    rf"""(?P<quarter>[一二三四1-4])季度|(?P<firstquarter>首季)
      | (?P<half>[上下])半年
      | 前(?P<firstq>[二两三23])季度|前(?P<firstq2>[二两三23])个季度
      | [前首头](?P<first>{_COUNT}|两)个?月
      | (?P<from>\d{{1,2}})(?:月份?)?[至到—–~-]+(?P<to>\d{{1,2}})月(?!\d{{1,2}}日)
      | (?P<month>\d{{1,2}})月(?:份|(?!\d{{1,2}}日|底|末|初))""",
    re.VERBOSE,
)
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9.+-]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """One page as grouping sees it."""

    whole: str
    """The title in normal form; of a page without one, the beginning of its first line."""
    title: str
    """The same without column heads and site names; "" for a page without a title."""
    text: str
    """Normal form of the body, without its dateline."""
    terms: dict[str, float] = field(repr=False)
    """Words, names and figures with their weight on this page; rarity is not yet counted in."""
    names: frozenset[str]
    """Names of the title that can carry a story through weeks: missions, documents, product codes."""
    documents: frozenset[str]
    """Titles in 《》 of the head."""
    serials: dict[str, frozenset[str]]
    """Series that the title (for craft, else the lead) names, with their numbers: {"神舟": {"15"}}."""
    years: frozenset[str]
    """Years that the title names, goals in the future left out."""
    periods: frozenset[tuple[int, int]]
    """Months that the title's figures cover, first and last."""
    provinces: frozenset[str]
    countries: frozenset[str]
    """Countries other than China that the title names."""
    document: tuple[str, ...] = ()
    """What tells an issued document from every other; () for other pages."""


@cache
def _simplifier() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


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


def column_of(title: str) -> str:
    """The column that a page ran in, as its title says in 【】 or before a colon; "" without one."""
    return " ".join(_COLUMN.findall(title))


def heading(page: PageText) -> str:
    """The title, else the beginning of the first line; "" for an empty page."""
    return (page.title or "").strip() or page.text.strip().partition("\n")[0][:HEADING]


def body(text: str) -> str:
    """A page's text in normal form without the dateline that it opens with."""
    return _DATELINE.sub("", normal(text))


def figures(text: str) -> list[str]:
    """Numbers of a text in normal form with multiplier and the character after them, thousands without comma."""
    return _FIGURE.findall(_THOUSANDS.sub("", text))


def wording(page: PageText) -> Wording:
    """Everything that grouping compares, read from one page once; empty sets and no terms for an empty page."""
    whole, text = normal(page.title or ""), body(page.text)
    title = bare_title(whole)
    lead = text[:HEAD].split("\n", 1)[0][:LEAD]
    missions = _missions(title)
    names = _names(title) | _spoken(missions)
    return Wording(
        whole=whole or normal(heading(page)),
        title=title,
        text=text,
        terms=_terms(title, lead, text[:HEAD], names),
        names=names,
        documents=frozenset(name for name in _names(title) | _names(text[:HEAD]) if name.startswith("《")),
        serials={**(missions or _missions(lead)), **_ordinals(title)},
        years=frozenset(year for year in _YEAR.findall(title) if page.date is None or int(year) <= page.date.year),
        periods=frozenset(_periods(title)),
        provinces=frozenset(places().values(title)),
        countries=frozenset(abroad().values(title)),
        document=identity(whole, text, normal(page.number or "")),
    )


def _terms(title: str, lead: str, head: str, names: Iterable[str]) -> dict[str, float]:
    """Words of the head by how often they stand there, more for lead and title, most for names."""
    terms: dict[str, float] = defaultdict(float)
    for word, count in Counter(_words(head)).items():
        terms[word] += 1 + 0.5 * min(count - 1, 4)
    for word in _words(lead):
        terms[word] += 0.5
    for word in set(_words(title)):
        terms[word] += 3.0
    for name in _names(head) | _spoken(_missions(head)):
        terms[name] += 2.0
    for name in names:
        terms[name] += 4.0
    for figure in set(figures(head)):
        if len(figure) >= 4 and not re.fullmatch(r"20\d\d年", figure):
            terms[figure] += 1.5
    return dict(terms)


def words_cut(text: str) -> dict[int, int]:
    """For every offset inside of a word that the cutter knows, but its first: where that word ends.

    What is found there and ends elsewhere is no word: 理工 in 治理工程 and in 管理工作.
    """
    ends: dict[int, int] = {}
    at = 0
    for word in cutter().cut(text):
        end = at + len(word)
        ends.update((inner, end) for inner in range(at + 1, end))
        at = end
    return ends


def _words(text: str) -> list[str]:
    return [word for word in map(_word, cutter().cut(text)) if word]


@lru_cache(maxsize=1 << 17)
def _word(cut: str) -> str:
    """The word itself, once for all pages; "" for what is none."""
    return cut if _WORD.fullmatch(cut) else ""


def _names(text: str) -> frozenset[str]:
    books = {f"《{name}》" for name in _BOOK.findall(text) if len(name) >= 5}
    quoted = {f"“{name}”" for name in _QUOTED.findall(text)}
    codes = {code.upper() for code in _CODE.findall(text) if any(c.isdigit() for c in code) and len(code) >= 3}
    return frozenset(books | quoted | codes)


def _missions(text: str) -> dict[str, frozenset[str]]:
    """What carries a number with 号: craft, documents, power stations ({"神舟": {"15"}})."""
    found: dict[str, set[str]] = defaultdict(set)
    for stem, count in _MISSION.findall(text):
        found[stem].add(str(number(count)))
    for count in _SHORT_CREW.findall(text):
        found["神舟"].add(str(number(count)))
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def _spoken(missions: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(f"{stem}{count}号" for stem, counts in missions.items() for count in counts)


def _ordinals(text: str) -> dict[str, frozenset[str]]:
    """Sessions of an event (第八届 … 论坛), of a meeting (三次会议) and batches of a list (第四批)."""
    found: dict[str, set[str]] = defaultdict(set)
    for count, event in _SESSION.findall(text):
        found[f"届{event[-2:]}"].add(str(number(count)))
    for count, meeting in _MEETING.findall(text):
        found[meeting].add(str(number(count)))
    for count in _BATCH.findall(text):
        found["批"].add("1" if count == "首" else str(number(count[1:])))
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def _periods(text: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for match in _PERIOD.finditer(text):
        part = {key: value for key, value in match.groupdict().items() if value}
        if "quarter" in part:
            quarter = number(part["quarter"])
            found.add((3 * quarter - 2, 3 * quarter))
        elif "firstquarter" in part:
            found.add((1, 3))
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
