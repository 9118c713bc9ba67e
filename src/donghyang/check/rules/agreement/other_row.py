"""한 줄의 것이라 한 수나 말이 표에서는 다른 줄의 것입니다. | What is told of one row is another row's in the table.

왜: '다솜은 310대'라 하고 표의 310대가 나래의 것이면 이름이나 수를 다른 줄에서 옮긴 것이다.
Why: 'Dasom has 310' where the table has 310 for Narae: the name or the figure was taken from another row.
Bad:
  01
  시범구역 비교
  ■ 시범구역을 비교함(3.2)
  - 다솜은 시험에 쓰는 차량으로 310대를 갖춤
  〈시범구역 현황〉
  구역	도시	차량(대)
  가온	이안	900
  나래	이솔	310
  다솜	이담	640
Good:
  01
  시범구역 비교
  ■ 시범구역을 비교함(3.2)
  - 다솜은 시험에 쓰는 차량으로 640대를 갖춤
  〈시범구역 현황〉
  구역	도시	차량(대)
  가온	이안	900
  나래	이솔	310
  다솜	이담	640
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._beside import SENTENCE
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.grids import Grid, aliases, bare, is_whole, lines_of, named_in, sided, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.clauses import clauses
from donghyang.facts.slips import one_slip_apart, significant, supported
from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "other-row"
CLASS = "table-text"
SEVERITY = "warning"

_NOT_PLAIN = lazily(tables.either(__package__, "not_of_one_row"))
"""Words with which a sentence holds rows against each other, adds them up or speaks of another time."""
_CHANGE = lazily(
    r"\s?[)）]?(?:에서 |%p|포인트|배|차이|앞|뒤|만에"
    r"|가? ?(?:증가|감소|늘|줄|상승|하락|성장|확대|축소|높|낮|많아지|적어지))"
)
_OF_OTHER = lazily(r"등 (?:총 |약 )?$|(?:상승|증가|감소|하락|격차|개선|성장)[^0-9]{0,6}$")
"""Before a figure: it counts what is listed, or is one of a change."""
_JOINED = lazily(r"[가-힣)](?:와|(?<![결성효])과|·|,|및|이나|또는) ?$")
_TOLD_OF = lazily(r"(?:[가-힣]{0,4}?)(?:[은는이가의도에]|에서|에는|으로|로|을|를|[,:(]| |$)")
"""Behind the name of a row, what a sentence goes on with."""
_IS = lazily(r"(?:[가-힣]{0,3}?)(?:에|을|를|으로|로|이며|이고|이다|였|이었|임|가|이|은|는|에서)?(?:[ ,.]|$)")
"""Behind the words of a cell."""
_TO_FIGURE = lazily(r"[은는이가의]? ?(?:약 )?")
_NOT = lazily(r"아니|달리|없|제외|빼고|반면")
_TELLING = 2
"""Significant digits of a figure that is not the same in two rows by chance."""
_REACH = 30
"""How far from the name of its row the words of a cell may stand."""
_COUNTS = lazily(r"(?P<thing>[가-힣]{2,8}) ?수$")
_THING = lazily(r"(?:개|종|건|곳)? (?P<thing>[가-힣]{2,8})(?:을|를|이|가|에|로|의)")
_ITEMS = lazily(r"\s?[·,/、]\s?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A stretch of a sentence that speaks of one row: from its name to the next one's."""

    line: Passage
    row: str
    name: Span
    end: int
    begin: int
    """Where the stretch before its name begins, that of the row before left out."""

    @property
    def text(self) -> str:
        """What it says of the row."""
        return self.line.text[self.name[1] - self.line.start : self.end - self.line.start]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures, years and words of cells behind the name of a row that has others in their place."""
    for grid in sided(sheet):
        names = aliases(grid)
        for line in lines_of(sheet, grid.board) if len(grid.rows) > 1 else ():
            told = [one for sentence in SENTENCE.finditer(line.text) for one in _told(line, sentence.span(), names)]
            for one in told:
                yield from _of_figures(sheet, grid, one, [other for other in told if other.row != one.row])
                yield from _of_years(grid, one)
                yield from _of_words(sheet, grid, one)
                yield from _ahead(sheet, grid, one)


def _told(line: Passage, sentence: Span, names: dict[str, str]) -> Iterator[_Told]:
    """What a sentence says of rows, a clause that holds several against each other left out."""
    for start, end in clauses(line.text, *sentence):
        found = named_in(names, line.text[start:end])
        for at, (place, form) in enumerate(found):
            begin = start + place
            behind = begin + len(form)
            until = start + found[at + 1][0] if at + 1 < len(found) else end
            before = line.text[start:begin]
            if _JOINED.search(before) or not _TOLD_OF.match(line.text, behind):
                continue
            if _NOT_PLAIN.search(line.text, behind, until) or _NOT_PLAIN.search(before[-_REACH:]):
                continue
            if (
                at + 1 < len(found)
                and _JOINED.search(line.text[behind - 1 : until])
                and len(line.text[behind:until]) < 4
            ):
                continue
            ahead = start + found[at - 1][0] + len(found[at - 1][1]) if at else start
            name = (line.start + begin, line.start + behind)
            yield _Told(line, names[form], name, line.start + until, line.start + ahead)


def _of_figures(sheet: Sheet, grid: Grid, told: _Told, others: list[_Told]) -> Iterator[Hit]:
    """The first figure behind the name: another row's, or not that of the column that the line tells of the others."""
    figures = [one for one in sheet.quantities_in(told.name[1], told.end) if one.kind not in ("rank", "multiple")]
    figures = [one for one in figures if one.unit not in ("%p", None) and one.value and one.high is None]
    own = _figures(sheet, grid, told.row)
    if any(_is_same(figure, cell) or supported(figure, [cell]) for figure in figures for _, cell in own.values()):
        return
    for figure in figures[:1]:
        if _CHANGE.match(sheet.text, figure.end) or _OF_OTHER.search(sheet.text, told.name[1], figure.start):
            continue
        if figure.bound not in (None, "approx"):
            continue
        if _is_multiple_of(sheet, told, figure):
            continue
        column = _column(sheet, grid, figure, told, others)
        if column is not None and column in own and not _counts_others(sheet, grid, figure, column):
            cell, right = own[column]
            if not _is_of_kind(figure, right):
                continue
            yield Hit(figure.start, figure.end, cell_message(told.row, cell.text), (told.name, cell.span))


def _is_multiple_of(sheet: Sheet, told: _Told, figure: Quantity) -> bool:
    """Is the row only what the figure is a multiple of: 2024년의 약 2.6배인 150EFLOPS?"""
    before = sheet.quantities_in(told.name[1], figure.start)
    return bool(before) and before[-1].kind == "multiple"


def _counts_others(sheet: Sheet, grid: Grid, figure: Quantity, column: int) -> bool:
    """Is what stands behind the figure another thing than its column counts (46개 시험지, 품종 수)?"""
    counted, behind = _COUNTS.search(grid.board.head[column].text), _THING.match(sheet.text, figure.end)
    return counted is not None and behind is not None and not behind["thing"].startswith(counted["thing"])


def _column(sheet: Sheet, grid: Grid, figure: Quantity, told: _Told, others: list[_Told]) -> int | None:
    """The column in which a figure is another row's, or whose figures the line tells rightly of other rows."""
    holders = {
        (row, at)
        for row in grid.rows
        if row != told.row and not is_whole(row)
        for at, (_, cell) in _figures(sheet, grid, row).items()
        if _is_same(figure, cell)
    }
    if significant(figure.text) >= _TELLING:
        if len(holders) == 1:
            return next(iter(holders))[1]
        if _TO_FIGURE.fullmatch(sheet.text, told.name[1], figure.start):
            own = _figures(sheet, grid, told.row).items()
            alike = [(at, cell) for at, (_, cell) in own if cell.unit == figure.unit]
            if len(alike) == 1 and one_slip_apart(figure, alike[0][1]):
                return alike[0][0]
    for other in others:
        first = next(iter(sheet.quantities_in(other.name[1], other.end)), None)
        if first is None or first.unit != figure.unit:
            continue
        right = [at for at, (_, cell) in _figures(sheet, grid, other.row).items() if _is_same(first, cell)]
        if len(right) == 1:
            return right[0]
    return None


def _figures(sheet: Sheet, grid: Grid, row: str) -> dict[int, tuple[Passage, Quantity]]:
    """The figures of a row by column."""
    cells = list(enumerate(grid.rows[row]))[1 if grid.named else 0 :]
    found = ((at, cell, sheet.figure(cell)) for at, cell in cells if at != grid.named)
    return {at: (cell, figure) for at, cell, figure in found if figure is not None and figure.value is not None}


def _is_same(figure: Quantity, cell: Quantity) -> bool:
    """The same value, in the same unit or in one that the table does not print."""
    return _is_of_kind(figure, cell) and cell.value == figure.value


def _is_of_kind(figure: Quantity, cell: Quantity) -> bool:
    counted = cell.kind in ("number", "count") and figure.kind in ("count", "measure")
    return cell.unit == figure.unit or counted


def _of_years(grid: Grid, told: _Told) -> Iterator[Hit]:
    """A year behind the name that another row alone has in a column of years."""
    own = grid.rows[told.row]
    stated = years_in(told.text)[:1]
    for at, head in enumerate(grid.board.head) if stated else ():
        if at == grid.named or at in grid.years.values():
            continue
        years = {row: _year(cells[at].text) for row, cells in grid.rows.items()}
        mine, (year, start, end) = years[told.row], stated[0]
        holders = [row for row, one in years.items() if one == year]
        if None in years.values() or mine == year or len(holders) != 1 or not head.text.strip():
            continue
        message = cell_message(told.row, own[at].text)
        yield Hit(told.name[1] + start, told.name[1] + end, message, (told.name, own[at].span))


def _year(text: str) -> int | None:
    found = _YEAR.match(text.strip())
    return int(found[1]) if found else None


_YEAR = lazily(r"((?:19|20)[0-9]{2})(?:년|\.[0-9]{1,2}\.(?:[0-9]{1,2}\.)?)?$")


def _of_words(sheet: Sheet, grid: Grid, told: _Told) -> Iterator[Hit]:
    """The words of another row's cell where the row's own are not told."""
    if _NOT.search(told.text) or not _TOPIC.match(told.text):
        return
    for at in range(len(grid.board.head)):
        column = {row: cells[at] for row, cells in grid.rows.items() if not is_whole(row)}
        if at == grid.named or told.row not in column:
            continue
        if any(sheet.figure(cell) or _year(cell.text) for cell in column.values()):
            continue
        own = column[told.row]
        if len(letters(own.text)) < _TELLING or any(item in told.text for item in _items(own.text)):
            continue
        for row, cell in column.items():
            place = (
                _place(told.text, cell.text) if row != told.row and letters(cell.text) != letters(own.text) else None
            )
            if place is not None and sum(cell.text in other.text for other in column.values()) == 1:
                start = told.name[1] + place[0]
                message = Message(f"표에는 '{own.text}'입니다.", f"the table has '{own.text}'.")
                yield Hit(start, told.name[1] + place[1], message, (told.name, own.span))
                return


def _ahead(sheet: Sheet, grid: Grid, told: _Told) -> Iterator[Hit]:
    """What is said of a row before its name (길이 104m의 나래호), where it is another row's."""
    before = sheet.text[told.begin : told.name[0]]
    if not _OF_NAME.search(before) or _NOT.search(before):
        return
    figures = sheet.quantities_in(told.begin, told.name[0])[-1:]
    figures = [one for one in figures if _TIED.fullmatch(sheet.text, one.end, told.name[0])]
    own = _figures(sheet, grid, told.row)
    for figure in figures:
        if figure.unit is None or significant(figure.text) < _TELLING:
            continue
        if not any(_is_same(figure, cell) or supported(figure, [cell]) for _, cell in own.values()):
            place = _column(sheet, grid, figure, told, [])
            if place in own:
                cell = own[place][0]
                yield Hit(figure.start, figure.end, cell_message(told.row, cell.text), (told.name, cell.span))
    for at, head in enumerate(grid.board.head):
        words = bare(head.text)
        if at == grid.named or len(letters(words)) < _TELLING or words not in before:
            continue
        column = {row: cells[at] for row, cells in grid.rows.items() if not is_whole(row)}
        if any(sheet.figure(cell) for cell in column.values()):
            continue
        forms = {row: bare(cell.text) for row, cell in column.items()}
        said = [row for row, form in forms.items() if len(letters(form)) >= _TELLING and form in before]
        if len(said) == 1 and told.row in column and forms[said[0]] != forms[told.row]:
            mine = column[told.row]
            yield Hit(
                *told.name, Message(f"표에는 '{mine.text}'입니다.", f"the table has '{mine.text}'."), (mine.span,)
            )


_OF_NAME = lazily(r"(?:[가-힣]?[의인은는한린된던운]|[가-힣][은는] ?[가-힣]{0,4}) $")
"""What ends before a name that it is said of."""
_TIED = lazily(r"(?:짜리|의|인|[^,.0-9]{0,12}[가-힣]?[의인한린된던운]) ")
"""Between a figure and the name that it is said of: 길이 104m의, 380억 위안의 매출을 올린."""
_TOPIC = lazily(r"(?:시|성)?(?:[은는이가]|에서는|에는) ")


def _items(text: str) -> list[str]:
    """The things that a cell lists, and their words."""
    words = bare(text)
    return [item for item in (*_ITEMS.split(words), *words.split(" ")) if len(letters(item)) >= _TELLING]


def _place(text: str, cell: str) -> Span | None:
    """Where the words of a cell stand near the beginning of what is told; None where they do not."""
    words = bare(cell)
    if len(letters(words)) < _TELLING or len(words) > _REACH:
        return None
    at = text.find(words)
    if not 0 <= at <= _REACH or (at and text[at - 1].isalnum()) or not _IS.match(text, at + len(words)):
        return None
    return at, at + len(words)
