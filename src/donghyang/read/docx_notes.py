"""Footnotes of DOCX files whose marks the program draws as stars (ECMA-376 part 1, 17.11).

Of a page with *, † and ‡ nobody but the program knows which mark is which: in the text each paragraph has stars of its
own, one for its first note, two for its second, and the notes stand below it, as reports that are typed have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.read.ooxml import child, local, value

if TYPE_CHECKING:
    from lxml.etree import _Element

STAR = "*"
MOST = 3
"""Stars that one note has at the most; what opens a line with more is no annotation (`report.grammar`)."""
_STARS = "chicago"
"""*, †, ‡, § (17.18.59 ST_NumberFormat)."""


def are_starred(root: _Element, settings: _Element | None) -> bool:
    """Whether the footnotes of a document have stars: by the forms of all its pages, or by its settings."""
    whole = _format(settings)
    return {_format(page) or whole for page in root.iter("{*}sectPr")} == {_STARS}


def _format(element: _Element | None) -> str | None:
    return value(child(child(element, "footnotePr"), "numFmt"), "val")


def is_free(paragraph: _Element) -> bool:
    """Whether no star is typed in a paragraph: drawn ones could be taken for it."""
    return not any(STAR in (node.text or "") for node in paragraph.iter() if local(node) == "t")
