"""The tables of places hold together."""

from __future__ import annotations

from collections import Counter

from donghyang.language import tables
from donghyang.language.gazetteer import counties, home, places, province_of, within, written

PLACES = tables.read("donghyang.language", "places.tsv")
DIVISIONS = tables.read("donghyang.language", "divisions.tsv")
HIGHEST = {"municipality", "province", "region"}


def test_every_place_stands_once() -> None:
    rows = Counter((level, hanzi, parent) for level, hanzi, _, parent, *_ in (*PLACES, *DIVISIONS))
    assert [row for row, times in rows.items() if times > 1] == []


def test_every_place_lies_in_a_place_of_the_tables() -> None:
    below = [place for hanzi in {row[1] for row in (*PLACES, *DIVISIONS)} for place in written(hanzi)]
    assert [place for place in below if place.level not in HIGHEST and home(place) is None] == []


def test_the_levels_are_complete() -> None:
    """34 on the level of a province; 293 cities and 40 prefectures below, with five cities of Taiwan."""
    levels = Counter(row[0] for row in (*PLACES, *DIVISIONS))
    assert levels["province"] + levels["municipality"] == 34
    assert (levels["city"], levels["prefecture"]) == (293 + 5, 40)


def test_a_district_lies_in_its_city_and_in_its_province() -> None:
    district = next(place for place in written("召陵") if place.level == "district")
    holders = {place.hanzi for place in places() if within(district, place)}
    assert holders == {"漯河", "河南"}


def test_the_province_of_a_name_is_that_of_the_highest_place() -> None:
    """西安 is a district of 辽源 too, 吉林 a city in 吉林, 河北 a district of 天津; 泉城 is a byname, no place."""
    asked = ("西安", "吉林", "河北", "浦东", "漯河", "光谷", "香港", "泉城", "")
    assert [province_of(name) for name in asked] == ["陕西", "吉林", "河北", "上海", "河南", "湖北", "香港", "", ""]


def test_every_county_lies_in_a_place_of_the_tables() -> None:
    rows = [place for group in counties().values() for place in group]
    assert len({(place.hanzi, place.parent) for place in rows}) == len(rows) > 1200
    assert [place for place in rows if home(place) is None] == []
