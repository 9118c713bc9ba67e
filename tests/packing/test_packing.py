"""Word files are saved whatever the clock of the machine says."""

import io
import time
import zipfile

import docx
import pytest

from donghyang.check.copies.docx import marked_docx
from donghyang.packing import repacked, saved
from donghyang.records import Document

CLOCKS = {1970: 0, 1979: 315_000_000, 2026: 1_795_000_000, 2108: 4_370_000_000, 9000: 221_845_000_000}


@pytest.mark.parametrize("moment", CLOCKS.values(), ids=map(str, CLOCKS))
def test_a_clock_before_1980_or_after_2107_stops_no_word_file(moment: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = docx.Document()
    made.add_paragraph("수소 버스 120대")
    usual = saved(made)
    monkeypatch.setattr(time, "time", lambda: float(moment))
    assert saved(made) == usual
    assert marked_docx(Document("수소 버스", name="글.txt"), (), "ko").startswith(b"PK")


def test_what_is_saved_is_what_word_reads() -> None:
    made = docx.Document()
    made.add_paragraph("우시시의 수소 버스")
    made.add_table(1, 2)
    data = saved(made)
    again = docx.Document(io.BytesIO(data))
    assert ([p.text for p in again.paragraphs], len(again.tables)) == (["우시시의 수소 버스"], 1)
    usual = io.BytesIO()
    made.save(usual)
    with zipfile.ZipFile(io.BytesIO(data)) as ours, zipfile.ZipFile(usual) as theirs:
        assert ours.namelist() == theirs.namelist()
        assert all(ours.read(name) == theirs.read(name) for name in ours.namelist())
        assert {info.date_time[0] for info in ours.infolist()} == {1980}
    assert repacked(data) == data
