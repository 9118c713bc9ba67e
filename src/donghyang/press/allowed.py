"""Lines that an editor lets pass by name, kept beside the report in `decisions.json`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from donghyang import guard, wire
from donghyang.files import alone, write
from donghyang.records import Allowed, CannotProceed, Decisions, Message, Signature
from donghyang.workspace import DECISIONS
from donghyang.workspace.reading import text_of


@dataclass(frozen=True, slots=True)
class Held:
    """One line of a report that may not be printed as it stands."""

    line: int
    """Its number in the file, from 1."""
    text: str
    """The line, without what stands around it."""
    rule: str
    message: Message


def decisions(folder: Path) -> Decisions:
    """The decisions of a folder, none where it has no file of them. Raises CannotProceed for one that is broken."""
    path = folder / DECISIONS
    try:
        return wire.from_json(Decisions, text_of(path), where=str(path))
    except FileNotFoundError:
        return Decisions()


def allow(file: Path, held: Sequence[Held], lines: Collection[int], signed: Signature) -> list[Held]:
    """Let `lines` of a report pass, by number; what is still held back of it.

    The decisions are written before; of a line that was let pass already they stay as they are, so that a command that
    was cut short behind them can be run again. Raises CannotProceed for a number whose line is not held back.
    """
    numbers = {one.line for one in held}
    others = set(lines) - numbers
    if unknown := sorted(others - _let_pass(file, others)):
        shown = ", ".join(map(str, sorted(numbers)[:_SHOWN])) or "-"
        raise CannotProceed(
            Message(
                f"{file}: {unknown[0]}번째 줄은 막힌 줄이 아닙니다. 막힌 줄: {shown}",
                f"{file}: line {unknown[0]} is not held back. Those that are: {shown}",
            )
        )
    chosen = [one for one in held if one.line in lines]
    if not chosen:
        return list(held)
    new = {(one.text, one.rule): Allowed(one.text, one.rule, signed) for one in chosen}
    with alone(file.parent):
        old = decisions(file.parent)
        kept = [one for one in old.allowed if (one.line, one.rule) not in new]
        made = replace(old, allowed=(*kept, *new.values()))
        write(file.parent / DECISIONS, (wire.dumps(made, indent=1) + "\n").encode())
    return [one for one in held if (one.text, one.rule) not in new]


def _let_pass(file: Path, numbers: Collection[int]) -> set[int]:
    """Those of the numbers whose lines were let pass before."""
    passed = {one.line for one in decisions(file.parent).allowed} if numbers else set()
    if not passed:
        return set()
    lines = dict(enumerate(guard.document(file).text.split("\n"), 1))
    return {number for number in numbers if lines.get(number, "").strip() in passed}


_SHOWN = 10
"""So many numbers of lines are told in a message."""
