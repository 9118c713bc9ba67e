"""Rankings that stand as tables: a column of places, one of names, and what else the rows say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from donghyang.facts.quantities import find_quantities
from donghyang.facts.tables import UNIT_IN_BRACKETS, one_line
from donghyang.facts.wording import words_of
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Grid, Ranking, RankingRow, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.records import Article, Document, Issue, Quantity, Span

_RANK_HEAD = lazily(
    r"^(?:(?:20[0-9]{2}년?|['’‘][0-9]{2}년?|올해|금년|종합|세계|전국|글로벌|현재)?\s?(?:순위|등수|랭킹|석차|등위)"
    r"|Rank(?:ing)?|名次|排名|位次|排序)(?:\s?\([^()]{1,10}\))?$"
)
_BEFORE_HEAD = lazily(r"(?:전년|지난해|작년|직전|이전|전회|전 ?분기|上年|上期|去年)[^,]{0,6}(?:순위|등수|排名|位次)")
_NUMBER_HEAD = lazily(r"^(?:구분|번호|순번|연번|No\.?|序号)$")
_TITLE = lazily(r"순위|랭킹|[Tt][Oo][Pp]\s?[0-9]+|상위\s?[0-9]+|排名|排行|榜|[0-9]+强")
_PLACE = lazily(r"^\s*(?:제|第)?\s?(?P<rank>[0-9]{1,4})\s?(?:위|位|名|등)?\s*(?:\([^()]*\)|[△▲▽▼↑↓=-].{0,4})?\s*$")
_ASIDE_HEAD = lazily(r"국가|국적|소속|소재|나라|비고|출처|본사|国家|所在|备注|所属|대륙|업종|분야$")
_NO_VALUE = lazily(r"목표|전망|순위|등수|연도|년도|설립|번호|등락|변동|变化|年份")
_FIGURE = lazily(r"^\s*(?:약\s?)?[-+]?[0-9][0-9,.]*\s?[^\s0-9]{0,8}\s*$")
_YEAR = lazily(r"(?<![0-9])(20[0-9]{2})(?![0-9])|['’‘]([0-9]{2})(?=년|\s|\))")
_LIST_NAME = lazily(
    r"[‘'“\"「『《〈]([^‘’'“”\"「」『』《》〈〉\n]{3,60}?"
    r"(?:지수|평가|랭킹|순위|보고서|백서|인덱스|명단|리스트|指数|报告|榜单|排行榜|榜|排名)(?:\([A-Za-z0-9 ]{2,14}\))?)"
    r"[’'”\"」』》〉]"
)
_FEWEST = 2
_AMONG = lazily("세계|글로벌|전 ?세계|중국|국내|전국|아시아|미국|유럽|全球|世界|中国|全国|国内")


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table with its place in the text."""

    text: str
    span: Span
    within: Span
    """Where its rows may stand; beyond its span where it goes on over the page."""
    rows: Sequence[Sequence[str]]
    """Its head first."""
    caption: str


def table_rankings(document: Document, issue: Issue) -> Iterator[Ranking]:
    """The tables of a document that rank something, in order; a report's by its articles."""
    text = document.text
    articles = [article for section in issue.sections for article in section.articles]
    for article in articles:
        for block in article.blocks:
            if isinstance(block, Table) and block.span is not None:
                within = (block.span[0], (article.span or block.span)[1])
                table = _Rows(text, block.span, within, (block.header, *block.rows), block.caption or "")
                yield from _ranking(table, named_list(article))
    if not articles:
        for grid in document.blocks:
            if isinstance(grid, Grid) and len(grid.rows) > _FEWEST:
                rows = tuple(tuple(one_line(cell.text) for cell in row) for row in grid.rows)
                yield from _ranking(_Rows(text, grid.span, grid.span, rows, _above(text, grid.span[0])), None)


def named_list(article: Article) -> str | None:
    """The ranking, index or report that an article tells of, by its name in quotation marks; None without one."""
    return _named_in(words_of(article))


@lru_cache(maxsize=64)
def _named_in(words: tuple[str, ...]) -> str | None:
    """The same, of its words; it is asked for once for each place that the article tells."""
    return next((found[1].strip() for text in words for found in _LIST_NAME.finditer(text)), None)


def year_in(words: str) -> str | None:
    """The one year that words name; None for none or several."""
    years = {str(full_year(found[1] or found[2])) for found in _YEAR.finditer(words)}
    return next(iter(years)) if len(years) == 1 else None


def _above(text: str, at: int) -> str:
    return text[max(0, at - 80) : at].rstrip().rpartition("\n")[2].strip()


def _ranking(table: _Rows, by: str | None) -> Iterator[Ranking]:
    """The ranking that a table holds: all runs of columns with places together; none where it holds none."""
    heads, *rows = table.rows
    found = [
        row
        for first, behind in _panels(heads, rows, table.caption)
        for row in _panel(table, heads[first:behind], [cells[first:behind] for cells in rows])
    ]
    if len(found) < _FEWEST:
        return
    title = table.caption.strip(" 〈〉<>[]【】《》")
    scope = _AMONG.search(title)
    yield Ranking(
        table.text[slice(*table.span)], *table.span, title or None, by, year_in(title) or year_in(by or ""),
        scope[0] if scope else None, tuple(sorted(found, key=lambda row: row.rank or 0)), table=True,
    )  # fmt: skip


def _panels(heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> list[Span]:
    """Which columns hold a ranking each: those from a column of places to the next of the same head."""
    starts = [at for at, head in enumerate(heads) if _RANK_HEAD.match(head.strip())]
    if not starts and heads and _NUMBER_HEAD.match(heads[0].strip()) and _TITLE.search(caption):
        starts = [0] if _counts_up(rows) else []
    if not starts:
        return []
    same = [at for at in starts if heads[at].strip() == heads[starts[0]].strip()]
    if len(same) == 1:
        return [(0, len(heads))]
    return [(at, same[place + 1] if place + 1 < len(same) else len(heads)) for place, at in enumerate(same)]


def _counts_up(rows: Sequence[Sequence[str]]) -> bool:
    numbers = [row[0].strip() for row in rows if row and row[0].strip()]
    return len(numbers) >= _FEWEST and numbers == [str(at + 1) for at in range(len(numbers))]


def _panel(table: _Rows, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[RankingRow]:
    text, within = table.text, table.within
    ranks = [at for at, head in enumerate(heads) if _RANK_HEAD.match(head.strip())] or [0]
    before = next((at for at, head in enumerate(heads) if _BEFORE_HEAD.search(head)), None)
    if len(ranks) > 1 and before is None:
        newest = max(ranks, key=lambda at: year_in(heads[at]) or "")
        ranks, before = [newest], next((at for at in ranks if at != newest), None)
    name = _name_column(heads, rows, {*ranks, before})
    if name is None:
        return
    value = _value_column(heads, rows, {*ranks, name, before})
    at = within[0]
    for row in rows:
        place = _PLACE.match(row[ranks[0]]) if len(row) > max(ranks[0], name) else None
        if place is None or not row[name].strip():
            continue
        span = _where(text, (at, within[1]), row, ranks[0], name) or _where(text, within, row, ranks[0], name)
        span = span or within
        at = span[1] if span != within else at
        former = _PLACE.match(row[before]) if before is not None and before < len(row) else None
        figure = _figure(row[value], heads[value]) if value is not None and value < len(row) else None
        yield RankingRow(
            text[slice(*span)], *span, int(place["rank"]), row[name].strip(), figure.value if figure else None,
            figure.unit if figure else None, before=int(former["rank"]) if former else None,
            also=tuple(
                (heads[other].strip(), cell.strip())
                for other, cell in enumerate(row)
                if other not in {*ranks, name, value, before} and other < len(heads) and cell.strip()
            ),
        )  # fmt: skip


def _name_column(heads: Sequence[str], rows: Sequence[Sequence[str]], taken: set[int | None]) -> int | None:
    """The column of names: words, and not where they come from, unless nothing else is there."""
    words = [
        at
        for at in range(len(heads))
        if at not in taken
        and sum(_FIGURE.match(row[at]) is None and bool(row[at].strip()) for row in rows if at < len(row)) * 2
        > len(rows)
    ]
    return next((at for at in words if not _ASIDE_HEAD.search(heads[at])), words[0] if words else None)


def _value_column(heads: Sequence[str], rows: Sequence[Sequence[str]], taken: set[int | None]) -> int | None:
    """The first column of figures; of those of several years the newest."""
    found = [
        at
        for at in range(len(heads))
        if at not in taken
        and not _NO_VALUE.search(heads[at])
        and sum(_FIGURE.match(row[at]) is not None for row in rows if at < len(row)) * 2 > len(rows)
    ]
    if not found or year_in(heads[found[0]]) is None:
        return found[0] if found else None
    return max(found, key=lambda at: year_in(heads[at]) or "")


def _figure(cell: str, head: str) -> Quantity | None:
    unit = UNIT_IN_BRACKETS.search(head)
    found = find_quantities(f"{cell.strip()}{unit[1]}" if unit and cell.strip()[-1:].isdigit() else cell)
    if len(found) == 1:
        return found[0]
    found = find_quantities(cell)
    return found[0] if len(found) == 1 else None


def _where(text: str, within: Span, row: Sequence[str], rank: int, name: int) -> Span | None:
    """Where a row stands: its place and its name in one line; None where a converter's mark parts them."""
    wanted = row[name].split("\n")[0].strip()
    number = row[rank].strip()
    at = text.find(wanted, *within)
    while at >= 0:
        line = max(text.rfind("\n", 0, at) + 1, within[0])
        before = text.rfind(number, line, at)
        if before >= 0 and "\n" not in text[before:at] and text[before:at].count("\t") <= abs(name - rank):
            return before, at + len(wanted)
        at = text.find(wanted, at + 1, within[1])
    return None
