"""같은 말이 잇달아 두 번 적혔습니다. | The same words stand twice in a row.

왜: 고쳐 쓰다 남은 말이거나, 나열의 한 항목이 다른 항목 자리에 다시 들어간 것이다. 나열이면 빠진 항목이 있을 수 있다.
Why: Left over from rewriting; in a list, one item may have taken the place of another that is now missing.
Bad: 이 연구소는 연구소는 은행, 보험, 증권, 증권 등 분야의 자료를 모은다.
Good: 이 연구소는 은행, 보험, 증권 등 분야의 자료를 하나 하나 모은다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.passages import KOREAN
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.records import Fix, Message

ID = "doubled-word"
CLASS = "doubled-word"
SEVERITY = "warning"

_WORD = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<word>[가-힣A-Za-z]{2,20}|및|또는) (?P=word)"
    r"(?=(?:[은는이을를의에와과로])?(?![가-힣A-Za-z0-9]))"
)
_ITEM = re.compile(
    r"(?:(?<=[,·、] )|(?<=[,·、:])|^)(?P<item>[^\s,·、:][^,·、:\n]{1,40})(?P<gap>[,·、] ?)(?P=item)"
    r"(?=\s?[,·、]|\s등| 및|$|\n)",
    re.MULTILINE,
)
# Said twice on purpose (표준국어대사전: 첩어, 부사).
_MEANT = frozenset(
    ("하나", "매일", "매년", "매우", "아주", "조금", "차례", "거듭", "두고", "한층", "점점", "서로", "시시", "각각")
)

_MESSAGE = Message("'{0}'이(가) 잇달아 두 번 적혔습니다.", "'{0}' stands twice in a row.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Doubled words, and doubled neighbours in a list."""
    for passage in sheet.of(KOREAN):
        for found in _WORD.finditer(passage.text):
            if found["word"] not in _MEANT:
                yield _hit(passage.start, found.span(), found["word"], fix=True)
        if "," in passage.text or "·" in passage.text or "、" in passage.text:
            for found in _ITEM.finditer(passage.text):
                if re.search("[가-힣A-Za-z]", item := found["item"].strip()):
                    yield _hit(passage.start, (found.start("item"), found.end()), item, fix=False)


def _hit(start: int, span: tuple[int, int], word: str, *, fix: bool) -> Hit:
    """A doubled word can go; behind a doubled item another may be missing, so nothing is proposed."""
    message = Message(_MESSAGE.ko.format(word), _MESSAGE.en.format(word))
    return Hit(start + span[0], start + span[1], message, fix=Fix(word) if fix else None)
