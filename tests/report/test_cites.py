"""The pages that an article names, by address, title or file."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.records import Article, BriefSource, PageText, Reference, Remark
from donghyang.report.cites import cites, names_in, plain_address

PAGE = PageText("a b.html", "柳江省启用海上风电母港", dt.date(2024, 5, 7), None, "https://www.lj.example/port/", "…")


def article(
    *remarks: str, reference: Reference | None = None, source: BriefSource | None = None, below: tuple[str, ...] = ()
) -> Article:
    blocks = tuple(map(Remark, remarks))
    references = (reference,) if reference else ()
    return Article(1, None, "모항 가동", "모항을 가동", None, blocks, references, source, below=below)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (article(), False),
        (article("a b.html: 总投资38亿元"), True),
        (article("a b.html"), False),
        (article("c.html: 总投资38亿元"), False),
        (article(below=("a b.html: 柳江省启用海上风电母港",)), True),
        (article(reference=Reference("다른 제목", "http://lj.example/port#top")), True),
        (article(reference=Reference("柳江省启用海上风电母港", None)), True),
        (article(reference=Reference("柳江省启用海上风电母港？", "https://other.example")), True),
        (article(reference=Reference("柳江", "https://other.example")), False),
        (article(source=BriefSource("매체", None, "https://lj.example/port")), True),
        (article(source=BriefSource("매체", None, "https://lj.example/port/2")), False),
    ],
)
def test_a_page_is_named(given: Article, named: bool) -> None:
    assert cites(given).is_of(PAGE) is named


def test_a_page_without_title_and_address_is_named_by_its_file_alone() -> None:
    bare = PageText("x.html", None, None, None, None, "…")
    assert not cites(article(reference=Reference("제목", "https://lj.example"))).is_of(bare)
    assert cites(article("x.html: …")).is_of(bare)


@pytest.mark.parametrize(
    ("remark", "name"),
    [("a.html: 投资", "a.html"), ("원문 a.html, 표 1/2: 指标 | 值", "a.html"), ("a b.html: 投资", "a b.html")],
)
def test_names_in_a_remark(remark: str, name: str) -> None:
    assert name in names_in(remark)


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("https://www.a.example/x/", "a.example/x"),
        ("http://a.example/x#y", "a.example/x"),
        ("a.example/x.", "a.example/x"),
    ],
)
def test_plain_addresses(address: str, plain: str) -> None:
    assert plain_address(address) == plain
