"""Lines that cite: their parts in any order and between any signs, and what looks like them."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.report.induction.citation import body_of, citation, cites

NEAR = dt.date(2026, 9, 4)
DAY = dt.date(2026, 8, 31)
URL = "https://porto.example.pt/obras"


@pytest.mark.parametrize(
    ("text", "publisher", "title", "day", "url"),
    [
        # built on
        ("(출처: 해양부, 'Obras do porto', '26.8.31.)", "해양부", "Obras do porto", DAY, None),
        (f"참고 | 해양부 | Obras do porto | {URL}", "해양부", "Obras do porto", None, URL),
        ("☞ 해양부, Obras do porto (2026.8.31)", "해양부", "Obras do porto", DAY, None),
        ("[참고] 国土交通省, 港湾工事の見直し, 2026.8.31", "国土交通省", "港湾工事の見直し", DAY, None),
        ("[원문] Obras - fase dois - 해양부(2026년 8월 31일)", "해양부", "Obras - fase dois", DAY, None),
        (f"▷ 관련 링크: Obras do porto / 해양부 / 26.08.31 / {URL}", "해양부", "Obras do porto", DAY, URL),
        (f"원문보기 : {URL}", None, None, None, URL),
        # judged on
        ("자료원: 해양부, 『Obras do porto』, 8.31.", "해양부", "Obras do porto", DAY, None),
        ("《출처》 해양부. Obras do porto. 2026.8.31.", "해양부", "Obras do porto", DAY, None),
    ],
)
def test_parts_of_a_citation(
    text: str, publisher: str | None, title: str | None, day: dt.date | None, url: str | None
) -> None:
    found = citation(text, NEAR)
    assert (found.publisher, found.title, found.day, found.url) == (publisher, title, day, url)
    assert cites(text) or title is None


@pytest.mark.parametrize(
    "text",
    [
        "부두 공사를 2027년 8월까지 끝내기로 하였음",
        "NASA, Artemis 계획을 2년 늦춤 (8.31)",
        "폐태양광판의 80%를 재활용하도록 의무화하는 안을 공개 (8.31)",
        "자료를 3.1절까지 모두 공개",
        "",
    ],
)
def test_statements_cite_nothing(text: str) -> None:
    assert not cites(text)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("해양부 보도자료", "해양부"),
        ("국제표준화기구", "국제표준화기구"),
        ("Obras do porto", None),
        ("항만 공사 3개년 계획", None),
    ],
)
def test_a_body_that_stands_for_a_title(title: str, body: str | None) -> None:
    assert body_of(title) == body
