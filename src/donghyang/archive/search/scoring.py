"""How well an article fits a search: BM25 over its fields, what it leaves unsaid, and words that stand together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log

from donghyang.archive.search.entries import FIELDS, Entry
from donghyang.archive.search.letters import squeezed
from donghyang.archive.search.wishes import Form, Wish, is_of_others
from donghyang.language.patterns import lazily
from donghyang.language.script import has_han, has_hangul

WEIGHTS = {
    "headline": 4.0, "lead": 2.5, "summary": 1.2, "body": 1.0, "aside": 0.8, "references": 1.2, "category": 1.0,
    "heard": 0.5, "values": 1.0,
}  # fmt: skip
_K, _B = 1.6, 0.3
_EASE = 2
_USUAL = 1200
"""Letters of an article of usual length."""
_INSIDE_LATIN, _INSIDE_HANGUL = 0.15, 0.45
"""What a form counts in the middle of a word."""
_SHORT = 2
"""Syllables of a form that was not typed, and stands by chance inside of words."""
_PARTLY = 0.45
"""What a word counts of which all letters stand in the article by twos, and not together."""
_MOSTLY = 0.5
"""Of less of a word nobody can say that it is meant: 초전도체 in 반도체."""
_ANYHOW = 0.4
"""What an article keeps of its score that says one small part of what is asked for; all of it where it says all."""
_WHOLE, _TOGETHER, _NEAR = 1.5, 0.35, 0.15
"""What all words in one piece, two side by side, and words in one line are worth, beside what they are worth alone."""
_SHORTEST_WHOLE = 4
"""Letters of a search of several words that stand together by chance where there are fewer."""
_PRINTED = FIELDS.index("heard")
"""So many fields are printed; the next is how the Chinese in them sounds."""
_NARROW = lazily(r"[a-z0-9.%]+")


class Read:
    """An article's cut fields, made ready to be scanned."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        *fields, values = entry.cuts
        self._bare = tuple(map(squeezed, fields))
        self.print = "\f".join(self._bare[:_PRINTED])
        """Everything printed, field by field, squeezed."""
        self.all = "\f".join(self._bare)
        """The same, and how its Chinese sounds."""
        self.size = len(self.print)
        self.values = frozenset(values.split())
        """The tokens of its figures and dates."""

    @cached_property
    def fields(self) -> tuple[tuple[float, str, str], ...]:
        """(weight, runs with a space before, between and behind, squeezed) of each field."""
        return tuple(
            (WEIGHTS[name], f" {runs} ".replace("\n", " "), bare)
            for name, runs, bare in zip(FIELDS, self.entry.cuts, self._bare, strict=False)
            if bare
        )

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its printed lines, squeezed."""
        return tuple(line for text in self.entry.cuts[:_PRINTED] for line in text.replace(" ", "").split("\n"))


def rarity(count: float, of: int) -> float:
    """What a word is worth that stands in `count` of the articles."""
    return log(1 + (of - count + 0.5) / (count + 0.5))


def frequency(form: Form, read: Read) -> float:
    """How often an article says a form, its fields weighed; 0 where it does not."""
    text = form.text
    if form.is_value:
        return 1.0 if text in read.values else 0.0
    if text not in (read.all if form.heard else read.print) or (form.sound and is_of_others(form.sound, read.print)):
        return 0.0
    fields = read.fields if form.heard else read.fields[: len(read.fields) - bool(read.entry.cuts[_PRINTED])]
    count = _counting(text)
    return sum(weight * _eased(count(form, runs, bare)) for weight, runs, bare in fields if text in bare)


def _eased(count: float) -> float:
    """The second time in one field says less than the first: a long body does not outweigh a headline."""
    return count * (_EASE + 1) / (count + _EASE)


def _as_latin(form: Form, runs: str, bare: str) -> float:
    """A whole word counts, one with Korean right behind it too, little in the middle of another."""
    text = form.text
    count, whole = bare.count(text), runs.count(f" {text} ")
    if whole < count and len(text) > 1 and not text[-1].isdigit():
        whole += _before_hangul(runs, text)
    return min(whole, count) + _INSIDE_LATIN * max(count - whole, 0)


def _as_hangul(form: Form, runs: str, bare: str) -> float:
    """A word that begins so counts; a short form that was not typed stands inside of others by chance."""
    begun = runs.count(f" {form.text}")
    if form.typed or len(form.text) > _SHORT:
        return begun + _INSIDE_HANGUL * max(bare.count(form.text) - begun, 0)
    return begun


def _as_hanzi(form: Form, runs: str, bare: str) -> float:
    return bare.count(form.text)


@lru_cache(maxsize=4096)
def _counting(text: str) -> Callable[[Form, str, str], float]:
    """How the occurrences of a form are counted, by its script."""
    if _NARROW.fullmatch(text):
        return _as_latin
    return _as_hangul if has_hangul(text) and not has_han(text) else _as_hanzi


def _before_hangul(padded: str, form: str) -> int:
    """How often a Latin word stands with Korean right behind it: AI는."""
    at, count = padded.find(f" {form}"), 0
    while at >= 0:
        behind = padded[at + len(form) + 1 : at + len(form) + 2]
        count += behind > "\x7f"
        at = padded.find(f" {form}", at + 1)
    return count


@dataclass(frozen=True, slots=True)
class Fit:
    """How an article answers one wish."""

    score: float
    """Between 0 and the rarity of the wish times `_K` + 1."""
    share: float
    """How much of it is said: 1 for the word itself."""
    form: str | None
    """The form that counts most, None where nothing stands there."""


def fit(wish: Wish, read: Read) -> Fit:
    """How an article answers a wish."""
    best = Fit(0.0, 0.0, None)
    length = 1 - _B + _B * read.size / _USUAL
    for form in wish.forms:
        said = frequency(form, read)
        if said:
            score = wish.rarity * form.weight * said * (_K + 1) / (said + _K * length)
            if score > best.score:
                best = Fit(score, form.weight, form.text)
    if best.share < _PARTLY:
        part = _partly(wish.word, read)
        if part * wish.rarity > best.score:
            return Fit(part * wish.rarity, part, best.form)
    return best


def _partly(word: str, read: Read) -> float:
    """What of a long word stands in an article by twos: 기초과학센터 in 기초연구센터."""
    pairs = [word[at : at + 2] for at in range(len(word) - 1)] if word and not word.isascii() else []
    if len(pairs) < 2:
        return 0.0
    there = sum(pair in read.print for pair in pairs) / len(pairs)
    return _PARTLY * there * there if there > _MOSTLY else 0.0


def scored(asked: Sequence[Wish], read: Read, whole: str) -> float:
    """How well an article fits everything that is asked for; 0 where it says none of it."""
    fits = [fit(wish, read) for wish in asked]
    total = sum(one.score * wish.share for one, wish in zip(fits, asked, strict=True))
    if not total:
        return 0.0
    ideal = sum(wish.rarity * wish.share for wish in asked) or 1.0
    covered = sum(min(one.share, 1.0) * wish.rarity * wish.share for one, wish in zip(fits, asked, strict=True)) / ideal
    total *= _ANYHOW + (1 - _ANYHOW) * covered
    if len(asked) > 1:
        if len(whole) >= _SHORTEST_WHOLE and whole in read.print:
            total += _WHOLE * ideal
        total += _together(asked, fits, read)
    return total


def _together(asked: Sequence[Wish], fits: Sequence[Fit], read: Read) -> float:
    """What it is worth that words stand side by side, or in one line."""
    bonus = 0.0
    forms = [(wish, one.form) for wish, one in zip(asked, fits, strict=True) if one.form]
    for (wish, form), (after, next_) in pairwise(forms):
        if form + next_ in read.print:
            bonus += _TOGETHER * min(wish.rarity, after.rarity)
    if len(forms) > 1:
        held = max((sum(wish.rarity for wish, form in forms if form in line) for line in read.lines), default=0.0)
        bonus += _NEAR * held
    return bonus
