"""Who can get which support: benefits held against what somebody says of himself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.archive.ledger.booked import Booked, Chosen, booked
from donghyang.facts.places import holders, lies_in, region_of
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Benefit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.archive.opening import Archive

_PARTED = lazily(r"[\s,，、·/]+")
_COMMA = lazily("[,，]")


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody who asks for support: a place, and words for the trade, kind and plans."""

    region: str | None
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Asking:
        """What "반도체 중소기업, 상하이" says: the first place of China is the region, the other words are words."""
        words = [word for word in _PARTED.split(text.strip()) if word]
        region = next((found for word in words if (found := region_of(word)) is not None), None)
        if region is not None:
            return cls(region, tuple(word for word in words if region_of(word) != region))
        parts = [part.strip() for part in _COMMA.split(text)]
        alone = next((part for part in parts if len(parts) > 1 and holders(part)), None)  # 담수화 기업, 저장
        return cls(alone, tuple(word for word in words if word != alone))


def benefits(archive: Archive, chosen: Chosen, asking: Asking | None = None) -> list[Booked]:
    """The benefits that are wanted, the best answer first; [] where there are none.

    A benefit answers when it is given in the region that is asked for or by a body of the whole country, and at least
    one of the words stands in its receiver, purpose, condition, line or headline; the score is the share that do.
    """
    found = list(booked(archive, "benefit", chosen))
    if asking is None:
        return found
    rated = [Booked(row.fact, row.article, share) for row in found if (share := _share(row, asking)) > 0]
    return sorted(rated, key=lambda row: (-row.score, -row.article.issue.toordinal(), row.article.id, row.fact.start))


def _share(row: Booked, asking: Asking) -> float:
    """What share of the words a benefit answers; 0 where it is another region's."""
    if asking.region is not None and not _is_given_in(row, asking.region):
        return 0.0
    if not asking.words:
        return 1.0
    plain = letters("\n".join(_said(row)))
    return sum(letters(word) in plain for word in asking.words) / len(asking.words)


def _is_given_in(row: Booked, region: str) -> bool:
    """Whether its giver, else its article, is of the region, or of no region of China."""
    fact, headline = row.fact, row.article.article.headline
    giver = fact.giver if isinstance(fact, Benefit) else None
    place = region_of(giver) or region_of(headline)
    return place is None or lies_in(region, f"{giver or ''} {headline}") or lies_in(place, region)


def _said(row: Booked) -> Iterator[str]:
    fact = row.fact
    assert isinstance(fact, Benefit)
    yield from (row.article.article.headline, row.line)
    yield from (words for words in (fact.receiver, fact.purpose, fact.condition) if words)
