"""The tables of forms are sound, and lead from any form of a thing to the others."""

from __future__ import annotations

from collections import Counter

import pytest

from donghyang.archive.search.names import bare, packaged
from donghyang.archive.search.readings import read, said, spoken
from donghyang.language import tables

PACKAGE = "donghyang.archive.search"


@pytest.mark.parametrize("file", ["english.tsv", "english_words.tsv"])
def test_every_row_has_english_chinese_and_korean(file: str) -> None:
    rows = tables.read(PACKAGE, file)
    assert [row for row in rows if len(row) != 3 or not all(row)] == []
    first = Counter(bare(row[0].split("|")[0]) for row in rows)
    assert [form for form, count in first.items() if count > 1] == []
    korean = [list(map(bare, row[2].split("|"))) for row in rows]
    assert [forms for forms in korean if len(set(forms)) < len(forms)] == []


def test_no_word_of_like_meaning_leads_two_groups() -> None:
    first = Counter(row[0] for row in tables.read(PACKAGE, "like.tsv"))
    assert [form for form, count in first.items() if count > 1] == []
    assert [row for row in tables.read(PACKAGE, "like.tsv") if len(row) < 2 or len(set(row)) < len(row)] == []


def test_no_group_of_like_meaning_stands_within_another() -> None:
    groups = [frozenset(map(bare, row)) for row in tables.read(PACKAGE, "like.tsv")]
    assert [
        group for at, group in enumerate(groups) if any(group <= one for one in groups[:at] + groups[at + 1 :])
    ] == []


TIED = [
    ("선전", "深圳"), ("심천", "선전"), ("shenzhen", "선전"), ("과기부", "과학기술부"), ("工信部", "공업정보화부"),
    ("miit", "공업정보화부"), ("ustc", "중국과학기술대학"), ("greaterbayarea", "粤港澳大湾区"), ("wuhan", "武汉"),
    ("태양광", "solar"), ("챗봇", "chatbot"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "other"), TIED)
def test_forms_that_are_tied(form: str, other: str) -> None:
    assert other in packaged().others(form)


LOOSE = [("不", "布"), ("部", "不"), ("실시", "사실"), ("深圳", "神舟"), ("광저우", "항저우")]


@pytest.mark.parametrize(("form", "other"), LOOSE)
def test_forms_that_are_not(form: str, other: str) -> None:
    assert other not in packaged().others(form)
    assert not packaged().others(form).keys() & {"不", "布", "部"}


SOUNDS = [("厦门", "샤먼", "하문"), ("景海鹏", "징하이펑", "경해붕"), ("光学", "광쉐", "광학")]


@pytest.mark.parametrize(("hanzi", "by_sound", "in_korean"), SOUNDS)
def test_how_characters_sound(hanzi: str, by_sound: str, in_korean: str) -> None:
    assert (spoken(hanzi), read(hanzi)) == (by_sound, in_korean)


def test_pinyin_in_hangul() -> None:
    assert "펑청" in said("pengcheng")
    assert "뤼량" in said("lvliang") or "뤼량" in said("lüliang")
    assert said("satellite") == said("x") == said("") == ()
    assert len(said("shishishishishishishishishi")) <= 12
