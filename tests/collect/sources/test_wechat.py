"""Saved posts of WeChat: a post is read, whatever stands in its place is a state."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.collect.sources.wechat import REASONS, Post, post

LINK = "http://mp.weixin.qq.com/s?__biz=MzA0&amp;mid=22&amp;idx=1&amp;sn=0f#rd"
POST = f"""<html><head><meta property="og:title" content="岭东实验室四月进展" /><script>
var biz = "MzA0"; var ct = "1936915200"; var nickname = htmlDecode("岭东&amp;实验室");
var msg_link = "{LINK}"; var msg_title = '岭东实验室四月进展'.html(false);</script></head><body>
<div id="img-content"><h1 id="activity-name"> 岭东实验室四月进展 </h1><a id="js_name">岭东&amp;实验室</a>
<div id="js_content"><p>四月，岭东实验室完成了低温测控系统的联调，稀释制冷机连续运行七百小时。</p></div></div>
</body></html>"""


def notice(words: str) -> bytes:
    return f"""<html><head><title></title><script>var s="//res.wx.qq.com/x.js";</script></head><body>
    <div class="weui-msg"><div class="weui-msg__title">{words}</div></div></body></html>""".encode()


def test_a_saved_post_is_read() -> None:
    url = "http://mp.weixin.qq.com/s?__biz=MzA0&mid=22&idx=1&sn=0f"
    assert post(POST.encode()) == Post("post", "岭东实验室四月进展", "岭东&实验室", dt.date(2031, 5, 19), url)


def test_the_address_of_a_page_is_kept_where_the_post_has_none() -> None:
    body = POST.replace(LINK, "").encode()
    assert post(body, "https://mp.weixin.qq.com/s/Ab3_x").url == "https://mp.weixin.qq.com/s/Ab3_x"
    assert post(body).url is None


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("该内容已被发布者删除", "deleted"),
        ("此内容因违规无法查看", "banned"),
        ("此内容被多人投诉，相关的内容无法进行查看。", "banned"),
        ("该公众号已迁移 该公众号已迁移至新的账号，原账号已回收。", "closed"),
        ("此账号已自主注销，内容无法查看", "closed"),
        ("此帐号已被屏蔽, 内容无法查看", "closed"),
        ("环境异常 当前环境异常，完成验证后即可继续访问。去验证", "check"),
        ("链接已过期", "expired"),
        ("参数错误", "expired"),
    ],
)
def test_a_notice_is_a_state(words: str, state: str) -> None:
    found = post(notice(words))
    assert found.state == state
    assert found.title == ""
    assert found.state in REASONS


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b"<html><body><p>\xe5\x85\xac\xe5\x91\x8a\xe5\xb7\xb2\xe5\x88\xa0\xe9\x99\xa4</p></body></html>",
        "<html><body><h1>关于删除失信名单的公告</h1><p>该内容已被发布者删除的文章增多。</p></body></html>".encode(),
    ],
)
def test_other_pages_are_no_posts(body: bytes) -> None:
    assert (post(body or b" <p>x</p>")).state == "none"


def test_a_post_about_deleted_posts_is_a_post() -> None:
    body = POST.replace("四月，", "该内容已被发布者删除，这样的提示今年少了。四月，").encode()
    assert post(body).state == "post"
