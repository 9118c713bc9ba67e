"""Which lines of a page are its article.

Every line is worth its own words: sentences count for, links and furniture against it. The article stands in the
element whose lines are worth most together; what is furniture inside it is taken off line by line. No site is known
by name: what pages share are sentences, links, and the words they give their parts.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from donghyang.read.lines import HEADINGS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.read.lines import Line

_PUNCTUATION = re.compile(r"[，。！？；：、,.!?;]")
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|hwpx?|csv|txt)(?:[?#]|$)", re.I)
_LONG = 30
"""A line of so many characters is a sentence even where it has no punctuation."""
_MOST = 0.6
"""An element that holds so much of a page's sentences is no side matter, whatever its class is called."""


@dataclass(frozen=True, slots=True)
class Body:
    """Where a page's article stands."""

    element: _Element
    """The innermost element that holds all of it."""
    lines: list[tuple[int, Line]]
    """Its own lines, furniture taken off, each with its index among all lines of the page; never empty."""

    @property
    def start(self) -> int:
        """Index of the first line."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Index after the last line."""
        return self.lines[-1][0] + 1


def body(root: _Element, shown: list[Line]) -> Body | None:
    """The article among the lines `shown` below `root`; None where a page has no sentence."""
    order = list(root.iter())
    noise = _noise(order, _sums(order, [(line, float(_prose(line))) for line in shown]))
    sums = _sums(order, [(line, _worth(line, noise)) for line in shown])
    best = max(order, key=lambda element: sums[element])
    if sums[best] <= 0:
        return None
    best = _narrowest(best, sums)
    inside = set(best.iter())
    places = [at for at, line in enumerate(shown) if line.element in inside]
    first, last = _widened(best, shown, noise, places[0], places[-1])
    kept = _clean([(at, shown[at]) for at in range(first, last + 1)], noise)
    return Body(best, kept) if kept else None


def is_furniture(text: str) -> bool:
    """Whether a line is something that pages print around every article."""
    return bool(_patterns()["line"].match(text))


def is_sentence(line: Line) -> bool:
    """Whether a line is running text rather than a label, a link or a cell."""
    return _prose(line) > 0


def _worth(line: Line, noise: dict[_Element, bool]) -> float:
    length = len(line.text)
    if noise[line.element]:
        return -0.2 * length
    if line.is_link or is_furniture(line.text) or _patterns()["weak"].match(line.text):
        return -float(length)
    if line.element.tag in HEADINGS:
        return 0.0
    return float(_prose(line)) or 0.1 * (length - line.linked)


def _prose(line: Line) -> int:
    """Characters of a line that are sentences of its own."""
    if (
        line.rows is not None
        or line.is_link
        or not (_PUNCTUATION.search(line.text) or len(line.text) > _LONG)
        or len(line.text) < 8
    ):
        return 0
    return len(line.text) - line.linked


def _sums(order: list[_Element], values: list[tuple[Line, float]]) -> dict[_Element, float]:
    """What the lines in each element are worth together."""
    sums = dict.fromkeys(order, 0.0)
    for line, value in values:
        sums[line.element] += value
    for element in reversed(order):
        parent = element.getparent()
        if parent is not None and parent in sums:
            sums[parent] += sums[element]
    return sums


def _narrowest(best: _Element, sums: dict[_Element, float]) -> _Element:
    """The innermost element that is still worth as much."""
    while True:
        inner = next((child for child in best if sums.get(child, 0.0) >= sums[best]), None)
        if inner is None:
            return best
        best = inner


def _widened(best: _Element, shown: list[Line], noise: dict[_Element, bool], first: int, last: int) -> tuple[int, int]:
    """The article's lines with the sentences directly before and after, where nothing but its parent holds them all."""
    around = best.getparent()

    def belongs(line: Line) -> bool:
        beside = line.element is around or line.element.getparent() is around
        return beside and is_sentence(line) and not noise[line.element] and not is_furniture(line.text)

    while first > 0 and belongs(shown[first - 1]):
        first -= 1
    while last + 1 < len(shown) and belongs(shown[last + 1]):
        last += 1
    return first, last


def _noise(order: list[_Element], prose: dict[_Element, float]) -> dict[_Element, bool]:
    """Which elements are side matter by the names of their parts."""
    most = _MOST * prose[order[0]]
    noise: dict[_Element, bool] = {}
    for element in order:
        parent = element.getparent()
        inherited = noise.get(parent, False) if parent is not None else False
        named = element.tag in ("nav", "aside", "footer") or _side(element)
        noise[element] = inherited or (named and prose[element] < most)
    return noise


def _side(element: _Element) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return bool(name.strip()) and any(word.lower() in _words() for word in _NAME.findall(name))


def _clean(found: list[tuple[int, Line]], noise: dict[_Element, bool]) -> list[tuple[int, Line]]:
    kept: list[tuple[int, Line]] = []
    before, behind = 0, sum(_prose(line) for _, line in found)
    for at, line in found:
        if kept and behind < before and _patterns()["end"].match(line.text):
            break
        before, behind = before + _prose(line), behind - _prose(line)
        if noise[line.element] or is_furniture(line.text):
            continue
        if line.is_link and not line.text.startswith("附件") and not any(_FILE.search(url) for *_, url in line.links):
            continue
        kept.append((at, line))
    return kept


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files(__package__).joinpath("data/boilerplate.toml").read_text("utf-8"))
    return {part: re.compile("|".join(f"(?:{entry})" for entry in entries)) for part, entries in table.items()}


@cache
def _words() -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("data/noise.toml").read_text("utf-8"))
    return frozenset(table["words"])
