"""`import` as a person at a shell, and a program, meets it."""

from __future__ import annotations

import json
from pathlib import Path

from tests import shell
from tests.archive.reports import lay

from donghyang import newsroom


def test_the_summary_says_what_became_of_every_file(tmp_path: Path) -> None:
    newsroom.create(tmp_path / "newsroom")
    files = lay(tmp_path / "back", 2)
    files[1].write_text("회의록\n", "utf-8")
    said = shell.run("import", "--json", "--strict", *files, cwd=tmp_path / "newsroom")
    assert (said.returncode, said.stderr) == (1, "")
    told = json.loads(said.stdout)
    (made,) = told["files"]
    assert (made["state"], made["issue"], made["articles"], made["doubts"]) == ("new", "2024-01-05", 2, [])
    assert [Path(left["file"]).name for left in told["left_out"]] == ["report-1.txt"]
    assert (told["issues"], told["articles"], told["pages"]) == (1, 2, {"total": 0, "read": 0, "without": 0})


def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path) -> None:
    (file,) = lay(tmp_path, 1)
    newsroom.create(tmp_path / "newsroom")
    for arguments, cwd in (
        (["import", file], tmp_path),
        (["import", tmp_path / "gone.txt"], tmp_path / "newsroom"),
    ):
        said = shell.run(*arguments, cwd=cwd, language="en")
        assert said.returncode == 2
        assert len(said.stderr.splitlines()) == 1
        assert "Traceback" not in said.stderr
