"""Make docs/sample.png, the picture of the README: pages of the sample's worksheet, and below them of its issue.

After `make weekly`: .venv/bin/python -m tools.picture build/sample/issues/2023-04-21
"""

from __future__ import annotations

import argparse
import struct
import zlib
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[1]
ROWS = {"draft.pdf": (0, 1, 2, 4), "report.pdf": (0, 1, 2, 3)}
"""The pages shown of each print."""
_SCALE = 0.8
"""Pixels of a point."""
_COARSE = bytes(min(255, (level + 8) // 16 * 17) for level in range(256))
"""Sixteen levels of a colour: nobody sees the difference, and the file is a third as large."""
_GAP = 14
_GROUND = bytes((221, 221, 238))

Picture = tuple[int, int, list[bytes]]
"""Width, height, and its lines of pixels, three bytes each."""


def main() -> None:
    """Write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the sample's issue, printed")
    folder = parser.parse_args().folder
    rows = [_beside([_page(folder / name, at) for at in pages]) for name, pages in ROWS.items()]
    (ROOT / "docs" / "sample.png").write_bytes(_png(_below(rows)))


def _page(file: Path, at: int) -> Picture:
    bitmap = pypdfium2.PdfDocument(file)[at].render(scale=_SCALE, rev_byteorder=True, prefer_bgrx=False)
    data, stride, wide = bytes(bitmap.buffer).translate(_COARSE), bitmap.stride, 3 * bitmap.width
    return bitmap.width, bitmap.height, [data[line * stride :][:wide] for line in range(bitmap.height)]


def _beside(pages: list[Picture]) -> Picture:
    gap = _GROUND * _GAP
    lines = [gap + gap.join(parts) + gap for parts in zip(*(page[2] for page in pages), strict=True)]
    return len(lines[0]) // 3, len(lines), lines


def _below(rows: list[Picture]) -> Picture:
    gap = [_GROUND * rows[0][0]] * _GAP
    lines = [line for row in rows for line in (*gap, *row[2])] + gap
    return rows[0][0], len(lines), lines


def _png(picture: Picture) -> bytes:
    """The picture as PNG (ISO/IEC 15948), eight bits a colour."""
    width, height, lines = picture
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    main()
