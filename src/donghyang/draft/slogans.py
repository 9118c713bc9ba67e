"""Lines that tell no fact: no figure, no name, no event, only that something goes on, grows stronger or is new."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.gate import taken_back
from donghyang.draft.sentences import Unsaid
from donghyang.language import tables

if TYPE_CHECKING:
    from donghyang.draft.selection import Said

_BARE_YEARS = re.compile(r"^(?:지난 \d+년간|(?:19|20)\d\d(?:~20\d\d)?년) (?!들어|이후)")
"""The year that a plan's or report's chapter gives all its sentences."""
_FACT = re.compile(r"[\d‘(A-Za-z]| 등 (?=\S)")
"""A figure, a name in quotes, brackets or Latin letters, members of a kind."""
_NAMED = re.compile(r"\d(?!\d{0,3}(?:년|월|일|~|호|회))|‘")
_IS = "임"
"""What something is (종자는 농업의 칩임) is no news, but for a figure or what is the first of its kind."""
_RANKED = re.compile(r"(?<!제)\d(?!\d*호)|최초|최대|최고|유일|첫 |번째")
_FURTHERED = re.compile(rf"(?:^|\s)(?:{tables.either(__package__, 'furthered')})$")
_PROMISING = re.compile(
    rf"(?:^|[\s·])(?:{tables.either(__package__, 'promising')})(?=$|[\s·,을를과와의이가은는에]|으?로)"
)
_UNNAMED = re.compile(
    r"^(?:[^,\d‘]+, )+(?:회의|행사|개막식|회의 개막식) (?:주재|참석|개최)(?:, (?:축사|연설))?$|"
    r"^(?=[^\d]*$)[^\d]*정신을 (?:심도 있게 )?학습·관철|"
    r"^[^,]*, (?:발표회 개최|국무원령 서명|"
    r"(?:구체적 |정책 )?조치 \d+개(?: 공동)? (?:제시|발표))$"
)
"""A meeting, an order, so many steps, of which the line does not say on what."""


def is_slogan(note: str) -> bool:
    """Does a note say only that something is furthered, of no time, and of nothing that has a figure or a name?"""
    told = _BARE_YEARS.sub("", note)
    if note.endswith(_IS) and not _RANKED.search(told):
        return True
    return is_hollow(note) or (not _FACT.search(told) and all(map(_FURTHERED.search, told.split(", "))))


def promises(text: str) -> bool:
    """Does a text tell of a strength, an impulse, something new?"""
    return _PROMISING.search(text) is not None


def is_hollow(note: str) -> bool:
    """Does a note tell of a strength, an impulse, something new without figure or name, or of what it does not name?"""
    return bool(_UNNAMED.match(note)) or (promises(note) and not _NAMED.search(note)) or _is_endless(note)


def _is_endless(note: str) -> bool:
    """…을 추진하고 …을 가속화하고 …을 강화하고 …: does a row of demands without a figure go on and on?"""
    return len(GOES_ON.findall(note)) >= _ENDLESS and not re.search(r"\d", note)


GOES_ON = re.compile(r"[가-힣]고 ")
"""A clause that another follows."""
_ENDLESS = 3


def of_facts(one: Said) -> Said:
    """A sentence of facts as it is; a slogan is not said, and no open line either where nothing stands behind it."""
    phrase = one.phrase
    if isinstance(phrase, Unsaid) or one.heads or not is_slogan(one.korean):
        return one
    if len(phrase.shapes) > 1 and set(phrase.shapes) == {"event"} and not is_hollow(one.korean):
        # 甲全面提速，乙加速成型: several things that have come about.
        return one
    still = bool(phrase.rest) or is_hollow(one.korean)
    return replace(taken_back(one), weight=one.weight if still else 0.0, leads=one.leads and still)
