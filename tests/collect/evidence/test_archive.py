"""The files of evidence: what other tools read in them, and what is left of them when a run is killed."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from tests.collect.kept import START, Desk, records
from tests.collect.zoo import article

from donghyang.collect.evidence import Archive, Asked, Came, Evidence, Hop
from donghyang.collect.evidence import archive as writing
from donghyang.collect.evidence.scan import end_of, payload, rows
from donghyang.records import CannotProceed

URL = "http://kjj.example/tz/t1.html"


def came(number: int, now: dt.datetime = START) -> Came:
    url = f"http://kjj.example/{number}.html"
    hop = Hop(url, now, 200, (("Content-Type", "text/html"),), f"<p>{number}</p>".encode() * 40)
    return Came(Asked(url), (hop,), None, now)


def test_another_reader_finds_pages_and_says_what_was_kept_before(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sent(URL, article(1), ETag='"a"')
    desk.sent(URL, article(1), ETag='"a"')
    desk.sent(URL, b"", 304, ETag='"a"')
    desk.lost("http://gone.example/", "name", "gone.example")
    (path,) = desk.warcs()
    assert path.name == "2026-11-23.warc.gz"
    assert records(path) == [
        ("warcinfo", ""),
        ("response", URL),
        ("metadata", URL),
        ("revisit", URL),
        ("metadata", URL),
        ("revisit", URL),
        ("metadata", URL),
        ("metadata", "http://gone.example/"),
    ]


def test_a_revisit_names_the_record_that_holds_the_page(tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    desk = Desk(tmp_path)
    for body, status in ((article(1), 200), (article(1), 200), ("", 304)):
        desk.sent(URL, body, status)
    with desk.warcs()[0].open("rb") as stream:
        told = [dict(record.rec_headers.headers) for record in ArchiveIterator(stream)]
    first, *again = [headers for headers in told if headers["WARC-Type"] in ("response", "revisit")]
    assert [headers["WARC-Profile"].rpartition("/")[2] for headers in again] == [
        "identical-payload-digest",
        "server-not-modified",
    ]
    for headers in again:
        assert headers["WARC-Refers-To-Target-URI"] == URL
        assert headers["WARC-Refers-To-Date"] == first["WARC-Date"]
        assert headers["WARC-Payload-Digest"] == first["WARC-Payload-Digest"]


def test_what_came_packed_is_kept_as_it_reads(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    capture = desk.sent(URL, article(1), Content_Encoding="gzip", Transfer_Encoding="chunked", Content_Length="9")
    assert capture.place is not None
    assert payload(tmp_path / capture.place.file, capture.place) == article(1).encode()
    assert len(records(tmp_path / capture.place.file)) == 3


def test_each_day_has_its_file(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        for number in range(3):
            archive.keep(came(number, START + dt.timedelta(days=number)))
    assert [path.name[:10] for path in sorted(tmp_path.glob("*.gz"))] == ["2026-11-23", "2026-11-24", "2026-11-25"]


def test_a_file_cut_anywhere_is_whole_again_when_the_next_page_is_kept(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        kept = [archive.keep(came(number)) for number in range(3)]
    path = tmp_path / kept[0].at.file
    data = path.read_bytes()
    begin = kept[1].at.offset + kept[1].at.length
    assert kept[2].at.offset + kept[2].at.length == len(data)
    for end in range(begin, len(data), 7):
        path.write_bytes(data[:end])
        with Archive(tmp_path) as archive:
            archive.keep(came(9))
        urls = [row.capture.url[-6:] for row, _ in rows(path)]
        assert urls == ["0.html", "1.html", "9.html"], end
        assert records(path)[-1] == ("metadata", "http://kjj.example/9.html")
        with Archive(tmp_path):
            pass


def test_zeros_at_the_end_are_cut_off(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        row = archive.keep(came(0))
    path = tmp_path / row.at.file
    whole = path.read_bytes()
    path.write_bytes(whole + bytes(5000))
    with Archive(tmp_path) as archive:
        archive.keep(came(1))
    assert [row.capture.url[-6:] for row, _ in rows(path)] == ["0.html", "1.html"]
    assert len(records(path)) == 5


def test_damage_inside_costs_only_what_it_hits(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        kept = [archive.keep(came(number)) for number in range(4)]
    path = tmp_path / kept[0].at.file
    data = bytearray(path.read_bytes())
    place = kept[1].capture.place
    assert place is not None
    data[place.offset + 40 : place.offset + 60] = bytes(20)
    path.write_bytes(data)
    found = [row for row, _ in rows(path)]
    assert [row.capture.url[-6:] for row in found] == ["0.html", "1.html", "2.html", "3.html"]
    assert [row.capture.digest is not None for row in found] == [True, False, True, True]
    assert end_of(path) == len(data)


def test_no_other_file_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-23.warc.gz"
    path.write_bytes(b"WARC/1.0\r\nmine\r\n")
    with Archive(tmp_path) as archive, pytest.raises(CannotProceed, match="no file of evidence"):
        archive.keep(came(0))
    assert path.read_bytes() == b"WARC/1.0\r\nmine\r\n"


def test_a_disk_without_room_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path) as archive:
        row = archive.keep(came(0))
        path = tmp_path / row.at.file
        before = path.read_bytes()

        def full(number: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(CannotProceed, match="No space left"):
            archive.keep(came(1))
        monkeypatch.undo()
        assert path.read_bytes() == before
        archive.keep(came(2))
    assert [row.capture.url[-6:] for row, _ in rows(path)] == ["0.html", "2.html"]


def test_only_one_run_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PATIENCE", 0.0)
    with Archive(tmp_path), pytest.raises(CannotProceed, match="another run"):
        Archive(tmp_path)
    with Archive(tmp_path):
        pass


def test_header_values_of_any_letters_are_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sent(URL, article(1), X_Title="科技\xff", ETag='W/"é"')
    assert len(records(desk.warcs()[0])) == 3
    with Evidence(tmp_path) as evidence:
        assert evidence.known(URL) is not None
