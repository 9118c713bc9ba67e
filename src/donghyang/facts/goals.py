"""Targets whose year stands above them.

Kinds: bullets under a goal, and under a subhead that names a year and a goal (1) 2027년 발전 목표); bullets with a year
for their label (- (2027년) …) in such a list, or a label for a goal (- (목표) …) behind the year that the article has
named; the cells of a table of goals (`goal_tables`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from donghyang.facts.clauses import CLAUSE
from donghyang.facts.deadlines import PLAN, Deadline
from donghyang.facts.goal_tables import GOAL, NAMED_YEAR, has_goal_column, is_past, named_year, table_targets, year_of
from donghyang.facts.governed import ANNOUNCES, TITLE, Stated, governed
from donghyang.facts.intent import is_goal
from donghyang.facts.parted import PLANNED, parted_bullet, parted_table
from donghyang.facts.reigns import LABEL, Reign, Reigns
from donghyang.facts.roles import FIRM
from donghyang.facts.wording import topics, words_of
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Bullet, Grid, Heading, Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.records import Article, Document, Issue, Target

_TASKS = lazily(r"\s?(?:까지|말까지|내에?)\s(?:[가-힣·]{1,8}\s){0,2}(?:과제|사업|계획|임무)")
"""Behind the year of a subhead, what is to be done by then: 2025년까지 추진할 과제."""
_OWN_YEAR = lazily(
    r"(?:([12][0-9]{3})년|['’‘]([0-9]{2})년?)(?!\s?(?:[0-9]{1,2}월\s?)?말?\s?(?:대비|보다|실적|기준|현재))"
)
_YEAR_IN = lazily(rf"{NAMED_YEAR}\s*(?:년|年)")
_YEAR_LABEL = lazily(rf"^\W*[(（]?{NAMED_YEAR}년?(?:까지|말)?\s*(?:[)）]|:)")
_ANY_LABEL = lazily(r"[(（][^()（）]{1,20}[)）]\s*")
_PLAN = lazily(r"계획|로드맵")
_PLAN_YEARS = lazily(
    rf"{PLAN}\s?[(（]\s?['’‘]?(?:20)?[0-9]{{2}}년?\s?[~∼～–-]\s?['’‘]?(?P<last>(?:20)?[0-9]{{2}})년?\s?[)）]"
)
_FIGURE_ALONE = 8
"""Characters of a cell that prints no more than a figure, at most; a longer one may tell something in words."""
_STANDING = lazily(r"현재|이미|기존|최근|지난|보유|기록|차지|위치|했|하였|됐|되었|중임|중이")
"""Words of a bullet that tells how things are, not what is to be reached."""

_DESCRIBING = lazily(r"(?:으?로|씩)\s(?!(?:확대|확충|늘|줄|단축|높|낮|감축|축소|상향|육성))")
"""Behind a figure that only describes: 총면적은 1만 ㎡로 한 대에 100㎡씩 배정."""
_EACH = lazily(r"[0-9][^\s0-9]{0,6}씩\s")
"""A figure that tells how many each are given: 100㎡씩 배정."""
_SUM = lazily(r"(?:모두|총|합계|합해|합쳐)\s")
"""Behind it, how many there are in the end: 매년 200명씩 총 600명."""
_NEAR = 40
"""How many goals are looked back to for the one that parts sum to; a bound for the time."""


def governed_targets(document: Document, issue: Issue, stated: Stated, targets: Sequence[Target]) -> list[Target]:
    """Targets of bullets and cells that name no year themselves; empty when nothing above them does."""
    grids = {block.span[0]: block for block in document.blocks if isinstance(block, Grid)}
    found: list[Target] = []
    for section in issue.sections:
        for article in section.articles:
            found += _article(stated, article, targets, grids)
    seen = {(target.start, target.end, target.value) for target in targets}
    return [target for target in found if (target.start, target.end, target.value) not in seen]


def _article(stated: Stated, article: Article, targets: Sequence[Target], grids: dict[int, Grid]) -> list[Target]:
    reigns, found = Reigns(), []
    last = _of_lead(article, targets)
    planned = _end_of_plan(article, stated.date)
    heading = ""
    for block in article.blocks:
        if isinstance(block, Heading):
            heading = block.text
            reigns = Reigns([_under_heading(heading, stated.date)])
        grid = grids.get(block.span[0]) if isinstance(block, Table) and block.span else None
        if isinstance(block, Table) and grid is not None:
            caption = f"{block.caption or ''} {heading}"
            if GOAL.search(caption) or has_goal_column(grid) or _is_of_years(grid, caption):
                found += table_targets(stated, grid, last.when if last else None, block.caption or "")
            elif PLANNED.search(caption):
                found += parted_table(stated, grid, _before(block, article, targets, found))
            else:
                cells = [cell for row in grid.rows[1:] for cell in row if len(cell.text) > _FIGURE_ALONE]
                found += [target for cell in cells for target in _changes(stated, cell.span, planned)]
        if not isinstance(block, Bullet) or block.span is None:
            continue
        first = bisect_left(targets, block.span[0], key=lambda t: t.start)
        own = targets[first : bisect_left(targets, block.span[1], key=lambda t: t.start)]
        announced = _announced(block, stated.date)
        if announced is not None:
            last = Deadline(announced, -1, -1)
            reigns.begin(Reign(last, block.level, whole=True))
        elif own:
            last = Deadline(own[0].deadline or "", own[0].start, own[0].start)
            reign = Reign(last, block.level, _named(block, heading))
            reigns.begin(reign if reign.whole or _opens(stated, block, own) else Reign(None, block.level))
        elif TITLE.fullmatch(block.text.strip()):
            reigns.begin(Reign(None, block.level, whole=True, titled=True))
        elif (year := _labelled(block, reigns.of(block), stated.date)) is not None:
            found += _whole_bullet(stated, block, year)
        elif last is not None and _named(block, "") and not _OWN_YEAR.search(block.text):
            found += _whole_bullet(stated, block, last.when)
            reigns.begin(Reign(last, block.level, whole=True))
        else:
            found += (
                _bullet(stated, block, reigns.of(block, topics=True))
                or parted_bullet(stated, _body(stated, block), _before(block, article, targets, found))
                or _changes(stated, _body(stated, block), planned)
            )
    return found


def _is_of_years(grid: Grid, caption: str) -> bool:
    """Whether a table of a plan has a row for each of several years: 연도별 투자 계획."""
    return _PLAN.search(caption) is not None and sum(year_of(row[0].text) is not None for row in grid.rows[1:]) > 1


def _end_of_plan(article: Article, date: dt.date | None) -> str | None:
    """The last year of the plan that an article tells of, by the years in its title; None for none or a past one."""
    if date is None:
        return None
    for words in words_of(article):
        if found := _PLAN_YEARS.search(words):
            year = str(full_year(found["last"]))
            return None if is_past(year, date) else year
    return None


def _changes(stated: Stated, span: tuple[int, int], year: str | None) -> list[Target]:
    """What a plan of years brings from one figure to another, where no other year stands there: 40%에서 70%로 제고."""
    text = stated.text[slice(*span)]
    if year is None or _YEAR_IN.search(text) or _STANDING.search(text):
        return []
    if not is_goal(text, words="act"):
        return []
    return [target for target in governed(stated, Deadline(year, -1, -1), span, span[0]) if target.baseline]


def _before(block: Bullet | Table, article: Article, targets: Sequence[Target], found: list[Target]) -> list[Target]:
    """The last goals that an article states before a block, given those of the whole text in order of place."""
    if article.span is None or block.span is None:
        return []
    first, last = (bisect_left(targets, at, key=lambda t: t.start) for at in (article.span[0], block.span[0]))
    return [*targets[max(first, last - _NEAR) : last], *found[-_NEAR:]]


def _of_lead(article: Article, targets: Sequence[Target]) -> Deadline | None:
    """The first deadline of what stands above the blocks of an article; None where it sets none."""
    if article.span is None:
        return None
    first = next((block.span[0] for block in article.blocks if block.span is not None), article.span[1])
    at = bisect_left(targets, article.span[0], key=lambda t: t.start)
    if at == len(targets) or targets[at].start >= first:
        return None
    return Deadline(targets[at].deadline or "", targets[at].start, targets[at].start)


def _under_heading(heading: str, date: dt.date | None) -> Reign:
    """The reign of a subhead that names a goal and its year, or goals of no year; an empty one otherwise."""
    if TITLE.fullmatch(heading.strip()) and not _YEAR_IN.search(heading):
        return Reign(None, 0, whole=True, titled=True)
    year = _YEAR_IN.search(heading)
    if (
        year is None
        or not (GOAL.search(heading) or _TASKS.match(heading, year.end()))
        or is_past(named_year(year), date)
    ):
        return Reign()
    return Reign(Deadline(named_year(year), -1, -1), 0, whole=True)


def _announced(block: Bullet, date: dt.date | None) -> str | None:
    """The year of the goals that a bullet announces: 2027년까지 아래 목표를 추진, or 발전 목표(2028년) alone.

    None where it announces none.
    """
    if TITLE.fullmatch(block.text.strip()):
        reign = _under_heading(block.text, date)
        return reign.deadline.when if reign.deadline else None
    at = ANNOUNCES.search(block.text)
    years = [found for found in _YEAR_IN.finditer(block.text) if at is not None and found.end() <= at.start()]
    year = named_year(years[-1]) if years else None
    return None if year is None or is_past(year, date) else year


def _labelled(block: Bullet, reign: Reign, date: dt.date | None) -> str | None:
    """The year that labels a bullet of a list of goals; None without one, or outside such a list."""
    label = _YEAR_LABEL.match(block.text)
    if label is None or not reign.whole or is_past(named_year(label), date):
        return None
    return named_year(label)


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


def _named(block: Bullet, heading: str) -> bool:
    label = LABEL.match(block.text)
    return bool((label and GOAL.search(label[1])) or GOAL.search(heading))


def _opens(stated: Stated, block: Bullet, own: Sequence[Target]) -> bool:
    """Whether a bullet opens with its goals, all of one deadline: only then does that hold for what stands below.

    전체의 25%이며, 2027년까지 30%로 확대 tells two things, and nobody can say which one a deeper bullet details.
    """
    if any(target.deadline != own[0].deadline for target in own):
        return False
    return CLAUSE.search(stated.text, _body(stated, block)[0], own[0].start) is None


def _tells(clause: str) -> bool:
    """Whether a clause without a figure only tells what somebody does: A와 B가 노선을 운영."""
    return not is_goal(clause) and next(topics(clause), None) is not None


def _describes(text: str, target: Target) -> bool:
    """Whether the figure of a deeper bullet only tells how large or how many each are."""
    each = _EACH.search(target.text)
    return _DESCRIBING.match(text, target.end) is not None or (
        each is not None and not _SUM.match(target.text, each.end())
    )


def _bullet(stated: Stated, block: Bullet, reign: Reign) -> list[Target]:
    """A deeper bullet, or a sister among the details, has the year of the goal it belongs to."""
    deadline = reign.deadline
    years = [named_year(year) for year in _OWN_YEAR.finditer(block.text)]
    if deadline is None or block.span is None or not all(is_past(year, stated.date) for year in years):
        return []
    text = stated.text[slice(*block.span)]
    part = _body(stated, block)
    left = reign.left and not reign.titled
    if left and not reign.whole:
        return []
    found = governed(stated, Deadline(deadline.when, -1, -1), part, part[0], named=reign.whole and not left)
    found = [target for target in found if target.baseline or not (years or _describes(stated.text, target))]
    if reign.titled:
        return [target for target in found if target.value is not None]
    if reign.whole and block.level > reign.level and not left:
        return [target for target in found if target.value is not None or not _tells(target.text)]
    if _STANDING.search(text) and not any(target.baseline for target in found):
        return []
    if block.level > reign.level and is_goal(text, words="act"):
        return [target for target in found if target.value is not None]
    changed = any(target.baseline for target in found)
    return [t for t in found if t.value is not None and (t.bound in FIRM or changed)] if is_goal(text) else []
