"""What converters leave in a text (tags, emphasis, escapes, entities, pictures, links), and how it is taken off.

One table of their marks. `clean` makes a line of it; `pieces` keeps where each stretch of clean text stood.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from donghyang.language.patterns import lazily
from donghyang.records import Span

HEADING = lazily(r"^\s*#{1,6}\s+")
ITEM = lazily(r"<\s*(?:li|br)\b[^<>]*/?>|<\s*/\s*li\s*>", re.IGNORECASE)
"""What parts the items of a cell."""

_TAG = r"</?(?:ul|ol|li|b|i|u|em|strong|sub|sup|span|p|div|font|br|a)\b[^<>]*>"
"""Tags of HTML that converters keep. Other words in angle brackets are the text's own: <표 1>."""
_ESCAPED = r"(?<!\\)\\++(?=[*_#~`|<>\[\]().!+-])"
"""Backslashes before a mark that Markdown would read."""
_PICTURE = r"!\[(?>(?:[^\]\n!]|!(?!\[))*)\]\((?>(?:[^)\n!]|!(?!\[))*)\)"
"""No picture stands in the words or the address of another: where the next one begins, this one is none."""

_HIDING = r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|\shidden(?=[\s=>]))"
_HIDDEN = rf"<(span|font|p|div)\b[^<>\n]{{0,200}}?{_HIDING}[^<>\n]{{0,200}}>[^<>\n]{{0,400}}</\1\s*>"
"""Words that a page of Markdown hides, tags and all."""
_REMARK = r"<!--(?>(?:[^-\n]|-(?!->)){0,200})-->"
_LIFTED = r"(?<=[0-9０-９])<(?P<way>su[bp])>(?P<figure>[0-9]{1,3})</su[bp]>"
"""A figure above or below the line is no digit of the number it stands behind."""
_TAGS = lazily(_TAG, re.IGNORECASE)
_UNSEEN = lazily(f"{_HIDDEN}|{_REMARK}", re.IGNORECASE)
_LIFTS = lazily(_LIFTED)
_PARTING = lazily(r"(?<=[0-9０-９])</?(?:ul|ol|li|p|div|br)\b[^<>]*>(?=[0-9０-９])", re.IGNORECASE)
_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DOWN = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_PICTURES = lazily(_PICTURE)
_ESCAPES = lazily(_ESCAPED + r"(.)")
_LINK = lazily(r"\[([^\[\]]*)\]\((https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_STRONG = lazily(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*|__(?=\S)([^_\n]+?)(?<=\S)__")
_STAR = "\ue000"
"""Stands for a star that the text itself prints, while the converter's emphasis is taken off."""


def clean(text: str) -> str:
    """A line without what a converter may add: escapes, emphasis, tags, entities, pictures, link brackets.

    What taking one of them off brings to light goes too, so that a cleaned line is clean.
    """
    if not any(sign in text for sign in "\\*<&#[_"):
        return text.strip()
    return _until_settled(text, _cleaned).strip()


def _cleaned(text: str) -> str:
    text = HEADING.sub("", text)
    text = _PICTURES.sub("", text)
    text = _LINK.sub(lambda m: m[2] if m[1].strip().startswith("http") else f"{m[1]} {m[2]}", text)
    text = _ESCAPES.sub(lambda m: _STAR if m[1] == "*" else m[1], text)
    text = _until_settled(text, lambda t: _STRONG.sub(lambda m: m[1] or m[2], t))
    return _until_settled(text.replace(_STAR, "*"), lambda t: html.unescape(_untagged(t))).strip()


def _untagged(text: str) -> str:
    if "<" not in text:
        return text
    text = _PARTING.sub(" ", _LIFTS.sub(_lifted, _UNSEEN.sub("", text)))
    return _TAGS.sub("", text)


def _lifted(found: re.Match[str]) -> str:
    return found["figure"].translate(_UP if found["way"].lower() == "sup" else _DOWN)


def _until_settled(text: str, step: Callable[[str], str]) -> str:
    for _ in range(8):
        if (after := step(text)) == text:
            break
        text = after
    return text


# ---------------------------------------------------------------------------------------------- with places

_MARKS = lazily(
    rf"{_HIDDEN}|{_REMARK}|{_LIFTED}"
    rf"|{_TAG}|{_PICTURE}|\*\*|{_ESCAPED}|(?<=&)amp;|^\s*#{{1,6}}[ \t]+",
    re.IGNORECASE | re.MULTILINE,
)
_BREAKS = {"<li": "•", "<br": " ", "</l": " "}
_ENTITIES = lazily(r"&(?:[A-Za-z][A-Za-z0-9]{1,7}|#[0-9]{1,6}|#[Xx][0-9A-Fa-f]{1,5});")


def pieces(source: str, span: Span) -> Iterator[tuple[str, int]]:
    """Stretches of `source` without marks, with their places; an item or line break of a cell becomes one character.

    Links stay as they are, and so do underscores: a place in the clean text must be one in the source.
    """
    raw = source[slice(*span)]
    if not any(sign in raw for sign in "<*\\&#!\n"):
        yield raw, span[0]
        return
    at = 0
    for found in _MARKS.finditer(raw):
        yield from _told(raw[at : found.start()], span[0] + at)
        if found["figure"]:
            yield _lifted(found), span[0] + found.start("figure")
        elif (broken := _BREAKS.get(found[0][:3].lower())) is not None:
            yield broken, span[0] + found.start()
        at = found.end()
    yield from _told(raw[at:], span[0] + at)


def _told(text: str, start: int) -> Iterator[tuple[str, int]]:
    """A stretch with the characters that its entities mean; one that means nothing stays."""
    at = 0
    for found in _ENTITIES.finditer(text) if "&" in text else ():
        meant = html.unescape(found[0])
        if len(meant) == 1:
            yield text[at : found.start()].replace("\n", "\v"), start + at
            yield " " if meant == "\xa0" else meant, start + found.start()
            at = found.end()
    if text[at:]:
        yield text[at:].replace("\n", "\v"), start + at
