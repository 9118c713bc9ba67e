"""Prints make room for prints, and for nothing else."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from donghyang import press
from donghyang.press import prints
from donghyang.records import CannotProceed


def put(path: Path, data: bytes) -> list[Path]:
    return press.put({path: lambda: data})


def test_a_print_takes_the_place_of_the_print_before(tmp_path: Path) -> None:
    path = tmp_path / "out" / "report.pdf"
    for data in (b"one", b"two", b"two", b"three"):
        assert put(path, data) == [path]
        assert path.read_bytes() == data


@pytest.mark.parametrize("name", ["report.txt", "report.pdf", "report.docx"])
def test_a_file_that_was_not_printed_is_not_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"somebody's")
    with pytest.raises(CannotProceed) as refused:
        put(path, b"ours")
    assert (refused.value.code, path.read_bytes()) == ("print-in-the-way", b"somebody's")


def test_one_print_of_several_is_left_where_it_may_not_be(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"somebody's")
    assert not press.put_or_leave(tmp_path / "report.pdf", b"ours")
    assert (tmp_path / "report.pdf").read_bytes() == b"somebody's"
    for data in (b"one", b"two"):
        assert press.put_or_leave(tmp_path / "report.html", data)
        assert (tmp_path / "report.html").read_bytes() == data
    (tmp_path / "report.html").write_bytes(b"two, with a colleague's words")
    assert not press.put_or_leave(tmp_path / "report.html", b"three")


def test_a_print_that_somebody_works_in_is_not_written_over(tmp_path: Path) -> None:
    path = put(tmp_path / "report.docx", b"ours")[0]
    path.write_bytes(b"ours, with a colleague's words")
    with pytest.raises(CannotProceed):
        put(path, b"ours, again")
    path.unlink()
    assert put(path, b"ours, again") == [path]


def test_the_same_bytes_may_stand_already(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"the same")
    assert put(tmp_path / "report.txt", b"the same") == [tmp_path / "report.txt"]


def test_of_several_none_is_written_where_one_may_not_be(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"somebody's")
    with pytest.raises(CannotProceed):
        press.put({tmp_path / "report.pdf": lambda: b"pdf", tmp_path / "report.txt": lambda: b"text"})
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("at", ["note", "file"])
def test_a_kill_between_the_two_leaves_nothing_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    path = put(tmp_path / "report.pdf", b"one")[0]
    real = prints.write  # type: ignore[attr-defined]

    def killed(place: Path, data: bytes) -> Path:
        if (place.name == press.LEDGER) is (at == "note"):
            raise KeyboardInterrupt
        return Path(real(place, data))

    monkeypatch.setattr(prints, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        put(path, b"two")
    monkeypatch.undo()
    assert put(path, b"three") == [path]


@pytest.mark.parametrize("ledger", ["", "{", '{"report.pdf": 3}', "[" * 20_000])
def test_a_broken_ledger_trusts_no_file(tmp_path: Path, ledger: str) -> None:
    path = put(tmp_path / "report.pdf", b"one")[0]
    (tmp_path / press.LEDGER).write_text(ledger, "utf-8")
    with pytest.raises(CannotProceed):
        put(path, b"two")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_ledger_that_is_no_file_trusts_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    path = put(tmp_path / "report.pdf", b"one")[0]
    ledger = tmp_path / press.LEDGER
    makers: list[Callable[[], object]] = [
        lambda: os.mkfifo(ledger),
        lambda: ledger.symlink_to("/dev/zero"),
        lambda: ledger.symlink_to(ledger),
    ]
    for make in makers:
        ledger.unlink()
        make()
        with pytest.raises(CannotProceed):
            put(path, b"two")


def test_names_are_compared_as_the_disk_compares_them(tmp_path: Path) -> None:
    (tmp_path / "Report.TXT").write_bytes(b"x")
    folds = (tmp_path / "report.txt").exists()
    assert press.same_place(tmp_path / "Report.TXT", tmp_path / "report.txt") is folds
    assert press.same_place(tmp_path / "a" / ".." / "new.txt", tmp_path / "new.txt")
    if os.name == "posix":
        (tmp_path / "link.txt").symlink_to("Report.TXT")
        assert press.same_place(tmp_path / "link.txt", tmp_path / "Report.TXT")


@pytest.mark.skipif(os.name == "nt", reason="Windows gives no links to everyone")
def test_a_link_that_leads_round_is_no_place(tmp_path: Path) -> None:
    round_ = tmp_path / "report.html"
    round_.symlink_to(round_)
    assert not prints.same_place(tmp_path / "report.txt", round_)
    with pytest.raises(CannotProceed, match=r"report\.html"):
        press.put({round_: lambda: b"print"})


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are no UTF-8")
def test_a_name_that_is_no_utf8_is_printed_again(tmp_path: Path) -> None:
    place = tmp_path / os.fsdecode(b"\xff.html")
    for text in (b"one", b"two"):
        press.put({place: text.strip}, final=True)
    assert place.read_bytes() == b"two"
    assert press.is_final(place)
