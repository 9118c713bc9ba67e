"""Search without a server: which pairs of letters stand in which articles, in files that a page can load from a folder.

Korean and Chinese words are not parted by rules that a browser has: a word is found by its pairs of letters (양자컴 is
양자 and 자컴), and the text itself, loaded for what is shown, then proves it. A file is a script that hands over one
JSON value, since a page in a folder may load scripts and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from donghyang.publish.site.frame import data
from donghyang.publish.site.records import Item

_RUN = re.compile(r"[^\W_]+")
_PART = 40_000
"""Articles times pairs in one file, roughly: some hundred kilobytes."""
_MOST_PARTS = 512
_PAIR = 2


def pairs(text: str) -> str:
    """The pairs of letters of all words of a text, each once, one behind another; a word of one letter is padded."""
    return "".join(sorted(set(_pairs(text))))


def _pairs(text: str) -> Iterator[str]:
    for run in _RUN.findall(normal(text)):
        if len(run) == 1:
            yield f"{run} "
        yield from (run[at : at + _PAIR] for at in range(len(run) - 1))


def normal(text: str) -> str:
    """As a search compares: one width, small letters. The page's script does the same (`normalize`, `toLowerCase`)."""
    return unicodedata.normalize("NFKC", text).lower()


def files(items: Sequence[Item]) -> Iterator[tuple[str, bytes]]:
    """The index, the list of what it points at, and the texts by issue."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        words = item.words
        for at in range(0, len(words), _PAIR):
            places[words[at : at + _PAIR]].append(number)
    parts = parts_for(sum(map(len, places.values())))
    shares: list[dict[str, list[int]]] = [{} for _ in range(parts)]
    for pair in sorted(places):
        shares[part_of(pair, parts)][pair] = _steps(places[pair])
    for number, share in enumerate(shares):
        yield f"search/{number}.js", _handed("part", number, share)
    titles = [[item.path, item.headline, item.section, item.day] for item in items]
    yield "search/list.js", _handed("list", parts, titles)
    texts: dict[str, list[list[object]]] = defaultdict(list)
    for number, item in enumerate(items):
        texts[item.day].append([number, item.text])
    for day, told in texts.items():
        yield f"search/text-{day}.js", _handed("text", day, told)


def parts_for(postings: int) -> int:
    """In how many files so many postings stand."""
    return max(1, min(_MOST_PARTS, postings // _PART))


def part_of(pair: str, parts: int) -> int:
    """In which file a pair stands: by the CRC-32 of its UTF-8, which the page's script reckons likewise."""
    return zlib.crc32(pair.encode("utf-8", "replace")) % parts


def _steps(numbers: list[int]) -> list[int]:
    """Rising numbers as the step from each to the next: shorter to write."""
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def _handed(what: str, key: object, value: object) -> bytes:
    return f"donghyang.take({data(what)},{data(key)},{data(value)});\n".encode("utf-8", "replace")
