"""Hangul syllables and particles, scripts, Korean readings of Hanja."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.language import tables
from donghyang.language.hangul import final_of, is_syllable, join, split, with_particle
from donghyang.language.hanja import (
    families,
    frequent_families,
    hangul_readings,
    initial_form,
    is_simplified_only,
    read_as,
    written_readings,
)
from donghyang.language.script import fold_width, is_traditional_only, runs, script_of, simplify

PARTICLES = [
    ("국무원", "은", "국무원은"),
    ("베이징시", "은", "베이징시는"),
    ("계획", "을", "계획을"),
    ("20%", "을", "20%를"),
    ("3,000억 위안", "으로", "3,000억 위안으로"),
    ("서울", "으로", "서울로"),
    ("AI", "이", "AI가"),
    ("LTM", "이", "LTM이"),
    ("‘품질강국 건설 요강’", "을", "‘품질강국 건설 요강’을"),
    ("통저우(通州)", "과", "통저우(通州)와"),
    ("5G", "은", "5G는"),
    ("2025", "을", "2025를"),
    ("16", "을", "16을"),
    ("", "은", "는"),
]

READINGS = {
    "質量強國": "질량강국",
    "行政": "행정",
    "实践": "실천",
    "机构": "기구",
    "落實": "낙실",
    "女性": "여성",
    "規律": "규율",
    "比率": "비율",
    "歷史": "역사",
    "良好": "양호",
}


@pytest.mark.parametrize(("word", "particle", "joined"), PARTICLES)
def test_particles_follow_the_last_sound(word: str, particle: str, joined: str) -> None:
    assert with_particle(word, particle) == joined


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_syllables_come_apart_and_together(char: str) -> None:
    assert is_syllable(char)
    assert join(*split(char)) == char
    assert final_of(char) == split(char)[2]


@pytest.mark.parametrize(("hanja", "hangul"), READINGS.items())
def test_readings_with_the_rule_of_initials(hanja: str, hangul: str) -> None:
    assert all(syllable in written_readings(char) for char, syllable in zip(hanja, hangul, strict=True))


@pytest.mark.parametrize(
    ("syllable", "inside", "outside"),
    [("본", "本", "源"), ("유", "柳有", "路"), ("율", "律率", "力"), ("련", "聯", "安"), ("뷁", "", "本")],
)
def test_characters_of_a_reading(syllable: str, inside: str, outside: str) -> None:
    assert set(inside) <= set(read_as(syllable))
    assert not set(outside) & set(read_as(syllable))


def test_characters_without_reading() -> None:
    assert hangul_readings("A") == ()
    assert written_readings("A") == frozenset()
    assert read_as("A") == ""
    assert initial_form("A") == "A"


@pytest.mark.parametrize(
    ("char", "script"),
    [("國", "han"), ("〇", "han"), ("가", "hangul"), ("ㄱ", "hangul"), ("Ａ", "latin"), ("é", "latin"), ("7", "digit"),
     ("七", "han"), ("の", "kana"), (" ", "space"), ("％", "other"), ("α", "other")],
)  # fmt: skip
def test_scripts(char: str, script: str) -> None:
    assert script_of(char) == script


def test_runs_cover_the_text() -> None:
    assert list(runs("중국(中国)5G")) == [
        ("hangul", 0, 2), ("other", 2, 3), ("han", 3, 5), ("other", 5, 6), ("digit", 6, 7), ("latin", 7, 8),
    ]  # fmt: skip
    assert list(runs("")) == []


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("國務院關於", "国务院关于"),
        ("強國", "强国"),
        ("産業", "产业"),
        ("戸籍", "户籍"),
        ("乾坤", "乾坤"),
        ("后里", "后里"),
    ],
)
def test_simplified_form(text: str, simplified: str) -> None:
    assert simplify(text) == simplified


def test_one_sided_forms() -> None:
    assert is_traditional_only("國")
    assert not is_traditional_only("国")
    assert is_simplified_only("们")
    assert not is_simplified_only("人")


@given(st.text(max_size=60))
def test_foldings_keep_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text) == len(fold_width(text))
    assert simplify(simplify(text)) == simplify(text)


def test_a_family_name_stands_once() -> None:
    rows = tables.read("donghyang.language", "family_names.tsv")
    assert Counter(kind for kind, _ in rows).keys() == {"frequent", "other"}
    assert [name for name, times in Counter(char for _, names in rows for char in names).items() if times > 1] == []
    assert frequent_families()[:3] == ("王", "李", "张")
    assert "酆" in families()
    assert "个" not in families()
