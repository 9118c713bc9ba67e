"""How a Korean statement ends: in a verb (…다., …요.), or in a noun made of one (함, 들어옴, 지음)."""

from __future__ import annotations

from donghyang.language.hangul import final_of
from donghyang.language.patterns import lazily

_BEHIND = lazily(r"\s*(?:\[\d{1,2}\]|\s끝\.?)$")
"""A mark of a reference, and the word that ends an official paper."""
_VERB = lazily(r"[다요]\.$")
_INSIDE = lazily(r"[다요]\.(?=\s|$)")


def is_written(text: str) -> bool:
    """Whether a text is a written statement with its full stop, as no headline is."""
    bare = _BEHIND.sub("", text.rstrip())
    return _VERB.search(bare) is not None or (bare.endswith(".") and _is_noun(bare[:-1]))


def states(text: str) -> bool:
    """Whether a text is a statement, with or without its full stop."""
    bare = _BEHIND.sub("", text.rstrip())
    return _VERB.search(bare) is not None or _is_noun(bare.removesuffix("."))


def sentences(text: str) -> int:
    """How many sentences with their full stop a text has."""
    return len(_INSIDE.findall(text))


def _is_noun(text: str) -> bool:
    return final_of(text) in ("ㅁ", "ㄻ")
