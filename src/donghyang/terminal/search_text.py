"""What `search` says: its hits for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from donghyang.language.visible import on_one_line
from donghyang.records import Language, Message
from donghyang.terminal.place_text import place, section_title

if TYPE_CHECKING:
    from donghyang.records import Found, Hit

_FACETS = 8
"""So many values of a facet are shown to a person."""
_NAMES = {
    "section": Message("부문", "section"),
    "category": Message("분류", "category"),
    "region": Message("지역", "region"),
    "organisation": Message("기관", "body"),
    "year": Message("연도", "year"),
}


def found_as_json(found: Found, *, facets: bool) -> Any:
    """The hits as a list; with facets an object that holds them, how many there are, the counts, and the words that
    stand nowhere."""
    from donghyang.archive.ledger.shapes import hit_as_json

    hits = [hit_as_json(hit) for hit in found.hits]
    if not facets:
        return hits
    return {"hits": hits, "total": found.total, "facets": list(found.facets), "nowhere": list(found.nowhere)}


def found_as_text(found: Found, language: Language) -> str:
    """Two lines a hit, with what was looked for in 【brackets】; the counts; a sentence where nothing was found."""
    return "\n".join(on_one_line(line.text(language)) for line in _lines(found))


def _lines(found: Found) -> Iterator[Message]:
    if found.hits and found.nowhere:
        words = ", ".join(found.nowhere)
        yield Message(
            f"아카이브에 없는 말: {words}. 비슷한 말이 있는 기사입니다.",
            f"nowhere in the archive: {words}. These hold something like it.",
        )
    for hit in found.hits:
        yield place(hit)
        yield Message(*[f"    {_marked(hit)}"] * 2)
    if not found.hits:
        yield Message("찾은 기사가 없습니다.", "nothing was found.")
    elif found.total > len(found.hits):
        yield Message(
            f"{found.total}건 가운데 {len(found.hits)}건. 더 보려면 --limit N을 주십시오.",
            f"{len(found.hits)} of {found.total}. Give --limit N for more.",
        )
    for name, group in groupby(found.facets, key=lambda one: one.name):
        shown = list(group)[:_FACETS]
        titled = [section_title(one.value) if name == "section" else one.value for one in shown]
        ko = " · ".join(f"{title} {one.count}" for title, one in zip(titled, shown, strict=True))
        en = " · ".join(f"{one.value} {one.count}" for one in shown)
        yield Message(f"{_NAMES[name].ko}: {ko}", f"{_NAMES[name].en}: {en}")
    if found.unread:
        yield Message(
            f"너무 길어 찾지 않은 부분: {found.unread[:40]}", f"too long, not looked for: {found.unread[:40]}"
        )


def _marked(hit: Hit) -> str:
    said, at = "", 0
    for start, end in hit.highlights:
        said += f"{hit.snippet[at:start]}【{hit.snippet[start:end]}】"
        at = end
    return said + hit.snippet[at:]
