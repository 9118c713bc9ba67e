"""The body of the HTML print as trees: the formats that are made of HTML take their parts from it.

So an issue is walked over once, by `publish.html`; EPUB, mail, site and feeds differ in what stands around.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from donghyang.publish.html import parts
from donghyang.publish.view import Print

_DATA = re.compile(r"data:image/(png|jpeg|svg\+xml);base64,([A-Za-z0-9+/=\s]+)")
_SUFFIX = {"png": "png", "jpeg": "jpg", "svg+xml": "svg"}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that stood inside the page."""

    name: str
    """A file name, by its content."""
    media: str
    data: bytes


def body(printed: Print) -> Element:
    """The body of the issue's page; it is the caller's to change."""
    root = Element("body")
    root.extend(parts(printed))
    for part in root[:-1]:
        part.tail = "\n"
    return root


def html(element: Element) -> str:
    """An element as HTML source."""
    return tostring(element, encoding="unicode", method="html")


def xhtml(element: Element) -> str:
    """An element as XML source."""
    return tostring(element, encoding="unicode")


def of_class(root: Element, name: str) -> Iterator[Element]:
    """The elements below and at `root` that bear a class, in order."""
    return (element for element in root.iter() if name in element.get("class", "").split())


def by_id(root: Element, name: str) -> Element | None:
    """The element with an id, None where there is none."""
    return next((element for element in root.iter() if element.get("id") == name), None)


def take_pictures(root: Element, folder: str) -> dict[str, PictureFile]:
    """Take the pictures out of the page, by name: each is then named as a file in `folder`."""
    found: dict[str, PictureFile] = {}
    for image in root.iter("img"):
        if picture := _picture(image.get("src", "")):
            found[picture.name] = picture
            image.set("src", folder + picture.name)
    return found


def _picture(source: str) -> PictureFile | None:
    match = _DATA.fullmatch(source)
    if not match:
        return None
    try:
        data = base64.b64decode(match[2])
    except binascii.Error:
        return None
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.{_SUFFIX[match[1]]}"
    return PictureFile(name, f"image/{match[1]}", data)
