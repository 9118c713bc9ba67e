"""What is wrong or stopped at the command line is told in one line, and nothing is lost."""

import sys
from pathlib import Path

import pytest
from tests.shell import run
from tests.terminal.conftest import Shell
from tests.terminal.texts import PAGE, REPORT

from donghyang.__main__ import main as start


def stop(*_: object) -> None:
    raise KeyboardInterrupt


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


@pytest.mark.parametrize(
    ("arguments", "resumed"), [(("weekly", "--from", "pages"), True), (("facts", "pages/a.txt"), False)]
)
def test_only_work_that_goes_on_says_so_when_it_is_stopped(
    pages: Path, monkeypatch: pytest.MonkeyPatch, shell: Shell, arguments: tuple[str, ...], resumed: bool
) -> None:
    monkeypatch.chdir(pages.parent)
    monkeypatch.setattr("donghyang.read.page_of" if resumed else "donghyang.guard.document", stop)
    done = shell(*arguments)
    assert done.code == 2
    assert "멈추었습니다." in done.err or "stopped." in done.err
    assert ("이어서" in done.err or "to go on" in done.err) is resumed


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


def test_settings_that_name_no_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "donghyang.toml").write_bytes(b"")
    done = run("weekly", cwd=tmp_path, language="en")
    assert done.returncode == 2
    assert "donghyang.toml" in done.stderr
    assert "[[sources]]" in done.stderr
