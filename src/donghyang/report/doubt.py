"""Whether a reading explains its text at all: a layout that was not understood is said, not worked on in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from donghyang.language.nearness import pair_counts
from donghyang.records import Issue, Message
from donghyang.report.induction.citation import cites
from donghyang.report.induction.cost import cost
from donghyang.report.induction.words import opens_contents
from donghyang.report.layout.colophon import day_in
from donghyang.report.stream import Line

_LEAST_LINES = 30
"""Lines of a report; where fewer are open nothing is told of its layout."""
_SHARE = 4
"""Where one line in so many is unexplained, the rest is not to be relied on either."""
_GUESSED = 8
"""Where one line in so many is unexplained, the rest was guessed."""
_LEAST_GUESSED = 16
"""Lines of a report that may have been guessed, at the least."""
_LEAST_CITED = 3
"""References of a report, at the least."""
_MOST_APART = 12
"""Lines from one reference to the next, on the average, at the most."""
_TOP = 6
"""Lines at the top that may hold the day of a report."""
_LEAST_ENTRIES = 3
_ALIKE = 0.6
"""Of the pairs of letters of the shorter of two headlines that the other has as well."""


def doubt(issue: Issue, lines: Sequence[Line], *, own: bool = True) -> Message | None:
    """Why the layout of a report counts as not understood, or as read by guess; None where neither is so, and for texts
    that are no reports.

    `own`: the report is written with the house's markers, which leave nothing to guess.
    """
    articles = [article for section in issue.sections for article in section.articles]
    if not articles:
        listed = len(lines) >= _LEAST_LINES and any(line.plain and opens_contents(line.text) for line in lines)
        if listed or _looks_like_report(lines):
            return _said("기사를 찾지 못했습니다", "no article was found")
        return None
    spent = cost(issue, len(lines))
    share = round(100 * spent / max(1, len(lines)))
    if len(lines) < _LEAST_LINES:
        guessed = not own and len(lines) >= _LEAST_GUESSED and _GUESSED * spent > len(lines)
        return _guessed(share) if guessed else None
    heads = [pair_counts(article.headline) for article in articles]
    entries = [pair_counts(entry.headline) for entry in issue.contents]
    lost = sum(not any(_is_of(entry, head) for head in heads) for entry in entries)
    told = len(entries) >= _LEAST_ENTRIES
    if _SHARE * spent > len(lines):
        return _said(f"줄의 {share}%가 설명되지 않습니다", f"{share} % of its lines are unexplained")
    if told and 2 * lost > len(entries):
        return _said(
            f"차례 {len(entries)}줄 가운데 {lost}줄이 본문의 제목에 없습니다",
            f"{lost} of {len(entries)} entries of its contents page are no headlines",
        )
    return _guessed(share) if not own and _GUESSED * spent > len(lines) else None


def _looks_like_report(lines: Sequence[Line]) -> bool:
    """Whether a text without articles opens with its day and cites again and again, as reports do."""
    if len(lines) < _LEAST_GUESSED or not any(day_in(line.text) for line in lines[:_TOP]):
        return False
    cited = sum(line.grid is None and (line.url is not None or cites(line.raw)) for line in lines)
    return cited >= _LEAST_CITED and cited * _MOST_APART >= len(lines)


def _is_of(entry: Counter[str], head: Counter[str]) -> bool:
    """Whether an entry and a headline share most of the shorter one: either may go on, or hold a slip."""
    shorter = min(entry.total(), head.total())
    return (entry & head).total() >= _ALIKE * shorter


def _said(ko: str, en: str) -> Message:
    return Message(f"이 보고서의 짜임새를 알아보지 못했습니다({ko}).", f"the layout was not understood ({en}).")


def _guessed(share: int) -> Message:
    return Message(
        f"이 보고서의 짜임새를 짐작으로 읽었습니다(줄의 {share}%가 제자리를 찾지 못함). 제목과 단계를 확인하십시오.",
        f"the layout was read by guess ({share} % of its lines found no place): check headlines and levels.",
    )
