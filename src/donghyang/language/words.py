"""How a Chinese word is said in Korean: the one table (`data/terms.csv`), read once.

A row is a word of running text of a termbase `kind`, a word that is said so only inside names (kind `name`), or both:
`part` says what the word does inside a name. Columns: chinese (simplified), korean, kind, note, source, part, also.
A bracket that closes the Korean is a gloss for readers (징진지(베이징·톈진·허베이)): it is no part of the name.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

COLUMNS = ("chinese", "korean", "kind", "note", "source", "part", "also")

IN_NAMES = "name"
"""The kind of a row that holds inside names only: 科技 is 과기 in a name, 과학기술 in a sentence."""

Part = Literal["usage", "land", "city", "suffix", "tail", "feature", "word", "office"]
"""What a word does in a name. usage: a whole name with a settled form; land: a landform with a settled form; city: an
administrative name read out although it ends like a landform; suffix: put into Korean by meaning or Korean reading;
tail: the same, but only behind another such word; feature: a landform's ending; word: recognised beside its Korean,
never written by rule; office: an ending of a department's name."""

READ_OUT = "-"
"""Stands for the Korean of a `city` that is read out by the rules."""


class Word(NamedTuple):
    """One row of the table; an empty cell is ""."""

    chinese: str
    korean: str
    kind: str
    note: str = ""
    source: str = ""
    part: str = ""
    """Parts (`Part`), separated by spaces; "" for a word that does nothing in names."""
    also: str = ""
    """Other Korean forms that are seen in print, separated by bars: they are recognised, never written."""

    @property
    def named(self) -> str:
        """The Korean form inside a name: without the gloss in brackets."""
        return without_gloss(self.korean)

    @property
    def others(self) -> tuple[str, ...]:
        """The Korean forms of `also`, in order."""
        return tuple(self.also.split("|")) if self.also else ()


def without_gloss(korean: str) -> str:
    """A Korean form without the gloss that closes it: 징진지 of 징진지(베이징·톈진·허베이)."""
    return korean.partition("(")[0] if korean.endswith(")") else korean


@cache
def words() -> tuple[Word, ...]:
    """Every row of the table, in order."""
    text = files(__package__).joinpath("data", "terms.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return tuple(Word(*row) for row in rows)


@cache
def of_part(part: Part) -> dict[str, str]:
    """Korean by Chinese of the words that do `part` in names; `READ_OUT` for what the rules read out."""
    return {word.chinese: word.named for word in words() if word.part and part in word.part.split()}


_ALIGNED: frozenset[str] = frozenset({"usage", "land", "city", "suffix", "tail", "word"})


@cache
def forms_in_names() -> dict[str, tuple[str, ...]]:
    """Every Korean form that a word has inside names, with and without its spaces, the preferred one first."""
    forms: dict[str, tuple[str, ...]] = {}
    for word in words():
        if _ALIGNED.isdisjoint(word.part.split()) or word.korean == READ_OUT:
            continue
        said = (word.named, word.named.replace(" ", ""), *word.others)
        forms[word.chinese] = tuple(dict.fromkeys((*forms.get(word.chinese, ()), *said)))
    return forms
