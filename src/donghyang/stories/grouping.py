"""Pages of one event and its follow-ups put together, look-alikes kept apart.

Two pages are near when they share rare words, names and figures (cosine of weights, titles counting most) and their
days are not far apart. Clusters grow from the nearest pairs down; a merge needs the whole clusters to be alike and is
forbidden when two titles name another number of one series, another year, other months or another province.
"""

from __future__ import annotations

import datetime as dt
import heapq
import math
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from donghyang.records import PageText
from donghyang.stories.duplicates import SHORTEST, reprints
from donghyang.stories.kinds import is_roundup
from donghyang.stories.tables import usual_share
from donghyang.stories.wording import Wording

# A pair links above NEAR; two clusters merge when their middles are at least ALIKE.
NEAR = 0.28
ALIKE = 0.22
# After so many days a likeness counts e times less: an event without a name, and one that its titles name.
DAYS_UNNAMED = 8.0
DAYS_NAMED = 120.0
# A report of figures beside one of something else.
MIXED = 0.75
# A text that comes back later than this is next year's notice.
DAYS_REPRINT = 30
# Pages under the same title are one story when the words below it are at least so alike.
SAME_TEXT = 0.2
# The background that idf is smoothed with weighs as much as this many pages.
BACKGROUND_PAGES = 300
# So many of its weightiest words stand for a page.
WORDS = 80
# Only the weightiest words of a page look for neighbours, each among so many pages next in time.
SEARCH_WORDS = 14
SEARCH_PAGES = 40
# What a pair's weightiest words have to share already, its days considered; the rest of their words adds at most about
# three times as much.
SHARED = 0.08

Vector = dict[str, float]
Mark = tuple[Hashable, ...]
Days = Sequence[dt.date | None]


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    middle: Vector
    marks: dict[Mark, int]
    """What can set pages apart, each with one member that carries it."""


def group(pages: Sequence[PageText], wordings: Sequence[Wording], today: dt.date | None) -> list[list[int]]:
    """Indices of `pages`, one list an event; every index in exactly one list, in the order of `pages`.

    `wordings` are what `wording` reads on each page.
    `pages` have to be sorted by day for the search to see neighbours in time; the lists are sorted. A page without a
    day counts as of `today`.
    """
    vectors = _vectors(wordings)
    links = _links([page.date or today for page in pages], wordings, vectors)
    return _merge(wordings, vectors, links)


def conflict(one: Wording, other: Wording) -> bool:
    """Whether two pages that read alike tell different events: another number, year, period or place.

    A page that rounds up many news is in conflict with every other: it tells no one event. So are two documents
    with other titles, numbers or days; one that prints neither number nor day may be any of its title.
    """
    if is_roundup(one.title) or is_roundup(other.title):
        return True
    if one.document and other.document:
        (title, *signs), (another, *others) = one.document, other.document
        return title != another or (bool(signs and others) and signs != others)
    series = one.serials.keys() & other.serials.keys()
    if any(one.serials[stem].isdisjoint(other.serials[stem]) for stem in series):
        return True
    if not series and (_apart(one.provinces, other.provinces) or _apart(one.countries, other.countries)):
        return True
    if any(name.startswith("《") for name in one.names & other.names):
        return False
    return _apart(one.years, other.years) or _apart(one.periods, other.periods)


def _mark(said: Wording) -> Mark:
    """All that `conflict` looks at; pages with the same mark are in conflict with the same pages."""
    books = frozenset(name for name in said.names if name.startswith("《"))
    series = frozenset(said.serials.items())
    return (
        is_roundup(said.title),
        said.document,
        series,
        said.provinces,
        said.countries,
        books,
        said.years,
        said.periods,
    )


def _apart(mine: Set[object], theirs: Set[object]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _vectors(wordings: Sequence[Wording]) -> list[Vector]:
    seen: Counter[str] = Counter()
    for said in wordings:
        seen.update(said.terms.keys())
    whole = len(wordings) + BACKGROUND_PAGES
    rarity = {term: math.log(whole / (n + BACKGROUND_PAGES * usual_share(term))) for term, n in seen.items()}
    found = []
    for said in wordings:
        weighed = {term: weight * rarity[term] for term, weight in said.terms.items() if rarity[term] > 0}
        weighed = {term: weighed[term] for term in heapq.nlargest(WORDS, weighed, key=lambda t: (weighed[t], t))}
        length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
        found.append({term: value / length for term, value in weighed.items()})
    return found


def _links(days: Days, wordings: Sequence[Wording], vectors: Sequence[Vector]) -> list[tuple[float, int, int]]:
    """Pairs that are near each other as (nearness, index, index), nearest first; reprints count more than 1."""
    links: dict[tuple[int, int], float] = {}
    for one, other, shared in _candidates(vectors):
        mine, theirs = wordings[one], wordings[other]
        fading = _fading(days[one], days[other], mine, theirs)
        if shared * fading < SHARED or (near := _dot(vectors[one], vectors[other]) * fading) < NEAR:
            continue
        if not conflict(mine, theirs) and _same_text(mine, theirs, vectors[one], vectors[other]):
            links[one, other] = near
    for pair in reprints([said.text for said in wordings]):
        late = _apart_by(days[pair.first], days[pair.second]) > DAYS_REPRINT
        if not late and not conflict(wordings[pair.first], wordings[pair.second]):
            links[pair.first, pair.second] = 1.0 + pair.likeness
    return sorted(((near, one, other) for (one, other), near in links.items()), key=lambda x: (-x[0], x[1], x[2]))


def _candidates(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Pairs whose weightiest words share enough, and how much: each page with the last ones that hold a word."""
    holders: dict[str, deque[tuple[int, float]]] = defaultdict(lambda: deque(maxlen=SEARCH_PAGES))
    for index, vector in enumerate(vectors):
        terms = heapq.nlargest(SEARCH_WORDS, vector, key=lambda t: (vector[t], t))
        shared: dict[int, float] = {}
        for term in terms:
            weight = vector[term]
            for earlier, other in holders[term]:
                shared[earlier] = shared.get(earlier, 0.0) + weight * other
        yield from (
            (earlier, index, shared[earlier]) for earlier in sorted(e for e, n in shared.items() if n >= SHARED)
        )
        for term in terms:
            holders[term].append((index, vector[term]))


def _fading(first: dt.date | None, second: dt.date | None, one: Wording, other: Wording) -> float:
    """How much of a likeness is left after the days between two pages, 0 to 1."""
    # Figures of a period and an event of the same trade share most of their words.
    mixed = MIXED if bool(one.periods) != bool(other.periods) else 1.0
    named = one.names & other.names or one.documents & other.documents
    return mixed * math.exp(-_apart_by(first, second) / (DAYS_NAMED if named else DAYS_UNNAMED))


def _apart_by(first: dt.date | None, second: dt.date | None) -> int:
    return abs((first - second).days) if first and second else 0


def _same_text(one: Wording, other: Wording, mine: Vector, theirs: Vector) -> bool:
    """Whether two pages under one title also share words below it: a column keeps its title from day to day."""
    if one.title != other.title or min(len(one.text), len(other.text)) < SHORTEST:
        return True
    below, under = ({t: w for t, w in vector.items() if t not in one.title} for vector in (mine, theirs))
    return _cosine(below, under) >= SAME_TEXT


def _dot(one: Vector, other: Vector) -> float:
    return math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def _merge(
    wordings: Sequence[Wording], vectors: Sequence[Vector], links: Iterable[tuple[float, int, int]]
) -> list[list[int]]:
    home = {index: _Cluster([index], vectors[index], {_mark(wordings[index]): index}) for index in range(len(vectors))}
    for near, one, other in links:
        left, right = home[one], home[other]
        if left is right:
            continue
        if near < 1.0 and _cosine(left.middle, right.middle) < ALIKE:
            continue
        if any(conflict(wordings[a], wordings[b]) for a in left.marks.values() for b in right.marks.values()):
            continue
        if len(left.members) < len(right.members):
            left, right = right, left
        left.members += right.members
        left.marks = {**right.marks, **left.marks}
        left.middle = _sum(left.middle, right.middle)
        for index in right.members:
            home[index] = left
    clusters = {id(cluster): sorted(cluster.members) for cluster in home.values()}
    return sorted(clusters.values())


def _sum(one: Vector, other: Vector) -> Vector:
    return {**one, **{term: weight + one.get(term, 0.0) for term, weight in other.items()}}


def _cosine(one: Vector, other: Vector) -> float:
    lengths = math.sqrt(_dot(one, one) * _dot(other, other))
    return _dot(one, other) / lengths if lengths else 0.0
