"""What cited pages say by now that they did not say when they were cited."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.collect.kept import Desk
from tests.collect.zoo import article

from donghyang import workspace
from donghyang.collecting import Recheck, rechecked

URL = "https://www.kjj.example.cn/tz/t{}.html"
REPORT = """과학기술 정책 주간동향
2026년 11월 24일

Ⅰ. 정책 동향

01 1호 단지, 과학기술 혁신 지원책 발표
■ 1호 단지가 과학기술 혁신 지원책을 발표 (11.23)
● 공공기술 서비스 플랫폼을 건설
참고자료
☑ 第1号园区发布科技创新支持办法
https://www.kjj.example.cn/tz/t1.html

02 2호 단지, 과학기술 혁신 지원책 발표
■ 2호 단지가 과학기술 혁신 지원책을 발표 (11.23)
● 공공기술 서비스 플랫폼을 건설
참고자료
☑ 第2号园区发布科技创新支持办法
https://www.kjj.example.cn/tz/t2.html
"""
EDITED = "补充说明：申报截止日期延长到年底。"


@pytest.fixture
def home(tmp_path: Path) -> workspace.Workspace:
    (tmp_path / "donghyang.toml").touch()
    report = tmp_path / "issues" / "2026-11-24" / "report.txt"
    report.parent.mkdir(parents=True)
    report.write_text(REPORT, encoding="utf-8")
    return workspace.open_workspace(tmp_path)


def checked(home: workspace.Workspace) -> tuple[Recheck, ...]:
    file = home.root / "issues" / "2026-11-24" / "report.txt"
    return rechecked(home, file, lambda label, done, total: None, ask=False)


def test_an_article_whose_source_changed_since_is_told_with_the_sentence(home: workspace.Workspace) -> None:
    desk = Desk(home.pages)
    for number in (1, 2, 3):
        desk.sent(URL.format(number), article(number))
    desk.sent(URL.format(2), article(2, "早先的说明。"))
    desk.now += dt.timedelta(days=3)
    desk.sent(URL.format(1), article(1, EDITED))
    desk.sent(URL.format(2), article(2, "早先的说明。"))
    desk.sent(URL.format(3), article(3, EDITED))
    first, second = checked(home)
    assert (first.number, first.url) == (1, URL.format(1))
    assert [(one.before, one.after) for one in first.changes] == [(None, EDITED)]
    assert (second.number, second.changes) == (2, ())


def test_a_page_that_is_gone_or_was_not_collected_has_not_changed(home: workspace.Workspace) -> None:
    desk = Desk(home.pages)
    desk.sent(URL.format(1), article(1))
    desk.now += dt.timedelta(days=3)
    desk.sent(URL.format(1), "<html><body>404</body></html>", 404, trouble="gone")
    assert [(one.url, one.changes) for one in checked(home)] == [(URL.format(1), ())]


def test_a_page_first_collected_after_the_report_counts_as_it_was_first(home: workspace.Workspace) -> None:
    desk = Desk(home.pages)
    desk.now += dt.timedelta(days=9)
    desk.sent(URL.format(1), article(1))
    desk.sent(URL.format(1), article(1, EDITED))
    (only,) = checked(home)
    assert [one.after for one in only.changes] == [EDITED]
