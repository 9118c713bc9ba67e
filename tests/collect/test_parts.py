"""Articles that are cut into pages, and lines that a site prints under every article."""

from __future__ import annotations

import datetime as dt

from donghyang.collect import PageRead, whole
from donghyang.records import PageText

FOOT = "本网站由岚海省海洋局主办，欢迎社会各界通过留言板提出宝贵意见。"


def read(name: str, text: str, title: str = "观测条例全文", **more: object) -> PageRead:
    page = PageText(name=name, title=title, date=dt.date(2026, 3, 7), byline=None, url=None, text=text)
    for key, value in more.items():
        object.__setattr__(page, key, value)
    return PageRead(name, name, page)


def texts(*readings: PageRead) -> dict[str, str | None]:
    return {found.name: found.page.text if found.page else None for found in whole(readings)}


def test_parts_that_lead_to_one_another_are_one_page() -> None:
    links = ("a.html", "a_2.html", "a_3.html")
    found = whole(
        [read("a_3.html", "三", parts=links), read("a.html", "一", parts=links), read("a_2.html", "二", parts=links)]
    )
    assert {reading.name: reading.page.text if reading.page else None for reading in found} == {
        "a.html": "一\n二\n三",
        "a_2.html": None,
        "a_3.html": None,
    }
    assert all(reading.reason and "a.html" in reading.reason.en for reading in found if not reading.page)


def test_parts_numbered_after_one_name_need_no_links() -> None:
    assert texts(read("a.html", "一"), read("a_2.html", "二"), read("a_10.html", "十"))["a.html"] == "一\n二\n十"


def test_a_line_that_both_parts_have_is_told_once() -> None:
    assert texts(read("a.html", "提要\n一"), read("a_2.html", "提要\n二"))["a.html"] == "提要\n一\n二"


def test_pages_of_one_title_are_not_yet_parts() -> None:
    kept = texts(read("notice1.html", "一"), read("notice2.html", "二"), read("b_2.html", "三", title="别的标题"))
    assert None not in kept.values()


def test_pages_of_two_hosts_or_folders_are_no_parts() -> None:
    one, other = (
        read("x/a.html", "一", url="https://a.example/1.html"),
        read("x/a_2.html", "二", url="https://b.example/1.html"),
    )
    assert None not in texts(one, other).values()
    assert None not in texts(read("x/a.html", "一"), read("y/a_2.html", "二")).values()


def test_a_long_line_under_most_pages_of_a_host_is_the_sites() -> None:
    pages = [read(f"{n}.html", f"第{n}篇的正文。\n{FOOT}", f"标题{n}", url=f"https://a.example/{n}") for n in range(4)]
    assert texts(*pages)["2.html"] == "第2篇的正文。"


def test_contacts_short_lines_and_few_pages_keep_theirs() -> None:
    contact = "联系人：省海洋局规划处郑工，电话：0000-8812345，传真同号。"
    for line, count in ((contact, 4), ("特此通知。", 4), (FOOT, 2)):
        pages = [
            read(f"{n}.html", f"正文{n}。\n{line}", f"标题{n}", url=f"https://a.example/{n}") for n in range(count)
        ]
        assert texts(*pages)["1.html"] == f"正文1。\n{line}"
