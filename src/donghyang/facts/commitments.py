"""What binds a target: its place in the issue, the region of its actor, the document that sets it and how firmly.

Also the figures that an issue reports as reached, against which targets of earlier issues are held.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import bare, headline_actor, noun_before, who
from donghyang.facts.places import region_of
from donghyang.facts.wording import either
from donghyang.language.overlap import Taken
from donghyang.language.patterns import lazily
from donghyang.records import DatedTarget, Modality, Reached, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Article, Fact, Quantity, Spot, Strength

_QUOTED = lazily(
    r"「([^「」\n]{3,90})」|『([^『』\n]{3,90})』|《([^《》\n]{3,90})》|‘([^‘’\n]{3,90})’|“([^“”\n]{3,90})”"
    r"|'([^'\n]{3,90})'|\"([^\"\n]{3,90})\""
)
_PLAN_PERIOD = lazily(r"^\s?(?:제?\s?[0-9]{1,2}(?:차|\.5)|14\.5)")
_KINDS: tuple[Strength, ...] = ("law", "regulation", "opinion", "notice", "speech", "plan")
_STRENGTHS = tuple((kind, lazily(rf"(?:{either(f'titles_{kind}')})$")) for kind in _KINDS)
_TRAILING = lazily(r"\s?(?:\([^()]*\)|（[^（）]*）|[*\s])+$")
_SPOKEN = lazily(either("spoken"))
_FIRMEST: tuple[Modality, ...] = ("must", "encourage", "aim", "will")
_MODALITIES = tuple((modality, lazily(either(f"said_{modality}"))) for modality in _FIRMEST)
"""The words of each, those first that say more where several stand."""
_TOLD_OVER = 120
"""Characters behind a target in which its sentence says how firmly it is meant."""
_ADVERB = lazily(r"(?:\s|^)(?:약|총|이미|현재|누적|각각|모두|전년|평균|최대|이상)$")
_NOT_REACHED = lazily(r"목표|예정|계획(?!에 따라)|년(?:도)?(?:\s?말)?까지|전망|예상|향후|투자할|방침|도록\s")
_TIME = lazily(r"['’‘]?[0-9]+(?:년|월|일|분기)?(?:\s?(?:말|초|상반기|하반기))?")
_COUNTED = ("money", "percent", "count", "measure")
_YEARS = frozenset((4, 7, 10))
"""Letters of a year, a month and a day."""


Setter = tuple[str | None, "Strength | None"]
"""The document that sets a target and its kind."""


def dated(text: str, target: Target, spot: Spot, article: Article, setter: Setter | None = None) -> DatedTarget:
    """A target of an article at `spot` with what binds it; its place counts characters of `text`.

    `setter` is what `setter_of` tells of the article, where it was asked before.
    """
    line = _line(text, target)
    told = target.text if "\t" in line or "<" in line else line.strip()
    name, strength = _named_in(line) or setter or setter_of(article)
    region = region_of(target.actor) or region_of(headline_actor(article.headline)) or region_of(name)
    spoken = strength is None and _SPOKEN.search(line) is not None
    return DatedTarget(target, spot, region, "speech" if spoken else strength, _modality(text, target), name, told)


def _line(text: str, target: Target) -> str:
    first = text.rfind("\n", 0, target.start) + 1
    last = text.find("\n", target.end)
    return text[first : last if last >= 0 else len(text)]


def setter_of(article: Article) -> Setter:
    """The first document that an article names as what sets its targets: in its bullets, its lead or its headline."""
    bullets = [getattr(block, "text", "") for block in article.blocks]
    named = (_named_in(words) for words in (*bullets, article.lead or "", article.headline))
    return next(filter(None, named), (None, None))


def _named_in(words: str) -> Setter | None:
    """The first document that words name, and its kind; None for none."""
    for found in _QUOTED.finditer(words):
        said = next(group for group in found.groups() if group).strip()
        name = _TRAILING.sub("", said)
        if _PLAN_PERIOD.match(name):
            continue
        for strength, pattern in _STRENGTHS:
            if pattern.search(name):
                return said, strength
    return None


def _modality(text: str, target: Target) -> Modality | None:
    """How firmly a target is meant, by the words of its sentence from itself on; None where they do not say."""
    end = text.find("\n", target.end)
    behind = text[target.start : min(end if end >= 0 else len(text), target.end + _TOLD_OVER)]
    return next((modality for modality, words in _MODALITIES if words.search(behind)), None)


def reached_in(said: Iterable[Statement], facts: Iterable[Fact]) -> list[Reached]:
    """The figures that the articles of an issue report as reached, in order; [] where there are none.

    `said` and `facts` are its statements and what `find_facts_in` finds in it.
    """
    spans = _apart(sorted((fact.start, fact.end) for fact in facts if isinstance(fact, Target)))
    taken = Taken(spans)
    return [
        one
        for statement in said
        if statement.article is not None and statement.section is not None
        for one in _reached(statement, taken)
    ]


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap put together."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _reached(statement: Statement, targets: Taken) -> Iterator[Reached]:
    text = statement.text
    if core_of(text)[1] or is_foretold(text) or _NOT_REACHED.search(text) or _NOT_REACHED.search(statement.label or ""):
        return
    for figure in statement.quantities:
        start, end = statement.span(figure.start, figure.end)
        offered = figure.kind == "money" and figure.bound == "<="  # what is given at most was not reached
        if figure.value is None or figure.kind not in _COUNTED or offered or targets.touches(start, end):
            continue
        metric = measure_before(text, figure) or measure_behind(text, figure)
        if metric is None:
            continue
        days = (p for p in statement.periods if p.value and not p.high and p.end <= figure.start)
        when = next((p.value for p in days if len(p.value or "") in _YEARS), None)
        actor = who(statement, figure.start)
        region = region_of(text[: figure.start]) or region_of(actor) or region_of(statement.headline)
        metric = _without_place(metric, region)
        yield Reached(figure.text, start, end, actor, metric, replace(figure, start=start, end=end), when, region)


def _without_place(metric: str, region: str | None) -> str:
    """A measure without the region that it is told of: 쑤저우의 산업 규모."""
    place, _, rest = metric.partition("의 ")
    return rest if region is not None and rest and region_of(place) == region and " " not in place else metric


def measure_before(text: str, figure: Quantity) -> str | None:
    """The measure that a figure is of, as the noun before it names it; None where none stands there."""
    before = text[: figure.start].rstrip()
    while found := _ADVERB.search(before):
        before = before[: found.start()].rstrip()
    phrase = bare(noun_before(before, len(before)))
    return phrase if len(phrase) > 1 and not phrase[-1].isdigit() and not _TIME.fullmatch(phrase) else None


def measure_behind(text: str, figure: Quantity) -> str | None:
    """What a figure counts, as the noun behind it names it: 230개 기업, 62억 개의 매개변수; None for none."""
    found = _THINGS.match(text[figure.end :])
    return bare(found[1]) if found else None


_THINGS = lazily(r"^(?:의)?\s([가-힣A-Za-z·]{2,12}(?:\s[가-힣A-Za-z·]{2,10})?)(?=[\s,.)]|$)")
