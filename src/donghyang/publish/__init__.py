"""Issue -> files: one module a format, templates beside them. Pure, but for the machine's typefaces."""

from __future__ import annotations

from collections.abc import Mapping

from donghyang.publish.edition import numbered
from donghyang.publish.images import NO_IMAGES, Image, find_images, image_names
from donghyang.publish.view import DraftView
from donghyang.records import CannotProceed, Edition, Issue, Message

FORMATS = ("pdf", "html", "docx", "hwpx", "epub", "md", "json", "eml")
"""What `render` makes; the house format's own text is `report.write`'s."""

__all__ = ["FORMATS", "DraftView", "Image", "find_images", "image_names", "render"]


def render(
    issue: Issue,
    to: str,
    *,
    draft: DraftView | None = None,
    images: Mapping[str, Image] = NO_IMAGES,
    edition: Edition | None = None,
) -> bytes:
    """`issue` as a file of the format `to`; the same issue gives the same bytes.

    With `draft` the print is marked as a draft on every page, and shows what is still to be written; PDF and HTML show
    evidence and doubts, too. Without it nothing of the kind appears.
    `edition` says which sending of the issue this is, and what it puts right: the cover tells it.
    `images` are the pictures that its figures name, as `find_images` finds them beside the report.
    Raises CannotProceed for an unknown format, when this machine lacks what the format
    needs (typefaces, typst), and for a picture that is not among `images`.
    """
    if to == "json":
        from donghyang.publish import contract

        return contract.render(issue, draft=draft is not None, edition=edition)
    issue = numbered(issue, edition)
    if to == "pdf":
        from donghyang.publish.pdf import PdfOutput

        return PdfOutput().render(issue, draft, images)
    if to == "html":
        from donghyang.publish.html import HtmlOutput

        return HtmlOutput().render(issue, draft, images)
    if to == "docx":
        from donghyang.publish.docx import DocxOutput

        return DocxOutput().render(issue, draft, images)
    if to == "hwpx":
        from donghyang.publish.hwpx import HwpxOutput

        return HwpxOutput().render(issue, draft, images)
    if to == "epub":
        from donghyang.publish import epub

        return epub.render(issue, draft, images)
    if to == "md":
        from donghyang.publish import markdown

        return markdown.render(issue, draft, images)
    if to == "eml":
        from donghyang.publish import mail

        return mail.render(issue, draft, images, edition)
    raise CannotProceed(
        Message(
            f"'{to}' 형식은 만들 수 없습니다. 가능한 형식: {', '.join(FORMATS)}",
            f"there is no format '{to}'; choose from {', '.join(FORMATS)}",
        )
    )
