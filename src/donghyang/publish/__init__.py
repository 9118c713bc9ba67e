"""Issue -> files: one module a format, templates beside them. Pure, but for the machine's typefaces."""

from __future__ import annotations

from collections.abc import Mapping

from donghyang.publish.edition import numbered
from donghyang.publish.images import NO_IMAGES, Image, find_images, image_names
from donghyang.publish.marks import NO_PICTURE
from donghyang.publish.theme import HOUSE, Look
from donghyang.publish.view import DraftView, view
from donghyang.records import CannotProceed, Edition, Issue, Message

FORMATS = ("pdf", "html", "docx", "hwpx", "epub", "md", "json", "eml")
"""What `render` makes; the house format's own text is `report.write`'s."""

__all__ = [
    "FORMATS",
    "HOUSE",
    "NO_PICTURE",
    "DraftView",
    "Image",
    "Look",
    "find_images",
    "image_names",
    "render",
    "render_sending",
]


def render_sending(
    issue: Issue, to: str, edition: Edition, images: Mapping[str, Image] = NO_IMAGES, look: Look = HOUSE
) -> bytes:
    """A finished print that says which sending of the issue it is, and what it puts right. Raises as `render` does."""
    if to == "json":
        from donghyang.publish import contract

        return contract.render(issue, draft=False, edition=edition)
    told = numbered(issue, edition)
    if to == "eml":
        from donghyang.publish import mail

        return mail.render(view(told, None, images, look), edition)
    return render(told, to, images=images, look=look)


def render(
    issue: Issue,
    to: str,
    *,
    draft: DraftView | None = None,
    images: Mapping[str, Image] = NO_IMAGES,
    look: Look = HOUSE,
) -> bytes:
    """`issue` as a file of the format `to`; the same issue gives the same bytes.

    With `draft` the print is marked as a draft on every page, and shows what is still to be written; PDF and HTML show
    evidence and doubts, too. Without it nothing of the kind appears.
    `images` are the pictures that its figures name, as `find_images` finds them beside the report; `look` is the
    newsroom's theme.
    Raises CannotProceed for an unknown format, when this machine lacks what the format
    needs (typefaces, typst), and for a picture that is not among `images`.
    """
    if to == "json":
        from donghyang.publish import contract

        return contract.render(issue, draft=draft is not None, edition=None)
    if to == "pdf":
        from donghyang.publish.pdf import PdfOutput

        return PdfOutput().render(issue, draft, images, look)
    if to == "html":
        from donghyang.publish.html import HtmlOutput

        return HtmlOutput().render(issue, draft, images, look)
    if to == "docx":
        from donghyang.publish.docx import DocxOutput

        return DocxOutput().render(issue, draft, images, look)
    if to == "hwpx":
        from donghyang.publish.hwpx import HwpxOutput

        return HwpxOutput().render(issue, draft, images, look)
    if to == "epub":
        from donghyang.publish import epub

        return epub.render(issue, draft, images, look)
    if to == "md":
        from donghyang.publish import markdown

        return markdown.render(issue, draft, images, look)
    if to == "eml":
        from donghyang.publish import mail

        return mail.render(view(issue, draft, images, look), None)
    raise CannotProceed(
        Message(
            f"'{to}' 형식은 만들 수 없습니다. 가능한 형식: {', '.join(FORMATS)}",
            f"there is no format '{to}'; choose from {', '.join(FORMATS)}",
        )
    )
