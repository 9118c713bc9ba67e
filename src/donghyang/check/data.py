"""Opens the tables of the room: UTF-8, tab-separated, `#` lines tell source and date."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME` in order, without comments and empty lines."""
    text = files("donghyang.check").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
