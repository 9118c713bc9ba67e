"""The article of a page that its script would have drawn: it stands in strings of the script, or in a box that no
reader sees."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STRING = re.compile(
    r"""[:=(,\[]\s*(?:"((?:[^"\\]|\\.){80,})"|'((?:[^'\\]|\\.){80,})'|`((?:[^`\\]|\\.){80,})`)""", re.DOTALL
)
_BLOCK = re.compile(r""""(\w{1,40})"\s*:\s*"((?:[^"\\]|\\.){8,})\"""", re.DOTALL)
"""One paragraph of an article that is kept as a list of them."""
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[。！？；，]")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_WIDE = re.compile(r"%u([0-9A-Fa-f]{4})")
_LEAST = 60
"""Chinese characters that an article has at least; names and labels of a page's settings have fewer."""
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": ""}


def markup(scripts: Iterable[str], boxes: Iterable[str] = ()) -> str | None:
    """The text with the most Chinese characters among the strings of the scripts and the unseen `boxes`, as HTML.

    None where none of them is running text.
    """
    texts = [_decoded(script) for script in scripts]
    found = [box for box in boxes if len(box) >= _LEAST]
    found += [_plain(literal) for text in texts for literal in _literals(text)]
    found += [block for text in texts for block in _blocks(text)]
    best = max((text for text in found if _SENTENCE.search(text)), key=_length, default="")
    if _length(best) < _LEAST:
        return None
    return best if "<" in best else "".join(f"<p>{html.escape(line)}</p>" for line in best.splitlines())


def _literals(script: str) -> Iterator[str]:
    for match in _STRING.finditer(script):
        yield next(part for part in match.groups() if part is not None)


def _blocks(script: str) -> Iterator[str]:
    """Paragraphs that stand in a list, each under the same key, put together."""
    kept: dict[str, list[str]] = defaultdict(list)
    for key, literal in _BLOCK.findall(script):
        text = _plain(literal)
        if _SENTENCE.search(text) and _HANZI.search(text):
            kept[key].append(text if "<" in text else f"<p>{html.escape(text)}</p>")
    yield from ("".join(texts) for texts in kept.values() if len(texts) > 1)


def _decoded(script: str) -> str:
    """A script's text; what is written as an address is (%7B%22, %u4E2D) with its signs."""
    if script.lstrip().startswith(("%7B", "%5B", "%22")):
        return _ENCODED.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), script)
    return _WIDE.sub(lambda found: chr(int(found[1], 16)), script)


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
