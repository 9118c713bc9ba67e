"""What `check` prints of files, one after the other: text, JSON, SARIF, and what their safe fixes change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from donghyang import __version__, wire
from donghyang.check import RULES
from donghyang.proofread import Asked, Checked, each, mark, mend, proofread
from donghyang.records import Finding, Language
from donghyang.terminal.show import checked_as_text

if TYPE_CHECKING:
    from donghyang.weekly import Summary

Lacking = tuple[tuple[str, tuple[str, ...]], ...]
"""Rules that could not run, each with what it lacks."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of each file besides looking at it."""

    form: str = "text"
    """How findings are printed: "text", "json" or "sarif"; as text, the changes of safe fixes stand in their place."""
    language: Language = "ko"
    copies: tuple[str, ...] = ()
    """The formats of marked copies."""
    fixes: Literal["leave", "show", "keep"] = "leave"
    """Whether the safe fixes are shown, or put into the file too; then findings and copies are of the mended text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is kept of a file: what is printed of it, and nothing of its text."""

    said: str
    found: bool
    """Whether anything was found."""
    copies: tuple[Path, ...]
    stale: tuple[dict[str, str], ...]
    skipped: Lacking
    change: dict[str, str] | None
    """What its safe fixes change, where that is asked for."""


def print_findings(files: Sequence[Path], asked: Asked, order: Order, write: Callable[[str], object]) -> bool:
    """Print with `write` what is found in the files, in their order; whether anything was found.

    Raises what `proofread`, `mend` and `mark` raise, for the first file that makes them.
    """
    head, between, foot = _frame(order)
    lead, found, skipped = head, False, None
    stale: list[dict[str, str]] = []
    copies: list[Path] = []
    changes: list[dict[str, str]] = []
    for answer in each(files, asked, partial(_answer, order, asked)):
        if answer.said:
            write(lead + answer.said)
            lead = between
        found = found or answer.found
        skipped = answer.skipped if skipped is None else skipped
        stale += answer.stale
        copies += answer.copies
        changes += [answer.change] if answer.change else []
    if order.form == "json":
        foot = _foot(stale, skipped or (), changes if order.fixes != "leave" else None)
    elif order.form == "text":
        foot += "".join(f"{path}\n" for path in copies)
    write((head if lead is head else "") + foot)
    return found


def _answer(order: Order, asked: Asked, checked: Checked) -> Answer:
    change = "" if order.fixes == "leave" else mend(checked, keep=order.fixes == "keep")
    found = bool(checked.findings)
    if change and order.fixes == "keep" and (order.copies or order.form != "text"):
        checked = proofread(checked.file, asked)
    copies = tuple(mark(checked, order.copies, order.language))
    stale = tuple({"file": str(checked.file), "rule": old.rule, "text": old.text} for old in checked.stale)
    said = change if order.form == "text" and order.fixes != "leave" else _said(checked, order)
    row = {"file": str(checked.file), "diff": change} if change else None
    return Answer(said, found, copies, stale, checked.skipped, row)


def _said(checked: Checked, order: Order) -> str:
    if order.form == "text":
        return checked_as_text(checked, order.language)
    if order.form == "json":
        return ", ".join(
            wire.dumps(finding, language=order.language) for finding in _as_json(checked.file, checked.findings)
        )
    from donghyang.check.copies.sarif import results

    return ", ".join(
        wire.dumps(result) for result in results(str(checked.file), checked.document, checked.findings, order.language)
    )


def _as_json(file: Path, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """The findings of a file as every command prints them."""
    for finding in findings:
        said = wire.to_json(finding, language=None)
        assert isinstance(said, dict)
        yield {"file": str(file), **said, "message": finding.message}


def summary_as_json(summary: Summary) -> dict[str, Any]:
    """What a week's run has done, its findings as `check` says them."""
    said = {name: list(_as_json(Path(summary.folder) / name, found)) for name, found in summary.findings.items()}
    return {part.name: getattr(summary, part.name) for part in fields(summary)} | {"findings": said}


_HERE = "the results stand here"


def _frame(order: Order) -> tuple[str, str, str]:
    """What stands before, between and behind the files."""
    if order.form == "json":
        return '{"findings": [', ", ", ""
    if order.form != "sarif":
        return "", "\n", "\n"
    from donghyang.check.copies.sarif import sarif

    head, foot = wire.dumps(sarif([_HERE], RULES, __version__, order.language)).split(wire.dumps(_HERE))
    return head, ", ", foot + "\n"


def _foot(stale: Sequence[dict[str, str]], skipped: Lacking, changes: Sequence[dict[str, str]] | None) -> str:
    lacking = [{"rule": name, "needs": list(needs)} for name, needs in skipped]
    changed = "" if changes is None else f', "changes": {wire.dumps(changes)}'
    return f'], "stale": {wire.dumps(stale)}, "skipped": {wire.dumps(lacking)}{changed}}}\n'
