"""한 마디 안에서 같은 말이 되풀이됩니다. | One clause says the same thing twice.

왜: 고쳐 쓰면서 앞의 말을 지우지 않은 것이다. 독자는 둘이 서로 다른 사실인지 헷갈린다.
Why: Left over from rewriting; the reader wonders whether two different facts are meant.
Bad: 이 기업의 점유율은 세계 1위로 10%에서 30%까지 늘고 세계 1위를 차지함. 국제 로봇·부품 국제전시회도 개최
Good: 이 기업은 세계 1위, 그 협력사는 세계 1위를 차지함. 국제 로봇·부품 전시회와 국제회의도 개최
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.sentences import clause_of
from donghyang.records import Message

ID = "doubled-phrase"
CLASS = "doubled-word"
SEVERITY = "note"

_SUBJECT = re.compile(r"[가-힣A-Za-z)](?:은|는|이|가|도)(?= )|[,;]")
_MODIFIER = re.compile(
    r"(?<![가-힣])(?P<word>국제|국가|글로벌|전국|세계|신형|중앙|첨단|차세대) (?P<middle>[가-힣A-Za-z0-9·]{2,16}) "
    r"(?P=word)(?=[가-힣]{2})"
)
_PARTICLE = re.compile(r"(?:은|는|을|를|의|에|에서|까지|부터|하고|하며|하여|에게|및|등|과의|와의)$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """A rank claimed twice, and an adjective put twice into one noun phrase."""
    for passage in sheet.of(PROSE):
        yield from _ranks(sheet, passage)
        for found in _MODIFIER.finditer(passage.text):
            if not _PARTICLE.search(found["middle"]):
                span = (passage.start + found.start(), passage.start + found.end())
                yield _hit(span, found["word"])


def _ranks(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    ranks = [quantity for quantity in sheet.quantities_in(*passage.span) if quantity.kind == "rank"]
    for first, second in pairwise(ranks):
        if first.text != second.text or len(first.text) <= len("1위"):
            continue
        one_clause = clause_of(sheet.text, first.start, first.end) == clause_of(sheet.text, second.start, second.end)
        if one_clause and not _SUBJECT.search(sheet.text, first.end, second.start):
            yield _hit((first.start, second.end), first.text)


def _hit(span: tuple[int, int], word: str) -> Hit:
    return Hit(*span, Message(f"'{word}'이(가) 한 마디에 두 번 나옵니다.", f"'{word}' stands twice in one clause."))
