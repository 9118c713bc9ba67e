"""요지와 본문에서 같은 숫자의 주인이 다릅니다. | Lead and body give one figure to different places.

왜: 난사구의 132개를 대만구 전체의 132개로 적으면 사실이 달라진다.
Why: A district's 132 given to the whole region is another claim.
Bad:
  01
  해양 도시 계획 발표
  ■ 산둥성의 해양 투자액은 73억 위안을 초과(3.2)
  - 칭다오시 해양 투자액은 73억 위안 초과
Good:
  01
  해양 도시 계획 발표
  ■ 산둥성의 해양 투자액은 73억 위안을 초과(3.2)
  - 산둥성 해양 투자액은 73억 위안 초과
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from donghyang.check.figures.wording import is_total
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees
from donghyang.language.gazetteer import Place, by_hangul
from donghyang.language.misnamed import misnamed
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "other-subject"
CLASS = "headline-body"
SEVERITY = "warning"

_WORD = lazily(r"(?<![가-힣])[가-힣]{2,10}")
_LONGEST = 6
"""Letters of the longest name of a place."""
_NEAR = 26
"""How far before its figure a place may stand to be its subject, brackets not counted."""
_WINDOW = 400
"""How far back it is looked for, brackets counted."""
_MOST = 40
"""A line with more figures than these is no lead."""
_LEAST = 10
"""Smaller counts agree by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of the lead that the body states of another place, and of no other line."""
    for article in sheet.articles:
        body = [passage for passage in article.passages if passage.part in BODY and passage.part != "cell"]
        for lead in article.of("headline", "lead"):
            for figure in sheet.quantities_in(*lead.span)[:_MOST]:
                mine = _subject(sheet, lead, figure, 2 * _NEAR)
                if mine is None or figure.kind not in ("money", "count") or (figure.value or 0) <= 0:
                    continue
                if figure.kind == "count" and (figure.value or 0) < _LEAST:
                    continue
                yield from _compare(sheet, body, figure, mine)


def _compare(sheet: Sheet, body: list[Passage], figure: Quantity, mine: tuple[Place, Span]) -> Iterator[Hit]:
    places: list[tuple[Place, Span]] = []
    for line in body:
        for other in sheet.quantities_in(*line.span):
            if other.kind == figure.kind and _same(figure, other):
                theirs = _subject(sheet, line, other, _NEAR)
                if theirs is None or mine[0].hangul in line.text:
                    return
                places.append(theirs)
    if places and all(place.hanzi != mine[0].hanzi and place.hanzi != mine[0].parent for place, _ in places):
        place, span = places[0]
        yield Hit(
            figure.start,
            figure.end,
            Message(
                f"요지는 {mine[0].hangul}의 숫자로, 본문은 {place.hangul}의 숫자로 적었습니다.",
                f"here it is a figure of {mine[0].hanzi}, in the body one of {place.hanzi}.",
            ),
            related=(span,),
        )


def _same(a: Quantity, b: Quantity) -> bool:
    """The same value, whatever the bounds say: 130 or more is not the 132 of another line."""
    return agrees(replace(a, bound=None), replace(b, bound=None)).how == "equal"


def _subject(sheet: Sheet, line: Passage, figure: Quantity, reach: int) -> tuple[Place, Span] | None:
    """The last place named before a figure, when it is near."""
    end = figure.start - line.start
    if is_total(line.text, end):
        return None
    last: tuple[Place, Span] | None = None
    for found in _WORD.finditer(line.text, max(0, end - _WINDOW), end):
        place = _place(found.group())
        if place is not None:
            last = (place, (line.start + found.start(), line.start + found.end()))
    if last is None:
        return None
    between = re.sub(r"[(（][^()（）]*[)）]|[㐀-鿿]+", "", sheet.text[last[1][1] : figure.start])
    return last if len(between) <= reach else None


def _place(word: str) -> Place | None:
    """The place that a word begins with, rightly spelled or not."""
    for length in range(min(len(word), _LONGEST), 1, -1):
        found = by_hangul().get(word[:length])
        if found and (length == len(word) or length > 2 or word[length] in "성시구의은는이가에"):
            return found[0]
    mistake = misnamed(word)
    return mistake.place if mistake is not None and mistake.alone else None
