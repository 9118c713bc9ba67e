"""PDF files to Documents: paragraphs, tables, running heads and page numbers left out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from donghyang.read.compose import Composer, Look, Slot
from donghyang.read.files import damaged, no_text, scanned
from donghyang.read.limits import spend, within
from donghyang.read.pdf_columns import Placed, placed
from donghyang.read.pdf_glyphs import UNKNOWN
from donghyang.read.pdf_join import Joiner
from donghyang.read.pdf_lines import TextLine, open_pdf, parted
from donghyang.read.pdf_objects import objects
from donghyang.read.pdf_tables import PageTable, tables
from donghyang.read.pdf_turn import upright
from donghyang.records import Document
from donghyang.report.grammar import CONTENTS

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

Rows = tuple[tuple[Slot, ...], ...]
_EDGE = 0.1
"""Share of the page's height at its top and bottom where running heads and page numbers stand."""
_MOST_UNKNOWN = 0.2
"""Share of unnamed characters above which a file is read by its picture; fewer stand as unknown."""
_LAYERS = 8
"""Forms within forms that are looked through for a picture."""
_NEAR = 3.0
"""Points within which two edges stand at the same place."""
_NUMBER = re.compile(r"[-–—·\s]*+(?:page|p\.)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—·\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    height: float
    items: tuple[TextLine | PageTable, ...]


def document(data: bytes, name: str) -> Document:
    """The paragraphs and tables of a PDF in reading order; title and author of its properties stand in `headers`.

    A scan, or a file that does not say which letters it draws, is read by what the `ocr` extra brings. Raises
    Unreadable when the file is damaged, locked or above a limit, or nothing is there to recognise its letters.
    """
    import pypdfium2

    pdf = open_pdf(data, name)
    try:
        _count(pdf)
        drawn = [upright(pdf, number) for number in range(len(pdf))]
        lines, unseen = [page.lines for page in drawn], [words for page in drawn for words in page.unseen]
        if unseen and not any(lines) and not _holds_pictures(pdf):
            raise no_text(name)
        if not any(lines):
            lines = _recognised(pdf, name)
        elif _unknown(lines) > _MOST_UNKNOWN:
            lines = _recognised(pdf, name, drawn=True)
        joiner = Joiner(line for page in lines for line in page)
        pages = [_page(pdf, number, lines[number], joiner) for number in range(len(lines))]
        headers = [(key, _told(pdf, field)) for key, field in (("title", "Title"), ("byline", "Author"))]
    except pypdfium2.PdfiumError:
        raise damaged(name, "PDF") from None
    finally:
        pdf.close()
    composer = Composer()
    _lay(composer, _over_pages(_without_furniture(pages)), joiner)
    if composer.is_empty:
        raise scanned(name)
    return composer.document(name, "pdf", [(key, value) for key, value in headers if value], unseen)


def _count(pdf: PdfDocument) -> None:
    """Unreadable where the file has more pages or letters than are read: they are counted before any is looked at."""
    spend("pages", len(pdf))
    for number in range(len(pdf)):
        page = pdf[number]
        text = page.get_textpage()
        within("page_letters", text.count_chars())
        spend("pdf_letters", text.count_chars())
        text.close()
        page.close()


def _holds_pictures(pdf: PdfDocument) -> bool:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    return any(next(objects(page, pdfium.FPDF_PAGEOBJ_IMAGE, _LAYERS), None) is not None for page in pdf)


def _told(pdf: PdfDocument, field: str) -> str:
    """What the file says of itself under a field; "" where that is nothing or no text."""
    try:
        return str(pdf.get_metadata_value(field)).strip()
    except UnicodeDecodeError:
        return ""


def _unknown(lines: list[list[TextLine]]) -> float:
    """The share of characters of which the file does not say what they are."""
    texts = [word.text for page in lines for line in page for word in line.words]
    return sum(text.count(UNKNOWN) for text in texts) / max(1, sum(map(len, texts)))


def _recognised(pdf: PdfDocument, name: str, *, drawn: bool = False) -> list[list[TextLine]]:
    """The lines of a scan, or of letters that are `drawn` and not named; Unreadable where nothing reads them."""
    from donghyang.read import ocr

    return ocr.text_lines(pdf, name, drawn=drawn)


def _page(pdf: PdfDocument, number: int, lines: list[TextLine], joiner: Joiner) -> _Page:
    page = pdf[number]
    if any(CONTENTS.match(line.text) for line in lines):  # its page numbers would look like a column
        lines = _without_leaders(lines, len(pdf))
    found = tables(page, [word for line in lines for word in line.words], joiner)
    items: list[TextLine | PageTable] = []
    for line in lines:
        words = []
        for word in line.words:
            table = next((one for one in found if one.holds(word)), None)
            if table is None:
                words.append(word)
            elif table not in items:
                items.append(table)
        items += parted(words, number)
    height = page.get_height()
    page.close()
    return _Page(height, tuple(_without_leaders(items, len(pdf))))


_Item = TypeVar("_Item", TextLine, TextLine | PageTable)


def _without_leaders(items: list[_Item], pages: int) -> list[_Item]:
    """The items without the page numbers of a contents page: three or more rising numbers at the right margin, each
    on the line of an entry and none beyond the last page."""
    found = [
        (at, int(line.text))
        for at, (entry, line) in enumerate(itertools.pairwise(items), 1)
        if isinstance(line, TextLine)
        and isinstance(entry, TextLine)
        and re.fullmatch(r"\d{1,3}", line.text)
        and abs(entry.baseline - line.baseline) < 0.3 * line.size
        and line.left > entry.right
    ]
    numbers = [number for _, number in found]
    if len(found) < 3 or numbers != sorted(numbers) or numbers[-1] > pages:
        return items
    rights = [line.right for at, _ in found if isinstance(line := items[at], TextLine)]
    if max(rights) - min(rights) > 4:
        return items
    leaders = {at for at, _ in found}
    return [item for at, item in enumerate(items) if at not in leaders]


def _without_furniture(pages: list[_Page]) -> list[list[TextLine | PageTable]]:
    """The pages without page numbers and without what stands at the edge of several pages alike."""
    seen = Counter(key for page in pages for key in {_edge_key(line) for line in page.items if _at_edge(line, page)})
    often = max(2, (len(pages) + 2) // 3)

    def is_furniture(item: TextLine | PageTable, page: _Page) -> bool:
        if isinstance(item, PageTable) or not _at_edge(item, page):
            return False
        return seen[_edge_key(item)] >= often or bool(_NUMBER.fullmatch(item.text))

    kept = [[item for item in page.items if not is_furniture(item, page)] for page in pages]
    return kept if any(kept) else [list(page.items) for page in pages]  # a page of nothing else is no furniture


def _at_edge(item: TextLine | PageTable, page: _Page) -> bool:
    if isinstance(item, PageTable):
        return False
    return item.baseline < _EDGE * page.height or item.baseline > (1 - _EDGE) * page.height


def _edge_key(item: TextLine | PageTable) -> str:
    return re.sub(r"\d+", "#", item.text) if isinstance(item, TextLine) else ""


def _over_pages(pages: list[list[TextLine | PageTable]]) -> list[TextLine | PageTable]:
    """All items in order; a table that ends one page and one like it that opens the next are one."""
    found: list[TextLine | PageTable] = []
    for items in pages:
        last = found[-1] if found else None
        rest = items
        if isinstance(last, PageTable) and items and isinstance(items[0], PageTable) and _alike(last, items[0]):
            found[-1] = replace(last, rows=_appended(last.rows, items[0].rows))
            rest = items[1:]
        found += rest
    return found


def _alike(upper: PageTable, lower: PageTable) -> bool:
    return (
        upper.columns == lower.columns
        and abs(upper.left - lower.left) < _NEAR
        and abs(upper.right - lower.right) < _NEAR
    )


def _appended(upper: Rows, lower: Rows) -> Rows:
    """The rows of both parts: a header that is printed again is left out, a row that the page broke is made whole.

    A broken row is known by having words in one cell only, and not in its first.
    """
    if len(lower) > 1 and [cell.text for cell in lower[0]] == [cell.text for cell in upper[0]]:
        lower = lower[1:]
    filled = [at for at, cell in enumerate(lower[0]) if cell.text]
    if len(lower[0]) > 2 and len(filled) == 1 and filled[0] > 0 and len(upper[-1]) == len(lower[0]):
        at = filled[0]
        whole = list(upper[-1])
        whole[at] = replace(whole[at], text=f"{whole[at].text} {lower[0][at].text}".strip())
        return (*upper[:-1], tuple(whole), *lower[1:])
    return upper + lower


def _lay(composer: Composer, items: list[TextLine | PageTable], joiner: Joiner) -> None:
    """Put lines as paragraphs, and tables, into the document."""
    text = ""
    first: Placed | None = None
    last: Placed | None = None

    def end() -> None:
        if first is not None:
            columns = max(0, round(2 * first.start / max(first.line.size, 1)))
            composer.paragraph(text, Look(indent=columns, size=round(first.line.size, 1)))

    for item in _in_columns(items):
        if isinstance(item, PageTable):
            end()
            composer.grid(item.rows)
            text, first, last = "", None, None
        elif first is not None and last is not None and joiner.goes_on(last, item, first, text):
            text, last = (
                text + joiner.glue(last.line, item.line, joiner.room_of(last, item), text) + item.line.text,
                item,
            )
        else:
            end()
            text, first, last = item.line.text, item, item
    end()


def _in_columns(items: list[TextLine | PageTable]) -> list[Placed | PageTable]:
    """The items, each line with the column it stands in."""
    lines = [item for item in items if isinstance(item, TextLine)]
    left = min((line.left for line in lines), default=0.0)
    known = iter(placed(lines, left))
    return [item if isinstance(item, PageTable) else next(known) for item in items]
