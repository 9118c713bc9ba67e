"""What a page may say of itself at most: what has 16 000 characters is no title, what has 8 000 no address."""

from __future__ import annotations

from dataclasses import replace

from donghyang.records import PageText

LONGEST_TITLE = 300
"""Characters of a title; headlines have fewer than a hundred."""
LONGEST_NAME = 100
"""Characters of an outlet or a byline."""
LONGEST_URL = 2000
"""Characters of an address; what is longer no browser of old, no search engine and no print takes."""


def bounded(page: PageText) -> PageText:
    """The page with its title and names cut to what they may be, and without an address that is too long."""
    return replace(
        page,
        title=_cut(page.title, LONGEST_TITLE),
        byline=_cut(page.byline, LONGEST_NAME),
        outlet=_cut(page.outlet, LONGEST_NAME),
        url=page.url if page.url and len(page.url) <= LONGEST_URL else None,
    )


def _cut(text: str | None, most: int) -> str | None:
    return text if text is None or len(text) <= most else text[:most].rstrip()
