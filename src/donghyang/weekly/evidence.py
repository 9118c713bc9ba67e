"""What the lines of `report.txt` rest on, kept in `evidence.json` and brought up to date when an editor changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang import read, report, wire
from donghyang.files import write
from donghyang.records import CannotProceed, Draft, Evidence, Message
from donghyang.stages import Made, digest
from donghyang.weekly.job import Job
from donghyang.workspace.reading import text_of

if TYPE_CHECKING:
    from donghyang.draft.ties import Loose

EVIDENCE = "evidence.json"
MOST_BYTES = 64 << 20
"""Of a file that it keeps; what is larger the program did not write."""


@dataclass(frozen=True, slots=True)
class LooseLine:
    """A line of the editor's report that rests on no page."""

    line: int
    """Its number in the file, from 1."""
    text: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Tied:
    """What was written into `evidence.json`."""

    digest: str
    rows: int
    loose: tuple[LooseLine, ...]


def tie(job: Job, made: Made, *, edited: bool) -> Tied:
    """Write what the draft rests on, or what an editor's report does: of its lines, too, those that rest on nothing."""
    draft: Draft = made["draft"]
    evidence, loose = draft.evidence, []
    if edited:
        from donghyang.draft.ties import tied

        document = read.document(job.folder / "report.txt")
        pages = {one.name: one.page for one in job.readings if one.page}
        ties = tied(report.parse(document), [*_before(job), *draft.evidence], pages, job.date)
        evidence, loose = ties.evidence, [_placed(one, document.text) for one in ties.loose]
    data = (wire.dumps(evidence, indent=1, spans=True, language=None) + "\n").encode()
    write(job.folder / EVIDENCE, data)
    return Tied(digest(data), len(evidence), tuple(loose))


def _before(job: Job) -> tuple[Evidence, ...]:
    """The evidence as it stands, () where nothing readable does: what the draft of an earlier run rested on."""
    path = job.folder / EVIDENCE
    try:
        return wire.from_json(tuple[Evidence, ...], text_of(path, MOST_BYTES), where=str(path))
    except (OSError, CannotProceed):
        return ()


def _placed(one: Loose, text: str) -> LooseLine:
    article, block = one.line.source, one.line.block
    span = article.blocks[block].span if block is not None else None
    start = span[0] if span else text.find(one.line.text, article.span[0] if article.span else 0)
    return LooseLine(text.count("\n", 0, max(start, 0)) + 1, one.line.text, one.reason)
