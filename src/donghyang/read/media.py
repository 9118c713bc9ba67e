"""Whether what a style sheet says under a condition holds on an editor's screen (Media Queries 4, Conditional Rules 3).

An editor reads on a screen, of whatever width: a condition that some screens meet and others do not may hold.
"""

from __future__ import annotations

import re

from donghyang.read.answers import MAYBE, NO, YES, Answer, opposite
from donghyang.read.colours import colour
from donghyang.read.lengths import length, pixels

_NARROWEST, _WIDEST = 320, 2_560
"""Pixels of the screens that editors read on."""
_LOWEST, _HIGHEST = 320, 1_600
_MOST_PARTS = 20
_SCREENS = frozenset(("screen", "all", ""))
_NAME = re.compile(r"[a-z][a-z-]{0,30}")
_BOUND = re.compile(r"\(\s*(min|max)-(?:device-)?(width|height)\s*:\s*([^()]{1,30}?)\s*\)")
_RANGE = re.compile(r"\(\s*(width|height)\s*([<>])=?\s*([^()<>=]{1,30}?)\s*\)")
_TURNED = re.compile(r"\(\s*([^()<>=:]{1,30}?)\s*([<>])=?\s*(width|height)\s*\)")
_ALWAYS = re.compile(r"\(\s*(?:color|min-color\s*:\s*[01]|scripting\s*:\s*enabled|grid\s*:\s*0|width|height)\s*\)")
_DISPLAYS = frozenset(("none", "block", "inline", "inline-block", "flex", "inline-flex", "grid", "table", "contents"))
_POSITIONS = frozenset(("static", "relative", "absolute", "fixed", "sticky"))
_TRIED = re.compile(r"\(\s*([a-z-]{1,30})\s*:\s*([^();]{1,60}(?:\([^()]{0,60}\))?)\s*\)")
_SIZED = frozenset(("width", "height", "margin", "padding", "font-size", "left", "top", "opacity", "gap", "zoom"))


def on_screen(text: str) -> Answer:
    """Whether a list of media queries holds; an empty one always does."""
    queries = text.lower().split(",")
    return max(_query(one.strip()) for one in queries) if len(queries) <= _MOST_PARTS else MAYBE


def _query(text: str) -> Answer:
    turned = text.startswith(("not ", "not("))
    text = text.removeprefix("not").strip() if turned else text.removeprefix("only ").strip()
    parts = re.split(r"\s+and\s+|(?<=\))\s*and\s*(?=\()", text)
    answer = min(map(_part, parts)) if len(parts) <= _MOST_PARTS else MAYBE
    return opposite(answer) if turned else answer


def _part(text: str) -> Answer:
    if text in _SCREENS:
        return YES
    if _NAME.fullmatch(text):
        return NO
    if _ALWAYS.fullmatch(text):
        return YES
    if found := _BOUND.fullmatch(text):
        return _within(found[2], found[3], least=found[1] == "min")
    if found := _RANGE.fullmatch(text):
        return _within(found[1], found[3], least=found[2] == ">")
    if found := _TURNED.fullmatch(text):
        return _within(found[3], found[1], least=found[2] == "<")
    return MAYBE


def _within(side: str, value: str, *, least: bool) -> Answer:
    """Whether screens are at least, or at most, so wide or high."""
    found = length(value)
    if found is None:
        return MAYBE
    bound = pixels(found)
    smallest, largest = (_NARROWEST, _WIDEST) if side == "width" else (_LOWEST, _HIGHEST)
    if least:
        return YES if bound <= smallest else NO if bound > largest else MAYBE
    return YES if bound >= largest else NO if bound < smallest else MAYBE


def in_container(text: str) -> Answer:
    """Whether the condition of `@container` holds in every container that shows text (CSS Conditional 5, 5)."""
    found = _INLINE.fullmatch(text.lower().strip())
    bound = length(found["least"] or found["more"]) if found else None
    return YES if bound is not None and pixels(bound) <= _NARROW else MAYBE


_INLINE = re.compile(
    r"\(\s*(?:min-(?:width|inline-size)\s*:\s*(?P<least>[^():]{1,20}?)"
    r"|(?:width|inline-size)\s*>=?\s*(?P<more>[^()<>=]{1,20}?))\s*\)"
)
_NARROW = 20
"""Pixels below which no container of text is."""


def supported(text: str) -> Answer:
    """Whether browsers have what a sheet asks for with `@supports`."""
    text = text.lower().strip()
    turned = text.startswith(("not ", "not("))
    text = text.removeprefix("not").strip() if turned else text
    if " or " in text and " and " in text:
        return MAYBE
    either = " or " in text
    parts = text.split(" or " if either else " and ")
    if len(parts) > _MOST_PARTS:
        return MAYBE
    answer = (max if either else min)(_tried(part.strip()) for part in parts)
    return opposite(answer) if turned else answer


def _tried(text: str) -> Answer:
    """Whether a property may be so, as far as every browser of ten years knows it."""
    found = _TRIED.fullmatch(text)
    if found is None:
        return MAYBE
    name, value = found[1], found[2].strip()
    if name == "display":
        return YES if value in _DISPLAYS else MAYBE
    if name == "position":
        return YES if value in _POSITIONS else MAYBE
    if name in ("color", "background-color", "background"):
        return YES if colour(value) is not None else MAYBE
    return YES if name in _SIZED and length(value) is not None else MAYBE
