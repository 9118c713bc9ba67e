"""What stands in place of an article is no change of it, and every edit of an article is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.collect.evidence.in_place import ARTICLES, address, edits, in_place
from tests.collect.kept import Desk

from donghyang.collect.evidence.versions import versions


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.close()


@pytest.mark.parametrize("article", ["government", "english", "brief", "captcha-news"])
def test_fifty_pages_in_place_of_an_article_give_no_notice(desk: Desk, article: str) -> None:
    url = address(article)
    first = desk.sent(url, ARTICLES[article])
    assert first.state == "new"
    told = in_place(article)
    assert len(told) >= 50
    states = {sent.name: desk.led(url, sent.url, sent.body).state for sent in told}
    assert {name for name, state in states.items() if state not in ("failed", "unchanged")} == set()
    # cut off behind its last sentence, or shown whole before a wall, the article stands as it was
    assert {name for name, state in states.items() if state == "unchanged"} <= {"truncated-mid-tag", "teaser-paywall"}
    assert desk.sent(url, ARTICLES[article]).state == "unchanged"
    assert len(versions(desk.evidence, url).versions) == 1


def test_fifty_edits_are_fifty_versions_and_no_new_pages(desk: Desk) -> None:
    told = edits()
    assert len(told) >= 50
    before = len(desk.evidence.pages())
    for number, (name, article, body) in enumerate(told):
        url = f"{address(article)}?edit={number}"
        assert desk.sent(url, ARTICLES[article]).state == "new"
        assert desk.sent(url, body).state == "changed", name
        found = versions(desk.evidence, url)
        assert len(found.versions) == 2, name
        assert found.versions[1].changes, name
    assert len(desk.evidence.pages()) == before + len(told)


def test_the_reason_says_what_came(desk: Desk) -> None:
    url, page = f"{address('media')}?reason", ARTICLES["media"]
    desk.sent(url, page)
    reasons = [desk.sent(url, body).reason for body in (page[: len(page) * 6 // 10], page.replace(*_WALL))]
    home = desk.led(url, "https://www.kjj.example.cn/", ARTICLES["institute"])
    assert [reason and reason.en.partition(";")[0] for reason in (*reasons, home.reason)] == [
        "came cut off in its midst",
        "shows only how the article begins, the rest stands behind a login or a payment",
        "leads to the first page of its site in place of an article or a list",
    ]


_AFTER = ARTICLES["media"][ARTICLES["media"].index("<p>穹顶芯片成立于") :]
_WALL = (_AFTER, "<p>本文剩余60%内容，开通会员即可解锁全文</p></div></article></main></body></html>")


_MOVED = "https://new.kjj.example.cn/2031/c1.html"


def test_a_moved_page_is_the_same_page(desk: Desk) -> None:
    url, page = f"{address('media')}?moved", ARTICLES["media"]
    desk.sent(url, page)
    assert desk.led(url, _MOVED, page).state == "unchanged"
    edited = page.replace("12亿元", "13亿元")
    assert desk.led(url, _MOVED, edited).state == "changed"


def test_another_article_at_the_same_address_is_no_edit_but_one_of_the_same_day_is(desk: Desk) -> None:
    url = f"{address('institute')}?reused"
    desk.sent(url, ARTICLES["institute"])
    assert desk.sent(url, ARTICLES["media"]).state == "failed"
    assert desk.sent(url, ARTICLES["media"].replace("2031年04月02日", "2031年03月08日")).state == "changed"


def test_evidence_of_before_that_is_gone_does_not_keep_an_edit_from_being_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    url, page = address("media"), ARTICLES["media"]
    desk.sent(url, page)
    for path in desk.warcs():
        path.write_bytes(re.sub(rb"(?s).", b"\0", path.read_bytes()))
    assert desk.sent(url, page.replace("12亿元", "13亿元")).state == "changed"
    desk.close()


POST = """<html><head><meta property="og:title" content="深海装备观察：采样机器人下潜记录">
<script src="//res.wx.qq.com/a.js"></script></head><body><h1 id="activity-name">深海装备观察：采样机器人下潜记录</h1>
<a id="js_name">东部科技观察</a><div id="js_content"><p>五月的第三次下潜，采样机器人在四千米深处工作了六个小时，
取回十一份沉积物样品。</p><p>机械臂的一处密封在回收之后被发现渗水，团队计划更换材料，并把下一次下潜推迟到六月。</p></div>
<script>var ct = "1936915200";</script></body></html>"""
GONE = '<html><script src="//res.wx.qq.com/a.js"></script><body><div class="weui-msg"><p>{}</p></div></body></html>'


@pytest.mark.parametrize(
    "shown",
    [
        "该内容已被发布者删除",
        "此内容因违规无法查看",
        "此帐号已自主注销，内容无法查看",
        "环境异常，完成验证后即可继续访问",
    ],
)
def test_a_post_of_wechat_that_is_gone_is_no_change(desk: Desk, shown: str) -> None:
    url = f"https://mp.weixin.qq.com/s/{len(shown)}{ord(shown[0])}"
    assert desk.sent(url, POST).state == "new"
    gone = desk.sent(url, GONE.format(shown))
    assert (gone.state, gone.trouble) == ("failed", "no article")
    assert desk.sent(url, POST.replace("六个小时", "七个小时")).state == "changed"
