"""A marked copy as a DOCX: the text, with each finding as a comment on its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from donghyang.check.copies.pieces import lines_of
from donghyang.language.visible import visible
from donghyang.packing import saved
from donghyang.records import Document, Finding, Language

if TYPE_CHECKING:
    from docx.text.run import Run

_AUTHOR = "donghyang"


def marked_docx(document: Document, findings: Sequence[Finding], language: Language) -> bytes:
    """The document's text as a DOCX with the findings in comments."""
    import docx

    made = docx.Document()
    runs: dict[int, list[Run]] = {}
    for pieces in lines_of(document.text, findings):
        paragraph = made.add_paragraph()
        for piece in pieces:
            run = paragraph.add_run(visible(piece.text))
            for number in piece.own:
                runs.setdefault(number, []).append(run)
    for number, finding in enumerate(findings):
        if number in runs:
            made.add_comment(runs[number], text=_comment(finding, language), author=_AUTHOR, initials="동향")
    return saved(made)


def _comment(finding: Finding, language: Language) -> str:
    parts = [f"[{finding.rule}] {finding.message.text(language)}"]
    parts += [f"↔ {related.text}" for related in finding.related]
    if finding.fix:
        parts.append(f"→ {finding.fix.text}")
    return visible("\n".join(parts))
