"""What the evidence says of a page: new, edited, the same, or no page at all; and that its index can be made again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.collect.kept import START, Desk
from tests.collect.zoo import article

from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.evidence.index import NAME
from donghyang.collect.evidence.versions import differences, versions
from donghyang.records import CannotProceed, Unreadable

URL = "https://www.kjj.example.cn/tz/t{}.html"
CAPTCHA = "<html><head><title>安全验证</title></head><body><p>请完成下列验证后继续访问</p></body></html>"
EDITED = "补充说明：申报截止日期延长到2026年12月31日，由园区办公室负责解释。"


def test_fifty_edits_are_fifty_versions_of_the_same_pages(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number in range(50):
        assert desk.sent(URL.format(number), article(number)).state == "new"
    for number in range(50):
        assert (
            desk.sent(
                URL.format(number), article(number, f"补充说明：第{number}批项目的申报截止日期延长到年底。")
            ).state
            == "changed"
        )
    with Evidence(tmp_path) as evidence:
        names = evidence.pages()
        assert len(names) == 50
        for number in range(50):
            told = versions(evidence, URL.format(number))
            assert len(told.versions) == 2
            (change,) = told.versions[1].changes
            assert change.before is None
            assert f"第{number}批" in (change.after or "")


@pytest.mark.parametrize(
    "body",
    [
        CAPTCHA,
        "",
        "   \n ",
        "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>",
        "<html><head><title>系统维护</title></head><body><p>系统维护中，请稍后再试</p></body></html>",
        "<html><body><script>location.reload()</script></body></html>",
    ],
    ids=["captcha", "empty", "blank", "not found", "maintenance", "script"],
)
def test_what_is_no_article_changes_nothing(tmp_path: Path, body: str) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    desk.sent(url, article(1))
    lost = desk.sent(url, body)
    assert (lost.state, lost.reason is not None) == ("failed", True)
    assert lost.trouble in ("no article", "empty")
    assert desk.sent(url, article(1)).state == "unchanged"
    with Evidence(tmp_path) as evidence:
        assert len(versions(evidence, url).versions) == 1
        (page,) = evidence.pages().values()
        assert page.load() == article(1).encode()


@pytest.mark.parametrize(("status", "trouble"), [(404, "gone"), (403, "blocked"), (503, "server"), (418, "status")])
def test_errors_of_the_server_change_nothing(tmp_path: Path, status: int, trouble: str) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    desk.sent(url, article(1))
    assert desk.sent(url, article(2), status, trouble=trouble).state == "failed"  # type: ignore[arg-type]
    assert desk.sent(url, article(1)).state == "unchanged"


def test_what_stands_beside_an_article_changes_no_page(tmp_path: Path) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    desk.sent(url, article(1))
    other = article(1).replace("</body>", "<script>var visits = 1024;</script><!-- 09:31 --></body>")
    capture = desk.sent(url, other)
    assert capture.state == "unchanged"
    assert desk.sent(url, other).state == "unchanged"


def test_a_page_that_goes_back_has_changed_twice(tmp_path: Path) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    states = [desk.sent(url, body).state for body in (article(1), article(1, EDITED), article(1), article(1))]
    assert states == ["new", "changed", "changed", "unchanged"]
    with Evidence(tmp_path) as evidence:
        assert [len(version.changes) for version in versions(evidence, url).versions] == [0, 1, 1]


def test_a_page_that_was_never_had_and_then_is_is_new(tmp_path: Path) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    assert desk.lost(url, "name", "www.kjj.example.cn").state == "failed"
    assert desk.sent(url, CAPTCHA).state == "failed"
    assert desk.sent(url, article(1)).state == "new"


def test_what_is_asked_with_is_what_the_server_said_of_the_page(tmp_path: Path) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    first = desk.sent(url, article(1), ETag='"a"', Last_Modified="Mon, 23 Nov 2026 00:00:00 GMT")
    desk.sent(url, CAPTCHA, ETag='"captcha"')
    desk.sent(url, "", 304)
    with Evidence(tmp_path) as evidence:
        known = evidence.known(url)
        assert known is not None
        assert (known.etag, known.modified) == ('"a"', "Mon, 23 Nov 2026 00:00:00 GMT")
        assert (known.digest, known.fetched, known.size) == (first.digest, first.fetched, first.size)
        assert evidence.known("https://other.example/") is None


def test_the_index_is_made_again_from_the_files(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for body, status in ((article(1), 200), (article(1, EDITED), 200), ("", 304), (CAPTCHA, 200)):
        desk.sent(URL.format(1), body, status)
    desk.lost(URL.format(2), "slow", "60")
    with Evidence(tmp_path) as evidence:
        before = [evidence.history(URL.format(number)) for number in (1, 2)]
        assert evidence.catch_up() == 0
    desk.close()
    (tmp_path / NAME).unlink()
    with Evidence(tmp_path) as evidence:
        assert evidence.catch_up() == 5
        assert [evidence.history(URL.format(number)) for number in (1, 2)] == before
        assert evidence.catch_up() == 0


def test_an_index_that_is_none_is_made_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sent(URL.format(1), article(1))
    desk.close()
    (tmp_path / NAME).write_bytes(b"no base at all" * 1000)
    with Evidence(tmp_path) as evidence:
        assert evidence.catch_up() == 1
        assert len(evidence.pages()) == 1


def test_pages_are_those_first_had_since(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sent(URL.format(1), article(1))
    middle = desk.now + dt.timedelta(minutes=1)
    desk.sent(URL.format(2), article(2))
    desk.sent(URL.format(1), article(1, EDITED))
    desk.sent(
        "https://www.kjj.example.cn/tz/",
        "<a href='t1.html'>x</a>",
        asked=Asked("https://www.kjj.example.cn/tz/", "list"),
    )
    with Evidence(tmp_path) as evidence:
        assert list(evidence.pages()) == ["www.kjj.example.cn/tz/t1.html", "www.kjj.example.cn/tz/t2.html"]
        assert list(evidence.pages(middle)) == ["www.kjj.example.cn/tz/t2.html"]
        assert len(list(evidence.between(START, desk.now + dt.timedelta(hours=1)))) == 4
        assert evidence.newest() == desk.now - dt.timedelta(hours=1)


def test_an_address_that_was_tried_as_a_list_is_new_as_a_page(tmp_path: Path) -> None:
    desk, url = Desk(tmp_path), URL.format(1)
    assert desk.sent(url, article(1), asked=Asked(url, "list")).state == "new"
    assert desk.sent(url, article(1)).state == "new"
    assert desk.sent(url, article(1, EDITED)).state == "changed"


def test_evidence_that_was_deleted_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sent(URL.format(1), article(1))
    desk.warcs()[0].unlink()
    with Evidence(tmp_path) as evidence:
        (page,) = evidence.pages().values()
        with pytest.raises(Unreadable, match="not in the files"):
            page.load()


def test_a_page_that_was_not_collected_has_no_versions(tmp_path: Path) -> None:
    with Evidence(tmp_path) as evidence, pytest.raises(CannotProceed, match="no page that was collected"):
        versions(evidence, URL.format(1))


def test_differences_pair_a_sentence_with_what_became_of_it() -> None:
    before = ["标题", "计划投资10亿元，建设5个平台。", "由办公室负责解释。"]
    after = ["标题", "计划投资12亿元，建设5个平台。", "新增说明。", "由办公室负责解释。"]
    told = [(change.before, change.after) for change in differences(before, after)]
    assert told == [(before[1], after[1]), (None, "新增说明。")]
    assert list(differences(before, before)) == []


def test_long_texts_are_compared_in_the_time_their_length_asks_for() -> None:
    before = ["同一行。"] * 20_000
    assert [change.after for change in differences(before, [*before, "多一行。"])] == ["多一行。"]


def test_a_list_that_leads_to_the_first_page_of_its_site_is_none(tmp_path: Path) -> None:
    desk, home = Desk(tmp_path), "https://www.kjj.example.cn/"
    for url, state in ((f"{home}tz/", "failed"), (f"{home}index.html", "new"), (home, "new")):
        assert desk.led(url, home, "<a href='t1.html'>x</a>", Asked(url, "list")).state == state
    assert desk.led(URL.format(1), "https://www.kjj.example.cn/zt/", article(1)).state == "new"
