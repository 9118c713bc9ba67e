"""Two issues that state another value of one measure, time and place, in comparable units and near each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache

from donghyang.archive.answers.asking.alike import fold, said_otherwise
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.said import Said, figures_said, nouns_of
from donghyang.facts.compare import agrees, comparable
from donghyang.facts.phrases import headline_actor
from donghyang.facts.places import region_of
from donghyang.language import tables
from donghyang.language.nearness import letters, pair_ratio
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Contradiction, Quantity, Spot

_REVISED = lazily(
    "상향|하향|조정|수정|변경|정정|개정|높여 잡|낮춰 잡|늘려 잡|앞당|연기|미뤄|늦춰|재집계|당초|종전|대폭"
)
_REPORTER = lazily("(?:부|국|청|위원회|위|판공실|정부|국무원|은행|협회|성|시|구|현|통계국|연맹)$")
"""How the name of a body ends that tells of others, not of itself."""
_WORD = lazily(r"[가-힣A-Za-z][가-힣A-Za-z0-9&\-]*")
_NEAR = (Decimal("0.5"), Decimal(2))
"""The ratio of two values that may be of one thing."""
_SHARED = 3
"""Words that two places of one thing share at least, those of their measures among them."""
_ABOUT = Decimal("0.05")
"""The share by which a figure that is about another one may miss it."""
_LEAST = 3
"""Digits of a figure that may be another one told in fewer."""
_BACK = 40
"""How many figures of one kind, time, place and head are looked back through; a bound for the time."""
_TITLE = lazily(r"[‘「『《“][^’」』》”]{3,60}[’」』》”]|(?<![가-힣0-9])'[^'0-9][^']{2,60}'")
_INTENSITY = "강도"
"""A measure that is a share of what a country or firm puts out, whether or not that is said."""
_DIGITS = lazily("[0-9]+")
_ALIKE = 0.8
"""How much of their letters two sentences share that tell one thing again."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two places that say another value of one thing; the earlier issue first."""

    first: Said
    second: Said

    def told(self) -> Contradiction:
        """As a record, each place with its figure as printed."""
        a, b = self.first, self.second
        what = " ".join(dict.fromkeys((*((b.region,) if b.region else ()), *b.nouns)))
        first, second = (_spot(one.article) for one in (a, b))
        values = [one.figure.value or Decimal(0) for one in (a, b)]
        reason = agrees(a.figure, b.figure).reason
        return Contradiction(
            what, b.when, first, a.figure.text, values[0], second, b.figure.text, values[1], b.figure.unit, reason
        )


def _spot(article: Held) -> Spot:
    return Spot(article.issue or dt.date.min, article.section, article.number, article.headline)


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article as it is known again: by its issue, section and text."""

    issue: dt.date
    section: str
    text: str
    held: Held = field(compare=False)


@lru_cache(maxsize=2)
def told_by(articles: tuple[Shelved, ...]) -> tuple[Contradiction, ...]:
    """The contradictions of an archive, kept for the next who asks for the same."""
    return tuple(clash.told() for clash in clashes([one.held for one in articles]))


def clashes(articles: Iterable[Held]) -> list[Clash]:
    """Every contradiction between issues, one for each pair of values, in the order of the issues."""
    groups: dict[tuple[object, ...], list[Said]] = {}
    for one in sorted((one for article in articles for one in figures_said(article)), key=_day):
        for head in _heads(one.nouns[-1]):
            groups.setdefault((one.figure.kind, one.when, one.region, one.changes, head), []).append(one)
    found: list[Clash] = []
    for group in groups.values():
        found += (clash for clash in _between(group) if not any(_tells_again(clash, told) for told in found[-_BACK:]))
    return sorted(found, key=lambda one: (_day(one.first), _day(one.second)))


def _tells_again(one: Clash, told: Clash) -> bool:
    """Whether two contradictions are of the same values of the same issues."""
    pairs = ((one.first, told.first), (one.second, told.second))
    return all(a.article.issue == b.article.issue and same_value(a.figure, b.figure) for a, b in pairs)


def _day(one: Said) -> str:
    return str(one.article.issue)


def _between(group: Sequence[Said]) -> Iterator[Clash]:
    """The clashes of figures of one kind, time, place and head, in the order of their issues."""
    for at, one in enumerate(group):
        near = group[max(0, at - _BACK) : at + _BACK]
        if clash := clash_of(one, [other for other in near if _day(other) <= _day(one)]):
            yield clash


def clash_of(one: Said, others: Sequence[Said], *, asked: bool = False) -> Clash | None:
    """The clash of one figure with what another issue says of it; None where there is none, or its own issue says
    that too. `asked`: a question that both places answer says that they are of one thing, where no time does."""
    said: dict[object, list[Said]] = {}
    for other in others:
        if other is not one and of_one_thing(one, other, asked=asked):
            said.setdefault(other.article.issue, []).append(other)
    own = said.pop(one.article.issue, [])
    for same in said.values():
        clash = against(one, same)
        if clash is not None and not any(same_value(other.figure, place.figure) for other in own for place in same):
            return clash
    return None


def against(one: Said, said: Sequence[Said]) -> Clash | None:
    """A clash with what another issue says of the same thing; None where it says the same anywhere, or is not clear."""
    said = [other for other in said if not any(_is_rounded(other, fine) for fine in said)]
    if any(same_value(one.figure, other.figure) for other in said):
        return None
    best = max(said, key=lambda other: shared(one, other))
    rivals = [other for other in said if shared(one, other) == shared(one, best)]
    if any(not same_value(best.figure, other.figure) for other in rivals):
        return None
    a, b = sorted((one, best), key=lambda place: str(place.article.issue))
    if _REVISED.search(f"{b.passage.text}\n{b.article.headline}"):
        return None
    return Clash(a, b)


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two figures agree, or one is the other told in fewer digits: 3조 800억 of 3조 782억 9,000만."""
    if agrees(one, other):
        return True
    if "approx" in (one.bound, other.bound) and one.value and other.value:
        return abs(one.value - other.value) <= _ABOUT * abs(other.value)
    rough, fine = sorted((one.value or Decimal(0), other.value or Decimal(0)), key=_size)
    if one.unit != other.unit or not _LEAST <= _size(rough) < _size(fine) or not fine:
        return False
    return round(fine, _size(rough) - fine.adjusted() - 1) == rough


def _size(value: Decimal) -> int:
    """Digits of a value."""
    return len(value.normalize().as_tuple().digits)


def _is_rounded(one: Said, fine: Said) -> bool:
    """Whether one figure is another one, rounded."""
    less = _size(one.figure.value or Decimal(0)) < _size(fine.figure.value or Decimal(0))
    return less and same_value(one.figure, fine.figure)


def of_one_thing(a: Said, b: Said, *, asked: bool = False) -> bool:
    """Whether two figures may be of one thing: measure, time, place, and in which part of it; near each other."""
    if a.region != b.region and not (asked and None in (a.region, b.region)):
        return False
    if a.changes != b.changes or a.rates != b.rates:
        return False
    if a.planned is None or b.planned is None or a.planned != b.planned:
        return False
    if a.when != b.when or not comparable(a.figure, b.figure) or not are_near(a.figure, b.figure):
        return False
    if not (_says(b, a.nouns) and _says(a, b.nouns) and have_one_head(a, b) and _same_subject(a, b)):
        return False
    if a.planned and not _of_one_plan(a, b):
        return False
    return shared(a, b) >= _SHARED and (asked or a.when is not None or _tell_of_one(a, b))


def _of_one_plan(a: Said, b: Said) -> bool:
    """Whether two articles may be of one plan: they do not name two that share no word."""
    titles = [" ".join(found[0] for found in _TITLE.finditer(one.around)) for one in (a, b)]
    if not all(titles):
        return True
    said = _plain(titles[1])
    return any(_plain(word) in said for word in _telling(titles[0]))


def _tell_of_one(a: Said, b: Said) -> bool:
    """Whether two places without a time tell of one event or thing: they name it by one title, or in like words."""
    if a.region is None or a.changes or a.passage.row is not None or b.passage.row is not None:
        return False
    titles = [{letters(found[0]) for found in _TITLE.finditer(one.passage.text)} for one in (a, b)]
    return bool(titles[0] & titles[1]) or pair_ratio(*(_DIGITS.sub("", one.passage.text) for one in (a, b))) >= _ALIKE


def are_near(a: Quantity, b: Quantity) -> bool:
    """Whether two values may be of one thing, one of them mistaken."""
    one, other = a.si or a.value, b.si or b.value
    return one is not None and other is not None and have_near_values(one, other)


def have_near_values(one: Decimal, other: Decimal) -> bool:
    """The same of bare numbers of one unit; 0 is near none."""
    return one * other > 0 and _NEAR[0] <= one / other <= _NEAR[1]


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return fold(text) if not text.isascii() else letters(text).lower()


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Words that measure one thing, by each of them."""
    rows = [row[0].split() for row in tables.read(__package__, "measures.tsv")]
    found: dict[str, list[str]] = {}
    for row in rows:
        for word in row:
            found.setdefault(word, []).extend(row)
    return {word: tuple(dict.fromkeys(forms)) for word, forms in found.items()}


@cache
def _heads(noun: str) -> tuple[str, ...]:
    """The words under which figures of one measure meet: the first of each group that the noun is of, or itself."""
    rows = [row[0].split() for row in tables.read(__package__, "measures.tsv")]
    whole = tuple(row[0] for row in rows if noun in row)
    return whole or tuple(row[0] for row in rows if noun.endswith(tuple(row))) or (noun,)


@lru_cache(maxsize=16384)
def forms_of(noun: str) -> tuple[str, ...]:
    """The folded forms that say a noun."""
    same = [*_groups().get(noun, ())]
    for end, others in _groups().items():
        if noun.endswith(end) and noun != end:
            same += (noun.removesuffix(end) + other for other in others)
    return tuple(dict.fromkeys((_plain(noun), *map(_plain, same), *said_otherwise((noun,)))))


def _says(one: Said, nouns: Sequence[str]) -> bool:
    """Whether what governs a figure says all of some words; the rest of its line speaks of other figures."""
    around = _plain(f"{one.own}\n{one.above}")
    told = tables.words(__package__, "of_output") if _INTENSITY in one.own else ()
    return all(noun in told or any(form in around for form in forms_of(noun)) for noun in nouns)


def have_one_head(a: Said, b: Said) -> bool:
    """Whether what is measured, the last word, is named by both themselves; where with another word, one more."""
    if not (_names(b, a.nouns[-1]) and _names(a, b.nouns[-1])):
        return False
    if _plain(a.nouns[-1]) in _plain(b.own) or _plain(b.nouns[-1]) in _plain(a.own):
        return True
    return any(_names(b, noun) for noun in a.nouns[:-1]) or any(_names(a, noun) for noun in b.nouns[:-1])


def _names(one: Said, noun: str) -> bool:
    own = _plain(one.own)
    return any(form in own for form in forms_of(noun))


def _same_subject(a: Said, b: Said) -> bool:
    """Whether neither article is of a body of its own, a firm or an institute, that the other does not name."""
    return all(
        who is None or _REPORTER.search(who) or any(_plain(part) in _plain(other.around) for part in who.split()[-1:])
        for one, other in ((a, b), (b, a))
        for who in (headline_actor(one.article.headline),)
    )


def shared(a: Said, b: Said) -> int:
    """How many telling words two places share."""
    around = _plain(b.around)
    words = {*a.nouns, *_telling(a.around), *((a.region,) if a.region else ())}
    found = {forms_of(word)[0] for word in words if any(form in around for form in forms_of(word))}
    return len({form for form in found if not any(form != other and form in other for other in found)})


@lru_cache(maxsize=4096)
def _telling(text: str) -> tuple[str, ...]:
    """The words of a text that tell of what it is."""
    words = map(without_particle, _WORD.findall(text))
    common = frozenset(tables.words(__package__, "common"))
    return tuple(dict.fromkeys(word for word in nouns_of(words) if word not in common and not region_of(word)))
