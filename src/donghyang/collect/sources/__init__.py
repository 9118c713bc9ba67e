"""Places that are watched: what stands in them, and how they are found."""

from __future__ import annotations

from donghyang.collect.sources.attached import files
from donghyang.collect.sources.discovery import discover, further, is_wanted, named
from donghyang.collect.sources.finding import Found, find
from donghyang.collect.sources.local import bodies

__all__ = ["Found", "bodies", "discover", "files", "find", "further", "is_wanted", "named"]
