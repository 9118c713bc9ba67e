"""Sections and headlines: what stands where one article has ended and another begins, again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from donghyang.language.patterns import lazily
from donghyang.report.grammar import ANY_DAY
from donghyang.report.induction.entries import Frame
from donghyang.report.induction.heads import day_ahead, label_kind
from donghyang.report.induction.leaf import ASIDES, Leaf
from donghyang.report.induction.sections import Head, Part, Signature, sections, titles_of
from donghyang.report.induction.shapes import bare_of, shape_of, without_address
from donghyang.report.induction.words import (
    author_of,
    is_about,
    is_service,
    opens_note,
    opens_references,
    says_what_it_is,
    source_of,
)
from donghyang.report.labels import is_labelled
from donghyang.report.statements import is_written

_LABELLED_ONE = lazily(r"^[가-힣A-Za-z]+(?= 1$)")
"""The label before a number that stands alone, which names a section: 정책 1, 기술 1."""
_LONGEST = 110
_SHORTEST = 6
_CATEGORY = 12
_SEVERAL = 3
"""Entries that a contents page has at the least, to be taken for the whole of what the body tells."""
_TRIED = 4
"""Kinds of lines that are tried as the headlines of a whole report."""
_MOST_KINDS = 40
"""Kinds of lines that are tried as headlines where no title tells."""
_GATHERS = lazily(r" (?:외|등) ?[0-9]{1,2} ?(?:건|편|꼭지)\s*$")
"""An entry that stands for the articles behind its own as well: '돌봄로봇 대여 개시 외 3건'."""


@dataclass(frozen=True)
class _Body:
    """The part of a report in which its articles stand."""

    leaves: list[Leaf]
    places: list[int]
    known: set[int]
    """The lines that the contents page says."""
    complete: bool
    """Whether it says all that the body says."""
    may_head: frozenset[int]
    """The lines that may be headlines, whatever parts the body."""


def outlines(leaves: list[Leaf], frame: Frame, gone: set[int]) -> Iterator[list[Part]]:
    """The sections with their headlines, one without a title where none are printed; the likeliest first.

    Then the others: below each choice of titles the headlines that the first line below them tells, and those of one
    kind of line throughout. `gone` is no part of the body.
    """
    places = [at for at in range(frame.start, len(leaves)) if at not in gone]
    known = {entry.target for entry in frame.contents if entry.target >= 0}
    may_head = frozenset(at for at in places if _can_head(leaves, at))
    gathered = any(_GATHERS.search(entry.leaf.text) for entry in frame.contents)
    complete = len(known) >= _SEVERAL and len(known) == len(frame.contents) and not gathered
    body = _Body(leaves, places, known, complete, may_head)
    seen: list[list[tuple[int, ...]]] = []
    for titles in titles_of(leaves, places, frame, known):
        for kind in (None, *_throughout(body)):
            parts = _outline(body, sections(titles, places), kind)
            told = [tuple(head.title for head in part.heads) for part in parts]
            if told not in seen:
                seen.append(told)
                yield parts


def _throughout(body: _Body) -> list[Signature]:
    """The kinds of lines that part the whole body best into articles."""
    rows: dict[Signature, list[int]] = {}
    for at in body.places:
        if at in body.may_head:
            rows.setdefault(_kind(body.leaves, at, body.places[0]), []).append(at)
    worth = {
        kind: _worth(body.leaves, [Head(at, at, body.leaves[at].number) for at in places], body.places, ())
        for kind, places in rows.items()
        if len(places) >= _SEVERAL and any(kind)
    }
    return sorted(worth, key=lambda kind: -worth[kind])[:_TRIED]


def _outline(body: _Body, parts: list[Part], kind: Signature | None) -> list[Part]:
    """The sections with their headlines, of one `kind` where it is told."""
    leaves, places = body.leaves, body.places
    if not parts:
        parts = [Part(None, (), [], places[0] if places else 0, (places[-1] + 1) if places else 0)]
    last = 0
    for part in parts:
        part.heads = _headlines(body, part, kind, last)
        last = next((head.number for head in reversed(part.heads) if head.number), last)
    ways = {
        leaves[part.at[0]].key for part in parts if part.heads and part.at and leaves[part.at[0]].number is not None
    }
    first = next((at for at, part in enumerate(parts) if part.heads), len(parts))
    return [
        part
        for at, part in enumerate(parts)
        if part.heads or (at > first and part.at and leaves[part.at[0]].key in ways)
    ]


def _headlines(body: _Body, part: Part, only: Signature | None, last: int) -> list[Head]:
    """The headlines of a section: lines like the one that stands first below its title, or of the kind `only`.

    `last`: the number of the headline above.
    """
    leaves = body.leaves
    inside = {*body.places}
    places = [at for at in range(part.start, part.end) if at in inside]
    mine = [at for at in places if at in body.known]
    kinds = _kinds(body, places, mine, part.title is not None)
    alike = (at for at in places if only and at in body.may_head and _kind(leaves, at, places[0]) == only)
    if only is not None and (first := next(alike, None)) is not None:
        kinds = [(only, first)]
    if mine and body.complete and not any(kinds[0][0]):
        return [Head(at, at) for at in mine]  # nothing marks headlines, so that none but these are sure
    best: list[Head] = []
    points = -1.0
    for kind in kinds:
        heads = _members(body, places, kind, mine, last)
        worth = _worth(leaves, heads, places, mine)
        if worth > points:
            best, points = heads, worth
    return [_with_category(leaves, head, part) for head in best]


def _kinds(body: _Body, places: list[int], mine: list[int], titled: bool) -> list[tuple[Signature, int]]:
    """The kinds of lines that may be headlines, each with its first one; below a title only the first line's."""
    leaves = body.leaves
    if mine:
        usual = Counter(_kind(leaves, at, places[0]) for at in mine).most_common(1)[0][0]
        return [(usual, next(at for at in mine if _kind(leaves, at, places[0]) == usual))]
    first = next((at for at in places if at in body.may_head), None)
    if titled:
        return [] if first is None else [(_kind(leaves, first, places[0]), first)]
    found: dict[Signature, int] = {}
    for at in places:
        if at in body.may_head:
            found.setdefault(_kind(leaves, at, places[0]), at)
    return [*found.items()][:_MOST_KINDS]


def _kind(leaves: list[Leaf], at: int, start: int) -> Signature:
    """The signature of a headline; that of the number above it where this stands alone.

    `start`: where its section begins.
    """
    above = leaves[at - 1] if at > start else None
    if above is not None and not above.words and above.number is not None and above.key != "Ⅰ":
        return (_LABELLED_ONE.sub("_", above.key), "alone", False, False)
    key, shape, bold, ruled = leaves[at].signature
    if not key and above is not None and not leaves[at].gap and (label := label_kind(above)) and any(label):
        return "", f"below {label}", bold, False
    if not shape and day_ahead(leaves[at].words, ANY_DAY)[1]:
        shape = "behind a day"
    return key, shape if shape != "(" else "", bold, ruled


def _can_head(leaves: list[Leaf], at: int) -> bool:
    leaf = leaves[at]
    words = bare_of(leaf.words)
    if leaf.key in ("table", *ASIDES) or not _SHORTEST <= len(words) <= _LONGEST or leaf.edge:
        return False
    if is_written(words) or is_service(leaf.text) or says_what_it_is(leaf.text):
        return False
    if leaf.shape in ("[", "〔", "<", "(") and len(words) <= _CATEGORY:
        return False
    if leaf.url and shape_of(without_address(leaf.text)):
        return False
    return (leaf.url is None or len(words) > len(leaf.url) + 12) and not _names_table(leaves, at)


def _names_table(leaves: list[Leaf], at: int) -> bool:
    """Whether a line names the table right below it: no caption stands below that, and no room between the two where
    the line is counted."""
    table, caption = leaves[at + 1] if at + 1 < len(leaves) else None, leaves[at + 2] if at + 2 < len(leaves) else None
    if table is None or table.key != "table" or (table.gap and leaves[at].number is not None):
        return False
    return caption is None or not is_labelled(caption.text)


def _members(body: _Body, places: list[int], kind: tuple[Signature, int], mine: list[int], last: int) -> list[Head]:
    """The headlines of one kind, in turn where they count, led alike where nothing marks them."""
    leaves = body.leaves
    signature, first = kind
    plain = not any(signature)
    led = _led(leaves, first)
    sure = set(mine)
    out: list[Head] = []
    expected: int | None = None
    margin = leaves[first].indent
    for at in places:
        if (at < first or at not in body.may_head or _kind(leaves, at, places[0]) != signature) and at not in sure:
            continue
        alone = signature[1] == "alone"
        number = leaves[at - 1].number if alone else leaves[at].number
        if signature[0] and number is not None and at not in sure:
            if expected is None and number not in (1, last + 1) and at != first:
                continue
            turned = alone and number == 1 and out and leaves[at - 1].key != leaves[out[-1].at].key
            if expected is not None and number != expected and not turned:
                continue
            if leaves[at].indent > margin + 1:
                continue
        if plain and at not in sure and at != first and not (leaves[at].gap and _led(leaves, at) == led):
            continue
        if plain and at not in sure and leaves[at].indent > margin + 1:
            continue
        expected = number + 1 if number is not None else None
        out.append(Head(at - 1 if alone else at, at, number))
    return out


def _led(leaves: list[Leaf], at: int) -> tuple[str, bool]:
    """What opens the line below a headline, past its day, its category and its author."""
    below = at + 1
    while below < len(leaves) and leaves[below].key != "table" and is_about(leaves[below].text):
        below += 1
    if below >= len(leaves):
        return "", False
    leaf = leaves[below]
    if leaf.key != "table" and (leaf.url or source_of(leaf.text)):
        return "source", False
    return leaf.key or leaf.tag or leaf.shape, leaf.box is not None


def _worth(leaves: list[Leaf], heads: list[Head], places: list[int], mine: Iterable[int]) -> float:
    """How well headlines part their section: each has an article below it that ends where the next one begins."""
    if not heads or not places:
        return -1.0
    titles = [head.title for head in heads]
    ends = [*(head.at for head in heads[1:]), places[-1] + 1]
    good = 0.0
    for title, end in zip(titles, ends, strict=True):
        inner = range(title + 1, end)
        lists = _lists(leaves, inner)
        closed = bool(inner) and any(_closes(leaves[at]) for at in inner[-3:])
        good += (len(inner) > 2) + (lists == 1) + closed - (lists > 2)
    led = Counter(_led(leaves, title) for title in titles).most_common(1)[0][1]
    counted = all(head.number is not None for head in heads)
    share = good / (3 * len(heads))
    missed = (titles[0] - places[0]) / max(1, len(places))
    found = sum(at in titles for at in mine)
    return share + led / len(heads) + 0.5 * counted + 0.3 * min(len(heads), 5) / 5 - 2 * missed + found


def _lists(leaves: list[Leaf], inner: range) -> int:
    """How many lists of references stand in a stretch."""
    heads = sum(opens_references(leaves[at].text) for at in inner if leaves[at].key != "table")
    if heads:
        return heads
    runs, near = 0, -9
    for at in inner:
        if leaves[at].url:
            runs += at - near > 3
            near = at
    return runs


def _closes(leaf: Leaf) -> bool:
    return leaf.url is not None or author_of(leaf.text) is not None


def _with_category(leaves: list[Leaf], head: Head, part: Part) -> Head:
    """The head with the category in brackets that stands above it."""
    above = leaves[head.at - 1] if head.at > part.start else None
    if (
        above is not None
        and not any(map(str.isdigit, above.text))  # an outlet and its day, which end the article above
        and above.shape in ("[", "〔", "<", "【", "〈")
        and len(bare_of(above.words)) <= _CATEGORY
        and not above.key
    ) and not (opens_references(above.text) or opens_note(above.text)):
        return Head(head.at - 1, head.title, head.number, bare_of(above.words))
    return head
