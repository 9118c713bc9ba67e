"""제목과 요지가 말하는 단계가 서로 다릅니다. | Headline and lead tell another stage of one thing.

왜: 제목은 준공인데 요지는 착공이면, 또는 제목은 초안 공개인데 요지는 확정이면 하나가 틀렸다.
Why: Where the headline has a plant finished and the lead has it begun, or a plan drafted here and adopted there, one
is wrong.
Bad:
  01
  가온시, 담수화 시설 준공
  ■ 가온시는 하루 3만 톤 규모의 담수화 시설을 착공함(3.2)
  - 시설은 바닷가 12만㎡에 들어섬
Good:
  01
  가온시, 담수화 시설 착공
  ■ 가온시는 하루 3만 톤 규모의 담수화 시설을 착공함(3.2)
  - 시설은 바닷가 12만㎡에 들어섬
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import tables
from donghyang.language.nearness import pairs
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "told-stage"
CLASS = "headline-body"
SEVERITY = "warning"

_BEHIND, _AHEAD = 14, 20
"""So far behind and before the word stands what makes it no deed that is done."""
_PLANNED = lazily(
    r"(?:을|를|에|은|는|이|가|와|과)?\s?(?:[가-힣]{1,4}\s)?(?:[가-힣]*(?:할|될|하기로|하려|하고자)|"
    rf"{tables.either(__package__, 'planned')}|시\b|후|이후|이래|전\b|전까지|되면|하면|때)"
)
"""Behind the word, what makes it no deed that is done."""
_LATER = lazily(r"까지[^,.]{0,16}$|내년|연내|[상하]반기|향후|앞으로|(?:20[0-9]{2}|[’‘'][0-9]{2})년[^,.]{0,12}$")
"""Before the word, what puts it into time to come, or at a distance."""
_MOST = 8
"""So many stages of a line are held against an article."""
_ALIKE = 4
"""Pairs of letters that two lines share that tell of one thing: two words and more."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of a stage in a line."""

    kind: str
    stage: str
    line: Passage
    span: Span
    """Its place in the sheet's text."""
    is_done: bool
    """Whether the line tells it as what happened."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Stages of headlines, leads and what retells them that none of the others has, and one has another of."""
    for line, article in retellings(sheet, "headline"):
        for mine in islice(_said(line), _MOST):
            if mine.is_done:
                yield from _held(line, article, mine)


def _held(line: Passage, article: ArticleLines, mine: _Said) -> Iterator[Hit]:
    told = [
        one
        for passage in article.of("headline", "lead", "bullet", "text", "annotation")
        if passage is not line
        for one in _said(passage)
        if one.kind == mine.kind
    ]
    if any(one.stage == mine.stage and one.is_done for one in told):
        return
    others = [one for one in told if one.stage != mine.stage and one.is_done and one.line.part == "lead"]
    if others and len(pairs(line.text) & pairs(others[0].line.text)) >= _ALIKE:
        other = others[0]
        word = other.line.text[other.span[0] - other.line.start : other.span[1] - other.line.start]
        yield Hit(*mine.span, Message(f"요지에는 '{word}'입니다.", f"the lead has '{word}'."), (other.span,))


def _said(line: Passage) -> Iterator[_Said]:
    search, known = _stages()
    for found in search.finditer(line.text):
        ahead = line.text[max(0, found.start() - _AHEAD) : found.start()]
        is_done = not (_PLANNED.match(line.text, found.end(), found.end() + _BEHIND) or _LATER.search(ahead))
        kind, stage = known[found[0]]
        yield _Said(kind, stage, line, (line.start + found.start(), line.start + found.end()), is_done)


@cache
def _stages() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A search for the words of stages; word -> kind, stage."""
    known = {
        word.replace("_", " "): (kind, stage)
        for kind, stage, words in tables.read(__package__, "stages.tsv")
        for word in words.split()
    }
    return lazily("|".join(sorted(known, key=len, reverse=True))), known
