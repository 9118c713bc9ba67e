"""`sources` and `schedule` as a person at a shell meets them; nothing here asks the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.shell import run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "newsroom").returncode == 0
    return tmp_path / "newsroom"


def test_sources_are_listed_with_their_health(home: Path) -> None:
    done = run("sources", cwd=home)
    assert done.returncode == 0
    assert "saved pages  [folder] 아직 모름" in done.stdout
    (row,) = json.loads(run("sources", "--json", cwd=home).stdout)
    assert (row["source"]["address"], row["state"], row["notice"]) == ("pages/inbox", "unknown", False)


def test_the_catalogue_is_shown_anywhere(tmp_path: Path) -> None:
    done = run("sources", "--catalogue", "--json", cwd=tmp_path)
    rows = json.loads(done.stdout)
    assert len(rows) > 60
    assert all(row["where"] and row["tried"] is False for row in rows)


def test_a_source_of_the_catalogue_is_taken_in(home: Path) -> None:
    done = run("sources", "add", "科技部 信息公开", "--json", cwd=home)
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert Path(made["file"]).is_file()
    assert "科技部 信息公开" in run("sources", cwd=home).stdout
    again = run("sources", "add", "科技部 信息公开", cwd=home)
    assert again.returncode == 2
    assert "이미" in again.stderr


def test_an_address_is_added_unfetched_with_its_kind(home: Path) -> None:
    done = run("sources", "add", "https://kjt.example.cn/tz/", "--kind", "list", "--name", "과기청", cwd=home)
    assert done.returncode == 0, done.stderr
    text = next((home / "sources").iterdir()).read_text("utf-8")
    assert 'name = "과기청"' in text
    assert 'kind = "list"' in text


def test_local_sources_are_tried_without_a_network(home: Path) -> None:
    (home / "sources").mkdir()
    (home / "sources/u.toml").write_text('name = "주소"\nkind = "urls"\naddress = "u.txt"\n', "utf-8")
    (home / "u.txt").write_text("深海装备专项启动 2031-05-18 https://a.example.cn/1.html\n", "utf-8")
    done = run("sources", "check", "주소", cwd=home)
    assert done.returncode == 0, done.stderr
    assert "글 1개" in done.stdout
    (home / "u.txt").unlink()
    lost = run("sources", "check", "주소", "--json", cwd=home)
    assert lost.returncode == 1
    (row,) = json.loads(lost.stdout)
    assert row["state"] == "broken"
    assert "그런 폴더나 파일이 없습니다" in row["message"]
    assert "받지 못함" in run("sources", cwd=home).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "check"),
        (["add"], "하나"),
        (["add", "a", "b"], "하나"),
        (["add", "없는 이름"], "--catalogue"),
        (["add", "https://a.example.cn/", "--kind", "blog"], "--kind blog"),
        (["check", "없음"], "없음"),
    ],
)
def test_what_cannot_be_done_is_one_line(home: Path, arguments: list[str], said: str) -> None:
    done = run("sources", *arguments, cwd=home)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_bad_source_is_told_with_its_file(home: Path) -> None:
    (home / "sources").mkdir()
    (home / "sources/x.toml").write_text('name = "x"\nkind = "list"\naddress = "gopher://x"\n', "utf-8")
    done = run("sources", cwd=home)
    assert done.returncode == 2
    assert "x.toml: address" in done.stderr


def test_outside_of_a_workspace_it_says_so(tmp_path: Path) -> None:
    for command in (["sources"], ["schedule"]):
        done = run(*command, cwd=tmp_path)
        assert done.returncode == 2
        assert "donghyang new" in done.stderr


def test_a_schedule_is_printed_for_every_system(home: Path) -> None:
    made = json.loads(run("schedule", "--at", "7:05", "--json", cwd=home).stdout)
    assert set(made) == {"cron", "systemd", "windows"}
    assert made["cron"].startswith("5 7 * * 1,2,3,4,5 ")
    assert str(home) in made["windows"]
    one = run("schedule", "--for", "cron", "--days", "mon", cwd=home)
    assert one.stdout.startswith("30 6 * * 1 ")
    for wrong in (["--at", "25:00"], ["--days", "x"], ["--for", "bsd"]):
        assert run("schedule", *wrong, cwd=home).returncode == 2
