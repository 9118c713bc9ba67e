"""The looks at the sources of a workspace, kept line by line, and what they make of each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from donghyang import wire
from donghyang.collect.health import Look, Standing, standing
from donghyang.files import append, write
from donghyang.records import CannotProceed, Source
from donghyang.workspace.reading import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from donghyang.workspace import Workspace

LOOKS = "looks.jsonl"
"""In the folder of the evidence: it tells when each source was asked, and what it named."""
_FOLDER = "pages"
_KEPT = 400
"""Looks of one source that are kept: a year of daily ones."""
_MOST_BYTES = 64 << 20
"""Of the file: four hundred looks of a thousand sources."""
_FULL = 16 << 20
"""Bytes above which looks that no longer count are taken out."""


def looks_of(home: Workspace) -> list[Look]:
    """All looks at the sources of the workspace, in order; [] before the first. A line that was cut short counts for
    nothing.

    Raises CannotProceed when the file cannot be read.
    """
    path = _path(home)
    if not path.is_file():
        return []
    found = []
    for line in text_of(path, _MOST_BYTES).split("\n"):
        try:
            found.append(wire.from_json(Look, line, where=str(path)))
        except CannotProceed:
            continue
    return found


def keep_looks(home: Workspace, looks: Iterable[Look]) -> None:
    """Keep looks behind those that are there. Raises CannotProceed when the file cannot be written."""
    path = _path(home)
    for look in looks:
        append(path, wire.dumps(look, language=None))
    if path.is_file() and path.stat().st_size > _FULL:
        kept: dict[str, list[Look]] = defaultdict(list)
        for look in looks_of(home):
            kept[look.source].append(look)
        last = sorted((look for own in kept.values() for look in own[-_KEPT:]), key=lambda look: look.day)
        write(path, "".join(f"{wire.dumps(look, language=None)}\n" for look in last).encode())


def standings(sources: Sequence[Source], looks: Sequence[Look]) -> list[Standing]:
    """What each source is, those first that a person has to do something about."""
    found = [standing(source, looks) for source in sources]
    return sorted(found, key=lambda one: (not one.is_notice, _HEAVY.get(one.weight or "", len(_HEAVY))))


_HEAVY = {"hard": 0, "soft": 1, "temporary": 2}


def _path(home: Workspace) -> Path:
    return home.root / _FOLDER / LOOKS
