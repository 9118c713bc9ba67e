"""One run over the sources: what is asked for, what is not asked for again, and what a source that fails costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.collect.kept import Desk
from tests.collect.zoo import article, listing

from donghyang.collect import gathering
from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.gathered import Gathered, Watched
from donghyang.collect.gathering import gather
from donghyang.collect.sources import discover
from donghyang.records import CannotProceed, Capture, Collecting, Entry, Message, Source, Unreadable

LIST = "https://www.kjj.example/list"
PAGES = {f"https://www.kjj.example/page/{number}": article(number) for number in range(6)}
DAY = dt.timedelta(days=1)


class Web:
    """Answers for the process that fetches, straight into the evidence, at a time that a test sets."""

    def __init__(self, folder: Path) -> None:
        self.bodies: dict[str, str] = {LIST: listing(range(3)), **PAGES}
        self.asked: list[str] = []
        self.breaks_at: str | None = None
        self.desk = Desk(folder)
        self.desk.now = dt.datetime.now(dt.UTC) - dt.timedelta(hours=8)

    def open(self) -> None: ...

    def close(self) -> None: ...

    def fetch(self, asked: Sequence[Asked]) -> Iterator[Capture]:
        for one in asked:
            if one.url == self.breaks_at:
                raise CannotProceed(Message("멈춤", "broke off"))
            self.asked.append(one.url)
            if one.url in self.bodies:
                yield self.desk.sent(one.url, self.bodies[one.url], asked=one)
            else:
                yield self.desk.sent(one.url, "x", 404, asked=one, trouble="gone")

    def again(self, days: int = 0) -> list[str]:
        """Forget what was asked, and let so many days go by."""
        asked, self.asked = self.asked, []
        self.desk.now += days * DAY
        return asked


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Web:
    made = Web(tmp_path)
    monkeypatch.setattr(gathering, "Fetcher", lambda *told: made)
    return made


def run(folder: Path, *sources: Source, **told: Any) -> Gathered:
    with Evidence(folder) as evidence:
        return gather(sources or [Source("단지", LIST, "list")], folder, evidence, Collecting(**told))


def test_pages_are_asked_for_once_and_a_list_each_time(web: Web, tmp_path: Path) -> None:
    first = run(tmp_path)
    assert web.again() == [LIST, *list(PAGES)[:3]]
    assert first.sources == (Watched("단지", 3, 3, 0, 0, 0, 0, 0, None),)
    second = run(tmp_path)
    assert web.again() == [LIST]
    assert second.sources == (Watched("단지", 3, 0, 0, 0, 0, 0, 0, None),)


def test_pages_still_named_are_looked_at_again_after_a_while(web: Web, tmp_path: Path) -> None:
    run(tmp_path)
    web.again()
    web.bodies[list(PAGES)[1]] = article(1, "补充说明：截止日期延长到年底。")
    told = run(tmp_path, again=0)
    assert web.again() == [LIST, *list(PAGES)[:3]]
    assert [one.url for one in told.changed] == [list(PAGES)[1]]
    run(tmp_path, again=0, recheck=0)
    assert web.again() == [LIST], "what was had long ago is left alone"


def test_old_entries_are_not_fetched(web: Web, tmp_path: Path) -> None:
    web.bodies[LIST] = listing([0, 1, 19])
    told = run(tmp_path, reach=10)
    assert web.again() == [LIST, *list(PAGES)[:2]]
    assert (told.sources[0].new, told.sources[0].old, told.old) == (2, 1, 1)
    again = run(tmp_path, reach=10)
    assert (again.sources[0].new, again.sources[0].old) == (0, 1)
    assert run(tmp_path, reach=30).old == 0
    assert run(tmp_path, reach=10).old == 0, "what was had is not too old"


def test_a_list_that_fails_is_told_and_costs_the_others_nothing(web: Web, tmp_path: Path) -> None:
    other = Source("없는 곳", "https://gone.example/rss", "feed")
    told = run(tmp_path, other, Source("단지", LIST, "list"))
    gone, fine = told.sources
    assert (gone.source, gone.failed) == ("없는 곳", 1)
    assert gone.reason is not None
    assert "HTTP 404" in gone.reason.en
    assert (fine.new, fine.reason) == (3, None)


def test_what_a_broken_run_left_is_fetched_by_the_next_though_no_list_names_it(web: Web, tmp_path: Path) -> None:
    web.breaks_at = list(PAGES)[1]
    broken = run(tmp_path)
    assert broken.broken is not None
    assert (broken.pages, broken.left) == (1, 2)
    web.again()
    web.breaks_at, web.bodies[LIST] = None, listing([3, 4, 5])
    told = run(tmp_path)
    assert sorted(web.again()[1:]) == list(PAGES)[1:]
    assert (told.sources[0].new, told.left) == (5, 0)


def test_pages_that_are_gone_are_not_asked_for_each_time(web: Web, tmp_path: Path) -> None:
    del web.bodies[next(iter(PAGES))]
    assert run(tmp_path).sources[0].failed == 1
    web.again()
    run(tmp_path)
    assert web.again() == [LIST]


def test_a_page_that_two_sources_name_is_asked_for_once(web: Web, tmp_path: Path) -> None:
    web.bodies["https://other.example/list"] = listing(range(3)).replace('"/page', '"https://www.kjj.example/page')
    told = run(tmp_path, Source("가", LIST, "list"), Source("나", "https://other.example/list", "list"))
    assert len(web.again()) == 2 + 3
    assert [one.new for one in told.sources] == [3, 0]


def test_pasted_addresses_and_single_pages_are_sources(web: Web, tmp_path: Path) -> None:
    first, second = list(PAGES)[:2]
    (tmp_path / "urls.txt").write_text(f"{first}\n", encoding="utf-8")
    told = run(tmp_path, Source("붙인 것", "urls.txt", "urls"), Source("한 페이지", second, "page"))
    assert web.again() == [first, second]
    assert [(one.source, one.new) for one in told.sources] == [("붙인 것", 1), ("한 페이지", 1)]
    missing = run(tmp_path, Source("없음", "none.txt", "urls"))
    assert missing.sources[0].reason is not None


def test_a_list_that_breaks_its_reader_does_not_stop_the_run(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*told: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(gathering, "discover", broken)
    told = run(tmp_path)
    assert told.broken is None
    assert told.sources[0].reason is not None
    assert "ZeroDivisionError" in told.sources[0].reason.en


@pytest.mark.parametrize("problem", [ZeroDivisionError(), Unreadable("a.eml", Message("너무 큼", "too large"))])
def test_a_mail_that_breaks_its_reader_costs_the_others_nothing(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def reads(source: Source, body: bytes, *told: Any) -> Sequence[Entry]:
        if not body:
            raise problem
        return discover(source, body, *told)

    monkeypatch.setattr(gathering, "discover", reads)
    first, second = list(PAGES)[:2]
    (tmp_path / "mails").mkdir()
    for name, text in (("a.eml", ""), ("b.eml", f"Subject: x\n\n{first}\n"), ("c.eml", f"Subject: x\n\n{second}\n")):
        (tmp_path / "mails" / name).write_text(text, encoding="utf-8")
    told = run(tmp_path, Source("소식", "mails", "maildir"))
    assert told.broken is None
    assert web.again() == [first, second]


def test_folders_are_not_fetched(web: Web, tmp_path: Path) -> None:
    assert run(tmp_path, Source("폴더", "pages/inbox")).sources == ()
    assert web.again() == []


def test_an_article_that_stands_in_a_file_is_had_as_that_file(web: Web, tmp_path: Path) -> None:
    first, second, third = list(PAGES)[:3]
    frame = '<iframe src="/pdfjs/web/viewer.html?file=%2Ffiles%2Fplan.pdf"></iframe>'
    web.bodies |= {
        first: "<html><body><a href='/files/plan.txt'>实施方案.txt</a><a href='/files/x.xls'>表.xls</a></body></html>",
        second: f"<html><body>{frame}</body></html>",
        "https://www.kjj.example/files/plan.txt": "关于印发实施方案的通知\n\n现将实施方案印发给你们，请认真贯彻执行。",
    }
    told = run(tmp_path)
    assert web.again() == [
        *(LIST, first, second, third),
        *("https://www.kjj.example/files/plan.txt", "https://www.kjj.example/files/plan.pdf"),
    ]
    (only,) = told.sources
    assert (only.new, only.failed) == (2, 2)
    assert sorted(one.url for one in told.failures) == ["https://www.kjj.example/files/plan.pdf", second]
    with Evidence(tmp_path) as evidence:
        assert "www.kjj.example/files/plan.txt" in evidence.pages()


def test_a_list_that_goes_on_and_on_is_left_after_some_pages(web: Web, tmp_path: Path) -> None:
    for number in range(9):
        web.bodies[f"{LIST}{number or ''}"] = listing([number], f"/list{number + 1}")
        web.bodies[f"https://www.kjj.example/page/{number}"] = article(number)
    told = run(tmp_path)
    assert told.lists == 5
    assert told.pages == 5


MOVING = """<html><head><title>关于网站集约化迁移的公告</title></head><body><h1>关于网站集约化迁移的公告</h1>
<p>尊敬的用户：本网站将进行集约化平台迁移，期间各栏目不能浏览，办事服务请到各级政务服务大厅办理，由此带来的不便，敬请谅解。</p></body></html>"""


def test_a_notice_in_place_of_a_page_that_is_new_is_no_article(web: Web, tmp_path: Path) -> None:
    first, second, third = list(PAGES)[:3]
    web.bodies[first] = MOVING
    web.bodies[second] = article(1).replace("2026-11-02", "")
    web.bodies[third] = article(2).replace("发布科技创新支持办法", "出台支持科技创新的办法")
    told = run(tmp_path)
    assert (told.sources[0].new, told.sources[0].failed) == (2, 1)
    assert [one.url for one in told.failures] == [first]
    with Evidence(tmp_path) as evidence:
        assert len(evidence.pages()) == 2
        before = evidence.history(first)
    (tmp_path / "index.sqlite").unlink()
    with Evidence(tmp_path) as evidence:
        evidence.catch_up()
        assert evidence.history(first) == before
        assert len(evidence.pages()) == 2
