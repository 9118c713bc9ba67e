"""Lists in every manner of rows, among menus, boxes of other articles, and feet: nothing too much, nothing missing."""

from __future__ import annotations

from random import Random

import pytest
from tests.collect.sources.composed import DAY, ROWS, URL, page

from donghyang.collect.sources.lists import listed
from donghyang.collect.sources.opened import opened

PAGES = 12


@pytest.mark.parametrize("manner", ROWS)
def test_a_list_is_read_whole_whatever_stands_around_it(manner: str) -> None:
    for seed in range(PAGES):
        text, wanted = page(manner, Random(f"{manner} {seed}"))
        found = opened(text.encode(), URL)
        assert found is not None
        assert {entry.url: entry.date for entry in listed(found, DAY)} == wanted, text
