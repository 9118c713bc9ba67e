"""제목이나 요약의 말 대신 본문에는 다른 말만 있습니다. | The body has another word in the place of the headline's.

왜: 제목은 원숭이의 폐인데 본문은 내내 돼지의 폐이면 하나가 틀렸다. 곳·기관·재료·방향(증가와 감소)도 같다.
Why: Where the headline has a monkey's lung and the body only a pig's, one is wrong; so for places, bodies, materials,
and for rise and fall.
Bad:
  01
  가온시, 원숭이 폐 이식 성공
  ■ 이식 결과를 발표함(3.2)
  - 연구진은 돼지의 폐를 환자에게 이식함
Good:
  01
  가온시, 돼지 폐 이식 성공
  ■ 이식 결과를 발표함(3.2)
  - 연구진은 돼지의 폐를 환자에게 이식함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.clauses import clauses
from donghyang.language import tables
from donghyang.language.gazetteer import Place, by_hangul, homographs, within
from donghyang.language.nearness import pairs
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.poles import Sign, poles
from donghyang.language.sisters import sisters_in
from donghyang.records import Message, Span

ID = "other-word"
CLASS = "headline-body"
SEVERITY = "warning"

_KINDS = frozenset(tables.words(__package__, "kinds_of_things"))
_ALIKE = 2
"""Pairs of letters beside the word that a line of the body must share with the headline."""
_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,14}")
_NOUN_BEFORE = lazily(r"([가-힣]{2,8}?)(?:이|가|을|를|에|의|은|는)? (?:[0-9.,%배억만조 ]+)?$")
_ENDS_CLAUSE = lazily(r"(?:[가-힣]{0,3})(?:$|[,.…·(\"”’')]|\s[0-9(])")
"""Behind what went one of two ways, the end of a headline or of a part of it."""
_PAIRS = frozenset(("change", "result", "trade", "balance", "well"))
_RESULT = "result"
"""How the one thing ended that a text is about, whatever it calls it."""
_EARLIER = lazily(r"(?:작년|지난해)(?!보다| 같은|에 비해)|전년에|이전|과거|앞서|종전|지난번|당초")
_SHARED = 3
"""Letters that two names must have in common at their end to be names of one kind."""
_BEGINNING = 2
_LONG = 5
"""So many letters at their end are the same only in names of one kind."""
_DIVISION = lazily(r"(?<=[가-힣]{2})(?:성|시|현|구)$")
_CITY = ("city", "county", "prefecture")
_TOP = ("province", "municipality", "region")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words of headlines and summaries in whose place the article has another of the kind."""
    for line, article in retellings(sheet, "headline", "lead"):
        above = [one for one in article.of("headline", "lead") if one is not line]
        body = [*(one for one in above if one.part == "lead" and line.part != "lead"), *article.of(*BODY)]
        for kind in (_things, _turned, _places, _heads, _subject) if body else ():
            for hit in kind(line, body):
                if not any(sheet.text[hit.start : hit.end] in one.text for one in above):
                    yield hit


def _things(line: Passage, body: Sequence[Passage]) -> Iterator[Hit]:
    """One thing of a kind in the line, one other in the body, which has it nowhere."""
    mine = {kind: members for kind, members in sisters_in(line.text, _KINDS).items() if len(members) == 1}
    told = "\n".join(one.text for one in body)
    lost = {
        kind: (member, span)
        for kind, members in mine.items()
        for member, span in members.items()
        if line.text[slice(*span)] not in told
    }
    theirs = sisters_in(told, _KINDS) if lost else {}
    for kind, (member, span) in lost.items():
        others = theirs.get(kind, {})
        if len(others) != 1 or member in others:
            continue
        ((at, until),) = others.values()
        other = told[at:until]
        if _is_told_alike(line, span, body, other, 1) and _goes_on_alike(line.text[span[1] :], told, other):
            yield _hit(line, span, body, other)


def _is_told_alike(line: Passage, span: Span, body: Sequence[Passage], other: str, need: int = _ALIKE) -> bool:
    """Does a line of the body that has the other word share so many pairs of letters with the rest of the line?"""
    beside = pairs(line.text[: span[0]]) | pairs(line.text[span[1] :])
    return any(len(beside & pairs(one.text.replace(other, " "))) >= need for one in body if other in one.text)


def _goes_on_alike(behind: str, told: str, other: str) -> bool:
    """Is the next noun behind the word, or the deed at the end of the line, what stands behind the other word too?"""
    nouns = [without_particle(word[0]) for word in _NOUN.finditer(behind)]
    places = [found.end() for found in re.finditer(re.escape(other), told)]
    near = [(noun, _BESIDE) for noun in nouns[:1]] + [(noun, _CLAUSE) for noun in nouns[-1:]]
    return any(noun in told[at : at + reach] for at in places for noun, reach in near)


_NOUN = lazily(r"(?<![가-힣0-9])[가-힣0-9]+")
_BESIDE, _CLAUSE = 14, 60
"""So far behind the other word stands the same noun, and the same deed."""


def _hit(line: Passage, span: Span, body: Sequence[Passage], other: str) -> Hit:
    where = next((one for one in body if other in one.text), body[0])
    at = where.start + max(0, where.text.find(other))
    message = Message(f"본문에는 '{other}'입니다.", f"the article has '{other}'.")
    return Hit(line.start + span[0], line.start + span[1], message, ((at, at + len(other)),))


def _turned(line: Passage, body: Sequence[Passage]) -> Iterator[Hit]:
    """A noun that rose, where the body only has it falling."""
    for sign in poles(line.text, "ko"):
        noun = _NOUN_BEFORE.search(line.text[: sign.start])
        if sign.pair not in _PAIRS or noun is None or not _ENDS_CLAUSE.match(line.text, sign.end):
            continue
        subject = "" if sign.pair == _RESULT else noun[1]
        said = [(one, other) for one in body for other in _said_of(one.text, subject, sign.pair)]
        if said and all(other.pole != sign.pole for _, other in said):
            one, other = said[0]
            word = one.text[other.start : other.end]
            message = Message(f"본문에는 '{word}'입니다.", f"the article has '{word}'.")
            span = (one.start + other.start, one.start + other.end)
            yield Hit(line.start + sign.start, line.start + sign.end, message, (span,))


def _said_of(text: str, noun: str, pair: str) -> Iterator[Sign]:
    """The first sign of the pair behind a noun in each clause of a line that has it."""
    for start, end in clauses(text, 0, len(text)) if noun in text else ():
        at = text.find(noun, start, end)
        if at >= 0 and not _EARLIER.search(text, start, end):
            signs = [one for one in poles(text, "ko", at + len(noun), end) if one.pair == pair]
            yield from signs[:1]


def _places(line: Passage, body: Sequence[Passage]) -> Iterator[Hit]:
    """The one place of the line, where the body names only another of its rank that lies elsewhere."""
    mine = _named(line.text)
    if len(mine) != 1:
        return
    told = "\n".join(one.text for one in body)
    (word, (place, span)) = next(iter(mine.items()))
    theirs = {name: one for name, (one, _) in _named(told).items()}
    if word in told or place.hangul in told or any(_are_related(place, one) for one in theirs.values()):
        return
    alike = [name for name, one in theirs.items() if _rank(one) == _rank(place)]
    if len(alike) == 1 and _is_told_alike(line, span, body, alike[0]):
        yield _hit(line, span, body, alike[0])


def _named(text: str) -> dict[str, tuple[Place, Span]]:
    """The places that a text names, each once."""
    found: dict[str, tuple[Place, Span]] = {}
    for word in _WORD.finditer(text):
        name = _DIVISION.sub("", without_particle(word[0]))
        for form in (word[0], name, without_particle(word[0])):
            places = by_hangul().get(form, ())
            if len(places) >= 1 and form not in homographs() and form not in found:
                found[form] = (places[0], (word.start(), word.start() + len(form)))
                break
    return found


def _are_related(one: Place, other: Place) -> bool:
    return one.hanzi == other.hanzi or within(one, other) or within(other, one) or one.parent == other.parent != ""


def _rank(place: Place) -> str:
    return "city" if place.level in _CITY else "top" if place.level in _TOP else place.level


def _heads(line: Passage, body: Sequence[Passage]) -> Iterator[Hit]:
    """A compound of the line in whose place the body has another with the same end (시안광학기계연구소)."""
    told = "\n".join(one.text for one in body)
    words = (word for word in _WORD.finditer(line.text) if not _DEED.search(word[0]))
    lost = [word for word in words if without_particle(word[0]) not in told]
    known = {without_particle(word[0]) for word in _WORD.finditer(told)} if lost else set()
    for word in lost:
        name = without_particle(word[0])
        twin = _twin(name, [other for other in known if other not in line.text])
        if twin is None or name[: -_end(name, twin)] in told:
            continue
        span = (word.start(), word.start() + len(name))
        if _is_told_alike(line, span, body, twin, 0 if _end(name, twin) >= _LONG else _ALIKE):
            yield _hit(line, span, body, twin)


_DEED = lazily(r"(?:[하되]|했|됐|였|었|았|한|된)(?:다|고|며|여|어|지만|으며|다고|다며|는데)$")
"""The end of a verb, which any other verb has as well."""


def _twin(name: str, known: Sequence[str]) -> str | None:
    """The one word with the longest end in common, both with a telling beginning of two letters or more."""
    end = name[-_SHARED:]
    same = [other for other in known if other.endswith(end) and other[:_BEGINNING] != name[:_BEGINNING]]
    alike = {other: _end(name, other) for other in same}
    most = max(alike.values(), default=0)
    best = [other for other, size in alike.items() if size == most]
    if len(best) != 1 or len(name) <= _SHARED or min(len(name), len(best[0])) - most < _BEGINNING:
        return None
    is_general = any(one[:_BEGINNING] in _general() for one in (name, best[0]))
    return None if is_general else best[0]


def _subject(line: Passage, body: Sequence[Passage]) -> Iterator[Hit]:
    """The school or office with which the headline begins, where the body begins with another and never has it."""
    mine, theirs = _DOER.match(line.text), _DOER.match(body[0].text)
    if mine is None or theirs is None or line.text[mine.end() : mine.end() + 1] != ",":
        return
    told = "\n".join(one.text for one in body)
    name, other = mine["name"], theirs["name"]
    is_lost = mine["tail"][0] == theirs["tail"][0] and mine["stem"][:2] not in told and other not in line.text
    if is_lost and name not in told and _is_told_alike(line, mine.span("name"), body[:1], other):
        yield _hit(line, mine.span("name"), body, other)


_DOER = lazily(
    r"(?P<name>(?P<stem>[가-힣]{2,10}?)(?P<tail>대학교?|대|연구소|연구원|위원회|부|청|국|그룹))"
    r"(?=[,(（은는이가의] ?|$| )"
)


@cache
def _general() -> frozenset[str]:
    """Beginnings of names that tell nothing: 국가중점실험실 and 전국중점실험실."""
    return frozenset(tables.words(__package__, "general_beginnings"))


def _end(one: str, other: str) -> int:
    """How many letters two words have in common at their end."""
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return size
