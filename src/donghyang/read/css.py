"""What declarations say of an element: the properties that may hide its text, under one name each."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping

from donghyang.language import tables
from donghyang.read.lengths import sides, words

Style = Mapping[str, str]
Told = dict[str, str]

_NAMES = frozenset(tables.words(__package__, "css_names"))
"""What is taken note of."""
_ALIASES = {row[0]: row[1] for row in tables.read(__package__, "css_aliases.tsv")}
"""Other names of the same: those that go by the way of writing, and those of old browsers."""
_SIDES = ("top", "right", "bottom", "left")
_ENDS = {"inset-inline": ("left", "right"), "inset-block": ("top", "bottom")}
_DISPLAYS = re.compile(
    r"(?=[a-z]*(?:block|inline|flex|grid|table|ruby|list|none|contents|flow|root|box|run))[a-z -]*"
    r"|inherit|initial|unset|revert[a-z-]*|var\(.*"
)
"""What `display` may be; a browser goes by what was said before where it is another word."""
_SIZE = re.compile(
    r"(?:0+(?:\.0+)?|[\d.]{1,12}(?:px|pt|r?em|%|v[wh]|ex|mm|cm|in)|[a-z-]*(?:small|large)r?|medium|inherit)(?:/|$)"
)
"""The size among the words of `font`."""
IMPORTANT = "!"
"""What stands before the name of a property that is told as the last word on it (CSS Cascade 4, 6.1)."""
UNKNOWN = "?"
"""What a property is worth of which nobody knows."""
_SIMPLE = re.compile(r"(?>(?:[^()\[\]{}\"'\\/]++|\([^()\[\]{}\"'\\;/]*+\)|/(?!\*))*)")
"""Declarations that can be cut at their semicolons."""
_LONGEST = 400
"""Letters of a value that are looked at."""
_MOST_OWN = 100
"""Properties of a page's own (`--x`) in one rule."""

_DIGITS = re.compile(rf"([0-9]{{{sys.int_info.str_digits_check_threshold}}})[0-9]+")
"""More than Python makes a whole number of under every setting (docs.python.org, "Integer string conversion length
limitation"); tinycss2 asks it for one."""


def bounded(text: str) -> str:
    """A sheet or a declaration without the digits that a number has too many: what it hides, it hides all the same."""
    return _DIGITS.sub(r"\1", text)


def declarations(text: str) -> Told:
    """What a style attribute says that may hide text, in lower case."""
    if ":" not in text:
        return {}
    if _SIMPLE.fullmatch(text):
        return told(_cut(text))
    from tinycss2 import parse_blocks_contents, serialize

    try:
        return told(
            (one.lower_name, serialize([value for value in one.value if value.type != "comment"]), one.important)
            for one in parse_blocks_contents(bounded(text), skip_comments=True, skip_whitespace=True)
            if one.type == "declaration"
        )
    except RecursionError:
        return {}


def _cut(text: str) -> Iterator[tuple[str, str, bool]]:
    for part in text.split(";"):
        name, _, value = part.partition(":")
        value, sign, word = value.rpartition("!")
        last = bool(sign) and word.strip().lower() == "important"
        yield name.strip().lower(), value if last else value + sign + word, last


def told(said: Iterable[tuple[str, str, bool]]) -> Told:
    """What declarations (name, value, whether it is the last word) say that may hide text; the last of a name holds.

    What is the last word stands under its own name, and once more behind `IMPORTANT`.
    """
    found: Told = {}
    own = 0
    for name, given, last in said:
        value = " ".join(given[:_LONGEST].lower().split())
        if not value:
            continue
        if name.startswith("--"):
            own += 1
            if own > _MOST_OWN:
                continue
        for one, what in _parts(_ALIASES.get(name, name), value):
            if last:
                found[IMPORTANT + one] = what
            if last or IMPORTANT + one not in found:
                found[one] = what
    return found


def _parts(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that one sets, under their names; those that may hide nothing, and what no browser takes, are
    none."""
    if name == "font":
        yield "font-size", next((word.partition("/")[0] for word in value.split() if _SIZE.match(word)), UNKNOWN)
    elif name in ("inset", "margin"):
        for side, what in zip(_SIDES, sides(value) or (), strict=False):
            one = side if name == "inset" else f"margin-{side}"
            if one in _NAMES:
                yield one, what
    elif name in _ENDS:
        ends = words(value)[:2]
        yield from zip(_ENDS[name], (ends[0], ends[-1]), strict=True)
    elif name == "overflow" and " " in value:
        first, _, second = value.partition(" ")
        yield from (("overflow-x", first), ("overflow-y", second))
    elif name.startswith("--") or (name in _NAMES and (name != "display" or _DISPLAYS.fullmatch(value))):
        yield name, value


def with_last_words(style: Style, said: Style) -> Told:
    """The style with what another one tells as the last word on a property."""
    last = {name[1:]: value for name, value in said.items() if name[0] == IMPORTANT}
    return {**style, **last}
