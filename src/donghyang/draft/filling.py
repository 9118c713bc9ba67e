"""Single lines of a report that a model is asked for: what an editor has written stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.asking import Line as Said
from donghyang.draft.asking import NoReply
from donghyang.draft.briefing import Briefing, instructions, line_briefing, page_reader
from donghyang.draft.proving import Proved, Prover, turns_of_repair
from donghyang.draft.rereading import read_again
from donghyang.draft.ties import Line, lines_of
from donghyang.records import Message, Table
from donghyang.report import document, parse
from donghyang.report.grammar import is_open

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from donghyang.draft.asking import Asked
    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText, SectionKind
    from donghyang.verify import Entailment


@dataclass(frozen=True, slots=True)
class Filled:
    """A line that a model was asked for, and what was written."""

    line: int
    """Its number in the file, from 1; 0 for one that has no place there."""
    section: SectionKind
    article: int
    before: str
    """What stood there; "" for a line that is new."""
    after: str | None
    """None where nothing was written."""
    reason: Message | None
    """Why not; None where something was."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """Who writes a line, and who reads it again."""

    model: Asked
    reader: Entailment | None

    def read_again(self, line: Proved, pages: Mapping[str, PageText], date: dt.date) -> Proved:
        return read_again([line], self.reader, pages, date)[0] if self.reader is not None else line


def filled(  # noqa: PLR0913 - a report, its pages, and who is asked what
    text: str,
    pages: Mapping[str, PageText],
    model: Asked,
    terms: Termbase,
    date: dt.date,
    *,
    article: int | None = None,
    reader: Entailment | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[str, tuple[Filled, ...]]:
    """The report with the open lines that a model could write and its page proves; all else byte for byte as it was.

    `article` names the only one whose lines are asked for, by its number, of whatever section. `reader` is asked if the
    page says what is written; None asks nobody.
    """
    places = [(line, at) for line, at in _open_lines(text) if article is None or line.article == article]
    made, told = text, list[Filled]()

    @cache  # a page is read once, however many of its sentences are open
    def read(name: str) -> Reader:
        return page_reader(pages[name], None, terms, date)

    for count, (line, at) in enumerate(reversed(places), 1):
        progress(count, len(places))
        proved = _written(line, pages, read, _Asking(model, reader), date)
        new = proved.text if isinstance(proved, Proved) and not proved.faults else None
        why = None if new is not None else _refused(proved) if isinstance(proved, Proved) else proved
        if new is not None:
            made = made[:at] + new + made[at + len(line.text) :]
        told.append(Filled(text.count("\n", 0, at) + 1, line.section, line.article, line.text, new, why))
    return made, tuple(reversed(told))


def _open_lines(text: str) -> Iterator[tuple[Line, int]]:
    """The lines still to be written, and where their sign stands."""
    for line in lines_of(parse(document(text))):
        block = line.source.blocks[line.block] if line.block is not None else None
        if not is_open(line.text) or isinstance(block, Table):
            continue
        span = block.span if block else line.source.span
        at = text.find(line.text, span[0] if span else 0)
        if at >= 0:
            yield line, at


def _written(
    line: Line, pages: Mapping[str, PageText], read: Callable[[str], Reader], asking: _Asking, date: dt.date
) -> Proved | Message:
    """The line in Korean, held against its source, or why there is none."""
    told = _told(line, pages, read, date)
    if told is None:
        return Message("줄 아래에 적힌 원문을 찾지 못했습니다.", "the source named below the line is not there.")
    prover = Prover(told, pages, date)
    try:
        said = asking.model.ask(instructions("line"), [told.told], Said)
        proved = asking.read_again(prover.proved(said), pages, date)
        if proved.faults:
            again = asking.model.ask(instructions("line"), turns_of_repair(told.told, said, [proved]), Said)
            proved = asking.read_again(prover.proved(again), pages, date)
    except NoReply as none:
        return none.message
    return proved


def _told(line: Line, pages: Mapping[str, PageText], read: Callable[[str], Reader], date: dt.date) -> Briefing | None:
    for words in line.remarks:
        name, _, quote = words.partition(": ")
        if name in pages and quote and (told := line_briefing(pages[name], read(name), quote, date)):
            return told
    return None


def _refused(line: Proved) -> Message:
    why = line.why_not
    return Message(f"모델이 쓴 줄을 받지 않았습니다: {line.text} ({why.ko})", f"refused: {line.text} ({why.en})")
