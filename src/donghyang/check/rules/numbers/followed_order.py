"""가장 많다는 것보다 뒤를 이은 것이 많습니다. | What follows exceeds what is said to come first.

왜: '광둥이 210건으로 가장 많고 장쑤 180건, 산둥 140건이 뒤를 이음', '1위 A(28%), 2위 B(21%)'는 큰 것부터 적는다.
Why: 'Most, 210; then 180 and 140' and 'first A (28 %), second B (21 %)' go from the larger to the smaller.
Bad: 부산이 310건으로 가장 많았고, 대구 330건, 광주 150건이 뒤를 이음
Good: 부산이 310건으로 가장 많았고, 대구 230건, 광주 150건이 뒤를 이음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import same_unit
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "followed-order"
CLASS = "order"
SEVERITY = "error"

_MOST = lazily(
    r"\s?[)）]?(?:으로|로|을|를|이|가)?,? ?(?:기록하며 |기록해 |차지해 |차지하며 )?(?:가장 (?:많|높|크|컸|큰|앞)|"
    r"1위|최다|선두|맨 앞)"
)
_MOST_BEFORE = lazily(
    r"(?:가장 (?:많은|높은|큰)|1위(?:는|인)|최다) ?(?:곳은 |것은 |[가-힣]{1,4}은 )?[^0-9,.;]{0,14}[(（]?$"
)
_FOLLOWED = lazily(r"\s?[)）]?(?:으로|로|이|가)? ?(?:각각 )?(?:그 )?(?:뒤를 |뒤따|다음|순)")
_THEN = lazily(r"\s?[)）]?(?:[을를이가으]?로?)?[^0-9.;(（]{0,34}[(（]?\s?(?:약 )?")
_OTHER = lazily(r"지난해|전년|작년|늘|줄|증가|감소|대비|보다|전체|평균|합계|총|합쳐|이상|적|낮")
_RANK = lazily(r"(?<![0-9])(?P<rank>[1-9])위(?:는|인|가)? ")
_RANKED = 3
"""Of so many ranks it is plain whether they go from large to small."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """The greatest and those that 뒤를 이음; and three ranks and more with their figures."""
    for sentence in sentences(sheet):
        for at, figure in enumerate(sentence.figures):
            if figure.kind != "rank" and _is_greatest(sentence, figure):
                yield from _followed(sentence, at)
        yield from _ranked(sentence)


def _is_greatest(sentence: Sentence, figure: Quantity) -> bool:
    return _MOST.match(sentence.behind(figure, 24)) is not None or bool(_MOST_BEFORE.search(sentence.ahead(figure)))


def _followed(sentence: Sentence, at: int) -> Iterator[Hit]:
    run = [sentence.figures[at]]
    for figure in sentence.figures[at + 1 :]:
        if figure.kind == "rank" and sentence.behind(run[-1], 40).find(figure.text) >= 0:
            continue  # '210건으로 1위'
        gap = sentence.between(run[-1], figure)
        if figure.unit != run[0].unit or not (_THEN.fullmatch(_without_rank(gap)) and not _OTHER.search(gap)):
            break
        run.append(figure)
    if len(run) > 1 and _FOLLOWED.match(sentence.behind(run[-1])) and all(same_unit(run[0], one) for one in run[1:]):
        yield from _unordered(run)


def _without_rank(gap: str) -> str:
    return gap.replace("1위", "")


def _ranked(sentence: Sentence) -> Iterator[Hit]:
    """'1위는 A(28%), 2위는 B(31%), 3위는 C(17%)': the figure right behind each rank."""
    ranks = list(_RANK.finditer(sentence.text))
    if len(ranks) < _RANKED or [int(one["rank"]) for one in ranks] != list(range(1, len(ranks) + 1)):
        return
    ends = [*(one.start() for one in ranks[1:]), len(sentence.text)]
    run: list[Quantity] = []
    for rank, end in zip(ranks, ends, strict=True):
        inside = [
            one for one in sentence.figures if rank.end() <= one.start - sentence.start < end and one.kind != "rank"
        ]
        if len(inside) != 1 or (run and inside[0].unit != run[0].unit):
            return
        run += inside
    values = [one.value or 0 for one in run]
    if values != sorted(values):
        yield from _unordered(run)


def _unordered(run: list[Quantity]) -> Iterator[Hit]:
    for one, other in pairwise(run):
        if (other.value or 0) > (one.value or 0):
            message = Message(f"앞의 '{one.text}'보다 많습니다.", f"this is more than '{one.text}' before it.")
            yield Hit(other.start, other.end, message, ((one.start, one.end),))
            return
