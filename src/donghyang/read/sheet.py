"""What a page's own style sheets say of an element (CSS Cascade 5).

Where a rule may hold or not (an element around may get its class from a script, its condition is met on some screens),
what it says counts as unknown unless another rule wins over it, and unknown as seen. So text is hidden here only where
it surely is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read.answers import MAYBE, NO, YES, Answer
from donghyang.read.css import IMPORTANT, UNKNOWN, Style, Told, bounded, with_last_words
from donghyang.read.linked import is_inline, is_sheet, linked
from donghyang.read.selector_parts import Parsed, parsed
from donghyang.read.selectors import Looks, Selector
from donghyang.read.stylesheet import Rule, Sheets, sheet_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LETTERS = 400_000
"""Letters of style sheets that are looked at; a page's own have a tenth."""
_MOST_RULES = 5_000
_MOST_ALIKE = 200
"""Rules of one class, name or tag that are tried on an element."""
_MOST_KINDS = 50_000
"""Kinds of elements whose rules are kept."""
_ANY = "*"
"""Where rules stand that name no tag, class or name."""
_FADED = frozenset(("opacity", "visibility", "transform", "filter", "scale", "translate"))
"""What scripts change piece by piece in elements that an attribute or a class marks for it."""
_OWN = re.compile(r"var\(\s*(--[\w-]{1,60})", re.IGNORECASE)
_MOST_OWN = 100
"""Properties of a page's own (`--x`) that are followed."""


@dataclass(frozen=True, slots=True)
class _Rule:
    layer: int
    weight: tuple[int, int, int]
    number: int
    steps: Selector
    told: Told
    holds: Answer
    otherwise: Answer
    """The answer where the elements around one are not such as it asks for."""

    @property
    def is_simple(self) -> bool:
        """Whether elements with the same tag, classes and name are one to it."""
        return len(self.steps) == 1 and not self.steps[0].tests


class Sheet:
    """The rules of a page's style elements that may hide text."""

    def __init__(self, root: _Element) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._known: dict[tuple[str, frozenset[str]], tuple[list[_Rule], Style | None]] = {}
        self._count = 0
        self._looks = Looks(folds=not root.getroottree().docinfo.doctype)
        self.knows_grounds = not any(is_sheet(link) and not is_inline(link) for link in root.iter("link"))
        """Whether a colour behind words would be told in the page itself, by rules that are followed."""
        self._absent = _Absent(root)
        texts = list(_texts(root))
        self.own = frozenset(_own_names(root, [text for text, _ in texts]))
        """The properties of the page's own that are asked for (`var(--x)`)."""
        sheets = Sheets()
        for text, holds in texts:
            for rule in sheets.rules(text, holds):
                self._take(rule)
        self.knows_grounds = self.knows_grounds and not sheets.imports
        self.last_frames = sheets.last_frames
        """What elements look like at the end of the page's animations, by name."""

    def _take(self, rule: Rule) -> None:
        told = {name: value for name, value in rule.told.items() if not _is_own(name) or _bare(name) in self.own}
        if not told:
            return
        for one in parsed(rule.prelude, self._looks):
            if self._count >= _MOST_RULES or not one.steps:
                if any(_bare(name).startswith("background") for name in told):
                    self.knows_grounds = False
                continue
            self._count += 1
            self._put(one, _lasting(told, one), rule)

    def _put(self, one: Parsed, told: Told, rule: Rule) -> None:
        if not told:
            return
        holds = rule.holds if one.sure else MAYBE
        otherwise = MAYBE if self._absent.may_come(one.steps) else NO
        made = _Rule(rule.layer, one.weight, self._count, one.steps, told, holds, otherwise)
        last = one.steps[-1]
        names = sorted(last.parts)
        key = next(iter(names), last.tag or _ANY)
        alike = self._rules.setdefault(key, [])
        if len(alike) < _MOST_ALIKE:
            alike.append(made)

    def of(self, element: _Element) -> Style:
        """What the sheets say of an element; empty where they say nothing."""
        if not self._rules:
            return {}
        parts = self._looks.parts(element)
        key = (str(element.tag), parts)
        if key not in self._known:
            if len(self._known) > _MOST_KINDS:
                self._known.clear()
            self._known[key] = self._alike(*key)
        rules, style = self._known[key]
        return self._told(rules, element) if style is None else style

    def _alike(self, tag: str, parts: frozenset[str]) -> tuple[list[_Rule], Style | None]:
        """The rules that may speak of elements of that kind, in the order in which they hold, and what they say where
        that is the same for all of them."""
        found = [
            rule
            for key in (_ANY, tag, *parts)
            for rule in self._rules.get(key, ())
            if rule.steps[-1].tag in ("", tag) and rule.steps[-1].parts <= parts
        ]
        self._looks.left -= len(found)
        found.sort(key=lambda rule: (rule.layer, rule.weight, rule.number))
        return found, self._told(found, None) if all(rule.is_simple for rule in found) else None

    def _told(self, rules: list[_Rule], element: _Element | None) -> Style:
        """What the rules say, one after the other; of what a rule may say or not, nothing is known."""
        holding = list[tuple[_Rule, Answer]]()
        for rule in rules:
            answer = self._answer(rule, element)
            if answer is not NO:
                holding.append((rule, answer))
        style: Told = {}
        for rule, answer in holding:
            _lay(style, rule.told, answer)
        if any(name[0] == IMPORTANT for name in style):
            last: Told = {}
            for rule, answer in sorted(holding, key=lambda one: (-one[0].layer, one[0].weight, one[0].number)):
                _lay(last, {name: value for name, value in rule.told.items() if name[0] == IMPORTANT}, answer)
            style = with_last_words({**style, **last}, last)
        return style

    def _answer(self, rule: _Rule, element: _Element | None) -> Answer:
        if element is None or rule.is_simple:
            return rule.holds
        steps = rule.steps
        self._looks.left -= 1
        own = min(rule.holds, steps[-1].fits(element, self._looks))
        if own is NO or len(steps) == 1:
            return own
        return min(own, self._looks.stands(steps, element, len(steps) - 2) or rule.otherwise)


class _Absent:
    """The classes and names that no element has yet: a script may give them to one (`.js`, `.open`)."""

    def __init__(self, root: _Element) -> None:
        self._is_scripted = next(root.iter("script"), None) is not None
        self._there = set[str]()
        for element in root.iter() if self._is_scripted else ():
            if (classes := element.get("class")) is not None:
                self._there.update(classes.lower().split())
            if (name := element.get("id")) is not None:
                self._there.add(name.lower())

    def may_come(self, steps: Selector) -> bool:
        """Whether the elements around one may become such as a selector asks for."""
        around = (part[1:].lower() for step in steps[:-1] for part in step.parts)
        return self._is_scripted and any(name not in self._there for name in around)


def _lay(style: Told, told: Told, answer: Answer) -> None:
    """Lay what a rule says over what others said."""
    if answer is YES:
        if "all" in told:
            style.clear()
        style.update(told)
        return
    for name, value in told.items():
        if style.get(name) != value:
            style[name] = UNKNOWN


def _texts(root: _Element) -> Iterator[tuple[str, Answer]]:
    """The style sheets of a page, and whether they hold."""
    left = _MOST_LETTERS
    for style in root.iter("style", "link"):
        holds = sheet_of({str(name): str(value) for name, value in style.attrib.items()})
        text = bounded((linked(style, left) if style.tag == "link" else "".join(style.itertext()))[:left])
        left -= len(text)
        if text.strip() and holds is not NO:
            yield text, min(holds, MAYBE if next(style.iterancestors("noscript"), None) is not None else YES)


def _own_names(root: _Element, texts: list[str]) -> set[str]:
    found = set[str]()
    for text in (*texts, *(element.get("style") or "" for element in root.iter() if "style" in element.attrib)):
        for name in _OWN.finditer(text) if "var(" in text.lower() else ():
            if len(found) < _MOST_OWN:
                found.add(name[1].lower())
    return found


def _bare(name: str) -> str:
    return name.removeprefix(IMPORTANT)


def _is_own(name: str) -> bool:
    return _bare(name).startswith("--")


def _lasting(told: Told, one: Parsed) -> Told:
    """What a rule says without what scripts change in elements that are marked for it."""
    if not one.asks and not any(part[1:].lower() in _faded() for part in one.steps[-1].parts if part[0] == "."):
        return told
    return {name: value for name, value in told.items() if _bare(name) not in _FADED}


@cache
def _faded() -> frozenset[str]:
    return frozenset(word for word, _ in tables.read(__package__, "faded.tsv"))
