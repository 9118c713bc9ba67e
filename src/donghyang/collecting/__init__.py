"""A workspace's own collection: its sources asked, its evidence handed on to be read.

What it needs is imported by the function that needs it: the proofreader asks here whether anything was collected.
"""

from __future__ import annotations

from donghyang.collecting.cited import Recheck, rechecked
from donghyang.collecting.pages import has_pages, pages, versions
from donghyang.collecting.run import collected, fetched_sources

__all__ = ["Recheck", "collected", "fetched_sources", "has_pages", "pages", "rechecked", "versions"]
