"""What a remark says, and what is still to be written, no reader takes for a statement."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.shell import run

from donghyang import newsroom, planning, workspace
from donghyang.facts import find_facts_in
from donghyang.report import document

LINES = [
    ("// 원문 3쪽: 总投资99亿元", []),
    ("● ?? 단지 300MW를 投产", []),
    ("■ ?? 4月2日 300대를 投放(4.2)", []),
    ("구분\t?? 77억 위안\t12억 위안", ["12억 위안"]),
    ("- 총투자는 12억 위안임", ["12억 위안"]),
    ("- 주소는 https://a.example/1이며 총투자는 12억 위안임", ["12억 위안"]),
    ("- 정말인가?? 12억 위안임", ["12억 위안"]),
    ("//", []),
]


@pytest.mark.parametrize(("line", "told"), LINES)
def test_facts_of_a_report(line: str, told: list[str]) -> None:
    text = f"주간동향\n\nI\n\n정책동향\n\n01\n\n풍력 단지 착공\n\n■ 풍력 단지를 착공함\n{line}\n"
    found = [fact for fact in find_facts_in(document(text)) if fact.kind in ("money", "measure", "count", "date")]
    assert [fact.text for fact in found] == told
    assert all(text[fact.start : fact.end] == fact.text for fact in found)


def test_facts_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(line for line, _ in LINES), "utf-8")
    told = run("facts", path, "--lines", cwd=tmp_path).stdout
    assert told.count("12억 위안") == 4
    assert "99亿元" not in told
    assert "77억" not in told


def test_what_an_earlier_issue_only_remarks_it_has_not_told(tmp_path: Path) -> None:
    newsroom.create(tmp_path)
    home = workspace.open_workspace(tmp_path)
    folder = tmp_path / "issues" / "2024-03-12"
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(
        "■ 계획을 발표함\n☑ 北港市氢能产业发展三年行动计划发布\nhttps://a.example/1\n"
        "// ab12 东岭大学研制出新型量子芯片样机 (chip.html): 지면이 모자람\n// https://a.example/2\n",
        "utf-8",
    )
    told = planning.wanted(home, dt.date(2024, 3, 15)).told
    assert told.knows("北港市氢能产业发展三年行动计划发布", None)
    assert told.knows("", "https://a.example/1")
    assert not told.knows("东岭大学研制出新型量子芯片样机", None)
    assert not told.knows("", "https://a.example/2")
