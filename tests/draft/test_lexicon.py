"""The tables of the drafter say nothing that another table says."""

from __future__ import annotations

from donghyang.draft.lexicon import NOUN_KINDS, relational_measures
from donghyang.language import tables
from donghyang.language.terms import Termbase

ROOM = "donghyang.draft"
GRAMMAR = tables.read(ROOM, "grammar.tsv")
NOUNS = [row[1] for row in GRAMMAR if row[0] == "noun"]


def test_no_noun_stands_in_the_termbase_too() -> None:
    terms = Termbase.load()
    assert [noun for noun in NOUNS if terms.get(noun, *NOUN_KINDS)] == []


def test_no_unit_is_written_as_the_termbase_writes_it() -> None:
    terms = Termbase.load()
    rows = [row[1:] for row in tables.read(ROOM, "counters.tsv") if row[0] == "unit"]
    alone = [row for row in rows if sum(other[0] == row[0] for other in rows) == 1 and len(row) == 2]
    assert [unit for unit, korean in alone if (term := terms.get(unit, "unit")) and term.korean == korean] == []


def test_every_measure_is_a_noun_of_the_grammar() -> None:
    assert set(tables.words(ROOM, "measured")) <= {*NOUNS, *relational_measures()}


def test_no_word_stands_twice_in_a_role() -> None:
    said = [(row[0], word) for row in GRAMMAR for word in row[1].split()]
    assert len(said) == len(set(said))
