"""Printed lines -> leaves: page furniture and rules left out, frames taken off, broken lines joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from donghyang.language.patterns import lazily
from donghyang.records import Span
from donghyang.report.grammar import ends_with_day, role_of, split_marker
from donghyang.report.induction.boxes import Boxes, boxes
from donghyang.report.induction.drawn import with_drawn
from donghyang.report.induction.fields import count
from donghyang.report.induction.furniture import furniture, is_rule
from donghyang.report.induction.rooms import grid_of, parted, width
from donghyang.report.induction.shapes import ADDRESS, address_in, shape_of
from donghyang.report.induction.words import (
    author_of,
    category_of,
    day_line,
    is_labelled,
    opens_note,
    opens_references,
    source_of,
)
from donghyang.report.layout.openers import Opener, opener_of
from donghyang.report.markup import clean
from donghyang.report.stream import Line

_ROMAN_SMALL = lazily(r"^(?P<n>[ⅰ-ⅹ])[.)]\s*(?=\S)")
_REMARK = lazily(r"^주\s?\d{0,2}\)\s*(?=\S)")
_TAG = lazily(r"^(?P<tag>[\[【<〈〔｢]\s*[가-힣A-Za-z ]{1,10}\s*[\]】>〉〕｣])\s*(?=\S)")
_LEAST_BROKEN = 5
_FEW_BROKEN = 3
"""Full lines that go on below, where some lines are wider than the column, and where none is."""
_PRINTED = lazily(r"[^\r\n]+")
_NARROW = 110
_LEAST_ROWS = 3
_LEAST_COLUMNS = 30
_NEAR = 14
"""Columns by which a full line may be short."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A logical line: one or several printed lines, or one table."""

    at: tuple[int, ...]
    """The places of its lines in the stream."""
    line: Line
    opener: Opener
    indent: int
    gap: int
    """Blank lines above it; a large number at the top."""
    bold: bool = False
    box: int | None = None
    """The frame that it stands in, by its number."""
    edge: bool = False
    """Whether it is the title in the upper edge of its frame."""
    ruled: bool = False
    """Whether a rule stands right below it."""
    paged: bool = False
    """Whether a page ends above it."""
    columns: int = 0
    """How wide its line is printed."""

    @property
    def key(self) -> str:
        """The class of its opener; "table" for tables."""
        return self.opener.key

    @property
    def words(self) -> str:
        """The words behind the opener."""
        return self.opener.words

    @property
    def number(self) -> int | None:
        """The number of the opener."""
        return self.opener.number

    @property
    def text(self) -> str:
        """The whole line as printed."""
        return self.line.raw

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.line.span

    @property
    def shape(self) -> str:
        """The bracket around all words, a day behind them left out; "" where there is none."""
        return shape_of(self.words)

    @property
    def tag(self) -> str:
        """The short words in brackets that open the words."""
        found = _TAG.match(self.words)
        return found["tag"] if found else ""

    @property
    def url(self) -> str | None:
        """The address in it."""
        found = None if self.key == "table" else address_in(self.text)
        return found[0] if found else None

    @property
    def signature(self) -> tuple[str, str, bool, bool]:
        """What lines of one kind have in common, beside their place."""
        plain = not self.key and not self.shape and not self.bold
        return self.key, self.shape, self.bold, (plain and self.ruled) or self.box is not None


def leaves(lines: list[Line], text: str) -> list[Leaf]:
    """The leaves of a stream; `text` is the document's."""
    places, lines = with_drawn(lines, [*range(len(lines))], text)
    places, lines = _untabbed(lines, places, text)
    gone = furniture(lines)
    framed = boxes(lines, gone)
    found = _joined(_tabled(_kept(lines, text, gone, framed), text), framed)
    return [replace(leaf, at=tuple(dict.fromkeys(places[at] for at in leaf.at))) for leaf in found]


def _untabbed(lines: list[Line], origins: list[int], text: str) -> tuple[list[int], list[Line]]:
    """The lines, with rows taken for lines in which tabs only set words in, and the places that they come from."""
    places: list[int] = []
    out: list[Line] = []
    for at, line in zip(origins, lines, strict=True):
        rows = line.grid.rows if line.grid is not None else ()
        tabbed = bool(rows) and all(sum(bool(cell.text) for cell in row) < 2 for row in rows)
        if not tabbed or "\t" not in text[slice(*line.span)]:
            places.append(at)
            out.append(line)
            continue
        for found in _PRINTED.finditer(text, *line.span):
            if words := clean(found[0]):
                marker, rest = split_marker(words)
                bare = Line(rest or words, marker if rest else "", role_of(marker if rest else ""), 0, found.span())
                places.append(at)
                out.append(bare)
    return places, out


def leaf_of(at: tuple[int, ...], line: Line, gap: int, **more: bool | int | None) -> Leaf:
    """The leaf of one line."""
    return Leaf(at, line, _opener(line), line.indent, gap, **more)  # type: ignore[arg-type]


def reworded(leaf: Leaf, text: str) -> Leaf:
    """The leaf with other words, marker and all."""
    marker, rest = split_marker(text)
    marker, rest = (marker, rest) if rest else ("", text)
    line = replace(leaf.line, text=rest, marker=marker, role=role_of(marker), grid=None)
    return replace(leaf, line=line, opener=_opener(line))


def _opener(line: Line) -> Opener:
    if line.grid is None and line.role is None:
        if found := _ROMAN_SMALL.match(line.text):
            return Opener("ⅰ", ord(found["n"]) - ord("ⅰ") + 1, line.text[found.end() :])
        if found := _REMARK.match(line.text):
            return Opener("주", None, line.text[found.end() :])
        if line.text and shape_of(line.text) == line.text[0] and not re.match(r"^[\[<(【]\s*\d", line.text):
            return Opener("", None, line.text)
    return opener_of(line)


def _kept(lines: list[Line], text: str, gone: set[int], framed: Boxes) -> list[Leaf]:
    out: list[Leaf] = []
    paged, skipped = False, 0
    for at, line in enumerate(lines):
        if at in gone:
            skipped += 1
            if is_rule(line):
                if out and text.count("\n", out[-1].span[1], line.span[0]) <= 1:
                    out[-1] = replace(out[-1], ruled=True)
            else:
                paged = True
            continue
        if at in framed.edges and framed.titles.get(at) is None:
            skipped += 1
            continue
        gap = 9 if not out else max(0, text.count("\n", out[-1].span[1], line.span[0]) - 1 - skipped)
        raw = text[slice(*line.span)].strip() if line.grid is None else ""
        bold = raw.startswith("**") and _mostly_bold(raw)
        if at in framed.edges:
            made = replace(line, text=framed.titles[at] or "", marker="", role=None)
            leaf = leaf_of((at,), made, gap + 1, box=framed.of[at], edge=True)
        elif at in framed.of and line.grid is None:
            inner = framed.inner[at]
            leaf = replace(reworded(leaf_of((at,), line, 0), inner), gap=gap, box=framed.of[at])
        else:
            leaf = leaf_of((at,), line, gap)
            if raw.count("**") == 1:
                leaf = reworded(leaf, clean(raw.replace("**", "")))
        opened = raw.startswith("**") and raw.count("**") == 1
        columns = _NARROW if opened else width(leaf.text if leaf.box is not None else text[slice(*line.span)].rstrip().expandtabs(4))
        indent = _indent(text[slice(*line.span)]) if line.grid is None else 0
        paged = paged or "\f" in text[out[-1].span[1] if out else 0 : line.span[0] + 1]
        out.append(replace(leaf, indent=indent, bold=bold, paged=paged, columns=columns))
        paged, skipped = False, 0
    return out


def _indent(raw: str) -> int:
    """Columns of white space before the words; where a page ends in it, only what stands behind counts."""
    bare = raw[raw.rfind("\f") + 1 :]
    return width(bare[: len(bare) - len(bare.lstrip())].expandtabs(4))


def _mostly_bold(raw: str) -> bool:
    end = raw.find("**", 2)
    return end < 0 or 2 * end > len(raw)


def _tabled(kept: list[Leaf], text: str) -> list[Leaf]:
    """The leaves with rows whose cells are parted by room made into tables."""
    out: list[Leaf] = []
    at = 0
    while at < len(kept):
        end = at
        while end < len(kept) and _is_row(kept[end]) and (end == at or not kept[end].gap):
            end += 1
        if end - at >= _LEAST_ROWS and (grid := grid_of([leaf.span for leaf in kept[at:end]], text)):
            line = Line(text[slice(*grid.span)], "", None, 0, grid.span, grid)
            at_ = tuple(place for leaf in kept[at:end] for place in leaf.at)
            out.append(replace(leaf_of(at_, line, kept[at].gap), paged=kept[at].paged))
            at = end
        else:
            out.append(kept[at])
            at += 1
    return out


def _is_row(leaf: Leaf) -> bool:
    return leaf.line.grid is None and leaf.box is None and not leaf.url and parted(leaf.text)


# ---------------------------------------------------------------- broken lines


def _joined(kept: list[Leaf], framed: Boxes) -> list[Leaf]:
    column = _column(kept)
    tight = column and _breaks_words(kept, column)
    apart = any(_OUTLET.match(b.text) and not _is_full(a, b, column) for a, b in pairwise(kept) if not b.gap)
    out: list[Leaf] = []
    last: Leaf | None = None
    for leaf in kept:
        aside = apart and _OUTLET.match(leaf.text) is not None
        wide = framed.widths.get(leaf.box, 0) if leaf.box is not None else column
        if last is not None and out and wide and not aside and _goes_on(out[-1], last, leaf, wide):
            out[-1] = _join(out[-1], last, leaf, bool(tight) or leaf.box is not None)
        else:
            out.append(leaf)
        last = leaf
    return out


def _column(kept: list[Leaf]) -> int:
    """The width of the column that the text is set in, 0 where its lines are whole paragraphs.

    It is the one at which most lines are full where another one goes on, and hardly a line is wider.
    """
    steps = [0] * (_NARROW + 2)
    lines = 0
    for above, leaf in pairwise(kept):
        if above.box is not None or leaf.box is not None or leaf.key == "table" or above.key == "table":
            continue
        if not leaf.url and not _LED.search(leaf.text) and leaf.columns > 0:
            steps[0] -= 1
            steps[min(leaf.columns, _NARROW)] += 1
            lines += 1
        first = width(leaf.text.split(" ", 1)[0])
        goes_on = not leaf.key and not leaf.gap and not leaf.url and not leaf.shape and not _labels(leaf.text)
        if goes_on and _LEAST_COLUMNS < above.columns < _NARROW:
            steps[above.columns] += 2
            steps[min(above.columns + first + 1, _NARROW)] -= 2
    sums = [*accumulate(steps)]
    best = max(range(_LEAST_COLUMNS, _NARROW), key=lambda wide: (sums[wide], -wide))
    near = [(a, b) for a, b in pairwise(kept) if best - _NEAR <= a.columns <= best and b.box is None]
    broken = sum(_goes_on(a, a, b, best) for a, b in near if _is_full(a, b, best))
    wider = sum(leaf.columns > best and not leaf.url and leaf.key != "table" for leaf in kept)
    least = max(_LEAST_BROKEN, lines // 16) if wider else _FEW_BROKEN
    return best if broken >= least and 12 * wider <= lines else 0


def _breaks_words(kept: list[Leaf], wide: int) -> bool:
    full = [a.columns >= wide - 1 for a, b in pairwise(kept) if _goes_on(a, a, b, wide)]
    return 5 * sum(full) >= 4 * len(full)


def _goes_on(whole: Leaf, last: Leaf, leaf: Leaf, wide: int) -> bool:
    """Whether a line goes on with the one above: that one is full, and this one opens nothing of its own."""
    if leaf.key == "table" or whole.key == "table" or leaf.box != last.box or last.edge or leaf.edge or leaf.bold:
        return False
    if (leaf.gap and not leaf.paged) or len(whole.at) > 60:
        return False
    if leaf.key and not _only_looks_counted(whole, leaf):
        return False
    full = _is_full(last, leaf, wide)
    if ADDRESS.match(leaf.text.lstrip("<(→ ")) or (leaf.shape and not (full and _ASIDE.match(leaf.text))):
        return False
    if leaf.tag or (leaf.url and leaf.text.startswith(("[", "【"))):
        return False
    if last.url and last.text.rstrip(")>]").endswith(last.url.rstrip(")")):
        return bool(re.fullmatch(r"[!-~]+", leaf.text)) and last.columns >= wide - 1
    hangs = bool(whole.key) and not whole.bold and 2 * last.columns > wide and leaf.indent > whole.indent and not leaf.gap and not leaf.url
    return (full or hangs) and not (_labels(leaf.text) or ends_with_day(last.text) or _LED.search(last.text))


def _is_full(last: Leaf, leaf: Leaf, wide: int) -> bool:
    """Whether the first word of a line had no room in the one above; Chinese is broken anywhere, marks are not."""
    chinese = _HANZI.match(last.text[-1:]) is not None or _HANZI.match(leaf.text) is not None
    words = leaf.text.split(" ", 2)
    carried = len(words) > 1 and _MARKING.match(words[1]) is not None
    first = min(width(" ".join(words[: 1 + carried])), wide)
    return last.columns + 1 + first > wide - (6 if chinese else 0)


def _only_looks_counted(whole: Leaf, leaf: Leaf) -> bool:
    """Whether a number that opens a line is a figure of a sentence: it is not the next one, and has no zero before."""
    counts = leaf.key in ("1", "No. 1") and not leaf.text.startswith("0") and not leaf.gap
    return counts and leaf.number != (whole.number or 0) + 1


_MARKING = lazily(r"출처|자료|원문|참고|작성|담당|발행|표$|그림$|[\d(①-⑳「『\[<〈《【‘“'\"]")
"""What no line is begun with where lines are broken, so that the word before it is carried over too."""
_HANZI = lazily(r"[一-鿿]")
_OUTLET = lazily(r"^\([^\d()].*\d\)$")
_ASIDE = lazily(r"^\((?:[^\d()].*\d|[’']?[\d./월 ]{3,10}일?\.?)\)$")
"""An outlet and its day, or a day alone, where a line was broken before them."""
_LABEL = lazily(
    r"^(?:출처|자료|원문|작성자|담당|글|URL|링크|Source|참고)\s?[:：)]|^[(\[]?(?:출처|자료|사진)[)\]]", re.IGNORECASE
)
_LED = lazily(r"(?:[.·…‥]{3,}|\t)\s*\d{1,3}$")
"""An entry of a contents page, with its page."""


def _labels(text: str) -> bool:
    if opens_note(text) or opens_references(text) or is_labelled(text):
        return True
    about = source_of(text) or author_of(text) or category_of(text) or day_line(text)
    return bool(about) or _LABEL.match(text) is not None or count(text) > 0


def _join(whole: Leaf, last: Leaf, leaf: Leaf, tight: bool) -> Leaf:
    inside = "가" <= last.text[-1:] <= "힣" and "가" <= leaf.text[:1] <= "힣"
    chinese = _HANZI.match(last.text[-1:]) is not None and _HANZI.match(leaf.text) is not None
    glue = "" if (tight and inside) or chinese or last.url else " "
    line = replace(whole.line, text=f"{whole.line.text}{glue}{leaf.text}", span=(whole.span[0], leaf.span[1]))
    opener = Opener(whole.key, whole.number, f"{whole.words}{glue}{leaf.text}")
    return replace(whole, at=whole.at + leaf.at, line=line, opener=opener, ruled=leaf.ruled)
