"""Text that a page shows only when its reader asks for the rest (展开全文): unseen at first, yet its article's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.css import declarations

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTROL = re.compile(
    r"(?:点击|点此)?(?:展开|阅读|查看|显示|加载|继续阅读)(?:阅读)?(?:全文|全部|更多|剩余|余下|其余|完整)(?:内容|正文|部分|文章)?"
    r"|展开|(?:剩余|余下)(?:内容|全文).{0,6}|read (?:more|on|the rest)|show (?:more|all)|continue reading|expand",
    re.IGNORECASE,
)
_NEAR = 2
"""How many neighbours away the control may stand."""


def unfold(root: _Element) -> None:
    """Show, in the tree, every unseen element that has beside it the control that unfolds it."""
    from lxml import etree

    for element in root.iter(etree.Element):
        if _is_undisplayed(element) and _is_folded(element):
            element.attrib.clear()


def _is_undisplayed(element: _Element) -> bool:
    """Whether an element says of itself that it is not shown."""
    style = declarations(element.get("style") or "")
    return element.get("hidden") is not None or style.get("display") == "none"


def _is_folded(element: _Element) -> bool:
    around = element.getparent()
    return _controlled(element) or (around is not None and around[-1] is element and _controlled(around))


def _controlled(element: _Element) -> bool:
    for step in ("getnext", "getprevious"):
        other = element
        for _ in range(_NEAR):
            other = getattr(other, step)()
            if other is None:
                break
            if _is_control(other):
                return True
    return False


def _is_control(element: _Element) -> bool:
    words = ""
    for piece in element.itertext():
        words += piece.strip()
        if len(words) > 24:
            return False
    return bool(_CONTROL.fullmatch(words.strip(" \u3000>»﹀∨↓▼…[]【】()（）")))
