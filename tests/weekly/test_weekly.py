"""A whole week over the sample pages: it can be killed and run again, and a second run changes nothing."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from donghyang import collect, newsroom, press, report, weekly, workspace
from donghyang.collect import PageRead, folder
from donghyang.guard import Guard
from donghyang.records import Message, Progress

DATE = dt.date(2023, 4, 21)
KEY = json.loads((Path(__file__).parents[1] / "sample_key.json").read_text("utf-8"))


def week(root: Path, progress: Progress = lambda label, done, total: None) -> weekly.Week:
    home = workspace.open_workspace(root)
    files = collect.page_files(root / "pages" / "inbox")
    return weekly.Week(files, root / "issues", date=DATE, home=home, progress=progress)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, weekly.Summary]:
    root = tmp_path_factory.mktemp("newsroom") / "sample"
    newsroom.create(root, sample=True)
    return root, weekly.weekly(week(root))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_stage_is_counted(finished: tuple[Path, weekly.Summary]) -> None:
    stages = {stage.name: stage.count for stage in finished[1].stages}
    assert list(stages) == ["read", "stories", "facts", "draft", "compose", "evidence", "check", "publish"]
    assert stages["read"] == len(list((finished[0] / "pages" / "inbox").iterdir()))
    assert all(stages[name] > 0 for name in ("stories", "facts", "draft", "compose", "publish"))


def test_only_the_unreadable_files_are_left_out(finished: tuple[Path, weekly.Summary]) -> None:
    assert sorted(left.file for left in finished[1].left_out) == sorted(KEY["unreadable"])


def test_the_printed_files_open(finished: tuple[Path, weekly.Summary]) -> None:
    files = {Path(name).name: Path(name) for name in finished[1].files}
    assert files["report.pdf"].read_bytes().startswith(b"%PDF-")
    assert files["draft.pdf"].read_bytes().startswith(b"%PDF-")
    assert "<html" in files["report.html"].read_text("utf-8")
    assert all(path.is_file() for path in files.values())


def test_the_finished_issue_of_the_sample_may_be_published(finished: tuple[Path, weekly.Summary]) -> None:
    assert press.held(finished[0] / "issues" / DATE.isoformat() / "report.txt") == []


def test_the_draft_is_a_report_of_articles_without_outsiders(finished: tuple[Path, weekly.Summary]) -> None:
    text = (finished[0] / "issues" / DATE.isoformat() / "draft.txt").read_text("utf-8")
    issue = report.parse(report.document(text))
    assert sum(len(section.articles) for section in issue.sections) >= 8
    evidence = json.loads((finished[0] / "issues" / DATE.isoformat() / "evidence.json").read_text("utf-8"))
    assert not {row["page"] for row in evidence} & set(KEY["outsiders"])


def test_evidence_quotes_stand_on_their_pages(finished: tuple[Path, weekly.Summary]) -> None:
    readings = collect.read_pages(collect.page_files(finished[0] / "pages" / "inbox"), {})
    pages = {reading.name: reading.page for reading in readings if reading.page}
    evidence = json.loads((finished[0] / "issues" / DATE.isoformat() / "evidence.json").read_text("utf-8"))
    assert evidence
    for row in evidence:
        assert pages[row["page"]].text[slice(*row["page_span"])] == row["quote"]


def test_a_second_run_changes_nothing(finished: tuple[Path, weekly.Summary]) -> None:
    before = contents(finished[0])
    again = weekly.weekly(week(finished[0]))
    assert contents(finished[0]) == before
    assert not any(stage.fresh for stage in again.stages)


def test_another_folder_gives_the_same_bytes(finished: tuple[Path, weekly.Summary], tmp_path: Path) -> None:
    newsroom.create(tmp_path / "other", sample=True)
    weekly.weekly(week(tmp_path / "other"))
    assert contents(tmp_path / "other") == contents(finished[0])


def test_killed_before_each_stage_and_run_again_it_goes_on(
    finished: tuple[Path, weekly.Summary], tmp_path: Path
) -> None:
    newsroom.create(tmp_path / "killed", sample=True)
    for stage in (weekly.READING, *(stage.label for stage in weekly.STAGES)):

        def die(label: Message, done: int, total: int, fatal: Message = stage) -> None:
            if label == fatal:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            weekly.weekly(week(tmp_path / "killed", die))
    weekly.weekly(week(tmp_path / "killed"))
    assert contents(tmp_path / "killed") == contents(finished[0])


def test_a_page_already_read_is_not_read_again_after_a_kill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.create(tmp_path / "killed", sample=True)
    calls = [0]

    read_one = folder._read

    def counting(guard: Guard, name: str, place: Path) -> PageRead:
        calls[0] += 1
        if calls[0] == 21:
            raise KeyboardInterrupt
        return read_one(guard, name, place)

    # Only the reading of the week: the proofreader reads the pages that the draft cites.
    monkeypatch.setattr(folder, "_read", counting)
    with pytest.raises(KeyboardInterrupt):
        weekly.weekly(week(tmp_path / "killed"))
    weekly.weekly(week(tmp_path / "killed"))
    assert calls[0] == len(list((tmp_path / "killed" / "pages" / "inbox").iterdir())) + 1


def test_the_editors_report_is_never_overwritten(tmp_path: Path) -> None:
    pages = {name: path for name, path in collect.page_files(sample_pages(tmp_path)).items() if "robot" in name}
    job = weekly.Week(pages, tmp_path, date=DATE, days="all")
    first = weekly.weekly(job)
    path = tmp_path / DATE.isoformat() / "report.txt"
    assert not first.edited
    assert path.read_bytes() == (tmp_path / DATE.isoformat() / "draft.txt").read_bytes()
    edited = path.read_text("utf-8").replace("로봇", "로 봇", 1)
    path.write_text(edited, "utf-8")
    assert weekly.weekly(job).edited
    assert path.read_text("utf-8") == edited
    assert (tmp_path / DATE.isoformat() / "report.pdf").is_file()


def sample_pages(folder: Path) -> Path:
    newsroom.create(folder / "sample", sample=True)
    return folder / "sample" / "pages" / "inbox"


def test_no_pages_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    summary = weekly.weekly(weekly.Week({}, tmp_path / "issues", date=DATE))
    assert (summary.nothing, summary.files) == ("no files", ())
    assert list(tmp_path.iterdir()) == []


def test_a_week_of_pages_that_do_not_belong_has_no_articles_and_no_draft(tmp_path: Path) -> None:
    pages = collect.page_files(sample_pages(tmp_path))
    outsiders = {name: path for name, path in pages.items() if name in KEY["outsiders"]}
    summary = weekly.weekly(weekly.Week(outsiders, tmp_path, date=DATE, days="all"))
    assert (summary.articles, summary.nothing) == (0, "no articles")
    assert not (tmp_path / DATE.isoformat() / "draft.txt").exists()


def test_an_editors_report_is_printed_when_no_page_belongs(small: weekly.Week) -> None:
    (folder_of(small)).mkdir(parents=True)
    (folder_of(small) / "report.txt").write_text(EDITED, "utf-8")
    summary = weekly.weekly(replace(small, files={}))
    assert (summary.nothing, summary.pages) == (None, 0)
    assert (folder_of(small) / "report.pdf").is_file()


def test_old_and_future_pages_stay_out_of_a_newsrooms_week(tmp_path: Path) -> None:
    for name, day in (("old", "2023-03-01"), ("new", "2023-04-20"), ("later", "2023-05-02"), ("undated", "")):
        head = f"DATE: {day}\n" if day else ""
        (tmp_path / f"{name}.txt").write_text(
            f"{head}TITLE: 科技部发布计划\n\n科技部发布人工智能计划，投入3亿元。\n", "utf-8"
        )
    files = collect.page_files(tmp_path)
    job = weekly.Week(files, tmp_path / "issues", date=DATE)
    assert {left.file for left in weekly.weekly(job).left_out} == {"old.txt", "later.txt"}
    assert {left.file for left in weekly.weekly(replace(job, days=60)).left_out} == {"later.txt"}
    assert weekly.weekly(replace(job, days="all")).left_out == ()


@pytest.mark.parametrize(
    ("dates", "today", "day", "by"),
    [
        (("2023-04-11", "2023-04-19"), "2023-04-21", "2023-04-19", "newest page"),
        (("2023-04-11", "2032-04-19"), "2023-04-21", "2023-04-11", "newest page"),
        (("2032-04-19",), "2023-04-21", "2023-04-21", "today"),
        (("",), "2023-04-21", "2023-04-21", "today"),
    ],
)
def test_an_issue_is_dated_by_its_newest_page(
    tmp_path: Path, dates: tuple[str, ...], today: str, day: str, by: str
) -> None:
    for number, date in enumerate(dates):
        head = f"DATE: {date}\n" if date else ""
        (tmp_path / f"{number}.txt").write_text(f"{head}TITLE: 天气\n\n今天天气晴。\n", "utf-8")
    job = weekly.Week(collect.page_files(tmp_path), tmp_path / "issues", today=dt.date.fromisoformat(today))
    summary = weekly.weekly(job)
    assert (summary.date.isoformat(), summary.dated_by) == (day, by)


def folder_of(job: weekly.Week) -> Path:
    assert job.date is not None
    return job.issues / job.date.isoformat()


@pytest.fixture
def small(tmp_path: Path) -> weekly.Week:
    pages = {name: path for name, path in collect.page_files(sample_pages(tmp_path)).items() if "robot" in name}
    return weekly.Week(pages, tmp_path, date=DATE, days="all")


def test_a_draft_is_never_taken_for_the_editors_text(small: weekly.Week) -> None:
    weekly.weekly(small)
    for path in (folder_of(small) / "work").iterdir():
        path.unlink()
    fewer = replace(small, files=dict(list(small.files.items())[:2]))
    assert not weekly.weekly(fewer).edited
    assert not (folder_of(small) / "report.pdf").exists()


def test_a_deleted_report_is_put_back(small: weekly.Week) -> None:
    weekly.weekly(small)
    (folder_of(small) / "report.txt").unlink()
    weekly.weekly(small)
    assert (folder_of(small) / "report.txt").read_bytes() == (folder_of(small) / "draft.txt").read_bytes()


@pytest.mark.parametrize("encoding", ["cp949", "utf-8-sig"])
def test_the_editors_text_is_read_in_any_encoding(small: weekly.Week, encoding: str) -> None:
    weekly.weekly(small)
    text = report.write(report.parse(report.document(EDITED)))
    (folder_of(small) / "report.txt").write_bytes(text.encode(encoding))
    summary = weekly.weekly(small)
    assert summary.edited
    assert "로봇 조례 시행" in (folder_of(small) / "report.html").read_text("utf-8")


def test_a_report_without_articles_is_not_printed_and_said_so(small: weekly.Week) -> None:
    weekly.weekly(small)
    (folder_of(small) / "report.txt").write_text("아무 글\n", "utf-8")
    assert "report.txt" in [left.file for left in weekly.weekly(small).left_out]
    assert not (folder_of(small) / "report.pdf").exists()


EDITED = """\
과학기술 주간동향

I

정책동향

01

저장성, 로봇 조례 시행

■ 3월부터 조례를 시행(3.1)

● 저장성은 조례를 시행

과학기술 주간동향

| 발 행 일 | 2023. 4. 21
| 발행기관 | 견본연구소
"""


def test_a_page_that_breaks_a_reader_does_not_stop_the_week(
    small: weekly.Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = next(iter(small.files))
    real = Guard.page

    def breaking(guard: Guard, data: bytes, name: str) -> object:
        if name == broken:
            raise RecursionError
        return real(guard, data, name)

    monkeypatch.setattr(Guard, "page", breaking)
    assert [left.file for left in weekly.weekly(small).left_out] == [broken]
