"""How a fetched page is called: readable, the same for all its versions, and never a path of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.visible import name_of
from donghyang.read import WEB_SUFFIXES

if TYPE_CHECKING:
    from donghyang.records import Capture

_WEB = ("text/html", "application/xhtml+xml")


def page_name(url: str) -> str:
    """The name of the page of an address: the address without its scheme."""
    return name_of(url.partition("#")[0].partition("://")[2])


def file_name(capture: Capture) -> str:
    """What a reader is told that the payload of a capture is called: its end says of what kind it is."""
    name = page_name(capture.final_url).partition("?")[0].rpartition("/")[2] or "index"
    return f"{name}.html" if capture.media_type in _WEB and not name.lower().endswith(WEB_SUFFIXES) else name
