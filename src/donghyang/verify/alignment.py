"""Which sentences and clauses of the source speak of what a Korean sentence speaks of.

Every word of the claim is looked up by the bilingual key; a word that few sentences have weighs more than one that
stands everywhere.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.language.hanja import read_as
from donghyang.language.particles import without_particle
from donghyang.records import Span
from donghyang.verify.corpus import Corpus
from donghyang.verify.key import Match

_WORD = re.compile(r"[가-힣A-Za-z]+(?:[0-9]+(?![0-9,.]*[ 가-힣%])[A-Za-z0-9]*)?")
_LEAST = 0.5
"""Share of a word's syllables that a sentence must have before it counts as having the word."""
_TITLE = 0.6
"""What a word in a title counts: the title only sums up what the text says."""
_VERB_END = re.compile(
    r"(?:했|하였|하고|하며|하는|한|할|하기|하도록|되도록|되는|되고|되며|된|될|됐|됨|함|(?<![주책선신위담퇴후연해취부역사전겸재중])임|적|적인|적으로|으로|로서|시켜|시킨)[가-힣]*$"
)


_WHITHER = re.compile("(?<=[가-힣]{2})(?:으?로|에서)의$")
"""Two particles of one noun (제조로의 전환)."""
_COPULA = re.compile("(?:이?다|이며|이고|이었다|였다|임)$")
"""What says of a name that it is one."""
_ANY = frozenset({"term", "reading", "sound", "same"})


@dataclass(slots=True)
class Word:
    """A word of the claim and where the source has it."""

    text: str
    start: int
    end: int
    stem: str
    clauses: dict[int, float]
    """Clause number -> share of the word that stands there; only shares that count."""
    sentences: dict[int, float]
    weight: float
    covered: float
    """The greatest share of the word that any place of the source has, whether it counts or not."""
    places: tuple[Span, ...]
    """Where the longest stretches of it stand."""
    matches: tuple[Match, ...]
    """Every stretch of it that the source has."""

    def at(self, start: int, end: int) -> Word:
        """The same word at another place of the text."""
        return Word(self.text, start, end, self.stem, self.clauses, self.sentences, self.weight, self.covered,
                    self.places, self.matches)  # fmt: skip

    @property
    def stem_end(self) -> int:
        """Where its stem ends in the text, and its particle begins."""
        return self.start + len(self.stem)

    @property
    def particle(self) -> str:
        """What stands behind its stem; "" for nothing."""
        return self.text[len(self.stem) :]

    def in_clause(self, clause: int) -> float:
        """How much of the word a clause has."""
        return self.clauses.get(clause, 0.0)

    def whole(self, within: Span, hows: frozenset[str] = _ANY) -> Span | None:
        """Where a stretch of the source says the whole word in one piece, at most two characters between its parts,
        beginning with a match of one of `hows`; None where it stands in none."""
        return next(self.stretches(0, len(self.stem), within, hows), None)

    def stretches(self, first: int, last: int, within: Span, hows: frozenset[str] = _ANY) -> Iterator[Span]:
        """Where a stretch of the source says the syllables from `first` to `last` of the word in one piece."""
        for match in self.matches:
            if match.start == first and match.how in hows:
                for place in match.places:
                    if within[0] <= place[0] < within[1]:
                        end = self._chain(min(match.end, last), last, place[1], 6)
                        if end is not None:
                            yield place[0], end

    def _chain(self, at: int, last: int, place: int, left: int, open_: int = 1) -> int | None:
        """Where the rest of the word up to `last` ends in the source, when its first `at` syllables end at `place`;
        one syllable between two parts may stand for a character that no table reads (칭다오항그룹, 青岛港集团)."""
        if at >= last:
            return place
        if not left:
            return None
        for match in self.matches:
            if match.start <= at < match.end:
                for start, end in match.places:
                    if place - 2 <= start <= place + 2 and end > place:
                        found = self._chain(match.end, last, end, left - 1, open_)
                        if found is not None:
                            return found
        return self._chain(at + 1, last, place, left - 1, open_ - 1) if open_ and at + 2 < last else None

    def in_sentence(self, sentence: int) -> float:
        """How much of the word a sentence has."""
        return self.sentences.get(sentence, 0.0)


def words_of(text: str, span: Span, taken: list[Span], corpus: Corpus, looked_up: dict[str, Word]) -> list[Word]:
    """The words of a stretch of Korean text, in order, without those that lie in `taken` (figures and dates).

    `looked_up` keeps what was found of each word, so that none is looked up twice."""
    closed = {at for start, end in taken for at in range(start, end)}
    found = []
    for match in _WORD.finditer(text, *span):
        if match.start() in closed:
            continue
        known = looked_up.get(match[0])
        if known is None:
            known = looked_up[match[0]] = _word(match[0], match.start(), corpus)
        found.append(known.at(match.start(), match.end()))
    return found


def _word(printed: str, start: int, corpus: Corpus) -> Word:
    stem = without_particle(_WHITHER.sub("", printed))
    bare = _VERB_END.sub("", stem)
    stem = bare if len(bare) >= 2 else stem
    size = len(stem)
    masks: dict[int, int] = defaultdict(int)
    longest, places = 0, []
    matches = tuple(corpus.key.find(printed.lower()))
    copula = _COPULA.search(stem)
    if (
        copula
        and copula.start() >= _FEW
        and any(
            match.start == 0 and match.end == copula.start() and match.how in ("sound", "term") for match in matches
        )
    ):
        stem, size = stem[: copula.start()], copula.start()  # 승무원은 …, 왕제다
    for match in matches:
        if match.start >= size:
            continue
        end = min(match.end, size)
        mask = ((1 << (end - match.start)) - 1) << match.start
        for place in match.places:
            masks[corpus.clause_at(place[0])] |= mask
        if end - match.start > longest:
            longest, places = end - match.start, list(match.places)
    clauses, sentences, covered = _shares(masks, size, corpus)
    rarity = math.log(1 + len(corpus.sentences) / len(sentences)) if sentences else 0.0
    return Word(printed, start, start + len(printed), stem, clauses, sentences, rarity * min(1.0, size / 2), covered,
                tuple(places), matches)  # fmt: skip


def _shares(masks: dict[int, int], size: int, corpus: Corpus) -> tuple[dict[int, float], dict[int, float], float]:
    clauses: dict[int, float] = {}
    whole: dict[int, int] = defaultdict(int)
    for clause, mask in masks.items():
        whole[corpus.clauses[clause].sentence] |= mask
        share = mask.bit_count() / size
        if share >= _LEAST:
            clauses[clause] = share
    shares = {sentence: mask.bit_count() / size for sentence, mask in whole.items()}
    kept = {sentence: share for sentence, share in shares.items() if share >= _LEAST}
    return clauses, kept, max(shares.values(), default=0.0)


def ranked(words: list[Word], extra: dict[int, float], titles: set[int], most: int = 4) -> list[tuple[int, float]]:
    """The sentences that share most with the claim, best first: (number, score); [] when none shares anything.

    `extra` adds what figures and dates have found.
    """
    scores: dict[int, float] = defaultdict(float, extra)
    for word in words:
        for sentence, share in word.sentences.items():
            scores[sentence] += word.weight * share * (_TITLE if sentence in titles else 1.0)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:most]


def fit(own: list[Word], shared: list[Word], clause: int, corpus: Corpus) -> float:
    """How well a clause fits words that stand close to a figure (`own`) and the rest of its sentence (`shared`)."""
    return nearness(own, clause, corpus) + 0.35 * sum(
        word.weight * word.in_sentence(corpus.clauses[clause].sentence) for word in shared
    )


def nearness(own: list[Word], clause: int, corpus: Corpus) -> float:
    """How near to a clause the words stand: in it, in the one before it, elsewhere in its sentence, just before it."""
    sentence = corpus.clauses[clause].sentence
    first = corpus.sentences[sentence].first
    total = 0.0
    for word in own:
        share = word.in_clause(clause)
        if clause > first:
            share = max(share, 0.6 * word.in_clause(clause - 1))
        share = max(share, 0.4 * word.in_sentence(sentence), 0.15 * word.in_sentence(sentence - 1))
        total += word.weight * share
    return total


_UNKNOWN = 1.5
"""What a word counts that the source could have and has not: about as much as one that few sentences have."""
_FEW = 2
_INFLECTED = re.compile(
    "(?:며|고|다|게|히|면서|도록|어야|아야|해야|자|니|던|려|러|져|여|해|서|은|는|을|인|쓴|할|한|지만)$"
)


def inflected(word: Word) -> bool:
    """Whether a word ends as verbs do that join clauses."""
    return _INFLECTED.search(word.text) is not None


def tells(word: Word) -> bool:
    """Whether a word could be found in a source at all: a noun with a Chinese or Latin form, no native verb."""
    if word.covered:
        return len(word.stem) >= _FEW
    if len(word.stem) < _FEW or (word.stem == word.text and _INFLECTED.search(word.text)):
        return False
    return all(read_as(char) or char.isascii() for char in word.stem)


def load(word: Word) -> float:
    """What a word counts when it is asked how much of the claim a sentence has."""
    return word.weight if word.weight else _UNKNOWN if tells(word) else 0.0


def spoken(words: list[Word], sentences: list[int]) -> float:
    """The share of the words, by their load, that some sentences have; 1 where there are none to ask for."""
    total = sum(map(load, words))
    if not total:
        return 1.0
    return sum(word.weight * max((word.in_sentence(at) for at in sentences), default=0.0) for word in words) / total
