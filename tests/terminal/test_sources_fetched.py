"""Sources from the web, as a person at a shell meets them: found, collected, and missed when they fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.collect.zoo import HOST, Zoo, zoo
from tests.shell import run

pytest.importorskip("scrapy", reason="the extra `collect` is not installed")

PAGES = Path(__file__).parents[1] / "collect/sources/lists"
LIST = (PAGES / "built/two.html").read_text("utf-8")
NO_LIST = (PAGES / "none/empty.html").read_text("utf-8")
BODY = "省科技厅召开推进会，要求各地结合实际抓好落实，并于年底前报送进展情况，有关事项另行通知。" * 4


def article(title: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{BODY}</p></body></html>"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    settings = f'sources = []\n[collect]\ndelay = 0\nretries = 0\nallow = ["{HOST}"]\n'
    (tmp_path / "donghyang.toml").write_text(settings, "utf-8")
    return tmp_path


def served(**pages: str) -> dict[str, str]:
    titles = ("关于组织申报2031年度深海装备专项的通知", "省科技厅召开氢能冶金技术攻关推进会")
    own = {f"/zx/t{number}.htm": article(title) for number, title in enumerate(titles)}
    return {"/zx/": LIST} | own | {f"/{name}": body for name, body in pages.items()}


def answers(pages: dict[str, str]) -> dict[str, object]:
    return {path: (lambda visit, body=body: visit.send(body)) for path, body in pages.items()}


def states(home: Path) -> dict[str, str]:
    return {row["source"]["kind"]: row["state"] for row in json.loads(run("sources", "--json", cwd=home).stdout)}


def test_a_source_is_found_collected_and_missed(home: Path) -> None:
    site: Zoo
    with zoo(answers(served())) as site:  # type: ignore[arg-type]
        added = run("sources", "add", site.url("/zx/"), "--json", cwd=home)
        assert added.returncode == 0, added.stderr
        made = json.loads(added.stdout)
        assert made["source"]["kind"] == "list"
        assert len(made["entries"]) == 2
        assert states(home) == {"list": "fine"}
        checked = run("sources", "check", cwd=home)
        assert checked.returncode == 0, checked.stdout
        collected = run("collect", "--json", cwd=home)
        assert collected.returncode == 0, collected.stderr
        assert json.loads(collected.stdout)["sources"][0]["new"] == 2
        assert run("schedule", "--run", cwd=home).returncode == 0
        assert not (home / "notice.txt").exists()
        assert states(home) == {"list": "unchanged"}
        site.routes["/zx/"] = lambda visit: visit.send(status=404)
        missed = run("sources", "check", cwd=home)
        assert missed.returncode == 1
        assert "받지 못함" in missed.stdout
        assert run("schedule", "--run", cwd=home).returncode == 0
        assert "broken" in (home / "notice.txt").read_text("utf-8")
        assert states(home) == {"list": "broken"}


def test_a_page_without_a_list_is_refused_with_a_next_step(home: Path) -> None:
    with zoo(answers({"/x": NO_LIST})) as site:  # type: ignore[arg-type]
        for path, said in (("/x", "목록"), ("/gone", "--kind")):
            done = run("sources", "add", site.url(path), cwd=home)
            assert done.returncode == 2
            assert said in done.stderr
    assert not (home / "sources").exists()
