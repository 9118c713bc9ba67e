"""Line ends of programs that keep Korean words whole: where such a line may break, and whether a space was lost there.

They break at spaces, but also where the script changes, at brackets and behind a hyphen or middle dot, and inside a
word only where it is longer than its line and begins it. The space at a line end is drawn where it fits before the
margin, except in centred lines; where it is not, the words of the file itself must tell whether there was one. Seen in
what LibreOffice 7.4 makes of 70 prints of five reports: of 5,900 spaces at the line ends of left-aligned cells those
that had 0.3 em of room are drawn without exception, those with less than 0.2 em never, and none in a centred cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from donghyang.read.pdf_lines import TextLine, Word
from donghyang.read.pdf_words import Vocabulary

_HANGUL = "가-힣"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_OPEN = "([{<〈《「『【‘“（"
_CLOSE = ")]}>〉》」』】’”）"
_INSIDE = re.compile(
    rf"(?<=[0-9A-Za-z%*{re.escape(_CLOSE)}'\"])(?=[{_HANGUL}{_HAN}])|(?<=[{_HANGUL}])(?=[(（*·0-9A-Za-z])"
    rf"|(?<=[{_HAN}])(?=[{_HANGUL}{_HAN}])|(?<=[-·/?&=])(?=\w)"
)
"""Where a line may break inside a word."""
_LAST_LETTER = re.compile(rf"[{_HANGUL}][{re.escape(_CLOSE)},.'\"·]")
"""A letter that went to the next line because the sign behind it may not open one."""
_HANGUL_TO_ASCII = re.compile(rf"[{_HANGUL}][0-9A-Za-z]")
_ALWAYS_APART = re.compile(rf"(?:등|및)(?![{_HANGUL}])")
"""Words that no noun is joined to (Hangul orthography, articles 42 and 45)."""
_NUMBER_OF = re.compile(rf"수(?![{_HANGUL}])")
_PART_OF_A_WORD = frozenset("횟점건개액지함변다소우특인회연교선매계분순호흡보준접감상배정실양음박필")
"""Syllables that make one word with 수 (횟수, 점수, 지수); behind others it is the noun 'number of', which stands apart
(표준국어대사전, 수03)."""
_IDEOGRAPH = rf"[{_HAN}]"
_LETTER = {"hangul": rf"[{_HANGUL}]", "latin": r"[A-Za-z]"}
_ALL_DRAWN = 0.95
"""Share of drawn spaces above which the program draws those that have no room before the margin, too."""
_WIDE_LATIN = 0.8
"""Letter sizes that a Latin letter may need."""
_SURE = 1.2
"""How many times the width of a space must have been free for the space to be surely drawn: margins are measured."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a line leaves free between its margins, in points."""

    free: float
    """Behind its last word; on both sides of a centred line."""
    width: float
    """From margin to margin."""
    centred: bool = False


def first_piece(word: Word) -> float:
    """The width of what opens `word` and cannot be parted, in points: what had to have room on the line before."""
    found = _INSIDE.search(word.text, 1)
    whole = word.right - word.left + (word.size if word.text in _OPEN else 0.0)  # a bracket alone takes a letter along
    return whole if found is None else whole * _weight(word.text[: found.start()]) / _weight(word.text)


def _weight(text: str) -> float:
    return sum(0.55 if sign.isascii() else 1.0 for sign in text)


class Breaks:
    """The line ends of a file, asked for what stood there."""

    def __init__(self, lines: Iterable[TextLine], particles: Iterable[str], drawn: float) -> None:
        """`drawn` is the share of line ends between words whose space is drawn."""
        self._words = Vocabulary(lines, particles)
        self._draws_all = drawn > _ALL_DRAWN

    def between(self, last: TextLine, line: TextLine, room: Room, text: str) -> str:
        """What stood between two lines where no space is drawn, with `room` behind the upper one: " " or "".

        `text` is the paragraph up to there: a word may run over several lines.
        """
        head, tail = text.split()[-1], line.words[0].text
        before, after = head[-1], tail[0]
        if (
            self._draws_all
            or head == "제"
            or before in _OPEN
            or before in "·-–‐/"
            or (before in "'\"" and last.text.count(before) % 2)
            or (len(last.words) == 1 and room.free < last.size and _breaks_figure(head, tail))
        ):
            return ""
        if _both_letters(before, after):
            return " " if self._parts_letters(last, line, room, head) else ""
        if _in_chinese(before, after):
            return ""
        if (
            before in ",…"
            or after in "'\"‘“"
            or (before in _CLOSE and after.isalnum() and after.isascii())
            or _ALWAYS_APART.match(tail)
        ):
            return " "
        if _had_room(last, room) and (after == "(" or re.match(_LETTER["hangul"], after)):
            return ""
        if self._words.is_particle(tail):
            return ""
        told = self._words.told(head, tail)
        if told is None:
            told = _HANGUL_TO_ASCII.fullmatch(before + after) is not None or self._words.habit(head, tail)
        return " " if told else ""

    def _parts_letters(self, last: TextLine, line: TextLine, room: Room, head: str) -> bool:
        """Whether a line end between two letters parts words; `head` is the word up to there."""
        tail = line.words[0].text
        if _NUMBER_OF.match(tail) and len(head) > 1 and head[-1] not in _PART_OF_A_WORD:
            told = self._words.told(head, tail)
            return True if told is None else told
        if _may_be_broken(last, line, room):
            return not _had_room(last, room) and self._words.are_apart(head, tail)
        if not _LAST_LETTER.match(tail):
            return True
        told = self._words.told(head, tail)
        return self._words.has_letter(tail[0]) if told is None else told


def _had_room(last: TextLine, room: Room) -> bool:
    """Whether a space behind the line would have been drawn: between the margins it had room; centred lines drop it."""
    return not room.centred and room.free > _SURE * _space(last)


def _may_be_broken(last: TextLine, line: TextLine, room: Room) -> bool:
    """Whether a line end may stand inside a word: one that opens the upper line, is longer than that, and fills it to
    the last letter."""
    head, tail = last.words[-1], line.words[0]
    if len(last.words) > 1 or _INSIDE.search(head.text, 1):
        return False
    letter = tail.size * (_WIDE_LATIN if tail.text[0].isascii() else 1.0)
    return room.free < letter and head.right - head.left + first_piece(tail) > room.width


def _both_letters(before: str, after: str) -> bool:
    """Whether no line breaks between two letters of one word: Hangul, or Latin."""
    return any(re.match(_LETTER[kind], before) and re.match(_LETTER[kind], after) for kind in ("hangul", "latin"))


def _in_chinese(before: str, after: str) -> bool:
    """Whether two signs belong to Chinese words, which have no spaces: a figure before them, a quote behind."""
    if before.isdigit():
        return re.match(_IDEOGRAPH, after) is not None
    return after in "‘“" and re.match(_IDEOGRAPH, before) is not None


def _breaks_figure(head: str, tail: str) -> bool:
    """Whether a figure goes on behind its line: at its point, between its digits or at its thousands."""
    if head[-1] == ",":
        return re.search(r"\d,$", head) is not None and re.match(r"\d{3}(?!\d)", tail) is not None
    return (head[-1].isdigit() or head[-1] == ".") and tail[0].isdigit()


def _space(line: TextLine) -> float:
    """How wide the spaces of a line are, in points."""
    gaps = sorted(after.left - before.right for before, after in zip(line.words, line.words[1:], strict=False))
    return 0.95 * gaps[len(gaps) // 2] if gaps else 0.27 * line.size
