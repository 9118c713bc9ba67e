"""PDF by typst: PDF/A-2b, tagged, with bookmarks. The issue goes in as data; no text of it is ever read as markup."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path

from donghyang.publish import fonts, glyphs, marks
from donghyang.publish.columns import layout
from donghyang.publish.images import Image, unreadable
from donghyang.publish.output import Output
from donghyang.publish.pieces import pieces
from donghyang.publish.text import printable, web_address, width
from donghyang.publish.view import ContentsPart, Print, PrintedArticle, PrintedBlock, PrintedSection, Remarks
from donghyang.records import (
    Annotation,
    Block,
    Bullet,
    CannotProceed,
    Figure,
    Heading,
    Message,
    Note,
    Table,
    Unplaced,
)

Json = Mapping[str, object]

_HEADLINE = 18.0
"""What fits on a line of a headline, in em of its letters; likewise below."""
_COVER = 12.0
_WHOLE_ROW = 20
"""Rows of up to so many lines are not broken over pages."""
_WHOLE_TABLE = 9
"""Nor are tables of so many lines."""


class PdfOutput(Output):
    """The issue on A4 paper."""

    name = "pdf"
    template_name = "report.typ"

    def prepare(self, printed: Print) -> Mapping[str, str]:
        """`issue`: everything that is printed, as JSON; characters without a glyph stand as their code point."""
        faces = fonts.faces(fonts.installed().families())
        data = _issue(printed, faces)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        missing = glyphs.missing(text, (*faces.sans, *faces.serif))
        return {"issue": text.translate({ord(char): f"〔U+{ord(char):04X}〕" for char in missing})}

    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The PDF, dated as the issue is."""
        images = [
            block.image for part in printed.sections for one in part.articles for block in one.blocks if block.image
        ]
        moment = dt.datetime.combine(printed.date, dt.time(), dt.UTC) if printed.date else None
        with tempfile.TemporaryDirectory() as folder:
            for image in images:
                Path(folder, _file(image)).write_bytes(image.data)
            return _typeset(template, names, moment or dt.datetime.fromtimestamp(0, dt.UTC), images, folder)


def _typeset(
    template: str, names: Mapping[str, str], moment: dt.datetime, images: Sequence[Image], folder: str
) -> bytes:
    """The template with its names as PDF; the typesetter may read what lies in `folder` alone."""
    import typst

    compiler = typst.Compiler(
        template.encode("utf-8"), root=folder, font_paths=fonts.installed(), sys_inputs=dict(names)
    )
    try:
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["a-2b"], timestamp=moment)
    except typst.TypstError as error:
        if "image" in error.message and images:
            raise unreadable(", ".join(dict.fromkeys(image.name for image in images))) from error
        raise _failed(error.message) from error
    if warnings:
        raise _failed("; ".join(dict.fromkeys(warning.message for warning in warnings)))
    if not isinstance(made, bytes):
        raise _failed("no bytes")
    return made


def _failed(what: str) -> CannotProceed:
    if "font" in what:
        return fonts.no_fonts(Message(f"글꼴 문제 ({what})", f"trouble with typefaces ({what})"))
    return CannotProceed(
        Message(
            f"PDF를 만들 수 없습니다 (typst: {what}). 이 보고서 파일과 함께 알려 주십시오",
            f"cannot make the PDF (typst: {what}). Please report it together with the report file",
        )
    )


# ---------------------------------------------------------------------------------------------- the issue as data


def _issue(printed: Print, faces: fonts.Faces) -> Json:
    return {
        "fonts": asdict(faces),
        "marks": {
            "lead": marks.LEAD,
            "item": marks.NOTE_ITEM,
            "reference": marks.REFERENCE,
            "summary": marks.SUMMARY_ITEM,
            "line": marks.CONTENTS_LINE,
        },
        "words": {"contents": marks.CONTENTS, "summary": marks.SUMMARY, "references": marks.REFERENCES},
        "title": printed.title or "",
        "author": printed.publisher or "",
        "date": [printed.date.year, printed.date.month, printed.date.day] if printed.date else None,
        "head": " · ".join(filter(None, (printed.title, printed.date_text))),
        "draft": printed.draft,
        "cover": {
            "title": pieces(printed.title or "", _COVER),
            "date": printed.date_text or "",
            "publisher": pieces(printed.publisher or ""),
            "front": [pieces(line) for line in printed.front],
        },
        "contents": [_contents(part) for part in printed.contents],
        "summary": [pieces(line) for line in printed.summary],
        "sections": [_section(section) for section in printed.sections],
        "back": [pieces(line) for line in printed.back],
        "imprint": [(label, _linked(value)) for label, value in printed.imprint],
    }


def _contents(part: ContentsPart) -> Json:
    return {
        "label": pieces(part.label),
        "groups": [
            {
                "category": pieces(group.category or "", 8),
                "lines": [{"text": pieces(line.headline), "to": line.anchor} for line in group.lines],
            }
            for group in part.groups
        ],
    }


def _section(section: PrintedSection) -> Json:
    return {
        "id": section.anchor,
        "brief": section.kind == "brief",
        "numeral": section.numeral,
        "title": pieces(section.title, _COVER),
        "articles": [_article(article) for article in section.articles],
    }


def _article(article: PrintedArticle) -> Json:
    return {
        "id": article.anchor,
        "number": article.number or "",
        "headline": pieces(article.headline, _HEADLINE),
        "lead": pieces(article.lead or ""),
        "remarks": _remarks(article.lead_remarks),
        "blocks": [
            {**_block(block), "keep": _keep(after, article)}
            for block, after in zip_longest(article.blocks, article.blocks[1:])
        ],
        "references": [
            {"title": pieces(reference.title or "", title=True), "url": _linked(reference.url)}
            for reference in article.references
        ],
        "source": pieces(article.source or ""),
        "url": _linked(article.source_url),
        "byline": pieces(article.byline or ""),
    }


def _remarks(remarks: Remarks) -> Json:
    return {
        "evidence": [{"quote": pieces(quote, chinese=True), "page": pieces(page)} for quote, page in remarks.evidence],
        "doubts": [pieces(doubt) for doubt in remarks.doubts],
    }


def _linked(text: str | None) -> Json:
    """Words that may lead somewhere; `to` is None for what is no web address."""
    return {"text": pieces(text or ""), "to": web_address(text)}


def _source(text: str | None) -> list[object]:
    return [*pieces(marks.source(printable(text)))] if text is not None else []


def _keep(after: PrintedBlock | None, article: PrintedArticle) -> bool:
    """Whether a block may not be parted from what follows: its remark, or the sources of the article it ends."""
    return isinstance(after.block, Annotation) if after else article.source is not None or bool(article.references)


def _block(printed: PrintedBlock) -> Json:
    block = printed.block
    content = _figure(block, printed.image) if isinstance(block, Figure) else _content(block, printed.stars)
    return {**content, "type": block.type, "open": printed.open, "remarks": _remarks(printed.remarks)}


def _figure(figure: Figure, image: Image | None) -> Json:
    """A figure; without a picture its file is ""."""
    told = marks.caption_of(figure)
    return {
        "caption": [*pieces(told)],
        "source": _source(figure.source),
        "file": _file(image) if image else "",
        "width": image.width if image else 0,
        "alt": told,
    }


def _file(image: Image) -> str:
    """What the typesetter knows a picture by: no name from a report reaches it."""
    return f"{hashlib.sha256(image.data).hexdigest()}.{image.kind}"


def _content(block: Block, stars: str) -> Json:
    if isinstance(block, Bullet):
        return {"level": min(max(block.level, 1), 3), "mark": marks.bullet(block.level), "text": _text(block.text)}
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Note):
        return {
            "title": _caption(block.title),
            "items": [_text(item) for item in block.items],
            "source": _source(block.source),
        }
    if isinstance(block, Annotation):
        return {"mark": stars, "text": _text(block.text)}
    assert isinstance(block, (Heading, Unplaced))
    return {"text": _text(marks.heading(block.text) if isinstance(block, Heading) else block.text)}


def _text(text: str) -> list[object]:
    return [*pieces(printable(text))]


def _caption(text: str | None) -> list[object]:
    return [*pieces(marks.caption(printable(text)))] if text is not None else []


def _table(table: Table) -> Json:
    header = [printable(cell) for cell in table.header]
    rows = [[printable(cell) for cell in row] for row in table.rows]
    plan = layout(header, rows)
    heights = [_height(row, plan.limits) for row in rows]
    return {
        "caption": _caption(table.caption),
        "source": _source(table.source),
        "size": plan.size,
        "widths": plan.widths,
        "align": plan.align,
        "header": _cells(header, plan.limits) if header else [],
        "rows": [
            {"cells": _cells(row, plan.limits), "whole": height <= _WHOLE_ROW}
            for row, height in zip(rows, heights, strict=True)
        ],
        "whole": sum(heights) <= _WHOLE_TABLE,
        "opening": min(_height(header, plan.limits) + sum(heights[:2]), _WHOLE_ROW),
    }


def _height(row: Sequence[str], limits: Sequence[float]) -> int:
    """Lines of a row, roughly."""
    lines = (
        sum(math.ceil(width(line) / limit + 0.1) for line in cell.split("\n"))
        for cell, limit in zip(row, limits, strict=False)
    )
    return max(lines, default=1)


def _cells(row: Sequence[str], limits: Sequence[float]) -> list[list[tuple[str, list[object]]]]:
    """Each cell as its lines, each line as marker ("" for none) and words; short rows are filled up."""
    padded = [*row, *[""] * (len(limits) - len(row))]
    return [
        [(mark, [*pieces(line, limit - 1 if mark else limit)]) for mark, line in marks.cell_lines(cell)]
        for cell, limit in zip(padded, limits, strict=False)
    ]
