"""Line ends of programs that keep Korean words whole: where such a line may break, and whether a space was lost there.

They break at spaces, but also where the script changes, at brackets and behind a hyphen or middle dot. The space at a
line end is drawn where it fits before the margin; where it does not, the words of the file itself must tell whether
there was one. Seen in what LibreOffice 7.4 makes of 50 prints of five reports (4,650 line ends): the undrawn line ends
between two Hangul letters hid a space in 465 places, and none only before a last letter with its bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from donghyang.read.pdf_lines import TextLine, Word

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
_FIGURE = re.compile(r"\d[\d.,]*")
_LETTER = {"hangul": rf"[{_HANGUL}]", "han": rf"[{_HAN}]", "digit": r"\d", "latin": r"[A-Za-z]", "ring": r"[①-⑳]"}
_ALL_DRAWN = 0.95
"""Share of drawn spaces above which the program draws those that have no room before the margin, too."""
_UNDRAWN = 8
"""How many times rarer a space that had room is left undrawn than drawn."""


def first_piece(word: Word) -> float:
    """The width of what opens `word` and cannot be parted, in points: what had to have room on the line before."""
    found = _INSIDE.search(word.text, 1)
    whole = word.right - word.left
    return whole if found is None else whole * _weight(word.text[: found.start()]) / _weight(word.text)


def _weight(text: str) -> float:
    return sum(0.55 if sign.isascii() else 1.0 for sign in text)


class Wording:
    """The text of a file as its lines hold it, asked for what stands between two of its words."""

    def __init__(self, lines: Iterable[TextLine], particles: Iterable[str], drawn: float) -> None:
        """`drawn` is the share of line ends between words whose space is drawn."""
        self._text = _figures("\n".join(line.text for line in lines))
        self._particle = re.compile(rf"(?:{'|'.join([*particles, '이', '가', '도'])})(?![{_HANGUL}])|이며|이고|이나")
        self._draws_all = drawn > _ALL_DRAWN

    def between(self, last: TextLine, line: TextLine, room: float) -> str:
        """What stood between two lines where no space is drawn, `room` points before the margin: " " or ""."""
        head, tail = last.words[-1], line.words[0]
        before, after = head.text[-1], tail.text[0]
        if (
            self._draws_all
            or head.text == "제"
            or before in _OPEN
            or before in "·-–‐/"
            or (before in "'\"" and last.text.count(before) % 2)
        ):
            return ""
        if len(last.words) == 1 and room < last.size and (before.isdigit() or before == ".") and after.isdigit():
            return ""
        if _both_letters(before, after):
            alone = not _LAST_LETTER.match(tail.text) or self._stands_alone(head.text, tail.text)
            return " " if alone and not self._breaks_word(last, line, room) else ""
        if before in ",…" or after in "'\"‘“":
            return " "
        if self._particle.match(tail.text):
            return ""
        told = self._told(head.text, tail.text)
        if told is None:
            has_room = room >= _space(last)
            told = _HANGUL_TO_ASCII.fullmatch(before + after) is not None or self._habit(
                head.text, after, _UNDRAWN if has_room else 1
            )
        return " " if told else ""

    def _breaks_word(self, last: TextLine, line: TextLine, room: float) -> bool:
        """Whether a word longer than its cell is broken: where it was to fit, it filled the line to the last letter.

        Programs that drop spaces begin a line with such a word.
        """
        head, tail = last.words[-1], line.words[0]
        fits = head.right - head.left + tail.right - tail.left <= last.right + room - last.left
        if fits or room >= last.size or len(last.words) > 1:
            return False
        told = self._told(head.text, tail.text)
        return not (self._is_word(head.text) and self._is_word(tail.text) if told is None else told)

    def _is_word(self, text: str) -> bool:
        """Whether a word stands by itself in another place, too."""
        return len(text) > 1 and len(re.findall(rf"(?<!\S){re.escape(_figures(text))}(?!\S)", self._text)) > 1

    def _stands_alone(self, head: str, tail: str) -> bool:
        """Whether the one letter that opens `tail` is a word of its own, rather than the last letter of `head`."""
        told = self._told(head, tail)
        return bool(re.search(rf" {tail[0]}(?![{_HANGUL}])", self._text)) if told is None else told

    def _told(self, head: str, tail: str) -> bool | None:
        """Whether the same words stand with a space elsewhere in the file; None where they do not stand again."""
        head, tail = _figures(head), _figures(tail)
        tails = [tail, tail.rstrip(_CLOSE + ",.*'\""), tail[:3], tail[:2]]
        for end in dict.fromkeys(one for one in tails if len(one) > 1 or one in tails[:2]):
            for start in dict.fromkeys(
                (head, re.split(rf"[{re.escape(_OPEN)}]", head)[-1] or head, head[-4:], head[-2:])
            ):
                spaced, joined = self._text.count(f"{start} {end}"), self._text.count(start + end)
                if spaced != joined:
                    return spaced > joined
        return None

    def _habit(self, head: str, after: str, joined_weighs: int) -> bool:
        """Whether the file mostly sets a space between signs of these kinds, leaving particles aside."""
        left, right = _ending(head), _kind(after)
        joined = sum(
            1
            for found in re.finditer(left + right, self._text)
            if not self._particle.match(self._text, found.end() - 1)
        )
        return len(re.findall(f"{left} {right}", self._text)) > joined * joined_weighs


def _both_letters(before: str, after: str) -> bool:
    """Whether no line breaks between two letters of one word: Hangul, or Latin."""
    return any(re.match(_LETTER[kind], before) and re.match(_LETTER[kind], after) for kind in ("hangul", "latin"))


def _figures(text: str) -> str:
    """The text with one sign for every figure."""
    return _FIGURE.sub("0", text)


def _kind(sign: str) -> str:
    """The pattern of all signs that behave like `sign` at a line end."""
    return next((kind for kind in _LETTER.values() if re.match(kind, sign)), re.escape(sign))


def _ending(word: str) -> str:
    """The pattern of words that end alike: a bracket counts with its last sign, and as one behind a word or a label."""
    closing = len(word) > 2 and word[-1] == ")" and "(" in word[:-2]
    if not closing:
        return _kind(word[-1])
    behind = r"(?<=\S)" if not word.startswith("(") else r"(?<!\S)"
    return rf"{behind}\([^()\s]*{_kind(word[-2])}\)"


def _space(line: TextLine) -> float:
    """How wide the spaces of a line are, in points."""
    gaps = sorted(after.left - before.right for before, after in zip(line.words, line.words[1:], strict=False))
    return 0.95 * gaps[len(gaps) // 2] if gaps else 0.27 * line.size
