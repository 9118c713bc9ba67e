"""A marked copy as a DOCX: the text, with each finding as a comment on its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from donghyang.check.copies.pieces import lines_of
from donghyang.language.visible import visible
from donghyang.packing import saved
from donghyang.records import Document, Finding, Language

if TYPE_CHECKING:
    from docx.text.run import Run

_AUTHOR = "donghyang"
_INITIALS = "동향"


def marked_docx(document: Document, findings: Sequence[Finding], language: Language) -> bytes:
    """The document's text as a DOCX with the findings in comments."""
    import docx
    from docx.oxml.parser import OxmlElement
    from docx.text.paragraph import Paragraph

    made = docx.Document()
    last: Any = made.element.body.sectPr  # python-docx looks for it among all paragraphs before each one it adds
    runs: dict[int, list[Run]] = {}
    for pieces in lines_of(document.text, findings):
        element: Any = OxmlElement("w:p")
        last.addprevious(element)
        paragraph = Paragraph(element, made._body)
        for piece in pieces:
            run = paragraph.add_run(visible(piece.text))
            for number in piece.own:
                runs.setdefault(number, []).append(run)
    kept = made.part._comments_part.element  # python-docx looks through all comments for the number of the next one
    for number, marked in sorted(runs.items()):
        marked[0].mark_comment_range(marked[-1], number)
        kept.append(_comment(number, _told(findings[number], language)))
    return saved(made)


def _comment(number: int, text: str) -> Any:
    """A comment, a paragraph for each line of its text."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    comment = OxmlElement("w:comment", {qn("w:id"): str(number), qn("w:author"): _AUTHOR, qn("w:initials"): _INITIALS})
    for line in text.split("\n"):
        paragraph: Any = OxmlElement("w:p")
        paragraph.get_or_add_pPr().style = "CommentText"
        paragraph.add_r().text = line
        comment.append(paragraph)
    return comment


def _told(finding: Finding, language: Language) -> str:
    parts = [f"[{finding.rule}] {finding.message.text(language)}"]
    parts += [f"↔ {related.text}" for related in finding.related]
    if finding.fix:
        parts.append(f"→ {finding.fix.text}")
    return visible("\n".join(parts))
