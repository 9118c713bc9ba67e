"""What changed between two versions of a report, by article and block, as an editor reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from donghyang.language.nearness import letters, pair_ratio
from donghyang.records import Article, Issue, Language, Message
from donghyang.report.alignment import Word, aligned, best_pairs, moved, words
from donghyang.report.entries import SINGLE, Entry, around, within

Kind = Literal["added", "removed", "changed", "moved"]

AROUND = Message("표지·차례·판권", "cover, contents, imprint")
"""The place of what stands in no article."""
_NUMBER = Entry("number", "").label
_ARTICLE = Message("기사", "article")
_KIND = {
    "added": Message("추가", "added"),
    "removed": Message("삭제", "removed"),
    "changed": Message("바뀜", "changed"),
    "moved": Message("옮김", "moved"),
}
_ALIKE = 0.45
"""How alike two headlines, or two lines of a kind, must be to be one in two versions."""
_BODY_ALIKE = 0.6
"""How alike two bodies must be, when their headlines are not."""
_NAMED = 6
"""Lines shorter than this ("합계") stand in many places: they are not looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an editor did, or that a converter lost."""

    place: Message
    """The article, by section, number and headline, in the newer version where it is there."""
    part: Message
    """What of it: 리드, 글머리, 표의 줄 …; 기사 for the article as a whole."""
    kind: Kind
    before: str | None
    """As printed before, lines of one block parted by "\n"; None for what was added."""
    after: str | None
    """As printed now; None for what was removed. For what moved: the same, or where an article stands now."""
    words: tuple[Word, ...] = ()
    """Both texts in one, word by word; () unless the text changed."""
    origin: Message | None = None
    """Where a moved line stood, None for all others."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An article with its place in the issue."""

    article: Article
    section: str
    part: tuple[str, int]
    """The section, and how many of the same title stand before it."""
    index: int
    """Counted from 0 in its section."""

    @property
    def name(self) -> Message:
        number = "" if self.article.number is None else f" {self.article.number:02}"
        text = f"{self.section}{number} {self.article.headline}".strip()
        return Message(text, text)

    @property
    def text(self) -> str:
        return "\n".join(entry.text for entry in within(self.article) if entry.kind != "number")


def diff(a: Issue, b: Issue) -> list[Change]:
    """The changes from `a` to `b` in the order of `b`; empty for equal issues, and for them alone.

    Articles are matched by their headlines, else by their bodies; lines by their order, then by their words.
    """
    old, new = _placed(a), _placed(b)
    pairs = _matched(old, new)
    found = list(_lines(list(around(a)), list(around(b)), AROUND))
    partner = {right: left for left, right in pairs}
    out_of_order = _out_of_order(pairs, old, new)
    for place, article in enumerate(new):
        left = partner.get(place)
        if left is None:
            found.append(Change(article.name, _ARTICLE, "added", None, article.text))
            continue
        if (left, place) in out_of_order:
            found.append(Change(article.name, _ARTICLE, "moved", old[left].name.ko, article.name.ko))
        found += _article(old[left], article)
    gone = set(range(len(old))) - {left for left, _ in pairs}
    found += [Change(old[at].name, _ARTICLE, "removed", old[at].text, None) for at in sorted(gone)]
    return _with_moves(found)


def text(changes: Iterable[Change], language: Language) -> str:
    """The changes as lines to read, grouped by article; "" where there are none.

    In a changed text [-…-] encloses what went and {+…+} what came.
    """
    lines: list[str] = []
    last: Message | None = None
    for change in changes:
        if change.place != last:
            lines += ["", change.place.text(language)] if lines else [change.place.text(language)]
            last = change.place
        origin = f" (← {change.origin.text(language)})" if change.origin else ""
        head = f"  {_KIND[change.kind].text(language)} · {change.part.text(language)}{origin}"
        lines += [head, *(f"    {line}" for line in _shown(change).split("\n"))]
    return "\n".join(lines)


# ---------------------------------------------------------------------------------------------- articles


def _placed(issue: Issue) -> list[_Placed]:
    titles = [section.title for section in issue.sections]
    return [
        _Placed(article, section.title, (section.title, titles[:place].count(section.title)), index)
        for place, section in enumerate(issue.sections)
        for index, article in enumerate(section.articles)
    ]


def _matched(old: Sequence[_Placed], new: Sequence[_Placed]) -> list[tuple[int, int]]:
    """Which articles are the same in both versions, in the older order."""
    pairs: dict[int, int] = {}
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, article in reversed(list(enumerate(new))):
        known[article.section, _letters(article)].append(place)
    for place, article in enumerate(old):
        if rest := known[article.section, _letters(article)]:
            pairs[place] = rest.pop()
    for texts, least in ((_headline, _ALIKE), (_body, _BODY_ALIKE)):
        left = [place for place in range(len(old)) if place not in pairs]
        right = sorted(set(range(len(new))) - set(pairs.values()))
        for one, other in best_pairs([texts(old[at]) for at in left], [texts(new[at]) for at in right], least):
            pairs[left[one]] = right[other]
    return sorted(pairs.items())


def _headline(placed: _Placed) -> str:
    return placed.article.headline


def _body(placed: _Placed) -> str:
    return placed.text


def _letters(placed: _Placed) -> str:
    return letters(placed.article.headline)


def _out_of_order(
    pairs: Sequence[tuple[int, int]], old: Sequence[_Placed], new: Sequence[_Placed]
) -> set[tuple[int, int]]:
    """The pairs that left their section or the order of the others."""
    return {pairs[at] for at in moved([right for _, right in pairs])} | {
        (left, right) for left, right in pairs if old[left].part != new[right].part
    }


def _article(old: _Placed, new: _Placed) -> Iterator[Change]:
    for change in _lines(list(within(old.article)), list(within(new.article)), new.name):
        if change.part != _NUMBER or not _only_shifted(old, new):
            yield change


def _only_shifted(old: _Placed, new: _Placed) -> bool:
    """Whether an article has another number only because others came or went before it."""
    if old.article.number is None or new.article.number is None:
        return False
    return new.article.number - old.article.number == new.index - old.index != 0


# ---------------------------------------------------------------------------------------------- lines


def _lines(old: list[Entry], new: list[Entry], place: Message) -> Iterator[Change]:
    """The changes between the lines of one part; a block that is new or gone as a whole is one change."""

    def alike(left: int, right: int) -> float:
        one, other = old[left], new[right]
        if one.kind != other.kind:
            return 0.0
        score = pair_ratio(one.text, other.text)
        if one.kind in SINGLE or (one.kind == "imprint" and one.exact == other.exact):
            return 1.0 + score
        return score if score >= _ALIKE else 0.0

    pairs = list(aligned([entry.key for entry in old], [entry.key for entry in new], alike))
    whole_old = _whole(old, [left for left, right in pairs if right is None and left is not None])
    whole_new = _whole(new, [right for left, right in pairs if left is None and right is not None])
    for left, right in pairs:
        if left is not None and right is not None:
            if old[left].key != new[right].key:
                before, after = old[left].text, new[right].text
                yield Change(place, new[right].label, "changed", before, after, words(before, after))
        elif right is not None:
            if (lines := _told(new, right, whole_new)) is not None:
                yield Change(place, new[right].label, "added", None, lines)
        elif left is not None and (lines := _told(old, left, whole_old)) is not None:
            yield Change(place, old[left].label, "removed", lines, None)


def _whole(entries: Sequence[Entry], unmatched: Sequence[int]) -> dict[int, list[int]]:
    """The blocks of which no line has a partner, each with the places of its lines."""
    lines: dict[int, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if entry.block is not None:
            lines[entry.block].append(place)
    alone = set(unmatched)
    return {block: places for block, places in lines.items() if alone.issuperset(places)}


def _told(entries: Sequence[Entry], place: int, whole: dict[int, list[int]]) -> str | None:
    """The text to show for a line; its whole block at its first line, None at the others."""
    block = entries[place].block
    if block not in whole:
        return entries[place].text
    places = whole[block]
    return "\n".join(entries[at].text for at in places) if places[0] == place else None


def _with_moves(changes: list[Change]) -> list[Change]:
    """The changes with what was taken away in one place and put in another told as one move."""
    taken: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, change in enumerate(changes):
        if change.kind == "removed" and change.before and len(change.before) >= _NAMED:
            taken[change.part.en, change.before].append(at)
    gone: set[int] = set()
    for at, change in enumerate(changes):
        if change.kind == "added" and (rest := taken.get((change.part.en, change.after or ""))):
            source = rest.pop(0)
            gone.add(source)
            changes[at] = replace(change, kind="moved", before=change.after, origin=changes[source].place)
    return [change for at, change in enumerate(changes) if at not in gone]


# ---------------------------------------------------------------------------------------------- to read

_SIDE = 24
"""Letters of unchanged text that are shown on either side of a change."""


def _shown(change: Change) -> str:
    if change.words:
        last = len(change.words) - 1
        return "".join(_marked(word, at == 0, at == last) for at, word in enumerate(change.words))
    if change.kind == "moved" and change.origin is None:
        return f"{change.before} → {change.after}"
    return change.after if change.after is not None else change.before or ""


def _marked(word: Word, first: bool, last: bool) -> str:
    if word.mark == "removed":
        return f"[-{word.text}-]"
    if word.mark == "added":
        return f"{{+{word.text}+}}"
    if len(word.text) <= 2 * _SIDE + 3:
        return word.text
    head, tail = "" if first else word.text[:_SIDE], "" if last else word.text[-_SIDE:]
    return f"{head}…{tail}"
