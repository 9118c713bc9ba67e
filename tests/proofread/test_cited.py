"""The pages that a report cites: each held against by the address it was fetched from, whoever asked before."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang.proofread.cited import Cited
from donghyang.read.limits import Limits

OWN, OTHER = "https://a.example/plant.html", "https://b.example/bridge.html"
PAGE = "URL: {own}\nDATE: 2024-03-05\nTITLE: {title}\n\n{text}\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    links = PAGE.format(own=OWN, title="海水淡化", text=f"临江市建成淡化厂3座。详见 {OTHER}")
    (tmp_path / "plant.txt").write_text(links, "utf-8")
    (tmp_path / "bridge.txt").write_text(PAGE.format(own=OTHER, title="大桥", text="临江市建成大桥2座。"), "utf-8")
    return tmp_path


def names(cited: Cited, *addresses: str) -> list[str]:
    return [source.name for source in cited(frozenset(addresses))]


@pytest.mark.parametrize("order", [(OWN, OTHER), (OTHER, OWN)])
def test_a_page_that_only_names_an_address_is_not_the_one_fetched_from_it(pages: Path, order: tuple[str, str]) -> None:
    cited, expected = Cited([pages]), {OWN: ["plant.txt"], OTHER: ["bridge.txt"]}
    assert [names(cited, address) for address in order] == [expected[address] for address in order]


def test_scheme_and_www_do_not_tell_pages_apart(pages: Path) -> None:
    assert names(Cited([pages]), "http://www.a.example/plant.html/") == ["plant.txt"]


def test_nothing_comes_of_no_address_and_of_an_unknown_one(pages: Path) -> None:
    assert names(Cited([pages])) == []
    assert names(Cited([pages]), "https://a.example/other.html") == []


def test_a_page_that_costs_more_than_the_newsroom_allows_is_none(pages: Path) -> None:
    assert names(Cited([pages], Limits(letters=10)), OWN) == []
