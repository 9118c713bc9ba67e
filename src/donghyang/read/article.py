"""Which lines of a page are its article.

Every line is worth its own words (worth.py). The article stands in the run of neighbours, under one element, whose
lines are worth most together; what is furniture inside it is taken off line by line. No site is known by name: what
pages share are sentences, tables, links, and the words they give their parts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.aside import asides
from donghyang.read.worth import is_attachment, is_end, is_file_head, is_furniture, is_owner, is_sentence, prose, worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from donghyang.read.lines import Line

_NEARLY = 0.97
"""A part that is worth so much of its surroundings is the article; around it stand only labels."""
_FILES = 40
"""How many lines below the article its list of files may reach."""


@dataclass(frozen=True, slots=True)
class Body:
    """Where a page's article stands."""

    lines: list[tuple[int, Line]]
    """Its own lines, furniture taken off, each with its index among all lines of the page; never empty."""

    @property
    def start(self) -> int:
        """Index of the first line."""
        return self.lines[0][0]

    @property
    def opens(self) -> int:
        """Index of the first line that is a sentence or a table; of the first line where none is."""
        return next((at for at, line in self.lines if line.rows or is_sentence(line)), self.start)

    @property
    def end(self) -> int:
        """Index after the last line."""
        return self.lines[-1][0] + 1

    @property
    def says(self) -> int:
        """Characters of its sentences and tables."""
        return sum(len(line.text) if line.rows else prose(line) for _, line in self.lines)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbours under one element, as lines from `first` to before `end`, and what they are worth together."""

    worth: float
    first: int
    end: int


def body(root: _Element, shown: list[Line]) -> Body | None:
    """The article among the lines `shown` below `root`; None where a page has none."""
    order = list(root.iter())
    side = asides(order, shown)
    values = [worth(line, aside=side[line.element]) for line in shown]
    best = _best(order, shown, values)
    if best is None:
        return None
    best = _with_attachments(best, shown, side)
    kept = _clean([(at, shown[at]) for at in range(best.first, best.end)], side)
    return Body(kept) if kept else None


def _best(order: Sequence[_Element], shown: Sequence[Line], values: Sequence[float]) -> _Run | None:
    """The run that is worth most, in the innermost element that holds it; None where nothing is worth anything."""
    parts = _parts(order, shown, values)
    runs = {element: run for element in order if (run := _run(parts[element])) is not None}
    if not runs:
        return None
    best = max(runs, key=lambda element: (runs[element].worth, -len(parts[element])))
    run = runs[best]
    while (inner := _core(best, run, runs, shown)) is not None:
        best, run = inner, runs[inner]
    return run


def _core(around: _Element, run: _Run, runs: dict[_Element, _Run], shown: Sequence[Line]) -> _Element | None:
    """The child that holds nearly all of a run, where what stands around it are labels and no file."""
    for child in around:
        inner = runs.get(child)
        if inner is None or inner.worth < _NEARLY * run.worth or not run.first <= inner.first < inner.end <= run.end:
            continue
        outside = [shown[at] for at in (*range(run.first, inner.first), *range(inner.end, run.end))]
        if not any(is_sentence(line) or line.rows or is_attachment(line) for line in outside):
            return child
    return None


def _parts(
    order: Sequence[_Element], shown: Sequence[Line], values: Sequence[float]
) -> dict[_Element, list[tuple[int, int, float]]]:
    """What stands directly under each element, in reading order: lines of its own and whole children, each as first
    line, line after the last, and worth."""
    parts: dict[_Element, list[tuple[int, int, float]]] = defaultdict(list)
    for at, (line, value) in enumerate(zip(shown, values, strict=True)):
        parts[line.element].append((at, at + 1, value))
    for element in reversed(order):
        found = sorted(parts[element])
        parts[element] = found
        parent = element.getparent()
        if found and parent is not None:
            parts[parent].append((found[0][0], found[-1][1], sum(value for *_, value in found)))
    return parts


def _run(parts: Sequence[tuple[int, int, float]]) -> _Run | None:
    """The neighbours that are worth most together (Kadane's maximal sum); None where none is worth anything."""
    best: _Run | None = None
    total, first = 0.0, 0
    for start, end, value in parts:
        if total <= 0:
            total, first = 0.0, start
        total += value
        if total > 0 and (best is None or total > best.worth):
            best = _Run(total, first, end)
    return best


def _with_attachments(run: _Run, shown: Sequence[Line], side: dict[_Element, bool]) -> _Run:
    """The run with the list of files that stands directly under it, whatever holds that list."""
    end = run.end
    for at in range(run.end, min(run.end + _FILES, len(shown))):
        line = shown[at]
        if is_attachment(line) and not side[line.element]:
            end = at + 1
        elif not (is_file_head(line.text) or is_furniture(line.text)):
            break
    return _Run(run.worth, run.first, end)


def _clean(found: list[tuple[int, Line]], side: dict[_Element, bool]) -> list[tuple[int, Line]]:
    kept: list[tuple[int, Line]] = []
    before, behind = 0, sum(prose(line) for _, line in found)
    for at, line in found:
        if kept and behind < before and (is_end(line.text) or is_owner(line.text)):
            break
        said = prose(line)
        before, behind = before + said, behind - said
        if side[line.element] or is_furniture(line.text) or (line.is_link and not is_attachment(line)):
            continue
        kept.append((at, line))
    while kept and is_file_head(kept[-1][1].text) and len(kept) > 1:
        kept.pop()
    return kept
