"""Page numbers in the contents of the Hangul print: cross-references (KS X 6101, fieldBegin CROSSREF) behind dots.

Hangul counts them itself when the document is changed, printed or saved; until then they are empty, for a number of
ours might be another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hwpx import HwpxDocument

_KIND = str(int.from_bytes(b"%xrf", "big"))
"""The number of the kind of field, as Hangul writes it."""
_RIGHT, _DOTS = "2", "3"
"""A tab to the right, and the dots before it."""
_ANCHOR = "?#@{};"
"""What a reference leads to while the paragraphs have no numbers yet; afterwards "?#", number, ";"."""
_LED = re.compile(rb"\?#@([^;<]+);")
_PLACE = re.compile(rb'<hp:p [^>]*?(?<= )id="(\d+)"|<hp:bookmark name="([^"]+)"')


def tabbed(document: HwpxDocument, form: Any, width: float) -> None:
    """Give the form of a paragraph shape a dotted tab at `width` points, where the numbers end."""
    header = document.parts.headers[0]
    stop = {"pos": round(width * 100), "type": "RIGHT", "leader": "DASH"}
    tabs = header.ensure_tab_definition(tab_stops=[stop])
    form.set("tabPrIDRef", tabs)
    header.mark_dirty()


def number(paragraph: Any, anchor: str, letters: str) -> None:
    """Put dots and the number of the page where `anchor` stands behind the words of a paragraph so far."""
    space = paragraph.element.tag.removesuffix("p")

    def add(parent: Any, tag: str, text: str | None = None, **told: str) -> Any:
        made = parent.makeelement(space + tag, told)
        made.text = text
        parent.append(made)
        return made

    run = add(paragraph.element, "run", charPrIDRef=letters)
    add(add(run, "t"), "tab", width="0", leader=_DOTS, type=_RIGHT)
    told = {"name": "", "editable": "0", "dirty": "1", "zorder": "-1", "fieldid": _KIND, "metaTag": ""}
    begin = add(add(run, "ctrl"), "fieldBegin", id="1", type="CROSSREF", **told)
    led = _ANCHOR.format(anchor)
    parameters = (
        ("booleanParam", "Fiexde", "1"),
        ("integerParam", "Prop", "0"),
        ("stringParam", "Command", f"{led}5;0;0;0;"),
        ("stringParam", "RefPath", led),
        ("stringParam", "RefType", "TARGET_OUTLINE"),
        ("stringParam", "RefContentType", "OBJECT_TYPE_PAGE"),
        ("booleanParam", "RefHyperLink", "false"),
        ("stringParam", "RefOpenType", "HWPHYPERLINK_JUMP_CURRENTTAB"),
    )
    holder = add(begin, "parameters", cnt=str(len(parameters)), name="")
    for kind, name, value in parameters:
        add(holder, kind, value, name=name)
    add(run, "t")
    add(add(run, "ctrl"), "fieldEnd", beginIDRef="1", fieldid=_KIND)


def led(section: bytes) -> bytes:
    """A section whose references lead to the numbers of the paragraphs that have the anchors."""
    found: dict[bytes, bytes] = {}
    paragraph = b""
    for place in _PLACE.finditer(section):
        if place[1]:
            paragraph = place[1]
        else:
            found[place[2]] = paragraph
    return _LED.sub(lambda one: b"?#" + found.get(one[1], b"0") + b";", section)
