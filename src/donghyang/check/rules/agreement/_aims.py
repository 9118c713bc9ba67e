"""Sentences that tell what is to come, which a table of what has been does not contradict."""

from __future__ import annotations

import re

from donghyang.check.sheet.boards import Board

_AIMED = re.compile(
    r"까지 [^.;]{2,80}(?:할|릴|출|일|킬|울|낼|될|기로|겠|계획|방침|예정|목표|추진|전망)|"
    r"(?:할|릴|출|일|킬|울) (?:계획|방침|예정|전망|구상|목표)|(?:하|리|추|이|키|우)기로 |목표(?:로|를|임|이며|$)"
)
_OF_AIMS = re.compile(r"목표|계획|전망|예상|(?:19|20)[0-9]{2}|['‘’][0-9]{2}년|단계|시점")


def is_aim(text: str) -> bool:
    """Does a sentence speak of what is planned: '2027년까지 30%로 높일 계획'?"""
    return _AIMED.search(text) is not None


def has_aims(board: Board) -> bool:
    """Does a table's title or head name aims or years, so that a plan may be read out of it?"""
    return any(_OF_AIMS.search(text) for text in (board.title, *(cell.text for cell in board.head)))
