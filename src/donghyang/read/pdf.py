"""PDF files to Documents: lines joined into paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter

from donghyang.read.files import damaged, scanned
from donghyang.read.pdf_lines import TextLine, open_pdf, text_lines
from donghyang.read.sheet import Look, Sheet
from donghyang.records import Document
from donghyang.report.grammar import split_marker

MAX_PAGES = 2000
"""Pages that are read; a longer file is a book."""
_EDGE = 0.1
"""Share of the page's height at its top and bottom where running heads and page numbers stand."""
_NUMBER = re.compile(r"[-–—·\s]*(?:page|p\.)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—·\s]*", re.IGNORECASE)
_TIGHT = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_END = re.compile(r"[。！？!?；;：:.”」』）)]$")


def document(data: bytes, name: str) -> Document:
    """The paragraphs of a PDF in reading order; title and author of its properties stand in `headers`.

    Raises Unreadable when it is damaged, locked, or has no text layer.
    """
    import pypdfium2  # type: ignore[import-untyped]

    pdf = open_pdf(data, name)
    try:
        pages = [text_lines(pdf[number], number) for number in range(min(len(pdf), MAX_PAGES))]
        heights = [pdf[number].get_height() for number in range(len(pages))]
        told = pdf.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise damaged(name, "PDF") from None
    finally:
        pdf.close()
    lines = [line for page in _without_furniture(pages, heights) for line in page]
    if not lines:
        raise scanned(name)
    sheet = Sheet()
    margin = min(line.left for line in lines)
    for text, first in _paragraphs(lines):
        columns = max(0, round(2 * (first.left - margin) / max(first.size, 1)))
        sheet.paragraph(text, Look(indent=columns, size=round(first.size, 1)))
    headers = [(key, told[field].strip()) for key, field in (("title", "Title"), ("byline", "Author"))]
    return sheet.document(name, "pdf", [(key, value) for key, value in headers if value])


def _without_furniture(pages: list[list[TextLine]], heights: list[float]) -> list[list[TextLine]]:
    """The pages without page numbers and without what stands at the edge of several pages alike."""
    seen = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_edge_key(line) for line in lines if _at_edge(line, height)}
    )
    often = max(2, (len(pages) + 2) // 3)
    return [
        [
            line
            for line in lines
            if not (_at_edge(line, height) and (seen[_edge_key(line)] >= often or _NUMBER.fullmatch(line.text)))
        ]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _at_edge(line: TextLine, height: float) -> bool:
    return line.baseline < _EDGE * height or line.baseline > (1 - _EDGE) * height


def _edge_key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(lines: list[TextLine]) -> list[tuple[str, TextLine]]:
    """The lines joined where a line was full and the next goes on; each paragraph with its first line."""
    right: dict[int, float] = {}
    for line in lines:
        right[line.page] = max(right.get(line.page, 0.0), line.right)
    found: list[tuple[str, TextLine]] = []
    last: TextLine | None = None
    for line in lines:
        if found and last is not None and _goes_on(last, line, found[-1][1], right[last.page]):
            text, first = found[-1]
            found[-1] = (text + ("" if _joined(last, line) else " ") + line.text, first)
        else:
            found.append((line.text, line))
        last = line
    return found


def _goes_on(last: TextLine, line: TextLine, first: TextLine, right: float) -> bool:
    """Whether `line` continues the paragraph that `first` began and `last` filled."""
    if split_marker(line.text)[0] or abs(last.size - line.size) > 0.15 * last.size:
        return False
    full = last.right > right - 2.2 * last.size
    if line.page != last.page:
        return full and not _END.search(last.text)
    below = 0 < last.baseline - line.baseline < 2.6 * last.size
    outdented = line.left < first.left + 0.5 * line.size or split_marker(first.text)[0] != ""
    return full and below and outdented


def _joined(last: TextLine, line: TextLine) -> bool:
    """Whether two lines are joined without a space."""
    if last.spaced:
        return False
    return bool(_TIGHT.match(last.text[-1]) or _TIGHT.match(line.text[0]) or last.text.endswith("-"))
