"""Reprints are found without comparing all pairs."""

import random

from donghyang.stories.duplicates import reprints

TEXT = (
    "东岭研究院研制的钠离子电池正极材料通过中试验收，循环寿命达到6000次，能量密度每公斤160瓦时，成本下降18%。"
    "项目负责人介绍，材料采用层状氧化物路线，烧结温度降低了90度。第一条年产2000吨的生产线计划年底投产。"
)


def test_the_same_text_with_small_changes() -> None:
    (pair,) = reprints([TEXT, "完全不同的另一篇文字" * 6, TEXT.replace("年底", "明年初").replace("18%", "16%")])
    assert (pair.first, pair.second) == (0, 2)
    assert 0.6 <= pair.likeness <= 1


def test_different_texts_are_no_pair() -> None:
    draw = random.Random(5)
    texts = ["".join(chr(0x4E00 + draw.randrange(3000)) for _ in range(120)) for _ in range(200)]
    assert reprints(texts) == []


def test_one_form_filled_anew_is_no_reprint() -> None:
    form = (
        "今日全市空气质量监测结果如下：城区读数{}，郊区读数{}，港区读数{}，山区读数{}。"
        "以上数据由自动监测站提供，仅供参考，未经授权不得转载。"
    )
    assert reprints([form.format(41, 32, 55, 18), form.format(62, 47, 71, 29)]) == []
    assert len(reprints([form.format(41, 32, 55, 18), form.format(41, 32, 55, 19)])) == 1


def test_short_texts_are_no_pair() -> None:
    assert reprints(["同一句话。", "同一句话。", "", ""]) == []


def test_a_thousand_copies_are_not_a_million_pairs() -> None:
    assert len(reprints([TEXT] * 300)) <= 300 * 50
