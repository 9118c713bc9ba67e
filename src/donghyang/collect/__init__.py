"""Sources -> pages. Folders of saved pages are all that is watched so far."""

from __future__ import annotations

from donghyang.collect.folder import PageRead, file_digest, page_files, read_pages

__all__ = ["PageRead", "file_digest", "page_files", "read_pages"]
