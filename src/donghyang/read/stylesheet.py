"""The rules of a style sheet in their order, with what they stand under: conditions, layers, rules around them.

tinycss2 reads the sheet (CSS Syntax 3); what is told here of layers and nesting is CSS Cascade 5 and CSS Nesting 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from donghyang.read.answers import MAYBE, NO, YES, Answer
from donghyang.read.css import Told, told
from donghyang.read.media import in_container, on_screen, supported
from donghyang.read.selector_parts import apart

_LONGEST = 400
"""Letters of a selector, with those of the rules around it put in."""
_SCOPE = re.compile(r"\(([^()&]{1,100})\)")
_LAST = re.compile(r"(?:^|,)\s*(?:to|100(?:\.0+)?%)\s*(?:,|$)")
_NO_LAYER = 1_000_000
"""What stands in no layer wins over what stands in one."""
_FRAMES = ("keyframes", "-webkit-keyframes")
_MOST_FRAMES = 100
_MOST_CONTAINERS = 10
"""Rules that make containers; what lies in those of further ones hides nothing."""
_PASSED = frozenset((*_FRAMES, "font-face", "page", "property", "starting-style", "charset"))
"""What speaks of no element, or only of the moment in which it is drawn first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a sheet."""

    prelude: Sequence[Any]
    """Its selectors, as tinycss2 read them."""
    told: Told
    holds: Answer
    """Whether the conditions around it are met."""
    layer: int
    """Which rule wins over another before anything else is asked: that of the later layer."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What a rule stands in."""

    holds: Answer
    selector: str = ""
    layer: tuple[str, ...] = ()


class Sheets:
    """Reads the sheets of a page, one after the other."""

    def __init__(self) -> None:
        self._layers: dict[tuple[str, ...], int] = {}
        self._containers: dict[tuple[frozenset[str], str], None] = {}
        self.last_frames: dict[str, Told] = {}
        """What elements look like at the end of the sheets' animations, by name."""
        self.imports = False
        """Whether a sheet calls for another one, which is not read."""

    def rules(self, text: str, holds: Answer) -> Iterator[Rule]:
        """The rules of a sheet that tell anything; those in other rules stand behind them."""
        from tinycss2 import parse_blocks_contents, parse_stylesheet

        if "@container" in text.lower():
            self._note_containers(text)
        opened = [(iter(parse_stylesheet(text, skip_comments=True, skip_whitespace=True)), _Around(holds))]
        while opened:
            nodes, around = opened[-1]
            node = next(nodes, None)
            if node is None:
                opened.pop()
                continue
            inner = self._at_rule(node, around) if node.type == "at-rule" else around
            if node.type not in ("at-rule", "qualified-rule") or inner is None or node.content is None:
                continue
            content = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            if node.type == "qualified-rule":
                prelude, inner = _placed(node.prelude, around)
                if prelude is None:
                    continue
                yield from self._rule(prelude, content, inner)
            elif around.selector:
                yield from self._rule(_read(around.selector), content, inner)
            opened.append((iter(content), inner))

    def _rule(self, prelude: Sequence[Any], content: Sequence[Any], around: _Around) -> Iterator[Rule]:
        if said := _said(content):
            layer = self._layer(around.layer) if around.layer else _NO_LAYER
            yield Rule(prelude, said, around.holds, layer)

    def _at_rule(self, node: Any, around: _Around) -> _Around | None:
        """What stands in such a rule stands in, None where nothing in it is a rule for an element."""
        name = node.lower_at_keyword
        if name == "import":
            self.imports = True
        if name in _FRAMES and node.content is not None and len(self.last_frames) < _MOST_FRAMES:
            self.last_frames[_written(node.prelude).strip("\"'").lower()] = _last_frame(node.content)
        if name in _PASSED:
            return None
        said = _written(node.prelude)
        if name == "layer":
            names = [one.strip() for one in said.split(",")]
            if node.content is None:
                for one in names:
                    self._layer((*around.layer, *one.split(".")))
                return None
            own = tuple(names[0].split(".")) if names[0] else (f" {len(self._layers)}",)
            self._layer((*around.layer, *own))
            return _Around(around.holds, around.selector, (*around.layer, *own))
        if name == "scope" and (within := _SCOPE.fullmatch(said)):
            return _Around(around.holds, within[1].strip(), around.layer)
        if name == "container" and not around.selector and (held := self._container(said)):
            return _Around(around.holds, held, around.layer)
        asked = on_screen(said) if name == "media" else supported(said) if name == "supports" else MAYBE
        holds = min(around.holds, asked)
        return None if holds is NO else _Around(holds, around.selector, around.layer)

    def _note_containers(self, text: str) -> None:
        """Keep the selectors of a sheet's rules that make their elements containers, with the names of these."""
        from tinycss2 import parse_blocks_contents, parse_stylesheet

        for node in parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if node.type == "qualified-rule" and len(self._containers) < _MOST_CONTAINERS:
                content = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                said = {one.lower_name: _written(one.value).lower() for one in content if one.type == "declaration"}
                names, _, kind = said.get("container", "").partition("/")
                kind = said.get("container-type", kind).strip()
                if kind in ("size", "inline-size"):
                    names = said.get("container-name", names)
                    self._containers[frozenset(names.split()), _written(node.prelude)] = None

    def _container(self, said: str) -> str:
        """The selector of what a container stands around in which a condition holds; "" where nobody knows."""
        name, bracket, condition = said.partition("(")
        name = name.strip().lower()
        if name == "not" or in_container(bracket + condition) is not YES:
            return ""
        selectors = [selector for names, selector in self._containers if not name or name in names]
        return f":where({', '.join(selectors)})" if selectors else ""

    def _layer(self, path: tuple[str, ...]) -> int:
        """When a layer was first named: what is in a layer itself stands behind what is in layers within it."""
        outer = self._layers.setdefault(path[:1], len(self._layers) + 1) * 1_000
        if len(path) == 1:
            return outer + 999
        return outer + min(998, self._layers.setdefault(path, len(self._layers) + 1) % 999)


def _last_frame(content: Sequence[Any]) -> Told:
    from tinycss2 import parse_blocks_contents

    last: Told = {}
    for frame in parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if frame.type == "qualified-rule" and _LAST.search(_written(frame.prelude).lower()):
            inner = parse_blocks_contents(frame.content, skip_comments=True, skip_whitespace=True)
            last |= _said(inner)
    return last


def _said(content: Sequence[Any]) -> Told:
    """What the declarations among the contents of a rule say."""
    return told((one.lower_name, _written(one.value), one.important) for one in content if one.type == "declaration")


def _placed(prelude: Sequence[Any], around: _Around) -> tuple[Sequence[Any] | None, _Around]:
    """The selectors of a rule with those of the rule around it, and what rules in it stand in; None for selectors
    that would be too long."""
    own = _written(prelude)
    if around.selector:
        outer = f":is({around.selector})"
        parts = [_written(part) for part in apart(prelude)]
        own = ", ".join(part.replace("&", outer) if "&" in part else f"{outer} {part}" for part in parts)
    if len(own) > _LONGEST and around.selector:
        return None, around
    inner = _Around(around.holds, own if len(own) <= _LONGEST else " ", around.layer)
    return (_read(own) if around.selector else prelude), inner


def _read(text: str) -> Sequence[Any]:
    from tinycss2 import parse_component_value_list

    values: Sequence[Any] = parse_component_value_list(text, skip_comments=True)
    return values


def _written(nodes: Sequence[Any]) -> str:
    """What was read, as text; "" for brackets nested deeper than any sheet has them."""
    from tinycss2 import serialize

    try:
        return str(serialize([node for node in nodes if node.type != "comment"])).strip()
    except RecursionError:
        return ""


def sheet_of(attributes: dict[str, str]) -> Answer:
    """Whether a style element with these attributes is a sheet for the screen."""
    kind = attributes.get("type", "").strip().lower()
    if kind not in ("", "text/css"):
        return NO
    return on_screen(attributes.get("media", "").strip()) if "media" in attributes else YES
