"""How a figure stands by its thing: by how much it grew, what it became, which part it makes up, what is new or there.

Knowledge stands in `data/standings.tsv`.
"""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.case import Case
from donghyang.verify.judge_figures import Found

_ADVERB = "(?:(?:크게|대폭|소폭|다시|각각|모두|급격히|꾸준히|더|추가로) )?"
_ROUGHLY = " ?(?:가량|정도|안팎|남짓|가까이|넘게|이상|이나|씩|만큼)?"
_BY = re.compile(f"{_ROUGHLY}(?:이|가|을|를|나)? ?{_ADVERB}")
_TO = re.compile(f"{_ROUGHLY}(?:으?로|까지) {_ADVERB}")
_LED = "(?:了|幅度?)?(?:高?达到?)?(?:约|近|超过?|逾|至少|将近|大约|整整)?$"
"""Between a word and the figure that it leads up to."""
_SO_FAR = re.compile("累[计积][一-龥]{0,3}(?:新[增建设授签]|净增|增设)")
"""So many new ones so far: no count of all."""
_REACH = 12
_PART_OF = re.compile("(?:전체의|가운데) (?:약 )?$")
_PULLED = re.compile("견인|기여|끌어올")
_PULLS = re.compile("(?:拉动|带动|贡献)(?!力|作用)")
_MEASURE = re.compile("[율률폭분세량액]")
"""Behind a word that only names what is measured (증가율)."""
Members = dict[str, int]
"""What a figure is said to be, each with the place of the word that says so."""


def told_in_korean(case: Case, axis: str, figure: Span, zone: Span) -> Members:
    """What the text says a figure is; `zone` lies between the figures beside it."""
    text = case.sentence.text
    found: Members = {}
    if axis == "how":
        to = _TO.match(text, figure[1])
        seat = to or _BY.match(text, figure[1])
        assert seat is not None
        for member, search in _words("how", "ko").items():
            word = search.match(text, seat.end())
            if word is not None and not _MEASURE.match(text, word.end()):
                found["to" if to and member == "by" else member] = word.start()
        if _PART_OF.search(text, zone[0], figure[0]) and not found:
            return {"share": figure[0]}
        if "by" in found and (pulled := _PULLED.search(text, seat.end(), zone[1])):
            return {"pull": pulled.start()}
        return found if to is None or "to" in found else {}
    for member, search in _words(axis, "ko").items():
        word = search.search(text, *zone)
        if word is not None:
            found[member] = word.start()
    return found


def told_in_chinese(case: Case, axis: str, found: Found, zone: Span) -> tuple[Members, frozenset[str]]:
    """What the source says its figure is, and what it may be by words that are too common to speak against another."""
    plain, at = case.corpus.key.plain, found.quantity.start
    told: Members = {}
    pulled = _PULLS.search(plain, *zone) if axis == "how" else None
    if pulled is not None:  # 拉动工业增长3.5个百分点: what grows is another
        return {"pull": pulled.start()}, frozenset()
    for member, search in _words(axis, "zh").items():
        within = (max(zone[0], at - _REACH), at) if axis == "how" else zone
        word = search.search(plain, *within)
        if word is not None:
            told[member] = word.start()
    if "added" in told and _SO_FAR.search(plain, *zone):
        told.pop("stock", None)
    loose = frozenset(member for member, search in _words(axis, "~").items() if search.search(plain, *zone))
    return told, loose


@cache
def _words(axis: str, spoken: str) -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for name, member, language, side, cell in tables.read(__package__, "standings.tsv"):
        if name == axis and language == ("zh" if spoken == "~" else spoken):
            listed = [one.removeprefix("~") for one in cell.split() if one.startswith("~") == (spoken == "~")]
            words = sorted((one.replace("_", " ") for one in listed), key=len, reverse=True)
            if not words:
                continue
            either = "|".join(map(re.escape, words))
            ends = _LED if (side, language) == ("before", "zh") else ""
            begins = "(?<![가-힣])" if (side, language) == ("near", "ko") else ""
            found[member] = re.compile(f"{begins}(?:{either}){ends}")
    return found
