"""Measures of performance: which one a figure is of, what it is compared with, and which thing has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.phrases import noun_before, who, without_fragment
from donghyang.facts.wording import either, last, topics
from donghyang.language import tables
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.facts.statements import Statement
    from donghyang.records import Quantity, Span

_MEASURES = either("performance")
_LAST = lazily(rf"(?:{_MEASURES})(?:\([^()]{{1,24}}\))?$")
_BEFORE = lazily(
    rf"(?P<metric>(?:{_MEASURES})(?:\([^()]{{1,24}}\))?)(?:은|는|이|가|을|를|도|의\s경우)?[,，]?\s?(?:기존\s?)?"
    r"(?:각각\s|현재\s|이미\s|무려\s|초당\s|매초\s|초속\s|시속\s|[0-9A-Za-z.]+(?:\s조건)?에서\s)*(?:최대|최고|최소|최저|약|평균)?\s?$"
)
_AFTER = lazily(
    r"^\s?(?:급|수준|이상)?"
    rf"(?:(?:의|에\s달하는|에\s이르는|를\s넘는)\s(?P<of>(?:[가-힣A-Za-z]{{1,8}}\s){{0,2}}(?:{_MEASURES}))"
    rf"|\s(?P<next>{_MEASURES}))(?:을|를|이|가|은|는|의|으로|로|에|과|와)?(?=[\s,.]|$)"
)
ANY = lazily(rf"(?:{_MEASURES})(?=[은는이가을를의도]?[\s(,]|$)")
LABELLED = lazily(rf"(?:{_MEASURES}|전환|동작|성능)$")
_SHARES = lazily(
    r"(?:률|율|감도|민감도|특이도|선택도|함량|농도|비율|감소|이용도|일치도|밀폐도|습도|정확도|정밀도|효율|순도|충실도|오차|손실|이득|오류)(?:\([^()]{1,24}\))?$"
)
"""Measures that are told in percent; one of any other measure is a change."""
_INSTALLED = frozenset(("W", "kW", "MW", "GW", "TW", "㎿", "㎾"))
"""Units of the capacity that is built (용량 10GW), which says nothing of how well a thing works."""
_POWER = frozenset(("W", "mW", "kW", "MW", "㎾", "㎽"))
"""Units of the power that a thing takes."""
ECONOMY = lazily(either("no_performance"))
_WORKS = lazily(
    r"^(?:\s?(?:이내|이상|이하|까지)?(?:에서|에|의|로|으로|까지)?\s(?:[^\s,，.]+\s){0,3}?)"
    r"(?P<metric>동작|작동|구동|발진)(?=하|한|할|되)"
)
_UNITS = frozenset(tables.words(__package__, "performance_units"))
_COMPARED = lazily(r"(?:보다|대비|에\s?비해서?|에\s?비하여|과\s?비교(?:해|하여)|와\s?비교(?:해|하여))(?=[\s,])")


def measure_of(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    """The measure that a figure is of, and where the words of both stand; None where it is none of performance.

    It stands before the figure (정확도는 92%) or behind it (62억 개의 매개변수); in a technical article it may be the
    label of the bullet ((전송 속도) 120Gbps) or the verb behind (115GHz에서 동작하는).
    """
    text = statement.text
    before = text[clause[0] : figure.start]
    found = _BEFORE.search(before)
    if found:
        phrase = _last_measure(noun_before(before, found.end("metric"))).rpartition(", ")[2]
        if phrase and _suits(phrase, figure):
            return phrase, (clause[0] + before.rfind(phrase), figure.end)
    after = _AFTER.match(text[figure.end : clause[1]])
    if after and (after["of"] or figure.kind == "measure"):
        name = (after["of"] or after["next"]).strip()
        return (name, (figure.start, figure.end + after.end())) if _suits(name, figure) else None
    return (
        _by_form(statement, clause, figure)
        or _by_run(statement, clause, figure)
        or _in_brackets(statement, clause, figure)
        or _by_label(statement, clause, figure)
    )


def _last_measure(phrase: str) -> str:
    """A measure without the figure and what it is told under, before it: 밀도 4.43g/cm3를 적용할 경우 강도."""
    found = last(_BEFORE_MEASURE, phrase)
    return phrase[found.end() :] if found else phrase


_BEFORE_MEASURE = lazily(r"[0-9][^\s]*\s(?:(?:[^\s]+\s)*?[^\s]*(?:경우|뒤에도|때|후|이후)\s)?")


def _by_form(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    """The measure right before a figure in an article on technology, known by the form of its last word (발아율,
    반감기) or by what becomes of it: 거울 무게를 1.6톤에서 1.04톤으로. An annotation only says what a word means.
    """
    text = statement.text
    changed = _CHANGED.match(text, figure.end) is not None
    if (
        statement.section != "technology"
        or statement.part == "annotation"
        or not (figure.kind in ("measure", "percent") or (changed and figure.kind == "number"))
    ):
        return None
    if text.startswith("의 ", figure.end):
        return None  # 염분 농도 0.3%의 토양
    kept = _KEPT.search(text, clause[0], figure.start) if _KEEPS.match(text, figure.end) else None
    if kept is not None and figure.kind == "percent":
        return f"{kept['of']} 유지율", (kept.start(), figure.end)
    found = _FORMED.search(text, clause[0], figure.start)
    if found is None and changed:
        found = _TIED.search(text, clause[0], figure.start)
    if found is None:
        return None
    phrase = noun_before(text[clause[0] :], found.end("metric") - clause[0]).rpartition(", ")[2]
    phrase = without_fragment(phrase)
    if len(phrase) < 2 or ECONOMY.search(phrase) or _NO_MEASURE.search(phrase):
        return None
    return phrase, (text.rfind(phrase, clause[0], figure.start), figure.end)


_ADVERBS = (
    r"(?:각각\s|무려\s|최대\s|최고\s|최소\s|최저\s|약\s|평균\s|불과\s|기존\s|기존의\s|현재\s|하루\s|초속\s|시속\s"
    r"|[가-힣]{1,4}당\s)*"
)
_KEPT = lazily(
    r"(?P<of>용량|활성|성능|효율|강도|초기\s[가-힣]{2,4}?|[가-힣]{1,4}력)(?:의|[이은]\s[0-9][^\s]{1,12}로)?\s(?:약\s|최대\s)?$"
)
_KEEPS = lazily(r"(?:이상)?[을를]\s(?:그대로\s)?유지")
"""Around the share of its performance that a thing keeps: 용량의 85%를 유지."""
_FORMED = lazily(
    rf"(?<![가-힣A-Za-z])(?P<metric>(?=[^\s]{{3}})[가-힣A-Za-z]*(?:{either('technical_measures')}))(?:\([^()]{{1,24}}\))?(?:은|는|이|가|을|를|도)?\s{_ADVERBS}$"
)
_TIED = lazily(rf"(?<![가-힣A-Za-z)])(?P<metric>[가-힣A-Za-z)]+)(?:은|는|을|를|이|가)\s{_ADVERBS}$")
_CHANGED = lazily(r"(?:\([^()]{1,24}\))?에서\s(?:약\s|최대\s)?[0-9]")
_NO_MEASURE = lazily(
    r"(?:^|\s)(?:이|가|것|수|등|이를|위치|기간 동안)$|[0-9](?!\s?[^\s0-9]{1,4}(?:당|에)\s|(?:회|차)\s)"
)


def _by_run(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    """How long a thing ran without a stop: 72시간 연속 운전, 누적 가동 300일."""
    text = statement.text
    if figure.unit not in _LASTING:
        return None
    if behind := _RAN.match(text[figure.end : clause[1]]):
        return f"연속 {behind['ran']}", (figure.start, figure.end + behind.end())
    before = _RUN_FOR.search(text, clause[0], figure.start)
    return (before["metric"], (before.start("metric"), figure.end)) if before else None


_LASTING = frozenset(("시간", "일", "분", "초", "주", "개월"))
"""Units of time that a thing may run for."""
_RUNS = either("runs")
_RAN = lazily(
    r"(?:간|을|의)?\s?(?:이상\s)?(?:동안\s)?"
    rf"(?:연속(?:으로)?|무중단|(?:멈춤|중단|정지|고장)\s없이|쉬지 않고|안정적으로)\s(?P<ran>{_RUNS})"
)
_RUN_FOR = lazily(rf"(?P<metric>(?:누적|연속|무중단)\s(?:{_RUNS})(?:\s?시간)?)(?:은|는|이|가|을|를)?\s(?:약\s|총\s)?$")


def _in_brackets(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    """The measure before a figure in brackets, in an article on technology: 보정률(99.9%), 결맞음 시간(72μs)."""
    text = statement.text
    if statement.section != "technology" or text[figure.end : figure.end + 1] not in (")", "）"):
        return None
    found = _BRACKETED.search(text, clause[0], figure.start)
    if found is None or ECONOMY.search(found[1]):
        return None
    name = _COMPARING.sub("", found[1]).strip()
    return name, (found.end(1) - len(name), figure.end + 1)


_COMPARING = lazily(r"^(?:대비|기준|현재|평균|각각|등)\s")
_BRACKETED = lazily(
    r"(?:^|[\s,])((?:[가-힣A-Za-z]{1,10}\s?){1,2}?"
    r"(?:률|율|시간|속도|밀도|온도|강도|정밀도|정확도|수|량|출력|거리|수명|전압))\s?[(（]\s?$"
)


def _by_label(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Span] | None:
    if statement.section != "technology" or figure.unit not in _UNITS:
        return None
    works = _WORKS.match(statement.text[figure.end : clause[1]])
    if works:
        return works["metric"], (figure.start, figure.end + works.end())
    first = next((q for q in statement.quantities if q.kind == "measure"), None)
    label = measuring_label(statement)
    return (label, (figure.start, figure.end)) if label and first is figure else None


def measuring_label(statement: Statement) -> str | None:
    """The label of a bullet where it names a measure; None else."""
    return statement.label if statement.label and LABELLED.search(statement.label) else None


def _suits(metric: str, figure: Quantity) -> bool:
    """Whether a figure can be one of that measure."""
    if ECONOMY.search(metric) or (metric.endswith("용량") and figure.unit in _INSTALLED):
        return False
    if metric.endswith("전력") and figure.unit not in _POWER:
        return False  # 102억 kWh의 전력: how much is made
    return figure.kind != "percent" or _SHARES.search(metric) is not None


def holder_of(statement: Statement, metric: str, clause: Span, at: int) -> tuple[str | None, str]:
    """Which thing or who has the measure, and the measure without it: 60nm 메모리의 | 쓰기 속도."""
    thing, tie, name = metric.rpartition("의 ")
    if tie and len(thing) > 1:
        return thing.strip(), name.strip()
    own = statement.text[clause[0] : at]
    topic = next(topics(own), None)
    if topic:
        phrase = without_fragment(noun_before(own, topic.start()))
        if len(phrase) > 1 and not _LAST.search(phrase) and not _NO_HOLDER.search(phrase):
            return phrase, metric
    found = who(statement, at)
    if found and _LAST.search(found):
        found = found.rpartition("의 ")[0] or None
    return found, metric


_NO_HOLDER = lazily(r"(?:같|별로|[0-9]개?|중량|부피|무게|면적|경우|조건|[가-힣](?:율|률|비|량))$|^[0-9]")
"""What has no measure of its own."""


def is_compared(text: str, start: int, end: int) -> bool:
    """Whether the words of a stretch compare with something."""
    return _COMPARED.search(text, start, end) is not None


def held_against(statement: Statement, clause: Span, figure: Quantity) -> tuple[str, Quantity] | None:
    """The figure in brackets that one is held against behind it, and whose it is: 기존 최고치(4.8W/㎡)보다."""
    text = statement.text
    for other in statement.quantities:
        if (
            figure.end < other.start < max(clause[1], figure.end + _NEAR)
            and other.unit == figure.unit
            and other.kind == figure.kind
        ):
            opened = text[other.start - 1] in "(（" and _HELD.match(text, other.end) is not None
            name = noun_before(text[clause[0] :], other.start - 1 - clause[0]) if opened else ""
            if not opened and text.startswith("의 ", other.end):
                old = _OLD.search(text, figure.end, other.start)
                name = old[1] if old else ""
            return (name, other) if name and other.value is not None else None
    return None


_OLD = lazily(rf"({either('old_ones')})(?:의)?\s(?:약\s)?$")
"""Before what a figure is held against: 36개월로 기존 12개월의 3배."""
_NEAR = 30
"""Characters behind a figure in which the one that it is held against may stand in a clause of its own."""
_HELD = lazily(r"[)）](?:보다|의\s|에\s비해|\s?대비)")


def compared_in(text: str, clause: Span, at: int) -> str | None:
    """What a figure is compared with, from the words before it: 기존 리튬 전지보다."""
    found = last(_COMPARED, text, clause[0], max(clause[0], at))
    return (noun_before(text[clause[0] :], found.start() - clause[0]) if found else "") or None
