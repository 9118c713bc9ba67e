"""Lists of Chinese places in a line: 지린, 랴오닝성(108억 위안)과 허베이."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.language.gazetteer import Place, called, home
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily

_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,12}")
_NOTE = lazily(r"\s?[(（][^()（）\n]{0,40}[)）]")
_REST = lazily(
    rf"(?P<rank>성|시|구|현|(?:[좡후위][가-힣]{{1,3}}족?)?자치구|특별행정구|신구)?(?P<tail>등|인|(?:{JOSA}))?$"
)
_JOINED = lazily(r"(?:\s?[,，·ㆍ‧、/]\s?|\s(?:및|그리고)\s|(?:와|과|및)\s|,\s?및\s)$")
_NAME = 7
_LARGE = frozenset({"province", "municipality", "city", "prefecture"})


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a list."""

    places: tuple[Place, ...]
    """Those that the name can mean."""
    name: str
    start: int
    end: int
    """Behind the name and its rank."""
    rank: str
    tail: str
    """The particle behind it, "" for none."""
    close: int
    """Behind the bracket and the particle that follow it."""

    @property
    def is_large(self) -> bool:
        """Can the name mean a province or a city? One of districts and counties only is hardly known outside."""
        return any(place.level in _LARGE for place in self.places)


def place_lists(line: str, start: int = 0, end: int | None = None) -> Iterator[list[Item]]:
    """Every run of places joined by commas, dots or 와 and 과, in order; a place alone is a run of one.

    Only words from `start` up to `end` are looked at.
    """
    run: list[Item] = []
    for found in _WORD.finditer(line, start, len(line) if end is None else end):
        if run and found.start() < run[-1].close:
            continue  # Inside the bracket behind the place before.
        item = item_at(line, found.start())
        if item is None or (run and not _JOINED.match(line[run[-1].end : found.start()].replace(_note(line, run), ""))):
            if run:
                yield run
            run = []
        if item is not None:
            run.append(item)
    if run:
        yield run


def _note(line: str, run: list[Item]) -> str:
    found = _NOTE.match(line, run[-1].end)
    return found[0] if found else "\0"


def item_at(line: str, start: int) -> Item | None:
    """The place whose name begins at `start`, the longest; None where the word there is none."""
    found = _WORD.match(line, start)
    word = found[0] if found else ""
    for length in range(min(len(word), _NAME), 1, -1):
        rest = _REST.match(word, length)
        places = _places(word[:length]) if rest else ()
        if rest and rest["rank"] and (with_rank := _places(word[: length + len(rest["rank"])])):
            places = with_rank
        if rest is None or not places:
            continue
        end = start + length + len(rest["rank"] or "")
        close = start + len(word)
        if not rest["tail"] and (note := _NOTE.match(line, close)):
            close = note.end()
        return Item(places, word[:length], start, end, rest["rank"] or "", rest["tail"] or "", close)
    return None


def _places(name: str) -> tuple[Place, ...]:
    """The places of that name that are divisions; a delta or a plain holds such places."""
    return tuple(place for place in called(name) if place.level != "region")


def province_of(place: Place) -> Place:
    """The province or municipality that holds a place: itself for one of those."""
    above = place
    for _ in range(3):
        higher = home(above)
        if higher is None:
            break
        above = higher
    return above
