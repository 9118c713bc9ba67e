"""기관 이름의 띄어쓰기가 곳에 따라 다릅니다. | The name of a body is joined in one place and parted in another.

왜: 지명이나 나라 이름으로 시작하는 기관을 붙여 쓰다가 띄어 쓰면 같은 곳인지 알기 어렵다.
Why: A body whose name begins with a place, here joined to it and there parted, reads like two bodies.
Bad: 베이징녹색은행이 대출을 맡고, 베이징 녹색은행의 지점은 세 곳임
Good: 베이징 녹색은행이 대출을 맡고, 베이징 녹색은행의 지점은 세 곳임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.names._compounds import Word, two, words_of
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import by_hangul
from donghyang.language.patterns import lazily

ID = "joined-name"
CLASS = "name-variant"
SEVERITY = "note"

_SUFFIXED = lazily(rf"(?:{tables.either(__package__, 'suffixed')})$")
_COUNTRIES = frozenset({"중국", "한국", "미국", "일본", "유럽"})
_LONGER = 2
"""A rest of so few letters behind a place is a kind of place (베이징 시) and no name."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names of bodies that begin with a place or country: 선전인베스트 홀딩스 beside 선전 인베스트 홀딩스."""
    words = words_of(sheet)
    heads = by_hangul().keys() | _COUNTRIES
    parted: dict[str, Word] = {}
    for word in words:
        if word.before in heads and len(word.text) > _LONGER:
            parted.setdefault(word.before + word.text, word)
    seen: set[str] = set()
    for word in words:
        other = parted.get(word.text)
        named = _SUFFIXED.search(word.text) or _SUFFIXED.search(word.after)
        if (
            other is not None
            and named
            and word.text not in seen
            and (not _SUFFIXED.search(word.after) or other.after == word.after)
        ):
            seen.add(word.text)
            start = other.span[0] - len(other.before) - 1
            yield Hit(*word.span, two(word.text, f"{other.before} {other.text}"), related=((start, other.span[1]),))
