"""Watch lists: what the readers of a newsroom look for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WatchList:
    """One need ("수요"): a story matches when every field that is not empty has something in it."""

    name: str
    words: tuple[str, ...] = ()
    """Technologies, products, programmes, in Chinese, Korean or Latin letters; one of them is enough."""
    regions: tuple[str, ...] = ()
    """Places of China in Chinese or Hangul ("浙江", "저장"); a place that lies in one of them counts."""
    organisations: tuple[str, ...] = ()
    """Bodies, institutes and firms, in Chinese, Korean or Latin letters."""
    yuan: int | None = None
    """The least sum of money that the story must state, in yuan; None: any or none."""
