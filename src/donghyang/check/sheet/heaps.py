"""Figures that no sentence tells: heaps of them with nothing but signs between, as drawings and broken tables leave."""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.records import Quantity

HEAP = 100
"""So many figures in a line with no letter between them are no list: the longest of reports have thirty."""


def without_heaps(text: str, figures: list[Quantity]) -> list[Quantity]:
    """The figures, those left out that stand more than `HEAP` together in one line with no letter between them.

    Every rule on figures would look at each of them, and none has anything to say.
    """
    if len(figures) <= HEAP:
        return figures
    return [figure for run in _runs(text, figures) if len(run) <= HEAP for figure in run]


def _runs(text: str, figures: list[Quantity]) -> Iterator[list[Quantity]]:
    run = figures[:1]
    for figure in figures[1:]:
        between = text[run[-1].end : figure.start]
        if "\n" in between or "\t" in between or any(map(str.isalpha, between)):
            yield run
            run = []
        run.append(figure)
    yield run
