"""A summary that no known title names: statements in a group of their own between the cover and the first article."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.language.patterns import lazily
from donghyang.report.induction.entries import Frame
from donghyang.report.induction.leaf import ASIDES, Leaf
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import says_what_it_is

_STATES = lazily(r"(?<!니)다\.$")
"""How a written statement ends; who speaks to readers ends otherwise."""
_NO_SIGNS = (*ASIDES, "☞", "☎", "©")
_NO_TITLE = lazily(r"[\d:：@]|[.!?]$")
_LEAST = 16
"""Letters of a statement behind a sign, at the least."""
_TITLE = 16
"""Letters of a title, at the most."""
_ARTICLE = lazily(r"^(?:[가-힣A-Za-z]{1,8}\s?)?\d{1,2}(?:[-.]\d{1,2})?\s*[|│┃｜]\s*(?=\S)")
"""Of which article a statement tells: 정책 1-1 ┃ …"""


def gist(leaves: Sequence[Leaf], frame: Frame, start: int) -> tuple[int | None, list[int]]:
    """(place of its title, places of its statements) of the summary above the body, which begins at `start`."""
    entered = {id(entry.leaf) for entry in frame.contents}
    taken = set(frame.imprint) | frame.titles
    groups: list[list[int]] = []
    for at in range(start):
        if at == 0 or leaves[at].gap or not groups:
            groups.append([])
        groups[-1].append(at)
    for place, group in enumerate(groups[1:], 1):
        if any(at in taken or id(leaves[at]) in entered for at in group):
            continue
        titled = len(group) > 1 and _may_title(leaves[group[0]], leaves[group[1]])
        above = groups[place - 1]
        alone = (
            place > 1 and len(above) == 1 and above[0] not in taken and _may_title(leaves[above[0]], leaves[group[0]])
        )
        rows = group[1:] if titled else group
        if _state([leaves[at] for at in rows], titled=titled or alone):
            return (group[0] if titled else above[0] if alone else None), rows
    return None, []


def told(leaf: Leaf) -> str:
    """The words of a statement, without the number of the article that it tells of."""
    return _ARTICLE.sub("", leaf.words or leaf.text)


def _may_title(leaf: Leaf, below: Leaf) -> bool:
    words = bare_of(leaf.words)
    plain = leaf.key != "table" and leaf.url is None and leaf.number is None
    apart = leaf.signature != below.signature or _STATES.search(below.text) is not None
    return (
        plain and apart and 0 < len(words) <= _TITLE and not _NO_TITLE.search(words) and not says_what_it_is(leaf.text)
    )


def _state(rows: Sequence[Leaf], *, titled: bool) -> bool:
    """Whether lines are all statements of one kind; without a title only several behind one sign are."""
    if not rows or len({leaf.key for leaf in rows}) > 1 or any(leaf.url or leaf.number is not None for leaf in rows):
        return False
    key = rows[0].key
    if key == "table" or key.startswith(_NO_SIGNS):
        return False
    if key:
        return (titled or len(rows) > 1) and all(len(leaf.words) >= _LEAST for leaf in rows)
    return titled and all(_STATES.search(leaf.text) for leaf in rows)
