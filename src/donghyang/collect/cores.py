"""How many processes work side by side."""

from __future__ import annotations

import os

_MOST = 61
"""Windows waits for no more at once (docs.python.org, concurrent.futures, ProcessPoolExecutor)."""


def workers() -> int:
    """A process for each core that this one may use: containers and job systems give fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, min(_MOST, len(os.sched_getaffinity(0))))
    return max(1, min(_MOST, os.cpu_count() or 1))
