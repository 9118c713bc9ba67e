"""The look that every format reads: the newsroom's theme with its picture files, and what its colours must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from donghyang.publish.images import Image
from donghyang.records import Colours, Message, Theme

WHITE = "#ffffff"
LEAST_CONTRAST = 4.5
"""Of letters to their ground (WCAG 2.1, 1.4.3, level AA)."""
PAIRS = (
    ("main", "tint"),
    ("main", WHITE),
    ("warm", "main"),
    ("accent", WHITE),
    ("accent", "tint"),
    ("accent", "box"),
    ("ink", WHITE),
    ("ink", "tint"),
    ("ink", "box"),
    ("soft", WHITE),
    ("soft", "tint"),
    ("soft", "box"),
    ("link", WHITE),
    ("link", "tint"),
    ("alarm", WHITE),
)
"""Letters and their ground, wherever a print sets them so."""


_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Look:
    """A theme with the files that it names."""

    theme: Theme = field(default_factory=Theme)
    logo: Image | None = None
    emblem: Image | None = None
    typefaces: Path | None = None
    """The folder of further typefaces."""
    templates: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """The newsroom's own templates, by name."""


HOUSE = Look()
"""What holds for a newsroom without a theme."""


def number_label(number: int) -> str:
    """How the print writes an issue's number."""
    return f"제{number}호"


def faint(colours: Colours) -> Iterator[tuple[str, Message]]:
    """The colours whose letters cannot be read on their ground: key, and what was expected."""
    for front, ground in PAIRS:
        one, other = getattr(colours, front), getattr(colours, ground, ground)
        if (found := contrast(one, other)) < LEAST_CONTRAST:
            name = "" if ground == other else f"{ground} "
            yield (
                front,
                Message(
                    f"{name}{other} 위에서 읽히는 색(명도 대비 {LEAST_CONTRAST} 이상; 지금은 {found:.1f})",
                    f"a colour that can be read on {name}{other} (contrast {LEAST_CONTRAST}; it is {found:.1f})",
                ),
            )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.1, contrast ratio)."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
