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
_FIGURE = re.compile(r"\d[\d.,]*")
_LETTER = {"hangul": rf"[{_HANGUL}]", "han": rf"[{_HAN}]", "digit": r"\d", "latin": r"[A-Za-z]", "ring": r"[①-⑳]"}
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

    def __init__(self, lines: Iterable[TextLine], particles: Iterable[str]) -> None:
        self._text = _figures("\n".join(line.text for line in lines))
        self._particle = re.compile(
            rf"(?:{'|'.join(sorted(particles, key=len, reverse=True))})(?![{_HANGUL}])|이며|이고|이나"
        )
        self._habits: dict[tuple[str, str], bool | None] = {}

    def between(self, last: TextLine, line: TextLine, room: float) -> str:
        """What stood between two lines where no space is drawn, `room` points before the margin: " " or ""."""
        head, tail = last.words[-1], line.words[0]
        before, after = head.text[-1], tail.text[0]
        if before in _OPEN or before in "·-–‐/" or (before in "'\"" and last.text.count(before) % 2):
            return ""
        if re.match(_LETTER["hangul"], before) and re.match(_LETTER["hangul"], after):
            return "" if _LAST_LETTER.match(tail.text) and not self._stands_alone(head.text, tail.text) else " "
        if before == "," or after in "'\"‘“":
            return " "
        if self._particle.match(tail.text):
            return ""
        told = self._told(head.text, tail.text)
        if told is None and before.isalpha() and after.isdigit():
            told = True
        if told is None:
            told = self._habit(before, after, _UNDRAWN if room >= _space(last) else 1)
        return " " if told else ""

    def _stands_alone(self, head: str, tail: str) -> bool:
        """Whether the one letter that opens `tail` is a word of its own, rather than the last letter of `head`."""
        told = self._told(head, tail)
        return bool(re.search(rf" {tail[0]}(?![{_HANGUL}])", self._text)) if told is None else told

    def _told(self, head: str, tail: str) -> bool | None:
        """Whether the same words stand with a space elsewhere in the file; None where they do not stand again."""
        head, tail = _figures(head), _figures(tail)
        tails = [tail, tail.rstrip(_CLOSE + ",.*'\""), tail[:3], tail[:2]]
        for end in dict.fromkeys(one for one in tails if len(one) > 1 or one in tails[:2]):
            for start in dict.fromkeys((head, head[-4:], head[-2:])):
                spaced, joined = self._text.count(f"{start} {end}"), self._text.count(start + end)
                if spaced != joined:
                    return spaced > joined
        return None

    def _habit(self, before: str, after: str, joined_weighs: int) -> bool:
        """Whether the file mostly sets a space between signs of these kinds, leaving particles aside."""
        left, right = _kind(before), _kind(after)
        joined = sum(
            1
            for found in re.finditer(left + right, self._text)
            if not self._particle.match(self._text, found.end() - 1)
        )
        return len(re.findall(f"{left} {right}", self._text)) > joined * joined_weighs


def _figures(text: str) -> str:
    """The text with one sign for every figure."""
    return _FIGURE.sub("0", text)


def _kind(sign: str) -> str:
    """The pattern of all signs that behave like `sign` at a line end."""
    return next((kind for kind in _LETTER.values() if re.match(kind, sign)), re.escape(sign))


def _space(line: TextLine) -> float:
    """How wide the spaces of a line are, in points."""
    gaps = sorted(after.left - before.right for before, after in zip(line.words, line.words[1:], strict=False))
    return 0.95 * gaps[len(gaps) // 2] if gaps else 0.27 * line.size
