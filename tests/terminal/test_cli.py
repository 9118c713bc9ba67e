"""The commands as a person or another tool meets them: real processes, real files, exit codes, one JSON value."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.shell import run

from donghyang.__main__ import main as start
from donghyang.terminal.commands import main

REPORT = """\
과학기술 주간동향

CONTENTS

1. 정책동향

지역

- 저장성, 로봇 조례 시행

I

정책동향

01

저장성, 로봇 조례 시행

■ 3월부터 조례를 시행하고 기업 1,200개사를 지원(3.1)

● 저장성(浙江省)은 3월 1일부터 로봇 조례를 시행
 - 기업 1,200개사에 보조금 3억 위안(약 570억 원)을 배정

참고자료

☑ 浙江省机器人条例
https://zj.example/tiaoli

과학기술 주간동향

| 발 행 일 | 2024. 3. 15
| 발행기관 | 견본연구소
"""
PAGE = "URL: https://a.example/1\nDATE: 2024-03-01\nTITLE: 浙江启动机器人条例\n\n浙江省安排3亿元支持机器人产业。\n"


def answer(*arguments: object, **options: Any) -> Any:
    done = run(*arguments, **options)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, "utf-8")
    (folder / "b.txt").write_text(PAGE.replace("/1", "/2").replace("支持", "继续支持"), "utf-8")
    return folder


# ---------------------------------------------------------------- contracts


def test_read_gives_the_issue_and_its_text(report_file: Path) -> None:
    issue = answer("read", "--json", report_file)
    assert issue["kind"] == "report"
    assert issue["text"] == REPORT
    assert issue["date"] == "2024-03-15"
    assert issue["sections"][0]["kind"] == "policy"
    article = issue["sections"][0]["articles"][0]
    assert (article["number"], article["category"], article["date"]) == (1, "지역", "2024-03-01")
    assert article["references"] == [
        {"title": "浙江省机器人条例", "url": "https://zj.example/tiaoli", "date": None, "publisher": None}
    ]
    assert "span" not in article


def test_read_with_spans_says_where(report_file: Path) -> None:
    article = answer("read", "--json", "--spans", report_file)["sections"][0]["articles"][0]
    printed = REPORT[slice(*article["span"])]
    assert printed.startswith("01\n")
    assert printed.endswith("https://zj.example/tiaoli")
    block = article["blocks"][0]
    assert REPORT[slice(*block["span"])].strip() == "● " + block["text"]


def test_read_as_page_gives_the_article_alone(pages: Path) -> None:
    page = answer("read", "--json", "--as", "page", pages / "a.txt")
    assert page["kind"] == "page"
    assert (page["title"], page["date"], page["url"]) == ("浙江启动机器人条例", "2024-03-01", "https://a.example/1")
    assert page["text"] == "浙江省安排3亿元支持机器人产业。"


def test_facts_point_into_the_text(report_file: Path) -> None:
    for fact in answer("facts", "--json", report_file):
        assert REPORT[fact["start"] : fact["end"]] == fact["text"]
    money = [f for f in answer("facts", "--json", report_file) if f["kind"] == "money"]
    assert [(f["value"], f["unit"], f["bound"]) for f in money] == [
        (300000000, "CNY", None),
        (57000000000, "KRW", "approx"),
    ]


def test_facts_of_lines_give_one_list_a_line(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("3조 5천억원\n없음\n1亿2000万元\n", "utf-8")
    rows = answer("facts", "--json", "--lines", path)
    assert [[fact["value"] for fact in row if fact["kind"] == "money"] for row in rows] == [
        [3500000000000],
        [],
        [120000000],
    ]


def test_lines_are_parted_by_line_ends_alone(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("3억 원\u2028\x0c4억 원\r\n5억 원".encode())
    assert [len(row) for row in answer("facts", "--json", "--lines", path)] == [2, 1]


def test_folders_of_one_name_lose_no_page(tmp_path: Path) -> None:
    run("new", tmp_path / "newsroom")
    settings = tmp_path / "newsroom" / "donghyang.toml"
    settings.write_text(settings.read_text("utf-8") + '[[sources]]\nname = "other"\nfolder = "other/inbox"\n', "utf-8")
    for folder in ("pages/inbox", "other/inbox"):
        (tmp_path / "newsroom" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "newsroom" / folder / "a.txt").write_text(PAGE.replace("3亿元", f"{len(folder)}亿元"), "utf-8")
    found = answer("stories", "--json", "-w", tmp_path / "newsroom")
    assert sorted(name for story in found for name in story["pages"]) == ["other/inbox/a.txt", "pages/inbox/a.txt"]


def test_name_shows_its_steps() -> None:
    found = answer("name", "--json", "北京", "曾毅")
    assert [(row["hanzi"], row["hangul"]) for row in found] == [("北京", "베이징"), ("曾毅", "쩡이")]
    assert [row["pinyin"] for row in found] == [["běi", "jīng"], ["zēng", "yì"]]
    assert [row["steps"][-1] for row in found] == ["표기법: 北京 [běi jīng] → 베이징", "이어 쓰기: 쩡이"]


def test_check_exits_with_one_when_there_are_findings(report_file: Path, tmp_path: Path) -> None:
    assert run("check", report_file).returncode == 0
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(REPORT.replace("로봇 조례를 시행\n", "로봇 조례를 조례를 시행\n"), "utf-8")
    done = run("check", "--json", wrong)
    assert done.returncode == 1
    finding = json.loads(done.stdout)["findings"][0]
    assert set(finding) >= {"file", "rule", "class", "severity", "message", "start", "end", "text", "related", "fix"}
    assert finding["class"] == "doubled-word"
    assert wrong.read_text("utf-8")[finding["start"] : finding["end"]] == finding["text"]


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "slip.txt"
    path.write_text(REPORT.replace("로봇 조례를 시행\n", "로봇 조례를 조례를 시행\n"), "utf-8")
    return path


def test_check_mends_shows_and_accepts(slip: Path) -> None:
    assert "+● 저장성(浙江省)은 3월 1일부터 로봇 조례를 시행" in run("check", slip, "--diff").stdout
    assert "조례를 조례를" in slip.read_text("utf-8")
    words = answer("check", "--json", slip)["findings"][0]["text"]
    assert run("check", slip, "--accept", f"doubled-word={words}", "--reason", "인용문").returncode == 0
    assert run("check", slip).returncode == 0
    (slip.parent / "accepted.toml").unlink()
    run("check", slip, "--fix")
    assert slip.read_text("utf-8") == REPORT
    assert run("check", slip).returncode == 0


def test_accepting_takes_every_file(slip: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "slip.txt"
    other.parent.mkdir()
    other.write_text(slip.read_text("utf-8"), "utf-8")
    words = answer("check", "--json", slip)["findings"][0]["text"]
    accept = ("--accept", f"doubled-word={words}", "--reason", "인용문")
    made = answer("check", slip, other, *accept, "--json")["accepted"]
    assert made == [str(file.parent / "accepted.toml") for file in (slip, other)]
    assert run("check", slip, other).returncode == 0


def test_accepting_for_a_file_that_is_not_there_writes_nothing(slip: Path) -> None:
    done = run("check", slip, slip.with_name("lost.txt"), "--accept", "doubled-word=조례를", "--reason", "인용문")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (slip.parent / "accepted.toml").exists()


def test_mending_makes_the_copy_of_the_mended_text_too(slip: Path) -> None:
    done = run("check", slip, "--fix", "--to", "html")
    copy = slip.parent / "slip.marked.html"
    assert done.stdout.splitlines()[-1] == str(copy)
    assert "조례를 조례를" not in copy.read_text("utf-8")
    assert slip.read_text("utf-8") == REPORT


def test_nothing_is_mended_where_the_copy_cannot_be_made(slip: Path) -> None:
    before = slip.read_bytes()
    assert run("check", slip, "--fix", "--to", "html,papyrus").returncode == 2
    assert slip.read_bytes() == before


def test_showing_the_fixes_makes_the_copy_of_the_text_as_it_is(slip: Path) -> None:
    run("check", slip, "--diff", "--to", "html")
    assert "조례를 조례를" in slip.read_text("utf-8")
    assert (slip.parent / "slip.marked.html").is_file()


def test_mending_with_json_is_one_value(slip: Path) -> None:
    said = answer("check", slip, "--fix", "--json")
    assert said["findings"] == []
    assert [Path(row["file"]) for row in said["changes"]] == [slip]
    assert "changes" not in answer("check", slip, "--json")


def test_check_makes_marked_copies_and_sarif(slip: Path) -> None:
    run("check", slip, "--to", "html,docx")
    assert (slip.parent / "slip.marked.html").is_file()
    assert (slip.parent / "slip.marked.docx").read_bytes().startswith(b"PK")
    log = json.loads(run("check", slip, "--format", "sarif").stdout)
    assert log["runs"][0]["results"][0]["ruleId"] == "doubled-word"


def test_check_selects_ignores_and_explains(slip: Path) -> None:
    assert run("check", slip, "--ignore", "doubled-word").returncode == 0
    assert run("check", slip, "--select", "share-over").returncode == 0
    assert "doubled-word" in run("check", "--explain", "doubled-word").stdout


def test_diff_tells_what_changed(report_file: Path, slip: Path) -> None:
    assert run("diff", report_file, report_file).returncode == 0
    changes = answer("diff", "--json", report_file, slip)
    assert [change["kind"] for change in changes] == ["changed"]
    assert "조례를 조례를" in changes[0]["after"]
    assert run("diff", report_file, slip).returncode == 1


def test_stories_list_every_page_once(pages: Path) -> None:
    found = answer("stories", "--json", "--from", pages)
    assert sorted(name for story in found for name in story["pages"]) == ["a.txt", "b.txt"]
    assert set(found[0]) >= {"id", "title", "date", "pages", "section", "category", "score", "why"}


def test_weekly_outside_a_workspace_writes_below_the_current_folder(pages: Path, tmp_path: Path) -> None:
    summary = answer("weekly", "--json", "--from", pages, "--date", "2024-03-15", cwd=tmp_path)
    assert summary["pages"] == 2
    assert (tmp_path / "issues" / "2024-03-15" / "draft.pdf").is_file()


def test_publish_writes_beside_the_report(report_file: Path) -> None:
    made = answer("publish", "--json", report_file, "--to", "pdf,html,docx,hwpx")["made"]
    assert [Path(path).suffix for path in made] == [".pdf", ".html", ".docx", ".hwpx"]


def test_publish_out_makes_the_folder_and_touches_nothing_beside_the_report(report_file: Path) -> None:
    before, folder = sorted(report_file.parent.iterdir()), report_file.parent / "prints" / "final"
    done = run("publish", report_file, "--to", "html,text", "--out", folder)
    assert done.returncode == 0, done.stderr
    made = [folder / f"{report_file.stem}{suffix}" for suffix in (".html", ".txt")]
    assert [Path(line) for line in done.stdout.split()] == made
    assert [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")] == made
    assert sorted(report_file.parent.iterdir()) == sorted([*before, folder.parent])


def test_new_and_weekly_find_the_workspace_upwards(tmp_path: Path) -> None:
    assert run("new", tmp_path / "newsroom", "--sample").returncode == 0
    done = run("weekly", "--date", "2023-04-21", cwd=tmp_path / "newsroom" / "issues")
    assert done.returncode == 0, done.stderr
    assert "report.pdf" in done.stdout


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "nowhere.txt"),
        ("read", "empty.html"),
        ("read", "binary.pdf"),
        ("read", "cut.docx"),
        ("facts", "nowhere.txt"),
        ("check", "empty.html"),
        ("check", "page.txt", "--select", "no-such-rule"),
        ("check", "page.txt", "--to", "papyrus"),
        ("check", "page.txt", "--to", "html,a/b"),
        ("check", "page.txt", "--accept", "doubled-word"),
        ("check", "--explain", "no-such-rule"),
        ("check",),
        ("stories", "--from", "nowhere"),
        ("stories",),
        ("weekly", "--from", "nowhere"),
        ("weekly", "--from", ".", "--date", "21.4.2023"),
        ("weekly",),
        ("publish", "page.txt"),
        ("publish", "page.txt", "--to", "papyrus"),
        ("publish", "report.txt", "--to", "html,a/b"),
        ("weekly", "--workspace", "."),
        ("weekly", "--bogus"),
        ("nonsense",),
        ("publish", "report.txt", "--to", "text"),
        ("publish", "report.txt", "--to", "text", "--out", "folder/.."),
        ("publish", "report.txt", "--to", "html", "--out", "page.txt"),
        ("publish", "drawn.txt", "--to", "html"),
        ("publish", "report.docx.txt", "--to", "text"),
        ("publish", "report.txt", "--to", "html", "--out", "named.pdf"),
        ("name", ""),
        ("name", "北京", " "),
        ("weekly", "--workspace", "bare"),
        ("weekly", "--from", ".", "--date", "0001-01-01"),
        ("check", "page.txt", "--date", "9999-12-31"),
        ("check", "page.txt", "--accept", f"doubled-word={chr(0xDCFF)}", "--reason", "x"),
        ("check", "page.txt", "--select", "x" * 100_000),
        ("weekly", "--from", "issue"),
        ("new", ""),
        ("check", "page.txt", "--out", ""),
    ],
    ids=lambda arguments: " ".join(arguments)[:60].encode("ascii", "replace").decode(),
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_mistake_is_one_line_and_exit_two(tmp_path: Path, arguments: tuple[str, ...], language: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "binary.pdf").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04 cut")
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    drawn = REPORT.replace("참고자료", "〈지도〉\n![](no-such-map.png)\n\n참고자료")
    (tmp_path / "drawn.txt").write_text(drawn, "utf-8")
    (tmp_path / "report.docx.txt").write_text(REPORT, "utf-8")
    for name in ("bare/donghyang.toml", "issue/draft.txt", "issue/evidence.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    done = run(*arguments, cwd=tmp_path, language=language)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert ("no-such-map.png" in done.stderr) is ("drawn.txt" in arguments)
    assert any("가" <= char <= "힣" for char in done.stderr) is (language == "ko")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek", "a"), "'check'입니까?"),
        (("weekley",), "'weekly'입니까?"),
        (("zzz",), "그런 명령이 없습니다."),
        (("check", "a", "--datee", "x"), "--datee: 그런 선택지가 없습니다. '--date'입니까?"),
        (("check", "-q"), "-q: 그런 선택지가 없습니다."),
        (("check", "--date"), "--date: 값이 빠졌습니다."),
        (("check", "a", "--json=3"), "--json: 값을 받지 않는 선택지입니다."),
        (("read",), "FILE: 빠졌습니다."),
        (("diff", "a"), "B: 빠졌습니다."),
        (("read", "a", "b"), "b: 받지 않는 인자입니다."),
        (("read", "a", "--as", "pge"), "--as pge: 없는 값입니다. 'page'입니까?"),
        (("check", "a", "--format", "xml"), "쓸 수 있는 값: text, json, sarif"),
        (("--versoin",), "'--version'입니까?"),
        (("weekly", "--date"), "쓰는 법: donghyang weekly --help"),
        (("check", "a", "--to"), "쓰는 법: donghyang check --help"),
        (("check", "--explain", "table-smu"), "'table-sum'"),
        (("check", "--explain", "zzz"), "규칙의 목록: docs/rules.ko.md"),
        (("read", "없는.txt"), "없는.txt: 파일이 없습니다. 경로를 확인하십시오."),
    ],
)
def test_a_wrong_command_line_is_told_in_korean(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert said in done.stderr
    assert "No such" not in done.stderr
    assert "Missing" not in done.stderr


def test_the_program_alone_shows_its_help() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert all(words in done.stdout for words in ("weekly", "선택지", "명령", "도움말을 보이고 끝냄"))
    assert "completion" not in done.stdout


def stop(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("arguments", "resumed"), [(("weekly", "--from", "pages"), True), (("facts", "pages/a.txt"), False)]
)
def test_only_work_that_goes_on_says_so_when_it_is_stopped(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: Any, resumed: bool
) -> None:
    monkeypatch.chdir(pages.parent)
    monkeypatch.setattr("donghyang.read.page_of" if resumed else "donghyang.guard.document", stop)
    monkeypatch.setattr(sys, "argv", ["donghyang", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "멈추었습니다." in said or "stopped." in said
    assert ("이어서" in said or "to go on" in said) is resumed


def test_stopped_while_it_starts_the_program_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stopped:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "donghyang.terminal.commands":
                raise KeyboardInterrupt

    for name in [name for name in sys.modules if name.startswith("donghyang.terminal.commands")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Stopped(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        start()
    assert ended.value.code == 2
    assert capsys.readouterr().err.strip() in ("donghyang: 멈추었습니다.", "donghyang: stopped.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("publish", "REPORT", "--to", " , "), "--to: 형식이 없습니다. 가능한 형식: pdf, html, docx, hwpx"),
        (("check", "REPORT", "--select", "table-sums"), "규칙이 없습니다. 'table-sum'입니까?"),
        (("stories", "--from", "."), "읽을 페이지가 없습니다. .html, .txt, .md, .pdf, .docx 파일을 폴더에 넣으십시오."),
    ],
)
def test_what_leaves_nothing_to_do_is_told(
    report_file: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run(*(report_file if word == "REPORT" else word for word in arguments), cwd=empty)
    assert (done.returncode, done.stdout, said in done.stderr) == (2, "", True), done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("publish REPORT --to html --to md", "--to"),
        ("check REPORT --date 2024-01-02 --date 2024-01-03", "--date"),
        ("check --select dates REPORT --select units", "--select"),
        ("mail --send --dry-run", "--send/--dry-run"),
        ("weekly -w a --workspace b", "--workspace"),
    ],
)
def test_an_option_of_one_value_that_is_given_twice_is_told(report_file: Path, words: str, option: str) -> None:
    """Else the last alone would count, in silence."""
    done = run(*(report_file if word == "REPORT" else word for word in words.split()), language="en")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith(f"donghyang: {option} is given several times.")
    assert ("commas" in done.stderr) is (option in ("--to", "--select"))
    assert list(report_file.parent.iterdir()) == [report_file]


def test_what_may_be_given_twice_is_taken(report_file: Path) -> None:
    assert run("check", report_file, report_file, "--json", "--json").returncode in (0, 1)
    held = run("publish", report_file, "--allow", "1", "--allow", "2", language="en")
    assert "to let lines pass give also" in held.stderr


def test_publish_writes_over_nothing_that_it_did_not_make(report_file: Path) -> None:
    """A report that was sent as DOCX is turned into text; the report.txt beside it is another's."""
    folder = report_file.parent
    assert run("publish", report_file, "--to", "docx").returncode == 0
    report_file.write_text("편집자의 글\n", "utf-8")
    done = run("publish", folder / "report.docx", "--to", "text", language="en")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "--out" in done.stderr
    assert report_file.read_text("utf-8") == "편집자의 글\n"
    report_file.write_text(REPORT.replace("1,200", "1,300"), "utf-8")
    assert run("publish", report_file, "--to", "docx").returncode == 0
    (folder / "report.docx").write_bytes(b"worked on in Word")
    assert run("publish", report_file, "--to", "html,docx").returncode == 2
    assert (folder / "report.docx").read_bytes() == b"worked on in Word"
    assert not (folder / "report.html").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_mending_keeps_permissions_and_links(slip: Path) -> None:
    slip.chmod(0o600)
    link = slip.with_name("link.txt")
    link.symlink_to(slip.name)
    assert "+●" in run("check", "--fix", link).stdout
    assert link.is_symlink()
    assert (slip.read_text("utf-8"), slip.stat().st_mode & 0o777) == (REPORT, 0o600)


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_file_that_nobody_may_write_is_not_mended(slip: Path, mode: int) -> None:
    """Neither by an administrator, whom no mode stops, nor through its folder, which takes any rename."""
    other = slip.with_name("other.txt")
    other.write_bytes(slip.read_bytes())
    before = slip.read_bytes()
    slip.chmod(mode)
    assert "+●" in run("check", "--diff", slip).stdout
    done = run("check", "--fix", slip, other, language="en")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "slip.txt: is write-protected" in done.stderr
    assert slip.read_bytes() == before
    assert other.read_text("utf-8") == REPORT
    assert slip.stat().st_mode & 0o777 == mode


def test_mending_mends_a_file_under_all_its_names(slip: Path) -> None:
    other = slip.with_name("같은 파일.txt")
    other.hardlink_to(slip)
    run("check", "--fix", slip)
    assert slip.read_text("utf-8") == other.read_text("utf-8") == REPORT
    assert slip.samefile(other)


def test_new_tells_the_next_step(tmp_path: Path) -> None:
    done = run("new", "our room", "--sample", cwd=tmp_path, language="en")
    last = done.stdout.splitlines()[-1]
    assert last.startswith("next: donghyang weekly -w ")
    assert last.endswith("--date 2023-04-21")
    assert "our room" in last
    assert "pages" in run("new", "bare", cwd=tmp_path, language="en").stdout.splitlines()[-1]
    assert json.loads(run("new", "third", "--json", cwd=tmp_path).stdout)


def test_settings_that_name_no_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "donghyang.toml").write_bytes(b"")
    done = run("weekly", cwd=tmp_path, language="en")
    assert done.returncode == 2
    assert "donghyang.toml" in done.stderr
    assert "[[sources]]" in done.stderr


@pytest.mark.parametrize("command", ["read", "facts", "name", "check", "diff", "stories", "weekly", "publish", "new"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = run(command, "--help", language="en")
    assert shown.returncode == 0
    assert f"donghyang {command}" in shown.stdout


def test_check_starts_without_the_heavy_rooms(report_file: Path) -> None:
    script = (
        "import sys; from donghyang.terminal.commands import app\n"
        f"try: app(['check', {str(report_file)!r}])\nexcept SystemExit: pass\n"
        "heavy = {'typst', 'pypinyin', 'rjieba', 'opencc', 'numpy', 'donghyang.publish', 'donghyang.stories'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    speaks = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", script], env=speaks, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"
