"""Pages without an article: refused with the reason, and their look-alikes that must be read."""

from __future__ import annotations

import pytest

from donghyang.read.webpage import from_html
from donghyang.records import Unreadable

TOP = "<div class='nav'><a href='/'>首页</a><a href='/gs/'>公示</a></div>"
HEAD = "<h1>关于海洋装备项目的公示</h1><p>发布时间：2026-11-18　来源：项目处</p>"
FOOT = (
    "<div class='b'><p>主办：岚海省海洋局　承办：岚海省海洋信息中心</p>"
    "<p>岚海省海洋局门户网站是全省海洋信息公开和互动的统一平台，欢迎社会各界提出宝贵意见。</p>"
    "<p>建议使用1280×800以上分辨率浏览本站。</p></div>"
)


def page(body: str, title: str = "") -> str:
    return from_html(f"<html><head><title>{title}</title></head><body>{body}</body></html>", "a.html").text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"{TOP}{HEAD}<div class='c'><iframe src='/f/P2026.pdf'></iframe></div>{FOOT}", "PDF in a frame"),
        (f"{TOP}{HEAD}<div class='c'><embed type='application/pdf' src='/f/9'></div>{FOOT}", "PDF in a frame"),
        (f"{TOP}{HEAD}<div class='c'><p><img src='W1.jpg'></p><p><img src='W2.jpg'></p></div>{FOOT}", "pictures"),
        (f"{TOP}{HEAD}<div class='c'><a href='P1.docx'>公示清单.docx</a></div>{FOOT}", "公示清单.docx"),
        (f"{TOP}{HEAD}<div id='c'></div>{FOOT}<script>load('/api/9', '#c')</script>", "script"),
        (f"{TOP}<div id='app'><p>页面加载中，请稍候…</p></div><script>boot('/api')</script>", "script"),
        (
            "<div id='app'></div><noscript>You need JavaScript to run this.</noscript><script src='a.js'></script>",
            "script",
        ),
        ("<div>正在跳转，请稍候...</div><script>location.href='/x'</script>", "script"),
        (f"{TOP}<div>Loading...</div><script>boot('/api')</script>{FOOT}", "script"),
        (
            f"{TOP}<p>您当前的位置：首页 > 公示 > 预算</p>{HEAD}<p>附件：</p><p><a href='P.xls'>预算表.xls</a></p>",
            "预算表",
        ),
        (f"{TOP}{HEAD}<p>详见附件。</p><p><a href='P.pdf'>名单.pdf</a></p>{FOOT}", "名单.pdf"),
        (f"{TOP}{FOOT}", "no text"),
        (f"{TOP}<script>var pv = 3</script>{FOOT}", "script"),
    ],
)
def test_nothing_but_furniture(body: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        page(body, "关于海洋装备项目的公示")
    assert reason in refused.value.why.en
    assert "\n" not in refused.value.why.ko


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        ("请稍候", "<h2>请完成安全验证</h2><p>系统检测到您的网络环境异常，拖动滑块后继续浏览。</p>", "robots"),
        (
            "Just a moment...",
            "<h1>www.example.cn</h1><p>Verifying you are human. This may take a few seconds.</p>",
            "robots",
        ),
        ("403 Forbidden", "<h1>403 Forbidden</h1><p>You don't have permission to access this resource.</p>", "robots"),
        (
            "安全验证",
            "<h3>请完成安全验证</h3><p>为保障网站正常访问，系统检测到您的访问行为存在异常，请将滑块拖到最右边完成拼图后再继续浏览。</p>"
            "<p>您的IP：198.51.100.7　请求编号：7e21-20260307　访问时间：2026-03-07 10:21:09</p>"
            "<p>如果多次验证不成功，请稍后再试，或者联系网站管理员处理。</p>",
            "robots",
        ),
        ("", "<p>您的访问请求可能威胁网站安全，已被管理员设置的规则拦截，请联系管理员。</p>", "robots"),
        ("", "<p>Checking your browser before accessing lanhai.example. This takes a few seconds.</p>", "robots"),
        ("提示", "<p>您访问的页面不存在，可能已被移动或删除，请检查网址后重新输入。</p>", "missing"),
        ("404", "<div>404</div><p>对不起，您要查看的内容找不到了，去别的地方看看吧。</p>", "missing"),
        ("", "<p>该内容已被发布者删除</p><p>如有疑问，请与发布者联系，谢谢您的理解和支持。</p>", "missing"),
        ("", "<h2>该公众号已注销</h2><p>账号主体已经主动注销，相关内容无法查看，敬请谅解。</p>", "missing"),
        ("502 Bad Gateway", "<h1>502 Bad Gateway</h1><hr><p>nginx</p>", "server"),
        ("公告", "<h1>网站升级维护中</h1><p>因机房搬迁，本站暂停服务，预计周日恢复，敬请谅解。</p>", "server"),
        ("统一身份认证", "<h1>用户登录</h1><p>请输入您的账号和密码，首次使用请先激活。</p>", "login"),
        ("提示", "<h1>您的浏览器版本过低</h1><p>为了更好的体验，请升级浏览器后再访问我们的网站。</p>", "browser"),
        ("检索", "<p>没有找到相关结果</p><p>您可以缩短检索词，或换一个检索词后再试一次。</p>", "nothing was found"),
    ],
)
def test_notice_in_place_of_the_page(title: str, body: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        page(body, title)
    assert reason in refused.value.why.en


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "多地清理失效网页",
            "<h1>多地清理失效网页</h1><p>2026-11-18 来源：岚海日报</p><p>检查发现，三成链接点开后提示页面不存在。</p>",
        ),
        (
            "滑块验证误拦老人",
            "<h1>滑块验证误拦老人</h1><p>发布日期：2026-11-18</p><p>调查显示，老人通过滑块验证平均要用21秒。</p>",
        ),
        (
            "名单公示",
            "<h1>名单公示</h1><p>2026-11-18</p><p>入选名单予以公示，详见附件。</p><p><a href='P.pdf'>名单.pdf</a></p>",
        ),
        ("浮标站建成", "<h1>浮标站建成</h1><p>2026-11-18</p><p>东岙浮标站17日建成，可同时观测9项要素。</p>"),
        ("名单", "<h1>入选名单公布</h1><p>2026-11-18</p><div><p>郑海</p><p>林岸</p><p>方越</p><p>柳青</p></div>"),
    ],
)
def test_short_page_is_read(title: str, body: str) -> None:
    assert page(body, title)


def test_a_script_beside_an_article_is_no_reason() -> None:
    article = "东岙浮标站17日建成，可同时观测9项要素。"
    assert page(f"{TOP}{HEAD}<p>{article}</p>{FOOT}<script>var pv = 3</script>") == article


CARDS = "".join(
    f"<div><a href='/n/{n}'>岚海省公布海洋装备试点名单{n}</a>"
    f"<p>岚海省公布海洋装备试点名单{n}，负责人表示将继续加大支持力度。</p>"
    f"<span>2026-11-0{n} 跟贴 {n}120</span></div>"
    for n in range(1, 8)
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<h2>很抱歉，您要看的文章已被删除</h2><p>该文章已失效，无法查看。</p><p>为您推荐</p>{CARDS}", "deleted"),
        (
            "<h1>请先完成验证再继续访问</h1><p>您的访问过于频繁，请拖动滑块完成拼图验证。</p>"
            "<p>如您是网站管理员，请登录控制台查看拦截详情并提供编号。</p>"
            "<p>时间：2026-11-09 14:22:07　编号：5bf1751af4da29386dd242a6d89302c4</p>",
            "robots",
        ),
        ("<p>正在初始化系统资源，请耐心等待</p>", "script"),
    ],
)
def test_a_notice_to_the_reader_stands_for_the_page(body: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        page(body, "岚海新闻")
    assert reason in refused.value.why.en


def test_an_article_about_deleted_pages_is_read() -> None:
    told = (
        "<h1>平台清理失效链接</h1><p>来源：岚海日报　2026-11-09</p>"
        "<p>岚海省网信办9日通报，三家网站的部分文章已被删除，另有两家网站的页面无法访问。</p>"
        "<p>通报要求各网站在月底前完成自查，并公布处理结果，用户可通过热线反映问题。</p>"
    )
    assert "三家网站" in page(told, "平台清理失效链接")
