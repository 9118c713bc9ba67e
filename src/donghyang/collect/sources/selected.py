"""The entries of a list page by the selectors of its source, where the reader of lists fails on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


def is_selector(text: str) -> bool:
    """Whether a text is a CSS selector, or several with commas between them (Selectors Level 4)."""
    return _compiled(text) is not None


def select(root: _Element, selector: str) -> Iterator[_Element]:
    """The elements below `root` that a selector fits, in order; none for what is no selector."""
    from cssselect2 import ElementWrapper

    compiled = _compiled(selector)
    if compiled is None:
        return
    tests = [one.test for one in compiled]
    for wrapper in ElementWrapper.from_html_root(root).iter_subtree():
        if wrapper.etree_element is not root and any(test(wrapper) for test in tests):
            yield wrapper.etree_element


def _compiled(text: str) -> Any:
    """What cssselect2 makes of a selector, None of what is none: it raises on signs and on words it does not know.

    What it makes is an expression of Python, which Python refuses where brackets are too many (SyntaxError).
    """
    from cssselect2 import SelectorError, compile_selector_list

    try:
        return compile_selector_list(text) or None
    except (SelectorError, ValueError, TypeError, RecursionError, SyntaxError, MemoryError):
        return None
