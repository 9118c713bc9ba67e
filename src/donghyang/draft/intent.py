"""What is still to come: 计划, 将, 力争, 到2029年, the demands of a plan's sections. It must never be told as done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import fold
from donghyang.language import tables

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader

_DONE = re.compile("已|目前|当前|现有|同比|环比|去年|上年|截至|截止|近年|后$|以来")
_NAMED = re.compile("《[^《》]*》")
# 比2020年, 在2020年基础上: what something is held against is neither promised nor told.
_YEAR = re.compile(r"(?<![比较由从与])(20\d\d)年(?!.{0,4}基础)")
# 计划 and 规划 are also what a plan is called (科技计划, 规划纲要): only in front of a deed or a date do they promise.
_WORDS = (
    ("목표", re.compile("力争|争取|目标(?=[是为到达：:]|$)|旨在|确保|努力")),
    ("전망", re.compile("预计|有望|预期|预测")),
    ("계획", re.compile(
        r"(?:计划|规划)(?=于|在|到|至|从|用|总投|投|新|建|实现|完成|达|引|培|打造|布局|设|开|启|年产|分|未来|今年|明年|\d)|"
        "拟|将"
    )),
)  # fmt: skip
_NUMBERED = re.compile(
    r"^[ \u3000]*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]\D)", re.M
)
_PLAN = re.compile(tables.either(__package__, "plan_words"))
_DECLARED = 60
"""Characters behind a section's number that are its heading."""


def is_done(page: Reader, piece: str) -> bool:
    """Does the clause say of itself that it has come about (已, 同比, 截至, a year gone by)?"""
    bare = _NAMED.sub("", fold(piece))
    if _DONE.search(bare):
        return True
    years = [int(year) for year in _YEAR.findall(bare)]
    gone = bool(years) and page.date is not None and max(years) < page.date.year
    return gone and not any(words.search(bare) for _, words in _WORDS)


def intent(page: Reader, piece: str) -> str:
    """목표, 전망 or 계획 for a clause that promises; "" for one that does not.

    A year behind the page's own promises as well, whatever words stand around it.
    """
    bare = _NAMED.sub("", fold(piece))
    if is_done(page, bare):
        return ""
    found = next((korean for korean, words in _WORDS if words.search(bare)), "")
    if found or page.date is None:
        return found
    ahead = any(int(year) > page.date.year for year in _YEAR.findall(bare))
    return "목표" if ahead else ""


_PLAN_TITLE = re.compile(
    r"(?:规划|计划|方案|意见|纲要|措施|办法)》?(?:[（(][^（）()]*[）)]》?)?(?:的(?:通知|公告|通告))?$"
)
_REPORTED = re.compile("(?:印发|发布|出台|公布)(?!.*通知$|.*公告$|.*通告$)")


def is_plan_title(title: str | None) -> bool:
    """Is the page, by its title, the plan itself and not a report of its publication?"""
    plain = fold(title or "").strip()
    return bool(_PLAN_TITLE.search(plain)) and not _REPORTED.search(plain)


def demands_from(page: Reader) -> int:
    """Where the numbered sections of a plan begin; the text's length when the page is no plan.

    A page counts as one when a plan's words stand in its numbered lines, or above two of them.
    """
    found = list(_NUMBERED.finditer(page.text))
    if not found:
        return len(page.text)
    first = found[0].start()
    headings = "".join(page.text[one.start() : one.start() + _DECLARED].split("\n")[0] for one in found)
    known = _PLAN.search(fold(headings)) or (len(found) > 1 and _PLAN.search(fold(page.text[:first])))
    return first if known else len(page.text)
