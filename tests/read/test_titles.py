"""Titles beside the names of sites and channels, bylines beside editors, files and addresses."""

from __future__ import annotations

import pytest

from donghyang.read.filepage import from_document
from donghyang.read.links import joined
from donghyang.read.webpage import from_html, reading
from donghyang.records import Document, PageText, Paragraph

TEXT = (
    "<p>省海洋局近日部署冬季观测任务，要求各站点十二月底前完成设备检修。</p>"
    "<p>检修所需经费由省财政统一安排，共计三千二百万元。</p>"
)


PLAIN = "<div>冬季观测任务部署到位</div><div>2026-03-07</div>"


def page(head: str, above: str = "") -> PageText:
    html = f"<html><head><title>{head}</title></head><body><div class='a'>{above}{TEXT}</div></body></html>"
    return from_html(html, "a.html")


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("冬季观测任务部署到位-政策解读-岚海省海洋局", "<p>2026-03-07</p>", "冬季观测任务部署到位"),
        ("海洋-气象协同：观测试点启动-媒体聚焦-岚海省海洋委员会", "<p>2026-03-07</p>", "海洋-气象协同：观测试点启动"),
        (
            "岚海省海洋局 工作动态 内容页面",
            PLAIN,
            "冬季观测任务部署到位",
        ),
        (
            "协会要闻--岚海海洋协会信息网",
            PLAIN,
            "冬季观测任务部署到位",
        ),
        ("&amp;ldquo;蓝&amp;rdquo;海之滨&amp;mdash;&amp;mdash;观测站见闻", "", "“蓝”海之滨——观测站见闻"),
        ("动态", "<h1>冬季观测任务部署到位</h1><p>2026-03-07</p>", "冬季观测任务部署到位"),
    ],
)
def test_title(head: str, above: str, title: str) -> None:
    assert page(head, above).title == title


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        ("<p>2026-03-07 作者：方越</p>", "方越"),
        ("<p>2026-03-07 来源：海洋报 记者：方越 柳青</p>", "方越 柳青"),
        ("<p>2026-03-07 作者：【责任编辑】柳青</p>", None),
        ("<p>2026-03-07 作者： 责编：柳青</p>", None),
        ("<p>2026-03-07 作者：审核：柳青</p>", None),
        ("<p>2026-03-07 作者：admin</p>", None),
        ("<p>2026-03-07 作者：系统管理员</p>", None),
        ("<p>发布日期：2026-03-07 作者：海洋处 柳青　摄影：方越</p>", "海洋处 柳青"),
        ("<p>2026-03-07 作者：柳青 阅读 320</p>", "柳青"),
        ("<p>2026-03-07 作者: 岚海日报记者 柳青</p>", "柳青"),
        ("<p>2026-03-07 文｜柳青 编辑｜方越</p>", "柳青"),
        ("<p>岚海网-岚海日报　2026-03-07 06:30　记者 方越　A- A+</p>", "方越"),
        ("<p>■本报记者 方 越　柳青 通讯员 钟海</p><p>2026-03-07</p>", "方越 柳青 钟海"),
        ("<p>柳青·2026年3月7日 18:30</p>", "柳青"),
        ("<p>2026-03-07 柳青 观潮札记</p>", "柳青"),
        ("<p>2026年3月7日 由 柳青 3 条评论</p>", "柳青"),
        ("<p>Mar 7, 2026 Author: FANG Yue Text Size: A A</p>", "FANG Yue"),
        (
            "<p>By FANG YUE in Lanhai and LIU QING in Beijing | Ocean Daily | Updated: 2026-03-07</p>",
            "FANG YUE and LIU QING",
        ),
        ("<p>2026-03-07 记者 在现场看到</p>", None),
        ("<p>2026-03-07 海洋处 综合新闻</p>", None),
        ("<p>岚海网·2026年3月7日</p>", None),
        ("<p>2026年3月7日 星期六 第05版</p>", None),
        ("<p>来源：岚海发布 2026-03-07</p>", None),
    ],
)
def test_byline(above: str, byline: str | None) -> None:
    assert page("冬季观测任务部署到位", f"<h1>冬季观测任务部署到位</h1>{above}").byline == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("作者丨柳青　审校丨方越", "柳青"),
        ("（本文作者：柳青）", "柳青"),
        ("作者：本报记者 方越 通讯员 钟海", "方越 钟海"),
        ("文/图：方越", "方越"),
        ("作者单位：岚海海洋研究中心", None),
        ("文丨观察员阿海", None),
        ("记者：您怎么看？", None),
    ],
)
def test_byline_that_signs_the_article(line: str, byline: str | None) -> None:
    html = f"<body><h1>冬季观测任务部署到位</h1><p>2026-03-07</p><div>{TEXT}<p>{line}</p></div></body>"
    assert from_html(html, "a.html").byline == byline


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "岚海省海洋局",
            "<div>岚海省海洋局</div><div>海洋强省</div><p>关于组织2026年度海洋装备专项申报的通知</p><p>2026-03-07</p>",
        ),
        (
            "政策详情 | 惠海通",
            "<div>惠海通</div><h2>关于组织2026年度海洋装备专项申报的通知</h2><p>发布时间2026-03-07</p>",
        ),
        (
            "岚海日报数字报-2026年03月07日-第05版",
            "<div>第05版：综合</div><div>标题导航　2026年3月7日 星期六　返回目录</div><div>海洋装备观察</div>"
            "<div>关于组织2026年度海洋装备专项申报的通知</div><div>2026-03-07　来源：岚海日报</div>",
        ),
    ],
)
def test_title_under_the_names_of_channel_and_site(head: str, body: str) -> None:
    assert page(head, body).title == "关于组织2026年度海洋装备专项申报的通知"


@pytest.mark.parametrize(
    ("property_", "media", "title"),
    [
        ("Microsoft Word - 附件2.doc", "pdf", "观测站检修办法"),
        ("2019年工作要点", "docx", "观测站检修办法"),
        ("观测站检修办法（送审稿）", "text", "观测站检修办法（送审稿）"),
    ],
)
def test_the_printed_line_comes_before_the_property_of_a_file(property_: str, media: str, title: str) -> None:
    blocks = (Paragraph("观测站检修办法"), Paragraph("检修每年不少于两次，费用由省财政承担。"))
    headers = (("title", property_), ("byline", "User"))
    found = from_document(Document("", blocks, (), "a", media, headers))
    assert found.title == title
    assert found.byline is None


@pytest.mark.parametrize(
    ("base", "target", "address"),
    [
        ("https://a.example/x/y/p.html", "./f.pdf", "https://a.example/x/y/f.pdf"),
        ("https://a.example/x/y/p.html", "../f.pdf", "https://a.example/x/f.pdf"),
        ("https://a.example/x/y/p.html?id=3", "f.pdf", "https://a.example/x/y/f.pdf"),
        ("https://a.example/x/y/p.html", "/f.pdf", "https://a.example/f.pdf"),
        ("https://a.example/x/y/p.html", "//b.example/f.pdf", "https://b.example/f.pdf"),
        ("https://a.example/x/y/p.html", "https://b.example/f.pdf", "https://b.example/f.pdf"),
        ("https://a.example", "f.pdf", "https://a.example/f.pdf"),
        (None, "../f.pdf", "../f.pdf"),
    ],
)
def test_address_of_a_link(base: str | None, target: str, address: str) -> None:
    assert joined(base, target) == address


def test_everything_left_out_is_shown_with_its_reason() -> None:
    body = (
        "<ul><li><a href='/'>首页</a></li></ul><h1>冬季观测任务部署到位</h1>"
        "<p>文号：岚海〔2026〕9号 索引号：LH-1 发文机关：省海洋局</p>"
        f"<div>{TEXT}</div><p style='display:none'>看不见的一句话，不应读出。</p><p>版权所有：岚海省海洋局</p>"
    )
    read = reading(f"<html><body>{body}</body></html>", "a.html")
    assert [(line.why, line.text[:6]) for line in read.dropped] == [
        ("link", "首页"),
        ("title", "冬季观测任务"),
        ("register", "文号：岚海〔"),
        ("furniture", "版权所有：岚"),
        ("hidden", "看不见的一句"),
    ]
    assert (read.page.number, read.page.issuer) == ("岚海〔2026〕9号", "省海洋局")
