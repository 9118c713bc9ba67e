"""Records of technical performance: a figure by which a thing works, what it is compared with, and claims to be first.

A share of a market, a sum of money, a goal or a forecast is none, and neither is a first office or a first meeting.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.clauses import clauses
from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import noun_before, who
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import PerformanceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Distinction, Quantity, Span


def _words(name: str) -> str:
    return tables.either(__package__, name).replace("_", r"\s?")


_METRIC_LAST = lazily(rf"(?:{_words('performance')})(?:\([^()]{{1,24}}\))?$")
_METRIC_BEFORE = lazily(
    rf"(?P<metric>(?:{_words('performance')})(?:\([^()]{{1,24}}\))?)(?P<tie>은|는|이|가|을|를|도|의\s경우)?[,，]?\s?(?:기존\s?)?(?:각각\s|현재\s|이미\s|무려\s|초당\s|매초\s|[0-9A-Za-z.]+(?:\s조건)?에서\s)*(?:최대|최고|최소|최저|약|평균)?\s?$"
)
_METRIC_AFTER = lazily(
    rf"^\s?(?:급|수준|이상)?(?:(?:의|에\s달하는|에\s이르는|를\s넘는)\s(?P<of>(?:[가-힣A-Za-z]{{1,8}}\s){{0,2}}(?:{_words('performance')}))"
    rf"|\s(?P<next>{_words('performance')}))(?:을|를|이|가|은|는|으로|로|에|과|와)?(?=[\s,.]|$)"
)
_SHARES = lazily(r"(?:률|율|정확도|정밀도|효율|순도|충실도|오차|손실|이득|오류)(?:\([^()]{1,24}\))?$")
"""Measures that are told in percent; one of any other measure is a change."""
_INSTALLED = frozenset(("W", "kW", "MW", "GW", "TW", "㎿", "㎾"))
"""Units of the capacity that is built (용량 10GW), which says nothing of how well a thing works."""
_THINGS = lazily(_words("artefacts"))
_ECONOMY = lazily(_words("no_performance"))
_PLANNED = lazily(r"목표|예정|계획|년(?:도)?(?:\s?말)?까지|전망|예측|예상|기대|가능성이 (?!있음을 입증)|향후|추진")
_REACHED = lazily(
    r"^[^,，.]{0,20}?(?:에\s?(?:도달|이르|달[하해]|그[쳐치])|기록|달성|향상|단축|증가|개선|높[이였아]|낮[추췄아]|보유|유지|확보|구현|실현|수준|성공|입증|확인|나타|보[이였임]|로\s|으로\s|임$|$|며|이고|이며|를\s넘|돌파|초과|이상)"
)
_CHANGES = lazily(
    r"^\s?(?:이상|가까이|정도|가량|수준)?(?:으로|씩|까지|을|를|가|이)?\s?(?:이상\s)?(?:더\s)?(?P<way>향상|개선|증가|상승|확대|빠르|빨라|높[아은이]|길[어고]|늘[어려었]|강화|단축|커[졌지]|감소|절감|축소|줄[어이였]|낮[아추]|저감|경량화|하락)"
)
_LESS = lazily("단축|감소|절감|축소|줄|낮|저감|경량|하락")
_COMPARED = lazily(r"(?:보다|대비|에\s?비해서?|에\s?비하여|과\s?비교(?:해|하여)|와\s?비교(?:해|하여))(?=[\s,])")
_TIMES_OF = lazily(r"(?:의|보다|대비|에\s?비해)\s?(?:거의\s|약\s|최대\s|무려\s)?$")
_FROM = lazily(r"^에서\s?(?:약\s|최대\s)?$")
_FIRST = lazily(
    r"(?P<scope>전\s?세계|세계|글로벌|중국\s?내|중국|국내|자국|아시아|업계|인류|전국)(?:에서|적으로|내에서)?\s(?:상용\s)?"
    r"(?P<what>최초|첫\s?번째|첫|유일|최고|최대|최장|최단|최소|최경량|최고속|최고효율|(?:[가-힣]{1,8}\s){0,3}가장\s[가-힣]{0,6}[은는운한른큰먼긴]|처음)"
)
_NOT_MADE = lazily(r"하겠|지향|위한\s|조사|설문|구속력|협약|조약|경쟁력|인재|클러스터|^[,，\s]*최고|할\s(?:계획|방침)")
"""What is wished for, or is no thing that works."""
_ENDS_IN_THING = lazily(rf"(?:{_words('artefacts')}|기|체|선|함|관|로|망)(?:\([^()]*\))?$")
_GRADE = lazily(r"^\s?(?:수준|급|권|의\s수준)")
_MADE = lazily(
    r"개발|성공|구현|실현|상용화|발사|출시|달성|양산|돌파|구축|공개|검증|합성|제작|관측|발견|규명|완성|제조|확보|운행|비행|도킹|연구"
)
_NO_THING = lazily(
    r"인기|게임|센터|거래소|기관|규정|조례|법률|대회|포럼|단지|기지|학원|학과|대학|지수|정책|제도|위원회|시장|수출|수입|생산국|소비국|기업|도시|교육|보급|협회|연맹|백서|보고서|계획|논문|1위|특구|지역|기구|데이터세트"
)


def records(found: Iterable[Statement]) -> list[PerformanceRecord]:
    """The records that statements tell, in order of place; an empty list when there are none."""
    told: list[PerformanceRecord] = []
    for statement in found:
        if statement.is_chinese or statement.part in ("headline", "heading"):
            continue
        told += sorted((*_figures(statement), *_firsts(statement)), key=lambda record: record.start)
    return told


def _technical(statement: Statement) -> bool:
    """Whether a statement speaks of a thing that works: its own words, those above it, or its section say so."""
    if statement.section == "technology":
        return True
    return any(
        _THINGS.search(words) for words in (statement.text, *statement.above, statement.headline, statement.caption)
    )


def _figures(statement: Statement) -> Iterator[PerformanceRecord]:
    text = statement.text
    figures: list[Quantity] = [
        q for q in statement.quantities if q.kind in ("measure", "percent", "count", "multiple", "number")
    ]
    if not figures or not _technical(statement) or _AIM.search(statement.label or ""):
        return
    parts = clauses(text, 0, len(text))
    taken: set[int] = set()
    for at, figure in enumerate(figures):
        if figure.start in taken or (figure.value is None and figure.problem is None):
            continue
        clause = next((cut for cut in parts if cut[0] <= figure.start < cut[1]), (0, len(text)))
        body = text[slice(*clause)]
        if is_foretold(body) or core_of(body)[1] or _PLANNED.search(body) or (core_of(text)[1] and clause == parts[-1]):
            continue
        later = figures[at + 1] if at + 1 < len(figures) and figures[at + 1].end <= clause[1] else None
        if later and _FROM.match(text[figure.end : later.start]) and later.unit == figure.unit:
            metric = _metric(text, clause, figure)
            if metric:
                taken.add(later.start)
                yield _record(statement, clause, later, metric, before=figure)
            continue
        if figure.kind == "multiple":
            yield from _times(statement, clause, figure)
            continue
        if _CHANGES.match(text[figure.end :]) and _COMPARED.search(text[clause[0] : figure.start]):
            yield from _changed(statement, clause, figure)
            continue
        metric = _metric(text, clause, figure) or _by_label(statement, clause, figure)
        unit = _UNIT.match(text[figure.end :]) if figure.kind == "number" else None
        if metric and not _ECONOMY.search(body) and (figure.kind != "number" or unit):
            if unit:  # a unit that nobody lists stands as printed
                figure = replace(figure, end=figure.end + unit.end(1), unit=unit[1].lstrip("- "))
            yield _record(statement, clause, figure, metric)


_UNIT = lazily(
    r"^([-\s]?[A-Za-zμ][A-Za-z0-9μ°²³⁻¹/·\s-]{0,20}?)(?=\s?(?:수준|급|로|으로|에|을|를|의|이|가|까지|,|\.|$))"
)


def _metric(text: str, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    """The measure that a figure is of, and where its words stand; None where it is none of performance."""
    before = text[clause[0] : figure.start]
    found = _METRIC_BEFORE.search(before)
    if found:
        phrase = noun_before(before, found.end("metric"))
        if phrase and _suits(phrase, figure):
            return phrase, (clause[0] + before.rfind(phrase), figure.end)
    after = _METRIC_AFTER.match(text[figure.end : clause[1]])
    if after and (after["of"] or figure.kind == "measure"):
        name = (after["of"] or after["next"]).strip()
        return (name, (figure.start, figure.end + after.end())) if _suits(name, figure) else None
    return None


_LABELLED = lazily(rf"(?:{_words('performance')}|전환|동작|성능)$")
_WORKS = lazily(
    r"^(?:\s?(?:이내|이상|이하|까지)?(?:에서|에|의|로|으로|까지)?\s(?:[^\s,，.]+\s){0,3}?)(?P<metric>동작|작동|구동|발진)(?=하|한|할|할 수|되)"
)
_AIM = lazily("목표|계획|전망|향후|과제")
_PERFORMANCE_UNITS = frozenset(tables.words(__package__, "performance_units"))


def _by_label(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    """The measure that the label of a bullet names for its first figure ((전송 속도) 120Gbps), or the verb behind it
    (0.5~115GHz 대역에서 동작하는); None where neither does, or the unit is not one of performance.
    """
    if statement.section != "technology" or figure.unit not in _PERFORMANCE_UNITS:
        return None
    works = _WORKS.match(statement.text[figure.end : clause[1]])
    if works:
        return works["metric"], (figure.start, figure.end + works.end())
    first = next((q for q in statement.quantities if q.kind == "measure"), None)
    label = statement.label or ""
    if first is figure and _LABELLED.search(label):
        return label, (figure.start, figure.end)
    return None


def _suits(metric: str, figure: Quantity) -> bool:
    """Whether a figure can be one of that measure."""
    if _ECONOMY.search(metric) or (metric.endswith("용량") and figure.unit in _INSTALLED):
        return False
    return figure.kind != "percent" or _SHARES.search(metric) is not None


def _record(
    statement: Statement, clause: Span, figure: Quantity, metric: tuple[str, Span], *, before: Quantity | None = None
) -> PerformanceRecord:
    text = statement.text
    name, (start, end) = metric
    start, end = min(start, before.start if before else start), max(end, figure.end)
    holder, name = _holder(statement, name, clause, start)
    return PerformanceRecord(
        text[start:end], *statement.span(start, end), name or None, figure.value, figure.high, figure.unit, figure.bound,
        holder, _compared(text, clause, start), before.value if before else None, problem=figure.problem,
    )  # fmt: skip


def _holder(statement: Statement, metric: str, clause: Span, at: int) -> tuple[str | None, str]:
    """Which thing or who has the measure, and the measure without it: 60nm 메모리의 | 쓰기 속도."""
    thing, tie, name = metric.rpartition("의 ")
    if tie and len(thing) > 1:
        return thing.strip(), name.strip()
    own = statement.text[clause[0] : at]
    topic = _TOPIC.search(own)
    if topic:
        phrase = noun_before(own, topic.start())
        if len(phrase) > 1 and not _METRIC_LAST.search(phrase):
            return phrase, metric
    found = who(statement, at)
    if found and _METRIC_LAST.search(found):
        found = found.rpartition("의 ")[0] or None
    return found, metric


_TOPIC = lazily(r"(?<=[가-힣)A-Za-z0-9’'」])(?<![하되있없받맺갖치르지다])(?:은|는|이|가)\s")
_NOBODY = lazily(r"^(?:올해|지난해|작년|최근|이번|이|이들|그|것)$|(?:^|\s)\S$|[은는을를]\s")


def _compared(text: str, clause: Span, at: int) -> str | None:
    """What the figure is compared with, from the words before it: 기존 리튬 전지보다."""
    found = None
    for found in _COMPARED.finditer(text, clause[0], max(clause[0], at)):
        pass
    phrase = noun_before(text[clause[0] :], found.start() - clause[0]) if found else ""
    return phrase or None


def _times(statement: Statement, clause: Span, figure: Quantity) -> Iterator[PerformanceRecord]:
    """A figure that says how many times as much: 기존 …보다 거의 100배, ChatGPT의 1/10."""
    text = statement.text
    body = text[slice(*clause)]
    if _ECONOMY.search(body):
        return
    before = text[clause[0] : figure.start]
    tie = _TIMES_OF.search(before)
    compared = noun_before(before, tie.start()) if tie else _compared(text, clause, figure.start)
    if not compared:
        return
    found = None
    for found in _ANY_METRIC.finditer(before):
        pass
    label = statement.label if statement.label and _LABELLED.search(statement.label) else None
    metric = noun_before(before, found.end()) if found else label
    if metric is None and not (_CHANGES.match(text[figure.end :])):
        return
    if metric and compared.startswith(metric):
        metric = None
    start = clause[0] + max(0, before.rfind(metric if metric and metric != label else compared))
    holder, name = _holder(statement, metric or "", clause, start)
    yield PerformanceRecord(
        text[start : figure.end], *statement.span(start, figure.end), name or None, None, None, None, figure.bound,
        holder, compared, factor=figure.value, problem=figure.problem,
    )  # fmt: skip


_ANY_METRIC = lazily(rf"(?:{_words('performance')})(?=[은는이가을를의도]?[\s(,]|$)")


def _changed(statement: Statement, clause: Span, figure: Quantity) -> Iterator[PerformanceRecord]:
    """A change against something else in percent: 기존 대비 30% 단축."""
    text = statement.text
    if figure.kind != "percent" or figure.value is None or _ECONOMY.search(text[slice(*clause)]):
        return
    way = _CHANGES.match(text[figure.end :])
    before = text[clause[0] : figure.start]
    found = None
    for found in _ANY_METRIC.finditer(before):
        pass
    if way is None or found is None:
        return
    metric = noun_before(before, found.end())
    start = clause[0] + before.rfind(metric)
    holder, name = _holder(statement, metric, clause, start)
    end = figure.end + way.end()
    yield PerformanceRecord(
        text[start:end], *statement.span(start, end), name, None, None, None, figure.bound, holder,
        _compared(text, clause, figure.start), change=-figure.value if _LESS.search(way["way"]) else figure.value,
    )  # fmt: skip


def _firsts(statement: Statement) -> Iterator[PerformanceRecord]:
    """Claims to be the first, the best or the only one among the things that work."""
    text = statement.text
    if not _technical(statement):
        return
    for found in _FIRST.finditer(text):
        end = _clause_end(text, found.end())
        behind = text[found.end() : end]
        if _GRADE.match(behind) or _PLANNED.search(behind) or is_foretold(text[:end]) or core_of(text)[1]:
            continue
        near = behind[:40]
        if (
            _NOT_MADE.search(behind[:24])
            or _NO_THING.search(near)
            or not ((_MADE.search(behind) and _THINGS.search(behind)) or _THINGS.search(near))
        ):
            continue
        what = found["what"]
        if what.startswith(("최고", "최대")) and not _ENDS_IN_THING.search(_named(near)):
            continue
        kind: Distinction = "only" if what == "유일" else "first" if what[0] in "첫처" or what == "최초" else "best"
        name = _named(near)
        span = found.start(), found.end() + len(name)
        yield PerformanceRecord(
            text[slice(*span)], *statement.span(*span), what if kind == "best" and what.startswith("가장") else None,
            None, None, None, None, _claimant(statement, found.start()) or name.strip() or None, distinction=kind,
            scope=found["scope"],
        )  # fmt: skip


def _claimant(statement: Statement, at: int) -> str | None:
    """Who or what is the first, as the statement says before the claim or the ones above it do."""
    topics = list(_TOPIC.finditer(statement.text, 0, at))
    for topic in sorted(topics, key=lambda found: (found[0].strip() in ("은", "는"), found.start()), reverse=True):
        phrase = noun_before(statement.text, topic.start())
        if len(phrase) > 1 and not _NOBODY.search(phrase):
            return phrase
    return who(statement, at)


def _named(behind: str) -> str:
    """The thing that a claim is told of, up to its particle."""
    end = 0
    for count, found in enumerate(_WORD.finditer(behind)):
        if count == _MOST or behind[end : found.start()].strip() or (count and _MADE.match(found[0])):
            break
        tie = _TIE.search(found[0]) or _AS_THING.search(found[0])
        end = found.start() + tie.start() if tie and count else found.end()
        if tie and count:
            break
    return behind[:end]


_WORD = lazily(r"[^\s,，.;]+")
_TIE = lazily(r"(?<=[가-힣)A-Za-z0-9’'])(?:을|를|은|는|에|으로|이며|이고|인)$")
_AS_THING = lazily("(?<=[더터체기어버])로$")
_MOST = 6


def _clause_end(text: str, at: int) -> int:
    return next((cut[1] for cut in clauses(text, 0, len(text)) if cut[0] <= at <= cut[1]), len(text))
