"""New sources: found at an address, or taken from the catalogue; written so that they are read again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from donghyang import workspace
from donghyang.collect.sources.catalogue import catalogue
from donghyang.records import CannotProceed, Message
from donghyang.watching import Added, Got, Wanted, add_source

DAY = dt.date(2031, 5, 20)
LISTS = Path(__file__).parents[1] / "collect/sources/lists"
URL = "https://kjt.xinghan.example.cn/tzgg/index.html"
LIST = (LISTS / "built/trs.html").read_bytes()
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>通知 RSS</title><item><title>关于征集需求的函</title>
<link>/a/1.html</link></item></channel></rss>""".encode()


def web(**pages: bytes) -> dict[str, bytes]:
    return {f"https://kjt.xinghan.example.cn/{name}": body for name, body in pages.items()}


def add(root: Path, what: str, pages: dict[str, bytes] | None = None, **told: str) -> Added:
    (root / "donghyang.toml").touch()
    held = {URL: LIST} | (pages or {})

    def ask(url: str) -> Got:
        return Got(url, held[url]) if url in held else Got(url, None, "gone", Message("없습니다.", "is gone."))

    return add_source(workspace.open_workspace(root), Wanted(what, DAY, **told), ask)  # type: ignore[arg-type]


def test_a_list_is_found_and_written(tmp_path: Path) -> None:
    made = add(tmp_path, URL)
    assert (made.source.kind, made.source.address, len(made.entries)) == ("list", URL, 10)
    assert made.source.name == "通知公告 (kjt.xinghan.example.cn)"
    assert made.file.parent == tmp_path / "sources"
    assert workspace.sources_of(workspace.open_workspace(tmp_path)) == (made.source,)
    assert made.look is not None
    assert made.look.source == made.source.name


def test_a_feed_that_a_page_names_is_better(tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="the extra `collect` is not installed")
    feed = "https://kjt.xinghan.example.cn/tzgg/rss.xml"
    page = LIST.replace(
        b"<title>", f'<link rel="alternate" type="application/rss+xml" href="{feed}"><title>'.encode(), 1
    )
    assert add(tmp_path, URL, {URL: page, feed: RSS}).source.kind == "feed"


def test_a_feed_that_is_gone_leaves_the_list(tmp_path: Path) -> None:
    page = LIST.replace(b"<title>", b'<link rel="alternate" type="application/rss+xml" href="rss.xml"><title>', 1)
    assert add(tmp_path, URL, {URL: page}).source.kind == "list"


def test_an_address_that_cannot_be_had_may_be_added_with_its_kind(tmp_path: Path) -> None:
    other = "https://kjt.xinghan.example.cn/none/"
    with pytest.raises(CannotProceed, match="unfetched"):
        add(tmp_path, other)
    made = add(tmp_path, other, kind="list", name="다른 곳")
    assert (made.source.name, made.source.kind, made.entries) == ("다른 곳", "list", ())


def test_the_catalogue_gives_a_source_untried(tmp_path: Path) -> None:
    one = catalogue()[0].source
    assert add(tmp_path, one.name).source == one
    assert workspace.sources_of(workspace.open_workspace(tmp_path)) == (one,)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("北京", "several"),
        ("아무것도 아님", "neither"),
        ("ftp://a.example.cn/", "neither"),
        ("https://kjt.xinghan.example.cn/gone", "is gone"),
    ],
)
def test_what_cannot_be_added_says_why(tmp_path: Path, what: str, said: str) -> None:
    with pytest.raises(CannotProceed, match=said):
        add(tmp_path, what)


def test_a_source_is_not_added_twice(tmp_path: Path) -> None:
    add(tmp_path, URL)
    with pytest.raises(CannotProceed, match="watched already"):
        add(tmp_path, URL)


def test_names_and_files_of_one_site_differ(tmp_path: Path) -> None:
    first = add(tmp_path, URL)
    second = add(
        tmp_path,
        "https://kjt.xinghan.example.cn/tzgg/index.html?c=2",
        {"https://kjt.xinghan.example.cn/tzgg/index.html?c=2": LIST},
    )
    assert first.file != second.file
    assert first.source.name != second.source.name


@pytest.mark.parametrize("title", ["../../etc/passwd", "a\x1b[31m\u202eb", "", "名" * 5000, 'quote " \\ end', "\n\t x"])
def test_a_title_from_a_server_is_a_name_and_never_a_path(tmp_path: Path, title: str) -> None:
    page = LIST.replace("通知公告</title>".encode(), f"{title}</title>".encode())
    made = add(tmp_path, URL, {URL: page})
    assert made.file.parent == tmp_path / "sources"
    (again,) = workspace.sources_of(workspace.open_workspace(tmp_path))
    assert again == made.source
    assert again.name.isprintable()


@pytest.mark.parametrize(
    "url",
    [
        "https://kjt.xinghan.example.cn/../../x",
        "https://KJT.xinghan.example.cn/%2e%2e/a%20b/汉字?x=../y",
        "https://kjt.xinghan.example.cn/" + "a/" * 400,
    ],
)
def test_a_file_is_called_by_plain_letters(tmp_path: Path, url: str) -> None:
    made = add(tmp_path, url, kind="list")
    assert made.file.parent == tmp_path / "sources"
    assert made.file.name.isascii()
    assert len(made.file.name) < 100


@pytest.mark.parametrize("robots", [b"User-agent: *\nSitemap: /maps/news.xml\n", None])
def test_a_site_without_lists_is_watched_by_its_map(tmp_path: Path, robots: bytes | None) -> None:
    root, page = "https://kjt.xinghan.example.cn/", "<html><body><p>欢迎访问。</p></body></html>".encode()
    urls = "".join(f"<url><loc>{root}a/{number}.html</loc></url>" for number in range(3))
    address = f"{root}maps/news.xml" if robots else f"{root}sitemap.xml"
    pages = {root: page, address: f"<urlset>{urls}</urlset>".encode()}
    made = add(tmp_path, root, pages | ({f"{root}robots.txt": robots} if robots else {}))
    assert (made.source.kind, made.source.address, len(made.entries)) == ("sitemap", address, 3)
