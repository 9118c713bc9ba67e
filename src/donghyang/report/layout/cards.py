"""Articles set as cards of labelled lines (제목: …, 요약: …) and words in drawn boxes -> lines without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from donghyang.language.patterns import lazily
from donghyang.report.grammar import day_alone, ends_with_day
from donghyang.report.layout.openers import Opener, opener_of
from donghyang.report.layout.pages import Item

_LABEL = lazily(
    r"""
    ^ (?P<open>[\[(<【〈《])? \s*
    (?: (?P<title> 제 \s* 목 | 건 \s* 명 | 표 \s* 제 | title | headline )
      | (?P<gist> (?:핵심 \s* | 주요 \s* | 한 \s* 줄 \s*)? 요 \s* (?:약|지|점) | 개 \s* 요 | 리드 | summary | abstract )
      | (?P<body> (?:주요 \s* | 세부 \s* )? 내 \s* 용 | 본 \s* 문 | contents? | details? )
      | (?P<day> (?:발표 | 보도 | 게시 | 작성 | 공개) \s* 일 (?:\s* 자)? | 일 \s* 자 | 날 \s* 짜 | date )
    )
    \s* (?(open) [\])>】〉》] \s* [:：|]? | [:：|] ) \s* (?P<words>.*) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAST = 2
"""Lines of one label, before they are taken for cards."""
_BOXED = lazily(r"^[│┃║]\s*(?P<in>[^│┃║]*[^│┃║\s])\s*[│┃║]$")
_BORDER = lazily(r"^[┌┏╔╭├][─━═\s]+(?P<in>[^─━═\s][^─━═]*[^─━═\s])\s*[─━═\s]+[┐┓╗╮┤]$")
"""The upper edge of a box that holds its title."""


def unboxed(items: Sequence[Item]) -> list[Item]:
    """The items with words that stand between drawn bars freed of them, the lines of one box joined to one."""
    out: list[Item] = []
    last = False
    for item in items:
        plain = item.line.grid is None and item.line.role is None
        if plain and (edge := _BORDER.match(item.line.text)):
            item = replace(_worded(item, edge["in"]), gap=True)
        found = _BOXED.match(item.line.text) if plain else None
        if found is None:
            out.append(item)
        elif last and not item.gap and not opener_of(replace(item.line, text=found["in"])).key:
            out[-1] = _worded(out[-1], f"{out[-1].line.text} {found['in']}", item.at)
        else:
            out.append(_worded(item, found["in"]))
        last = found is not None
    return out


def _worded(item: Item, text: str, more: tuple[int, ...] = ()) -> Item:
    line = replace(item.line, text=text)
    return replace(item, at=item.at + more, line=line, opener=opener_of(line))


def uncarded(items: Sequence[Item]) -> tuple[list[Item], frozenset[tuple[int, ...]]]:
    """The items without the labels of cards, and the places of the headlines that were labelled; none without cards.

    A summary becomes a lead, the day of a card stands behind it, and a label above the body is left out.
    """
    told = [_LABEL.match(item.words) if item.key != "table" else None for item in items]
    titles = sum(bool(found and found["title"] and found["words"]) for found in told)
    gists = sum(bool(found and found["gist"] and found["words"]) for found in told)
    carded = titles >= _LEAST
    if not carded and gists < _LEAST:
        return list(items), frozenset()
    out: list[Item] = []
    heads: set[tuple[int, ...]] = set()
    lead: int | None = None
    day: str | None = None
    for item, found in zip(items, told, strict=True):
        words = found["words"].strip() if found else ""
        if found and carded and found["title"] and words:
            heads.add(item.at)
            lead, day = None, None
            out.append(_headline(item, words))
        elif found and found["gist"] and words and (carded or not item.key):
            lead = len(out)
            out.append(_lead(item, words, day))
        elif found and carded and heads and found["body"] and not words:
            continue
        elif found and carded and heads and found["day"] and day_alone(words):
            day = words
            if lead is not None:
                out[lead] = _lead(out[lead], out[lead].words, day)
        else:
            out.append(item)
    return out, frozenset(heads)


def _headline(item: Item, words: str) -> Item:
    line = replace(item.line, text=words, marker="", role=None)
    number = item.opener.number
    return replace(item, line=line, opener=Opener(item.key if number is not None else "", number, words), gap=True)


def _lead(item: Item, words: str, day: str | None) -> Item:
    text = f"{words} ({day.rstrip('.')})" if day and not ends_with_day(words) else words
    line = replace(item.line, text=text, marker="■", role="lead")
    return replace(item, line=line, opener=opener_of(line))
