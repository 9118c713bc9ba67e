"""What was printed into a folder, by name and digest: `.donghyang-prints.json`."""

from __future__ import annotations

from pathlib import Path

from donghyang import wire
from donghyang.records import CannotProceed
from donghyang.workspace.reading import MOST_OF_A_TABLE, text_of

LEDGER = ".donghyang-prints.json"

FINAL = "final "
"""What stands in the ledger before the name of a finished print, with its digest."""

Ledger = dict[str, tuple[str, ...]]
"""The digests of what was printed last under a name, as `visible.name_of` writes it: of what may still stand there,
and of what takes its place."""


def ledger(folder: Path) -> Ledger:
    """What was printed into a folder; {} where nothing readable says so."""
    path = folder / LEDGER
    try:
        return wire.from_json(Ledger, text_of(path, MOST_OF_A_TABLE), where=str(path))
    except (OSError, ValueError, CannotProceed):
        return {}


def finals(folder: Path) -> dict[str, str]:
    """The digests of the finished prints in a folder, by name."""
    return {
        name.removeprefix(FINAL): digests[-1]
        for name, digests in ledger(folder).items()
        if name.startswith(FINAL) and digests
    }
