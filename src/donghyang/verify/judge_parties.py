"""Whose each part of a sentence is: 갑은 3,600톤을 들고 을은 70m에서 일한다, where the source has 乙…3600吨；甲…70米.

Every word of such a claim stands in the source; only whom it stands by tells that two subjects have changed places. A
thing of the source is of the subject that its clause names, else of the one named last before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from donghyang.language import tables
from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.mentions import mentions

_TOPIC = re.compile("[ \"'‘’“”《》]*(?P<name>[^,;]{1,24}?)(?P<particle>은|는|이|가|에서는|에는)(?= )")
"""The subject at the beginning of a segment, with its particle."""
_PLACE = re.compile(
    "[ \"'‘’“”《》]*(?:[^,;]{1,14}?[은는] )?(?P<name>[^ ,;]{2,12}(?: [^ ,;]{2,8})?)(?P<particle>에서)(?= )"
)
"""Where a segment says that something is done, behind its subject if it has one (공중에서 …, 지상에서 …)."""
_WHERE = ("에서는", "에는")
"""Particles of where a thing is, beside those of who it is."""
_PAIR = 2
_MOST = 4
"""Words of the longest subject."""
_LEAST = 1.0
"""Weight of what must stand by the other one: a figure, or words that few sentences have."""
_FIGURE = 2.0
_TURNED = Message("원문에서는 서로 다른 것의 일입니다.", "in the source each is said of the other.")


@dataclass(frozen=True, slots=True)
class Party:
    """A subject of the claim, where the source names it, and the stretch of the claim that is said of it."""

    name: Span
    particle: str
    places: tuple[Span, ...]
    said: Span


def judge_parties(case: Case, support: dict[int, Found]) -> None:
    """Contradict two subjects of which the source says of each what the text says of the other."""
    if _says().search(case.sentence.printed.rstrip(" .")):
        return
    for one, other in (pair for search in (_TOPIC, _PLACE) for pair in pairwise(_parties(case, search))):
        alike = (one.particle in _WHERE) == (other.particle in _WHERE)
        if not alike or not one.places or not other.places:
            continue
        seats = [_seats(case, party, support) for party in (one, other)]
        mine, theirs = _votes(case, seats[0], (one, other)), _votes(case, seats[1], (one, other))
        if mine[0] or theirs[1] or min(mine[1], theirs[0]) < _LEAST:
            continue
        for party, place in ((one, other.places[0]), (other, one.places[0])):
            case.hold(Judged("name", party.name, "contradicted", place, _TURNED, None, sure=True))


@cache
def _says() -> re.Pattern[str]:
    """What ends a sentence whose first subject only says what is told of another."""
    return re.compile(rf"(?:{tables.either(__package__, 'says_it')})[가-힣 ]{{0,12}}$")


def _parties(case: Case, search: re.Pattern[str]) -> list[Party]:
    """The subjects or the places of the segments in order, each known by what no other has in its name."""
    text, sentence = case.sentence.text, case.sentence
    found = [search.match(text, *segment) for segment in sentence.segments]
    named = [one for one in found if one is not None and one["name"].count(" ") < _MOST]
    if len(named) > 1:
        named = [one for one in named if mentions(case, _head(one))]
    if len(named) < _PAIR:
        return []
    ends = [*(one.start() for one in named[1:]), sentence.end]
    held = [mentions(case, one.span("name")) for one in named]
    parties = []
    for at, one in enumerate(named):
        others = {mention.name for rest in (*held[:at], *held[at + 1 :]) for mention in rest}
        places = tuple(place for mention in held[at] if mention.name not in others for place in mention.places)
        parties.append(Party(one.span("name"), one["particle"], places, (one.end(), ends[at])))
    return parties


def _head(subject: re.Match[str]) -> Span:
    """The last word of a subject, which says what it is."""
    start, end = subject.span("name")
    return max(start, subject.string.rfind(" ", start, end) + 1), end


def _seats(case: Case, party: Party, support: dict[int, Found]) -> list[tuple[float, tuple[Span, ...]]]:
    """What is said of a subject, each with its weight and its places: its figures, and words that the source has."""
    figures = [one for one in case.sentence.quantities if party.said[0] <= one.start < party.said[1]]
    seats: list[tuple[float, tuple[Span, ...]]] = [
        (_FIGURE, ((found.quantity.start, found.quantity.end),))
        for one in figures
        if (found := support.get(one.start)) is not None
    ]
    return seats + [(mention.weight, mention.places) for mention in mentions(case, party.said)]


def _votes(
    case: Case, seats: list[tuple[float, tuple[Span, ...]]], parties: tuple[Party, Party]
) -> tuple[float, float]:
    """The weight of what stands by each of two subjects, without what stands by both or by none; where a sentence
    names both, only such sentences are asked."""
    votes = [0.0, 0.0]
    named = [{case.corpus.sentence_at(start) for start, _ in party.places} for party in parties]
    both = named[0] & named[1]
    for weight, places in seats:
        told = [place for place in places if not both or case.corpus.sentence_at(place[0]) in both]
        owners = {owner for place in told if (owner := _owner(case, place, parties)) is not None}
        if len(owners) == 1:
            votes[owners.pop()] += weight
    return votes[0], votes[1]


def _owner(case: Case, place: Span, parties: tuple[Party, Party]) -> int | None:
    """Which of two subjects a place is of: the one of its clause, the last before it, or the only one of its sentence
    or of the one before; None where that tells neither, or both alike."""
    corpus = case.corpus
    sentence = corpus.sentence_at(place[0])
    marks = sorted((start, end, at) for at, party in enumerate(parties) for start, end in party.places)
    clause = case.span_of(corpus.clause_at(place[0]))
    here = {at for start, _, at in marks if clause[0] <= start < clause[1]}
    if len(here) == 1:
        return here.pop()
    held = corpus.place_of(sentence)
    ahead = [at for start, end, at in marks if held[0] <= start and end <= place[0]]
    if ahead:
        return ahead[-1]
    behind = {at for start, _, at in marks if held[0] <= start < held[1]}
    if behind:
        return behind.pop() if len(behind) == 1 else None
    before = {at for number in corpus.before(sentence, 1) for start, _, at in marks
              if corpus.sentence_at(start) == number}  # fmt: skip
    return before.pop() if len(before) == 1 else None
