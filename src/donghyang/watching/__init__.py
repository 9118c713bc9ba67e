"""The sources of a workspace watched: tried, taken in, their health kept, and run unattended."""

from __future__ import annotations

from donghyang.watching.adding import Added, Wanted, add_source
from donghyang.watching.fetching import Fetcher, Got, fetcher_of
from donghyang.watching.history import keep_looks, looks_of, standings
from donghyang.watching.mailed import unpack
from donghyang.watching.trying import Tried, look_of, try_source
from donghyang.watching.unattended import NOTICE, Schedule, run_and_tell, written

__all__ = [
    "NOTICE",
    "Added",
    "Fetcher",
    "Got",
    "Schedule",
    "Tried",
    "Wanted",
    "add_source",
    "fetcher_of",
    "keep_looks",
    "look_of",
    "looks_of",
    "run_and_tell",
    "standings",
    "try_source",
    "unpack",
    "written",
]
