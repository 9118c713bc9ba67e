"""The site's folder: what is published stands in it, what is not does not, and nobody else's files are touched."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from tests.press.issues import DAY, REPORT, lay, publish, publish_new, workspace
from tests.shell import run

from donghyang import press
from donghyang.press import site
from donghyang.press.site import Built, build
from donghyang.press.watched import asks_for
from donghyang.publish.site import Item
from donghyang.records import CannotProceed, WatchList
from donghyang.workspace import Workspace, open_workspace

DAYS = [DAY + dt.timedelta(7 * at) for at in range(3)]


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path / "home")
    for day in DAYS[:2]:
        publish_new(made, day)
    lay(made, DAYS[2])
    return made


def built(home: Workspace, *, drafts: bool = False) -> Built:
    return build(home, home.root / "site", lambda *_: None, drafts=drafts)


def files(home: Workspace) -> dict[str, bytes]:
    root = home.root / "site"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_published_issues_stand_in_it_and_others_are_named(home: Workspace) -> None:
    made = built(home)
    assert (made.issues, made.articles, made.left_out) == (2, 2, ("2024-04-19",))
    found = files(home)
    assert {f"issues/{day}/index.html" in found for day in DAYS[:2]} == {True}
    assert f"issues/{DAYS[2]}/index.html" not in found
    again = built(home)
    assert (again.written, again.removed, files(home)) == (0, 0, found)


def test_what_is_kept_is_shown_and_not_what_lies_about(home: Workspace) -> None:
    file = lay(home, DAYS[0])
    file.write_text(file.read_text("utf-8").replace("12억", "15억"), "utf-8")
    built(home)
    page = f"issues/{DAYS[0]}/policy-1.html"
    assert "12억" in files(home)[page].decode()
    publish(home, file, press.Order(DAYS[1], "김하늘", None, "투자액을 바로잡습니다."))
    assert built(home).written > 0
    assert "15억" in files(home)[page].decode()
    assert "투자액을 바로잡습니다." in files(home)[page].decode()
    assert "투자액을 바로잡습니다." in files(home)["feed.xml"].decode()


def test_with_drafts_all_stand_in_it_and_are_marked(home: Workspace) -> None:
    assert built(home, drafts=True).issues == 3
    assert "초안" in files(home)[f"issues/{DAYS[2]}/index.html"].decode()
    made = built(home)
    assert made.removed > 0
    assert f"issues/{DAYS[2]}/index.html" not in files(home)


def test_back_issues_of_the_archive_stand_in_it(home: Workspace, tmp_path: Path) -> None:
    old = tmp_path / "지난 호.txt"
    old.write_text(REPORT.format(year=2015, month=3, day=6), "utf-8")
    assert run("import", old, cwd=home.root).returncode == 0
    made = built(home)
    assert (made.issues, made.articles) == (3, 3)
    page = files(home)["issues/2015-03-06/policy-1.html"].decode()
    assert "12억" in page
    assert "초안" not in page
    assert "2015-03-06/" in files(home)[f"issues/{DAYS[0]}/index.html"].decode()


def test_nothing_published_is_told(tmp_path: Path) -> None:
    empty = workspace(tmp_path / "empty")
    lay(empty)
    with pytest.raises(CannotProceed) as refused:
        built(empty)
    assert refused.value.code == "nothing-published"
    assert not (empty.root / "site").exists()


def test_a_folder_of_somebody_elses_is_left_alone(home: Workspace) -> None:
    (home.root / "site").mkdir()
    (home.root / "site" / "index.html").write_text("남의 것", "utf-8")
    with pytest.raises(CannotProceed):
        built(home)
    assert files(home) == {"index.html": "남의 것".encode()}


def test_files_beside_its_own_stay(home: Workspace) -> None:
    built(home)
    (home.root / "site" / "CNAME").write_text("example.kr", "utf-8")
    (home.root / "site" / "issues" / "note.txt").write_text("메모", "utf-8")
    built(home)
    assert {"CNAME", "issues/note.txt"} <= set(files(home))


@pytest.mark.parametrize("at", [0, 5, 12])
def test_killed_anywhere_and_run_again_it_is_the_same(
    home: Workspace, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    built(home)
    whole = files(home)
    for name in whole:
        if not name.startswith("."):
            (home.root / "site" / name).unlink()
    real, count = site.write, iter(range(999))  # type: ignore[attr-defined]

    def killed(path: Path, data: bytes, *, lasting: bool = True) -> Path:
        if next(count) == at:
            raise KeyboardInterrupt
        return Path(real(path, data, lasting=lasting))

    monkeypatch.setattr(site, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        built(home)
    monkeypatch.undo()
    built(home)
    assert files(home) == whole


def test_on_all_cores_it_is_the_same(home: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    built(home)
    alone = files(home)
    shutil.rmtree(home.root / "site")
    monkeypatch.setattr(site, "_FEW", 1)
    told: list[int] = []
    build(home, home.root / "site", lambda label, done, total: told.append(done))
    assert files(home) == alone
    assert told == [1, 2]


def test_watch_lists_have_pages_and_feeds_where_the_settings_let_them_be_seen(home: Workspace) -> None:
    (home.root / "watch.toml").write_text('[[watch]]\nname = "풍력"\nwords = ["风电", "풍력"]\n', "utf-8")
    settings = home.root / "donghyang.toml"
    plain = settings.read_text("utf-8")
    settings.write_text(f"{plain}\n[site]\nwatch = true\n", "utf-8")
    assert built(open_workspace(home.root)).watches == ("풍력",)
    feeds = [json.loads(data) for path, data in files(home).items() if re.fullmatch(r"feeds/watch-.*\.json", path)]
    assert [(feed["title"], len(feed["items"])) for feed in feeds] == [("과학기술 정책 주간동향: 풍력", 2)]
    settings.write_text(plain, "utf-8")
    done = run("site", "--json", cwd=home.root)
    assert json.loads(done.stdout)["watches"] == []
    assert not [path for path in files(home) if "watch" in path]


ITEM = Item(
    *("issues/x/policy-1.html", "urn:x", "2024-04-05", "policy", "정책동향", "01"),
    headline="항저우시, 양자컴퓨터 지원 방안 발표",
    lead="3년간 12억 위안을 투입",
    tags=(),
    text="01 항저우시, 양자컴퓨터 지원 방안 발표 ■ 3년간 12억 위안을 투입 ● 중국과학원과 USTC가 참여",
    content="",
)


@pytest.mark.parametrize(
    ("asked", "is_there"),
    [
        (WatchList("가", words=("양자 컴퓨터",)), True),
        (WatchList("가", words=("양자컴퓨터", "반도체")), True),
        (WatchList("가", words=("ustc",)), True),
        (WatchList("가", words=("UST",)), False),
        (WatchList("가", regions=("杭州",)), True),
        (WatchList("가", regions=("저장",)), True),
        (WatchList("가", regions=("浙江",), words=("반도체",)), False),
        (WatchList("가", regions=("안후이",)), False),
        (WatchList("가", organisations=("中国科学院",)), True),
        (WatchList("가", yuan=1_000_000_000), True),
        (WatchList("가", yuan=2_000_000_000), False),
        (WatchList("가"), False),
    ],
)
def test_a_watch_list_asks_for_what_an_article_says(asked: WatchList, is_there: bool) -> None:
    assert asks_for(asked, ITEM) is is_there
