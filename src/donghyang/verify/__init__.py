"""Holds every checkable claim of a Korean text against its sources, without any model.

Sources are Chinese, Korean or English. A claim is supported, contradicted (the source says otherwise of the same
thing) or unsupported (the source says nothing of it, or nothing that can be judged).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from donghyang.language.composed import Composed
from donghyang.verify.corpus import Source
from donghyang.verify.entailment import Answers, Entailment, Odds, Pair

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping, Sequence
    from decimal import Decimal

    from donghyang.records import VerifiedSentence

__all__ = ["Entailment", "House", "Odds", "Pair", "Source", "verify"]


@dataclass(frozen=True, slots=True)
class House:
    """What a newsroom brings to the reading of its own texts."""

    terms: Mapping[str, Collection[str]] = field(default_factory=dict)
    """What it calls things, Korean forms by their Chinese."""
    rates: Callable[[str, dt.date], Decimal | None] | None = None
    """Won for one unit of a currency on a day, None where it knows none."""


def verify(
    text: str,
    sources: Sequence[Source],
    *,
    date: dt.date | None = None,
    house: House | None = None,
    model: Entailment | None = None,
) -> list[VerifiedSentence]:
    """The sentences of a Korean text in order, each with its claims and what the sources say to them; [] for no text.

    Spans of sentences and claims count characters of `text`, those of evidence characters of their source's text.
    `date` is the day the text speaks from; None: that of the first source which has one. `house` brings the words and
    the rates of a newsroom. `model` may take away the doubt of what rules cannot judge and cast doubt on
    what they pass; it is asked once about the whole text.
    """
    from donghyang.verify.claims import sentences_of
    from donghyang.verify.corpus import Corpus
    from donghyang.verify.shelf import Shelf
    from donghyang.verify.verdict import judged

    house = house or House()
    whole, wholes = Composed(text), [Composed(source.text) for source in sources]
    if whole.is_other or any(one.is_other for one in wholes):
        composed = [replace(source, text=one.text) for source, one in zip(sources, wholes, strict=True)]
        found = verify(whole.text, composed, date=date, model=model, house=house)
        places = {source.name: one for source, one in zip(sources, wholes, strict=True)}
        return [_placed(sentence, whole, places) for sentence in found]
    corpus = Corpus(sources)
    if house.terms:
        corpus.key.add(house.terms)
    day = date or next((known for known in corpus.dates if known is not None), None)
    shelf = Shelf(corpus)

    def rate(currency: str) -> Decimal | None:
        return house.rates(currency, day) if house.rates is not None and day is not None else None

    corpus.rate = rate
    sentences, answers = sentences_of(text, corpus, day), Answers()
    found = [judged(sentence, corpus, shelf, answers) for sentence in sentences]
    if model is None:
        return found
    answers.get(model)
    return [judged(sentence, corpus, shelf, answers) for sentence in sentences]


def _placed(found: VerifiedSentence, whole: Composed, sources: Mapping[str, Composed]) -> VerifiedSentence:
    """What was found where Hangul stood letter by letter, in the places of the originals."""
    claims = []
    for claim in found.claims:
        quote = claim.evidence
        if quote is not None and quote.source in sources:
            source = sources[quote.source]
            start, end = source.place(quote.start, quote.end)
            quote = replace(quote, start=start, end=end, text=source.original[start:end])
        start, end = whole.place(claim.start, claim.end)
        claims.append(replace(claim, text=whole.original[start:end], start=start, end=end, evidence=quote))
    start, end = whole.place(found.start, found.end)
    return replace(found, text=whole.original[start:end], start=start, end=end, claims=tuple(claims))
