"""Nothing that can be typed breaks a search; and what a scan of the text finds, the index finds."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archive.search.made import ARTICLES

from donghyang.archive.search import Asked, Index, search
from donghyang.archive.search.entries import prepared
from donghyang.archive.search.letters import cut, shown, squeezed
from donghyang.records import IndexedArticle

TYPED = [
    '"', '""', '"선전', '선전"', '"선전" "', "'; DROP TABLE search_article; --", "선전 AND", "OR NOT NEAR(", "선전*",
    "^선전", "-선전", "headline:선전", "선전 + (위안", "%s %s", "{}", "\\", "\x00", "선\x00전", "선전\n위안", "\f",
    "\ud800선전", "😀 선전 👩\u200d👩\u200d👧", "선" * 10_000, "선전 " * 4_000, "深圳" * 5_000, "1" * 10_000,
    "a" * 10_000,     "ㅅ" * 3_000, "shenzhen" * 900, "(" * 9_000, "1e999999999", "9" * 40 + "억 위안",
    "0000-00-00", "2022-13-45",
    "①②③", "½", "ﷺ", "Ａ１", "İstanbul", "ß", "가\u0301", "선\u200b전", "'선전", "선전''", "@2022", "#2128000000",
    "a\\'b", "' | '", "' & !'", ":*", "<->",
]  # fmt: skip


@pytest.mark.parametrize("text", TYPED)
def test_nothing_typed_breaks_it(index: Index, text: str) -> None:
    found = search(index, text)
    assert len(found.hits) <= 10


@given(st.text(max_size=60))
def test_no_text_breaks_it(in_sqlite: Index, text: str) -> None:
    search(in_sqlite, text)


def test_what_is_too_long_is_said(index: Index) -> None:
    found = search(index, "선전 " * 4_000)
    assert found.hits[0].id == 1
    assert found.unread


def _stretches(count: int) -> list[tuple[int, str]]:
    chance = random.Random(18)
    found: list[tuple[int, str]] = []
    while len(found) < count:
        article = chance.choice(ARTICLES)
        text = shown(chance.choice([article.headline, *(text for _, text in article.texts)]))
        start = chance.randrange(len(text))
        stretch = text[start : start + chance.randrange(1, 30)]
        if squeezed(cut(stretch)) and '"' not in stretch:
            found.append((article.id, stretch))
    return found


def test_what_a_scan_finds_the_index_finds(index: Index) -> None:
    for id_, stretch in _stretches(300):
        hits = {hit.id for hit in search(index, stretch, Asked(limit=20)).hits}
        assert id_ in hits, stretch


@given(st.data())
def test_any_stretch_of_any_article_is_found(in_sqlite: Index, data: st.DataObject) -> None:
    article = data.draw(st.sampled_from(ARTICLES))
    text = shown(data.draw(st.sampled_from([article.headline, *(text for _, text in article.texts)])))
    start = data.draw(st.integers(0, len(text) - 1))
    stretch = text[start : data.draw(st.integers(start + 1, len(text)))]
    if squeezed(cut(stretch)):
        assert article.id in {hit.id for hit in search(in_sqlite, stretch, Asked(limit=20)).hits}


LONG = [
    "가" * 50_000, "a" * 50_000, "中" * 20_000, "(" * 50_000, "<a" * 25_000, "가 " * 25_000, "1," * 25_000,
    "가나(A" * 9_000,
]  # fmt: skip


@pytest.mark.parametrize("text", LONG, ids=lambda text: str(text[:4]))
def test_a_long_text_is_read_once(text: str) -> None:
    """What grows with the square of a text would not end here."""
    article = IndexedArticle(1, dt.date(2020, 1, 3), "policy", 1, "끝없는 부록", (("body", text),), facts=())
    assert prepared(article).entry.headline == "끝없는 부록"
