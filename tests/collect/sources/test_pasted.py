"""Pasted addresses, as people paste them."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.collect.sources.pasted import addresses
from donghyang.records import Entry

A = "https://a.example.cn/1.html"


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        (A, Entry(A, "")),
        (f"  - {A}", Entry(A, "")),
        (f"新材料专项启动 {A}", Entry(A, "新材料专项启动")),
        (f"1. 新材料专项启动（{A}）。", Entry(A, "新材料专项启动")),
        (f"[新材料专项启动]({A})", Entry(A, "新材料专项启动")),
        (f"☑ 新材料专项启动\n{A}", Entry(A, "新材料专项启动")),
        (f"| 新材料专项启动 | {A} |", Entry(A, "新材料专项启动")),
        (f"2031-05-18 新材料专项启动 {A}", Entry(A, "新材料专项启动", dt.date(2031, 5, 18))),
        (f"신소재 특별과제 착수: {A}", Entry(A, "신소재 특별과제 착수")),
        (f"{A}#part", Entry(A, "")),
        (f"见“{A}”", Entry(A, "见")),
        ("https://a.example.cn/w_(x)", Entry("https://a.example.cn/w_(x)", "")),
        (
            "https://a.example.cn/t20310518_7.html",
            Entry("https://a.example.cn/t20310518_7.html", "", dt.date(2031, 5, 18)),
        ),
        ("HTTPS://A.example.cn/X", Entry("https://a.example.cn/X", "")),
    ],
)
def test_an_address_is_found_with_what_stands_beside_it(line: str, entry: Entry) -> None:
    (found,) = addresses(line.encode())
    assert found == entry


def test_many_addresses_keep_their_order_and_stand_once() -> None:
    text = f"# 本周\n{A} https://b.example.cn/\n\n{A}\nmailto:x@y.example\nftp://c.example.cn/\n"
    assert [entry.url for entry in addresses(text.encode())] == [A, "https://b.example.cn/"]


@pytest.mark.parametrize(
    "body", [b"", b"nothing", b"http://", b"https://[::1", b"\xff\xfe\x00", b"http://u:p@h.example.cn/"]
)
def test_what_holds_no_address_gives_none(body: bytes) -> None:
    assert addresses(body) == []
