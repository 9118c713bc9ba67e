"""A document's own ladder: which openers begin headlines, leads and levels, from their order and number."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from statistics import median

from donghyang.language.patterns import lazily
from donghyang.report.grammar import LADDER, ONLY_URL, SOURCE, URL, ends_with_day, role_of
from donghyang.report.layout.citations import labelled
from donghyang.report.layout.pages import Item
from donghyang.report.layout.titles import opens_references, shape
from donghyang.report.tables import caption_of

Class = tuple[str, int]
"""The key of an opener; where the words open the line themselves "" and the indent."""

_LEAD_SIGNS = "◇◆▷▶►▹❖▢◈"
"""Signs that open leads in offices' layouts, beside those of the house."""
_ARROW = "▸"
"""The sign that opens references where an address follows, and bullets elsewhere."""
_LABEL_LENGTH = 14
_ASKEW = 1
"""Columns by which headlines of one section may stand askew; what is set in further is a list inside an article."""
_HOUSE_VOTES = 3
"""How many articles the order of the house's own ladder outweighs, where a document shows it at all."""
_HEADING_LENGTH = 14
_LONGEST_HEADING = 30
_LEAD_LABEL = lazily(
    r"^(?:[가-힣A-Za-z]{1,8}(?:\s[가-힣]{1,4})?\s?[:：|│┃¦]|[\[(【<〈][가-힣A-Za-z ]{1,8}[\])】>〉])\s*(?=\S)"
)
_OPENING = ("lead", "round", "dash", "dot", "arrow", None)
_LEAST = 2
"""Articles that a class opens which may be the lead's though another one opens more."""
_OFTEN = 3
"""Articles in which a sign opens several lines: where they are most of all, it opens bullets and no leads."""
_PRIOR = ("①", "㉠", "ⓐ", "●", "○", "◎", "◯", "▶", "-", "–", "·", "•", "▪", "◦")


@dataclass(frozen=True, slots=True)
class Ladder:
    """What the openers of one document mean."""

    lead: Class | None
    """None where articles have no lead of their own class."""
    ranks: dict[str, int]
    """The depth of each opener that begins bullets."""
    headings: frozenset[str]
    """Openers that begin subheads."""
    by_indent: bool
    """Whether bullets have no marker but their indent."""
    label: str = ""
    """What all leads say first (핵심:), which is no part of them."""
    placed: bool = False
    """Whether the first line below a headline is the lead where it ends with a day, whatever opens it."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article begins in its section's items."""

    at: int
    number: int | None
    size: int = 1
    """2 where the number stands on a line of its own above the headline."""


def class_of(item: Item) -> Class:
    """The class of an item's opener."""
    return item.key, -1 if item.key else item.indent


# ---------------------------------------------------------------- headlines


def heads(
    sections: Sequence[tuple[bool, tuple[Item, ...]]], known: Set[tuple[int, ...]] = frozenset()
) -> list[list[Head]]:
    """The articles of each section; a section is given as whether it holds briefs, and its items.

    `known` are the places of lines that are headlines beyond doubt; in their section others are headlines only where
    they open alike.
    """
    told = [[at for at, item in enumerate(items) if item.at in known] for _, items in sections]
    rest = iter(_by_order([part for part, at in zip(sections, told, strict=True) if not at]))
    found: list[list[Head]] = []
    for (_, items), at in zip(sections, told, strict=True):
        last = (found[-1][-1].number or 0) if found and found[-1] else 0
        found.append(_between(items, at, last) if at else next(rest))
    return found


def _between(items: tuple[Item, ...], known: list[int], last: int) -> list[Head]:
    """The headlines of a section of which some are known: between them a line of their class and number, led alike.

    `last` is the number of the last article of the section before: numbers may run on.
    """
    opens = Counter(class_of(items[at]) for at in known).most_common(1)[0][0]
    led = Counter(class_of(below) for at in known if (below := _below(items, at))).most_common(1)
    found: list[Head] = []
    for at, item in enumerate(items):
        place = bisect_left(known, at)
        ahead = known[place] if place < len(known) else None
        if at == ahead:
            found.append(_head(items, at))
        elif led and class_of(item) == opens and _can_be_headline(item) and _counts_on(items, at, found, ahead, last):
            below = _below(items, at)
            if below is not None and class_of(below) == led[0][0] != opens and (item.key or item.gap):
                found.append(_head(items, at))
    return found


def _counts_on(items: tuple[Item, ...], at: int, found: list[Head], ahead: int | None, before: int) -> bool:
    """Whether the number of a line is the next one, with room before that of the known headline ahead."""
    number = items[at].opener.number
    if number is None:
        return True
    last = found[-1].number or 0 if found else 0
    until = _head(items, ahead).number if ahead is not None else None
    follows = number == last + 1 or (not found and number == before + 1)
    return follows and (until is None or until > number or until == 1)


def _head(items: tuple[Item, ...], at: int) -> Head:
    """The headline at a place, with the number that may stand on a line of its own above."""
    above = items[at - 1] if at else None
    if above is not None and not above.words and above.opener.counts:
        return Head(at - 1, above.opener.number, 2)
    return Head(at, items[at].opener.number)


def _by_order(sections: Sequence[tuple[bool, tuple[Item, ...]]]) -> list[list[Head]]:
    """The articles of sections whose headlines are told by how they open and what follows them."""
    firsts = [_first(items) for _, items in sections]
    longer = [class_of(first) for (brief, _), first in zip(sections, firsts, strict=True) if first and not brief]
    usual = Counter(longer or [class_of(first) for first in firsts if first]).most_common(1)
    if not usual:
        return [[] for _ in sections]
    opens = usual[0][0]
    lead = _usual_lead(sections, opens)
    found: list[list[Head]] = []
    last = 0
    for (brief, items), first in zip(sections, firsts, strict=True):
        own = class_of(first) if first is not None else opens
        counts = first is not None and first.opener.number in (1, last + 1)
        here = _heads(items, own if brief or counts or not _any(items, opens) else opens, lead, last, brief=brief)
        last = here[-1].number or last if here else last
        found.append(here)
    return found


def _first(items: tuple[Item, ...]) -> Item | None:
    return next((item for item in items if item.key != "table" and not _is_label(item)), None)


def _is_label(item: Item) -> bool:
    """Whether a line is a label in brackets, under which the articles below it are put."""
    return not item.key and len(item.words) <= _LABEL_LENGTH and shape(item.words) != ""


def _any(items: tuple[Item, ...], opens: Class) -> bool:
    return any(class_of(item) == opens for item in items)


def _usual_lead(sections: Sequence[tuple[bool, tuple[Item, ...]]], opens: Class) -> Class | None:
    """The class of what stands below the first headline of most sections."""
    found: Counter[Class] = Counter()
    for brief, items in sections:
        first = next((at for at, item in enumerate(items) if class_of(item) == opens), None)
        if first is not None and not (brief and len(sections) > 1):
            below = _below(items, first + (0 if items[first].words else 1))
            found.update([class_of(below)] if below else [])
    return found.most_common(1)[0][0] if found else None


def _below(items: tuple[Item, ...], at: int) -> Item | None:
    """The first item below a headline that is no table."""
    return next((item for item in items[at + 1 :] if item.key != "table"), None)


def _heads(items: tuple[Item, ...], opens: Class, lead: Class | None, last: int, *, brief: bool) -> list[Head]:
    found: list[Head] = []
    expected: int | None = None
    margin = min((item.indent for item in items if class_of(item) == opens), default=0)
    for at, item in enumerate(items):
        if class_of(item) != opens or not _can_be_headline(item) or item.indent > margin + _ASKEW:
            continue
        number = item.opener.number
        if number is not None:
            if expected is not None and number != expected:
                continue
            if expected is None and number not in (1, last + 1) and found:
                continue
            expected = number + 1
            alone = not item.words
            found.append(Head(at, number, 2 if alone and at + 1 < len(items) else 1))
        elif item.key or _plain_headline(items, at, lead, brief=brief):
            found.append(Head(at, None))
    return found


def _can_be_headline(item: Item) -> bool:
    words = item.words
    if item.key == "table" or _is_label(item):
        return False
    return not (item.url or SOURCE.match(words) or labelled(words) or opens_references(words) or ONLY_URL.match(words))


def _plain_headline(items: tuple[Item, ...], at: int, lead: Class | None, *, brief: bool) -> bool:
    """Whether a line without opener is a headline: the lead's class follows, or in briefs a source."""
    item, below = items[at], _below(items, at)
    if (
        at
        and items[at - 1].line.plain
        and not items[at - 1].key
        and not item.gap
        and items[at - 1].indent == item.indent
    ):
        return False
    if URL.search(item.words) and not brief:
        return False
    if below is None:
        return brief
    if brief:
        return at == 0 or item.gap or items[at - 1].url is not None or "http" in items[at - 1].words
    if class_of(below) != lead:
        led = items[at + 1] is below and not below.key and ends_with_day(below.words)
        return led and item.gap and not ends_with_day(item.words) and caption_of(item.words) is None
    return lead != class_of(item) or (item.gap and len(item.words) < len(below.words))


# ---------------------------------------------------------------- leads, levels, subheads


def ladder(articles: Sequence[Sequence[Item]], briefs: Sequence[Sequence[Item]]) -> Ladder:
    """The ladder of a document; each article is given as its items below the headline."""
    placed = _dated(articles)
    lead = _lead(articles or briefs)
    every = [*(_below_lead(article) if placed else article for article in articles), *briefs]
    inner = [[item for item in article if _opens_bullet(item, lead)] for article in every]
    headings = frozenset(key for key in {i.key for items in inner for i in items} if _is_heading(key, inner))
    ranks = _ranks([[item.key for item in items if item.key not in headings] for items in inner])
    by_indent = (
        lead is not None
        and lead[0] == ""
        and any(not item.key and item.indent > lead[1] for article in articles for item in article)
    )
    return Ladder(lead, ranks, headings, by_indent, _label([*articles, *briefs], lead), placed)


def _label(articles: Sequence[Sequence[Item]], lead: Class | None) -> str:
    """The label that nearly all leads open with; "" where they have none."""
    tops = [top for article in articles if (top := _top(article)) and class_of(top) == lead]
    found = Counter(said[0] for top in tops if (said := _LEAD_LABEL.match(top.words)))
    label, count = found.most_common(1)[0] if found else ("", 0)
    return label if count >= _OFTEN and 5 * count >= 4 * len(tops) else ""


def _dated(articles: Sequence[Sequence[Item]]) -> bool:
    """Whether most articles begin with a line that ends with a day, as hardly a line below them does."""
    tops = [top for article in articles if (top := _top(article))]
    led = sum(ends_with_day(top.words) for top in tops)
    others = sum(ends_with_day(item.words) for article in articles for item in article) - led
    return led >= _LEAST and 3 * led >= 2 * len(tops) and 2 * others <= led


def _top(article: Sequence[Item]) -> Item | None:
    """The first line of an article that is neither table nor source."""
    return next((item for item in article if item.key != "table" and not labelled(item.words)), None)


def _below_lead(article: Sequence[Item]) -> Sequence[Item]:
    """The items of an article below its lead; all of them where the first line has no day."""
    top = _top(article)
    return [item for item in article if item is not top] if top and ends_with_day(top.words) else article


def _lead(articles: Sequence[Sequence[Item]]) -> Class | None:
    tops = [top for article in articles if (top := _top(article))]
    usual = Counter(class_of(top) for top in tops).most_common()
    found = (_as_lead(articles, opens, count) for opens, count in usual if count >= _LEAST or opens == usual[0][0])
    return next((opens for opens in found if opens), None)


def _as_lead(articles: Sequence[Sequence[Item]], opens: Class, count: int) -> Class | None:
    """The class of what stands first in `count` articles, where it opens leads."""
    often = sum(sum(class_of(item) == opens for item in article) > 1 for article in articles)
    if opens[0] and often >= _OFTEN and 2 * often > len(articles):
        return None
    if not opens[0] or role_of(opens[0]) == "lead" or opens[0] in _LEAD_SIGNS:
        return opens
    once = sum(sum(class_of(item) == opens for item in article) == 1 for article in articles)
    alone = len(articles) > 1 and once == count == len(articles) and role_of(opens[0]) in (*LADDER, None)
    return opens if alone and any(len(article) > 2 for article in articles) else None


def _opens_bullet(item: Item, lead: Class | None) -> bool:
    if item.line.role == "lead" and lead is not None and role_of(lead[0]) == "lead":
        return False
    if not item.key or item.key in ("table", "*", "※", "¶", "1") or role_of(item.key) == "tick":
        return False
    return class_of(item) != lead and (item.opener.counts or item.line.role in _OPENING)


def _is_heading(key: str, articles: Sequence[Sequence[Item]]) -> bool:
    """Whether an enumerator or a lead's sign opens subheads: its lines are all short, and others come below them."""
    opened = [item for items in articles for item in items if item.key == key]
    lengths = [
        len(item.words) for item in opened if item.opener.counts or item.line.role == "lead" or key in _LEAD_SIGNS
    ]
    if not lengths or median(lengths) > _HEADING_LENGTH or max(lengths) > _LONGEST_HEADING:
        return False
    return any(a.key == key != b.key for items in articles for a, b in pairwise(items))


def _ranks(articles: Sequence[Sequence[str]]) -> dict[str, int]:
    """The depth of each key: outermost is what comes first in most articles that have both."""
    orders = [list(dict.fromkeys(found)) for found in articles]
    keys = list(dict.fromkeys(key for order in orders for key in order))
    ahead = Counter((a, b) for order in orders for a, b in combinations(order, 2))
    for a, b in permutations(keys, 2):
        if 0 < _by_house(a) < _by_house(b) and ahead[a, b]:
            ahead[a, b] += _HOUSE_VOTES
    won = {key: sum(ahead[key, other] > ahead[other, key] for other in keys) for key in keys}
    lost = {key: sum(ahead[other, key] > ahead[key, other] for other in keys) for key in keys}
    keys.sort(key=lambda key: (lost[key] - won[key], _PRIOR.index(key) if key in _PRIOR else -1))
    return {key: rank for rank, key in enumerate(keys)}


def _by_house(key: str) -> int:
    """The depth of a sign in the house's ladder; 0 for one that it does not know."""
    role = role_of(key)
    return LADDER.index(role) + 1 if role in LADDER else 0


def is_tick(item: Item) -> bool:
    """Whether an item opens as references do, whatever its words are."""
    return item.key == _ARROW or role_of(item.key) == "tick"
