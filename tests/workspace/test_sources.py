"""The sources of a workspace: in its settings or each in a file, with errors that name file and key."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from donghyang import workspace
from donghyang.records import CannotProceed, Selectors, Source

WHOLE = """\
name = "赣江科技厅 通知"
kind = "list"
address = "https://kjt.ganjiang.example.cn/tzgg/"
tier = "province"
region = "江西"
cadence = 3
include = ["专项", "/2025/"]
exclude = ["招聘"]
[selectors]
entry = "ul.news > li"
date = "span.time"
[[versions]]
until = 2023-12-31
address = "http://old.ganjiang.example.cn/tz.htm"
[[versions]]
until = 2021-06-30
kind = "feed"
address = "http://old.ganjiang.example.cn/rss.xml"
"""


def home(root: Path, settings: str = "", **files: str) -> workspace.Workspace:
    (root / "donghyang.toml").write_text(settings, "utf-8")
    (root / "sources").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / "sources" / f"{name}.toml").write_text(text, "utf-8")
    return workspace.open_workspace(root)


def test_a_file_tells_one_source(tmp_path: Path) -> None:
    (source,) = workspace.sources_of(home(tmp_path, gj=WHOLE))
    assert source.name == "赣江科技厅 通知"
    assert source.cadence == Decimal(3)
    assert source.selectors == Selectors("ul.news > li", "", "span.time")
    assert source.include == ("专项", "/2025/")


def test_a_source_of_old_is_as_its_version_says(tmp_path: Path) -> None:
    (source,) = workspace.sources_of(home(tmp_path, gj=WHOLE))
    assert source.on(dt.date(2024, 1, 1)) == source
    assert source.on(dt.date(2023, 12, 31)).address == "http://old.ganjiang.example.cn/tz.htm"
    assert source.on(dt.date(2023, 12, 31)).kind == "list"
    assert source.on(dt.date(2020, 1, 1)).kind == "feed"
    assert source.on(dt.date(2020, 1, 1)).address.endswith("rss.xml")


def test_sources_stand_in_settings_and_in_files_by_name(tmp_path: Path) -> None:
    settings = "[[sources]]\nname = 'saved'\nfolder = 'pages/inbox'\n"
    files = {"b": "name = '乙'\naddress = 'mails'\nkind = 'maildir'", "a": "name = '甲'\nfolder = 'kept'"}
    found = workspace.sources_of(home(tmp_path, settings, **files))
    assert [source.name for source in found] == ["saved", "甲", "乙"]
    assert found[0] == Source("saved", "pages/inbox")
    assert found[2].is_local


def test_a_workspace_may_have_none(tmp_path: Path) -> None:
    (tmp_path / "donghyang.toml").write_text("", "utf-8")
    assert workspace.sources_of(workspace.open_workspace(tmp_path)) == ()


BASE = "name = 'x'\nkind = 'list'\naddress = 'https://x.example.cn/'\n"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "name"),
        ("name = 'x'\nkind = 'list'", "address"),
        ("kind = 'list'\naddress = 'https://x.example.cn/'", "name"),
        (BASE.replace("list", "blog"), "kind"),
        (BASE.replace("https", "ftp"), "address"),
        (BASE.replace("https", "file"), "address"),
        (BASE.replace("x.example", "me:secret@x.example"), "address"),
        (BASE.replace("https://x.example.cn/", "https://"), "address"),
        (BASE.replace("https://x.example.cn/", "https://[x"), "address"),
        (BASE.replace("https://x.example.cn/", "pages"), "address"),
        ("name = 'x'\naddress = '../other'", "address"),
        ("name = 'x'\naddress = '/etc'", "address"),
        ("name = 'x'\naddress = 'C:\\Users'", "address"),
        ("name = 'x'\naddress = 'https://x.example.cn/'", "address"),
        (BASE + "colour = 'red'", "colour"),
        (BASE + "cadence = 0", "cadence"),
        (BASE + "cadence = -1", "cadence"),
        (BASE + "cadence = '3'", "cadence"),
        (BASE + "cadence = inf", "cadence"),
        (BASE + "cadence = nan", "cadence"),
        (BASE + "language = 'chinese'", "language"),
        (BASE + "tier = 'blog'", "tier"),
        (BASE + "include = '量子'", "include"),
        (BASE + "include = ['量子', ' ']", "include.2"),
        (BASE + "exclude = ['a\\u0000']".replace("'a", '"a').replace("0']", '0"]'), "exclude.1"),
        (BASE + "[selectors]\nentry = 'ul >'", "selectors.entry"),
        (BASE + "[selectors]\nentry = 'li:foo('", "selectors.entry"),
        (BASE + f"[selectors]\nentry = '{':not(' * 60}a{')' * 60}'", "selectors.entry"),
        (BASE + f"[selectors]\nentry = '{'a ' * 140}'", "selectors.entry"),
        (BASE + "[selectors]\ndate = 'span'", "selectors.entry"),
        (BASE + "[selectors]\nlink = 'a'", "selectors.link"),
        (BASE + "[[versions]]\naddress = 'https://y.example.cn/'", "versions.1.until"),
        (BASE + "[[versions]]\nuntil = 2024-01-01\naddress = 'y'", "versions.1.address"),
        (BASE + "[[versions]]\nuntil = 2024-01-01\n[versions.selectors]\nentry = '!!'", "versions.1.selectors.entry"),
        (BASE + "[[versions]]\nuntil = '2024-01-01'", "versions.1.until"),
        ("name = ", "TOML"),
    ],
)
def test_a_bad_source_names_file_and_key(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        workspace.sources_of(home(tmp_path, bad=text))
    assert named in refused.value.message.en
    assert "bad.toml" in refused.value.message.en


def test_two_sources_of_one_name_are_told_with_both_files(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed) as refused:
        workspace.sources_of(home(tmp_path, a=BASE, b=BASE))
    assert "a.toml" in refused.value.message.en
    assert "b.toml" in refused.value.message.en


def test_bad_sources_of_the_settings_name_the_key(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed) as refused:
        home(tmp_path, "[[sources]]\nname = 'x'\nkind = 'list'\naddress = 'gopher://x'")
    assert "sources.1.address" in refused.value.message.en
