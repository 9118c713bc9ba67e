"""Addresses that a person has put into a text: one a line or many, with titles and days beside them."""

from __future__ import annotations

import re

from donghyang.collect.sources.opened import plain, whole
from donghyang.read import days, published
from donghyang.read.encoding import decode
from donghyang.records import Entry

MOST = 10_000
"""Addresses of one text."""
_LONGEST = 1_000
"""Characters of a line that are looked through for a title."""
_URL = re.compile(r"https?://[^\s<>\"'“”‘’（）【】《》「」，。；、！？|]{1,2000}", re.IGNORECASE)
_END = re.compile(r"[.,;:!?*_)\]}]+$")
_MARKS = re.compile(r"^[\s\-*·•#>\d.、()\[\]【】☑|]+|[\s\[\]()（）【】“”‘’《》|:：,，.。;；\-–—<>]+$")


def addresses(body: bytes, base: str = "") -> list[Entry]:
    """The addresses of a text in order, each once, with the title and the day that stand on their line; [] without any.

    Read as well are lines of Markdown (`[title](address)`) and of tables. A line that begins with # and has no address
    is a remark.
    """
    found: dict[str, Entry] = {}
    above = ""
    for line in decode(body).splitlines():
        targets = [target for match in _URL.finditer(line) if (target := whole(base, _closed(match[0])))]
        words = plain(_URL.sub(" ", line))[:_LONGEST]
        for target in targets:
            said = words if len(targets) == 1 and _title(words) else above if len(targets) == 1 else ""
            day = next((found.day for found in days.find(said) if not found.short), None)
            found.setdefault(target, Entry(target, _title(said), day or published.from_address(target)))
        above = "" if targets or line.startswith("#") else words
        if len(found) >= MOST:
            break
    return list(found.values())


def _closed(address: str) -> str:
    """An address without the signs of the sentence around it; brackets that it opens itself are its own."""
    end = _END.search(address)
    if end is None:
        return address
    kept = address[: end.start()]
    for sign in end[0]:
        if sign in ")]}" and kept.count({")": "(", "]": "[", "}": "{"}[sign]) > kept.count(sign):
            kept += sign
        else:
            break
    return kept


def _title(words: str) -> str:
    """What is said beside an address, without day and marks of lists."""
    for found in reversed(list(days.find(words))):
        if not found.short:
            words = words[: found.start] + " " + words[found.end :]
    while (bare := _MARKS.sub("", words)) != words:
        words = bare
    return plain(words)
