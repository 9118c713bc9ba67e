"""Footnotes of DOCX and HWPX files whose marks the program draws as stars.

Of a page with *, † and ‡ nobody but the program knows which mark is which: in the text each paragraph has stars of its
own, one for its first note, two for its second, and the notes stand below it, as reports that are typed have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.read.ooxml import child, children, local, value

if TYPE_CHECKING:
    from lxml.etree import _Element

STAR = "*"
MOST = 3
"""Stars that one note has at the most; what opens a line with more is no annotation (`report.grammar`)."""
_WORD = "chicago"
"""*, †, ‡, § (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""
_HANGUL = "USER_CHAR"
"""A character of the user's, as often as the note's number (KS X 6101, NumberType2)."""


def in_word(root: _Element, settings: _Element | None) -> bool:
    """Whether the footnotes of a DOCX file have stars: by the forms of all its pages, or by its settings."""
    whole = _format(settings)
    return {_format(page) or whole for page in root.iter("{*}sectPr")} == {_WORD}


def _format(element: _Element | None) -> str | None:
    return value(child(child(element, "footnotePr"), "numFmt"), "val")


def in_hangul(properties: _Element | None) -> bool:
    """Whether the footnotes of a section of an HWPX file have stars."""
    form = child(child(properties, "footNotePr"), "autoNumFormat")
    return value(form, "type") == _HANGUL and value(form, "userChar") == STAR


def is_free(paragraph: _Element) -> bool:
    """Whether no star is typed in a paragraph: drawn ones could be taken for it. What its notes say does not count."""
    runs = (run for run in paragraph.iter() if local(run) in ("r", "run") and _paragraph_of(run) is paragraph)
    return not any(STAR in "".join(words.itertext()) for run in runs for words in children(run, "t"))


def _paragraph_of(run: _Element) -> _Element | None:
    return next((above for above in run.iterancestors() if local(above) == "p"), None)
