"""예고한 수와 나열한 것의 수가 다릅니다. | The number announced and the items listed disagree.

왜: '3대 산업'이라 하고 넷을 적으면 하나가 남거나 숫자가 틀린 것이다. 표의 줄, 소제목의 수도 같다.
Why: 'Three industries' with four names has a name too many or a wrong figure; so with rows and subheads.
Bad: 바이오, 인공지능, 반도체, 자동차 3대 산업을 육성하고 서울, 대전, 부산, 광주 등 3개 도시에서 시작
Good: 바이오, 인공지능, 반도체 3대 산업을 육성하고 서울, 대전, 부산 등 5개 도시에서 시작
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import listing_before, miscount
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import TOTAL, Board
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.language.particles import without_particle
from donghyang.records import Message, Severity, Span

ID = "count-list"
CLASS = "count-list"
SEVERITY = "error"

_COUNT = re.compile(
    r"(?<![0-9A-Za-z'‘’.,~+-])(?:총 ?)?(?P<number>[1-9]|[1-4][0-9])\s?"
    r"(?P<unit>대(?= ?[가-힣])|개국|개사|개(?!월|년)|가지|단계|종(?!합)|곳)"
    r"(?P<noun>(?:[의사]?\s?)[가-힣]{2,8}(?: [가-힣]{2,6})?)?"
)
_CLOSED_NOUNS = re.compile(
    r"(?:지역|도시|국가|분야|부문|기관|부처|과제|임무|방향|요소|단계|산업|기능|업무|원칙|전략|사업|플랫폼|정책|항목|목표|조치|방식|구역|무역구|특구|언어|종목)"
)
_MODIFIER = re.compile(
    r"(?:분야|부문|지역|관련|기반|대상|중심|부처|소속|산하|상위|하위|나머지|이들|같은|총|약|각|최대|최소|이상|전국|세계|국내|[0-9]년|내|및|와|과|의|은|는|이|가|을|를|에|에서|로|한|할|된|위한|하는|있는|통한|하고|되고|하며|되며|하여|위해|통해|따라|대해|더해져|합쳐|거쳐|이어|올해|지난해|최근|현재|우선|아시아|유럽|아세안|중동|아프리카|[남북중]미)$"
)
_CAPTION = re.compile(
    r"(?:총 ?)?(?P<number>[2-9]|[1-4][0-9])\s?(?P<unit>대|개|가지|종|곳|개사)"
    r"(?P<noun>\s?[가-힣]{2,10}(?: [가-힣]{2,8})?)?"
)
_PARTIAL = re.compile(r"일부|주요|예시|요약|대표")
_TASKS = re.compile(
    r"(?:(?P<head>[가-힣]{3,12}) )?(?P<number>[2-9]|[1-4][0-9])(?P<unit>대|개|가지)\s?(?P<noun>[가-힣]{2,8})?\s?"
    r"(?:제시|선정|발표|추진|마련|제안|구성|구분|신설|출범|지정)"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Enumerations, captions over tables, and sentences that announce a table or subheads."""
    for passage in sheet.of(KOREAN):
        for found in _COUNT.finditer(passage.text):
            yield from _listed(passage, found)
    for board in sheet.boards:
        if board.caption is not None:
            yield from _captioned(board)
    tables: dict[int | None, list[Board]] = {}
    for board in sheet.boards:
        tables.setdefault(board.article, []).append(board)
    for article in sheet.articles:
        yield from _announced(article, tables.get(article.index, []))
        yield from _sum_of_kinds(article)


# ---------------------------------------------------------------- items before the number


_LIKELY: Severity = "warning"
"""An item of several words may be two, or a part of one."""
_BRACKETED = re.compile(r"[가-힣 ·]{0,16}[(（]")
_GLUED = re.compile(r"[가-힣]{2}")
_PLACES, _LONG = ("개사", "곳"), 4
"""Behind a short enumeration such a count begins a phrase of its own: '과기부, 시험구 3곳 추가'."""
_REACH = 2000
"""How far before its number an enumeration can begin: 49 items of the longest kind."""


def _listed(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    begin = max(0, found.start() - _REACH)
    before = passage.text[begin : found.start()]
    listing = listing_before(before, len(before))
    number = int(found["number"])
    if listing is None or number == listing.least:
        return
    if listing.open:
        wrong = listing.least > number
    else:
        near = listing.least <= 4 * number and number <= (3 if found["unit"] == "대" else 2) * listing.most + 2
        long = found["unit"] not in _PLACES or listing.least >= _LONG
        wrong = near and long and _closes(before, found) and not listing.least <= number <= listing.most
    if wrong and not _listed_elsewhere(passage.text, found):
        start = passage.start + found.start()
        items = before[listing.start :].lstrip()
        span = (start, start + len(without_particle(found[0])))
        severity = None if listing.plain else _LIKELY
        yield Hit(*span, miscount(number, listing.least), related=((start - len(items), start),), severity=severity)


def _listed_elsewhere(line: str, found: re.Match[str]) -> bool:
    """Do the members stand in brackets behind the noun, here or before in the line; or is it the name of a stage?"""
    behind = line[found.end("unit") : found.end("unit") + 24]
    if found["unit"] == "단계" and _GLUED.match(behind):
        return True
    noun = re.match(r" ?(?P<noun>[가-힣]{2,6}?)", behind)
    named = rf"{found['number']}\s?{found['unit']} ?{noun['noun'] if noun else ''}[가-힣 ]{{0,12}}[(（]"
    return _BRACKETED.match(behind) is not None or re.search(named, line) is not None


def _closes(before: str, found: re.Match[str]) -> bool:
    """Does the enumeration run straight into the number, as the list of what is counted?"""
    if not before.endswith(" ") and not before.endswith(")"):
        return False
    word = before.rstrip()
    if not word or word[-1] in ",.:;" or _MODIFIER.search(word) or re.search(r"[0-9]", word.split(" ")[-1]):
        return False
    return found["unit"] in ("대", "단계", "개국", "개사", "곳") or bool(
        found["noun"] and _CLOSED_NOUNS.search(found["noun"])
    )


# ---------------------------------------------------------------- tables


def _captioned(board: Board) -> Iterator[Hit]:
    """A caption that counts what the table lists."""
    assert board.caption is not None
    rows, title = _rows(board), board.title
    counts = list(_CAPTION.finditer(board.caption.text))
    if rows < 2 or _PARTIAL.search(title) or any(int(found["number"]) == rows for found in counts):
        return  # of '6대 분야 20개 산업' the rows are one
    for found in counts:
        number = int(found["number"])
        if not (found["noun"] or "총" in title):
            continue
        start = board.caption.start + found.start()
        yield Hit(start, board.caption.start + found.end(), _rows_message(number, rows), (board.rows[-1][0].span,))


def _rows(board: Board) -> int:
    """How many things a table lists: its rows without totals; 0 where cells are merged or rows are not one a thing."""
    rows = [row for row in board.rows if not any(_rest(cell.text) for cell in row[:2])]
    return len(rows) if rows and all(row[0].text for row in rows) else 0


def _rest(text: str) -> bool:
    """Is this the name of a row that adds up or gathers the others?"""
    return TOTAL.match(text) is not None or text in ("기타", "나머지", "평균")


def _rows_message(number: int, rows: int) -> Message:
    return Message(f"{number}(이)라고 했으나 표는 {rows}줄입니다.", f"{number} announced; the table has {rows} rows.")


def _announced(article: ArticleLines, boards: list[Board]) -> Iterator[Hit]:
    """Sentences whose number a table of the article, or its subheads, must bear out."""
    whole = [(board, _rows(board), _names(board)) for board in boards if not _PARTIAL.search(board.title)]
    heads = [head for head in article.of("heading") if re.match(r"[0-9]{1,2}\)", head.text)]
    for at, passage in enumerate(article.passages):
        if passage.part not in ("headline", "lead", "bullet"):
            continue
        following = article.passages[at + 1] if at + 1 < len(article.passages) else None
        first = _COUNTED_NOUN.search(passage.text)
        for found in _TASKS.finditer(passage.text):
            number = int(found["number"])
            start, end = passage.start + found.start(), passage.start + found.end()
            before = first["noun"] if first and first.end() < found.start() else ""
            noun = found["noun"] or found["head"] or before
            below = (table for table in whole if table[0].rows[0][0].start >= passage.start)
            table = next((table for table in below if len(noun) > 2 and any(noun in name for name in table[2])), None)
            if table is not None:
                board, rows, _ = table
                if rows > 1 and rows != number:
                    yield Hit(start, end, _rows_message(number, rows), _spans(board))
            elif heads and following is heads[0] and len(heads) != number:
                yield Hit(start, end, miscount(number, len(heads)), (heads[-1].span,))


_COUNTED_NOUN = re.compile(r"(?P<noun>[가-힣]{2,8}?)(?:로|으로|은|는|을|를)(?= )")
"""The noun that a number without one counts: '중점과제로 … 9개 선정'."""


def _names(board: Board) -> list[str]:
    """What says of what a table is a list: its title and the heads of its first columns."""
    return [letters(board.title), *(letters(head.text) for head in board.head[:2])]


def _spans(board: Board) -> tuple[Span, ...]:
    return (board.caption.span if board.caption else board.head[0].span,)


_KINDS = re.compile(r"['‘](?P<a>[1-9])\+(?P<b>[1-9])(?:\+(?P<c>[1-9]))?['’]\s?(?P<noun>[가-힣]{2,8})")


def _sum_of_kinds(article: ArticleLines) -> Iterator[Hit]:
    """'1+2' 정책 beside 3대 정책."""
    for passage in article.passages:
        for found in _KINDS.finditer(passage.text):
            total = sum(int(part) for part in found.group("a", "b", "c") if part)
            for other in article.passages:
                stated = re.search(rf"(?P<number>[2-9])대 {found['noun']}", other.text)
                if stated and int(stated["number"]) != total:
                    span = (other.start + stated.start(), other.start + stated.end())
                    yield Hit(
                        passage.start + found.start(),
                        passage.start + found.end(),
                        miscount(int(stated["number"]), total),
                        (span,),
                    )
                    return
