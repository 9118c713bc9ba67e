"""The figures of an article with what they are said of: those of its lines, and those of its tables by row and head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.figures.operands import is_cut
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.bindings import Binding, bindings
from donghyang.facts.goal_tables import year_of
from donghyang.language import tables
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_WORD = lazily(r"[가-힣A-Za-z][가-힣A-Za-z0-9·&/]*")
_BRACKET = lazily(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, what it is said of, and where."""

    binding: Binding
    where: Passage
    row: str = ""
    """The name of its table's row, "" in a line."""
    rows: tuple[str, ...] = ()
    """The names of all rows of its table."""


def of_line(sheet: Sheet, line: Passage) -> list[Told]:
    """The figures of a line."""
    figures = sheet.quantities_in(*line.span)
    figures = [figure for figure in figures if figure.kind != "number" and not is_cut(sheet, figure)]
    found = bindings(sheet.text, line.start, figures, sheet.periods_in(*line.span))
    return [Told(binding, line) for binding in found]


@once_a_sheet
def told(sheet: Sheet) -> list[list[Told]]:
    """The figures of each article of the sheet, lines first."""
    found = [[one for line in article.of(*PROSE) for one in of_line(sheet, line)] for article in sheet.articles]
    for board in sheet.boards:
        if board.article is not None:
            found[board.article] += _of_board(sheet, board)
    return found


def of_article(sheet: Sheet, article: ArticleLines) -> list[Told]:
    """The figures of one article."""
    return told(sheet)[article.index]


@once_a_sheet
def _by_place(sheet: Sheet) -> dict[int, Told]:
    """What each figure of the sheet is said of, by where it stands."""
    found = {one.binding.figure.start: one for article in told(sheet) for one in article}
    for line in sheet.of(PROSE | {"contents", "cover"}):
        if line.article is None:
            found.update((one.binding.figure.start, one) for one in of_line(sheet, line))
    return found


def may_be_one(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """May two figures be said of one thing? Not of two years, nor where just the other is what a change began at, or
    just one is held against something or told for each of several; nor is a change what it changes."""
    mine, theirs = (_by_place(sheet).get(one.start) for one in (figure, other))
    if mine is None or theirs is None:
        return True
    if is_aside(mine) != is_aside(theirs) or _is_for_each(mine) != _is_for_each(theirs):
        return False
    if (mine.binding.part == "change") != (theirs.binding.part == "change") or are_apart(mine, theirs):
        return False
    if _is_start(mine):
        return True  # its time is that of the end
    ours, others = years(mine.binding.time), years(theirs.binding.time)
    apart = ours and others and (ours[1] < others[0] or others[1] < ours[0])
    return not (apart or _is_start(theirs))


def share_measure(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Have the measures of two figures a word in common?"""
    mine, theirs = (_by_place(sheet).get(one.start) for one in (figure, other))
    return bool(mine and theirs and not set(mine.binding.nouns).isdisjoint(theirs.binding.nouns))


def _is_start(told: Told) -> bool:
    line, end = told.where, told.binding.figure.end - told.where.start
    return told.binding.part == "start" and _GOES_ON.search(line.text, end) is not None


def is_aside(told: Told) -> bool:
    """Is it the base of a rate, what another is held against, or what is called former?"""
    at = told.binding.figure.start - told.where.start
    former = _FORMER.search(told.where.text, max(0, at - _REACH), at)
    held = _THAN.match(told.where.text, told.binding.figure.end - told.where.start)
    return told.binding.part == "base" or (held or former) is not None


def are_apart(one: Told, other: Told) -> bool:
    """Does a line that compares (국제 비교) tell the one alone, one line a single month, or one a goal and the other
    what was reached?"""
    if (_COMPARES.match(one.where.text) is None) != (_COMPARES.match(other.where.text) is None):
        return True
    if (_OF_A_MONTH.match(one.where.text) is None) != (_OF_A_MONTH.match(other.where.text) is None):
        return True
    return (_is_goal(one) and _is_reached(other)) or (_is_goal(other) and _is_reached(one))


def _is_goal(told: Told) -> bool:
    start = told.binding.figure.start - told.where.start
    due = _DUE.search(told.where.text, max(0, start - _FAR), start)
    return due is not None and not _is_reached(told)


def _is_reached(told: Told) -> bool:
    return _REACHED.match(told.where.text, told.binding.figure.end - told.where.start) is not None


_COMPARES = lazily(rf"[(（〔\[【][^()（）〔〕\[\]【】]{{0,8}}(?:{tables.either('donghyang.check', 'compares')})")
"""What opens a line that holds others beside what the article is about."""
_OF_A_MONTH = lazily(r"(?:[0-9]{4}년 )?[0-9]{1,2}월(?: 한 달)?(?:의|에|에는)? [가-힣]")
"""What opens a line that tells of a single month."""
_DUE = lazily(r"(?:[0-9]{2}년|[0-9]{1,2}월)(?: ?말)?까지 [^.;]*$")
"""Before a figure, by when it shall be reached."""
_FAR = 100
"""So far before a figure its deadline may stand."""
_REACHED = lazily(
    rf"[)）]?(?: ?[(（][^()（）]*[)）])?[을를에로으]{{0,2}} ?(?:{tables.either('donghyang.check', 'reached')})"
)


def _is_for_each(told: Told) -> bool:
    """Is it told for each of several: 과제당 2,000만 위안?"""
    return any(noun.endswith(PER) for noun in told.binding.nouns[-2:])


PER = "당"
"""The end of what a figure is told for one of: 1인당, 기업당."""
_GOES_ON = lazily(r"[0-9][^0-9]{0,12}(?:으로|로)(?![가-힣])")
_THAN = lazily(r"[)）]?(?:보다|에 ?비해| 대비)")
_FORMER = lazily(rf"(?<![가-힣])(?:{tables.either('donghyang.check', 'former')})[^0-9]*$")
_REACH = 24
"""So far before a figure stands what calls it the former one: 기존 전지의 수명은 2,000회."""
_YEAR, _DAY = len("2030"), len("2030-01-31")


def years(time: str | None) -> tuple[str, str] | None:
    """The first and the last year of a time; None for none, for one told in words, and for a day, which is that of the
    news."""
    first, _, last = (time or "").partition("/")
    if len(first) == _DAY and not last:
        return None
    ends = first[:_YEAR], (last or first)[:_YEAR]
    return ends if all(end.isdigit() for end in ends) else None


def _of_board(sheet: Sheet, board: Board) -> Iterator[Told]:
    names = tuple(_BRACKET.sub("", row[0].text).strip() for row in board.rows)
    over = year_of(board.title)
    title = _words(board.title)
    for row, name in zip(board.rows, names, strict=True):
        for head, cell in zip(board.head[1:], row[1:], strict=True):
            figure = sheet.figure(cell)
            if figure is None or figure.value is None:
                continue
            own = year_of(head.text)
            said = (
                *(title if own else ()),
                *_words(head.text if not own else ""),
                *_words("" if is_whole(name) else name),
            )
            yield Told(Binding(figure, said, own or year_of(name) or over), cell, name, names)


def _words(printed: str) -> tuple[str, ...]:
    return tuple(without_particle(word) for word in _WORD.findall(_BRACKET.sub(" ", printed)) if len(word) > 1)
