"""What a headline is printed with: number, category and day, in its own line or in the one right above."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.grammar import ANY_DAY, day_at_end
from donghyang.report.induction.cites import source
from donghyang.report.induction.days import DAY, day_of
from donghyang.report.induction.entries import Entry
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.sections import Part
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import says_what_it_is

_LABEL = 24
"""Letters of a line above headlines, at the most."""
_CATEGORY = 12
_OFTEN = 2
_SHORT = r"[가-힣A-Za-z·&\s]{1,12}?"
_TAGS = tuple(
    lazily(shape)
    for shape in (
        r"^[\[(【<〈〔](?P<category>[^\[\]()【】<>〈〉〔〕]{1,12})[\])】>〉〕]\s*(?P<headline>\S.*)$",
        rf"^(?P<category>{_SHORT})\s*[|│┃｜∥‖]\s*(?P<headline>\S.*)$",
        rf"^(?P<category>{_SHORT})\s*[▸▶►▹›»:：]\s*(?P<headline>\S.*)$",
        rf"^(?P<category>{_SHORT})\s[-–—/·]\s(?P<headline>\S.*)$",
        rf"^(?P<headline>.*\S)\s*[\[(【<〈〔](?P<category>{_SHORT})[\])】>〉〕]$",
        rf"^(?P<headline>.*\S)\s[|│┃｜∥‖/#]\s?(?P<category>{_SHORT})$",
    )
)
"""The ways in which headlines are printed with their category, in the order in which they are tried."""
_FEWEST = 2
_PARTED = lazily(r"\s*[|│┃｜▸▶►▹>/·:：]\s*|\s{2,}")
_DAY_AHEAD = lazily(rf"^(?P<day>{DAY})(?:\s*[|│┃｜▸▶►▹>:：–—]\s*|\s{{2,}}|\s+-\s+|(?<=[월화수목금토일]\))\s+)(?=\S)")
_BRACKETED_AHEAD = lazily(r"^[(（\[［](?P<day>[^()（）\[\]［］]{3,14})[)）\]］]\s*(?=\S)")
_DAY_BEHIND = lazily(
    rf"\s*(?:[\[［〔【<〈]\s*(?P<enclosed>{DAY})\s*[\]］〕】>〉]|\s[|│/·–—]\s+(?P<barred>{DAY}))\s*\.?$"
)
_ENDS = lazily(r"(?:[^\w\s,·‘“「『《〈'\"]\s*+|(?<!\s)\s{2,}+)$")
_BEGINS = lazily(r"^(?:\s*[(（\[［<〈【#|│┃｜/]|\s{2,})")
_OPENING, _CLOSING = "‘“「『《〈'\"", "’”」』》〉'\"!?…"


@dataclass(frozen=True, slots=True)
class Told:
    """What the line of a headline says."""

    headline: str
    category: str | None = None
    day: dt.date | None = None


# ---------------------------------------------------------------- the line above


def with_labels(leaves: Sequence[Leaf], parts: Sequence[Part]) -> None:
    """Take the lines right above headlines into them, where lines of their kind stand nowhere else."""
    above = [
        (part, place, kind)
        for part in parts
        for place, head in enumerate(part.heads)
        if head.at > part.start and not leaves[head.at].gap and (kind := label_kind(leaves[head.at - 1]))
        if not (part.kind == "brief" and source(leaves[head.at - 1], ANY_DAY, sure=False))
    ]
    if not above:
        return
    inside = {at for part in parts for at in range(part.start, part.end)}
    every = Counter(label_kind(leaves[at]) for at in inside)
    over = Counter(kind for _, _, kind in above)
    for part, place, kind in above:
        if over[kind] >= _OFTEN and 3 * over[kind] >= 2 * every[kind]:
            head = part.heads[place]
            label = leaves[head.at - 1]
            number = head.number if head.number is not None else label.number
            part.heads[place] = replace(head, at=head.at - 1, number=number, label=bare_of(label.words))


def label_kind(leaf: Leaf) -> tuple[str, str, str] | None:
    """The kind of a short line that may stand above a headline; None for all others."""
    words = leaf.words
    if leaf.key == "table" or len(leaf.text) > _LABEL or leaf.url or leaf.edge or says_what_it_is(leaf.text):
        return None
    if re.search(r"[.?!]$", words) or not words:
        return None
    return leaf.key, leaf.shape, words[0] if not words[0].isalnum() else ""


def label_parts(label: str, near: dt.date | None) -> tuple[str | None, dt.date | None]:
    """(category, day) that a label says."""
    category, day = None, None
    for part in _PARTED.split(label):
        found = day_of(part, near)
        words = bare_of(part).lstrip("#").strip()
        if found:
            day = found
        elif words and category is None and len(words) <= _CATEGORY and not words.isdigit():
            category = words
    return category, day


# ---------------------------------------------------------------- its own line


def tagged(headlines: Sequence[str]) -> re.Pattern[str] | None:
    """The way in which nearly all headlines are printed with their category; None where they are not."""
    bare = [day_ahead(day_at_end(words, ANY_DAY)[0], ANY_DAY)[0] for words in headlines]
    labels = {*tables.words("donghyang.report.layout", "card_labels")}
    for way in _TAGS:
        found = [match["category"].strip() for words in bare if (match := way.match(words))]
        if len(bare) >= _FEWEST and 5 * len(found) >= 4 * len(bare) and not {*found} <= labels:
            return way
    return None


def told(words: str, entry: Entry | None, near: dt.date | None, *, brief: bool, way: re.Pattern[str] | None) -> Told:
    """What the line of a headline says; `entry` is that of the contents page, `way` how categories are printed."""
    whole = bare_of(words.strip())
    bare, day = (whole, None) if brief else day_behind(whole, near)
    bare, ahead = day_ahead(bare_of(bare.strip()), near)
    category = None
    if way and (found := way.match(bare)):
        category, bare = found["category"].strip(), found["headline"].strip()
        bare, behind = day_ahead(bare, near)
        ahead = ahead or behind
    place = _place(bare, entry.headline) if entry else None
    place = (place[0], len(bare)) if place and brief else place  # behind the headline of a brief stands its source
    if entry and place and _stands_apart(bare[: place[0]], bare[place[1] :]):
        label, again = label_parts(f"{bare[: place[0]].strip()} | {bare[place[1] :].strip()}", near)
        if again or (label and letters(label) == letters(entry.category or "")):
            category, ahead = category or label, ahead or again
            bare = bare[slice(*place)]
    return Told(bare_of(bare.strip()), category, day or ahead)


def day_ahead(words: str, near: dt.date | None) -> tuple[str, dt.date | None]:
    """The words without the day that opens them, and the day; unchanged and None where there is none."""
    for shape in (_BRACKETED_AHEAD, _DAY_AHEAD):
        found = shape.match(words)
        if found and (day := day_of(found["day"], near)):
            return words[found.end() :], day
    return words, None


def day_behind(words: str, near: dt.date | None) -> tuple[str, dt.date | None]:
    """The words without the day that ends them, in brackets of any kind or behind a bar, and the day."""
    bare, day = day_at_end(words.removesuffix("."), near)
    if day:
        return (bare + "." if words.endswith(".") else bare), day
    found = _DAY_BEHIND.search(words)
    day = day_of(found["enclosed"] or found["barred"], near) if found else None
    return (words[: found.start()], day) if found and day else (words, None)


def _stands_apart(before: str, behind: str) -> bool:
    """Whether what is printed before and behind a headline is parted from it by a sign: the words go on nowhere."""
    return (not before or _ENDS.search(before) is not None) and (not behind or _BEGINS.match(behind) is not None)


def _place(words: str, wanted: str) -> tuple[int, int] | None:
    """Where `words` say all letters of `wanted`; None where they do not."""
    places = [at for at, char in enumerate(words) if char.isalnum()]
    said = letters("".join(words[at] for at in places))
    at = said.find(letters(wanted)) if len(said) == len(places) and letters(wanted) else -1
    if at < 0:
        return None
    start, end = places[at], places[at + len(letters(wanted)) - 1] + 1
    opening = _OPENING + wanted[: len(wanted) - len(wanted.lstrip("([【<〈"))]
    while start and words[start - 1] in opening:
        start -= 1
    while end < len(words) and words[end] in _CLOSING:
        end += 1
    return start, end
