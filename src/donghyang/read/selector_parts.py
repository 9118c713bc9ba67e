"""Selectors taken apart by cssselect2, each question in them made one that can be asked of an element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from donghyang.language import tables
from donghyang.read.answers import MAYBE, NO, YES, Answer, opposite
from donghyang.read.places import Places
from donghyang.read.selectors import Looks, Selector, Step, Test

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_STEPS = 8
"""Elements that a selector names; people write three."""
_UNDONE = "cloak"
"""How the attributes of libraries end that hide a page until their script runs."""
_STATES = frozenset(tables.words(__package__, "css_states"))
"""What is not so when a page is opened."""
_ROOTS = frozenset(("html", "body"))


@dataclass(frozen=True, slots=True)
class Parsed:
    """One selector of a rule."""

    steps: Selector
    """Empty where it speaks of no element at all."""
    weight: tuple[int, int, int]
    sure: bool
    """Whether its rule is one that every browser follows."""
    asks: bool
    """Whether it asks for attributes."""


def parsed(prelude: Sequence[Any], looks: Looks) -> list[Parsed]:
    """The selectors of a rule, as tinycss2 read them; those that cannot be taken apart come without steps."""
    from cssselect2 import parser

    try:
        return [_one(selector, looks, sure=True) for selector in parser.parse(prelude)]
    except (ValueError, RecursionError, AttributeError):
        found = list[Parsed]()
        for part in apart(prelude):
            try:
                found += [_one(selector, looks, sure=False) for selector in parser.parse(part)]
            except (ValueError, RecursionError, AttributeError):
                found.append(Parsed((), (0, 0, 0), sure=False, asks=False))
        return found


def apart(prelude: Sequence[Any]) -> list[list[Any]]:
    """A list of selectors cut at its commas."""
    found = list[list[Any]]([[]])
    for token in prelude:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _one(selector: Any, looks: Looks, *, sure: bool) -> Parsed:
    asks = list[bool]()
    steps = _steps(selector.parsed_tree, looks, asks)
    is_box = selector.pseudo_element is not None  # something before or in an element (`::before`), no element
    return Parsed(() if is_box or steps is None else steps, selector.specificity, sure, bool(asks))


def _steps(tree: Any, looks: Looks, asks: list[bool]) -> Selector | None:
    """The steps of a selector, None where it has too many."""
    found, then = list[Step](), ""
    while hasattr(tree, "combinator"):
        found.append(_step(tree.right, then, looks, asks))
        then, tree = tree.combinator, tree.left
        if len(found) == _MOST_STEPS:
            return None
    found.append(_step(tree, then, looks, asks))
    return tuple(reversed(found))


def _step(compound: Any, then: str, looks: Looks, asks: list[bool]) -> Step:
    from cssselect2 import parser

    tag, parts, tests = "", set[str](), list[Test]()
    for simple in compound.simple_selectors:
        match simple:
            case parser.LocalNameSelector():
                tag = simple.lower_local_name
            case parser.ClassSelector():
                parts.add(f".{looks.folded(simple.class_name)}")
            case parser.IDSelector():
                parts.add(f"#{looks.folded(simple.ident)}")
            case parser.AttributeSelector():
                asks.append(True)
                tests.append(_attribute(simple))
            case parser.PseudoClassSelector():
                tests.append(_state(simple.name))
            case parser.FunctionalPseudoClassSelector():
                tests.append(_function(simple.name, simple.arguments))
            case parser.NamespaceSelector():
                pass
            case _:
                tests.append(_combined(simple, looks, asks))
    return Step(tag, frozenset(parts), tuple(tests), then)


def _attribute(simple: Any) -> Test:
    name, how, value = simple.lower_name, simple.operator, simple.value or ""
    folds = simple.case_sensitive is False
    if name.endswith(_UNDONE):
        return lambda element, looks: MAYBE
    if folds:
        value = value.lower()

    def test(element: _Element, looks: Looks) -> Answer:
        given = element.get(name)
        return YES if given is not None and _has(given.lower() if folds else given, how, value) else NO

    return test


def _has(given: str, how: str | None, value: str) -> bool:
    if how is None:
        return True
    if how == "=":
        return given == value
    if how == "|=":
        return given == value or given.startswith(f"{value}-")
    if not value:
        return False
    if how == "~=":
        return value in given.split()
    return {"^=": given.startswith, "$=": given.endswith, "*=": given.__contains__}[how](value)


def _state(name: str) -> Test:
    """What an element is asked for with one word (`:first-child`)."""
    if name in _STATES:
        return lambda element, looks: NO
    if name in Places.NAMES:
        return lambda element, looks: YES if looks.places.is_so(name, element) else NO
    if name == "checked":
        return lambda element, looks: YES if element.get("checked") is not None else MAYBE
    if name in ("link", "any-link"):
        return lambda element, looks: YES if element.tag in ("a", "area") and element.get("href") is not None else NO
    if name == "defined":
        return lambda element, looks: MAYBE if "-" in str(element.tag) else YES
    return lambda element, looks: MAYBE


def _function(name: str, arguments: Sequence[Any]) -> Test:
    """What an element is asked for with brackets (`:nth-child(2)`, `:lang(zh)`)."""
    from tinycss2.nth import parse_nth

    if name in Places.COUNTS and (series := parse_nth(arguments)) is not None:
        step, first = series
        return lambda element, looks: YES if looks.places.is_in(name, element, step, first) else NO
    langs = [token.value.lower() for token in arguments if token.type in ("ident", "string")]
    if name == "lang" and langs:
        return lambda element, looks: YES if any(_speaks(element, lang) for lang in langs) else NO
    return lambda element, looks: MAYBE


def _speaks(element: _Element, lang: str) -> bool:
    told = next(iter(element.xpath("(ancestor-or-self::*/@lang)[last()]")), "")
    return str(told).lower() == lang or str(told).lower().startswith(f"{lang}-")


def _combined(simple: Any, looks: Looks, asks: list[bool]) -> Test:
    """`:is()`, `:where()`, `:not()` and `:has()`."""
    from cssselect2 import parser

    if isinstance(simple, parser.RelationalSelector):
        held = simple.selector_list
        return _holding([(one.combinator, _steps(one.selector.parsed_tree, looks, asks)) for one in held])
    inner = [_steps(one.parsed_tree, looks, asks) for one in simple.selector_list]
    some = [steps for steps in inner if steps is not None]
    least = NO if len(some) == len(inner) else MAYBE

    def fits(element: _Element, looks: Looks) -> Answer:
        return max((looks.match(steps, element) for steps in some), default=NO)

    if isinstance(simple, parser.NegationSelector):
        return lambda element, looks: _not(max(least, fits(element, looks)), element)
    return lambda element, looks: max(least, fits(element, looks))


def _not(answer: Answer, element: _Element) -> Answer:
    """What a page is not, a script makes it: sites write so of a page that is not drawn yet."""
    turned = opposite(answer)
    return MAYBE if turned is YES and element.tag in _ROOTS else turned


def _others(element: _Element, how: str) -> Iterator[_Element]:
    if how == " ":
        return element.iterdescendants()
    return element.iterchildren() if how == ">" else element.itersiblings()


def _holding(inner: list[tuple[str, Selector | None]]) -> Test:
    """Whether an element has such others in it, or behind it."""

    def test(element: _Element, looks: Looks) -> Answer:
        answer = NO
        for how, steps in inner:
            if steps is None or len(steps) > 1:
                answer = max(answer, MAYBE)
                continue
            for other in _others(element, how):
                answer = max(answer, looks.match(steps, other))
                if answer is YES or how == "+" or looks.left <= 0:
                    break
        return answer

    return test
