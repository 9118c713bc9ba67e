"""What a text prints, without what nobody sees: the one door at which figures and dates are made plain.

Converters and word processors leave characters of no width inside numbers (U+200B, soft hyphens, marks of direction)
and part thousands by more than commas. `Seen` takes the first out and keeps every place; `plain` keeps the length.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from donghyang.language.composed import composed
from donghyang.language.patterns import lazily
from donghyang.language.script import OTHER_SPACES, fold_spaces
from donghyang.records import Period, Quantity, Span

_Found = TypeVar("_Found", Period, Quantity)

_UNSEEN = lazily(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
"""Characters that have no width and no ink (Unicode, Default_Ignorable_Code_Point)."""
_NARROW = "\u00a0\u2007\u2009\u202f"
"""Spaces that part thousands: no-break, figure, thin, narrow no-break (ISO 80000-1, GB/T 15835)."""
_POINTS = "・･ㆍ•‧⋅․\u0387᛫⸱˙ᐧ"
_BLANKS = str.maketrans({"\u2800": " ", "⁄": "/", "\u2011": "-", "‒": "-", **dict.fromkeys(_POINTS, "·")})
"""What is printed as a space (the empty Braille cell), a slash, a hyphen, and as a point between words or numbers."""
_BETWEEN = lazily(rf"(?<=\d)[\u2800⁄\u2011‒{_POINTS}](?=\d)")
COMMAS = ",，﹐٬'’＇"
"""Marks that part thousands; all but the first only where a group proves it."""
_BY_SPACES = lazily(rf"(?<![0-9.,])[0-9]{{1,3}}(?>(?:[{_NARROW}][0-9]{{3}}(?![0-9]))+)")
_BY_MARKS = lazily(rf"(?<![0-9.{COMMAS}])[1-9][0-9]{{0,2}}(?>(?:[{COMMAS}][0-9]{{3}}(?![0-9]))+)(?![{COMMAS}][0-9])")
_BY_PLAIN_SPACES = lazily(r"(?<![0-9.,])(?<![0-9.,] )[1-9][0-9]{0,2} 0[0-9]{2}(?>(?: [0-9]{3})*)(?![, ]?[0-9])")
"""12 000: no number of a list or a table begins with a zero."""
_SPACED = lazily(r" 0(?<=[0-9] 0)(?=[0-9]{2})")
"""What stands in every number of that kind, and in few lines."""
_PROOF = lazily(f"[{COMMAS}]0")
"""No list has a number that begins with a zero: 1，000 is one number, 12，345 may be two."""
_MARKED = lazily(r"[，﹐٬'’＇](?<=[0-9].)(?=[0-9]{3})")
"""What stands in every number that has other marks than commas, and in few lines."""
_OTHER_DIGIT = lazily(r"\d(?<![0-9０-９])")
_MIXED_WIDTH = lazily(r"(?<=[0-9])[０-９]+|(?<![０-９])[０-９]++(?=[0-9])")
"""2０23, 1８: one number, written in two widths."""
_ODD = lazily(f"[０-９\u2800⁄\u2011‒{_POINTS}{OTHER_SPACES}]")
"""Any character that may be made plain, but for digits of other scripts and marks between thousands."""
_TO_PLAIN = str.maketrans("０１２３４５６７８９", "0123456789")
_AS_COMMA = str.maketrans(dict.fromkeys(COMMAS + _NARROW, ","))


def without_unseen(text: str) -> str:
    """The text without the characters that nobody sees, its syllables whole."""
    return text if text.isascii() else composed(_UNSEEN.sub("", text))


def shown(text: str, at: int) -> Iterator[tuple[str, int]]:
    """The stretches of a text between the characters that nobody sees, with their places; `at` is that of the first."""
    start = 0
    for gone in () if text.isascii() else _UNSEEN.finditer(text):
        yield text[start : gone.start()], at + start
        start = gone.end()
    yield text[start:], at + start


class Seen:
    """A text without the characters that nobody sees, every place known in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        gone = [] if original.isascii() else [found.span() for found in _UNSEEN.finditer(original)]
        self.text = _UNSEEN.sub("", original) if gone else original
        lost = [0, *accumulate(end - start for start, end in gone)]
        self._cuts = [start - before for (start, _), before in zip(gone, lost, strict=False)]
        """Places in `text` where something was taken out."""
        self._lost = lost

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the original; what was taken out at its edges is left outside."""
        first = start + self._lost[bisect_right(self._cuts, start)]
        return first, max(first, end + self._lost[bisect_left(self._cuts, end)])

    def placed(self, found: _Found) -> _Found:
        """What was found in `text`, where it stands in the original and as it is printed there."""
        start, end = self.place(found.start, found.end) if self._cuts else (found.start, found.end)
        text = self.original[start:end]
        if text == found.text and (start, end) == (found.start, found.end):
            return found
        return replace(found, text=text, start=start, end=end)


def plain(text: str) -> str:
    """The text of the same length in which every space is a plain one, every digit one of 0 to 9 or of full width, and
    thousands are parted by commas where the text parts them otherwise and nothing else can be meant."""
    if not text.isascii():
        if _OTHER_DIGIT.search(text):
            text = _OTHER_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)
        if _ODD.search(text):
            text = _MIXED_WIDTH.sub(lambda found: found[0].translate(_TO_PLAIN), text)
            text = _BETWEEN.sub(lambda found: found[0].translate(_BLANKS), text)
            text = fold_spaces(_BY_SPACES.sub(lambda found: found[0].translate(_AS_COMMA), text))
    if _MARKED.search(text):
        text = _BY_MARKS.sub(_as_commas, text)
    return _BY_PLAIN_SPACES.sub(_spaces_as_commas, text) if _SPACED.search(text) else text


def _as_commas(found: re.Match[str]) -> str:
    return found[0].translate(_AS_COMMA) if _PROOF.search(found[0]) else found[0]


def _spaces_as_commas(found: re.Match[str]) -> str:
    return found[0].replace(" ", ",")
