"""Files written on Windows and on old Macs: whatever ends a line, the same is read of it."""

from __future__ import annotations

from importlib.resources import files

import pytest

from donghyang.check import check
from donghyang.facts import find_facts_in
from donghyang.read import formats
from donghyang.records import Document, Issue
from donghyang.report import parse

SAMPLE = files("donghyang") / "sample"
PAGES = sorted(path.name for path in (SAMPLE / "pages").iterdir() if path.name.endswith((".html", ".txt", ".md")))


def with_ends(data: bytes, end: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", end)


def words(text: str) -> str:
    return " ".join(text.split())


def told(document: Document) -> list[tuple[str, ...]]:
    facts = find_facts_in(document)
    assert all(document.text[fact.start : fact.end] == fact.text for fact in facts)
    return [(fact.kind, words(fact.text), str(getattr(fact, "value", ""))) for fact in facts]


def headlines(issue: Issue) -> list[str]:
    return [article.headline for section in issue.sections for article in section.articles]


def test_a_report_is_the_same_whatever_ends_its_lines() -> None:
    data = (SAMPLE / "report.txt").read_bytes()
    unix, windows = (formats.document(with_ends(data, end), "report.txt") for end in (b"\n", b"\r\n"))
    assert told(unix) == told(windows)
    assert headlines(parse(unix)) == headlines(parse(windows))
    assert headlines(parse(unix))
    found, same = ([(one.rule, words(one.text)) for one in check(document)] for document in (unix, windows))
    assert found == same


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_whatever_ends_its_lines(name: str) -> None:
    data = (SAMPLE / "pages" / name).read_bytes()
    if not data.strip():
        pytest.skip("an empty page of the sample")
    unix, windows = (formats.page(with_ends(data, end), name) for end in (b"\n", b"\r\n"))
    assert (unix.title, unix.date, unix.text, unix.tables) == (
        windows.title,
        windows.date,
        windows.text,
        windows.tables,
    )
