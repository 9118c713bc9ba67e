"""Sentences that tell what is to come, which a table of what has been does not contradict."""

from __future__ import annotations

import datetime as dt

from donghyang.check.sheet.boards import Board
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily

_AIMED = lazily(
    r"까지 [^.;]{2,80}(?:할|릴|출|일|킬|울|낼|될|기로|겠|계획|방침|예정|목표|추진|전망)|"
    r"(?:할|릴|출|일|킬|울) (?:계획|방침|예정|전망|구상|목표)|(?:하|리|추|이|키|우)기로 |목표(?:로|를|임|이며|$)"
)
_OF_AIMS = lazily(r"목표|계획|전망|예상|시점")
_YEAR = lazily(r"(?P<full>(?:19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2})(?=년|[-~])")


def is_aim(text: str) -> bool:
    """Does a sentence speak of what is planned: '2027년까지 30%로 높일 계획'?"""
    return _AIMED.search(text) is not None


def has_aims(board: Board, published: dt.date | None) -> bool:
    """Does a table's title or head name aims, or a year that is not past, so that a plan may be read out of it?"""
    return any(_of_aims(text, published) for text in (board.title, *(cell.text for cell in board.head)))


def _of_aims(text: str, published: dt.date | None) -> bool:
    years = (full_year(found["full"] or found["short"]) for found in _YEAR.finditer(text))
    return _OF_AIMS.search(text) is not None or any(published is None or year >= published.year for year in years)
