"""A maker of pages for the tests of this room."""

import datetime as dt
from collections.abc import Callable

import pytest

from donghyang.records import PageText

Maker = Callable[..., PageText]


@pytest.fixture
def page() -> Maker:
    def make(name: str, title: str | None, text: str = "", day: str | None = "2023-05-10", **more: str) -> PageText:
        return PageText(
            name=name,
            title=title,
            date=dt.date.fromisoformat(day) if day else None,
            byline=None,
            url=more.get("url"),
            text=text,
            outlet=more.get("outlet"),
        )

    return make
