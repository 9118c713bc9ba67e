"""Floors hold only on the material they were set on."""

import sys
import tomllib
from pathlib import Path

import pytest

from tools import score

FLOORS = """\
# Lowered only by a commit that says why.
[material]
"data/one" = "0000000000000000"

[[scorer]]
run = ["scorer.py"]
reads = ["data/one", "data/two"]
floors = { "share" = 0.5 }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("one", "two"):
        (tmp_path / "data" / name).mkdir(parents=True)
        (tmp_path / "data" / name / "rows.txt").write_text(name, "utf-8")
    (tmp_path / "scorer.py").write_text('print(\'{"share": "3/4"}\')', "utf-8")
    (tmp_path / "floors.toml").write_text(FLOORS, "utf-8")
    monkeypatch.setattr(score, "FLOORS", tmp_path / "floors.toml")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["score.py", *map(str, arguments)])
    score.main()


def test_changed_material_is_told_and_not_scored(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match=r"^the material has changed: data/one .*, data/two \(pinned never"):
        run(monkeypatch, folder)
    assert capsys.readouterr().out == ""
    assert (folder / "floors.toml").read_text("utf-8") == FLOORS


def test_accepted_material_is_pinned_and_nothing_else_is_touched(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--accept-material", folder)
    assert capsys.readouterr().out == "  ok  scorer.py: share 0.75 (at least 0.5)\n"
    text = (folder / "floors.toml").read_text("utf-8")
    pins = {name: score.digest(folder / name) for name in ("data/one", "data/two")}
    assert tomllib.loads(text) == {**tomllib.loads(FLOORS), "material": pins}
    assert text.startswith("# Lowered only by a commit")
    run(monkeypatch, folder)
    (folder / "data" / "two" / "rows.txt").write_text("three", "utf-8")
    with pytest.raises(SystemExit, match=r"^the material has changed: data/two"):
        run(monkeypatch, folder)


def test_a_digest_knows_names_and_bytes_and_no_times(folder: Path) -> None:
    home = folder / "data" / "one"
    first = score.digest(home)
    (home / "rows.txt").touch()
    (home / ".hidden").write_text("x", "utf-8")
    assert score.digest(home) == first
    (home / "rows.txt").rename(home / "lines.txt")
    assert score.digest(home) != first
    assert score.digest(folder / "nowhere") == ""


def test_every_scorer_names_material_that_is_pinned() -> None:
    known = tomllib.loads(score.FLOORS.read_text("utf-8"))
    assert {name for row in known["scorer"] for name in row["reads"]} == set(known["material"])
