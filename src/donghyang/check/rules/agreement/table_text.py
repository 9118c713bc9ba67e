"""표와 본문의 숫자가 다릅니다. | A table and the text state different figures.

왜: 본문은 표를 읽어 준다. 둘이 다르면 어느 한쪽이 틀렸다.
Why: The text reads the table out; where they differ, one of them is wrong.
Bad:
  - 동부농협은 3억 2,000만 원을 출자하여 17.36%의 지분을 가짐
  〈출자 현황〉
  출자자	금액(만 원)	비율
  동부농협	32,000	17.86%
  서부농협	147,200	82.14%
Good:
  - 동부농협은 3억 2,000만 원을 출자하여 17.86%의 지분을 가짐
  〈출자 현황〉
  출자자	금액(만 원)	비율
  동부농협	32,000	17.86%
  서부농협	147,200	82.14%
Options: 없음 (none)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from donghyang.check.figures.likeness import is_slip_of
from donghyang.check.figures.meant import is_rounded
from donghyang.check.figures.operands import follows, quotient
from donghyang.check.figures.wording import DOWN, FROM, UP
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._aims import has_aims, is_aim
from donghyang.check.rules.agreement._naming import added_end, found, words_of
from donghyang.check.rules.agreement._rows import SHARES
from donghyang.check.sheet.boards import TOTAL, Board, total_row
from donghyang.check.sheet.grids import years_in
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.facts.goal_tables import year_of
from donghyang.facts.slips import one_slip_apart, significant, supported
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "table-text"
CLASS = "table-text"
SEVERITY = "warning"

_BRACKETS = lazily(r"\s?[(（].*?[)）](?=[^)）]*$|\s|$)|[(（].*$")
_RANK = lazily(r"순위|랭킹")
_SCORE = lazily(r"점수|지수|총점|score", re.IGNORECASE)
_NAME = lazily(r"수$|건수$|규모$|액$|금액$")
_SUMMED = lazily(r"합계|합친|합한|상위|평균|누적|다\. ")
"""Behind such a word a figure speaks of several rows, behind the end of a sentence of something else."""
_CHANGE = lazily(r"증가|감소|성장|상승|하락|늘|줄|대비")
_MOVES = lazily(rf"{FROM.pattern}[0-9]|(?:[(（][^()（）]{{1,20}}[)）])?(?:을|를|이|가|씩)?(?:{UP}|{DOWN})")
_JOINT = lazily(r"(?:[가-힣]{1,2})?(?:와|과|·|,| 및) ?")
"""Between two names of which one figure is said."""
_SUBJECT = lazily(
    r"(?:시|성|구|자치구)?(?:\s?[(（][^()（）]*[)）])?\*?"
    r"(?:에서|에는|으로|은|는|이|가|의|에|도|로|을|를|와|과|[,:·(（'’」]|\s?(?:약 |총 )?[0-9]|$)"
)
"""What follows a row's name where the sentence speaks of that row, and not of something named after it."""
_FIGURE = lazily(r"(?:은|는|이|가|도)? ?(?:약 |총 )?[0-9]")
_NOUN = lazily(r" (?P<noun>[가-힣]{2,6}?)(?:은|는|이|가) (?:약 |총 )?[0-9]")
_TOPIC = lazily(r"[은는이]$")
_IS_TOPIC = lazily(r"(?:시|성)?[은는이가](?= )")
"""Behind the name of a row that the sentence is about."""
_BY_TURNS = lazily(r"각각 [0-9.]+%,")
_OF = lazily(r"(?:^|[ ,])(?P<noun>[가-힣]{2,8})의 (?:약 )?$")
_ALL = lazily("전체|전국|세계|시장|중국|총|국내")
_COMMON = lazily(r"기타|나머지|전국|중국|세계|전체|평균|구분|내용|비고")
_AROUND = (12, 8)
"""So much before and behind a percentage says that it is a change: 전년 대비, and a verb."""
_BEFORE = 20
"""A metric right before its figure is no longer, particle and 약 with it."""
_GOAL = 3
"""Letters of what a table of goals sets, at the least, kind of number left out."""
_SCALE = lazily(r"[천만억조]")
"""In such words whole numbers and decimals are one: 2,573억 3,000만 and 2,573.3억."""
_SHARE_DIGITS = 2
"""Shares of so few digits are one slip from another by chance."""
_RATE_WORD = lazily(r"(?P<rate>비중|점유율|[가-힣]{1,4}[율률])(?:은|는|이|가|을|를|도|로|의|에서)? |\n")
"""The name of a rate, or the end of a line."""
_AS_SHARE = lazily(r"(?:[(（][^()（）]{1,24}[)）])?(?:으로|로|이며),? (?:전체의|전국의) (?:약 )?")
_SHORT = 3
"""Names and metrics of so few letters are words of their own too often."""
_REACH = 34
"""How far behind a metric its figure may stand."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sentences that name a row, and tables of goals whose heads the text repeats."""
    for board in sheet.boards:
        lines = [
            passage
            for passage in (sheet.articles[board.article].passages if board.article is not None else sheet.passages)
            if passage.part in ("lead", "bullet", "annotation", "note", "text")
        ]
        if board.head and _RANK.search(board.head[0].text):
            yield from _ranks(sheet, board, lines)
        if len(board.rows) == 1:
            yield from _goals(sheet, board, lines)
        else:
            yield from _rows(sheet, board, lines)


# ---------------------------------------------------------------- rows named in a sentence


def _rows(sheet: Sheet, board: Board, lines: list[Passage]) -> Iterator[Hit]:
    names = {name: row for row in board.rows if (name := _row_name(sheet, row))}
    heads = [_metric(head.text) for head in board.head]
    kinds = words_of([head.text for head in board.head], board.title)
    printed = {(f.unit, f.value) for cell in board.cells() if (f := sheet.figure(cell))}
    over = {year for head in board.head if (year := year_of(head.text))} | {year_of(board.title)} - {None}
    of_aims = has_aims(board, sheet.date)
    total = total_row(board)
    wholes = [] if total is None else [one for cell in board.rows[total] if (one := sheet.figure(cell))]
    for line in lines:
        if not of_aims and is_aim(line.text):
            continue
        if len(over) == 1 and {str(year) for year, _, _ in years_in(line.text)} - over:
            continue  # the sentence speaks of another year than the table
        told: set[str] = set()
        for name, start, end in _mentions(line.text, names, heads, kinds, board.title):
            row = [
                (head, figure)
                for head, cell in zip(heads, names[name], strict=False)
                if (figure := sheet.figure(cell)) is not None
            ]
            own = {(cell.unit, cell.value) for _, cell in row}
            figures = sheet.quantities_in(line.start + start, line.start + end)
            stated = [f for f in figures if (f.unit, f.value) in own or (f.unit, f.value) not in printed]
            yield from _compared(sheet, name, stated, sorted(row, key=lambda cell: cell[0] not in told), wholes)
            told.update(head for head, cell in row if any(supported(figure, [cell]) for figure in figures))


def _mentions(
    text: str, names: Collection[str], heads: Sequence[str], kinds: Collection[str], title: str
) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) for each row that a line speaks of, up to the next row's name or to what sums up several."""
    places = sorted((at, end, name) for name in names for at, end in found(text, name))
    for n, (at, named, name) in enumerate(places):
        last = places[n - 1] if n else (0, 0, "")
        is_one_of_two = _JOINT.fullmatch(text[last[1] : at])
        behind = text[named:].lstrip()
        metric = next((head for head in heads if len(head) > 1 and behind.startswith(head)), None)
        is_subject = (
            _SUBJECT.match(text, named)
            or (metric and _FIGURE.match(behind, len(metric)))
            or _SUBJECT.match(text, added_end(text, named, heads[0] if heads else "", kinds))
            or _is_kind(text, named, title)
        )
        if (last[2] != name and (name in last[2] or is_one_of_two)) or not is_subject:
            continue
        end = places[n + 1][0] if n + 1 < len(places) else len(text)
        summed = _SUMMED.search(text, named, end)
        yield name, at, summed.start() if summed else end


def _is_kind(text: str, at: int, title: str) -> bool:
    """Does the noun of the caption follow, with a figure right behind: 고해상도 위성이 72.2%를?"""
    noun = _NOUN.match(text, at)
    return noun is not None and noun["noun"] in title


def _metric(head: str) -> str:
    return letters(_BRACKETS.sub("", head))


def _row_name(sheet: Sheet, row: list[Passage]) -> str:
    """The words that name a row, "" for a total and for rows of figures."""
    for cell in row[:2]:
        name = _BRACKETS.sub("", cell.text).strip()
        if TOTAL.match(cell.text):
            return ""
        if len(letters(name)) > 1 and sheet.figure(cell) is None and not _COMMON.fullmatch(name):
            return name
    return ""


def _compared(
    sheet: Sheet, name: str, stated: list[Quantity], row: list[tuple[str, Quantity]], wholes: list[Quantity]
) -> Iterator[Hit]:
    """Figures behind a row's name that its cells do not bear out, though they can only be meant for one of them; those
    of the row of totals say what a share is of."""
    cells = [cell for _, cell in row]
    borne_out = {figure.start for figure in stated if supported(figure, cells)}
    told = [figure for figure in stated if figure.start in borne_out]
    for figure in stated:
        if figure.value is None or figure.start in borne_out or _is_change(sheet, figure):
            continue
        if _moves(sheet, figure) and not any(_CHANGE.search(metric) for metric, _ in row):
            continue
        if figure.unit == "%" and _is_of_another(sheet, figure, [metric for metric, _ in row]):
            continue
        if figure.unit == "%" and _tells_other_rate(sheet, figure, [name, *(metric for metric, _ in row)]):
            continue
        if any(is_rounded(sheet, figure, cell) or _is_changed(sheet, figure, cell) for cell in cells):
            continue
        free = [(metric, cell) for metric, cell in row if comparable(figure, cell) and not supported(cell, told)]
        named = [cell for metric, cell in free if _stands_before(sheet, metric, figure) and is_slip_of(figure, cell)]
        alone = sum(one.unit == figure.unit for one in stated) == 1
        slips = [cell for _, cell in free if _is_telling(figure, alone=alone) and _is_slip(figure, cell)]
        if not named and figure.unit == "%" and _is_worked_out(figure, told, wholes):
            continue
        if meant := named or slips or _share_meant(sheet, figure, told, free):
            told.append(meant[0])
            yield _hit(figure, meant[0])


def _is_changed(sheet: Sheet, figure: Quantity, cell: Quantity) -> bool:
    """Is it the cell with a figure beside it added or taken away: '300대를 더하면 1,500대' by 1,200?"""
    line = sheet.at(figure.start)
    if line is None or cell.value is None or figure.value is None:
        return False
    gap = abs(figure.value - cell.value)
    near = sheet.quantities_in(max(line.start, figure.start - _REACH), min(line.end, figure.end + _REACH))
    return any(one.value == gap and one.unit == figure.unit for one in near)


def _is_worked_out(share: Quantity, told: list[Quantity], wholes: list[Quantity]) -> bool:
    """Is it what a figure of the row, told beside it, is of the total of its column?"""
    pairs = ((one, whole) for one in told for whole in wholes if one.value and whole.value and comparable(one, whole))
    return any(follows(share, quotient(one, whole, 100)) for one, whole in pairs)


def _share_meant(
    sheet: Sheet, share: Quantity, told: list[Quantity], free: list[tuple[str, Quantity]]
) -> list[Quantity]:
    """The one share of the row, for one told right behind another figure of it: 84억 위안(…)으로 전체의 45%."""
    shares = [cell for metric, cell in free if cell.unit == "%" and SHARES.search(metric)]
    if share.unit != "%" or share.bound is not None or len(shares) != 1:
        return []
    leads = any(_AS_SHARE.fullmatch(sheet.text[one.end : share.start]) for one in told if one.end < share.start)
    return shares if leads else []


def _is_slip(figure: Quantity, cell: Quantity) -> bool:
    """Is a figure one slip from a cell, both printed with decimals, or neither? 112.0GWh was not read off a column of
    whole GWh."""
    plain = figure.unit == cell.unit and not _SCALE.search(figure.text)
    return (not plain or ("." in figure.text) == ("." in cell.text)) and one_slip_apart(figure, cell)


def _is_telling(figure: Quantity, *, alone: bool) -> bool:
    """Has it enough digits not to be one slip from another by chance? Of one that is `alone` of its unit, a zero behind
    the point counts."""
    counts = alone and "." in figure.text
    digits = sum(char.isdigit() for char in figure.text) if counts else significant(figure.text)
    return digits > (_SHARE_DIGITS if figure.kind == "percent" else 1)


def _is_change(sheet: Sheet, figure: Quantity) -> bool:
    """Is a percentage a rise or fall, or said of several by turns?"""
    around = sheet.text[max(0, figure.start - _AROUND[0]) : figure.end + _AROUND[1]]
    return figure.kind == "percent" and (_CHANGE.search(around) or _BY_TURNS.search(around)) is not None


def _moves(sheet: Sheet, figure: Quantity) -> bool:
    """Is it by how much something moves (130대(56%) 늘려), or from where: 55.3점에서 56.3점으로?"""
    return _MOVES.match(sheet.text, figure.end) is not None


def _is_of_another(sheet: Sheet, figure: Quantity, metrics: list[str]) -> bool:
    """Is a percentage one of something that no head names: 수출의 21.4%?"""
    of = _OF.search(sheet.text[max(0, figure.start - _BEFORE) : figure.start])
    return of is not None and not any(of["noun"] in metric for metric in metrics) and not _ALL.match(of["noun"])


def _tells_other_rate(sheet: Sheet, figure: Quantity, metrics: list[str]) -> bool:
    """Is the last rate that the line names neither in a head nor in the row's name: 비중은 43.9%로 by a 증가율?"""
    ends, rates = _rates(sheet)
    last = bisect_right(ends, figure.start) - 1
    return last >= 0 and rates[last] != "" and not any(rates[last] in metric for metric in metrics)


@once_a_sheet
def _rates(sheet: Sheet) -> tuple[list[int], list[str]]:
    """Where the rates that the text names end, and their names, in order; "" for the end of a line."""
    named = [*_RATE_WORD.finditer(sheet.text)]
    return [one.end() for one in named], [one["rate"] or "" for one in named]


def _stands_before(sheet: Sheet, metric: str, figure: Quantity) -> bool:
    before = _TOPIC.sub("", letters(sheet.text[max(0, figure.start - _BEFORE) : figure.start].split("\n")[-1]))
    return len(metric) > _SHORT and not metric[0].isdigit() and before.endswith(metric)


def _hit(figure: Quantity, cell: Quantity) -> Hit:
    return Hit(
        figure.start,
        figure.end,
        Message(f"표에는 '{cell.text}'입니다.", f"the table has '{cell.text}'."),
        related=((cell.start, cell.end),),
    )


# ---------------------------------------------------------------- tables of goals


def _goals(sheet: Sheet, board: Board, lines: list[Passage]) -> Iterator[Hit]:
    """One row of figures: each head, found in a sentence, must be followed by the cell's figure."""
    for head, cell in zip(board.head, board.rows[0], strict=True):
        goal = sheet.figure(cell)
        metric = _NAME.sub("", letters(head.text))
        if goal is None or len(metric) < _GOAL or metric.isdigit():
            continue
        stated = [figure for line in lines if line.part != "note" for figure in _stated(sheet, line, metric, goal)]
        if stated and not any(supported(figure, [goal]) for figure in stated):
            yield Hit(
                *cell.span,
                Message(f"본문에는 '{stated[0].text}'입니다.", f"the text has '{stated[0].text}'."),
                related=((stated[0].start, stated[0].end),),
            )


def _stated(sheet: Sheet, line: Passage, metric: str, goal: Quantity) -> list[Quantity]:
    """The figure right behind a metric in a line, as a list of none or one."""
    at = _metric_end(line.text, metric)
    if at is None:
        return []
    near = sheet.quantities_in(line.start + at, min(line.end, line.start + at + _REACH))
    return [figure for figure in near if figure.value is not None and comparable(figure, goal)][:1]


def _metric_end(text: str, metric: str) -> int | None:
    """Where a metric ends in a line, spaces and dots passed over; None when it is not there."""
    places = [at for at, char in enumerate(text) if char.isalnum()]
    bare = "".join(text[at] for at in places).lower()
    first = bare.find(metric)
    return places[first + len(metric) - 1] + 1 if first >= 0 else None


# ---------------------------------------------------------------- rankings


def _ranks(sheet: Sheet, board: Board, lines: list[Passage]) -> Iterator[Hit]:
    """'베이징은 … 90.63점으로 세계 2위' against the row of that name."""
    names: dict[str, list[Passage]] = {}
    for row in board.rows:
        for cell in row[1:]:
            name = _BRACKETS.sub("", cell.text).strip()
            if len(name) > 1 and sheet.figure(cell) is None and re.search("[가-힣]", name):
                names.setdefault(name, row)
    scored = [at for at, head in enumerate(board.head) if _SCORE.search(head.text)]
    for line in lines:
        figures = sheet.quantities_in(*line.span)
        for figure in figures:
            named = _named_before(line, figure, names)
            if named is None or figure.value is None:
                continue
            if figure.kind == "rank" and figure.bound is None and named[0].text.isdigit():
                if int(named[0].text) != figure.value and scored and _scores(named, figures):
                    yield _cell(figure, named[0])
            elif figure.unit == "점" and scored:
                cell = named[scored[0]]
                score = sheet.figure(cell)
                is_other = score is not None and not _same_number(figure, cell) and not _moves(sheet, figure)
                if score is not None and is_other and is_slip_of(figure, score):
                    yield _cell(figure, cell)


def _named_before(line: Passage, figure: Quantity, names: dict[str, list[Passage]]) -> list[Passage] | None:
    """The row whose name is the topic nearest before a figure."""
    before = line.text[: figure.start - line.start]
    said = [(at, name) for name in names for at, end in found(before, name) if _IS_TOPIC.match(before, end)]
    if not said or _SUMMED.search(before, max(said)[0]):
        return None
    return names[max(said)[1]]


def _scores(row: list[Passage], figures: list[Quantity]) -> bool:
    """Does the sentence give the row's score too? Then its rank is meant to be this table's."""
    return any(figure.unit == "점" and any(_same_number(figure, cell) for cell in row) for figure in figures)


def _same_number(figure: Quantity, cell: Passage) -> bool:
    return re.sub(r"[^0-9.]", "", figure.text) == re.sub(r"[^0-9.]", "", cell.text)


def _cell(figure: Quantity, cell: Passage) -> Hit:
    return Hit(
        figure.start,
        figure.end,
        Message(f"표에는 '{cell.text}'입니다.", f"the table has '{cell.text}'."),
        related=(cell.span,),
    )
