"""The article of pages that were written to be hard, one habit of web pages a row."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.read.webpage import from_html
from donghyang.records import PageText, Unreadable

ONE = "记者从会上获悉，今年全省将新建八个重点实验室，投入经费二十亿元，带动社会资金一百亿元。"
TWO = "专家表示，实验室建成以后将面向企业开放，每年提供不少于三千小时的机时，收费标准向社会公布。"
BODY = f"<div class='x1'><p>{ONE}</p><p>{TWO}</p></div>"
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(12)) + "</ul>"
RELATED = "<h3>相关阅读</h3><ul><li><a href='/9'>2019-01-02 另一篇关于实验室建设的文章标题</a></li></ul>"


def page(body: str, head: str = "") -> PageText:
    return from_html(f"<html><head>{head}</head><body>{body}</body></html>", "page.html")


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("<title>全省新建八个重点实验室_某某网</title>", "<h1>全省新建八个重点实验室</h1>", "全省新建八个重点实验室"),
        ("<title>全省新建八个重点实验室 - 某某日报网</title>", "", "全省新建八个重点实验室"),
        (
            "<title>全省新建八个重点...</title>",
            "<div class='bt'>全省新建八个重点实验室</div>",
            "全省新建八个重点实验室",
        ),
        ("<title>某某科技厅</title>", "<h2>全省新建八个重点实验室</h2>", "全省新建八个重点实验室"),
        ("<title>某某科技厅</title>", "<b>全省新建八个重点实验室</b><br>来源：科技厅", "全省新建八个重点实验室"),
        ("<title>COVID-19疫苗研发取得进展</title>", "<h1>COVID-19疫苗研发取得进展</h1>", "COVID-19疫苗研发取得进展"),
        (
            "<meta property='og:title' content='全省新建八个重点实验室在各地挂牌'>",
            "",
            "全省新建八个重点实验室在各地挂牌",
        ),
        ("", "<h1 id='activity-name'>\n 全省新建 八个重点实验室\n</h1>", "全省新建 八个重点实验室"),
        (
            "<title>办法-某某部</title>",
            "<h1>关于印发<br>《重点实验室管理办法》的通知</h1>",
            "《重点实验室管理办法》的通知",
        ),
    ],
)
def test_title(head: str, above: str, title: str) -> None:
    assert page(MENU + above + BODY, head).title == title


@pytest.mark.parametrize(
    ("head", "above", "date"),
    [
        ("", "<p>2023年4月18日 来源：某某日报</p>", "2023-04-18"),
        ("", "<p>2023-04-18 10:22</p>", "2023-04-18"),
        ("", "<p>发布时间：2023/4/18</p><p>成文日期：2023-04-11</p>", "2023-04-18"),
        ("", "<p>成文日期：2023-04-11　发布日期：2023-04-18</p>", "2023-04-18"),
        ("<meta name='PubDate' content='2023-04-18 06:23'>", "", "2023-04-18"),
        ("<meta property='article:published_time' content='2023-04-17T23:30:00Z'>", "", "2023-04-18"),
        ("<script>var ct = '1681776000';</script>", "", "2023-04-18"),
        ('<script>window.x={"publish_time":1681776000000}</script>', "", "2023-04-18"),
        (
            '<script type="application/ld+json">{"datePublished": "2023-04-18T08:00:00+08:00"}</script>',
            "",
            "2023-04-18",
        ),
        ("<link rel='canonical' href='https://a.example/art/2023-04/18/c_1.html'>", "", "2023-04-18"),
        ("<link rel='canonical' href='https://a.example/202304/t20230418_12.html'>", "", "2023-04-18"),
        ("", "<p>昨天</p>", None),
        ("", "<p>2023年13月45日</p>", None),
    ],
)
def test_date(head: str, above: str, date: str | None) -> None:
    found = page(f"{MENU}<h1>全省新建八个重点实验室</h1>{above}{BODY}{RELATED}", head).date
    assert found == (dt.date.fromisoformat(date) if date else None)


def test_a_signature_is_the_last_resort() -> None:
    signed = BODY.replace("</div>", "<p>科技厅</p><p>2023年4月18日</p></div>")
    assert page(f"<h1>全省新建八个重点实验室</h1>{signed}").date == dt.date(2023, 4, 18)


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：张三",
        "【责任编辑:李四】",
        "编辑 张三　审读 李四",
        "版权所有 某某研究院",
        "京ICP备12345678号",
        "分享到：微信 微博",
        "扫一扫在手机打开当前页",
        "【字体：大 中 小】",
        "上一篇：另一篇文章的标题",
        "» 下一篇：另一篇文章的标题",
        "浏览次数：128次",
        "【打印本页】【关闭窗口】",
        "未经授权不得转载",
        "当前位置：首页 > 新闻",
        "点击上方蓝字关注我们",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    text = page(f"<h1>全省新建八个重点实验室</h1><div><p>{ONE}</p><p>{TWO}</p><p>{line}</p></div>").text
    assert text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "line",
    [
        "一、总体要求",
        "编辑基因的新方法已经用于水稻育种，产量提高一成。",
        "附件：1. 重点实验室名单",
        "联系电话：010-12345678",
        "相关研究成果发表于《自然》杂志。",
        "（原题为《实验室来了》）",
        "版权保护条例的修订工作已列入今年的立法计划，年内提请审议，并向社会征求意见。",
        "分享经济带动就业人数达到八千万人。",
        "来源于大气的二氧化碳被转化为燃料。",
    ],
)
def test_the_articles_own_lines_stay(line: str) -> None:
    text = page(f"{MENU}<div><p>{ONE}</p><p>{line}</p><p>{TWO}</p></div>{RELATED}").text
    assert text == f"{ONE}\n{line}\n{TWO}"


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{MENU}</td><td><table><tr><td><p>{ONE}</p><p>{TWO}</p></td></tr></table></td></tr></table>",
        f"<div>{ONE}<br><br>{TWO}</div>",
        f"<div>{ONE}<br/>{TWO}<div class='share'>微信扫一扫，分享给好友看看这篇文章吧。</div></div>",
        f"<p>{ONE}<p>{TWO}{RELATED}",
        f"<div style='visibility: hidden' id='js_content'><section><b><p>{ONE}</p></b><p>{TWO}</p></section></div>",
        f"<div><p>{ONE}</p><p style='display:none'>隐藏的广告文字，点击领取大奖。</p><p>{TWO}</p></div>",
        f"<article><p>{ONE}</p><aside><p>推荐：这是一段侧栏里的推荐文字，不是正文。</p></aside><p>{TWO}</p></article>",
        f"<div><p>{ONE}</p><!-- <p>旧文字</p> --><p>{TWO}</p></div><footer><p>地址：某市某路一号，邮编。</p></footer>",
    ],
)
def test_layouts(body: str) -> None:
    assert page(f"{MENU}<h1>全省新建八个重点实验室</h1>{body}").text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "script",
    [
        'window.__DATA__ = {"content": "<p>' + ONE + "</p><p>" + TWO + '</p>"}',
        "var a = {content: '&lt;p&gt;" + ONE + "&lt;/p&gt;&lt;p&gt;" + TWO + "&lt;/p&gt;'}",
        '{"articleBody": "' + ONE + "\\n" + TWO + '"}',
        '{"html": "\\u003cp\\u003e' + ONE + "\\u003c/p\\u003e<p>" + TWO + '"}',
    ],
)
def test_an_article_that_only_a_script_holds(script: str) -> None:
    found = page(f"<div id='root'></div><script>{script}</script>", "<title>全省新建八个重点实验室</title>")
    assert found.text == f"{ONE}\n{TWO}"
    assert found.title == "全省新建八个重点实验室"


def test_wrapped_source_lines_are_one_paragraph() -> None:
    text = page(f"<p>{ONE}\n      {TWO}</p><p>Made in\n China 2025，{TWO}</p>").text
    assert text == f"{ONE}{TWO}\nMade in China 2025，{TWO}"


def test_tables() -> None:
    table = "<table><tr><th>地区</th><th>数量</th></tr><tr><td rowspan=2>北京</td><td>8<br>9</td></tr></table>"
    found = page(f"<div><p>{ONE}</p>{table}<p>{TWO}</p></div>")
    assert found.tables == ((("地区", "数量"), ("北京", "8\n9")),)
    assert found.text == f"{ONE}\n地区\t数量\n北京\t8 9\n{TWO}"


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000 + f"<p>{ONE}</p>",
        "".join(f"<font size={n}>" for n in range(20_000)) + f"<p>{ONE}</p>" * 50,
        f"<p title='{'x' * 4_000_000}'>{ONE}</p>",
        f"<p>\0{ONE}\0</p>",
        f"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>{ONE} &b;</p>",
        f'<?xml version="1.0" encoding="gb2312"?><html><p>{ONE}</p></html>',
        f"<ol>{'<li>x' * 50_000}</ol><p>{ONE}</p>",
        f"<table><tr>{'<td>1' * 10_000}</tr><tr>{'<td>2' * 10_000}</tr></table><p>{ONE}</p>",
        f"<p>{ONE}</p>" + "<a href='" * 100_000,
        f"<p>{'，' * 500_000}{ONE}</p>",
        "<p>" + "a" * 300_000 + f"</p><p>{ONE}</p>",
        f"<p>{ONE}</p><script>{'ct=' * 300_000}</script>",
        f"<title>{'标题_' * 100_000}</title><p>{ONE}</p>",
    ],
    ids=range(13),
)
def test_hostile_pages_end_soon(hostile: str) -> None:
    assert ONE in from_html(hostile, "page.html").text


@settings(max_examples=settings().max_examples * 3 // 2)
@given(st.text(alphabet="<>/ab=\"'! -pdiv&;#你好。，\n\0", max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(Unreadable):
        from_html(text, "page.html")
