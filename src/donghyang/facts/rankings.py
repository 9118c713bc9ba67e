"""Rankings that sentences tell: 베이징은 90.63점으로 세계 2위, 10위권에 진입, 3위에서 2위로.

A place that is aimed at, foretold, or only names a kind of firm (세계 500대 기업, 1위 기업과 협약) is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.ranking_holders import FORMER, several, who_has
from donghyang.facts.ranking_lists import in_brackets, numbered, source_of
from donghyang.facts.ranking_tables import year_in
from donghyang.facts.ranking_words import followers, in_words
from donghyang.facts.rankings_zh import rankings_zh
from donghyang.facts.wording import clause_at, either, last
from donghyang.language.overlap import Taken
from donghyang.language.patterns import lazily
from donghyang.records import Ranking, RankingRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Quantity, Span

_AMONG = lazily(
    r"((?:(?:평가\s?대상|주요|조사\s?대상|표본|OECD|G20|전체|전\s?세계|글로벌|세계|전국|국내)\s)?[0-9,]+"
    r"(?:여\s?)?(?:개국|개사|곳|개)(?:\s이상의)?(?:\s?[가-힣]{1,8})?\s(?:가운데|중)(?:에서)?는?"
    rf"|역대(?:\s최[저고대소])?|(?:{either('scopes')})(?:에서|\s내)?)"
    r"\s?(?:종합\s?)?(?:순위\s)?(?:첫\s|압도적인?\s)?(?:공동\s)?(?:상위\s)?$"
)
_WITHIN = lazily(r"^\s?(?:권|안|이내|내)")
_TOP = lazily(r"상위\s?$")
_AIMED = lazily(
    r"^(?:권)?\s?(?:안)?(?:을|를|에|으로|로|의)?\s?(?:[가-힣]{0,4}\s)?"
    rf"(?:(?:진입|달성|도약|도달|탈환|수성|등극)을?)?\s?(?:{either('place_aimed')})"
)
_KIND = lazily(
    r"^\s?(?:의\s)?(?:[가-힣A-Za-z]+\s){0,2}(?:기업|업체|국가|도시|대학|기관|사업자|회사)"
    r"(?:과|와|를 유치|을 유치|들이|에 납품)|^[와과](?:의)?\s(?:[가-힣]{1,6}\s)?(?:격차|차이|간격)"
)
_THEN = lazily(r"^(?:\s[가-힣]{2,8})?에서\s")
_NEXT = 24
"""Characters between a former place and the present one, at most."""
_CHANGED = lazily(
    r"(?<![0-9])(\d{1,4})위(?:\s[가-힣]{2,8})?에서\s(?:올해\s|지난해\s|금년\s)?"
    r"(?:\d{1,2}\s?계단\s(?:오른|내린|상승한|하락한)\s)?$"
)
_WAS = lazily(r"^(?:이었던|였던)\s")
_NAME_AFTER = lazily(
    r"^(?:에는?|는|은|:)?\s?[^\s,，.()]{2,20}(?:\s[^\s,，.()]{2,16}){0,2}?(?:\([^()]{1,30}\))?"
    r"(?=[,，.]|이며|이고|임|으로|로|이|가|$)"
)
_NAMED_AFTER = lazily(
    r"^(?:인|를\s차지한|를\s기록한|에\s오른|업체인|기업인|국가인|사업자인)\s([^\s,，.]{2,20}(?:\s[^\s,，.0-9]{2,14}){0,1}?)"
    r"(?:\([^()]{1,24}\))?(?:은|는|이|가|의|을|를|와|과)(?=\s)"
)
_FIELDS_AFTER = lazily(
    r"^\s(?:[가-힣]{1,6}\s)?(?:분야|품목|제품|산업|부문)는\s(.{2,80}?)(?:\s등)?(?:이나|이며|이고|임|$|,\s(?=그러나))"
)
_INSIDE = lazily(r"^(?:권)?\s?(?:내|안)에\s(.{2,80}?)(?:이|가)\s(?:포함|이름|진입|들|선정)")
"""Who is among the first: 상위 10위권 내에 … 7개 기관이 포함."""
_KIND_AFTER = lazily(r"^\s([가-힣]{1,10}(?:국|기업|도시|업체|시장|항만|대학|대국))")
_TOLD = lazily(rf"^(?:권)?(?:\([^()]*\))?\s?(?:$|,|\.|;|{either('place_told')})")
_VERB = lazily(rf"^(?:권)?(?:을|를|에|로|으로|\s자리[를에])?\s?(?:새로\s|처음(?:으로)?\s)?(?:{either('place_verbs')})")
_PREDICATE = lazily(rf"…\s?|(?:{either('noun_verbs')})[,，]\s|(?<=[가-힣])(?:고|며|지만|으나),\s(?=이는\s)")
"""The end of a clause that has a noun for its verb: … 60% 차지, …"""
_ENDING = lazily(r"(?:를\s|을\s)?(?:하|이)?[가-힣]{0,3}(?:고|며|으나|지만)")
"""The verb of a place that others follow in the sentence: 1위를 차지하였으며."""
_VALUE = lazily(r"^(?:\([^()]{1,24}\))?\s?(?:(?:을|를)\s?(?:기록|받|획득|판매|달성|넘)[^,，\s]{0,5}|으?로)[,，]?\s")
_LISTED = lazily(r"[가-힣A-Za-z·-]{2,14}(?<![은는이가을를의에서])(?:\s[가-힣A-Za-z·-]{2,10}(?<![은는이가을를의에서]))?")
"""A name in a list of places: A가 1위, 뉴욕 2위."""
_OUT_OF = lazily(r"^\s(?:가운데|중)(?:에서)?는?\s|^(?:을|를)\s(?:대상|포함)")
_NEAR = 40
"""Characters between a figure and the place that it took, at most."""


def rankings(found: Iterable[Statement]) -> list[Ranking]:
    """The rankings that statements tell, in order; an empty list when there are none."""
    told: list[Ranking] = []
    for statement in found:
        if statement.is_chinese:
            told += rankings_zh(statement)
        elif statement.part != "heading":
            told += (*in_brackets(statement), *in_words(statement), *_of(statement))
    return told


def _of(statement: Statement) -> Iterator[Ranking]:
    text = statement.text
    ranks = [q for q in statement.quantities if q.kind == "rank" and q.value is not None]
    lists = list(numbered(statement))
    yield from (ranking for ranking, _ in lists)
    taken = Taken(span for _, span in lists)
    told: list[Ranking] = []
    for at, figure in enumerate(ranks):
        behind = text[figure.end :]
        if taken.touches(figure.start, figure.end) or _WAS.match(behind):
            continue
        if _THEN.match(behind) and at + 1 < len(ranks) and ranks[at + 1].start - figure.end < _NEXT:
            continue
        if _is_told(text, figure):
            ranking = _told(statement, figure, ranks[at - 1].end if at else 0)
            if ranking is not None and told and _goes_on(told[-1], ranking):
                told[-1] = replace(told[-1], rows=(*told[-1].rows, *ranking.rows))
            elif ranking is not None:
                told.append(ranking)
    yield from told


def _goes_on(before: Ranking, ranking: Ranking) -> bool:
    """Whether a place is the next of the list that the one before it opens: A가 6.6%로 1위, B가 4.5%로 2위."""
    last_row, row = before.rows[-1], ranking.rows[0]
    if last_row.rank is None or row.rank != last_row.rank + 1 or last_row.within or row.within:
        return False
    named = last_row.entity is not None and row.entity is not None and last_row.entity != row.entity
    return named and ranking.subject in (None, before.subject) and row.start - last_row.end < _NEAR


def _is_told(text: str, figure: Quantity) -> bool:
    """Whether a place is one that somebody has, and not aimed at, foretold or the name of a kind of firm."""
    behind = text[figure.end :]
    if _AIMED.match(behind) or _KIND.match(behind) or figure.text.startswith("제"):
        return False
    if not any(pattern.match(behind) for pattern in (_TOLD, _NAMED_AFTER, _FIELDS_AFTER, _NAME_AFTER)):
        return False
    return not (is_foretold(text[slice(*clause_at(text, figure.start))]) or core_of(text)[1])


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words before a place, taken apart."""

    start: int
    """Where they begin in the statement."""
    words: str
    """Who and by what measure."""
    value: Quantity | None
    scope: str | None
    within: bool
    former: int | None


def _told(statement: Statement, figure: Quantity, former: int) -> Ranking | None:
    """The ranking that one place tells; None where nothing says who has it or what it is of."""
    text = statement.text
    behind = text[figure.end :]
    lead = _lead(statement, figure, former)
    entity, subject = who_has(statement, lead.words, lead.start, valued=lead.value is not None)
    if entity is None and former and _LISTED.fullmatch(lead.words.strip()):
        entity, subject = lead.words.strip(), None
    names: list[str | None] = list(several(entity)) if entity else [None]
    kind, fields = _KIND_AFTER.match(behind), _FIELDS_AFTER.match(behind)
    after = _INSIDE.match(behind) or _NAMED_AFTER.match(behind)
    if fields:
        subject, names = fields[1].strip(), [entity]
    elif after and not entity:
        names = [after[1].strip()]
    subject = _without_tie(subject) or (kind[1] if kind else None)
    verb = _VERB.match(behind)
    if names == [None] and not verb and not (subject and not behind.strip(" .)")):
        return None
    span = _stripped(text, lead.start), figure.end + (verb.end() if verb else 0)
    by, when = source_of(statement, span[0])
    assert figure.value is not None
    last_verb = _ENDING.match(text, span[1])
    alone = len(names) == 1 and not lead.within
    behind_it = followers(statement, last_verb.end(), int(figure.value) + 1) if alone and last_verb else []
    row = RankingRow(
        text[slice(*span)], *statement.span(*span), int(figure.value), None, lead.value.value if lead.value else None,
        lead.value.unit if lead.value else None, lead.within, lead.former,
    )  # fmt: skip
    return Ranking(
        row.text, row.start, row.end, subject or None, by, when if lead.former is None else year_in(by or ""),
        lead.scope, (*(replace(row, entity=name) for name in names), *behind_it),
    )  # fmt: skip


def _without_tie(subject: str | None) -> str | None:
    """What is ranked, without the particle at its end; None for a verb that only leads on: (증가액에) 이어."""
    plain = _TOPIC_END.sub("", subject.strip()) if subject else ""
    return plain if len(plain) > 1 and not _LEADS_ON.fullmatch(plain) else None


_TOPIC_END = lazily("[은는]$")
_LEADS_ON = lazily(r"이어|가운데|중에서?|뒤|다음|함께")


def _lead(statement: Statement, figure: Quantity, former: int) -> _Lead:
    """The words before a place; `former` is where the place before it ends."""
    text = statement.text
    at = figure.start + next((place for place, char in enumerate(figure.text) if char.isdigit()), 0)
    start = _begin(text, clause_at(text, figure.start), at, former)
    changed = _CHANGED.search(text[:at])
    head = text[start : changed.start() if changed else at]
    was = changed or last(FORMER, head)
    scope = _AMONG.search(head)
    within = figure.bound == "<=" or _WITHIN.match(text[figure.end :]) is not None or _TOP.search(head) is not None
    words = head[: scope.start()] if scope else _TOP.sub("", head)
    value = _value(statement, start, start + len(words))
    words = words[: value.start - start] if value else words
    return _Lead(start, words, value, scope[1] if scope else None, within, int(was[1]) if was else None)


def _begin(text: str, clause: Span, at: int, former: int) -> int:
    """Where the words of a place begin: at its clause, at the one before where that holds nothing (… 제치고 세계 1위),
    or behind the last comma that parts it from what was told before.
    """
    start = clause[0]
    if len(_AMONG.sub("", text[start:at]).strip(" ,")) < 2 and start:
        start = clause_at(text, start - 1)[0]
    comma = text.find(", ", former, at) if former else -1
    cuts = [found.end() for found in _PREDICATE.finditer(text, start, at)]
    return max([start, *cuts, comma + 2 if comma >= start else start])


def _stripped(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip(" ,，"))


def _value(statement: Statement, since: int, until: int) -> Quantity | None:
    """The figure by which a place is taken: 90.63점으로 (세계 2위), 1,048개로."""
    near = [q for q in statement.quantities if since <= q.start and q.end <= until and q.kind != "rank"]
    if not near or near[-1].value is None:
        return None
    for figure in reversed(near):
        behind = statement.text[figure.end :]
        if _VALUE.match(behind) and not _OUT_OF.match(behind):
            return figure if until - figure.end < _NEAR else None
    return None
