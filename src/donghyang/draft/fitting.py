"""The verb that goes with a thing: 돌파구 is 마련, 협정 is 체결, a network that is finished is 구축."""

from __future__ import annotations

from functools import cache
from typing import Literal

from donghyang.language import tables

NO_MORE = "-"
"""In place of what a noun is called where Korean says no more than the thing in front of it."""


@cache
def _rows() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]:
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for shape, verb, things, said in tables.read(__package__, "fitting.tsv"):
        found.setdefault((shape, verb), []).append((tuple(things.split(" ")), said))
    return found


def fitted(shape: Literal["act", "event", "noun"], verb: str, thing: str, chinese: str) -> str:
    """The verb as Korean says it of a thing, whose last word the page has as `chinese`; else as it is."""
    named = next((word for word in reversed(thing.split(" ")) if word and not word[0].isdecimal()), "")
    words = verb.split(" ")
    for at, word in enumerate(words):
        for things, said in _rows().get((shape, word), ()):
            if named.endswith(things) or chinese.endswith(things):
                return " ".join([*words[:at], said, *words[at + 1 :]])
    return verb
