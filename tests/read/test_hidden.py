"""What a reader does not see is not text, and is kept aside with the reason; what only looks so is text."""

from __future__ import annotations

import pytest

from donghyang.read import formats
from donghyang.records import PageText

ONE = "湖州市科技局昨日公布，今年将为四十家企业的研发中心提供设备补贴，合计二亿六千万元。"
TWO = "市里同时要求，各县区在九月底之前报送下一批名单，并说明每个项目的负责人和完成时间。"
SECRET = "中央财政另行拨付七百七十七亿元"


def page(inner: str, style: str = "", head: str = "") -> PageText:
    markup = f"<html><head><style>{style}</style>{head}</head><body><h1>湖州市公布研发补贴</h1>{inner}</body></html>"
    return formats.page(markup.encode(), "a.html")


def article(secret: str, style: str = "", head: str = "") -> PageText:
    return page(f"<div><p>{ONE}</p>{secret}<p>{TWO}</p></div>", style, head)


@pytest.mark.parametrize(
    ("why", "secret", "style"),
    [
        ("display", f"<p style='display:none'>{SECRET}</p>", ""),
        ("display", f"<p style='DISPLAY : none !important'>{SECRET}</p>", ""),
        ("display", f"<p hidden>{SECRET}</p>", ""),
        ("visibility", f"<p style='visibility:hidden'>{SECRET}</p>", ""),
        ("visibility", f"<p style='color:red; visibility: collapse;'><b>{SECRET}</b></p>", ""),
        ("opacity", f"<p style='opacity:0'>{SECRET}</p>", ""),
        ("opacity", f"<p style='opacity:0.0'><span>{SECRET}</span></p>", ""),
        ("opacity", f"<p style='opacity: 0%'>{SECRET}</p>", ""),
        ("size", f"<p style='font-size:0'>{SECRET}</p>", ""),
        ("size", f"<p style='font-size:0px'><b style='font-size:2em'>{SECRET}</b></p>", ""),
        ("size", f"<p style='font-size:1px'>{SECRET}</p>", ""),
        ("size", f"<p style='font-size:.5pt'>{SECRET}</p>", ""),
        ("place", f"<p style='position:absolute; left:-9999px'>{SECRET}</p>", ""),
        ("place", f"<p style='margin-left:-3000px;padding-left:30px'>{SECRET}</p>", ""),
        ("place", f"<p style='position:fixed; top:-200em'>{SECRET}</p>", ""),
        ("place", f"<p style='text-indent:-9999px'>{SECRET}</p>", ""),
        ("place", f"<p style='margin-left:-5000px'>{SECRET}</p>", ""),
        ("place", f"<p style='position:absolute;clip:rect(0 0 0 0)'>{SECRET}</p>", ""),
        ("place", f"<p style='position:absolute;clip:rect(0px, 0px, 0px, 0px)'>{SECRET}</p>", ""),
        ("place", f"<p style='clip-path: inset(50%)'>{SECRET}</p>", ""),
        ("place", f"<p style='height:0;overflow:hidden'>{SECRET}</p>", ""),
        ("place", f"<p style='max-height: 0px; overflow-y: hidden'>{SECRET}</p>", ""),
        ("place", f"<p style='transform:scale(0)'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:#fff'>{SECRET}</p>", ""),
        ("colour", f"<p style='color: rgb(254, 254, 254)'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:rgba(0,0,0,0)'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:transparent'>{SECRET}</p>", ""),
        ("colour", f"<p><font color=white>{SECRET}</font></p>", ""),
        ("colour", f"<p style='background:none no-repeat 0 0;color:#fff'>{SECRET}</p>", ""),
        ("colour", f"<p style='background-color:rgba(0,0,0,0);color:#fff'>{SECRET}</p>", ""),
        ("colour", f"<p style='background:#123456'><i style='color:#123457'>{SECRET}</i></p>", ""),
        ("colour", f"<table bgcolor='#cc0000'><tr><td><font color='#cc0000'>{SECRET}</font></table>", ""),
        ("colour", f"<p style='color:#12345600'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:#0000'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:rgb(0 0 0 / 0%)'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:hsla(10, 20%, 30%, 0.0)'>{SECRET}</p>", ""),
        ("size", f"<p style='font:0/0 serif'>{SECRET}</p>", ""),
        ("size", f"<p style='font: italic 700 0px/1.5 serif'>{SECRET}</p>", ""),
        ("place", f"<p style='width:0;overflow:hidden'>{SECRET}</p>", ""),
        ("place", f"<p style='transform:translateX(-8000px)'>{SECRET}</p>", ""),
        ("place", f"<p style='transform: rotate(1deg) translate3d(0, -500vh, 0)'>{SECRET}</p>", ""),
        ("place", f"<p style='transform:scaleY(0)'>{SECRET}</p>", ""),
        ("place", f"<p style='clip-path:circle(0)'>{SECRET}</p>", ""),
        ("place", f"<p style='clip-path:polygon(0 0, 0 0, 0px 0px)'>{SECRET}</p>", ""),
        ("display", f"<p style='content-visibility:hidden'>{SECRET}</p>", ""),
        ("opacity", f"<p style='filter:blur(2px) opacity(0%)'>{SECRET}</p>", ""),
        ("display", f"<p style='display:/* a; b */none'>{SECRET}</p>", ""),
        ("display", f"<p style='d\\69splay:no\\00006ee'>{SECRET}</p>", ""),
        ("display", f"<ruby><rp>{SECRET}</rp></ruby>", ""),
        ("sheet", f"<p class='xyz'>{SECRET}</p>", ".x\\79 z{di\\splay:none}"),
        ("sheet", f"<div class='x'><div><p>{SECRET}</p></div></div>", "div .x p{display:none}"),
        ("sheet", f"<div class='x'><p class='y'>{SECRET}</p></div>", ".y{display:block} .x > .y{display:none}"),
        ("sheet", f"<div class='x'><div class='y'><p><b>{SECRET}</b></p></div></div>", ".x > .y b{display:none}"),
        ("sheet", f"<p data-x>{SECRET}</p>", "p[data-x]{display:none}"),
        ("sheet", f"<p data-x='ab'>{SECRET}</p>", "[data-x^='a'][data-x$=b]{display:none} [data-y]{display:block}"),
        ("sheet", f"<p class='x'>{SECRET}</p>", "@media screen{p{margin:0} .x{display:none}} .y{display:block}"),
        ("sheet", f"<p class='x'>{SECRET}</p>", "@media print, x{.x{color:red}} @media only screen{.x{display:none}}"),
        ("size", f"<div id='x'><p>{SECRET}</p></div>", "#x p{font-size:0} p{font-size:15px}"),
        ("sheet", f"<p class='x'>{SECRET}</p>", ".x{display:none}"),
        ("sheet", f"<p class='a x b'>{SECRET}</p>", "/* .x{} */ p.x, .y { color: red; display: none }"),
        ("sheet", f"<p id='x'>{SECRET}</p>", "@charset 'utf-8'; #x{display:none !important}"),
        ("sheet", f"<p class='x y'>{SECRET}</p>", ".x.y{display:none}"),
        ("visibility", f"<p class='x'>{SECRET}</p>", ".x{visibility:hidden}"),
        ("size", f"<p class='x'>{SECRET}</p>", "p{font-size:16px} .x{font-size:0}"),
        ("place", f"<p class='x'>{SECRET}</p>", ".x{position:absolute;left:-999em}"),
        ("colour", f"<p class='x'>{SECRET}</p>", "body{background:#fafafa} .x{color:#fff}"),
        ("colour", f"<p class='x'>{SECRET}</p>", ".x{color:#fff}"),
        ("display", f"<p style='display:none;display:nonsense'>{SECRET}</p>", ""),
        ("display", f"<p style='display:none !important;display:block'>{SECRET}</p>", ""),
        ("sheet", f"<p class='x' style='display:block'>{SECRET}</p>", ".x{display:none!important}"),
        ("display", f"<p hidden>{SECRET}</p>", "p:hover{display:block}"),
        ("place", f"<p style='position:absolute;width:1px;height:1px;overflow:hidden'>{SECRET}</p>", ""),
        ("colour", f"<p style='-webkit-text-fill-color:transparent'>{SECRET}</p>", ""),
        ("size", f"<p style='font-size:0.01em'>{SECRET}</p>", ""),
        ("opacity", f"<p style='opacity:0;animation:none'>{SECRET}</p>", ""),
        ("colour", f"<p style='color:transparent;text-shadow:none'>{SECRET}</p>", ""),
    ],
)
def test_not_seen(why: str, secret: str, style: str) -> None:
    found = article(secret, style)
    assert found.text == f"{ONE}\n{TWO}"
    assert [(unseen.text, unseen.why) for unseen in found.unseen] == [(SECRET, why)]
    assert found.tables == ()


@pytest.mark.parametrize(
    ("shown", "style"),
    [
        ("<p style='visibility:visible'>{}</p>", ""),
        ("<p style='display:none' class='x'>{}</p>", ".x{display:block!important}"),
        ("<p class='x'>{}</p>", ".x{opacity:0;animation:in 1s both} @keyframes in{to{opacity:1}}"),
        ("<p class='x'>{}</p>", ".x{visibility:hidden;-webkit-animation:in 1s forwards}"),
        ("<p class='x'>{}</p>", ".x{transform:translateX(-900px);animation-name:slide}"),
        ("<p hidden style='display:block'>{}</p>", ""),
        ("<div hidden class='x'><p>{}</p></div>", ".x{display:flex}"),
        ("<p style='height:0;min-height:90px;overflow:hidden'>{}</p>", ""),
        ("<div style='height:0;padding-bottom:56%;overflow:hidden'><p>{}</p></div>", ""),
        ("<p style='color:transparent;text-shadow:0 0 1px #000'>{}</p>", ""),
        ("<p style='background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent'>{}</p>", ""),
        ("<p style='color:#fff;-webkit-text-fill-color:#222'>{}</p>", ""),
        ("<p>{}</p>", "html,body{height:0;overflow:hidden}"),
        ("<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>", ""),
        ("<p style='opacity:0.9'>{}</p>", ""),
        ("<div style='font-size:0'><p style='font-size:16px'>{}</p></div>", ""),
        ("<p style='font-size:90%'>{}</p>", ""),
        ("<p style='font-size:0.9em'>{}</p>", ""),
        ("<p style='font-size:1.2.3px'>{}</p>", ""),
        ("<p style='font-size:small'>{}</p>", ""),
        ("<p style='position:absolute;left:20px'>{}</p>", ""),
        ("<p style='left:-9999px'>{}</p>", ""),
        ("<p style='text-indent:2em'>{}</p>", ""),
        ("<p style='text-indent:-2em;margin-left:-20px'>{}</p>", ""),
        ("<p style='margin-left:-3000px;padding-left:3000px'>{}</p>", ""),
        ("<p style='margin:0 -700rem;padding:4px 700rem'>{}</p>", ""),
        ("<p><a name='_Toc7'>{}</a></p>", ""),
        ("<p><a id='part2'></a>{}</p>", ""),
        ("<p style='height:0'>{}</p>", ""),
        ("<p style='overflow:hidden;height:20px'>{}</p>", ""),
        ("<div class='x'><div><p>{}</p></div></div>", ".x > p{display:none}"),
        ("<div class='x'><p>{}</p></div>", "div .y p{display:none}"),
        ("<p class='x'>{}</p>", "p[data-x]{display:none}"),
        ("<p data-x='a'>{}</p>", "p[data-x=b], p[data-x~=''], p[data-x='A' s]{display:none}"),
        ("<div class='x'><p>{}</p></div>", ".x p:hover, .x p + p, .x p:nth-child(9){display:none}"),
        ("<div class='x'><p>{}</p></div>", ".x p{display:none} #y p, div.x p{display:block}"),
        ("<p v-cloak>{}</p>", "[v-cloak]{display:none}"),
        ("<p data-aos='up'>{}</p>", "[data-aos]{opacity:0}"),
        ("<p class='x'>{}</p>", "@media screen{.x{display:none}} .x{display:block}"),
        ("<p class='x'>{}</p>", "@media screen and (max-width:700px){.x{display:none}}"),
        ("<p class='x'>{}</p>", "@media print{@media screen{.x{display:none}}}"),
        ("<p class='x'>{}</p>", ".y{color:red}} .x{display:none}"),
        ("<p style='color:#333'>{}</p>", ""),
        ("<p style='color:#333333ff'>{}</p>", ""),
        ("<p style='color:rgb(0,0,0)'>{}</p>", ""),
        ("<p style='font:400 14px/0 serif'>{}</p>", ""),
        ("<p style='font:inherit'>{}</p>", ""),
        ("<p style='width:0;flex:1;overflow:hidden'>{}</p>", ""),
        ("<p style='width:0;min-width:100%;overflow:hidden'>{}</p>", ""),
        ("<p style='width:0'>{}</p>", ""),
        ("<p style='transform:translate(-50%, -100%)'>{}</p>", ""),
        ("<p style='transform:scale(0.9)'>{}</p>", ""),
        ("<p style='clip-path:circle(40%)'>{}</p>", ""),
        ("<p style='filter:opacity(90%)'>{}</p>", ""),
        ("<p style='content-visibility:auto'>{}</p>", ""),
        ("<p style='/* display:none */'>{}</p>", ""),
        ("<div style='background:var(--deep)'><p style='color:white'>{}</p></div>", ""),
        ("<p class='x'>{}</p>", ".sm\\:x{display:none}"),
        ("<p style='background:#c00;color:#fff'>{}</p>", ""),
        ("<p style='background-color:navy;color:#fff'>{}</p>", ""),
        ("<table bgcolor=teal><tr><td><font color=white>{}</font></table>", ""),
        ("<p style='background:rebeccapurple no-repeat;color:#fff'>{}</p>", ""),
        ("<p style='background-color:hsl(240 90% 20%);color:#fff'>{}</p>", ""),
        ("<p style='background-color:color-mix(in srgb, blue, black);color:#fff'>{}</p>", ""),
        ("<p style='background:url(dark.png);background-color:#fff;color:#fff'>{}</p>", ""),
        ("<div style='background:url(dark.png)'><p style='color:white'>{}</p></div>", ""),
        ("<div style='background-image:linear-gradient(#000,#111)'><p style='color:white'>{}</p></div>", ""),
        ("<table bgcolor=navy background=x.png><tr><td><font color=white>{}</font></table>", ""),
        ("<p class='x'>{}</p>", ".x.y{display:none}"),
        ("<p class='x'>{}</p>", ".x{display:none} .x{display:block}"),
        ("<p class='x' id='y'>{}</p>", "#y{display:block} .x{display:none}"),
        ("<p class='x active'>{}</p>", ".x{display:none} .x.active{display:block}"),
        ("<script></script><p class='x'>{}</p>", ".x{display:none} .open .x{display:block}"),
        ("<p class='x'>{}</p>", "@media print{.x{display:none}}"),
        ("<p class='x'>{}</p>", ".print .x{display:none}"),
        ("<p class='x'>{}</p>", ".x:before{display:none} .x{display:none} .x:nth-child(2){display:block}"),
        ("<p class='x' style='display:block'>{}</p>", ".x{display:none}"),
        ("<script></script><p class='x'>{}</p>", ".bar{background:#900} .box .x{background:#900} .x{color:#fff}"),
        ("<p class='x'>{}</p>", "/* .x{display:none}"),
        ("<p class='x'>{}</p>", ".x{display:block"),
        ("<div class='x'><p class='y'>{}</p></div>", ".x{font-size:0} .x .y{font-size:15px}"),
        ("<div class='x'><p class='y'>{}</p></div>", ".x{visibility:hidden} .x>.y{visibility:visible}"),
        ("<script></script><div class='x'><p style='color:#fff'>{}</p></div>", ".main .x{background:#333}"),
        ("<p class='x'>{}</p>", "@keyframes fade{from{opacity:0}} .x{color:#222}"),
    ],
)
def test_seen(shown: str, style: str) -> None:
    found = article(shown.format(SECRET), style)
    assert SECRET in found.text
    assert not found.unseen


def test_colours_of_a_sheet_are_not_believed_where_the_ground_may_be_told_elsewhere() -> None:
    link = "<link rel='stylesheet' href='site.css'>"
    assert SECRET in article(f"<p class='x'>{SECRET}</p>", ".x{color:#fff}", link).text
    assert SECRET not in article(f"<p style='color:#fff'>{SECRET}</p>", "", link).text


@pytest.mark.parametrize("style", ["visibility:hidden", "opacity:0", "visibility: hidden; opacity: 0;"])
def test_an_article_that_a_script_fades_in_is_read(style: str) -> None:
    found = page(f"<div id='content' style='{style}'><p>{ONE}</p><p>{TWO}</p></div>")
    assert found.text == f"{ONE}\n{TWO}"
    assert not found.unseen


def test_what_hides_within_such_an_article_is_still_hidden() -> None:
    secret = f"<p style='color:#fff'>{SECRET}</p><p style='visibility:hidden'>{SECRET}</p>"
    found = page(f"<div id='content' style='opacity:0'><p>{ONE}</p>{secret}<p>{TWO}</p></div>")
    assert found.text == f"{ONE}\n{TWO}"
    assert sorted(unseen.why for unseen in found.unseen) == ["colour", "visibility"]


def test_a_dark_page_is_read() -> None:
    markup = f"<div style='color:#fff'><p>{ONE}</p><p>{TWO}</p></div>"
    assert page(markup).text == f"{ONE}\n{TWO}"


def test_words_behind_a_hidden_element_stay() -> None:
    assert "前言后语" in article(f"<p>前言<b style='display:none'>{SECRET}</b>后语相连</p>").text
    assert "前言 后语" in article(f"<p>前言 <b style='visibility:hidden'>{SECRET}</b>后语相连</p>").text.replace(
        "言后", "言 后"
    )


def test_the_document_and_its_unseen_words() -> None:
    found = formats.document(f"<html><p>{ONE}</p><p style='opacity:0'>{SECRET}</p></html>".encode(), "a.html")
    assert SECRET not in found.text
    assert [(unseen.text, unseen.why) for unseen in found.unseen] == [(SECRET, "opacity")]


def test_much_is_told() -> None:
    assert article(f"<p style='opacity:0'>{SECRET}，{SECRET}。</p>").hides_much
    assert not article("<p style='opacity:0'>分享</p>").hides_much
    assert not article(f"<p style='opacity:0'>{'首页 政务公开 互动交流 ' * 5}</p>").hides_much
    assert not article(f"<p style='display:none'>{SECRET * 20}</p>").hides_much


@pytest.mark.parametrize(
    "markup",
    [
        "<div style='opacity:0'>" * 3_000 + ONE,
        "<div style='opacity:0'>" * 1_500 + ONE + "</div>" * 1_500 + TWO,
        "<p class='" + " ".join(f"c{at}" for at in range(5_000)) + f"'>{ONE}</p><p>{TWO}</p>",
        "<style>"
        + "".join(f".x{at % 7}.y{at}{{display:none}}" for at in range(20_000))
        + f"</style><p>{ONE}</p><p>{TWO}</p>",
        "<style>" + "@media x{" * 5_000 + f"</style><p>{ONE}</p><p>{TWO}</p>",
        "<style>" + "/*" * 50_000 + f"</style><p>{ONE}</p><p>{TWO}</p>",
        "<p style='" + "opacity:0;" * 20_000 + f"opacity:1'>{ONE}</p><p>{TWO}</p>",
        "<style>" + "".join(f".x{at} p{{display:none}}" for at in range(3_000)) + "</style>" + f"<p>{ONE}</p>" * 5_000,
        "<style>"
        + (".x div " * 3 + ".y p{display:none}") * 40
        + "</style>"
        + "<div class=x>" * 200
        + f"<p>{ONE}</p>" * 2_000,
        "<style>" + "@media screen{" * 20_000 + f"</style><p>{ONE}</p><p>{TWO}</p>",
        f"<p style='opacity:1e999999;font-size:nanpx;color:rgb(999,999,999);left:-{'9' * 5000}px'>{ONE}</p>",
    ],
    ids=range(11),
)
def test_styles_that_mean_harm(markup: str) -> None:
    formats.document(f"<html>{markup}<p>끝</p></html>".encode(), "a.html")


@pytest.mark.parametrize("element", ["noframes", "noembed", "meter", "progress", "title"])
def test_what_browsers_keep_for_others_is_no_text(element: str) -> None:
    found = article(f"<div><{element}>{SECRET}</{element}></div>")
    assert SECRET not in found.text
    assert ONE in found.text
    assert TWO in found.text
