"""The search index tells which articles are looked into; what is found is what going through the ledger finds."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from itertools import product

import pytest

from donghyang.archive import giving, models
from donghyang.archive.ledger import Chosen, booked, card, narrowing
from donghyang.archive.ledger.booked import BookKind
from donghyang.archive.opening import Archive

KINDS: tuple[BookKind, ...] = ("target", "benefit", "ranking", "record", "achievement", "reached")
WORDS: tuple[tuple[str, ...], ...] = (
    (), ("해양 바이오",), ("해양바이오", "쑤저우"), ("쑤저우, 해양",), ("12배",), ("위",), ("없는말",), ("科学城市",),
)  # fmt: skip
REGIONS = (None, "苏州", "장쑤", "어디에도없는곳")
DAYS = ((None, None), (dt.date(2024, 9, 6), dt.date(2025, 2, 1)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_index_leaves_nothing_out(ledger_archive: Archive, kind: BookKind, monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules[booked.__module__]
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_OF_AN_ARTICLE", 0.01)
    every = [Chosen(words, region, *days) for words, region, days in product(WORDS, REGIONS, DAYS)]
    narrowed = [list(booked(ledger_archive, kind, chosen)) for chosen in every]
    monkeypatch.setattr(module, "articles_with", lambda *_: None)
    assert narrowed == [list(booked(ledger_archive, kind, chosen)) for chosen in every]


ASKED: list[tuple[tuple[str, ...], str | None, Callable[[int], bool]]] = [
    (("해조류",), None, lambda count: count == 1),
    ((), "장쑤", lambda count: 1 <= count < 6),
    (("없는말",), None, lambda count: count == 0),
]


@pytest.mark.parametrize(("words", "region", "is_right"), ASKED)
def test_few_articles_are_looked_into(
    ledger_archive: Archive, words: tuple[str, ...], region: str | None, is_right: Callable[[int], bool]
) -> None:
    found = narrowing.articles_with(ledger_archive, words, region)
    assert found is not None
    assert is_right(len(found))


@pytest.mark.parametrize("words", [(), ("위",), ("12배",), ("···",)])
def test_words_that_the_index_cuts_otherwise_do_not_narrow(ledger_archive: Archive, words: tuple[str, ...]) -> None:
    assert narrowing.articles_with(ledger_archive, words, None) is None


def test_an_index_that_is_not_there_does_not_narrow(ledger_archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghyang.archive.search.is_ready", lambda _: False)
    assert narrowing.articles_with(ledger_archive, ("해조류",), None) is None


def test_rows_of_some_articles_come_in_the_order_of_the_ledger(ledger_archive: Archive) -> None:
    every = list(giving.ledger(ledger_archive, giving.Wanted("target")))
    ids = list(models.Article.objects.using(ledger_archive.alias).values_list("pk", flat=True))
    assert list(giving.ledger(ledger_archive, giving.Wanted("target", among=ids))) == every
    assert list(giving.ledger(ledger_archive, giving.Wanted("target", among=[]))) == []
    heads = list(giving.ledger(ledger_archive, giving.Wanted("target", among=ids, whole=False)))
    assert [fact for fact, _ in heads] == [fact for fact, _ in every]
    for (_, head), (_, whole) in zip(heads, every, strict=True):
        assert (head.id, head.issue, head.text) == (whole.id, whole.issue, whole.text)
        assert head.article.blocks == ()
        assert (head.article.headline, head.article.number) == (whole.article.headline, whole.article.number)


def test_a_card_has_the_rows_of_its_articles(ledger_archive: Archive) -> None:
    found = card(ledger_archive, "쑤저우")
    assert found.mentions
    assert {row.article.id for row in found.said} <= {hit.id for hit in found.mentions}
    assert {row.fact.kind for row in found.said} >= {"ranking"}
