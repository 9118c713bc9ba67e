"""How a change is told around its figures: from what, to what, which way; and a total before it."""

from __future__ import annotations

from donghyang.language import tables, verbs
from donghyang.language.patterns import lazily

UP = rf" ?(?:{verbs.either('donghyang.check', 'rise', 'more_rise')})"
DOWN = rf" ?(?:{verbs.either('donghyang.check', 'fall', 'more_fall')}|적[은게음다어])"
"""How words behind a change begin that say which way it went."""
YEAR = r"(?:['‘’]?[0-9]{2,4}년(?: ?말| ?초| ?[상하]반기| ?[1-4]분기)?의? |올해 |지난해 |현재 |지금 |같은 기간 )?"
FROM = lazily(rf"에서 {YEAR}(?:['‘’]?[0-9]{{2,4}}년(?:까지|에는|에) )?(?:약 )?")
TO = lazily(r"(?:으로|로|까지)[,]? (?:약 |총 )?")
"""Behind an earlier value, and between the later one and its change."""
MADE = r"[가-힣]{1,4}(?:여|어|아|려|춰|워|해|추어|이어|져)"
"""What was done to bring it there: 끌어올려, 높여, 확대해."""
_IN_ALL = lazily(rf"(?:{tables.either('donghyang.check', 'in_all')}|전체) ?(?:약 )?$")
_REACH = len("전체 약 ")


def is_total(text: str, at: int) -> bool:
    """Is the figure at that place called the total of a list, and so none of its parts?"""
    return _IN_ALL.search(text, max(0, at - _REACH), max(0, at)) is not None
