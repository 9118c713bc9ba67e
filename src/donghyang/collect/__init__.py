"""Sources -> pages. Folders of saved pages are all that is watched so far."""

from __future__ import annotations

from donghyang.collect.cores import workers
from donghyang.collect.folder import PageRead, look_through, page_files, read_pages
from donghyang.collect.parts import whole
from donghyang.collect.window import Window, newest

__all__ = ["PageRead", "Window", "look_through", "newest", "page_files", "read_pages", "whole", "workers"]
