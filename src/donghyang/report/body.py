"""The body of one article: lines in, blocks out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from donghyang.records import (
    Annotation,
    Block,
    BriefSource,
    Bullet,
    Figure,
    Heading,
    Note,
    Reference,
    Span,
    Table,
    Unplaced,
)
from donghyang.report.grammar import (
    LADDER,
    NOTE_TITLE,
    SOURCE,
    SUBHEAD,
    URL,
    day_at_end,
    is_fixed_line,
    reference_head,
)
from donghyang.report.stars import anchor
from donghyang.report.stream import Line
from donghyang.report.tables import caption_of, continues, tables_of


@dataclass
class Body:
    """An article being read; `blocks`, `references` and the rest hold what was read so far."""

    issue_date: dt.date | None
    headline: str = ""
    lead: str | None = None
    lead_date: dt.date | None = None
    blocks: list[Block] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    source: BriefSource | None = None
    author: str | None = None
    written: dt.date | None = None
    in_references: bool = False
    _ladder: list[tuple[int, int]] = field(default_factory=list)
    _note: int | None = None

    def take(self, line: Line, follower: Line | None) -> None:
        """Put one line of the body where it belongs; `follower` is the line behind it."""
        if line.role == "literal":
            self._add(Unplaced(line.text, span=line.span))
        elif line.grid is not None:
            self._take_grid(line)
        elif line.role == "annotation":
            self._take_annotation(line)
        elif found := SOURCE.match(line.text):
            self._take_source(found["what"], line)
        elif line.url:
            self._take_url(line.url, line)
        elif line.role == "lead":
            self._take_lead(line)
        elif line.plain and (caption := caption_of(line.text)) is not None:
            self._take_caption(caption, line)
        elif self._note is not None and line.role != "round" and not SUBHEAD.match(line.text):
            self._take_note_item(line)
        elif line.role in LADDER:
            self._take_bullet(line, follower)
        else:
            self._take_words(line)

    def take_headline(self, text: str, line: Line) -> None:
        """Take the headline; a line with a meaning of its own is none."""
        if is_fixed_line(text):
            self._add(Unplaced(text, span=line.span))
        else:
            self.headline = text

    # ------------------------------------------------------------ words

    def _take_lead(self, line: Line) -> None:
        text, day = day_at_end(line.text, self.issue_date)
        if self.lead is None:
            self.lead, self.lead_date = text, day
        else:
            self._add(Heading(line.text, span=line.span))
            self._ladder.clear()

    def _take_words(self, line: Line) -> None:
        """A line without a marker that opens anything here."""
        text, day = day_at_end(line.text, self.issue_date)
        if line.plain and not self.headline and not self.blocks and self.lead is None:
            self.take_headline(line.text, line)
        elif line.plain and self.lead is None and not self.blocks and day:
            self.lead, self.lead_date = text, day
        elif SUBHEAD.match(line.text):
            self._add(Heading(line.text, span=line.span))
            self._ladder.clear()
            self._note = None
        elif NOTE_TITLE.match(line.text):
            self._open_note(line.text, line)
        else:
            self._add(Unplaced(line.raw, span=line.span))

    def _take_bullet(self, line: Line, follower: Line | None) -> None:
        assert line.role is not None
        self._note = None
        place = (LADDER.index(line.role), line.indent)
        if self._fell_back(place, follower):
            self._ladder.clear()
        while self._ladder and self._ladder[-1] >= place:
            self._ladder.pop()
        self._ladder.append(place)
        self._add(Bullet(len(self._ladder), line.text, span=line.span))

    def _fell_back(self, place: tuple[int, int], follower: Line | None) -> bool:
        """Whether an unindented dash below a ● is really the first level of a run that steps by indents.

        Converters drop the ● of a run after a page break; the indented dash behind it then tells.
        """
        under_round = bool(self._ladder) and self._ladder[0][0] == 0 and place[0] == 1
        if not under_round or place[1] > self._ladder[0][1] or follower is None:
            return False
        return follower.role == "dash" and follower.indent > place[1]

    def _take_annotation(self, line: Line) -> None:
        if found := SOURCE.match(line.text):
            self._take_table_source(_address(found["what"]), line)
        else:
            self._add(Annotation(line.text, anchor(len(line.marker), self.blocks, self.lead), span=line.span))

    # ------------------------------------------------------------ tables, figures, notes

    def _take_caption(self, caption: str, line: Line) -> None:
        if NOTE_TITLE.match(caption):
            self._open_note(caption, line)
        else:
            self._add(Figure(caption, span=line.span))

    def _open_note(self, title: str, line: Line) -> None:
        self._add(Note(title, (), span=line.span))
        self._note = len(self.blocks) - 1

    def _take_note_item(self, line: Line) -> None:
        assert self._note is not None
        note = self.blocks[self._note]
        assert isinstance(note, Note)
        self.blocks[self._note] = replace(note, items=(*note.items, line.text), span=_over(note.span, line.span))

    def _take_grid(self, line: Line) -> None:
        assert line.grid is not None
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Figure) and last.source is None and (tables := tables_of(line.grid, last.caption)):
            self.blocks[-1:] = tables
            return
        if isinstance(last, Table) and last.source is None and (joined := continues(last, line.grid)):
            self.blocks[-1] = joined
            return
        for table in tables_of(line.grid, None):
            self._add_or_join(table)

    def _add_or_join(self, table: Table | Figure) -> None:
        """Add a table, or its rows to the one of the same caption and header that a page break cut off."""
        for at in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[at]
            if not isinstance(block, Table) or isinstance(table, Figure):
                break
            if table.caption is not None and (block.caption, block.header) == (table.caption, table.header):
                self.blocks[at] = replace(block, rows=block.rows + table.rows)
                return
        self._add(table)

    def _take_table_source(self, what: str, line: Line) -> None:
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, (Table, Figure, Note)) and last.source is None:
            self.blocks[-1] = replace(last, source=what)
        else:
            self._add(Figure(None, source=what, span=line.span))

    # ------------------------------------------------------------ references and sources

    def take_reference(self, line: Line) -> None:
        """One line of the list of references."""
        if line.url:
            self._take_url(line.url, line)
            return
        text = line.text if line.grid is None else " ".join(line.text.split())
        head = reference_head(text)
        day, publisher, title = head if head else (None, None, text)
        addresses = URL.findall(title)
        url = None
        if addresses and title.rstrip(" >)]").endswith(addresses[-1].rstrip(" >)]")):
            url = addresses[-1]
            title = title[: title.rindex(url)].rstrip(" <([")
        self.references.append(Reference(title or None, url, day, publisher, span=line.span))

    def _take_url(self, url: str, line: Line) -> None:
        if self.in_references:
            last = self.references[-1] if self.references else None
            if last is not None and last.url is None:
                self.references[-1] = replace(last, url=url, span=_over(last.span, line.span))
            else:
                self.references.append(Reference(None, url, span=line.span))
        elif self.source is not None and self.source.url is None:
            self.source = replace(self.source, url=url, span=_over(self.source.span, line.span))
        else:
            self._add(Unplaced(line.raw, span=line.span))

    def _take_source(self, what: str, line: Line) -> None:
        if self.source is not None:
            self._add(Unplaced(line.raw, span=line.span))
            return
        outlet, day = day_at_end(what.strip(), self.issue_date)
        self.source = BriefSource(outlet, day, span=line.span)
        self.in_references = False
        self._note = None

    def _add(self, block: Block) -> None:
        self.blocks.append(block)


def _address(text: str) -> str:
    """What a source line names: a bare address without its brackets."""
    found = re.fullmatch(r"[<\[]\s*(https?://[^\s<>\]]+)\s*[>\]]", text.strip())
    return found[1] if found else text.strip()


def _over(a: Span | None, b: Span) -> Span:
    return (min(a[0], b[0]), max(a[1], b[1])) if a else b
