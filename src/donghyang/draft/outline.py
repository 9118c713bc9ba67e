"""The numbered parts of a plan: chapters (一、), their sections (（一） or 1.), and what each says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.numerals_zh import read_zh
from donghyang.language.sentences import in_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import Span

_CHAPTER = re.compile(r"^[ \u3000]*(?P<number>[一二三四五六七八九十]{1,3})、(?P<head>[^\n\t]*)$", re.M)
_SECTIONS = (
    re.compile(r"^[ \u3000]*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)](?P<head>[^\n\t]*)$", re.M),
    re.compile(r"^[ \u3000]*(?P<number>\d{1,2})[.．、](?!\d)(?P<head>[^\n\t]*)$", re.M),
)
_ANNEX = re.compile(r"^[ \u3000]*(?:附件|附录|名词解释|注释)[ \u3000]*\d{0,2}[:：]?[ \u3000]*$", re.M)
"""What follows it is no part of the plan."""
_LONGEST_HEAD, _LONGEST_ALONE = 40, 60
"""Characters of a heading in front of its text in one line, and of one alone in its line; a longer one is text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of a plan."""

    head: Span
    """Its heading without number and full stop."""
    body: Span
    """What stands below it, its sections included."""
    sections: tuple[Part, ...] = ()


def outline(text: str) -> tuple[Part, ...]:
    """The chapters of a text in order, with their sections; sections without chapters where it has none.

    () where fewer than two parts are numbered, or their numbers do not rise.
    """
    end = annex_at(text)
    chapters = _parts(text, _CHAPTER, 0, end)
    if not chapters:
        found = _sections(text, 0, end)
        return found if len(found) > 1 else ()
    return tuple(replace(part, sections=_sections(text, *part.body)) for part in chapters)


def annex_at(text: str) -> int:
    """Where the annex of a text begins; its length where it has none."""
    annex = _ANNEX.search(text)
    return annex.start() if annex else len(text)


def _sections(text: str, start: int, end: int, level: int = 0) -> tuple[Part, ...]:
    for deeper, numbered in enumerate(_SECTIONS[level:], level + 1):
        # Sections may be counted on through the chapters: one alone is （五）, never 1.
        if found := _parts(text, numbered, start, end, least=deeper):
            return tuple(replace(part, sections=_sections(text, *part.body, deeper)) for part in found)
    return ()


def _parts(text: str, numbered: re.Pattern[str], start: int, end: int, least: int = 2) -> tuple[Part, ...]:
    found = list(numbered.finditer(text, start, end))
    values = [_value(match["number"]) for match in found]
    if len(found) < least or not all(before < after for before, after in pairwise(values)):
        return ()
    starts = [match.start() for match in found]
    ends = [*starts[1:], _closes(text, starts, end)]
    return tuple(_part(text, match, stop) for match, stop in zip(found, ends, strict=True))


def _closes(text: str, starts: Sequence[int], end: int) -> int:
    """Where the last of several parts ends: of items of one paragraph each, with its first one."""
    told = [sum("。" in line for line in text[start:stop].split("\n")) for start, stop in pairwise(starts)]
    within = text[starts[-1] : end]
    if len(told) < _SEVERAL or max(told) > 1 or any(numbered.search(within) for numbered in _SECTIONS):
        return end
    place = starts[-1]
    for line in within.splitlines(keepends=True):
        place += len(line)
        if "。" in line:
            return place
    return end


_SEVERAL = 2
"""Items in front of the last that say how long one is."""


def _part(text: str, match: re.Match[str], stop: int) -> Part:
    """A part with its heading: the whole line, or its first sentence where text follows it in the line."""
    start, line = match.start("head"), match["head"]
    at = next((place for place, char in enumerate(line) if char in "。："), len(line))
    alone = not line[at:].strip("。： \u3000")
    if at > (_LONGEST_ALONE if alone else _LONGEST_HEAD):
        return Part((start, start), (start, stop))
    return Part((start, start + len(line[:at].rstrip())), (min(start + at + 1, stop), stop))


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else int(read_zh(number) or 0)


INNER = re.compile("|".join(tables.either(__package__, name) for name in ("parts_of_provinces", "inner_regions")))
"""Parts of provinces (南疆)."""
_TERM = re.compile(r"^(?:到|至)?20\d{2}年(?:底|末)?(?:前)?[，,]")
_AIMS = re.compile(r"^[^，。；：:]{0,16}目标(?:是|为)[：:]")
"""What follows it up to the full stop is aimed at: 主要预期目标是：甲增长5%；乙增长3%。"""
_DATED = re.compile(r"(?<![由从比较])20\d{2}年")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a part."""

    text: str
    """As it stands, without its stop."""
    governed: str
    """With the term that opens its paragraph in front of it: 到2027年，甲…；乙… says of 乙 too until when."""
    aimed: bool = False
    """Is it one of the aims that a sentence lists?"""
    inner: bool = False
    """Is it of a part of the province, which a sentence in front of it names?"""
    heads: bool = False
    """Does it open its paragraph, short as a heading? 强化科技支撑体系。支持甲…"""


_LONGEST_OPENING = 24
"""Characters of a sentence that heads its paragraph."""


def sentences_of(text: str, part: Part) -> list[Sentence]:
    """The sentences of a part in order, without signature and tables."""
    found: list[Sentence] = []
    for line in text[slice(*part.body)].split("\n"):
        if "\t" in line or "。" not in line:
            continue
        term, aimed, region = "", False, INNER.search(line)
        for start, end in in_chinese(line):
            sentence = line[start:end].strip(" \u3000。；;")
            lists = _AIMS.match(sentence)
            aimed = aimed or bool(lists)
            sentence = sentence[lists.end() :] if lists else sentence
            opens = _TERM.match(sentence)
            term = opens[0] if opens else term
            if sentence:
                own = bool(opens or _DATED.search(sentence))
                inner = region is not None and region.end() <= start and not INNER.search(sentence)
                opens_line = not line[:start].strip(" \u3000") and line[end - 1] == "。"
                heads = opens_line and end - start <= _LONGEST_OPENING < len(line)
                found.append(Sentence(sentence, sentence if own else term + sentence, aimed, inner, heads))
            aimed = aimed and line[start:end].rstrip()[-1:] in ("；", ";")
    return found
