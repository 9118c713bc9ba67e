"""The week as a list of stages: a folder of pages in, the draft and the printed issue out."""

from __future__ import annotations

from donghyang.weekly.job import Week
from donghyang.weekly.run import READING, weekly
from donghyang.weekly.summary import LeftOut, Summary
from donghyang.weekly.work import STAGES

__all__ = ["READING", "STAGES", "LeftOut", "Summary", "Week", "weekly"]
