"""순위에 들었다는 분야의 표에 그 이름이 없습니다. | A place claimed among the first is not in the table of that field.

왜: '여섯 분야 모두 10위권'이라는 말은 표에서 바로 확인된다. 한 분야라도 없으면 사실이 아니다.
Why: 'In the top ten of all six fields' can be looked up; one table without the name makes it untrue.
Bad:
  01
  칭다오, 해양 도시 순위 발표
  ■ 칭다오가 여러 분야에서 상위권(3.2)
  - 칭다오는 조선, 양식 분야에서 10위권에 진입
  〈조선 도시 순위〉
  순위	도시
  1	울산
  2	칭다오
  3	난퉁
  〈양식 도시 순위〉
  순위	도시
  1	부산
  2	옌타이
  3	베르겐
Good:
  01
  칭다오, 해양 도시 순위 발표
  ■ 칭다오가 여러 분야에서 상위권(3.2)
  - 칭다오는 조선, 양식 분야에서 10위권에 진입
  〈조선 도시 순위〉
  순위	도시
  1	울산
  2	칭다오
  3	난퉁
  〈양식 도시 순위〉
  순위	도시
  1	부산
  2	옌타이
  3	칭다오
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, by_hangul
from donghyang.language.nearness import letters
from donghyang.language.pinyin import pinyin_of, toneless
from donghyang.records import Message

ID = "rank-claims"
CLASS = "table-text"
SEVERITY = "error"

_CLAIM = re.compile(r"[0-9]{1,3}위권|상위 ?[0-9]{1,3}|Top ?[0-9]{1,3}", re.IGNORECASE)
_PLACES = re.compile(r"지역|도시|국가")
_NO_FIELD = re.compile(r"Top ?[0-9]+|상위 ?[0-9]+위?|지역|도시|국가|순위|랭킹|분야|별", re.IGNORECASE)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lines that claim a rank in several fields, against the tables of these fields."""
    fields = [
        (field, board)
        for board in sheet.boards
        if any(_PLACES.search(head.text) for head in board.head)
        and len(field := letters(_NO_FIELD.sub("", board.title))) > 1
    ]
    for passage in sheet.of(PROSE) if len(fields) > 1 else ():
        if not _CLAIM.search(passage.text):
            continue
        words = letters(passage.text)
        named = [(field, board) for field, board in fields if field in words]
        place = _subject(sheet, passage)
        if len(named) < 2 or place is None:
            continue
        lacking = [(field, board) for field, board in named if not _holds(board, place)]
        if lacking and len(lacking) < len(named):
            for field, board in lacking:
                yield _hit(passage, field, board, place)


def _subject(sheet: Sheet, passage: Passage) -> Place | None:
    """The place that is the topic of the line, else the first of its article's headline."""
    for text in (passage.text, *_headlines(sheet, passage)):
        for found in re.finditer(r"(?<![가-힣])([가-힣]{2,6}?)(?:시|성)?(?:은|는|이|가|도)? ", text):
            places = by_hangul().get(found[1])
            if places:
                return places[0]
    return None


def _headlines(sheet: Sheet, passage: Passage) -> Iterator[str]:
    if passage.article is not None:
        for headline in sheet.articles[passage.article].of("headline"):
            yield headline.text.replace(",", " ")


def _holds(board: Board, place: Place) -> bool:
    """Does any cell name the place, in Hangul or in Latin letters?"""
    latin = "".join(toneless(sound) for sound in pinyin_of(place.hanzi))
    return any(place.hangul in cell.text or latin in cell.text.lower() for cell in board.cells())


def _hit(passage: Passage, field: str, board: Board, place: Place) -> Hit:
    places = [at for at, char in enumerate(passage.text) if char.isalnum()]
    at = letters(passage.text).find(field)
    start, end = passage.start + places[at], passage.start + places[at + len(field) - 1] + 1
    return Hit(
        start,
        end,
        Message(f"이 분야의 표에는 {place.hangul}이(가) 없습니다.", f"the table of this field has no {place.hangul}."),
        related=(board.caption.span,) if board.caption else (),
    )
