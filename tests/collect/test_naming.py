from __future__ import annotations

import datetime as dt

import pytest

from donghyang.collect.naming import file_name, page_name
from donghyang.records import Capture


def captured(url: str, media: str | None) -> Capture:
    return Capture(url, url, dt.datetime(2026, 11, 29, tzinfo=dt.UTC), 200, media, "0" * 64, 1, "new")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.kjj.example.cn/tz/t1.html", "www.kjj.example.cn/tz/t1.html"),
        ("http://www.kjj.example.cn/tz/t1.html#top", "www.kjj.example.cn/tz/t1.html"),
        ("https://kjj.example/show?id=3&page=2", "kjj.example/show?id=3&page=2"),
        ("https://kjj.example/../../etc/passwd", "kjj.example/../../etc/passwd"),
        ("https://kjj.example/a\u202eb\\c", "kjj.example/a\\u202eb\\\\c"),
    ],
)
def test_a_page_is_called_by_its_address(url: str, name: str) -> None:
    assert page_name(url) == name


@pytest.mark.parametrize(
    ("url", "media", "name"),
    [
        ("https://kjj.example/tz/t1.html", "text/html", "t1.html"),
        ("https://kjj.example/tz/t1.shtml", "text/html", "t1.shtml"),
        ("https://kjj.example/show?id=3", "text/html", "show.html"),
        ("https://kjj.example/", "text/html", "index.html"),
        ("https://kjj.example/get.php?file=a.doc", "application/pdf", "get.php"),
        ("https://kjj.example/P020.pdf", "application/pdf", "P020.pdf"),
        ("https://kjj.example/../../etc/passwd", None, "passwd"),
    ],
)
def test_its_reader_is_told_of_what_kind_it_is_and_no_path(url: str, media: str | None, name: str) -> None:
    assert file_name(captured(url, media)) == name
