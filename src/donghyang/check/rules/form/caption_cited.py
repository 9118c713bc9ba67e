"""본문이 가리킨 표나 그림이 다른 것입니다. | A sentence names the number of another table or figure.

왜: '승객은 그림 2에서 보듯이'인데 승객의 그림은 3번이면 번호가 틀린 것이다.
Why: 'As figure 2 shows of the passengers', where figure 3 is the one of passengers, has a wrong number.
Bad:
  그림 1. 노선 수의 변화
  그림 2. 요금의 변화
  그림 3. 승객 수의 변화
  승객은 그림 2에서 보듯이 두 배가 되었다.
Good:
  그림 1. 노선 수의 변화
  그림 2. 요금의 변화
  그림 3. 승객 수의 변화
  승객은 그림 3에서 보듯이 두 배가 되었다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from donghyang.check.rule import Hit
from donghyang.check.sheet.layout import numbered_caption
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "caption-cited"
CLASS = "reference"
SEVERITY = "warning"

_CITED = lazily(r"[〈<\[【(]?(?P<kind>표|그림) ?(?P<number>[0-9]{1,2})(?![0-9.]|[가-힣]?[가-힣]\s?[:.])[〉>\]】)]?")
_SENTENCE = lazily(r"[^.;]*(?:[.;](?=\s|$)|$)")
_WORD = lazily(r"[가-힣]{2,}")
_ENDING = lazily(r"(?:으로|에서|별|의|은|는|을|를|과|와|도)$")
_LEAST = 2
"""Captions of a kind, at the least, between which a sentence can mistake."""

_Words = Mapping[tuple[str, int], frozenset[str]]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sentences that share words with the caption of one other table or figure, and none with the one they name."""
    captions = [(passage, key) for passage in sheet.passages if (key := numbered_caption(passage)) is not None]
    own = _own_words({key: passage for passage, key in captions})
    if len(own) != len(captions) or len(own) < _LEAST:
        return
    places = {passage.start for passage, _ in captions}
    for passage in sheet.of(PROSE):
        if passage.start not in places and ("표" in passage.text or "그림" in passage.text):
            for sentence in _SENTENCE.finditer(passage.text):
                yield from _held(passage, sentence, own)


def _own_words(captions: Mapping[tuple[str, int], Passage]) -> dict[tuple[str, int], frozenset[str]]:
    """The words of each caption that no other has."""
    words = {
        key: {_ENDING.sub("", found[0]) for found in _WORD.finditer(passage.text)} for key, passage in captions.items()
    }
    seen = Counter(word for each in words.values() for word in each)
    return {key: frozenset(word for word in each if seen[word] == 1 and len(word) > 1) for key, each in words.items()}


def _held(passage: Passage, sentence: re.Match[str], own: _Words) -> Iterator[Hit]:
    cited = [one for one in _CITED.finditer(passage.text, *sentence.span()) if (one["kind"], int(one["number"])) in own]
    start = sentence.start()
    for one in cited:
        end = one.start() if len(cited) > 1 else sentence.end()
        said = passage.text[start:end]
        start = one.end()
        key = (one["kind"], int(one["number"]))
        meant = [other for other, words in own.items() if other[0] == key[0] and any(word in said for word in words)]
        if len(meant) == 1 and meant[0] != key:
            name = f"{meant[0][0]} {meant[0][1]}"
            message = Message(f"이 말은 '{name}'의 제목에 있습니다.", f"these words stand in the caption of {name}.")
            yield Hit(passage.start + one.start(), passage.start + one.end(), message)
