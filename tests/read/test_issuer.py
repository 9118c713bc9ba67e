"""The office that issued a notice and the number of a document, where a page has no whole table; and pages without."""

from __future__ import annotations

import pytest

from donghyang.read import register
from donghyang.read.webpage import from_html

TEXT = "<p>现就2026年度海洋装备专项申报工作通知如下，请认真组织。</p><p>申报材料一式两份，四月底前报送。</p>"
NOTICE = "关于组织2026年度海洋装备专项申报的通知"
NEWS = "海洋装备专项申报启动"


def issuer(title: str, info: str, body: str, head: str = "") -> str | None:
    html = f"<html><head>{head}</head><body><h1>{title}</h1><p>{info}</p><div>{body}</div></body></html>"
    return from_html(html, "a.html").issuer


@pytest.mark.parametrize(
    ("title", "info", "body", "office"),
    [
        # signature
        (NOTICE, "2026-03-07", f"{TEXT}<p>岚海省海洋局</p><p>2026年3月5日</p>", "岚海省海洋局"),
        (
            NOTICE,
            "2026-03-07",
            f"{TEXT}<p>岚海省海洋局　岚海省财政厅</p><p>2026年3月5日</p>",
            "岚海省海洋局、岚海省财政厅",
        ),
        (
            NOTICE,
            "2026-03-07",
            f"{TEXT}<p>海洋局</p><p>财政厅</p><p>2026年3月5日</p><p>（此件公开）</p>",
            "海洋局、财政厅",
        ),
        (NOTICE, "2026-03-07", f"{TEXT}<p>岚海省海洋局 二〇二六年三月五日</p>", "岚海省海洋局"),
        (NOTICE, "2026-03-07", f"{TEXT}<p>岚 海 省 海 洋 局</p><p>2026 年 3 月 5 日</p>", "岚海省海洋局"),
        # title
        (f"岚海省海洋局 岚海省财政厅{NOTICE}", "2026-03-07", TEXT, "岚海省海洋局、岚海省财政厅"),
        ("岚海省海洋局公告2026年第3号", "2026-03-07", TEXT, "岚海省海洋局"),
        # label, joint authors, buyer
        (NOTICE, "2026-03-07 发布机构：岚海省海洋局", TEXT, "岚海省海洋局"),
        ("2025年海洋经济公报", "2026-03-07", f"<p>岚海省海洋局　岚海省统计局</p>{TEXT}", "岚海省海洋局、岚海省统计局"),
        (
            "浮标采购公开招标公告",
            "2026-03-07",
            f"{TEXT}<p>1.采购人信息</p><p>名称：岚海海洋研究所</p>",
            "岚海海洋研究所",
        ),
        # none
        (NEWS, "2026-03-07 来源：岚海省海洋局", TEXT, None),
        (NEWS, "2026-03-07", f"{TEXT}<p>柳青</p><p>2026年3月5日</p>", None),
        (NEWS, "2026-03-07", f"{TEXT}<p>申报截止到2026年4月30日</p>", None),
        ("专家谈关于科研院所的改革", "2026-03-07", TEXT, None),
        ("我省召开关于海洋装备的会议", "2026-03-07", TEXT, None),
        ("记者会：关于海洋装备的问答", "2026-03-07", TEXT, None),
    ],
)
def test_issuer(title: str, info: str, body: str, office: str | None) -> None:
    assert issuer(title, info, body) == office


def test_source_and_site_of_one_name_are_the_issuer() -> None:
    info = "2026-03-07 来源：岚海省海洋局"
    assert issuer("海洋经济增长6%", info, TEXT, "<title>海洋经济增长6% - 岚海省海洋局</title>") == "岚海省海洋局"
    assert issuer("海洋经济增长6%", info, TEXT, "<title>海洋经济增长6% - 岚海网</title>") is None


def test_a_table_without_colons() -> None:
    box = "".join(
        f"<div><span>{name}</span><span>{value}</span></div>"
        for name, value in (("发文机构", "岚海省海洋局"), ("发文字号", "岚海〔2026〕9号"), ("发布时间", "2026-03-07"))
    )
    found = from_html(f"<body><h1>{NOTICE}</h1>{box}<div>{TEXT}</div></body>", "a.html")
    assert (found.number, found.issuer, str(found.date)) == ("岚海〔2026〕9号", "岚海省海洋局", "2026-03-07")
    assert "发文" not in found.text


@pytest.mark.parametrize("label", ["发文字号", "发文字号\\文号", "发文字号/文号", "【发文字号】"])
def test_a_label_with_two_names(label: str) -> None:
    box = f"<p>{label}：岚海〔2026〕9号</p><p>索引号：LH-07</p><p>发布日期：2026-03-07</p>"
    found = from_html(f"<body><h1>{NOTICE}</h1>{box}<div>{TEXT}</div></body>", "a.html")
    assert (found.number, str(found.date)) == ("岚海〔2026〕9号", "2026-03-07")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("发文字号岚海〔2026〕9号", "岚海〔2026〕9号"),
        ("文号：岚海〔2026〕9号", "岚海〔2026〕9号"),
        ("2026年第15号", "2026年第15号"),
        ("（2026年第15号）", "2026年第15号"),
        ("岚海省海洋局公告2026年第15号", "岚海省海洋局公告2026年第15号"),
        ("2026年第15期", None),
        ("根据岚海〔2026〕9号文件", None),
    ],
)
def test_number(line: str, number: str | None) -> None:
    assert register.number([line]) == number
