"""The lists that a line gives: their members, how many it says they are, what it calls them."""

from __future__ import annotations

from dataclasses import dataclass

from donghyang.language import tables
from donghyang.language.patterns import lazily

_SEPARATOR = lazily(r"\s?(?:△|,(?![0-9]{3})|、|·)\s?|\s(?:및|그리고)\s|(?<=[가-힣)])[와과]\s")
_LETTER = r"[가-힣A-Za-z0-9&+'\-]"
_PART = rf"{_LETTER}+(?:\([^()]{{1,30}}\)[가-힣A-Za-z0-9]*)?"
_ITEM = rf"{_PART}(?:\s(?!및\s|그리고\s){_PART}){{0,3}}"
_LIST = lazily(rf"(?<!{_LETTER}){_ITEM}(?:(?:\s?(?:△|,(?![0-9]{{3}})|、|·)\s?|\s(?:및|그리고)\s|[와과]\s){_ITEM})+")
_NUMBER = lazily(r"(?P<size>[0-9]{1,3})(?:개|대|곳|가지|종|국|명)?")
_TAIL = lazily(r"\s?(?:등|의)?\s?(?:총\s?)?(?P<size>[0-9]{1,3})(?:개|대|곳|가지|종|국|명)?")
_REACH = 30
_CALLED = 3
"""Words behind a list that say what it lists: 3개 분야, 등 핵심 학과를."""
_LONGEST = 24
_CONNECTS = lazily(r"(?:으로써|로써|로서|하고|하며|하여|위해|통해|따라|으로|에서는|에는|이며|되어|으나|지만)$")


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


def listings(text: str) -> list[Listing]:
    """The lists of a line, each with its number and what they are called."""
    found = []
    for run in _LIST.finditer(text):
        parts = [part.strip() for part in _SEPARATOR.split(run[0]) if part.strip()]
        last, behind = _split_last(parts[-1])
        items = [_first(parts[0]), *parts[1:-1], last]
        size = _size(text, run.end(), behind)
        items = _without_lead(items, size)
        called = " ".join(f"{behind or ''} {text[run.end() : run.end() + _REACH]}".split()[:_CALLED])
        if len(items) > 1 and all(0 < len(item) <= _LONGEST for item in items):
            found.append(Listing(tuple(items), run.start(), run.end(), size, called))
    return found


def _size(text: str, end: int, behind: str | None) -> int | None:
    """How many the line says they are, behind the list."""
    number = _NUMBER.match(behind) if behind is not None else None
    number = number or _TAIL.match(text, end)
    return int(number["size"]) if number else None


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


def _first(item: str) -> str:
    """The first item without what leads to it: 화학 of 허난대학교는 화학."""
    cut = [
        found.end()
        for found in lazily(r"(?:은|는|이|가|을|를|의|에|에서|로|으로|한|된|하고|하며|체결해|와|과)\s").finditer(item)
    ]
    bare = item[cut[-1] :] if cut else item
    leading = bare.split(" ")[0]
    return bare[len(leading) + 1 :] if " " in bare and leading in tables.words(__package__, "leading") else bare
