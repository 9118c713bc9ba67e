"""What a print on paper may hold; more is refused by the name of its limit before anything is typeset."""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.publish.view import Print, PrintedArticle
from donghyang.records import Block, CannotProceed, Figure, Message, Note, Remark, Table

MOST_COLUMNS = 63
"""Of a table: Word opens none of more, and on A4 each has seven points then."""
MOST_PARTS = 12_000
"""Lines and cells of a PDF or HWPX: some 400 pages. Typst 0.15 keeps 20 to 60 KB for each, 800 MB for so many;
python-hwpx 40 KB, and a millisecond and a half."""
_LETTERS = 100
"""Letters of a line that are counted as one more: typst keeps half a KB for each."""
_LONGEST_STRING = 32_767
"""Bytes of a bookmark, a title or an address in a PDF (ISO 19005-2, 6.1.13)."""
_NAMED = 100
"""Letters of a headline or caption by which a table is named."""
_LOOKED_UP = 8
"""Lines that an entry of the contents or a section is counted as: typst lays its page out again for its number."""


def fits_columns(printed: Print) -> None:
    """Raises CannotProceed for a table of more columns than paper has room for."""
    for article in _articles(printed):
        for one in article.blocks:
            if isinstance(table := one.block, Table):
                count = max(map(len, (table.header, *table.rows)), default=0)
                if count > MOST_COLUMNS:
                    raise _too_wide(article.headline, table.caption or "", count)


def fits_pages(printed: Print, form: str) -> None:
    """Raises CannotProceed for more than a file of this form can be made of in the memory of an office's machine."""
    entries = sum(len(group.lines) for part in printed.contents for group in part.groups)
    count = _LOOKED_UP * (entries + len(printed.sections)) + sum(1 + len(text) // _LETTERS for text in _texts(printed))
    if count > MOST_PARTS:
        raise CannotProceed(
            Message(
                f"보고서의 줄과 칸이 {count:,}개입니다. {form} 하나에는 {MOST_PARTS:,}개까지입니다. "
                "보고서를 나누거나 HTML로 내십시오.",
                f"the report has {count:,} lines and cells; one {form} has {MOST_PARTS:,} at most. "
                "Divide it, or publish it as HTML.",
            )
        )


def fits_bookmarks(printed: Print) -> None:
    """Raises CannotProceed for a heading or an address that a PDF cannot hold as one string."""
    headings = (section.title for section in printed.sections)
    headlines = (article.headline for article in _articles(printed))
    addresses = (article.source_url or "" for article in _articles(printed))
    for text in (*headings, *headlines, *addresses):
        if len(text.encode("utf-8", "replace")) > _LONGEST_STRING:
            raise string_too_long()


def string_too_long() -> CannotProceed:
    """What is said of a PDF string of more bytes than its standard allows."""
    return CannotProceed(
        Message(
            f"PDF에는 제목 하나가 {_LONGEST_STRING:,}바이트까지입니다. 더 긴 제목이 있으니 줄이십시오.",
            f"a headline in a PDF has {_LONGEST_STRING:,} bytes at most, and one is longer. Shorten it.",
        )
    )


def _too_wide(headline: str, caption: str, count: int) -> CannotProceed:
    told = f"{headline[:_NAMED]}{f' 〈{caption[:_NAMED]}〉' if caption else ''}"
    return CannotProceed(
        Message(
            f"'{told}'의 표에 열이 {count:,}개 있습니다. 종이에 싣는 표(PDF, DOCX, HWPX)는 {MOST_COLUMNS}열까지입니다. "
            "표를 나누거나 HTML로 내십시오.",
            f"a table of '{told}' has {count:,} columns; on paper (PDF, DOCX, HWPX) it has {MOST_COLUMNS} at most. "
            "Divide it, or publish it as HTML.",
        )
    )


def _articles(printed: Print) -> Iterator[PrintedArticle]:
    return (article for section in printed.sections for article in section.articles)


def _texts(printed: Print) -> Iterator[str]:
    """Every line and cell that is printed, but for the contents and titles of sections."""
    yield from (*printed.front, *printed.summary, *printed.back)
    yield from (value for _, value in printed.imprint)
    for article in _articles(printed):
        yield from filter(None, (article.headline, article.lead, article.source, article.source_url, article.byline))
        for reference in article.references:
            yield from filter(None, (reference.title, reference.url))
        for remarks in (article.lead_remarks, *(one.remarks for one in article.blocks)):
            yield from (*(quote for quote, _ in remarks.evidence), *remarks.doubts)
        for one in article.blocks:
            yield from _lines(one.block)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (block.caption or "", *block.header, *(cell for row in block.rows for cell in row))
    elif isinstance(block, Note):
        yield from (block.title, *block.items)
    elif isinstance(block, Figure):
        yield block.caption or ""
    elif not isinstance(block, Remark):
        yield block.text
