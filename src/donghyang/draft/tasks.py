"""The numbered tasks of a plan as the table such reports print: 구분, 과제, 주요 내용."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.draft.boards import Board
from donghyang.draft.cells import Cells
from donghyang.draft.halves import is_spelled
from donghyang.draft.lexicon import manners
from donghyang.draft.measured import of_nothing
from donghyang.draft.outline import Part, Sentence, outline, sentences_of
from donghyang.draft.plan_pages import demands_from, is_plan_title, reviews
from donghyang.draft.plans import named
from donghyang.draft.prose import names_its_thing
from donghyang.draft.reading import reader
from donghyang.draft.reviewed import planned_at
from donghyang.draft.tokens import tokens
from donghyang.draft.work_reports import goals_at, is_work_report
from donghyang.language import tables
from donghyang.language.script import fold, has_han
from donghyang.records import Message, Table
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText

LEAST, MOST = 3, 20
"""Tasks of a plan that make a table, and those that it holds."""
_SAID = 2
"""Statements of a task: of cells with three and more every second one was stiff or wrong."""
_READ = 12
"""Sentences of a task that are read for them: what is worth a table stands at its beginning."""
_READ_OF_YEAR = 40
"""Those of a work report's task, whose figures stand further down."""
_GOALS = 8
"""Sentences of its goals."""
_LONGEST_OPEN = 140
"""Characters of a statement that stays open: the editor goes on from the page."""
_HEADER = ("구분", "과제", "주요 내용")
_NO_TASKS = frozenset(tables.words(__package__, "no_tasks"))
_LONGEST_HEAD = 36
"""Characters of a heading; what is longer is a paragraph that is numbered."""
_SPELLED = re.compile(r"[가-힣]\([\u4e00-\u9fff]+\)")
_ISSUED = re.compile(r"印发(.+?)的通知$")
_DESCRIBING = tables.words(__package__, "describing")
_OF_ITS_HEAD = frozenset(tables.words(__package__, "of_its_head"))
_OWN = re.compile(tables.either(__package__, "own_building"))
_HEART = re.compile(tables.either(__package__, "at_its_heart"))
_QUOTED = re.compile(r"《([^《》]+)》")


def task_boards(pages: Sequence[PageText], terms: Termbase, date: dt.date) -> list[Board]:
    """The table of the first page of a story that is a plan with numbered tasks; [] where none is."""
    for page in pages:
        cells = Cells(terms, page.date or date)
        if is_work_report(page.title):
            return [_board(page, some, cells, years) for years, some in _by_years(page, terms, cells.date)]
        parts = _tasks(page)
        if len(parts) >= LEAST and _is_plan(page, parts, terms):
            return [_board(page, parts, cells, "")]
    return []


def _by_years(page: PageText, terms: Termbase, date: dt.date | None) -> Iterator[tuple[str, list[Part]]]:
    """A work report's tasks by the years that they are of: those of five years are none of this one's.

    What stands behind the goals of the report's year is of that year.
    """
    read = reader(page.text, (), terms, date)
    goals = goals_at(read, page.title)
    year, (behind, _) = goals or (None, (len(page.text), 0))
    chapters = outline(page.text)
    if any(len(part.sections) >= LEAST for part in chapters):
        # 四、加强政府自身建设: a chapter without tasks of its own, beside others that have them.
        chapters = tuple(part for part in chapters if part.sections and not _OWN.search(_head(page, part)))
    parts = [one for part in chapters for one in (part.sections or (part,)) if _is_task(page, one)]
    parts = [one for one in parts if not _only_names_fields(page, one)]
    of_year = f"{year}년" if year else ""
    dated = [(planned_at(read, one.head[0]) or (of_year if one.head[0] >= behind else ""), one) for one in parts]
    for years, some in groupby(dated, key=lambda one: one[0]):
        held = [part for _, part in some]
        if years and len(held) >= LEAST:
            yield years, held


def _is_plan(page: PageText, parts: Sequence[Part], terms: Termbase) -> bool:
    """Is the page a plan by its title, with headings and no paragraphs in its numbered lines, or does it tell one,
    most of whose headings say what is to be done?"""
    heads = [_head(page, part) for part in parts]
    if is_plan_title(page.title):
        told = sum(head.endswith(_DESCRIBING) for head in heads)
        return 2 * told <= len(heads) and all(len(head) <= _LONGEST_HEAD and head[-1] not in "；;" for head in heads)
    whole = reader(page.text, (), terms, None)
    if demands_from(whole) >= len(page.text):
        return False
    aims = sum(
        "目标" in head or (not head.endswith(_DESCRIBING) and _begins_with_deed(reader(head, (), terms, None)))
        for head in heads
    )
    return 2 * aims > len(heads)


def _begins_with_deed(head: Reader) -> bool:
    words = [word for word in tokens(head, 0, len(head.text)) if not word.has("adv", "drop")]
    return len(words) > 1 and words[0].has("act", "cause")


def _tasks(page: PageText) -> list[Part]:
    """What the plan numbers as its tasks: chapters that sections tell; sections where only few chapters have any.

    Of chapters that are no tasks their sections on goals are kept; a review of what was done holds none.
    """
    chapters: list[Part] = []
    for part in outline(page.text):
        if reviews(_head(page, part)):
            continue
        chapters += [part] if _is_task(page, part) else [one for one in part.sections if "目标" in _head(page, one)]
    divided = [part for part in chapters if len(part.sections) > 1]
    if len(divided) >= LEAST or not divided:
        return chapters
    parts = [one for part in chapters for one in (part.sections or (part,))]
    return [part for part in parts if _is_task(page, part)]


def _only_names_fields(page: PageText, part: Part) -> bool:
    """1.医疗卫生方面。2.就业创业方面。 Do the sections of a part only say in which fields it does something?"""
    heads = [_head(page, section) for section in part.sections]
    return bool(heads) and 2 * sum(head.endswith(_FIELDS) for head in heads) > len(heads)


_FIELDS = tables.words(__package__, "named_fields")


def _head(page: PageText, part: Part) -> str:
    return page.text[slice(*part.head)].strip()


def _is_task(page: PageText, part: Part) -> bool:
    return bool(_head(page, part)) and fold(_head(page, part)) not in _NO_TASKS


def _board(page: PageText, parts: Sequence[Part], cells: Cells, years: str) -> Board:
    rows, sources = [], []
    for number, part in enumerate(parts, 1):
        head = _head(page, part)
        content, left = _content(page, part, cells, aimed=bool(years)) if number <= MOST else ("", "")
        sources.append(head + left)
        if number <= MOST:
            rows.append((str(number), cells.item(head) or opened(cells.half(head)), content))
    left_out = len(parts) - len(rows)
    doubts = []
    if left_out:
        ko, en = (
            f"과제 {len(parts)}개 중 {left_out}개를 싣지 않았습니다.",
            f"{left_out} of {len(parts)} tasks are left out.",
        )
        doubts.append(Message(ko, en))
    counted = f"과제 {len(parts)}개" + (f" 중 {left_out}개 생략" if left_out else "")
    remark = f"{page.name}, {counted}: {' / '.join(sources)}"
    span = (parts[0].head[0], parts[-1].body[1])
    caption = f"{years} 주요 과제" if years else _caption(page, cells)
    return Board(Table(caption, _HEADER, tuple(rows)), remark, page, span, tuple(doubts))


def _caption(page: PageText, cells: Cells) -> str:
    """The plan's name where it has Korean."""
    title = page.title or ""
    quoted = _QUOTED.search(title) or _ISSUED.search(title)
    name = quoted[1] if quoted else title
    page_of_name = reader(name, (), cells.terms, cells.date)
    spelled = any(map(is_spelled, tokens(page_of_name, 0, len(name)))) or _begins_with_deed(page_of_name)
    written = "" if spelled else named(page_of_name, 0, len(name))
    return "주요 과제" if not written or _SPELLED.search(written) else f"{written} 주요 과제"


def _content(page: PageText, part: Part, cells: Cells, *, aimed: bool) -> tuple[str, str]:
    """What a task's cell says, and for its source how much of it that leaves out, "" where nothing is.

    The headings of its sections; of goals every sentence; else what its sentences say whole, else the first, open.
    `aimed`: a figure of it is a goal, whatever its sentence says.
    """
    heads = [_head(page, section) for section in part.sections if _head(page, section)]
    if heads:
        items = [cells.item(one) or opened(_short(cells.half(one))) for one in heads[:_SAID]]
        return "\n".join(items), f"(소제목 {len(heads)}개 중 {len(items)})" if len(items) < len(heads) else ""
    sentences = sentences_of(page.text, part)
    told = [(_item(one, cells, aimed=aimed), one) for one in sentences[: _READ_OF_YEAR if aimed else _READ]]
    if "目标" in _head(page, part):
        items = [korean or opened(_short(cells.half(one.text))) for korean, one in told[:_GOALS]]
        return "\n".join(items), _count(len(items), len(sentences))
    across = _is_for_others(sentences)
    told = [(korean, one) for korean, one in told if not (one.inner or (across and not _OTHERS.search(one.text)))]
    said = [korean for korean, _ in told if korean and not _SET_PHRASE.search(korean)]
    named = [korean for korean in said if names_its_thing(korean, manners())]
    if not cells.item(_head(page, part)):
        # 健全服务体系 below a head that stays open: for whom, only the head says.
        named = said = [korean for korean in named if names_its_thing(korean, manners() | _OF_ITS_HEAD)]
    said = named or said
    quoted = {korean: one.text for korean, one in told}
    # What a task comes to in figures stands before what it only names; of that, what such weeklies are read for.
    chosen = sorted(said, key=lambda korean: (not re.search(r"\d", korean), not _HEART.search(quoted[korean])))[:_SAID]
    said = [korean for korean in said if korean in chosen] if aimed else said[:_SAID]
    if said or not sentences:
        return "\n".join(said), _count(len(said), len(sentences))
    openings = [one for one in sentences if one.heads][:_OPENINGS] or sentences[:1]
    halves = [half if has_han(half := cells.half(one.text)) else one.text for one in openings]
    return opened(_short(" / ".join(halves))), _count(len(openings), len(sentences))


def _is_for_others(sentences: Sequence[Sentence]) -> bool:
    """Is a task for those of another place (台胞), whom not all of its sentences name?"""
    return _SHARE_OF_OTHERS * sum(bool(_OTHERS.search(one.text)) for one in sentences) >= len(sentences) > 0


_OTHERS = re.compile(tables.either(__package__, "other_side"))
_SHARE_OF_OTHERS = 4
"""Sentences of which one at least names them."""


def _item(one: Sentence, cells: Cells, *, aimed: bool) -> str:
    """A sentence in Korean, "" where it has none; one of the aims that a sentence lists says so."""
    said = "" if of_nothing(one.text) else cells.item(one.governed)
    listed = one.aimed or (aimed and bool(_TARGET.search(said)))
    return f"{said} 목표" if said and listed and not said.endswith("목표") else said


_OPENINGS = 4
"""Headings of paragraphs that stand in an open cell."""
_SET_PHRASE = re.compile(rf"(?:^|중심으로 )\d+대 (?:{tables.either(__package__, 'numbered_sets')})")
"""深入实施“四大行动”: of what, the sentence in front of it says."""
_TARGET = re.compile(r"\d[^,]*(?:증가|감소|상승|하락|성장|이상|이하|달성|유지|돌파|초과)$")
"""A figure that is to be come to."""


def _count(shown: int, of: int) -> str:
    return f"({of}문장 중 {shown})" if shown < of else ""


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_OPEN else f"{words[:_LONGEST_OPEN]}…"
