"""The templates: those of the house, or the newsroom's own in their place."""

from __future__ import annotations

import string
from dataclasses import asdict
from importlib import resources

from donghyang.publish.css import faces
from donghyang.publish.theme import HOUSE, Look
from donghyang.records import CannotProceed, Message

TYPESETTING, PAGE, STYLE, OFFICE = "report.typ", "report.html", "report.css", "office.toml"
TEMPLATES = (TYPESETTING, PAGE, STYLE, OFFICE)
"""What a newsroom may have of its own; of office.toml only what differs."""


def template_of(name: str, look: Look = HOUSE) -> str:
    """The text of a template."""
    own = look.templates.get(name)
    return resource(name) if own is None else own


def resource(name: str) -> str:
    """The text of the house's own template."""
    return resources.files("donghyang.publish").joinpath("templates", name).read_text(encoding="utf-8")


def coloured(name: str, look: Look) -> str:
    """A style sheet of the house in the colours of a theme, for readers that know no variables."""
    return string.Template(resource(name)).substitute(asdict(look.theme.colours) | faces(look))


def refused(name: str, where: str, expected: Message) -> CannotProceed:
    """The error for a newsroom's own template: what ought to stand there."""
    place = f"{name}: {where}" if where else name
    return CannotProceed(
        Message(
            f"서식 {place}: 있어야 할 것은 {expected.ko.removesuffix('.')}. 고치거나 그 파일을 치우십시오.",
            f"template {place}: expected {expected.en.removesuffix('.')}. Mend it, or take the file away.",
        )
    )


def broken(name: str, why: str) -> CannotProceed:
    """The error for a newsroom's own template that cannot be filled, and why."""
    return CannotProceed(
        Message(
            f"서식 {name}: 채울 수 없습니다({why}). 고치거나 그 파일을 치우십시오.",
            f"template {name} cannot be filled ({why}). Mend it, or take the file away.",
        )
    )
