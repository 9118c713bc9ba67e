"""A chart as a picture of the print."""

from __future__ import annotations

import re
from dataclasses import replace

from donghyang.publish.charts.choose import choose
from donghyang.publish.charts.draw import raster, vector
from donghyang.publish.images import Image, fitting
from donghyang.publish.marks import CHART
from donghyang.publish.theme import Look
from donghyang.records import CannotProceed, Message, Table

_SIZE = re.compile(rb'width="([\d.]+)" height="([\d.]+)"')


def picture_of(table: Table | None, look: Look) -> Image:
    """The chart of a table. Raises CannotProceed, naming the table and why, where none can be drawn of it."""
    if table is None:
        raise _none("", Message("그 앞에 표가 없음", "no table stands before it"))
    name = table.caption or ""
    chart = choose(table)
    if isinstance(chart, Message):
        raise _none(name, chart)
    try:
        data = vector(chart, look)
    except ValueError as problem:  # Vega cuts a name that is too wide, and may do so inside of a letter beyond U+FFFF
        raise _none(name, Message("그릴 수 없는 글자가 있음", "it has letters that cannot be drawn")) from problem
    found = _SIZE.search(data)
    assert found is not None  # Vega writes both
    told = f"표 〈{name}〉의 도표. 값은 그 표와 같음." if name else "앞 표의 도표. 값은 그 표와 같음."
    return Image(CHART, data, "svg", *fitting(float(found[1]), float(found[2])), told)


def in_points(image: Image) -> Image:
    """A picture for formats that take no vectors: a chart as PNG, any other as it is."""
    return replace(image, data=raster(image.data), kind="png") if image.kind == "svg" else image


def _none(name: str, why: Message) -> CannotProceed:
    ko, en = (f"표 〈{name}〉", f"table 〈{name}〉") if name else ("도표", "a chart")
    return CannotProceed(
        Message(
            f"{ko}: 도표로 그릴 수 없습니다({why.ko}). 그 그림 줄을 지우거나 표를 고치십시오.",
            f"{en} cannot be drawn as a chart ({why.en}). Take its figure line out, or mend the table.",
        )
    )
