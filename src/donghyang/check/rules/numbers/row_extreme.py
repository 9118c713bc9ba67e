"""가장 크거나 작다고 한 것이 표에서는 그렇지 않습니다. | What is called the largest or smallest is not so in the table.

왜: '증가율은 나루가 가장 높다'는 표의 증가율 칸을 견주면 바로 알 수 있다.
Why: 'Naru grew fastest' is seen at once from the column of the table that it names.
Bad:
  01
  지역별 설비
  ■ 지역별 설비를 발표함(3.2)
  - 증가율은 다솜이 가장 높음
  〈지역별 설비〉
  지역	설비(대)	증가율(%)
  가온	900	7.4
  나루	700	12.0
  다솜	400	5.5
Good:
  01
  지역별 설비
  ■ 지역별 설비를 발표함(3.2)
  - 증가율은 나루가 가장 높음
  〈지역별 설비〉
  지역	설비(대)	증가율(%)
  가온	900	7.4
  나루	700	12.0
  다솜	400	5.5
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import bare, is_whole, lines_of, places, sentences_of, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables, verbs
from donghyang.language.hangul import split
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "row-extreme"
CLASS = "order"
SEVERITY = "warning"

_MOST = lazily(
    rf"(?P<nth>가장|(?:두|세|네) ?번째로) (?:(?P<up>{verbs.either(__package__, 'largest')})|"
    rf"{verbs.either(__package__, 'smallest')})"
)
_NTH = {"두": 2, "세": 3, "네": 4}
_TURN = lazily(r"[가-힣](?:고|며|으나|지만|는데|나),? |반면,? ")
_PAIRED = lazily(r"(?<=[이가]), ?")
_OF_SOME = lazily(r"(?:가운데|중|중에서|제외하고|제외하면|제외한|에서는?) ")
"""In the words before: it is the largest of some only."""
_KIND = r"(?:시|성|구|자치구|지역|분야|부문)?"
_IS_SUBJECT = lazily(rf"{_KIND}[이가](?: (?:각각 )?[0-9.,]+[^ ,0-9]{{0,8}}(?: [위안달러원명건대톤]{{1,2}})?으?로)? ?$")
"""Behind the name of what is the largest, up to 가장 or to the next of a pair."""
_THAT_IS = lazily(r"은? (?:[가-힣]{1,8} ){0,2}?(?:[가-힣]{1,8}[은는] )?$")
"""Between '가장 큰' and the name behind it: 가장 큰 사업은 담수화."""
_WORD = lazily(r"[가-힣A-Za-z]{2,}")
_RATE = lazily(r"증가|증감|성장|대비|변화|상승")
_GROWTH = lazily(r"증가|성장|상승")
_OTHER_TIME = lazily(r"(?:지난해|작년|전년)(?! ?(?:대비|보다|에 ?비해|동기|동월))|까지|당시|종전")
"""In the words before: it was so then."""
_GENERAL = frozenset(tables.words(__package__, "plain_measures"))
_LEAST = 3
"""Rows among which one is the largest."""


class _Claim(NamedTuple):
    """That a row has the `nth` largest or smallest figure of a measure; offsets are those of the sheet's text."""

    row: str
    start: int
    end: int
    measure: str
    nth: int
    up: bool
    told: tuple[int, int]
    """Where its figure may stand, between the name and 가장."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Superlatives of a named row, against the columns that the words name, or against all where they name none."""
    for board in sheet.boards:
        rows = _rows(board) if board.article is not None else {}
        for line in lines_of(sheet, board) if len(set(map(id, rows.values()))) >= _LEAST else ():
            for sentence in sentences_of(line) if "가장" in line.text or "번째" in line.text else ():
                for claim in _claims(sentence, rows, _kind(board)):
                    yield from _held(sheet, board, rows, claim)


def _rows(board: Board) -> dict[str, list[Passage]]:
    """The rows by the names under which lines speak of them, in full and in short, totals left out; {} where two have
    one name, or one has none, since that may be the largest."""
    things: dict[str, list[Passage]] = {}
    for row in board.rows:
        cell = _name(row)
        name = bare(cell.text) if cell else ""
        if not name or name in things:
            return {}
        if not is_whole(name):
            things[name] = row
    short = {name: _ENDING.sub("", name.split()[-1]) for name in things}
    alike = Counter((*things, *(one for name, one in short.items() if one != name)))
    by_short = {one: things[name] for name, one in short.items() if alike[one] == 1}
    return {name: row for name, row in {**by_short, **things}.items() if len(name) > 1}


def _kind(board: Board) -> str:
    """The head over the names of the rows."""
    cell = _name(board.rows[0])
    return bare(board.head[board.rows[0].index(cell)].text) if cell else ""


def _name(row: Sequence[Passage]) -> Passage | None:
    """The cell with the name of a row: the second where the first has its number or place; None where there is none."""
    return next((cell for cell in row[:2] if _LETTER.search(cell.text) and not _PLACE.fullmatch(cell.text)), None)


_LETTER, _PLACE = lazily(r"[^\W\d_]"), lazily(r"\s*[0-9]+\s*위?\.?\s*")
_ENDING = lazily(r"(?<=[가-힣]{2})(?:시|성|구|자치구)$")


def _claims(sentence: Passage, rows: dict[str, list[Passage]], kind: str) -> Iterator[_Claim]:
    """`kind`: the head over the names of the rows."""
    text = sentence.text
    begin = 0
    for said in _MOST.finditer(text):
        turns = [one.end() for one in _TURN.finditer(text, begin, said.start())]
        begin = turns[-1] if turns else begin
        if _OF_SOME.search(text, begin, said.start()) is None:
            yield from _before(sentence, said, begin, rows, _measure_behind(text, said, kind))
            yield from _behind(sentence, said, begin, rows)
            yield from _followed(sentence, said, begin, rows)
        begin = said.end() - 1


def _before(
    sentence: Passage, said: re.Match[str], begin: int, rows: dict[str, list[Passage]], measure: str | None
) -> Iterator[_Claim]:
    """'증가율은 나루가 가장 높음', '규모는 나루가, 증가율은 가온이 가장 높음', '나루가 가장 높은 증가율을 기록'."""
    text, at = sentence.text, begin
    if measure is None:
        return
    for end in (*(one.end() for one in _PAIRED.finditer(text, begin, said.start())), said.start()):
        at = max(at, text.rfind(", ", at, end - 2) + 1)
        named = _last(text[at:end].rstrip(", "), rows)
        if named:
            start = sentence.start + at + named[1]
            span = start, start + len(named[0])
            told = start, sentence.start + end
            yield _Claim(named[0], *span, measure or text[at : at + named[1]], _nth(said), bool(said["up"]), told)
        at = end


def _nth(said: re.Match[str]) -> int:
    return _NTH.get(said["nth"][0], 1)


def _measure_behind(text: str, said: re.Match[str], kind: str) -> str | None:
    """What '가장 높은' stands before: 성장률을 기록.

    "" where it ends the statement (가장 높음, 가장 높은 것으로), also by the word for the rows' `kind`. None where it
    says how something is done: 가장 많이 늘어, 가장 큰 폭으로 늘어.
    """
    word = _LETTERS.match(text, said.end())
    end = word.end() if word else said.end()
    if text[end - 1] in "이게":
        return None
    noun = _NOUN.match(text, end)
    if noun is None or split(text[end - 1])[2] != "ㄴ" or text.endswith("지만", 0, end):
        return ""
    if noun[1].startswith(_ONES) or (kind and noun[1].startswith(kind)):
        return ""
    return noun[1] if _WORD.match(noun[1]) else None


_LETTERS = lazily(r"[가-힣]+")
_NOUN = lazily(r" ((?:[가-힣A-Za-z]+의 )?[가-힣A-Za-z]+?)(?:을|를|으?로|이?[며고])?(?![가-힣A-Za-z])")
_ONES = ("것", "곳", "편")


def _followed(sentence: Passage, said: re.Match[str], begin: int, rows: dict[str, list[Passage]]) -> Iterator[_Claim]:
    """'가온이 가장 많고 나루, 다솜이 뒤를 이음': the second and the third, in this order."""
    named = _FOLLOWERS.match(sentence.text, said.end())
    names = _AND.split(_ASIDE.sub("", named["names"])) if named else []
    if named is None or said["nth"] != "가장" or any(name not in rows for name in names):
        return
    measure = _MEASURE.match(sentence.text, begin, said.start())
    at = sentence.start + named.start("names")
    for nth, name in enumerate(names, 2):
        place = sentence.text.index(name, named.start("names")) + sentence.start
        yield _Claim(name, place, place + len(name), measure[0] if measure else "", nth, bool(said["up"]), (at, at))


_FOLLOWERS = lazily(r"[가-힣]{0,4}(?:고|며|으나|지만),? (?P<names>[^.;]{2,60}?)[이가] (?:그 )?뒤를 ")
_AND = lazily(r", ?")
_ASIDE = lazily(r" ?[(（][^()（）]*[)）]")
_MEASURE = lazily(r"[^0-9,.]{1,16}?[은는] ")


def _last(part: str, rows: dict[str, list[Passage]]) -> tuple[str, int] | None:
    """The row that a part of a sentence ends with, and where; None for none and for several."""
    found = [(at, name) for name in rows for at in _places(part, name) if _IS_SUBJECT.match(part, at + len(name))]
    if not found:
        return None
    at, name = max(found, key=lambda one: (one[0] + len(one[1]), len(one[1])))
    others = [one for one in rows if rows[one] is not rows[name] and any(_places(part, one))]
    return None if others else (name, at)


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands, and is no part of another: 나루-다솜."""
    return (at for at in places(text, name) if text[max(0, at - 1) : at] not in ("·", "-"))


def _behind(sentence: Passage, said: re.Match[str], begin: int, rows: dict[str, list[Passage]]) -> Iterator[_Claim]:
    """'투자액이 가장 큰 사업은 담수화', '재이용률이 두 번째로 낮은 섬유는'."""
    text, measure = sentence.text, sentence.text[begin : said.start()]
    is_of_it = split(said[0][-1])[2] == "ㄴ" or text.startswith("은", said.end())  # 큰, 낮은
    if not is_of_it or not _MEASURE_ENDS.search(measure):
        return
    for name in rows:
        for at in _places(text[said.end() : said.end() + _REACH], name):
            behind = said.end() + at + len(name)
            if _THAT_IS.fullmatch(text, said.end(), said.end() + at) and _IS_IT.match(text, behind):
                start, end = sentence.start + said.end() + at, sentence.start + behind
                bracket = _BRACKET if text[behind : behind + 1] in ("(", "（") else 0
                told = start, min(sentence.end, end + bracket)
                yield _Claim(name, start, end, measure, _nth(said), bool(said["up"]), told)


_MEASURE_ENDS = lazily(r"[이가] ?$")
_IS_IT = lazily(r"(?:시|성|구)?(?:[은는이가(（,]|으?로|임|이며|$)")
_REACH, _BRACKET = 40, 14
"""So far behind 가장 stands the name, and behind it what it has in brackets."""


def _held(sheet: Sheet, board: Board, rows: dict[str, list[Passage]], claim: _Claim) -> Iterator[Hit]:
    every = list({id(row): row for row in rows.values()}.values())
    tried = _columns(sheet, board, every, claim.measure)
    figures = [one.value for one in sheet.quantities_in(*claim.told)]
    if figures:
        tried = [values for values in tried if any(value in values.values() for value in figures)]
    own = rows[claim.row]
    best = []
    for values in tried:
        order = sorted(values.values(), reverse=claim.up)
        if len(order) < claim.nth or len(set(order[: claim.nth])) < claim.nth:
            return  # behind a tie, one may count on or not
        if values[id(own)] == order[claim.nth - 1]:
            return
        best += [row for row in every if values[id(row)] == order[claim.nth - 1]]
    cell = _name(best[0]) if best else None
    if cell:
        name = bare(cell.text)
        message = Message(f"표에서는 '{name}'입니다.", f"in the table it is '{name}'.")
        yield Hit(claim.start, claim.end, message, (cell.span,))


def _columns(sheet: Sheet, board: Board, rows: Sequence[list[Passage]], measure: str) -> list[dict[int, Decimal]]:
    """The columns of figures that the words before name; all where they name nothing in particular; none where they
    say more than the heads (신규 설비, 2022년 설비)."""
    if _OTHER_TIME.search(measure) or {one[0] for one in years_in(measure)} - _years(board):
        return []
    columns = {at: values for at in range(len(board.head)) if len(values := _values(sheet, rows, at)) == len(rows)}
    words = _phrase(measure)
    titled = _GENERAL | set(_WORD.findall(board.title))
    named = [at for at in columns if _is_named(board.head[at].text, words, titled)]
    if not named and any(_GROWTH.search(word) for word in words):
        named = [at for at in columns if _RATE.search(board.head[at].text)]
        return [columns[at] for at in named]
    return [columns[at] for at in named or columns] if named or words <= titled else []


def _years(board: Board) -> set[int]:
    return {year for text in (board.title, *(head.text for head in board.head)) for year, _, _ in years_in(text)}


def _phrase(measure: str) -> set[str]:
    """The words of the noun phrase at the end of what stands before a name: 지역별로는 신규 설비는 as 신규, 설비."""
    found: set[str] = set()
    for word in reversed(_WORD.findall(measure)):
        plain = without_particle(word)
        if found and plain != word and not word.endswith(_JOINS):
            break
        found.add(plain)
    return found


_JOINS = ("의", "와", "과")


def _is_named(head: str, words: set[str], titled: frozenset[str]) -> bool:
    """Is each word one of the head, or one that any column may be called by, and one of them the head's own?"""
    own = {word for word in _WORD.findall(head) if word not in _GENERAL}
    named = {word for word in words - _GENERAL if any(word.endswith(one) or one.endswith(word) for one in own)}
    return bool(named) and all(any(word in one or one in word for one in own | titled) for word in words - named)


def _values(sheet: Sheet, rows: Sequence[list[Passage]], column: int) -> dict[int, Decimal]:
    """The figures of a column by the identity of their row."""
    figures = ((row, sheet.figure(row[column])) for row in rows if column < len(row))
    return {id(row): one.value for row, one in figures if one is not None and one.value is not None}
