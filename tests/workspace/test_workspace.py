"""The newsroom's folder: settings with clear errors, files written whole or not at all."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from donghyang import files, newsroom, planning, press, workspace
from donghyang.records import CannotProceed, Message
from donghyang.workspace.watch import watch_lists


def settings(root: Path, text: str) -> workspace.Workspace:
    (root / "donghyang.toml").write_text(text, "utf-8")
    return workspace.open_workspace(root)


def test_a_new_workspace_opens(tmp_path: Path) -> None:
    made = newsroom.create(tmp_path / "newsroom")
    opened = workspace.open_workspace(tmp_path / "newsroom")
    assert all(path.exists() for path in made)
    assert [source.address for source in opened.settings.sources] == ["pages/inbox"]
    assert opened.settings.publisher.name is None


def test_the_sample_brings_its_pages_and_its_report(tmp_path: Path) -> None:
    newsroom.create(tmp_path / "sample", sample=True)
    opened = workspace.open_workspace(tmp_path / "sample")
    assert len(list((tmp_path / "sample" / "pages" / "inbox").iterdir())) >= 45
    assert opened.settings.publisher.name
    assert (tmp_path / "sample" / "issues" / "2023-04-21" / "report.txt").is_file()


def test_a_workspace_is_not_made_twice(tmp_path: Path) -> None:
    newsroom.create(tmp_path)
    with pytest.raises(CannotProceed, match="already is a workspace"):
        newsroom.create(tmp_path)


def test_a_lost_settings_file_is_remade_without_touching_what_is_there(tmp_path: Path) -> None:
    newsroom.create(tmp_path, sample=True)
    (tmp_path / "donghyang.toml").unlink()
    (tmp_path / "terms.csv").write_text("chinese,korean,kind,note,source\n大模型,대형 모델,technology,,\n", "utf-8")
    (tmp_path / "issues" / "2023-04-21" / "report.txt").write_text("고친 글", "utf-8")
    newsroom.create(tmp_path, sample=True)
    assert "대형 모델" in (tmp_path / "terms.csv").read_text("utf-8")
    assert (tmp_path / "issues" / "2023-04-21" / "report.txt").read_text("utf-8") == "고친 글"


def test_lines_are_added_behind_one_that_was_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "journal"
    files.append(path, "하나")
    path.write_bytes(path.read_bytes() + b"cut")
    files.append(path, "둘")
    assert path.read_text("utf-8") == "하나\ncut\n둘\n"


def test_a_workspace_is_found_upwards(tmp_path: Path) -> None:
    newsroom.create(tmp_path)
    deep = tmp_path / "issues" / "2024-01-05"
    deep.mkdir(parents=True)
    found = workspace.find(deep)
    assert found is not None
    assert found.root == tmp_path


RATE = "[[rates]]\ncurrency = 'CNY'\ndate = 2024-03-01\n"
WRONG_WON = ("'1e999999'", "1e999999", "-1", "0", "inf", "nan", "true", "'190'", "1e-9")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("series = 3", "series"),
        ("days = 'many'", "days"),
        ("dialect = 'C'", "dialect"),
        ("colour = 'red'", "colour"),
        ("[publisher]\nhead = 5", "publisher.head"),
        ("series = ", "TOML"),
        ("version = 2", "newer version"),
        ("[[sources]]\nname = 'x'", "sources"),
        ("days = -3", "days"),
        ("days = 99999999999", "days"),
        ("[size]\npolicy = -6", "size.policy"),
        ("[size]\npolcy = 6", "size.polcy"),
        ("[publisher]\nnmae = 'x'", "publisher.nmae"),
        ("series = ''", "series"),
        (f"version = {'9' * 5000}", "40 digits"),
        (f"days = -{'9' * 41}", "40 digits"),
        (f"sources = {'[' * 20_000}", "nested"),
        (f"days = {'[' * 20_000}{']' * 20_000}", "nested"),
        ("version = '2'", "version"),
        ("version = '1'", "version"),
        ("version = true", "version"),
        ("version = 0", "version"),
        ("version = 1.0", "version"),
        ("days = '14'", "days"),
        ("days = true", "days"),
        ("series = 2024-03-01", "series"),
        (f"series = '{'가' * 301}'", "series"),
        ('series = "가\\u001b나"', "series"),
        (f"{'k' * 5000} = 1", "kkk: expected one of"),
        ('[publisher]\nname = "가\\n나"', "publisher.name"),
        ("[size]\nbrief = 1e9", "size.brief"),
        ("[[sources]]\nname = 'x'\nfolder = ' '", "sources.1.address"),
        ("[[sources]]\nname = 'x'\nfolder = 'a\\u0000b'".replace("'a", '"a').replace("b'", 'b"'), "sources.1.address"),
        ("[check]\nalso = ['stlye']", "check.also"),
        ("[check]\nignore = ['doubled-wrod']", "doubled-word"),
        *((f"{RATE}won = {won}", "rates.1.won") for won in WRONG_WON),
        ("[[rates]]\ncurrency = 'yuan'\ndate = 2024-03-01\nwon = 190", "rates.1.currency"),
        ("[[rates]]\ncurrency = 'CNY'\ndate = '2024-03-01'\nwon = 190", "rates.1.date"),
        ("[[rates]]\ncurrency = 'CNY'\ndate = 20240301\nwon = 190", "rates.1.date"),
        ("[[rates]]\ncurrency = 'CNY'\ndate = 2024-03-01T00:00:00\nwon = 190", "rates.1.date"),
        (f"# {'x' * (1 << 20)}", "1024 KB"),
        ("[collect]\ndelay = -1", "collect.delay"),
        ("[collect]\nseconds = 0", "collect.seconds"),
        ("[collect]\nbytes = 99_999_999", "collect.bytes"),
        ("[collect]\nspeed = 3", "collect.speed"),
        ("[collect]\nallow = ['http://10.0.0.1/']", "collect.allow.1"),
        ("[collect]\nallow = ['']", "collect.allow.1"),
        ("[collect]\nproxy = 'http://name:password@proxy.example:3128'", "collect.proxy"),
        ("[collect]\nproxy = 'socks5://proxy.example'", "collect.proxy"),
        ("[collect]\nproxy_key = 'name:password'", "collect.proxy_key"),
        ("[mail]\nport = 0", "mail.port"),
        ("[mail]\nsecurity = 'ssl'", "mail.security"),
        ("[mail]\nhost = 'smtp.example.kr:587'", "mail.host"),
        ("[mail]\nsender = '연구소 <news@example.kr>'", "mail.sender"),
        ("[mail]\nsender = 'a@b.kr\\nBcc: c@d.kr'", "mail.sender"),
        ("[mail]\nkey = 'the password itself'", "mail.key"),
        ("[mail]\nunsubscribe = 'http://example.kr/leave'", "mail.unsubscribe"),
        ("[mail]\npassword = 'secret'", "mail.password"),
        ("[site]\nurl = 'https://example.kr'", "site.url"),
        ("[site]\nurl = 'javascript:alert(1)/'", "site.url"),
        ("[collect]\nagent = '동향'", "collect.agent"),
    ],
)
def test_bad_settings_name_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        settings(tmp_path, text)
    assert named in refused.value.message.en
    assert "donghyang.toml" in refused.value.message.en


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("series = 3", "series: 있어야 할 것은 따옴표 안의 글."),
        ("days = 'many'", "days: 있어야 할 것은 정수."),
        ("days = 1.5", "days: 있어야 할 것은 정수."),
        ("days = [1]", "days: 있어야 할 것은 정수."),
        ("dialect = 'C'", "dialect: 있어야 할 것은 다음 중 하나: 'A', 'B'."),
        ("publisher = 'x'", "publisher: 있어야 할 것은 표."),
        ("sources = 'x'", "sources: 있어야 할 것은 목록([…])."),
        ("[[sources]]\nname = 'x'", "sources.1.address: 있어야 할 것은 값(빠졌습니다)."),
        (
            "[[rates]]\ncurrency = 'CNY'\ndate = 'spring'\nwon = 190",
            "rates.1.date: 있어야 할 것은 날짜(2023-04-14처럼).",
        ),
        ("[[rates]]\ncurrency = 'CNY'\ndate = 2023-04-14\nwon = 'dear'", "rates.1.won: 있어야 할 것은 수."),
        ("[check]\nalso = 'style'", "check.also: 있어야 할 것은 목록([…])."),
        ("\n\nseries = ", ": 있어야 할 것은 TOML 형식(3번째 줄)."),
        ("seris = 'x'", "'series'입니까?"),
        ("[publisher]\nadress = 'x'", "'address'입니까?"),
        ("[check]\nignor = []", "'ignore'입니까?"),
    ],
)
def test_bad_settings_are_told_in_korean(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        settings(tmp_path, text)
    ko = refused.value.message.ko.partition("donghyang.toml")[2]
    assert said in ko
    assert not re.search(r"\b(?:input|should|valid|expected|field|line|is)\b", ko, re.IGNORECASE)


def test_what_a_newsroom_may_mean_is_taken(tmp_path: Path) -> None:
    text = f"version = 1\ndays = 0\n[check]\nalso = ['style', 'rank-order']\n{RATE}won = 190.05\n{RATE}won = 191\n"
    taken = settings(tmp_path, text).settings
    assert [str(rate.won) for rate in taken.rates] == ["190.05", "191"]
    assert taken.check.also == ("style", "rank-order")
    assert settings(tmp_path, "").settings == workspace.Settings()


def test_settings_saved_by_a_windows_editor_are_read(tmp_path: Path) -> None:
    (tmp_path / "donghyang.toml").write_bytes('\ufeffseries = "주간동향"\r\n'.encode())
    assert workspace.open_workspace(tmp_path).settings.series == "주간동향"


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="is no workspace") as refused:
        workspace.open_workspace(tmp_path)
    assert refused.value.code == "no-workspace"


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file.txt"
    files.write(path, b"one")
    files.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["file.txt"]


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files.write(tmp_path / "file.txt", b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotProceed, match="disk is full"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["file.txt"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be", "utf-8")
    with pytest.raises(CannotProceed) as refused:
        files.write(tmp_path / "file" / "report.txt", b"")
    assert "report.txt" in refused.value.message.en or "file" in refused.value.message.en


@pytest.mark.parametrize("sample", [True, False])
def test_a_workspace_that_was_cut_short_can_be_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: bool
) -> None:
    whole = newsroom.create(tmp_path / "whole", sample=sample)
    root = tmp_path / "cut"
    for limit in (1, 2, 7) if sample else (1, 2):
        room = [limit]

        def until_full(path: Path, data: bytes, room: list[int] = room) -> Path:
            room[0] -= 1
            if not room[0]:
                raise CannotProceed(Message("", "the disk is full"))
            return files.write(path, data)

        monkeypatch.setattr("donghyang.newsroom.write", until_full)
        with pytest.raises(CannotProceed, match="disk is full"):
            newsroom.create(root, sample=sample)
    monkeypatch.undo()
    newsroom.create(root, sample=sample)
    assert all((root / path.relative_to(tmp_path / "whole")).exists() for path in whole)
    with pytest.raises(CannotProceed, match="already is"):
        newsroom.create(root, sample=sample)


def lead_nowhere(path: Path) -> None:
    path.symlink_to("disk-that-is-away")


def lead_round(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows gives neither links nor pipes to everyone")
@pytest.mark.parametrize("make", [lead_nowhere, lead_round, Path.mkdir, getattr(os, "mkfifo", None)])
@pytest.mark.parametrize("name", ["donghyang.toml", "terms.csv", "watch.toml", "stories.json", "decisions.json"])
def test_what_bears_the_name_of_a_file_and_is_none_is_told(
    tmp_path: Path, name: str, make: Callable[[Path], object]
) -> None:
    newsroom.create(tmp_path / "room")
    home = workspace.open_workspace(tmp_path / "room")
    (home.root / name).unlink(missing_ok=True)
    make(home.root / name)
    asked: dict[str, Callable[[], object]] = {
        "donghyang.toml": lambda: workspace.find(home.root),
        "terms.csv": lambda: home.termbase,
        "watch.toml": lambda: watch_lists(home.root),
        "stories.json": lambda: planning.decisions(home),
        "decisions.json": lambda: press.decisions(home.root),
    }
    with pytest.raises(CannotProceed, match=f"{re.escape(name)}: no file"):
        asked[name]()


@pytest.mark.skipif(not os.access("/proc/kmsg", os.R_OK), reason="needs Linux, and an administrator")
@pytest.mark.parametrize("name", ["donghyang.toml", "terms.csv", "watch.toml"])
def test_a_file_that_would_be_waited_for_is_told(tmp_path: Path, name: str) -> None:
    newsroom.create(tmp_path / "room")
    home = workspace.open_workspace(tmp_path / "room")
    (home.root / name).unlink(missing_ok=True)
    (home.root / name).symlink_to("/proc/kmsg")
    with pytest.raises(CannotProceed, match=f"{re.escape(name)}: no file"):
        (workspace.open_workspace(home.root).termbase, watch_lists(home.root))


def test_a_table_that_no_newsroom_keeps_is_refused_unread(tmp_path: Path) -> None:
    """Fifty megabytes of termbase filled a gigabyte."""
    newsroom.create(tmp_path / "room")
    home = workspace.open_workspace(tmp_path / "room")
    with (home.root / "terms.csv").open("ab") as terms:
        terms.truncate(17 << 20)
    with pytest.raises(CannotProceed, match=r"terms\.csv: expected at most 16384 KB"):
        assert home.termbase


def test_what_is_not_there_is_nothing_to_tell(tmp_path: Path) -> None:
    newsroom.create(tmp_path / "room")
    home = workspace.open_workspace(tmp_path / "room")
    (home.root / "terms.csv").unlink()
    assert (home.termbase, watch_lists(home.root), planning.decisions(home)) == (None, (), ())
    assert press.decisions(home.root).allowed == ()
