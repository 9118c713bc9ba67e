"""What strangers wrote, made fit to stand before a person: nothing in it steers a terminal or turns a line round."""

from __future__ import annotations

import re

from donghyang.language.patterns import lazily

_STEERING = lazily(
    r"""
      [\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]   # control characters (C0, DEL, C1), but not tab and line feed
    | \r(?!\n)                                # a return that overwrites its line
    | [\u2028\u2029]                           # line ends that only some programs know
    | [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]  # orders to turn the reading direction (Unicode TR 9)
    | [\ufdd0-\ufdef\ufffe\uffff]             # code points that no text may hold
    | [\ud800-\udfff]                          # halves of characters; bytes of a file name that is no UTF-8
    """,
    re.VERBOSE,
)
_BREAKING = lazily(r"[\r\n\t]")


def visible(text: str) -> str:
    """`text` with what steers a terminal written out (`\\u001b`); tabs and line ends stay.

    The escapes are those of JSON, so that JSON text keeps its meaning.
    """
    return _STEERING.sub(_escaped, text)


def on_one_line(text: str) -> str:
    """`text` as `visible` gives it, with its tabs and line ends written out too."""
    return visible(_BREAKING.sub(lambda found: repr(found[0])[1:-1], text))


def name_of(path: str) -> str:
    """A path, parted by slashes, as a name to show and to keep: readable, one line, and no two paths alike.

    Bytes that are no UTF-8, and control characters, are written out; so is, for their sake, the backslash.
    """
    return on_one_line(path.replace("\\", "\\\\"))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
