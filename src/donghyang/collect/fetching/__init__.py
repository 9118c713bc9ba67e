"""Asking for pages: politely, within limits, in a process of its own. Nothing of it is needed to read what is kept."""

from __future__ import annotations

from donghyang.collect.fetching.process import Fetcher

__all__ = ["Fetcher"]
