"""What each kind of line means in one report, from all articles together: lead, subhead, caption, level, footnote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.grammar import ends_with_day
from donghyang.report.induction.citation import citation, cites
from donghyang.report.induction.leaf import ASIDES, Leaf
from donghyang.report.induction.notes import items_below
from donghyang.report.induction.sections import Signature
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import opens_note, says_what_it_is, source_of
from donghyang.report.labels import is_labelled
from donghyang.report.layout.ladder import _ranks as ranked
from donghyang.report.statements import states

_MARK = lazily(r"(?<=[가-힣A-Za-z0-9’”」』)])([1-9]\d?)\)")
_LABEL = lazily(r"^(?:[(（][가-힣]{2,6}[)）]\s*|[가-힣]{2,6}(?:\s?[:：]\s+|\s{2,}))(?=\S)")
_MOST_KEYS = 24
"""Openers of bullets in one report."""
APART = 3
"""Blank lines that leave room for a picture."""
_HEADING = 16
"""Letters of subheads, by their median, at the most."""
_FEW_LETTERS = 12
"""The same of subheads without room around."""
_SEVERAL = 3
"""Such subheads, or leads in a report where most articles have none, at the least."""
_LONGEST_HEADING = 34
"""Letters of a subhead, at the most."""
_NOTED = (*ASIDES, "‡", "#")


@dataclass
class Habits:
    """The habits of one report."""

    lead: tuple[str, bool] | None = None
    """What opens leads (a sign or a label in brackets), and whether a frame stands around them."""
    label: str = ""
    """What all leads say of themselves, in brackets or with a colon, before their words."""
    headings: set[Signature] = field(default_factory=set)
    captions: set[Signature] = field(default_factory=set)
    ranks: dict[str, int] = field(default_factory=dict)
    steps: dict[str, list[int]] = field(default_factory=dict)
    """The indents that tell levels, for each opener that opens several."""
    sourced: bool = False
    """Whether the last bullets of briefs end with their source in brackets."""
    feet: bool = False
    """Whether 1) opens footnotes."""
    bare: bool = False
    """Whether bullets have nothing but their indent."""


def place_of(leaf: Leaf) -> tuple[str, bool]:
    """What opens a line, for a lead."""
    return leaf.key or leaf.tag, leaf.box is not None


def habits(articles: Sequence[Sequence[Leaf]], barred: frozenset[tuple[str, bool]] = frozenset()) -> Habits:
    """The habits of a report; each article is given as the leaves below its headline, without its references.

    `barred`: what opens no leads.
    """
    out = Habits()
    out.captions = _captions(articles)
    out.feet = _feet(articles)
    bare = [_without_notes(article) for article in articles]
    texts = [_texts(article, out) for article in bare]
    out.headings = _headings(texts)
    lead = _lead(texts, out)
    out.lead = None if lead in barred else lead
    leads = [leaf for text in texts for leaf in text[:1] if place_of(leaf) == out.lead]
    out.label = _label(leads)
    inner = [_below_lead(text, out) for text in texts]
    bullets = [[leaf for leaf in text if leaf.signature not in out.headings] for text in inner]
    keyed = sum(bool(leaf.key) for text in bullets for leaf in text)
    plain = sum(not leaf.key for text in bullets for leaf in text)
    out.bare = plain > 2 * keyed and plain > len(articles)
    _levels(bullets, out)
    return out


def _captions(articles: Sequence[Sequence[Leaf]]) -> set[Signature]:
    """The kinds of lines that stand right above tables, or above what has a source."""
    over: Counter[Signature] = Counter()
    every: Counter[Signature] = Counter()
    for article in articles:
        for at, leaf in enumerate(article):
            every[leaf.signature] += 1
            below = article[at + 1] if at + 1 < len(article) else None
            if (
                below is not None
                and below.key == "table"
                and at + 2 < len(article)
                and is_labelled(article[at + 2].text)
            ):
                continue
            remark = at > 0 and article[at - 1].key == "table" and below is not None and below.key != "table"
            if leaf.key != "table" and below is not None and stands_below(below) and not (remark and is_noted(leaf)):
                over[leaf.signature] += 1
    return {kind for kind, count in over.items() if (kind[0] or kind[1] or kind[2]) and 2 * count >= every[kind]}


def over_address(leaf: Leaf, below: Leaf) -> bool:
    """Whether a line names, between any signs, what the address right below it leads to."""
    if not below.is_address or below.gap or leaf.key == "table":
        return False
    told = citation(leaf.text, None)
    return told.publisher is not None and told.title is not None and cites(f"{leaf.text} {below.url}")


def stands_below(leaf: Leaf) -> bool:
    """Whether a line is what stands below a caption: a table, or the source of a picture."""
    if leaf.key == "table":
        return leaf.gap < APART
    named = source_of(leaf.text) is not None and leaf.url is None and not cites(leaf.text)
    return named and (leaf.gap == 0 or leaf.gap >= APART)


def _without_notes(article: Sequence[Leaf]) -> list[Leaf]:
    """The leaves of an article without the items of its notes."""
    out: list[Leaf] = []
    at = 0
    while at < len(article):
        out.append(article[at])
        at += 1 + (0 if article[at].edge else items_below(article, at))
    return out


def _feet(articles: Sequence[Sequence[Leaf]]) -> bool:
    """Whether most lines that open with 1) explain a word that bears that mark."""
    called = lines = 0
    for article in articles:
        marks = {int(mark) for leaf in article for mark in _MARK.findall(leaf.words)}
        numbers = [leaf.number for leaf in article if leaf.key == "1)"]
        lines += len(numbers)
        called += sum(number in marks for number in numbers)
    return lines > 0 and 3 * called >= 2 * lines


def is_noted(leaf: Leaf) -> bool:
    """Whether a line opens as annotations do."""
    return leaf.key in _NOTED


def is_foot(leaf: Leaf, out: Habits) -> bool:
    """Whether a line is an annotation."""
    return is_noted(leaf) or (leaf.key == "1)" and out.feet)


def _texts(article: Sequence[Leaf], out: Habits) -> list[Leaf]:
    """Leads, subheads and bullets of an article."""
    titled = {leaf.box for leaf in article if leaf.edge}
    return [leaf for at, leaf in enumerate(article) if _is_text(article, at, out, titled)]


def _is_text(article: Sequence[Leaf], at: int, out: Habits, titled: set[int | None]) -> bool:
    """Whether a line is lead, subhead or bullet, by what it is not; `titled`: the frames with a title in their edge."""
    leaf = article[at]
    if leaf.key == "table" or leaf.signature in out.captions or is_foot(leaf, out) or leaf.edge:
        return False
    if leaf.url or says_what_it_is(leaf.text):
        return False
    above = article[at - 1] if at else None
    if leaf.box is not None:
        return leaf.box not in titled
    below = article[at + 1] if at + 1 < len(article) else None
    if below is not None and (stands_below(below) or over_address(leaf, below)):
        return False
    return above is None or not opens_note(above.text)


def _headings(texts: Sequence[Sequence[Leaf]]) -> set[Signature]:
    """The kinds of lines that are all short, each with lines of another kind below."""
    found: dict[Signature, list[tuple[Leaf, Leaf | None]]] = {}
    below_others = {leaf.signature for text in texts for leaf in text[1:]}
    said = Counter(
        letters(leaf.words) for text in texts for leaf in {letters(leaf.words): leaf for leaf in text}.values()
    )
    for text in texts:
        for at, leaf in enumerate(text):
            first = said[letters(leaf.words)] > 1 or leaf.number == 1
            if at or (leaf.signature in below_others and first):
                found.setdefault(leaf.signature, []).append((leaf, text[at + 1] if at + 1 < len(text) else None))
    heads: set[Signature] = set()
    for kind, rows in found.items():
        if not (kind[0] or kind[1] or kind[2]) or kind[1] == "(" or kind[0] in ("-", "·"):
            continue
        lengths = [len(bare_of(leaf.words)) for leaf, _ in rows]
        followed = sum(below is not None and below.signature != kind for _, below in rows)
        spaced = sum(leaf.gap > 0 or said[letters(leaf.words)] > 1 for leaf, _ in rows)
        short = median(lengths) <= _HEADING and max(lengths) <= _LONGEST_HEADING
        counted = [leaf.number for leaf, _ in rows] == [*range(1, len(rows) + 1)]
        over = followed == len(rows) and (len(rows) >= _SEVERAL or counted) and median(lengths) <= _FEW_LETTERS
        if short and 4 * followed >= 3 * len(rows) and (spaced * 2 >= len(rows) or kind[1] or over):
            heads.add(kind)
    return heads


def _lead(texts: Sequence[Sequence[Leaf]], out: Habits) -> tuple[str, bool] | None:
    """What opens the line that stands first in most articles, and in none again."""
    tops = [text[0] for text in texts if text and not _is_heading(text[0], out)]
    if not tops:
        return None
    usual, count = Counter(map(place_of, tops)).most_common(1)[0]
    if 2 * count < len(tops):
        return _lone_lead(texts, tops)
    first = [text for text in texts if text and place_of(text[0]) == usual]
    again = [leaf for text in first for leaf in text[1:] if place_of(leaf) == usual and not _is_heading(leaf, out)]
    dated = sum(ends_with_day(text[0].words.removesuffix(".")) or _opens_with_day(text[0].words) for text in first)
    if 2 * dated > len(first) and (not usual[0] or len(again) <= len(first)):
        return usual
    if usual[1] or (usual[0] and not usual[0][0].isalnum() and usual[0][0] in "[【<〈〔｢"):
        return usual
    long = [leaf for leaf in again if len(leaf.words) > _HEADING or states(leaf.words)]
    return usual if 3 * len(long) <= len(first) else _lone_lead(texts, tops)


def _label(leads: Sequence[Leaf]) -> str:
    """The label with which every one of several leads begins."""
    found = [_LABEL.match(leaf.words) for leaf in leads]
    said = {match[0] if match else "" for match in found}
    return said.pop() if len(found) > 1 and len(said) == 1 else ""


def _lone_lead(texts: Sequence[Sequence[Leaf]], tops: Sequence[Leaf]) -> tuple[str, bool] | None:
    """What opens the first line of several articles and no other line at all, where most articles have no lead."""
    every = Counter(place_of(leaf) for text in texts for leaf in text)
    for place, count in Counter(map(place_of, tops)).most_common():
        sign = place[0] and not place[0][0].isalnum()
        if sign and count >= _SEVERAL and every[place] == count:
            return place
    return None


def _is_heading(leaf: Leaf, out: Habits) -> bool:
    return leaf.signature in out.headings and len(leaf.words) <= _LONGEST_HEADING


def _opens_with_day(words: str) -> bool:
    found = re.match(r"^[(（\[]([^()（）\[\]]{3,14})[)）\]]", words)
    return found is not None and ends_with_day(f"({found[1]})")


def _below_lead(text: Sequence[Leaf], out: Habits) -> list[Leaf]:
    led = bool(text) and out.lead is not None and place_of(text[0]) == out.lead
    return list(text[led:])


def _levels(bullets: Sequence[Sequence[Leaf]], out: Habits) -> None:
    """The depth of each opener, and the indents that tell levels where one opener opens several."""
    keep = [[leaf for leaf in text if bool(leaf.key) != out.bare] for text in bullets]
    usual = {key for key, _ in Counter(leaf.key for text in keep for leaf in text).most_common(_MOST_KEYS)}
    out.ranks = ranked([[leaf.key for leaf in text if leaf.key in usual] for text in keep])
    indents: dict[str, Counter[int]] = {}
    for text in keep:
        for leaf in text:
            indents.setdefault(leaf.key, Counter())[leaf.indent] += 1
    for key, counts in indents.items():
        often = [indent for indent, count in counts.items() if count > sum(counts.values()) // 25]
        if len(often) > 1:
            often.sort()
            step = often[-1] - often[-2]
            out.steps[key] = [*often, *(indent for indent in counts if indent == often[-1] + step)]
    if out.bare:
        out.ranks.setdefault("", 0)


def level_place(leaf: Leaf, out: Habits) -> tuple[int, int]:
    """The depth of a bullet: that of its opener, then that of its indent."""
    steps = out.steps.get(leaf.key)
    step = sum(leaf.indent >= indent for indent in steps[1:]) if steps else 0
    return out.ranks.get(leaf.key, 0), step
