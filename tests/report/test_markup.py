"""What converters leave is taken off alike with places and without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.report.markup import clean, pieces

# as a converter leaves it, as it is meant
MARKED = [
    ("**수소** 버스 200대", "수소 버스 200대"),
    ("## 제1절 정책", "제1절 정책"),
    ("<b>닝보</b>시 항만", "닝보시 항만"),
    ("R&amp;D &lt;표 3&gt; 참조", "R&D <표 3> 참조"),
    ("금리 3.5\\~4.0\\% 수준", "금리 3.5~4.0\\% 수준"),
    ("별표\\* 하나", "별표* 하나"),
    ("위성 &middot; 로켓 &#8211; 발사", "위성 · 로켓 – 발사"),
    ("그림 ![망원경](img/1.png)설명", "그림 설명"),
    ("<표 1> 연구비", "<표 1> 연구비"),
    ("AT&T와 &없음; 협력", "AT&T와 &없음; 협력"),
    ("&nosuch; 그대로", "&nosuch; 그대로"),
    ("3 < 5 그리고 a * b", "3 < 5 그리고 a * b"),
    ("발사 41<sup>2</sup>회", "발사 41²회"),
    ("도로 7km<sup>2</sup>", "도로 7km2"),
    ("4<br>6대", "4 6대"),
    ("4<b>6</b>대", "46대"),
    ('4<span style="display: none">0</span>6대', "46대"),
    ("4<span hidden>0</span>6대", "46대"),
    ('4<font style="font-size:0">,</font>600대', "4600대"),
    ('4<span style="font-size:0.9em">0</span>6대', "406대"),
    ("버스<!-- 41대 --> 46대", "버스 46대"),
    ("버스 <!-- 41대", "버스 <!-- 41대"),
    ("", ""),
]
ONLY_CLEAN = [
    ("__수소__ 버스", "수소 버스"),
    ("[원문](https://example.com/a(1))", "원문 https://example.com/a(1)"),
    ("&amp;lt;b&amp;gt;", ""),
]


def _with_places(text: str) -> str:
    return "".join(words for words, _ in pieces(text, (0, len(text)))).strip()


@pytest.mark.parametrize(("marked", "meant"), MARKED)
def test_marks_are_taken_off(marked: str, meant: str) -> None:
    assert clean(marked) == meant
    assert _with_places(marked) == meant


@pytest.mark.parametrize(("marked", "meant"), ONLY_CLEAN)
def test_what_has_no_place_of_its_own_is_only_cleaned(marked: str, meant: str) -> None:
    assert clean(marked) == meant
    assert _with_places(marked) != meant


def test_items_of_a_cell_are_parted() -> None:
    assert _with_places("<ul><li>갑</li><li>을</li></ul>") == "•갑 •을"
    assert _with_places("갑<br/>을") == "갑 을"


def test_a_space_that_does_not_break_is_a_space() -> None:
    assert _with_places("닝보시&nbsp;항만") == "닝보시 항만"


_PARTS = st.sampled_from(
    ["가", "나 ", "<b>", "</b>", "**", "\\.", "&amp;", "&lt;", "&#183;", "<표>", "\n", "3 < 5", "#", "&"]
)


@given(st.lists(_PARTS, max_size=12).map("".join), st.integers(0, 3))
def test_every_piece_stands_where_it_says(text: str, shift: int) -> None:
    source = "다" * shift + text
    for words, at in pieces(source, (shift, len(source))):
        stands = source[at : at + len(words)].replace("\n", "\v")
        assert words == stands or (len(words) == 1 and source[at] in "<&")


@pytest.mark.parametrize("unit", ["![中", "![](", "![a](b ![", "![[", "!", "![x]("])
def test_pictures_that_never_end(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert clean(text)
    assert list(pieces(text, (0, len(text))))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("앞 ![그림! 1](a!b.png) 뒤", "앞  뒤"),
        ("앞 ![](data:image/png;base64,AAAA) 뒤", "앞  뒤"),
        ("앞 ![그림 [1](a.png) 뒤", "앞  뒤"),
        ("앞 ![끝나지 않은 ![그림](a.png) 뒤", "앞 ![끝나지 않은  뒤"),
    ],
)
def test_pictures_are_taken_off(text: str, left: str) -> None:
    assert clean(text) == left
