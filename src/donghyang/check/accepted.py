"""Findings that the editor has looked at and accepts: kept beside the file, never in the printed text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from donghyang.check.rules import today
from donghyang.records import CannotProceed, Finding, Message

FILE = "accepted.toml"
"""Its name, in the folder of the files it speaks of."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One finding that stands as it is."""

    rule: str
    """The name of a rule, of today or of an earlier edition."""
    text: str
    """The words found, exactly."""
    reason: str


def read_accepted(data: str | bytes, name: str = FILE) -> list[Accepted]:
    """The entries of an `accepted.toml`, of its bytes or its text; `name` names it in errors.

    Raises CannotProceed when an entry lacks rule, text or reason.
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        rows = tomllib.loads(text).get("accepted", [])
    except (ValueError, ArithmeticError, RecursionError) as problem:  # of tomllib, and of what it makes numbers with
        raise _bad(name, f"TOML ({problem})") from problem
    entries = []
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        fields = [row.get(key) if isinstance(row, dict) else None for key in ("rule", "text", "reason")]
        if not all(isinstance(field, str) and field for field in fields):
            raise _bad(name, f"[[accepted]] {number}: rule, text, reason")
        entries.append(Accepted(*map(str, fields)))
    return entries


def write_accepted(entries: Iterable[Accepted]) -> str:
    """The entries as an `accepted.toml`."""
    return "\n".join(
        f"[[accepted]]\nrule = {_quoted(entry.rule)}\ntext = {_quoted(entry.text)}\nreason = {_quoted(entry.reason)}\n"
        for entry in entries
    )


def sift(findings: Iterable[Finding], accepted: Sequence[Accepted]) -> tuple[list[Finding], list[Accepted]]:
    """The findings that nobody accepted, and the entries that no finding fires any more."""
    entries = {(entry.rule, entry.text): entry for entry in accepted}
    meant = {(rule, text): (name, text) for name, text in entries for rule in today(name)}
    kept, fired = [], set()
    for finding in findings:
        entry = meant.get((finding.rule, finding.text))
        if entry is None:
            kept.append(finding)
        else:
            fired.add(entry)
    return kept, [entry for key, entry in entries.items() if key not in fired]


def _quoted(text: str) -> str:
    """A TOML basic string (TOML 1.0, "String")."""
    out = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in out) + '"'


def _bad(name: str, expected: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{name}: 있어야 할 것은 {expected}. 고친 뒤 다시 실행하십시오.",
            f"{name}: expected {expected}. Mend it and run again.",
        )
    )
