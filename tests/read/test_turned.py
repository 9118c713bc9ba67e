"""Readings over characters are no part of a sentence; what is drawn from right to left is read as it is drawn."""

from __future__ import annotations

import pytest
from tests.read.test_hidden import article


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("拨给<ruby>26<rt>er liu</rt></ruby>亿元建厂，三年完成。", "拨给26亿元建厂，三年完成。"),
        ("拨给2<ruby>6<rp>（</rp><rt>liù</rt><rp>）</rp></ruby>亿元建厂。", "拨给26亿元建厂。"),
        ("<ruby>鄂<rt>È</rt>州<rt>zhōu</rt></ruby>市今年新设了两家研究院。", "鄂州市今年新设了两家研究院。"),
        ("<ruby><rb>鄂</rb><rtc><rt>È</rt></rtc></ruby>州市今年新设研究院。", "鄂州市今年新设研究院。"),
        ("拨给<bdo dir=rtl>62</bdo>亿元建厂。", "拨给26亿元建厂。"),
        ("拨给<bdo dir='RTL'>元<b>亿6</b>2</bdo>建厂。", "拨给26亿元建厂。"),
        ("拨给<span style='direction:rtl;unicode-bidi:bidi-override'>62</span>亿元建厂。", "拨给26亿元建厂。"),
        ("拨给\u202e62\u202c亿元建厂。", "拨给26亿元建厂。"),
        ("拨给<bdo dir=ltr>26</bdo>亿元建厂。", "拨给26亿元建厂。"),
        ("<span dir=rtl>拨给26亿元建厂。</span>", "拨给26亿元建厂。"),
        ("<span style='direction:rtl'>拨给26亿元建厂。</span>", "拨给26亿元建厂。"),
    ],
)
def test_what_is_drawn_is_read(markup: str, text: str) -> None:
    assert text in article(f"<p>{markup}</p>").text.split("\n")


def test_turned_words_in_turned_words_take_no_more_time() -> None:
    assert "终" in article("<bdo dir=rtl>" * 1_500 + "终" * 20_000 + "</bdo>" * 1_500).text


@pytest.mark.parametrize(
    "markup",
    [
        "\u202e亿\x1b元\u202c建厂",
        "<bdo dir=rtl>亿\x07元</bdo>建厂",
        "拨给26<img>5\x08亿元建厂",
        "拨给<sup>\x0126</sup>亿元建厂",
        "<b>新</b>\u202e厂\x0b建\u202c",
    ],
)
def test_controls_among_turned_or_raised_words_stop_nothing(markup: str) -> None:
    """A tree takes them from a page's bytes and refuses them from a program."""
    assert "三年完成" in article(f"<p>{markup}，三年完成。</p>").text
