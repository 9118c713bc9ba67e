"""The footnotes of the Word print (ECMA-376 part 1, 17.11): Word draws their marks, anew on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.publish.wordml import node, qualified, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from lxml.etree import _Element as Element

REFERENCE = "FootnoteReference"
"""The id of the marks' character style."""
_MARKS = "chicago"
"""*, †, ‡, § (17.18.59 ST_NumberFormat)."""
_AFTER_PAGES = ("endnotePr", "type", "pgSz")
"""What may stand behind the form of the notes in that of a page …"""
_AFTER_SETTINGS = (
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "themeFontLang",
    "clrSchemeMapping",
)
"""… and in the settings."""


class Footnotes:
    """The notes of one document, in the order of their marks."""

    def __init__(self, style: str) -> None:
        self._style = style
        """The id of their paragraphs' style."""
        self._notes: list[Element] = []

    def call(self, words: Sequence[Element]) -> Element:
        """A new note of these runs; the run that is its mark in the text."""
        key = len(self._notes) + 1
        mark = node("r", node("footnoteRef"))
        line = node("p", node("pPr", node("pStyle", val=self._style)), mark, run(" "), *words)
        self._notes.append(node("footnote", line, id=key))
        return node("r", node("rPr", node("rStyle", val=REFERENCE)), node("footnoteReference", id=key))

    def put(self, document: Document) -> None:
        """Put the notes into the document; one without notes stays as it is."""
        if not self._notes:
            return
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        # Every document says of its own what parts the notes from the text.
        lines = [
            node("footnote", node("p", node("r", node(kind))), type=kind, id=key)
            for key, kind in enumerate(("separator", "continuationSeparator"), -1)
        ]
        root = node("footnotes", *lines, *self._notes)
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, data, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        told = _form()
        told.extend(node("footnote", id=key) for key in (-1, 0))
        _insert(document.sections[0]._sectPr, _form(), _AFTER_PAGES)
        _insert(document.settings.element, told, _AFTER_SETTINGS)


def _insert(parent: Element, form: Element, behind: Sequence[str]) -> None:
    """Put a form where the schema wants it: before the first of those that stand behind it."""
    names = set(map(qualified, behind))
    follower = next((one for one in parent if one.tag in names), None)
    if follower is None:
        parent.append(form)
    else:
        follower.addprevious(form)


def _form() -> Element:
    return node("footnotePr", node("numFmt", val=_MARKS), node("numRestart", val="eachPage"))
