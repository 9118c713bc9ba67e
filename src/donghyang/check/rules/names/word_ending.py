"""같은 말이 끝 글자만 다르게 적혔습니다. | One word stands with two last syllables.

왜: 벤치마크 단지와 벤치마킹 단지가 섞이면 하나의 사업이 둘로 읽힌다.
Why: One programme named with two forms of a loan word reads like two programmes.
Bad: 벤치마킹 인큐베이터를 조성하고, 벤치마크 인큐베이터는 20곳
Good: 벤치마크 인큐베이터를 조성하고, 벤치마크 인큐베이터는 20곳
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.names._compounds import Word, two, words_of
from donghyang.check.sheet.sheet import Sheet

ID = "word-ending"
CLASS = "name-variant"
SEVERITY = "note"

_TAILS = frozenset("화적형성용별간내객장업법자원인팀팅션")
"""Endings that make another word of the same stem (스마트화, 스마트형)."""
_LEAST, _LEAST_AFTER = 4, 3
"""Letters of such a word and of the word behind it: shorter ones part in one syllable by being other words."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """벤치마킹 인큐베이터 beside 벤치마크 인큐베이터: long words that part in their last syllable."""
    words = words_of(sheet)
    often = Counter(word.text for word in words)
    known: dict[tuple[int | None, str, str], Word] = {}
    for word in words:
        if (
            len(word.text) < _LEAST
            or len(word.after) < _LEAST_AFTER
            or not word.text.isalpha()
            or word.text[-1] in _TAILS
        ):
            continue
        first = known.setdefault((word.article, word.text[:-1], word.after), word)
        if first.text != word.text and len(first.text) == len(word.text):
            odd, usual = (word, first) if often[word.text] < often[first.text] else (first, word)
            yield Hit(*odd.span, two(odd.text, usual.text), related=(usual.span,))
