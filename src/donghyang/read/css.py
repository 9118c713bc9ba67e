"""What a page's own style sheets say of an element: the few rules that hide text, by simple selectors alone.

A rule with ancestors, states or attributes, or for some screens only, is not followed: where one may speak of an
element, what it says counts as unknown, and unknown as seen. So text is hidden here only where it surely is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Style = Mapping[str, str]

# fmt: off
_TOLD = frozenset((
    "display", "visibility", "opacity", "font-size", "color", "background", "background-color", "background-image",
    "position", "left", "top", "text-indent", "margin-left", "height", "max-height", "overflow", "overflow-y", "clip",
    "clip-path", "transform", "overflow-x", "width", "max-width", "flex", "flex-grow", "min-width", "min-height",
    "content-visibility", "filter", "font",
))
# fmt: on
"""What is taken note of."""
_SELECTOR = re.compile(r"([a-z][a-z0-9]{0,20})?((?:[.#][\w-]{1,80}){0,4})", re.IGNORECASE)
_LAST = re.compile(r"([a-z][a-z0-9]{0,20})?((?:[.#][\w-]{1,80}){0,4})(?:[:\[][^\s>+~]{0,80})?\s*$", re.IGNORECASE)
"""The element that a selector with ancestors speaks of."""
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|([g-z_-]))", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:0+(?:\.0+)?|[\d.]{1,12}(?:px|pt|r?em|%|v[wh]|ex|mm|cm|in)|[a-z-]*(?:small|large)r?|medium|inherit)(?:/|$)"
)
"""The size among the words of `font`."""
_PART = re.compile(r"[.#][\w-]+")
UNKNOWN = "?"
"""What a property is worth of which a rule that is not followed may speak."""
_MOST_LETTERS = 400_000
"""Letters of style sheets that are looked at; a page's own have a tenth."""
_MOST_RULES = 3_000
_MOST_ALIKE = 40
"""Rules of one class, name or tag that are tried on an element."""


def declarations(text: str) -> dict[str, str]:
    """The properties of a style attribute or a rule that may hide text, in lower case; the last of a name holds."""
    if ":" not in text:
        return {}
    told: dict[str, str] = {}
    for part in plain(text).lower().split(";"):
        name, _, value = part.partition(":")
        name, value = name.strip(), value.strip().removesuffix("!important").rstrip()
        if name == "font" and value:
            told["font-size"] = next((word.partition("/")[0] for word in value.split() if _SIZE.match(word)), UNKNOWN)
        elif name in _TOLD and value:
            told[name] = value
    return told


def plain(text: str) -> str:
    """A style or sheet without remarks, its letters written as themselves (CSS Syntax 3, 4.3.7)."""
    text = _without_remarks(text) if "/*" in text else text
    return _ESCAPE.sub(_letter, text) if "\\" in text else text


def _letter(escape: re.Match[str]) -> str:
    """The letter that is meant; signs stay escaped, for they would be taken for the sheet's own."""
    code = int(escape[1], 16) if escape[1] else 0
    sign = escape[2] or (chr(code) if code < 0x110000 else "")
    return sign if sign.isalnum() or sign in ("-", "_") else escape[0]


@dataclass(frozen=True, slots=True)
class _Rule:
    rank: tuple[int, int]
    tag: str
    parts: frozenset[str]
    """The classes and names that an element needs."""
    told: dict[str, str]
    followed: bool


class Sheet:
    """The rules of a page's style elements that may hide text."""

    def __init__(self, root: _Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._known: dict[tuple[str, str, str], dict[str, str]] = {}
        self._count = 0
        self.knows_grounds = not any("stylesheet" in (link.get("rel") or "").lower() for link in root.iter("link"))
        """Whether a colour behind words would be told in the page itself, by rules that are followed."""
        text = "\n".join("".join(style.itertext()) for style in root.iter("style"))[:_MOST_LETTERS]
        for selectors, body, always in _rules(text):
            told = declarations(body)
            for selector in selectors.split(",") if told else ():
                self._take(selector.strip(), told, always)

    def _take(self, selector: str, told: dict[str, str], always: bool) -> None:
        whole = _SELECTOR.fullmatch(selector) if always else None
        found = whole or _LAST.search(selector)
        if found is None or self._count >= _MOST_RULES:
            return
        if whole is None and any(name.startswith("background") for name in told):
            self.knows_grounds = False
        tag, parts = (found[1] or "").lower(), _PART.findall(found[2])
        if not tag and not parts:
            return
        self._count += 1
        names = sum(part[0] == "#" for part in parts)
        weight = 100 * names + 10 * (len(parts) - names) + bool(tag)
        alike = self._rules.setdefault(parts[-1] if parts else tag, [])
        if len(alike) < _MOST_ALIKE:
            alike.append(_Rule((weight, self._count), tag, frozenset(parts), told, whole is not None))

    def of(self, element: _Element) -> Style:
        """What the sheets say of an element; empty where they say nothing."""
        if not self._rules:
            return {}
        key = (str(element.tag), element.get("id") or "", element.get("class") or "")
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def _read(self, tag: str, name: str, classes: str) -> dict[str, str]:
        parts = {f".{one}" for one in classes.split()[:30]} | ({f"#{name}"} if name else set())
        found = [
            rule
            for key in (tag, *parts)
            for rule in self._rules.get(key, ())
            if rule.tag in ("", tag) and rule.parts <= parts
        ]
        style: dict[str, str] = {}
        for rule in sorted(found, key=lambda rule: rule.rank):
            if rule.followed:
                style |= rule.told
        return style | {name: UNKNOWN for rule in found if not rule.followed for name in rule.told}


def _rules(text: str) -> Iterator[tuple[str, str, bool]]:
    """(selectors, body, whether it always holds) of each rule; one inside an at-rule holds for some screens."""
    texts = [(plain(text), True)]
    while texts:
        text, always = texts.pop()
        at = 0
        while (opens := text.find("{", at)) >= 0:
            head = text[at:opens].rpartition(";")[2].strip()
            closes = text.find("}", opens)
            if closes < 0:
                break
            if head.startswith("@"):
                closes = _end_of_block(text, opens)
                if always and head.startswith(("@media", "@supports", "@layer", "@container")):
                    texts.append((text[opens + 1 : closes], False))
            else:
                yield head, text[opens + 1 : closes], always
            at = closes + 1


def _end_of_block(text: str, opens: int) -> int:
    """Where the block that opens there closes, its last letter where it never does."""
    depth = 0
    for brace in re.compile(r"[{}]").finditer(text, opens):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return len(text)


def _without_remarks(text: str) -> str:
    kept, at = [], 0
    while (opens := text.find("/*", at)) >= 0:
        kept.append(text[at:opens])
        closes = text.find("*/", opens + 2)
        if closes < 0:
            return "".join(kept)
        at = closes + 2
    kept.append(text[at:])
    return "".join(kept)
