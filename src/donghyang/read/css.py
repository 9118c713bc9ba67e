"""What a page's own style sheets say of an element: the few rules that hide text.

A rule with states or brothers, or for some screens only, is not followed, and one whose ancestors are not there now may
hold once a script has run: where such a one may speak of an element, what it says counts as unknown, and unknown as
seen. So text is hidden here only where it surely is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.selectors import PART, Selector, Step, selector, within

if TYPE_CHECKING:
    from lxml.etree import _Element

Style = Mapping[str, str]

# fmt: off
_TOLD = frozenset((
    "display", "visibility", "opacity", "font-size", "color", "background", "background-color", "background-image",
    "position", "left", "top", "text-indent", "margin-left", "height", "max-height", "overflow", "overflow-y", "clip",
    "clip-path", "transform", "overflow-x", "width", "max-width", "flex", "flex-grow", "min-width", "min-height",
    "content-visibility", "filter", "font", "animation", "animation-name", "-webkit-animation", "padding",
    "padding-top", "padding-bottom", "text-shadow", "background-clip", "-webkit-background-clip",
    "-webkit-text-fill-color", "-webkit-text-stroke",
))
# fmt: on
"""What is taken note of."""
_DISPLAYS = re.compile(
    r"[a-z]*(?:block|inline|flex|grid|table|ruby|list|none|contents|flow|root|box|run)[a-z -]*"
    r"|inherit|initial|unset|revert[a-z-]*|var\(.*"
)
"""What `display` may be; a browser goes by what was said before where it is another word."""
IMPORTANT = "!"
"""What stands before the name of a property that is told as the last word on it (CSS Cascade 4, 6.1)."""
_SELECTOR = re.compile(r"([a-z][a-z0-9]{0,20})?((?:[.#][\w-]{1,80}){0,4})", re.IGNORECASE)
_LAST = re.compile(_SELECTOR.pattern + r"(?:[:\[][^\s>+~]{0,80})?\s*$", re.IGNORECASE)
"""The element that a selector with ancestors speaks of."""
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|([g-z_-]))", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:0+(?:\.0+)?|[\d.]{1,12}(?:px|pt|r?em|%|v[wh]|ex|mm|cm|in)|[a-z-]*(?:small|large)r?|medium|inherit)(?:/|$)"
)
"""The size among the words of `font`."""
_LAST_WORD = re.compile(r" ?! ?important$")
_LENGTH = re.compile(r"(-?[\d.]{1,12})\s*(px|pt|em|rem|%|vw|vh|ex|mm|cm|in)?")
UNKNOWN = "?"
"""What a property is worth of which a rule that is not followed may speak."""
_MOST_LETTERS = 400_000
"""Letters of style sheets that are looked at; a page's own have a tenth."""
_MOST_RULES = 3_000
_MOST_ALIKE = 40
"""Rules of one class, name or tag that are tried on an element."""
_MOST_LOOKS = 600_000
"""Ancestors of elements that are looked at; a rule is not followed where it would take more. Pages take 170,000."""
_ANY = "*"
"""Where rules stand that name no tag, class or name, but an attribute."""
_FADED = frozenset(("opacity", "visibility", "transform", "filter"))
"""What scripts change piece by piece in elements that an attribute marks for it."""
_EVERY_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*(?:,.{0,200})?", re.IGNORECASE | re.DOTALL)


def declarations(text: str) -> dict[str, str]:
    """The properties of a style attribute or a rule that may hide text, in lower case; the last of a name holds."""
    if ":" not in text:
        return {}
    told: dict[str, str] = {}
    for part in plain(text).lower().split(";"):
        name, _, value = part.partition(":")
        name, bare = name.strip(), value.strip()
        value = _LAST_WORD.sub("", bare)
        if (value == bare and IMPORTANT + name in told) or (name == "display" and not _DISPLAYS.fullmatch(value)):
            continue
        if value != bare and name in _TOLD and value:
            told[IMPORTANT + name] = value
        if name == "font" and value:
            told["font-size"] = next((word.partition("/")[0] for word in value.split() if _SIZE.match(word)), UNKNOWN)
        elif name in _TOLD and value:
            told[name] = value
    return told


def with_last_words(style: Style, told: Style) -> dict[str, str]:
    """The style with what another one tells as the last word on a property."""
    last = {name[1:]: value for name, value in told.items() if name[0] == IMPORTANT}
    return {**style, **last}


def length(value: str) -> tuple[float, str] | None:
    """A length as number and unit, "" where it has none; None for what is no length (auto, 1.2.3px)."""
    found = _LENGTH.fullmatch(value)
    try:
        return (float(found[1]), found[2] or "") if found else None
    except ValueError:
        return None


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
    steps: Selector | None = None
    """What it asks of attributes and ancestors, None where it asks nothing of them or is not followed."""

    @property
    def tests(self) -> Step | None:
        """The step that asks for attributes of the element itself, None where none does."""
        return self.steps[-1] if self.steps is not None and self.steps[-1].tests else None


class Sheet:
    """The rules of a page's style elements that may hide text."""

    def __init__(self, root: _Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._known: dict[tuple[str, str, str], tuple[list[_Rule], Style | None]] = {}
        self._count = 0
        self._looks = _MOST_LOOKS
        self.knows_grounds = not any("stylesheet" in (link.get("rel") or "").lower() for link in root.iter("link"))
        """Whether a colour behind words would be told in the page itself, by rules that are followed."""
        sheets = "\n".join("".join(style.itertext()) for style in root.iter("style"))[:_MOST_LETTERS]
        for selectors, body, always in _rules(sheets):
            told = declarations(body)
            for one in selectors.split(",") if told else ():
                self._take(one.strip(), told, always)

    def _take(self, text: str, told: dict[str, str], always: bool) -> None:
        whole = _SELECTOR.fullmatch(text) if always else None
        steps = selector(text) if whole is None and always else None
        found = whole or _LAST.search(text)
        if (found is None and steps is None) or self._count >= _MOST_RULES:
            return
        if whole is None and any(name.startswith("background") for name in told):
            self.knows_grounds = False
        if steps is not None:
            tag, parts = steps[-1].tag, list(steps[-1].parts)
            if any(step.tests for step in steps):
                told = {name: value for name, value in told.items() if name.removeprefix(IMPORTANT) not in _FADED}
        elif found is not None:
            tag, parts = (found[1] or "").lower(), PART.findall(found[2])
        if not told or (not tag and not parts and (steps is None or not steps[-1].tests)):
            return
        self._count += 1
        alike = self._rules.setdefault(parts[-1] if parts else tag or _ANY, [])
        if len(alike) < _MOST_ALIKE:
            rank = (_weight(steps or (Step(tag, tuple(parts), (), near=False),)), self._count)
            followed = whole is not None or steps is not None
            alike.append(_Rule(rank, tag, frozenset(parts), told, followed, steps))

    def of(self, element: _Element) -> Style:
        """What the sheets say of an element; empty where they say nothing."""
        if not self._rules:
            return {}
        key = (str(element.tag), element.get("id") or "", element.get("class") or "")
        if key not in self._known:
            self._known[key] = self._alike(*key)
        rules, style = self._known[key]
        return self._told(rules, element) if style is None else style

    def _alike(self, tag: str, name: str, classes: str) -> tuple[list[_Rule], Style | None]:
        """The rules that may speak of elements of that kind, in the order in which they hold, and what they say where
        that is the same for all of them."""
        parts = {f".{one}" for one in classes.split()[:30]} | ({f"#{name}"} if name else set())
        found = [
            rule
            for key in (_ANY, tag, *parts)
            for rule in self._rules.get(key, ())
            if rule.tag in ("", tag) and rule.parts <= parts
        ]
        found.sort(key=lambda rule: rule.rank)
        return found, None if any(rule.steps for rule in found) else self._told(found, None)

    def _told(self, rules: list[_Rule], element: _Element | None) -> Style:
        style: dict[str, str] = {}
        unknown: set[str] = set()
        for rule in rules:
            if element is not None and rule.tests is not None and not rule.tests.fits(element):
                continue
            if rule.followed and self._holds(rule, element):
                style |= rule.told
            else:
                unknown.update(rule.told)
        return with_last_words(style, style) | dict.fromkeys(unknown, UNKNOWN)

    def _holds(self, rule: _Rule, element: _Element | None) -> bool:
        if rule.steps is None or element is None:
            return True
        if self._looks <= 0:
            return False
        holds, count = within(element, rule.steps)
        self._looks -= count
        return holds


def _weight(steps: Selector) -> int:
    """Which rule wins over another: names before classes and attributes, those before tags."""
    names = sum(part[0] == "#" for step in steps for part in step.parts)
    classes = sum(len(step.parts) + len(step.tests) for step in steps) - names
    return 10_000 * names + 100 * classes + sum(bool(step.tag) for step in steps)


def _rules(text: str) -> Iterator[tuple[str, str, bool]]:
    """(selectors, body, whether it always holds) of each rule; one inside an at-rule holds for some screens."""
    texts = [(plain(text), True)]
    while texts:
        text, always = texts.pop()
        at = inside = 0
        while (opens := text.find("{", at)) >= 0:
            head = text[at:opens]
            if head.count("}") <= inside:
                inside -= head.count("}")
                head = head.rpartition("}")[2]
            head = head.rpartition(";")[2].strip()
            if _EVERY_SCREEN.fullmatch(head):
                at, inside = opens + 1, inside + 1
                continue
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
