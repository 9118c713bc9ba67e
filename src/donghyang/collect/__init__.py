"""Sources -> pages. Folders of saved pages are all that is watched so far."""

from __future__ import annotations

from donghyang.collect.cores import workers
from donghyang.collect.folder import PageRead, other_files, page_files, read_pages
from donghyang.collect.window import Window, newest

__all__ = ["PageRead", "Window", "newest", "other_files", "page_files", "read_pages", "workers"]
