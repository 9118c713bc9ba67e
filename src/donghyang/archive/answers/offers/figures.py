"""Figures that may answer: those of a line, those of a row, and by how much they went up or down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from donghyang.archive.answers.asking.alike import fold
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.asking.tokens import deed_of
from donghyang.archive.answers.fitting import Candidate, own_stretch
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found, printed
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers.each import of_each
from donghyang.archive.answers.offers.rows import figures_of
from donghyang.archive.answers.offers.units import POINTS, UNIT_FITS, asks_with, is_of_sort, suits
from donghyang.archive.answers.passages import Passage
from donghyang.facts.bindings import bindings
from donghyang.facts.exchange import is_beside
from donghyang.facts.roles import is_served, start_of
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Period, Quantity

_BOUND = lazily(r"\s?(?:여|이상|이하|초과|미만|이내)(?![가-힣])")
_CHANGE = lazily(
    "증가|감소|성장|상승|하락|증감|늘|줄|불어|뛰|치솟|깎|내려|내렸|올려|올렸|넓|growth|grow|grew|increase|rise|rose|增|降|涨|减"
)
_UNREAD = lazily(r"(?:-[A-Za-z]|[A-Za-z]|\s?[A-Z][A-Za-z]*/)[A-Za-z0-9/·²³^\- ]*(?<![\- ])")
"""Behind a number, a unit that no table reads: 12.74-T MACs/s."""
_COUNTED = lazily(
    r"(?:\s(?:이상|이하|미만|초과)의)?(?:의)?\s"
    r"(?P<noun>[가-힣A-Za-z][가-힣A-Za-z·]*(?:\s[가-힣A-Za-z·]+){0,5}?(?:[을를은는]|(?=[,.)(]|$)))(?=[\s,.)(]|$)"
)
"""What a figure counts, up to its particle."""
_CLOSES = lazily("[가-힣]{2,4}(?<![을를은는])")
"""One word that closes a clause tells what is done: 30개사 배출."""
_BOUNDS = {"이상": (">=", ">"), "최소": (">=",), "이하": ("<=", "<"), "초과": (">",)}
_BOUND_FITS = 0.04
_TOTAL = lazily(r"(?:총\s?\S*|모두|합쳐|합해|합하여|합계|전체)\s?(?:[가-힣]+(?:은|는)\s)?(?:약\s?)?$")
"""Right before a figure that sums others up."""
_ASKS_BEFORE = lazily(r"전에는|이전에는|예전에는|원래|종전에?는?|당초|그전에는|[가-힣]기\s?전")
"""What asks for the figure that was changed."""
_TO = lazily(r"(?:몇\s?[가-힣%]{1,3}|얼마|몇)으?로\s")
"""What asks for the end of a change: 몇 개로 늘어나나."""
_DEED = 6
"""Letters behind a figure in which what is done with it is told: 50% 할인."""
_A_YEAR = lazily("(?P<year>[0-9]{2})년(?!\\s?말?까지)")
_OF_WHICH = lazily(r"\s(?:가운데|중)(?![가-힣])")
_FOR_EACH = lazily(r"(?:당|마다|에|의)(?=\s[^,]*[0-9])")
_ASKS_TOTAL = lazily(
    r"모두|전부|통틀어|합쳐|합해|합치면|총|다해|一共|总共|合计|加起来|总|\b(?:in total|altogether|in all|total)\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its figures."""

    passage: Passage
    figures: list[Quantity]
    """All of them."""
    starts: dict[int, Quantity]
    """What a figure was changed from, by where it begins."""
    changes: frozenset[int]
    """Where the figures begin that say by how much something went up or down."""

    @property
    def text(self) -> str:
        """What the line says."""
        return self.passage.text


def figures_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The figures of a line or row that are of the kind and unit asked for."""
    asked = question.asked
    if asked is None:
        return
    if passage.row is not None:
        yield from figures_of(passage, asked, question)
        return
    line = _line(passage, holdings)
    fitting = [
        fact for fact in line.figures if fact.value is not None and suits(fact, asked) and is_of_sort(fact, question)
    ]
    conversions = {b.start for a, b in pairwise(line.figures) if is_beside(line.text, a, b)}
    fitting = [fact for fact in fitting if fact.start not in conversions and not asks_with(fact, question)]
    fitting = [
        fact
        for fact in fitting
        if not (is_served(line.text, fact) or _is_in_title(line.text, fact) or _is_each(line.text, fact))
    ]
    yield from _changed(line, fitting, question) if asked.change else _stated(line, fitting, question)


def _is_each(text: str, fact: Quantity) -> bool:
    """Whether a one is what the next figure is told for: 환자 1명의 치료에 24MBq를 쓴다."""
    return fact.value == 1 and fact.kind in ("count", "measure") and _FOR_EACH.match(text, fact.end) is not None


def _is_in_title(text: str, fact: Quantity) -> bool:
    """Whether a bare number stands in the title of something: ‘기초연구 선도구 2.0’."""
    if fact.kind != "number" or fact.unit is not None:
        return False
    return any(found.start() < fact.start and fact.end <= found.end() for found in _TITLE.finditer(text))


_TITLE = lazily(r"[‘“「『《][^’”」』》\n]{2,60}[’”」』》]")


def _line(passage: Passage, holdings: Holdings) -> _Line:
    text = passage.text
    facts = holdings.facts(text, holdings.articles[passage.at].day)
    figures = [fact for fact in facts if isinstance(fact, Quantity)]
    periods = [fact for fact in facts if isinstance(fact, Period)]
    starts = {fact.start: start for at, fact in enumerate(figures) if (start := start_of(text, figures, at))}
    bound = bindings(text, 0, figures, periods) if figures else []
    return _Line(passage, figures, starts, frozenset(one.figure.start for one in bound if one.part == "change"))


def _stated(line: _Line, fitting: list[Quantity], question: Question) -> Iterator[Found]:
    """The figures that say how much something is; of a change its end."""
    if _CHANGE.search(question.text) is None or _TO.search(question.text):
        fitting = [fact for fact in fitting if fact.start not in line.changes]
    each = of_each(line.text, fitting)
    left = {start.start for start in line.starts.values()}
    before = _ASKS_BEFORE.search(question.text) is not None
    for fact in fitting:
        name = each.get(fact.start)
        here = _candidate(line, fact, fitting)
        if (fact.start in left) is not before and not _is_of_its_year(line.text[here.own[0] : fact.start], question):
            continue
        if not _counts_it(line.text, fact, question) or _is_a_whole(line, fact, here.own[0], question):
            continue
        here = here if name is None else replace(here, own=(fact.start, fact.end), head=name)
        unit = question.asked.unit if question.asked else None
        whole = _asks_total(question) and _sums_up(line.text, here.own[0], fact)
        bonus = (UNIT_FITS if fact.unit == unit else 0.0) + (_BOUND_FITS if _bounds_as(fact, question) else 0.0)
        yield replace(_told_at(here, line, fact, bonus), whole=whole)


def _is_of_its_year(before: str, question: Question) -> bool:
    """Whether the year before a figure is one that the question names: 2021년 말 210MW에서 for that of 2021."""
    said = [found["year"] for found in _A_YEAR.finditer(before)][-1:]
    return any((period.value or "")[2:4] in said for period in question.periods)


def _sums_up(text: str, start: int, fact: Quantity) -> bool:
    """Whether a figure is the whole of which a line tells parts: 총 54억, 84개사 가운데."""
    return _TOTAL.search(text, start, fact.start) is not None or _OF_WHICH.match(text, fact.end) is not None


def _is_a_whole(line: _Line, fact: Quantity, start: int, question: Question) -> bool:
    """Whether a figure is that of which the next one is a part (신청 과제 160건 가운데 20건), and the question says
    nothing of what stands before it but the thing itself."""
    parts = [other for other in line.figures if other.start > fact.end and other.unit == fact.unit]
    if not parts or _asks_total(question) or _OF_WHICH.match(line.text, fact.end) is None:
        return False
    before = folded(line.text[start : fact.start])
    told = (need for need in question.needs if need.kind in ("word", "deed") and need not in question.core)
    return not any(need.said_in(before) for need in told)


def _asks_total(question: Question) -> bool:
    return _ASKS_TOTAL.search(question.text.lower()) is not None


def _told_at(here: Candidate, line: _Line, fact: Quantity, bonus: float) -> Found:
    if fact.kind == "number" and (unread := _UNREAD.match(line.text, fact.end)):
        return Found(here, fact.text + unread[0], fact.value, unread[0].strip(" -"), bonus)
    start = line.starts.get(fact.start)
    since = f" ({start.text}에서)" if start else ""
    return Found(here, told(line.text, fact) + since, fact.value, fact.unit, bonus)


def _candidate(line: _Line, fact: Quantity, fitting: Sequence[Quantity]) -> Candidate:
    others = [(other.start, other.end) for other in fitting if other is not fact]
    own = own_stretch(line.text, fact.start, fact.end, others, counts=fact.kind == "count")
    return Candidate(line.passage, fact.start, fact.end, own)


def _changed(line: _Line, fitting: list[Quantity], question: Question) -> Iterator[Found]:
    """By how much figures of a line went up or down: as it says, or from the two ends that it says."""
    deeds = [need for need in question.needs if need.kind == "deed"]
    for fact in fitting:
        here, start = _candidate(line, fact, fitting), line.starts.get(fact.start)
        behind = folded(line.text[fact.end : fact.end + _DEED])
        told_so = start is None and any(need.said_in(behind) for need in deeds)
        if fact.start in line.changes or fact.unit == POINTS or told_so:
            yield Found(here, told(line.text, fact), fact.value, fact.unit)
        elif start is not None and start.value is not None and fact.value is not None and fact.unit != "%":
            value = abs(fact.value - start.value)
            said = f"{printed(value, fact.unit)} ({start.text} → {fact.text})"
            left = _candidate(line, start, fitting).own[0]
            yield Found(replace(here, own=(left, here.own[1])), said, value, fact.unit)


def _counts_it(text: str, fact: Quantity, question: Question) -> bool:
    """Not where the figure counts something else than is asked for: 10개 부처 beside 특별행사는 몇 개인가."""
    if fact.kind != "count" or not question.core:
        return True
    counted = _COUNTED.match(text, fact.end)
    if counted is None or deed_of(counted["noun"].split()[0]) or _CLOSES.fullmatch(counted["noun"]):
        return True
    behind = folded(counted["noun"])
    nouns = tuple(fold(without_particle(word)) for word in counted["noun"].split())
    return any(
        need.said_in(behind) or any(form.endswith(nouns) for form in need.forms[: need.own]) for need in question.core
    )


def _bounds_as(fact: Quantity, question: Question) -> bool:
    """Whether the question asks for a bound as the text has it: 몇 개 이상인가."""
    return any(word in question.text and fact.bound in bounds for word, bounds in _BOUNDS.items())


def told(text: str, fact: Quantity) -> str:
    """A figure as it is printed, with the word of its bound."""
    bound = _BOUND.match(text, fact.end)
    return fact.text + (f" {bound[0].strip()}" if bound else "")
