"""Where a story belongs: section by what the page is and does, rubric by what is done and for whom."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.records import Message, PageKind, SectionKind
from donghyang.stories.signals import Signals
from donghyang.stories.tables import Lexicon, places, weighed
from donghyang.stories.wording import bare_title

# A word of the title speaks as loud as so many words of the text.
TITLE = 3.0
HEAD = 300
# What a page is speaks louder than two words of its title.
KIND = 8.0
# Whom a policy is for, said in the title, stands before whose policy it is.
OBJECTS = ("인재", "혁신체계", "기업")
# The runner-up is told as a doubt when it weighs so much of the best.
CLOSE = 0.8

_POLICY: dict[PageKind, float] = {
    "document": 3 * KIND, "interpretation": 2 * KIND, "document news": 2 * KIND, "statistics": KIND, "speech": KIND,
}  # fmt: skip
_NATIONAL = frozenset({"central", "ministry"})
_LOCAL = frozenset({"province", "city"})
# A zone in the title is whom a decision is for, whoever decides.
_ZONE = re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{tables.either(__package__, 'zones')})")
_ACTS = re.compile(rf"(?:省|市|自治区)?(?:{tables.either(__package__, 'acting')})")
_PART_OF_NAME = tables.words(__package__, "part_of_name")


@dataclass(frozen=True, slots=True)
class Place:
    """Section and rubric, with what decided and what else it might be."""

    section: SectionKind
    """policy or technology; the score makes a brief of it."""
    category: str
    why: Message | None
    """None when nothing but the usual place is known."""


def place(seen: Signals, text: str) -> Place:
    """Section and rubric of a page whose signals were read; `text` is its body in normal form."""
    title = bare_title(seen.kind.headline)
    region = region_of(seen, title)
    if _section(seen, title, text, region) == "technology":
        return _by_words("technology", title, text, "기초과학")
    if seen.kind.kind == "statistics":
        return Place("policy", "통계", Message("통계: 수치를 알리는 기사", "statistics: it tells figures"))
    objects = {name: weight for name, weight in _weights("policy", title, "").items() if name in OBJECTS}
    if objects:
        best = max(sorted(objects), key=lambda name: objects[name])
        return Place("policy", best, Message(f"{best}: 제목이 말하는 대상", f"{best}: whom the title speaks of"))
    zone = _ZONE.search(title)
    if name := region.name or (zone.group() if zone else ""):
        return Place("policy", "지역", Message(f"지역: {name}", f"region: {name}"))
    return _by_words("policy", title, text, "기술전략")


@dataclass(frozen=True, slots=True)
class Region:
    """Whose region a title speaks of."""

    name: str = ""
    """The province, or a group of provinces; "" for none."""
    acts: bool = False
    """Whether the region is what acts ("浙江将建设…"), not only where something is."""


def region_of(seen: Signals, title: str) -> Region:
    """The region that acts or is meant; none where the country, a firm or nobody of a place does.

    A place in brackets or behind 在 is where something happens, one before 论坛 or a university a part of a name.
    """
    if seen.issuer is not None and seen.issuer.level in _NATIONAL and seen.issuer.name in title:
        return Region()
    for at, name in _regions().find(title):
        behind = title[at + len(name) :]
        if (at and title[at - 1] in "在(至到赴—") or behind.startswith(_PART_OF_NAME):
            continue
        return Region(_regions().entries[name] or name, acts=at == 0 and bool(_ACTS.match(behind)))
    if seen.issuer is not None and seen.issuer.level in _LOCAL and seen.kind.kind in _POLICY:
        return Region(seen.issuer.name, acts=True)
    return Region()


def _section(seen: Signals, title: str, text: str, region: Region) -> SectionKind:
    kind = seen.kind.kind
    if region.acts and kind != "result":
        return "policy"
    if kind == "event" and not region.name and _weights("technology", title, ""):
        return "technology"
    weights: dict[str, float] = defaultdict(float)
    for loud, part in ((TITLE, title), (1.0, text[:HEAD])):
        for word in _sections().words(part):
            section, weight = _sections().entries[word]
            weights[section] += loud * weight
    weights["policy"] += _POLICY.get(kind, 0.0) + (KIND / 2 if region.name else 0.0)
    weights["technology"] += KIND if kind == "result" else 0.0
    return "technology" if weights["technology"] > weights["policy"] else "policy"


def _by_words(section: SectionKind, title: str, text: str, usual: str) -> Place:
    weights = _weights(section, title, text)
    if section == "policy":
        weights = {name: weight for name, weight in weights.items() if name not in ("지역", "통계")}
    if not weights:
        return Place(section, usual, None)
    ranked = sorted(weights, key=lambda name: (-weights[name], name))
    best = ranked[0]
    if len(ranked) > 1 and weights[ranked[1]] >= CLOSE * weights[best]:
        other = ranked[1]
        return Place(section, best, Message(f"{best}, {other}일 수도 있음", f"{best}, perhaps {other}"))
    return Place(section, best, None)


def _weights(section: str, title: str, text: str) -> dict[str, float]:
    """How much the words of title and head speak for each rubric of a section."""
    words, weights = _categories(section), defaultdict[str, float](float)
    for loud, part in ((TITLE, title), (1.0, text[:HEAD])):
        for word in words.words(part):
            category, weight = words.entries[word]
            weights[category] += loud * weight
    return dict(weights)


@cache
def _regions() -> Lexicon[str]:
    """Provinces, cities and the groups of provinces that act as one."""
    groups = {name: name for name in tables.words(__package__, "regions")}
    return Lexicon({**places().entries, **groups})


@cache
def _sections() -> Lexicon[tuple[str, float]]:
    return weighed(tables.read(__package__, "sections.tsv"))


@cache
def _categories(section: str) -> Lexicon[tuple[str, float]]:
    return weighed(row[1:] for row in tables.read(__package__, "categories.tsv") if row[0] == section)
