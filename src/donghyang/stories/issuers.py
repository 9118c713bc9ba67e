"""Whose word a page carries: the body that issued or announced what it tells, and how high that body stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from donghyang.language import gazetteer, tables
from donghyang.records import IssuerLevel
from donghyang.stories.tables import Lexicon, lexicon

# An institute or a firm speaks where a text begins with it; further down it is one of many.
NAMED = 60

# Several bodies at once (十八部门印发) are ministries unless a place stands before them.
_SEVERAL = re.compile(r"(?:[一二三四五六七八九十两多\d]{1,3}个?|等)部门")
_BELOW = re.compile(
    r"""(?P<whole>
        (?P<place>[\u4e00-\u9fff]{2,8}?)(?P<rank>特别行政区|自治区|自治州|经济特区|新区|省|市|盟|州|县|区)
        (?:第?[一二三四五六七八九十]+届)?
        (?:人民政府|人民代表大会|人大常委会|政府|委员会|[\u4e00-\u9fff]{2,8}(?:厅|局|委)|(?=[\u4e00-\u9fff]{2,30}(?:条例|规定|办法|工作报告)))
    )""",
    re.VERBOSE,
)
# A leader by name, and what he does.
_LEADER = re.compile(
    rf"(?!我国|中国|全国|国家)[\u4e00-\u9fff]{{2,3}}(?:继续|分别|同志)?(?:(?:在|向|同|给|对|就)[^,。]{{1,24}}?)?"
    rf"(?:{tables.either(__package__, 'leading')}|致(?:贺信|信|贺电|贺词)|会谈|贺信)"
)
_LEARNED = re.compile(r"[\u4e00-\u9fff]{2,12}(?:大学|研究院|研究所|实验室|科学院|学院)")
_FIRM = re.compile(r"[\u4e00-\u9fff]{2,12}(?:有限公司|公司|集团|银行)")
_LAW = re.compile(r"^中华人民共和国[\u4e00-\u9fff、()]{2,40}(?:法|条例|细则|决定|办法|规定)$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body and its level."""

    name: str
    """As the text writes it."""
    level: IssuerLevel


def issuer_of(title: str, lead: str) -> Issuer | None:
    """The body whose word the page carries, the title asked before the lead; None where neither names one.

    Both in normal form. The first body that is named speaks; of two that begin at one place the longer.
    """
    if _LAW.match(title):
        return Issuer("全国人大" if title.endswith("法") else "国务院", "central")
    for text in (title, lead):
        if found := _first(text):
            return found
    return None


def led(title: str) -> bool:
    """Whether a title in normal form tells what a leader attends, visits or says."""
    return bool(_LEADER.match(title))


def _first(text: str) -> Issuer | None:
    named = [(at, Issuer(word, _known().entries[word])) for at, word in _known().find(text)][:1]
    if several := _SEVERAL.search(text):
        named.append((several.start(), Issuer(several.group(), "ministry")))
    if (below := _below(text)) is not None:
        named.append(below)
    named.sort(key=lambda one: one[0])
    if named:
        return named[0][1]
    for pattern, level in ((_LEARNED, "institute"), (_FIRM, "firm")):
        if found := pattern.search(text[:NAMED]):
            return Issuer(found.group(), level)  # type: ignore[arg-type]
    return None


def _below(text: str) -> tuple[int, Issuer] | None:
    """A body of a province or a city that the gazetteer knows."""
    for found in _BELOW.finditer(text):
        place, rank = found["place"], found["rank"]
        name = next((place[-n:] for n in range(len(place), 1, -1) if gazetteer.written(place[-n:])), None)
        if name:
            at = len(place) - len(name)
            whole = rank in ("省", "自治区", "特别行政区") or (rank == "市" and gazetteer.province_of(name) == name)
            return found.start() + at, Issuer(found["whole"][at:], "province" if whole else "city")
    return None


@cache
def _known() -> Lexicon[IssuerLevel]:
    return lexicon((level, words) for level, words in tables.read(__package__, "issuers.tsv"))  # type: ignore[misc]
