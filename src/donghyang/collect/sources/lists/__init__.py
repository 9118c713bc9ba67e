"""List pages: what they name in rows of one structure, each with its title and day, and their next page."""

from __future__ import annotations

from donghyang.collect.sources.lists.paging import next_page
from donghyang.collect.sources.lists.reading import listed

__all__ = ["listed", "next_page"]
