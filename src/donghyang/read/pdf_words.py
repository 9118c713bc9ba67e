"""The words of a PDF, asked whether two of them that a line end parts are two: as they stand elsewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from donghyang.read.pdf_lines import TextLine

_HANGUL = "가-힣"
_OPEN = "([{<〈《「『【‘“（"
_CLOSE = ")]}>〉》」』】’”）"
_FIGURE = re.compile(r"\d[\d.,]*")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_KINDS = (rf"[{_HANGUL}]", rf"[{_HAN}]", r"\d", "[A-Za-z]", "[①-⑳]")
_WORD_START = r"(?:(?<= )|(?<= \n))"
"""Where a word surely begins: at a line's start only behind a drawn space, as a narrow cell breaks words."""
_PARTICLES = (*"을를은는의와과", "에서", "에게", "으로")
"""What closes a word that stands nowhere else in the file."""
_CLEARLY = 3
"""How many times more often two letters stand joined than apart where they tell a broken word."""


class Vocabulary:
    """The text of a file as its lines hold it."""

    def __init__(self, lines: Iterable[TextLine], particles: Iterable[str]) -> None:
        """`particles` can never open a word; the short ones that may are known here."""
        self._text = _figures("\n".join(line.text + (" " if line.spaced else "") for line in lines))
        self._particle = re.compile(rf"(?:{'|'.join([*particles, '이', '가', '도'])})(?![{_HANGUL}])|이며|이고|이나")

    def is_particle(self, text: str) -> bool:
        """Whether a text opens with what can never open a word."""
        return self._particle.match(text) is not None

    def has_letter(self, letter: str) -> bool:
        """Whether a letter is a word of its own."""
        return re.search(rf" {letter}(?![{_HANGUL}])", self._text) is not None

    def told(self, head: str, tail: str) -> bool | None:
        """Whether the same words stand with a space elsewhere in the file; None where they do not stand again."""
        head, tail = _figures(head), _figures(tail)
        tails = [tail, _stem(tail), tail[:3], tail[:2]]
        for end in dict.fromkeys(one for one in tails if len(one) > 1 or one in tails[:2]):
            for start in dict.fromkeys(
                (head, re.split(rf"[{re.escape(_OPEN)}]", head)[-1] or head, head[-4:], head[-2:])
            ):
                spaced, joined = self._text.count(f"{start} {end}"), self._text.count(start + end)
                if spaced != joined:
                    return spaced > joined
        return None

    def are_apart(self, head: str, tail: str) -> bool:
        """Whether two runs of letters are two words rather than one that a narrow cell has broken."""
        named = _has_own_name(tail)
        if named is None:
            named = self.told(head, tail)
        if named is not None:
            return named
        head, tail = _figures(head), _stem(_figures(tail))
        if self.is_particle(tail) or min(len(head), len(tail)) == 1:
            return False
        if self._text.count(head[-1] + tail[0]) > _CLEARLY * self._text.count(f"{head[-1]} {tail[0]}"):
            return False
        return self._is_word(head) or self._ends_words(head[-2:]) or (len(head) > 2 and head.endswith(_PARTICLES))

    def _is_word(self, text: str) -> bool:
        """Whether a word surely stands by itself somewhere."""
        return re.search(rf"{_WORD_START}{re.escape(text)} ", self._text) is not None

    def _ends_words(self, end: str) -> bool:
        """Whether words that have these letters mostly end with them, particles aside."""
        found = [at.end() for at in re.finditer(rf"{re.escape(end)}(?=[ {_HANGUL}])", self._text)]
        ends = sum(1 for at in found if self._text[at] == " ")
        on = sum(1 for at in found if self._text[at] != " " and not self._opens_particle(at))
        return ends > 1 and ends > on

    def habit(self, head: str, tail: str) -> bool:
        """Whether the file mostly sets a space between a word that ends like `head` and `tail`, or one that begins
        like it; particles are left aside."""
        left, end = _ending(head), re.escape(_stem(_figures(tail)))
        spaced, joined = self._count(f"{_kind(head[-1])} {end}"), self._count(_kind(head[-1]) + end)
        if spaced != joined:
            return spaced > joined
        if re.fullmatch(rf"[{_HANGUL}]", end):
            return self.has_letter(end)
        if head[-1].isdigit() and len(end) > 1 and self._count(rf"{_WORD_START}{end}(?![{_HANGUL}])"):
            return True
        right = _kind(tail[0])
        joined = sum(1 for found in re.finditer(left + right, self._text) if not self._opens_particle(found.end() - 1))
        return self._count(f"{left} {right}") > joined

    def _opens_particle(self, at: int) -> bool:
        return self._particle.match(self._text, at) is not None

    def _count(self, pattern: str) -> int:
        return len(re.findall(pattern, self._text))


def _has_own_name(tail: str) -> bool | None:
    """Whether the Chinese name in brackets behind `tail` is that of these letters alone; None where none is there.

    A Chinese letter is read as one Korean syllable or two; more of them than syllables name a longer word.
    """
    found = re.match(rf"([{_HANGUL}]+)\(([{_HAN}]+)", tail)
    return None if found is None else len(found[2]) <= len(found[1]) <= 2 * len(found[2])


def _stem(word: str) -> str:
    """A word without the signs behind it."""
    return word.rstrip(_CLOSE + ",.*'\"") or word


def _figures(text: str) -> str:
    """The text with one sign for every figure."""
    return _FIGURE.sub("0", text)


def _kind(sign: str) -> str:
    """The pattern of all signs that behave like `sign` at a line end."""
    return next((kind for kind in _KINDS if re.match(kind, sign)), re.escape(sign))


def _ending(word: str) -> str:
    """The pattern of words that end alike: a bracket counts with its last sign, and as one behind a word or a label."""
    closing = len(word) > 2 and word[-1] == ")" and "(" in word[:-2]
    if not closing:
        return _kind(word[-1])
    behind = r"(?<=\S)" if not word.startswith("(") else r"(?<!\S)"
    return rf"{behind}\([^()\s]*{_kind(word[-2])}\)"
