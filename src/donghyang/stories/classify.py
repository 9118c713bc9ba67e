"""Where a story belongs: section by the score and by what it tells of, rubric by the words that speak for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.records import SectionKind
from donghyang.stories.tables import Lexicon, lexicon, places

# Below OUTSIDER a page does not belong in the report, below ARTICLE it fits as a brief.
OUTSIDER = 2.5
ARTICLE = 6.0
# A word of the title speaks as loud as so many words of the text.
TITLE = 3.0
HEAD = 300
# A province or city in the title: less than a rubric's own word there, more than any word of the text.
PROVINCE = 8.0


@dataclass(frozen=True, slots=True)
class Place:
    """Section and rubric, with the words that decided."""

    section: SectionKind | None
    category: str | None
    why: tuple[str, ...]


def place(title: str, text: str, score: float) -> Place:
    """Section and rubric of a page in normal form; (None, None) for an outsider, no rubric for a brief."""
    if score < OUTSIDER:
        return Place(None, None, ())
    if score < ARTICLE:
        return Place("brief", None, ())
    section = _section(title, text)
    category, why = _category(section, title, text)
    return Place(section, category, why)


def _section(title: str, text: str) -> SectionKind:
    weights: dict[str, float] = defaultdict(float)
    for loud, part in ((TITLE, title), (1.0, text[:HEAD])):
        for word in {word for _, word in _sections().find(part)}:
            section, weight = _sections().entries[word]
            weights[section] += loud * weight
    if places().values(title):
        weights["policy"] += PROVINCE / 2
    return "technology" if weights["technology"] > weights["policy"] else "policy"


def _category(section: str, title: str, text: str) -> tuple[str, tuple[str, ...]]:
    words = _categories(section)
    weights: dict[str, float] = defaultdict(float)
    said: dict[str, list[str]] = defaultdict(list)
    for loud, part in ((TITLE, title), (1.0, text[:HEAD])):
        for word in sorted({word for _, word in words.find(part)}):
            category, weight = words.entries[word]
            weights[category] += loud * weight
            said[category].append(f"{category}: {word} +{loud * weight:.1f}")
    if section == "policy" and (provinces := places().values(title)):
        weights["지역"] += PROVINCE
        said["지역"].append(f"지역: {'·'.join(sorted(provinces))} +{PROVINCE:.1f}")
    if not weights:
        return ("기술전략" if section == "policy" else "기초과학"), ()
    best = max(sorted(weights), key=lambda category: weights[category])
    return best, tuple(said[best][:3])


@cache
def _sections() -> Lexicon[tuple[str, float]]:
    return lexicon(
        (word, (section, float(weight)))
        for section, weight, words in tables.read(__package__, "sections.tsv")
        for word in words.split()
    )


@cache
def _categories(section: str) -> Lexicon[tuple[str, float]]:
    return lexicon(
        (word, (category, float(weight)))
        for where, category, weight, words in tables.read(__package__, "categories.tsv")
        if where == section
        for word in words.split()
    )
