"""Lists that may answer: 하얼빈, 난닝, 란저우 등 3개 도시."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghyang.archive.answers.asked import Asked, ends_of, sort_of
from donghyang.archive.answers.fitting import Candidate, own_stretch
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.needs import fold
from donghyang.archive.answers.passages import Passage
from donghyang.archive.answers.question import Question
from donghyang.language import tables
from donghyang.language.patterns import lazily

_SEPARATOR = lazily(r"\s?(?:,(?![0-9]{3})|、|·)\s?|\s(?:및|그리고)\s|(?<=[가-힣)])[와과]\s")
_ITEM = r"[가-힣A-Za-z0-9&+'\-]+(?:\s(?!및\s|그리고\s)[가-힣A-Za-z0-9&+'\-]+){0,3}(?:\([^()]{1,30}\))?"
_LIST = lazily(rf"{_ITEM}(?:(?:\s?(?:,(?![0-9]{{3}})|、|·)\s?|\s(?:및|그리고)\s|[와과]\s){_ITEM})+")
_TAIL = lazily(
    r"\s?(?:등|의)?\s?(?:총\s?)?(?:(?P<size>[0-9]{1,3})(?:개|대|곳|가지|종|국|명)?\s?)?(?P<noun>[가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+){0,3})?"
)
_AND_SO_ON = lazily(r"\s?등(?=\s|$|,)")
_CALLED = 3
"""Words behind a list that say what it lists: 3개 분야, 등 핵심 학과를."""
_LONGEST = 24
_CONNECTS = lazily(r"(?:으로써|로써|로서|하고|하며|하여|위해|통해|따라|으로|에서는|에는|이며|되어|으나|지만)$")
_WHOLE = 0.9
"""The share of a line that is one where nothing else stands in it: a remark that spells out 통신 3사."""
_SIZE_FITS = 0.1
_NOUN_FITS = 0.06


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it stands in a line."""

    items: tuple[str, ...]
    start: int
    end: int
    size: int | None
    """How many the line says they are."""
    behind: str
    """What the line calls them, with what follows."""


def lists_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The lists of a line that name as many things, of the sort asked for."""
    asked = question.asked
    if asked is None or passage.row is not None:
        return
    size = len(passage.text)
    found = [
        one
        for one in listings(passage.text)
        if _suits(one, asked) or (len(one.items) == asked.size and one.end - one.start >= _WHOLE * size)
    ]
    for one in found:
        if any(folded(question.text).holds(fold(item)) == 1.0 for item in one.items):
            continue
        others = [(other.start, other.end) for other in found if other.start >= one.end or other.end <= one.start]
        own = own_stretch(passage.text, one.start, one.end, others)
        fits = (_SIZE_FITS if asked.size == len(one.items) else 0.0) + (
            _NOUN_FITS if asked.noun and asked.noun in one.behind else 0.0
        )
        yield Found(
            Candidate(passage, one.start, one.end, (min(own[0], one.start), own[1])), ", ".join(one.items), bonus=fits
        )


def listings(text: str) -> list[Listing]:
    """The lists of a line, each with its number and what they are called."""
    found = []
    for run in _LIST.finditer(text):
        parts = [part.strip() for part in _SEPARATOR.split(run[0]) if part.strip()]
        tail = _TAIL.match(text, run.end())
        last, behind = _split_last(parts[-1])
        items = [*parts[:-1], last]
        items[0] = _first(items[0], items[1:])
        size = int(tail["size"]) if tail and tail["size"] and tail.start() == run.end() else None
        if behind is not None and (number := lazily(r"([0-9]{1,3})(?:개|대|곳|가지|종|국|명)?").match(behind)):
            size = int(number[1])
        items = _without_lead(items, size)
        said = " ".join(f"{behind or ''} {text[run.end() : run.end() + 30]}".split()[:_CALLED])
        if all(0 < len(item) <= _LONGEST for item in items) and len(items) > 1:
            found.append(Listing(tuple(items), run.start(), run.end(), size, said))
    return found


def _without_lead(items: list[str], size: int | None) -> list[str]:
    """The items behind what leads to them: a clause before the list is none of it, nor what its number leaves over."""
    cut = [at for at, item in enumerate(items[:-1]) if _CONNECTS.search(item)]
    items = items[cut[-1] + 1 :] if cut else items
    return items[-size:] if size is not None and 1 < size < len(items) else items


def _split_last(part: str) -> tuple[str, str | None]:
    """The last item without what follows it: 란저우 of 란저우 등 3개 도시에."""
    cut = lazily(r"\s?등(?=\s|$)").search(part)
    if cut:
        return part[: cut.start()].strip(), part[cut.end() :].strip()
    number = lazily(r"\s?(?=[0-9]{1,3}(?:개|대|곳|가지|종|국)\s)").search(part)
    if number and number.start():
        return part[: number.start()].strip(), part[number.end() :].strip()
    particle = lazily(r"(?:이|가|은|는|을|를|에|에서|의|로|으로)(?:\s|$)").search(part)
    if particle and particle.start():
        return part[: particle.start()].strip(), part[particle.end() :].strip()
    return part, None


def _first(item: str, rest: Sequence[str]) -> str:
    """The first item without what leads to it: 화학 of 허난대학교는 화학."""
    cut = [
        found.end()
        for found in lazily(r"(?:은|는|이|가|을|를|의|에|에서|로|으로|한|된|하고|하며|체결해|와|과)\s").finditer(item)
    ]
    bare = item[cut[-1] :] if cut else item
    leading = bare.split(" ")[0]
    return bare[len(leading) + 1 :] if " " in bare and leading in tables.words(__package__, "leading") else bare


def _suits(one: Listing, asked: Asked) -> bool:
    noun = asked.noun or ""
    if asked.size is not None:
        if len(one.items) != asked.size or (one.size is not None and one.size != asked.size):
            return False
    if noun in ("곳", "가지", "개", "것") or not noun:
        return asked.size is not None
    ends = ends_of(noun)
    if noun in one.behind or (ends and all(_bare(item).endswith(ends) for item in one.items)):
        return True
    if asked.size is None:
        return False
    kind = sort_of(noun)
    return one.size == asked.size and (kind != "body" or not ends)


def _bare(item: str) -> str:
    return lazily(r"\([^()]*\)").sub("", item)
