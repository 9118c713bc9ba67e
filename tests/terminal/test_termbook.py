"""`terms` at the shell: reports mined, the termbase looked through, a row added; exit codes, JSON, files untouched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.shell import run

from donghyang.language.terms import Termbase

REPORT = (
    "■ 링윈(靈雲) 그룹은 로봇을 공개(3.1)\n"
    "● 퉁촨(銅川)의 공장은 통촨(銅川) 시가 짓고 링운(凌雲)과 링윈(凌雲)을 함께 쓴다.\n"
    "// 비고 하이텐(海天) 그룹\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    root = tmp_path / "newsroom"
    assert run("new", root, cwd=tmp_path).returncode == 0
    (root / "report.txt").write_text(REPORT, "utf-8")
    return root


def mined(home: Path, *arguments: object) -> Any:
    done = run("terms", "mine", "--json", *arguments, cwd=home)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def states(answer: Any) -> dict[str, tuple[str, str | None]]:
    return {pair["chinese"]: (pair["state"], pair["proposal"]) for pair in answer["pairs"]}


def test_a_report_is_mined_and_remarks_are_not(home: Path) -> None:
    before = (home / "terms.csv").read_bytes()
    answer = mined(home, "report.txt")
    assert states(answer) == {
        "灵云": ("new", "링윈"),
        "铜川": ("differs", "퉁촨"),
        "凌云": ("disputed", "링윈"),
    }
    forms = next(pair["forms"] for pair in answer["pairs"] if pair["chinese"] == "凌云")
    assert sorted((form["korean"], form["count"], form["files"]) for form in forms) == [
        ("링운", 1, ["report.txt"]),
        ("링윈", 1, ["report.txt"]),
    ]
    assert (answer["added"], answer["refused"], answer["left_out"]) == ([], [], [])
    assert (home / "terms.csv").read_bytes() == before
    said = run("terms", "mine", "report.txt", cwd=home).stdout
    assert "凌云  링운 1 · 링윈 1  파일 1  용어집 -  → 링윈" in said


def test_files_of_several_kinds_are_mined_together_each_once(home: Path) -> None:
    document = docx.Document()
    document.add_paragraph("링윈(靈雲) 그룹, 통촨(銅川) 공장")
    document.save(str(home / "b.docx"))
    (home / "c.txt").write_bytes("링윈(靈雲) 그룹, 퉁촨(銅川) 공장\n".encode("cp949", errors="replace"))
    (home / "d.html").write_text(
        f"<html><body><article><p>{'링윈(靈雲) 그룹의 공장. ' * 9}</p></article></body></html>"
    )
    answer = mined(home, "report.txt", "b.docx", "c.txt", "d.html", "b.docx")
    pair = next(pair for pair in answer["pairs"] if pair["chinese"] == "灵云")
    assert (pair["count"], pair["files"]) == (12, ["report.txt", "b.docx", "c.txt", "d.html"])


def test_what_nobody_disputes_is_added_once_with_its_source(home: Path) -> None:
    issue = home / "issues" / "2024-03-15"
    issue.mkdir(parents=True)
    (issue / "report.txt").write_text("후이톈(輝天) 그룹은 공장을 신설\n", "utf-8")
    answer = mined(home, "--add", "report.txt", "issues/2024-03-15/report.txt")
    rows = [(row["term"]["chinese"], row["term"]["kind"], row["term"]["source"]) for row in answer["added"]]
    assert rows == [("灵云", "company", "report.txt"), ("辉天", "company", "2024-03-15/report.txt")]
    term = Termbase.load(home / "terms.csv").get("灵云")
    assert term is not None
    assert (term.korean, term.source) == ("링윈", "report.txt")
    again = mined(home, "--add", "report.txt")
    assert (again["added"], states(again)["灵云"]) == ([], ("known", "링윈"))


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_mined(home: Path) -> None:
    (home / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    done = run("terms", "mine", "--json", "broken.docx", "report.txt", cwd=home)
    assert done.returncode == 2
    answer = json.loads(done.stdout)
    assert [row["file"] for row in answer["left_out"]] == ["broken.docx"]
    assert "broken.docx" in done.stderr
    assert len(answer["pairs"]) == 3


def test_check_tells_lines_and_says_so_by_its_exit_code(home: Path) -> None:
    assert run("terms", "check", cwd=home).returncode == 0
    assert json.loads(run("terms", "check", "--json", cwd=home).stdout) == {"doubts": []}
    with (home / "terms.csv").open("a", encoding="utf-8") as out:
        out.write("铜川,통촨,place,,\n灵云,링윈,firm,,\n")
    line = len((home / "terms.csv").read_text("utf-8").splitlines())
    done = run("terms", "check", cwd=home)
    assert done.returncode == 1
    assert f"terms.csv:{line - 1}: [against-base] 铜川 = 통촨: 프로그램은 퉁촨." in done.stdout
    doubts = json.loads(run("terms", "check", "--json", cwd=home).stdout)["doubts"]
    assert [(row["line"], row["doubt"]) for row in doubts] == [(line - 1, "against-base"), (line, "unusable")]


@pytest.mark.parametrize(("mark", "end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"\xef\xbb\xbf", b"\n")])
def test_add_keeps_the_files_form_and_refuses_a_double(home: Path, mark: bytes, end: bytes) -> None:
    before = mark + end.join([b"chinese,korean,kind,note,source", "长风,창펑,company,,".encode()])
    (home / "terms.csv").write_bytes(before)
    done = run("terms", "add", "挑大樑", "중심 역할 수행", "--kind", "verb", "--note", "구어", cwd=home)
    assert done.returncode == 0, done.stderr
    row = "挑大梁,중심 역할 수행,verb,구어,".encode()
    assert (home / "terms.csv").read_bytes() == before + end + row + end
    done = run("terms", "add", "挑大梁", "중심 역할", "--kind", "verb", cwd=home)
    assert (done.returncode, "terms.csv 3번째 줄에 이미 있는" in done.stderr) == (2, True)
    assert (home / "terms.csv").read_bytes() == before + end + row + end


def test_add_guesses_the_kind_and_makes_the_file(home: Path) -> None:
    (home / "terms.csv").unlink()
    done = run("terms", "add", "--json", "青州智能计算研究院", "칭저우지능컴퓨팅연구원", cwd=home)
    answer = json.loads(done.stdout)
    assert (answer["term"]["kind"], answer["guessed"], answer["base"]) == ("institution", True, None)
    assert Termbase.load(home / "terms.csv").get("青州智能计算研究院", "institution") is not None


REFUSED = [
    (("add", "挑大梁", "중심 역할 수행"), "--kind KIND로 정하십시오."),
    (("add", "挑大梁", "중심 역할 수행", "--kind", "verbs"), "'verb'입니까?"),
    (("add", "중심 역할 수행", "挑大梁", "--kind", "verb"), "중국어, 한국어 순서"),
    (("add", "挑大梁", "중심", "역할", "--kind", "verb"), "따옴표로 묶으십시오"),
    (("add", "挑大梁", " ", "--kind", "verb"), "중국어와 한국어를 적으십시오"),
    (("add", "#挑大梁", "중심", "--kind", "verb"), "한 줄로 적을 수 없는"),
    (("add", "挑大梁", "중심", "--add"), "--add은(는) mine의 선택지"),
    (("mine",), "보고서 파일을 적으십시오"),
    (("mine", "report.txt", "--kind", "noun"), "--kind은(는) add의 선택지"),
    (("mine", "none.txt"), "none.txt"),
    (("check", "report.txt"), "--workspace DIR"),
    (("chek",), "'check'입니까?"),
    ((), "mine, check, add"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_cannot_be_done_is_said_in_one_line_and_nothing_is_written(
    home: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = (home / "terms.csv").read_bytes()
    done = run("terms", *arguments, cwd=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (home / "terms.csv").read_bytes() == before


@pytest.mark.parametrize(
    "content",
    ["chinese,korean,kind\n长风,창펑,company\n".encode("cp949", errors="replace"), b"a;b\n", b"", b"\xff\xfe\0\0\0"],
)
def test_a_file_that_is_no_termbase_is_left_as_it_is(home: Path, content: bytes) -> None:
    (home / "terms.csv").write_bytes(content)
    for arguments in (("check",), ("add", "海纳", "하이나", "--kind", "company"), ("mine", "--add", "report.txt")):
        done = run("terms", *arguments, cwd=home)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert "terms.csv" in done.stderr
    assert (home / "terms.csv").read_bytes() == content


def test_outside_of_a_workspace_reports_are_mined_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    assert len(mined(tmp_path, "report.txt")["pairs"]) == 3
    for arguments in (("mine", "--add", "report.txt"), ("check",), ("add", "海纳", "하이나", "--kind", "company")):
        done = run("terms", *arguments, cwd=tmp_path)
        assert (done.returncode, "작업 폴더 안이 아닙니다" in done.stderr) == (2, True)
