"""Nouns that a source does not say, and others of their kind that it says in their place."""

from __future__ import annotations

import pytest

from donghyang.language import tables
from donghyang.verify.kin import kin_in
from donghyang.verify.senses import absent_parts, senses

ROOM = "donghyang.verify"
NONE: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("noun", "chinese", "absent"),
    [
        ("지진", "暴雨引发山洪。", ["지진"]),
        ("지진피해", "暴雨造成损失。", ["지진"]),
        ("배터리용", "暴雨造成损失。", ["배터리"]),
        ("지진", "凌晨发生5.1级地震。", []),
        ("배터리공장", "新建动力电池生产线。", []),
        ("분야", "暴雨引发山洪。", []),  # a faithful text may add it
        ("뚜벅뚜벅", "暴雨引发山洪。", []),  # no word of the tables
        ("유니콘", "暴雨引发山洪。", []),  # no part of it is cut out of a word that is not known
    ],
)
def test_a_noun_is_absent_that_has_chinese_words_and_none_in_the_source(
    noun: str, chinese: str, absent: list[str]
) -> None:
    assert [noun[slice(*part)] for part in absent_parts(noun, NONE, chinese)] == absent


def test_syllables_that_the_source_has_by_reading_are_not_absent() -> None:
    assert absent_parts("지진", frozenset({0, 1}), "暴雨引发山洪。") == ()


@pytest.mark.parametrize(
    ("noun", "chinese", "claim", "other"),
    [
        ("적도", "在极区取样", "적도에서 시료를 채취", "극지"),
        ("니켈", "锂电池产量增长", "니켈전지 생산", "리튬"),
        ("니켈", "锂电池产量增长", "니켈과 리튬전지 생산", None),  # the claim names both
        ("니켈", "产量增长", "니켈 생산", None),
        ("분야", "锂电池产量增长", "이 분야", None),
    ],
)
def test_another_noun_of_the_kind_is_found(noun: str, chinese: str, claim: str, other: str | None) -> None:
    found = kin_in(noun, chinese, claim)
    assert (found[0] if found else None) == other
    if found:
        assert chinese[slice(*found[1])] in senses()[found[0]]


def test_the_first_word_of_another_noun_is_shown_in_every_run() -> None:
    assert kin_in("버스", "网约车与出租车增多", "버스 증가") == ("택시", (0, 3))


def test_every_noun_of_a_kind_has_chinese_words() -> None:
    nouns = {noun for _, row in tables.read(ROOM, "kin.tsv") for noun in row.split()}
    assert nouns <= senses().keys()


def test_a_loose_word_is_a_noun_of_the_table_and_of_no_kind() -> None:
    loose = set(tables.words(ROOM, "loose"))
    assert loose <= senses().keys()
    assert not loose & {noun for _, row in tables.read(ROOM, "kin.tsv") for noun in row.split()}


def test_the_tables_say_nothing_twice() -> None:
    nouns = [noun for korean, _ in tables.read(ROOM, "senses.tsv") for noun in korean.split()]
    assert len(nouns) == len(set(nouns))
    kinds = [kind for kind, _ in tables.read(ROOM, "kin.tsv")]
    assert len(kinds) == len(set(kinds))
    rows = [set(row.split()) for _, row in tables.read(ROOM, "kin.tsv")]
    assert not [row for at, row in enumerate(rows) if any(row <= other for other in rows[:at] + rows[at + 1 :])]
