"""The contents page: where it ends, and its entries."""

from __future__ import annotations

import re
from collections.abc import Set

from donghyang.language.nearness import letters
from donghyang.records import ContentsEntry, SectionKind
from donghyang.report.grammar import ends_with_day, section_kind
from donghyang.report.layout.pages import Item
from donghyang.report.layout.titles import section_title

_LEADERS = re.compile(r"(?:(?<![.·…‥⋯])[.·…‥⋯]{2,}+\s*+|(?<!\s)(?:\s{2,}+|\t))\d{1,3}$")
_CATEGORY = re.compile(r"^[\[(【<〈]\s*(?P<category>[^\[\]()【】<>〈〉]{1,12})\s*[\])】>〉]\s*(?P<headline>\S.*)$")
_CATEGORY_LENGTH = 16
_HEADLINE_LENGTH = 10
"""Letters from which on a line that stands twice is a headline and no label."""
_LONGEST_ENTRY = 90
"""Letters; longer lines are sentences."""
_NEAR = 4
"""Items below a title that comes again within which another entry comes again."""


def title_of(item: Item) -> str | None:
    """The title of a section that an item says, on a contents page or in the body; None for any other item."""
    if item.key == "table" or item.line.role in ("dash", "dot", "annotation", "literal"):
        return None
    return section_title(entry_of(item))


def entry_of(item: Item) -> str:
    """The words of an item without the dots that lead to a page number."""
    return _LEADERS.sub("", item.words.strip()).strip()


# ---------------------------------------------------------------- where it ends


def body_start(items: list[Item], mark: int, end: int, titles: Set[int]) -> int | None:
    """The place where the entries of the contents page titled at `mark` begin to come again.

    None where none of them comes again before `end`. `titles` are the places of section titles.
    """
    said: set[str] = set()
    for at in range(mark + 1, end):
        words = letters(entry_of(items[at])) if items[at].key != "table" else ""
        if words in said and _comes_again(items, at, said, titles):
            return _with_title(items, at, mark + 2, titles)
        if words:
            said.add(words)
    return None


def _comes_again(items: list[Item], at: int, said: set[str], titles: Set[int]) -> bool:
    """Whether a line seen before opens the body: it is a headline, or another entry or a lead comes soon below it."""
    if len(letters(items[at].words)) >= _HEADLINE_LENGTH and at not in titles:
        return True
    below = items[at + 1 : at + 1 + _NEAR]
    return any(item.line.role == "lead" or letters(entry_of(item)) in said for item in below if item.words)


def _with_title(items: list[Item], at: int, first: int, titles: Set[int]) -> int:
    """The place of a headline, or of the number and the section title that stand above it."""
    if at > first and not items[at - 1].words:
        at -= 1
    return at - 1 if at > first and at - 1 in titles and items[at - 1].gap else at


# ---------------------------------------------------------------- its entries


def read_contents(
    items: tuple[Item, ...], headlines: list[str], titles: list[str]
) -> tuple[list[tuple[Item, ContentsEntry]], list[Item]]:
    """The entries of the contents page with their lines, and the lines behind it that are no entries.

    `headlines` and `titles` are those of the body.
    """
    kind: SectionKind = "policy"
    category: str | None = None
    opened = {letters(title) for title in titles}
    listed = any(item.key for item in items if title_of(item) is None and letters(entry_of(item)) not in opened)
    known = {letters(headline) for headline in headlines}
    found: list[tuple[Item, ContentsEntry]] = []
    behind: list[Item] = []
    for at, item in enumerate(items):
        words = entry_of(item)
        follower = items[at + 1] if at + 1 < len(items) else None
        title = title_of(item) or (words if letters(words) in opened - known else None)
        if title:
            kind, category = section_kind(title), None
        elif _names_category(item, follower, listed=listed, known=known):
            category = words
        elif words and not words.isdigit() and _is_entry(item, listed=listed):
            found.append((item, ContentsEntry(kind, category, words, span=item.line.span)))
        elif words and not words.isdigit():
            behind.append(item)
    return _with_bracketed(found), behind


def _is_entry(item: Item, *, listed: bool) -> bool:
    """Whether an item may be an entry: no table, remark, or long or dated sentence."""
    if (
        item.key in ("table", "※")
        or item.line.role == "annotation"
        or (listed and not item.key and item.words[-1:] == ".")
    ):
        return False
    return len(item.words) <= _LONGEST_ENTRY and not ends_with_day(item.words)


def _names_category(item: Item, follower: Item | None, *, listed: bool, known: set[str]) -> bool:
    if item.key or follower is None or len(item.words) > _CATEGORY_LENGTH or letters(item.words) in known:
        return False
    return bool(follower.key) if listed else follower.indent > item.indent


def _with_bracketed(found: list[tuple[Item, ContentsEntry]]) -> list[tuple[Item, ContentsEntry]]:
    """Entries of a section that all open with a bracket have their category in it."""
    out = []
    bare = {entry.section for _, entry in found if not _CATEGORY.match(entry.headline)}
    for item, entry in found:
        bracket = _CATEGORY.match(entry.headline)
        if bracket and entry.category is None and entry.section not in bare:
            entry = ContentsEntry(entry.section, bracket["category"], bracket["headline"], span=entry.span)
        out.append((item, entry))
    return out
