"""Text that stands in <pre> as it was typed: its lines back to paragraphs."""

from __future__ import annotations

BREAK = "\u2029"
"""Stands between two paragraphs (Unicode's own sign for it)."""
_INDENT = (" ", "\t", "\u3000", "\u2002", "\u2003")
_FULL = 0.8
"""A line that fills so much of the widest goes on in the next where no full stop ends it."""
_MARGIN = 16
"""Characters of the widest line from which on text was cut at a margin."""
_STOPS = ("。", "！", "？", "：", "；", ".", "!", "?", ":", ";")


def unwrap(text: str) -> str:
    """`text` with BREAK between its paragraphs and wrapped lines joined.

    A paragraph begins after an empty line or with an indent; where a text has neither, every line is one unless it
    was cut at the margin.
    """
    lines = text.expandtabs(4).splitlines()
    marked = any(not line.strip() for line in lines[1:-1]) or any(line.startswith(_INDENT) for line in lines[1:])
    widest = max(map(len, lines), default=0)
    found: list[list[str]] = []
    fresh = True
    for at, line in enumerate(lines):
        if not line.strip():
            fresh = True
            continue
        before = lines[at - 1].rstrip() if at else ""
        wrapped = before and (
            marked or (widest >= _MARGIN and len(before) >= _FULL * widest and not before.endswith(_STOPS))
        )
        if fresh or not found or not wrapped or line.startswith(_INDENT):
            found.append([line.strip()])
        else:
            found[-1] += _gap(found[-1][-1], line.strip()), line.strip()
        fresh = False
    return BREAK.join(map("".join, found))


def _gap(one: str, other: str) -> str:
    """What stands between two halves of a wrapped line: a space between Latin words only."""
    return " " if one[-1:].isascii() and other[:1].isascii() and other[:1].isalpha() else ""
