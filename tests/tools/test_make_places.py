"""The generator of the table of divisions writes the table that the gazetteer reads."""

from __future__ import annotations

from tools.make_places import FILE, Division, table

from donghyang.language import tables


def test_the_table_that_is_written_is_the_one_that_is_read() -> None:
    rows = tables.read("donghyang.language", "divisions.tsv")
    written = table([Division(level, hanzi, parent) for level, hanzi, _, parent in rows])
    assert written == FILE.read_text("utf-8")
