"""What the figures of a line are said of: the words of their measure, their time, and their part in a change.

Pure reading of one line; what a table's cell is said of stands in its row and head.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from donghyang.facts.roles import BRACKET, PER, start_of
from donghyang.language import tables
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.records import Period, Quantity

Part = Literal["value", "start", "end", "change", "base"]

_TOKEN = lazily(r"[가-힣A-Za-z][가-힣A-Za-z0-9·&\-/]*")
_GLUED = lazily(r"[)）]?[가-힣]+")
_BRACKETED = lazily(r"[(（][^()（）]*[)）]|[‘'「“][^‘’'「」“”]*[’'」”]")
_CLAUSE = lazily(r"[가-힣](?:하고|하며|되며|되고|이며|으며|지만|으나|는데|[가-힣]고|[가-힣]며),? |[;:] |[.] ")
_VERB = lazily(
    r"(?:하여|해서|되어|돼|하는|되는|하던|한|된|할|될|있는|없는|있던|통해|위해|따라|대해|관해|들여|거쳐|맞춰|넘는|이르는|달하는|늘어난|줄어든|잇는|따르면|의하면"
    r"|[높줄붙]여|[하되]며|[가-힣][려해되]|[높늘줄낮많]고|[가-힣][음함임됨])$"
)
_COUNTED = lazily(r"(?:의)?\s?(?P<noun>[가-힣A-Za-z][가-힣A-Za-z·]*)")
_ENDS = lazily(rf"{BRACKET}(?:\s?이상|\s?수준)?(?:으로|로|까지)(?=[\s,.…]|$)")
_STARTS = lazily(rf"{BRACKET}에서\s")
_CHANGES = lazily(
    rf"{BRACKET}(?:를|을|가|이|씩|의|포인트|만큼)?\s?(?:[가-힣]{{1,3}}\s)?(?:증가|감소|상승|하락|성장|증액|감액|감축|절감|단축|늘|줄|높|낮|확대|축소|향상|개선|인하|인상|경감)"
)
_RELATIVE = lazily(r"전년|작년|지난|올해|금년|같은|동기|내년|최근|당시|전월|전분기|현재")
_NO_TIME = lazily(r"[년月월]간$|[0-9]개월$|일간$")
_BASE = lazily(r"(?:의)?\s?(?:실적|수준|[말초])?(?:의)?\s?(?:대비|보다|에 ?비해)|의\s(?:약\s)?[0-9]")
"""Behind a time that a figure is only held against: 2023년 대비, 2024년의 8배."""
_SHARED = lazily(r"의\s(?:약\s)?$")
"""Before a share, behind what it is one of: 매출의 16%."""
_MOST_NOUNS = 4
_OF_THINGS = {"count": (" ", "의 "), "money": ("의 ",), "measure": ("의 ",)}
"""What may stand between a figure of a kind and the thing that it is of."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A figure with what its line says of it."""

    figure: Quantity
    nouns: tuple[str, ...]
    """The words of its measure as printed, without particles, the nearest last; the counted noun behind it at the end.
    Empty where the line names none."""
    time: str | None
    """A year, month or half-year in ISO 8601 ("2027", "2023-05"); a word (전년) where it hangs on the text around it;
    None where the line says none."""
    part: Part = "value"
    """The start or the end of a change, its size, or the base of a rate (1대당, 위성 1기의)."""

    @property
    def year(self) -> str | None:
        """The year of its time, None where that is a word or unsaid."""
        return self.time[:4] if self.time and self.time[:4].isdigit() else None


def bindings(text: str, start: int, figures: Sequence[Quantity], periods: Sequence[Period]) -> list[Binding]:
    """What each figure of a line is said of. The line begins at `start` of the text, its figures and dates in order."""
    found: list[Binding] = []
    for at, figure in enumerate(figures):
        before = figures[at - 1] if at else None
        left = before.end if before else start
        shared = figure.unit == "%" and _SHARED.search(text, max(left, figure.start - 6), figure.start)
        own = () if shared else _nouns(text, left, figure.start, periods)
        time = _time(text, start, figure, periods)
        if not own and not shared:
            own = next((one.nouns for one in reversed(found) if one.figure.unit == figure.unit), ())
        behind = _behind(text, figure)
        found.append(Binding(figure, (*own, *behind), time, _part(text, figures, at)))
    return found


def _nouns(text: str, left: int, right: int, periods: Sequence[Period]) -> tuple[str, ...]:
    """The words of a measure between the figure before, or the beginning, and a figure; dates are none."""
    glued = _GLUED.match(text, left, right) if left and text[left - 1 : left] not in (" ", "\n") else None
    pieces, at = [], glued.end() if glued else left
    for period in periods:
        if period.end > left and period.start < right:
            pieces.append(text[at : max(at, period.start)])
            at = max(at, period.end)
    segment = _BRACKETED.sub(" ", " ".join([*pieces, text[at:right]]))
    cuts = [cut.end() for cut in _CLAUSE.finditer(segment)]
    segment = segment[cuts[-1] :] if cuts else segment
    nouns: list[str] = []
    for token in _TOKEN.findall(segment):
        if _VERB.search(token):
            nouns = []
            continue
        word = without_particle(token)
        if len(word) > 1 and word not in _plain():
            nouns.append(word)
    return tuple(nouns[-_MOST_NOUNS:])


@cache
def _plain() -> frozenset[str]:
    return frozenset(tables.words(__package__, "plain"))


def _behind(text: str, figure: Quantity) -> Iterator[str]:
    """The thing that a figure counts, right behind it, or that it is of: 87개 센터, 3만 명의 교원, 8억 원의 보조금."""
    counted = _COUNTED.match(text, figure.end, figure.end + 16) if figure.kind in _OF_THINGS else None
    spaced = counted is not None and text[figure.end : counted.start("noun")] in _OF_THINGS[figure.kind]
    if counted is not None and spaced and len(word := without_particle(counted["noun"])) > 1 and word not in _plain():
        yield word


def _time(text: str, start: int, figure: Quantity, periods: Sequence[Period]) -> str | None:
    """The time nearest before a figure in its line, or in a bracket right behind it."""
    time: str | None = None
    for period in periods:
        if period.start < start or _NO_TIME.search(period.text):
            continue
        if period.start >= figure.end:
            inside = period.start - figure.end <= 2 and text[figure.end : period.start].strip() in ("(", "（")
            return _named(period) if inside else time
        if period.end <= figure.start and not _BASE.match(text, period.end):
            time = _named(period)
    return time


def _named(period: Period) -> str:
    """The name of a time: its value where the line prints a year, else its words."""
    if period.value is None or _RELATIVE.search(period.text):
        return period.text
    if period.high is not None:
        return f"{period.value}/{period.high}"
    return period.value[:4] if period.value.endswith("-12") and "말" in period.text else period.value


def _part(text: str, figures: Sequence[Quantity], at: int) -> Part:
    end = figures[at].end
    if PER.match(text, end) or (figures[at].value == 1 and text.startswith("의 ", end)):
        return "base"
    if _STARTS.match(text, end) or any(
        start_of(text, figures, later) is figures[at] for later in range(at + 1, min(at + 4, len(figures)))
    ):
        return "start"
    if _ENDS.match(text, end) or start_of(text, figures, at) is not None:
        return "end"
    return "change" if _CHANGES.match(text, end) else "value"
