"""이름을 든 것들의 비중이 그 수를 적은 곳과 맞지 않습니다. | A share does not fit the counts of what it names.

왜: 'A·B·C의 기업이 70%'의 셈은 주석이나 표에 있는 A, B, C의 수와 전체로 해 볼 수 있다.
Why: 'Firms in A, B and C make up 70 %' can be worked out where a remark or a table counts A, B, C and the whole.
Bad:
  01
  시험장 현황 발표
  ■ 시험장 현황을 발표함(3.2)
  - 가온·나래·다솜의 시험장이 전체의 80%를 차지함
  * 지역별: 가온 24곳, 나래 16곳, 다솜 8곳, 기타 32곳(총 80곳)
Good:
  01
  시험장 현황 발표
  ■ 시험장 현황을 발표함(3.2)
  - 가온·나래·다솜의 시험장이 전체의 60%를 차지함
  * 지역별: 가온 24곳, 나래 16곳, 다솜 8곳, 기타 32곳(총 80곳)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._tallies import Tally, tallies
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "named-share"
CLASS = "share"
SEVERITY = "warning"

_NAMES = lazily(r"[가-힣A-Za-z]{2,8}(?:[·,、]\s?[가-힣A-Za-z]{2,8}){1,5}(?:[와과]\s[가-힣A-Za-z]{2,8})?")
_PARTED = lazily(r"[·,、]\s?|[와과]\s")
_HALF = lazily(r"(?P<half>절반|과반)(?P<over>을 넘|을 웃|을 상회|을 차지| 이상)?")
_SHARE = lazily(r"(?:전체|전국|총)[가-힣]{0,6}(?:의)? ?(?:약 )?$|(?:이|가|은|는|비중이|비중은) (?:약 )?$")
_OTHER_BASE = lazily(r"증가|감소|상승|하락|늘|줄|대비|성장|각각")
_BEHIND_NAME = lazily(r"(?:시|성|현|구)?(?:이|가|은|는|의|을|를)?")
_CURRENCY = lazily(r"[A-Z]{3}")
_AREA, _SUM = lazily(r"면적|부지"), lazily(r"액|매출|수출|수입|투자|예산|생산|자금|시장")
_ABOUT = 3
"""How many points '약' allows a share besides its rounding: 약 60% is said of 57 to 63."""
_AREA_UNITS = lazily(r"ha|㎡|km²|㎢|무|헥타르|에이커|m²")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Shares of two and more names that one tally of the article counts together with its whole."""
    for article in sheet.articles:
        counted = [tally for tally in tallies(sheet, article) if tally.total]
        for line in article.passages if counted else ():
            if line.part in PROSE:
                yield from _of_line(sheet, line, counted)


def _of_line(sheet: Sheet, line: Passage, counted: list[Tally]) -> Iterator[Hit]:
    for names in _NAMES.finditer(line.text):
        rest = line.text[names.end() :].split(". ")[0]
        if _OTHER_BASE.search(rest):
            continue
        told: list[list[Hit]] = []
        fitting = False
        for tally in counted:
            chosen = _chosen(names[0], tally)
            part = tally.sum_of(chosen) if chosen else None
            inside = tally.where[0] <= line.start + names.start() < tally.where[1]
            if part is None or not tally.total or inside:
                continue
            found = list(_compared(sheet, line, names.end(), part / tally.total * 100, tally))
            fitting = fitting or not found
            if _speaks_of(rest, tally):
                told.append(found)
        if told and not fitting:
            yield from told[0]


def _chosen(printed: str, tally: Tally) -> tuple[str, ...] | None:
    """The names of a tally that a run of names is made of, its last with whatever follows it; else None."""
    words = _PARTED.split(printed)
    found = [next((name for name in tally.counts if word == name or _extends(word, name)), None) for word in words]
    names = tuple(name for name in found if name is not None)
    return names if len(names) == len(words) > 1 and len(set(names)) == len(names) else None


def _extends(word: str, name: str) -> bool:
    """Is a word the name with a particle or 시, 성, 현 behind it?"""
    return word.startswith(name) and _BEHIND_NAME.fullmatch(word[len(name) :]) is not None


def _speaks_of(rest: str, tally: Tally) -> bool:
    """May a share be one of what the tally counts: areas by areas, sums of money by sums?"""
    unit = tally.unit or ""
    if bool(_AREA_UNITS.fullmatch(unit)) != bool(_AREA.search(rest)):
        return False
    return (_CURRENCY.fullmatch(unit) is not None) == (_SUM.search(rest) is not None)


def _compared(sheet: Sheet, line: Passage, end: int, share: Decimal, tally: Tally) -> Iterator[Hit]:
    start = line.start + end
    figure = next(
        (one for one in sheet.quantities_in(start, line.end) if one.unit == "%" or one.text in ("절반", "과반")), None
    )
    half = _HALF.search(line.text, end)
    message = Message(f"적힌 수로 셈하면 {shown(share)}%입니다.", f"the counts give {shown(share)} %.")
    if half is not None and (half["over"] or half["half"] == "과반"):
        if share < 50:
            yield Hit(line.start + half.start("half"), line.start + half.end("half"), message, (tally.where,))
        return
    if figure is None or figure.value is None or figure.unit != "%" or figure.high is not None:
        return
    if not _SHARE.search(sheet.text[start : figure.start]):
        return
    room = step(figure) / 2 + (_ABOUT if figure.bound == "approx" else 0)
    low_enough = figure.bound in (">=", ">") and share >= figure.value
    high_enough = figure.bound in ("<=", "<") and share <= figure.value
    if not (low_enough or high_enough or abs(share - figure.value) <= room):
        yield Hit(figure.start, figure.end, message, (tally.where,))
