"""A chart as SVG, by Vega-Lite: words at the things they name, colours that everybody can tell apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from donghyang.publish import fonts
from donghyang.publish.charts.choose import Chart, Series
from donghyang.publish.charts.outline import outlined
from donghyang.publish.theme import Look
from donghyang.records import CannotProceed, Message

WIDTH = 400
"""Of a chart, in points."""
_LETTERS = 9
_STEP = 21
"""From one bar to the next."""
_HEIGHT = 170
"""Of a chart of lines."""
_BESIDE = 1.2
"""How much longer the scale is than the longest bar: its figure stands behind it."""
_APART = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
"""Colours that the colour-blind tell apart (Okabe and Ito, "Color Universal Design", 2008); dashes and signs differ
too."""
_QUIET = "#8fa3ba"
_INK = "#1b212a"
_NAME = Decimal("0.075")
"""Share of the height that the name of a line takes."""
_NAMES = 48
"""Room for the names of moments before their bars."""
_SCALE = 3
"""Pixels of a point, where a format takes pictures of points alone."""

Spec = dict[str, Any]


def vector(chart: Chart, look: Look) -> bytes:
    """The chart as SVG whose words are outlines. Raises CannotProceed without the libraries or typefaces for it."""
    return _vector(chart, look.theme.colours.main, look.theme.typefaces.korean, fonts.chosen(look))


def raster(svg: bytes) -> bytes:
    """A chart as PNG."""
    import vl_convert

    made: bytes = vl_convert.svg_to_png(svg.decode(), scale=_SCALE)
    return made


@lru_cache(maxsize=128)
def _vector(chart: Chart, colour: str, family: str, among: Any) -> bytes:
    draw = {"bars": _bars, "shares": _bars, "series": _lines, "targets": _targets}[chart.kind]
    return _made(draw(chart, colour), family, among)


def drawn(spec: Spec, look: Look) -> bytes:
    """A picture by its own specification in the typefaces of the house, as `vector`."""
    return _made(spec, look.theme.typefaces.korean, fonts.chosen(look))


def _made(spec: Spec, family: str, among: Any) -> bytes:
    try:
        import fontTools  # noqa: F401  (draws the letters, in outline)
        import vl_convert
    except ImportError as problem:
        raise CannotProceed(
            Message(
                "도표를 그릴 수 없습니다: 설치되지 않은 부분입니다. 설치: pip install donghyang[charts]",
                "charts cannot be drawn: not installed. Run: pip install donghyang[charts]",
            )
        ) from problem
    faces = fonts.faces(among.families())
    families = (family, *faces.sans) if family else faces.sans
    if (wheel := fonts.wheel_folder()) is not None:
        vl_convert.register_font_directory(str(wheel))
    whole = _KINDS | spec | {"config": _config(families[0])}
    return outlined(vl_convert.vegalite_to_svg(json.dumps(whole)), families, among)


_KINDS: Spec = {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "background": "#ffffff", "padding": 2}


def _config(family: str) -> Spec:
    letters = {"labelFont": family, "titleFont": family, "labelFontSize": _LETTERS, "titleFontSize": _LETTERS}
    lines = {"grid": False, "domainColor": "#c5cfdb", "tickColor": "#c5cfdb", "labelColor": _INK, "labelLimit": 190}
    words = {"font": family, "fontSize": _LETTERS, "color": _INK}
    return {
        "view": {"stroke": None},
        "axis": letters | lines,
        "title": words | {"fontWeight": "normal", "anchor": "start"},
        "text": words,
        "concat": {"spacing": 14},
        "legend": {"labelFont": family, "labelFontSize": _LETTERS, "labelColor": _INK},
    }


def _values(series: Series) -> list[Mapping[str, object]]:
    """The figures as Vega takes them; a float draws as near as a printer can."""
    return [
        {
            "label": point.label,
            "value": float(point.value),
            "edge": max(0.0, float(point.value)),
            "said": point.said,
            "series": series.name,
        }
        for point in series.points
    ]


def _along(series: Series) -> Spec:
    """Bars of a series: names before them, from zero to a little beyond the longest."""
    values = [float(point.value) for point in series.points]
    reach = {"domainMin": min(0.0, *values) * _BESIDE, "domainMax": max(0.0, *values) * _BESIDE or 1.0, "nice": False}
    names = {"title": None, "ticks": False, "domain": False}
    return {
        "y": {"field": "label", "type": "nominal", "sort": None, "axis": names},
        "x": {"field": "value", "type": "quantitative", "axis": None, "scale": reach},
    }


_SAID: Spec = {
    "mark": {"type": "text", "align": "left", "dx": 4},
    "encoding": {"text": {"field": "said"}, "x": {"field": "edge", "type": "quantitative"}},
}
"""A bar's figure behind it; of a bar that runs to the left, behind where it begins."""


def _bars(chart: Chart, colour: str) -> Spec:
    """Bars in the table's order."""
    (series,) = chart.series
    return {
        "width": WIDTH,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "height": {"step": _STEP},
        "title": chart.measure,
        "data": {"values": _values(series)},
        "encoding": _along(series),
        "layer": [{"mark": {"type": "bar", "color": colour, "height": {"band": 0.6}}}, _SAID],
    }


def _targets(chart: Chart, colour: str) -> Spec:
    """For each row what is and what shall be, on a scale of its own: rows measure different things."""
    moments = {"domain": [point.label for point in chart.series[0].points], "range": [_QUIET, colour]}
    coloured = {"color": {"field": "label", "type": "nominal", "legend": None, "scale": moments}}
    bar = {"mark": {"type": "bar", "height": {"band": 0.7}}, "encoding": coloured}
    pairs = []
    for series in chart.series:
        along = _along(series)
        along["y"]["axis"] |= {"minExtent": _NAMES, "maxExtent": _NAMES}
        pairs.append(
            {
                "width": WIDTH / 2 - _NAMES - 14,
                "height": {"step": 15},
                "title": series.name,
                "data": {"values": _values(series)},
                "encoding": along,
                "layer": [bar, _SAID],
            }
        )
    return {"columns": 2, "concat": pairs, "resolve": {"scale": {"x": "independent", "y": "independent"}}}


def _crowded(chart: Chart) -> bool:
    """Whether the ends of two lines are so near that their names would stand on one another."""
    ends = sorted(series.points[-1].value for series in chart.series)
    reach = max(abs(point.value) for series in chart.series for point in series.points) or 1
    return any(after - before < reach * _NAME for before, after in pairwise(ends))


def _lines(chart: Chart, colour: str) -> Spec:
    """Lines over time, from zero; several end at their names, or have them below where they end too near one another.

    A single one says its figures.
    """
    single, crowded = len(chart.series) == 1, _crowded(chart)
    below = {"orient": "bottom", "title": None, "symbolSize": 60, "symbolStrokeWidth": 0} if crowded else None
    by = {"field": "series", "type": "nominal", "legend": below}
    scale = {"domain": [series.name for series in chart.series]}
    coloured = {} if single else {"color": by | {"scale": scale | {"range": [*_APART]}}}
    dashed, signed = ({} if single else coloured | {key: by | {"scale": scale}} for key in ("strokeDash", "shape"))
    words: Spec = {"mark": {"type": "text", "dy": -9}, "encoding": {"text": {"field": "said"}}}
    if crowded:
        words["encoding"] = {"text": {"value": ""}}
    elif not single:
        last = chart.series[0].points[-1].label
        words = {"mark": {"type": "text", "align": "left", "dx": 7}, "encoding": {"text": {"field": "series"}}}
        words["transform"] = [{"filter": {"field": "label", "equal": last}}]
    return {
        "width": WIDTH - (30 if single or crowded else 110),
        "height": _HEIGHT,
        "title": chart.measure,
        "data": {"values": [value for series in chart.series for value in _values(series)]},
        "encoding": {
            "x": {"field": "label", "type": "ordinal", "sort": None, "axis": {"title": None, "labelAngle": 0}},
            "y": {"field": "value", "type": "quantitative", "axis": {"title": None, "tickCount": 4}},
        },
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 1.8, "color": colour}, "encoding": dashed},
            {"mark": {"type": "point", "filled": True, "size": 34, "color": colour}, "encoding": signed},
            words,
        ],
    }
