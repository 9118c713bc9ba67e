"""One article: lines in, blocks out, and for each line what it was taken for."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from donghyang.records import (
    Annotation,
    Article,
    Block,
    BriefSource,
    Bullet,
    Figure,
    Heading,
    Note,
    Open,
    Span,
    Table,
    Unplaced,
)
from donghyang.report.grammar import (
    AUTHOR,
    LADDER,
    NOTE_CAPTION,
    NOTE_TITLE,
    REFERENCES,
    SOURCE,
    SUBHEAD,
    day_alone,
    day_at_end,
    is_fixed_line,
    open_of,
    unremarked,
)
from donghyang.report.parts import Part
from donghyang.report.references import References, joined
from donghyang.report.stars import anchor
from donghyang.report.stream import Line
from donghyang.report.tables import add_tables, caption_of
from donghyang.report.unwritten import loose_block, missing


@dataclass
class Body:
    """An article being read. With `lead=""` the head is taken as read: what comes is neither headline nor lead."""

    issue_date: dt.date | None
    lead: str | None = None
    _headline: str = ""
    _lead_date: dt.date | None = None
    _blocks: list[Block] = field(default_factory=list)
    _references: References = field(default_factory=References)
    _in_references: bool = False
    _source: BriefSource | None = None
    _author: str | None = None
    _written: dt.date | None = None
    _behind: list[Unplaced | Open] = field(default_factory=list)
    """Words behind the source."""
    _ladder: list[tuple[int, int]] = field(default_factory=list)
    _note: int | None = None
    """Where the note box stands that takes the lines to come."""
    _items: list[Line] = field(default_factory=list)
    """The lines of that box."""
    _remarks: int = 0
    """Where the last run of remarks begins."""

    def take(self, line: Line, follower: Line | None) -> Part:
        """Put one line where it belongs and tell what it is; `follower` is the line behind it."""
        if line.told:
            return self._take_told(line)
        if line.plain and (found := AUTHOR.match(line.text)):
            self._author = found["name"]
            return "imprint"
        if self._author and self._written is None and line.plain and (day := day_alone(line.text)):
            self._written = day
            return "imprint"
        if line.plain and REFERENCES.match(line.text):
            self._in_references = True
            return "section"
        if self._in_references and not (line.plain and SOURCE.match(line.text) and self._source is None):
            self._references.take(line)
            return "reference"
        if self._source is not None and line.plain and not line.url and not _names_table(line, follower):
            self._behind.append(loose_block(line.raw, line.span))
            return "text"
        return self._take_block(line, follower)

    def take_headline(self, text: str, line: Line) -> Part:
        """Take the headline; a line with a meaning of its own is none."""
        text = unremarked(text)
        if is_fixed_line(text):
            return self._unplaced(text, line)
        self._headline = text
        return "headline"

    def article(self, number: int | None, span: Span) -> Article:
        """What was read."""
        self._close_note()
        headline, day = self._headline, self._lead_date
        if self.lead is None:
            headline, day = day_at_end(headline, self.issue_date)
        return Article(
            number=number,
            category=None,
            headline=headline,
            lead=self.lead,
            date=day,
            blocks=(*self._blocks, *self._behind),
            references=tuple(self._references.found),
            source=self._source,
            author=self._author,
            written=self._written,
            span=span,
        )

    def _take_told(self, line: Line) -> Part:
        """A line of which a layout's reader has said what it is."""
        if line.told == "reference":
            self._references.take(line)
            return "reference"
        if line.told == "references":
            return "section"
        if line.told == "item":
            return self._take_note_item(line)
        if line.told == "note":
            return self._open_note(line.text, line, "caption")
        if line.told == "source":
            return self._take_url(line.url, line) if line.url else self._take_source(line.text, line)
        self._close_note()
        if line.told == "caption":
            return self._add(Figure(line.text, span=line.span), "caption")
        return self._take_heading(line) if line.told == "heading" else self._unplaced(line.text, line)

    def _take_block(self, line: Line, follower: Line | None) -> Part:
        """A line that becomes a block, the lead or the source."""
        if line.role == "literal":
            return self._unplaced(line.text, line)
        if line.grid is not None:
            return "caption" if add_tables(line.grid, self._blocks) else "cell"
        if line.role == "annotation":
            return self._take_annotation(line)
        if line.role == "lead" and self.lead is None:
            return self._take_lead(line)
        if found := SOURCE.match(line.text):
            return self._take_source(found["what"], line)
        if line.url:
            return self._take_url(line.url, line)
        if line.role == "lead":
            return self._take_lead(line)
        if line.plain and (caption := caption_of(line.text)) is not None:
            return self._take_caption(caption, line)
        if self._note is not None and line.role != "round" and not SUBHEAD.match(line.text):
            return self._take_note_item(line)
        if line.role in LADDER:
            return self._take_bullet(line, follower)
        return self._take_words(line)

    def _add(self, block: Block, part: Part) -> Part:
        self._blocks.append(block)
        return part

    def _unplaced(self, text: str, line: Line) -> Part:
        """Keep words that have no place: beneath a marker of no level they are still an item of a list."""
        listed = line.role is not None and line.role != "literal"
        return self._add(loose_block(text, line.span), "bullet" if listed else "text")

    # ------------------------------------------------------------ words

    def _take_lead(self, line: Line) -> Part:
        if self.lead is None:
            return self._set_lead(*day_at_end(line.text, self.issue_date))
        return self._take_heading(line)

    def _set_lead(self, text: str, day: dt.date | None) -> Part:
        self.lead, self._lead_date = text, day
        return "lead"

    def _take_heading(self, line: Line) -> Part:
        self._ladder.clear()
        return self._add(Heading(line.text, span=line.span), "heading")

    def _take_words(self, line: Line) -> Part:
        """A line that no marker of the ladder opens."""
        if line.plain and self.lead is None and not self._blocks:
            text, day = day_at_end(line.text, self.issue_date)
            if not self._headline and not SUBHEAD.match(line.text):
                return self.take_headline(line.text, line)
            if day:
                return self._set_lead(text, day)
        if SUBHEAD.match(line.text):
            self._close_note()
            return self._take_heading(line)
        if NOTE_TITLE.match(line.text):
            return self._open_note(line.text, line, "note")
        return self._unplaced(line.raw, line)

    def _take_bullet(self, line: Line, follower: Line | None) -> Part:
        assert line.role is not None
        self._close_note()
        place = (LADDER.index(line.role) if line.rank is None else line.rank, line.indent)
        if self._fell_back(place, follower):
            self._ladder.clear()
        while self._ladder and self._ladder[-1] >= place:
            self._ladder.pop()
        self._ladder.append(place)
        level, still = len(self._ladder), open_of(line.text)
        if still is not None:
            return self._add(Open(level, still, missing(still), span=line.span), "bullet")
        return self._add(Bullet(level, line.text, span=line.span), "bullet")

    def _fell_back(self, place: tuple[int, int], follower: Line | None) -> bool:
        """Whether an unindented dash below a ● is really the first level of a run that steps by indents.

        Converters drop the ● of a run after a page break; the indented dash behind it then tells.
        """
        under_round = bool(self._ladder) and self._ladder[0][0] == 0 and place[0] == 1
        if not under_round or place[1] > self._ladder[0][1] or follower is None:
            return False
        return follower.role == "dash" and follower.indent > place[1]

    def _take_annotation(self, line: Line) -> Part:
        if found := SOURCE.match(line.text):
            return self._take_table_source(_address(found["what"]), line)
        if not self._blocks or not isinstance(self._blocks[-1], Annotation):
            self._remarks = len(self._blocks)
        above = self._blocks[max(self._remarks - 1, 0) : self._remarks]
        word = anchor(len(line.marker), above, self.lead)
        return self._add(Annotation(line.text, word, span=line.span), "annotation")

    # ------------------------------------------------------------ tables, captions, notes

    def _take_caption(self, caption: str, line: Line) -> Part:
        if NOTE_CAPTION.match(caption):
            return self._open_note(caption, line, "caption")
        return self._add(Figure(caption, line.picture, span=line.span), "caption")

    def _open_note(self, title: str, line: Line, part: Part) -> Part:
        self._close_note()
        self._note = len(self._blocks)
        return self._add(Note(title, (), span=line.span), part)

    def _take_note_item(self, line: Line) -> Part:
        self._items.append(line)
        return "note"

    def _close_note(self) -> None:
        if self._note is not None and self._items:
            note = self._blocks[self._note]
            assert isinstance(note, Note)
            items = tuple(line.text for line in self._items)
            self._blocks[self._note] = replace(note, items=items, span=joined(note.span, self._items[-1].span))
        self._note, self._items = None, []

    # ------------------------------------------------------------ sources

    def _take_table_source(self, what: str, line: Line) -> Part:
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, (Table, Figure, Note)) and last.source is None:
            self._blocks[-1] = replace(last, source=what)
        else:
            self._blocks.append(Figure(None, source=what, span=line.span))
        return "source"

    def _take_source(self, what: str, line: Line) -> Part:
        if self._source is not None:
            return self._add(loose_block(line.raw, line.span), "source")
        outlet, day = day_at_end(what.strip(), self.issue_date)
        self._source = BriefSource(outlet, day, span=line.span)
        self._in_references = False
        self._close_note()
        return "source"

    def _take_url(self, url: str, line: Line) -> Part:
        if self._source is None or self._source.url is not None:
            return self._add(loose_block(line.raw, line.span), "source")
        self._source = replace(self._source, url=url, span=joined(self._source.span, line.span))
        return "source"


def _names_table(line: Line, follower: Line | None) -> bool:
    return follower is not None and follower.grid is not None and caption_of(line.text) is not None


def _address(text: str) -> str:
    """What a source line names: a bare address without its brackets."""
    found = re.fullmatch(r"[<\[]\s*(https?://[^\s<>\]]+)\s*[>\]]", text.strip())
    return found[1] if found else text.strip()
