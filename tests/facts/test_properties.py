"""What holds for every text: spans, forms of writing, rendering and reading again, symmetry, no crash, linear time."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.facts import find_facts
from donghyang.facts.compare import agrees, comparable
from donghyang.facts.quantities import find_quantities
from donghyang.records import Quantity

DAY = dt.date(2023, 2, 17)
FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
DIGITS = "零一二三四五六七八九"

fragments = st.sampled_from(
    [
        "1亿2000万元",
        "3조",
        "5천억원",
        "약",
        "93조",
        "원",
        "98%",
        "이상",
        "不低于30家",
        "两三年",
        "“十四五”末",
        "2025년까지",
        "'25년",
        "(2.6)",
        "三分之一",
        "절반",
        "1/10",
        "5G",
        "GB18030",
        "1조",
        "2천만",
        "억",
        "위안",
        "10~15%",
        "4만",
        "2,000명",
        "5개사",
        "二十六项",
        "百分之八",
        "12.7%",
        "1,048개",
        "1048家",
        "50%",
        "268",
        "엑시바이트",
        "268EB",
        "第13个",
        "제20차",
        "内陆",
        "日",
        "月",
        "년",
        "(",
        ")",
        "[",
        "「",
        "\n",
        "\t",
        "。",
        ",",
        "~",
        "-",
        ".",
        "/",
        "半",
        "余",
        "多",
        "여",
        "대",
        "위",
        "",
    ]
)
mixed = st.lists(st.one_of(fragments, st.text(max_size=6)), max_size=14).map("".join)
figure_like = st.text(
    alphabet="0123456789,.０９．一二三十百千万亿兆零两点分之又负半几余多第 \n\t"
    "조억만천백십경일이삼한두세년월일시말까지전"
    "%‰원元个개명km배倍위~-–—至到/()‘’“”五末近约过去今年去昨天올해최근지난上下半季度분기翻番折成$^eEk<>",
    max_size=60,
)
amounts = st.integers(min_value=1, max_value=10**16 - 1)


def value_of(text: str) -> Decimal | None:
    (quantity,) = find_quantities(text)
    return quantity.value


def korean(value: int) -> str:
    """3조 5,000억 2,000만 5 — as Korean official texts print it."""
    parts = []
    for name, size in (("조", 10**12), ("억", 10**8), ("만", 10**4), ("", 1)):
        group, value = divmod(value, size)
        if group:
            parts.append(f"{group:,}{name}")
    return " ".join(parts)


def below_ten_thousand(value: int) -> str:
    text, zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
        zero = not digit
    return text


def chinese(value: int) -> str:
    """三万五千零二十亿零六: every group in characters, 零 where places are passed over."""
    parts = ""
    for name, size in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("", 1)):
        group, value = divmod(value, size)
        if not group:
            continue
        parts += ("零" if parts and group < 1000 else "") + below_ten_thousand(group) + name
    return parts


@given(st.one_of(mixed, figure_like))
@settings(max_examples=settings().max_examples * 6)
def test_every_span_slices_to_its_text(text: str) -> None:
    for fact in find_facts(text, date=DAY):
        assert text[fact.start : fact.end] == fact.text
        assert fact.start < fact.end


@given(amounts)
def test_separators_and_width_make_no_difference(value: int) -> None:
    for printed in (f"{value}元", f"{value:,}元", f"{value}元".translate(FULL), f"{value} 元"):
        assert value_of(printed) == value


@given(amounts)
def test_spaces_between_korean_groups_make_no_difference(value: int) -> None:
    printed = korean(value - value % 10**4 or 10**4)
    assert value_of(f"{printed} 원") == value_of(f"{printed.replace(' ', '')}원")


@given(amounts)
def test_what_is_rendered_in_korean_is_read_again(value: int) -> None:
    value -= value % 1000 if value > 10**4 else 0  # a lone last group is printed without its magnitude only from 천 up
    assert value_of(f"{korean(value or 1)} 원") == (value or 1)


@given(amounts)
def test_what_is_rendered_in_chinese_is_read_again(value: int) -> None:
    assert value_of(f"共{chinese(value)}元") == value


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["万", "亿", "万亿"]))
def test_decimals_scale_exactly(value: Decimal, unit: str) -> None:
    scale = {"万": 4, "亿": 8, "万亿": 12}[unit]
    assert value_of(f"{value}{unit}元") == value.scaleb(scale)


@given(st.one_of(mixed, figure_like), st.one_of(mixed, figure_like))
@settings(max_examples=settings().max_examples * 2)
def test_comparing_is_symmetric(one: str, other: str) -> None:
    for a in find_facts(one, date=DAY)[:4]:
        for b in find_facts(other, date=DAY)[:4]:
            assert comparable(a, b) == comparable(b, a)
            assert agrees(a, b) == agrees(b, a)


@given(mixed)
@settings(max_examples=settings().max_examples)
def test_a_readable_figure_agrees_with_itself(text: str) -> None:
    for fact in find_facts(text, date=DAY):
        if isinstance(fact, Quantity) and fact.value is not None:
            assert agrees(fact, fact)


HOSTILE = {
    "digits": "9" * 10_000,
    "digits of the other width": "９" * 10_000,
    "characters": "一" * 10_000,
    "magnitudes": "万亿" * 5_000,
    "korean magnitudes": "천만" * 5_000,
    "groups": "1,000" * 3_000,
    "points": "1." * 5_000,
    "brackets": "（(「" * 4_000 + "5个" + "」)）" * 4_000,
    "dashes": "1-" * 5_000,
    "tildes": "1~2" * 4_000,
    "spaces": "1 " * 5_000,
    "parts": "分之" * 5_000,
    "mixed parts": "3又" * 5_000,
    "about": "约" * 10_000 + "5个",
    "deadlines": "2025년까지 " * 2_000,
    "deadlines in chinese": "到2025年，" * 2_000,
    "tags": "<b>5개</b>" * 1_500,
    "half a word": "일백" * 5_000,
    "dates": "2023년 2월 " * 2_000,
    "apostrophes": "'22" * 4_000,
    "months before, line by line": "2024년\n전월\n" * 6_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_comes_to_an_end(name: str) -> None:
    text = HOSTILE[name]
    for fact in find_facts(text, date=DAY):
        assert text[fact.start : fact.end] == fact.text


def test_too_many_digits_are_no_figure() -> None:
    (quantity,) = find_quantities("9" * 10_000)
    assert quantity.value is None
    assert quantity.problem is not None
