"""What heads and leads an article, and which day stands behind its lead."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.draft import draft
from donghyang.records import Article, PageText, Publisher, Story
from donghyang.report.grammar import is_open

DAY = dt.date(2026, 3, 11)


def article(title: str, text: str, day: dt.date = DAY) -> Article:
    page = PageText("page.html", title, day, None, None, text, outlet="科技日报")
    told = Story("s", title, day, (page.name,), "policy", "기술전략", 9.0)
    issue = draft([told], {page.name: page}, {}, series=None, date=day, publisher=Publisher()).issue
    return issue.sections[0].articles[0]


STAMPS = [
    # the lead's own day
    ("3月10日，天都卫星在酒泉卫星发射中心成功发射。", dt.date(2026, 3, 10)),
    # a day that is still to come is no day of the news; one far ahead is when it will hold
    ("2026年世界储能大会将于3月15日在厦门开幕。", None),
    ("国务院公布《储能条例》，自2026年7月1日起施行。", DAY),
    # a day of long ago, or one that another sentence names
    ("航天员团队于2025年5月8日完成首次出舱活动。", None),
    ("3月2日，代表团抵达成都。中国载人航天工程办公室宣布，神舟三十号发射任务将于近期实施。", DAY),
    ("我国建成储能电站。", DAY),
]


@pytest.mark.parametrize(("text", "stamp"), STAMPS)
def test_the_day_is_that_of_the_lead_or_none(text: str, stamp: dt.date | None) -> None:
    title = "航天员" if "航天员团队" in text else "储能和航天的新消息"
    if "代表团" in text:
        title = "神舟三十号发射任务将于近期实施"
    assert article(title, text).date == stamp


HEADS = [
    # a state of things in front of the news is no headline; what the title tells is one
    ("AI助力，实验室里的新尝试", "目前，人工智能技术快速发展。江西一家实验室用它找到新材料。", None),
    ("多类高端铝材实现突破", "我国铝产量多年位居世界第一。今年以来，多类高端铝材实现突破。", None),
    (
        "工业机器人发展方案来了",
        "工业和信息化部发布《工业机器人发展方案》。",
        "공업정보화부, ‘산업용 로봇 발전 방안’ 발표",
    ),
    # a paper's name is a headline
    ("2026年江西省政府工作报告", "甲乙丙丁的往事，街坊邻里都在议论。", "2026년 장시성 정부업무보고"),
    ("江西省政府工作报告里的新词", "甲乙丙丁的往事，街坊邻里都在议论。", None),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "headline"), HEADS)
def test_a_headline_is_the_news_or_open(title: str, text: str, headline: str | None) -> None:
    found = article(title, text).headline
    assert is_open(found) if headline is None else found == headline


def test_what_came_about_long_ago_does_not_lead() -> None:
    text = "2025年6月20日，天都飞船成功发射。\n3月9日，国务院决定给甲乙丙授予“航天功勋奖章”。"
    assert not (article("国务院给甲乙丙授予奖章", text).lead or "").startswith("2025년")
