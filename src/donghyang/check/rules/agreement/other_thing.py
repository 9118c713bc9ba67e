"""옮긴 줄의 말 자리에 기사에는 같은 종류의 다른 말이 있습니다. | The article has another thing of the kind.

왜: 요약은 '응용연구 비중'인데 기사는 내내 '기초연구 비중'이면 하나가 틀렸다. 재료와 단계도 같다.
Why: Where the summary has the share of applied research and the article only that of basic research, one is wrong; so
for materials and phases.
Bad:
  01
  가온시, 응용연구 비중 확대
  ■ 가온시는 과학자 60명을 지원함(3.2)
  - 2030년까지 기초연구 비중을 15%로 높임
Good:
  01
  가온시, 기초연구 비중 확대
  ■ 가온시는 과학자 60명을 지원함(3.2)
  - 2030년까지 기초연구 비중을 15%로 높임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import places
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import tables
from donghyang.language.gazetteer import Place, called, within
from donghyang.language.patterns import lazily
from donghyang.language.sisters import sisters_in
from donghyang.records import Message, Span

ID = "other-thing"
CLASS = "headline-body"
SEVERITY = "warning"

_KINDS = frozenset(tables.words(__package__, "kinds_of_things"))
_NEXT = lazily(r"[가-힣]*(?:[(（][^()（）]*[)）])?[을를이가은는의]? (?P<noun>[가-힣]{2,})")
"""Behind the word, the one that goes on with it."""
_OPENING = lazily(
    r"^(?:中 |중국 )?(?P<name>[가-힣]{2,12}?)(?P<kind>시|성|현|구)?(?:[(（][^()（）]*[)）])?(?P<tail>시|성)?[,은는이 ]"
)
_LEVELS = frozenset(("province", "municipality", "region", "city", "prefecture"))


def find(sheet: Sheet) -> Iterator[Hit]:
    """Things and places of retelling lines in whose place the article has another only."""
    for line, article in retellings(sheet, "headline", "lead"):
        lines = [one for one in article.of("headline", "lead", *BODY) if one is not line]
        if len(lines) > 1:
            yield from _things(line, lines)
            if line.part == "headline" and (lead := article.first("lead")) is not None:
                yield from _opening_place(line, lead, lines)


def _things(line: Passage, lines: Sequence[Passage]) -> Iterator[Hit]:
    told = "\n".join(one.text for one in lines)
    mine = sisters_in(line.text, _KINDS)
    theirs = sisters_in(told, _KINDS) if mine else {}
    for kind, members in mine.items():
        if kind == _MINISTRY:
            continue
        for member, span in members.items():
            word = line.text[slice(*span)]
            if member in theirs.get(kind, {}) or word in told:
                continue
            others = list(theirs.get(kind, {}))
            meant = [(one, place) for one in lines for place in _in_its_place(line, span, one, kind, others)]
            told_twice = line.part == "lead" and all(one.part == "headline" for one, _ in meant)
            if len({one.text[slice(*place)] for one, place in meant}) == 1 and not told_twice:
                yield _hit(line, span, *meant[0])


def _in_its_place(line: Passage, span: Span, other: Passage, kind: str, members: Sequence[str]) -> Iterator[Span]:
    """Where a line has another of the kind that goes on with the same noun."""
    mine = _NEXT.match(line.text, span[1])
    for member, place in sisters_in(other.text, _KINDS).get(kind, {}).items() if members else ():
        if member in members:
            theirs = _NEXT.match(other.text, place[1])
            if mine and theirs and mine["noun"][:_SAME] == theirs["noun"][:_SAME]:
                yield place


_MINISTRY = "ministry"
"""Of these an article names several, each with deeds of its own: none stands in another's place."""
_SAME = 2
"""Letters at its beginning by which a noun is the same."""


def _opening_place(line: Passage, lead: Passage, lines: Sequence[Passage]) -> Iterator[Hit]:
    """'쑤저우시 연구팀, …' over a lead that opens with another city, which has the first nowhere."""
    mine, theirs = _OPENING.match(line.text), _OPENING.match(lead.text)
    if mine is None or theirs is None or mine["name"] == theirs["name"]:
        return
    told = "\n".join(one.text for one in lines)
    here, there = ([one for one in called(found["name"]) if one.level in _LEVELS] for found in (mine, theirs))
    if (
        not here
        or not there
        or any(True for _ in places(told, mine["name"]))
        or any(True for _ in places(line.text, theirs["name"]))
    ):
        return
    if all(_may_be_exchanged(one, other) for one in here for other in there):
        yield _hit(line, mine.span("name"), lead, theirs.span("name"))


def _may_be_exchanged(one: Place, other: Place) -> bool:
    return one.level == other.level and not within(one, other) and not within(other, one)


def _hit(line: Passage, span: Span, other: Passage, place: Span) -> Hit:
    word = other.text[slice(*place)]
    message = Message(f"본문에는 '{word}'입니다.", f"the article has '{word}'.")
    return Hit(line.start + span[0], line.start + span[1], message, ((other.start + place[0], other.start + place[1]),))
