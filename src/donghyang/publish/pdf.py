"""PDF by typst: PDF/A-2a and PDF/UA-1 together. The issue goes in as data; no text of it is ever read as markup."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang.publish import bounds, fonts, glyphs
from donghyang.publish.apart import EndlessError, apart
from donghyang.publish.images import Image, unreadable
from donghyang.publish.output import Output
from donghyang.publish.pdf_data import file_of, issue_data
from donghyang.publish.templating import TYPESETTING, broken, refused
from donghyang.publish.view import Print
from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    import typst

    from donghyang.publish.theme import Look

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""An archive's form with the whole structure (ISO 19005-2, level A), and the accessible one (ISO 14289-1)."""


class PdfOutput(Output):
    """The issue on A4 paper."""

    name = "pdf"
    template_name = TYPESETTING

    def prepare(self, printed: Print) -> Mapping[str, str]:
        """`issue`: everything that is printed, as JSON; characters without a glyph stand as their code point."""
        bounds.fits_columns(printed)
        bounds.fits_pages(printed, "PDF")
        bounds.fits_bookmarks(printed)
        among = fonts.chosen(printed.look)
        faces = fonts.faces(among.families(), printed.look.theme.typefaces)
        text = json.dumps(issue_data(printed, faces), ensure_ascii=False, separators=(",", ":"))
        missing = glyphs.missing(text, (*faces.sans, *faces.serif), among)
        return {"issue": text.translate({ord(char): f"〔U+{ord(char):04X}〕" for char in missing})}

    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The PDF, dated as the issue is."""
        images = list(_images(printed))
        moment = dt.datetime.combine(printed.date, dt.time(), dt.UTC) if printed.date else None
        own = TYPESETTING in printed.look.templates
        if own and _PACKAGE.search(template):
            raise refused(TYPESETTING, "", _NO_PACKAGE)
        with tempfile.TemporaryDirectory() as folder:
            for image in images:
                Path(folder, file_of(image)).write_bytes(image.data)
            job = _Job(printed.look, folder, images, template, names, moment or dt.datetime.fromtimestamp(0, dt.UTC))
            try:
                return apart(_typeset, job) if own else _typeset(job)
            except _TypesetError as problem:
                raise broken(TYPESETTING, str(problem)) if own else _failed(str(problem)) from problem
            except EndlessError:
                raise broken(TYPESETTING, _ENDLESS) from None


_PACKAGE = re.compile(r"""["']@[\w-]+/""")
_NO_PACKAGE = Message("꾸러미(@preview/…) 없이 쓴 서식", "a template without packages (@preview/…)")
_ENDLESS = "typst: no end, or no memory"


@dataclass(frozen=True, slots=True)
class _Job:
    """A template with what it is filled with; its pictures lie in `folder`."""

    look: Look
    folder: str
    images: Sequence[Image]
    template: str
    names: Mapping[str, str]
    moment: dt.datetime


def _typeset(job: _Job) -> bytes:
    """The PDF. Raises _TypesetError."""
    setter = _Typesetter(fonts.chosen(job.look), job.folder, job.images)
    return setter.typeset(job.template, job.names, job.moment)


def _images(printed: Print) -> Iterator[Image]:
    yield from filter(None, (printed.look.logo, printed.look.emblem))
    for section in printed.sections:
        for article in section.articles:
            yield from (block.image for block in article.blocks if block.image)


class _TypesetError(Exception):
    """What typst says."""


class _Typesetter:
    """typst with its typefaces; it may read what lies in `folder` alone."""

    def __init__(self, typefaces: typst.Fonts, folder: str, images: Sequence[Image]) -> None:
        self._typefaces = typefaces
        self._folder = folder
        self._images = images

    def typeset(self, template: str, names: Mapping[str, str], moment: dt.datetime) -> bytes:
        """The template with its names as PDF. Raises _TypesetError for what typst refuses or warns of."""
        import typst

        compiler = typst.Compiler(
            template.encode("utf-8"), root=self._folder, font_paths=self._typefaces, sys_inputs=dict(names)
        )
        try:
            made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=moment)
        except typst.TypstError as error:
            if "image" in error.message and self._images:
                raise unreadable(", ".join(dict.fromkeys(image.name for image in self._images))) from error
            raise _TypesetError(error.message) from error
        if warnings:
            raise _TypesetError("; ".join(dict.fromkeys(warning.message for warning in warnings)))
        if not isinstance(made, bytes):
            raise _TypesetError("no bytes")
        return made


def _failed(what: str) -> CannotProceed:
    if "font" in what:
        return fonts.no_fonts(Message(f"글꼴 문제 ({what})", f"trouble with typefaces ({what})"))
    if "string is longer" in what:
        return bounds.string_too_long()
    return CannotProceed(
        Message(
            f"PDF를 만들 수 없습니다 (typst: {what}). 이 보고서 파일과 함께 알려 주십시오",
            f"cannot make the PDF (typst: {what}). Please report it together with the report file",
        )
    )
