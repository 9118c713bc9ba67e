"""`search` at the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.archive.reports import lay, silent
from tests.terminal.conftest import Shell

from donghyang import newsroom
from donghyang.archive.importing import imported
from donghyang.workspace import open_workspace


@pytest.fixture(scope="module")
def newsroom_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("newsroom") / "newsroom"
    newsroom.create(root)
    imported(open_workspace(root), lay(root.parent / "back", 2), silent)
    return root


@pytest.fixture
def home(newsroom_of_two: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(newsroom_of_two)
    return newsroom_of_two


@pytest.mark.usefixtures("home")
def test_hits_as_json_and_for_a_person(shell: Shell) -> None:
    done = shell("search", "--json", "ernie", "bot", "--limit", 1)
    (hit,) = json.loads(done.out)
    assert list(hit)[:6] == ["issue", "section", "number", "headline", "score", "snippet"]
    assert (hit["section"], hit["number"]) == ("brief", 1)
    said = shell("search", "원신이언").out
    assert "【원신이옌" in said or "【文心一言" in said


def test_a_list_a_line(shell: Shell, home: Path) -> None:
    (home / "asked.txt").write_text("文心一言\n\n아무것도아닌말\n", "utf-8")
    done = shell("search", "--json", "--lines", home / "asked.txt")
    assert [len(hits) for hits in json.loads(done.out)] == [2, 0, 0]


@pytest.mark.usefixtures("home")
def test_filters_and_counts(shell: Shell) -> None:
    found = json.loads(shell("search", "--json", "--facets", "양자", "--section", "policy", "--to", "2024-01-06").out)
    assert found["total"] == len(found["hits"]) == 1
    assert {"name": "section", "value": "policy", "count": 1} in found["facets"]
    assert shell("search", "--json", "위안", "--amount", "100조 위안").out == "[]\n"


MISTAKES = [
    (("search",), "--lines FILE"),
    (("search", "양자", "--limit", "0"), "--limit 0"),
    (("search", "양자", "--from", "2024-13-01"), "--from 2024-13-01"),
    (("search", "양자", "--section", "polcy"), "policy"),
    (("search", "양자", "--amount", "많이"), "--amount"),
    (("search", "양자", "--region", "아틀란티스"), "아틀란티스"),
    (("search", "양자", "--sort", "best"), "newest"),
    (("search", "--lines", "nowhere.txt"), "nowhere.txt"),
]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("words", "said"), MISTAKES)
def test_a_mistake_is_one_line(shell: Shell, words: tuple[str, ...], said: str) -> None:
    done = shell(*words)
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1
