"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghyang.language.sentences import clause_of, in_chinese

CHINESE = [
    ("今年试点。明年推广！", ["今年试点。", "明年推广！"]),
    ("他说：“开工了。”随后离开", ["他说：“开工了。”", "随后离开"]),
    ("（见附件。）第二批；第三批", ["（见附件。）", "第二批；", "第三批"]),
    ("标题\n\n正文", ["标题", "正文"]),
    ("增长3.5%,达到2.1万", ["增长3.5%,达到2.1万"]),
    ("。！", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), CHINESE)
def test_chinese_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in in_chinese(text)] == sentences


@given(st.text("一二。！；”\n ", max_size=40))
def test_chinese_sentences_follow_one_another(text: str) -> None:
    spans = list(in_chinese(text))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


KOREAN = [
    ("저장성이 착공했다. 완공은 2027년이다.", "완공", "완공은 2027년이다."),
    ("연 3.5% 늘었다", "늘", "연 3.5% 늘었다"),
    ("• 갑 • 을 시행", "을", " 을 시행"),
    ("첫 줄\n둘째 줄", "둘째", "둘째 줄"),
]


@pytest.mark.parametrize(("text", "word", "clause"), KOREAN)
def test_the_clause_around_a_word(text: str, word: str, clause: str) -> None:
    start, end = clause_of(text, text.index(word), text.index(word) + len(word))
    assert text[start:end] == clause
