"""What a site map names besides articles, told by how addresses are built and in which order they were changed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.collect.sources.families import family, strange

HOST = "https://www.xinghan.example.cn"
FIRST = dt.date(2031, 1, 1)
DATED = {f"{HOST}/xw/203105/t203105{day:02d}_{day}.html": dt.date(2031, 5, day) for day in range(1, 10)}
MIXED = (9, 2, 14, 7, 0, 11, 4, 13, 6, 1, 10, 3, 12, 5, 8)


def numbered(path: str, order: tuple[int, ...] = tuple(range(15))) -> dict[str, dt.date | None]:
    return {f"{HOST}/{path}/{300 + at}.html": FIRST + dt.timedelta(3 * place) for at, place in enumerate(order)}


@pytest.mark.parametrize(
    ("other", "is_strange"),
    [
        (numbered("team", MIXED), True),
        (numbered("zh/shop/parts", MIXED), True),
        (numbered("info/1050", MIXED), True),  # a column with a number for its name
        (numbered("policy"), False),  # numbered as they came out
        (numbered("policy", (14, *range(14))), False),  # one of them changed again
        (numbered("xw/media", MIXED), False),  # beside the articles
        (numbered("team", MIXED[:8]), False),  # too few to show an order
        (numbered("team", (4,) * 15), False),  # all changed on one day
        (dict.fromkeys(numbered("team")), False),  # nothing is told
        ({f"{HOST}/p/{name}": day for name, day in zip("abcdefghijklmno", numbered("p").values(), strict=True)}, False),
    ],
)
def test_what_is_changed_in_any_order_beside_articles_is_none(
    other: dict[str, dt.date | None], is_strange: bool
) -> None:
    assert strange(DATED | other, set(DATED)) == (set(other) if is_strange else set())


def test_where_nothing_shows_itself_as_articles_nothing_is_lost() -> None:
    assert strange(numbered("a", MIXED) | numbered("b", MIXED), ()) == set()


def test_without_days_in_addresses_what_grows_shows_itself() -> None:
    people = numbered("people", MIXED)
    assert strange(numbered("news") | people, ()) == set(people)


def test_columns_with_numbers_for_names_are_told_apart() -> None:
    teachers = numbered("info/1050", MIXED)
    assert strange(numbered("info/1012") | numbered("info/1013") | teachers, ()) == set(teachers)


def test_months_are_no_columns() -> None:
    months = [numbered(f"news/2031/{month:02d}", order) for month, order in ((4, tuple(range(15))), (5, MIXED))]
    assert strange(months[0] | months[1], ()) == set()


@given(st.lists(st.dates(FIRST, dt.date(2031, 12, 31)), min_size=1, max_size=40))
def test_what_is_numbered_as_it_came_out_is_never_lost(days: list[dt.date]) -> None:
    grown = {f"{HOST}/n/{at}.html": day for at, day in enumerate(sorted(days))}
    assert not strange(DATED | grown | numbered("team", MIXED), set(DATED)) & grown.keys()


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("/team/81.html", "/team/9.html", True),
        ("/news/20310501/1.html", "/news/20310402/7.html", True),
        ("/show?id=3", "/show?id=44", True),
        ("/show?id=3", "/list?id=3", False),
        ("/team/81.html", "/team/81/", False),
        ("/team/81.html", "/news/81.html", False),
    ],
)
def test_addresses_built_alike_are_one_family(one: str, other: str, are_alike: bool) -> None:
    assert (family(HOST + one) == family(HOST + other)) == are_alike
