"""What opens a line, and what only looks like it."""

import pytest

from donghyang.report.grammar import split_marker


@pytest.mark.parametrize(
    ("text", "marker", "words"),
    [
        ("○ 예산을 늘림", "○", "예산을 늘림"),
        ("○예산을 늘림", "○", "예산을 늘림"),
        ("■ □ 겹친 머리", "□", "겹친 머리"),
        ("- 가지", "-", "가지"),
        ("-3도", "", "-3도"),
        ("* 주석", "*", "주석"),
        ("●● 두 번 찍힌 머리", "●", "두 번 찍힌 머리"),
        # a name that is kept back has as many signs as it has syllables
        ("○○기업이 수주", "", "○○기업이 수주"),
        ("□□□시가 발표", "", "□□□시가 발표"),
        ("● ○○대학이 개발", "●", "○○대학이 개발"),
        ("■ ■■그룹, 투자 확대", "■", "■■그룹, 투자 확대"),
        ("○○市公布方案", "", "○○市公布方案"),
        ("○○", "○", "○"),
    ],
)
def test_split_marker(text: str, marker: str, words: str) -> None:
    assert split_marker(text) == (marker, words)
