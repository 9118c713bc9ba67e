"""The spelling under which texts are searched: only letters and digits, simplified, small, in runs parted by spaces."""

from __future__ import annotations

import unicodedata

from donghyang.language.hangul import INITIALS
from donghyang.language.patterns import lazily
from donghyang.language.printed import without_unseen
from donghyang.language.script import simplify

_TAG = lazily(r"</?[a-zA-Z][^<>\n]{0,40}>")
_NO_TEXT = lazily("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no database takes, or what parts fields here."""
_INNER = frozenset(".,%")
_THOUSANDS = lazily(r"(?<=\d),(?=\d{3}(?!\d))")
_STRAY = lazily(r"(?<!\d)[.%]|\.(?!\d)|,")


class _Plain(dict[int, str]):
    """The folded form of every character, worked out when it is first met; " " for what is neither letter nor digit."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _INNER:
            plain = char
        elif char == "\n":
            plain = "\n"
        elif not char.isalnum():
            plain = " "
        elif char in INITIALS:
            plain = char  # NFKC makes another letter of it
        else:
            plain = _one(simplify(_one(unicodedata.normalize("NFKC", char), char)).lower(), char)
        self[code] = plain
        return plain


def _one(form: str, char: str) -> str:
    return form if len(form) == 1 else char


_PLAIN = _Plain()


def shown(text: str) -> str:
    """A text as it is kept and shown: composed, without tags and characters that nobody sees."""
    return _TAG.sub("", without_unseen(unicodedata.normalize("NFC", _NO_TEXT.sub(" ", text))))


def folded(text: str) -> str:
    """`text` character by character in its folded form; same length."""
    return text.translate(_PLAIN)


def cut(text: str) -> str:
    """The runs of letters and digits of a text, folded, parted by single spaces, line by line: 1,048개 is `1048개`.

    A point inside a number and a percent sign behind one stay. "" for a text without letters.
    """
    plain = _STRAY.sub(" ", _THOUSANDS.sub("", folded(text)))
    return "\n".join(line for line in (" ".join(line.split()) for line in plain.split("\n")) if line)


def squeezed(runs: str) -> str:
    """Cut text without its spaces and line breaks: 국유 기업 and 국유기업 are one."""
    return runs.replace(" ", "").replace("\n", "")
