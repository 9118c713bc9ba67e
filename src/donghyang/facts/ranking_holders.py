"""Who has a place and by what measure, from the words before it: 중국의 논문 점수는 …, 베이징, 상하이는 …."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.phrases import bare, headline_actor, noun_before
from donghyang.facts.places import is_region
from donghyang.facts.wording import either, last, topics
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.facts.statements import Statement

METRIC = lazily(rf"(?:{either('measured')})(?:\([^()]{{1,20}}\))?$")
FORMER = lazily(r"(?<![0-9])([0-9]{1,4})위(?:이었던|였던)\s([^\s,，]{2,16})(?:은|는|이|가)\s")
"""Who had another place before: 2위였던 미국이 1위를 기록."""
_OF = lazily(r"^(.{1,30}?(?:[가-힣)A-Za-z]))의\s(.{2,})$")
_NO_ENTITY = lazily(
    r"^[0-9.]|[을를]\s(?!포함한)|따르면"
    r"|(?:[0-9]+(?:위|%)|[가-힣]별로?|에서|으로|[수률율량액]로|에|대해서?|기준|결과|가운데|중|분야에서도?|부문)$"
)
LEADING = lazily(r"^(?:(?:(?![은는]\s).){0,60}?(?:따르면|의하면|기준|결과|한해|\s가운데|\s중)[,，]?\s)+")
"""What a statement opens with before it says who: … 보고서에 따르면."""
_THEN_SAID = lazily(r"[,，]?\s?(?:지난해|작년|전년|올해|금년|당시|(?:20|['’‘])[0-9]{2}년)?$")
_NO_MEASURE = lazily(r"(?:[0-9]+(?:년|회|개월)\s)?(?:연속|다시|처음|사상|압도적|나란히|공동)")
_PLACE_FIRST = lazily(r"^([가-힣]{2,7})(?=\s|$)")
_AND = lazily(r"[과와]\s|,\s")
_BRACKETED = lazily(r"\([^()]*\)")
_IN_FIELD = ("분야에서", "분야에서도")
_SHORT = 14
"""Characters that each name of a list has at most."""


def who_has(statement: Statement, lead: str, begun: int, *, valued: bool) -> tuple[str | None, str | None]:
    """Who has the place, and by what measure, from the words before it and the statements above.

    `begun` is where the clause of the place begins; `valued` says that a figure stands between `lead` and the place.
    """
    plain = _THEN_SAID.sub("", LEADING.sub("", lead).strip())
    named = [(found, noun_before(plain, found.start())) for found in topics(f"{plain} ")]
    if named and named[-1][1] == "이":  # 집중도는 2.65%로 증가, 이는 세계 12위
        return _from_above(statement, headline=True), _measured_before(statement.text, begun)
    possible = [(found[0].strip(), found.end(), name) for found, name in named if can_be(name)]
    told = last(FORMER, f"{plain} ")
    if told:
        entity, subject = told[2], measure_in(plain[told.end() :])
    elif possible:
        entity, subject = _by_topic(plain, possible)
    else:
        entity, subject = _by_phrase(noun_before(plain, len(plain)), valued=valued)
    entity = (
        entity or _too(plain) or _before(statement.text, begun) or _from_above(statement, headline=subject is not None)
    )
    return entity, subject


def _too(plain: str) -> str | None:
    """The place that has a rank too: 중국도 … 1위를 기록."""
    return next((found[1] for found in _TOO.finditer(plain) if is_region(found[1])), None)


_TOO = lazily(r"(?:^|\s)([가-힣]{2,6})도\s")


def can_be(name: str) -> bool:
    """Whether a noun may be who has a place, or what is ranked."""
    return len(name) > 1 and not _NO_ENTITY.search(name)


def _by_topic(plain: str, possible: list[tuple[str, int, str]]) -> tuple[str | None, str | None]:
    particle, end, name = possible[-1]
    first = possible[0][2]
    if METRIC.search(name):
        entity, subject = owner(name)
        return entity or (first if len(possible) > 1 and not METRIC.search(first) else None), subject
    if len(possible) > 1 and is_region(first) and particle in ("은", "는"):
        return first, name
    measured = particle in ("이", "가") and possible[-2:-1] and possible[-2][0] in ("은", "는")
    return name, measure_in(plain[end:]) or (possible[-2][2].rpartition(", ")[2] if measured else None)


def _by_phrase(phrase: str, *, valued: bool) -> tuple[str | None, str | None]:
    if is_region(phrase):
        return phrase, None
    if METRIC.search(phrase) or valued:
        return owner(phrase)
    return None, phrase if phrase.endswith(_IN_FIELD) else None


def _before(text: str, begun: int) -> str | None:
    """The topic of the clauses before, where it may have the place: 비야디는 86만 대를 인도하며 | 1위를 차지."""
    before = LEADING.sub("", text[:begun])
    found = next(topics(before), None)
    if found is None or found[0].strip() not in ("은", "는"):
        return None
    name = noun_before(before, found.start())
    held = owner(name)[0] if METRIC.search(name) else name
    return held if held and can_be(held) else None


def _measured_before(text: str, at: int) -> str | None:
    """The measure that the words before a place told of, None where they told of none."""
    found = next(topics(text, 0, at), None)
    return noun_before(text, found.start()) or None if found else None


def owner(phrase: str) -> tuple[str | None, str]:
    """Whose measure a phrase names, and the measure: 중국의 논문 점수, 베이징시 인공지능 기업 수."""
    found = _OF.match(phrase)
    if found and len(found[1]) <= 24:
        ends = found[1].split()[-1]
        return ends if is_region(ends) else found[1].strip(), found[2].strip()
    first = _PLACE_FIRST.match(phrase)
    if first and is_region(first[1]):
        return first[1], phrase[first.end() :].strip()
    return None, phrase


def measure_in(rest: str) -> str | None:
    """The measure that words end in; None for none."""
    plain = bare(noun_before(rest, len(rest))).removesuffix(" 총")
    return None if not plain or _NO_MEASURE.fullmatch(plain) else plain


def _from_above(statement: Statement, *, headline: bool) -> str | None:
    """The place whose measures the statement opens with, or the one above it, or the headline; None without one."""
    actor = headline_actor(statement.headline) if headline else None
    for words in (statement.text, *statement.above, actor or ""):
        first = _PLACE_FIRST.match(LEADING.sub("", words).strip())
        if first and is_region(first[1]):
            return first[1]
    return None


def several(entity: str) -> list[str]:
    """The names of a list of short ones: 베이징, 웨강아오 대만구, 상하이."""
    both = _AND.split(entity)
    if len(both) > 1 and all(is_region(part) for part in both):
        return both
    ends = entity.split()[-1]
    if is_region(ends) and " " in entity:
        return [ends]
    parts = [part.strip() for part in _BRACKETED.sub("", entity).replace("，", ",").split(",")]
    if len(parts) < 2 or any(not 0 < len(part) <= _SHORT or "포함" in part for part in parts):
        return [entity]
    in_brackets = "".join(found[0] for found in _BRACKETED.finditer(entity))
    return [part.strip() for part in entity.replace("，", ",").split(",")] if "," not in in_brackets else parts
