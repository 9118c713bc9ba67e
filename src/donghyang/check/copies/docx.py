"""A marked copy as a DOCX: the text, with each finding as a comment on its words."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from donghyang.check.copies.pieces import lines_of
from donghyang.records import Document, Finding, Language

if TYPE_CHECKING:
    from docx.text.run import Run

_AUTHOR = "donghyang"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold (W3C XML 1.0, 2.2 Characters)."""


def marked_docx(document: Document, findings: Sequence[Finding], language: Language) -> bytes:
    """The document's text as a DOCX with the findings in comments."""
    import docx

    made = docx.Document()
    runs: dict[int, list[Run]] = {}
    for pieces in lines_of(document.text, findings):
        paragraph = made.add_paragraph()
        for piece in pieces:
            run = paragraph.add_run(_UNPRINTABLE.sub("", piece.text))
            for number in piece.own:
                runs.setdefault(number, []).append(run)
    for number, finding in enumerate(findings):
        if number in runs:
            made.add_comment(runs[number], text=_comment(finding, language), author=_AUTHOR, initials="동향")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _comment(finding: Finding, language: Language) -> str:
    parts = [f"[{finding.rule}] {finding.message.text(language)}"]
    parts += [f"↔ {related.text}" for related in finding.related]
    if finding.fix:
        parts.append(f"→ {finding.fix.text}")
    return _UNPRINTABLE.sub("", "\n".join(parts))
