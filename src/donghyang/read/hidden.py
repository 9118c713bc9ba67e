"""What a page holds and its reader does not see: taken out of the tree, kept aside with the reason.

A page can show an editor one text and a program another. What hides words is known from how they look (`appearance`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.appearance import Appearance, appearance_of
from donghyang.records import Unseen, Why

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from donghyang.read.appearance import Hiders
    from donghyang.read.sheet import Sheet

_MOST = 0.6
"""What hides so much of a page's words is undone by a script: many sites draw the article so, then fade it in."""
_SOFT: frozenset[Why] = frozenset(("sheet", "visibility", "opacity", "colour"))
"""What a script undoes."""
_WHOLE: frozenset[Why] = frozenset(("display", "sheet", "opacity", "place"))
"""What hides an element with all that stands in it."""
GONE = "hidden-element"
"""The name hidden elements get before all of them are taken out at once."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that something hides."""

    element: _Element
    tail: bool
    text: str
    hiders: Hiders


def put_aside(root: _Element, sheet: Sheet, passed: Collection[str] = ()) -> tuple[Unseen, ...]:
    """Take out of the tree the words that a reader does not see; what they were, and why. What stands in elements of
    the names `passed` is not looked at.

    Words that hide in a way scripts undo stay where they are most of the page.
    """
    from lxml import etree

    seen, found = _looked_through(root, sheet, frozenset(passed))
    hidden: Counter[_Element] = Counter()
    for words in found:
        for _, element in words.hiders:
            hidden[element] += len(words.text)
    whole = seen + sum(len(words.text) for words in found)
    shown = {element for element, letters in hidden.items() if letters > _MOST * whole}
    aside: list[tuple[_Element, Why, list[str]]] = []
    for words in found:
        hider = next(((why, one) for why, one in words.hiders if not (why in _SOFT and one in shown)), None)
        if hider is None:
            continue
        _take_out(words)
        why, element = hider
        if why in _WHOLE:
            element.tag = GONE
        if aside and aside[-1][0] is element:
            aside[-1][2].append(words.text)
        else:
            aside.append((element, why, [words.text]))
    etree.strip_elements(root, GONE, with_tail=False)
    return tuple(Unseen(" ".join(texts), why) for _, why, texts in aside)


def _looked_through(root: _Element, sheet: Sheet, passed: frozenset[str]) -> tuple[int, list[_Words]]:
    """How many letters are seen, and the words that are not."""
    from lxml import etree

    seen, found = 0, list[_Words]()
    states: dict[_Element, tuple[Appearance, Hiders]] = {}
    outside = Appearance()

    def note(element: _Element, tail: bool, text: str | None, hiders: Hiders) -> None:
        nonlocal seen
        words = " ".join(text.split()) if text else ""
        if words and hiders:
            found.append(_Words(element, tail, words, hiders))
        else:
            seen += len(words)

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        parent = element.getparent()
        above = states[parent] if element is not root and parent is not None else (outside, ())
        if event == "start" and element.tag in passed:
            states[element] = above
            walk.skip_subtree()
        elif event == "start":
            state = appearance_of(element, above[0], sheet)
            states[element] = (state, above[1] if state is above[0] else state.around())
            note(element, False, element.text, states[element][1])
        else:
            del states[element]
            if element is not root:
                note(element, True, element.tail, above[1])
    return seen, found


def _take_out(words: _Words) -> None:
    if words.tail:
        words.element.tail = " "
    else:
        words.element.text = None
