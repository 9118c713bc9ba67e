"""One way to ask any source what it names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from donghyang.collect.sources import bodies, discover, further
from donghyang.records import CannotProceed, Selectors, Source, Unreadable

LISTS = Path(__file__).parent / "lists"
URL = "https://kjt.xinghan.example.cn/tzgg/index.html"
LIST = (LISTS / "built/trs.html").read_bytes()
DAY = dt.date(2031, 5, 20)
SOURCE = Source("通知", URL, "list")


def test_a_list_names_entries_and_its_next_page() -> None:
    assert len(discover(SOURCE, LIST, URL, DAY)) == 10
    assert further(SOURCE, LIST, URL) == ("https://kjt.xinghan.example.cn/tzgg/index_1.html",)


def test_include_and_exclude_look_at_titles_and_addresses() -> None:
    named = discover(Source("通知", URL, "list", include=("专项", "t20310515"), exclude=("征集",)), LIST, URL, DAY)
    assert [entry.title for entry in named] == [
        "关于组织申报2031年度深海装备专项的通知",
        "省科技厅召开氢能冶金技术攻关推进会",
    ]
    assert discover(Source("通知", URL, "list", exclude=("2031",)), LIST, URL, DAY) == ()


ODD = """<html><body><div class="x"><div class="e"><b>其一：新规</b><a href="/d/1">原文</a><u>31/5/7</u></div>
<div class="e"><b>其二：细则</b><a href="/d/2">原文</a><u>2031-05-06</u></div></div></body></html>"""


def test_selectors_stand_before_the_reader() -> None:
    source = Source("奇", URL, "list", selectors=Selectors("div.e", "", "u"))
    found = discover(source, ODD.encode(), URL, DAY)
    assert [(entry.url[-4:], entry.date) for entry in found] == [("/d/1", None), ("/d/2", dt.date(2031, 5, 6))]
    assert discover(Source("奇", URL, "list", selectors=Selectors("p.none")), LIST, URL, DAY) != ()


def test_a_watched_page_names_itself() -> None:
    (entry,) = discover(Source("办法", URL, "page"), b"<p>x</p>", URL)
    assert entry.url == URL
    assert further(Source("办法", URL, "page"), b"<p>x</p>", URL) == ()


@pytest.mark.parametrize("kind", ["feed", "list", "sitemap", "maildir", "urls", "wechat"])
def test_broken_bytes_name_nothing(kind: str) -> None:
    if kind == "feed":
        pytest.importorskip("feedparser", reason="the extra `collect` is not installed")
    for body in (b"<", b"\x00\x01\x02\x03" * 50, b"<html><a href='javascript:x'>" * 20, "暂无".encode()):
        assert discover(Source("x", "a", kind), body, "a") == ()  # type: ignore[arg-type]


def test_local_sources_hand_over_their_files(tmp_path: Path) -> None:
    (tmp_path / "box/new").mkdir(parents=True)
    (tmp_path / "box/cur").mkdir()
    (tmp_path / "box/tmp").mkdir()
    (tmp_path / "box/cur/1.host:2,S").write_bytes(b"From: a\nSubject: x\n\nhttps://a.example.cn/1")
    (tmp_path / "box/new/2.host").write_bytes(b"From: a\nSubject: y\n\nhttps://a.example.cn/2")
    (tmp_path / "box/tmp/3").write_bytes(b"half")
    source = Source("信", "box", "maildir")
    found = dict(bodies(source, tmp_path))
    assert len(found) == 2
    urls = [
        entry.url for name, body in found.items() if isinstance(body, bytes) for entry in discover(source, body, name)
    ]
    assert urls == ["https://a.example.cn/1", "https://a.example.cn/2"]


def test_a_folder_of_mails_need_be_no_maildir(tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails/a.eml").write_bytes(b"From: a\nSubject: x\n\nhttps://a.example.cn/1")
    (tmp_path / "mails/notes.txt").write_text("x", "utf-8")
    assert [name for name, _ in bodies(Source("信", "mails", "maildir"), tmp_path)] == ["mails/a.eml"]


def test_an_unreadable_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "mails/b.eml").parent.mkdir()
    (tmp_path / "mails/b.eml").symlink_to(tmp_path / "gone")
    (tmp_path / "urls.txt").write_text("https://a.example.cn/", "utf-8")
    assert dict(bodies(Source("u", "urls.txt", "urls"), tmp_path)) == {"urls.txt": b"https://a.example.cn/"}
    assert all(isinstance(body, Unreadable) for _, body in bodies(Source("信", "mails", "maildir"), tmp_path))


@pytest.mark.parametrize(("kind", "address"), [("maildir", "none"), ("urls", "none.txt"), ("folder", "none")])
def test_a_local_source_that_is_not_there_says_so(tmp_path: Path, kind: str, address: str) -> None:
    with pytest.raises(CannotProceed, match="no such"):
        list(bodies(Source("x", address, kind), tmp_path))  # type: ignore[arg-type]


def test_saved_pages_name_themselves(tmp_path: Path) -> None:
    text = "关于印发实施方案的通知。各地市要结合实际，抓好落实，并于年底前报送进展情况，有关事项另行通知。" * 3
    page = f"<html><head><link rel=canonical href='https://a.example.cn/x/1.html'><title>实施方案</title></head><body><h1>实施方案</h1><p>发布时间：2031-05-18</p><p>{text}</p></body></html>"
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a.html").write_text(page, "utf-8")
    ((name, body),) = bodies(Source("x", "kept"), tmp_path)
    assert isinstance(body, bytes)
    (entry,) = discover(Source("x", "kept"), body, name)
    assert (entry.url, entry.title, entry.date) == ("https://a.example.cn/x/1.html", "实施方案", dt.date(2031, 5, 18))
