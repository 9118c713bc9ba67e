"""The contents page: what its lines may say, and its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import ContentsEntry, SectionKind
from donghyang.report.grammar import ends_with_day, section_kind
from donghyang.report.layout.openers import opener_of
from donghyang.report.layout.pages import Item
from donghyang.report.layout.titles import section_title
from donghyang.report.stream import Line

_LEADERS = lazily(
    r"(?:(?<![.·…‥⋯])[.·…‥⋯]{2,}+\s*+|(?<![-─―—_])[-─―—_]{3,}+\s*+|(?<!\s)(?:\s{2,}+|\t))(?:(?:p|no)\.?\s?)?\d{1,3}\s?(?:쪽|면|p)?$",
    re.IGNORECASE,
)
_TAGGED = lazily(r"^(?P<headline>\S.*\S)\s+#(?P<category>[^\s#]{1,12})$")
"""An entry with its category as a tag behind it."""
_CATEGORY = lazily(r"^[\[(【<〈]\s*(?P<category>[^\[\]()【】<>〈〉]{1,12})\s*[\])】>〉]\s*(?P<headline>\S.*)$")
_BEHIND = lazily(r"^(?P<headline>\S.*\S)\s*[\[(【<〈]\s*(?P<category>[^\[\]()【】<>〈〉]{1,12})\s*[\])】>〉]$")
_BEFORE_COLON = lazily(r"^(?P<category>[^\s:：][^:：]{0,11})\s*[:：]\s*(?P<headline>\S.*)$")
_BARS = lazily(r"(?:(?<!\s)\s+)?[|│┃║｜∥‖ㅣ]\s*|(?<!\s)\s+[^\w\s\"'“”‘’「」『』《》〈〉()（）<>\[\]【】{},.:;!?%]\s+")
"""A drawn bar, or any sign with room on both sides."""
_COUNTED = lazily(r"^\D{0,8}\d{1,2}\s?[~∼～–-]\s?\d{1,2}$")
"""What numbers several entries at once (단신 1~5)."""
_PAGE = lazily(r"^(?:p\.?\s?)?\d{1,3}\s?(?:쪽|면|p)?$", re.IGNORECASE)
_PAGE_BEHIND = lazily(r"(?:(?<=[^\s\d])|(?<=\d\s))\s*+[(\[]?(?:p\.?\s?)?\d{1,3}\s?(?:쪽|면|p)?[)\]]?$", re.IGNORECASE)
_CATEGORY_LENGTH = 16
LONGEST_ENTRY = 90
"""Letters; longer lines are sentences."""


def title_of(item: Item) -> str | None:
    """The title of a section that an item says, on a contents page or in the body; None for any other item."""
    if item.key == "table" or item.line.role in ("dash", "dot", "annotation", "literal"):
        return None
    return section_title(entry_of(item))


def entry_of(item: Item) -> str:
    """The words of an item without the dots that lead to a page number."""
    return entry_of_words(item.words)


def entry_of_words(words: str) -> str:
    """Words without the dots that lead to a page number."""
    return _LEADERS.sub("", words.strip()).strip()


@lru_cache(maxsize=4096)
def ways(words: str) -> tuple[tuple[str, str | None], ...]:
    """(headline, category) in each way that a line may hold them: "[분야] 제목", "분야 | 제목", "제목 (3쪽)".

    Kept, because each reading of a report asks for the same lines, some of them several times.
    """
    text = entry_of_words(words)
    parts = [part for part in _BARS.split(text) if part and not _PAGE.match(part)]
    labels = [part for part in parts if len(part) <= _CATEGORY_LENGTH]
    whole: list[tuple[str, str | None]] = [(text, None)]
    if tagged := _TAGGED.match(text):
        whole.append((tagged["headline"], tagged["category"]))
    if len(parts) > 1:
        first = labels[0] if labels else None
        other = next((label for label in labels if label != first), None)
        whole += [(part, other if part == first else first) for part in parts]
    elif parts and parts[0] != text:
        whole.append((parts[0], None))
    whole += [(headline, label) for said, label in whole for headline in _uncounted(said)]
    found = [*whole, *(split for headline, _ in whole for split in _split(headline))]
    bare = [(_PAGE_BEHIND.sub("", headline), category) for headline, category in found]
    return tuple(dict.fromkeys([*found, *((headline, category) for headline, category in bare if headline)]))


def _uncounted(text: str) -> Iterator[str]:
    """A text without a number that counts it, where a page stands before that: 03  1-2  제목."""
    opener = opener_of(Line(text, "", None, 0, (0, 0)))
    if opener.counts and opener.words:
        yield opener.words


def _split(text: str) -> Iterator[tuple[str, str | None]]:
    """Headline and category of a text that holds both."""
    for shape in (_CATEGORY, _BEHIND, _BEFORE_COLON):
        if found := shape.match(text):
            yield found["headline"], None if _numbers(found["category"]) else found["category"]


def _numbers(label: str) -> bool:
    return _PAGE.match(label) is not None or _COUNTED.match(label) is not None


def behind_label(words: str) -> str | None:
    """The headline behind a category in brackets that opens it; None where none does."""
    found = _CATEGORY.match(words)
    return found["headline"] if found and not _PAGE.match(found["category"]) else None


# ---------------------------------------------------------------- its entries


def read_contents(
    items: tuple[Item, ...], headlines: Mapping[str, SectionKind], titles: list[str]
) -> tuple[list[tuple[Item, ContentsEntry]], list[Item]]:
    """The entries of the contents page with their lines, and the lines behind it that are no entries.

    `headlines`, each with the kind of its section, and `titles` are those of the body.
    """
    kind: SectionKind = "policy"
    category: str | None = None
    opened = {letters(title) for title in titles}
    listed = any(item.key for item in items if title_of(item) is None and letters(entry_of(item)) not in opened)
    known = {letters(headline): kind for headline, kind in headlines.items()}
    found: list[tuple[Item, ContentsEntry]] = []
    behind: list[Item] = []
    for at, item in enumerate(items):
        words = entry_of(item)
        follower = items[at + 1] if at + 1 < len(items) else None
        title = title_of(item) or (words if letters(words) in opened and letters(words) not in known else None)
        if title:
            kind, category = section_kind(title), None
        elif _names_category(item, follower, listed=listed, known=known):
            category = words
        elif words and not words.isdigit() and _is_entry(item, listed=listed):
            headline, label = _said(item.words, known)
            section = known.get(letters(headline), kind)
            found.append((item, ContentsEntry(section, label or category, headline, span=item.line.span)))
        elif words and not words.isdigit():
            behind.append(item)
    return _with_bracketed(found), behind


def _said(words: str, known: Mapping[str, SectionKind]) -> tuple[str, str | None]:
    """Headline and category of an entry, in the way in which the body says the headline."""
    return next((way for way in ways(words) if letters(way[0]) in known), (entry_of_words(words), None))


def _is_entry(item: Item, *, listed: bool) -> bool:
    """Whether an item may be an entry: no table, remark, or long or dated sentence."""
    if (
        item.key in ("table", "※")
        or item.line.role == "annotation"
        or (listed and not item.key and item.words[-1:] == ".")
    ):
        return False
    return len(item.words) <= LONGEST_ENTRY and not ends_with_day(item.words)


def _names_category(item: Item, follower: Item | None, *, listed: bool, known: Mapping[str, SectionKind]) -> bool:
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
            label = None if _numbers(bracket["category"]) else bracket["category"]
            entry = ContentsEntry(entry.section, label, bracket["headline"], span=entry.span)
        out.append((item, entry))
    return out
