"""Short names of bodies, countries and places, as a source writes them (中科大, 美方, 沪苏浙皖)."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.names import Named

_SHORTEST = 2
"""Characters of what is left of a name without what the body is, of which a short one would leave nothing out."""


def short_name(name: Named, words: str) -> Span | None:
    """Where simplified Chinese words have a short form of a name; None where they have none."""
    searches = {"body": (_abbreviated,), "place": (_country, _place)}.get(name.kind, ())
    found = next((found for search in searches if (found := search(name.hanzi).search(words))), None)
    return found.span(found.lastgroup or 0) if found else None


@cache
def _abbreviated(hanzi: frozenset[str]) -> re.Pattern[str]:
    """Short names that take some characters of a body's in their order, its first and what it is among them (中科大 of
    中国科学技术大学)."""
    heads = {row[0]: row[1] for row in tables.read(__package__, "short_heads.tsv")}
    found = []
    for form in hanzi:
        end = next((end for end in sorted(heads, key=len, reverse=True) if form.endswith(end)), None)
        middle = form.removesuffix(end or "").replace("中国", "中").replace("国家", "国")
        if end is not None and len(middle) > _SHORTEST:
            rest = "".join(f"{char}?" for char in middle[1:])
            found.append(f"{middle[0]}(?=[{middle[1:]}]){rest}{heads[end]}(?!{end[-1]})")
    return re.compile("|".join(found) or "(?!)")


@cache
def _country(hanzi: frozenset[str]) -> re.Pattern[str]:
    """A country by the one character that stands for it, before what is of it or beside another such one (乌军, 美方,
    中美)."""
    rows = tables.read(__package__, "short_countries.tsv")
    own = "".join(char for country, char in rows if country in hanzi)
    every = "中" + "".join(char for _, char in rows)
    of_it = "".join(tables.words(__package__, "of_countries"))
    return re.compile(rf"[{own}](?=[{of_it}])|(?<=[{every}])[{own}]|[{own}](?=[{every}])" if own else "(?!)")


@cache
def _place(hanzi: frozenset[str]) -> re.Pattern[str]:
    """A place by the one character that stands for it, behind a word of going or being there (在京), or beside another
    such one (沪苏浙皖)."""
    rows = tables.read(__package__, "short_places.tsv")
    chars = "".join(char for name, chars in rows if name in hanzi for char in chars.replace(" ", ""))
    every = "".join(chars for _, chars in rows).replace(" ", "") + "".join(tables.words(__package__, "short_cities"))
    around = rf"(?<=[{every}])(?P<next>[{chars}])|(?P<first>[{chars}])(?=[{every}])"
    part = rf"(?P<part>[{chars}])(?=[东西南北中])(?!京东)"
    return re.compile(rf"[在赴抵来进离返驻](?P<place>[{chars}])|{around}|{part}" if chars else "(?!)")
