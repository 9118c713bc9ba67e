"""Which rules of a style sheet speak of which words: layers, conditions, places, brothers, nesting, own properties."""

from __future__ import annotations

import pytest
from tests.read.test_hidden import SECRET, article

from donghyang.read import formats
from donghyang.read.answers import MAYBE, NO, YES, Answer
from donghyang.read.colours import Colour, colour
from donghyang.read.css import declarations
from donghyang.read.lengths import length
from donghyang.read.media import on_screen, supported

P = "<p class='x'>{}</p>"
IN = "<div class='a'><p class='x'>{}</p></div>"


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        # layers
        (P, "@layer one{.x{display:none}}"),
        (P, "@layer one, two; @layer two{.x{display:none}} @layer one{.x{display:block}}"),
        (P, "@layer one.deep{p.x{display:block}} .x{display:none}"),
        (P, "@layer one{.x{display:none!important}} p.x{display:block!important}"),
        (P, "@layer{.x{display:block}} @layer{.x{display:none}}"),
        # conditions
        (P, "@supports (display:grid){.x{display:none}}"),
        (P, "@supports not (display:flex){.x{display:block}} .x{display:none}"),
        (P, "@media (min-width:2px){.x{display:none}}"),
        (P, "@media not print{.x{display:none}}"),
        (P, "@media screen{@media (width >= 20em){.x{display:none}}}"),
        (P, ".x{display:none} @media print{.x{display:block}}"),
        (P, ".x{display:none} @media (max-width:90px){.x{display:block}}"),
        (P, "@scope (div){.x{display:none}}"),
        (P, "body{container-type:inline-size} @container (min-width:1px){.x{display:none}}"),
        (P, "@container (width > 0px){.x{opacity:0}} div,body{container:page / size}"),
        (P, "body{container:page / inline-size} @container page (inline-size >= 1em){p.x{font-size:0}}"),
        # places
        ("<section><p>{}</p></section>", "section > p:first-child{display:none}"),
        ("<section><i></i><p>{}</p></section>", "section p:last-child{opacity:0}"),
        ("<section><i></i><p>{}</p><i></i></section>", "section p:nth-child(2n){display:none}"),
        ("<section><i></i><p>{}</p><b></b></section>", "section p:only-of-type{display:none}"),
        ("<section><p>{}</p><i></i><i></i></section>", "section :nth-last-child(3){display:none}"),
        ("<section><i></i><p>{}</p></section>", "section :nth-child(-n + 2){display:none}"),
        # brothers
        ("<i class='y'></i><p>{}</p>", ".y + p{display:none}"),
        (
            "<section><i class='y'></i><b></b><i class='z'></i><p>{}</p></section>",
            ".y ~ .z ~ p{display:none} .y + p{display:block}",
        ),
        # one of several, and none of several
        (P, ":is(.x, .y){display:none}"),
        (P, "p:where(.q, .x){display:none}"),
        (P, ".x:not(.y, #z){display:none} .y p, #z{display:block}"),
        (P, ".x:is(:not(:is(.y))){font-size:0}"),
        (P, "div:has(> .x) .x{display:none}"),
        (P, ".x:not(:hover):not(:target){display:none} .x:hover{display:block}"),
        ("<p lang='zh-Hans'>{}</p>", "p:lang(zh){display:none}"),
        ("<p data-k='Aus'>{}</p>", "[data-k='aus' i]{display:none}"),
        # nesting
        (IN, ".a{color:#111; & .x{display:none}}"),
        (IN, ".a{p{display:none}}"),
        (IN, ".a{> .x{display:none}}"),
        (IN, ".x{.a &{display:none}}"),
        (IN, ".a, .b{.x{@media screen{display:none}}}"),
        ("<p class='x y'>{}</p>", ".x{&.y{display:none}}"),
        # the page's own properties
        (P, ":root{--h:none} .x{display:var(--h)}"),
        (P, "body{--a:var(--b);--b:0} .x{opacity:var( --a )}"),
        ("<div style='--s:0px'><p style='font-size:var(--s)'>{}</p></div>", ""),
        ("<p style='display:var(--d, none)'>{}</p>", ""),
        # how it is written
        (P, ".y::before{content:'}'} .x{display:none}"),
        (P, ".y{background:url('a;b}c')} .x{display:none}"),
        (P, "<!-- .x{display:none} -->"),
        (P, ".x{display:none"),
        (P, "@import 'a.css'; .x{display:none}"),
        ("<p class='X'>{}</p>", ".x{display:none}"),
        # what cannot win
        (P, "#s .x, p{display:block} .x{display:none!important}"),
        (P, ".x{display:none} .none .x{display:block}"),
        ("<script></script>" + P, ".x{display:none!important} .none .x{display:block}"),
        ("<script></script><b class='y'></b>" + P, ".x{display:none} .y .x{display:block}"),
        # animations that end unseen
        (P, "@keyframes out{to{opacity:0}} .x{animation:out 0s forwards}"),
        (P, "@keyframes out{0%{opacity:1} 100%{visibility:hidden}} .x{animation:out 1ms both}"),
    ],
)
def test_rules_that_hide(markup: str, style: str) -> None:
    found = article(markup.format(SECRET), style)
    assert SECRET not in found.text
    assert [unseen.text for unseen in found.unseen] == [SECRET]


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        (P, ".x{display:block} @layer one{p.x{display:none}}"),
        (P, "@layer two{.x{display:none}} @layer one{.x{display:block}}"),
        (P, "@layer one{.x{display:block!important}} @layer two{.x{display:none!important}}"),
        (P, "@supports (display:hologram){.x{display:none}}"),
        (P, "@supports not (display:grid){.x{display:none}}"),
        (P, "@media (min-width:900px){.x{display:none}}"),
        (P, "@media (prefers-color-scheme:dark){.x{display:none}}"),
        (P, "@media not all{.x{display:none}}"),
        (P, ".x{display:none} @media (min-width:700px){.x{display:block}}"),
        (P, "@container (min-width:700px){.x{display:none}}"),
        (P, "@container (min-width:1px){.x{display:none}}"),
        (P, ".x{container-type:size} @container (min-width:1px){.x{display:none}}"),
        (P, "body{container-type:normal} @container (min-width:1px){.x{display:none}}"),
        (P, "body{container-type:size} @container (min-width:700px){.x{display:none}}"),
        (P, "body{container-type:size} @container not (min-width:1px){.x{display:none}}"),
        (P, "body{container-type:size} @container page (min-width:1px){.x{display:none}}"),
        (P, "body{container-type:size} @container (min-width:1px){display:none}"),
        (P, "body{container-type:size} p.x{display:block} @container (min-width:1px){.x{display:none}}"),
        (P, "@starting-style{.x{opacity:0}}"),
        ("<section><i></i><p>{}</p></section>", "section p:first-child{display:none}"),
        ("<section><p>{}</p><i></i></section>", "section p:nth-child(2), section p:last-child{display:none}"),
        ("<section><p>{}</p></section>", "section p + p, section p ~ p{display:none}"),
        ("<b class='y'></b><i></i><p>{}</p>", ".y + p{display:none}"),
        ("<section><p>{}</p><b class='y'></b></section>", ".y ~ p{display:none}"),
        (P, ":is(.y, .z){display:none}"),
        (P, ".x:not(.x), p:not(*){display:none}"),
        (P, "html:not(.js) .x{display:none}"),
        (P, "div:has(> img) .x{display:none}"),
        (P, ".x:hover, .x:focus-within{display:none}"),
        (P, ".x:-unheard-of{display:none}"),
        (P, ".x, .y::-webkit-unheard-of{display:none}"),
        (P, ".x::after{display:none}"),
        ("<p lang='ko'>{}</p>", "p:lang(zh){display:none}"),
        (IN, ".a{&.x{display:none}} .b{.x{display:none}}"),
        (IN, ".a{& > & .x{display:none}}"),
        (P, ".x{display:var(--not-there)}"),
        (P, ":root{--a:var(--b);--b:var(--a)} .x{display:var(--a)}"),
        ("<div style='--s:0'><p style='--s:16px;font-size:var(--s)'>{}</p></div>", ""),
        ("<p class='x' style='all:unset'>{}</p>", ".x{display:none}"),
        (P, "noscript{} .x{display:block}"),
        ("<script></script>" + P, ".x{display:none} .js .x{display:block}"),
        (P, "@keyframes in{to{opacity:1}} .x{opacity:0;animation:in 1s forwards}"),
        (P, "@keyframes beat{to{opacity:0}} .x{animation:beat 1s infinite alternate-reverse}"),
        (P, ".x{opacity:0;transition:opacity 1s ease-in}"),
        (P, ".x{transform:translateY(-900px);transition:.4s}"),
        ("<p class='wow fadeInUp'>{}</p>", ".wow{visibility:hidden}"),
        ("<p class='aos-init'>{}</p>", ".aos-init{opacity:0;transform:scale(0)}"),
        ("<noscript><style>.x{{display:none}}</style></noscript>" + P, ""),
        ("<style media=print>.x{{display:none}}</style>" + P, ""),
        ("<style type='text/less'>.x{{display:none}}</style>" + P, ""),
    ],
)
def test_rules_that_hide_nothing(markup: str, style: str) -> None:
    found = article(markup.format(SECRET), style)
    assert SECRET in found.text
    assert not found.unseen


def test_a_page_with_a_type_tells_capitals_apart() -> None:
    markup = f"<!doctype html><style>.x{{display:none}}</style><p class='X'>{SECRET}。</p>"
    assert SECRET in formats.document(markup.encode(), "a.html").text


@pytest.mark.parametrize(
    "style",
    [
        "position:fixed;right:9000px",
        "position:absolute;inset:0 auto auto -4000px",
        "position:absolute;inset-inline-start:-4000px",
        "position:relative;left:calc(-100vw - 30em)",
        "position:absolute;bottom:30000px",
        "position:absolute;left:70000px",
        "margin:0 0 0 -8000px",
        "translate:-8000px 0",
        "scale:0",
        "rotate:x 90deg",
        "transform:rotateY(.25turn)",
        "transform:rotateY(180deg);backface-visibility:hidden",
        "transform:matrix(0, 0, 0, 0, 12, 12)",
        "transform:skewX(90deg)",
        "zoom:0",
        "zoom:1%",
        "mask:linear-gradient(transparent, transparent)",
        "-webkit-mask-image:linear-gradient(to right, rgba(0,0,0,0), transparent)",
        "clip-path:inset(0 0 100% 0)",
        "clip-path:inset(40% 60%)",
        "clip-path:rect(0 0 0 0)",
        "text-indent:110%;overflow:hidden",
        "line-height:0;overflow:hidden",
        "height:1px;overflow:hidden",
        "block-size:0;overflow:clip",
        "letter-spacing:-2em",
        "font-size:calc(2px - 2px)",
        "font-size:min(0px, 20px)",
        "font-size:clamp(0px, .2px, 1px)",
        "opacity:calc(1 - 1)",
        "color:hsl(0 0% 100%)",
        "color:rgb(100% 100% 100%)",
        "color:color-mix(in srgb, white 100%, black)",
        "color:color-mix(in lch, snow 99%, black 1%)",
        "color:color-mix(in srgb, black, transparent 100%)",
        "color:color-mix(in srgb, black 1%, transparent)",
        "color:hwb(20 100% 0%)",
    ],
)
def test_styles_that_hide(style: str) -> None:
    found = article(f"<p style='{style}'>{SECRET}</p>")
    assert SECRET not in found.text
    assert [unseen.text for unseen in found.unseen] == [SECRET]


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute;right:0",
        "position:absolute;left:50%;transform:translate(-50%, -50%)",
        "position:relative;left:-9000px;transform:translateX(9000px)",
        "right:9000px",
        "inset:-9000px",
        "margin:0 auto",
        "margin-left:-5%",
        "translate:-50% 0",
        "scale:1.2",
        "rotate:90deg",
        "transform:rotateY(180deg)",
        "transform:matrix(1, 0, 0, 1, 0, 0)",
        "zoom:1",
        "mask:linear-gradient(#000, transparent)",
        "mask:url(a.svg)",
        "clip-path:inset(10% 20%)",
        "clip-path:polygon(0 0, 100% 0, 100% 100%)",
        "text-indent:2em;overflow:hidden",
        "line-height:0",
        "height:40px;overflow:hidden",
        "letter-spacing:-.05em",
        "font-size:calc(1px + .8em)",
        "font-size:clamp(14px, 2vw, 18px)",
        "font-size:.9vw",
        "opacity:calc(1 - .2)",
        "color:hsl(0 0% 30%)",
        "color:color-mix(in srgb, white, black)",
        "color:color-mix(in srgb, black 40%, transparent)",
        "color:color-mix(in oklch, white 60%, var(--blue))",
        "color:#fff;box-shadow:inset 0 0 0 99px #000",
        "background-color:hwb(210 0% 60%);color:#fff",
    ],
)
def test_styles_that_hide_nothing(style: str) -> None:
    found = article(f"<p style='{style}'>{SECRET}</p>")
    assert SECRET in found.text
    assert not found.unseen


@pytest.mark.parametrize(
    "markup",
    [
        "<div style='text-indent:-8000px'><p style='text-indent:0'>{}</p></div>",
        "<div><img src='a.jpg'><p style='position:absolute;bottom:0;color:#fff'>{}</p></div>",
        "<div><b style='position:absolute;background:#000'></b><p style='position:relative;color:#fff'>{}</p></div>",
        "<table><tr><td bgcolor=036><font color=white>{}</font></table>",
    ],
)
def test_words_that_are_seen_all_the_same(markup: str) -> None:
    assert SECRET in article(markup.format(SECRET)).text


@pytest.mark.parametrize(
    ("link", "is_hidden"),
    [
        ("rel=stylesheet href='data:text/css,.x%7Bdisplay:none%7D'", True),
        ("rel='Stylesheet preload' href=' DATA:text/css;charset=utf-8;base64,LnggeyBkaXNwbGF5IDogbm9uZSB9'", True),
        ("rel=stylesheet href='data:text/css;base64,LngKe2Rpc3BsYXk6bm9uZX0KIA'", True),
        ("rel=stylesheet media=screen href='data:text/css,.x{visibility:hidden}'", True),
        ("rel=stylesheet media=print href='data:text/css,.x{display:none}'", False),
        ("rel='alternate stylesheet' href='data:text/css,.x{display:none}'", False),
        ("rel=stylesheet disabled href='data:text/css,.x{display:none}'", False),
        ("rel=preload href='data:text/css,.x{display:none}'", False),
        ("rel=stylesheet href='data:text/html,.x{display:none}'", False),
        ("rel=stylesheet href='https://example.cn/x.css'", False),
        ("rel=stylesheet href='data:text/css;base64,A'", False),
        ("rel=stylesheet href='data:text/css;base64,@@@@='", False),
        ("rel=stylesheet href='data:text/css'", False),
    ],
)
def test_a_sheet_that_stands_in_its_link_is_read(link: str, is_hidden: bool) -> None:
    """As browser plug-ins save a page in one file."""
    found = article(P.format(SECRET), head=f"<link {link}>")
    assert (SECRET in found.text) is not is_hidden
    assert [one.text for one in found.unseen] == [SECRET] * is_hidden


def test_of_a_sheet_in_a_link_no_more_is_read_than_of_others() -> None:
    head = f"<link rel=stylesheet href='data:text/css,{'.y{color:red}' * 100_000}.x{{display:none}}'>"
    assert SECRET in article(P.format(SECRET), head=head).text


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_what_a_tree_of_its_own_covers_is_not_seen(mode: str) -> None:
    around = f"<section>{SECRET}<template shadowrootmode={mode}><p>另见</p></template>{{}}<i></i></section>"
    found = article(around.format(f"<p>{SECRET}</p>{SECRET}"))
    assert SECRET not in found.text
    assert " ".join(one.text for one in found.unseen).count(SECRET) == 3


@pytest.mark.parametrize(
    "tree", ["<template shadowrootmode=open><b><slot></slot></b></template>", "<template></template>"]
)
def test_what_has_its_place_in_such_a_tree_is_seen(tree: str) -> None:
    found = article(f"<section>{tree}<p>{SECRET}</p></section>")
    assert SECRET in found.text


def test_what_is_put_up_by_a_button_is_not_seen() -> None:
    assert SECRET not in article(f"<div popover><p>{SECRET}</p></div>").text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("12px", (12, "px")),
        ("-.5em", (-0.5, "em")),
        ("1e2px", (100, "px")),
        ("0", (0, "")),
        ("calc(2 * (3px + 1px))", (8, "px")),
        ("calc(100% - 100%)", (0, "%")),
        ("calc(1em - 16px)", (0, "px")),
        ("max(1px, 2em, 3px)", (2, "em")),
        ("clamp(1px, 9px, 4px)", (4, "px")),
        ("calc(10px / 4)", (2.5, "px")),
        ("1.2.3px", None),
        ("auto", None),
        ("7bananas", None),
        ("calc(1px / 0)", None),
        ("calc(1px +)", None),
        ("calc" + "(" * 50 + "1px" + ")" * 50, None),
        ("env(safe-area-inset-left)", None),
    ],
)
def test_lengths(value: str, found: tuple[float, str] | None) -> None:
    assert length(value) == found


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("", YES),
        ("screen", YES),
        ("print", NO),
        ("print, screen", YES),
        ("only screen and (min-width: 10px)", YES),
        ("(min-width: 20em)", YES),
        ("(max-width:600px)", MAYBE),
        ("(min-width:9000px)", NO),
        ("(max-width:9000px)", YES),
        ("(width > 1px) and (height > 1px)", YES),
        ("(1px < width)", YES),
        ("not screen", NO),
        ("not print", YES),
        ("screen and (orientation:portrait)", MAYBE),
        ("speech and (min-width:1px)", NO),
        (",".join(["print"] * 40), MAYBE),
    ],
)
def test_media(query: str, answer: Answer) -> None:
    assert on_screen(query) is answer


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("(display: grid)", YES),
        ("(display: grid) and (color: red)", YES),
        ("(display: hologram) or (position: sticky)", YES),
        ("not (width: 1px)", NO),
        ("(display: hologram)", MAYBE),
        ("selector(:has(a))", MAYBE),
    ],
)
def test_what_browsers_support(asked: str, answer: Answer) -> None:
    assert supported(asked) is answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rgb(10%, 0%, 100%)", (26, 0, 255)),
        ("rgb(1 2 3)", (1, 2, 3)),
        ("hsl(120deg 100% 50%)", (0, 255, 0)),
        ("hsl(0, 0%, 100%)", (255, 255, 255)),
        ("hwb(0 0% 100%)", (0, 0, 0)),
        ("hwb(0 60% 60%)", (128, 128, 128)),
        ("lab(100% 40 -20)", (255, 255, 255)),
        ("oklch(1 0.2 120deg)", (255, 255, 255)),
        ("oklab(0% 0 0)", (0, 0, 0)),
        ("lch(0 30 20)", (0, 0, 0)),
        ("oklab(0.5 0 0)", None),
        ("lab(60% 0 0)", None),
        ("hsl(1, 2, 3)", None),
        ("rgb(1, 2)", None),
        ("rgb(none 0 0)", None),
        ("color-mix(in srgb, white, white)", (255, 255, 255)),
        ("color-mix(in oklab, #fff 30%, rgb(100% 100% 100%))", (255, 255, 255)),
        ("color-mix(in srgb, white 100%, black)", (255, 255, 255)),
        ("color-mix(in hsl longer hue, red 0%, blue)", (0, 0, 255)),
        ("color-mix(in srgb, black, white 75%)", (191, 191, 191)),
        ("color-mix(in srgb, color-mix(in srgb, white, white) 99%, black)", (255, 255, 255)),
        ("color-mix(in oklab, white, black)", None),
        ("color-mix(in srgb, white, transparent)", None),
        ("color-mix(in srgb, white 40%, white 40%)", None),
        ("color-mix(in srgb, white 0%, black 0%)", None),
        ("color-mix(in srgb, currentcolor, white)", None),
        ("color-mix(in srgb, white)", None),
        ("color-mix(in srgb, " + "color-mix(in srgb, " * 60 + "red", None),
    ],
)
def test_colours(text: str, found: Colour | None) -> None:
    assert colour(text) == found


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("DISPLAY : None ; ", {"display": "none"}),
        ("display:none;display:hologram", {"display": "none"}),
        ("inset:1px 2px", {"top": "1px", "right": "2px", "bottom": "1px", "left": "2px"}),
        ("margin:1px 2px 3px", {"margin-top": "1px", "margin-left": "2px"}),
        ("overflow:hidden auto", {"overflow-x": "hidden", "overflow-y": "auto"}),
        ("-webkit-transform:none", {"transform": "none"}),
        ("background:url(a;b.png);opacity:0", {"background": "url(a;b.png)", "opacity": "0"}),
        ("grid-area:(;opacity:0", {}),
        ("left:0!important;left:1px", {"left": "0", "!left": "0"}),
        ("no colon", {}),
        ("x:" + "(" * 30_000, {}),
    ],
)
def test_declarations(style: str, found: dict[str, str]) -> None:
    assert declarations(style) == found


LONG = "<p>一</p>" * 3_000


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        (LONG, ".a ~ .b ~ p{display:none}"),
        (LONG, "p:nth-last-of-type(2n + 1){color:#111}"),
        (LONG, "p:has(~ b){color:#111}"),
        (LONG, "".join(f"[k{at}]{{opacity:0}}" for at in range(3_000))),
        (LONG, ":is(" + ",".join(f".k{at}" for at in range(3_000)) + "){opacity:0}"),
        ("<div>" * 500 + "<i></i>" * 2_000, "div div div i, div:has(b){display:none}"),
        ("", "a{" * 20_000),
        ("", "& &, &{" * 3_000),
        ("", "a:is(" * 20_000),
        ("", "q" + ":not(a)" * 20_000 + "{display:none}"),
        ("", "a " * 20_000 + "{display:none}"),
        ("", "@media " + "(a) and " * 20_000 + "(b){p{display:none}}"),
        ("", "p{" + "".join(f"--a{at}:var(--a{at + 1});" for at in range(3_000)) + "color:var(--a0)}"),
    ],
    ids=range(13),
)
def test_sheets_that_mean_harm_are_read_in_time(markup: str, style: str) -> None:
    assert SECRET in article(f"<p>{SECRET}</p>{markup}", style).text


LONG_NUMBER = "9" * 5_000
"""Python makes no whole number of so many digits, and tinycss2 asks it for one."""


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        (P, f"p:nth-child({LONG_NUMBER}n){{color:red}} .x{{display:none}}"),
        (P, f"@media (min-width:{LONG_NUMBER}px){{.y{{opacity:0}}}} .x{{z-index:{LONG_NUMBER};display:none}}"),
        (P, f"@keyframes a{{to{{left:{LONG_NUMBER}px}}}} .x{{--a:{LONG_NUMBER};font-size:0}}"),
        (f"<p style='width:calc({LONG_NUMBER}px);display:none'>{{}}</p>", ""),
    ],
)
def test_a_number_of_thousands_of_digits_brings_nothing_to_light(markup: str, style: str) -> None:
    assert SECRET not in article(markup.format(SECRET), style).text
