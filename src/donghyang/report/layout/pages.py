"""Lines -> items: rules, page numbers and running heads left out, lines that a narrow column broke joined again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from donghyang.language.patterns import lazily
from donghyang.report.grammar import ONLY_URL, SOURCE
from donghyang.report.layout.colophon import is_labelled
from donghyang.report.layout.openers import Opener, opener_of
from donghyang.report.layout.titles import opens_references
from donghyang.report.stream import Line

_RULE = lazily(r"^[━─―—═=_*~\-–▬■□·.┌┐└┘├┤┏┓┗┛┣┫╔╗╚╝╭╮╰╯]{4,}$")
_PAGE = lazily(
    r"^(?:[-–—<\[(]\s*\d{1,3}\s*[-–—>\])]|\d{1,3}\s?/\s?\d{1,3}|[Pp](?:age|\.)\s?\d{1,3}|\d{1,3}\s?쪽|\f\s*\d{0,3})$"
)
_HEAD_LENGTH = 60
"""Longer lines are no running heads."""
_PAGE_STEP, _LEAST_APART = 2, 2
"""Pages from one running head to the next, at the most, and lines of a page, at the least."""
_NARROW = 110
"""Columns; wider lines are paragraphs, not broken by hand or converter."""
_LEAST_BROKEN = 5
_SLACK = 1
_FEW = 5
"""Where fewer than one line in so many stands close to the one above, a blank line between is nothing unusual."""
_MOST_JOINED = 60
"""Lines of one item; more are no sentence that was broken."""
_CLOSED = lazily(r"[〈《<【\[].*[〉》>】\]]$")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the report as its author wrote it: one or several lines of the stream."""

    at: tuple[int, ...]
    """The places of its lines in the stream."""
    line: Line
    opener: Opener
    gap: bool
    """Whether more room than usual stands above, or the item opens the text."""

    @property
    def key(self) -> str:
        """The class of its opener."""
        return self.opener.key

    @property
    def words(self) -> str:
        """The words behind the opener."""
        return self.opener.words

    @property
    def indent(self) -> int:
        """Columns of white space before it."""
        return self.line.indent

    @property
    def url(self) -> str | None:
        """The address, when the item is nothing else."""
        return self.line.url


def items(lines: list[Line], text: str) -> list[Item]:
    """The items of a stream; `text` is the document's, which shows where blank lines stand."""
    furniture = _furniture(lines)
    breaks = _breaks(lines, furniture, text)
    usual = sorted(breaks.values())[len(breaks) // _FEW] if breaks else 1
    kept: list[tuple[Item, bool]] = []
    broke = False
    for at, line in enumerate(lines):
        if at in furniture:
            broke = broke or not _is_rule(line)
            continue
        gap = not kept or breaks[at] > usual or _ruled_off(lines, furniture, at)
        kept.append((Item((at,), line, opener_of(line), gap), broke))
        broke = False
    return _joined(kept)


def _breaks(lines: list[Line], furniture: set[int], text: str) -> dict[int, int]:
    """The line breaks before each line but the first: of some texts every line stands apart."""
    kept = [at for at in range(len(lines)) if at not in furniture]
    return {at: text.count("\n", lines[above].span[1], lines[at].span[0]) for above, at in pairwise(kept)}


def _ruled_off(lines: list[Line], furniture: set[int], at: int) -> bool:
    return at - 1 in furniture and _is_rule(lines[at - 1])


def _is_rule(line: Line) -> bool:
    return line.grid is None and _RULE.match(line.raw.replace(" ", "")) is not None


# ---------------------------------------------------------------- furniture


def _furniture(lines: list[Line]) -> set[int]:
    raws = [line.raw.strip() if line.grid is None else "" for line in lines]
    heads = [raw if line.plain else "" for raw, line in zip(raws, lines, strict=True)]
    rules = {at for at, line in enumerate(lines) if _is_rule(line)}
    pages = {at for at, raw in enumerate(raws) if _PAGE.match(raw)}
    return rules | pages | _running_heads(heads, pages)


def _running_heads(raws: list[str], pages: set[int]) -> set[int]:
    """Lines beside page numbers that stand there again and again, or repeat the title at the top of the text."""
    shapes = [re.sub(r"\d+", "0", re.sub(r"\s+", "", raw)) if len(raw) <= _HEAD_LENGTH else "" for raw in raws]
    counts = Counter(filter(None, shapes))
    top = re.sub(r"\s+", "", raws[0])[:8] if raws else ""
    beside = {at for page in pages for at in (page - 2, page - 1, page + 1, page + 2) if 0 < at < len(raws)}
    at_pages = Counter(shape for page in pages for shape in {*shapes[max(0, page - 2) : page + 3]})
    found = {
        at
        for at in beside - pages
        if shapes[at] and (at_pages[shapes[at]] > 1 or (len(top) > 3 and shapes[at].startswith(top)))
    }
    found = {at for at in found if any(near in pages or near in found for near in (at - 1, at + 1))}
    said: dict[str, list[int]] = {}
    for at, shape in enumerate(shapes):
        if counts[shape] > 2:
            said.setdefault(shape, []).append(at)
    often = [at for places in said.values() if _counts_on(raws, places) for at in places if at]
    headed = re.sub(r"\d+", "0", top) if len(top) > 3 else None
    again = {at for at in often if headed and shapes[at].startswith(headed)}
    barred = {at for at in often if "|" in shapes[at] and "0" in (shapes[at][0], shapes[at][-1])}
    title = re.split(r"[|\d]", shapes[0], maxsplit=1)[0] if shapes else ""
    paged = {at for at, shape in enumerate(shapes) if at and len(title) > 3 and _paged(shape, title)}
    return found | again | barred | paged


def _counts_on(raws: list[str], places: list[int]) -> bool:
    """Whether lines of one shape say the same, or differ by one number that counts on from page to page."""
    numbers = [[int(found) for found in re.findall(r"\d+", raws[at])] for at in places]
    if len(set(map(len, numbers))) > 1:  # the shape of `3 1` is that of `31`
        return False
    other = [column for column in zip(*numbers, strict=True) if len(set(column)) > 1]
    return not other or (len(other) == 1 and counts_pages(zip(places, other[0], strict=True)))


def counts_pages(lines: Iterable[tuple[int, int]]) -> bool:
    """Whether the numbers of (place, number) count on from page to page: left and right ones may have lines of their
    own, and a page has some lines."""
    return all(
        0 < number - before <= _PAGE_STEP and at - above > _LEAST_APART
        for (above, before), (at, number) in pairwise(lines)
    )


def _paged(shape: str, title: str) -> bool:
    """Whether a line is the title of the report and a page number."""
    return re.fullmatch(r"[|·/\-–—]?0", shape.removeprefix(title)) is not None and shape.startswith(title)


# ---------------------------------------------------------------- broken lines


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _printed(line: Line) -> int:
    return line.indent + _width(line.raw)


def _joined(kept: list[tuple[Item, bool]]) -> list[Item]:
    wide = _column(kept)
    out: list[Item] = []
    broken = _broken(kept, wide, loose=True) if wide else set[int]()
    last: Line | None = None
    for place, (item, broke) in enumerate(kept):
        follower = kept[place + 1][0] if place + 1 < len(kept) else None
        going = bool(out) and len(out[-1].at) < _MOST_JOINED
        if going and last and (place in broken or (broke and _goes_on(out[-1], item, follower))):
            out[-1] = _join(out[-1], item, tight=_tight(last, item.line, wide))
        else:
            out.append(item)
        last = item.line
    return out


def _column(kept: list[tuple[Item, bool]]) -> int:
    """The width of the column that the text is set in; 0 where its lines are whole paragraphs."""
    widths = sorted(_printed(item.line) for item, _ in kept if item.key != "table" and not item.url)
    if len(widths) < 4 * _LEAST_BROKEN:
        return 0
    wide = widths[len(widths) * 97 // 100]
    if wide > _NARROW or len(_broken(kept, wide)) < max(_LEAST_BROKEN, len(kept) // 12):
        return 0
    return wide


def _broken(kept: list[tuple[Item, bool]], wide: int, *, loose: bool = False) -> set[int]:
    """The places of the items that go on with the one above, which fills the column.

    `loose`: below a marker any line without one goes on; so it is once a text is known to be set in a column.
    """
    found: set[int] = set()
    for place in range(1, len(kept)):
        (above, _), (item, broke) = kept[place - 1], kept[place]
        if (item.gap and not broke) or not _can_go_on(above, item):
            continue
        first = item.line.text.split(" ", 1)[0]
        if above.url:
            if re.fullmatch(r"[!-~]+", item.line.text) and not item.url:
                found.add(place)
        elif _printed(above.line) + 1 + _width(first) > wide or (loose and _below_marker(kept, place, found)):
            found.add(place)
    return found


def _below_marker(kept: list[tuple[Item, bool]], place: int, found: set[int]) -> bool:
    above = kept[place - 1][0]
    return bool(above.words) and (bool(above.key) or place - 1 in found)


def _can_go_on(above: Item, item: Item) -> bool:
    if item.key or above.key == "table" or item.url or SOURCE.match(item.words) or opens_references(item.words):
        return False
    if is_labelled(item.line.text) or is_labelled(above.line.text):
        return False
    return _CLOSED.fullmatch(item.words) is None and _CLOSED.fullmatch(above.line.text) is None


def _goes_on(above: Item, item: Item, follower: Item | None) -> bool:
    """Whether a line at the top of a page ends a sentence that the page before began."""
    if not _can_go_on(above, item) or above.url or not (above.key or len(above.words) > 40):
        return False
    return follower is None or follower.line.role != "lead"


def _join(above: Item, item: Item, *, tight: bool) -> Item:
    between = "" if tight else " "
    text = above.line.text + between + item.line.text
    line = replace(above.line, text=text, span=(above.line.span[0], item.line.span[1]))
    return replace(above, at=above.at + item.at, line=line, opener=opener_of(line))


def _tight(above: Line, line: Line, wide: int) -> bool:
    """Whether a line was broken inside a word: where the column was full, or inside an address."""
    if ONLY_URL.match(above.text):
        return True
    inside = "가" <= above.text[-1:] <= "힣" and "가" <= line.text[:1] <= "힣"
    return inside and bool(wide) and _printed(above) >= wide - _SLACK
