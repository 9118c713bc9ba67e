"""The issue as the data that `report.typ` gets, by the kinds of `offered`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from donghyang.publish import fonts, keeping, marks, offered
from donghyang.publish.columns import LINE, is_sum, layout
from donghyang.publish.edition import is_notice
from donghyang.publish.images import Image
from donghyang.publish.pieces import Piece, pieces
from donghyang.publish.text import printable, web_address, width
from donghyang.publish.view import ContentsPart, Print, PrintedArticle, PrintedBlock, PrintedSection, Remarks
from donghyang.records import Annotation, Bullet, Colours, Figure, Heading, Note, Table, Unplaced

_HEADLINE = 18.0
"""What fits on a line of a headline, in em of its letters; likewise below."""
_COVER = 12.0
_RUBRIC = 8.0
_CONTINUED = 8.5
"""The letters of the caption of a table that goes on, in points: a size below the caption's own."""
_UNTITLED = "보고서"
"""The title of the file where nothing of the issue gives one: PDF/UA wants one."""


def issue_data(printed: Print, faces: fonts.Faces) -> offered.PdfIssue:
    """Everything that is printed."""
    return {
        "fonts": _faces(faces),
        "colours": _palette(printed.look.theme.colours),
        "marks": {
            "lead": marks.LEAD,
            "item": marks.NOTE_ITEM,
            "reference": marks.REFERENCE,
            "summary": marks.SUMMARY_ITEM,
            "line": marks.CONTENTS_LINE,
        },
        "words": {
            "contents": marks.CONTENTS,
            "summary": marks.SUMMARY,
            "references": marks.REFERENCES,
            "draft": marks.DRAFT,
            "doubt": marks.DOUBT,
        },
        "title": printed.title or printed.publisher or _UNTITLED,
        "author": printed.publisher or "",
        "date": [printed.date.year, printed.date.month, printed.date.day] if printed.date else None,
        "head": printed.head,
        "draft": printed.draft,
        "cover": {
            "title": pieces(printed.title or "", _COVER),
            "number": printed.number or "",
            "date": printed.date_text or "",
            "publisher": pieces(printed.publisher or ""),
            "front": [{"text": pieces(line), "notice": is_notice(line)} for line in printed.front],
            "logo": _image(printed.look.logo, printed.publisher or ""),
        },
        "contents": [_contents(part) for part in printed.contents],
        "summary": [pieces(line) for line in printed.summary],
        "sections": [_section(section) for section in printed.sections],
        "back": [pieces(line) for line in printed.back],
        "imprint": [{"label": label, "value": _linked(value)} for label, value in printed.imprint],
        "emblem": _image(printed.look.emblem, printed.publisher or ""),
    }


def _faces(faces: fonts.Faces) -> offered.Faces:
    return {
        "sans": faces.sans,
        "serif": faces.serif,
        "chinese": faces.chinese,
        "chinese_serif": faces.chinese_serif,
    }


def _palette(colours: Colours) -> offered.Palette:
    return {
        "main": colours.main,
        "accent": colours.accent,
        "warm": colours.warm,
        "tint": colours.tint,
        "box": colours.box,
        "ink": colours.ink,
        "soft": colours.soft,
        "link": colours.link,
        "hair": colours.hair,
        "alarm": colours.alarm,
    }


def file_of(image: Image) -> str:
    """What the typesetter knows a picture by: no name from a report reaches it."""
    return f"{hashlib.sha256(image.data).hexdigest()}.{image.kind}"


def _image(image: Image | None, told: str) -> offered.PrintedImage:
    if image is None:
        return {"file": "", "width": 0, "height": 0, "alt": ""}
    return {"file": file_of(image), "width": image.width, "height": image.height, "alt": told or marks.PICTURE}


def _contents(part: ContentsPart) -> offered.ContentsPartData:
    return {
        "label": pieces(part.label),
        "groups": [
            {
                "category": pieces(group.category or "", _RUBRIC),
                "lines": [{"text": pieces(line.headline), "to": line.anchor} for line in group.lines],
            }
            for group in part.groups
        ],
    }


def _section(section: PrintedSection) -> offered.SectionData:
    return {
        "id": section.anchor,
        "brief": section.kind == "brief",
        "numeral": section.numeral,
        "title": pieces(section.title, _COVER),
        "articles": [_article(article) for article in section.articles],
    }


def _article(article: PrintedArticle) -> offered.ArticleData:
    return {
        "id": article.anchor,
        "number": article.number or "",
        "headline": pieces(article.headline, _HEADLINE),
        "lead": pieces(article.lead or ""),
        "remarks": _remarks(article.lead_remarks),
        "blocks": [_block(block, keep=keep) for block, keep in zip(article.blocks, keeping.kept(article), strict=True)],
        "references": [
            {"title": pieces(reference.title or "", title=True), "url": _linked(reference.url)}
            for reference in article.references
        ],
        "source": pieces(article.source or ""),
        "url": _linked(article.source_url),
        "byline": pieces(article.byline or ""),
    }


def _remarks(remarks: Remarks) -> offered.RemarksData:
    return {
        "evidence": [{"quote": pieces(quote, chinese=True), "page": pieces(page)} for quote, page in remarks.evidence],
        "doubts": [pieces(doubt) for doubt in remarks.doubts],
        "offer": pieces(remarks.offer),
    }


def _linked(text: str | None) -> offered.Linked:
    return {"text": pieces(text or ""), "to": web_address(text)}


def _source(text: str | None) -> list[Piece]:
    return pieces(marks.source(printable(text))) if text is not None else []


# ---------------------------------------------------------------------------------------------- blocks


def _block(printed: PrintedBlock, *, keep: bool) -> offered.BlockData:
    block = printed.block
    made: offered.BlockData = {
        "type": block.type,
        "open": printed.open,
        "remarks": _remarks(printed.remarks),
        "keep": keep,
    }
    if isinstance(block, Bullet):
        made["level"] = min(max(block.level, 1), 3)
        made["mark"], made["text"] = marks.bullet(block.level), _text(block.text)
    elif isinstance(block, Annotation):
        made["mark"], made["text"] = printed.stars, _text(block.text)
    elif isinstance(block, Table):
        _add_table(made, block)
    elif isinstance(block, Figure):
        told = marks.caption_of(block)
        made["caption"], made["source"] = pieces(told), _source(block.source)
        made["image"] = _image(printed.image, printed.told)
    elif isinstance(block, Note):
        made["title"], made["items"] = _caption(block.title), [_text(item) for item in block.items]
        made["source"] = _source(block.source)
    else:
        assert isinstance(block, (Heading, Unplaced))
        made["text"] = _text(marks.heading(block.text) if isinstance(block, Heading) else block.text)
    return made


def _text(text: str) -> list[Piece]:
    return pieces(printable(text))


def _caption(text: str | None) -> list[Piece]:
    return pieces(marks.caption(printable(text))) if text is not None else []


def _continued(caption: str | None) -> list[Piece]:
    """What stands above a table where it goes on; the room there takes one line."""
    told = marks.continued(printable(caption)) if caption is not None else ""
    return pieces(told) if width(told) * _CONTINUED <= LINE else []


def _add_table(made: offered.BlockData, table: Table) -> None:
    header = [printable(cell) for cell in table.header]
    rows = [[printable(cell) for cell in row] for row in table.rows]
    plan = layout(header, rows)
    heights = [keeping.lines_of(row, plan) for row in rows]
    made["caption"], made["source"] = _caption(table.caption), _source(table.source)
    made["size"], made["widths"], made["align"], made["inset"] = plan.size, plan.widths, plan.align, plan.inset
    made["header"] = _cells(header, plan.limits) if header else []
    made["rows"] = [
        {"cells": _cells(row, plan.limits), "whole": height <= keeping.WHOLE_ROW, "total": is_sum(row)}
        for row, height in zip(rows, heights, strict=True)
    ]
    made["whole"] = keeping.is_whole(header, rows, plan)
    made["continued"] = [] if made["whole"] else _continued(table.caption)
    made["continued_size"] = _CONTINUED
    closing = heights[-keeping.TOGETHER :]
    made["opening"] = min(keeping.lines_of(header, plan) + keeping.opening(heights), keeping.WHOLE_ROW)
    is_long = len(rows) > 2 * keeping.TOGETHER and sum(closing) <= keeping.WHOLE_ROW
    made["closing"] = keeping.TOGETHER if is_long and not made["whole"] else 0


def _cells(row: Sequence[str], limits: Sequence[float]) -> list[list[offered.CellLine]]:
    """Each cell as its lines, each line as marker ("" for none) and words; short rows are filled up."""
    padded = [*row, *[""] * (len(limits) - len(row))]
    return [
        [(mark, pieces(line, limit - 1 if mark else limit)) for mark, line in marks.cell_lines(cell)]
        for cell, limit in zip(padded, limits, strict=False)
    ]
