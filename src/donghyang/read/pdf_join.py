"""How two lines of a PDF belong together: as one paragraph, with or without a space."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from donghyang.read.pdf_breaks import Breaks, Room, first_piece
from donghyang.read.pdf_columns import Placed
from donghyang.read.pdf_lines import TextLine
from donghyang.report.grammar import HANGUL_ORDER, day_alone, role_of, split_marker

_TIGHT = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HANGUL = re.compile(r"[가-힣]")
_END = re.compile(r"[。！？!?；;：:.”」』）)]$")
_LIST = re.compile(
    rf"[①-⑳㉠-㉻]|\(?\d{{1,2}}[.)]\s|[{HANGUL_ORDER}][.)]\s"
    r"|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第\S{1,4}[章节条]"
)
_URL = re.compile(r"https?://\S*$")
_CAPTION = "〈〉"
_BOX_TITLE = re.compile(r"[〈<\[【]\s?※")
_WHOLE_CAPTION = re.compile(r"〈[^〈〉]{2,}〉")
_MINUS, _FIGURE = "-−–", re.compile(r"[0-9][0-9.,]*(?:%p?)?")
_LONG_CAPTION = 120
"""Letters beyond which what begins with a caption's bracket is none."""
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CLOSING = tuple(")]」』〉》）】’”,.，。、")
_SIGNS = "()[]{}<>〈〉《》「」『』‘’“”'\",.;:·…"
_SPACED_LINES = 3
"""Lines that end with a space from which on the program that made the file is known to keep them."""
_LEFT_FREE = 0.2
"""Share of the line that may be left free at its end where the next line hangs below its words."""
_LONG_LINE = 4
"""Words of a line that is no cell of a table: in a narrow cell even kept words are broken."""
_WHOLE_WORDS = 0.6
"""Share of line ends between Hangul that have a space from which on words are known to be kept whole. Where lines break
between any two letters it is near 0.3, as a Korean word has three or four."""


class Joiner:
    """Joins the lines of one file, by what the file shows of how it was set."""

    def __init__(self, lines: Iterable[TextLine]) -> None:
        lines = list(lines)
        self._known = {word.text.strip(_SIGNS) for line in lines for word in line.words[1:-1]}
        self._begun = {word[:size] for word in self._known for size in range(2, min(len(word), 12) + 1)}
        self._hugs_brackets = any(re.search(r"[가-힣0-9]\(", word) for word in self._known)
        pairs = [(last, line) for last, line in itertools.pairwise(lines) if _wraps(last, line)]
        between = [last.spaced for last, line in pairs if self._both_known(last, line)]
        if len(between) < _SPACED_LINES:
            between = [last.spaced for last, _ in pairs]
        self._keeps_spaces = sum(between) >= _SPACED_LINES and sum(between) * 5 > len(between) * 4
        ends = [last.spaced for last, _ in pairs if len(last.words) >= _LONG_LINE]
        share = sum(ends) / (len(ends) + 2)  # where few line ends are seen, more may be undrawn than is seen
        self._keeps_words = len(ends) >= 2 * _SPACED_LINES and share > _WHOLE_WORDS
        self._breaks = Breaks(lines, _endings()["tails"], share)
        self._size = _middle(line.size for line in lines)
        self._leading = _middle((a.baseline - b.baseline) / a.size for a, b in pairs if a.spaced)
        unspaced = [self._broken(last, line) for last, line in pairs if not last.spaced]
        self._breaks_words = unspaced.count(True) * 4 > len(unspaced)

    def glue(self, last: TextLine, line: TextLine, room: Room, text: str = "") -> str:
        """What stands between two lines of one paragraph: a space, or nothing inside a word and between Chinese.

        `room` is what the upper line leaves free; `text` all of the paragraph up to there.
        """
        web = bool(_URL.search(text or last.text))
        before, after = last.text[-1], line.text[0]
        if after in ")]」』’”,.%·":
            return ""
        if last.spaced:
            return " "
        if self._keeps_words and not web and not (_TIGHT.match(before) and _TIGHT.match(after)):
            return self._breaks.between(last, line, room, text or last.text)
        if _TIGHT.match(before) or _TIGHT.match(after) or before in "-‐–/·":
            return ""
        if after == "(":
            return "" if self._hugs_brackets else " "
        if self._keeps_spaces or web:
            return ""
        if _HANGUL.match(before) and _HANGUL.match(after):
            broken = self._broken(last, line)
            return "" if (self._breaks_words if broken is None else broken) else " "
        return "" if before.isdigit() and _HANGUL.match(after) and self._breaks_words else " "

    def _both_known(self, last: TextLine, line: TextLine) -> bool:
        """Whether a line end surely stands between two words: both are words of the file, what they make is not."""
        head, tail = last.words[-1].text.strip(_SIGNS), line.words[0].text.strip(_SIGNS)
        both = len(head) > 1 and len(tail) > 1 and head in self._known and tail in self._known
        return both and head + tail not in self._known

    def _broken(self, last: TextLine, line: TextLine) -> bool | None:
        """Whether the line end has broken a Korean word: it stands unbroken elsewhere in the file, or what opens the
        line cannot open a word. None where nothing tells."""
        head, tail = last.words[-1].text.strip(_SIGNS), line.words[0].text.strip(_SIGNS)
        if head + tail in self._known or line.words[0].text in _endings()["tails"] or tail in _endings()["tails"]:
            return True
        if head in self._known and tail in self._known:
            return False
        if len(head) >= 2 and head + tail[:2] in self._begun:
            return True
        if any(len(head) > len(end) and head.endswith(end) for end in _endings()["heads"]) or head in self._known:
            return False
        return None

    def is_full(self, last: TextLine, line: TextLine, right: float, *, web: bool = False) -> bool:
        """Whether the first word of `line` had no room behind `last` before the margin at `right`.

        `web` says that `last` ends with an address, which breaks at any sign.
        """
        if last.spaced:
            return True
        first = line.words[0]
        room = right - last.right
        whole = first.right - first.left
        if self._keeps_words and not _TIGHT.match(first.text):
            return room < (whole if web else _sum(line) or first_piece(first)) + 0.3 * last.size
        if self._keeps_spaces or _TIGHT.match(first.text):
            letters = 2.2 if first.text[1:2] in _CLOSING else 1.2  # a closing bracket takes a letter along
            return room < letters * last.size or (room < whole and web)
        return room < whole + 0.25 * last.size

    def goes_on(self, upper: Placed, lower: Placed, opening: Placed, text: str = "") -> bool:
        """Whether `lower` continues the paragraph that `opening` began and `upper` ends; `text` is all of it so far."""
        last, line, first = upper.line, lower.line, opening.line
        if self._closes_caption(last, line, text):
            return True
        if day_alone(text or last.text):
            return False
        web = bool(_URL.search(text or last.text))
        if abs(last.size - line.size) > 0.15 * last.size or not self._reaches(upper, lower, opening, web=web):
            return False
        if line.text.startswith(("http://", "https://")) and not last.text.endswith((":", "：")):
            return False
        if web and not last.spaced and not line.words[0].text.isascii():
            return False
        start, hang = lower.start - opening.start, _hang(first)
        if _BOX_TITLE.match(line.text) or (_WHOLE_CAPTION.fullmatch(line.text) and abs(start - hang) > line.size):
            return False
        if self._opens(line) and not (hang > 0 and self._flows(upper, lower, opening)):
            return False
        led = self._keeps_words and upper.frame == lower.frame and self._is_led(last, line)
        near = (1.0 if led else 0.6) * line.size
        if not (-4.5 * line.size < start < hang + near or self._are_centred(last, line)):
            return False
        is_title = self._is_large(line) or role_of(split_marker(first.text)[0]) == "lead"
        loose = last.spaced or web or (is_title and led and abs(start) < 0.1 * line.size)
        if hang and not loose and abs(start - hang) > near:
            return False
        if lower.frame != upper.frame:
            return last.spaced or not _END.search(last.text)
        most = 2.6 if last.spaced or not self._keeps_words else self._leading + 0.3
        return 0.5 * last.size < last.baseline - line.baseline < most * last.size

    def _closes_caption(self, last: TextLine, line: TextLine, text: str) -> bool:
        """Whether a line ends the caption that began above it: its bracket is open."""
        return (
            text.startswith(_CAPTION[0])
            and _CAPTION[1] not in text
            and line.text.endswith(_CAPTION[1])
            and len(text) < _LONG_CAPTION
            and last.page == line.page
            and self._is_led(last, line)
        )

    def _opens(self, line: TextLine) -> bool:
        """Whether a line begins with a marker or number; a dot before the second half of a compound is none."""
        if self._keeps_words and line.words[0].text[0] in "·・‧" and len(line.words[0].text) > 1:
            return False
        return bool(split_marker(line.text)[0] or _LIST.match(line.text))

    def _flows(self, upper: Placed, lower: Placed, opening: Placed) -> bool:
        """Whether a marker below the words of a paragraph may stand inside it: behind a drawn space, or a star or ring
        number at its usual line distance."""
        last, line = upper.line, lower.line
        shift = abs(lower.start - opening.start - _hang(opening.line))
        if not shift < 0.4 * line.size and (upper == opening or abs(lower.start - upper.start) > 0.1 * line.size):
            return False
        signs = self._keeps_words and line.text[0] in "*＊" + _RINGS
        return last.spaced or (signs and upper.frame == lower.frame and self._is_led(last, line))

    def _are_centred(self, last: TextLine, line: TextLine) -> bool:
        """Whether two lines stand in the middle below one another, as those of a caption do."""
        shift = (last.left + last.right - line.left - line.right) / 2
        return self._keeps_words and abs(shift) < 0.2 * line.size and self._is_led(last, line)

    def _is_led(self, last: TextLine, line: TextLine) -> bool:
        """Whether two lines stand as far apart as those of one paragraph; one without Korean may stand closer."""
        beyond = (last.baseline - line.baseline) / line.size - self._leading
        return abs(beyond) < 0.15 or (-0.5 < beyond < 0 and line.text.isascii())

    def _is_large(self, line: TextLine) -> bool:
        """Whether the letters are larger than those of the text: a title."""
        return self._keeps_words and line.size > 1.15 * self._size

    def _reaches(self, upper: Placed, lower: Placed, opening: Placed, *, web: bool) -> bool:
        """Whether the upper line is full, or nearly so while the lower one hangs below the words of the first.

        Programs that keep words whole also keep signs together in ways of their own, so that more room may be left.
        """
        last, line, frame = upper.line, lower.line, upper.frame
        if self.is_full(last, line, frame.right, web=web):
            return True
        if not self._keeps_words or frame != lower.frame:
            return False
        hang, start = _hang(opening.line), lower.start - opening.start
        hangs = hang > 0 and abs(start - hang) < 0.6 * line.size
        return (
            (hangs or (self._is_large(line) and abs(start) < 0.1 * line.size))
            and self._is_led(last, line)
            and frame.right - last.right < _LEFT_FREE * (frame.right - frame.left)
        )

    def cell(self, lines: list[TextLine], left: float, right: float) -> str:
        """The lines of a cell between its margins: joined where one was full, else on lines of their own."""
        text = ""
        last: TextLine | None = None
        for line in lines:
            if last is None or (text in _MINUS and _FIGURE.fullmatch(line.text)):
                text += line.text
            else:
                room = self.room(last, left, right)
                end = last.right + room.free
                if self.is_full(last, line, end, web=bool(_URL.search(text))) and not self._begins_item(last, line):
                    text += self.glue(last, line, room, text) + line.text
                else:
                    text += "\n" + line.text
            last = line
        return text

    def room_of(self, upper: Placed, lower: Placed) -> Room:
        """What the upper line leaves free in its column."""
        last, frame = upper.line, upper.frame
        room = self.room(last, frame.left, frame.right)
        if room.centred and self._are_centred(last, lower.line):
            return room
        return Room(frame.right - last.right, frame.right - last.left)

    def room(self, line: TextLine, left: float, right: float) -> Room:
        """What a line leaves free between two margins: in the middle between them it could grow to both sides."""
        before, behind = line.left - left, right - line.right
        centred = self._keeps_words and before > 0.3 * line.size and abs(before - behind) < 0.3 * line.size
        return Room(before + behind if centred else behind, right - (left if centred else line.left), centred)

    def _begins_item(self, last: TextLine, line: TextLine) -> bool:
        """Whether a line of a cell begins with a marker; a hyphen goes on with a name that has one."""
        opens = self._opens(line) and bool(split_marker(line.text)[0])
        return opens and not (self._keeps_words and line.text[0] == "-" and "-" in last.words[-1].text[1:])


def _sum(line: TextLine) -> float:
    """The width of a sum in brackets that opens a line ((약 57조 원)을), which programs may keep whole; 0 for none."""
    if not line.text.startswith("(") or ")" in line.words[0].text:
        return 0.0
    for at, word in enumerate(line.words):
        if ")" in word.text:
            told = "".join(one.text for one in line.words[: at + 1])
            return word.right - line.left if re.search(r"\d", told) else 0.0
    return 0.0


def _wraps(last: TextLine, line: TextLine) -> bool:
    """Whether one line looks like the continuation of the one above it."""
    return (
        last.page == line.page
        and abs(last.size - line.size) < 0.05 * last.size
        and 0.8 * last.size < last.baseline - line.baseline < 2.2 * last.size
        and abs(last.left - line.left) < 4 * line.size
        and line.right <= last.right + 0.5 * last.size
        and bool(_HANGUL.match(last.text[-1]) and _HANGUL.match(line.text[0]))
    )


def _middle(values: Iterable[float]) -> float:
    """The middle one of some values, 0 where there is none."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0


@cache
def _endings() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files(__package__).joinpath("data/endings.toml").read_text("utf-8"))
    return {kind: frozenset(entries) for kind, entries in table.items()}


def _hang(first: TextLine) -> float:
    """How far the words of a paragraph stand behind its marker or number; 0 where it has none."""
    marked = split_marker(first.text)[0] or _LIST.match(first.text) or first.words[0].text.isdigit()
    return first.words[1].left - first.left if marked and len(first.words) > 1 else 0.0
