"""Lines that a column broke -> the paragraphs they are of."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.grammar import ends_with_day
from donghyang.report.induction.boxes import Boxes
from donghyang.report.induction.fields import count
from donghyang.report.induction.leaf import ASIDES, Leaf, with_line
from donghyang.report.induction.rooms import width
from donghyang.report.induction.shapes import ADDRESS
from donghyang.report.induction.words import says_what_it_is
from donghyang.report.labels import is_labelled
from donghyang.report.statements import states

NARROW = 110
"""Columns; wider lines are paragraphs."""
_LEAST_BROKEN = 5
_FEW_BROKEN = 3
"""Full lines that go on below, where some lines are wider than the column, and where none is."""
_FEWEST_PAIRS = 3
"""Lines that go on below, where nothing else tells the column."""
_LEAST_COLUMNS = 30
_NEAR = 14
"""Columns by which a full line may be short."""


def joined_lines(kept: list[Leaf], framed: Boxes) -> list[Leaf]:
    """The leaves, those that go on with the one above joined to it; in a frame by the room in it."""
    column = _column(kept) or _inner_column(kept)
    tight = column and _breaks_words(kept, column)
    apart = any(_OUTLET.match(b.text) and not _is_full(a, b, column) for a, b in pairwise(kept) if not b.gap)
    again = _said_again(kept)
    standing = _standing(kept)
    out: list[Leaf] = []
    last: Leaf | None = None
    for at, leaf in enumerate(kept):
        aside = at in again or (apart and _OUTLET.match(leaf.text) is not None)
        wide = framed.widths.get(leaf.box, 0) if leaf.box is not None else column
        if last is None or not out or aside:
            out.append(leaf)
        elif (wide and _goes_on(out[-1], last, leaf, wide)) or (
            leaf.indent not in standing and _hangs(out[-1], last, leaf)
        ):
            out[-1] = _join(out[-1], last, leaf, bool(tight) or leaf.box is not None)
        else:
            out.append(leaf)
        last = leaf
    return out


def _said_again(kept: list[Leaf]) -> set[int]:
    """The lines of the front that begin as one of the body does: entries and their headlines, which go on with nothing.

    Where the lines above them are the same too, both go on with those.
    """
    places: dict[str, list[int]] = {}
    heads = [_head(leaf) for leaf in kept]
    for at, head in enumerate(heads):
        if head:
            places.setdefault(head, []).append(at)
    pairs = [rows for rows in places.values() if 2 <= len(rows) <= _FEW_AGAIN and _FRONT * rows[0] < len(kept)]
    return {at for rows in pairs for at in rows if rows[0] == 0 or heads[rows[0] - 1] not in _above(heads, rows[1:])}


def _above(heads: list[str], rows: list[int]) -> set[str]:
    return {heads[at - 1] for at in rows if heads[at - 1]}


def _head(leaf: Leaf) -> str:
    """The letters by which a line is known that is said again: its first ones, behind a category before a bar."""
    if leaf.key or leaf.line.grid is not None or leaf.url:
        return ""
    words = letters(_BARRED.sub("", leaf.text))
    return words[:_ALIKE] if len(words) >= _ALIKE else ""


def _column(kept: list[Leaf]) -> int:
    """The width of the column that the text is set in, 0 where its lines are whole paragraphs.

    It is the one at which most lines are full where another one goes on, and hardly a line is wider.
    """
    steps = [0] * (NARROW + 2)
    lines = 0
    for above, leaf in pairwise(kept):
        if above.box is not None or leaf.box is not None or leaf.key == "table" or above.key == "table":
            continue
        if not leaf.url and not _LED.search(leaf.text) and leaf.columns > 0:
            steps[0] -= 1
            steps[min(leaf.columns, NARROW)] += 1
            lines += 1
        first = width(leaf.text.split(" ", 1)[0])
        goes_on = not leaf.key and not leaf.gap and not leaf.url and not leaf.shape and not _labels(leaf.text)
        if goes_on and _LEAST_COLUMNS < above.columns < NARROW:
            steps[above.columns] += 2
            steps[min(above.columns + first + 1, NARROW)] -= 2
    sums = [*accumulate(steps)]
    best = max(range(_LEAST_COLUMNS, NARROW), key=lambda wide: (sums[wide], -wide))
    return best if _is_set(kept, best, lines) else 0


def _inner_column(kept: list[Leaf]) -> int:
    """The width of the column of paragraphs alone, where headlines and references are printed as they are.

    It is as wide as the widest line of their kinds; what goes on below had no room in nearly all of the lines above.
    """
    pairs: list[tuple[Leaf, Leaf]] = []
    keys: set[str] = set()
    whole: Leaf | None = None
    for above, leaf in pairwise(kept):
        whole = above if above.key or (above.gap and not finished(above.text)) else whole
        if whole is None or whole.key in ("table", *ASIDES) or leaf.key or not _may_go_on(above, leaf):
            whole = None
            continue
        pairs.append((above, leaf))
        keys |= {whole.key} if whole.key else set()
    lines = [leaf for leaf in kept if leaf.key in keys and not leaf.url] + [leaf for pair in pairs for leaf in pair]
    widest = max((leaf.columns for leaf in lines), default=0)
    full = sum(_is_full(above, leaf, widest) for above, leaf in pairs)
    told = len(pairs) >= _FEWEST_PAIRS and 5 * full >= 4 * len(pairs)
    return widest if told and _LEAST_COLUMNS < widest < NARROW else 0


def _may_go_on(above: Leaf, leaf: Leaf) -> bool:
    """Whether nothing but its length tells that a line without a sign is not of the paragraph above."""
    if leaf.gap or leaf.box != above.box or leaf.url or above.url or leaf.shape or leaf.tag or leaf.edge or leaf.bold:
        return False
    if above.columns < _LEAST_COLUMNS:
        return False
    return not (leaf.key == "table" or _labels(leaf.text) or ends_with_day(above.text))


def _is_set(kept: list[Leaf], wide: int, lines: int) -> bool:
    """Whether text is set in a column: lines are broken at it, and below the first of them hardly one is wider."""
    near = [
        at
        for at, (a, b) in enumerate(pairwise(kept))
        if wide - _NEAR <= a.columns <= wide and b.box is None and _is_full(a, b, wide) and _goes_on(a, a, b, wide)
    ]
    if len(near) < _FEW_BROKEN:
        return False
    wider = sum(
        leaf.columns > wide and not (leaf.url or leaf.box is not None or _LED.search(leaf.text) or count(leaf.text))
        for leaf in kept[near[0] :]
        if leaf.key != "table"
    )
    least = max(_LEAST_BROKEN, lines // 16) if wider else _FEW_BROKEN
    often = 2 * wider <= len(near) and 6 * len(near) >= len(kept) - near[0]
    return len(near) >= least and (12 * wider <= lines * (len(kept) - near[0]) // len(kept) or often)


def _breaks_words(kept: list[Leaf], wide: int) -> bool:
    full = [a.columns >= wide - 1 for a, b in pairwise(kept) if _goes_on(a, a, b, wide)]
    return len(full) >= _LEAST_BROKEN and 5 * sum(full) >= 4 * len(full)


def _goes_on(whole: Leaf, last: Leaf, leaf: Leaf, wide: int) -> bool:
    """Whether a line goes on with the one above: that one is full, and this one opens nothing of its own."""
    if leaf.key == "table" or whole.key == "table" or leaf.box != last.box or last.edge or leaf.edge or leaf.bold:
        return False
    if (leaf.gap and not leaf.paged) or len(whole.at) > 60:
        return False
    if (leaf.key and not _only_looks_counted(whole, leaf)) or (leaf.box is not None and _TERM.match(leaf.text)):
        return False
    full = _is_full(last, leaf, wide) or last.opened
    if ADDRESS.match(leaf.text.lstrip("<(→ ")) or (leaf.shape and not (full and _ASIDE.match(leaf.text))):
        return False
    if leaf.tag or (leaf.url and leaf.text.startswith(("[", "【"))):
        return False
    if last.url and last.text.rstrip(")>]").endswith(last.url.rstrip(")")):
        return bool(re.fullmatch(r"[!-~]+", leaf.text)) and last.columns >= wide - 1
    hangs = (
        bool(whole.key)
        and not whole.bold
        and 2 * last.columns > wide
        and leaf.indent > whole.indent
        and not leaf.gap
        and not leaf.url
    )
    return (full or hangs) and not (_labels(leaf.text) or ends_with_day(last.text) or _LED.search(last.text))


def _standing(kept: list[Leaf]) -> set[int]:
    """How far those lines without a sign are set in that cannot go on with what is above: a table, or its caption."""
    plain = ((above, leaf) for above, leaf in pairwise(kept) if not leaf.key and leaf.indent and not _labels(leaf.text))
    return {leaf.indent for above, leaf in plain if leaf.gap or above.key == "table" or is_labelled(above.text)}


def _hangs(whole: Leaf, last: Leaf, leaf: Leaf) -> bool:
    """Whether a line is set in to where the words of the one above begin, behind its sign: they are one paragraph."""
    if (
        not whole.key
        or whole.key in ASIDES
        or leaf.key
        or leaf.gap
        or "table" in (whole.key, last.key)
        or leaf.box != last.box
        or leaf.edge
    ):
        return False
    behind = whole.indent + width(whole.text[: len(whole.text) - len(whole.words)])
    if abs(leaf.indent - behind) > 1 or leaf.indent <= whole.indent or last.columns < _LEAST_COLUMNS or leaf.url:
        return False
    if last.columns + 1 + width(leaf.text.split(" ", 1)[0]) < leaf.columns:
        return False  # there was room for its first word
    return not (leaf.shape or leaf.tag or last.url or _labels(leaf.text) or ends_with_day(last.text))


def _is_full(last: Leaf, leaf: Leaf, wide: int) -> bool:
    """Whether the first word of a line had no room in the one above; Chinese is broken anywhere, marks are not."""
    chinese = _HANZI.match(last.text[-1:]) is not None or _HANZI.match(leaf.text) is not None
    words = leaf.text.split(" ", 2)
    carried = len(words) > 1 and _MARKING.match(words[1]) is not None
    first = min(width(" ".join(words[: 1 + carried])), wide)
    slack = _RAGGED if not finished(last.text) else 6 if chinese else 0
    return last.columns + 1 + first > wide - slack


def finished(text: str) -> bool:
    """Whether a line may end a statement: with a full stop, in a verb, or in a noun made of one (들어옴, 지음)."""
    return _FINISHED.search(text) is not None or states(text)


def _only_looks_counted(whole: Leaf, leaf: Leaf) -> bool:
    """Whether a number that opens a line is a figure of a sentence: it is not the next one, and has no zero before."""
    counts = leaf.key in ("1", "No. 1") and not leaf.text.startswith("0") and not leaf.gap
    return counts and leaf.number != (whole.number or 0) + 1


_FRONT = 3
"""The part of the lines in which a contents page stands: the first third."""
_ALIKE = 9
_FEW_AGAIN = 3
"""Letters at the beginning of a line that is said again, and the times that it is said at the most."""
_BARRED = lazily(r"^[^|│┃｜]{1,14}[|│┃｜]\s*")
_TERM = lazily(r"^[^:：.]{1,20}[:：]\s")
_MARKING = lazily(r"출처|자료|원문|참고|작성|담당|발행|표$|그림$|[\d(①-⑳「『\[<〈《【‘“'\"]")
"""What no line is begun with where lines are broken, so that the word before it is carried over too."""
_FINISHED = lazily(r"[.!?。…:：)\]」』”’다요]$|[가-힣]{2}[시월년일]$")
_RAGGED = 8
"""Columns by which a line may be short that breaks off in a sentence."""
_HANZI = lazily(r"[一-鿿]")
_OUTLET = lazily(r"^\([^\d()].*\d\)$")
_ASIDE = lazily(r"^\((?:[^\d()].*\d|[’']?[\d./월 ]{3,10}일?\.?)\)$")
"""An outlet and its day, or a day alone, where a line was broken before them."""
_LABEL = lazily(
    r"^(?:출처|자료|원문|작성자|담당|글|URL|링크|Source|참고)\s?[:：)]|^[(\[]?(?:출처|자료|사진)[)\]]", re.IGNORECASE
)
_LED = lazily(r"(?:(?<![.·…‥])[.·…‥]{3,}+\s*+|\t[^\S\t]*+)\d{1,3}$")
"""An entry of a contents page, with its page."""


def _labels(text: str) -> bool:
    return says_what_it_is(text) or _LABEL.match(text) is not None or count(text) > 0


def _join(whole: Leaf, last: Leaf, leaf: Leaf, tight: bool) -> Leaf:
    inside = "가" <= last.text[-1:] <= "힣" and "가" <= leaf.text[:1] <= "힣"
    chinese = _HANZI.match(last.text[-1:]) is not None and _HANZI.match(leaf.text) is not None
    glue = "" if (tight and inside) or chinese or last.url else " "
    return with_line(whole, leaf, glue)
