"""The items of one article -> the lines that the house's interpreter takes, each told what it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from donghyang.language.patterns import lazily
from donghyang.report.grammar import (
    AUTHOR,
    LADDER,
    NOTE_CAPTION,
    SOURCE,
    SUBHEAD,
    URL,
    day_alone,
    day_at_end,
    day_in_brackets,
    ends_with_day,
    reference_head,
)
from donghyang.report.layout.citations import bracketed, cited, labelled, names_title, outlet
from donghyang.report.layout.english import without_english_day
from donghyang.report.layout.ladder import Ladder, class_of, is_tick
from donghyang.report.layout.pages import Item
from donghyang.report.layout.titles import opens_references, shape, unwrapped
from donghyang.report.statements import states
from donghyang.report.stream import Line, Told
from donghyang.report.tables import caption_of, dated_row, names_unit

_LABEL = lazily(
    r"^[<〈《\[【(]?\s*(?P<kind>표|그림|사진|도표|도|Table|Fig(?:ure)?\.?|Photo|Chart)\s*"
    r"(?:[-\d]*\s*[〉》>\]】).:|│]|\d+(?:[-.]\d+)?\s)\s*\S",
    re.IGNORECASE,
)
_TABLE_LABEL = lazily(r"^[<〈《\[【(]?\s*(?:표|table)", re.IGNORECASE)
_REMARK = lazily(r"^(?:주\s?\d?|비고|Notes?)\s?[:：)]\s*\S", re.IGNORECASE)
_TITLED = lazily(r"^(?:※\s*)?[<〈\[【(]?\s*(?:원\s*(?:자료|문)|관련\s*(?:자료|기사)|참\s*고\s*(?:자료|문헌))")
"""Labels behind which titles stand, and no mere outlets."""
_OF_PICTURE = lazily(r"^자\s*료\s*[:：]")
_PHOTO = lazily(r"^(?:사진|그림|제공)(?:\s?(?:제공|출처))?\s*[:：]\s*(?P<what>[^,.]{1,24})$")
"""Who took or gave the picture above."""
_GLOSSARY = lazily(
    r"^[\[(<〈【]?\s*(?:용\s*어|낱\s*말|참\s*고)(?:\s*(?:설명|해설|풀이|사항|정보))?\s*(?:[\])>〉】]|[:：|│]|$)"
)
"""Words that open a note behind a sign, where the house takes them for a note's title too."""
_CREDIT = lazily(r"^(?:자료|출처|Source)\s*[:：]\s*(?P<what>\S.*)$", re.IGNORECASE)
_IN_BRACKETS = lazily(r"^[(（\[［](?P<what>[^()（）\[\]［］]+)[)）\]］]$")
_DATE_BEFORE_STOP = lazily(r"(?P<day>(?<!\s)\s*+[(（][^()（）]{3,14}[)）])(?P<stop>[.。])$")
_MARK = lazily(r"(?<=[가-힣A-Za-z’”」』])([1-9][0-9]?)\)")
"""The mark of a footnote behind a word."""
_CAPTION_LENGTH = 40
_HEADING_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Piece:
    """A line for the interpreter, and the places of the stream's lines that it was made of."""

    line: Line
    at: tuple[int, ...]


@dataclass
class Reader:
    """Reads the items below one headline."""

    ladder: Ladder
    near: dt.date | None
    brief: bool
    out: list[Piece] = field(default_factory=list)
    _led: bool = False
    _cited: bool = False
    """Whether a list of references is being read."""
    _sourced: bool = False
    _remarked: int = 0
    """How many remarks on the table above were read right before."""
    _marks: frozenset[int] = frozenset()
    """Numbers of the footnotes that the words of the article call for (역량1))."""
    _note: str | None = None
    """The key of the note's items that are being read, "?" before the first of them."""

    def read(self, items: Sequence[Item]) -> list[Piece]:
        """The lines of the article, in the order in which the house prints them."""
        self._marks = frozenset(int(mark) for item in items for mark in _MARK.findall(item.words))
        at = 0
        while at < len(items):
            at += self._take(items, at)
        return self.out

    def _take(self, items: Sequence[Item], at: int) -> int:
        """Take the item at a place, and say how many were taken with it."""
        item, below = items[at], items[at + 1] if at + 1 < len(items) else None
        if item.line.role == "literal":
            self._put(item, item.line)
            return 1
        if self._goes_on_with_note(item):
            self._tell("item", item.words, item)
            return 1
        self._note = None
        if self._signs(item):
            self._put(item, item.line)
            return 1
        taken = (
            self._take_note(item, below)
            or self._take_remark(item)
            or self._take_labelled(item, below, closes=all(rest.url for rest in items[at + 1 : at + 3]))
            or self._take_reference(item, below)
            or self._take_source(item, below)
        )
        if taken:
            return taken
        if item.key == "table":
            self._put(item, item.line)
            return 1
        return self._take_caption(item, below) or self._take_words(item, below)

    def _signs(self, item: Item) -> bool:
        """Whether a line names the author, or the day below the author."""
        if item.line.role or item.key == "table":
            return False
        above = self.out[-1].line.text if self.out else ""
        return AUTHOR.match(item.line.text) is not None or (
            AUTHOR.match(above) is not None and day_alone(item.line.text) is not None
        )

    # ------------------------------------------------------------ putting

    def _put(self, item: Item, line: Line, at: tuple[int, ...] = ()) -> None:
        self._remarked = 0
        self.out.append(Piece(line, at or item.at))

    def _tell(self, told: Told, text: str, item: Item, at: tuple[int, ...] = ()) -> None:
        self._put(item, replace(item.line, text=text, marker="", role=None, told=told), at)

    # ------------------------------------------------------------ references and sources

    def _take_reference(self, item: Item, below: Item | None) -> int:
        if opens_references(item.words) and item.line.role not in ("round", "lead"):
            self._cited = True
            self._tell("references", item.words, item)
            return 1
        if self._cited and not self._can_cite(item):
            self._cited = False
        if not self._cited and not self._cites(item, below):
            return 0
        if item.url or not item.words:
            self._tell("reference" if item.url else "words", item.url or item.line.raw, item)
            return 1
        if below is not None and below.url and not URL.search(item.words):
            self._tell("reference", f"{cited(item.words, self.near)} {below.url}", item, item.at + below.at)
            return 2
        self._tell("reference", cited(item.words, self.near), item)
        return 1

    def _take_labelled(self, item: Item, below: Item | None, *, closes: bool) -> int:
        """References behind a label in their own line; of a brief the first one also names its source.

        `closes`: nothing but an address follows.
        """
        if item.line.role not in (None, "tick", "arrow", "dash", "annotation") or item.key == "table":
            return 0
        found = labelled(item.words) or labelled(item.line.raw)
        if self._of_picture(item) and (not closes or _OF_PICTURE.match(item.words)):
            return 0
        if not found or not (_TITLED.match(item.words) or all(names_title(part, self.near) for part in found)):
            return 0
        addressed = below is not None and below.url is not None and not URL.search(found[-1])
        if below is not None and addressed:
            found[-1] = f"{found[-1]} {below.url}"
        for reference in found:
            self._tell("reference", cited(reference, self.near), item)
        head = reference_head(cited(found[0], self.near))
        if self.brief and head and head[1] and not self._sourced:
            self._sourced = True
            self.tell_source((head[1], head[0]), item)
            if url := URL.search(found[0]):
                self._tell("source", url[0], item)
        return 2 if addressed else 1

    def _can_cite(self, item: Item) -> bool:
        """Whether a line may go on with a list of references."""
        if item.key == "table" or item.line.role in ("lead", "round", "annotation"):
            return False
        leads = class_of(item) == self.ladder.lead and not (self._led and not item.key)
        return (caption_of(item.line.text) is None and not leads) or item.url is not None

    def _cites(self, item: Item, below: Item | None) -> bool:
        """Whether a line without a list above it is a reference all the same."""
        if item.key == "table" or item.line.role in ("lead", "round", "annotation") or SOURCE.match(item.words):
            return False
        if item.line.role == "tick" and names_title(item.words, self.near):
            return True
        addressed = URL.search(item.words) is not None or (below is not None and below.url is not None)
        if not addressed or item.url:
            return False
        if is_tick(item) or reference_head(item.words):
            return True
        return not item.key and not self.brief and URL.search(item.words) is not None and not bracketed(item.words)

    def _take_source(self, item: Item, below: Item | None) -> int:
        """The outlet of a brief, or the source of the table or figure above."""
        credit = _CREDIT.match(item.words)
        photo = _PHOTO.match(item.words) if not item.gap and self._of_picture(item) else None
        credit = credit or photo
        if credit and self._of_picture(item):
            line = replace(item.line, text=f"출처: {credit['what']}", marker="*", role="annotation")
            self.out.insert(len(self.out) - self._remarked, Piece(line, item.at))
            return 1
        bare = URL.sub("", item.words).strip()
        bracket = _IN_BRACKETS.match(bare) if not item.key else None
        named = bracket["what"] if bracket and not _CREDIT.match(bracket["what"]) else "".join(labelled(item.words))
        what = outlet(named, self.near) if bracket and self.brief else None
        if self.brief and what is None and not item.key and URL.search(item.words):
            what = outlet(bare, self.near)
        if credit and item.line.role in (None, "tick"):
            words = URL.sub("", credit["what"]).strip()
            what = outlet(words, self.near) or (words, None)
        if what is None or not what[0]:
            return 0
        self.tell_source(what, item)
        url = URL.search(item.words)
        if url:
            self._tell("source", url[0], item)
        elif below is not None and below.url:
            self._tell("source", below.url, item, item.at + below.at)
            return 2
        return 1

    def tell_source(self, what: tuple[str, dt.date | None], item: Item) -> None:
        """Name the outlet of a brief and its day, or its address."""
        name, day = what
        self._tell("source", f"{name} {_in_brackets(day)}" if day else name, item)

    def _of_picture(self, item: Item) -> bool:
        """Whether a line stands close below a table or a caption, or the remark on one."""
        above = [told.line for told in self.out[-1 - self._remarked :]]
        near = bool(above) and (above[0].grid is not None or above[0].told == "caption")
        credits_it = _OF_PICTURE.match(item.words) is not None and URL.search(item.words) is None
        return near and (item.key == "*" or not item.gap or credits_it)

    def _take_remark(self, item: Item) -> int:
        """The remark on the table above: "주: …", or a footnote."""
        signed = item.line.role == "annotation" and not labelled(item.words)
        told = signed or (item.line.role is None and _REMARK.match(item.words))
        if not told or not self._of_picture(item):
            return 0
        remarked = self._remarked + 1
        text = item.words if signed else item.line.text
        self._put(item, replace(item.line, text=text, marker="*", role="annotation"))
        self._remarked = remarked
        return 1

    # ------------------------------------------------------------ captions and notes

    def _take_caption(self, item: Item, below: Item | None) -> int:
        """A caption, or the title of a note."""
        if item.line.role is not None or item.key not in ("", "※"):
            return 0
        if names_unit(item.words):
            return 0
        over_table = below is not None and below.key == "table"
        inner = caption_of(item.words) or (unwrapped(item.words) if over_table and shape(item.words) else None)
        title = inner or item.words
        aside = item.words if item.key == "" else f"※ {item.words}"
        if NOTE_CAPTION.match(inner or aside) and (inner or aside[:1] in "※[("):
            self._tell("note", inner or aside, item)
            self._note = "?"
            return 1
        if _LABEL.match(item.words) and _TABLE_LABEL.match(item.words) and not over_table and self._table_waits():
            self.out.insert(-1, Piece(replace(item.line, text=title, told="caption"), item.at))
            return 1
        named = over_table and len(title) <= _CAPTION_LENGTH and self._may_name_table(item)
        alone = item.key == "※" and item.gap and (below is None or below.gap) and self._names_picture(title)
        if inner or _LABEL.match(item.words) or named or alone:
            self._tell("caption", title, item)
            return 1
        return 0

    def _take_note(self, item: Item, below: Item | None) -> int:
        """The title of a note behind a sign (◇ 용어 풀이: …), its items right below behind another one."""
        signed = item.key not in ("", "table", "※", "*") and not item.opener.counts
        if not signed or below is None or class_of(item) == self.ladder.lead:
            return 0
        if not _GLOSSARY.match(item.words) or not NOTE_CAPTION.match(item.words):
            return 0
        if below.gap or not below.key or below.key in (item.key, "table"):
            return 0
        self._tell("note", item.words, item)
        self._note = "?"
        return 1

    def _table_waits(self) -> bool:
        """Whether a table without a caption stands right above."""
        captioned = len(self.out) > 1 and self.out[-2].line.told == "caption"
        return bool(self.out) and self.out[-1].line.grid is not None and not captioned

    def _may_name_table(self, item: Item) -> bool:
        return (self._led and class_of(item) != self.ladder.lead) or item.key == "※"

    def _names_picture(self, words: str) -> bool:
        return len(words) <= _CAPTION_LENGTH and not states(words) and not words.endswith("다")

    def _goes_on_with_note(self, item: Item) -> bool:
        """Whether a line is an item of the note above, which goes on while its items open alike."""
        if self._note is None or item.gap or item.key in ("table", "*", "※") or item.url:
            return False
        if self._note == "?":
            self._note = item.key
            return class_of(item) != self.ladder.lead and item.key not in self.ladder.headings
        return item.key == self._note or (not self._note and item.line.role in ("dash", "dot", "arrow"))

    # ------------------------------------------------------------ words

    def _take_words(self, item: Item, below: Item | None) -> int:
        words = item.words
        if item.line.role == "annotation" or (item.key == "※" and item.opener.words):
            self._put(item, replace(item.line, text=words, marker=item.line.marker or "*", role="annotation"))
            return 1
        if item.key == "1)" and item.opener.number in self._marks:
            self._put(item, replace(item.line, text=words, marker="*", role="annotation"))
            return 1
        reference = bracketed(words)
        if reference:
            words = reference[0]
        counted = SUBHEAD.match(item.line.text) is not None
        leads = class_of(item) == self.ladder.lead and (item.key or not self._led)
        if leads or (self.ladder.placed and self._is_first() and ends_with_day(words)):
            self._take_lead(item, words)
        elif item.key in self.ladder.headings and (self._led or counted):
            self._tell("heading", item.line.text if item.opener.counts else words, item)
        elif self._heads_list(item, below):
            self._tell("heading", unwrapped(words), item)
        elif item.key in self.ladder.headings or item.key in self.ladder.ranks:
            self._tell_bullet(item, words, self.ladder.ranks.get(item.key, 0))
        elif not item.key and self.ladder.by_indent and self._led and item.indent > (self.ladder.lead or ("", 0))[1]:
            self._tell_bullet(item, words, 0)
        elif item.line.role == "lead" or (not item.key and not self._led and self._stands_for_lead(item, below)):
            self._take_lead(item, words)
        else:
            self._tell("words", item.line.raw if not reference else words, item)
        if reference:
            self._tell("reference", cited(reference[1], self.near), item)
        return 1

    def _heads_list(self, item: Item, below: Item | None) -> bool:
        """Whether short words in brackets, with bullets below, head them."""
        if item.key or below is None or below.key not in self.ladder.ranks:
            return False
        return shape(item.words) != "" and len(item.words) <= _HEADING_LENGTH and not _LABEL.match(item.words)

    def _stands_for_lead(self, item: Item, below: Item | None) -> bool:
        """Whether words without a marker right below the headline are the lead: they are dated, or bullets follow."""
        if not self._is_first():
            return False
        if day_at_end(item.words, self.near)[1] is not None:
            return True
        leads = self.ladder.lead is not None and not self.ladder.lead[0]
        return not self.brief and (leads or (below is not None and below.key in self.ladder.ranks))

    def _is_first(self) -> bool:
        """Whether nothing but tables and captions was read so far."""
        return not self._led and all(told.line.grid or told.line.told for told in self.out)

    def _tell_bullet(self, item: Item, words: str, rank: int) -> None:
        role = item.line.role if item.line.role in LADDER else "round"
        self._put(item, replace(item.line, text=words, role=role, rank=rank))

    def _take_lead(self, item: Item, words: str) -> None:
        """The lead without the label of all leads, its date at its end; a second one is a heading."""
        words = words.removeprefix(self.ladder.label)
        if self._led:
            self._tell("heading", words, item)
        else:
            self._led = True
            self._put(item, replace(item.line, text=self._dated(words), role="lead", marker=item.line.marker or "■"))

    def _dated(self, words: str) -> str:
        """A lead's words with its date behind the full stop; the date may stand in the table above it."""
        if found := _DATE_BEFORE_STOP.search(words):
            return f"{words[: found.start()]}{found['stop']}{found['day'].strip()}"
        bare, english = without_english_day(words, self.near)
        if english:
            return f"{bare} {_in_brackets(english)}"
        if day_at_end(words, self.near)[1] is None and (day := self._day_of_table()):
            return f"{words} {_in_brackets(day)}"
        return words

    def _day_of_table(self) -> dt.date | None:
        days = (dated_row(told.line.grid) for told in self.out if told.line.grid)
        return next(filter(None, days), None)


def _in_brackets(day: dt.date) -> str:
    """A day as the house's interpreter reads it, with its year."""
    return day_in_brackets(day, None, "A")
