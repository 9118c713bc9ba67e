"""The leaves below one headline -> the article, by the habits of its report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from donghyang.records import (
    Annotation,
    Article,
    Block,
    BriefSource,
    Bullet,
    Figure,
    Grid,
    Heading,
    Note,
    Reference,
    Table,
)
from donghyang.report.grammar import ANY_DAY
from donghyang.report.induction import cites
from donghyang.report.induction.captions import is_caption
from donghyang.report.induction.citation import cites as names_source
from donghyang.report.induction.habits import Habits, is_foot, level_place, over_address, place_of
from donghyang.report.induction.heads import day_ahead, day_behind
from donghyang.report.induction.leaf import Leaf, reworded
from donghyang.report.induction.notes import items_below
from donghyang.report.induction.prose import all_headings, is_sentence, titles_nothing
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import (
    about_fields,
    author_of,
    category_of,
    day_line,
    ends,
    is_bare_note,
    is_service,
    opens_references,
    pictured_by,
    source_of,
)
from donghyang.report.labels import is_labelled
from donghyang.report.layout.citations import bracketed
from donghyang.report.parts import Part
from donghyang.report.references import joined
from donghyang.report.stars import anchor
from donghyang.report.statements import is_written, sentences
from donghyang.report.tables import add_tables, dated_row, names_unit
from donghyang.report.unwritten import loose_block

_LONGEST_HEADING = 40
_MOST_BEHIND = 3
"""Lines behind the last article of a report whose articles all end with what they cite."""


@dataclass
class Reader:
    """Reads the leaves below one headline; `last` is the last article of the report."""

    habits: Habits
    near: dt.date | None
    brief: bool
    last: bool = False
    closed: bool = False
    """Whether nearly all other articles end with what they cite."""
    category: str | None = None
    lead: str | None = None
    date: dt.date | None = None
    author: str | None = None
    written: dt.date | None = None
    source: BriefSource | None = None
    blocks: list[Block] = field(default_factory=list)
    cited: list[Leaf] = field(default_factory=list)
    parts: list[tuple[Leaf, Part]] = field(default_factory=list)
    behind: list[Leaf] = field(default_factory=list)
    """What stands behind the last article of the report and belongs to none."""
    _ladder: list[tuple[int, int]] = field(default_factory=list)
    _listed: bool = False
    """Whether the list of references has begun."""
    _texts: int = 0

    def read(self, leaves: Sequence[Leaf]) -> None:
        """Read all of them."""
        at = 0
        while at < len(leaves):
            at += self._take(leaves, at)

    def article(self, number: int | None, headline: str, span: tuple[int, int]) -> Article:
        """What was read."""
        found: tuple[Reference, ...] = tuple(cites.references(self.cited, self.near))
        if self.source is None and len(found) == 1 and (outlet := cites.outlet_alone(found[0])):
            self.source, found = outlet, ()
        return Article(
            number=number,
            category=self.category,
            headline=headline,
            lead=self.lead,
            date=self.date,
            blocks=tuple(self.blocks),
            references=found,
            source=self.source,
            author=self.author,
            written=self.written,
            span=span,
        )

    # ------------------------------------------------------------ one line

    def _take(self, leaves: Sequence[Leaf], at: int) -> int:
        leaf = leaves[at]
        below = leaves[at + 1] if at + 1 < len(leaves) else None
        if self.behind or (self.last and self._ends(leaf, below, len(leaves) - at)):
            self.behind.append(leaf)
            return 1
        if self._takes_about(leaf):
            self.parts.append((leaf, "imprint"))
            return 1
        if self._listed:
            self.cited.append(leaf)
            self.parts.append((leaf, "reference"))
            return 1
        if self._opens_list(leaf, below):
            self._listed = True
            self.parts.append((leaf, "section"))
            return 1
        if self.brief and self._takes_source(leaf, below):
            return 1
        if not self.brief and self._cites(leaf, below):
            self.cited.append(leaf)
            self.parts.append((leaf, "reference"))
            return 1
        return self._take_block(leaves, at)

    def _opens_list(self, leaf: Leaf, below: Leaf | None) -> bool:
        """Whether a line is the title of references; 참고 is where references stand below it, else that of a note."""
        if leaf.key == "table" or (self.brief and source_of(leaf.text)):
            return False
        cited = below is not None and below.key != "table" and (below.url is not None or names_source(below.text))
        return opens_references(leaf.text) or (cited and is_bare_note(leaf.text))

    def _ends(self, leaf: Leaf, below: Leaf | None, left: int) -> bool:
        """Whether a line stands behind the last article."""
        if leaf.key == "table" or leaf.url or author_of(leaf.text):
            return False
        if ends(leaf.text) or is_service(leaf.text):
            return True
        done = self._listed or self.source is not None or bool(self.cited)
        closed = leaf.gap > 0 and not leaf.key and not self.habits.bare and is_written(leaf.text)
        apart = self.closed and leaf.gap > 0 and leaf.key in ("", "※") and left <= _MOST_BEHIND
        return done and (closed or apart) and (below is None or not below.url)

    def _takes_about(self, leaf: Leaf) -> bool:
        """Whether a line says day, category or author of the article."""
        if leaf.key == "table":
            return False
        if (fields := about_fields(leaf.text)) and not self._texts:
            for label, value in fields.items():
                self.category = self.category or category_of(f"{label}: {value}")
                self.date = self.date or day_line(f"{label}: {value}")
                self.author = self.author or author_of(f"{label}: {value}")
            return True
        if (name := author_of(leaf.text)) and self.author is None:
            self.author = name
            return True
        day = day_line(leaf.text)
        if day and self.author and (self._listed or self._texts > 1):
            self.written = day
            return True
        if day and self.date is None and self._texts <= 1:
            self.date = day
            return True
        if (name := category_of(leaf.text)) and self._texts == 0:
            self.category = name
            return True
        return False

    # ------------------------------------------------------------ sources and references

    def _cites(self, leaf: Leaf, below: Leaf | None) -> bool:
        """Whether a line is a reference without a list: it has an address, or one right below."""
        if leaf.key == "table":
            return False
        alone = below is not None and below.is_address and not titles_nothing(leaf)
        closes = below is None and not self.cited and names_source(leaf.text)
        if source_of(leaf.text) and self._owes_source() and not (alone or leaf.url or closes):
            return False
        if leaf.url:
            return bracketed(leaf.text) is None
        if not self.brief and cites.names_reference(leaf, self.near):
            return True
        named = below is not None and over_address(leaf, below)
        return alone and bool(self.cited or self._texts > 1 or named)

    def _takes_source(self, leaf: Leaf, below: Leaf | None) -> bool:
        if leaf.key == "table":
            return False
        sure = leaf.url is not None or (below is not None and below.key != "table" and below.url is not None)
        if self.source is None:
            found = cites.source(leaf, self.near, sure=sure)
            if found is not None:
                self.source = found
                self.parts.append((leaf, "source"))
                return True
        elif leaf.url and self.source.url is None:
            self.source = replace(self.source, url=leaf.url, span=joined(self.source.span, leaf.span))
            self.parts.append((leaf, "source"))
            return True
        return False

    def _owes_source(self) -> bool:
        """Whether a table or figure stands right above that has no source yet."""
        return self._owing() is not None

    def _owing(self) -> int | None:
        """The place of what stands right above, or above its own annotation, and has no source yet."""
        at = len(self.blocks) - 1
        if at > 0 and isinstance(self.blocks[at], Annotation) and isinstance(self.blocks[at - 1], Table):
            at -= 1
        last = self.blocks[at] if at >= 0 else None
        return at if isinstance(last, (Table, Figure, Note)) and last.source is None else None

    def _last(self) -> Block | None:
        return self.blocks[-1] if self.blocks else None

    # ------------------------------------------------------------ blocks

    def _take_block(self, leaves: Sequence[Leaf], at: int) -> int:
        leaf, below = self._without_reference(leaves[at]), leaves[at + 1] if at + 1 < len(leaves) else None
        if leaf.key == "table":
            assert leaf.line.grid is not None
            if not self._texts and self.date is None:
                self.date = dated_row(leaf.line.grid)
            self._put(leaf, "caption" if self._add_table(leaf, leaf.line.grid) else "cell")
            return 1
        what = source_of(leaf.text) or (pictured_by(leaf.text) if isinstance(self._last(), Figure) else None)
        if what and (owing := self._owing()) is not None:
            last = self.blocks[owing]
            assert isinstance(last, (Table, Figure, Note))
            self.blocks[owing] = replace(last, source=what)
            self._put(leaf, "source")
            return 1
        if (items := items_below(leaves, at)) or leaf.edge:
            return self._take_note(leaves[at : at + 1 + items])
        if names_unit(leaf.text):
            self._add(leaf, loose_block(leaf.text, leaf.span), "text")
        elif self._captions_above(leaf, below):
            table = self.blocks[-1]
            assert isinstance(table, Table)
            self.blocks[-1] = replace(table, caption=bare_of(leaf.words))
            self._put(leaf, "caption")
        elif is_caption(leaf, below, self.habits, brief=self.brief):
            self._add(leaf, Figure(bare_of(leaf.words), span=leaf.span), "caption")
        elif self._leads(leaf):
            self._take_lead(leaf)
        elif is_foot(leaf, self.habits):
            self._take_annotation(leaf)
        elif leaf.signature in self.habits.headings and len(leaf.words) <= _LONGEST_HEADING:
            self._take_heading(leaf)
        elif leaf.key and self.lead is not None and place_of(leaf) == self.habits.lead:
            self._take_heading(leaf)  # a second lead parts the article
        elif not leaf.key and not self.brief and self._opens_prose(leaf):
            self._take_lead(leaf)
        elif leaf.key in self.habits.ranks and (leaf.key or self._texts or self.habits.lead is None):
            self._take_bullet(leaf)
        else:
            self._take_words(leaf, below)
        return 1

    def _add_table(self, leaf: Leaf, grid: Grid) -> bool:
        """Add a table, with the source that stands between it and its caption; whether it names others in its row."""
        last = self.blocks[-1] if self.blocks else None
        above = last.source if isinstance(last, Figure) and last.image is None and not leaf.gap else None
        if above is not None and self.parts[-1][1] == "source":
            assert isinstance(last, Figure)
            self.blocks[-1] = replace(last, source=None)
        named = add_tables(grid, self.blocks)
        table = self._last()
        if above is not None and isinstance(table, Table) and table.source is None:
            self.blocks[-1] = replace(table, source=above)
        return named

    def _put(self, leaf: Leaf, part: Part) -> None:
        self.parts.append((leaf, part))

    def _without_reference(self, leaf: Leaf) -> Leaf:
        """A line without the reference in square brackets at its end, which is kept."""
        found = bracketed(leaf.text)
        if found is None:
            return leaf
        self.cited.append(reworded(leaf, found[1]))
        return reworded(leaf, found[0])

    def _add(self, leaf: Leaf, block: Block, part: Part) -> None:
        self.blocks.append(block)
        self._put(leaf, part)

    def _leads(self, leaf: Leaf) -> bool:
        return self.lead is None and not self._texts and place_of(leaf) == self.habits.lead

    def _opens_prose(self, leaf: Leaf) -> bool:
        """Whether one sentence opens an article of nothing but paragraphs: as in newspapers it leads the others."""
        told = not self._texts and self.lead is None and self.habits.bare and not self.habits.steps
        return told and sentences(leaf.text) == 1 and leaf.text.endswith(".")

    def _without_source(self, leaf: Leaf) -> Leaf:
        """The line of a brief without the source in brackets at its end, which is kept."""
        awaited = self.brief and self.source is None and self.habits.sourced
        cited = cites.in_headline(leaf.words, self.near) if awaited else None
        if cited is None:
            return leaf
        self.source = BriefSource(cited[1], cited[2], leaf.url, span=leaf.span)
        return replace(leaf, opener=replace(leaf.opener, words=cited[0]))

    def _take_lead(self, leaf: Leaf) -> None:
        self._texts += 1
        leaf = self._without_source(leaf)
        words = leaf.words
        if leaf.tag and place_of(leaf)[0] == leaf.tag:
            words = words[len(leaf.tag) :].strip()
        words = words.removeprefix(self.habits.label)
        words, day = day_ahead(words, self.near)
        if day is None:
            words, day = day_behind(words, self.near)
        if day is None and (told := cites.behind_lead(words, self.near)):
            words, day = told[0], told[1].date
            self.source = self.source or replace(told[1], span=leaf.span)
        self.lead = words.strip()
        self.date = day or self.date
        self._put(leaf, "lead")

    def _take_annotation(self, leaf: Leaf) -> None:
        at = next((at for at in range(len(self.blocks), 0, -1) if not isinstance(self.blocks[at - 1], Annotation)), 0)
        word = anchor(1, self.blocks[max(at - 1, 0) : at], self.lead)
        self._add(leaf, Annotation(leaf.words, word, span=leaf.span), "annotation")

    def _take_heading(self, leaf: Leaf) -> None:
        self._ladder.clear()
        self._texts += 1
        text = leaf.text if leaf.number is not None else bare_of(leaf.words)
        self._add(leaf, Heading(text, span=leaf.span), "heading")

    def _take_bullet(self, leaf: Leaf) -> None:
        self._texts += 1
        leaf = self._without_source(leaf)
        place = level_place(leaf, self.habits)
        while self._ladder and self._ladder[-1] >= place:
            self._ladder.pop()
        self._ladder.append(place)
        self._add(leaf, Bullet(len(self._ladder), leaf.words, span=leaf.span), "bullet")

    def _take_words(self, leaf: Leaf, below: Leaf | None) -> None:
        first = not self._texts and self.lead is None
        if first and not leaf.key and (self.brief or self.habits.lead is None or not self.habits.lead[0]):
            if self.brief and below is not None and is_sentence(leaf) and is_sentence(below):
                self._take_bullet(leaf)  # several paragraphs, of which none leads the others
            else:
                self._take_lead(leaf)
        elif self._heads(leaf, below):
            self._take_heading(leaf)
        elif self.lead is None and all_headings(self.blocks) and not leaf.key and day_behind(leaf.words, ANY_DAY)[1]:
            self._take_lead(leaf)
        elif is_sentence(leaf):
            self._take_bullet(leaf)
        elif leaf.key and not leaf.number and len(leaf.words) > 1 and self._texts:
            self.habits.ranks.setdefault(leaf.key, len(self.habits.ranks))
            self._take_bullet(leaf)
        else:
            self._texts += 1
            self._add(leaf, loose_block(leaf.text, leaf.span), "text")

    # ------------------------------------------------------------ captions and notes

    def _captions_above(self, leaf: Leaf, below: Leaf | None) -> bool:
        """Whether a line that says which table it names stands right below one without a caption."""
        last = self.blocks[-1] if self.blocks else None
        bare = isinstance(last, Table) and last.caption is None and not leaf.gap
        return bare and is_labelled(leaf.text) and not (below is not None and below.key == "table")

    def _take_note(self, leaves: Sequence[Leaf]) -> int:
        """A note with its items."""
        top, items = leaves[0], leaves[1:]
        title = bare_of(top.words if top.key not in ("※", "") else top.text)
        self.blocks.append(Note(title, tuple(leaf.words for leaf in items), span=joined(top.span, leaves[-1].span)))
        for leaf in leaves:
            self._put(leaf, "note")
        self._ladder.clear()
        return len(leaves)

    def _heads(self, leaf: Leaf, below: Leaf | None) -> bool:
        """Whether a few words without a sign stand close above a bullet, and apart from what is above."""
        apart = bool(self._texts or self.lead) and not leaf.key and leaf.gap > 0 and not is_sentence(leaf)
        over = below is not None and bool(below.key) and below.key in self.habits.ranks and not below.gap
        return apart and over and len(leaf.words) <= _LONGEST_HEADING
