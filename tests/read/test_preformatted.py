"""Typed text: wrapped lines joined, paragraphs kept apart."""

from __future__ import annotations

import pytest

from donghyang.read.preformatted import BREAK, unwrap

ONE, TWO = "省海洋局部署冬季观测，要求年底前检修。", "经费由省财政安排。"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"　　{ONE[:11]}\n{ONE[11:]}\n　　{TWO}", [ONE, TWO]),
        (f"{ONE[:11]}\n{ONE[11:]}\n\n{TWO}", [ONE, TWO]),
        ("观测任务。\n检修任务。\n经费安排。", ["观测任务。", "检修任务。", "经费安排。"]),
        (f"省海洋局昨日下午发文部署全省冬季海洋观测\n{TWO}", [f"省海洋局昨日下午发文部署全省冬季海洋观测{TWO}"]),
        ("联系人：郑工\n电话：0000", ["联系人：郑工", "电话：0000"]),
        ("wave\nbuoy of the province", ["wave", "buoy of the province"]),
        ("\n wave buoy\nof the province\n\n", ["wave buoy of the province"]),
    ],
)
def test_unwrap(text: str, paragraphs: list[str]) -> None:
    assert unwrap(text).split(BREAK) == paragraphs
