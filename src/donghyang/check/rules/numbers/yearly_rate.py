"""연평균 증가율이 두 해의 값과 맞지 않습니다. | A yearly rate does not lead from the one year's figure to the other's.

왜: 두 해의 값이 적혀 있으면 연평균 증가율을 셈해 볼 수 있다. 전체 증가율을 햇수로 나눈 값이 아니다.
Why: The figures of two years give the yearly rate; it is not the whole rise divided by the years.
Bad: 2023년 매출은 420억 위안으로, 2018년의 210억 위안에서 5년간 연평균 20.0% 성장
Good: 2023년 매출은 420억 위안으로, 2018년의 210억 위안에서 5년간 연평균 14.9% 성장
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import same_unit
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import yearly, yearly_hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "yearly-rate"
CLASS = "growth"
SEVERITY = "warning"

_YEARLY = lazily(r"(?:연평균|매년 평균|해마다 평균) (?:약 )?$")
_MOVES = lazily(r"(?:의|씩)? ?(?:[가-힣]{0,6} )?(?:증가|성장|늘|상승|확대)")
_YEAR = lazily(r"(?:(?P<full>(?:19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2}))년(?![간대])")
_SHORTEST, _LONGEST = 2, 30
"""Years between the two: of fewer there is no average, and more are not compared."""
_ABOUT = 0.03
"""As a share of the rate: what rounding of the two figures and of the rate allows."""
_BETWEEN = 40
"""So far before a figure its year stands."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sentences with two figures of two years and a yearly rate; a year more or less is a way of counting."""
    for sentence in sentences(sheet):
        if "연평균" in sentence.text or " 평균" in sentence.text:
            for rate in sentence.figures:
                yearly = _YEARLY.search(sentence.ahead(rate)) and _MOVES.match(sentence.behind(rate))
                if yearly and rate.unit == "%" and rate.bound in (None, "approx"):
                    yield from _held(sentence, rate)


def _held(sentence: Sentence, rate: Quantity) -> Iterator[Hit]:
    before = [one for one in sentence.figures if one.start < rate.start and one.kind in ("money", "count", "measure")]
    dated = [(year, one) for one in before if one.unit != "년" and (year := _year(sentence, one)) is not None]
    if len(dated) != 2 or not same_unit(dated[0][1], dated[1][1]) or dated[0][1].unit != dated[1][1].unit:
        return
    (first, old), (last, new) = sorted(dated, key=lambda one: one[0])
    years = last - first
    if not _SHORTEST <= years <= _LONGEST or not old.value or not new.value or new.value <= old.value:
        return
    assert rate.value is not None
    likely = yearly(old, new, years)
    room = float(step(rate))
    if not any(abs(float(rate.value) - one) <= room + one * _ABOUT for one in likely):
        yield yearly_hit(rate, old, new, likely[1])


def _year(sentence: Sentence, figure: Quantity) -> int | None:
    """The year nearest before a figure, with no other amount between; None for none."""
    last = max(
        (one.end for one in sentence.figures if one.end <= figure.start and one.unit != "년"), default=sentence.start
    )
    begin = max(last, figure.start - _BETWEEN) - sentence.start
    found = list(_YEAR.finditer(sentence.text, begin, figure.start - sentence.start))
    return full_year(found[-1]["full"] or found[-1]["short"]) if found else None
