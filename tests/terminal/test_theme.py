"""The workspace's theme in what `publish` prints, and a slip in it told in one line."""

from importlib import resources
from pathlib import Path

import pytest
from tests.shell import run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "issues" / "2023-04-21"
    folder.mkdir(parents=True)
    (tmp_path / "donghyang.toml").write_text("", "utf-8")
    text = resources.files("donghyang").joinpath("sample", "report.txt").read_text("utf-8")
    (folder / "report.txt").write_text(text, "utf-8")
    return folder / "report.txt"


def test_what_is_printed_wears_the_theme_of_its_workspace(report: Path) -> None:
    theme = report.parents[2] / "theme.toml"
    theme.write_text("numbered = [{date = 2023-04-14, number = 7}]\n[colours]\nmain = '#0b4f3c'\n", "utf-8")
    done = run("publish", report, "--to", "html")
    assert done.returncode == 0, done.stderr
    page = report.with_suffix(".html").read_text("utf-8")
    assert "--main: #0b4f3c;" in page
    assert '<p class="issue-number">제8호</p>' in page
    theme.write_text("[colours]\nmain = '#ffee00'\n", "utf-8")
    done = run("publish", report, "--to", "html", language="en")
    assert done.returncode == 2
    assert "theme.toml: colours.main" in done.stderr
    assert done.stderr.count("\n") == 1
