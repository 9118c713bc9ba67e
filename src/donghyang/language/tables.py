"""Opens tab-separated tables that ship with a room: UTF-8, one row a line, `#` lines tell source and date."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME` in `package`, in order, each cut at its tabs; comments and empty lines left out."""
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))
