"""곧은 따옴표와 둥근 따옴표가 섞였습니다. | Straight and curly quotation marks are mixed.

왜: 여러 곳에서 붙여 넣은 글은 따옴표 모양이 섞인다. 한 보고서는 한 모양으로 쓴다.
Why: Text pasted from several places mixes the shapes of its quotation marks; one report keeps to one.
Bad: ‘수소 버스’와 ‘수소 열차’, '수소 선박'을 개발
Good: ‘수소 버스’와 ‘수소 열차’, ‘수소 선박’을 개발하며 '25년에 완료
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "quotation-marks"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_PAIR = lazily(
    r"‘(?P<single>[^‘’\"'\n]{1,80})’|“(?P<double>[^“”\"'\n]{1,200})”"
    r"|(?<![A-Za-z0-9])'(?=\S)(?P<straight>[^‘’“”\"'\n]{1,80})(?<=\S)'(?![A-Za-z])"
    r"|\"(?=\S)(?P<ditto>[^‘’“”\"'\n]{1,200})(?<=\S)\""
)
_YEAR = lazily(r"['‘’](?=[0-9]{2}(?:년|[-~∼.)]))")
"""The mark before a shortened year."""
_FORM = {"single": "‘ ’", "double": "“ ”", "straight": "' '", "ditto": '" "'}
_OTHER = {"‘ ’": "''", "“ ”": '""', "' '": "‘’", '" "': "“”"}


def find(sheet: Sheet) -> Iterator[Hit]:
    """Quoted stretches of the shape that fewer of their kind have, single and double ones apart."""
    uses = list(_uses(sheet))
    for forms in ({"‘ ’", "' '"}, {"“ ”", '" "'}):
        for use, example in departures(use for use in uses if use.form in forms):
            words, marks = sheet.text[use.start + 1 : use.end - 1], _OTHER[use.form]
            yield departure(use, example, marks[0] + words + marks[1])


def _uses(sheet: Sheet) -> Iterator[Use]:
    for passage in sheet.of(KOREAN):
        for pair in _PAIR.finditer(_YEAR.sub("·", passage.text)):
            yield Use(_FORM[pair.lastgroup or ""], passage.start + pair.start(), passage.start + pair.end())
