"""Whether what a page shows now is its article, edited, or something else in the article's place.

Nothing but the two versions tells: an edit keeps words of the article, or its title, or at least its day and address.
What shares none of them, or is short, or lists other articles, is a notice, a check, a first page, an advertisement,
another article, whatever it says and in whatever language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.nearness import threes, threes_ratio
from donghyang.read.encoding import decode, label_of
from donghyang.records import Message, PageText, Trouble

_KIN = 0.2
"""So much of what an edited page says was said before, by threes of words; other pages share next to nothing."""
_SAME_TITLE = 0.3
"""So alike are the titles of two versions of an article; those of two articles share next to nothing."""
_FEW = 3
"""What is shorter by so many times is no edit, where it says nothing of the article."""
_LOST = 10
"""What is shorter by so many times, under another title, is no edit: a few words stand in any long text."""
_FEWEST = 30
"""Characters below which nothing is an article that shares no word with the one that was there."""
_WHOLE = 0.9
"""What a page that was cut off says stood there before."""
_LAST = 16
"""Bytes at the end of a page that was cut off which may be no longer those of before."""
_SHOWN = 0.7
"""A wall leaves no more than this of an article."""
_ENTRY = 8
"""Letters of a link that names an article."""
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)

Judged = tuple[Trouble, Message]

UNCALLED = Message(
    "목록에 적힌 제목의 기사가 아니라 다른 것(안내, 확인, 첫 화면)이 왔습니다. 브라우저에서 확인하십시오.",
    "shows something else (a notice, a check, a first page) than the article that its list names; look at it in a "
    "browser.",
)
_CUT = Message(
    "본문이 도중에 끊겨 왔습니다. 앞서 받은 판을 그대로 둡니다. 나중에 다시 실행하십시오.",
    "came cut off in its midst; the version before it stays. Run again later.",
)
_WALL = Message(
    "기사의 첫머리만 보이고 나머지는 로그인이나 결제 뒤에 있습니다. 앞서 받은 판을 그대로 둡니다.",
    "shows only how the article begins, the rest stands behind a login or a payment; the version before it stays.",
)
_OTHER = Message(
    "기사 자리에 다른 것(안내, 확인, 첫 화면)이 왔습니다. 앞서 받은 판을 그대로 둡니다. 브라우저에서 확인하십시오.",
    "shows something else in place of the article (a notice, a check, a first page); the version before it stays. "
    "Look at it in a browser.",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it came."""

    page: PageText
    data: bytes
    url: str
    """Where it came from in the end."""


def replaced(old: Seen, new: Seen) -> Judged | None:
    """Why `new` is no edit of `old`, though it can be read; None where it is one."""
    own, before = threes(new.page.text), threes(old.page.text)
    shared = len(own & before) / max(1, len(own))
    if _is_cut(old, new, shared):
        return "broken", _CUT
    if shared >= _KIN and len(new.page.text) < _SHOWN * len(old.page.text) and _is_walled(old, new):
        return "no article", _WALL
    beside = len((own & before) - threes(old.page.title or "")) / max(1, len(own))
    lost = _LOST * len(new.page.text) < len(old.page.text) and not _alike(new.page.title, old.page.title)
    return ("no article", _OTHER) if lost or (beside < _KIN and _is_other(old, new)) else None


def is_called(page: PageText, title: str) -> bool:
    """Whether a page may be the article that its source calls so: it says something of the title, or has a day."""
    named = threes(title)
    said = threes(page.title or "") | threes(page.text)
    return page.date is not None or len(named) < _NAME or len(named & said) >= _CALLED * len(named)


_NAME = 6
"""Threes of words that a title has to be known by; a shorter one is a label."""
_CALLED = 0.12
"""So much of its title an article says at the least; lists shorten titles and set them otherwise, and
other pages share a twelfth of it at the most."""


def _is_other(old: Seen, new: Seen) -> bool:
    """Whether a page that shares no words with the article is none of its versions."""
    here, there = new.page, old.page
    if len(here.text) * _FEW < len(there.text) or len(here.text) < _FEWEST:
        return True
    if _alike(here.title, there.title):
        return there.date is not None and here.date is None
    return here.date is None or here.date != there.date or new.url != old.url or _lists(new) > len(here.text)


def _alike(one: str | None, other: str | None) -> bool:
    return threes_ratio(one or "", other or "") >= _SAME_TITLE


def _is_cut(old: Seen, new: Seen, shared: float) -> bool:
    """Whether a page ends in the midst of what was sent before; where other bytes differ, of its markup and words."""
    if len(new.data) >= _WHOLE * len(old.data):
        return False
    if old.data.startswith(new.data[:-_LAST]):
        return True
    return shared >= _WHOLE and _CLOSED.search(_text(old)) is not None and _CLOSED.search(_text(new)) is None


def _is_walled(old: Seen, new: Seen) -> bool:
    """Whether a page says now that more of its article is to be had for a login, a payment, a programme."""
    before, said = ({found[0] for found in _walls().finditer(_text(seen))} for seen in (old, new))
    return bool(said - before)


def _lists(seen: Seen) -> int:
    """Letters of the links of a page that name other articles."""
    from donghyang.read.lines import lines
    from donghyang.read.tree import parse, strip

    root = parse(_text(seen), seen.page.name)
    if root is None:
        return 0
    strip(root)
    return sum(len(line.text) for line in lines(root) if line.is_link and len(line.text) >= _ENTRY)


def _text(seen: Seen) -> str:
    return decode(seen.data, label_of(seen.data))


@cache
def _walls() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row[0]})" for row in tables.read(__package__, "walls.tsv")), re.IGNORECASE)
