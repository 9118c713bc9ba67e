"""Targets whose year stands above them.

Kinds: bullets under a goal, and under a subhead that names a year and a goal (1) 2027년 발전 목표); bullets with a year
for their label (- (2027년) …) in such a list, or a label for a goal (- (목표) …) behind the year that the article has
named; the cells of a table of goals, by the year of their row, their column (2027년 목표), or the text above.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.facts.deadlines import Deadline
from donghyang.facts.intent import is_goal
from donghyang.facts.targets import Stated, governed
from donghyang.records import Bullet, Grid, Heading, Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.records import Article, Cell, Document, Issue, Target

_GOAL = re.compile(r"목표|지표|目标|指标")
_HEADLINE_ACTOR = re.compile(r"(?:中 ?)?([^,，'‘“\"]{2,30})[,，] ")
_LABEL = re.compile(r"^\W*\(([^()]{1,20})\)")
_OWN_YEAR = re.compile(r"[12][0-9]{3}년|['’‘][0-9]{2}년?")
_GOAL_MARK = r"[(（]?\s*(?:목표|목표치|목표값|目标|目标值)\s*[)）]?"
_YEAR_HEAD = re.compile(
    rf"(?:{_GOAL_MARK}\s*[(（]?)?\s*(?:(20[0-9]{{2}})|['’‘]([0-9]{{2}}))\s*(?:년|年)?\s*(?:말|末|까지)?\s*[)）]?\s*(?:{_GOAL_MARK})?"
)
_YEAR_IN = re.compile(r"(?:(20[0-9]{2})|['’‘]([0-9]{2}))\s*(?:년|年)")
_YEAR_LABEL = re.compile(r"^\W*[(（]?(?:(20[0-9]{2})|['’‘]([0-9]{2}))년?(?:까지|말)?\s*(?:[)）]|:)")
_ANY_LABEL = re.compile(r"[(（][^()（）]{1,20}[)）]\s*")
_STANDING = re.compile(r"현재|이미|기존|최근|지난|보유|기록|차지|위치|했|하였|됐|되었|중임|중이")
"""Words of a bullet that tells how things are, not what is to be reached."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class _Reign:
    """The deadline in force while an article is read from above."""

    deadline: Deadline | None = None
    level: int = 0
    whole: bool = False
    """A goal by name: every clause under it is one. Otherwise figures only."""


def governed_targets(document: Document, issue: Issue, stated: Stated, targets: Sequence[Target]) -> list[Target]:
    """Targets of bullets and cells that name no year themselves; empty when nothing above them does."""
    grids = {block.span[0]: block for block in document.blocks if isinstance(block, Grid)}
    found: list[Target] = []
    for section in issue.sections:
        for article in section.articles:
            found += _article(stated, article, targets, grids)
    seen = {(target.start, target.end, target.value) for target in targets}
    return [target for target in found if (target.start, target.end, target.value) not in seen]


def with_actors(issue: Issue, targets: list[Target]) -> list[Target]:
    """The targets, those without an actor given the one that the headline of their article opens with (국무원, …)."""
    starts: list[tuple[int, str | None]] = []
    for section in issue.sections:
        for article in section.articles:
            head = _HEADLINE_ACTOR.match(article.headline)
            if article.span is not None:
                starts.append((article.span[0], head[1].strip() if head else None))
    return [
        target if target.actor else replace(target, actor=starts[at - 1][1] if at else None)
        for target in targets
        for at in [bisect_right(starts, target.start, key=lambda pair: pair[0])]
    ]


def _article(stated: Stated, article: Article, targets: Sequence[Target], grids: dict[int, Grid]) -> list[Target]:
    reign, found = _Reign(), []
    last: Deadline | None = None
    heading = ""
    for block in article.blocks:
        if isinstance(block, Heading):
            heading, reign = block.text, _under_heading(block.text, stated.date)
        if isinstance(block, Table):
            caption = f"{block.caption or ''} {heading}"
            grid = grids.get(block.span[0]) if block.span else None
            if grid is not None and (_GOAL.search(caption) or _has_goal_column(grid)):
                found += _table(stated, grid, last)
        if not isinstance(block, Bullet) or block.span is None:
            continue
        first = bisect_left(targets, block.span[0], key=lambda t: t.start)
        own = targets[first : bisect_left(targets, block.span[1], key=lambda t: t.start)]
        if own:
            last = Deadline(own[0].deadline or "", own[0].start, own[0].start)
            reign = _Reign(last, block.level, _named(block, heading))
        elif (year := _labelled(block, reign, stated.date)) is not None:
            found += _whole_bullet(stated, block, year)
        elif last is not None and _named(block, "") and not _OWN_YEAR.search(block.text):
            found += _whole_bullet(stated, block, last.year)
            reign = _Reign(last, block.level, whole=True)
        elif block.level < reign.level or (block.level == reign.level and _new_topic(block, reign)):
            reign = _Reign()
        else:
            found += _bullet(stated, block, reign)
    return found


def _under_heading(heading: str, date: dt.date | None) -> _Reign:
    """The reign of a subhead that names a goal and its year; an empty one otherwise."""
    year = _YEAR_IN.search(heading)
    if year is None or not _GOAL.search(heading) or _is_past(_named_year(year), date):
        return _Reign()
    return _Reign(Deadline(_named_year(year), -1, -1), 0, whole=True)


def _labelled(block: Bullet, reign: _Reign, date: dt.date | None) -> str | None:
    """The year that labels a bullet of a list of goals; None without one, or outside such a list."""
    label = _YEAR_LABEL.match(block.text)
    if label is None or not reign.whole or _is_past(_named_year(label), date):
        return None
    return _named_year(label)


def _named_year(found: re.Match[str]) -> str:
    """The year in full (first group), or of two digits (second group), as a goal's year of this century."""
    return found[1] or f"20{found[2]}"


def _is_past(year: str, date: dt.date | None) -> bool:
    return date is not None and int(year) < date.year


def _whole_bullet(stated: Stated, block: Bullet, year: str) -> list[Target]:
    """The targets of a bullet that is a goal by name."""
    if block.span is None:
        return []
    return governed(stated, Deadline(year, -1, -1), _body(stated, block), block.span[0], named=True)


def _body(stated: Stated, block: Bullet) -> tuple[int, int]:
    """Where the words of a bullet stand, behind its marker and label."""
    assert block.span is not None
    text = stated.text[slice(*block.span)]
    start = block.span[0] + max(0, text.find(block.text[:8]))
    label = _ANY_LABEL.match(stated.text, start, block.span[1])
    return (label.end() if label else start), block.span[1]


def _has_goal_column(grid: Grid) -> bool:
    """Whether a column of a table is headed by a goal and its year: 2027년 목표."""
    return any(_year(cell) and _GOAL.search(cell.text) for cell in grid.rows[0])


def _named(block: Bullet, heading: str) -> bool:
    label = _LABEL.match(block.text)
    return bool((label and _GOAL.search(label[1])) or _GOAL.search(heading))


def _new_topic(block: Bullet, reign: _Reign) -> bool:
    """Whether a sister of the goal is about something else: it has a label, or the goal stands at the top."""
    return reign.whole or block.level < 2 or _LABEL.match(block.text) is not None


def _bullet(stated: Stated, block: Bullet, reign: _Reign) -> list[Target]:
    """A deeper bullet, or a sister among the details, has the year of the goal it belongs to."""
    deadline = reign.deadline
    if deadline is None or block.span is None or _OWN_YEAR.search(block.text):
        return []
    text = stated.text[slice(*block.span)]
    part = _body(stated, block)
    found = governed(stated, Deadline(deadline.year, -1, -1), part, part[0], named=reign.whole)
    if reign.whole and block.level > reign.level:
        return found
    if _STANDING.search(text):
        return []
    goal = block.level > reign.level and is_goal(text, words="act")
    return [target for target in found if target.value is not None and (target.bound is not None or goal)]


def _table(stated: Stated, grid: Grid, last: Deadline | None) -> list[Target]:
    """A table of goals: by the year of its row, of its column, else by the year the text above has set."""
    found: list[Target] = []
    head = [_year(cell) for cell in grid.rows[0]]
    by_row = any(_year(row[0]) for row in grid.rows[1:] if row)
    for row in grid.rows[1:]:
        for at, cell in enumerate(row):
            if at == 0 and (by_row or any(head)):
                continue
            year = (
                _year(row[0]) if by_row else head[at] if any(head) and at < len(head) else last.year if last else None
            )
            if year is None or _is_past(year, stated.date):
                continue
            name = grid.rows[0][at].text if at < len(grid.rows[0]) else ""
            found += _cell(stated, cell, year, name if not any(head) else row[0].text, by_row or any(head))
    return found


def _year(cell: Cell) -> str | None:
    found = _YEAR_HEAD.fullmatch(cell.text.strip())
    return _named_year(found) if found else None


def _cell(stated: Stated, cell: Cell, year: str, name: str, keyed: bool) -> list[Target]:
    targets = governed(stated, Deadline(year, -1, -1), cell.span, cell.span[0], named=True)
    figures = [target for target in targets if target.value is not None]
    if not figures and (not keyed or len(_LETTER.findall(cell.text)) < 4):
        return []
    return [replace(target, metric=name or target.metric) for target in figures or targets]
