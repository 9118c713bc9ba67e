"""Lists that may answer: 하얼빈, 난닝, 란저우 등 3개 도시."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from donghyang.archive.answers.asking.alike import fold
from donghyang.archive.answers.asking.asked import Asked, ends_of
from donghyang.archive.answers.asking.places import place_forms
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.asking.tokens import is_body
from donghyang.archive.answers.fitting import Candidate, own_stretch
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.listings import Listing, listings
from donghyang.archive.answers.offers.names import is_place
from donghyang.archive.answers.passages import Passage
from donghyang.language import tables
from donghyang.language.patterns import lazily

_WHOLE = 0.9
"""The share of a line that is one where nothing else stands in it: a remark that spells out 통신 3사."""
_SIZE_FITS = 0.1
_NOUN_FITS = 0.06


def lists_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The lists of a line that name as many things, of the sort asked for."""
    asked = question.asked
    if asked is None or passage.row is not None:
        return
    size = len(passage.text)
    found = [
        one
        for one in map(partial(_of_sort, asked=asked), listings(passage.text))
        if _suits(one, asked) or (len(one.items) == asked.size and one.end - one.start >= _WHOLE * size)
    ]
    for one in found:
        if any(_is_asked_with(item, question) for item in one.items):
            continue
        others = [(other.start, other.end) for other in found if other.start >= one.end or other.end <= one.start]
        own = own_stretch(passage.text, one.start, one.end, others)
        fits = (_SIZE_FITS if asked.size == len(one.items) else 0.0) + (
            _NOUN_FITS if asked.noun and asked.noun in one.behind else 0.0
        )
        yield Found(
            Candidate(passage, one.start, one.end, (min(own[0], one.start), own[1])), ", ".join(one.items), bonus=fits
        )


def _is_asked_with(item: str, question: Question) -> bool:
    """Whether the question says a member itself, or the member holds words of it: 바이오 공정 특구 두 of 두 곳."""
    held = folded(item)
    named = (need for need in question.needs if need.kind == "word")
    shared = sum(held.holds(need.forms[0]) == 1.0 for need in named)
    return shared > 1 or folded(question.text).holds(fold(item)) == 1.0


def _of_sort(one: Listing, asked: Asked) -> Listing:
    """A list without members of another sort, where the rest are as many as are asked for: 공신부, 베이징과 선전."""
    ends = ends_of(asked.noun or "")
    if asked.size is None or asked.kind not in ("place", "body") or len(one.items) <= asked.size:
        return one
    kept = tuple(
        item
        for item in one.items
        if (is_place(item, asked.noun or "") if asked.kind == "place" else ends and _is_such(_bare(item), ends))
    )
    return replace(one, items=kept) if len(kept) == asked.size else one


def _suits(one: Listing, asked: Asked) -> bool:
    noun = asked.noun or ""
    if asked.size is not None and (len(one.items) != asked.size or one.size not in (None, asked.size)):
        return False
    if noun in tables.words(__package__, "no_sorts") or not noun:
        return asked.size is not None
    ends = ends_of(noun)
    if noun in one.behind or (ends and all(_is_such(_bare(item), ends) for item in one.items)):
        return True
    if asked.kind == "place" and all(place_forms(_last(_bare(item))) for item in one.items):
        is_sorted = noun in tables.words(__package__, "sorts_of_place")
        return not is_sorted or all(is_place(_last(item), noun) for item in one.items)
    if asked.size is None:
        return False
    return one.size == asked.size


def _is_such(item: str, ends: tuple[str, ...]) -> bool:
    return item.endswith(ends) or is_body(item.replace(" ", ""))


def _last(item: str) -> str:
    """The last word of an item, which names the place: 장쑤성 난징시; "" for none."""
    return item.rstrip().rpartition(" ")[2]


def _bare(item: str) -> str:
    return lazily(r"\([^()]*\)").sub("", item)
