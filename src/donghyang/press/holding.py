"""What holds a report back: lines still to be written, lines that their source contradicts, errors, lost pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from donghyang.press.allowed import Held, decisions
from donghyang.publish import NO_PICTURE
from donghyang.records import CannotProceed, Document, Figure, Finding, Message
from donghyang.workspace import Workspace, find

OPEN, CONTRADICTED, PICTURE = "open-line", "source-differs", "no-picture"
_BY_NAME = (OPEN, CONTRADICTED)
"""What these rules find is let pass by name alone: neither the choice of rules nor an accepted finding hides it."""


def held(file: Path, workspace: Workspace | None = None) -> list[Held]:
    """The lines of a report that hold it back, in order, each once a rule, without those let pass; [] when it may go.

    Raises CannotProceed as `proofread` does, and for decisions that cannot be read.
    """
    from donghyang.proofread import Asked, proofread

    home = workspace or find(file.absolute().parent)
    checked = proofread(file, Asked(workspace=home))
    by_name = checked.found
    if home is not None and home.settings.check.ignore:
        by_name = proofread(file, Asked(workspace=home, select=_BY_NAME)).found
    findings = [finding for finding in checked.findings if finding.severity == "error" and finding.rule not in _BY_NAME]
    findings += [finding for finding in by_name if finding.rule in _BY_NAME]
    passed = {(one.line, one.rule) for one in decisions(file.parent).allowed}
    found = dict.fromkeys((*_lines(checked.document.text, findings), *_without_picture(checked.document)))
    told: dict[tuple[int, str], Held] = {}
    for one in sorted(found, key=lambda one: one.line):
        if (one.text, one.rule) not in passed:
            told.setdefault((one.line, one.rule), one)
    return list(told.values())


def _lines(text: str, findings: list[Finding]) -> Iterator[Held]:
    for finding in sorted(findings, key=lambda finding: finding.start):
        yield _held(text, finding.start, finding.rule, finding.message)


def _without_picture(document: Document) -> Iterator[Held]:
    """The captions below which nothing would be printed: a page with one looks as if the picture had been lost."""
    from donghyang import report

    for section in report.parse(document).sections:
        for block in (block for article in section.articles for block in article.blocks):
            if isinstance(block, Figure) and block.image is None and block.span is not None:
                yield _held(document.text, block.span[0], PICTURE, NO_PICTURE)


def _held(text: str, place: int, rule: str, message: Message) -> Held:
    """The line in which a place of the text stands."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)].strip()
    return Held(text.count("\n", 0, place) + 1, line, rule, message)


def refusal(file: Path, held: Iterable[Held]) -> CannotProceed:
    """The error for a report that is held back, with the numbers of its lines as `--allow` takes them."""
    lines = sorted({one.line for one in held})
    numbers = ",".join(map(str, lines))
    return CannotProceed(
        Message(
            f"{file}: 막힌 줄이 {len(lines)}개라 낼 수 없습니다({numbers}). 고치거나 이름을 걸고 통과시키십시오.",
            f"{file}: not published: {len(lines)} lines hold it back ({numbers}). Mend them, or let them pass by name.",
        ),
        "held-back",
    )
