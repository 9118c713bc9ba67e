"""How much the weekly wants a page: words with weights, most in the title, less in the text, and the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from donghyang.stories.tables import Lexicon, lexicon, rows

# The head of a news text says what it is about; words further down are company.
HEAD = 250
# Each further word of the title adds less than the one before.
FADING = 0.7
# A text of this many characters counts its words whole; longer ones say more words by chance.
USUAL_LENGTH = 300
TITLE, LEAD, BODY = 1.0, 0.35, 0.12


@dataclass(frozen=True, slots=True)
class Rank:
    """A score with its reasons, strongest first ("规划 +3.0")."""

    score: float
    why: tuple[str, ...]


def rank(title: str, text: str) -> Rank:
    """The score of a page given in normal form; 0 with no reason when none of the words stands in it."""
    words = relevance()
    head, rest = text[:HEAD], text[HEAD:]
    in_title, in_head, in_rest = _count(words, title), _count(words, head), _count(words, rest)
    stretch = max(1.0, len(text) / USUAL_LENGTH) ** 0.5
    parts: dict[str, float] = {}
    for share, found in (
        (TITLE, in_title),
        (LEAD, in_head),
        (BODY / stretch, in_rest),
    ):
        for word, weight in _fade(words, found):
            parts[word] = parts.get(word, 0.0) + share * weight
    score = sum(parts.values())
    kind, factor = kind_of(title)
    reasons = [
        f"{word} {value:+.1f}"
        for word, value in sorted(parts.items(), key=lambda p: (-abs(p[1]), p[0]))
        if abs(value) >= 0.05
    ]
    if kind:
        reasons.insert(0, f"{kind} ×{factor}")
    return Rank(score * factor if score > 0 else score, tuple(reasons))


def is_roundup(title: str) -> bool:
    """Whether a title in normal form announces many short news in one page."""
    return kind_of(title)[0] == "roundup"


def kind_of(title: str) -> tuple[str, float]:
    """The kind that the title announces and the share of the score it leaves; ("", 1.0) for a plain report."""
    found = [kinds().entries[word] for _, word in kinds().find(title)]
    factor, kind = min(found, default=(1.0, ""))
    return kind, factor


@cache
def relevance() -> Lexicon[float]:
    """Words with the weight that the weekly gives them."""
    return lexicon((word, float(weight)) for weight, words in rows("relevance") for word in words.split())


@cache
def kinds() -> Lexicon[tuple[float, str]]:
    """Words of titles with the factor and the name of the kind."""
    return lexicon((word, (float(factor), kind)) for factor, kind, words in rows("kinds") for word in words.split())


def _count(words: Lexicon[float], text: str) -> Counter[str]:
    return Counter(word for _, word in words.find(text))


def _fade(words: Lexicon[float], found: Mapping[str, int]) -> Iterable[tuple[str, float]]:
    for sign in (1, -1):
        mine = sorted(
            (word for word in found if words.entries[word] * sign > 0), key=lambda w: (-abs(words.entries[w]), w)
        )
        for place, word in enumerate(mine):
            yield word, words.entries[word] * FADING**place
