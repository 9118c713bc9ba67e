"""Pages without a text layer, read by optical recognition: Chinese by RapidOCR, Korean by Tesseract.

RapidOCR comes with the `ocr` extra and carries its models; Tesseract is a program of its own. Nothing is downloaded.
"""

from __future__ import annotations

import csv
import importlib
import io
import itertools
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from donghyang.read.files import scanned, unnamed
from donghyang.read.limits import scans
from donghyang.read.pdf_lines import TextLine, Word
from donghyang.read.pdf_objects import objects

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument, PdfPage  # type: ignore[import-untyped]

_DOTS = 200
"""Dots per inch that a page is drawn with: letters of nine points are then 25 dots high."""
_MOST = 4000
"""Dots of the longer side of a page; a poster is drawn coarser."""
_PATIENCE = 120
"""Seconds that the recognition of one page may take."""
_BETWEEN_LETTERS = 0.24
"""Width of the gap between two letters of a word at most, in heights of its letters."""
_SURE = 0.6
"""Mean confidence from which on the letters are those of the language that was looked for."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """The lines of a page in one language, and how sure the program is of their letters, 0 to 1."""

    lines: list[TextLine]
    sure: float


def text_lines(pdf: PdfDocument, name: str, *, drawn: bool = False) -> list[list[TextLine]]:
    """The lines of each page, in reading order, at their places on the page.

    Pages without a picture are passed over, but where the letters are `drawn` without saying which they are.

    The language is the one whose letters are surer on the first page that has any. Raises Unreadable, naming what to
    install, when neither program is there or what is there does not know the letters.
    """
    refusal = unnamed if drawn else scanned
    readers = [reader for reader, found in ((_chinese, _rapid()), (_korean, _tesseract())) if found]
    pages: list[list[TextLine]] = []
    if readers:
        scans(len(pdf))
    for number in range(len(pdf)):
        page = pdf[number]
        readings = [(reader, reader(page, number)) for reader in readers] if drawn or _is_pictured(page) else []
        page.close()
        found = [one for one in readings if one[1].lines]
        if found and not any(pages):
            best = max(found, key=lambda one: one[1].sure)
            if best[1].sure < _SURE:
                raise refusal(name)
            readers, found = [best[0]], [best]
        pages.append(found[0][1].lines if found else [])
    if not any(pages):
        raise refusal(name)
    return pages


def _is_pictured(page: PdfPage) -> bool:
    """Whether a page holds a picture at all, as every scan does."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    return any(True for _ in objects(page, pdfium.FPDF_PAGEOBJ_IMAGE, depth=3))


def _drawn(page: PdfPage) -> tuple[PdfBitmap, float]:
    """The page in grey, and how many points a dot measures."""
    scale = min(_DOTS / 72, _MOST / max(*page.get_size(), 1.0))
    return page.render(scale=scale, grayscale=True), 1 / scale


# ---------------------------------------------------------------------------------------------- Chinese


@cache
def _rapid() -> Any:
    """RapidOCR with its models loaded, None where the `ocr` extra is not installed."""
    try:
        return importlib.import_module("rapidocr_onnxruntime").RapidOCR()
    except ImportError:
        return None


def _chinese(page: PdfPage, number: int) -> _Reading:
    bitmap, dot = _drawn(page)
    found, _ = _rapid()(bitmap.to_numpy().squeeze())
    height = page.get_height()
    seen: list[TextLine] = []
    sure = []
    for corners, text, confidence in found or []:
        left, right = min(x for x, _ in corners) * dot, max(x for x, _ in corners) * dot
        top, bottom = min(y for _, y in corners) * dot, max(y for _, y in corners) * dot
        words = tuple(_spread(text.split(), left, right, height - bottom, bottom - top))
        if words:
            seen.append(TextLine(words, number))
            sure.append((float(confidence), len(text)))
    return _Reading(_in_order(seen), _mean(sure))


def _spread(texts: list[str], left: float, right: float, bottom: float, tall: float) -> Iterable[Word]:
    """The words of a line whose box alone is known: each as wide as its letters are."""
    weights = [sum(0.5 if sign.isascii() else 1.0 for sign in text) + 0.5 for text in texts]
    step = (right - left) / max(sum(weights), 1.0)
    ends = itertools.accumulate(weights)
    size = 0.8 * tall
    for text, weight, end in zip(texts, weights, ends, strict=True):
        yield Word(text, left + (end - weight) * step, left + end * step, bottom + 0.2 * size, size, False)


def _in_order(found: list[TextLine]) -> list[TextLine]:
    """Lines from top to bottom, those at one height from left to right."""
    rows: list[list[TextLine]] = []
    for line in sorted(found, key=lambda line: -line.baseline):
        if rows and abs(rows[-1][0].baseline - line.baseline) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]


# ---------------------------------------------------------------------------------------------- Korean


@cache
def _tesseract() -> str | None:
    """The program, None where it or its Korean data is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if "kor" in told.stdout.decode("utf-8", "replace").split() else None


def _korean(page: PdfPage, number: int) -> _Reading:
    bitmap, dot = _drawn(page)
    order = [_tesseract() or "tesseract", "stdin", "stdout", "-l", "kor", "--psm", "3", "tsv"]
    try:
        told = subprocess.run(order, input=_grey_map(bitmap), capture_output=True, timeout=_PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return _Reading([], 0.0)
    rows = csv.DictReader(io.StringIO(told.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == "5" and (row["text"] or "").strip()]
    height = page.get_height()
    seen = []
    for _, line in itertools.groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        seen.append(TextLine(_placed(list(line), dot, height), number))
    return _Reading(seen, _mean((float(row["conf"]) / 100, len(row["text"])) for row in words))


def _placed(rows: list[dict[str, str]], dot: float, height: float) -> tuple[Word, ...]:
    """The words of one line on the page, at one height and of one size.

    Tesseract parts most Korean letters as words of their own: those with no more between them than letters have are
    put together again.
    """
    foot = height - sorted(int(row["top"]) + int(row["height"]) for row in rows)[len(rows) // 2] * dot
    size = max(sorted(int(row["height"]) for row in rows)[len(rows) // 2] * dot, 1.0)
    found: list[Word] = []
    for row in rows:
        text, left = row["text"].strip(), int(row["left"]) * dot
        right = left + int(row["width"]) * dot
        if found and left - found[-1].right < _BETWEEN_LETTERS * size:
            text, left = found[-1].text + text, found.pop().left
        found.append(Word(text, left, max(left, right), foot, size, False))
    return tuple(found)


def _grey_map(bitmap: PdfBitmap) -> bytes:
    """The picture as a PGM file."""
    rows = bytes(bitmap.buffer)
    lines = (rows[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height))
    return b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + b"".join(lines)


def _mean(found: Iterable[tuple[float, int]]) -> float:
    """The mean of values that count as often as they have letters; 0 where there are none."""
    pairs = list(found)
    letters = sum(count for _, count in pairs)
    return sum(value * count for value, count in pairs) / letters if letters else 0.0
