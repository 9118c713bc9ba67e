"""How two lines of a PDF belong together: as one paragraph, with or without a space."""

from __future__ import annotations

import re
from collections.abc import Iterable

from donghyang.read.pdf_lines import TextLine
from donghyang.report.grammar import split_marker

_TIGHT = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HANGUL = re.compile(r"[가-힣]")
_END = re.compile(r"[。！？!?；;：:.”」』）)]$")
_LIST = re.compile(
    r"[①-⑳㉠-㉻]|\(?\d{1,2}[.)]\s|[가나다라마바사아자차카타파하][.)]\s|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第\S{1,4}[章节条]"
)
_URL = re.compile(r"https?://\S*$")
_SPACED_LINES = 3
"""Lines that end with a space from which on the program that made the file is known to keep them."""


class Joiner:
    """Joins the lines of one file, by what the file shows of how it was set."""

    def __init__(self, lines: Iterable[TextLine]) -> None:
        lines = list(lines)
        self._keeps_spaces = sum(line.spaced for line in lines) >= _SPACED_LINES
        self._known = {word.text for line in lines for word in line.words[1:-1]}

    def glue(self, last: TextLine, line: TextLine) -> str:
        """What stands between two lines of one paragraph: a space, or nothing inside a word and between Chinese.

        Where the file drops the spaces at its line ends, a Korean word broken there is known by standing unbroken
        elsewhere in the file.
        """
        if last.spaced:
            return " "
        before, after = last.text[-1], line.text[0]
        if _TIGHT.match(before) or _TIGHT.match(after) or before in "-‐–/" or after in ")]」』’”,.%":
            return ""
        if self._keeps_spaces or _URL.search(last.text):
            return ""
        broken = _HANGUL.match(before) and _HANGUL.match(after)
        return "" if broken and last.words[-1].text + line.words[0].text in self._known else " "

    def is_full(self, last: TextLine, line: TextLine, right: float) -> bool:
        """Whether the first word of `line` had no room behind `last` before the margin at `right`."""
        if last.spaced:
            return True
        first = line.words[0]
        room = right - last.right
        if self._keeps_spaces or _TIGHT.match(first.text):
            return room < 1.2 * last.size or (room < first.right - first.left and bool(_URL.search(last.text)))
        return room < first.right - first.left + 0.25 * last.size

    def goes_on(self, last: TextLine, line: TextLine, first: TextLine, right: float) -> bool:
        """Whether `line` continues the paragraph that `first` began and `last` ends; the margin is at `right`."""
        if abs(last.size - line.size) > 0.15 * last.size or not self.is_full(last, line, right):
            return False
        if line.text.startswith(("http://", "https://")):
            return False
        start, hang = line.left - first.left, _hang(first)
        opens = bool(split_marker(line.text)[0] or _LIST.match(line.text))
        if opens and not (last.spaced and hang > 0 and abs(start - hang) < 0.3 * line.size):
            return False
        if not (-4.5 * line.size < start < hang + 0.6 * line.size):
            return False
        if hang and not last.spaced and abs(start - hang) > 0.6 * line.size:
            return False
        if line.page != last.page:
            return last.spaced or not _END.search(last.text)
        return 0.5 * last.size < last.baseline - line.baseline < 2.6 * last.size

    def cell(self, lines: list[TextLine], right: float) -> str:
        """The lines of a cell that ends at `right`: joined where one was full, else on lines of their own."""
        text = ""
        last: TextLine | None = None
        for line in lines:
            if last is None:
                text = line.text
            elif self.is_full(last, line, right - 0.6 * last.size) and not split_marker(line.text)[0]:
                text += self.glue(last, line) + line.text
            else:
                text += "\n" + line.text
            last = line
        return text


def _hang(first: TextLine) -> float:
    """How far the words of a paragraph stand behind its marker or number; 0 where it has none."""
    marked = split_marker(first.text)[0] or _LIST.match(first.text) or first.words[0].text.isdigit()
    return first.words[1].left - first.left if marked and len(first.words) > 1 else 0.0
