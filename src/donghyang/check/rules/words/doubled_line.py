"""같은 줄이나 문장이 두 번 나옵니다. | A line or a sentence stands twice.

왜: 가까이에 똑같은 줄이 또 있으면 옮기다 남은 것이고, 다른 내용의 자리일 수 있다.
Why: The same line near by is left over from moving it, and may stand in the place of another.
Bad:
  버스 노선 개편
  - 동부선을 하루 40회로 늘림
  - 요금은 내년까지 동결
  - 동부선을 하루 40회로 늘림
Good:
  버스 노선 개편
  - 동부선을 하루 40회로 늘림
  - 요금은 내년까지 동결
  - 서부선을 하루 40회로 늘림
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Part, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "doubled-line"
CLASS = "doubled-word"
SEVERITY = "warning"

_LINES: tuple[Part, ...] = ("headline", "lead", "bullet", "text", "annotation")
_NEAR = 12
"""Lines between the two; what comes again further off stands under another head."""
_NEXT = 1
"""The same for sentences: a manual says one again in the next chapter."""
_SHORTEST = 9
"""Letters of a line that says something of its own; shorter ones are labels."""
_SENTENCE = lazily(r"(?<![^\s])[가-힣A-Za-z‘“「][^.\n]{10,300}?[가-힣]\.(?=\s|$)")
_MESSAGE = Message("같은 글이 두 번 나옵니다.", "this stands twice.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """The one line with a marker, or the one sentence, that stands again near by, word for word.

    Where several do, or one stands three times, they are heads under which the text goes on.
    """
    found = list(_again(sheet))
    if len(found) == 1:
        span, above = found[0]
        yield Hit(*span, _MESSAGE, related=(above,))


def _again(sheet: Sheet) -> Iterator[tuple[Span, Span]]:
    """What stands again near by, and where it stood; the title, which a text may say again, left out."""
    seen: dict[tuple[int | None, str], tuple[int, Span]] = {}
    for at, passage in enumerate(sheet.of(_LINES)):
        for span, words in _said(passage) if at or passage.article is not None else ():
            key = (passage.article, words)
            near = _NEAR if passage.marker else _NEXT
            if len(words) >= _SHORTEST and key in seen and at - seen[key][0] <= near:
                yield span, seen[key][1]
            seen[key] = at, span


def _said(passage: Passage) -> Iterator[tuple[Span, str]]:
    """What a line says: itself where a marker opens it, else its sentences."""
    if passage.marker:
        yield passage.span, letters(passage.text)
        return
    for found in _SENTENCE.finditer(passage.text):
        yield (passage.start + found.start(), passage.start + found.end()), letters(found[0])
