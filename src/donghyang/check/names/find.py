"""Finds the pairs of Hangul and Chinese characters in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from donghyang.check.names.alignment import align
from donghyang.check.names.pairs import Pair
from donghyang.language.hangul import is_syllable
from donghyang.language.patterns import lazily
from donghyang.language.script import is_han

if TYPE_CHECKING:
    from donghyang.check.sheet.sheet import Sheet

_OPEN = lazily(r"[ ]?[(（](?=[A-Za-z]{0,6}[㐀-鿿豈-﫿])")
_DATED = lazily(r"[,·]? ?['’]?(?:19|20)?[0-9]{2}\. ?[0-9]{1,2}\.")
"""Behind the name of a source, not of a thing: (科技日报, 2025.6.11.)."""
_SOURCE = lazily(r"[㐀-鿿] ?(?:['’]?(?:19|20)?[0-9]{2}[./-] ?)?[0-9]{1,2}[./-] ?[0-9]{1,2}\.?$")
"""The name of a source with its day: (科技日报 9. 4)."""
_STOP = frozenset(",;:：·，、'\"‘’“”「」『』〈〉《》<>△•*\n\t|")
_WINDOW = 48


def find_pairs(sheet: Sheet) -> Iterator[Pair]:
    """Every pair of Hangul and bracketed Chinese characters, in order; references and sources are Chinese titles."""
    for passage in sheet.passages:
        if passage.part in ("reference", "source", "imprint") or not ("(" in passage.text or "（" in passage.text):
            continue
        for found in _OPEN.finditer(passage.text):
            pair = _pair(passage.text, found.start(), found.end(), passage.start)
            if pair is not None:
                yield pair


def _pair(text: str, before: int, inside: int, base: int) -> Pair | None:
    hanja = _content(text, inside)
    if not hanja or not before or (is_han(text[before - 1]) and not text.startswith(hanja, before - len(hanja))):
        return None
    if _DATED.match(text, inside + len(hanja)) or _SOURCE.search(hanja):
        return None
    window = _window(text, before, nested="(" in hanja)
    hanja_at = (base + inside, base + inside + len(hanja))
    closed = text[inside + len(hanja) : inside + len(hanja) + 1] in (")", "）")
    pair = Pair(text[window:before], hanja, base + window, base + before, hanja_at, closed=closed)
    if any(is_syllable(char) for char in pair.hangul):
        align(pair)
    return pair


def _content(text: str, start: int) -> str:
    """The Chinese name that opens a bracket: up to its end or to what is said besides; "" when Korean is mixed in."""
    depth, end = 0, start
    while end < len(text) and end - start < 60:
        char = text[end]
        if char in "(（":
            depth += 1
        elif char in ")）":
            if not depth:
                break
            depth -= 1
        elif char in ",，、;/|:" or (char in "·・" and not is_han(text[end + 1 : end + 2] or " ")):
            break
        elif is_syllable(char):
            return ""
        end += 1
    return text[start:end].strip()


def _window(text: str, end: int, *, nested: bool) -> int:
    """Where the stretch before a bracket begins in which its Korean name must stand."""
    start = end
    while start > 0 and end - start < _WINDOW:
        char = text[start - 1]
        if char in _STOP or (char in "()（）" and not nested):
            break
        start -= 1
    return start
