"""What `check` prints of files, one after the other: text, JSON, SARIF, and what their safe fixes change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from donghyang import __version__, wire
from donghyang.check import RULES
from donghyang.language.visible import on_one_line
from donghyang.proofread import Asked, Checked, each, mark, mend, proofread
from donghyang.records import CannotProceed, Finding, Language, Message, Unreadable
from donghyang.terminal.console import tell
from donghyang.terminal.mistakes import message_of
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
    lost: Message | None = None
    """Why the file could not be looked at."""
    doubt: Message | None = None
    """Why its layout counts as not understood, and what was left out for it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the files."""

    found: bool
    """Whether anything was found."""
    lost: bool
    """Whether a file could not be looked at."""


def print_findings(files: Sequence[Path], asked: Asked, order: Order, write: Callable[[str], object]) -> Told:
    """Print with `write` what is found in the files, in their order; one among many that cannot be read is told.

    Raises what `proofread`, `mend` and `mark` raise, for the first file that makes them; of a single file also that
    it cannot be read.
    """
    head, between, foot = _frame(order)
    lead = head
    answers: list[tuple[Path, Answer]] = []
    several = _lost if len(files) > 1 else None
    for file, answer in zip(files, each(files, asked, partial(_answer, order, asked), several), strict=True):
        if answer.said:
            write(lead + answer.said)
            lead = between
        if answer.lost:
            tell(answer.lost)
        answers.append((file, replace(answer, said="")))
    if order.form != "text" or not all(answer.lost for _, answer in answers):
        write((head if lead is head else "") + _foot(order, answers, foot))
    return Told(any(answer.found for _, answer in answers), any(answer.lost for _, answer in answers))


def _lost(file: Path, problem: CannotProceed) -> Answer:
    said = message_of(problem) or problem.message
    if isinstance(problem, Unreadable):
        said = Message(f"{file}: {problem.why.ko}", f"{file}: {problem.why.en}")
    return Answer("", False, (), (), (), None, said)


def _answer(order: Order, asked: Asked, checked: Checked) -> Answer:
    change = "" if order.fixes == "leave" else mend(checked, keep=order.fixes == "keep")
    found = bool(checked.findings)
    if change and order.fixes == "keep" and (order.copies or order.form != "text"):
        checked = proofread(checked.file, asked)
    copies = tuple(mark(checked, order.copies, order.language))
    stale = tuple({"file": str(checked.file), "rule": old.rule, "text": old.text} for old in checked.stale)
    said = change if order.form == "text" and order.fixes != "leave" else _said(checked, order)
    row = {"file": str(checked.file), "diff": change} if change else None
    return Answer(said, found, copies, stale, checked.skipped, row, doubt=checked.doubt)


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


def _foot(order: Order, answers: Sequence[tuple[Path, Answer]], usual: str) -> str:
    """What stands behind the files: what is told of all of them together."""
    lost = [{"file": str(file), "reason": answer.lost} for file, answer in answers if answer.lost]
    if order.form == "text":
        return usual + "".join(f"{on_one_line(str(path))}\n" for _, answer in answers for path in answer.copies)
    if order.form == "sarif":
        return _run(lost, order.language) + usual
    skipped = next((answer.skipped for _, answer in answers if not answer.lost), ())
    parts: dict[str, Any] = {
        "stale": [old for _, answer in answers for old in answer.stale],
        "skipped": [{"rule": name, "needs": list(needs)} for name, needs in skipped],
        "doubts": [{"file": str(file), "message": answer.doubt} for file, answer in answers if answer.doubt],
        "left_out": lost,
    }
    if order.fixes != "leave":
        parts["changes"] = [answer.change for _, answer in answers if answer.change]
    return "], " + wire.dumps(parts, language=order.language)[1:] + "\n"


def _run(lost: Sequence[Mapping[str, Any]], language: Language) -> str:
    """Behind the results of a SARIF log: that the run did not look at every file (SARIF 2.1.0, 3.20)."""
    if not lost:
        return ""
    notes = [{"level": "error", "message": {"text": row["reason"].text(language)}} for row in lost]
    run = {"executionSuccessful": False, "toolExecutionNotifications": notes}
    return f'], "invocations": [{wire.dumps(run)}'
