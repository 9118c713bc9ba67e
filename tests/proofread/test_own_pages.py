"""A report of a workspace held against its own pages, article by article, with its rates and words at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.shell import run

from donghyang import newsroom

DAY = "2024-05-10"
PORT = "5月6日，柳江省启用海上风电母港，总投资38亿元。母港由睿和海工承建，设码头4座，年吞吐量120万吨。"
GRID = "5月7日，柳江省电网二期投运，总投资76亿元，线路长96公里，设变电站9座。"
REPORT = """\
주간동향

요약

- 류장성은 해상풍력 모항을 가동하였으며 총투자는 38억 위안(약 7,220억 원)이고 부두는 4개이다.
- 류장성은 전력망 2기를 가동하였으며 총투자는 76억 위안이고 선로의 길이는 96km이다.

I

정책동향

01

류장성, 해상풍력 모항 가동

■ 총투자 38억 위안(약 7,220억 원)의 해상풍력 모항을 가동(5.6)
// port.txt: 母港总投资99亿元
● 부두 4개를 갖춤
● ?? 연간 물동량 777만 톤을 吞吐

참고자료
☑ 柳江省启用海上风电母港
https://lj.example/port

02

류장성, 전력망 2기 가동

■ 총투자 76억 위안의 전력망 2기를 가동(5.7)
● 선로의 길이는 96km이고 변전소는 9개임

참고자료
☑ 柳江省电网二期投运
https://lj.example/grid
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "room"
    newsroom.create(root)
    for name, title, text in (("port", "柳江省启用海上风电母港", PORT), ("grid", "柳江省电网二期投运", GRID)):
        page = f"URL: https://lj.example/{name}\nDATE: 2024-05-07\nTITLE: {title}\n\n{text}\n"
        (root / "pages" / "inbox" / f"{name}.txt").write_text(page, "utf-8")
    settings = root / "donghyang.toml"
    rate = '\n[[rates]]\ncurrency = "CNY"\ndate = 2024-05-03\nwon = 190.0\n'
    settings.write_text(settings.read_text("utf-8") + rate, "utf-8")
    (root / "issues" / DAY).mkdir(parents=True)
    (root / "issues" / DAY / "report.txt").write_text(REPORT, "utf-8")
    return root


def verified(root: Path, before: str = "", after: str = "") -> dict[str, str]:
    path = root / "issues" / DAY / "report.txt"
    path.write_text(REPORT.replace(before, after) if before else REPORT, "utf-8")
    done = run("verify", path, "--json", cwd=path.parent)
    assert done.stderr == ""
    sentences = json.loads(done.stdout)["sentences"]
    text = path.read_text("utf-8")
    assert all(text[one["start"] : one["end"]] == one["text"] for one in sentences)
    assert done.returncode == (0 if {one["status"] for one in sentences} == {"supported"} else 1)
    return {one["text"].strip(): one["status"] for one in sentences}


def test_each_line_is_held_against_the_pages_of_its_article(root: Path) -> None:
    found = verified(root)
    assert found["부두 4개를 갖춤"] == found["선로의 길이는 96km이고 변전소는 9개임"] == "supported"
    assert all("777만" not in text and "99亿" not in text and "https" not in text for text in found)
    wrong = verified(root, "선로의 길이는 96km", "선로의 길이는 97km")
    assert wrong["선로의 길이는 97km이고 변전소는 9개임"] != "supported"
    # What only another article's page says does not bear a line out.
    moved = verified(root, "● 부두 4개를 갖춤", "● 부두 4개를 갖추고 변전소 9개를 설치함")
    assert moved["부두 4개를 갖추고 변전소 9개를 설치함"] != "supported"


def test_the_summary_is_held_against_the_article_it_abridges(root: Path) -> None:
    line = "류장성은 전력망 2기를 가동하였으며 총투자는 76억 위안이고 선로의 길이는 96km이다."
    assert verified(root)[line] == "supported"
    wrong = verified(root, "총투자는 76억 위안이고", "총투자는 38억 위안이고")
    assert wrong[line.replace("76억", "38억")] != "supported"


@pytest.mark.parametrize(
    ("won", "status"),
    [("약 7,220억 원", True), ("약 7,100억 원", True), ("약 9,000억 원", False), ("약 722억 원", False)],
)
def test_sums_in_won_are_worked_out_at_the_rate_of_the_workspace(root: Path, won: str, status: bool) -> None:
    found = verified(root, "■ 총투자 38억 위안(약 7,220억 원)", f"■ 총투자 38억 위안({won})")
    (lead,) = [state for text, state in found.items() if text.startswith(f"총투자 38억 위안({won})")]
    assert (lead == "supported") is status


def test_the_words_of_the_workspace_are_known(root: Path) -> None:
    (root / "terms.csv").write_text("chinese,korean,kind,note,source\n睿和海工,루이즈마린,company,,\n", "utf-8")
    path = root / "issues" / DAY / "report.txt"
    path.write_text(REPORT.replace("● 부두 4개를 갖춤", "● 루이즈마린이 모항을 건설"), "utf-8")
    sentences = json.loads(run("verify", path, "--json", cwd=path.parent).stdout)["sentences"]
    (line,) = [one for one in sentences if "루이즈마린" in one["text"]]
    assert line["status"] == "supported"


def test_a_page_that_cannot_be_read_is_told_and_passed_over(root: Path) -> None:
    (root / "pages" / "inbox" / "empty.html").write_bytes(b"")
    path = root / "issues" / DAY / "report.txt"
    text = REPORT.replace("https://lj.example/port\n", "").replace("☑ 柳江省启用海上风电母港\n", "")
    path.write_text(text.replace("// port.txt: 母港总投资99亿元\n", ""), "utf-8")
    done = run("verify", path, cwd=path.parent)
    assert done.returncode == 0
    assert "empty.html" in done.stderr
    assert "부두 4개를 갖춤" in done.stdout


def test_outside_of_a_workspace_the_sources_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    done = run("verify", "report.txt", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_side_by_side_shows_the_pages_that_were_used(root: Path) -> None:
    path = root / "issues" / DAY / "report.txt"
    assert run("verify", path, "--to", "html", cwd=path.parent).returncode == 0
    made = path.with_name("report.verified.html").read_text("utf-8")
    assert all(words in made for words in ("port.txt", "grid.txt", "<mark"))
