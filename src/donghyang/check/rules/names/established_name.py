"""잘 알려진 이름의 한글이 반만 맞습니다. | The Hangul of a well-known name is half right.

왜: 알려진 기업과 기관은 중국음이나 스스로 쓰는 이름 가운데 하나로 적는다. 둘이 섞이면 다른 곳으로 보인다.
Why: Known firms stand by sound or by the name they use; half of each looks like somebody else.
Bad: 창성자동차(长城汽车)와 캠브리칸(寒武纪)이 참여
Good: 창청자동차(长城汽车)와 한우지(寒武纪)가 참여하고, 캠브리콘(寒武纪)은 칩을 공급
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.alignment import sounds_of
from donghyang.check.names.spelling import SOUNDS_WRONG, judged_pairs, starts_inside
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import Established, established
from donghyang.language.nearness import distance, letters
from donghyang.language.transliterate import transliterate
from donghyang.records import Message

ID = "established-name"
CLASS = "transliteration"
SEVERITY = "warning"

_NEAR = 0.3
_LEAST = 3
_WINDOW = 30
"""How far before its bracket a name is looked for."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Hangul beside a known name that comes near one of its forms and is none of them."""
    for pair, verdict in judged_pairs(sheet):
        known = established(pair.plain)
        if known is None or known.abroad or (verdict in SOUNDS_WRONG and not starts_inside(sheet, pair)):
            continue
        line = sheet.text[max(0, pair.end - _WINDOW) : pair.end].split("\n")[-1]
        word = line.split()[-1] if line.split() else ""
        if meant := _meant(line, word, known):
            yield Hit(
                pair.end - len(word),
                pair.whole[1],
                Message(f"'{pair.hanja}'은(는) '{meant}'입니다.", f"'{pair.hanja}' is '{meant}'."),
            )


def _meant(line: str, word: str, known: Established) -> str | None:
    """The form that the word before the bracket nearly is; None where the line holds one, or it is another word."""
    forms = (*known.forms, transliterate(known.hanzi).hangul, "".join(sounds_of(known.hanzi)))
    if any(letters(form) in letters(line) for form in forms):
        return None
    near = [(distance(word, form), form) for form in forms if len(form) >= _LEAST and len(word) >= _LEAST]
    best = min(near, default=(1.0, ""))
    return best[1] if best[0] <= _NEAR else None
