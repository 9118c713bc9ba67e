"""Whether a figure that an article does not print follows from those it does: a sum, a share, a product, a rise."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from donghyang.check.figures.meant import is_share_of
from donghyang.check.figures.operands import follows, quotient, rise
from donghyang.check.rules.agreement._sums import have_parts, parts_from
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import bare, is_whole
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Period, Quantity

_AMOUNTS = ("money", "measure", "count")
_PAIRED = 8
"""So many amounts of a line may be the operands of a rate."""
_MOST = 30
"""So many figures of a line may be parts of another; all runs of them are added up."""
_PARTS = 8
"""So many of them make a whole: more are a table."""


def is_worked_out(sheet: Sheet, figure: Quantity, line: Passage, article: ArticleLines) -> bool:
    """Does a figure of a line that retells an article follow from figures of that line and of the article?"""
    if figure.bound not in (None, "approx"):
        return False
    body = article.of(*BODY)
    years = [period for passage in body for period in sheet.periods_in(*passage.span)]
    return (
        _is_own_mean(sheet, figure, body)
        or _is_length(figure, years)
        or _is_base(sheet, figure, line)
        or _is_rise(sheet, figure, [*article.of("headline", "lead"), *body])
        or _is_share(sheet, figure, line, body)
        or _is_made_of(sheet, figure, line, body)
        or _is_of_rows(sheet, figure, line, article)
        or _is_one_more(sheet, figure, body)
        or _is_part(sheet, figure, line, article)
    )


def _is_own_mean(sheet: Sheet, figure: Quantity, body: list[Passage]) -> bool:
    """Is it an average that only the line states, of figures that the article lists?"""
    before = sheet.text[max(0, figure.start - _BEFORE) : figure.start].rpartition("\n")[2]
    return _MEAN in before and not any(_MEAN in passage.text for passage in body)


_MEAN = "평균"
_BEFORE = 12
"""So far before a figure stands what makes it an average: '평균 점수는 약 '."""


def _is_length(figure: Quantity, years: list[Period]) -> bool:
    """Does the article tell from which year to which these years are: 3년간 and 2025~2027년?"""
    if figure.unit != "년":
        return False
    spans = ((period.value[:_YEAR], period.high[:_YEAR]) for period in years if period.value and period.high)
    lengths = (int(last) - int(first) for first, last in spans if first.isdigit() and last.isdigit())
    return any(figure.value in (length, length + 1) for length in lengths)


_YEAR = 4


def _is_base(sheet: Sheet, figure: Quantity, line: Passage) -> bool:
    """Does the line itself bear it out as that from which another of its figures rose: 72개로 48개보다 50% 증가?"""
    told = sheet.quantities_in(*line.span)[:_PAIRED]
    rates = [one for one in told if one.unit == "%" and one.value]
    others = [one for one in told if one is not figure and one.unit == figure.unit and one.value]
    return bool(figure.value) and any(
        follows(rate, rise(other, figure, sign)) for rate in rates for other in others for sign in (1, -1)
    )


def _is_rise(sheet: Sheet, figure: Quantity, lines: list[Passage]) -> bool:
    """Is it a rate that two figures of one line give, though no line prints it?"""
    if figure.unit != "%":
        return False
    for passage in lines:
        amounts = [one for one in sheet.quantities_in(*passage.span) if one.kind in _AMOUNTS]
        for a, b in combinations(amounts[:_PAIRED], 2):
            if "." not in figure.text and "에서" not in sheet.text[a.end : a.end + _FROM]:
                continue
            if not (a.value and b.value and a.unit == b.unit and step(a) < min(a.value, b.value) / _CLOSELY):
                continue
            if any(follows(figure, rise(new, old, sign)) for new, old in ((a, b), (b, a)) for sign in (1, -1)):
                return True
    return False


_FROM = 3
"""So near behind a figure it is told as where a change begins: 200명에서."""
_CLOSELY = 100
"""Amounts printed less closely than this give no rate with a decimal."""


def _is_share(sheet: Sheet, figure: Quantity, line: Passage, body: list[Passage]) -> bool:
    """Is it what a figure of its own line is of the largest of that unit below: 418억 위안, 전체의 33.9%?"""
    parts = [one for one in sheet.quantities_in(*line.span)[:_PAIRED] if one.kind in _AMOUNTS and one.value]
    if figure.unit != "%" or not parts:
        return False
    below = [one for one in sheet.figures_of(body) if one.value and one.high is None]
    for part in parts:
        whole = max((one for one in below if one.unit == part.unit), key=lambda one: one.value or 0, default=None)
        if whole is None or (part.value or 0) > _NEARLY_ALL * (whole.value or 0):
            continue
        if follows(figure, quotient(part, whole, 100)):
            return True
    return False


_NEARLY_ALL = Decimal("0.95")
"""A part so near the largest figure is that figure, printed or counted a little otherwise."""


def _is_made_of(sheet: Sheet, figure: Quantity, line: Passage, body: list[Passage]) -> bool:
    """Is it the sum of figures that follow one another in a line of the article, or a product of what there is of each?
    24억, 30억, 36억 위안 are 90억; 3 fields with 10 products each have 30."""
    if figure.kind not in _AMOUNTS or figure.value is None or figure.bound is not None:
        return False
    own = [one for one in sheet.quantities_in(*line.span) if one is not figure and one.value]
    for passage in body:
        theirs = [one for one in sheet.quantities_in(*passage.span) if one.value and one.high is None]
        like = [one for one in theirs if one.unit == figure.unit][:_MOST]
        if have_parts(like, figure, _PARTS) or is_share_of(figure, theirs[:_PAIRED]):
            return True
        if _EACH.search(passage.text) and any(
            (a.value or 0) * (b.value or 0) == figure.value and figure.unit in (a.unit, b.unit)
            for a in theirs[:_PAIRED]
            for b in (*theirs[:_PAIRED], *own)
            if a is not b
        ):
            return True
    return False


_EACH = lazily(r"각각|각 |씩|마다|매년|매달|연간|당 ")


def _is_of_rows(sheet: Sheet, figure: Quantity, line: Passage, article: ArticleLines) -> bool:
    """Is it the sum of a column over the rows that the line names (옥수수와 벼가 63%), or over the first ones?"""
    if figure.value is None:
        return False
    for board in sheet.boards:
        if board.article != article.index or len(board.rows) > _MOST:
            continue
        named = _named(board, line.text)
        rows = [at for at, row in enumerate(board.rows) if not is_whole(bare(row[0].text))]
        for column in range(1, len(board.head)):
            cells = {at: one for at in rows if (one := sheet.figure(board.rows[at][column])) is not None}
            like = {at: one for at, one in cells.items() if one.value and one.unit == figure.unit}
            if _adds_up([one for at, one in like.items() if at in named], figure) and len(named) > 1:
                return True
            if len(like) > 1 and parts_from(list(like.values()), 0, figure, _PARTS):
                return True
    return False


def _adds_up(parts: list[Quantity], figure: Quantity) -> bool:
    """Do all of them add up to the figure, rounded to its last digit?"""
    added = sum(one.value or 0 for one in parts)
    room = step(figure) / 2
    return len(parts) > 1 and figure.value is not None and abs(added - figure.value) <= room


def _named(board: Board, text: str) -> set[int]:
    """The rows whose names stand in a text; a name of one letter where it is joined to another."""
    names = {at: bare(row[0].text) for at, row in enumerate(board.rows)}
    found = {at for at, name in names.items() if len(name) > 1 and name in text}
    short = {at: name for at, name in names.items() if len(name) == 1}
    return found | {at for at, name in short.items() if any(joint + name in text for joint in _JOINTS)}


_JOINTS = ("와 ", "과 ", "·", ", ")
"""What joins the name of a row to another."""


def _is_part(sheet: Sheet, figure: Quantity, line: Passage, article: ArticleLines) -> bool:
    """Does it make up a figure of the article with the others of its unit in the line (성 재정 1억 5,000만, 기업 3억),
    or does the line add up by itself (7.8만에서 12.5만으로 4.7만 증가)?"""
    like = [one for one in sheet.quantities_in(*line.span)[:_PAIRED] if one.unit == figure.unit and one.value]
    if any(
        figure in (a, b, c) and (a.value or 0) + (b.value or 0) == c.value
        for a, b in combinations(like, 2)
        for c in like
    ):
        return True
    made = sum(one.value or Decimal(0) for one in like)
    others = [one for one in article.passages if one is not line]
    return len(like) > 1 and figure in like and any(one.value == made for one in sheet.figures_of(others))


def _is_one_more(sheet: Sheet, figure: Quantity, body: list[Passage]) -> bool:
    """Is it one more than what the article has besides the one it is about: 해외 13개국 make 14개국 with it?"""
    if figure.kind != "count" or figure.value is None:
        return False
    others = (one for one in sheet.figures_of(body) if one.unit == figure.unit and one.value == figure.value - 1)
    return any(_BESIDES.search(sheet.text, max(0, one.start - _BEFORE), one.start) for one in others)


_BESIDES = lazily(rf"(?:{tables.either(__package__, 'besides')}) ?(?:의 )?$")
"""Before a count, what says that it leaves one out."""
