"""Page numbers, running heads and rules: what a page prints that the author did not write."""

from __future__ import annotations

from collections import Counter

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.layout.pages import counts_pages
from donghyang.report.stream import Line

_RULE = lazily(r"^[━─―—═=_*~\-–▬■□·.‥…┈┄\s　]{3,}$")
_PAGE = lazily(
    r"^(?:[-–—~·]\s*(?P<a>\d{1,3})\s*[-–—~·]|[<\[(〔【〈]\s?(?P<b>\d{1,3})\s?[>\])〕】〉]|(?P<c>\d{1,3})\s?[/／]\s?\d{1,3}"
    r"|(?:[Pp](?:age|\.)\s?)(?P<d>\d{1,3})|(?P<e>\d{1,3})\s?(?:쪽|면)|(?P<f>[1-9]\d{0,2}))$"
)
_AROUND = lazily(r"^(?P<n1>\d{1,3})?\s*[|·•│/~\-–—]?\s*(?P<title>\S.*?\S)\s*[|·•│/~\-–—]?\s*(?P<n2>\d{1,3})?$")
_BARE = "f"
"""The shape of a number without any sign."""
_LEAST_APART = 8
_LEAST_LINES = 2
"""Lines of a page, at the least: where bare numbers count pages, and where signed ones do."""
_WIDEST = 160
_LEAST_WORDS = 8
"""Characters of a running head with the room in it, at the most, and its letters, at the least."""
_FIRST_PAGES = 3
"""A run of page numbers begins on one of the first pages."""


def is_rule(line: Line) -> bool:
    """Whether a line is drawn, not written."""
    return line.grid is None and line.role != "literal" and _RULE.match(line.raw) is not None and len(set(line.raw)) < 5


def furniture(lines: list[Line]) -> set[int]:
    """The places of page numbers, running heads and rules."""
    rules = {at for at, line in enumerate(lines) if is_rule(line)}
    return rules | _numbers(lines) | _heads(lines) | _running(lines)


def _numbers(lines: list[Line]) -> set[int]:
    """Page numbers: of one shape, counting on from page to page."""
    kinds: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        if line.grid is None and (found := _PAGE.match(line.raw)):
            kind, number = next((name, int(value)) for name, value in found.groupdict().items() if value)
            kinds.setdefault(kind, []).append((at, number))
    out: set[int] = set()
    for kind, pages in kinds.items():
        run: list[tuple[int, int]] = []
        for at, number in pages:
            on = run and number in (run[-1][1] + 1, run[-1][1] + 2)
            if not run or (on and at - run[-1][0] >= (_LEAST_APART if kind == _BARE else _LEAST_LINES)):
                run.append((at, number))
        if len(run) > 1 and run[0][1] <= _FIRST_PAGES:
            out |= {at for at, _ in run}
    return out


def _running(lines: list[Line]) -> set[int]:
    """Lines that say the same words again and again, with a number beside them that counts on."""
    said: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        found = _AROUND.match(line.raw) if line.grid is None and len(line.raw) < _WIDEST else None
        number = found and (found["n1"] or found["n2"])
        if found and number and len(letters(found["title"])) >= _LEAST_WORDS:
            said.setdefault(found["title"], []).append((at, int(number)))
    return {at for pages in said.values() if len(pages) > 1 and counts_pages(pages) for at, _ in pages}


def _heads(lines: list[Line]) -> set[int]:
    """Lines that say the title of the report again, alone or with a page number."""
    tops = [letters(line.raw.replace("/", "")) for line in lines[:2] if line.grid is None and line.role is None]
    titles = {top for top in tops if 5 <= len(top) <= 30}
    said: list[tuple[int, str, bool]] = []
    for at, line in enumerate(lines):
        if line.grid is not None or len(line.raw) > 60 or line.role is not None:
            continue
        found = _AROUND.match(line.raw)
        if found and (name := letters(found["title"])) in titles:
            said.append((at, name, bool(found["n1"] or found["n2"])))
    counts = Counter(name for _, name, _ in said)
    first = {name: min(at for at, other, _ in said if other == name) for name in counts}
    return {at for at, name, numbered in said if at and (numbered or (counts[name] > 1 and at > first[name]))}
