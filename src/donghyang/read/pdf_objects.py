"""What a page of a PDF draws: letters, pictures, lines and areas."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfObject, PdfPage  # type: ignore[import-untyped]

_MAX_OBJECTS = 30_000
"""Things on a page that are looked at; what has more is a map or a drawing."""
DEPTH = 8
"""Layers of forms within forms in which letters are looked for."""


def objects(page: PdfPage, kind: int, depth: int) -> Iterator[PdfObject]:
    """What is drawn on a page and is of that kind, forms followed `depth` layers down, up to a number of things.

    A form may draw another one a thousand times, which draws a third one a thousand times.
    """
    for thing in itertools.islice(page.get_objects(max_depth=depth), _MAX_OBJECTS):
        if thing.type == kind:
            yield thing
