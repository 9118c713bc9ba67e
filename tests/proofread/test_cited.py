"""The pages of a workspace by the address they were fetched from."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang.proofread.cited import Cited
from donghyang.read.limits import Limits

ONE, OTHER = "https://www.example.cn/plant/1.html", "https://www.example.cn/plant/2.html"
SENTENCE = "渭河市今年建成风电场十二座，装机容量达到四十五万千瓦，比去年增加八座。"


@pytest.fixture
def pages(tmp_path: Path) -> Cited:
    link = f'<p><a href="{OTHER}">下一篇</a></p>'
    for name, address, more in (("one.html", ONE, link), ("other.html", OTHER, "")):
        head = f'<title>{name}</title><link rel="canonical" href="{address}">'
        body = f"<h1>渭河市建成风电场</h1><article>{f'<p>{SENTENCE}</p>' * 8}</article>{more}"
        (tmp_path / name).write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return Cited([tmp_path])


def names(pages: Cited, *addresses: str) -> list[str]:
    return [source.name for source in pages(frozenset(addresses))]


@pytest.mark.parametrize(
    "printed", [ONE, ONE.replace("https", "http"), ONE.replace("www.", ""), f"{ONE}#top", f"{ONE}."]
)
def test_a_page_is_found_by_its_address(pages: Cited, printed: str) -> None:
    assert names(pages, printed) == ["one.html"]


def test_a_page_that_only_links_to_the_address_is_not_meant_and_stays_at_hand(pages: Cited) -> None:
    assert names(pages, OTHER) == ["other.html"]
    assert names(pages, ONE) == ["one.html"]
    assert names(pages, ONE, OTHER) == ["one.html", "other.html"]


def test_nothing_is_found_where_no_page_is_at_hand(pages: Cited, tmp_path: Path) -> None:
    assert names(pages) == []
    assert names(pages, "https://www.example.cn/plant/3.html") == []
    assert names(Cited([tmp_path / "none"]), ONE) == []


def test_a_page_that_costs_more_than_the_newsroom_allows_is_none(tmp_path: Path) -> None:
    (tmp_path / "plant.txt").write_text(f"URL: {ONE}\nTITLE: 渭河市建成风电场\n\n{SENTENCE}\n", encoding="utf-8")
    assert names(Cited([tmp_path]), ONE) == ["plant.txt"]
    assert names(Cited([tmp_path], Limits(letters=10)), ONE) == []
