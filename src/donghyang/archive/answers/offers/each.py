"""Rows of figures told with 각각: which belongs to whom."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_EACH = lazily(r"각각\s*$")
_PARTED = lazily(r"\s?(?:,(?![0-9]{3})|·|、|및|과|와)\s?")
_BRACKET = lazily(r"\([^()]*\)")
_PARTICLE = lazily(r"(?:분야가|분야는|은|는|이|가|을|를|에|에서)\s*$")
_NAMED = lazily(r"(?:^|,\s|·|\s)(?P<name>[가-힣A-Za-z]+(?:\([^()]*\)[가-힣]*)?)\s$")
"""A name between two figures of a row."""
_BREAK = lazily(r"[은는이가을를며고]\s|;|\.\s")


def of_each(text: str, figures: Sequence[Quantity]) -> dict[int, str]:
    """The name that each figure of a row behind 각각 belongs to, by the figure's start; none where a name lacks."""
    found: dict[int, str] = {}
    for place, first in enumerate(figures):
        before = _EACH.search(text, 0, first.start)
        if before is None:
            continue
        run = _run(text, figures[place:])
        names = [name.strip() for name in _PARTED.split(_subject(text[: before.start()])) if name.strip()]
        if 1 < len(run) <= len(names):
            found.update((figure.start, name) for figure, name in zip(run, names[-len(run) :], strict=True))
    return found or _beside(text, figures)


def _beside(text: str, figures: Sequence[Quantity]) -> dict[int, str]:
    """The names that stand right before the figures of a row of one unit: 하미 5건, 창지 4건, 투루판 3건."""
    found: dict[int, str] = {}
    last: Quantity | None = None
    run: dict[int, str] = {}
    for figure in figures:
        name = _NAMED.search(text, last.end if last else 0, figure.start)
        listed = last is not None and text.startswith((",", "·"), last.end)
        goes_on = listed and last is not None and last.unit == figure.unit and name and name.start() == last.end
        if not goes_on:
            found.update(run if len(run) > 1 else {})
            run = {}
        if name is not None:
            run[figure.start] = name["name"]
        last = figure
    found.update(run if len(run) > 1 else {})
    return found


def _run(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures that go on as a list from the first one."""
    run = [figures[0]]
    for figure in figures[1:]:
        if not _PARTED.fullmatch(_BRACKET.sub("", text[run[-1].end : figure.start])):
            break
        run.append(figure)
    return run


def _subject(text: str) -> str:
    """The names at the end of a text, without their particle and what stands before them."""
    bare = _PARTICLE.sub("", text.rstrip())
    cuts = [found.end() for found in _BREAK.finditer(bare)]
    return bare[cuts[-1] :] if cuts else bare
