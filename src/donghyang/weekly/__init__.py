"""The week as a list of stages: a folder of pages in, the draft and the printed issue out."""

from __future__ import annotations

from donghyang.weekly.additions import Addition
from donghyang.weekly.evidence import LooseLine
from donghyang.weekly.job import Week
from donghyang.weekly.run import READING, weekly
from donghyang.weekly.summary import LeftOut, Summary
from donghyang.weekly.work import STAGES

__all__ = ["READING", "STAGES", "Addition", "LeftOut", "LooseLine", "Summary", "Week", "weekly"]
