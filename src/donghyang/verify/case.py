"""One sentence of the text before the judges: what it states, and the sentences of the source that speak of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from donghyang.records import ClaimKind, ClaimStatus, Message, Span
from donghyang.verify.alignment import Word, ranked
from donghyang.verify.claims import ClaimSentence
from donghyang.verify.corpus import Clause, Corpus
from donghyang.verify.names import Named, names_in

_FIGURE = 3.0
"""What a figure that a sentence has adds to its score; a rare word adds about as much."""


@dataclass(slots=True)
class Judged:
    """What a judge says of one claim; spans of `evidence` lie in the joined text of the sources."""

    kind: ClaimKind
    span: Span
    status: ClaimStatus
    evidence: Span | None = None
    reason: Message | None = None
    clause: int | None = None
    """The clause that holds the evidence."""
    weak: bool = False
    """Whether nothing is held of it where the source speaks of something else."""
    sure: bool = False
    """Whether the figures alone show that both speak of the same (one value, above and below)."""


@dataclass
class Case:
    """A sentence, its sources, and what was found so far."""

    sentence: ClaimSentence
    corpus: Corpus
    judged: list[Judged] = field(default_factory=list)
    _near_for: dict[Span, list[int]] = field(default_factory=dict)
    told_times: dict[Span, bool] = field(default_factory=dict)
    """Whether the sentence tells a time of the source, by its place there; `periods.tells` keeps it."""

    def hold(self, judged: Judged) -> None:
        """Keep what a judge said."""
        self.judged.append(judged)

    @cached_property
    def named(self) -> list[Named]:
        """The places, bodies and firms of the sentence that the tables know, in order."""
        return names_in(self.sentence.text, self.sentence.start, self.sentence.end)

    @cached_property
    def seats(self) -> dict[int, float]:
        """What the figures that were found add to the sentences they were found in."""
        found: dict[int, float] = defaultdict(float)
        for one in self.judged:
            if one.clause is not None and one.kind in ("quantity", "rank", "date"):
                found[self.corpus.clauses[one.clause].sentence] += _FIGURE if one.kind == "quantity" else 1.0
        return dict(found)

    @cached_property
    def by_words(self) -> list[tuple[int, float]]:
        """The sentences that share most words with the claim, best first, with their scores."""
        return ranked(self.sentence.words, {}, self.corpus.titles)

    @cached_property
    def aligned(self) -> list[int]:
        """The sentences that speak of the same thing, best first: by words and by figures that were found; [] when
        none does. Asked for after the figures are judged."""
        found = ranked(self.sentence.words, self.seats, self.corpus.titles)
        if not found:
            return []
        least = found[0][1] * 0.6
        return [number for number, score in found if score >= least]

    @cached_property
    def near(self) -> list[int]:
        """The aligned sentences with those that hold a figure of the claim, and the ones just before them."""
        held = [self.corpus.clauses[one.clause].sentence for one in self.judged if one.clause is not None]
        main = list(dict.fromkeys([*self.aligned, *held]))
        return list(dict.fromkeys([*main, *(at for number in main for at in self.corpus.before(number, 1))]))

    def near_for(self, span: Span) -> list[int]:
        """The sentences near by, and those that speak most of one segment of the claim."""
        if span not in self._near_for:
            found = ranked(self.sentence.words_in(span), {}, self.corpus.titles, 2)
            self._near_for[span] = list(dict.fromkeys([*self.near, *(number for number, _ in found)]))
        return self._near_for[span]

    def clauses_of(self, sentences: list[int]) -> list[Clause]:
        """The clauses of some sentences."""
        return [clause for number in sentences for clause in self.corpus.clauses_of(number)]

    def text_of(self, sentences: list[int]) -> str:
        """The words of some sentences of the source, in simplified characters."""
        return "\n".join(self.corpus.plain_of(number) for number in sentences)

    def first_of(self, pattern: re.Pattern[str], sentences: Iterable[int]) -> Span | None:
        """Where the first of some sentences that has a pattern has it; None where none does."""
        found = (pattern.search(self.corpus.key.plain, *self.corpus.place_of(at)) for at in sentences)
        return next((one.span() for one in found if one is not None), None)

    def shared_words(self, own: list[Word]) -> list[Word]:
        """The words of the sentence that are not a figure's own."""
        held = {word.start for word in own}
        return [word for word in self.sentence.words if word.start not in held]

    def clause_for(self, words: list[Word], sentences: list[int]) -> int | None:
        """The clause of these sentences that has most of some words; None when none has any."""
        best, most = None, 0.0
        for number in sentences:
            for at, _ in self.corpus.numbered(number):
                score = sum(word.weight * word.in_clause(at) for word in words)
                if score > most:
                    best, most = at, score
        return best

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two clauses are of one sentence; not where there is no such clause."""
        clauses = self.corpus.clauses
        return max(one, other) < len(clauses) and clauses[one].sentence == clauses[other].sentence

    def span_of(self, clause: int) -> Span:
        """The place of a clause."""
        held = self.corpus.clauses[clause]
        return held.start, held.end
