"""Rankings that sentences tell: 베이징은 90.63점으로 세계 2위, 10위권에 진입, 3위에서 2위로, A(38개), B(20개) 순.

A place that is aimed at, foretold, or only names a kind of firm (세계 500대 기업, 1위 기업과 협약) is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.clauses import clauses
from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import bare, headline_actor, noun_before
from donghyang.facts.places import is_region
from donghyang.facts.quantities import find_quantities
from donghyang.facts.ranking_tables import named_list, year_in
from donghyang.facts.rankings_zh import rankings_zh
from donghyang.language import tables
from donghyang.language.overlap import Taken
from donghyang.language.patterns import lazily
from donghyang.records import Ranking, RankingRow

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Quantity, Span

_AMONG = lazily(
    r"((?:(?:평가\s?대상|주요|조사\s?대상|OECD|G20|전체)\s)?[0-9,]+(?:개국|개사|개\s?도시|개\s?기관|개\s?대학|개\s?기업|개\s?성|개\s?지역|곳|개)\s(?:가운데|중)(?:에서)?는?|역대(?:\s최[저고대소])?|(?:전\s?세계|세계|글로벌|전국|국내|중국\s?내|중국|아시아(?:\s?태평양)?|유럽|북미|미국|업계|성내|성\s내|지역|시내|동북아|개도국|신흥국)(?:에서|\s내)?)\s?(?:종합\s?)?(?:순위\s)?(?:첫\s|압도적인?\s)?(?:공동\s)?(?:상위\s)?$"
)
_WITHIN = lazily(r"^\s?(?:권|안|이내|내)")
_TOP = lazily(r"상위\s?$")
_AIMED = lazily(
    r"^(?:권)?\s?(?:안)?(?:을|를|에|으로|로|의)?\s?(?:[가-힣]{0,4}\s)?(?:진입을?|달성을?|도약을?|도달을?|탈환을?|수성을?|등극을?)?\s?(?:목표|경쟁|다툼|노리|노려|위해|위한|향해|전략|계획|예정|전망|하려|할 |할지|해야|도전|추진|가능|향한)"
)
_KIND = lazily(
    r"^\s?(?:의\s)?(?:[가-힣A-Za-z]+\s){0,2}(?:기업|업체|국가|도시|대학|기관|사업자|회사)(?:과|와|를 유치|을 유치|들이|에 납품)"
)
_THEN = lazily(r"^(?:\s[가-힣]{2,8})?에서\s")
_CHANGED = lazily(
    r"(?<![0-9])(\d{1,4})위(?:\s[가-힣]{2,8})?에서\s(?:올해\s|지난해\s|금년\s)?(?:\d{1,2}\s?계단\s(?:오른|내린|상승한|하락한)\s)?$"
)
_METRIC = lazily(rf"(?:{tables.either(__package__, 'measured')})(?:\([^()]{{1,20}}\))?$")
_OF = lazily(r"^(.{1,30}?(?:[가-힣)A-Za-z]))의\s(.{2,})$")
_ENTITY_AFTER = lazily(
    r"^(?:에는?|는|은|:)?\s?([^\s,，.()]{2,20}(?:\s[^\s,，.()]{2,16}){0,2}?)(?:\([^()]{1,30}\))?(?=[,，.]|이며|이고|임|으로|로|이|가|$)"
)
_NAMED_AFTER = lazily(
    r"^(?:인|를\s차지한|를\s기록한|에\s오른|업체인|기업인|국가인|사업자인)\s([^\s,，.]{2,20}(?:\s[^\s,，.]{2,14}){0,1}?)(?:\([^()]{1,24}\))?(?:은|는|이|가|의|을|를|와|과)(?=\s)"
)
_FIELDS_AFTER = lazily(
    r"^\s(?:[가-힣]{1,6}\s)?(분야|품목|제품|산업|부문)는\s(.{2,80}?)(?:\s등)?(?:이나|이며|이고|임|$|,\s(?=그러나))"
)
_TOLD = lazily(
    r"^(?:권)?(?:\([^()]*\))?\s?(?:을|를|에|로|으로|자리를|자리에|이고|이며|임|이다|였|,|\.|$|인|권|유지|차지|기록|등극|진입|포함|선정|안에|이내|수준|와|에서|;)"
)
_VALUE = lazily(r"^(?:\([^()]{1,24}\))?\s?(?:(?:을|를)\s?(?:기록|받|획득|판매|달성|넘)[^,，\s]{0,5}|으?로)[,，]?\s")
_THEN_SAID = lazily(r"[,，]?\s?(?:지난해|작년|전년|올해|금년|당시|(?:20|['’‘])[0-9]{2}년)?$")
_NO_MEASURE = lazily(r"(?:[0-9]+(?:년|회|개월)\s)?(?:연속|다시|처음|사상|압도적|나란히|공동)")
_SEQUENCE = lazily(
    r"(?P<rows>(?:[^\s,，()]{1,16}(?:\s[^\s,，()]{1,12}){0,2}\s?\([^()]{1,16}\)[,，·]?\s?(?:및\s)?){2,12})(?:등의?\s|등\s)?순(?:임|이다|으로|이며|서로|$|이었|였|\s)"
)
_ITEM = lazily(r"([^,，()]{1,36}?)\s?\(([^()]{1,16})\)")
_TOPIC = lazily(r"(?<=[가-힣)A-Za-z0-9’'」])(?<![하되있없받맺갖치르지다])(?:은|는|이|가)\s")
_BY = lazily(r"([^,，]{2,40}?)(?:에|이|가)\s(?:따르면|의하면|발표한)")
_NO_ENTITY = lazily(
    r"^[0-9.]|[을를]\s(?!포함한)|(?:[0-9]+(?:위|%)|[가-힣]별로?|에서|으로|에|대해서?|기준|결과|가운데|중|분야에서도?|부문)$|따르면"
)
_LEADING = lazily(r"^(?:.{0,60}?(?:따르면|의하면|기준|결과|한해|가운데|중)[,，]?\s)+")
_PLACE_FIRST = lazily(r"^([가-힣]{2,7})(?=\s|$)")


def rankings(found: Iterable[Statement]) -> list[Ranking]:
    """The rankings that statements tell, in order; an empty list when there are none."""
    told: list[Ranking] = []
    last: tuple[object, str] | None = None
    for statement in found:
        if statement.part in ("heading",):
            continue
        if statement.is_chinese:
            told += rankings_zh(statement)
            continue
        for ranking in (*_sequences(statement), *_of(statement)):
            told.append(ranking)
            if ranking.rows[0].entity:
                last = (statement.article, ranking.rows[0].entity)
    del last
    return told


def _of(statement: Statement) -> Iterator[Ranking]:
    text = statement.text
    ranks = [q for q in statement.quantities if q.kind == "rank" and q.value is not None]
    numbered = list(_numbered(statement))
    yield from (ranking for ranking, _ in numbered)
    taken = Taken(span for _, span in numbered)
    for at, figure in enumerate(ranks):
        behind = text[figure.end :]
        if taken.touches(figure.start, figure.end) or _WAS.match(behind):
            continue
        if _THEN.match(behind) and at + 1 < len(ranks) and ranks[at + 1].start - figure.end < 24:
            continue
        if not _is_told(statement, figure):
            continue
        yield from _told(statement, figure, ranks[at - 1].end if at else 0)


_WAS = lazily(r"^(?:이었던|였던)\s")
_FORMER = lazily(r"(?<![0-9])([0-9]{1,4})위(?:이었던|였던)\s([^\s,，]{2,16})(?:은|는|이|가)\s")
"""Who had another place before: 2위였던 미국이 1위를 기록."""
_NUMBERED = lazily(
    r"(?<![0-9])([1-9][0-9]?)위(?:는|로|:)?\s?([가-힣A-Za-z][^\s,，()]{1,15}(?:\s[^\s,，()0-9]{2,12}){0,2}?)\s?(?:\(([^()]{1,30})\))?(?=[,，]|이며|이고|임|\s?순|이\s|가\s|$)"
)


def _numbered(statement: Statement) -> Iterator[tuple[Ranking, Span]]:
    """The places that a list counts up: 1위 미국(45.9%), 2위 중국(30.2%)."""
    text = statement.text
    runs: list[list[re.Match[str]]] = []
    for found in _NUMBERED.finditer(text):
        follows = runs and int(found[1]) == int(runs[-1][-1][1]) + 1 and found.start() - runs[-1][-1].end() < 40
        runs.append([found]) if not follows else runs[-1].append(found)
    for run in runs:
        if len(run) < 2:
            continue
        span = run[0].start(), run[-1].end()
        rows = []
        for found in run:
            figures = find_quantities(found[3]) if found[3] else []
            value = figures[0] if figures else None
            rows.append(
                RankingRow(
                    found[0], *statement.span(*found.span()), int(found[1]), found[2].strip(),
                    value.value if value else None, value.unit if value else None,
                )
            )  # fmt: skip
        by, when = _source(statement, span[0])
        yield Ranking(text[slice(*span)], *statement.span(*span), None, by, when, None, tuple(rows)), span


def _is_told(statement: Statement, figure: Quantity) -> bool:
    """Whether a place is one that somebody has, and not aimed at, foretold or the name of a kind of firm."""
    text = statement.text
    behind = text[figure.end :]
    if _AIMED.match(behind) or _KIND.match(behind) or not (_TOLD.match(behind) or _after(behind)):
        return False
    clause = _clause(text, figure.start)
    if figure.text.startswith("제"):
        return False
    return not (is_foretold(text[slice(*clause)]) or core_of(text)[1])


def _clause(text: str, at: int) -> Span:
    return next((cut for cut in clauses(text, 0, len(text)) if cut[0] <= at < cut[1]), (0, len(text)))


def _own(text: str, clause: Span, at: int, former: int) -> Span:
    """The clause, with the one before where it holds nothing (… 제치고 세계 1위), from where its own words begin."""
    start = clause[0]
    if len(_AMONG.sub("", text[start:at]).strip(" ,")) < 2 and start:
        start = _clause(text, max(0, start - 1))[0]
    comma = text.find(", ", former, at) if former else -1
    cuts = [found.end() for found in _PREDICATE.finditer(text, start, at)] + ([comma + 2] if comma >= start else [])
    cuts.sort()
    return (cuts[-1] if cuts else start), clause[1]


_PREDICATE = lazily(r"…\s?|(?:차지|기록|달성|발표|유지|보유|진입|선정|개최|설립|이상|초과|돌파|증가|감소)[,，]\s")
"""The end of a clause that has a noun for its verb: … 60% 차지, …"""


def _after(behind: str) -> bool:
    return any(pattern.match(behind) for pattern in (_NAMED_AFTER, _FIELDS_AFTER, _ENTITY_AFTER))


def _told(statement: Statement, figure: Quantity, former: int) -> Iterator[Ranking]:
    text = statement.text
    clause = _clause(text, figure.start)
    behind = text[figure.end :]
    at = figure.start + next((place for place, char in enumerate(figure.text) if char.isdigit()), 0)
    clause = _own(text, clause, at, former)
    head = text[clause[0] : at]
    changed = _CHANGED.search(text[:at])
    if changed:
        head = text[clause[0] : changed.start()]
    for former_place in _FORMER.finditer(head):
        changed = former_place
    scope = _AMONG.search(head)
    within = figure.bound == "<=" or _WITHIN.match(behind) is not None or _TOP.search(head) is not None
    words = head[: scope.start()] if scope else _TOP.sub("", head)
    value = _value(statement, clause[0] + len(words), clause[0])
    lead = words[: value.start - clause[0]] if value else words
    entity, subject = _who(statement, lead, clause, valued=value is not None)
    rows = [name for name in _several(entity)] if entity else [None]
    fields = _FIELDS_AFTER.match(behind)
    named = _NAMED_AFTER.match(behind)
    inside = _INSIDE.match(behind)
    if inside and not entity:
        rows = [inside[1].strip()]
    kind = _KIND_AFTER.match(behind)
    if kind and subject is None:
        subject = kind[1]
    if fields:
        subject, rows = fields[2].strip(), [entity]
    elif named and not entity:
        rows = [named[1].strip()]
    if rows == [None] and not (_has_verb(behind) or (subject and not behind.strip(" .)"))):
        return
    end = figure.end + _tail(behind)
    start = clause[0] + len(head) - len(head.lstrip(" ,，"))
    place = statement.span(start, end)
    assert figure.value is not None
    row = RankingRow(
        text[start:end], *place, int(figure.value), None, value.value if value else None,
        value.unit if value else None, within, int(changed[1]) if changed else None,
    )  # fmt: skip
    by, when = _source(statement, start)
    when = year_in(by or "") if changed else when
    yield Ranking(
        text[start:end], *place, subject or None, by, when, scope[1] if scope else None,
        tuple(replace(row, entity=name) for name in rows),
    )  # fmt: skip


_VERB = lazily(
    r"^(?:권)?(?:을|를|에|로|으로|\s자리[를에])?\s?(?:새로\s|처음(?:으로)?\s)?(?:차지|기록|진입|포함|오르|올라|올랐|유지|등극|선정|이름|들|랭크|머물|하락|상승|안착|입성|나타|해당)"
)


_INSIDE = lazily(r"^(?:권)?\s?(?:내|안)에\s(.{2,80}?)(?:이|가)\s(?:포함|이름|진입|들|선정)")
"""Who is among the first: 상위 10위권 내에 … 7개 기관이 포함."""
_KIND_AFTER = lazily(r"^\s([가-힣]{1,10}(?:국|기업|도시|업체|시장|항만|대학|대국))")


def _has_verb(behind: str) -> bool:
    return _VERB.match(behind) is not None


def _tail(behind: str) -> int:
    found = _VERB.match(behind)
    return found.end() if found else 0


_OUT_OF = lazily(r"^\s(?:가운데|중)(?:에서)?는?\s|^(?:을|를)\s(?:대상|포함)")


def _value(statement: Statement, until: int, since: int) -> Quantity | None:
    """The figure by which a place is taken: 90.63점으로 (세계 2위), 1,048개로."""
    near = [q for q in statement.quantities if since <= q.start and q.end <= until and q.kind != "rank"]
    if not near or near[-1].value is None:
        return None
    for figure in reversed(near):
        if _VALUE.match(statement.text[figure.end :]) and not _OUT_OF.match(statement.text[figure.end :]):
            between = statement.text[figure.end : until]
            return figure if len(between) < 40 else None
    return None


def _who(statement: Statement, lead: str, clause: Span, *, valued: bool) -> tuple[str | None, str | None]:
    """Who has the place, and by what measure, from the words before it and the statements above."""
    plain = _THEN_SAID.sub("", _LEADING.sub("", lead).strip())
    entity = subject = None
    told = None
    for told in _FORMER.finditer(f"{plain} "):
        pass
    named = [(found, noun_before(plain, found.start())) for found in _TOPIC.finditer(f"{plain} ")]
    if named and named[-1][1] == "이":  # 집중도는 2.65%로 증가, 이는 세계 12위
        return _from_above(statement, headline=True), _measured_before(statement.text, clause[0])
    topics = [(found, name) for found, name in named if len(name) > 1 and not _NO_ENTITY.search(name)]
    if told:
        entity, subject = told[2], _measure(plain[told.end() :]) if plain[told.end() :].strip() else None
    elif topics:
        found, name = topics[-1]
        first = topics[0][1]
        if _METRIC.search(name):
            entity, subject = _owner(name)
            entity = entity or (first if len(topics) > 1 and not _METRIC.search(first) else None)
        elif len(topics) > 1 and is_region(first) and found[0].strip() in ("은", "는"):
            entity, subject = first, name
        else:
            entity, subject = name, _measure(plain[found.end() :])
    else:
        phrase = noun_before(plain, len(plain))
        if is_region(phrase):
            entity = phrase
        elif _METRIC.search(phrase) or valued:
            entity, subject = _owner(phrase)
        elif phrase.endswith("분야에서") or phrase.endswith("분야에서도"):
            subject = phrase
    if entity is None and clause[0]:
        before = _LEADING.sub("", statement.text[: clause[0]])
        found = _TOPIC.search(before)
        if found and found[0].strip() in ("은", "는"):
            name = noun_before(before, found.start())
            owner = _owner(name)[0] if _METRIC.search(name) else name
            entity = owner if owner and len(owner) > 1 and not _NO_ENTITY.search(owner) else None
    return entity or _from_above(statement, headline=subject is not None), subject


def _measured_before(text: str, at: int) -> str | None:
    """The measure that the words before a place told of, None where they told of none."""
    found = next(_TOPIC.finditer(text, 0, at), None)
    return noun_before(text, found.start()) or None if found else None


def _owner(phrase: str) -> tuple[str | None, str]:
    """Whose measure a phrase names, and the measure: 중국의 논문 점수, 베이징시 인공지능 기업 수."""
    found = _OF.match(phrase)
    if found and len(found[1]) <= 24:
        last = found[1].split()[-1]
        return last if is_region(last) else found[1].strip(), found[2].strip()
    first = _PLACE_FIRST.match(phrase)
    if first and is_region(first[1]):
        return first[1], phrase[first.end() :].strip()
    return None, phrase


def _measure(rest: str) -> str | None:
    phrase = noun_before(rest, len(rest))
    plain = bare(phrase).removesuffix(" 총")
    return None if not plain or _NO_MEASURE.fullmatch(plain) else plain


def _from_above(statement: Statement, *, headline: bool) -> str | None:
    """The place whose measures the statement opens with, or the one above it, or the headline; None without one."""
    actor = headline_actor(statement.headline) if headline else None
    for words in (statement.text, *statement.above, f"{actor} " if actor else ""):
        plain = _LEADING.sub("", words).strip()
        first = _PLACE_FIRST.match(plain)
        if first and is_region(first[1]):
            return first[1]
    return None


def _several(entity: str) -> list[str]:
    """The names of a list of short ones: 베이징, 웨강아오 대만구, 상하이."""
    both = _AND.split(entity)
    if len(both) > 1 and all(is_region(part) for part in both):
        return both
    if is_region(entity.split()[-1]) and " " in entity:
        return [entity.split()[-1]]
    parts = [part.strip() for part in _BRACKETED.sub("", entity).replace("，", ",").split(",")]
    if len(parts) < 2 or any(not 0 < len(part) <= 14 or "포함" in part for part in parts):
        return [entity]
    return [part.strip() for part in entity.replace("，", ",").split(",")] if "," not in _bracketed(entity) else parts


_AND = lazily(r"[과와]\s|,\s")
_BRACKETED = lazily(r"\([^()]*\)")


def _bracketed(words: str) -> str:
    return "".join(found[0] for found in _BRACKETED.finditer(words))


def _source(statement: Statement, at: int) -> tuple[str | None, str | None]:
    text = statement.text
    found = _BY.search(text[:at]) or _BY.search(text)
    by = found[1].strip(" '‘’“”\"*") if found else None
    if statement.article is not None:
        by = by or named_list(statement.article)
    when = next(
        (
            p.value
            for p in statement.periods
            if p.start < at + 40 and p.value and len(p.value) == 4 and not p.high and _YEAR.match(p.text)
        ),
        None,
    )
    return by, when or year_in(by or "")


_YEAR = lazily(r"(?:20|['’‘])?[0-9]{2}년?(?!간)|작년|지난해|올해")


def _sequences(statement: Statement) -> Iterator[Ranking]:
    """The places that a list tells by its order: 베이징(38개), 광둥(20개) 순."""
    text = statement.text
    for found in _SEQUENCE.finditer(text):
        rows = []
        for place, item in enumerate(_ITEM.finditer(text, found.start("rows"), found.end("rows"))):
            figures = find_quantities(item[2])
            name = item[1].strip(" ,，·및")
            if place == 0:
                name = _first_name(name)
            value = figures[0] if len(figures) == 1 else None
            start = text.rfind(name, item.start(), item.end())
            rows.append(
                RankingRow(
                    text[start : item.end()], *statement.span(start, item.end()), place + 1, name,
                    value.value if value else None, value.unit if value else None,
                )
            )  # fmt: skip
        if len(rows) < 2 or any(row.value is None for row in rows) or _GOES_ON.search(text[: found.end()]):
            continue
        by, when = _source(statement, found.start())
        topics = list(_TOPIC.finditer(text, 0, text.find(rows[0].text, found.start())))
        subject = noun_before(text, topics[-1].start()) if topics else None
        span = statement.span(found.start(), found.end())
        yield Ranking(text[slice(*found.span())], *span, subject, by, when, None, tuple(rows))


_GOES_ON = lazily(r"(?:이어서?|다음으로는?|뒤이어|뒤를 이어|그 뒤로)[,\s]")
"""Behind another that leads the list: 이어 A(16%), B(13%) 순."""


def _first_name(name: str) -> str:
    """The name that a list begins with, without the words before it: 선두그룹으로 베이징."""
    words = name.split()
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1][-1:] in "은는이가로서에며고을를":
            return " ".join(words[at:])
    return name
