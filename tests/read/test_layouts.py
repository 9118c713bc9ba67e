"""Pages of common publishing systems: the whole article and nothing else, title, day, names, number and files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from donghyang import read

FOLDER = Path(__file__).with_name("layouts")
PAGES: dict[str, dict[str, Any]] = tomllib.loads(FOLDER.joinpath("expected.toml").read_text("utf-8"))


def test_every_page_has_its_answer() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == PAGES.keys()


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    wanted = PAGES[name]
    page = read.page(FOLDER / f"{name}.html")
    assert page.text.split("\n") == wanted["article"]
    assert page.title == wanted["title"]
    assert (page.date.isoformat() if page.date else None) == wanted.get("day")
    assert (page.number, page.issuer) == (wanted.get("number"), wanted.get("issuer"))
    assert [file.name for file in page.attachments] == wanted.get("files", [])
    assert page.byline == wanted.get("byline", page.byline)
    assert page.outlet == wanted.get("outlet", page.outlet)
    assert not [words for words in wanted["never"] if words in page.text]
