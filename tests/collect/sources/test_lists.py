"""List pages of many makers: entries, days and the next page, found by structure alone.

`built` are the pages the reader was built on; `judged` those it was first run on when it stood.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from donghyang.collect.sources.lists import listed, next_page
from donghyang.collect.sources.lists.dates import beside
from donghyang.collect.sources.opened import Opened, opened
from donghyang.records import Entry

PAGES = Path(__file__).parent / "lists"
EXPECTED: dict[str, Any] = json.loads((PAGES / "expected.json").read_text("utf-8"))


def page(name: str, url: str) -> Opened:
    found = opened((PAGES / f"{name}.html").read_bytes(), url)
    assert found is not None
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_a_list_gives_its_entries(name: str) -> None:
    told = EXPECTED[name]
    wanted = [
        Entry(row["url"], row["title"], dt.date.fromisoformat(row["date"]) if row["date"] else None)
        for row in told["entries"]
    ]
    assert listed(page(name, told["url"]), dt.date.fromisoformat(told["day"])) == wanted


@pytest.mark.parametrize("name", EXPECTED)
def test_a_list_names_its_next_page(name: str) -> None:
    assert next_page(page(name, EXPECTED[name]["url"])) == EXPECTED[name]["next"]


@pytest.mark.parametrize("file", sorted((PAGES / "none").iterdir()), ids=lambda file: file.stem)
def test_other_pages_are_no_lists(file: Path) -> None:
    found = opened(file.read_bytes(), "https://kjt.xinghan.example.cn/x.html")
    assert found is not None
    assert listed(found, dt.date(2031, 5, 20)) == []
    assert next_page(found) is None


DAY = dt.date(2031, 1, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-01-05", "2031-01-05"),
        ("[2030/12/31 09:20]", "2030-12-31"),
        ("发布时间：2030年6月7日 来源：办公室", "2030-06-07"),
        ("18 2030-04", "2030-04-18"),
        ("18 2030年4月", "2030-04-18"),
        ("2030.04 18", "2030-04-18"),
        ("04/18 2030", "2030-04-18"),
        ("04-18 2030", "2030-04-18"),
        ("2030 04-18", "2030-04-18"),
        ("(01-05)", "2031-01-05"),
        ("12-31", "2030-12-31"),
        ("01-11", "2031-01-11"),
        ("1月9日", "2031-01-09"),
        ("昨天 21:10", "2031-01-09"),
        ("3天前", "2031-01-07"),
        ("5小时前", "2031-01-10"),
        ("어제", "2031-01-09"),
        ("3시간 전", "2031-01-10"),
        ("20301118", "2030-11-18"),
        ("Nov 18, 2030", "2030-11-18"),
        ("", None),
        ("浏览：1234", None),
        ("02-30", None),
        ("13-01", None),
        ("12.5亿元", None),
        ("电话 010-12-34567", None),
        ("9:30", None),
        ("4.5%", None),
        ("共20301118条", None),
    ],
)
def test_days_beside_an_entry(text: str, day: str | None) -> None:
    assert beside(text, DAY) == (dt.date.fromisoformat(day) if day else None)


def test_a_day_without_a_year_is_not_guessed() -> None:
    assert beside("04-18") is None
