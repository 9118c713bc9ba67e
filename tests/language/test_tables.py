"""The word lists of every room: each once, each with a word that it holds and a near one that it must not hold."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from donghyang.draft.lexicon import counters
from donghyang.language import tables
from donghyang.language.misnamed import KOREAN_LACKS, mistakes

ROOT = Path(str(files("donghyang")))


def _pairs() -> dict[str, tuple[str, str]]:
    """List -> (a word that it holds, a near one that it must not hold)."""
    lines = (Path(__file__).parent / "list_pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) == len({name for name, _, _ in rows}), "a list has two pairs"
    return {name: (held, near) for name, held, near in rows}


PAIRS = _pairs()


def _lists() -> list[str]:
    rooms = sorted(path.relative_to(ROOT).parents[1] for path in ROOT.rglob("data/lists.tsv"))
    names = [".".join(room.parts) for room in rooms]
    return [f"{room} {row[0]}" for room in names for row in tables.read(f"donghyang.{room}", "lists.tsv")]


def test_every_list_stands_once_and_has_its_pair() -> None:
    assert sorted(_lists()) == sorted(PAIRS)


@pytest.mark.parametrize("listed", PAIRS)
def test_lists_hold_their_words_once(listed: str) -> None:
    room, name = listed.split()
    words = tables.words(f"donghyang.{room}", name)
    held, near = PAIRS[listed]
    assert held in words
    assert near not in words
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("name", "held", "near"), [("nouns", "기업", "전문"), ("closed_stems", "없", "가"), ("said_twice", "한층", "한낮")]
)
def test_tables_of_words_hold_their_words(name: str, held: str, near: str) -> None:
    words = [word for row in tables.read("donghyang.check.rules.words", f"{name}.tsv") for word in _words(name, row)]
    assert held in words
    assert near not in words


def _words(name: str, row: tuple[str, ...]) -> list[str]:
    """The words of a row: nouns stand in its first cell, stems and doubled words together in its second."""
    return [row[0]] if name == "nouns" else row[1].split()


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        tables.words("donghyang.draft", "nothing")


@pytest.mark.parametrize("path", sorted(ROOT.rglob("data/*.tsv")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_row_stands_twice(path: Path) -> None:
    rows = tables.read(".".join(("donghyang", *path.relative_to(ROOT).parts[:-2])), path.name)
    assert [row for row, times in Counter(rows).items() if times > 1] == []


def test_a_misheard_place_is_called_unmistakable_only_where_nothing_else_says_so() -> None:
    needed = {form for form, mistake in mistakes().items() if len(form) == 2 and mistake.kind == "sound"}
    rows = [row[0] for row in tables.read("donghyang.language", "unmistakable.tsv")]
    assert [form for form in rows if form not in needed or any(char in KOREAN_LACKS for char in form)] == []


def test_counters() -> None:
    assert counters("currency")["KRW"] == "원"
    assert counters("ordinal")["届"] == "회"
    assert "届" not in counters("body")


@pytest.mark.parametrize(
    ("text", "is_said"),
    [("25% 늘었다", True), ("产量增长", True), ("it increased", True), ("25% 줄었다", False), ("a risen star", False)],
)
def test_words_of_latin_letters_stand_alone(text: str, is_said: bool) -> None:
    assert (re.search(tables.said("donghyang.archive.answers", "goes_up"), text) is not None) is is_said
