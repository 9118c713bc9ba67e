"""Commitments on the line of time: when each was said, and by when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from donghyang.publish.charts.draw import WIDTH, Spec, drawn
from donghyang.publish.theme import HOUSE, Look

_ROW = 20
_WORDS = 46
"""Characters of a label that fit before the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment."""

    label: str
    said: str
    """The day it was said, in ISO 8601."""
    due: str
    """The last day of its deadline."""
    when: str
    """The deadline as it is told."""


def timeline(lines: Sequence[Line], look: Look = HOUSE) -> bytes:
    """The commitments in their order as SVG, its words outlines. Raises CannotProceed without the libraries for it."""
    rows = [
        {"label": f"{at + 1}. {_cut(line.label)}", "said": line.said, "due": line.due, "when": line.when}
        for at, line in enumerate(lines)
    ]
    return drawn(_spec(rows, look.theme.colours.main), look)


def _cut(label: str) -> str:
    return label if len(label) <= _WORDS else f"{label[: _WORDS - 1]}…"


def _spec(rows: list[dict[str, str]], colour: str) -> Spec:
    names = {"title": None, "ticks": False, "domain": False, "labelLimit": 2 * WIDTH}
    over = {"field": "label", "type": "nominal", "sort": None, "axis": names}
    time = {"field": "said", "type": "temporal", "axis": {"title": None, "format": "%Y"}}
    due = {"field": "due", "type": "temporal"}
    return {
        "width": WIDTH,
        "height": {"step": _ROW},
        "data": {"values": rows},
        "encoding": {"y": over},
        "layer": [
            {"mark": {"type": "rule", "color": colour}, "encoding": {"x": time, "x2": {"field": "due"}}},
            {"mark": {"type": "point", "color": colour, "filled": True}, "encoding": {"x": due}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6},
                "encoding": {"x": due, "text": {"field": "when", "type": "nominal"}},
            },
        ],
    }
