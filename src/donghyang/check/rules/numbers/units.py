"""단위가 세는 것과 맞지 않습니다. | The unit does not fit what it measures.

왜: 사람은 명, 연산 성능은 FLOPS로 센다. 한 나열에서 같은 것을 건과 개로 세면 한쪽이 바뀐 것이다.
Why: People are counted in 명, computing power in FLOPS; one list does not count one thing in two ways.
Bad: 컴퓨팅 성능은 초당 300 엑사바이트에 달하고, 국책 프로젝트 4건과 민간 프로젝트 3개를 포함
Good: 저장 용량은 300 엑사바이트에 달하고, 국책 프로젝트 4건과 공장 3개를 포함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "units"
CLASS = "unit"
SEVERITY = "warning"

_BYTES = re.compile(r"[0-9][0-9.,]*+(?:\s?(?P<unit>[가-힣]{0,3}바이트|[KMGTPEZ]B(?![a-z]))(?:/초|/s)?)?")
"""Any number, so that each is read once; most have no such unit behind them."""
_COMPUTING = re.compile(
    r"(?:컴퓨팅|연산|계산|슈퍼컴퓨터)[가-힣 ]{0,12}(?:성능|파워|능력|역량|규모|속도)|컴퓨팅 파워|연산력|算力"
)
_STORING = re.compile(r"메모리|저장|스토리지|용량|디스크|데이터(?!센터| 센터)|대역폭|전송|통신 속도")
_KNOWN_BYTES = frozenset(
    {
        "바이트",
        "킬로바이트",
        "메가바이트",
        "기가바이트",
        "테라바이트",
        "페타바이트",
        "엑사바이트",
        "제타바이트",
        "요타바이트",
    }
)
_PEOPLE = re.compile(
    r"(?:인재|연구진|연구원|교수|인력|학생|근로자|박사|전문가|과학자|기술자|교사|의사|인원|창업자|종사자)\s?(?:수|규모)?$"
)
_COUNTED = re.compile(
    r"(?P<noun>[가-힣]{2,8})\s(?P<number>[0-9][0-9,]*)(?P<unit>건|개|종|명|곳)(?![가-힣]{0,1}사|국|년|월)"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bytes for computing power, units that do not exist, people counted as things, one thing counted in two ways."""
    for passage in sheet.of(KOREAN):
        if "바이트" in passage.text or "B" in passage.text:
            yield from _bytes(passage)
        yield from _mixed(passage)
    for board in sheet.boards:
        yield from _people(board)


def _bytes(passage: Passage) -> Iterator[Hit]:
    computing = bool(_COMPUTING.search(passage.text) and not _STORING.search(passage.text))
    for found in _BYTES.finditer(passage.text):
        start, end = passage.start + found.start(), passage.start + found.end()
        unit = found["unit"] or ""
        if "바이트" in unit and unit not in _KNOWN_BYTES:
            yield Hit(start, end, Message(f"'{unit}'라는 단위는 없습니다.", f"there is no unit '{unit}'."))
        elif unit and computing:
            yield Hit(
                start,
                end,
                Message(
                    "바이트는 저장량의 단위이고, 연산 성능은 FLOPS로 잽니다.",
                    "bytes measure storage; computing power is in FLOPS.",
                ),
            )


_NO_NOUNS = frozenset(
    ("에서", "까지", "부터", "으로", "보다", "대비", "이상", "이하", "각각", "모두", "가운데", "목표")
)
"""Particles that stand alone where a figure was cut from its noun."""


def _mixed(passage: Passage) -> Iterator[Hit]:
    """One noun counted with two classifiers in one line: the rarer, or the later."""
    groups: dict[str, list[re.Match[str]]] = {}
    for found in _COUNTED.finditer(passage.text):
        for noun in {found["noun"], found["noun"][-4:]} - _NO_NOUNS:
            groups.setdefault(noun, []).append(found)
    told: set[int] = set()
    for group in groups.values():
        units = [found["unit"] for found in group]
        usual = max(units, key=Counter(units).__getitem__)
        first = next(found for found in group if found["unit"] == usual)
        for found in group:
            if found["unit"] != usual and found.start() not in told:
                told.add(found.start())
                yield Hit(
                    passage.start + found.start(),
                    passage.start + found.end(),
                    Message(
                        f"같은 것을 '{usual}'과(와) '{found['unit']}'(으)로 셉니다.",
                        f"one thing is counted in '{usual}' and in '{found['unit']}'.",
                    ),
                    related=((passage.start + first.start(), passage.start + first.end()),),
                )


def _people(board: Board) -> Iterator[Hit]:
    """Cells that count people in 개 or 건."""
    for at, head in enumerate(board.head):
        if not _PEOPLE.search(head.text):
            continue
        for cell in board.column(at):
            if re.fullmatch(r"(?:약 )?[0-9][0-9,]*\s?(?:개|건)(?: 이상)?", cell.text):
                yield Hit(
                    *cell.span, Message("사람은 '명'으로 셉니다.", "people are counted in 명."), related=(head.span,)
                )
