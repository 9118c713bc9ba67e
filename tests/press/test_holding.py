"""What holds a finished print back, and what an editor lets pass by name."""

import datetime as dt
import json
from pathlib import Path

import pytest
from tests.shell import run

from donghyang import newsroom, press
from donghyang.records import CannotProceed

DAY = dt.date(2024, 4, 5)
SIGNED = press.Signature("김하늘", "원문 정정", DAY)
REPORT = """\
지역 과학 주간동향

I

정책동향

01

산시성, 풍력 단지 착공

■ 풍력 단지를 착공함(4.2)
// 원문 2쪽
● ?? 단지 300MW를 投产
- 총투자는 12억 위안임
참고자료
☑ 风电基地开工
https://sx.example/a

| 발 행 일 | 2024. 4. 5
| 발행기관 | 동향연구소
"""
PAGE = "URL: https://sx.example/a\nDATE: 2024-04-02\nTITLE: 风电基地开工\n\n4月2日，山西风电基地开工，总投资15亿元。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    newsroom.create(tmp_path / "home")
    (tmp_path / "home" / "pages" / "inbox").mkdir(parents=True, exist_ok=True)
    (tmp_path / "home" / "pages" / "inbox" / "a.txt").write_text(PAGE, "utf-8")
    path = tmp_path / "home" / "issues" / DAY.isoformat() / "report.txt"
    path.parent.mkdir(parents=True)
    path.write_text(REPORT, "utf-8")
    return path


def test_open_and_contradicted_lines_hold_a_report_back(file: Path) -> None:
    assert [(one.line, one.rule, one.text) for one in press.held(file)] == [
        (13, "open-line", "● ?? 단지 300MW를 投产"),
        (14, "source-differs", "- 총투자는 12억 위안임"),
    ]


def test_a_caption_without_a_picture_holds_a_report_back_until_it_is_let_pass(file: Path) -> None:
    drawn = "〈풍력 단지 조감도〉"
    lines = REPORT.replace("● ?? 단지 300MW를 投产\n- 총투자는 12억 위안임\n", f"● 단지를 착공\n\n{drawn}\n\n")
    file.write_text(lines, "utf-8")
    (held,) = press.held(file)
    assert (held.line, held.rule, held.text) == (15, "no-picture", drawn)
    assert press.allow(file, [held], [15], SIGNED) == []
    assert press.held(file) == []
    file.write_text(lines.replace(drawn, f"{drawn}\n![](map.png)"), "utf-8")
    assert press.held(file) == []


def test_neither_settings_nor_accepted_findings_hide_them(file: Path) -> None:
    (file.parent / "accepted.toml").write_text(
        '[[accepted]]\nrule = "open-line"\ntext = "?? 단지 300MW를 投产"\nreason = "쓸 것"\n', "utf-8"
    )
    settings = file.parents[2] / "donghyang.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[check]\nignore = ["form", "source-differs"]\n', "utf-8")
    assert [one.line for one in press.held(file)] == [13, 14]


def test_a_report_without_them_goes(file: Path) -> None:
    file.write_text(REPORT.replace("?? 단지 300MW를 投产", "단지 300MW를 가동함").replace("12억", "15억"), "utf-8")
    assert press.held(file) == []


def test_what_is_let_pass_is_kept_and_tied_to_its_words(file: Path) -> None:
    left = press.allow(file, press.held(file), [14], SIGNED)
    assert [one.line for one in left] == [13]
    assert [one.line for one in press.held(file)] == [13]
    (kept,) = json.loads((file.parent / press.DECISIONS).read_text("utf-8"))["allowed"]
    signed = {"by": "김하늘", "reason": "원문 정정", "date": "2024-04-05"}
    assert kept == {"line": "- 총투자는 12억 위안임", "rule": "source-differs", "signed": signed}
    file.write_text(file.read_text("utf-8").replace("지역 과학", "한 줄\n\n지역 과학"), "utf-8")
    assert [one.rule for one in press.held(file)] == ["open-line"]
    file.write_text(file.read_text("utf-8").replace("12억", "13억"), "utf-8")
    assert [one.rule for one in press.held(file)] == ["open-line", "source-differs"]


def test_a_line_that_is_not_held_back_cannot_be_let_pass(file: Path) -> None:
    with pytest.raises(CannotProceed) as refused:
        press.allow(file, press.held(file), [13, 3], SIGNED)
    assert "13, 14" in refused.value.message.ko
    assert not (file.parent / press.DECISIONS).exists()


def test_what_was_let_pass_can_be_let_pass_again(file: Path) -> None:
    """The disk was full behind the decisions: the same command goes on, and who decided first stands."""
    assert press.allow(file, press.held(file), [13, 14], SIGNED) == []
    kept = (file.parent / press.DECISIONS).read_bytes()
    assert press.allow(file, press.held(file), [13, 14], press.Signature("박바다", "다시", DAY)) == []
    assert (file.parent / press.DECISIONS).read_bytes() == kept
    with pytest.raises(CannotProceed, match="line 3 "):
        press.allow(file, press.held(file), [3, 13], SIGNED)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"allowed": [{"line": 3}]}', "\x00"])
def test_broken_decisions_are_told_and_let_nothing_pass(file: Path, text: str) -> None:
    (file.parent / press.DECISIONS).write_text(text, "utf-8")
    with pytest.raises(CannotProceed) as refused:
        press.held(file)
    assert press.DECISIONS in refused.value.message.ko


def test_decisions_that_an_editor_saved_again_are_read(file: Path) -> None:
    press.allow(file, press.held(file), [14], SIGNED)
    path = file.parent / press.DECISIONS
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert [one.line for one in press.held(file)] == [13]


@pytest.mark.parametrize("data", [b"\xff{}", b"{}" + b" " * (1 << 20)])
def test_decisions_that_no_editor_wrote_are_told(file: Path, data: bytes) -> None:
    (file.parent / press.DECISIONS).write_bytes(data)
    with pytest.raises(CannotProceed) as refused:
        press.held(file)
    assert press.DECISIONS in refused.value.message.ko


def test_publish_final_lists_what_holds_it_back_until_it_is_let_pass(file: Path) -> None:
    done = run("publish", file, "--to", "html", "--final", cwd=file.parent)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "13: [open-line]" in done.stdout
    assert "--allow LINE,…" in done.stderr
    assert not (file.parent / "report.html").exists()
    told = run("publish", file, "--to", "html", "--final", "--json", cwd=file.parent)
    assert [one["line"] for one in json.loads(told.stdout)["held"]] == [13, 14]
    passes = ("--allow", "13,14", "--by", "김하늘", "--reason", "다음 호에 씀")
    assert run("publish", file, "--to", "html", "--final", *passes, cwd=file.parent).returncode == 0
    made = (file.parent / "report.html").read_text("utf-8")
    assert "12억" in made
    assert not [words for words in ("投产", "초안", "원문 2쪽", "김하늘") if words in made]
    assert press.is_final(file.parent / "report.html")


def test_without_final_a_draft_is_printed(file: Path) -> None:
    assert run("publish", file, "--to", "html", cwd=file.parent).returncode == 0
    made = (file.parent / "report.html").read_text("utf-8")
    assert all(words in made for words in ("投产", "초안"))
    assert "원문 2쪽" not in made
    assert not press.is_final(file.parent / "report.html")


@pytest.mark.parametrize(
    "options",
    [
        ("--allow", "13"),
        ("--final", "--allow", "13"),
        ("--final", "--allow", "13", "--by", " ", "--reason", "까닭"),
        ("--final", "--allow", "13", "--by", "김하늘"),
        ("--allow", "13", "--by", "김하늘", "--reason", "까닭"),
        ("--final", "--by", "김하늘", "--reason", "까닭"),
        ("--final", "--allow", ",", "--by", "김하늘", "--reason", "까닭"),
    ],
)
def test_nothing_passes_without_a_name_and_a_reason(file: Path, options: tuple[str, ...]) -> None:
    done = run("publish", file, "--to", "html", *options, cwd=file.parent)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    given = {word for word in options if word.startswith("--")} - ({"--by"} if " " in options else set())
    lacking = {"--final", "--allow", "--by", "--reason"} - (given - ({"--allow"} if "," in options else set()))
    told = done.stderr.partition("적으십시오: ")[2].partition(". 예")[0]
    assert {word for word in told.replace(",", "").split() if word.startswith("--")} == lacking
    assert not (file.parent / press.DECISIONS).exists()


@pytest.mark.parametrize("line", ["abc", "0x13", "13-14", "１３", "-1", "9" * 40])
def test_what_is_no_line_is_told_with_the_next_step(file: Path, line: str) -> None:
    done = run("publish", file, "--final", f"--allow={line}", "--by", "김하늘", "--reason", "까닭", cwd=file.parent)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert line in done.stderr
    assert "publish --final" in done.stderr


def test_of_some_lines_let_pass_the_rest_is_told(file: Path) -> None:
    signed = ("--by", "김하늘", "--reason", "원문 정정")
    done = run("publish", file, "--to", "html", "--final", "--allow", "14", *signed, cwd=file.parent)
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines() if "[" in line] == ["13"]
    assert done.stdout.splitlines()[0].startswith("통과시킨 줄: 14 (")
    assert len(done.stderr.splitlines()) == 1
    done = run("publish", file, "--to", "html", "--final", "--allow", "13", *signed, cwd=file.parent)
    assert done.returncode == 0
    assert run("publish", file, "--to", "html", "--final", cwd=file.parent).stderr == ""
