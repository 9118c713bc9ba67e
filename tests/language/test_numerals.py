"""The two grammars of numerals, and units."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

import donghyang
from donghyang.language.numerals_ko import read_ko, read_native
from donghyang.language.numerals_zh import read_zh
from donghyang.language.units import unit_at

CHINESE = [
    ("七", "7"),
    ("十五", "15"),
    ("二百五", "250"),
    ("二百零五", "205"),
    ("一万三", "13000"),
    ("两千三百", "2300"),
    ("拾萬零五十六", "100056"),
    ("壹佰伍拾", "150"),
    ("四亿五千六百万", "456000000"),
    ("二十万亿", "20000000000000"),
    ("一万五千亿", "1500000000000"),
    ("五兆六十二亿", "5006200000000"),
    ("1亿2000万", "120000000"),
    ("1,100.9亿", "110090000000"),
    ("25万6千", "256000"),
    ("7 万5 千4 百", "75400"),
    ("1万9373", "19373"),
    ("三百余万", "3000000"),
    ("二〇二三", "2023"),
    ("四百点零五", "400.05"),
    ("负二十", "-20"),
    ("百分之八", "0.08"),
    ("三又二分之一", "3.5"),
    ("８８．５", "88.5"),
]
NOT_CHINESE = ["十四五", "三四百", "一二三", "1亿2亿", "三万五万", "万亿", "百千", "", "点五", "9" * 100, "十十"]
KOREAN = [
    ("3조 5천억", "3500000000000"),
    ("1조 6,500억", "1650000000000"),
    ("7.1만", "71000"),
    ("2만 1,000", "21000"),
    ("1만9,373", "19373"),
    ("29만 천 890", "291890"),
    ("일백이십일", "121"),
    ("이십일조 삼백", "21000000000300"),
    ("１２만", "120000"),
    ("2경 1,175조", "21175000000000000"),
]
NOT_KOREAN = ["1조 2천만 억", "3억 5억", "만억", "이일", "", "5천 6천", "1만 20,000"]
NATIVE = [("두", 2), ("스무", 20), ("쉰두", 52), ("열", 10), ("아흔아홉", 99), ("하나", 1)]
UNITS = [
    ("TFLOPS급", "TFLOPS", "measure", "FLOPS"),
    ("个百分点", "%p", "percent", None),
    ("엑시바이트에", "엑시바이트", "measure", "bit"),
    ("m<sup>2</sup>)", "m²", "measure", "m²"),
    ("亩", "亩", "measure", "m²"),
    ("吨标准煤", "吨标准煤", "measure", "J"),
    ("위안)", "CNY", "money", None),
    ("원 규모", "KRW", "money", None),
    ("개사", "개사", "count", None),
]


@pytest.mark.parametrize(("numeral", "value"), CHINESE)
def test_chinese_numerals(numeral: str, value: str) -> None:
    assert read_zh(numeral) == Decimal(value)


@pytest.mark.parametrize("numeral", NOT_CHINESE)
def test_what_is_no_chinese_numeral_has_no_value(numeral: str) -> None:
    assert read_zh(numeral) is None


@pytest.mark.parametrize(("numeral", "value"), KOREAN)
def test_korean_numerals(numeral: str, value: str) -> None:
    assert read_ko(numeral) == Decimal(value)


@pytest.mark.parametrize("numeral", NOT_KOREAN)
def test_what_is_no_korean_numeral_has_no_value(numeral: str) -> None:
    assert read_ko(numeral) is None


@pytest.mark.parametrize(("numeral", "value"), NATIVE)
def test_native_numerals(numeral: str, value: int) -> None:
    assert read_native(numeral) == value


def test_a_word_is_no_native_numeral() -> None:
    assert read_native("두산") is None


@pytest.mark.parametrize(("text", "unit", "kind", "si"), UNITS)
def test_units_are_found_by_their_longest_form(text: str, unit: str, kind: str, si: str | None) -> None:
    found = unit_at(text, 0)
    assert found is not None
    assert (found.unit, found.kind, found.si) == (unit, kind, si)


@pytest.mark.parametrize("text", ["G망", "D 기술", "B)", "mAx"])
def test_letters_of_a_name_are_no_unit(text: str) -> None:
    assert unit_at(text, 0) is None


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Early releases of 3.11 keep what the failed last turn had taken, '45.' of '45.이다'; `(?>(…)*)` does not."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{+[0-9,]+\}+)\+")
    sources = Path(donghyang.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if possessive.search(path.read_text("utf-8"))] == []
