"""The program as at a shell, within the process of the tests: many weeks can be run in their time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.modelled import SECRET
from tests.terminal.texts import PAGE, REPORT

from donghyang.terminal.commands import main


@dataclass(frozen=True, slots=True)
class Ran:
    code: object
    out: str
    err: str


Shell = Callable[..., Ran]


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Shell:
    """Runs the program with these arguments, the key of a model in its environment."""
    monkeypatch.setenv("DONGHYANG_MODEL_KEY", SECRET)

    def ran(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["donghyang", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Ran(ended.value.code, *capfd.readouterr())

    return ran


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


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    path = tmp_path / "slip.txt"
    path.write_text(REPORT.replace("로봇 조례를 시행\n", "로봇 조례를 조례를 시행\n"), "utf-8")
    return path
