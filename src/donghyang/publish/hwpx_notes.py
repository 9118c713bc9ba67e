"""The footnotes of the Hangul print (KS X 6101, footNotePr): Hangul draws their marks, anew on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hwpx import HwpxDocument

_MARKS = {"type": "USER_CHAR", "userChar": "*", "prefixChar": "", "suffixChar": "", "supscript": "0"}
"""A star for the first note of a page, two for the second."""


def call(paragraph: Any, text: str, letters: str) -> Any:
    """Put a note behind the words of a paragraph so far; its element."""
    element = paragraph.add_footnote(f" {text}", char_pr_id_ref=letters).element
    # The code of the sign behind its number: none.
    element.set("suffixChar", "0")
    for form in element.iter("{*}autoNumFormat"):
        form.attrib.update(_MARKS)
    return element


def form(document: HwpxDocument) -> None:
    """Let the notes of a document, if it has any, have stars that begin anew on each page."""
    section = document.sections[0].element
    if next(section.iter("{*}footNote"), None) is None:
        return
    for told in section.iter("{*}footNotePr"):
        for marks in told.iter("{*}autoNumFormat"):
            marks.attrib.update(_MARKS)
        for numbering in told.iter("{*}numbering"):
            numbering.set("type", "ON_PAGE")
