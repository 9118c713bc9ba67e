"""Addresses, and the brackets and rules around the whole of a line."""

from __future__ import annotations

import re

from donghyang.language.patterns import lazily

ADDRESS = lazily(
    r"(?:https?://|www\.)[^\s<>|\]）」]+|(?<![\w@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,12}/[^\s<>|\]）」가-힣]+",
    re.IGNORECASE,
)
_SHAPE = lazily(
    r"^(?:【[^【】]+】|《[^《》]+》|〈[^〈〉]+〉|<[^<>]+>|\[[^\[\]]+\]|〔[^〔〕]+〕|｢[^｢｣]+｣|「[^「」]+」|⟪[^⟪⟫]+⟫|≪[^≪≫]+≫|❝[^❝❞]+❞|[|｜]\s?[^|｜\t]+[|｜]|『[^『』]+』|\([^()]+(?:\([^()]*\)[^()]*)*\))$"
)
_RULED_TITLE = lazily(r"^(?P<s>[━─═=~*\-])(?P=s){2,}\s*(?P<in>[^━─═=~*\-\s].*?)\s*(?P=s){3,}$")
_DAY_BEHIND = lazily(r"\s*[(（\[][^()（）\[\]]{2,14}[)）\]]$")
_LONGEST = 120
"""Letters; longer lines are enclosed in nothing."""


def shape_of(words: str) -> str:
    """The bracket around all words, a day behind them left out; "" where there is none."""
    if len(words) > _LONGEST:
        return ""
    if _RULED_TITLE.match(words):
        return "━"
    bare = _DAY_BEHIND.sub("", words) or words
    found = _SHAPE.match(words) or _SHAPE.match(bare)
    return found[0][0] if found else ""


def bare_of(words: str) -> str:
    """The words without the bracket or the rules around all of them."""
    if len(words) <= _LONGEST and (found := _RULED_TITLE.match(words)):
        return found["in"].strip()
    return words[1:-1].strip() if len(words) <= _LONGEST and _SHAPE.match(words) else words


def address_in(text: str) -> tuple[str, int, int] | None:
    """The last address in a text and its place, without a bracket that it does not open itself."""
    every = [*ADDRESS.finditer(text)]
    if not every:
        return None
    found = every[-1]
    url = found[0]
    while url[-1] in ").,;" and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    return url, found.start(), found.start() + len(url)


def without_address(text: str) -> str:
    """A text without its last address, the label of that, and the brackets around it."""
    found = address_in(text)
    if found is None:
        return text.strip()
    before = re.sub(r"(?:URL|링크|주소|link|→|▷|☞|[<(\[])\s*[:：]?\s*$", "", text[: found[1]].rstrip(), flags=re.I)
    after = text[found[2] :].strip().lstrip(")>]").strip()
    return f"{before.rstrip()} {after}".strip()
