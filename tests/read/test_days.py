"""The day of a page: its written forms, and which of several days it is."""

from __future__ import annotations

import pytest

from donghyang.read import days
from donghyang.read.webpage import from_html

TEXT = (
    "<p>省海洋局近日部署冬季观测任务，要求各站点十二月底前完成设备检修。</p>"
    "<p>检修所需经费由省财政统一安排，共计三千二百万元。</p>"
)
TITLE = "冬季观测任务部署到位"


def page_day(above: str, *, title: str = TITLE, head: str = "", below: str = "") -> str | None:
    html = f"<html><head>{head}</head><body><h1>{title}</h1>{above}<div>{TEXT}{below}</div></body></html>"
    found = from_html(html, "a.html").date
    return str(found) if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年3月7日", "2026-03-07"),
        ("2026 年 03 月 07 日", "2026-03-07"),
        ("2026-3-7 09:30", "2026-03-07"),
        ("2026/03/07", "2026-03-07"),
        ("2026.03.07", "2026-03-07"),
        ("２０２６年３月７日", "2026-03-07"),
        ("二〇二六年三月七日", "2026-03-07"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("二零二六年十月二十日", "2026-10-20"),
        ("二Ｏ二六年三月七日", "2026-03-07"),
        ("20260307", "2026-03-07"),
        ("26-03-07", "2026-03-07"),
        ("27/3/2026", "2026-03-27"),
        ("3/27/2026", "2026-03-27"),
        ("7/7/2026", "2026-07-07"),
        ("Mar 7, 2026", "2026-03-07"),
        ("March 7th, 2026", "2026-03-07"),
        ("7 March 2026", "2026-03-07"),
        ("2026 03/07 10:22:33", "2026-03-07"),
    ],
)
def test_form(text: str, day: str) -> None:
    assert [str(found.day) for found in days.find(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "3/7/2026",
        "2026年13月2日",
        "2026-02-30",
        "二〇二六年三月",
        "二〇二六年三月十一一日",
        "二〇二六年一二月七日",
        "120260307",
        "0591-2026-11",
        "1024-06-07",
        "v2.03.07",
        "12-30-2026-1",
    ],
)
def test_no_day(text: str) -> None:
    assert not list(days.find(text))


@pytest.mark.parametrize(
    ("info", "day"),
    [
        # what the label says
        ("<p>生效日期：2026-05-01　印发日期：2026-03-02　公开日期：2026-03-07</p>", "2026-03-07"),
        ("<p>成文日期：2026年3月2日</p><p>发布日期：2026年3月7日</p>", "2026-03-07"),
        ("<p>最后更新：2026-04-11</p><p>2026-03-07 来源：海洋处</p>", "2026-03-07"),
        ("<p>更新时间：2026-04-11 发布时间：2026-03-07</p>", "2026-03-07"),
        ("<p>开标时间：2026年4月9日</p><p>发布：2026-03-07</p>", "2026-03-07"),
        ("<p>讲座时间：2026年4月9日下午</p><p>2026-03-07</p>", "2026-03-07"),
        ("<p>截止日期：2026-04-09</p><p>2026-03-07 10:20</p>", "2026-03-07"),
        ("<p>时间：2026年4月9日 14:00</p><p>地点：三号楼</p><p>发布：2026-03-07</p>", "2026-03-07"),
        ("<p>时间：2026-04-09 14:00 地点：三号楼</p><p>2026-03-07 来源：海洋处</p>", "2026-03-07"),
        ("<p>岚海 晴 3~9℃ 2026年3月9日 08:10</p><p>2026-03-07 来源：海洋处</p>", "2026-03-07"),
        ("<p>2026年3月9日 08:10:22 星期一</p><p>海洋处 2026-03-07</p>", "2026-03-07"),
        ("<p>欢迎访问岚海海洋网 2026年3月9日</p><p>来源：海洋处 2026-03-07</p>", "2026-03-07"),
        ("<p>柳青·2026年3月7日 18:30</p>", "2026-03-07"),
        ("<p>2026-03-07 更新于 2026-03-12</p>", "2026-03-07"),
        ("<time datetime='2026-03-07T08:00:00+08:00'>三天前</time>", "2026-03-07"),
        ("<p>《岚海日报》（2026年3月7日　第 05 版）</p>", "2026-03-07"),
        ("<p>报名时间：2026-03-07 至 2026-04-09</p>", "2026-03-07"),
        ("<p>发文时间：20260307</p>", "2026-03-07"),
        ("<p>上传日期：26-03-07</p>", "2026-03-07"),
        ("<p>Published: Mar 7, 2026</p>", "2026-03-07"),
        # nothing better
        ("<p>更新时间：2026-03-07 08:10</p>", "2026-03-07"),
        ("<p>成文日期：2026-03-07</p>", "2026-03-07"),
        ("<div>2026年03月07日 星期六</div>", "2026-03-07"),
        # another day
        ("<p>今天是2026年3月9日 星期一</p><p>来源：海洋处 2026-03-07</p>", "2026-03-07"),
        ("<p>今天是：2026年3月9日</p>", None),
        ("<p>会议时间：2026年4月9日</p>", None),
        ("<p>实施日期：2026-05-01</p>", None),
    ],
)
def test_which_day(info: str, day: str | None) -> None:
    assert page_day(info) == day


@pytest.mark.parametrize(
    ("title", "info", "day"),
    [
        ("2026年3月2日例行发布会实录", "<div>2026-03-07 09:00</div>", "2026-03-07"),
        ("2026年3月2日例行发布会实录", "<div>字号：大 中 小</div>", None),
        ("海洋论坛发言摘编", "<h3>（2026年3月2日）</h3><div>2026-03-07 来源：海洋报</div>", "2026-03-07"),
    ],
)
def test_a_day_in_the_title_is_no_day_of_publication(title: str, info: str, day: str | None) -> None:
    assert page_day(info, title=title, head=f"<title>{title}</title>") == day


@pytest.mark.parametrize(
    ("name", "value", "day"),
    [
        ("firstpublishedtime", "2026-03-07-18:05:00", "2026-03-07"),
        ("PubDate", "2026-03-07 11:20", "2026-03-07"),
        ("Date", "2026年3月7日", "2026-03-07"),
        ("lastmodifiedtime", "2026-04-01", None),
    ],
)
def test_what_the_head_says(name: str, value: str, day: str | None) -> None:
    assert page_day("", head=f"<meta name='{name}' content='{value}'>") == day


def test_a_signed_day_stands_last() -> None:
    assert page_day("", below="<p>省海洋局</p><p>二〇二六年三月七日</p>") == "2026-03-07"


@pytest.mark.parametrize(
    "below",
    [
        "<h3>相关新闻</h3><ul><li>海洋装备目录公布 2026-01-05</li></ul>",
        "<ul><li><a href='b.html'>观测规程发布</a>2026-01-05</li></ul>",
        "<p><a href='b.html'>观测规程正式发布</a> 2026-01-05</p>",
        "<h4>网友评论</h4><p>阿海：真不错 2026-01-05 09:12</p>",
    ],
)
@pytest.mark.parametrize("info", ["<p>2026-03-07 来源：海洋处</p>", "<p>2026年3月7日　岚海</p>"])
def test_the_days_of_other_matter_below_are_not_the_page_s(info: str, below: str) -> None:
    html = f"<body><h1>{TITLE}</h1>{info}<div>{TEXT}</div><div>{below}</div></body>"
    assert str(from_html(html, "a.html").date) == "2026-03-07"


def test_the_printed_day_comes_before_the_machine_s() -> None:
    head = "<meta name='PubDate' content='2026-03-09 08:00'>"
    assert page_day("<p>2026-03-07 来源：海洋处</p>", head=head) == "2026-03-07"
    assert page_day("<p>更新时间：2026-03-12</p>", head=head) == "2026-03-09"


def test_the_edition_below_an_article_is_its_day() -> None:
    assert page_day("", below="<p>《岚海日报》（2026年3月7日 08版）</p>") == "2026-03-07"


def test_a_last_line_may_say_when_the_page_was_published() -> None:
    assert page_day("", below="<p>发布人：阿海　发布时间：2026-03-07</p>") == "2026-03-07"


def test_an_address_names_the_day_with_slashes() -> None:
    head = "<link rel='canonical' href='https://lanhai.example/art/2026/3/7/art_12_9.html'>"
    assert page_day("", head=head) == "2026-03-07"
