"""What stands around the articles: cover, imprint, contents page, summary."""

from __future__ import annotations

from collections import Counter

from donghyang.language.nearness import letters
from donghyang.report.induction.entries import Frame, find_contents, unfolded
from donghyang.report.induction.fields import count, opens_imprint
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.wholes import with_whole_headlines
from donghyang.report.induction.words import opens_summary
from donghyang.report.layout.colophon import names_itself

_MOST_FIELDS = 12


def frame(leaves: list[Leaf]) -> tuple[list[Leaf], Frame]:
    """The leaves, contents pages that are set as tables taken apart, and what stands around the articles."""
    leaves = unfolded(leaves)
    out = _listed(leaves)
    whole = with_whole_headlines(leaves, out.contents)
    if len(whole) < len(leaves):
        leaves, out = whole, _listed(whole)
    taken = set(out.imprint)
    said = Counter(map(_said, leaves))
    first = min((entry.target for entry in out.contents if entry.target >= 0), default=len(leaves))
    for at in range(out.start, min(first, len(leaves))):
        if leaves[at].url and at not in taken:
            break  # an article has ended
        if at not in taken and opens_summary(leaves[at].text) and said[_said(leaves[at])] == 1:
            out.summary, out.start = at, at + 1
            break
    if out.summary is None:
        for at in range(out.start):
            if (
                at not in taken
                and at not in out.titles
                and opens_summary(leaves[at].text)
                and not _entered(out, at, leaves)
            ):
                out.summary = at
                break
    return leaves, out


def _said(leaf: Leaf) -> tuple[str, str]:
    """What a line says behind which sign; where it stands elsewhere too, 주요 내용 is a subhead of articles."""
    return leaf.key, letters(leaf.words)


def _listed(leaves: list[Leaf]) -> Frame:
    """Imprint and contents page."""
    out = Frame(imprint=_imprint(leaves))
    find_contents(leaves, set(out.imprint), out)
    return out


def _entered(out: Frame, at: int, leaves: list[Leaf]) -> bool:
    return any(entry.leaf is leaves[at] for entry in out.contents)


# ---------------------------------------------------------------- imprint


def _imprint(leaves: list[Leaf]) -> list[int]:
    """The groups of close lines of which most are fields of an imprint, two kinds of them at the least."""
    out: list[int] = []
    at = 0
    while at < len(leaves):
        end = at + 1
        while end < len(leaves) and leaves[end].gap == 0 and leaves[end].box == leaves[at].box:
            end += 1
        group = range(at, end)
        told = [_is_field(leaves[place]) for place in group]
        kinds = sum(told)
        rich = any(_fields(leaves[place]) > 1 or names_itself(leaves[place].text) for place in group)
        if (kinds > 1 or rich) and 2 * kinds >= len(told) and (at > 2 or kinds > 2 or rich):
            first = told.index(True)
            out += [place for place in group if place >= at + first]
        else:
            out += _trailing(leaves, range(at, end))
        at = end
    return out


def _trailing(leaves: list[Leaf], group: range) -> list[int]:
    """The fields, several of them, that end the report in its last group, where no room parts them from its text."""
    if group.stop < len(leaves) or not group:
        return []
    first = group.stop
    while first > group.start and _is_field(leaves[first - 1]):
        first -= 1
    found = range(first, group.stop)
    rich = any(_fields(leaves[at]) > 1 or names_itself(leaves[at].text) for at in found)
    return [*found] if len(found) > 1 or rich or (found and opens_imprint(leaves[first].text)) else []


def _rows(leaf: Leaf) -> list[str]:
    if leaf.line.grid is None:
        return [leaf.text]
    return [" : ".join(cell.text for cell in row if cell.text) for row in leaf.line.grid.rows]


def _fields(leaf: Leaf) -> int:
    """How many fields of an imprint a line or table holds."""
    rows = _rows(leaf)
    return sum(map(count, rows)) if len(rows) < _MOST_FIELDS else 0


def _is_field(leaf: Leaf) -> bool:
    if leaf.line.grid is not None:
        fields = _fields(leaf)
        return fields > 2 and 2 * fields >= len(leaf.line.grid.rows)
    return leaf.key not in ("☑", "☞") and (count(leaf.text) > 0 or names_itself(leaf.text))


def cover_rows(leaves: list[Leaf], end: int, frame: Frame) -> list[Leaf]:
    """The leaves of the cover."""
    entered = {id(entry.leaf) for entry in frame.contents}
    taken = set(frame.imprint) | frame.titles
    stop = min([end, *(at for at in frame.titles), *([frame.summary] if frame.summary is not None else [])])
    return [leaf for at, leaf in enumerate(leaves[:stop]) if at not in taken and id(leaf) not in entered]
