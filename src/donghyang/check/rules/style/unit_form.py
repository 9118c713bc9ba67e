"""같은 단위를 다르게 적었습니다. | One unit is written in different ways.

왜: km와 ㎞, KW와 kW, ㎡와 m²는 같은 단위다. 한 보고서는 한 가지로 적는다.
Why: km and ㎞, KW and kW, ㎡ and m² are the same units; one report writes each in one way.
Bad: 노선은 30km와 25km이고 지선은 12㎞
Good: 노선은 30km와 25km이고 지선은 12km이며 면적은 3㎡, 길이는 4m
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "unit-form"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_UNITS = (
    *(
        ("km", "㎞", "Km", "KM", "킬로미터"),
        ("㎢", "km²", "km2", "제곱킬로미터"),
        ("㎡", "m²", "m2", "제곱미터", "평방미터"),
    ),
    *(
        ("㎥", "m³", "m3", "세제곱미터", "입방미터"),
        ("cm", "㎝"),
        ("mm", "㎜"),
        ("nm", "㎚", "나노미터"),
        ("μm", "㎛", "um"),
    ),
    *(
        ("kg", "㎏", "Kg", "KG", "킬로그램"),
        ("mg", "㎎"),
        ("t", "톤"),
        ("℃", "°C", "도씨"),
        ("%p", "%P", "%포인트", "퍼센트포인트"),
    ),
    *(("kW", "㎾", "KW", "Kw", "킬로와트"), ("MW", "㎿", "메가와트"), ("GW", "기가와트"), ("kWh", "KWh", "KWH", "㎾h")),
    *(("GHz", "㎓", "Ghz"), ("MHz", "㎒", "Mhz"), ("mL", "㎖", "ml"), ("L", "ℓ", "리터"), ("ha", "㏊", "헥타르")),
)
_FAMILY = {form: number for number, forms in enumerate(_UNITS) for form in forms}
_UNIT = lazily(
    r"(?<=[0-9만억조천])[ ]?(?P<unit>"
    + "|".join(sorted(map(re.escape, _FAMILY), key=len, reverse=True))
    + r")(?![A-Za-z0-9²³/])"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Units behind a number in another form than most of the same unit."""
    families: dict[int, list[Use]] = {}
    for passage in sheet.of(KOREAN):
        for found in _UNIT.finditer(passage.text):
            use = Use(found["unit"], passage.start + found.start("unit"), passage.start + found.end("unit"))
            families.setdefault(_FAMILY[found["unit"]], []).append(use)
    for uses in families.values():
        for use, example in departures(uses):
            yield departure(use, example, example.form)
