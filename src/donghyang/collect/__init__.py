"""Sources -> pages: saved in folders, or fetched and kept as evidence."""

from __future__ import annotations

from donghyang.collect.cores import workers
from donghyang.collect.folder import PageRead, look_through, page_files, read_one, read_page, read_pages
from donghyang.collect.parts import whole
from donghyang.collect.window import Window, newest

__all__ = [
    "PageRead",
    "Window",
    "look_through",
    "newest",
    "page_files",
    "read_one",
    "read_page",
    "read_pages",
    "whole",
    "workers",
]
