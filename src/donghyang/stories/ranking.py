"""How much the weekly wants a page: words with weights, most in the title, less in the text, and the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.stories.tables import Lexicon, abroad, lexicon, places
from donghyang.stories.wording import bare_title, column_of

# The head of a news text says what it is about; words further down are company.
HEAD = 250
TITLE, LEAD, BODY = 1.0, 0.35, 0.12
# Each further word of a part adds less than the one before.
FADING = 0.7
# A text of this many characters counts its words whole; longer ones say more words by chance.
USUAL_LENGTH = 300
# A plan, a launch or an opening counts whole once the subjects beside it weigh this much.
SUBJECT_ENOUGH = 4.0
# What other countries do is for other reports.
FOREIGN = 0.35

Weighed = dict[str, float]


@dataclass(frozen=True, slots=True)
class Rank:
    """A score with its reasons, strongest first ("规划 +2.0")."""

    score: float
    why: tuple[str, ...]


def rank(title: str, text: str) -> Rank:
    """The score of a page given in normal form; 0 with no reason when none of the words stands in it."""
    stretch = max(1.0, len(text) / USUAL_LENGTH) ** 0.5
    bare, column = bare_title(title), column_of(title)
    said = _weigh(((bare, TITLE), (text[:HEAD], LEAD), (text[HEAD:], BODY / stretch)), ("subject", "act", "outside"))
    # A column's name speaks of the campaign that it belongs to, not of the page's subject.
    campaign = _weigh(((column, TITLE),), ("outside",))["outside"]
    subject, act, outside = said["subject"], said["act"], {**campaign, **said["outside"]}
    backed = min(1.0, sum(subject.values()) / SUBJECT_ENOUGH)
    words = {**subject, **{word: weight * backed for word, weight in act.items()}, **outside}
    score = sum(words.values())
    kind, factor = kind_of(title)
    why = [f"{word} {weight:+.1f}" for word, weight in sorted(words.items(), key=_strongest) if abs(weight) >= 0.05]
    if factor < 1.0:
        why.insert(0, f"{kind} ×{factor}")
    return Rank(score * factor if score > 0 else score, tuple(why))


def is_roundup(title: str) -> bool:
    """Whether a title in normal form announces many short news in one page."""
    return kind_of(title)[0] == "roundup"


def kind_of(title: str) -> tuple[str, float]:
    """The kind that the title announces and the share of the score it leaves; ("", 1.0) for a plain report."""
    found = kinds().values(title)
    if abroad().values(title):
        found.add((FOREIGN, "foreign"))
    if places().values(title) or any(kind == "home" for _, kind in found):
        found = {(factor, kind) for factor, kind in found if kind not in ("home", "foreign")}
    factor, kind = min(found, default=(1.0, ""))
    return kind, factor


@cache
def relevance() -> Lexicon[tuple[str, float]]:
    """Words with their role and the weight that the weekly gives them."""
    return lexicon(
        (word, (role, float(weight)))
        for role, weight, words in tables.read(__package__, "relevance.tsv")
        for word in words.split()
    )


@cache
def kinds() -> Lexicon[tuple[float, str]]:
    """Words of titles with the factor and the name of the kind."""
    return lexicon(
        (word, (float(factor), kind))
        for factor, kind, words in tables.read(__package__, "kinds.tsv")
        for word in words.split()
    )


def _weigh(parts: Iterable[tuple[str, float]], roles: Iterable[str]) -> dict[str, Weighed]:
    """Words of each of `roles` in `parts` (text and the share that its words count with), with what they add."""
    entries = relevance().entries
    weighed: dict[str, Weighed] = {role: defaultdict(float) for role in roles}
    for text, share in parts:
        found = {word for _, word in relevance().find(text)}
        for role, words in weighed.items():
            mine = {word: entries[word][1] for word in found if entries[word][0] == role}
            for place, (word, weight) in enumerate(sorted(mine.items(), key=_strongest)):
                words[word] += share * weight * FADING**place
    return weighed


def _strongest(item: tuple[str, float]) -> tuple[float, str]:
    return -abs(item[1]), item[0]
