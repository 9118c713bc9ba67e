"""Whether a reading explains its text at all: a layout that was not understood is said, not worked on in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from donghyang.language.nearness import pair_counts
from donghyang.records import Issue, Message
from donghyang.report.induction.cost import cost
from donghyang.report.induction.words import opens_contents
from donghyang.report.stream import Line

_LEAST_LINES = 30
"""Lines of a report; where fewer are open nothing is told of its layout."""
_SHARE = 4
"""Where one line in so many is unexplained, the rest is not to be relied on either."""
_LEAST_ENTRIES = 3
_ALIKE = 0.6
"""Of the pairs of letters of the shorter of two headlines that the other has as well."""


def doubt(issue: Issue, lines: Sequence[Line]) -> Message | None:
    """Why the layout of a report counts as not understood; None where it does, and for texts that are no reports."""
    articles = [article for section in issue.sections for article in section.articles]
    if len(lines) < _LEAST_LINES:
        return None
    if not articles:
        listed = any(line.plain and opens_contents(line.text) for line in lines)
        return _said("기사를 찾지 못했습니다", "no article was found") if listed else None
    heads = [pair_counts(article.headline) for article in articles]
    entries = [pair_counts(entry.headline) for entry in issue.contents]
    lost = sum(not any(_is_of(entry, head) for head in heads) for entry in entries)
    told = len(entries) >= _LEAST_ENTRIES
    spent = cost(issue, len(lines))
    if _SHARE * spent > len(lines):
        share = round(100 * spent / len(lines))
        return _said(f"줄의 {share}%가 설명되지 않습니다", f"{share} % of its lines are unexplained")
    if told and 2 * lost > len(entries):
        return _said(
            f"차례 {len(entries)}줄 가운데 {lost}줄이 본문의 제목에 없습니다",
            f"{lost} of {len(entries)} entries of its contents page are no headlines",
        )
    return None


def _is_of(entry: Counter[str], head: Counter[str]) -> bool:
    """Whether an entry and a headline share most of the shorter one: either may go on, or hold a slip."""
    shorter = min(entry.total(), head.total())
    return (entry & head).total() >= _ALIKE * shorter


def _said(ko: str, en: str) -> Message:
    return Message(f"이 보고서의 짜임새를 알아보지 못했습니다({ko}).", f"the layout was not understood ({en}).")
