"""한 중국 이름이 맞는 음절과 틀린 음절로 적혔습니다. | One Chinese name has a right syllable here, a wrong one there.

왜: 톈, 룽, 쑹처럼 우리말에 없는 음절은 중국 이름에만 있다. 같은 이름이 텐, 롱, 송으로도 적히면 잘못 적은 것이다.
Why: Syllables that Korean words do not have stand in Chinese names alone; the same name with another is a slip.
Bad: 톈린 2호의 사진을 공개하고, 텐린 2호의 전지판도 펼침
Good: 톈린 2호의 사진을 공개하고, 톈린 2호의 전지판도 펼침
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.rules.names._hangul import hangul_words
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.misheard import wrong_forms
from donghyang.language.ordinary import ordinary
from donghyang.language.particles import without_particle
from donghyang.records import Message

ID = "heard-variant"
CLASS = "name-variant"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words that are another word of the text with a misheard syllable in the place of one that only names have."""
    places: dict[str, list[int]] = {}
    for start, word in hangul_words(sheet):
        places.setdefault(without_particle(word), []).append(start)
    odd = sheet.standing(_odd())
    for word in places if odd else ():
        for at, syllable in enumerate(word):
            for wrong in _odd()[syllable] if syllable in odd else ():
                other = word[:at] + wrong + word[at + 1 :]
                if other in places and other not in ordinary():
                    start = places[other][0]
                    message = Message(
                        f"'{word}'과(와) '{other}', 같은 이름이 두 가지로 적혔습니다.",
                        f"one name is '{word}' and '{other}'.",
                    )
                    first = places[word][0]
                    yield Hit(start, start + len(other), message, related=((first, first + len(word)),))


@cache
def _odd() -> dict[str, tuple[str, ...]]:
    """The syllables that Korean words do not have, and the one syllable that is written in their place."""
    only = tables.words(__package__, "only_in_names")
    return {right: tuple(form for form in wrong_forms()[right] if len(form) == 1) for right in only}
