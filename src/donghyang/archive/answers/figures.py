"""Figures that may answer: those of a line, and those of a row under the head of their column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from donghyang.archive.answers.asked import Asked
from donghyang.archive.answers.fitting import Candidate, of_cell, own_stretch
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.needs import need_of_deed
from donghyang.archive.answers.passages import Passage
from donghyang.archive.answers.question import Question
from donghyang.facts.bindings import bindings
from donghyang.facts.exchange import is_beside
from donghyang.facts.roles import start_of
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_table
from donghyang.records import Fact, Period, Quantity

_BOUND = lazily(r"\s?(?:여|이상|이하|초과|미만|이내)(?![가-힣])")
_UNIT_IN_HEAD = lazily(r"[(（\[](?:단위\s?[:：]\s?)?(?P<unit>[^()（）\[\]]{1,12})[)）\]]\s*$")
_CHANGE = lazily("증가|감소|성장|상승|하락|증감|늘|줄|growth|grow|grew|increase|rise|rose|增|降|涨|减")
_BARE = lazily(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
_EACH = lazily(r"각각\s*$")
_PARTED = lazily(r"\s?(?:,(?![0-9]{3})|·|、|및|과|와)\s?")
_FIGURE = lazily(r"^[^0-9]+")
_UNREAD = lazily(r"(?:-[A-Za-z]|[A-Za-z]|\s?[A-Z][A-Za-z]*/)[A-Za-z0-9/·²³^\- ]*(?<![\- ])")
"""Behind a number, a unit that no table reads: 12.74-T MACs/s."""
_COUNTED = lazily(
    r"(?:\s(?:이상|이하|미만|초과)의)?(?:의)?\s(?P<noun>[가-힣A-Za-z][가-힣A-Za-z·]*(?:\s[가-힣A-Za-z·]+){0,5}?(?:[을를은는]|(?=[,.)(]|$)))(?=[\s,.)(]|$)"
)
_BOUNDS = {"이상": (">=", ">"), "최소": (">=",), "이하": ("<=", "<"), "초과": (">",)}
_BOUND_FITS = 0.04
_LED = 2
"""Letters before the figure of a cell: ~, 약."""
_UNIT_FITS = 0.06


def figures_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The figures of a line or row that are of the kind and unit asked for."""
    asked = question.asked
    if asked is None:
        return
    if passage.row is not None:
        yield from _of_row(passage, asked, question, holdings)
    else:
        yield from _of_line(passage, asked, question, holdings)


def _of_line(passage: Passage, asked: Asked, question: Question, holdings: Holdings) -> Iterator[Found]:
    text = passage.text
    facts = holdings.facts(text, holdings.articles[passage.at].day)
    every = [fact for fact in facts if isinstance(fact, Quantity)]
    changes = {fact.start: start for at, fact in enumerate(every) if (start := start_of(text, every, at))}
    starts = {start.start for start in changes.values()}
    conversions = {b.start for a, b in pairwise(every) if is_beside(text, a, b)}
    fitting = [
        fact
        for fact in every
        if fact.value is not None
        and fact.start not in conversions
        and suits(fact, asked)
        and not asks_with(fact, question)
    ]
    if asked.change:
        yield from _changes(passage, every, fitting, facts)
        return
    if not _asks_change(question):
        grown = _grown(text, every, facts)
        fitting = [fact for fact in fitting if fact.start not in grown]
    each = of_each(text, fitting)
    for fact in fitting:
        if fact.start in starts:
            continue
        others = [(other.start, other.end) for other in fitting if other is not fact]
        own = own_stretch(text, fact.start, fact.end, others)
        candidate = Candidate(passage, fact.start, fact.end, own, each.get(fact.start, ""))
        if fact.start in each:
            candidate = Candidate(passage, fact.start, fact.end, (fact.start, fact.end), each[fact.start])
        if not _counts_it(text, fact, question):
            continue
        bonus = (_UNIT_FITS if fact.unit == asked.unit else 0.0) + (_BOUND_FITS if _bounds_as(fact, question) else 0.0)
        if fact.kind == "number" and (unread := _UNREAD.match(text, fact.end)):
            yield Found(candidate, fact.text + unread[0].rstrip(), fact.value, unread[0].strip(" -"), bonus)
        else:
            since = f" ({changes[fact.start].text}에서)" if fact.start in changes else ""
            yield Found(candidate, told(text, fact) + since, fact.value, fact.unit, bonus)


def _changes(
    passage: Passage, every: list[Quantity], fitting: list[Quantity], facts: Sequence[Fact]
) -> Iterator[Found]:
    """By how much figures of a line went up or down: as it says, or from the two ends that it says."""
    text = passage.text
    grown = _grown(text, every, facts)
    for fact in fitting:
        others = [(other.start, other.end) for other in fitting if other is not fact]
        candidate = Candidate(passage, fact.start, fact.end, own_stretch(text, fact.start, fact.end, others))
        start = start_of(text, every, every.index(fact))
        if fact.start in grown:
            yield Found(candidate, told(text, fact), fact.value, fact.unit)
        elif start is not None and start.value is not None and fact.value is not None and fact.unit != "%":
            own = (own_stretch(text, start.start, start.end, others)[0], candidate.own[1])
            value = abs(fact.value - start.value)
            yield Found(
                replace(candidate, own=own),
                f"{value:,}{fact.unit or ''} ({start.text} → {fact.text})",
                value,
                fact.unit,
            )


def _asks_change(question: Question) -> bool:
    """Whether a rate or size of a change may answer: 증가율은, 몇 % 성장."""
    return _CHANGE.search(question.text) is not None


def _grown(text: str, every: Sequence[Quantity], facts: Sequence[Fact]) -> frozenset[int]:
    """Where the figures begin that say by how much something went up or down."""
    periods = [fact for fact in facts if isinstance(fact, Period)]
    return frozenset(bound.figure.start for bound in bindings(text, 0, every, periods) if bound.part == "change")


def _counts_it(text: str, fact: Quantity, question: Question) -> bool:
    """Not where the figure counts something else than is asked for: 10개 부처 beside 특별행사는 몇 개인가."""
    if fact.kind != "count" or not question.core:
        return True
    counted = _COUNTED.match(text, fact.end)
    if counted is None or need_of_deed(counted["noun"].split()[0]):
        return True
    behind = folded(counted["noun"])
    return any(need.said_in(behind) for need in question.core)


def _bounds_as(fact: Quantity, question: Question) -> bool:
    return any(word in question.text and fact.bound in bounds for word, bounds in _BOUNDS.items())


def told(text: str, fact: Quantity) -> str:
    """A figure as it is printed, with the word of its bound."""
    bound = _BOUND.match(text, fact.end)
    return fact.text + (f" {bound[0].strip()}" if bound else "")


def suits(fact: Quantity, asked: Asked) -> bool:
    """Whether a figure is of the kind and the unit asked for."""
    if asked.unit is None:
        return not asked.kinds or fact.kind in asked.kinds
    if fact.kind == "rank" or asked.unit == "위":
        return fact.kind == "rank" and asked.unit == "위"
    if fact.kind not in asked.kinds and fact.kind != "number":
        return False
    return same_unit(fact.unit, asked.unit)


def same_unit(one: str | None, other: str) -> bool:
    """Whether two units count the same: 개 counts anything, and firms too."""
    if one is None:
        return False
    if one.lower() == other.lower():
        return True
    table = unit_table()
    a, b = table.get(one), table.get(other)
    if a is not None and b is not None and a.si is not None and (a.si, a.factor) == (b.si, b.factor):
        return True
    any_thing = _units("counters")
    firms = _units("firms")
    return (
        one in any_thing | firms
        and other in any_thing | firms
        and (one in any_thing or other in any_thing or one == other)
    )


@cache
def _units(name: str) -> frozenset[str]:
    return frozenset(tables.words(__package__, name))


def asks_with(fact: Quantity, question: Question) -> bool:
    """Whether the question itself names the figure: the 60nm of a memory, whose speed is asked for."""
    bare = _FIGURE.sub("", fact.text.replace(" ", "").replace(",", "").lower())
    return any(
        need.kind == "figure" and need.text.replace(" ", "").replace(",", "").lower().startswith(bare)
        for need in question.needs
    )


def of_each(text: str, figures: Sequence[Quantity]) -> dict[int, str]:
    """The name that each figure of a row behind 각각 belongs to, by the figure's start."""
    found: dict[int, str] = {}
    for place, first in enumerate(figures):
        before = _EACH.search(text, 0, first.start)
        if before is None:
            continue
        run = [first]
        for figure in figures[place + 1 :]:
            between = text[run[-1].end : figure.start]
            if not _PARTED.fullmatch(_without_brackets(between)):
                break
            run.append(figure)
        names = [name.strip() for name in _PARTED.split(_subject(text[: before.start()])) if name.strip()]
        if len(run) > 1 and len(names) >= len(run):
            found.update((figure.start, name) for figure, name in zip(run, names[-len(run) :], strict=True))
    return found


def _without_brackets(text: str) -> str:
    return lazily(r"\([^()]*\)").sub("", text)


def _subject(text: str) -> str:
    """The names right before 각각: without their particle and what stands before them."""
    bare = lazily(r"(?:은|는|이|가|을|를|에|에서|분야가|분야는)\s*$").sub("", text.rstrip())
    cut = [found.end() for found in lazily(r"[은는이가을를며고]\s|;|\.\s").finditer(bare)]
    return bare[cut[-1] :] if cut else bare


def _of_row(passage: Passage, asked: Asked, question: Question, holdings: Holdings) -> Iterator[Found]:
    row = passage.row
    if row is None:
        return
    for column, cell in enumerate(row.cells):
        head = row.header[column] if column < len(row.header) else ""
        figure = cell_figure(cell, head)
        if figure is None or figure.value is None or asks_with(figure, question) or not _plain_head(head):
            continue
        ranks = "순위" in head or "등수" in head
        if asked.unit == "위":
            if (ranks and _names_one(passage, question)) or figure.kind == "rank":
                yield Found(of_cell(passage, column), f"{figure.value}위", figure.value, "위", _UNIT_FITS)
            continue
        if ranks:
            continue
        if figure.kind == "number" and figure.unit is None and asked.unit and asked.unit != "%" and head:
            yield Found(of_cell(passage, column), f"{cell}{asked.unit}", figure.value, asked.unit)
        elif suits(figure, asked):
            fits = _UNIT_FITS if figure.unit == asked.unit else 0.0
            yield Found(of_cell(passage, column), _told_cell(cell, head, figure), figure.value, figure.unit, fits)


def _names_one(passage: Passage, question: Question) -> bool:
    """Whether the question names what the row is about: the thing ranked, not where it lies."""
    row = passage.row
    if row is None:
        return False
    cells = [(cell, head) for cell, head in zip(row.cells, row.header, strict=False) if cell_figure(cell, "") is None]
    ranked = [cell for cell, head in cells if head.strip() and head.strip() in row.caption] or [
        cell for cell, _ in cells[:1]
    ]
    return any(need.said_in(folded(cell)) for cell in ranked for need in question.needs)


def _plain_head(head: str) -> bool:
    return not any(word in head for word in ("구분", "번호", "순번", "연번", "연도", "년도"))


def _told_cell(cell: str, head: str, figure: Quantity) -> str:
    unit = _UNIT_IN_HEAD.search(head)
    return f"{cell} {unit['unit'].strip()}" if unit and _BARE.fullmatch(cell.strip()) else figure.text


@lru_cache(maxsize=8192)
def cell_figure(cell: str, head: str) -> Quantity | None:
    """The one figure of a cell, with the unit of its head where it has none of its own; None for words."""
    from donghyang.facts.quantities import find_quantities

    printed = cell.strip()
    unit = _UNIT_IN_HEAD.search(head)
    if unit and _BARE.fullmatch(printed):
        printed = (
            f"{printed}{unit['unit'].strip()}"
            if unit["unit"].strip()[0] in "%％"
            else f"{printed} {unit['unit'].strip()}"
        )
    found = find_quantities(printed)
    if not found or found[0].start > _LED or (len(found) > 1 and not is_beside(printed, found[0], found[1])):
        return None
    return found[0] if 2 * (found[-1].end - found[0].start) >= len(printed) else None
