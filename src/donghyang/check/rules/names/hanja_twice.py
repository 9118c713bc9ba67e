"""한글 없이 한자만 두 번 적혔습니다. | The Chinese characters stand twice, without their Hangul.

왜: 괄호 앞에는 읽을 수 있는 한글이 있어야 한다. 한자를 괄호 안팎에 되풀이하면 한글을 빠뜨린 것이다.
Why: Before the bracket stands what a Korean reader can read; the same characters there mean the Hangul was left out.
Bad: 農業科學院(農業科學院) 산하의 연구소
Good: 농업과학원(農業科學院) 산하의 연구소
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "hanja-twice"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_BRACKETED = lazily(r"\s?[(（](?P<han>[㐀-鿿]{2,})[)）]")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Chinese characters in brackets right behind themselves."""
    for passage in sheet.of(KOREAN):
        for found in _BRACKETED.finditer(passage.text):
            first = found.start() - len(found["han"])
            if first >= 0 and passage.text.startswith(found["han"], first):
                yield Hit(
                    passage.start + first,
                    passage.start + found.end(),
                    Message("한글 없이 한자만 두 번 적혔습니다.", "the Chinese stands twice, without its Hangul."),
                )
