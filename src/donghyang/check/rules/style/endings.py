"""글머리 문장의 끝맺음이 섞였습니다. | Bullets end in different ways.

왜: 개조식 글머리는 '-함, -임'이나 명사로 끝나고 서술식은 '-다'로 끝난다. 한 보고서의 글머리는 한 가지로 끝맺는다.
Why: Bullets end in a noun (-함, -임) or in a full sentence (-다); one report keeps to one of them.
Bad:
  - 노선은 4개이며 하루 80회 운행함
  - 요금은 2위안으로 동결
  - 충전소는 모두 3곳으로 늘어났다.
Good:
  - 노선은 4개이며 하루 80회 운행함
  - 요금은 2위안으로 동결
  - 충전소는 모두 3곳으로 늘어남
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import Part, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily

ID = "endings"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_GROUPS: tuple[frozenset[Part], ...] = (frozenset({"bullet"}), frozenset({"lead"}), frozenset({"summary"}))
"""The lines that are written alike."""
_SIGNS = frozenset(" .。!*’”'\"」』")
_ASIDES = 3
"""Brackets at the end of a line that are passed over."""
_POLITE = lazily(r"(?:니다|세요|시오)$")
_SENTENCE = lazily(r"[가-힣]다$")
_NO_SENTENCE = lazily(rf"(?:{tables.either(__package__, 'words_in_da')})$")
"""Nouns and particles that end like a sentence: 캐나다, 최다, 보다, 마다."""
_NOMINAL = lazily(r"(?:함|임|됨|짐|[있없었았했졌됐]음|늘어남|줄어듦|이룸|밝힘|보임)$")
_NOUN = lazily(rf"(?:{tables.either(__package__, 'nouns_in_m')})$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bullets, leads and summaries whose last word is of another kind than most of their sort."""
    for parts in _GROUPS:
        nouns: set[int] = set()
        for use, example in departures(_uses(sheet.of(parts), nouns)):
            if use.start not in nouns:
                yield departure(use, example)


def _uses(lines: Iterable[Passage], nouns: set[int]) -> Iterator[Use]:
    """The last word of each line with the way it ends. A plain noun goes with -함, and its place into `nouns`."""
    for line in lines:
        end = _end(line.text)
        form = _ending(line.text[:end])
        start = line.start + line.text.rfind(" ", 0, end) + 1
        if form is None:
            nouns.add(start)
        yield Use(form or "-함·-임", start, line.start + end)


def _end(text: str) -> int:
    """Where the last word ends: before the brackets, stops and quotation marks behind it."""
    end = len(text)
    for _ in range(_ASIDES):
        while end and text[end - 1] in _SIGNS:
            end -= 1
        opened = max(text.rfind("(", 0, end), text.rfind("（", 0, end))
        if not end or text[end - 1] not in ")）" or opened <= 0:
            break
        end = opened
    return end


def _ending(words: str) -> str | None:
    """How a sentence ends; None for a noun."""
    if _POLITE.search(words):
        return "-니다"
    if _SENTENCE.search(words) and not _NO_SENTENCE.search(words):
        return "-다"
    return "-함·-임" if _NOMINAL.search(words) and not _NOUN.search(words) else None
