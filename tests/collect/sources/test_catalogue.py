"""The catalogue: every row loads, is whole, and says where its address was found."""

from __future__ import annotations

from donghyang.collect.sources.catalogue import catalogue, listed_as
from donghyang.language import tables
from donghyang.workspace.source_ranges import odd_source

LEAST = 60


def test_every_source_loads_and_is_one_that_a_workspace_takes() -> None:
    assert len(catalogue()) >= LEAST
    assert [
        (one.source.name, list(odd_source(one.source))) for one in catalogue() if list(odd_source(one.source))
    ] == []


def test_no_source_stands_twice() -> None:
    assert (
        len({one.source.name for one in catalogue()})
        == len({one.source.address for one in catalogue()})
        == len(catalogue())
    )


def test_every_source_has_its_evidence() -> None:
    for one in catalogue():
        assert "/" in one.where or one.where == "links of sample pages saved from the site", one
        assert not one.where.startswith("/")
        assert one.source.tier
        assert one.source.region


def test_none_is_said_to_be_tried_that_was_not() -> None:
    assert not any(one.tried for one in catalogue())
    assert {row[-1] for row in tables.read("donghyang.collect.sources", "catalogue.tsv")} <= {"yes", "no"}


def test_a_source_is_found_by_name_address_or_words() -> None:
    one = catalogue()[3]
    assert listed_as(one.source.name) == listed_as(one.source.address) == [one]
    assert {found.source.region for found in listed_as("安徽省科技厅")} == {"安徽"}
    assert len(listed_as("北京 首页")) < len(listed_as("北京"))
    assert listed_as("아무것도 아님") == listed_as("") == []
