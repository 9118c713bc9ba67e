"""표의 값들로 셈한 수가 표와 다릅니다. | What a sentence works out of a table's rows or years is not what they give.

왜: 'A와 B를 합치면', 'A는 B보다 얼마 많다', '몇 년 사이 얼마 늘었다'는 표의 칸으로 셈할 수 있다.
Why: Sums of rows, how far one lies above another, and changes from year to year can be worked out from the cells.
Bad:
  01
  도시별 등록
  ■ 도시별 등록을 발표함(3.2)
  - 가온과 나래를 합치면 640건으로 절반을 넘음
  〈도시별 등록〉
  도시	등록(건)
  가온	320
  나래	280
  다솜	210
  라온	90
Good:
  01
  도시별 등록
  ■ 도시별 등록을 발표함(3.2)
  - 가온과 나래를 합치면 600건으로 절반을 넘음
  〈도시별 등록〉
  도시	등록(건)
  가온	320
  나래	280
  다솜	210
  라온	90
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.likeness import is_likely
from donghyang.check.figures.operands import (
    Range,
    difference,
    follows,
    middle,
    quotient,
    rise,
    rounded,
    shown,
    shown_like,
)
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._beside import Clause, added, clauses_beside
from donghyang.check.sheet.grids import is_whole, years_in
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, step, supported
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "row-relation"
CLASS = "table-text"
SEVERITY = "warning"

_SUM = lazily(r"합치|합하|합한|합쳐|합친|더하|더한|합은|합이|합계|도합|[은는] 모두 |[을를] 모두 ")
_OTHERS = lazily(r"나머지|제외|빼고|상위|하위|등 |이외|가운데|평균|당 |씩")
_APART = lazily(r"보다|차이|격차|[0-9원명건개]\s?차로|앞서|앞선|앞섰|웃돌|밑돌")
_MORE = lazily(
    r"\s?(?:이나|나|이|가)? ?(?:더 )?"
    r"(?:많|적|높|낮|길|짧|깊|크|큰|컸|작|앞서|앞선|앞섰|웃돌|밑돌|무겁|가볍|빠르|느리|차이|차로|뒤)"
)
_GAP_BEFORE = lazily(r"(?:차이|격차|차)(?:는|가|은|도) (?:약 )?$")
_GREW = lazily(r"\s?(?:이|가|을|를)? ?(?:늘|증가|줄|감소|상승|하락|뛰|올라|올랐|확대|축소)")
_FELL = lazily(r"줄|감소|하락|축소|낮")
_LAST_YEAR = lazily(r"전년|한 해 전|앞선 해|지난해보다|한 해 동안|한 해에|1년 만에|1년 사이")
_OVER = lazily(r"(?P<years>[1-9]|[1-3][0-9]|두|세|네|다섯)\s?(?:년|해)\s?(?:간|동안|만에|사이|새)")
_NATIVE = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_SCALE = lazily("[만억조]")
_OF_WHOLE = lazily(
    r"(?:한 곳이|[은는이가]|으로|로) (?:[^0-9,(]{0,10} )?(?:전체|전국|[가-힣]{2,4})(?: [가-힣]{2,6})?의 (?:약 )?$"
)
_OF_YEAR = lazily(r"[은는이가] (?:20[0-9]{2}|['‘’][0-9]{2})년 전체의 (?:약 )?$")
"""Before a share of the whole: 나래 한 곳이 전체 매출의."""
_TO_FIGURE = lazily(r"(?!까지|부터|이후)(?:에는|에|의|은|도)? ?(?:[가-힣]{0,8}[은는이가의]? ?){0,2}(?:약 |총 )?")
"""Between a year and its figure."""

Worth = tuple[str, Range, Quantity]
"""How a value was worked out, between what rounding allows, and a figure that went into it."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of clauses that no column gives as the clause says that they come about, where one column is meant."""
    for clause in clauses_beside(sheet):
        for figure in sheet.quantities_in(clause.start, clause.end):
            if figure.kind in ("rank", "number") or not figure.value or figure.high is not None:
                continue
            if figure.bound in (None, "approx"):
                yield from _held(clause, figure)


def _held(clause: Clause, figure: Quantity) -> Iterator[Hit]:
    worths = list(_worths(clause, figure)) if _is_of_table(clause, figure) else []
    if not worths or any(follows(figure, worth) for _, worth, _ in worths):
        return
    kind, worth, operand = worths[0]
    if len({worth for _, worth, _ in worths}) != 1 or (kind != "cell" and _is_cell(clause, figure)):
        return
    if not is_likely(figure, rounded(middle(worth), figure)):
        return
    printed = shown(middle(worth)) if figure.kind in ("percent", "multiple") else shown_like(middle(worth), figure)
    message = Message(f"표로 셈하면 {printed}입니다.", f"by the table it is {printed}.")
    related: list[Span] = [(operand.start, operand.end)]
    if clause.rows:
        at, row = clause.rows[0]
        related.append((at, at + len(row)))
    yield Hit(figure.start, figure.end, message, tuple(related))


def _is_of_table(clause: Clause, figure: Quantity) -> bool:
    """Does the clause speak of the table: it tells no figure of a kind that the table has and lacks, and where it names
    no row, a word of caption or head?"""
    cells = [cell for row in clause.grid.rows for cell in clause.cells(row).values()]
    for other in clause.sheet.quantities_in(clause.start, clause.end):
        is_amount = other is not figure and other.kind not in ("rank", "number", "multiple") and other.value
        if not is_amount or (figure.unit != "%" and other.unit != figure.unit):
            continue
        if not any(_alike(cell, other) and supported(other, [cell]) for cell in cells):
            return False
    if len(clause.sheet.boards) == 1 and len(clause.sheet.lines) < _SHORT:
        return True
    heads = " ".join((clause.grid.board.title, *(head.text for head in clause.grid.board.head)))
    return bool(clause.rows) or any(word[:2] in clause.line.text for word in _NOUN.findall(heads))


_NOUN = lazily("[가-힣]{2,}")
_SHORT = 60
"""Lines and cells of a text that is about its one table."""


def _is_cell(clause: Clause, figure: Quantity) -> bool:
    """Is it a figure of a row that the clause names, told as it is?"""
    return any(
        _alike(cell, figure) and cell.value == figure.value
        for row in clause.names()
        for cell in clause.cells(row).values()
    )


def _worths(clause: Clause, figure: Quantity) -> Iterator[Worth]:
    """What the columns give for a figure, by the relation that the clause states; nothing where it states none."""
    before = clause.before(figure)
    names = [row for at, row in clause.rows if at < figure.start]
    names = list(dict.fromkeys(names))
    if _OTHERS.search(before):
        return
    if len(names) == 2 and (_MORE.match(clause.behind(figure, 12)) or _GAP_BEFORE.search(before)):
        if _APART.search(clause.text):
            yield from _gaps(clause, figure, names)
    elif len(names) > 1 and _SUM.search(before, clause.rows[len(names) - 1][0] - clause.start):
        yield from _sums(clause, figure, names)
    elif clause.grid.years and _GREW.match(clause.behind(figure, 10)):
        yield from _changes(clause, figure, names)
    elif len(names) == len(clause.years) == 1 and figure.unit == "%" and _OF_YEAR.search(before):
        yield from _shares(clause, names[0])
    elif clause.grid.years:
        yield from _dated(clause, figure, names)
    elif not names and (total := _TOTAL.search(before)):
        yield from _totals(clause, figure, total["number"])
    elif len(names) == 1 and figure.unit == "%" and _OF_WHOLE.search(before) and not years_in(clause.line.text):
        yield from _shares(clause, names[0])


def _gaps(clause: Clause, figure: Quantity, names: list[str]) -> Iterator[Worth]:
    one, other = (clause.cells(row) for row in names)
    for at in clause.columns():
        if at in one and at in other and _alike(one[at], figure):
            low, high = difference(one[at], other[at])
            yield "gap", ((low, high) if high > 0 else (-high, -low)), one[at]


def _sums(clause: Clause, figure: Quantity, names: list[str]) -> Iterator[Worth]:
    whole = clause.whole() if figure.unit == "%" else {}
    rows = [clause.cells(row) for row in names]
    for at in clause.columns():
        total = added([row.get(at) for row in rows])
        if total is None:
            continue
        if figure.unit == "%" and total.unit != "%" and at in whole and whole[at].value:
            yield "share", quotient(total, whole[at], 100), rows[0][at]
        elif _alike(total, figure):
            room = sum((step(row[at]) for row in rows), Decimal(0)) / 2 if total.kind != "count" else Decimal(0)
            assert total.value is not None
            yield "sum", (total.value - room, total.value + room), rows[0][at]


def _changes(clause: Clause, figure: Quantity, names: list[str]) -> Iterator[Worth]:
    """From one year to another: those named, or the last and the one so many years before it."""
    ends = _ends(clause)
    if ends is None or len(names) > 1:
        return
    cells = clause.cells(names[0]) if names else clause.whole()
    old, new = (cells.get(clause.grid.years[year]) for year in ends)
    if old is None or new is None or not old.value or not new.value:
        return
    sign = -1 if _FELL.search(clause.behind(figure, 10)) else 1
    if figure.unit == "%":
        yield "rate", rise(new, old, sign), new
    elif figure.kind == "multiple":
        yield "multiple", quotient(new, old), new
    elif _alike(new, figure):
        low, high = sorted(sign * end for end in difference(new, old))
        yield "change", (low, high), new


def _dated(clause: Clause, figure: Quantity, names: list[str]) -> Iterator[Worth]:
    """The cell of the year right before a figure, of the row named or of the total, where the clause tells another one
    rightly or the figure is a slip away."""
    said = [(year, end) for year, _, end in years_in(clause.before(figure)) if year in clause.grid.years]
    if not said or len(names) > 1 or not _TO_FIGURE.fullmatch(_without(clause.before(figure)[said[-1][1] :], names)):
        return
    cells = clause.cells(names[0]) if names else clause.whole()
    cell = cells.get(clause.grid.years[said[-1][0]])
    if cell is None or not _alike(cell, figure) or cell.value is None:
        return
    others = [one for one in clause.sheet.quantities_in(clause.start, clause.end) if one is not figure]
    known = any(other.value == one.value and _alike(one, other) for other in others for one in cells.values())
    if known or one_slip_apart(figure, cell) or any(one.value == figure.value for one in cells.values()):
        yield "cell", (cell.value - step(cell) / 2, cell.value + step(cell) / 2), cell


def _totals(clause: Clause, figure: Quantity, number: str | None) -> Iterator[Worth]:
    """The sum of a column: of so many things as there are rows, or one whose head has the word behind the figure."""
    rows = [row for row in clause.grid.rows if not is_whole(row)]
    noun = _COUNTED.match(clause.behind(figure, 12))
    whole = clause.whole()
    for at, cell in whole.items():
        counted = noun is not None and noun[1] in clause.grid.board.head[at].text
        if (counted or number == str(len(rows))) and _alike(cell, figure) and cell.value is not None and len(rows) > 2:
            room = step(cell) / 2 if cell.kind != "count" else Decimal(0)
            yield "sum", (cell.value - room, cell.value + room), cell


_TOTAL = lazily(
    r"(?:(?P<number>[0-9]{1,2}) ?(?:개|곳|대|종|사)[^0-9]{1,24})?(?:총|모두|합치면|더하면|합계|합쳐) (?:약 )?$"
)
_COUNTED = lazily(r" ?([가-힣]{2,4}?)(?:이|가|을|를|은|는|의|에|으로|로)? ")


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def _shares(clause: Clause, row: str) -> Iterator[Worth]:
    """What a row is of the whole, in the columns that the clause names, and the shares that the table prints."""
    cells, whole = clause.cells(row), clause.whole()
    printed = [cell for cell in cells.values() if cell.unit == "%" and cell.value is not None]
    named = set(clause.columns())
    worked = [
        (quotient(cell, whole[at], 100), cell)
        for at, cell in cells.items()
        if at in named and cell.unit != "%" and cell.value and at in whole and whole[at].value
    ]
    yield from (("share", worth, cell) for worth, cell in worked)
    for cell in printed:
        assert cell.value is not None
        worth = (cell.value - step(cell) / 2, cell.value + step(cell) / 2)
        if not any(
            low <= cell.value + step(cell) / 2 and cell.value - step(cell) / 2 <= high for (low, high), _ in worked
        ):
            yield "share", worth, cell


def _ends(clause: Clause) -> tuple[int, int] | None:
    """The first and the last year of a change; None where the clause does not tell."""
    years = sorted(clause.grid.years)
    if len(clause.years) == 2:
        first, last = sorted(clause.years)
        return first, last
    last = clause.years[0] if clause.years else years[-1]
    said = _OVER.search(clause.text)
    if said:
        length = _NATIVE.get(said["years"]) or int(said["years"])
        return (last - length, last) if not clause.years and last - length in years else None
    if _LAST_YEAR.search(clause.text) and last - 1 in years:
        return last - 1, last
    return None


def _alike(cell: Quantity, figure: Quantity) -> bool:
    """May a figure be one of the cell's column? Of a bare cell nothing says whether it counts 만."""
    bare = cell.kind in ("number", "count") and figure.kind in ("count", "measure") and not _SCALE.search(figure.text)
    return cell.unit == figure.unit or bare
