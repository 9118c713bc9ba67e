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
from donghyang.collect.sources.lists.links import MOST
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
        ("来源：今日头条 01-08", "2031-01-08"),  # the name of a paper is no day where one is told
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
        ("截止日期：2031-03-01", None),
        ("报名时间：2031年2月3日", None),
        ("截止时间：2031-03-01 发布时间：2031-01-02", "2031-01-02"),
    ],
)
def test_days_beside_an_entry(text: str, day: str | None) -> None:
    assert beside(text, DAY) == (dt.date.fromisoformat(day) if day else None)


def test_a_day_without_a_year_is_not_guessed() -> None:
    assert beside("04-18") is None


HEADS = "<table><tr><th>标题</th><th>{}</th><th>{}</th></tr>{}</table>"
CELLS = "<tr><td><a href='/tz/{0}.html'>关于征集需求的函之{0}</a></td><td>2031-05-0{0}</td><td>2031-06-0{0}</td></tr>"


@pytest.mark.parametrize(
    ("first", "second", "month"),
    [("发布日期", "截止日期", 5), ("成文日期", "发布日期", 6), ("发布时间", "有效期至", 5), ("甲", "乙", 6)],
)
def test_of_several_days_in_a_table_its_head_tells_which(first: str, second: str, month: int) -> None:
    text = HEADS.format(first, second, "".join(CELLS.format(number) for number in (1, 2, 3)))
    found = opened(text.encode(), "https://kjt.xinghan.example.cn/")
    assert found is not None
    assert [entry.date for entry in listed(found)] == [dt.date(2031, month, number) for number in (1, 2, 3)]


def test_the_machine_time_of_a_page_is_read() -> None:
    row = "<li><a href='/a/{0}'>关于征集需求的函之{0}</a><time datetime='2031-05-0{0}T08:00:00+08:00'>上周</time></li>"
    text = f"<ul>{''.join(row.format(number) for number in (1, 2, 3))}</ul>"
    found = opened(text.encode(), "https://kjt.xinghan.example.cn/")
    assert found is not None
    assert [entry.date for entry in listed(found)] == [dt.date(2031, 5, number) for number in (1, 2, 3)]


def test_a_huge_list_ends() -> None:
    rows = "".join(
        f"<li><a href='/a/{number}.html'>关于征集需求的函</a><span>2031-05-01</span></li>" for number in range(9_000)
    )
    deep = "<div>" * 1_500 + "<a href='/b/1.html'>关于征集需求的函</a>" + "</div>" * 1_500
    for text in (f"<ul>{rows}</ul>", f"{deep}{deep}", "<datastore>" + "<record>" * 50_000):
        found = opened(text.encode(), "https://kjt.xinghan.example.cn/")
        assert found is not None
        assert len(listed(found)) <= MOST


def test_a_day_behind_each_row_heads_no_other() -> None:
    days = [dt.date(2031, 5, 19), dt.date(2031, 5, 16), dt.date(2031, 5, 15), dt.date(2031, 5, 12)]
    rows = (
        f'<dt><a href="/art/{day:%d}.html">关于组织申报第{day:%d}批深海装备项目的通知</a></dt>'
        f"<dd>来源：星汉省科技厅</dd><dd>{day:%Y/%m/%d}</dd>"
        for day in days
    )
    body = f"<html><body><div><dl>{''.join(rows)}</dl></div></body></html>".encode()
    found = opened(body, "https://kjt.example.cn/tz/")
    assert found is not None
    assert [entry.date for entry in listed(found, dt.date(2031, 6, 1))] == days
