"""괄호의 모양이 섞였습니다. | Brackets of different shapes are mixed.

왜: 중국어에서 붙여 넣은 전각 괄호（）는 폭이 넓어 사이가 벌어진다. 캡션의 〈 〉와 < >, 낫표도 한 모양으로 쓴다.
Why: Full-width brackets pasted from Chinese leave gaps; captions keep to 〈 〉 or < >, titles to one corner bracket.
Bad: 수소(水素) 버스(20대)를 우한（武汉）에 투입
Good: 수소(水素) 버스(20대)를 우한(武汉)에 투입
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "bracket-form"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_FAMILIES = (("()", "（）", "(）", "（)"), ("「」", "｢｣", "「｣", "｢」"), ("[]", "［］", "[］", "［]"), ("〈〉", "<>"))
_FAMILY = {form: number for number, forms in enumerate(_FAMILIES) for form in forms}
_PAIR = lazily(r"[(（][^()（）\n]*[)）]|[「｢][^「」｢｣\n]*[」｣]|[\[［][^\[\]［］\n]*[\]］]")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Round, square and corner brackets, and the brackets of captions, of the shape that fewer have."""
    families: dict[int, list[Use]] = {}
    for passage in sheet.of(KOREAN):
        spans = [found.span() for found in _PAIR.finditer(passage.text)]
        if passage.part == "caption" and passage.text[0] in "〈<":
            spans.append((0, len(passage.text)))
        for start, end in spans:
            form = passage.text[start] + passage.text[end - 1]
            if form in _FAMILY:
                families.setdefault(_FAMILY[form], []).append(Use(form, passage.start + start, passage.start + end))
    for uses in families.values():
        for use, example in departures(uses):
            words = sheet.text[use.start + 1 : use.end - 1]
            yield departure(use, example, example.form[0] + words + example.form[1])
