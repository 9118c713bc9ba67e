"""Places whose names are one word in Hangul are told apart by their characters; a word of nowhere is said to be one."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest

from donghyang.archive.search import Index, index_of, prepare, search
from donghyang.archive.search.entries import prepared
from donghyang.records import IndexedArticle
from donghyang.terminal.search_text import found_as_json, found_as_text


def _article(number: int, headline: str, lead: str, cited: str = "") -> IndexedArticle:
    texts = (("lead", lead), ("references", cited))
    return IndexedArticle(number, dt.date(2024, 1, number), "policy", number, headline, texts)  # type: ignore[arg-type]


ARTICLES = (
    _article(1, "산시(陝西)성, 반도체 단지 착공", "산시성은 산시 반도체 단지를 산시 남부에 조성", "陕西省半导体规划"),
    _article(2, "산시(山西)성, 탄광 메탄 활용", "성 정부는 탄광 메탄을 전력으로 바꿈", "山西省煤层气方案"),
    _article(3, "산시성, 전력망 보강", "산시성은 산시 북부 전력망을 산시 남부와 이음"),
    _article(4, "쑤저우(蘇州)시, 신약 단지 확대", "쑤저우시는 신약 연구를 지원"),
    _article(5, "쑤저우(宿州)시, 자료 창고 착공", "쑤저우시는 안후이에서 둘째로 큰 창고를 둠"),
    _article(6, "원신이언(文心一言), 새 판 공개", "원신이언은 그림도 그림"),
)


@pytest.fixture(scope="module")
def six() -> Index:
    connection = sqlite3.connect(":memory:")
    prepare(connection)
    index = index_of(connection)
    index.put([prepared(article) for article in ARTICLES])
    return index


ASKED = [
    # characters find themselves, then what prints the sound alone, and never other characters of that sound
    ("山西", [2, 3]), ("山西省", [2, 3]), ("陕西", [1, 3]), ("陝西", [1, 3]), ("陝西省", [1, 3]),
    ("苏州", [4]), ("蘇州", [4]), ("宿州", [5]), ("文心一言", [6]),
    # a word in Hangul may mean any of them
    ("쑤저우", [4, 5]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), ASKED)
def test_characters_of_one_sound_are_not_mixed(six: Index, text: str, ids: list[int]) -> None:
    assert [hit.id for hit in search(six, text).hits] == ids


def test_a_sound_finds_all_that_it_may_mean(six: Index) -> None:
    assert {hit.id for hit in search(six, "산시").hits} == {1, 2, 3}


@pytest.mark.parametrize("text", ["초전도체", "반도체공학자", "핵잠수함"])
def test_a_small_part_of_a_word_is_no_hit(six: Index, text: str) -> None:
    found = search(six, text)
    assert (found.hits, found.nowhere) == ((), (text,))


def test_a_word_of_nowhere_is_named_beside_what_was_found(six: Index) -> None:
    found = search(six, "초전도체 탄광")
    assert ([hit.id for hit in found.hits], found.nowhere) == ([2], ("초전도체",))
    assert found_as_text(found, "ko").startswith("아카이브에 없는 말: 초전도체.")
    assert found_as_text(found, "en").startswith("nowhere in the archive: 초전도체.")
    assert found_as_json(found, facets=True)["nowhere"] == ["초전도체"]
    assert search(six, "탄광").nowhere == ()
