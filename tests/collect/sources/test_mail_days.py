"""The day beside an article in a newsletter, and the days there that are not its own."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.collect.sources.lists.links import links
from donghyang.collect.sources.mail_days import told
from donghyang.collect.sources.opened import opened

MAILED = dt.date(2031, 5, 20)
URL = "https://a.example.cn/1"
TITLE = "海洋碳汇监测技术攻关榜单发布"


def day_of(around: str) -> dt.date | None:
    text = around.replace("@", f'<a href="{URL}">{TITLE}</a>')
    page = opened(f'<html><body>{text}<p><a href="/2">低空经济技术路线图论证会召开</a></p></body></html>'.encode(), URL)
    assert page is not None
    return told(list(links(page)), MAILED).get(URL)


@pytest.mark.parametrize(
    ("around", "day"),
    [
        ("<p><b>@</b>（2031-05-18）</p>", 18),
        ("<p>@（5月18日）</p>", 18),
        ("<p>@<br>来源：晨潮财经 2031-05-15</p>", 15),
        ("<li>[05-12] @</li>", 12),
        ("<div>@<p>05-12 | 科技日报</p></div>", 12),
        ("<div>@<p>科技日报 2031.05.12 08:30</p></div>", 12),
        ("<div>@<p>发布时间：2031年5月8日</p></div>", 8),
        ("<td>@ <span>5月9日</span></td>", 9),
    ],
)
def test_a_day_that_stands_for_itself_is_the_articles(around: str, day: int) -> None:
    assert day_of(around) == dt.date(2031, 5, day)


@pytest.mark.parametrize(
    "around",
    [
        "<p>@</p>",
        "<div>@<p>会议于5月12日在京召开，发布榜单。</p></div>",
        "<div>@<p>5月12日，榜单发布</p></div>",
        "<div>@<p>截止日期：2031年5月12日</p></div>",
        "<div>@<p>报名截止 5月12日</p></div>",
        "<div>@<p>时间：2031年5月12日 地点：青岛</p></div>",
        "<div>@<p>会议时间 2031-05-12</p></div>",
        "<div>@（2031-06-10）</div>",  # still to come
        "<div>@<p>新版本 5.1 发布</p></div>",
        "<div>@<p>2031-05-01至2031-05-12</p></div>",
        "<div>@<p>涨幅 3.2</p></div>",
    ],
)
def test_other_days_are_not(around: str) -> None:
    assert day_of(around) is None
