"""Lines that are still to be written, and what they lack."""

from __future__ import annotations

from donghyang.language.patterns import lazily
from donghyang.records import Open, Span, Unplaced
from donghyang.report.grammar import is_open, open_of, remark_of, split_marker

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ORIGINAL = lazily(r"(?<=[가-힣A-Za-z0-9」』’”])[(（][^()（）]*[)）]")
"""A bracket right behind a Korean name holds its original: 저장성(浙江省)."""
_WORDS = lazily(rf"[{_HAN}]+")
_STILL = lazily(r"//(?<!\S//)(?=\s|[가-힣])|\?\?")
"""What stands in a text that may have remarks or open lines; the slashes of an address stand behind its colon."""


def missing(text: str) -> tuple[str, ...]:
    """The words of an open line that are still Chinese, in order, each once; () where nothing is."""
    return tuple(dict.fromkeys(_WORDS.findall(_ORIGINAL.sub(" ", text))))


def blanked(text: str) -> str:
    """A report's text with blanks for its remarks and for what is still to be written; every place stays."""
    return "".join(map(_blanked, text.splitlines(keepends=True))) if _STILL.search(text) else text


def _blanked(line: str) -> str:
    if remark_of(line) is not None:
        return _blank(line)
    return "\t".join(_blank(part) if is_open(split_marker(part)[1]) else _listed(part) for part in line.split("\t"))


def _listed(cell: str) -> str:
    """A cell with blanks for those of its items (• 하나 • ?? 둘) that are open."""
    if "•" not in cell or "??" not in cell:
        return cell
    return "•".join(_blank(item) if is_open(item.strip()) else item for item in cell.split("•"))


def _blank(text: str) -> str:
    return "".join(char if char in "\r\n" else " " for char in text)


def loose_block(text: str, span: Span) -> Unplaced | Open:
    """A line without a place in its article as a block."""
    still = open_of(text)
    return Unplaced(text, span=span) if still is None else Open(0, still, missing(still), span=span)
