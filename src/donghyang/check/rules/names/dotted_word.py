"""가운뎃점을 쓴 말과 쓰지 않은 말이 섞였습니다. | A word stands with and without its middle dots.

왜: 투·융자와 투융자가 섞이면 다른 말로 읽힌다.
Why: 투·융자 here and 투융자 there read like two things.
Bad: 기후 투·융자 시범사업을 시작하고, 기후 투융자 기금을 조성
Good: 기후 투·융자 시범사업을 시작하고, 기후 투·융자 기금을 조성
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.names._compounds import two, words_of
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "dotted-word"
CLASS = "name-variant"
SEVERITY = "note"

_DOTTED = lazily(r"(?<![가-힣·])[가-힣](?:·[가-힣])+(?![가-힣]*·)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """투·융자 beside 투융자, with the same word before it."""
    words = words_of(sheet)
    known = {word.before + word.text: word for word in words if "·" not in word.text}
    joined = {word.text: word for word in words if "·" not in word.text}
    for word in words:
        if _DOTTED.match(word.text) and word.before:
            plain = word.before + word.text.replace("·", "")
            other = known.get(plain) or joined.get(plain)
            if other is not None:
                yield Hit(*other.span, two(other.text, word.text), related=(word.span,))
