"""Where sentences and clauses of a page begin and end, and which lines are headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import word_at
from donghyang.language import tables

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader
    from donghyang.records import Period, Quantity, Span

# 使用长征二号运载火箭，成功将卫星发射升空: the tool in front of the comma is no statement.
_GOES_ON = re.compile("成功(?:将|发射)")
_REACH = 24
_CLAUSE_END = "，,：:"


_BYLINE = re.compile(
    r"[^，。；：:]{0,6}(?:央视网|新华社|人民网|中新网|本报|本网)[^，。；：:]{0,24}"
    r"(?:[：:]|电(?:（[^（）]*）)?(?=[\u4e00-\u9fff ]))\s*"
)


def without_byline(text: str, span: Span) -> Span:
    """The place of a sentence without who sent it (央视网消息（新闻联播）：, 新华社北京5月6日电)."""
    found = _BYLINE.match(text, *span)
    return (found.end(), span[1]) if found and found.end() < span[1] else span


def trim_blank(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百零\d]{1,5}条[ \u3000]+")
"""The number of a law's article in front of its words."""
_STOPS = "。！？；!?;…”"
_LONGEST_HEADING = 30


_TITLE = re.compile(rf"(?:{tables.either(__package__, 'documents')})$")


def is_title(page: Reader, start: int, end: int) -> bool:
    """A line of its own that is a document's name."""
    line = page.folded[start:end].strip()
    alone = page.text[:start].rstrip(" \u3000")[-1:] in ("", "\n") and page.text[end : end + 1] in ("", "\n")
    return alone and bool(_TITLE.search(line)) and not any(place in page.facts for place in range(start, end))


def is_heading(page: Reader, start: int, end: int) -> bool:
    """A short line of its own without a stop and without figures, beside lines that have one."""
    line = page.text[start:end].strip()
    if "。" not in page.text or not line or line[-1] in _STOPS or len(line) > _LONGEST_HEADING:
        return False
    return not any(place in page.facts for place in range(start, end))


def clause_spans(page: Reader, start: int, end: int) -> list[Span]:
    """The clauses of a sentence; commas inside quotes of plans and brackets divide nothing."""
    spans: list[Span] = []
    depth = 0
    first = start
    for at in range(start, end):
        char = page.text[at]
        depth += (char in "《（(") - (char in "》）)")
        inside = any(fact.start < at < fact.end - 1 for fact in _near(page, at))
        if depth > 0 or inside:
            continue
        ends = char in _CLAUSE_END and not _GOES_ON.match(page.folded, at + 1)
        if ends or (char == "并" and _joins(page, at)) or (char == "、" and _moves_on(page, at)):
            spans.append((first, at))
            first = at + 1
    spans.append((first, end))
    trimmed = [trim(page.text, *span) for span in spans]
    return [span for span in trimmed if span[0] < span[1]]


_MOVES = re.compile(
    r"(?:同比|环比|[较比](?:上年|去年|上月)(?:同期|末)?|年均|首次)?(?:增长|下降|提高|提升|上升|减少|突破|达到?)约?\d"
)


def _moves_on(page: Reader, at: int) -> bool:
    """突破3万亿元、年均增长4.7%: does 、 part how much there is from how it moved?"""
    figures = any(fact.end == at for fact in _near(page, at))
    return figures and _MOVES.match(page.folded, at + 1) is not None


_ONE_WORD = frozenset("合吞兼一")


def _joins(page: Reader, at: int) -> bool:
    """审议通过并印发…: does 并 stand between two deeds, and in no word of its own (并网, 合并)?"""
    if page.folded[at - 1 : at] in _ONE_WORD or _inside_word(page, at):
        return False
    alone = word_at(page.folded, at, page.terms)
    behind = word_at(page.folded, at + 1, page.terms)
    deeds = {"act", "publish", "cause", "event"}
    if behind and page.folded.startswith("的", at + 1 + behind[0]):
        # 已建并使用的平台: both describe what follows.
        return False
    return alone is not None and alone[0] == 1 and behind is not None and behind[0] > 1 and bool(deeds & set(behind[1]))


_LONGEST_FRONT = 4
"""Characters of a word in front of its 并 (制定|并发布)."""


def _inside_word(page: Reader, at: int) -> bool:
    """制定并公布: does a known word go on over 并?"""
    begins = ((start, word_at(page.folded, start, page.terms)) for start in range(max(0, at - _LONGEST_FRONT), at))
    return any(word is not None and start + word[0] > at + 1 for start, word in begins)


def _near(page: Reader, at: int) -> list[Quantity | Period]:
    return [page.facts[place] for place in range(max(0, at - _REACH), at) if place in page.facts]


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space, quotes and stops at its ends."""
    while start < end and text[start] in ' \u3000\t\r\n”"':
        start += 1
    while end > start and text[end - 1] in ' \u3000\t\r\n。！？；“"':
        end -= 1
    opened, closed = text[start : start + 1] == "“", text[end - 1 : end] == "”"
    # “十四五”期间: the quotes are a name's; “加快发展”: they are the clause's.
    if opened and text.find("”", start, end) in (-1, end - 1):
        start += 1
    if closed and text.rfind("“", start, end) == -1:
        end -= 1
    return start, end
