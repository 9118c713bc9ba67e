"""The commands as a person or another tool meets them: real processes, real files, exit codes, one JSON value."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.shell import answer, run
from tests.terminal.texts import PAGE, REPORT


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


def test_the_program_alone_shows_its_help() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert all(words in done.stdout for words in ("weekly", "선택지", "명령", "도움말을 보이고 끝냄"))
    assert "completion" not in done.stdout


def test_new_tells_the_next_step(tmp_path: Path) -> None:
    done = run("new", "our room", "--sample", cwd=tmp_path, language="en")
    last = done.stdout.splitlines()[-1]
    assert last.startswith("next: donghyang weekly -w ")
    assert last.endswith("--date 2023-04-21")
    assert "our room" in last
    assert "pages" in run("new", "bare", cwd=tmp_path, language="en").stdout.splitlines()[-1]
    assert json.loads(run("new", "third", "--json", cwd=tmp_path).stdout)


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
