"""What was fetched, kept so that anybody can look at it again: WARC files, one a day, and an index of them."""

from __future__ import annotations

from donghyang.collect.evidence.archive import Archive
from donghyang.collect.evidence.keeping import Evidence, Stored
from donghyang.collect.evidence.rows import Asked, Came, Failed, Hop, Known, Row
from donghyang.collect.evidence.versions import Change, Version, Versions

__all__ = [
    "Archive",
    "Asked",
    "Came",
    "Change",
    "Evidence",
    "Failed",
    "Hop",
    "Known",
    "Row",
    "Stored",
    "Version",
    "Versions",
]
