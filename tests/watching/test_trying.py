"""Sources tried: what they name, and why one fails, with the next step."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from donghyang.collect.health import Look, standing
from donghyang.records import Capture, Message, Source, Trouble
from donghyang.watching import Got, Tried, look_of, try_source

DAY = dt.date(2031, 5, 20)
URL = "https://kjt.xinghan.example.cn/tzgg/index.html"
LIST = (Path(__file__).parents[1] / "collect/sources/lists/built/trs.html").read_bytes()
SOURCE = Source("통지", URL, "list")


def tried(
    body: bytes | None, source: Source = SOURCE, trouble: Trouble | None = None, before: list[Look] | None = None
) -> Tried:
    got = Got(source.address, body, trouble, Message("사유", "reason") if trouble else None)
    return try_source(source, Path(), lambda url: got, DAY, before or [])


def test_a_list_is_well() -> None:
    found = tried(LIST)
    assert (found.look.found, found.look.fresh, found.look.newest) == (10, 10, dt.date(2031, 5, 18))
    assert found.look.state == "fine"


def test_a_list_seen_before_is_unchanged() -> None:
    first = tried(LIST).look
    assert tried(LIST, before=[first]).look.state == "unchanged"
    shorter = LIST.replace(b"t20310518_98100", b"t20310519_98111")
    assert tried(shorter, before=[first]).look.state == "fine"


def test_a_list_of_which_nothing_is_wanted_is_well() -> None:
    found = tried(LIST, Source("통지", URL, "list", include=("아무것도 아님",)))
    assert found.entries == ()
    assert found.look.state == "fine"


def test_what_could_not_be_had_keeps_its_trouble() -> None:
    found = tried(None, trouble="gone")
    assert found.look.state == "broken"
    assert found.look.reason == Message("사유", "reason")


OFFICE = "省科技厅负责全省科技工作，统筹推进创新体系建设，并组织实施科技计划。"


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("<html><head><title>安全验证</title></head><body><p>请完成验证后继续访问</p></body></html>", "blocked"),
        ("<html><head><title>404</title></head><body><p>您访问的页面不存在</p></body></html>", "blocked"),
        ("<html><body><div id='app'></div><script>var a=1;</script></body></html>", "blocked"),
        (
            f"<html><body><h1>省科技厅概况</h1><p>{OFFICE * 4}</p></body></html>",
            "empty",
        ),
    ],
)
def test_a_notice_in_place_of_a_list_is_told(body: str, state: str) -> None:
    found = tried(body.encode())
    assert found.look.state == state
    assert standing(SOURCE, [found.look]).message.ko


def test_an_older_version_is_asked_on_its_days() -> None:
    asked: list[str] = []

    def ask(url: str) -> Got:
        asked.append(url)
        return Got(url, LIST)

    from donghyang.records import SourceVersion

    source = Source(
        "통지", URL, "list", versions=(SourceVersion(dt.date(2031, 12, 31), address="https://old.example.cn/"),)
    )
    try_source(source, Path(), ask, DAY)
    try_source(source, Path(), ask, dt.date(2032, 1, 1))
    assert asked == ["https://old.example.cn/", URL]


def test_local_sources_are_read_where_they_lie(tmp_path: Path) -> None:
    def never(url: str) -> Got:
        raise AssertionError(url)

    (tmp_path / "wx").mkdir()
    (tmp_path / "wx/a.html").write_text(
        '<html><script src="//res.wx.qq.com/a.js"></script><body>该内容已被发布者删除</body></html>', "utf-8"
    )
    found = try_source(Source("위챗", "wx", "wechat"), tmp_path, never, DAY)
    assert found.entries == ()
    assert "지운" in found.notes[0].ko
    assert standing(Source("위챗", "wx", "wechat"), [found.look]).weight is None
    (tmp_path / "u.txt").write_text("https://a.example.cn/1.html\n", "utf-8")
    assert len(try_source(Source("주소", "u.txt", "urls"), tmp_path, never, DAY).entries) == 1
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a.pdf").write_bytes(b"%PDF-broken")
    assert try_source(Source("저장", "kept"), tmp_path, never, DAY).look.found == 1
    lost = try_source(Source("없음", "none", "maildir"), tmp_path, never, DAY)
    assert lost.look.state == "broken"
    assert lost.look.reason is not None


def capture(url: str, state: str, trouble: Trouble | None = None) -> Capture:
    when = dt.datetime(2031, 5, 20, tzinfo=dt.UTC)
    return Capture(url, url, when, 200, "text/html", "ab" * 32, 10, state, trouble, None)  # type: ignore[arg-type]


def test_a_run_over_sources_gives_looks() -> None:
    entries = tried(LIST).entries
    assert look_of(SOURCE, [capture(URL, "new")], entries, DAY) == tried(LIST).look
    assert look_of(SOURCE, [capture(URL, "failed", "server")], (), DAY).state == "broken"
    further = [capture(URL, "new"), capture(URL + "?p=2", "failed", "gone")]
    assert look_of(SOURCE, further, entries, DAY).state == "fine"
    page = Source("고시", URL, "page")
    assert look_of(page, [capture(URL, "unchanged")], (), DAY).state == "unchanged"
    assert look_of(page, [capture(URL, "changed")], (), DAY).state == "fine"
