"""Publications are kept as they were sent; what is changed later goes out as a correction, by name."""

import datetime as dt
import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.press.issues import DAY, lay, publish, publish_new, workspace
from tests.shell import run

from donghyang import press, read, report
from donghyang.press import publications
from donghyang.records import CannotProceed, Corrected
from donghyang.terminal.commands.publications import sources
from donghyang.workspace import Workspace

ORDER = press.Order(DAY, "김하늘", "office")
LATER = press.Order(DAY + dt.timedelta(3), "박바다", "office", "투자액을 바로잡습니다.")


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "home")


def mend(file: Path, before: str = "12억", after: str = "15억") -> None:
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")


def test_a_publication_is_kept_with_what_it_was_made_from(home: Workspace) -> None:
    file = lay(home)
    made = publish(home, file, ORDER, {"report.pdf": b"pdf"})
    folder = file.parent / "publications" / "1"
    assert (folder / "source" / "report.txt").read_bytes() == file.read_bytes()
    assert (folder / "report.pdf").read_bytes() == b"pdf"
    assert (made.number, made.sending, made.by, made.account, made.date) == (1, 1, "김하늘", "office", DAY)
    found = press.published(file.parent)
    assert found is not None
    assert found.sendings == (made,)
    assert found.edition.corrections == ()


def test_a_report_that_is_saved_while_it_is_published_is_published_again(home: Workspace) -> None:
    file = lay(home)
    document = read.document(file)
    assert sources(file, document, {}) == {"report.txt": file.read_bytes()}
    mend(file)
    with pytest.raises(CannotProceed, match="saved again"):
        sources(file, document, {})


def test_the_same_report_in_more_formats_is_the_same_sending(home: Workspace) -> None:
    file = lay(home)
    publish(home, file, ORDER, {"report.pdf": b"pdf"})
    file.write_text(file.read_text("utf-8").replace("● 단지", "// 비고는 찍지 않음\n● 단지"), "utf-8")
    made = publish(home, file, replace(ORDER, date=DAY + dt.timedelta(9)), {"report.pdf": b"other", "report.md": b"md"})
    assert (made.sending, made.date, set(made.prints)) == (1, DAY, {"report.pdf", "report.md"})
    assert press.kept_print(file.parent, made, "report.pdf") == b"pdf"
    assert press.kept_print(file.parent, made, "report.md") == b"md"


def test_what_is_changed_goes_out_as_a_correction_with_a_notice_and_a_name(home: Workspace) -> None:
    file = lay(home)
    publish(home, file, ORDER)
    mend(file)
    for lacking in (replace(LATER, notice=None), replace(LATER, by=None)):
        with pytest.raises(CannotProceed) as refused:
            publish(home, file, lacking)
        assert refused.value.code == "correction"
    made = publish(home, file, LATER)
    assert (made.number, made.sending, made.notice, made.by) == (1, 2, LATER.notice, "박바다")
    assert made.changes == (
        Corrected("정책동향 01 산시성, 풍력 단지 착공", "글머리", "총투자는 12억 위안임", "총투자는 15억 위안임"),
    )
    assert "12억" in (file.parent / "publications/1/source/report.txt").read_text("utf-8")
    assert "15억" in (file.parent / "publications/2/source/report.txt").read_text("utf-8")


def test_corrections_are_told_newest_first(home: Workspace) -> None:
    file = lay(home)
    publish(home, file, ORDER)
    mend(file)
    publish(home, file, LATER)
    mend(file, "300MW", "350MW")
    publish(home, file, replace(LATER, notice="용량을 바로잡습니다."))
    found = press.published(file.parent)
    assert found is not None
    assert [one.notice for one in found.edition.corrections] == ["용량을 바로잡습니다.", "투자액을 바로잡습니다."]
    assert (found.edition.number, found.edition.sending) == (1, 3)


def test_there_is_nothing_to_correct_where_nothing_has_changed(home: Workspace) -> None:
    file = lay(home)
    for published in (False, True):
        with pytest.raises(CannotProceed):
            publish(home, file, LATER)
        if not published:
            publish(home, file, ORDER)


PNG = b"\x89PNG\r\n\x1a\n"


def picture(grey: int) -> bytes:
    """A picture of one point."""
    chunks = [
        (b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
        (b"IDAT", zlib.compress(bytes([0, grey]))),
        (b"IEND", b""),
    ]
    made = PNG
    for kind, data in chunks:
        made += len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    return made


def test_another_picture_is_a_change(home: Workspace) -> None:
    file = lay(home)
    mend(file, "참고자료", "〈단지의 위치〉\n![](map.png)\n참고자료")
    (file.parent / "map.png").write_bytes(picture(0))
    publish(home, file, ORDER)
    assert (file.parent / "publications/1/source/map.png").read_bytes() == picture(0)
    (file.parent / "map.png").write_bytes(picture(9))
    with pytest.raises(CannotProceed) as refused:
        publish(home, file, ORDER)
    assert refused.value.code == "correction"
    (change,) = publish(home, file, LATER).changes
    assert (change.place, change.part) == ("그림", "map.png")


def test_the_theme_counts_else_each_issue_has_the_number_after_the_last(tmp_path: Path) -> None:
    days = [DAY + dt.timedelta(7 * at) for at in range(4)]
    home = workspace(tmp_path / "b")
    assert [publish_new(home, day).number for day in (days[0], days[2])] == [1, 3]  # a week without an issue
    uncounted = workspace(tmp_path / "c", "")
    assert publish_new(uncounted, days[0]).number is None
    assert publish(uncounted, lay(uncounted, days[1]), replace(ORDER, number=37)).number == 37
    assert publish_new(uncounted, days[3]).number == 38


def test_a_number_is_never_given_twice_nor_taken_back(home: Workspace) -> None:
    file = lay(home)
    publish(home, file, ORDER)
    with pytest.raises(CannotProceed, match="number 1"):
        publish(home, lay(home, DAY + dt.timedelta(7)), replace(ORDER, number=1))
    with pytest.raises(CannotProceed, match="as number 1"):
        publish(home, file, replace(ORDER, number=5))


@pytest.mark.parametrize("at", range(3))
def test_a_kill_while_it_is_kept_leaves_no_half_publication(
    home: Workspace, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    file, real, count = lay(home), publications.write, iter(range(99))  # type: ignore[attr-defined]

    def killed(place: Path, data: bytes) -> Path:
        if next(count) == at:
            raise KeyboardInterrupt
        return Path(real(place, data))

    monkeypatch.setattr(publications, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        publish(home, file, ORDER, {"report.pdf": b"one"})
    monkeypatch.undo()
    assert press.published(file.parent) is None
    mend(file)
    made = publish(home, file, ORDER, {"report.pdf": b"two"})
    assert made.sending == 1
    assert press.kept_print(file.parent, made, "report.pdf") == b"two"
    assert "15억" in (file.parent / "publications/1/source/report.txt").read_text("utf-8")


def test_what_somebody_else_published_meanwhile_is_not_joined(home: Workspace) -> None:
    file = lay(home)
    issue = report.parse(report.document(file.read_text("utf-8")))
    mine = press.decide(home, file, press.compared(file, issue, {}), ORDER)
    publish(home, file, replace(ORDER, by="박바다"), {"report.pdf": b"theirs"})
    with pytest.raises(CannotProceed, match="somebody else"):
        press.keep(file.parent, mine, press.sources_of(file, {}), {"report.md": b"mine"})
    found = press.published(file.parent)
    assert found is not None
    assert (found.last.by, set(found.last.prints)) == ("박바다", {"report.pdf"})


@pytest.mark.parametrize("text", ["", "{", "[]", '{"number": "x"}'])
def test_a_broken_record_is_told_and_nothing_is_published_over_it(home: Workspace, text: str) -> None:
    file = lay(home)
    publish(home, file, ORDER)
    (file.parent / "publications/1/publication.json").write_text(text, "utf-8")
    with pytest.raises(CannotProceed, match=r"publication\.json"):
        publish(home, file, ORDER)


def test_a_record_that_is_no_file_is_told_and_the_issue_not_taken_for_unpublished(home: Workspace) -> None:
    file = lay(home)
    publish(home, file, ORDER)
    record = file.parent / "publications/1/publication.json"
    record.unlink()
    record.mkdir()
    with pytest.raises(CannotProceed, match=r"publication\.json"):
        list(publications.all_published(home))
    with pytest.raises(CannotProceed, match=r"publication\.json"):
        publish(home, file, ORDER)


def test_the_command_publishes_refuses_corrects_and_tells(home: Workspace) -> None:
    file = lay(home)
    first = run("publish", file, "--to", "md,json", "--final", "--by", "김하늘", "--json", cwd=home.root)
    assert (first.returncode, json.loads(first.stdout)["number"], json.loads(first.stdout)["sending"]) == (0, 1, 1)
    mend(file)
    refused = run("publish", file, "--to", "md", "--final", cwd=home.root)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert "--correct" in refused.stderr
    assert "“총투자는 12억 위안임” → “총투자는 15억 위안임”" in refused.stdout
    assert "12억" in file.with_suffix(".md").read_text("utf-8")
    notice = ("--correct", "투자액을 바로잡습니다.", "--by", "박바다")
    unnamed = run("publish", file, "--to", "md", "--final", *notice[:2], cwd=home.root, language="en")
    assert "a correction bears a name" in unnamed.stderr
    assert run("publish", file, "--to", "md", "--final", *notice, cwd=home.root).returncode == 0
    printed = file.with_suffix(".md").read_text("utf-8")
    assert "정정(" in printed
    assert "제1호(2차 발행" in printed
    edition = json.loads(file.with_suffix(".json").read_text("utf-8"))["edition"]
    assert (edition["number"], edition["sending"], edition["corrections"][0]["notice"]) == (1, 2, notice[1])
    told = json.loads(run("publications", "--json", cwd=home.root).stdout)
    assert [(one["issue"], one["sending"]["sending"], one["sending"]["by"]) for one in told] == [
        ("2024-04-05", 1, "김하늘"),
        ("2024-04-05", 2, "박바다"),
    ]
    assert "박바다" in run("publications", file, cwd=home.root).stdout


def test_what_belongs_to_a_finished_print_is_told(home: Workspace) -> None:
    done = run("publish", lay(home), "--to", "md", "--correct", "알림", cwd=home.root)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "--final" in done.stderr


def test_outside_of_an_issue_no_record_is_kept(home: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_bytes(lay(home).read_bytes())
    assert run("publish", file, "--to", "md", "--final", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "publications").exists()
    done = run("publish", file, "--to", "md", "--final", "--correct", "알림", "--by", "김하늘", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
