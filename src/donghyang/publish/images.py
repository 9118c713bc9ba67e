"""The picture files of an issue's figures: found beside the report, looked at, and made to fit the page."""

from __future__ import annotations

import os
import stat
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import Literal

from donghyang.publish.marks import CHART
from donghyang.records import CannotProceed, Figure, Issue, Message

WIDEST, HIGHEST = 400.0, 300.0
"""What a picture may take of the page, in points."""
_MOST_BYTES = 50 * 1024 * 1024
"""Of a picture file; a report that is sent by mail has none of a tenth of it."""
_MOST_PIXELS = 64_000_000
"""Of a picture: A4 at 600 dots to the inch has 35 million. A file of a few hundred bytes may claim four milliards, and
what draws it believes that."""
_INKS = 4
"""Colours of a JPEG that is made for a press (CMYK), which PDF/A (ISO 19005-2, 6.2.4.3) takes with a profile alone."""
_POINTS = 0.75
"""Of a pixel, as browsers and word processors count (96 to the inch)."""
_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments that tell the size of a JPEG (ITU-T T.81, table B.1)."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file as it is printed."""

    name: str
    """As the report names it."""
    data: bytes
    kind: Literal["png", "jpeg", "svg"]
    width: float
    """On the page, in points; likewise the height."""
    height: float
    told: str = ""
    """What it shows, where its caption does not say it."""


NO_IMAGES: Mapping[str, Image] = MappingProxyType({})


def find_images(issue: Issue, folder: Path) -> dict[str, Image]:
    """The pictures that the figures of an issue name, by their names in the report; empty where none names one.

    Raises CannotProceed, naming the file, for one that is missing, is no PNG or JPEG, or lies outside `folder`.
    """
    return {name: picture(name, folder) for name in image_names(issue)}


def picture(name: str, folder: Path) -> Image:
    """One picture file of a folder. Raises CannotProceed as `find_images` does."""
    return opened(name, _bytes(name, folder))


def image_names(issue: Issue) -> tuple[str, ...]:
    """The picture files that the figures of an issue name, each once."""
    names = {
        block.image: None
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
        if isinstance(block, Figure) and block.image not in (None, CHART)
    }
    return tuple(name for name in names if name is not None)


def image_of(figure: Figure, given: Mapping[str, Image]) -> Image | None:
    """The picture of a figure, None where it has none. Raises CannotProceed where it has one that was not given."""
    if figure.image is None:
        return None
    if figure.image not in given:
        raise _missing(figure.image)
    return given[figure.image]


def fitting(wide: float, high: float, share: float = 1.0) -> tuple[float, float]:
    """The size on the page of what is so wide and high, drawn in where it is larger than a picture may be."""
    share = min(share, WIDEST / wide, HIGHEST / high)
    return round(wide * share, 2), round(high * share, 2)


def opened(name: str, data: bytes) -> Image:
    """A picture from the bytes of its file.

    Raises CannotProceed for what is no whole PNG or JPEG, has too many pixels, or colours that no PDF/A takes.
    """
    try:
        kind, (wide, high, colours) = _looked_at(data)
    except (ValueError, IndexError, struct.error):
        kind, wide, high, colours = "png", 0, 0, 0
    if not wide or not high:
        raise unreadable(name)
    if wide * high > _MOST_PIXELS:
        raise _too_large(name, wide, high)
    if colours == _INKS:
        raise _for_a_press(name)
    return Image(name, data, kind, *fitting(wide, high, _POINTS))


def unreadable(name: str) -> CannotProceed:
    """The error for a picture that is no whole PNG or JPEG."""
    return CannotProceed(
        Message(
            f"그림 {name}: 읽을 수 없습니다. 온전한 PNG나 JPEG 파일이어야 합니다.",
            f"picture {name} cannot be read. It must be a whole PNG or JPEG file.",
        )
    )


def _too_large(name: str, wide: int, high: int) -> CannotProceed:
    return CannotProceed(
        Message(
            f"그림 {name}: 화소가 너무 많습니다({wide:,}×{high:,}, 모두 {_MOST_PIXELS:,}까지). 줄여서 저장하십시오.",
            f"picture {name} has too many pixels ({wide:,} by {high:,}, up to {_MOST_PIXELS:,}). Save it smaller.",
        )
    )


def _for_a_press(name: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"그림 {name}: 인쇄용 색(CMYK)이라 PDF에 넣을 수 없습니다. RGB로 저장하십시오.",
            f"picture {name} is in the colours of a press (CMYK), which no PDF/A takes. Save it as RGB.",
        )
    )


def _bytes(name: str, folder: Path) -> bytes:
    try:
        path = _place(name, folder)
        if path is None:
            raise CannotProceed(
                Message(
                    f"그림 {name}: 보고서 폴더 밖에 있습니다. 보고서 곁으로 옮기십시오.",
                    f"picture {name} lies outside the report's folder. Move it beside the report.",
                )
            )
        told = path.stat()
        if not stat.S_ISREG(told.st_mode) or told.st_size > _MOST_BYTES:
            raise unreadable(name)
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        raise _missing(name) from problem


def _place(name: str, folder: Path) -> Path | None:
    """Where a picture is; None outside of the folder.

    A place on another machine (\\\\host\\share) is not even looked up: Windows would tell that machine who asks.
    """
    if PureWindowsPath(name).anchor:
        return None
    path = Path(os.path.realpath(folder / name))  # which a link that leads round does not stop
    return path if path.is_relative_to(folder.resolve()) else None


def _missing(name: str) -> CannotProceed:
    return CannotProceed(
        Message(
            f"그림 {name}: 파일이 없거나 열 수 없습니다. 보고서 곁에 두거나 그 줄을 지우십시오.",
            f"picture {name} is missing or cannot be opened. Put it beside the report, or take its line out.",
        )
    )


def _looked_at(data: bytes) -> tuple[Literal["png", "jpeg"], tuple[int, int, int]]:
    """Kind, size in pixels, and how many colours a JPEG mixes (0 for a PNG, which has none of a press).

    Raises ValueError, IndexError or struct.error for what is neither kind, or cut.
    """
    return ("png", (*_png(data), 0)) if data.startswith(_PNG) else ("jpeg", _jpeg(data))


def _png(data: bytes) -> tuple[int, int]:
    """The size of a PNG whose every chunk is whole (W3C PNG, 5.3)."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 8 + length
        if struct.unpack_from(">I", data, end)[0] != zlib.crc32(data[at + 4 : end]):
            raise ValueError(kind)
        at = end + 4
    wide, high = struct.unpack_from(">II", data, len(_PNG) + 8)
    return wide, high


def _jpeg(data: bytes) -> tuple[int, int, int]:
    """The size of a JPEG and the number of its colours, from its first frame (ITU-T T.81, B.2.2)."""
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("no JPEG")
    at = 2
    while data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if marker in _SIZES_JPEG and data.rfind(b"\xff\xd9") > at:
            high, wide = struct.unpack_from(">HH", data, at + 5)
            return wide, high, data[at + 9]
        at += 2 + length
    raise ValueError("no frame")
