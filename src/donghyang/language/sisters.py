"""Which of several things of one kind a Korean text names: 돼지 and 원숭이, 수출 and 수입."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from donghyang.language import tables
from donghyang.language.slots import slots_in
from donghyang.records import Span

Named = dict[str, dict[str, Span]]
"""Kind -> its members that a text names, each with its first place."""


def sisters_in(text: str, kinds: frozenset[str]) -> Named:
    """The things that a text names, by kind; of the kinds of `slots.tsv` only `kinds`."""
    found: Named = defaultdict(dict)
    search, known = _search()
    for match in search.finditer(text):
        for kind, member in known[match[0]]:
            found[kind].setdefault(member, match.span())
    for slot in slots_in(text, 0, len(text)):
        if slot.kind in kinds:
            found[f"={slot.kind}"].setdefault(slot.member, (slot.start, slot.end))
    return found


@cache
def _search() -> tuple[re.Pattern[str], dict[str, list[tuple[str, str]]]]:
    """A search for forms at the beginning of a word, those of one letter with a particle; form -> kind, member."""
    known: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, members in tables.read(__package__, "sisters.tsv"):
        for member in members.split():
            for form in member.split("/"):
                known[form].append((kind, member))
    forms = sorted(known, key=len, reverse=True)
    long, short = ("|".join(re.escape(form) for form in forms if (len(form) > 1) is wide) for wide in (True, False))
    return re.compile(rf"(?<![가-힣A-Za-z0-9])(?:(?:{long})|(?:{short})(?=[은는이가을를의에와과] |[ ,·]))"), known
