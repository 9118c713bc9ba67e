"""One thing is found in whatever script and spelling it is asked for, in both databases."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest
from tests.archive.search.made import ARTICLES, SPRING

from donghyang.archive.search import Asked, Index, search
from donghyang.archive.search.entries import prepared
from donghyang.archive.search.grams import needed
from donghyang.records import Amount, Filters, IndexedArticle

FIRST = [
    # a name in four writings, and beginning a longer word
    ("선전", 1), ("심천", 1), ("深圳", 1), ("Shenzhen", 1), ("shen zhen", 1), ("SHENZHEN", 1), ("심천시", 1),
    ("深圳市", 1), ("선전에서", 1), ("ㅅㅈㅅ", 1),
    # what the articles themselves tie together, and a spelling that stands alone
    ("文心一言", 2), ("ERNIE Bot", 2), ("원신 이언", 2), ("원신이엔", 3),
    # traditional and simplified characters, also where only Korean or only Chinese is printed
    ("廈門大學", 4), ("厦门大学", 4), ("量子中繼", 5), ("集成電路", 1), ("長征八號", 7),
    # persons: by sound, in Korean reading, in pinyin, in either script
    ("林国庆", 4), ("린궈칭", 4), ("임국경", 4), ("Lin Guoqing", 4), ("린궈칭 교수", 4),
    # near misspellings
    ("샤먼데학", 4), ("샤문", 4), ("린궈징", 4), ("위생건강위원회의", 6),
    # short names of bodies
    ("중국과기대", 5), ("USTC", 5), ("중국과대 양자", 5), ("위건위", 6), ("NHC 병원", 6),
    # numbers in any writing
    ("21.28억 위안", 1), ("2,128,000,000위안", 1), ("21亿2800万元", 1), ("1.2억 위안", 4), ("1200건", 3), ("1048", 6),
    ("1,048", 6), ("3.57%", 5), ("420km", 5), ("420公里", 5),
    # days
    ("2022년 2월 27일", 7), ("2월 27일", 7), ("3月30日", 4), ("2022-09-20 병원", 6), ("2025년 설계기업", 1),
    # spaces that stand otherwise in print
    ("국유기업 병원", 6), ("해양탄소 관측망", 4), ("양자중계기", 5),
    # English words
    ("quantum repeater", 5), ("satellite launch", 7), ("Xiamen University carbon", 4),
    # titles of references
    ("百度宣布文心一言内测", 2), ("厦门大学海洋碳观测网建成", 4), ("深圳市关于促进集成电路设计业发展的若干措施", 1),
    # words of like meaning
    ("인공위성을 쏘아 올린 로켓", 7), ("병원 개인정보 해킹", 6),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first"), FIRST)
def test_the_first_hit(index: Index, text: str, first: int) -> None:
    found = search(index, text)
    assert found.hits, text
    assert found.hits[0].id == first


NOTHING = ["", "   ", '""', "、。", "🙂🙂", "※ △", "핵잠수함", "Zimbabwe", "甲骨文书"]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found_where_nothing_is(index: Index, text: str) -> None:
    assert search(index, text).hits == ()


APART = [("不", set()), ("布", {2, 6}), ("部", {6}), ("公部", set()), ("公不", set()), ("布公", set()), ("公布", {6})]


@pytest.mark.parametrize(("text", "ids"), APART)
def test_characters_of_one_sound_stay_apart(index: Index, text: str, ids: set[int]) -> None:
    assert {hit.id for hit in search(index, text).hits} == ids


def test_a_phrase_has_to_stand_there(index: Index) -> None:
    assert {hit.id for hit in search(index, '"양자 중계기"').hits} == {5}
    assert search(index, '"중계기 양자"').hits == ()
    assert {hit.id for hit in search(index, '위성 "환자 자료"').hits} == {6}


def test_both_spellings_are_found_from_either(index: Index) -> None:
    for text in ("원신이언", "원신이엔", "文心一言"):
        assert {2, 3} <= {hit.id for hit in search(index, text).hits}, text


FILTERED = [
    (Filters(), {1, 3, 4, 6}),
    (Filters(sections=("policy",), since=dt.date(2022, 9, 1)), {4, 6}),
    (Filters(until=dt.date(2022, 12, 31), categories=("지역",)), {1}),
    (Filters(regions=("샤먼",)), {4}),
    (Filters(regions=("푸젠",)), {4}),
    (Filters(organisations=("국가위생건강위원회",)), {6}),
    (Filters(deadlines=("2025",)), {1}),
    (Filters(least=Amount(Decimal(500_000_000), "CNY")), {1}),
    (Filters(least=Amount(Decimal(100_000_000), "CNY"), most=Amount(Decimal(200_000_000), "CNY")), {4}),
    (Filters(since=dt.date(2030, 1, 1)), set()),
]


@pytest.mark.parametrize(("filters", "ids"), FILTERED)
def test_filters(index: Index, filters: Filters, ids: set[int]) -> None:
    found = search(index, "기업 병원 관측", Asked(filters=filters))
    assert {hit.id for hit in found.hits} == ids


def test_order_by_day(index: Index) -> None:
    newest = [hit.issue for hit in search(index, "위안 위성 병원", Asked(order="newest")).hits]
    assert newest == sorted(newest, reverse=True)
    oldest = [hit.issue for hit in search(index, "위안 위성 병원", Asked(order="oldest")).hits]
    assert oldest == sorted(oldest)


def test_facets_count_what_was_found(index: Index) -> None:
    found = search(index, "기업", Asked(facets=("section", "year")))
    assert {(one.name, one.value): one.count for one in found.facets}[("section", "policy")] == 2
    assert sum(one.count for one in found.facets if one.name == "year") == found.total


def test_the_snippet_shows_what_was_found(index: Index) -> None:
    hit = search(index, "深圳特区报").hits[0]
    assert [hit.snippet[start:end] for start, end in hit.highlights] == ["深圳特区报"]
    hit = search(index, "국유기업").hits[0]
    assert [hit.snippet[start:end] for start, end in hit.highlights] == ["국유 기업"]


def test_both_databases_answer_alike(in_sqlite: Index, in_postgres: Index) -> None:
    for text, _ in FIRST:
        assert search(in_sqlite, text) == search(in_postgres, text), text


def test_an_article_of_any_size_is_found(index: Index) -> None:
    text = "".join(map(chr, random.Random(1).choices(range(0xAC00, 0xD7A4), k=150_000)))
    long = IndexedArticle(900, SPRING, "policy", 9, "끝없는 부록", (("body", text),), facts=())
    index.put([prepared(long)])
    try:
        assert search(index, "끝없는 부록").hits[0].id == 900
    finally:
        index.take_out([900])


def test_the_articles_put_in_last_come_first_however_many_there_are(index: Index) -> None:
    ids = [901, 4_096, 33_000, 36_863, 36_864, 40_959, 40_960]
    rare = [IndexedArticle(id_, SPRING, "policy", 9, "황제펭귄 관찰", facts=()) for id_ in ids]
    index.put([prepared(article) for article in rare])
    wanted = [[needed("황제펭귄")]]
    try:
        found = [index.matching(wanted, Filters(), most) for most in range(1, 9)]
        assert found == [ids[::-1][:most] for most in range(1, 9)]
        assert index.matching([[needed("없는펭귄")]], Filters(), 3) == []
        assert index.matching(wanted, Filters(sections=("policy",)), 2) == ids[::-1][:2]
    finally:
        index.take_out(ids)


def test_an_article_goes_without_a_trace_and_comes_back(index: Index) -> None:
    before = search(index, "샤먼대학 관측망")
    index.take_out([4, 99])
    assert 4 not in {hit.id for hit in search(index, "샤먼대학 관측망").hits}
    index.put([prepared(ARTICLES[3])])
    index.put([prepared(ARTICLES[3])])
    assert search(index, "샤먼대학 관측망") == before
