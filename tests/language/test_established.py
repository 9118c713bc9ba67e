"""Names with a Korean form of their own: tables without doubles, found with and without what a full name ends in."""

from __future__ import annotations

import re

import pytest

from donghyang.language import tables
from donghyang.language.established import (
    established,
    established_names,
    firms_abroad,
    known_seats,
    short_bodies,
)
from donghyang.language.gazetteer import written
from donghyang.language.lookalikes import look_alike
from donghyang.language.nearness import confusable


def test_tables_have_no_doubles() -> None:
    for name, column in (("foreign_firms.tsv", 0), ("established_names.tsv", 1), ("seats.tsv", 0)):
        names = [row[column] for row in tables.read("donghyang.language", name)]
        assert len(names) == len(set(names)), name
    assert not firms_abroad().keys() & established_names().keys()


def test_names_are_simplified_and_have_a_form_and_a_source() -> None:
    for name in ("foreign_firms.tsv", "established_names.tsv"):
        for row in tables.read("donghyang.language", name):
            assert len(row) == 4
            assert all(row), row
    for known in (*firms_abroad().values(), *established_names().values()):
        assert all(form and not re.search(r"\s\s|^\s|\s$", form) for form in known.forms)


def test_seats_are_places() -> None:
    assert all(written(city) for _, _, city in known_seats())


def test_seats_repeat_no_established_forms() -> None:
    told = {hanzi: forms.split("|") for hanzi, forms, _ in tables.read("donghyang.language", "seats.tsv")}
    known = {hanzi: list(established_names()[hanzi].forms) for hanzi in told if hanzi in established_names()}
    assert [hanzi for hanzi, forms in known.items() if told[hanzi] == forms] == []


@pytest.mark.parametrize(
    ("plain", "form"),
    [
        ("西门子", "지멘스"),
        ("西门子股份公司", "지멘스"),
        ("宇树科技", "유니트리"),
        ("宇树科技股份有限公司", "유니트리"),
        ("比亚迪", "비야디"),
    ],
)
def test_established(plain: str, form: str) -> None:
    known = established(plain)
    assert known is not None
    assert known.forms[0] == form


@pytest.mark.parametrize("plain", ["", "公司", "西门", "无名科技"])
def test_not_established(plain: str) -> None:
    assert established(plain) is None


def test_every_short_name_means_one_body_and_an_unknown_one_has_its_full_name() -> None:
    short = [form for body in short_bodies() for form in (*body.unknown, *body.plain)]
    assert len(short) == len(set(short))
    assert all(body.hanzi and bool(body.unknown) == bool(body.full) for body in short_bodies())


@pytest.mark.parametrize(
    ("a", "b", "alike"), [("壁", "璧", True), ("環", "壞", True), ("壁", "壁", False), ("海", "人", False)]
)
def test_look_alike(a: str, b: str, alike: bool) -> None:
    assert look_alike(a, b) is alike


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("유비테크", "유비태크", True),
        ("아이디어", "마이디어", False),
        ("유비테크", "유비테크", False),
        ("가", "가나", False),
    ],
)
def test_confusable(a: str, b: str, alike: bool) -> None:
    assert confusable(a, b) is alike
