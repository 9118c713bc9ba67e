"""What a reader does not see is not text, and is kept aside with the reason; what only looks so is text."""

from __future__ import annotations

import pytest
from tests.hostile import HANCOM, docx, zipped

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


# ---------------------------------------------------------------- office files

WORD_SECRET = "숨은 문장 오백억 원"


def word(form: str, around: str = "", **parts: str) -> tuple[str, list[tuple[str, str]]]:
    run = f"<w:r><w:rPr>{form}</w:rPr><w:t>{WORD_SECRET}</w:t></w:r>"
    found = formats.document(
        docx(f"<w:p><w:r><w:t>보이는 문장</w:t></w:r></w:p><w:p>{around}{run}</w:p>", **parts), "a.docx"
    )
    return found.text, [(unseen.text, unseen.why) for unseen in found.unseen]


@pytest.mark.parametrize(
    ("why", "form", "around"),
    [
        ("vanish", "<w:vanish/>", ""),
        ("vanish", "<w:b/><w:vanish w:val='true'/>", ""),
        ("size", "<w:sz w:val='2'/>", ""),
        ("colour", "<w:color w:val='FFFFFF'/>", ""),
        ("colour", "<w:color w:val='FEFEFE'/><w:shd w:val='clear' w:fill='auto'/>", ""),
        ("colour", "<w:color w:val='203040'/>", "<w:pPr><w:shd w:fill='203040'/></w:pPr>"),
        ("vanish", "<w:rStyle w:val='Aside'/>", ""),
        ("vanish", "", "<w:pPr><w:pStyle w:val='Deep'/></w:pPr>"),
        ("colour", "<w:color w:val='auto' w:themeColor='background1'/>", ""),
        ("colour", "<w:color w:themeColor='bg1'/><w:shd w:val='clear' w:fill='auto'/>", ""),
        ("colour", "<w:color w:themeColor='accent1'/><w:shd w:val='clear' w:themeFill='accent1'/>", ""),
        ("colour", "<w:color w:val='000000' w:themeColor='light1'/>", ""),
        ("colour", "<w:color w:val='FDFDFD' w:themeColor='text1' w:themeTint='03'/>", ""),
        ("colour", "<w:color w:val='202020'/><w:shd w:val='solid' w:color='202020' w:fill='FFFFFF'/>", ""),
        ("colour", "<w:textFill><w:noFill/></w:textFill>", ""),
        ("colour", "<w:textFill><w:solidFill><w:srgbClr w:val='FFFFFF'/></w:solidFill></w:textFill>", ""),
        ("colour", "<w:textFill><w:solidFill><w:schemeClr w:val='bg1'/></w:solidFill></w:textFill>", ""),
        ("size", "<w:w w:val='1'/>", ""),
        ("colour", "<w:color w:val='FFFF00'/><w:highlight w:val='yellow'/>", ""),
        ("colour", "<w:color w:val='000080'/><w:highlight w:val='darkBlue'/>", ""),
        ("place", "<w:spacing w:val='-1400'/>", ""),
        ("size", "", "<w:pPr><w:spacing w:line='1' w:lineRule='exact'/></w:pPr>"),
        ("place", "", "<w:pPr><w:framePr w:hAnchor='page' w:x='-30000'/></w:pPr>"),
    ],
)
def test_not_seen_in_word(why: str, form: str, around: str) -> None:
    text, unseen = word(form, around, styles=STYLES, **{"theme/theme1": THEME})
    assert WORD_SECRET not in text
    assert "보이는 문장" in text
    assert unseen == [(WORD_SECRET, why)]


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="2A5CA8"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:style w:type='character' w:styleId='Aside'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Deep'><w:basedOn w:val='Base'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Bar'><w:pPr><w:shd w:fill='800000'/></w:pPr>"
    "<w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:style>"
    "<w:style w:type='table' w:styleId='Dark'><w:tblStylePr w:type='firstRow'><w:tcPr><w:shd w:fill='203040'/></w:tcPr>"
    "</w:tblStylePr></w:style></w:styles>"
)


@pytest.mark.parametrize(
    ("form", "around"),
    [
        ("<w:vanish w:val='0'/>", ""),
        ("<w:vanish w:val='false'/>", "<w:pPr><w:pStyle w:val='Deep'/></w:pPr>"),
        ("<w:webHidden/>", ""),
        ("<w:sz w:val='18'/>", ""),
        ("<w:color w:val='auto'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='yellow'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='plaid'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:shd w:fill='1F4E79'/>", ""),
        ("<w:color w:val='FFFFFF'/>", "<w:pPr><w:shd w:fill='1F4E79'/></w:pPr>"),
        ("", "<w:pPr><w:pStyle w:val='Bar'/></w:pPr>"),
        ("", "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"),
        ("<w:rStyle w:val='Aside'/>", "<w:pPr><w:pStyle w:val='Deep'/></w:pPr>"),
        ("<w:color w:val='FFFFFF'/>", "<w:pPr><w:shd w:val='clear' w:color='auto' w:themeFill='accent1'/></w:pPr>"),
        ("<w:color w:val='FFFFFF'/>", "<w:pPr><w:shd w:val='clear' w:fill='FFFFFF' w:themeFill='accent9'/></w:pPr>"),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='solid' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='pct75' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='diagStripe' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("<w:color w:val='FFFFFF' w:themeColor='text1'/>", ""),
        ("<w:color w:val='F0F0F0' w:themeColor='accent1'/>", ""),
        ("<w:color w:val='808080' w:themeColor='background1' w:themeShade='80'/>", ""),
        (
            "<w:color w:val='FFFFFF'/><w:textFill><w:solidFill><w:srgbClr w:val='000000'/></w:solidFill></w:textFill>",
            "",
        ),
        ("<w:color w:val='FFFFFF'/><w:textFill><w:gradFill/></w:textFill>", ""),
        ("<w:color w:val='FFFFFF'/><w:textOutline><w:solidFill/></w:textOutline>", ""),
        ("<w:w w:val='66'/>", ""),
        ("<w:spacing w:val='-20'/>", ""),
        ("", "<w:pPr><w:spacing w:line='200' w:lineRule='exact'/></w:pPr>"),
        ("", "<w:pPr><w:spacing w:line='1' w:lineRule='auto'/></w:pPr>"),
        ("", "<w:pPr><w:framePr w:hAnchor='page' w:x='-100'/></w:pPr>"),
    ],
)
def test_seen_in_word(form: str, around: str) -> None:
    text, unseen = word(form, around, styles=STYLES, **{"theme/theme1": THEME})
    assert WORD_SECRET in text
    assert not unseen


@pytest.mark.parametrize(
    ("table", "cell", "seen"),
    [
        ("", "", False),
        ("<w:tblStyle w:val='Dark'/>", "", True),
        ("<w:tblStyle w:val='Bar'/>", "<w:shd w:fill='FFFFFF'/>", False),
        ("", "<w:shd w:fill='203040'/>", True),
    ],
)
def test_white_letters_in_a_table(table: str, cell: str, seen: bool) -> None:
    run = f"<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>{WORD_SECRET}</w:t></w:r></w:p>"
    cells = f"<w:tc><w:tcPr>{cell}</w:tcPr>{run}</w:tc><w:tc><w:p><w:r><w:t>값</w:t></w:r></w:p></w:tc>"
    body = f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr>{cells}</w:tr></w:tbl>"
    assert (WORD_SECRET in formats.document(docx(body, styles=STYLES), "a.docx").text) is seen


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("<w:hidden/>", False),
        ("<w:hidden w:val='0'/>", True),
        ("<w:trHeight w:val='1' w:hRule='exact'/>", False),
        ("<w:trHeight w:val='1' w:hRule='atLeast'/>", True),
        ("<w:trHeight w:val='1'/>", True),
        ("<w:trHeight w:val='400' w:hRule='exact'/>", True),
    ],
)
def test_rows_that_are_not_drawn(row: str, seen: bool) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in (WORD_SECRET, "값"))
    other = "<w:tr><w:tc><w:p><w:r><w:t>가</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    found = formats.document(docx(f"<w:tbl>{other}<w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl>"), "a.docx")
    assert (WORD_SECRET in found.text) is seen
    assert bool(found.unseen) is not seen


def test_a_row_that_a_tracked_change_takes_out_is_not_read() -> None:
    def row(form: str, text: str) -> str:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in (text, "8개"))
        return f"<w:tr><w:trPr>{form}</w:trPr>{cells}</w:tr>"

    rows = row("", "남은 행") + row("<w:del w:id='1'/>", WORD_SECRET) + row("<w:ins w:id='2'/>", "새 행")
    text = formats.document(docx(f"<w:tbl>{rows}</w:tbl><w:tbl>{row('<w:del/>', WORD_SECRET)}</w:tbl>"), "a.docx").text
    assert WORD_SECRET not in text
    assert "남은 행" in text
    assert "새 행" in text


@pytest.mark.parametrize("element", ["noframes", "noembed", "meter", "progress", "title"])
def test_what_browsers_keep_for_others_is_no_text(element: str) -> None:
    found = article(f"<div><{element}>{SECRET}</{element}></div>")
    assert SECRET not in found.text
    assert ONE in found.text
    assert TWO in found.text


def field(*kinds: str) -> str:
    """A paragraph of field signs and words."""
    signs = {"begin", "separate", "end"}
    runs = (f"<w:fldChar w:fldCharType='{one}'/>" if one in signs else f"<w:t>{one}</w:t>" for one in kinds)
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (("앞 ", "begin", "IF 1 ", "separate", "결과", "end", " 뒤"), "앞 결과 뒤"),
        (("begin", "IF ", "begin", "X", "separate", "7", "end", " = 7", "separate", "결과", "end"), "결과"),
        (("begin", "IF", "end", "뒤"), "뒤"),
        (("앞 ", "begin", "끝나지 않은 글"), "앞 끝나지 않은 글"),
        (("앞", "separate", " 글", "end", " 뒤"), "앞 글 뒤"),
    ],
)
def test_codes_of_fields_are_no_text(kinds: tuple[str, ...], text: str) -> None:
    assert formats.document(docx(field(*kinds)), "a.docx").text == f"{text}\n"


def test_a_note_with_hidden_words() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{WORD_SECRET}</w:t></w:r>"
    note = f"<w:footnote w:id='1'><w:p><w:r><w:t>각주의 글</w:t></w:r>{hidden}</w:p></w:footnote>"
    body = "<w:p><w:r><w:t>본문</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    text = formats.document(docx(body, footnotes=f"<w:footnotes {space}>{note}</w:footnotes>"), "a.docx").text
    assert "각주의 글" in text
    assert WORD_SECRET not in text


def hancom(form: str, border: str = "", cell: str = "", shape: bool = False) -> bytes:
    """An HWPX file with a run of its own kind, in a cell of a table or in a shape where one is asked for."""
    head = (
        "<head><refList>"
        f"<charPr id='0' height='1000' textColor='#000000' shadeColor='none'/><charPr id='1' {form}/>"
        "<borderFill id='1'/><borderFill id='2'><fillBrush><winBrush faceColor='#1B3A5C'/></fillBrush></borderFill>"
        "<borderFill id='3'><fillBrush><winBrush faceColor='none'/></fillBrush></borderFill>"
        "<borderFill id='4'><fillBrush><imgBrush/></fillBrush></borderFill>"
        f"<paraPr id='0'><border borderFillIDRef='{border or 1}'/></paraPr></refList></head>"
    )
    secret = f"<hp:p paraPrIDRef='0'><hp:run charPrIDRef='1'><hp:t>{WORD_SECRET}</hp:t></hp:run></hp:p>"
    plain = "<hp:p><hp:run charPrIDRef='0'><hp:t>보이는 문장</hp:t></hp:run></hp:p>"
    if cell:
        cells = "".join(
            f"<hp:tc borderFillIDRef='{cell}'><hp:subList>{one}</hp:subList></hp:tc>" for one in (secret, plain)
        )
        secret = (
            f"<hp:p><hp:run charPrIDRef='0'><hp:tbl borderFillIDRef='1'><hp:tr>{cells}</hp:tr></hp:tbl></hp:run></hp:p>"
        )
    if shape:
        drawn = f"<hp:rect><hp:drawText><hp:subList>{secret}</hp:subList></hp:drawText></hp:rect>"
        secret = f"<hp:p><hp:run charPrIDRef='0'>{drawn}</hp:run></hp:p>"
    section = f'<hs:sec xmlns:hs="{HANCOM}/section" xmlns:hp="{HANCOM}/paragraph">{plain}{secret}</hs:sec>'
    return zipped({"Contents/header.xml": head, "Contents/section0.xml": section})


WHITE = "height='1000' textColor='#FFFFFF' shadeColor='none'"


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("colour", hancom(WHITE)),
        ("colour", hancom(WHITE, cell="1")),
        ("colour", hancom(WHITE, cell="3")),
        ("colour", hancom("height='1000' textColor='#1B3A5C' shadeColor='none'", cell="2")),
        ("colour", hancom("height='1000' textColor='#FFFFFF' shadeColor='#FFFFFF'", cell="2")),
        ("size", hancom("height='100' textColor='#000000'")),
    ],
    ids=range(6),
)
def test_not_seen_in_hwpx(why: str, data: bytes) -> None:
    found = formats.document(data, "a.hwpx")
    assert WORD_SECRET not in found.text
    assert "보이는 문장" in found.text
    assert [(unseen.text, unseen.why) for unseen in found.unseen] == [(WORD_SECRET, why)]


@pytest.mark.parametrize(
    "data",
    [
        hancom("height='1000' textColor='#000000' shadeColor='none'"),
        hancom("height='700' textColor='#0000FF'"),
        hancom(""),
        hancom(WHITE, border="2"),
        hancom(WHITE, cell="2"),
        hancom(WHITE, cell="4"),
        hancom(WHITE, shape=True),
        hancom("height='1000' textColor='#FFFFFF' shadeColor='#1B3A5C'"),
    ],
    ids=range(8),
)
def test_seen_in_hwpx(data: bytes) -> None:
    found = formats.document(data, "a.hwpx")
    assert WORD_SECRET in found.text
    assert not found.unseen
