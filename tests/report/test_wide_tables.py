"""Tables of strangers: cells that claim thousands of places, rows of thousands of cells among short ones."""

from __future__ import annotations

from decimal import Decimal

from donghyang import check, report
from donghyang.facts.tables import cell_quantities
from donghyang.records import Cell, Document, Grid, Table, Unplaced
from donghyang.report.rows import mended
from donghyang.report.tables import add_tables, laid_out


def grid(*rows: tuple[tuple[str, int, int], ...]) -> Grid:
    """A grid of (words, columns, rows) cells."""
    return Grid(tuple(tuple(Cell(text, (0, 0), columns, below) for text, columns, below in row) for row in rows))


def table_of(made: Grid) -> Table:
    blocks: list[object] = []
    add_tables(made, blocks)  # type: ignore[arg-type]
    (table,) = blocks
    assert isinstance(table, Table)
    return table


def test_a_cell_over_several_places_keeps_its_words_in_the_first() -> None:
    made = grid(
        (("연도", 1, 2), ("설비", 2, 1)),
        (("풍력", 1, 1), ("수력", 1, 1)),
        (("2031", 1, 1), ("5", 1, 1), ("6", 1, 2)),
        (("2032", 1, 1), ("7", 1, 1)),
    )
    table = table_of(made)
    assert table.header == ("연도", "설비", "")
    assert table.rows == (("", "풍력", "수력"), ("2031", "5", "6"), ("2032", "7", ""))


def test_cells_from_above_that_overlap_hold_their_columns() -> None:
    made = grid((("가", 3, 3), ("나", 1, 1)), (("다", 1, 2),), (("라", 1, 1),))
    assert table_of(made).rows == (("", "", "", "다", ""), ("", "", "", "", "라"))


def test_spans_that_claim_more_than_a_table_has_are_dropped() -> None:
    made = grid(*[(("가", 1000, 1000), (str(row), 1000, 1000)) for row in range(1000)])
    placed = laid_out(made)
    assert placed is not None
    assert all(cell.columns == cell.rows == 1 for row in placed.rows for cell in row)
    assert table_of(made).rows[-1] == ("가", "999")


def test_a_long_table_with_spans_keeps_them() -> None:
    made = grid(*[(("가", 2, 1), ("5", 1, 1)) for _ in range(5000)])
    assert laid_out(made) is made


def test_rows_that_are_no_table_stand_as_lines() -> None:
    """One row of thousands of cells above as many short ones: as a raster they would be millions of empty places."""
    text = "\n".join(["\t".join(f"항목{at}" for at in range(2000)), *(f"행{at}\t{at}" for at in range(2000))])
    document = report.document(f"I\n정책동향\n01\n수소 정책 발표\n■ 수소 정책을 발표(3.2)\n〈표 1〉 현황\n{text}\n")
    (section,) = report.parse(document).sections
    lines = [block.text for block in section.articles[0].blocks if isinstance(block, Unplaced)]
    assert lines[1].startswith("항목0 항목1 ")
    assert "행1999 1999" in lines
    check.check(document)


def test_a_wide_head_names_all_its_columns() -> None:
    rows = (("구분", "매출(억 원)"), ("서버", "40", "50"))
    cells, at, text = [], 0, ""
    for row in rows:
        line = []
        for word in row:
            line.append(Cell(word, (at, at + len(word)), 2 if "매출" in word else 1))
            text += f"{word}\t"
            at = len(text)
        cells.append(tuple(line))
    found = cell_quantities(Document(text, (Grid(tuple(cells), (0, len(text))),), (), "a.txt", "text", ()))
    assert [(quantity.value, quantity.unit) for quantity in found] == [
        (Decimal(40 * 10**8), "KRW"),
        (Decimal(50 * 10**8), "KRW"),
    ]


def test_a_short_row_is_placed_where_its_figures_fit() -> None:
    rows = (("가", "나", "다", "라"), ("a", "b", "1", "2"), ("c", "d", "3", "4"), ("e", "5", "6"))
    assert mended(rows)[3:] == (("", "e", "5", "6"),)
