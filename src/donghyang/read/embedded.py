"""The article of a page that its script would have drawn: it stands in a string of the script."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRING = re.compile(
    r"""["']?\b\w{1,40}["']?\s*[:=]\s*(?:"((?:[^"\\]|\\.){80,})"|'((?:[^'\\]|\\.){80,})'|`((?:[^`\\]|\\.){80,})`)""",
    re.DOTALL,
)
_SENTENCE = re.compile(r"[。！？；，]")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_LEAST = 60
"""Chinese characters that an article has at least; names and labels of a page's settings have fewer."""
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": ""}


def markup(scripts: Iterable[str]) -> str | None:
    """The string with the most Chinese characters, as HTML; None where no script holds a text."""
    found = [
        _plain(next(part for part in match.groups() if part is not None))
        for text in map(_decoded, scripts)
        for match in _STRING.finditer(text)
    ]
    best = max(found, key=_length, default="")
    if _length(best) < _LEAST or not _SENTENCE.search(best):
        return None
    return best if "<" in best else "".join(f"<p>{html.escape(line)}</p>" for line in best.splitlines())


def _decoded(script: str) -> str:
    """A script's text; one that is written as an address is (%7B%22) with its signs."""
    if not script.lstrip().startswith(("%7B", "%5B", "%22")):
        return script
    return _ENCODED.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), script)


def _length(text: str) -> int:
    return len(_HANZI.findall(text))


def _plain(literal: str) -> str:
    """A string literal without its escapes, HTML entities undone where they hide markup."""
    try:
        text = str(json.loads(f'"{literal}"', strict=False))
    except ValueError:
        text = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _SIGNS.get(m[3], m[3]), literal)
    text = text.encode("utf-8", "replace").decode()
    return html.unescape(text) if "&lt;" in text or "<" not in text else text
