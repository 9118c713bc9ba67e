"""The same input gives the same answer, whatever order Python's sets happen to have in a process."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.shell import run

PAGES = {
    "a.txt": "DATE: 2026-11-16\nTITLE: 浙江省印发智能机器人与芯片行动计划\n\n"
    "浙江省工业和信息化厅16日印发行动计划，提出到2028年人工智能、量子、机器人、芯片产业规模达到300亿元。\n",
    "b.txt": "DATE: 2026-11-17\nTITLE: 北京市发布量子与脑机接口若干措施\n\n"
    "北京市17日发布若干措施，支持量子计算、脑机接口、大模型和卫星互联网企业，安排资金20亿元。\n",
}
CLAIMS = (
    "저장성 공업정보화청은 2028년까지 로봇·칩 산업 규모 300억 위안을 목표로 행동계획을 발표\n"
    "베이징시는 양자컴퓨팅·뇌-컴퓨터 인터페이스 기업을 지원\n"
)


@pytest.mark.parametrize(
    "command",
    [
        ("verify", "claims.txt", "pages/a.txt", "pages/b.txt"),
        ("stories", "--from", "pages"),
        ("check", "claims.txt"),
        ("facts", "claims.txt"),
    ],
)
def test_the_order_of_sets_decides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (tmp_path / "pages").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "pages" / name).write_text(text, encoding="utf-8")
    (tmp_path / "claims.txt").write_text(CLAIMS, encoding="utf-8")
    answers = []
    for seed in ("1", "2", "3"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        answers.append(run(*command, "--json", cwd=tmp_path).stdout)
    assert answers[0].strip()
    assert answers == [answers[0]] * len(answers)
