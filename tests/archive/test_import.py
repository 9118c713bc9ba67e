"""Reports into the archive and out of it, on both databases."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.archive.conftest import Make
from tests.archive.reports import SERIES, lay, report, silent

from donghyang import read
from donghyang import report as reports
from donghyang.archive import giving
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.importing import Imported, imported, rebuilt
from donghyang.archive.opening import opened
from donghyang.facts import find_facts_in, ledger_of
from donghyang.records import ArchivedArticle, CannotProceed, Reached, Target
from donghyang.workspace import Workspace


def put(home: Workspace, *files: Path) -> Imported:
    return imported(home, files, silent)


def contents(home: Workspace) -> str:
    with opened(home) as archive:
        return digest_of_contents(archive)


def articles(home: Workspace) -> list[ArchivedArticle]:
    with opened(home) as archive:
        return list(giving.articles(archive))


def states(found: Imported) -> list[str]:
    return [one.state for one in found.files]


def test_an_article_comes_back_as_it_was_read(home: Workspace, tmp_path: Path) -> None:
    (file,) = lay(tmp_path / "back", 1)
    found = put(home, file)
    document = read.document(file)
    issue, facts = reports.parse(document), find_facts_in(document)
    kept = articles(home)
    assert [one.article for one in kept] == [article for section in issue.sections for article in section.articles]
    assert [(one.series, one.issue, one.section) for one in kept] == [
        (SERIES, dt.date(2024, 1, 5), "policy"),
        (SERIES, dt.date(2024, 1, 5), "brief"),
    ]
    for one in kept:
        assert one.text in document.text
        assert one.facts
        start = document.text.index(one.text)
        inside = [fact for fact in facts if start <= fact.start and fact.end <= start + len(one.text)]
        assert [fact.text for fact in one.facts] == [one.text[fact.start : fact.end] for fact in one.facts]
        assert sorted(str(fact.problem) + fact.text + fact.kind for fact in one.facts) == sorted(
            str(fact.problem) + fact.text + fact.kind for fact in inside
        )
    assert (found.issues, found.articles, found.left_out) == (1, 2, ())


def test_targets_stand_in_the_ledger_by_their_year(home: Workspace, tmp_path: Path) -> None:
    put(home, *lay(tmp_path / "back", 2))
    with opened(home) as archive:
        found = [(fact, article.issue) for fact, article in giving.ledger(archive, giving.Wanted("target"))]
    assert {fact.deadline for fact, _ in found if isinstance(fact, Target)} == {"2027"}
    assert len({day for _, day in found}) == 2


def test_the_ledger_is_asked_by_actor_and_by_day(home: Workspace, tmp_path: Path) -> None:
    put(home, *lay(tmp_path / "back", 2))

    def issues(**wanted: str | int) -> list[dt.date]:
        with opened(home) as archive:
            found = giving.ledger(archive, giving.Wanted("target", **wanted))  # type: ignore[arg-type]
            return [article.issue for _, article in found]

    one, two = dt.date(2024, 1, 5), dt.date(2024, 1, 12)
    whole = issues()
    assert whole == sorted(whole)
    assert set(whole) == {one, two}
    assert set(issues(who="저장성")) == {one}
    assert issues(who="아무개") == []
    assert issues(since="2027", until="2027") == whole
    assert issues(since="2028") == issues(until="2026-12") == []
    assert issues(limit=1) == whole[:1]


def test_benefits_and_achievements_come_back_with_their_article(home: Workspace, tmp_path: Path) -> None:
    (file,) = lay(tmp_path / "back", 1)
    put(home, file)
    document = read.document(file)
    ledger = ledger_of(document)
    with opened(home) as archive:
        found = [
            (fact, article)
            for kind in ("benefit", "achievement")
            for fact, article in giving.ledger(archive, giving.Wanted(kind))
        ]
    assert found
    assert len(found) == len(ledger.benefits) + len(ledger.achievements)
    for fact, article in found:
        at = document.text.index(article.text)
        assert replace(fact, start=fact.start + at, end=fact.end + at) in (*ledger.benefits, *ledger.achievements)
    kept = articles(home)
    whole = (*ledger.benefits, *ledger.rankings, *ledger.records, *ledger.achievements)
    assert sum(not isinstance(fact, Reached) for one in kept for fact in one.ledger) == len(whole)


def test_the_same_files_twice_are_the_same_archive(home: Workspace, tmp_path: Path) -> None:
    files = lay(tmp_path / "back", 6)
    assert states(put(home, *files)) == ["new"] * 6
    before = contents(home)
    again = put(home, *files, *files)
    assert states(again) == ["same"] * 6
    assert (again.issues, again.articles, contents(home)) == (6, 12, before)


def test_two_files_of_one_issue_given_together_are_the_last_of_them_each_time(home: Workspace, tmp_path: Path) -> None:
    (file,) = lay(tmp_path / "back", 1)
    other = tmp_path / "other.txt"
    other.write_text(report(0).replace("3,000만", "4,000만"), "utf-8")
    assert states(put(home, file, other)) == ["new", "replaced"]
    before = contents(home)
    assert sorted(states(put(home, file, other))) == ["passed over", "same"]
    assert contents(home) == before
    assert "4,000만" in articles(home)[0].text
    assert states(put(home, file)) == ["replaced"]


def test_the_order_of_the_files_does_not_matter(make: Make, tmp_path: Path) -> None:
    files = lay(tmp_path / "back", 4)
    one, other = make("sqlite"), make("sqlite")
    put(one, *files)
    for file in reversed(files):
        put(other, file)
    assert contents(one) == contents(other)


def test_both_databases_hold_the_same(make: Make, tmp_path: Path) -> None:
    files = lay(tmp_path / "back", 3)
    one, other = make("sqlite"), make("postgresql")
    put(one, *files)
    put(other, *files)
    assert contents(one) == contents(other)


def test_another_reading_takes_the_place_of_the_former_and_says_so(home: Workspace, tmp_path: Path) -> None:
    (file,) = lay(tmp_path / "back", 1)
    put(home, file)
    other = tmp_path / "other.txt"
    other.write_text(report(0).replace("3,000만", "4,000만"), "utf-8")
    (found,) = put(home, other).files
    assert (found.state, found.former) == ("replaced", "issues/2024-01-05/imported/report-0.txt")
    kept = articles(home)
    assert len(kept) == 2
    assert "4,000만" in kept[0].text


def test_a_name_that_is_taken_gets_a_number(home: Workspace, tmp_path: Path) -> None:
    for folder, text in (("a", report(0)), ("b", report(0).replace("40%", "45%"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(text, "utf-8")
        put(home, tmp_path / folder / "report.txt")
    names = sorted(path.name for path in (home.root / "issues/2024-01-05/imported").iterdir())
    assert names == ["report-2.txt", "report.txt"]
    assert "45%" in articles(home)[0].text


def test_two_series_of_one_day_stand_side_by_side(home: Workspace, tmp_path: Path) -> None:
    day = dt.date(2024, 3, 1)
    for name, series in (("a", "해외 과학기술 동향"), ("b", "해외 에너지 동향")):
        (tmp_path / f"{name}.txt").write_text(report(1, day=day, series=series), "utf-8")
    found = put(home, tmp_path / "a.txt", tmp_path / "b.txt")
    assert (states(found), found.issues) == (["new", "new"], 2)


def test_what_is_no_report_is_left_out_with_its_reason(home: Workspace, tmp_path: Path) -> None:
    (good,) = lay(tmp_path / "back", 1)
    letter, empty = tmp_path / "letter.txt", tmp_path / "empty.txt"
    letter.write_text("안녕하십니까. 지난주 회의록을 보냅니다.\n", "utf-8")
    empty.write_bytes(b"")
    found = put(home, letter, good, empty, tmp_path / "gone.txt")
    assert states(found) == ["new"]
    assert [Path(one.file).name for one in found.left_out] == ["letter.txt", "empty.txt", "gone.txt"]
    assert all(one.reason.ko and one.reason.en for one in found.left_out)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_what_is_no_file_is_left_out_and_nothing_is_waited_for(make: Make, tmp_path: Path) -> None:
    """A pipe that nobody writes into, a device that never ends, a link that leads round."""
    pipe, device, round_ = (tmp_path / f"{name}.txt" for name in ("pipe", "device", "round"))
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    round_.symlink_to(round_)
    (good,) = lay(tmp_path / "back", 1)
    found = put(make("sqlite"), pipe, device, round_, good)
    assert states(found) == ["new"]
    assert [Path(one.file).name for one in found.left_out] == ["pipe.txt", "device.txt", "round.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are letters there")
def test_a_name_that_is_no_utf8_is_copied_under_one_that_is(make: Make, tmp_path: Path) -> None:
    home, (file,) = make("sqlite"), lay(tmp_path / "back", 1)
    data = file.read_bytes()
    odd = file.with_name(os.fsdecode(b"a\xff\x1b[31m.txt"))
    file.rename(odd)
    found = put(home, odd)
    assert states(found) == ["new"]
    (copy,) = home.root.glob("issues/*/imported/*")
    assert (copy.name, copy.read_bytes()) == ("a__[31m.txt", data)
    assert rebuilt(home, silent).same
    there = copy.parent.parent / odd.name
    there.write_bytes(data + b"\n")
    assert [one.file for one in put(home, there).left_out] == [str(there)]


def test_another_programs_database_is_left_alone(make: Make) -> None:
    home = make("sqlite")
    with closing(sqlite3.connect(home.root / "archive.db")) as database:
        database.execute("CREATE TABLE archive_article (theirs)")
        database.commit()
        before = (home.root / "archive.db").read_bytes()
        for work in (lambda: put(home), lambda: rebuilt(home, silent), lambda: articles(home)):
            with pytest.raises(CannotProceed, match="another program"):
                work()
    assert (home.root / "archive.db").read_bytes() == before


def test_a_report_without_a_day_is_left_out_unless_its_folder_says_it(home: Workspace, tmp_path: Path) -> None:
    text = "\n".join(line for line in report(0).split("\n") if "발 행 일" not in line)
    file = tmp_path / "undated.txt"
    file.write_text(text, "utf-8")
    assert not put(home, file).files
    own = home.root / "issues/2024-02-09/report.txt"
    own.parent.mkdir(parents=True)
    own.write_text(text, "utf-8")
    (found,) = put(home, own).files
    assert found.issue == dt.date(2024, 2, 9)
    assert found.doubts


def test_a_report_of_the_workspace_is_not_copied_and_followed_when_it_changes(home: Workspace) -> None:
    own = home.root / "issues/2024-01-05/report.txt"
    own.parent.mkdir(parents=True)
    own.write_text(report(0), "utf-8")
    put(home, own)
    assert not (own.parent / "imported").exists()
    own.write_text(report(0).replace("40%", "45%"), "utf-8")
    assert states(put(home)) == ["replaced"]
    assert "45%" in articles(home)[0].text
    assert not put(home).files


def test_an_issue_that_the_workspace_lost_is_taken_out(home: Workspace, tmp_path: Path) -> None:
    files = lay(tmp_path / "back", 2)
    put(home, *files)
    for path in sorted((home.root / "issues/2024-01-12").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    found = put(home)
    assert found.removed == ("issues/2024-01-12/imported/report-1.txt",)
    assert {one.issue for one in articles(home)} == {dt.date(2024, 1, 5)}
    before = contents(home)
    assert rebuilt(home, silent).same
    assert contents(home) == before


def test_a_copy_that_is_gone_is_told_and_its_issue_stays(home: Workspace, tmp_path: Path) -> None:
    put(home, *lay(tmp_path / "back", 1))
    (home.root / "issues/2024-01-05/imported/report-0.txt").unlink()
    found = put(home)
    assert len(found.left_out) == 1
    assert len(articles(home)) == 2


def test_a_draft_is_no_issue_until_it_is_published(home: Workspace) -> None:
    own = home.root / "issues/2024-01-05/report.txt"
    own.parent.mkdir(parents=True)
    own.write_text(report(0), "utf-8")
    assert put(home).issues == 0
    (own.parent / ".donghyang-prints.json").write_text('{"report.pdf": ["aa"]}', "utf-8")
    assert put(home).issues == 0
    (own.parent / ".donghyang-prints.json").write_text('{"report.pdf": ["aa"], "final report.pdf": ["aa"]}', "utf-8")
    assert put(home).issues == 1


def test_text_that_no_database_takes_is_kept_in_its_length(home: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "nul.txt"
    file.write_text(report(0).replace("연구기관", "연구\x01기관").replace("☑ ", "☑ " + "긴" * 5000), "utf-8")
    put(home, file)
    kept = articles(home)
    assert "연구\x01기관" in kept[0].text
    assert all(one.text[fact.start : fact.end] == fact.text for one in kept for fact in one.facts)
